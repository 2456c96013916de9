"""The report for a terminal. Failures say where, what, the nearest miss, the clause and the repair; passes are a line each."""

from collections.abc import Iterator

from compliance.model.finding import Evidence, Finding
from compliance.model.outcome import ArticleOutcome, Obligation, Outcome
from compliance.model.report import ArticleReport, Report
from compliance.report.safe import plain

_COLORS = {"pass": "32", "fail": "31;1", "review": "33", "error": "35", "untested": "36"}
_INDENT = " " * 18
_NAMES = 5  # names that are listed among what was looked for
SHOWN = frozenset({"fail", "review", "error", "untested"})
"""Outcomes that are shown in full unless asked otherwise."""


def render(report: Report, shown: frozenset[str] = SHOWN, *, color: bool = False, remedies: bool = True) -> str:
    """The whole text. shown: outcomes of articles and findings to show in full; the others are counted."""
    lines: list[str] = []
    for article in report.articles:
        if article.outcome in shown:
            lines += _article(article, shown, color=color, remedies=remedies)
            lines.append("")
    lines += _summary(report)
    return "\n".join(lines) + "\n"


def _paint(word: str, outcome: str, *, color: bool) -> str:
    code = _COLORS.get(outcome)
    return f"\033[{code}m{word}\033[0m" if color and code else word


def _article(article: ArticleReport, shown: frozenset[str], *, color: bool, remedies: bool) -> Iterator[str]:
    where = plain(article.location) + (f" · entry {plain(article.entry)}" if article.entry else "")
    yield f"{_paint(article.outcome.upper(), article.outcome, color=color)}  {where}"
    if article.title:
        yield f"  title     {plain(article.title)}"
    if article.original:
        publisher = plain(article.original.publisher or "publisher unknown")
        address = plain(article.original.url) if article.original.url else "address unknown"
        yield f"  original  {publisher}, {address} (told by: {article.original.rung})"
        if len(article.original.chain) > 1:
            yield f"  chain     {' → '.join(plain(name) for name in article.original.chain)} → this copy"
        for name, url in article.original.contradictions:
            yield f"  but       {plain(name)} names {plain(url)}: one of the two is wrong, or the article passed through both"
    if article.terms:
        read = f", read on {article.terms.read_on}" if article.terms.read_on and article.terms.publisher else ""
        yield f"  terms     {article.terms.id}: {plain(article.terms.title)}{read}"
    if not article.phrased:
        yield f"  language  {plain(article.language or 'unknown')} (no phrases known: decided by names, links and marks only)"
    if article.note:
        yield f"  note      {plain(article.note)}"
    yield ""
    told = [finding for finding in article.findings if finding.outcome is not Outcome.INAPPLICABLE or Outcome.INAPPLICABLE in shown]
    width = max((len(finding.kind) for finding in told), default=0) + 2
    for finding in told:
        yield f"  {_paint(f'{_outcome(finding):16}', finding.outcome, color=color)}{finding.kind:{width}}{plain(finding.message)}"
        if finding.outcome in shown and (finding.outcome is not Outcome.UNTESTED or Outcome.PASS in shown):  # its line says what was not given
            yield from _details(finding, remedies=remedies)
    if hidden := len(article.findings) - len(told):
        yield f"  {hidden} inapplicable (-v shows why)"
    if article.terms and article.terms.unchecked:
        yield ""
        yield f"  This version does not check {len(article.terms.unchecked)} further demands of these terms:"
        for demand in article.terms.unchecked:
            yield f"    - {plain(demand.clause)} ({demand.obligation})"


def _outcome(finding: Finding) -> str:
    """The outcome, and that the terms only wish for it where that matters."""
    wish = finding.obligation is not Obligation.MUST and finding.outcome in (Outcome.FAIL, Outcome.REVIEW)
    return f"{finding.outcome} ({finding.obligation})" if wish else finding.outcome.value


def _details(finding: Finding, *, remedies: bool) -> Iterator[str]:
    yield f"{_INDENT}reason      {finding.reason}"
    for evidence in finding.evidence:
        yield f"{_INDENT}{evidence.role.replace('-', ' '):12}{_place(evidence)}"
    if finding.searched.names and finding.outcome is not Outcome.PASS:
        zones = ", ".join(zone.value for zone in finding.searched.zones)
        names = [plain(name) for name in finding.searched.names]
        more = f" and {len(names) - _NAMES} more" if len(names) > _NAMES else ""
        yield f"{_INDENT}looked for  {', '.join(names[:_NAMES])}{more} (in {zones})"
    if finding.question:
        yield f"{_INDENT}question    {plain(finding.question)}"
    yield f"{_INDENT}clause      {plain(finding.clause)} ({finding.obligation})"
    if finding.remedy and remedies:
        yield f"{_INDENT}repair      {plain(finding.remedy.html)}"


def _place(evidence: Evidence) -> str:
    line = f"line {evidence.line}, " if evidence.line else ""
    link = f" → {plain(evidence.href) or '(empty link)'}" if evidence.href is not None else ""
    return f"{line}{evidence.zone.value}: “{plain(evidence.text)}”{link}"


def _summary(report: Report) -> Iterator[str]:
    counts = {outcome: sum(article.outcome is outcome for article in report.articles) for outcome in ArticleOutcome}
    total = len(report.articles)
    told = ", ".join(f"{count} {outcome}" for outcome, count in counts.items() if count)
    yield f"{total} article{'' if total == 1 else 's'} read: {told or 'none'}" + (f"; {len(report.errors)} not read" if report.errors else "")
    if not report.complete:
        yield "Interrupted: this is what was done until then."
