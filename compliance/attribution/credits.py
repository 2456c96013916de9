"""Statements of origin: credit phrases with what stands in their slot.

A phrase alone is no credit: ordinary prose says "first appeared on" too. It needs a name, a link or an address beside it,
in a place where credits stand.
"""

import re

from compliance.attribution.addresses import address_in
from compliance.attribution.datelines import find_datelines
from compliance.attribution.making import LONG, make_credit
from compliance.attribution.scan import Hit, Scanned
from compliance.attribution.slots import is_date, link_at, links_of, past_description, read_link_name, read_name, read_small_name, sentence_end, sentence_start
from compliance.model.article import Block, Link, Zone
from compliance.model.attribution import Credit
from compliance.text.dates import find_dates
from compliance.text.patterns import lazy
from compliance.text.urls import host_of, is_front, is_license, is_profile, resolve, same_site
from compliance.text.words import WORD, fold, is_dense

_REACH = 1500  # characters behind a phrase in which its address may begin and end: any further one belongs to another statement
_SORTS = ("source", "first-published", "republished", "read-original", "translated", "references")
_LONGEST_NAME = 6  # words before a phrase that are still a name
_QUOTATIONS = (("“", "”"), ("«", "»"), ("「", "」"))
_FEW = 2  # words before a phrase that need not say what they speak of: "Editor's note", "A version"
_ENDS = (":", "-", "|", ")", "/", "·", "•", "]", '"')
_LONGEST_LEAD = 110  # characters before a phrase in which a sentence says that it speaks of the article
_LONGEST_SLOT = 100  # characters between the words before a name and those after it
_SHORT_NAME = 20  # characters before a phrase that follows its name: the name itself
_NEAR = 60  # characters between the phrase and a link that fills its slot
_NEAR_TITLE = 140  # the same where a title may stand between: "translation of the opening remarks by the expert ..."
_BETWEEN = " \n:,-–—'’\"“”«»„*_s"  # what stands between a person's name and the title of the work
_WORD = lazy(r"\s+(\w+)(?=\s)")
_WHEN = lazy(
    r"\s+(?:([^\W\d_]+)\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4},?(?=\s)|\d{1,2}\.?\s+(?:de\s+)?([^\W\d_]+)\.?,?\s+(?:de\s+)?\d{4},?(?=\s)|last\s+(?:week|month|year),?(?=\s))"
)
_DATE = 40  # characters in which a date before the name ends
_BEHIND_DATE = lazy(r"(?:\s*(?:г\.?|года|р\.?|року|r\.|roku))?,?(?=\s)")
_CITATION = lazy(r"\bet al\b|\((?:19|20)\d\d[a-z]?\)")
_ITSELF = lazy(  # "im Original erschien der Text in der Zeitschrift X": the subject stands before the slot
    r"\s+(?:(?:der|dieser|the|this|cet|el|este|il|questo)\s+)?(?:text|artikel|beitrag|essay|article|articulo|articolo|story|post|piece|interview|texte|texto)"
    r"\s+(?:in|auf|bei|on|at|by|dans|sur|en|por|su|nel|nella)(?=\s)"
)
_THIS_ARTICLE = lazy(r"^.{0,8}?(?:記事|本稿|翻訳|投稿|文章|コラム|連載|インタビュー|글은|기사는|문서는)(?:は、?)?\s*")
_UNDEFINED = lazy(r"\]\s?\[[^\]\n]*\]")  # "[originally posted][]" whose definition is missing
_LABEL_BEFORE = lazy(r"(?:^|[\n.!?…।،۔)»\"'”|/•·*\[(（【_，。；、：;,–—-] ?|[\d\u3040-\u30ff\u3400-\u9fff]\s)$")
_POSSESSIVE = lazy(r"\b(?:her|his|their|my|whose|ihre?|seine?|sus?|ses|sa|suoi|sua|seus?)\b|\w's\b")
_TITLE = 40  # characters of the title by which a sentence that begins with it is known
_OEUVRE = lazy(
    r"\b(?:works?|writings?|essays|poems|poetry|fiction|journalism|reporting|bylines?|articles have|stories have|whose|columnist|author of|autor de|auteur de|autrice|"
    r"obras?|ouvrages?|arbeiten|werke|opere|artykuly)\b"
)


