"""Statements of origin: credit phrases with what stands in their slot, and datelines.

A phrase alone is no credit: ordinary prose says "first appeared on" too. It needs a name, a link or an address beside it,
in a place where credits stand.
"""

import re

from compliance.attribution.addresses import address_in
from compliance.attribution.scan import Hit, Scanned
from compliance.attribution.slots import link_at, links_of, read_name, sentence_start
from compliance.model.article import PARTLY, Block, Link, Zone
from compliance.model.attribution import Credit
from compliance.text.patterns import lazy
from compliance.text.words import fold

_SORTS = ("source", "first-published", "republished", "read-original", "translated")
_LONG = 250  # characters; in a longer paragraph of the body a phrase must open a sentence that speaks of the article
_SHORT_LINE = 160
_SHORT_LEAD = 30
_NEAR = 60  # characters between the phrase and a link that fills its slot
_SUBJECT = lazy(
    r"\b(?:this|the (?:article|story|post|piece|text|original|following)|these|that|cet|cette|ce|este|esta|estas?|dieser|diese|dieses|der (?:artikel|beitrag|text)|"
    r"questo|questa|il presente|dit|deze|этот|эта|это|данн\w+|статья|материал|article|story|post|column|columna|articulo|artigo|artikel|beitrag|texte|"
    r"version|it|an? (?:edited |earlier |shorter |longer |slightly )?(?:version|edit\w*))\b|本|此|该|原文|この|هذ"
)
_WORD = lazy(r"\s+(\w+)(?=\s)")
_LABEL_BEFORE = lazy(r"(?:^|[\s.!?…)»\"'”|/•·*\[(（【_-])$")
_DATELINE = lazy(
    r"^(?P<name>[^\d,|•·\n]{2,60}?)\s*[,|•·–—-]?\s+(?:(?:le|el|den|am|on|il)\s+)?(?P<date>\d{1,2}(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?[^\W\d]+\.?,?\s+(?:de\s+)?\d{4}|"
    r"[^\W\d]+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})$"
)
_AGENCY = lazy(
    r"^[^\n()]{0,50}?\((?:(?P<name>[A-Z][\w .&/'-]{1,30})\)\s*[-–—]|(?P<agency>dpa(?:/\w+)?|d?afp|epd|ots|AP|AFP|Reuters|REUTERS|EFE|ANSA|PTI|Xinhua|TASS)\)\s)"
)


def find_credits(scanned: Scanned, skip: tuple[tuple[int, int], ...]) -> list[Credit]:
    """All credits, in the order of the text. skip: spans that hold the terms' own text."""
    found = [credit for sort in _SORTS for hit in scanned.hits.get(sort, ()) if (credit := _credit(scanned, hit, skip))]
    found += [credit for credit in _datelines(scanned) if not any(start <= credit.start < end for start, end in skip)]
    found.sort(key=lambda credit: (credit.start, -credit.end))
    kept: list[Credit] = []
    for credit in found:
        if (
            kept
            and credit.start < kept[-1].end
            and credit.end <= kept[-1].end
            and credit.name in (None, kept[-1].name)
            and credit.href in (None, kept[-1].href)
        ):
            continue
        kept.append(credit)
    return kept


def _credit(scanned: Scanned, hit: Hit, skip: tuple[tuple[int, int], ...]) -> Credit | None:
    article = scanned.article
    index = article.block_at(hit.start)
    block = article.blocks[index]
    if any(start <= hit.start < end for start, end in skip) or _other_label(scanned, hit):
        return None
    if not hit.phrase.before:
        return _named_before(scanned, hit, block)
    around = next((link for link in links_of(scanned, index) if link.start <= hit.start and hit.end <= link.end + 1 and link.end > link.start), None)
    if hit.phrase.sort == "read-original":
        return _read_original(scanned, hit, block, around)
    if hit.phrase.before.endswith(":"):
        if not _LABEL_BEFORE.search(article.text[max(0, hit.start - 1) : hit.start]):
            return None
    elif not _speaks_of_article(scanned, hit, block):
        return None
    end = scanned.line_span(hit.end - 1)[1]
    start, slot = _past_prepositions(scanned, hit, end), block
    if not article.text[start:end].strip(" :*_.") and around is None:
        neighbour = _next_line(scanned, index, end)
        if neighbour is None:
            return _empty(scanned, hit, block) if hit.phrase.before.endswith(":") and hit.start == scanned.line_span(hit.start)[0] else None
        start, end, index = neighbour
        slot = article.blocks[index]
    return _filled(scanned, hit, slot, index, start, end, around)


