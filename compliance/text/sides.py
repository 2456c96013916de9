"""One of two texts that are compared: its words, and of which passage each of them is."""

from collections.abc import Sequence
from typing import NamedTuple

from compliance.text.patterns import lazy
from compliance.text.tokens import tokenise

_SENTENCE_END = lazy(r"[.!?…。！？؟।॥۔။።:]")


class Passage(NamedTuple):
    """A paragraph. start: the offset of its first letter, wherever it comes from.

    core: it is part of the text that is compared. doubtful: of the text perhaps, perhaps a caption or an advertisement in it.
    """

    text: str
    start: int = 0
    core: bool = True
    heading: bool = False
    doubtful: bool = False


class Side(NamedTuple):
    """The words of a text, one entry each: canonical form, place in its passage, and what its passage is.

    passage: index into passages.
    """

    passages: tuple[Passage, ...]
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    passage: tuple[int, ...]
    core: tuple[bool, ...]
    heading: tuple[bool, ...]
    doubtful: tuple[bool, ...]

    def raw(self, at: int) -> str:
        """A word as it is written."""
        return self.passages[self.passage[at]].text[self.starts[at] : self.ends[at]]

    def between(self, at: int) -> str:
        """What stands between a word and the next one; a line break where a passage ends."""
        text = self.passages[self.passage[at]].text
        if self.opens(at + 1):
            return text[self.ends[at] :] + "\n"
        return text[self.ends[at] : self.starts[at + 1]]

    def opens(self, at: int) -> bool:
        """Whether a word is the first of its passage; what follows the last word opens too."""
        return at == 0 or at >= len(self.keys) or self.passage[at] != self.passage[at - 1]

    def begins(self, at: int) -> bool:
        """Whether a word is the first of a sentence."""
        return self.opens(at) or _SENTENCE_END.search(self.between(at - 1)) is not None

    def words(self, places: Sequence[int]) -> str:
        """Words as they are written, with what stands between them; passages are parted by line breaks."""
        if not places:
            return ""
        parts: list[str] = []
        first = places[0]
        for at, following in zip(places, [*places[1:], None], strict=True):
            if following is None or self.passage[following] != self.passage[at]:
                parts.append(self.passages[self.passage[at]].text[self.starts[first] : self.ends[at]])
                first = following if following is not None else first
        return "\n".join(parts)

    def span(self, places: Sequence[int], otherwise: int) -> tuple[int, int]:
        """Offsets from the first to the last of some words; where the word `otherwise` begins when there are none."""
        if places:
            return self._offset(places[0]), self._offset(places[-1], end=True)
        if not self.keys:
            return 0, 0
        at = self._offset(otherwise) if otherwise < len(self.keys) else self._offset(len(self.keys) - 1, end=True)
        return at, at

    def _offset(self, at: int, *, end: bool = False) -> int:
        return self.passages[self.passage[at]].start + (self.ends[at] if end else self.starts[at])


def side_of(passages: tuple[Passage, ...]) -> Side:
    """The words of all passages, in order."""
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    places: list[int] = []
    for index, passage in enumerate(passages):
        tokens = tokenise(passage.text)
        keys += tokens.keys
        starts += tokens.starts
        ends += tokens.ends
        places += [index] * len(tokens.keys)
    flags = [tuple(flag(passages[index]) for index in places) for flag in (_core, _heading, _doubtful)]
    return Side(passages, tuple(keys), tuple(starts), tuple(ends), tuple(places), *flags)


def _core(passage: Passage) -> bool:
    return passage.core


def _heading(passage: Passage) -> bool:
    return passage.heading


def _doubtful(passage: Passage) -> bool:
    return passage.doubtful
