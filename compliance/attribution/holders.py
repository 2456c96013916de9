"""Whom a copyright notice names, and its years: the words behind the mark, up to where the notice says something else."""

import re
from typing import NamedTuple

from compliance.model.lexicon import Lexicon
from compliance.text.patterns import lazy
from compliance.text.words import fold, is_dense

_MONTH = lazy(r"\W*(?:\d{1,2}\.?\s+)?([^\W\d_]{3,10})\.?\s+(?=(?:19|20)\d\d\b)")
YEAR = lazy(r"(?<![\d.])((?:19\d\d|20[0-4]\d))(?:\s*(?:[-–—/~]+|to|bis)\s*((?:19|20)?\d\d|present|today|heute|now|今))?(?![\d])", re.IGNORECASE)
_YEARS = lazy(
    r"(?:[\s,;:.·•|?*'\"“”\ufffd_(\[{–—-]|@(?=\s)|</?\w{1,9}>)*"
    r"(?:(?:19\d\d|20[0-4]\d)(?:\s?[,/~–—-]+\s?\d\d?(?!\w))*(?:\s*[,;/&~–—-]+\s*(?:and\s+)?|\s+(?:and|to|und|et|y)\s+|\s+)?(?:present|today|heute|now|年)?)+[)\]}]?"
    r"(?:\$\{[^}]*\}|and later|onwards)?",
    re.IGNORECASE,
)
_TRAILING = lazy(
    r"[.,\s]*(?:(?:\(c\)|©)\s*)?(?:\(\s*)?(?:19\d\d|20[0-4]\d)(?:\s*[–—-]\s*(?:(?:19\d\d|20[0-4]\d)|present|today|heute))?(?![\d-])\)?"
    r"(?=\s*(?:[.,;|)]|$|\n))",
    re.IGNORECASE,
)
_LEAD = lazy(
    r"(?:[\s,;:.·•|?*'\"“”\ufffd_(\[/–—>=-]|@(?=\s)|</?\w{1,9}>|\$\w+(?::[^$]*)?\$|"
    r"(?:[Bb]y|BY|of|von|par|por|[Hh]olders?|[Oo]wners?|[Nn]otice|belongs to|[Pp]ublished by|(?:is )?(?:held|owned) by|the following|and its licensors|"
    r"(?:[Ff]oto|[Pp]hoto|[Bb]ild|[Ii]mage|[Pp]icture)(?=[:\s]))(?![\w.])[:\s]*)+"
)
_MARK = lazy(r"©|ⓒ|℗|\(c\)|\bcopyright\b", re.IGNORECASE)
_TAG = lazy(r"</?[a-z][a-z0-9]{0,9}\s?/?>", re.IGNORECASE)
_ADDRESS = lazy(
    r"[<(\[{]?\s*(?:mailto:)?(?:https?://|ftp://)[^\s>)\]]+\s*[>)\]}]?|[<(\[{]?\s*[\w.+-]+(?:@| at )[\w-]+(?:(?:\.| dot )[\w-]+)+\s*[>)\]}]?|"
    r"<\s*www\.[^\s>]+\s*>"
)
# Words with which a notice turns to something else than its holder. Lower case: names have them seldom, but for May and Will.
_VERBS = (
    "is are was were has have may shall must can will licensed licenced released distributed published provided used reprinted reproduced taken derived "
    "based powered designed hosted see ist sind est sont es son è sono omfattet under unless except if without where which that subject permission "
    "sofern soweit wenn außer sauf sous salvo som"
).replace(" ", "|")
_TURN = lazy(rf"\s(?:(?:and|but)\s+)?(?:{_VERBS}|developed by|made (?:available|with)|with (?:attribution|permission|love)|user contributions)\b")
# The same where a new sentence, clause or line may begin.
_OPENERS = (
    "licen[cs]ed?|released|distributed|distributable|published|provided|permission|used|reprinted|reproduced|reproduction|republication|redistributions?|"
    "unauthori[sz]ed|see|this|these|for|portions|based|derived|everyone|authors?|contact|a member|an? [\\w-]+ company|member|part|powered|proudly|"
    "the (?:asf|above|following|software)|user contributions|design(?:ed)?|website|site by|other|you|your|it|we|all|version"
)
_OPENER = lazy(rf"(?:(?<=[.;,)])\s+|\n\s*|\s{{3,}}|\s[–—-]\s)(?:{_OPENERS})\b", re.IGNORECASE)
_MAKER = lazy(r"(?:website |site )?(?:design(?:ed)?|powered|printed|created|hosted|developed) (?:by|from|with)\b", re.IGNORECASE)
# What stands beside the notice in a site's footer.
_FURNITURE = (
    "impressum|imprint|datenschutz\\w*|agbs?|nutzungsbedingungen|kontakt|privacy(?: policy)?|terms (?:of|and|&) \\w+|cookies?(?: policy)?|sitemap|disclaimer|"
    "contact us|about us|mentions légales|aviso legal|política de \\w+|note legali|colofon|tietosuoja\\w*|powered by|proudly powered|all content\\w*|"
    "all materials?|all images|alle (?:inhalte|texte|bilder|angaben)|alt (?:materiale|indhold)|todo el contenido|tout le contenu|tutti i contenuti|"
    "content management|creative commons|cc[- ]by|this link opens|reg\\. no|isbn|issn|tel\\.?|phone|fax|rev\\.? \\d|reserved"
)
_RIGHTS = "(?:all|some|alle|bestimmte|einige|sämtliche|tous|algunos|todos)\\s+(?:\\w+\\s+){0,2}(?:rights?|rechten?|droits|derechos|direitos|diritti)"
_BESIDE = lazy(rf"(?<!\w)(?:{_FURNITURE}|{_RIGHTS})(?!\w)", re.IGNORECASE)
_END = lazy(r"[.!?](?=\s|$)(?!\s+(?:inc|ltd|llc|corp|gmbh)\b)|[。！？]|[|•·]|;(?=\s)|\n|\s//\s|\s\*\s|[\"”]\s*[,;)]", re.IGNORECASE)
_ABBREVIATION = lazy(r"(?:^|[\s,(./-])(?:[A-Za-z]|inc|ltd|llc|corp|co|bros|dept|univ|assn|intl|sp|st|dr|prof|mr|mrs|ms|jr|sr|v|rhld|\w+\.\w)$", re.IGNORECASE)
_HOUSE = lazy(r"\s+\d")  # "The Gazette Inc. 12 Quay Street"
_OPEN_END = lazy(r"(?:,|/|&|\b(?:and|und|et|y|e|of|the|by|von|de|for)|[^\W\d_]-)\s*$")
_GOES_ON = lazy(r"\s*(?:and|und|et|&|of)\s+\S")
_PARENS = lazy(r"\s+[(\[][^()\[\]]*[)\]]?[\s,.;]*$")
_PLACEHOLDER = lazy(
    r"[\[{<]+\s*[^\]}>@]*(?:name|owner|author|holder|your|date|year|yyyy|template)[^\]}>]*[\]}>]+|"
    r"name of (?:the )?(?:copyright|author|owner)|year name\b|your (?:company |full )?name\b|\{\{|%[ds]\b",
    re.IGNORECASE,
)
# "本文系某报独家稿件": the article is somebody's own work. Quotation marks around a name, and what kind of thing it names.
_OWN_WORK = lazy(
    r"(?:本文|本稿|该文|該文|此文|文章)(?:系|係|为|為|是|由)([^，。；！\n]{2,30}?)的?(?:在[^，。；！\n]{2,12}?)?(?:独家|獨家|原创|原創|首发|首發|创作|創作|撰写|撰寫|出品|供稿)"
)
_QUOTED = lazy(
    r".*【(.{2,20})】|(?:.{0,12}(?:博主|作者|记者|用户))?[“「『《\"](.{2,20}?)[”」』》\"]?(?:微信)?(?:公众号|公眾號|公号|平台|栏目)?$|(.{2,20}?)(?:微信)?(?:公众号|公眾號|公号)$"
)
_NOBODY = frozenset("本站 本网 本報 本报 本刊 本人 本平台 本公众号 作者 原作者 原作者本人 作者本人 博主 博主的 楼主 我 笔者 个人".split())
_PEOPLE = lazy(r"\b(?:contributors?|authors?|developers|members)$", re.IGNORECASE)
_SPLIT = lazy(r"\s*(?:[,;|/·•]|\s[–—-]\s|&amp;|，|、|；)\s*")
_TAIL = lazy(r",\s*(?=(?:inc|llc|ltd|gmbh|s\.?a|corp|co|plc|jr|sr)\b\.?)", re.IGNORECASE)
_LOOSE_END = lazy(r"(?:,? (?:and|und|et|by|of|with|or|its|portions|parts))+$")
_EDGES = " \t\n.,:;|–—-_*•·\"'“”«»„[]{}<>/=#®™"
_LONGEST = 120  # characters of a holder
SMALL = frozenset(
    "of the and & for und der die das des dem den für von zu im in et de du la le les l' y del los e di da do dos van het a at by via or their its".split()
)
"""Words that names write small."""


