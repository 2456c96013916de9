"""byline: the author of the original is named where a reader sees it.

What it asks: in the article's head, body or credit the author stands in the author's place ("By Jane Doe"), or in the
credit or the notice. Who wrote the original is known when the original's data name the author (JSON-LD `isBasedOn`, the feed's
entry, front matter `original_author`) or when the copy's own notice names the person of its byline; otherwise a byline may be
the republisher's own staff, and a person decides.

Passes:
  named            <p class="byline">By Alexander Mercouris</p>, and the notice or the source's data name him too
Fails:
  absent           no author is named
  hidden           the byline is hidden
  metadata-only    <meta name="author" content="Alexander Mercouris"> only
  other-name       the byline names somebody else than the author of the original
Needs a person:
  unverified       a byline is shown, and nothing tells whether this person wrote the original; or an outlet stands in the author's
                   place, or a name that only the page's markup calls the author: it may be the copying site's own account
  some-screens     a style sheet hides the byline on some screens, or until a script shows it
Cannot be tested:
  incomplete-input the page could not be read whole, and what was read holds no byline
"""

from collections.abc import Mapping
from typing import Any

from compliance.model.article import SOME_SCREENS, Zone, counts
from compliance.model.attribution import Byline
from compliance.model.case import Case
from compliance.model.finding import Evidence, Verdict
from compliance.model.kind import Kind, Reason
from compliance.model.outcome import Outcome
from compliance.requirements import looking
from compliance.requirements.remedies import byline_line
from compliance.text.names import mentions, same_name

REASONS = {
    "named": Reason(Outcome.PASS, "{author} is named as the author."),
    "absent": Reason(Outcome.FAIL, "No author is named."),
    "hidden": Reason(Outcome.FAIL, "The byline is hidden ({how}): a reader does not see it."),
    "metadata-only": Reason(Outcome.FAIL, "{author} is named in the metadata only: a reader does not see it."),
    "other-name": Reason(Outcome.FAIL, "The byline names {author}; the author of the original is {wanted}."),
    "unverified": Reason(Outcome.REVIEW, "The byline names {author}; nothing tells who wrote the original.", "Did {author} write the original article?"),
    "some-screens": Reason(
        Outcome.REVIEW, "A style sheet hides the byline on some screens, or until a script shows it.", "Do the page's readers see the byline?"
    ),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; no byline was found in what was read."),
}


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Look for the known author first, then for any byline."""
    shown = [byline for byline in case.attribution.bylines if counts(byline.zone, byline.hidden)]
    shown.sort(key=lambda byline: not _may_be_person(case, byline))
    notices = [notice for notice in case.attribution.notices if counts(notice.zone, notice.hidden) and not notice.of_image]
    wanted = case.original.authors

    def verdict(reason: str, byline: Byline | None) -> Verdict:
        evidence: tuple[Evidence, ...] = ()
        if byline:
            role = "match" if reason == "named" else "near-miss"
            zone = Zone.HIDDEN if byline.hidden and byline.hidden != SOME_SCREENS else byline.zone
            evidence = (Evidence(role, zone, byline.name, None, byline.line),)
        details = (("author", byline.name if byline else ""), ("wanted", ", ".join(wanted)), ("how", byline.hidden or "" if byline else ""))
        return Verdict(REASONS[reason].outcome, reason, evidence, looking.searched(case, *wanted), details)

    for byline in shown:
        if any(looking.names_holder(case, byline.name, author) for author in wanted) or (
            byline.told and _may_be_person(case, byline) and any(mentions(notice.text, byline.name) for notice in notices)
        ):
            return verdict("named", byline)
    statements = [(notice.text, notice.zone, notice.line) for notice in notices]
    statements += [(credit.text, credit.zone, credit.line) for credit in case.attribution.credits if credit.counts]
    for author in wanted:
        for text, zone, line in statements:
            if mentions(text, author):
                return verdict("named", Byline(author, None, zone, None, line))
    for notice in notices if not wanted else ():
        # "© Lena Thorsby, ProPublica": who shares the notice with the publisher is the author
        people = [holder for holder in notice.names if " " in holder and looking.name_match(case, holder) is None]
        if people and len(people) < len(notice.names):
            return verdict("named", Byline(people[0], None, notice.zone, None, notice.line))
    if shown:
        return verdict("other-name" if wanted else "unverified", shown[0])
    if case.article.incomplete:
        return verdict("incomplete-input", None)
    hidden = next((byline for byline in case.attribution.bylines if byline.hidden), None)
    if hidden:
        return verdict("some-screens" if hidden.hidden == SOME_SCREENS else "hidden", hidden)
    silent = next((byline for byline in case.attribution.bylines if byline.zone is Zone.METADATA), None)
    return verdict("metadata-only", silent) if silent else verdict("absent", None)


def _may_be_person(case: Case, byline: Byline) -> bool:
    """An outlet, the publisher or the copying site, in the author's place names no person."""
    return byline.person and looking.name_match(case, byline.name) is None and not any(same_name(byline.name, name) for name in case.republisher.names)


BYLINE = Kind(
    name="byline",
    title="The author is named",
    manual=__doc__ or "",
    options={},
    reasons=REASONS,
    check=check,
    remedy=byline_line,
)
