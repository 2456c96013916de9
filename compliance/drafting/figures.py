"""Figures in a sentence: so many words, so many days, so many a month."""

from collections.abc import Mapping
from typing import NamedTuple

from compliance.drafting.phrases import Match, Word
from compliance.text.patterns import lazy

_NEAR = 4  # words between a limit and its figure
_DAYS = {"days": 1, "weeks": 7, "months": 30, "years": 365}
_PERCENT = lazy(r"(\d{1,2})\s?%")


class Figure(NamedTuple):
    """A number with its unit, and whether words such as "no more than" stand beside it. place: number of its word."""

    value: int
    unit: str
    limits: bool
    place: int


def figures_of(text: str, words: list[Word], matches: list[Match], numbers: Mapping[str, int]) -> list[Figure]:
    """Every number that a unit follows. text: of the sentence, for the sign of per cent."""
    units = {match.first: match.key.removeprefix("units.") for match in matches if match.key.startswith("units.")}
    limits = [match for match in matches if match.key == "words.limit"]
    found = []
    for place, word in enumerate(words):
        value = _value(word.word, numbers)
        unit = next((units[after] for after in (place + 1, place + 2) if after in units), None)
        if value and unit and not unit.startswith("a-"):
            found.append(Figure(value, unit, _limited(place, limits), place))
    for match in _PERCENT.finditer(text):
        place = next((number for number, word in enumerate(words) if word.start >= match.start()), 0)
        found.append(Figure(int(match.group(1)), "percent", _limited(place, limits), place))
    return found


def days(figure: Figure) -> int | None:
    """How many days it is, None when it measures no time."""
    return figure.value * _DAYS[figure.unit] if figure.unit in _DAYS else None


def _value(word: str, numbers: Mapping[str, int]) -> int | None:
    if word.isdigit():
        return int(word) if word.isascii() and len(word) < 6 else None
    return numbers.get(word)


def _limited(place: int, limits: list[Match]) -> bool:
    return any(-_NEAR <= match.first - place <= _NEAR or 0 <= place - match.last <= _NEAR for match in limits)
