"""What stands in the slots of a line: whether it is filled, and whether it agrees with what is known of the original."""

from typing import NamedTuple

from compliance.model.case import Case
from compliance.text.dates import find_dates
from compliance.text.names import mentions, names_in, same_name, squash
from compliance.text.patterns import lazy
from compliance.text.unfilled import is_unfilled, unfilled
from compliance.text.urls import resolve_written, same_page
from compliance.text.words import WORD, fold
from compliance.weighing import looking, origin
from compliance.weighing.remedies import publisher_of
from compliance.weighing.wording import Filled, Match

UNFILLED, OTHER_PUBLISHER, OTHER_VALUE, SIMILAR = "unfilled", "other-publisher", "other-value", "similar"
_ORDER = ("", SIMILAR, OTHER_VALUE, OTHER_PUBLISHER, UNFILLED)

_LABEL = lazy(r"[:|–—]")  # "About us: The Gazette"
_GOES_ON = lazy(r"(?:'s|’s)?\s+\w|:")


class Problem(NamedTuple):
    """What is wrong with a slot, as a key of reasons, empty when nothing is. said: what stands there; wanted: what is known."""

    reason: str
    slot: str = ""
    said: str = ""
    wanted: str = ""

    @property
    def rank(self) -> int:
        """How bad it is."""
        return _ORDER.index(self.reason)


def worst(case: Case, match: Match) -> Problem:
    """The worst problem of a line's slots."""
    text = case.article.text
    slot = unfilled(text[match.start : match.end + 1])
    if slot and not unfilled(match.template.text):
        return Problem(UNFILLED, "", slot.group(), "")
    return max((_problem(case, filled) for filled in match.slots), key=lambda problem: problem.rank, default=Problem(""))


def _problem(case: Case, filled: Filled) -> Problem:
    if filled.slot == "any":
        return Problem("")
    around = case.article.text[max(0, filled.start - 2) : filled.end + 2]
    said = case.article.text[filled.start : filled.end]
    if is_unfilled(said) or unfilled(around) or is_unfilled(around.strip(" .,:;")):
        return Problem(UNFILLED, filled.slot, around.strip() or "nothing", "")
    if filled.slot == "publisher":
        return _publisher(case, said)
    wanted = {
        "author": _wrong_author,
        "title": _wrong_title,
        "date": _wrong_date,
        "republisher": _wrong_republisher,
        "url": _wrong_address,
        "license": _wrong_license,
    }[filled.slot](case, filled, said)
    return Problem(OTHER_VALUE, filled.slot, said, wanted) if wanted else Problem("")


def _publisher(case: Case, said: str) -> Problem:
    names = looking.wanted_names(case)
    match = looking.name_match(case, said)
    if not names or match == looking.EXACT or any(mentions(said, name) for name in names if match is None):
        return Problem("" if _holds_only(case, said, names) else SIMILAR)
    known = publisher_of(case)
    if match:
        return Problem(OTHER_VALUE, "publisher", said, known)
    return Problem(OTHER_PUBLISHER, "publisher", said, known)


def _holds_only(case: Case, said: str, names: tuple[str, ...]) -> bool:
    """Whether a slot holds the name and at most an article before it or a remark behind it, and not a sentence in which the name occurs."""
    places = [(at, at + len(name)) for name in names for at in names_in(fold(said), name)]
    return not places or any(_is_small(case, _LABEL.split(said[:start])[-1]) and not _GOES_ON.match(said, end) for start, end in places)


def _is_small(case: Case, words: str) -> bool:
    return all(fold(word) in case.lexicon.articles or fold(word) in case.lexicon.generic for word in WORD.findall(words))


def _wrong_author(case: Case, _: Filled, said: str) -> str:
    known = case.original.authors
    return "" if not known or any(mentions(said, name) or same_name(said, name) for name in known) else ", ".join(known)


def _wrong_title(case: Case, _: Filled, said: str) -> str:
    """A site's name behind a title, or a subtitle, makes no other title of it."""
    known = origin.titles(case)
    here = squash(said)
    return "" if not known or any(here and (here in squash(title) or squash(title) in here) for title in known) else known[0]


def _wrong_date(case: Case, _: Filled, said: str) -> str:
    known = origin.days(case)
    dates = find_dates(fold(said), case.lexicon.months)
    if not dates:
        return known[0] if known else "a date"
    return "" if not known or any(date.may_be(day) for date in dates for day in known) else known[0]


def _wrong_republisher(case: Case, _: Filled, said: str) -> str:
    known = case.republisher.names
    return "" if not known or any(mentions(said, name) or same_name(said, name) for name in known) else known[0]


def _wrong_address(case: Case, filled: Filled, said: str) -> str:
    """An address in words, or words that link it."""
    if case.target is None:
        return ""
    links = [looking.resolved(case, link) for link in case.article.links if link.start < filled.end and filled.start < link.end]
    written = [address.url for address in case.attribution.addresses if address.start <= filled.end and filled.start < address.start + len(address.text)]
    found = [*links, *written, resolve_written(said) if " " not in said else None]
    return "" if any(same_page(url, case.target) for url in found) else case.target


def _wrong_license(case: Case, filled: Filled, _: str) -> str:
    """Another licence than the one that the terms take over."""
    ours = [name for name in case.terms.extends if name.startswith("cc")]
    named = [mention.id.lower() for mention in case.attribution.licenses if filled.start <= mention.start < filled.end]
    return "" if not ours or not named or any(name.startswith(each) for each in named for name in ours) else ours[0].upper()
