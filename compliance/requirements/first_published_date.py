"""first-published-date: the credit says when the original was first published.

What it asks: a date stands in a credit that names the publisher, or in the line that the terms give: in the same sentence, or in a short
line beside it. The day of the original is known from the original itself, when it was given, or from the copy's data (JSON-LD of
`isBasedOn`, front matter `original_date`); then the two must agree. The copy's own date, under its title or in its data, is none. Dates are read
in the languages of the phrase files and as numbers; where day and month may be meant either way, either will do.

Passes:
  dated            First published in The Duran on 6 September 2016.
Fails:
  absent           the credit gives no date
  own-date         the only date is the copy's own, under its title
  other-date       First published in The Duran on 6 May 2015., and the original is of 6 September 2016
  hidden           <p hidden>First published in The Duran on 6 September 2016.</p>
  outside-article  <footer>First published in The Duran on 6 September 2016.</footer>
  metadata-only    original_date: 2016-09-06 in the front matter only
Needs a person:
  near-date        7 September 2016, and the original is of the 6th: another time zone, or another day
  partial-date     First published in The Duran in September 2016.
  relative-date    First published in The Duran last week.
  unread-date      First published in The Duran on 16 Shahrivar 1395.: a date of another calendar
  whose-date       Source: The Duran | 8 September 2016, under the title, or a date in another sentence or line beside the
                   credit, or in a line that names the publisher in no credit's words: the original's, or the copy's?
  outside-credit   the original's date stands under the title, and not in the credit
  in-caption       the dated credit stands in the caption of a picture
  in-aside         the dated credit stands in a side box
  screen-only      the dated credit is hidden from screen readers (aria-hidden)
  some-screens     a style sheet hides the dated credit on some screens, or until a script shows it
  front-matter     preface: "First published in The Duran on 6 September 2016" in a Markdown file; the theme may print it
  unknown-language no dated credit was found, and of the article's language no credit phrases are known
Cannot be tested:
  incomplete-input the page could not be read whole, and in what was read no credit gives a date
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from compliance.model.article import Zone, counts
from compliance.model.case import Case
from compliance.model.finding import Evidence, Verdict
from compliance.model.kind import Kind, Reason
from compliance.model.outcome import Outcome
from compliance.requirements.republication_line import shown_lines
from compliance.text.dates import Found, find_dates, neighbours
from compliance.text.language import primary
from compliance.text.patterns import lazy
from compliance.text.urls import resolve, same_page
from compliance.text.words import is_dense, occurrences
from compliance.weighing import looking, origin, places
from compliance.weighing.remedies import dated_credit

REASONS = {
    "dated": Reason(Outcome.PASS, "The credit says when the original was published: {said}."),
    "absent": Reason(Outcome.FAIL, "No credit says when the original was published."),
    "own-date": Reason(Outcome.FAIL, "The only date is the copy's own ({said}); no credit says when the original was published."),
    "other-date": Reason(Outcome.FAIL, "The credit says {said}; the original was published on {known}."),
    "hidden": Reason(Outcome.FAIL, "The date stands in a credit that is hidden ({how}): a reader does not see it."),
    "outside-article": Reason(Outcome.FAIL, "The dated credit stands outside the article only ({zone})."),
    "metadata-only": Reason(Outcome.FAIL, "The original's date stands in the metadata only ({known}): a reader does not see it."),
    "near-date": Reason(Outcome.REVIEW, "The credit says {said}; the original was published on {known}.", "Is {said} the same day in another time zone?"),
    "partial-date": Reason(Outcome.REVIEW, "The credit gives no day: {said}.", "Do the terms accept “{said}” for the date of first publication?"),
    "relative-date": Reason(Outcome.REVIEW, "The credit gives a date that must be reckoned: “{said}”.", "Do the terms accept “{said}” for a date?"),
    "unread-date": Reason(Outcome.REVIEW, "The credit gives a date of another calendar: {said}.", "Is “{said}” the day on which the original was published?"),
    "whose-date": Reason(
        Outcome.REVIEW,
        "The date {said} stands beside the credit or the publisher's name, and may be the copy's own.",
        "Is {said} the day on which the original was published?",
    ),
    "outside-credit": Reason(
        Outcome.REVIEW, "The original's date ({said}) is shown, but not in a credit.", "Does a reader take {said} for the date of first publication?"
    ),
    "in-caption": Reason(Outcome.REVIEW, "The dated credit stands in the caption of a picture.", "Does the credit speak of the article, or of the picture?"),
    "in-aside": Reason(Outcome.REVIEW, "The dated credit stands in a side box.", "Does this box speak of the article itself?"),
    "screen-only": Reason(Outcome.REVIEW, "The dated credit is hidden from screen readers (aria-hidden).", "Is a credit that screen readers skip good enough?"),
    "some-screens": Reason(
        Outcome.REVIEW, "A style sheet hides the dated credit on some screens, or until a script shows it.", "Do the page's readers see the credit?"
    ),
    "front-matter": Reason(
        Outcome.REVIEW, "The dated credit stands in the front matter.", "Does the site's theme print this line of the front matter beside the article?"
    ),
    "unknown-language": Reason(
        Outcome.REVIEW,
        "No dated credit was found; of the article's language ({language}) no credit phrases are known.",
        "Does a sentence in this language say when the original was published?",
    ),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; no credit in what was read says when the original was published."),
}
_ORDER = (
    "dated", "whose-date", "near-date", "partial-date", "unread-date", "relative-date", "screen-only", "some-screens", "front-matter", "in-aside", "in-caption",
    "outside-credit", "other-date", "hidden", "outside-article", "own-date",
)  # fmt: skip
_SHORT = 300  # characters of a block that is one statement
_REACH = 160  # characters on either side of a credit in a longer one
_ALONE = 40  # characters of a line that holds little more than a date
_BESIDE = "beside"
_DAY, _YEAR = len("06"), len("2016")
_STATEMENT = 160  # characters of a line that is one statement
_CLAUSE_OF = "clause of "
_END = lazy(r"[.!?][\"'”’»)]*\s|[。！？\n]")
_LAST = lazy(r"\w+$")
_WORD = 5  # letters of a word that is no abbreviation
_CLAUSE = lazy(r"[;；|(（]")


class _Region(NamedTuple):
    """text[start:end] in which a date belongs to a statement of origin. sort: the credit's; `beside` for a line of its own next to one."""

    start: int
    end: int
    sort: str


