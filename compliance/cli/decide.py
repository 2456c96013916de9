"""Exit codes, and why. When several hold: 4, 2, 1, 3, 5."""

from compliance.cli.codes import FAILED, INTERRUPTED, NOTHING, OK, UNREAD
from compliance.model.outcome import ArticleOutcome, Obligation, Outcome
from compliance.model.report import ArticleReport, Report

_SAID = {
    "fail": ("article fails", "articles fail"),
    "review": ("article needs a person's look", "articles need a person's look"),
    "untested": ("article has an untested demand", "articles have untested demands"),
    "should": ("article misses a should", "articles miss a should"),
}
FAIL_ON = ("fail", "review", "untested", "should")


def decide(report: Report, fail_on: tuple[str, ...], *, exit_zero: bool) -> tuple[int, str]:
    """The exit code of a check, and the sentence that says why."""
    code, why = _decide(report, fail_on)
    if exit_zero and code in (FAILED, UNREAD, NOTHING):
        return OK, f"exit 0 (--exit-zero): {why}"
    return code, f"exit {code}: {why}"


def _decide(report: Report, fail_on: tuple[str, ...]) -> tuple[int, str]:
    if not report.complete:
        return INTERRUPTED, "interrupted; the report holds what was done until then"
    counts = {what: sum(_holds(article, what) for article in report.articles) for what in fail_on}
    stopped = ", ".join(f"{count} {_SAID[what][count > 1]}" for what, count in counts.items() if count)
    if stopped:
        return FAILED, f"{stopped} (--fail-on {','.join(fail_on)})"
    errors = len(report.errors) + sum(article.outcome is ArticleOutcome.ERROR for article in report.articles)
    if errors:
        return UNREAD, f"nothing failed, but {errors} could not be read"
    judged = sum(article.outcome is not ArticleOutcome.OUT_OF_SCOPE for article in report.articles)
    if not judged:
        return NOTHING, "nothing was checked: no article is a republication that terms apply to"
    reviews = sum(article.outcome is ArticleOutcome.REVIEW for article in report.articles)
    return OK, f"{judged} checked, nothing to stop for" + (f"; {reviews} {_SAID['review'][reviews > 1]}" if reviews and "review" not in fail_on else "")


def _holds(article: ArticleReport, what: str) -> bool:
    outcome, findings = article.outcome, article.findings
    if what == "should":
        return any(finding.obligation is Obligation.SHOULD and finding.outcome is Outcome.FAIL for finding in findings)
    if what == "untested":
        return any(finding.obligation is Obligation.MUST and finding.outcome is Outcome.UNTESTED for finding in findings)
    return bool(outcome == what)
