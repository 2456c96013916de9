"""The phrases of all languages, as data for one scan."""

from typing import NamedTuple


class Phrase(NamedTuple):
    """A phrase that tells something: its literal words before and after the slot for a name.

    sort: the key under which it stands in rules/phrases (`source`, `byline`, `rights`, ...). A phrase without a slot
    has its words in `before`. All words are in canonical form (compliance.text.words).
    """

    sort: str
    language: str
    before: str
    after: str


class Lexicon(NamedTuple):
    """Phrases and the small words that surround names. All in canonical form."""

    phrases: tuple[Phrase, ...]
    months: frozenset[str]
    articles: frozenset[str]
    stop: frozenset[str]
    generic: frozenset[str]
    prepositions: frozenset[str]
