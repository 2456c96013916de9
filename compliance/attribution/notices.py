"""Copyright notices and reservations of rights: where they stand, what they speak of, whom they name (holders.py).

No notice: prose about copyright, a list's "(c)", a form that nobody filled in, the terms' own text.
"""

import re

from compliance.attribution.holders import SMALL, Named, clean, is_name, is_placeholder, names_of, own_work, read_holder, years_of
from compliance.attribution.scan import Hit, Scanned
from compliance.attribution.scope import NEAR, is_picture, may_be_caption, names_picture, scope_of
from compliance.attribution.slots import sentence_start
from compliance.model.attribution import Notice, Scope
from compliance.text.patterns import lazy
from compliance.text.words import is_dense

_SIGN = r"(?:©|ⓒ|℗|\(c\)(?=\W|$|opyright)|(?<![^\W_])copyright(?:ed|s)?(?![^\W_])|(?<=\(c\))opyright\b|\bcopr\b\.?)"
_MARK = lazy(rf"{_SIGN}(?:(?:[\s:,.*'\"“”_|·•@?\[(\\–—-]|\bor\b|\bnotice\b|\bby\b){{0,8}}{_SIGN})*(?:\s+notice\b(?=[\s:]*[(©\d]))?", re.IGNORECASE)
_LONG = 320
_YEAR_NEXT = lazy(r"[\s:,.?'\"“”\ufffd@*_(\[–—-]*(?:19|20)\d\d(?!\d)")
_HEADLINE = lazy(r"\s+\d{4}:\s")  # "Copyright 2020: what changed"
_NAMED_NEXT = lazy(
    r"\s*(?::|\b(?i:by)\b|(?i:its|the)\s+(?i:authors|contributors)|(?:the\s+)?[\"'“«*_]*(?:<\w>)?[@\d]?[A-ZÀ-ÞА-Я\u2e80-\ud7af]|@\w|@\s+[A-ZÀ-ÞА-Я])"
)
_OWNED = lazy(r"\s+(?:is\s+)?(?:owned|held) by\s")
# "copyright law", "Copyright Office": the word is a part of something that is no notice.
_COMPOUND = lazy(
    r"[\s-]+(?:laws?|acts?|infring\w*|protect\w*|holders?(?!\s*:)|owners?(?!\s*:)|ownership|claims?|materials?|works?|restrict\w*|issues?|notices?|"
    r"polic\w+|offices?|terms?|rights?|reform\w*|"
    r"directive\w*|troll\w*|strikes?|cases?|lawsuits?|violat\w*|registr\w*|licen[cs]\w+|grants?|assign\w*|date|statements?|information|status|"
    r"permission\w*|interests?|treat\w+|conventions?|clearance|"
    r"alliance|agency|board|tribunal|royalt\w+|council|society|industr\w+|exceptions?|expert\w*|lawyer\w*|logo|page|section|line|text|header|disclaimer|"
    r"file|symbol|sign|mark|free|waiver|"
    r"transfer|years?|is|in|on|for|or|and|are|was|has|may|shall|will|to|of)\b",
    re.IGNORECASE,
)
_DETERMINED = lazy(
    r"\b(?:the|of|under|our|their|its|his|her|no|any|a|an|without|own|this|that|hold|holds|retains?|owns?|your|to|against|s')\s+$", re.IGNORECASE
)
_STATES = lazy(r"(?:^|[.!?|•·–—:;,(\[/\n\t'\"“‘*-]|\b(?:is|are|remains?|and|also|originally|code|work|portions|from)\b|\s\d+)\s*$", re.IGNORECASE)
_SAYS = lazy(r"\b(?:is|are|remains?|ist|sont|est)\s+$")
_BY = lazy(r"\s+(?:by|von|par|por)\s", re.IGNORECASE)
_OF = lazy(r"\s+(?:of|by)\s+(?=(?:the\s+)?[A-ZÀ-ÞА-Я])")
_SPOKEN_OF = lazy(r"\s*[\"”'’»)]?\s*(?:symbol|sign|mark|notice|zeichen|symbole)\b", re.IGNORECASE)
_SEGMENT = lazy(r".*[|•·]\s+|.*\s/\s+", re.DOTALL)
_TO_HOLDER = lazy(r"\s+(?:à|a|to|by|de|par|por|per|für|bei|voor|para|an)\s+(?=[A-ZÀ-ÞА-Я])")
# What a reservation forbids to copy is nobody: "This material may not be published".
_SUBJECT = lazy(
    r"(?:this|these|that|all|any|no|our|its|the (?:content|material|article|text|contents|information))\b|(?:dies|alle|kein|ce|cet|tout|est[aeo]|il|questo)\w*\s|"
    r"(?:本文|本文章|该文|該文|文章|内容|以上内容)$",
    re.IGNORECASE,
)
_EDGES = " \t\n.,:;|–—-_*•·\"'“”«»()[]<>"


