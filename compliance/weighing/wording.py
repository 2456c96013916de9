"""Words that the terms want to stand in the copy: templates with slots, and where they stand in an article's text.

Compared is word by word in canonical form: case, accents, quotes, dashes, blanks, stops and tags between the words do not
matter. The search is for the rarest word of a template first; only around its places anything is compared.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from compliance.model.case import Case
from compliance.model.terms import Texts
from compliance.text.language import primary
from compliance.text.names import names_in
from compliance.text.patterns import lazy
from compliance.text.words import WORD, fold, is_dense, occurrences, readable, unpointed
from compliance.weighing import looking

SLOTS = ("author", "title", "date", "publisher", "republisher", "url", "license", "any")
"""What may stand in a template between braces."""

_SLOT = lazy(r"\{(\w+)\}")
_LONGEST = {"author": 24, "title": 40, "date": 12, "publisher": 16, "republisher": 16, "url": 40, "license": 24, "any": 60}
"""Words that a slot takes at most; letters, in scripts without spaces."""
_NEIGHBOUR = 300  # characters of a block beside the one that holds the longest word, in which a line may go on
_AROUND = 1500  # characters on either side of it that are looked at
_WINDOWS = 60  # places of it that are looked at
_NEARBY = 12  # places at which something similar is looked for
_READINGS = 60  # ways to read one place
_SENTENCE_END = lazy(r"[.!?…](?=[\"'”’»)\]*_]*(?:\s|$))|[。！？\n]")
_QUOTE = {"“": "”", "«": "»", "„": "“", "「": "」", '"': '"', "‘": "’"}


class Template(NamedTuple):
    """A text of the terms. words: its canonical words, a slot as `{author}`."""

    text: str
    language: str
    words: tuple[str, ...]

    @property
    def literal(self) -> tuple[str, ...]:
        """Its words without the slots."""
        return tuple(word for word in self.words if not _is_slot(word))


class Word(NamedTuple):
    """A word in canonical form, and where it stands in the article's text."""

    text: str
    start: int
    end: int


class Filled(NamedTuple):
    """A slot and what stands in it: the article's text[start:end]."""

    slot: str
    start: int
    end: int


class Match(NamedTuple):
    """A template that stands at text[start:end], word by word."""

    template: Template
    start: int
    end: int
    slots: tuple[Filled, ...]


def templates_of(texts: Texts) -> tuple[Template, ...]:
    """The templates of an option that holds texts by language."""
    return tuple(_template(text, language) for language, several in texts for text in several)


def unknown_slots(text: str) -> list[str]:
    """The slots of a template that nothing fills."""
    return [name for name in _SLOT.findall(text) if name not in SLOTS]


def of_language(case: Case, templates: tuple[Template, ...]) -> tuple[tuple[Template, ...], tuple[Template, ...]]:
    """The templates that are asked of the article, and those of other languages. Where nothing tells its language, all are asked."""
    language = primary(case.article.language)
    if language is None:
        return templates, ()
    asked = tuple(each for each in templates if not each.language or primary(each.language) == language)
    return asked, tuple(each for each in templates if each not in asked)


def _template(text: str, language: str) -> Template:
    words: list[str] = []
    at = 0
    for slot in _SLOT.finditer(text):
        words += [word.text for word in words_in(fold(readable(text[at : slot.start()])))]
        words.append(f"{{{slot.group(1) if slot.group(1) in SLOTS else 'any'}}}")
        at = slot.end()
    words += [word.text for word in words_in(fold(readable(text[at:])))]
    return Template(text, language, tuple(words))


def _is_slot(word: str) -> bool:
    return word.startswith("{")