def find_credits(scanned: Scanned, skip: tuple[tuple[int, int], ...]) -> list[Credit]:
    """All credits, in the order of the text. skip: spans that hold the terms' own text."""
    found = [credit for sort in _SORTS for hit in scanned.hits.get(sort, ()) if (credit := _credit(scanned, hit, skip))]
    found += [credit for credit in find_datelines(scanned) if not any(start <= credit.start < end for start, end in skip)]
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
    if any(start <= hit.start < end for start, end in skip) or _other_label(scanned, hit) or _is_quoted(scanned, hit):
        return None
    if not hit.phrase.before:
        return _named_before(scanned, hit, block)
    close = block.end
    if hit.phrase.after:
        close = scanned.folded.find(hit.phrase.after, hit.end, min(scanned.line_span(hit.end - 1)[1], hit.end + _LONGEST_SLOT))
        if close < 0:
            return None
    around = next((link for link in links_of(scanned, index) if link.start < hit.end and hit.start < link.end), None)
    if hit.phrase.sort == "read-original":
        return _read_original(scanned, hit, block, around)
    if hit.phrase.before.endswith(":"):
        if not _begins_label(article.text, hit.start):
            return None
    elif not _speaks_of_article(scanned, hit, block):
        return None
    start, slot = _slot(scanned, hit, block), block
    end = min(close, scanned.line_span(start)[1] if start < block.end else block.end)
    if not article.text[start:end].strip(" :*_.") and around is None:
        neighbour = _next_line(scanned, index, end)
        if neighbour is None:
            return _empty(scanned, hit, block) if hit.phrase.before.endswith(":") and hit.start == scanned.line_span(hit.start)[0] else None
        start, end, index = neighbour
        slot = article.blocks[index]
    return _filled(scanned, hit, slot, index, start, end, around)


def _begins_label(text: str, start: int) -> bool:
    """Whether a label begins here, and is not the end of a longer one: "Funding source:"."""
    if is_dense(text[start]) and text[start - 1 : start].isspace() and not "\uac00" <= text[start] <= "\ud7af":
        return True  # in a script without spaces (Korean writes them) a space divides labels: "原文：Global Voices　翻訳：山田花子"
    return _LABEL_BEFORE.search(text[max(0, start - 2) : start]) is not None


def _slot(scanned: Scanned, hit: Hit, block: Block) -> int:
    """Where the slot begins: "originally published" is followed by "on", "by", "in", in Markdown perhaps on the next line."""
    at = hit.end
    if hit.phrase.before.endswith(":"):
        return at
    undefined = _UNDEFINED.match(scanned.article.text, at)
    at = undefined.end() if undefined else at
    soft = scanned.article.exact_lines
    end = block.end if soft else scanned.line_span(hit.end - 1)[1]
    at = _past_prepositions(scanned, at, end)
    date = _WHEN.match(scanned.article.text, at, end)
    if date and (date.group(1) is None or fold(date.group(1)) in scanned.lexicon.months):
        year = _BEHIND_DATE.match(scanned.folded, date.end(), end)
        at = _past_prepositions(scanned, year.end() if year else date.end(), end)  # "first ran on March 3, 2023, in The Gazette"
    else:
        at = _past_date(scanned, at, end)
    told = _ITSELF.match(scanned.folded, at, end)
    at = told.end() if told else at
    line = scanned.line_span(at)[1]
    if soft and line < block.end and not scanned.article.text[at:line].strip(" *_"):
        at = line + 1
    return at


def _past_prepositions(scanned: Scanned, at: int, end: int) -> int:
    while (word := _WORD.match(scanned.folded, at, end)) and word.group(1) in scanned.lexicon.prepositions:
        if link_at(scanned, word.start(1), word.start(1), scanned.article.block_at(at)):
            break  # a name may begin so: "in [on the wing](...)"
        at = word.end(1)
    return at


def _past_date(scanned: Scanned, at: int, end: int) -> int:
    """Behind a date of any writing that stands before the name: "paru le 14 mai 2026 dans La Gazette", "erschienen am 14.05.2026 in der Gazette"."""
    date = next(iter(find_dates(scanned.folded, scanned.lexicon.months, at, min(end, at + _DATE))), None)
    small = (scanned.lexicon.articles, scanned.lexicon.prepositions)
    if date is None or not all(any(word in words for words in small) for word in WORD.findall(scanned.folded[at : date.start])):
        return at
    behind = _BEHIND_DATE.match(scanned.folded, date.end, end)
    past = _past_prepositions(scanned, behind.end(), end) if behind else at
    return past if behind and past > behind.end() else at