def find_notices(scanned: Scanned, skip: tuple[tuple[int, int], ...]) -> tuple[list[Notice], bool]:
    """All notices, and whether the terms' own text speaks of copyright. skip: spans that hold that text."""
    found: list[Notice] = []
    in_terms = False
    done = 0
    hits = sorted((hit for sort in ("mark", "copyright", "rights") for hit in scanned.hits.get(sort, ())), key=lambda hit: (hit.start, -hit.end))
    for hit in hits:
        if found and hit.start < found[-1].end and (found[-1].names or hit.phrase.sort != "copyright"):
            continue
        if hit.start < done and hit.phrase.sort != "copyright":
            continue  # a part of the mark or of the phrase before it
        if any(start <= hit.start < end for start, end in skip) and not _before_terms(scanned, hit):
            in_terms = True
            continue
        if hit.phrase.sort == "mark":
            mark = _MARK.match(scanned.article.text, hit.start, scanned.block(hit.start).end)
            done = mark.end() if mark else hit.end
            notice = _marked(scanned, hit.start, done)
        else:
            done = max(done, hit.end)
            notice = _reserved(scanned, hit)
        if notice is None or _belongs_to_last(scanned, found, notice):
            continue
        if found and notice.start < found[-1].end:
            if not notice.names or found[-1].names:
                continue
            found.pop()
        found.append(notice)
    return found, in_terms


def _belongs_to_last(scanned: Scanned, found: list[Notice], notice: Notice) -> bool:
    """Whether a reservation that names nobody is the rest of the notice before it, in the same paragraph."""
    return bool(found and not notice.names and not notice.years and found[-1].names and scanned.block(found[-1].start) == scanned.block(notice.start))


def _before_terms(scanned: Scanned, hit: Hit) -> bool:
    """Whether a statement of whose the rights are ("版权归某报所有，如需转载…") stands before the terms that follow it in its sentence."""
    phrase = hit.phrase
    if phrase.sort != "copyright" or not (phrase.before and is_dense(phrase.before[0])):
        return False
    line, _ = _window(scanned, hit.start, hit.end)
    return not scanned.hits_in("terms", line, hit.start)


def _window(scanned: Scanned, start: int, end: int) -> tuple[int, int]:
    """The part of the block in which a statement may stand: it begins in its line, and may go on in the next ones."""
    earliest = max(0, start - _LONG)
    begin = max(earliest, scanned.article.text.rfind("\n", earliest, start) + 1)
    return begin, min(scanned.block(start).end, end + _LONG)


def _statement_end(text: str, start: int, limit: int) -> int:
    stop = text.find("。", start, limit)
    return _line_end(text, start, limit) if stop < 0 else stop


def _line_end(text: str, start: int, limit: int) -> int:
    end = text.find("\n", start, limit)
    return limit if end < 0 else end


def _marked(scanned: Scanned, start: int, end: int) -> Notice | None:
    """A notice with ©, (c) or the word: what follows it, else what stands before it, names the holder."""
    text = scanned.article.text
    line, limit = _window(scanned, start, end)
    mark = text[start:end].lower()
    sign = any(letter in mark for letter in "©ⓒ℗")
    lead = text[line:start]
    picture = is_picture(scanned, line, start, limit)
    named = read_holder(text, end, limit, scanned.lexicon, bars=picture or (not _spelled(mark) and may_be_caption(lead)))
    begin = start
    if not sign and (is_placeholder(text[end : min(limit, named.end + 30)]) and not named.holder):
        return None
    if not named.holder:
        behind = _reserved_by(scanned, named.end, limit)
        named = behind or named
    if not named.holder:
        named, begin = _before(scanned, line, start, named)
    if not _states(scanned, mark, lead, start, end, named):
        return None
    reserved = _reservation_at(scanned, named.end) is not None
    scope = scope_of(scanned, line if begin == start else start, start, named, picture=picture, spelled=_spelled(mark), reserved=reserved)
    return _make(scanned, begin, _with_reservation(scanned, named.end), named, scope)


