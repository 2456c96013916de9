"""The same words, written otherwise: quotes and dashes, capitals, accents, figures, punctuation."""

import unicodedata
from collections.abc import Iterator

from compliance.text.alignment import Run
from compliance.text.sides import Side
from compliance.text.words import fold

_PLAIN = str.maketrans({
    **dict.fromkeys(" \n\t'\"-–—*_`•·|“”„«»‘’‚‹›「」『』《》〈〉[]", ""),
    "…": "...", "。": ".", "、": ",", "，": ",", "！": "!", "？": "?", "：": ":", "；": ";", "（": "(", "）": ")", "．": ".", "؟": "?", "،": ",", "؛": ";",
})  # fmt: skip
_ASKING = frozenset("?!")
_GROUPING = frozenset(".,' :h")

Found = tuple[str, tuple[str, ...], int, int, int]
"""A kind of change, what it may be instead, the word on either side, and how many words it concerns."""


def written_otherwise(run: Run, old: Side, new: Side) -> Iterator[Found]:
    """What differs in a run of words that both sides have: `typography`, `style`, or `changed` where a mark may change the meaning."""
    for step in range(run.size):
        at, there = run.old + step, run.new + step
        one, other = old.raw(at), new.raw(there)
        if one != other and (kind := _word(one, other)):
            yield (*kind, at, there, 1)
        if step + 1 < run.size:
            left, right = old.between(at), new.between(there)
            if left != right and (kind := _marks(left, right, digits=one[-1].isdigit() and old.raw(at + 1)[0].isdigit())):
                yield (*kind, at, there, 2)


def _word(one: str, other: str) -> tuple[str, tuple[str, ...]] | None:
    if one.lower() == other.lower():
        return "typography", ()
    if one[0].isdigit():
        return "style", ()
    bare = [_bare(each) for each in (one.lower(), other.lower())]
    if bare[0] == bare[1] and bare[0] not in (one.lower(), other.lower()):
        return "changed", ("style", "corrections")
    return "style", ()


def _bare(word: str) -> str:
    """A word without its accents."""
    return fold("".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter)))


def _marks(one: str, other: str, *, digits: bool) -> tuple[str, tuple[str, ...]] | None:
    if one.split() == other.split() and ("\n" in one) != ("\n" in other):
        return None  # paragraphs that were joined or parted
    left, right = one.translate(_PLAIN), other.translate(_PLAIN)
    left, right = (" ".join(side.split()).replace(" ", "") for side in (left, right))
    if digits and not (one.isspace() or other.isspace()) and left != right:
        return ("style", ()) if set(one) | set(other) <= _GROUPING else ("changed", ())
    if left == right:
        return "typography", ()
    if (set(left) & _ASKING) != (set(right) & _ASKING):
        return "changed", ("style", "corrections", "typography")
    return "style", ()
