"""One scan for all phrases of all languages: the words of the page against an index of the phrases.

The index holds each phrase under its longest word; the page's words that are in it, a few dozen, are looked up at their
places. Ten times the phrases cost hardly more, and the index is loaded as it is: an automaton over them takes longer to
build than a small page takes to check.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from compliance.model.article import Article, Block
from compliance.model.lexicon import Entry, Lexicon, Phrase
from compliance.text.patterns import lazy
from compliance.text.words import WORD, fold, occurrences, unpointed, whole_words

_NEXT_WORD = lazy(r"\s+([A-ZÀ-ÞА-Я][\w'-]*)")  # a capital after a name makes it another name
_MARKS = ("©", "(c)", "copyright", "ⓒ", "℗")
_LICENSES = (
    "creative commons", "creative-commons", "creativecommons", "licensebuttons", "cc by", "cc-by", "ccby", "cc_by", "(by-", "(by)", "by-nc", "by-sa", "by-nd",
    "cc0", "cc 0", "cc zero", "cc-zero", "cc attribution", "cc-attribution", "cc share", "cca 2", "cca 3", "cca 4", "cca-", "cc-pddc", "cc-pdm",
    "noncommercial", "sharealike", "share-alike", "share alike", "noderiv", "no deriv", "unported", "public domain mark", "public domain dedication",
    "public domain certification", "copyright-only dedication", "relinquish those rights", "open government licence", "mit license", "mit licence",
    "mit-lizenz", "licence mit", "лицензии mit", "лицензия mit", "mit 许可", "mit 协议", "apache license", "apache licence", "gnu free documentation",
    "gfdl", "知识共享", "署名", "創用", "创用", "创作共用", "創作共用", "クリエイティブ", "크리에이티브", "المشاع",
)  # fmt: skip
"""What stands in every name of a licence that is looked for. No whole words: attribution/licenses.py reads the names."""

_MOST = 5000  # hits of one phrase, and of one sort, that are looked at: a page may be made of them, a stranger's phrase may be a word such as "the"
_STEPS = 5_000_000  # comparisons for the phrases of one word


class Hit(NamedTuple):
    """A phrase that was found: its literal words are text[start:end]."""

    start: int
    end: int
    phrase: Phrase


class Scanned(NamedTuple):
    """An article, its canonical text, and the hits by sort, each in the order of the text. known: publishers' names by their length, the longest first."""

    article: Article
    folded: str
    hits: dict[str, list[Hit]]
    lexicon: Lexicon
    known: tuple[tuple[int, frozenset[str]], ...]

    def known_at(self, start: int, end: int) -> int | None:
        """Where the name of a known publisher that begins at an offset ends; None when none begins there."""
        for length, names in self.known:
            stop = start + length
            if stop <= end and self.folded[start:stop] in names and whole_words(self.folded, start, stop):
                following = _NEXT_WORD.match(self.article.text, stop)
                word = fold(following.group(1)) if following else ""
                if not word or word in self.lexicon.stop or word in self.lexicon.articles:
                    return stop
        return None

    def hits_in(self, sort: str, start: int, end: int) -> list[Hit]:
        """The hits of a sort that begin in text[start:end]."""
        hits = self.hits.get(sort, [])
        return hits[bisect_left(hits, start, key=_start) : bisect_left(hits, end, key=_start)]

    def block(self, offset: int) -> Block:
        """The block that holds an offset."""
        return self.article.blocks[self.article.block_at(offset)]

    def line_span(self, offset: int) -> tuple[int, int]:
        """The line (between line breaks, within its block) that holds an offset."""
        text = self.article.text
        start = text.rfind("\n", 0, offset) + 1
        end = text.find("\n", offset)
        return start, len(text) if end < 0 else end


class Scanner:
    """The phrases of a lexicon, ready to be looked for. known: the names of the publishers on the shelf."""

    def __init__(self, lexicon: Lexicon, known: Iterable[str] = ()) -> None:
        self.lexicon = lexicon
        names: dict[int, set[str]] = {}
        for name in map(fold, known):
            names.setdefault(len(name), set()).add(name)
        self._known = tuple((length, frozenset(names[length])) for length in sorted(names, reverse=True))
        self._keys = lexicon.spaced.keys()
        self._dense = lazy("[" + "".join(sorted({re.escape(start[0]) for start in lexicon.dense})) + "]")

    def scan(self, article: Article) -> Scanned:
        """Find every phrase that stands in the article as whole words and within one block."""
        folded = fold(article.text)
        scanned = Scanned(article, folded, {}, self.lexicon, self._known)
        if not article.blocks:
            return scanned
        bare, places = unpointed(folded)
        for words in _MARKS:
            at = bare.find(words)
            while at >= 0:
                _note(scanned, bare, places, at, (0, words, "mark", words, ""))
                at = bare.find(words, at + 1)
        for words in _LICENSES:
            at = folded.find(words)
            while at >= 0:
                scanned.hits.setdefault("license-mark", []).append(Hit(at, at + len(words), Phrase("license-mark", words, "")))
                at = folded.find(words, at + 1)
        for key in self._keys & set(WORD.findall(bare)):
            entries = self.lexicon.spaced[key]
            found_at = occurrences(bare, key)[: _STEPS // len(entries)]
            for entry in entries:
                noted = 0
                for at in found_at:
                    start = at - entry[0]
                    if start >= 0 and bare.startswith(entry[1], start):
                        noted += 1
                        if noted > _MOST:
                            break
                        _note(scanned, bare, places, start, entry)
        if not bare.isascii() and self.lexicon.dense:
            dense = self.lexicon.dense
            for match in self._dense.finditer(bare):
                at = match.start()
                for entry in dense.get(bare[at : at + 2], ()):
                    if bare.startswith(entry[1], at):
                        _note(scanned, bare, places, at, entry)
        for found in scanned.hits.values():
            found.sort(key=_place)
            del found[_MOST:]
        return scanned


def _note(scanned: Scanned, bare: str, places: list[int] | None, start: int, entry: Entry) -> None:
    """Note a hit. A label's colon stands with or without a space before it, or not at all where the label is a line of its own.

    bare: the canonical text without points; places: where its letters stand in the text.
    """
    article = scanned.article
    end = start + len(entry[1])
    if entry[3].endswith(":"):
        colon = end + 1 if bare.startswith(" :", end) else end
        if bare.startswith(":", colon):
            end = colon + 1
        elif not _alone(article.text, *_mapped(places, start, end)):
            return
    if not whole_words(bare, start, end):
        return
    start, end = _mapped(places, start, end)
    if article.blocks[article.block_at(start)].end >= end:
        scanned.hits.setdefault(entry[2], []).append(Hit(start, end, Phrase(*entry[2:])))


def _mapped(places: list[int] | None, start: int, end: int) -> tuple[int, int]:
    return (places[start], places[end]) if places else (start, end)


def _alone(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is a line of its own: a label in a table cell, a term, a heading."""
    return (start == 0 or text[start - 1] == "\n") and (end == len(text) or text[end] == "\n")


def _start(hit: Hit) -> int:
    return hit.start


def _place(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end