def _past_prepositions(scanned: Scanned, hit: Hit, end: int) -> int:
    """Where the slot begins: "originally published" is followed by "on", "by", "in"."""
    at = hit.end
    while hit.phrase.before[-1:] != ":" and (word := _WORD.match(scanned.folded, at, end)) and word.group(1) in scanned.lexicon.prepositions:
        at = word.end(1)
    return at


def _filled(scanned: Scanned, hit: Hit, slot: Block, index: int, start: int, end: int, around: Link | None) -> Credit | None:
    """Read the slot: a link in it, an address, or a name."""
    article = scanned.article
    name, name_end = read_name(scanned, start, end)
    link = around or link_at(scanned, start, min(end, max(start + _NEAR, name_end + 3)), index)
    if link is not None and link.start > max(name_end, start) + 3 and name and not around:
        # "originally published by The Gazette on [this page]": the link belongs to the statement when it ends the sentence
        gap = article.text[name_end : link.start]
        link = link if len(gap) < _NEAR and not re.search(r"[.!?\n]\s", gap) else None
    address = address_in(article.text, start, end)
    words = article.text[link.start : link.end] if link else ""
    if link and not around and (name is None or link.start <= name_end):
        own = (
            read_name(scanned, link.start, link.end)[0] if fold(words).strip() not in scanned.lexicon.generic and not address_in(words, 0, len(words)) else None
        )
        name = own or (name if name and link.start > start + 1 and not words.startswith(name) else None)
    if name is None and link is None and address is None:
        return None
    finish = max(hit.end, name_end if name else 0, link.end if link else 0, article.text.find(address, start) + len(address) if address else 0)
    return _make(scanned, hit.phrase.sort, hit.start, finish, name, link, address, slot)


def _read_original(scanned: Scanned, hit: Hit, block: Block, around: Link | None) -> Credit | None:
    link = around or link_at(scanned, hit.start, hit.end + 30, scanned.article.block_at(hit.start))
    address = address_in(scanned.article.text, hit.end, min(scanned.line_span(hit.end - 1)[1], hit.end + 300))
    if link is None and address is None:
        return None
    name, end = read_name(scanned, *_after_on(scanned, hit))
    finish = max(hit.end, link.end if link else 0, end if name else 0)
    return _make(scanned, "read-original", hit.start, finish, name, link, address, block)


_ON = lazy(r"\s*(?:here\s*)?(?:on|in|at|from|sur|dans|en|auf|bei|su|op|em|no|na|в|на|@|[-–—|:])\s+", re.IGNORECASE)


def _after_on(scanned: Scanned, hit: Hit) -> tuple[int, int]:
    end = scanned.line_span(hit.end - 1)[1]
    match = _ON.match(scanned.article.text, hit.end, end)
    return (match.end(), end) if match else (end, end)


def _named_before(scanned: Scanned, hit: Hit, block: Block) -> Credit | None:
    """A phrase whose slot stands before its words: "<outlet>より転載"."""
    begin = scanned.line_span(hit.start)[0]
    text = scanned.article.text
    at = max(begin, max((text.rfind(mark, begin, hit.start) + 1 for mark in "。、，,.;；|（(「『【 "), default=begin))
    link = next(
        (
            each
            for each in links_of(scanned, scanned.article.block_at(hit.start))
            if begin <= each.start and each.end <= hit.start + 1 and each.end > each.start
        ),
        None,
    )
    name = text[at : hit.start].strip(" 「」『』()（）【】\"'") or None
    if link:
        at = min(at, link.start)
        name = text[link.start : link.end]
    if name is None or len(name) > 40 or fold(name) in scanned.lexicon.generic:
        return None
    return _make(scanned, hit.phrase.sort, at, hit.end, name, link, None, block)


def _other_label(scanned: Scanned, hit: Hit) -> bool:
    """The phrase is part of a label that credits a picture or a chart instead."""
    line_start, _ = scanned.line_span(hit.start)
    for sort in ("image", "source-of-data"):
        for other in scanned.hits.get(sort, ()):
            if line_start <= other.start <= hit.start and (other.end >= hit.end or hit.start - other.end < 40):
                return True
    return False