class _Days(NamedTuple):
    """The original's days as far as they are known, and the copy's own."""

    known: tuple[str, ...]
    own: frozenset[str]


class _Seen(NamedTuple):
    """A date and what it is worth."""

    reason: str
    start: int
    end: int


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Read the dates of every credit, then those that stand elsewhere, and answer with the best of them."""
    known = origin.days(case)
    days = _Days(known, _own_days(case))
    regions = list(_regions(case))
    seen = [found for region in regions for found in _dates(case, region, days)]
    seen += [found for region in regions for found in _relative(case, region)] if not seen else []
    seen += list(_in_lines(case, days)) if not seen else []
    seen += list(_elsewhere(case, known)) if not any(each.reason == "dated" for each in seen) else []
    best = min(seen, key=lambda each: _ORDER.index(each.reason), default=None)
    reason = best.reason if best else "absent"
    evidence: tuple[Evidence, ...] = ()
    details = {"known": " or ".join(known) or "unknown", "language": case.unphrased or ""}
    if best:
        block = case.article.blocks[case.article.block_at(best.start)]
        evidence = (looking.of_place(case.article, best.start, best.end, "match" if reason == "dated" else "near-miss"),)
        details |= {"said": " ".join(case.article.text[best.start : best.end].split()), "how": block.hidden or "", "zone": block.zone.value}
    if reason in ("absent", "own-date"):
        if case.article.incomplete:
            reason = "incomplete-input"
        elif case.unphrased:
            reason = "unknown-language"
        elif known and case.reference is None:
            reason = "metadata-only"
    elif case.article.incomplete and REASONS[reason].outcome is Outcome.FAIL:
        reason = "incomplete-input"
    return Verdict(REASONS[reason].outcome, reason, evidence, looking.searched(case, *known), tuple(details.items()))


def _regions(case: Case) -> Iterator[_Region]:
    """Where a date would belong to a credit of the publisher, or to the terms' line."""
    for credit in case.attribution.credits:
        named = looking.name_match(case, credit.name) or looking.name_match(case, credit.text)
        leads = credit.href is not None and same_page(resolve(credit.href, case.article.base), case.target)
        if (named or leads or not looking.wanted_names(case)) and credit.sort not in ("references", "translated"):
            yield from _around(case, credit.start, credit.end, credit.sort)
    for link in case.article.links:
        block = case.article.blocks[link.block]
        if block.zone is Zone.CREDIT and block.end - block.start <= _SHORT and same_page(looking.resolved(case, link), case.target):
            yield _Region(block.start, block.end, "source")
    for start, end in shown_lines(case):
        yield from _around(case, start, end, "first-published")