def _filled(scanned: Scanned, hit: Hit, slot: Block, index: int, start: int, end: int, around: Link | None) -> Credit | None:
    """Read the slot: a link in it, an address, or a name."""
    article = scanned.article
    name, name_end = read_name(scanned, start, end)
    if name is None and hit.phrase.before.endswith(":"):
        name, name_end = read_small_name(scanned, start, end) or (None, name_end)
    elif name is None:
        name, name_end = read_name(scanned, past_description(scanned, start, end), end)
    near = _NEAR_TITLE if hit.phrase.sort == "translated" else _NEAR
    link = around or link_at(scanned, start, min(end, max(start + near, name_end + 3)), index)
    if link is not None and link.start > max(name_end, start) + 3 and name and not around:
        # "originally published by The Gazette on [this page]": the link belongs to the statement when it ends the sentence
        gap = article.text[name_end : link.start]
        link = link if len(gap) < near and not re.search(r"[.!?\n]\s", gap) else None
    address = address_in(article.text, start, min(end, start + _REACH))
    words = article.text[link.start : link.end] if link else ""
    name_link = None
    if link and not around and (name is None or link.start <= name_end):
        own = read_link_name(scanned, link) if fold(words).strip() not in scanned.lexicon.generic and not _is_address(words) else None
        lead = read_name(scanned, start, link.start)[0] if own and link.start > start + 2 else None
        if lead and fold(lead) not in scanned.lexicon.generic:
            own, name = None, lead  # "Original from The Gazette: [title](article)"
        name = own or (name if name and link.start > start + 1 and not words.startswith(name) else None)
        name_link = link if own else None
    if around and name is None and (beside := link_at(scanned, max(start, around.end), min(end, start + _NEAR), index)):
        name, name_end, name_link = read_link_name(scanned, beside), beside.end, beside  # "[originally posted](article) on [The Gazette](its front page)"
    if name is None and link is None and address is None:
        return None
    if link and not around:
        link = _deepest(scanned, link, index, sentence_end(scanned, link.end, end), any_site=hit.phrase.sort == "translated")
    sort = hit.phrase.sort
    if sort == "source" and _CITATION.search(article.text, start, min(end, start + _NEAR_TITLE)):
        sort = "references"  # a work of science that the article cites
    finish = max(hit.end, name_end if name else 0, link.end if link else 0, article.text.find(address, start) + len(address) if address else 0)
    return make_credit(scanned, sort, (hit.start, finish), name, link, slot, address=address, name_link=name_link)


def _is_address(words: str) -> bool:
    """Words that are an article's address; "medium.com/gazette" is a name."""
    return "://" in words or (address_in(words, 0, len(words)) is not None and words.strip(" /").count("/") != 1)


def _deepest(scanned: Scanned, first: Link, index: int, end: int, *, any_site: bool) -> Link:
    """Of the links of a statement the one that leads to an article: "by [Jane Doe](her page): [The keepers](article)"."""
    base = scanned.article.base
    url = resolve(first.href, base) if first.href else None
    if url is None or (not is_front(url) and not any_site):
        return first
    host, any_site = host_of(url) or "", any_site or is_profile(url)
    for link in links_of(scanned, index):
        if not first.start <= link.start < end or link.hidden or not link.href:
            continue
        other = resolve(link.href, base)
        told = any_site or same_site(host, host_of(other or "") or "") or not scanned.article.text[first.end : link.start].strip(_BETWEEN)
        if other and told and not is_front(other) and not is_license(other):
            return link
    return first


def _read_original(scanned: Scanned, hit: Hit, block: Block, around: Link | None) -> Credit | None:
    link = around or link_at(scanned, hit.start, hit.end + 30, scanned.article.block_at(hit.start))
    address = address_in(scanned.article.text, hit.end, min(scanned.line_span(hit.end - 1)[1], hit.end + 300))
    if link is None and address is None:
        return None
    name, end = read_name(scanned, *_after_on(scanned, hit))
    finish = max(hit.end, link.end if link else 0, end if name else 0)
    return make_credit(scanned, "read-original", (hit.start, finish), name, link, block, address=address)


_ON = lazy(r"\s*(?:here\s*)?(?:(\w+)|@|[-–—|:])\s+", re.IGNORECASE)


def _after_on(scanned: Scanned, hit: Hit) -> tuple[int, int]:
    end = scanned.line_span(hit.end - 1)[1]
    match = _ON.match(scanned.article.text, hit.end, end)
    word = fold(match.group(1) or "") if match else None
    return (match.end(), end) if match and (not word or word in scanned.lexicon.prepositions) else (end, end)