def _speaks_of_article(scanned: Scanned, hit: Hit, block: Block) -> bool:
    """Whether a sentence phrase speaks of this article rather than of something in it."""
    begin = sentence_start(scanned, hit.start)
    before = scanned.folded[begin : hit.start].strip(" *_\"'([")
    if not before:
        return True
    if len(before) > 120:
        return False
    if block.zone is Zone.BODY and block.end - block.start >= _LONG:
        return _SUBJECT.search(before) is not None and len(before) <= 80
    return len(before) <= _SHORT_LEAD or block.end - block.start < _SHORT_LINE or _SUBJECT.search(before) is not None


def _next_line(scanned: Scanned, index: int, end: int) -> tuple[int, int, int] | None:
    """The line after a label that ends its own: in the same block, or the next short visible block (a table, a heading)."""
    article = scanned.article
    block = article.blocks[index]
    if end < block.end:
        return end + 1, scanned.line_span(end + 1)[1], index
    if index + 1 < len(article.blocks):
        following = article.blocks[index + 1]
        if following.hidden == block.hidden and following.zone in (block.zone, Zone.CREDIT, Zone.BODY) and following.end - following.start <= _LONG:
            return following.start, scanned.line_span(following.start)[1], index + 1
    return None


def _empty(scanned: Scanned, hit: Hit, block: Block) -> Credit:
    """A label with nothing behind it."""
    return _make(scanned, hit.phrase.sort, hit.start, hit.end, None, None, None, block)


def _datelines(scanned: Scanned) -> list[Credit]:
    """Lines that are only a name and a date, and agency datelines that open a paragraph."""
    article = scanned.article
    found = []
    for index, block in enumerate(article.blocks):
        if block.zone not in (Zone.HEAD, Zone.BODY, Zone.CREDIT):
            continue
        if block.tag == "source":
            link = next(iter(links_of(scanned, index)), None)
            found.append(_make(scanned, "source", block.start, block.end, article.text[block.start : block.end], link, None, block))
            continue
        opening = article.text[block.start : min(block.end, block.start + 90)]
        agency = _AGENCY.match(opening) if block.end - block.start > 60 and "(" in opening else None
        if agency:
            found.append(_make(scanned, "dateline", block.start, block.start + agency.end(), agency.group("name") or agency.group("agency"), None, None, block))
        if block.end - block.start > 400:
            continue
        at = block.start
        for line in article.text[block.start : block.end].split("\n"):
            match = _DATELINE.match(line) if len(line) <= 110 and line[-1:].isdigit() else None
            if match and _has_month(match.group("date"), scanned) and not _opens_byline(line, scanned):
                link = link_at(scanned, at, at + match.end("name"), index)
                found.append(_make(scanned, "dateline", at, at + match.end(), match.group("name").strip(" -–—|*_"), link, None, block))
            at += len(line) + 1
    return found


def _has_month(date: str, scanned: Scanned) -> bool:
    words = re.findall(r"[^\W\d_]+", fold(date))
    return not words or any(word in scanned.lexicon.months for word in words)


def _opens_byline(line: str, scanned: Scanned) -> bool:
    return fold(line).startswith(scanned.lexicon.bylines)


def _make(scanned: Scanned, sort: str, start: int, end: int, name: str | None, link: Link | None, address: str | None, block: Block) -> Credit:
    article = scanned.article
    hidden = block.hidden or (link.hidden if link and name and article.text[link.start : link.end].find(name) >= 0 else None)
    if link is None and address is None and sort != "dateline":
        # "[The Gazette][source]" without a definition is shown as it stands
        unresolved = re.match(r"\]\s?(\[[^\]\n]*\])", article.text[end : end + 80]) if article.format in ("markdown", "text") else None
        href = unresolved.group(1) if unresolved else None
    else:
        href = (link.href if link.href is not None else link.script) if link else None
    zone = Zone.CREDIT if block.zone is Zone.BODY and sort != "dateline" and block.end - block.start < _LONG else block.zone
    if hidden and hidden not in PARTLY:
        zone = Zone.HIDDEN
    return Credit(sort, start, end, article.text[start:end].strip(), name, href, address, zone, hidden, article.line_at(start))
