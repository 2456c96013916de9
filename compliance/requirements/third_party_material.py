"""third-party-material: what others supplied is not covered by the publisher's terms.

What it asks: publishers can license their own work only. Where the copy names an agency, in the author's place, a dateline, the credit
block, a notice, or the credit or file name of a picture, a person must find out whether the site may use that material. An agency that is
only spoken of in the text says nothing, nor does one in the site's footer or beside the article. What others' players show in a frame is not
looked at.

Option agencies: further names of those whose material is not covered, such as "Harbour Pictures".

Needs a person:
  third-party      Photo: Jane Doe / Getty Images
Does not apply:
  none-seen        the copy names no agency where it names its sources
Cannot be tested:
  incomplete-input the page could not be read whole, and what was read names no agency
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from compliance.model.article import ARTICLE_ZONES, PARTLY, Block, Zone, counts
from compliance.model.case import Case
from compliance.model.finding import Evidence, Searched, Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.text.agencies import agencies_in
from compliance.text.names import same_name, squash
from compliance.text.picture_addresses import picture_name, words_of
from compliance.text.words import fold
from compliance.weighing import looking
from compliance.weighing.picture_owners import own_pictures
from compliance.weighing.pictures import evidence_of
from compliance.weighing.remedies import publisher_of

REASONS = {
    "third-party": Reason(
        Outcome.REVIEW,
        "The copy holds material of {names}, which the terms of {publisher} do not cover.",
        "May this site use the material of {names}? Else it must be left out.",
    ),
    "none-seen": Reason(Outcome.INAPPLICABLE, "The copy names no agency where it names its sources."),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; what was read names no agency."),
}
OPTIONS = {"agencies": Option(tuple, (), (), 'further names of those whose material is not covered, such as "Harbour Pictures"')}
_LINE = 200  # characters of a line of the credit block
_SHOWN = 6  # places in the evidence


class _Place(NamedTuple):
    """Where the copy names an agency."""

    name: str
    evidence: Evidence


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Look for agencies wherever the copy says whose something is."""
    asked = frozenset(each for name in options["agencies"] for each in (name, fold(name)))
    found = [place for place in _places(case, case.lexicon.agencies | asked) if not any(same_name(place.name, own) for own in looking.wanted_names(case))]
    zones = (*ARTICLE_ZONES, Zone.CAPTION)
    if not found:
        reason = "incomplete-input" if case.article.incomplete else "none-seen"
        return Verdict(REASONS[reason].outcome, reason, (), Searched(zones, tuple(options["agencies"])))
    told = {squash(place.name): place.name for place in reversed(found)}
    first = {squash(place.name): place.evidence for place in reversed(found)}
    details = (("publisher", publisher_of(case)), ("names", ", ".join(reversed(told.values()))))
    return Verdict(Outcome.REVIEW, "third-party", tuple(reversed(first.values()))[:_SHOWN], Searched(zones, tuple(options["agencies"])), details)


def _places(case: Case, wire: frozenset[str]) -> Iterator[_Place]:
    """The places that name an agency: statements of the attribution, pictures, lines of the credit block, in this order.

    wire: the names that tell in any line of the credit block; those of picture agencies are words and places too.
    """
    said, article, names = case.attribution, case.article, wire | case.lexicon.picture_agencies
    for credit in said.credits:
        if credit.counts or (credit.zone is Zone.CAPTION and credit.hidden is None):
            yield from _in(credit.name or "", names, looking.of_credit(credit, "near-miss"))
    for byline in said.bylines:
        if counts(byline.zone, byline.hidden):
            yield from _in(f"{byline.name}, {byline.outlet or ''}", names, Evidence("near-miss", byline.zone, byline.name, None, byline.line))
    for notice in said.notices:
        if _seen(notice.zone, notice.hidden):
            yield from _in(", ".join(notice.holders), names, looking.of_notice(notice, "near-miss"))
    for each in said.picture_credits:
        if _seen(each.zone, each.hidden):
            yield from _in(each.text, names, Evidence("near-miss", each.zone, each.text, None, each.line))
    for picture in own_pictures(case):
        for file in picture.files:
            yield from _in(_file_words(file), names, evidence_of(picture, article, "near-miss"))
    for claim in article.claimed("entry:media-credit", "entry:media-copyright"):
        yield from _in(claim.value, names, Evidence("near-miss", Zone.METADATA, claim.value[:200], None, claim.line))
    for index, block in enumerate(article.blocks):
        if block.zone is Zone.CREDIT and block.hidden is None and 0 < block.end - block.start <= _LINE and not _is_teaser(case, index, block):
            text = article.text[block.start : block.end]
            yield from _in(text, wire, looking.of_place(article, block.start, block.end, "near-miss"))


def _in(text: str, names: frozenset[str], evidence: Evidence) -> Iterator[_Place]:
    for found in agencies_in(text, names) if text else ():
        yield _Place(found.name, evidence)


def _seen(zone: Zone, hidden: str | None) -> bool:
    return (hidden is None or hidden in PARTLY) and (zone is Zone.CAPTION or counts(zone, None))


def _file_words(file: str) -> str:
    """The words of a file name when it is the name under which an agency sells the picture."""
    name = picture_name(file)
    return " ".join(words_of(name.stem)) if name.stock else ""


def _is_teaser(case: Case, index: int, block: Block) -> bool:
    """Whether a line is a link to something else, or a heading."""
    linked = sum(link.end - link.start for link in case.article.links if link.block == index)
    return block.tag.startswith("h") or linked * 2 > block.end - block.start


THIRD_PARTY_MATERIAL = Kind(
    name="third-party-material",
    title="What others supplied is left out or licensed",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
)
