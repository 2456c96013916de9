"""Copyright notices and reservations of rights, with holders and years in any order.

No notice: prose about copyright, image credits, the terms' own text.
"""

import re

from compliance.attribution.scan import Hit, Scanned
from compliance.attribution.slots import sentence_start
from compliance.model.article import Zone
from compliance.model.attribution import Notice
from compliance.text.patterns import lazy
from compliance.text.words import fold, is_dense

_MARK = lazy(r"©|ⓒ|℗|\(c\)(?=\W|$)|\bcopyrights?\b(?:\s+notice)?\s*:?", re.IGNORECASE)
_YEAR = lazy(r"(?<!\d)((?:19|20)\d\d)(?:\s*[-–—/~]\s*((?:19|20)?\d\d|present|today|heute|now|今))?(?!\d)", re.IGNORECASE)
_LONG = 320
_PROSE = lazy(
    r"\bcopyright(?:ed|s)?\s+(?:law|laws|act|infring|protect|holder|owner|claim|material|work|restrict|issue|notice|polic|office|term|right|reform|directive|and|is|of the|in|on|for|or|"
    r"troll|strike|case|lawsuit|violation|registr)|\b(?:the|of|by|under|our|their|its|his|her|no|any|a|without|own|with|and|or|to|hold|holds|retains?|owns?|for)\s+copyright\b(?!\s*(?:©|\(c\)|:))",
    re.IGNORECASE,
)
_FILLER = lazy(
    r"\b(?:by|von|par|por|de l'auteur|holders?|owners?|reserved|copyright|and its licensors|unless otherwise (?:noted|stated)|except where noted|is held by|belongs to|remains with)\b",
    re.IGNORECASE,
)
_TO_HOLDER = lazy(r"\s+(?:à|a|to|by|de|par|por|per|für|bei|voor|para|an)\s+(?=[A-ZÀ-ÞА-Я])")
_LEAD = lazy(r"(?:\s|©|ⓒ|\([cC]\)|[Cc]opyright)+")
_SPLIT = lazy(r"\s*(?:[,;|/]|\s[–—-]\s|\s&amp;\s|，|、|；)\s*")
_TAIL = lazy(r",\s*(?=(?:inc|llc|ltd|gmbh|s\.?a|corp|co|plc|jr|sr)\b\.?)", re.IGNORECASE)
_EDGES = " \t\n.,:;|–—-_*•·\"'“”«»()[]<>"
_SENTENCE = lazy(r"(?<=[^\s.]{4})[.!?](?=\s)|[。！？\n]")


def find_notices(scanned: Scanned, skip: tuple[tuple[int, int], ...]) -> tuple[list[Notice], bool]:
    """All notices, and whether the terms' own text speaks of copyright. skip: spans that hold that text."""
    found: list[Notice] = []
    in_terms = False
    hits = sorted((hit for sort in ("mark", "copyright", "rights") for hit in scanned.hits.get(sort, ())), key=lambda hit: hit.start)
    for hit in hits:
        if found and hit.start < found[-1].end:
            continue
        if any(start <= hit.start < end for start, end in skip):
            in_terms = True
            continue
        notice = _notice(scanned, hit)
        if notice:
            if found and notice.start < found[-1].end:
                if not notice.holders or found[-1].holders:
                    continue
                found.pop()
            found.append(notice)
    return found, in_terms


def _notice(scanned: Scanned, hit: Hit) -> Notice | None:
    article = scanned.article
    block = scanned.block(hit.start)
    line_start, line_end = scanned.line_span(hit.start)
    if block.zone is Zone.CAPTION or _image_credit(scanned, hit, line_start):
        return None
    start, end = line_start, line_end
    if end - start > _LONG:
        start = max(sentence_start(scanned, hit.start), hit.start - _LONG)
        stop = _SENTENCE.search(article.text, hit.end, end)
        end = stop.start() if stop else min(end, hit.end + _LONG)
    if hit.phrase.sort == "mark":
        if end < block.end and not _MARK.sub("", article.text[hit.end : end]).strip(_EDGES):
            end = scanned.line_span(end + 1)[1]  # "Copyright ©<br>2016 The Gazette"
        return _marked(scanned, hit, start, end)
    return _reserved(scanned, hit, start, end)


def _marked(scanned: Scanned, hit: Hit, start: int, end: int) -> Notice | None:
    """A notice with ©, (c) or the word: what follows it, else what stands before it, names the holder."""
    text = scanned.article.text
    mark = scanned.folded[hit.start : hit.end]
    sign = "©" in text[start:end] or "ⓒ" in text[start:end] or "℗" in text[start:end]
    begin = sentence_start(scanned, hit.start)
    begin = max(begin, start)
    before = text[begin : hit.start].strip(_EDGES)
    lead = _LEAD.match(text, hit.end, end)
    stop = _statement_end(text, lead.end() if lead else hit.end, end)
    after = text[hit.end : stop]
    if (
        mark == "(c)"
        and not sign
        and not re.match(r"[\s,]*(?:(?:19|20)\d\d|copyright\b|by\b|[A-ZÀ-ÞА-Я\u2e80-\ud7af])", after)
        and "copyright" not in fold(before)[-12:]
    ):
        return None
    if mark == "(c)" and not sign and re.search(r"\((?:a|b|d)\)", fold(text[start:end])):
        return None
    if mark == "copyright" and not sign:
        bare = re.match(r"\s*(?::|\(c\)|by\b|(?:19|20)\d\d|[A-ZÀ-ÞА-Я\u2e80-\ud7af\"“«])", after)
        if (
            _PROSE.search(text[max(start, hit.start - 30) : min(end, hit.end + 30)])
            or not bare
            or (len(before) > 40 and not re.search(r"[.|•·]\s*$", text[begin : hit.start]))
        ):
            return None
    years = _years(text[begin:stop])
    holders = _holders(scanned, after)
    if not holders:
        before_mark = _MARK.sub(" ", text[begin : hit.start])
        holders = _holders(scanned, before_mark) if len(before_mark) < 90 else ()
    if not holders and not years and not any(start <= other.start < end for other in scanned.hits.get("rights", ())):
        if end - start > 60:
            return None
    return _make(scanned, begin, stop, holders, years)