def _named_before(scanned: Scanned, hit: Hit, block: Block) -> Credit | None:
    """A phrase whose slot stands before its words: "<outlet>より転載", "This text is a translation of <address>" in Korean."""
    article = scanned.article
    begin = sentence_start(scanned, hit.start)
    text = article.text
    index = article.block_at(hit.start)
    lead = scanned.folded[begin : hit.start]
    spaced = not is_dense(hit.phrase.after.lstrip(" '")[:1])
    if not spaced and block.zone is not Zone.HEAD and len(lead) > _SHORT_NAME and not _has_subject(scanned, lead) and not links_of(scanned, index):
        return None  # prose that speaks of something else: "the following is taken from the settings file" in Korean
    marks = "。、，,.;；|（(「『【।،:" if spaced else "。、，,.;；|（(「『【 "
    at = max(begin, max((text.rfind(mark, begin, hit.start) + 1 for mark in marks), default=begin))
    links = [
        each
        for each in links_of(scanned, index)
        if begin <= each.start and each.end <= hit.start + 1 and each.end > each.start and not is_license(each.href or "")
    ]
    link = _deepest(scanned, links[0], index, hit.start, any_site=False) if links else None
    name = text[at : hit.start].strip(" 「」『』()（）【】\"'“”«»‘’") or None
    if name and not spaced:
        name = _THIS_ARTICLE.sub("", name).strip(" 「」『』()（）【】\"'“”«»‘’") or None  # "この記事は<outlet>に掲載された"
    address = address_in(text, begin, hit.start)
    if spaced and name and not link and not address:
        name, subject = _without_subject(scanned, name)
        if not subject and block.zone is Zone.BODY:
            return None
    if link:
        at = min(at, link.start)
        name = text[link.start : link.end]
    elif not spaced and block.zone is Zone.BODY and (begin < at or "は" in lead) and not _has_subject(scanned, lead):
        return None
    if address and (name is None or address in name or name in address or hit.start - text.index(address, begin) - len(address) < 4):
        name, at = None, min(at, text.index(address, begin))
    if name and is_date(name, scanned.lexicon.months):
        return None
    if (name is None and address is None) or (name and (len(name) > 40 or fold(name) in scanned.lexicon.generic)):
        return None
    return make_credit(scanned, hit.phrase.sort, (at, hit.end), name, link, block, address=address)


def _without_subject(scanned: Scanned, words: str) -> tuple[str | None, bool]:
    """The name at the end of "this article <name>", and whether words before it speak of the article."""
    kept = words.split()
    subject = False
    while kept and ((told := fold(kept[0]) in scanned.lexicon.subject) or kept[0][0].islower()):
        subject = subject or told
        kept.pop(0)
    return " ".join(kept) if 0 < len(kept) <= _LONGEST_NAME else None, subject


def _is_quoted(scanned: Scanned, hit: Hit) -> bool:
    """A credit that is quoted is a sample, or somebody else's."""
    lead = scanned.article.text[scanned.line_span(hit.start)[0] : hit.start]
    return any(lead.count(opening) > lead.count(closing) for opening, closing in _QUOTATIONS)


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
    subject = _has_subject(scanned, before)
    if len(before) > 120 or _OEUVRE.search(before) or (_POSSESSIVE.search(before) and not subject):
        return False  # "her work has also appeared in The Gazette" speaks of the author
    title = fold(scanned.article.title or "")[:_TITLE]
    if title and before.startswith(title):
        return True
    if not subject and any(
        link.start >= begin and link.end <= hit.start and _words_in(link, scanned) > _FEW for link in links_of(scanned, scanned.article.block_at(hit.start))
    ):
        return False  # "[The book of floods](...), by Tullio Ferri, originally published in ..." speaks of what the link leads to
    if block.zone is Zone.BODY:
        return len(before) <= _LONGEST_LEAD and (before in scanned.lexicon.articles or subject)
    return subject or before[-1:] in _ENDS or len(before.split()) <= _FEW


def _words_in(link: Link, scanned: Scanned) -> int:
    return len(scanned.article.text[link.start : link.end].split())


def _has_subject(scanned: Scanned, before: str) -> bool:
    """Whether words name the article: "this story", "cet article", "本文"."""
    subject = scanned.lexicon.subject
    if not subject.isdisjoint(WORD.findall(before)):
        return True
    return any(map(is_dense, before)) and any(word in before for word in subject if is_dense(word[0]))


def _next_line(scanned: Scanned, index: int, end: int) -> tuple[int, int, int] | None:
    """The line after a label that ends its own: in the same block, or the next short visible block (a table, a heading)."""
    article = scanned.article
    block = article.blocks[index]
    if end < block.end:
        return end + 1, scanned.line_span(end + 1)[1], index
    if index + 1 < len(article.blocks):
        following = article.blocks[index + 1]
        if following.hidden == block.hidden and following.zone in (block.zone, Zone.CREDIT, Zone.BODY) and following.end - following.start <= LONG:
            return following.start, scanned.line_span(following.start)[1], index + 1
    return None


def _empty(scanned: Scanned, hit: Hit, block: Block) -> Credit:
    """A label with nothing behind it."""
    return make_credit(scanned, hit.phrase.sort, (hit.start, hit.end), None, None, block)
