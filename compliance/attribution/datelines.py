"""Statements of origin without a phrase: a name and a date, an agency's name in the author's place."""

import re

from compliance.attribution.making import make_credit
from compliance.attribution.scan import Scanned
from compliance.attribution.slots import link_at, links_of
from compliance.model.article import Block, Zone
from compliance.model.attribution import Credit
from compliance.text.patterns import lazy
from compliance.text.words import fold, is_dense, whole_words

_DATELINE = lazy(
    r"^(?P<name>[^\d,|•·\n]{2,60}?)\s*[,|•·–—-]?\s+(?:(?:le|el|den|am|on|il)\s+)?(?P<date>\d{1,2}(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?[^\W\d]+\.?,?\s+(?:de\s+)?\d{4}|"
    r"[^\W\d]+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})$"
)
_OPENING = lazy(r"^[^\n()]{0,50}?\((?P<name>[^\W\d_][\w .&/'-]{1,30})\)\s*(?P<dash>[-–—])?")
_PARTS = lazy(r"\s*[,|/•·\n(]\s*|\s+[-–—]\s+|\s+(?=\d)")
_NOTICE = lazy(r"^(?:©|\(c\))\s*(?:\d{4}\s*)?", re.IGNORECASE)
_DATED = lazy(r"(?:19|20)\d\d")
_BRACKETED = lazy(r"[(（\[【/〔]([^()（）\[\]【】/〔〕\n]{2,40})[)）\]】/〕]")
_WIRED = lazy(r"^[\s\u3000]*(\w{2,8}?)(?:\w{0,8}\d{1,2}月\d{1,2}日)?(?:电|電|讯|訊)")
_SIGNED = lazy(r"^[\s\u3000]*([^\W\d_][\w.]{2,20})\s[-–—]\s")
_SHORT = 90  # characters of a line that stands in the author's place
_STATEMENTS = ("source", "first-published", "republished", "read-original", "translated")


def find_datelines(scanned: Scanned) -> list[Credit]:
    """Lines that are only a name and a date, agency datelines that open a paragraph, agencies in the author's place."""
    article = scanned.article
    phrases = [hit.start for sort in _STATEMENTS for hit in scanned.hits.get(sort, ())]
    found = []
    for index, block in enumerate(article.blocks):
        if block.zone not in (Zone.HEAD, Zone.BODY, Zone.CREDIT):
            continue
        if block.tag == "source":
            link = next(iter(links_of(scanned, index)), None)
            found.append(make_credit(scanned, "source", (block.start, block.end), article.text[block.start : block.end], link, block))
            continue
        agency = _agency_line(scanned, block) or _agency_opening(scanned, block)
        if agency:
            found.append(agency)
        if block.end - block.start > 400:
            continue
        at = block.start
        for line in article.text[block.start : block.end].split("\n"):
            match = _DATELINE.match(line) if len(line) <= 110 and line[-1:].isdigit() else None
            if match and _has_month(match.group("date"), scanned) and not _byline(line, scanned) and not any(at <= start < at + len(line) for start in phrases):
                link = link_at(scanned, at, at + match.end("name"), index)
                found.append(make_credit(scanned, "dateline", (at, at + match.end()), match.group("name").strip(" -–—|*_"), link, block))
            at += len(line) + 1
    return found


def _agency_opening(scanned: Scanned, block: Block) -> Credit | None:
    """A dateline that opens a paragraph: "VIENNA (Reuters) - The house ...", "新华社北京1月12日电", "(서울=연합뉴스)", "MOSCOW, 3 May. /TASS/."."""
    text = scanned.article.text
    opening = text[block.start : min(block.end, block.start + 90)]
    if block.end - block.start <= (60 if opening.isascii() else 30) or scanned.hits_in("image", block.start, block.start + len(opening)):
        return None
    for match in _BRACKETED.finditer(opening, 0, 70):
        for part in re.split(r"[=＝,、·\s]", match.group(1)):
            if _is_agency(part, scanned):
                return make_credit(scanned, "agency", (block.start, block.start + match.end()), part, None, block)
    wired = _WIRED.match(opening) or _SIGNED.match(opening)
    if wired and (name := _agency_in(wired.group(1), scanned)):
        return make_credit(scanned, "agency", (block.start, block.start + wired.end()), name, None, block)
    named = _OPENING.match(opening) if "(" in opening[:54] else None
    if named is None or not (named.group("dash") and named.group("name")[0].isupper()):
        return None
    return make_credit(scanned, "dateline", (block.start, block.start + named.end()), named.group("name"), None, block)


def _is_agency(name: str, scanned: Scanned) -> bool:
    return fold(name).partition("/")[0].removeprefix("the ") in scanned.lexicon.agencies


def _agency_in(words: str, scanned: Scanned) -> str | None:
    """The agency that words begin with: "新华社北京" begins with 新华社."""
    if _is_agency(words, scanned):
        return words
    folded = fold(words)
    return next((words[: len(name)] for name in scanned.lexicon.agencies if is_dense(name[0]) and folded.startswith(name)), None)


def _agency_line(scanned: Scanned, block: Block) -> Credit | None:
    """An agency in the author's place, or in the notice that ends its copy: "By Reuters", "AFP", "© dpa-infocom, dpa:24"."""
    line = scanned.article.text[block.start : block.end]
    notice = _NOTICE.match(line)
    if len(line) > _SHORT or (not notice and scanned.hits_in("image", block.start, block.end)):
        return None
    at = notice.end() if notice else _byline(line, scanned)
    if block.zone is not Zone.HEAD and not at and not _DATED.search(line):
        return None  # below the head a lone "AP" stands under a picture or in a list of other stories
    for part in _PARTS.split(line[at:]):
        name = part.strip(" .:;*_")
        if name and fold(name).removeprefix("the ") in scanned.lexicon.agencies:
            begin = block.start + line.index(name, at)
            return make_credit(scanned, "agency", (begin, begin + len(name)), name, None, block)
        if notice:
            break
    return None


def _has_month(date: str, scanned: Scanned) -> bool:
    words = re.findall(r"[^\W\d_]+", fold(date))
    return not words or any(word in scanned.lexicon.months for word in words)


def _byline(line: str, scanned: Scanned) -> int:
    """Where the words that open a byline end in a line; 0 when it opens with none."""
    folded = fold(line)
    if not folded.startswith(scanned.lexicon.bylines):
        return 0
    return max((len(words) for words in scanned.lexicon.bylines if folded.startswith(words) and whole_words(folded, 0, len(words))), default=0)