def _reserved(scanned: Scanned, hit: Hit, start: int, end: int) -> Notice | None:
    """A reservation of rights, or a notice in words ("版权归某报所有"): the slot, the sentence or what stands before it names the holder."""
    text = scanned.article.text
    phrase = hit.phrase
    begin = max(start, sentence_start(scanned, hit.start))
    if phrase.sort == "copyright" and phrase.after and phrase.before:
        close = scanned.folded.find(phrase.after, hit.end, min(end, hit.end + 60))
        if close < 0:
            return None
        return _make(scanned, begin, close + len(phrase.after), _holders(scanned, text[hit.end : close]), _years(text[begin:close]))
    if phrase.sort == "copyright":
        stop = _statement_end(text, hit.end, end)
        holders = _holders(scanned, text[hit.end : stop])
        years = _years(text[hit.end : stop])
        if not holders and not years:
            return None
        if not phrase.before.endswith(":") and hit.start - begin > 40:
            return None
        return _make(scanned, begin, stop, holders, years)
    if end - start > 200 and hit.start - begin > 100:
        return None
    onward = _TO_HOLDER.match(text, hit.end, end)
    if onward:  # "Tous droits réservés à La Gazette"
        stop = _statement_end(text, onward.end(), end)
        holders = _holders(scanned, text[onward.end() : stop])
        if holders:
            return _make(scanned, begin, stop, holders, _years(text[begin:stop]))
    before = text[max(start, begin - 120) : hit.start] if not text[begin : hit.start].strip(_EDGES) else text[begin : hit.start]
    return _make(scanned, begin, hit.end, _holders(scanned, before) if len(before) < 130 else (), _years(before))


def _statement_end(text: str, start: int, end: int) -> int:
    stop = _SENTENCE.search(text, start, end)
    while (
        stop
        and re.search(r"(?:^|[\s,])(?:inc|ltd|corp|bros|dept|univ|assn)$", text[start : stop.start()], re.IGNORECASE)
        and re.match(r"\.\s+[a-z,]", text[stop.start() :])
    ):
        stop = _SENTENCE.search(text, stop.end(), end)
    return stop.start() if stop else end


def _years(text: str) -> tuple[int, ...]:
    found: list[int] = []
    for match in _YEAR.finditer(text):
        first, last = match.groups()
        found.append(int(first))
        if last and last.isdigit():
            found.append(int(last) if len(last) == 4 else int(first[:2] + last))
    return tuple(dict.fromkeys(found))


def _holders(scanned: Scanned, text: str) -> tuple[str, ...]:
    """The names in a notice once marks, years, reservations and fillers are out."""
    rest = _YEAR.sub(" , ", _MARK.sub(" ", text))
    folded = fold(rest)
    for words in scanned.lexicon.rights:
        if words in folded:
            at = folded.find(words)
            rest = rest[:at] + " , " + rest[at + len(words) :]
            folded = fold(rest)
    rest = _FILLER.sub(" ", _TAIL.sub(" ", rest))
    names = []
    for part in _SPLIT.split(rest):
        name = " ".join(part.split()).strip(_EDGES)
        if not name or len(name) > 90 or not any(letter.isalpha() for letter in name):
            continue
        if fold(name) in scanned.lexicon.months or (re.fullmatch(r"\d{1,2}\s+\w+|\w{1,2}", name) and not is_dense(name[0])):
            continue
        names.append(name)
    if names and not any(_begins_name(name) for name in names):
        return ()
    return tuple(dict.fromkeys(names[:8]))


def _begins_name(name: str) -> bool:
    letter = name.lstrip("@#")[:1]
    return (
        letter.isdigit()
        or letter.lower() == letter.upper()
        or letter.isupper()
        or "." in name
        or bool(re.match(r"(?:the|la|le|les|el|die|der|das|il|lo|de|l')\b", name))
    )


def _image_credit(scanned: Scanned, hit: Hit, line_start: int) -> bool:
    return any(line_start <= image.start < hit.start and hit.start - image.end < 80 for image in scanned.hits.get("image", ()))


def _make(scanned: Scanned, start: int, end: int, holders: tuple[str, ...], years: tuple[int, ...]) -> Notice:
    article = scanned.article
    block = scanned.block(min(end - 1, max(start, 0)))
    raw = article.text[start:end]
    lead = len(raw) - len(raw.lstrip())
    return Notice(start + lead, end, raw.strip(), holders, years, block.zone, block.hidden, article.line_at(start + lead))