def words_in(folded: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of folded[start:end], letter by letter in scripts without spaces; points that may be left out do not count."""
    found = []
    for match in WORD.finditer(folded, start, len(folded) if end is None else end):
        word, at = match.group(), match.start()
        if word.isascii() or not any(map(is_dense, word)):
            bare = unpointed(word)[0].strip("_")
            found += [Word(_spelt(bare), at, match.end())] if bare else []
            continue
        begin = 0
        for place, letter in enumerate(word):
            if is_dense(letter):
                found += [Word(word[begin:place], at + begin, at + place)] if place > begin else []
                found.append(Word(letter, at + place, at + place + 1))
                begin = place + 1
        found += [Word(word[begin:], at + begin, match.end())] if begin < len(word) else []
    return found


def _spelt(word: str) -> str:
    """A word as it is compared: British and American spelling of the one word that most of these lines hold."""
    return word.replace("licence", "license") if word.startswith("licence") else word


def find(case: Case, template: Template) -> Iterator[Match]:
    """Every place where a template stands word by word, with the ways to read its slots there."""
    for low, high in _windows(case, template):
        words = words_in(case.attribution.folded, low, high)
        dead: set[tuple[int, int]] = set()
        for at in _starts(case, template, words):
            yield from islice(_read(case, template, words, at, dead), _READINGS)


def _windows(case: Case, template: Template) -> list[tuple[int, int]]:
    """Where to look: around the places of its rarest word, within the block and the short ones beside it. All of its words must be there."""
    blocks = case.article.blocks
    places = min(_places(case, template.literal), key=len, default=None)
    if places is None:
        places = [at for name in looking.wanted_names(case) for at in names_in(case.attribution.folded, name)]
    windows: dict[tuple[int, int], None] = {}
    for at in places:
        index = case.article.block_at(at)
        low, high = blocks[index].start, blocks[index].end
        if index and blocks[index - 1].end - blocks[index - 1].start <= _NEIGHBOUR:
            low = blocks[index - 1].start
        if index + 1 < len(blocks) and blocks[index + 1].end - blocks[index + 1].start <= _NEIGHBOUR:
            high = blocks[index + 1].end
        windows.setdefault((max(low, at - _AROUND), min(high, at + _AROUND)))
        if len(windows) == _WINDOWS:
            break
    return list(windows)


def _places(case: Case, words: tuple[str, ...]) -> list[list[int]]:
    """For each of several words where it stands in the article's text, points or not."""
    bare, at = unpointed(case.attribution.folded)
    found = [sorted(place for form in _forms(word) for place in occurrences(bare, form)) for word in dict.fromkeys(words)]
    return [[at[place] for place in places] for places in found] if at else found


def _forms(word: str) -> tuple[str, ...]:
    """How a word may be written in the canonical text."""
    return (word, word.replace("license", "licence")) if word.startswith("license") else (word,)


def _starts(case: Case, template: Template, words: list[Word]) -> list[int]:
    """The words at which the template may begin. One that begins with a slot begins where a sentence or a line does."""
    first = template.words[0] if template.words else ""
    if not _is_slot(first):
        return [at for at, word in enumerate(words) if word.text == first]
    text = case.article.text
    return [
        at
        for at, word in enumerate(words)
        if at == 0 or _SENTENCE_END.search(text, words[at - 1].end, word.start + 1) or "|" in text[words[at - 1].end : word.start]
    ]


def _read(case: Case, template: Template, words: list[Word], at: int, dead: set[tuple[int, int]]) -> Iterator[Match]:
    for slots, end in _aligned(case, words, at, template.words, dead):
        if end > at:
            yield Match(template, words[at].start, words[end - 1].end, slots)


def _aligned(case: Case, words: list[Word], at: int, wanted: tuple[str, ...], dead: set[tuple[int, int]]) -> Iterator[tuple[tuple[Filled, ...], int]]:
    """Every way to find the wanted words from words[at] on: what the slots hold, and the index behind the last word.

    dead: how many words were wanted where, and were not there; without it, the ways to fill many slots multiply.
    """
    state, fits = (len(wanted), at), False
    if state in dead:
        return
    for index, each in enumerate(wanted):
        if not _is_slot(each):
            if at >= len(words) or words[at].text != each:
                dead.add(state)
                return
            at += 1
            continue
        rest = wanted[index + 1 :]
        most = _within_block(case, words, at, _LONGEST[each[1:-1]])
        lengths = range(most + 1) if rest else [_to_sentence_end(case, words, at, most, _known(case, each, words, at))]
        for length in lengths:
            begin = words[at].start if length else words[at - 1].end if at else 0
            filled = Filled(each[1:-1], begin, words[at + length - 1].end if length else begin)
            for slots, end in _aligned(case, words, at + length, rest, dead):
                fits = True
                yield (filled, *slots), end
        if not fits:
            dead.add(state)
        return
    yield (), at


def _within_block(case: Case, words: list[Word], at: int, most: int) -> int:
    """How many words from words[at] on stand in one block."""
    if at >= len(words):
        return 0
    end = case.article.blocks[case.article.block_at(words[at].start)].end
    return sum(word.start < end for word in words[at : at + most])


def _known(case: Case, slot: str, words: list[Word], at: int) -> int:
    """How many words the publisher's name or the title takes, where it is what stands in the slot: "YES! Magazine" ends no sentence."""
    values = looking.wanted_names(case) if slot == "{publisher}" else (case.article.title or "",) if slot == "{title}" else ()
    found = 0
    for value in values:
        known = [word.text for word in words_in(fold(value), 0, len(value))]
        if known and [word.text for word in words[at : at + len(known)]] == known:
            found = max(found, len(known))
    return found


def _to_sentence_end(case: Case, words: list[Word], at: int, most: int, least: int) -> int:
    """How many words a slot takes that ends its template: those up to the end of the sentence, behind a known name; none where that end stands before."""
    if 0 < at < len(words) and _SENTENCE_END.search(case.article.text, words[at - 1].end, words[at].start):
        return 0
    for length in range(max(1, least), most):
        if _SENTENCE_END.search(case.article.text, words[at + length - 1].end, words[at + length].start + 1):
            return length
    return most


def is_quoted(case: Case, match: Match) -> bool:
    """Whether the words are quoted within a line that says more: a sample, as invitations to republish give it."""
    text = case.article.text
    block = case.article.blocks[case.article.block_at(match.start)]
    opening = text[match.start - 1 : match.start]
    closing = text[match.end : match.end + 2]
    if opening not in _QUOTE or _QUOTE[opening] not in closing:
        return False
    return any(letter.isalnum() for letter in text[block.start : match.start])


def in_terms(case: Case, match: Match) -> bool:
    """Whether the words stand in the terms' own text. A line that is itself such a sentence is none of it."""
    return any(start < match.start < end for start, end in case.attribution.terms_spans)


class Near(NamedTuple):
    """Words that are nearly a template's: the article's text[start:end], and which share of the template they are (0 to 1)."""

    template: Template
    start: int
    end: int
    share: float


_SHARE = 0.6  # of a template's letters that make another line similar to it; the long words tell more than "this was by the"
_DENSITY = 0.5  # of the words of that line
_SHORTEST = 3  # words of a template that can be similar to something
_SLOT_WORDS = 8  # words by which a slot may lengthen a line
_ANCHORS = 3
_STRAY = 2  # words of a run that is found by chance, far from the others
_FAR = 4


def nearest(case: Case, templates: tuple[Template, ...]) -> Near | None:
    """What comes closest to one of the templates: some words changed, left out or put in between."""
    found = [near for template in templates if len(template.literal) >= _SHORTEST for near in _nearly(case, template)]
    return max(found, key=_share, default=None)


def _share(near: Near) -> float:
    return near.share


def _nearly(case: Case, template: Template) -> Iterator[Near]:
    from difflib import SequenceMatcher

    literal = template.literal
    letters = sum(map(len, literal))
    slots = len(template.words) - len(literal)
    folded = case.attribution.folded
    matcher: Any = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(literal)
    looked: set[int] = set()
    for places in sorted(filter(None, _places(case, literal)), key=len)[:_ANCHORS]:
        for place in places[:_NEARBY]:
            block = case.article.blocks[case.article.block_at(place)]
            words = words_in(folded, max(block.start, place - _AROUND // 2), min(block.end, place + _AROUND // 2))
            at = next((index for index, word in enumerate(words) if word.start >= place), len(words))
            reach = len(literal) + slots * _SLOT_WORDS
            words = words[max(0, at - reach) : at + reach]
            if not words or words[0].start in looked:
                continue
            looked.add(words[0].start)
            matcher.set_seq1([word.text for word in words])
            runs = [run for run in matcher.get_matching_blocks() if run.size]
            for kept in (runs, _together(runs)):
                same = sum(run.size for run in kept)
                share = sum(len(word) for run in kept for word in literal[run.b : run.b + run.size]) / letters
                length = kept[-1].a + kept[-1].size - kept[0].a if kept else 0
                if same > 1 and share >= _SHARE and same >= _DENSITY * (length - slots * _SLOT_WORDS):
                    yield Near(template, words[kept[0].a].start, words[kept[0].a + length - 1].end, share)
                    break


def _together(runs: list[Any]) -> list[Any]:
    """Runs of equal words without the stray ones before and behind them."""
    while len(runs) > 1 and runs[0].size <= _STRAY and runs[1].a - (runs[0].a + runs[0].size) > _FAR:
        runs = runs[1:]
    while len(runs) > 1 and runs[-1].size <= _STRAY and runs[-1].a - (runs[-2].a + runs[-2].size) > _FAR:
        runs = runs[:-1]
    return runs
