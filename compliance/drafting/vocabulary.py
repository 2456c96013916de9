"""The words of one language with the publisher's names among them: what stands in a text, and what its words mean."""

from compliance.drafting.clauses import Clauses
from compliance.drafting.phrases import Match, Word, words_of
from compliance.text.words import fold


class Vocabulary:
    """names: of the publisher, in canonical form. agencies: their names, as they are written."""

    def __init__(self, clauses: Clauses, names: tuple[str, ...], agencies: frozenset[str]) -> None:
        self.language = clauses.language
        self.numbers = clauses.numbers
        self.audiences = clauses.audiences
        self.slots = clauses.slots
        self._bylines = clauses.bylines
        self._index = clauses.index(names)
        self._names = names
        self._agencies = agencies

    def find(self, words: list[Word]) -> list[Match]:
        """Everything that stands in words."""
        return self._index.find(words)

    def find_in(self, text: str) -> list[Match]:
        """Everything that stands in a text."""
        return self._index.find(words_of(text))

    def agencies_in(self, text: str) -> tuple[str, ...]:
        """The agencies that a text names, as it writes them."""
        spaced = "".join(letter if letter.isalnum() or letter == "-" else " " for letter in text)
        return tuple(name for name in sorted(self._agencies) if name[:1].isupper() and len(name) > 1 and f" {name} " in f" {spaced} ")

    def is_byline(self, quoted: str) -> bool:
        """Whether a quotation is a byline: it begins with a word such as "by"."""
        return fold(quoted.split(maxsplit=1)[0]) in self._bylines

    def names_publisher(self, text: str) -> bool:
        """Whether a text names the publisher."""
        folded = fold(text)
        return any(name in folded for name in self._names)