def _states(scanned: Scanned, mark: str, lead: str, start: int, end: int, named: Named) -> bool:
    """Whether a mark makes a notice, or is only spoken of."""
    text = scanned.article.text
    after = text[end : end + 60]
    dated = bool(_YEAR_NEXT.match(after))
    if any(letter in mark for letter in "©ⓒ℗"):
        if _SPOKEN_OF.match(after) and not dated:
            return False
        return bool(named.holder or named.years or len(lead.strip(_EDGES)) < 3 or _reservation_at(scanned, named.end))
    if not _spelled(mark):
        return _lettered(scanned, lead, start, named, dated=dated)
    if "(c)" in mark or "copr" in mark:
        return bool(named.holder or named.years or _reservation_at(scanned, named.end))
    return _worded(mark, lead, after, named, dated=dated)


def _spelled(mark: str) -> bool:
    """Whether the word copyright is in a mark, and not a sign alone."""
    return "op" in mark


def _worded(mark: str, lead: str, after: str, named: Named, *, dated: bool) -> bool:
    """The bare word: a year, a colon, "by" or a name must follow, and it must open a statement."""
    if dated:
        return not _HEADLINE.match(after)
    if not named.holder or not is_name(named.holder):
        return False
    if mark.endswith("notice") or "copyrighted" in mark:
        return bool(re.match(r"\s+(?:by|works? of)\b", after, re.IGNORECASE)) or "notice" in mark
    if _OF.match(after) and re.search(r"\b(?:is|are|remains?)\s+(?:the\s+|also\s+)?$", lead):
        return True
    if _OWNED.match(after):
        return True
    if _COMPOUND.match(after) or not _NAMED_NEXT.match(after):
        return False
    if _DETERMINED.search(lead):
        return False
    return bool(_STATES.search(lead)) or bool(re.match(r"\s*(?:by\b|:)", after, re.IGNORECASE)) or names_picture(lead[-NEAR:])


def _lettered(scanned: Scanned, lead: str, start: int, named: Named, *, dated: bool) -> bool:
    """A bare "(c)": a year, or a whole name that is no item of a list (a), (b), (c)."""
    if scanned.article.text[start + 3 : start + 4] == "(":
        return False  # "Section 7(c)(1)"
    if dated or (named.years and (named.holder or not lead.strip())):
        return True
    if lead[-1:].isalnum():
        return False
    if any(each in scanned.folded[max(0, start - 600) : start] + scanned.folded[start + 3 : start + 300] for each in ("(a)", "(b)", "(d)")):
        return False
    if names_picture(lead[-NEAR:]):
        return bool(named.holder)
    if _SAYS.search(lead) or _BY.match(scanned.article.text, start + 3):
        return bool(named.holder) and is_name(named.holder)
    words = [word for each in named.holder.split() if (word := each.strip(_EDGES)) and each.lower() not in SMALL]
    whole = sum(len(word) > 2 and word[0].isupper() and (word[1:].islower() or word.isupper()) for word in words)
    line_end = _line_end(scanned.article.text, start, min(scanned.block(start).end, start + _LONG))
    rest = scanned.article.text[named.end : line_end].strip()
    begins = re.match(r"\s*\w", scanned.article.text[start + 3 : start + 6])
    return (
        bool(begins)
        and whole > bool(lead.strip())
        and whole == len(words)
        and not rest
        and not scanned.article.text[:line_end].rstrip().endswith((".", ":", ";"))
    )


def _before(scanned: Scanned, line: int, start: int, named: Named) -> tuple[Named, int]:
    """The name before the mark: "The Gazette © 2016"."""
    begin = sentence_start(scanned, start, line)
    segment = _SEGMENT.match(scanned.article.text, begin, start)
    begin = segment.end() if segment else begin
    words = scanned.article.text[begin:start].strip()
    if not words or len(words) > 90 or words.endswith(":") or names_picture(words):
        return named, start
    years = years_of(words)
    holder = read_holder(words, 0, len(words), scanned.lexicon).holder
    if not holder or not is_name(holder):
        return named._replace(years=tuple(dict.fromkeys((*years, *named.years)))) if years and not holder else named, start
    return Named(holder, tuple(dict.fromkeys((*years, *named.years))), named.end), begin