class Named(NamedTuple):
    """holder: as the notice writes it, empty when it names nobody. years: as in the notice. end: where the statement ends."""

    holder: str
    years: tuple[int, ...]
    end: int


def read_holder(text: str, start: int, end: int, lexicon: Lexicon, *, bars: bool = False) -> Named:
    """Whom text[start:end], which begins behind the mark, names. bars: a bar parts photographer and agency, and ends nothing."""
    month = _MONTH.match(text, start, end)
    head = _YEARS.match(text, month.end() if month and fold(month.group(1)) in lexicon.months else start, end)
    begin = head.end() if head else start
    lead = _LEAD.match(text, begin, end)
    begin = lead.end() if lead else begin
    if not head:
        head = _YEARS.match(text, begin, end)  # "by 2004 Jane Doe", "[2014] [name]"
        if head:
            lead = _LEAD.match(text, head.end(), end)
            begin = lead.end() if lead else head.end()
    stop = begin if _MAKER.match(text, begin, end) else _stop(text, begin, end, lexicon, bars)
    raw = text[begin:stop]
    unfilled = is_placeholder(text[max(start, begin - 1) : stop + 1])
    if text[begin - 1 : begin] == "[" and "]" in raw:
        raw = raw[: raw.find("]")]
    raw, late = _without_years(raw)
    holder = clean(raw)
    tail = _TRAILING.match(text, stop, end)
    if tail and not late:
        late = years_of(tail.group())
        stop = tail.end()
    years = (*years_of(head.group() if head else ""), *late)
    if not any(letter.isalpha() for letter in holder) or unfilled or len(holder) > _LONGEST or fold(holder) in lexicon.months:
        holder = ""
    return Named(holder, tuple(dict.fromkeys(years)), stop)


