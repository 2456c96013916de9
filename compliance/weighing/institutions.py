"""Universities and institutes that an article names, and those among them that stand beside its authors."""

from typing import NamedTuple

from compliance.model.article import Article, Block, Zone
from compliance.model.attribution import Attribution
from compliance.model.lexicon import Lexicon
from compliance.text.names import squash
from compliance.text.patterns import lazy
from compliance.text.words import WORD, fold, is_dense, occurrences

_SMALL = frozenset(
    "of for the and de del della di da do dos das du des la le les el al für fur und et y e i van der den voor och og im am in на и по ім".split()
)
"""Small words within an institution's name."""
_JOINS = frozenset((" ", "-", "'", "’", "&", " & ", ". ", " “", " „", " «", ' "'))
_MOST = 8  # words of a name on either side of the one that says what it is
_ADJECTIVES = 2  # words before it that Cyrillic does not write with a capital: "Острельский государственный университет"
_CYRILLIC = lazy(r"[\u0400-\u04ff]{5,}$")
_NO_CASE = 3  # the same behind it, in scripts without capitals
_DENSE = 16  # letters of a name in scripts without spaces
_NEAR = 200  # characters of a line beside an author's name that tells who the author is
_ROLE = 100  # characters of the author's role before the institution in that line: "Professor of Hydrology, ..."
_ENDS = 3  # characters behind it
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BIO = 700  # characters of a paragraph about an author
_OPENS = 24  # characters before the author's name in such a paragraph

_STOPS = (". ", "\n", "。")
_OTHER_TIES = lazy(
    r"\b(?:fund(?:s|ed|ing)|financ|finanz|fordergeld|fordermittel|stipend|scholarship|subvenci|subvention|beca[sd]|bolsa|disclos|shares in|conflict of interest"
    r"|studied|graduat|alumn|studiert|etudie\b|diplome|estudio|estudou|laureat|absolv|финанс|грант|окончил|учил)|资助|資助|助成|毕业|畢業|卒業|تمويل|يتلقى"
)


class Institution(NamedTuple):
    """An institution's name: text[start:end]."""

    name: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """What it is compared by."""
        return squash(self.name)


def find_institutions(text: str, start: int, end: int, lexicon: Lexicon) -> list[Institution]:
    """The institutions named in text[start:end]: the words by which they are called, with the names around them."""
    folded = fold(text[start:end])
    found: list[tuple[int, int]] = []
    for word in lexicon.institutions:
        if word[:1] not in folded:
            continue
        places = _dense_places(folded, word) if is_dense(word[0]) else occurrences(folded, word)
        for at in places:
            span = (
                _dense_name(text, start + at, start + at + len(word), start)
                if is_dense(word[0])
                else _name(text, start + at, start + at + len(word), start, end)
            )
            if span:
                found.append(span)
    merged: list[tuple[int, int]] = []
    for span in sorted(set(found)):
        if merged and span[0] < merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], span[1])
        else:
            merged.append(span)
    return [Institution(" ".join(text[low:high].split()), low, high) for low, high in merged]


def _dense_places(folded: str, word: str) -> list[int]:
    at = folded.find(word)
    places = []
    while at >= 0:
        places.append(at)
        at = folded.find(word, at + 1)
    return places


def _dense_name(text: str, start: int, end: int, least: int) -> tuple[int, int] | None:
    """A name in a script without spaces: the letters before the word."""
    low = start
    while low > max(least, start - _DENSE) and is_dense(text[low - 1]) and text[low - 1].isalpha():
        low -= 1
    return (low, end) if low < start else None


def _name(text: str, start: int, end: int, least: int, most: int) -> tuple[int, int] | None:
    """The name around a word such as "University": capitals beside it, and small words between them. None for the bare word."""
    words = [(match.group(), match.start(), match.end()) for match in WORD.finditer(text, max(least, start - 120), min(most, end + 120))]
    first = next((index for index, word in enumerate(words) if word[2] > start), None)
    if first is None:
        return None
    last = max(index for index, word in enumerate(words) if word[1] < end)
    if words[first][0].lower() == words[first][0].upper():  # a script without capitals
        stop = last
        while stop + 1 < len(words) and stop - last < _NO_CASE and text[words[stop][2] : words[stop + 1][1]] == " ":
            stop += 1
        return (words[first][1], words[stop][2]) if stop > last else None
    low = _reach(text, words, first, -1)
    high = _reach(text, words, last, 1)
    if low == first and high == last:
        return None
    return words[low][1], words[high][2]


def _reach(text: str, words: list[tuple[str, int, int]], at: int, step: int) -> int:
    """The last word in one direction that belongs to the name."""
    kept = at
    for index in range(at + step, at + step * (_MOST + 1), step):
        if not 0 <= index < len(words):
            break
        gap = text[words[index][2] : words[index - step][1]] if step < 0 else text[words[index - step][2] : words[index][1]]
        if gap not in _JOINS:
            break
        word = words[index][0]
        if word[0].isupper():
            kept = index
        elif (step > 0 and fold(word) not in _SMALL) or (step < 0 and (not _CYRILLIC.match(word) or at - index > _ADJECTIVES)):
            break
    return kept


def beside_authors(article: Article, attribution: Attribution, lexicon: Lexicon, known: tuple[str, ...] = ()) -> list[Institution]:
    """The institutions that stand beside an author's name: in the byline's line, the next short one, or a paragraph about the author.

    known: the authors of the original, where it was given: the copy's byline may be its own staff's. Hidden institutions too; those
    in navigation, comments, the site's footer and the terms' own text are none.
    """
    names = [fold(name) for name in {*known, *(byline.name for byline in attribution.bylines)} if " " in name or is_dense(name[0])]
    found: dict[tuple[int, int], Institution] = {}
    terms = attribution.terms_spans
    for index, block in enumerate(article.blocks):
        if block.zone in (Zone.NAV, Zone.COMMENTS, Zone.SITE_FOOTER) or not any(_is_of(attribution.folded, block, name) for name in names):
            continue
        named = find_institutions(article.text, block.start, block.end, lexicon)
        following = article.blocks[index + 1] if index + 1 < len(article.blocks) else None
        if following and following.zone is not Zone.BODY and following.hidden == block.hidden and following.tag not in _HEADINGS:
            below = find_institutions(article.text, following.start, min(following.end, following.start + _NEAR), lexicon)
            named += [each for each in below if following.end - each.end <= _ENDS and each.start - following.start <= _ROLE]
        found |= {(each.start, each.end): each for each in named}
    return [each for each in found.values() if not any(start <= each.start < end for start, end in terms) and not _pays(attribution.folded, each)]


def _pays(folded: str, institution: Institution) -> bool:
    """Whether the sentence of an institution says that it gives money, or taught the author once: it is not where the author works."""
    start, end = institution.start, institution.end
    low, high = max(0, start - _BIO), end + _BIO
    begin = max(low, *(folded.rfind(stop, low, start) + 1 for stop in _STOPS))
    finish = min([high, *(at for stop in _STOPS if (at := folded.find(stop, end, high)) >= 0)])
    around = folded[begin:start], folded[end:finish]
    return any(_OTHER_TIES.search(words) for words in around)


def _is_of(folded: str, block: Block, name: str) -> bool:
    """Whether a block is an author's line, or a paragraph about the author."""
    at = folded.find(name, block.start, block.end)
    if at < 0:
        return False
    if block.end - block.start <= _NEAR and block.zone is not Zone.BODY:
        return True
    return at - block.start <= _OPENS and block.end - block.start <= _BIO