def _reservation_at(scanned: Scanned, at: int) -> Hit | None:
    """The reservation of rights that follows a place at once, a line break or punctuation between them."""
    text = scanned.article.text
    near = scanned.hits_in("rights", at, at + 12)
    return next((other for other in near if not text[at : other.start].strip(_EDGES + "/")), None)


def _with_reservation(scanned: Scanned, end: int) -> int:
    """The end of a notice with the reservation that belongs to it."""
    other = _reservation_at(scanned, end)
    return other.end if other and scanned.block(other.start) == scanned.block(max(0, end - 1)) else end


def _reserved_by(scanned: Scanned, at: int, limit: int) -> Named | None:
    """The name behind the reservation: "Copyright © All rights reserved. The Gazette"."""
    other = _reservation_at(scanned, at)
    if other is None or other.end >= limit:
        return None
    text = scanned.article.text
    line_end = _line_end(text, other.end, limit)
    if text[other.end : other.end + 3].strip()[:1] in ("|", "•", "·"):
        return None  # "All rights reserved | Terms"
    named = read_holder(text, other.end, line_end, scanned.lexicon)
    rest = text[named.end : line_end].strip(_EDGES)
    return named if named.holder and is_name(named.holder) and not rest else None


def _reserved(scanned: Scanned, hit: Hit) -> Notice | None:
    """A reservation of rights, or a notice in words ("版权归某报所有"): the slot, the sentence or what stands before it names the holder."""
    text = scanned.article.text
    phrase = hit.phrase
    line, limit = _window(scanned, hit.start, hit.end)
    begin = sentence_start(scanned, hit.start, line)
    scope = Scope.IMAGE if is_picture(scanned, line, hit.start, limit) else Scope.PAGE
    if phrase.sort == "copyright" and phrase.after and phrase.before:
        close = scanned.folded.find(phrase.after, hit.end, min(limit, hit.end + 60))
        if close < 0:
            return None
        return _make(scanned, begin, close + len(phrase.after), Named(clean(text[hit.end : close]), years_of(text[begin:close]), close), scope)
    if phrase.sort == "copyright" and (own := own_work(text[hit.end : limit].partition("\n")[0])):
        return _make(scanned, begin, _statement_end(text, hit.end, limit), Named(own, (), hit.end), scope)
    if phrase.sort == "copyright":
        named = read_holder(text, hit.end, limit, scanned.lexicon)
        if named.holder.startswith(("本文", "该文", "本站")) or (not (named.holder and is_name(named.holder)) and not named.years):
            return None
        if not phrase.before.endswith(":") and hit.start - begin > NEAR and not _SAYS.search(text, begin, hit.start):
            return None
        years = years_of(text[max(begin, hit.start - 20) : hit.start])
        return _make(scanned, begin, named.end, named._replace(years=tuple(dict.fromkeys((*years, *named.years)))), scope)
    line_end = _line_end(text, hit.end, limit)
    if line_end - line > 200 and hit.start - begin > 100:
        return None
    onward = _TO_HOLDER.match(text, hit.end, limit)
    if onward:  # "Tous droits réservés à La Gazette"
        named = read_holder(text, onward.end(), limit, scanned.lexicon)
        if named.holder and is_name(named.holder):
            return _make(scanned, begin, named.end, named, scope)
    before = text[begin : hit.start]
    own = own_work(before)
    if own:
        exclusive = "独家" in before or "獨家" in before  # templates write "本文由…创作" under whatever they show
        return _make(scanned, begin, hit.end, Named(own, (), hit.end), scope, own=exclusive)
    if not before.strip(_EDGES):
        before = text[max(line, begin - 120) : hit.start]
    named = read_holder(before, 0, len(before), scanned.lexicon) if len(before) < 130 else Named("", (), 0)
    if not is_name(named.holder) or _SUBJECT.match(named.holder):
        named = named._replace(holder="")
    return _make(scanned, begin, hit.end, named, scope)


def _make(scanned: Scanned, start: int, end: int, named: Named, scope: Scope, *, own: bool = False) -> Notice:
    article = scanned.article
    block = scanned.block(min(end - 1, max(start, 0)))
    raw = article.text[start:end]
    start += len(raw) - len(raw.lstrip())
    holders = (named.holder,) if named.holder else ()
    names = names_of(named.holder, scanned.lexicon)
    return Notice(start, end, raw.strip(), holders, names, named.years, scope, own, block.zone, block.hidden, article.line_at(start))
