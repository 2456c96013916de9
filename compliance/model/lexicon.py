"""The phrases of all languages, as data for one scan."""

from collections.abc import Mapping
from typing import NamedTuple

Entry = tuple[int, str, str, str, str]
"""A phrase in the index: where its key stands in its words, the words to be found, sort, words before and after the slot.

Plain tuples: thousands of them are loaded at every start.
"""


Counter = tuple[str, str, str, str]
"""A publisher's page counter: the publisher, its host (`*`: any), how its path begins, the parameter it must have, if any."""


class Phrase(NamedTuple):
    """A phrase that tells something: its literal words before and after the slot for a name.

    sort: the key under which it stands in rules/phrases (`source`, `byline`, `rights`, ...). A phrase without a slot
    has its words in `before`. All words are in canonical form (compliance.text.words).
    """

    sort: str
    before: str
    after: str


class Lexicon(NamedTuple):
    """Phrases, indexed for one scan, and the small words that surround names. All in canonical form.

    spaced: phrases by their longest word. dense: phrases of scripts that do not separate words, by their first two letters.
    rights: reservations of rights. bylines: what bylines and translators' credits begin with. common: per language its commonest
    words, by which a text's language is told. months: names of months with their numbers, several where a name is two months' (Arabic
    كانون), none where the year begins elsewhere. subject: words by which a sentence says that it speaks of the article.
    agencies: names of news agencies; picture_agencies: of those that sell pictures; picture_libraries: of those that give them away.
    outlets: what an outlet is called beside its name (newspaper, blog), also as written (German nouns). relative_dates: per language
    "yesterday", "last week". institutions: what places of learning are called. machine_translation: how a copy says that no person
    translated it. counters: publishers' page counters. writing: per language how it writes, packed (compliance.text.writing).
    """

    spaced: Mapping[str, tuple[Entry, ...]]
    dense: Mapping[str, tuple[Entry, ...]]
    rights: tuple[str, ...]
    bylines: tuple[str, ...]
    common: Mapping[str, tuple[str, ...]]
    months: Mapping[str, tuple[int, ...]]
    articles: frozenset[str]
    stop: frozenset[str]
    generic: frozenset[str]
    prepositions: frozenset[str]
    subject: frozenset[str]
    agencies: frozenset[str]
    outlets: frozenset[str]
    relative_dates: Mapping[str, tuple[str, ...]]
    institutions: frozenset[str]
    machine_translation: frozenset[str]
    counters: tuple[Counter, ...] = ()
    writing: Mapping[str, str] = {}
    picture_agencies: frozenset[str] = frozenset()
    picture_libraries: frozenset[str] = frozenset()

    @property
    def languages(self) -> int:
        """How many languages there are phrases of."""
        return len(self.common)

    @property
    def size(self) -> int:
        """How many phrases there are."""
        return sum(map(len, self.spaced.values())) + sum(map(len, self.dense.values()))
