"""Whom a copyright notice names, and its years: the words behind the mark, up to where the notice says something else."""

import re
from typing import NamedTuple

from compliance.model.lexicon import Lexicon
from compliance.text.patterns import lazy
from compliance.text.words import fold, is_dense

YEAR = lazy(r"(?<![\d.])((?:19|20)\d\d)(?:\s*(?:[-–—/~]+|to|bis)\s*((?:19|20)?\d\d|present|today|heute|now|今))?(?![\d])", re.IGNORECASE)
_YEARS = lazy(
    r"(?:[\s,;:.·•|?*'\"“”\ufffd_(\[{–—-]|</?\w{1,9}>)*(?:[^\W\d_]{3,9}\.?\s+(?=(?:19|20)\d\d\b))?"
    r"(?:(?:19|20)\d\d(?:\s*[,;/&~–—-]+\s*(?:and\s+)?|\s+(?:and|to|und|et|y)\s+|\s+)?(?:\d\d?(?!\d)[\s,;–—-]*|present|today|heute|now|年)?)+[)\]}]?"
    r"(?:\$\{[^}]*\}|and later|onwards)?",
    re.IGNORECASE,
)
_TRAILING = lazy(r"[.,\s]*(?:\(c\)|©)?\s*\(?\s*(?:19|20)\d\d(?:\s*[–—-]\s*(?:(?:19|20)\d\d|present|today|heute))?(?![\d-])\)?(?=\s*(?:[.,;|)]|$|\n))", re.IGNORECASE)
_LEAD = lazy(
    r"(?:[\s,;:.·•|?*'\"“”\ufffd_(\[/–—>=-]|</?\w{1,9}>|\$\w+(?::[^$]*)?\$|(?:by|von|par|por|holders?|owners?|notice|belongs to|is held by|the following|and its licensors|"
    r"(?:foto|photo|bild|image|picture)(?=[:\s]))(?![\w.])[:\s]*)+",
    re.IGNORECASE,
)
_MARK = lazy(r"©|ⓒ|℗|\(c\)|\bcopyright\b", re.IGNORECASE)
_TAG = lazy(r"</?[a-z][a-z0-9]{0,9}\s?/?>", re.IGNORECASE)
_ADDRESS = lazy(r"[<(\[{]?\s*(?:mailto:)?(?:https?://|ftp://)[^\s>)\]]+\s*[>)\]}]?|[<(\[{]?\s*[\w.+-]+(?:@| at )[\w-]+(?:(?:\.| dot )[\w-]+)+\s*[>)\]}]?|<\s*www\.[^\s>]+\s*>")
# Words with which a notice turns to something else than its holder: verbs and conditions, in lower case, as names have them seldom.
_TURN = lazy(
    r"\s(?:(?:and|but)\s+)?(?:is|are|was|were|has|have|may|shall|must|can|will|under|unless|except|if|licen[cs]ed|released|distributed|published|provided|permission|used|"
    r"reprinted|reproduced|taken|derived|based|powered|designed|hosted|developed by|made available|made with|subject to|with (?:attribution|permission|love|reserved)|without|where|which|that|"
    r"user contributions|see|ist|sind|sofern|soweit|wenn|außer|oder gleichwertig|est|sont|sauf|sous|es|son|salvo|è|sono|salvo|som|omfattet)\b"
    r"|(?:(?<=[.;,)])\s+|\n\s*|\s{3,}|\s[–—-]\s)(?:licen[cs]ed?|released|distributed|distributable|published|provided|permission|used|reprinted|reproduced|reproduction|republication|redistributions?|"
    r"unauthori[sz]ed|see|this|these|for|portions|based|derived|everyone|authors?\b:?|contact|a member|an? [\w-]+ company|member|part|powered|proudly|the (?:asf|above|following|software)|"
    r"user contributions|design(?:ed)?|website|site by|other|you|your|it|we|all|version)\b",
    re.IGNORECASE,
)
_LOWER = lazy(r"\s(?:(?:and|but)\s+)?[a-zà-ÿ]")
# What stands beside the notice in a site's footer.
_BESIDE = lazy(
    r"(?<!\w)(?:impressum|imprint|datenschutz\w*|datenschutzerklärung|agbs?|nutzungsbedingungen|kontakt|privacy(?: policy)?|terms (?:of|and|&) \w+|cookies?(?: policy)?|sitemap|disclaimer|contact us|"
    r"about us|mentions légales|aviso legal|política de \w+|note legali|colofon|tietosuoja\w*|powered by|proudly powered|all content\w*|all materials?|all images|"
    r"alle (?:inhalte|texte|bilder|angaben)|alt (?:materiale|indhold)|todo el contenido|tout le contenu|tutti i contenuti|reg\. no|isbn|issn|tel\.?|phone|fax|rev\.? \d|"
    r"(?:all|some|alle|bestimmte|einige|sämtliche|tous|algunos|todos)\s+(?:\w+\s+){0,2}(?:rights?|rechten?|droits|derechos|direitos|diritti)|rights reserved|reserved)(?!\w)",
    re.IGNORECASE,
)
_END = lazy(r"[.!?](?=\s|$)(?!\s+(?:inc|ltd|llc|corp|gmbh)\b)|[。！？]|[|•·]|;(?=\s)|\n|\s//\s|\s\*\s|[\"”]\s*[,;)]", re.IGNORECASE)
_ABBREVIATION = lazy(r"(?:^|[\s,(.])(?:[A-Za-z]|inc|ltd|llc|corp|co|bros|dept|univ|assn|intl|st|dr|prof|mr|mrs|ms|jr|sr|v|rhld|\w+\.\w)$", re.IGNORECASE)
_OPEN_END = lazy(r"(?:,|/|&|\b(?:and|und|et|y|e|of|the|by|von|de|for)|[^\W\d_]-)\s*$")
_GOES_ON = lazy(r"\s*(?:and|und|et|&|of)\s+\S")
_PARENS = lazy(r"\s+[(\[][^()\[\]]*[)\]]?[\s,.;]*$")
_PLACEHOLDER = lazy(
    r"[\[{<(]+\s*[^\]}>)@]*(?:name|owner|author|holder|company|your|date|year|yyyy|template)[^\]}>)]*[\]}>)]+|name of (?:the )?(?:copyright|author|owner)|year name\b|"
    r"your (?:company |full )?name\b|\{\{|%[ds]\b",
    re.IGNORECASE,
)
_PEOPLE = lazy(r"\b(?:contributors?|authors?|developers|members)$", re.IGNORECASE)
_SPLIT = lazy(r"\s*(?:[,;|/·•]|\s[–—-]\s|&amp;|，|、|；)\s*")
_TAIL = lazy(r",\s*(?=(?:inc|llc|ltd|gmbh|s\.?a|corp|co|plc|jr|sr)\b\.?)", re.IGNORECASE)
_LOOSE_END = lazy(r"(?:,? (?:and|und|et|by|of|with|or|its|portions|parts))+$")
_EDGES = " \t\n.,:;|–—-_*•·\"'“”«»„[]{}<>/=#"
_LONGEST = 120  # characters of a holder
_SMALL = frozenset("of the and & for und der die das des dem den für von zu im in et de du des la le les l' y del los e di da do dos van het a at by via or their its other à".split())