def is_placeholder(text: str) -> bool:
    """Whether a notice is a form that nobody filled in: "Copyright (c) <year> <name of author>"."""
    return _PLACEHOLDER.search(text) is not None


def _stop(text: str, begin: int, end: int, lexicon: Lexicon, bars: bool) -> int:
    """Where the name ends: at a sentence's end, at words that are no name, at the end of a line that is not continued."""
    other = _MARK.search(text, begin, end)
    if other:
        end = other.start()
    folded = fold(text[begin:end])
    for words in lexicon.rights:
        at = folded.find(words)
        if 0 <= at < end - begin:
            end = begin + at
    for pattern in (_BESIDE, _TURN, _OPENER):
        found = pattern.search(text, begin, end)
        end = found.start() if found else end
    at = begin
    while at < end:
        hit = _END.search(text, at, end)
        if hit is None:
            return end
        sign = hit.group()
        at = hit.end()
        before = text[begin : hit.start()]
        if sign == "." and at < end and _ABBREVIATION.search(before) and not _HOUSE.match(text, at, end):
            continue
        if sign in "|•·" and bars:
            continue
        if sign == "\n" and at < end and _continues(text, begin, hit.start(), at, end):
            continue
        return hit.start()
    return end


def _continues(text: str, begin: int, stop: int, following: int, end: int) -> bool:
    """Whether a line that ends within a notice goes on in the next: a comma, an "and", nothing named yet."""
    line = _ADDRESS.sub("", text[text.rfind("\n", begin, stop) + 1 or begin : stop])
    if not any(letter.isalpha() for letter in line):
        return not any(letter.isalpha() for letter in text[begin:stop])
    return bool(_OPEN_END.search(line) or _GOES_ON.match(text, following, end))


