"""Where something stands: in reading order among the paragraphs of prose, and whether a reader sees it there.

Publishers who want a credit "at the top" want it where the byline stands: before the first paragraph, or opening it. A byline, a date,
a picture with its caption, and a standfirst that is marked as one stand between without harm, for they are no prose. "In the first
paragraph" is content with the place above it too: who asks for it wants nothing further down. "At the end" is behind the last
paragraph, or its last words. One paragraph more on either side (a standfirst without a mark, a line about the author, a
newsletter's offer behind the text) is a question for a person, and so is a text of a single paragraph.
"""

from typing import NamedTuple

from compliance.model.article import PARTLY, PROSE, Article, Zone
from compliance.model.case import Case
from compliance.model.kind import Option, Reason
from compliance.model.outcome import Outcome
from compliance.text.words import dense_letters
from compliance.weighing import standing

POSITIONS = ("top", "first-paragraph", "end")
POSITION = Option(str, "any", ("any", *POSITIONS), "where it must stand: any, top (before the text), first-paragraph (in it or above it), end")

_PROSE_DENSE = 40  # PROSE in scripts that write a word in one or two characters
_LEAD = 40  # characters before or behind something that still opens or closes its paragraph: a dateline, a label
_BEHIND = 2  # paragraphs that may follow an article's end: a line about its author, an offer

_IN_WORDS = {"top": "at the top, before the text", "first-paragraph": "in the first paragraph or above it", "end": "at the end of the text"}


def reasons(what: str) -> dict[str, Reason]:
    """The two reasons of every kind that asks for a position. what: what stands in the wrong place, as messages call it."""
    return {
        "misplaced": Reason(Outcome.FAIL, f"{what} does not stand where the terms want it ({{position}})."),
        "place-unclear": Reason(
            Outcome.REVIEW, f"{what} may not stand where the terms want it ({{position}}).", "Does it stand where the terms want it: {position}?"
        ),
    }


class Place(NamedTuple):
    """A place among the paragraphs of prose. before, after: how many of them stand before and behind it.

    inside: "" in none, else the part of its paragraph: `opening`, `middle`, `closing`; that paragraph is counted in neither.
    """

    before: int
    after: int
    inside: str


def in_words(position: str) -> str:
    """A position for messages."""
    return _IN_WORDS.get(position, "anywhere")


def place_of(article: Article, start: int, end: int) -> Place:
    """The place of text[start:end]."""
    spans = paragraphs(article)
    own = next((span for span in spans if span[0] <= start < span[1]), None)
    before = sum(span[1] <= start for span in spans)
    after = sum(span[0] >= end for span in spans)
    if own is None:
        return Place(before, after, "")
    opens = start - own[0] <= _LEAD
    closes = own[1] - end <= _LEAD
    return Place(before, after, "" if opens and closes else "opening" if opens else "closing" if closes else "middle")


def paragraphs(article: Article) -> list[tuple[int, int]]:
    """The paragraphs of prose that a reader sees, as spans; in a text without any the longer lines stand in for them."""
    spans = []
    for block in article.blocks:
        if block.zone is not Zone.BODY or block.tag in ("h1", "h2", "h3", "h4", "h5", "h6") or (block.hidden and block.hidden not in PARTLY):
            continue
        at = block.start
        # a line break ends a paragraph where the markup made it, not where the source's lines are broken
        for piece in [article.text[block.start : block.end]] if article.exact_lines else article.text[block.start : block.end].split("\n"):
            spans.append((at, at + len(piece)))
            at += len(piece) + 1
    long = [span for span in spans if _is_long(article.text[span[0] : span[1]], PROSE, _PROSE_DENSE)]
    return long or [span for span in spans if _is_long(article.text[span[0] : span[1]], PROSE // 2, _PROSE_DENSE // 2)]


def _is_long(text: str, letters: int, dense: int) -> bool:
    return len(text) >= letters or (len(text) >= dense and len(dense_letters(text)) >= dense)


def stands(article: Article, position: str, start: int, end: int) -> bool | None:
    """Whether text[start:end] stands where a position wants it; None when that is a question."""
    if position not in POSITIONS:
        return True
    place = place_of(article, start, end)
    if not place.before and not place.after and not place.inside:
        return None  # no prose, or nothing but what is looked at
    if position == "end":
        return _at_end(place, whole=article.incomplete is None)
    if place.before > 1:
        return False
    if place.before == 1:
        return None
    return True if position == "first-paragraph" or place.inside in ("", "opening") else None


def _at_end(place: Place, *, whole: bool) -> bool | None:
    if place.after == 0:
        return True if place.inside != "middle" and whole else None
    if place.before == 0 and place.after == 1 and not place.inside:
        return None  # a text of one paragraph
    return None if place.after <= _BEHIND and place.before > place.after else False


def hindrance(article: Article, start: int, end: int) -> str | None:
    """Why text[start:end] does not count although it is there, as a key of reasons; None when a reader sees it in the article.

    Keys: `hidden`, `outside-article`, `in-caption`, `in-aside`, `some-screens`, `screen-only`, `front-matter`.
    """
    blocks = article.blocks[article.block_at(start) : article.block_at(max(start, end - 1)) + 1]
    found = {_of_block(block.zone, block.hidden) for block in blocks if block.end > block.start}
    return next((reason for reason in _WORST if reason in found), None)


_WORST = ("hidden", "outside-article", "in-caption", "in-aside", "some-screens", "screen-only", "front-matter")


def _of_block(zone: Zone, hidden: str | None) -> str:
    return "in-caption" if zone is Zone.CAPTION and not hidden else standing.of_place(zone, hidden)


def judged(case: Case, reason: str, position: str, start: int, end: int) -> str:
    """A reason of what is in order otherwise, or what its place makes of it: `misplaced`, `place-unclear`."""
    answer = stands(case.article, position, start, end)
    return reason if answer else "place-unclear" if answer is None else "misplaced"