def _around(case: Case, start: int, end: int, sort: str) -> Iterator[_Region]:
    """The statement itself, the other sentences of a short block, and short lines with little more than a date beside it."""
    blocks = case.article.blocks
    index = case.article.block_at(start)
    block = blocks[index]
    low, high = _sentence(case, start, end)
    yield from _clauses(case, low, high, (start, end), sort)
    if block.end - block.start <= _SHORT:
        yield _Region(block.start, low, _BESIDE)
        yield _Region(high, block.end, _BESIDE)
    for other in (index - 1, index + 1):
        if 0 <= other < len(blocks) and block.zone is not Zone.HEAD and blocks[other].end - blocks[other].start <= _ALONE:
            if blocks[other].zone in (Zone.BODY, Zone.CREDIT) and blocks[other].hidden == block.hidden:
                yield _Region(blocks[other].start, blocks[other].end, _BESIDE)


def _sentence(case: Case, start: int, end: int) -> tuple[int, int]:
    """Where the sentence, or the line, of a statement begins and ends; in a long block no further than a stretch from it."""
    block, text = case.article.blocks[case.article.block_at(start)], case.article.text
    short = block.end - block.start <= _SHORT
    low, high = (block.start, block.end) if short else (max(block.start, start - _REACH), min(block.end, end + _REACH))
    stops = [stop for stop in _END.finditer(text, low, high) if stop.group() == "\n" or not _abbreviates(case, stop.start())]
    low = max((stop.end() for stop in stops if stop.end() <= start), default=low)
    return low, min((stop.start() for stop in stops if stop.start() >= end), default=high)


def _abbreviates(case: Case, stop: int) -> bool:
    """Whether a full stop ends an abbreviation ("Sept. 6", "6. Mai", "г."), and no sentence."""
    word = _LAST.search(case.attribution.folded, max(0, stop - _ALONE), stop)
    behind = case.article.text[stop + 1 :].lstrip("\"'”’») ")[:1]
    if word is None or case.article.text[stop] != ".":
        return False
    if word.group().isdecimal():
        return len(word.group()) <= _DAY
    return word.group() in case.lexicon.months or (len(word.group()) < _WORD and not (len(word.group()) > 2 and behind.isupper()))


def _clauses(case: Case, low: int, high: int, own: tuple[int, int], sort: str) -> Iterator[_Region]:
    """A sentence by its clauses: a date in another than the statement's own may be another event's."""
    marks = [mark.start() for mark in _CLAUSE.finditer(case.article.text, low, high) if not own[0] <= mark.start() < own[1]]
    for start, end in pairwise((low, *marks, high)):
        yield _Region(start, end, sort if start <= own[0] < end else _CLAUSE_OF + sort)