def years_of(text: str) -> tuple[int, ...]:
    """The years of a text; a range as first and last."""
    found: list[int] = []
    for match in YEAR.finditer(text):
        first, last = match.groups()
        found.append(int(first))
        if last and last.isdigit():
            until = int(last) if len(last) == 4 else int(first[:2] + last)
            if until > int(first) or len(last) == 4:  # no month: "2016-05"
                found.append(until)
    return tuple(dict.fromkeys(found))


def _without_years(raw: str) -> tuple[str, tuple[int, ...]]:
    """A holder's words without the years among them, and those years. A year that is followed by a word is part of a name."""
    years: list[int] = []
    kept = ""
    at = 0
    for match in YEAR.finditer(raw):
        before, after = raw[: match.start()].rstrip(), raw[match.end() :]
        if before and before[-1] not in ",;(–—-\n" and re.match(r"\s+[^\W\d_]", after) and not re.match(r"\s+(?:and|by)\b", after):
            continue
        if match.start() and not raw[match.start() - 1].isspace() and raw[match.start() - 1] not in ",;(":
            continue
        years += years_of(match.group())
        kept += raw[at : match.start()].rstrip(" ,;(–—-") + " "
        at = match.end()
    return kept + raw[at:], tuple(years)


def clean(raw: str) -> str:
    """A holder's name without tags, addresses, brackets behind it and punctuation around it."""
    name = _TAG.sub("", raw)
    bare = _ADDRESS.sub(" ", name)
    if not any(letter.isalpha() for letter in bare):
        bare = name
    name = bare.strip(_EDGES + ")")
    shorter = _PARENS.sub("", name) if "(" in name[1:] or "[" in name[1:] else name
    name = shorter.strip(_EDGES) or name
    if name.count("(") < raw.count("(") and name.startswith("("):
        name = name[1:]
    words = " ".join(name.split())
    if words.endswith(")") and "(" not in words:
        words = words.rstrip(")")
    return _LOOSE_END.sub("", words.strip(_EDGES))


def names_of(holder: str, lexicon: Lexicon) -> tuple[str, ...]:
    """A holder's names one by one: "Jane Doe, The Gazette" are two."""
    names = []
    for part in _SPLIT.split(_TAIL.sub(" ", holder)):
        name = _bare(" ".join(part.split())).strip(_EDGES)
        if not name or not any(letter.isalpha() for letter in name) or fold(name) in lexicon.months:
            continue
        if re.fullmatch(r"\d{1,2}\s+\w+|\w", name) and not is_dense(name[0]):
            continue
        names.append(name)
    return tuple(dict.fromkeys(names[:8]))


def own_work(text: str) -> str:
    """Whose own work a sentence in Chinese says the article is; nobody's: empty."""
    found = _OWN_WORK.search(text)
    name = _bare(clean(found.group(1))) if found else ""
    return "" if name in _NOBODY else name


def _bare(name: str) -> str:
    """A Chinese name without its quotation marks and without the word for what it names: "棱镜"公众号."""
    quoted = _QUOTED.fullmatch(name) if name and not name.isascii() else None
    return next((part for part in quoted.groups() if part), name) if quoted else name


def is_name(holder: str) -> bool:
    """Whether words look like a name: most of them begin with a capital, and they are not many."""
    words = [word.strip(_EDGES + "()") for word in holder.split()]
    words = [word for word in words if word and word.lower() not in SMALL]
    if not words or len(words) > 12:
        return False
    if is_dense(words[0][0]):
        return len(holder) <= 40
    capital = sum(_capital(word) for word in words)
    return (capital * 2 >= len(words) and _capital(words[0])) or bool(_PEOPLE.search(holder))


def _capital(word: str) -> bool:
    return not word[0].islower() or "." in word[1:-1] or any(letter.isupper() for letter in word)
