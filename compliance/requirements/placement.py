"""placement: the credit, the link, the byline, the notice or the terms' line stands where the terms want it.

What it asks: one of the things that count as such stands there. Whether there is any, and whether it is right, other demands decide:
where nothing is to be placed, this one does not apply. The place is told in reading order among the paragraphs of prose; byline,
date, pictures with their captions, and a standfirst that is marked as one do not count. At the top is where the byline stands: before
the first paragraph, or opening it.

Option what: `credit` (default), `link` to the original, `byline`, `notice`, `line` (of republication-line).
Option position: `top` (default), `first-paragraph` (in it or above it), `end` (behind the text or closing it).

Passes:
  placed           position = "top": "This story was originally published by The Duran." under the byline
Fails:
  misplaced        position = "top": the credit stands below the text
Needs a person:
  place-unclear    position = "top": the credit stands behind the first paragraph, which may be a standfirst; or the text has one paragraph
Cannot be tested:
  incomplete-input the page could not be read whole, and in what was read nothing stands there
Does not apply:
  nothing-to-place no credit (link, byline, notice, line) is shown: other demands speak of that
"""

from collections.abc import Callable, Mapping
from typing import Any

from compliance.model.article import counts
from compliance.model.case import Case
from compliance.model.finding import Remedy, Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.requirements.byline import places_of
from compliance.requirements.copyright_notice import shown_notices
from compliance.requirements.republication_line import shown_lines
from compliance.text.urls import same_page
from compliance.weighing import links, looking, places
from compliance.weighing.remedies import byline_line, credit_block, link_block, notice_line

_NAMES = {"credit": "credit", "link": "link to the original", "byline": "byline", "notice": "copyright notice", "line": "line that the terms give"}
REASONS = {
    "placed": Reason(Outcome.PASS, "The {what} stands where the terms want it ({position})."),
    **places.reasons("The {what}"),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; no {what} stands there in what was read ({position})."),
    "nothing-to-place": Reason(Outcome.INAPPLICABLE, "No {what} is shown, so none can stand in a wrong place."),
}
OPTIONS = {
    "what": Option(str, "credit", tuple(_NAMES), "what must stand there"),
    "position": Option(str, "top", places.POSITIONS, "where: top (before the text), first-paragraph (in it or above it), end"),
}
_Spans = list[tuple[int, int]]


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Find the places of what is asked, and answer with the best of them."""
    what, position = options["what"], options["position"]
    spans = _FINDERS[what](case)
    details = (("what", _NAMES[what]), ("position", places.in_words(position)))
    answers = {places.judged(case, "placed", position, *span): span for span in reversed(spans)}
    reason = next((reason for reason in ("placed", "place-unclear", "misplaced") if reason in answers), "nothing-to-place")
    evidence = (looking.of_place(case.article, *answers[reason], "match" if reason == "placed" else "near-miss"),) if answers else ()
    if case.article.incomplete and reason in ("misplaced", "nothing-to-place"):
        reason = "incomplete-input"
    remedy = _REMEDIES[what](case) if reason == "misplaced" and what in _REMEDIES else None
    return Verdict(REASONS[reason].outcome, reason, evidence, looking.searched(case), details, remedy)


def _credits(case: Case) -> _Spans:
    named = (looking.EXACT, looking.WEAK)
    own = [credit for credit in case.attribution.credits if credit.counts and credit.sort not in ("references", "translated")]
    return [(credit.start, credit.end) for credit in own if looking.name_match(case, credit.name) in named or looking.name_match(case, credit.text) in named]


def _links(case: Case) -> _Spans:
    found = []
    for link in case.article.links:
        url = looking.resolved(case, link)
        wanted = same_page(url, case.target) or (url and looking.on_wanted_site(case, url) and links.in_credit(case, link))
        if wanted and links.placed(case, link, "linked") == "linked" and not looking.in_terms(case, link.start):
            found.append((link.start, link.end))
    return found


def _bylines(case: Case) -> _Spans:
    return [place for byline in case.attribution.bylines if counts(byline.zone, byline.hidden) for place in places_of(case, byline)]


def _notices(case: Case) -> _Spans:
    return [(notice.start, notice.end) for notice in shown_notices(case)]


_FINDERS: Mapping[str, Callable[[Case], _Spans]] = {"credit": _credits, "link": _links, "byline": _bylines, "notice": _notices, "line": shown_lines}
_REMEDIES: Mapping[str, Callable[[Case], Remedy]] = {"credit": credit_block, "link": link_block, "byline": byline_line, "notice": notice_line}

PLACEMENT = Kind(
    name="placement",
    title="The credit stands where the terms want it",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
)