def _dates(case: Case, region: _Region, days: _Days) -> Iterator[_Seen]:
    if looking.in_terms(case, region.start):
        return
    for date in find_dates(case.attribution.folded, case.lexicon.months, region.start, region.end):
        if looking.in_address(case, date.start) or any(notice.start <= date.start < notice.end for notice in case.attribution.notices):
            continue
        reason = _weigh(case, region, date, days)
        if reason and reason != "other-date":
            reason = places.hindrance(case.article, date.start, date.end) or reason
        if reason:
            yield _Seen(reason, date.start, date.end)


def _weigh(case: Case, region: _Region, date: Found, days: _Days) -> str | None:
    """What a date is worth; None for one that speaks of something else."""
    known = days.known
    if not date.readings:
        return "unread-date"
    if known and not any(date.may_be(day) for day in known):
        near = any(date.may_be(other) for day in known for other in neighbours(day))
        return "near-date" if near and date.whole else None if region.sort == _BESIDE else "other-date"
    if not date.whole:
        year = all(len(reading) == _YEAR for reading in date.readings)
        return None if region.sort == _BESIDE and year and not known else "partial-date"
    head = case.article.blocks[case.article.block_at(date.start)].zone is Zone.HEAD
    own = any(date.may_be(day) for day in days.own)
    if not known and (region.sort == _BESIDE or (own and region.sort.startswith(_CLAUSE_OF))):
        return "whose-date"
    if not known and region.sort.removeprefix(_CLAUSE_OF) in ("source", "republished", "read-original") and (head or own):
        return "whose-date"
    return "dated"


def _own_days(case: Case) -> frozenset[str]:
    """The days that are the copy's own: that of its data, and those under its title."""
    own = frozenset((case.occasion.published,)) if case.occasion.published else frozenset()
    heads = [block for block in case.article.blocks if block.zone is Zone.HEAD and counts(block.zone, block.hidden)]
    return own | {day for block in heads for date in find_dates(case.attribution.folded, case.lexicon.months, block.start, block.end) for day in date.readings}


def _relative(case: Case, region: _Region) -> Iterator[_Seen]:
    """Dates that a reader must reckon: "last week"."""
    language = primary(case.article.language) or ""
    words = case.lexicon.relative_dates
    piece = case.attribution.folded[region.start : region.end]
    for word in words[language] if language in words else [word for several in words.values() for word in several]:
        at = piece.find(word) if is_dense(word[0]) else next(iter(occurrences(piece, word)), -1)
        start = region.start + at
        if at >= 0 and places.hindrance(case.article, start, start + len(word)) is None and not looking.in_terms(case, region.start):
            yield _Seen("relative-date", start, start + len(word))


def _in_lines(case: Case, days: _Days) -> Iterator[_Seen]:
    """Dates of short lines that name the publisher in no credit's words: "Publicado el 14 de mayo de 2026 en La Gaceta"."""
    for block in case.article.blocks:
        placed = block.zone in (Zone.BODY, Zone.CREDIT) or (block.zone is Zone.HEAD and block.tag == "p")
        if block.end - block.start > _STATEMENT or not placed or looking.in_terms(case, block.start):
            continue
        words = case.article.text[block.start : block.end]
        if looking.name_match(case, words) in (looking.EXACT, looking.SIMILAR):
            region = _Region(block.start, block.end, _BESIDE)
            yield from (each for each in _dates(case, region, days) if each.reason in ("dated", "whose-date"))


def _elsewhere(case: Case, known: tuple[str, ...]) -> Iterator[_Seen]:
    """Dates in the article's head: the copy's own, unless they are the original's."""
    for block in case.article.blocks:
        if block.zone is Zone.HEAD and counts(block.zone, block.hidden):
            for date in find_dates(case.attribution.folded, case.lexicon.months, block.start, block.end):
                if date.whole:
                    yield _Seen("outside-credit" if any(date.may_be(day) for day in known) else "own-date", date.start, date.end)


FIRST_PUBLISHED_DATE = Kind(
    name="first-published-date",
    title="The credit gives the date of first publication",
    manual=__doc__ or "",
    options={},
    reasons=REASONS,
    check=check,
    remedy=dated_credit,
)
