"""Phrases of the clause files, looked for in the words of a sentence.

A phrase is words. `a/b` is either word, `word*` any ending, `*word` any beginning, `…` up to eight other words, but no comma and no "and". Case and
accents do not matter, and punctuation is no word: "don't" is don, t.
"""

from collections.abc import Iterable
from typing import NamedTuple

from compliance.text.patterns import lazy
from compliance.text.words import fold, readable

GAP = "…"
_FURTHEST = 8  # words under a gap
_PIECE = lazy(r"[\w*/…]+")
_WORD = lazy(r"\w+")
_STRONG = frozenset(":()[]")
_WEAK = frozenset(",-|")


class Word(NamedTuple):
    """A word of a sentence in canonical form, at text[start:end]. before: the strongest mark before it, `;`, `:` (a bracket too) or `,`, else ``."""

    word: str
    start: int
    end: int
    before: str


class Match(NamedTuple):
    """A phrase that was found. key: what it is a phrase of. places: the numbers of its words, in order."""

    key: str
    places: tuple[int, ...]

    @property
    def first(self) -> int:
        """The number of its first word."""
        return self.places[0]

    @property
    def last(self) -> int:
        """The number of its last word."""
        return self.places[-1]


class Index:
    """Phrases by their first word. Entries are pairs of key and phrase. joints: words that no gap goes over ("and")."""

    def __init__(self, entries: Iterable[tuple[str, str]], joints: frozenset[str] = frozenset()) -> None:
        self._joints = joints
        self._exact: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        self._begun: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        self._open: list[tuple[str, tuple[str, ...]]] = []
        for key, phrase in entries:
            pieces = pieces_of(phrase)
            for first in pieces[0].split("/"):
                entry = (key, (first, *pieces[1:]))
                if first.startswith("*") or first.find("*") in (1, 2):
                    self._open.append(entry)
                elif "*" in first:
                    self._begun.setdefault(first[:3], []).append(entry)
                else:
                    self._exact.setdefault(first, []).append(entry)

    def find(self, words: list[Word]) -> list[Match]:
        """Every phrase that stands in the words, in the order of their first words; one place counts once for a key."""
        found: dict[tuple[str, tuple[int, ...]], None] = {}
        for number, each in enumerate(words):
            begun = [*self._begun.get(each.word[:3], ()), *self._open]
            for key, pieces in (*self._exact.get(each.word, ()), *(entry for entry in begun if _fits(each.word, entry[1][0]))):
                places = self._follow(words, number, pieces)
                if places:
                    found[key, places] = None
        return [Match(*each) for each in found]

    def _follow(self, words: list[Word], number: int, pieces: tuple[str, ...]) -> tuple[int, ...]:
        """The numbers of the words that a phrase beginning at a word stands on; empty when it does not."""
        places = [number]
        at, skip = number + 1, 0
        for piece in pieces[1:]:
            if piece == GAP:
                skip = _FURTHEST
                continue
            place = self._next(words, at, piece, skip)
            if place < 0:
                return ()
            places.append(place)
            at, skip = place + 1, 0
        return tuple(places)

    def _next(self, words: list[Word], at: int, piece: str, skip: int) -> int:
        for place in range(at, min(len(words), at + skip + 1)):
            if words[place].before:
                return -1
            if any(_fits(words[place].word, choice) for choice in piece.split("/")):
                return place
            if words[place].word in self._joints:
                return -1
        return -1


def pieces_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase, gaps among them. Empty when it has none."""
    return tuple(_PIECE.findall(canonical(phrase)))


def canonical(text: str) -> str:
    """Text in canonical form; the gap stays."""
    return fold(readable(text))


def words_of(text: str) -> list[Word]:
    """The words of a text with what stands between them."""
    folded = fold(text)
    found: list[Word] = []
    end = 0
    for match in _WORD.finditer(folded):
        between = set(folded[end : match.start()])
        blank = " " in between or not found
        mark = ";" if ";" in between else ":" if between & _STRONG else "," if "," in between or (blank and between & _WEAK) else ""
        found.append(Word(match.group(), match.start(), match.end(), mark))
        end = match.end()
    return found


def _fits(word: str, choice: str) -> bool:
    if choice.startswith("*"):
        return choice.strip("*") in word if choice.endswith("*") else word.endswith(choice[1:])
    return word.startswith(choice[:-1]) if choice.endswith("*") else word == choice


def unfold(matches: list[Match]) -> list[Match]:
    """The matches without those whose words all belong to a longer match: "link to the licence" is no "link"."""
    by_place: dict[int, list[Match]] = {}
    for each in matches:
        for place in each.places:
            by_place.setdefault(place, []).append(each)
    return [each for each in matches if not any(_within(each, other) for other in by_place[each.first])]


def _within(one: Match, other: Match) -> bool:
    return len(other.places) > len(one.places) and set(one.places) <= set(other.places)