class Named(NamedTuple):
    """holder: as the notice writes it, empty when it names nobody. years: as in the notice. end: where the statement ends."""

    holder: str
    years: tuple[int, ...]
    end: int


def read_holder(text: str, start: int, end: int, lexicon: Lexicon, *, bars: bool = False) -> Named:
    """Whom text[start:end], which begins behind the mark, names. bars: a bar parts photographer and agency, and ends nothing."""
    head = _YEARS.match(text, start, end)
    begin = head.end() if head else start
    lead = _LEAD.match(text, begin, end)
    begin = lead.end() if lead else begin
    if not head:
        head = _YEARS.match(text, begin, end)  # "by 2004 Jane Doe", "[2014] [name]"
        if head:
            lead = _LEAD.match(text, head.end(), end)
            begin = lead.end() if lead else head.end()
    stop = _stop(text, begin, end, lexicon, bars)
    raw = text[begin:stop]
    if text[begin - 1 : begin] == "[" and "]" in raw:
        raw = raw[: raw.find("]")]
    raw, late = _without_years(raw)
    holder = clean(raw)
    tail = _TRAILING.match(text, stop, end)
    if tail and not late:
        late = years_of(tail.group())
        stop = tail.end()
    years = (*years_of(head.group() if head else ""), *late)
    if not any(letter.isalpha() for letter in holder) or _PLACEHOLDER.search(raw) or len(holder) > _LONGEST or fold(holder) in lexicon.months:
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
    for pattern in (_BESIDE, _TURN):
        for found in pattern.finditer(text, begin, end):
            if pattern is _TURN and found.group()[-1:].isupper() and found.group().isupper() and text[begin:end].isupper():
                continue
            end = found.start()
            break
    at = begin
    while at < end:
        hit = _END.search(text, at, end)
        if hit is None:
            return end
        sign = hit.group()
        at = hit.end()
        before = text[begin : hit.start()]
        if sign == "." and _ABBREVIATION.search(before) and at < end:
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
        name = " ".join(part.split()).strip(_EDGES)
        if not name or not any(letter.isalpha() for letter in name) or fold(name) in lexicon.months:
            continue
        if re.fullmatch(r"\d{1,2}\s+\w+|\w", name) and not is_dense(name[0]):
            continue
        names.append(name)
    return tuple(dict.fromkeys(names[:8]))


def is_name(holder: str) -> bool:
    """Whether words look like a name: most of them begin with a capital, and they are not many."""
    words = [word.strip(_EDGES + "()") for word in holder.split()]
    words = [word for word in words if word and word.lower() not in _SMALL]
    if not words or len(words) > 12:
        return False
    if is_dense(words[0][0]):
        return len(holder) <= 40
    capital = sum(_capital(word) for word in words)
    return capital * 2 >= len(words) and _capital(words[0]) or bool(_PEOPLE.search(holder))


def _capital(word: str) -> bool:
    return not word[0].islower() or "." in word[1:-1] or any(letter.isupper() for letter in word)
