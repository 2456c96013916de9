"""Names of agencies in a text. Their short forms are words elsewhere (`ap`, `sid`, `epa`), and count as their owners write them only."""

from functools import lru_cache
from typing import NamedTuple

from compliance.text.words import fold, is_dense, occurrences

_CAPITALS, _SHORT = 5, 3  # letters of a short form in capitals, and of any


class Found(NamedTuple):
    """An agency's name at text[start:end], as the text writes it."""

    start: int
    end: int
    name: str


def agencies_in(text: str, names: frozenset[str]) -> tuple[Found, ...]:
    """The agencies that a text names, longest names first where they overlap, in the order of the text. names: as the lexicon has them."""
    folded = fold(text)
    exact, loose = _sorted(names)
    found = [(at, at + len(name)) for name in exact if name in text for at in occurrences(text, name)]
    found += [(at, at + len(name)) for name in loose if name in folded for at in occurrences(folded, name)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(found), key=_longest):
        if not any(start < stop and begin < end for begin, stop in kept):
            kept.append((start, end))
    return tuple(Found(start, end, text[start:end]) for start, end in sorted(kept))


def _longest(place: tuple[int, int]) -> tuple[int, int]:
    return place[0] - place[1], place[0]


@lru_cache(maxsize=8)
def _sorted(names: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Short forms, which count as they are written, and names, in canonical form."""
    spelt = {name for name in names if not is_dense(name[0])}
    capitals = {name for name in spelt if name.isupper() and len(name) <= _CAPITALS}
    folded = {fold(name) for name in capitals}
    small = {name for name in spelt if len(name) <= _SHORT and name not in folded}
    return tuple(capitals | small), tuple({fold(name) for name in names - capitals - small} - folded)
