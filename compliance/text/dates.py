"""Dates as articles write them: "6 September 2016", "Sept. 6, 2016", "06.09.2016", "2016年9月6日", "٦ سبتمبر ٢٠١٦".

A date is read in every way in which it can be read: 03/04/2024 is the third of April and the fourth of March.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from compliance.text.patterns import lazy
from compliance.text.words import WORD


class Found(NamedTuple):
    """A date that stands at text[start:end].

    readings: ISO days that it may mean; where the day is not given `2016-09`, or `2016`; none when it is a date of a calendar that is not read here.
    """

    start: int
    end: int
    readings: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether it tells the day."""
        return any(len(reading) == _DAY for reading in self.readings)

    def may_be(self, day: str) -> bool:
        """Whether one of the readings is a day, or the month or year of it."""
        return any(day == reading or day.startswith(reading + "-") for reading in self.readings)


_DAY = len("2016-09-06")
_YEARS = range(1900, 2101)
_BUDDHIST = 543  # years that Thailand's calendar is ahead
_NUMERIC = lazy(
    r"(?<![\d./-])(?:(?P<year>\d{4})\s?[-/.]\s?(?P<month>\d{1,2})\s?[-/.]\s?(?P<day>\d{1,2})"
    r"|(?P<first>\d{1,2})\s?[-/.]\s?(?P<second>\d{1,2})\s?[-/.]\s?(?P<last>\d{4}|\d{2}))(?![\d/]|[-.]\d)"
)
_DENSE = lazy(r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월](?:\s?(?P<day>\d{1,2})\s?[日號号일]?)?")
_SPELT = lazy(r"(?P<day>\d{1,2})\s+thang\s+(?P<month>\d{1,2})(?:\s+nam|\s*[,/-])\s+(?P<year>\d{4})")  # Vietnamese numbers its months
_NUMBER = lazy(r"(\d{1,2})(?:st|nd|rd|th|er|re|e|a|º|ª|o|en|te|го|е)?")
_FILLERS = frozenset(
    "de del do da d di of the le la el al il den der am on a o e em ta i in to from ja г года год р року рік an ar mi mwezi wa ano anno rok roku в во "
    "yil yili tahun tanggal kl الاول الثاني".split()
)
"""Words that stand between the parts of a date: "6 de septiembre de 2016"."""
_REACH = 3  # words between a month and its year or day


def find_dates(folded: str, months: Mapping[str, tuple[int, ...]], start: int = 0, end: int | None = None) -> list[Found]:
    """All dates in folded[start:end], in their order. folded: canonical text (compliance.text.words); months: names with their numbers."""
    stop = len(folded) if end is None else end
    found = [Found(match.start(), match.end(), _numeric(match)) for match in _NUMERIC.finditer(folded, start, stop)]
    found += [Found(match.start(), match.end(), _parts(match)) for pattern in (_DENSE, _SPELT) for match in pattern.finditer(folded, start, stop)]
    found = [each for each in found if each.readings]
    for named in _named(folded, months, start, stop):
        if not any(each.start < named.end and named.start < each.end for each in found):
            found.append(named)
    for year in re.finditer(r"(?<![\w./-])\d{4}(?![\w/-])", folded[start:stop]):
        at = start + year.start()
        if int(year.group()) in _YEARS and not any(each.start <= at < each.end for each in found):
            found.append(Found(at, at + 4, (f"{int(year.group())}",)))
    return sorted(found)


def _named(folded: str, months: Mapping[str, tuple[int, ...]], start: int, stop: int) -> Iterator[Found]:
    """Dates with a month's name: its day before or behind it, its year behind it or before the day."""
    words = [(match.group(), match.start(), match.end()) for match in WORD.finditer(folded, start, stop)]
    for at, (word, begin, finish) in enumerate(words):
        numbers = _months(word, months)
        if numbers is None:
            continue
        before, behind = _near(words, at, -1), _near(words, at, 1)
        is_year = _year if numbers else _digits
        year = next((each for each in behind if is_year(each[0])), None) or next((each for each in before[:2] if is_year(each[0])), None)
        if year is None:
            continue
        day = next((each for each in before[:1] if _number(each[0])), None) or next((each for each in behind[:1] if _number(each[0])), None)
        used = [(begin, finish), (year[1], year[2]), *([(day[1], day[2])] if day else [])]
        readings = [_iso(_year(year[0]), number, _number(day[0]) if day else 0) for number in numbers]
        yield Found(min(used)[0], max(each[1] for each in used), tuple(reading for reading in readings if reading))


def _months(word: str, months: Mapping[str, tuple[int, ...]]) -> tuple[int, ...] | None:
    """The numbers of a month's name, None when a word is none."""
    return months.get(word, months.get(word.removesuffix(".")))


def _near(words: list[tuple[str, int, int]], at: int, step: int) -> list[tuple[str, int, int]]:
    """The words next to one, in the order of their distance, without those that only join a date's parts."""
    reach = words[at + 1 : at + 1 + 2 * _REACH] if step > 0 else words[max(0, at - 2 * _REACH) : at][::-1]
    kept: list[tuple[str, int, int]] = []
    for word in reach:
        if word[0] in _FILLERS:
            continue
        if not word[0][:1].isdigit() or len(kept) == _REACH:
            break
        kept.append(word)
    return kept


def _year(word: str) -> int:
    """The year that a word is, 0 when it is none."""
    digits = word.rstrip("年년.г")
    if len(digits) != 4 or not digits.isdecimal():
        return 0
    year = int(digits)
    if year - _BUDDHIST in _YEARS and year not in _YEARS:
        return year - _BUDDHIST
    return year if year in _YEARS else 0


def _digits(word: str) -> bool:
    """Whether a word is a year of whatever calendar."""
    return len(word) == 4 and word.isdecimal()


def _number(word: str) -> int:
    """The day of a month that a word is, 0 when it is none."""
    match = _NUMBER.fullmatch(word)
    day = int(match.group(1)) if match else 0
    return day if day <= 31 else 0


def _numeric(match: re.Match[str]) -> tuple[str, ...]:
    if match.group("year"):
        return _parts(match)
    first, second, last = (int(match.group(name)) for name in ("first", "second", "last"))
    year = last if last > 99 else 2000 + last if last < 70 else 1900 + last
    year = year - _BUDDHIST if year > _YEARS[-1] else year
    return tuple(dict.fromkeys(reading for reading in (_iso(year, second, first), _iso(year, first, second)) if len(reading) == _DAY))


def _parts(match: re.Match[str]) -> tuple[str, ...]:
    reading = _iso(_year(match.group("year")), int(match.group("month")), int(match.group("day") or 0))
    return (reading,) if reading else ()


def _iso(year: int, month: int, day: int) -> str:
    """The ISO form of a date, of a month when the day is 0; empty when there is no such day."""
    if not year or not 1 <= month <= 12:
        return ""
    if not day:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def neighbours(day: str) -> tuple[str, str]:
    """The days before and after an ISO day: what a date may become in another time zone."""
    here = date.fromisoformat(day)
    return (here - timedelta(1)).isoformat(), (here + timedelta(1)).isoformat()


def iso_day(written: str) -> str | None:
    """The day of a date as metadata write it ("2016-09-06T10:00:00Z", "2016/9/6"), None when it is no such date."""
    match = re.match(r"\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)", written)
    if match is None:
        return None
    reading = _iso(int(match.group(1)), int(match.group(2)), int(match.group(3)))
    return reading or None
