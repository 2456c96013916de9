"""The name that stands in a phrase's slot: where it begins, and where it ends."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container

from compliance.attribution.scan import Scanned
from compliance.model.article import Link
from compliance.text.patterns import lazy
from compliance.text.words import fold, is_compact, is_dense

_HARD_STOP = lazy(
    r"[\n。，、；;،؛।॥۔؟၊။។|•·»\u2022\u2014\u2013()（）【】\[\]<>《》「」]|https?://|www\.|\s[-~/]\s|,(?=\s)|\s(?=©|ⓒ|\([cC]\)\s|Copyright\b)|(?<=[^\s.]{2})[.!?](?=\s|$)|:\s"
)
_UNFILLED = lazy(r"\s*\[[A-Z][A-Z _-]+\](?![\[(])")  # "[OUTLET NAME]"
_ACCOUNT = lazy(  # "公众号「…」": what kind of outlet it is
    r"\s*(?:微信)?(?:公众号|公眾號|公众平台|公号|公號|订阅号|专栏|專欄|网站|網站|博客|部落格|知乎)\s*(?=[「『《“])"
)
_QUOTED = lazy(r"(\w{4,})\s+[«\"“„‚「『]\s?")  # "in the newspaper «Gazette»"
_HOUR = lazy(r"\d{1,2}(?:h\d*|am|pm|[:.]\d\d)\b", re.IGNORECASE)
_DAY = lazy(r"\(?\d{1,2}(?:st|nd|rd|th|er|\.|º|e)?,?")
_DATE = lazy(r"\W*\w{0,2}-?(?:(?:1[5-9]|20)\d\d(?!\d)|\d{1,4}[./:-]\d|\d{1,4}\s?[年月日]|[\u06f0-\u06f9\u0660-\u0669]{4})")
_QUOTES = "\"'“”„«»‘’`*_ \t\u201a"
_OPENING = _QUOTES + ":：[「『《〈【"
_CASE_ENDING = lazy(r"(?<=\w)['’]n?[dt][ea]n?$")  # Turkish: "Gazete Ada'dan"
_JOINERS = frozenset("and for of to et y e und en pour du de des da do di i и &".split())
"""Words that end a name, unless another capital follows: "Some Things to Remember"."""
_LOOSE = frozenset("am im le el la du de den the on of en a und and et".split())
"""Words that no name ends with: what follows them was no part of it."""
_DESCRIPTION = 5  # words that may describe a name before it
_BESIDE_KIND = lazy(r"([^\W\d_][\w-]*)\s+[\"“„«‘']?(?=([^\W\d_])?)")
_LONGEST_SENTENCE = 4000  # characters
_BEFORE_KIND = 5  # words up to the one that says what the outlet is: "the Norwegian daily newspaper Fjordbladet"
_FEW = 5  # words of a link that are a name as they stand
_MAX_WORDS = 9
_LONGEST_ARTICLE = 3  # letters; the longer words of `articles` say what is named: newspaper, site
_MAX_DENSE = 24  # letters of a name in Chinese, Japanese, Korean
_MAX_UNSPACED = 48  # and in the other scripts without spaces, which write a word in as many letters as Latin does
_ABBREVIATION = lazy(r"(?:^|\s)(?:st|mr|dr|u\.s|inc|no|jr|vs|co)$", re.IGNORECASE)


def read_name(scanned: Scanned, start: int, end: int) -> tuple[str | None, int]:
    """The name at the beginning of text[start:end], and where it ends; None when no name stands there.

    A name begins with a capital, a digit, or a letter of a script without capitals, after an article at the most.
    """
    text = scanned.article.text
    at = start
    if _UNFILLED.match(text, at, end):
        return None, at
    account = _ACCOUNT.match(text, at, end)
    at = account.end() if account else at
    while at < end and text[at] in _OPENING:
        at += 1
    kind = _QUOTED.match(text, at, end)
    if kind and fold(kind.group(1)) in scanned.lexicon.articles:
        at = kind.end()
    known = scanned.known_at(at, end)
    if known:
        return text[at:known], known
    stop = _HARD_STOP.search(text, at, end)
    while stop and stop.group() == "." and _ABBREVIATION.search(text[at : stop.start()]):
        stop = _HARD_STOP.search(text, stop.end(), end)
    limit = stop.start() if stop else end
    if stop and stop.group() == "," and (known := scanned.known_at(stop.end() + 1, end)):
        return text[stop.end() + 1 : known], known  # "Source: Jane Doe, The Gazette"
    if limit <= at:
        return None, at
    at = _past_kind(scanned, at, limit)
    words = _words(text[at:limit], scanned)
    name = _CASE_ENDING.sub("", words.strip(_QUOTES + ".,:;!?-–—"))
    finish = at + len(words)
    if not name or not _is_name(name, scanned):
        return None, finish
    return name, finish


def _past_kind(scanned: Scanned, at: int, limit: int) -> int:
    """Where the name begins behind what its outlet is: "the Norwegian daily newspaper Fjordbladet", "in der Tageszeitung Nordkurier"."""
    here = at
    for _ in range(_BEFORE_KIND):
        word = _BESIDE_KIND.match(scanned.article.text, here, limit)
        if word is None:
            break
        here = word.end()
        if word.group(1) in scanned.lexicon.outlets and (word.group(2) or "").isupper():
            return here
    return at


def read_small_name(scanned: Scanned, start: int, end: int) -> tuple[str, int] | None:
    """A name without a capital that is all that stands behind a label: "Source: kathpress"."""
    word = re.compile(r"\s*([a-z][\w-]{2,})\s*\.?$").match(scanned.article.text[start:end])
    if word is None:
        return None
    folded = fold(word.group(1))
    lexicon = scanned.lexicon
    if any(folded in words for words in (lexicon.stop, lexicon.generic, lexicon.articles, lexicon.prepositions, lexicon.months)):
        return None
    return word.group(1), start + word.end(1)


def past_description(scanned: Scanned, start: int, end: int) -> int:
    """Where the name begins after what describes it: "in the Israeli daily newspaper Haaretz", "dans le quotidien Le Matin"."""
    lexicon = scanned.lexicon
    at = start
    for _ in range(_DESCRIPTION):
        word = re.compile(r"\s*([^\W\d_]+)(?=\s)").match(scanned.article.text, at, end)
        if word is None or not word.group(1).islower():
            break
        folded = fold(word.group(1))
        if folded in lexicon.stop and folded not in lexicon.articles and folded not in lexicon.prepositions:
            return start
        at = word.end()
    return at


def _words(piece: str, scanned: Scanned) -> str:
    """The leading words up to a word that ends names, a date, or too many of them."""
    lexicon = scanned.lexicon
    kept = [0]
    words = list(re.finditer(r"\S+", piece))
    for count, match in enumerate(words):
        bare = fold(match.group()).strip(_QUOTES + ".,:;!?")
        joins = bare in _JOINERS and count + 1 < len(words) and words[count + 1].group()[:1].isupper()
        dated = bare in lexicon.months and count + 1 < len(words) and words[count + 1].group()[:1].isdigit()
        if count and ((bare in lexicon.stop and not joins and not _titled(words, count, scanned)) or dated or _begins_date(words[count:], lexicon.months)):
            break
        if not count and _begins_date(words, lexicon.months):
            return ""
        if count >= _MAX_WORDS:
            return ""
        if bare not in _LOOSE:
            kept.append(match.end())
    return piece[: kept[-1]]


def _begins_date(words: list[re.Match[str]], months: Container[str]) -> bool:
    """Whether words begin with a date: "3 May", "May 3", "2015", "6月1日"; "12 Rivers Report" is a name."""
    first = words[0].group()
    if _DATE.match(first) or _HOUR.match(first):
        return True
    rest = [fold(word.group()).strip(_QUOTES + ".,:;!?'’") for word in words[1:3]]
    if _DAY.fullmatch(first):
        return not rest or any(word.partition("'")[0] in months for word in rest)
    return fold(first).strip(_QUOTES + ".,:;!?") in months and bool(rest) and rest[0][:1].isdigit()


def is_date(name: str, months: Container[str]) -> bool:
    """Whether a name that stands before its phrase is a date or an edition of a day."""
    words = list(re.finditer(r"\S+", name))
    return bool(words) and _begins_date(words, months)


def _titled(words: list[re.Match[str]], count: int, scanned: Scanned) -> bool:
    """A small word with a capital between capitals is part of the name: "Revista Qué Pasa", "The Day After Tomorrow"."""
    if not words[count].group()[:1].isupper():
        return False
    if count and words[count - 1].group() in _JOINERS:
        return True  # "Il Molo di Sotto"
    if count + 1 >= len(words):
        return False
    following = words[count + 1].group()
    return following[:1].isupper() and fold(following).strip(_QUOTES + ".,:;!?") not in scanned.lexicon.months


def read_link_name(scanned: Scanned, link: Link) -> str | None:
    """The name that the words of a link are: all of them when they are few, whatever small words stand among them."""
    words = " ".join(scanned.article.text[link.start : link.end].split()).strip(_QUOTES + ".,:;!?-–—「」『』《》")
    if re.fullmatch(r"\[[A-Z][A-Z _-]+\]", words):
        return None  # a slot that nobody filled
    if re.fullmatch(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/@?[\w-]+/?", words):
        return words  # "medium.com/gazette": a corner of a shared site is called so
    opening = re.search(r"(?<=.)[「『《〈«]", words)
    words = words[: opening.start()].rstrip() if opening else words  # an outlet, and the title in brackets behind it
    few = 0 < len(words.split()) <= _FEW and not re.search(r"[.!?:;|,]\s|[。，：；]", words)
    return words if few and _is_name(words, scanned) else read_name(scanned, link.start, link.end)[0]


def _is_name(name: str, scanned: Scanned) -> bool:
    folded = fold(name)
    if folded in scanned.lexicon.generic or len(name) > 80:
        return False
    words = name.split()
    first = words[0]
    if len(words) > 1 and not _begins_with_kind(words) and (fold(first) in scanned.lexicon.articles or fold(first).startswith(("l'", "d'"))):
        first = words[1] if "'" not in fold(first)[:2] else first[2:] or first
    letter = first.lstrip(_QUOTES + "@#(")[:1]
    if not letter or not any(other.isalnum() for other in name):
        return False
    if is_dense(letter):
        return len(name) <= (_MAX_DENSE if is_compact(letter) else _MAX_UNSPACED)
    if letter.isdigit():
        return any(other.isalpha() for other in name)
    cased = letter.lower() != letter.upper()
    return not cased or letter.isupper() or bool(re.fullmatch(r"[a-z][\w-]*(?:\.[a-z]{2,})+", first.strip(_QUOTES))) or any(c.isupper() for c in first)


def _begins_with_kind(words: list[str]) -> bool:
    """Whether the kind of thing that is named is part of its name: "Gazeti la Bandari"."""
    return len(words[0]) > _LONGEST_ARTICLE and words[0][0].isupper() and words[1][0].islower()


def link_at(scanned: Scanned, start: int, end: int, block: int) -> Link | None:
    """The first visible-or-not link of a block whose words begin in [start, end]."""
    return next((link for link in links_of(scanned, block) if start <= link.start <= end and link.end > link.start), None)


def links_of(scanned: Scanned, block: int) -> list[Link]:
    """The links of one block, in order."""
    links = scanned.article.links
    return list(links[bisect_left(links, block, key=_block) : bisect_right(links, block, key=_block)])


def _block(link: Link) -> int:
    return link.block


def sentence_end(scanned: Scanned, offset: int, end: int) -> int:
    """Where the sentence that holds an offset ends, before `end` at the latest."""
    match = re.search(r"[.!?…](?=[\"'”’»)\]*_]*(?:\s|$))|[。！？]", scanned.article.text[offset:end])
    return offset + match.start() if match else end


def sentence_start(scanned: Scanned, offset: int, earliest: int = 0) -> int:
    """Where the sentence that holds an offset begins, within its line and not before `earliest`; a longer one than any is cut."""
    text = scanned.article.text
    nearest = max(earliest, offset - _LONGEST_SENTENCE)
    begin = max(text.rfind("\n", nearest, offset) + 1, nearest)
    best = begin
    for match in re.finditer(r"[.!?…。！？।॥۔؟။។](?:[\"'”’»)\]]*)(?:\s+|(?=[_*]))|(?<=[a-z]{2})[.!?](?=[A-Z][a-z])|[。！？။]", text[begin:offset]):
        best = begin + match.end()
    return best
