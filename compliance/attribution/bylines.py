"""Bylines: who stands in the author's place, on the page and in its metadata.

A reader knows the author by three signs: a phrase that opens a line ("By Jane Doe"), a name that the markup calls the author's
(`rel=author`, `itemprop`, class names), or a name alone above a date. The markup's sign is common to all teasers of a page,
so it counts near the title, or else near the end of the text, and only the innermost of nested marks is read.
"""

import re
from typing import NamedTuple

from compliance.attribution.people import People, clean, is_body, is_person, read_people
from compliance.attribution.scan import Hit, Scanned
from compliance.model.article import ARTICLE_ZONES, Block, Zone
from compliance.model.attribution import Byline
from compliance.text.patterns import lazy
from compliance.text.urls import host_of
from compliance.text.words import fold, is_dense

_KEYS = "author authors author.name authors.name byline writer writers original_author original.author blog_author post_author guest_author coauthor coauthors "
_KEYS += "co_authors contributors contributor creator written_by extra.author extra.authors params.author params.authors taxonomies.authors 作者"
_CLAIMS = (
    *(f"front-matter:{key}" for key in _KEYS.split()),
    "entry:author", "ld:author", "written-by", "parsely-author", "citation_author", "byl", "sailthru.author", "article:author", "dc.creator",
    "author",
)  # fmt: skip
_NESTED = lazy(r"front-matter:authors?(?:\.[^.]+)+\.name")
_OUTSIDE = (Zone.NAV, Zone.COMMENTS, Zone.SITE_FOOTER)
_EDGES = " *_-–—|[(/"
_LONGEST_MARK = 300
_LONGEST_NAME = 60
_LONG_LINE = 160
_DENSE_LINE, _DENSE_LEAD, _DENSE_NAME = 60, 20, 4
_NEAR = 12  # blocks between the title and an author that is the article's
_AFTER = 12  # blocks between the end of the text and an author that is the article's
_DATING = frozenset(
    "posted published written updated submitted created added on at am pm of a an the and st nd rd th ago days hours minutes day hour story article blog post "
    "mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday um uhr den veröffentlicht gepostet geschrieben erstellt gespeichert "
    "beitrag mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonntag le publie el del de publicado publicada postado il pubblicato "
    "scritto geplaatst op opublikowano dodano опубликовано".split()
)
"""Words that may stand before a byline on its line: "Posted on 3 May by Jane Doe"."""
_TOKEN = lazy(r"[^\W\d_]+")
_AUTHOR_PAGE = lazy(
    r"/(?:authors?|autor(?:en|es|i|a)?|auteurs?|autore|redakteure?|redacteurs?|newsteam|writers?|journalists?|contributors?|columnists?|profiles)/[^/?#]{3,}",
    re.IGNORECASE,
)
_DATE = lazy(r"(?:\b(?:1[89]|20)\d\d\b)|\d{1,2}[./]\d{1,2}[./]\d{2}")
_GLUED = lazy(r"(?:[Bb]y|[Vv]on|[Pp]or|[Pp]ar)([A-ZÀ-Þ][\w.'’-]*(?:\s[A-ZÀ-Þ][\w.'’-]*){1,3})$")
_TRADES = (
    "professor", "lecturer", "fellow", "writer", "author", "reporter", "editor", "journalist", "columnist", "correspondent", "researcher", "director",
    "candidate", "autor", "redakteur", "periodista", "escritor", "journaliste", "ecrivain", "giornalista", "jornalista", "schrijver",
)  # fmt: skip
_BIO = lazy(
    r"((?:[A-ZÀ-Þ][\w.'’-]*\s){1,3}[A-ZÀ-Þ][\w'’-]+)(?:,[^,.]{2,60},)?\s(?:is|was|has been|ist|war|est|es|è|é|er|är)\s[^.]{0,60}"
    r"(?:" + "|".join(_TRADES) + ")"
)
"""A line about its author: "Jane Doe is a professor of history at ..."."""
_BEHIND_DATE = lazy(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}\s*[-–—|•∙/]\s*([^\W\d_][^\d,|]{3,40})$")


class _Found(NamedTuple):
    """Names at a place. marked: the markup says so, not a phrase."""

    start: int
    people: People
    block: int
    hidden: str | None
    marked: bool


def find_bylines(scanned: Scanned, outlets: frozenset[str]) -> list[Byline]:
    """Bylines in their order: those that a reader sees, the article's own first, then those of the metadata. outlets: canonical names of outlets."""
    article = scanned.article
    outlets |= _sites(scanned)
    found = [*_phrases(scanned, outlets), *_marks(scanned, outlets), *_signatures(scanned, outlets)]
    own, place = _own(scanned, found)
    bylines: list[Byline] = []
    for each in sorted(found, key=lambda each: (each not in own, each.marked, each.start)):
        if each.marked and each not in own:
            continue
        block, line = article.blocks[each.block], article.line_at(each.start)
        for name in each.people.names:
            outlet = name if is_body(name) else each.people.outlet
            bylines.append(Byline(name, outlet, block.zone, each.hidden or block.hidden, line, place if each in own else None, each.marked))
    bylines += [byline for block in article.blocks if block.tag == "author" for byline in _of_entry(scanned, block, outlets)]
    bylines += _claimed(scanned)
    unique: dict[tuple[str, Zone], Byline] = {}
    for byline in bylines:
        unique.setdefault((fold(byline.name), byline.zone), byline)
    return list(unique.values())


def _of_entry(scanned: Scanned, block: Block, outlets: frozenset[str]) -> list[Byline]:
    """The author of a feed's entry as it stands; "Jane Doe, The Gazette" is an author and an outlet."""
    said = scanned.article.text[block.start : block.end].strip()
    people = read_people(said, outlets, scanned.lexicon, marked=True)
    whole = "," not in said or not all(" " in name for name in people.names)
    names, outlet = ((said,), None) if whole else people
    return [Byline(name, outlet, block.zone, block.hidden, block.line, "head") for name in names]


def _phrases(scanned: Scanned, outlets: frozenset[str]) -> list[_Found]:
    found = []
    text, folded = scanned.article.text, scanned.folded
    for hit in scanned.hits.get("byline", ()):
        before, after = hit.phrase.before, hit.phrase.after
        if not before:
            continue
        line_start, line_end = scanned.line_span(hit.start)
        block = scanned.block(hit.start)
        end = folded.find(after, hit.end, min(line_end, hit.end + _LONGEST_NAME)) if after else line_end
        if block.zone in _OUTSIDE or end < 0:
            continue
        if is_dense(before[0]):
            if not after and not _opens_dense(scanned, hit, line_start, line_end):
                continue
        elif not _opens(scanned, hit, line_start) or line_end - line_start > _LONG_LINE:
            continue
        short = len(before.strip(" :")) <= 3 and not is_dense(before[0])
        if block.zone is Zone.BODY and short and line_end - line_start > 90:
            continue
        people = read_people(text[hit.end : end], outlets, scanned.lexicon, marked=before[-1] in ":|/" or is_dense(before[0]), loose=not short)
        if people.names:
            found.append(_Found(hit.end, people, scanned.article.block_at(hit.start), None, marked=False))
    return found


def _opens(scanned: Scanned, hit: Hit, line_start: int) -> bool:
    """Whether a phrase opens its line, but for a date and marks."""
    before = scanned.folded[line_start : hit.start].strip(_EDGES)
    return not before or (len(before) < 60 and all(word in _DATING or word in scanned.lexicon.months for word in _TOKEN.findall(before)))


def _opens_dense(scanned: Scanned, hit: Hit, line_start: int, line_end: int) -> bool:
    """The same in a script without spaces: an outlet's name may stand before the label, or a parenthesis around both: "（记者 ...）"."""
    before = scanned.folded[line_start : hit.start].strip(_EDGES)
    text = scanned.article.text
    if text[hit.start - 1 : hit.start] in ("(", "（"):
        return len(before) <= _DENSE_LEAD and hit.start > line_start
    if line_end - line_start > _DENSE_LINE:
        return False
    if is_dense(hit.phrase.before[-1]) and text[hit.end : hit.end + 1] != " ":
        rest = text[hit.end : line_end].strip("。 ")  # "作者认为……" is a sentence, "作者魏明。" a byline
        return len(rest) <= _DENSE_NAME and (not before or before[-1] in ",、")
    return len(before) <= _DENSE_LEAD and not any(letter in "。！？" for letter in text[line_start : hit.start])


def _marks(scanned: Scanned, outlets: frozenset[str]) -> list[_Found]:
    """Where the markup names authors: the innermost mark that holds a name is read, the others around it are not."""
    article = scanned.article
    authors = [(mark.start, mark.end) for mark in article.marks if mark.sort == "author"]
    names = [(mark.start, mark.end) for mark in article.marks if mark.sort == "name" and any(start <= mark.start and mark.end <= end for start, end in authors)]
    links = [(link.start, link.end) for link in article.links if link.end > link.start and not link.hidden and "author" in link.rel.split()]
    found: dict[tuple[int, int], _Found] = {}
    for start, end in sorted({*authors, *names, *links}, key=lambda span: span[1] - span[0]):
        if end - start > _LONGEST_MARK or any(start <= other[0] and other[1] <= end for other in found):
            continue
        people, at = _marked(scanned, start, end, outlets)
        block = article.block_at(at)
        if people.names and article.blocks[block].zone not in _OUTSIDE:
            found[start, end] = _Found(at, people, block, None, marked=True)
    for link in article.links:
        if not link.href or not 3 < link.end - link.start < _LONGEST_NAME or article.blocks[link.block].zone in _OUTSIDE or not _AUTHOR_PAGE.search(link.href):
            continue
        name = clean(article.text[link.start : link.end])
        if " " in name and fold(name) not in outlets and is_person(name, scanned.lexicon, marked=False):
            found.setdefault((link.start, link.end), _Found(link.start, People((name,), None), link.block, link.hidden, marked=True))
    return list(found.values())


def _marked(scanned: Scanned, start: int, end: int, outlets: frozenset[str]) -> tuple[People, int]:
    """Read a mark: behind the phrase in it, else from its beginning, line by line until a line gives names."""
    hits = [hit for hit in scanned.hits.get("byline", ()) if start <= hit.start < end and _opens(scanned, hit, max(start, scanned.line_span(hit.start)[0]))]
    if any(start - 20 <= hit.start < end for sort in ("translated", "image") for hit in scanned.hits.get(sort, ())):
        return People((), None), start
    at = hits[-1].end if hits and hits[-1].end < end else start
    text = scanned.article.text
    for line in text[at:end].split("\n")[:4]:
        people = read_people(line, outlets, scanned.lexicon, marked=True)
        if people.names:
            return people, at
        if line.strip(" :") and not hits:
            break
        at += len(line) + 1
    return People((), None), start


def _signatures(scanned: Scanned, outlets: frozenset[str]) -> list[_Found]:
    """Names without a phrase or a mark: above a date, behind one, behind a phrase without a space ("ByJane Doe"), in a line about the author."""
    article = scanned.article
    found = []
    last = max((index for index, block in enumerate(article.blocks) if block.zone is Zone.BODY), default=len(article.blocks))
    for index, block in enumerate(article.blocks):
        if block.zone not in ARTICLE_ZONES or block.end - block.start <= 5:
            continue
        bio = None
        if index >= last and any(word in scanned.folded[block.start : min(block.end, block.start + 160)] for word in _TRADES):
            bio = _BIO.match(article.text, block.start, block.end)
        if bio and is_person(bio.group(1), scanned.lexicon, marked=False) and fold(bio.group(1)) not in outlets:
            found.append(_Found(block.start, People((bio.group(1),), None), index, None, marked=True))
        if block.zone is Zone.CREDIT or block.end - block.start > _LONG_LINE:
            continue
        first, *others = article.text[block.start : block.end].split("\n")
        name = ""
        if 1 <= len(others) <= 3 and len(first) <= 40 and " " in first and any(_DATE.search(line) and len(line) < 40 for line in others):
            name = first
        elif not others and block.zone is Zone.HEAD and (match := _beside(first)):
            name = match.group(1)
        name = clean(name)
        if " " in name and fold(name) not in outlets and not re.search(r"\d", name) and is_person(name, scanned.lexicon, marked=False):
            found.append(_Found(article.text.find(name, block.start), People((name,), None), index, None, marked=True))
    return found


def _beside(line: str) -> re.Match[str] | None:
    """A name behind a date, or behind a phrase without a space."""
    if line[:1].isdigit():
        return _BEHIND_DATE.match(line)
    return _GLUED.match(line) if line[:3].lower().startswith(("by", "von", "por", "par")) else None


def _own(scanned: Scanned, found: list[_Found]) -> tuple[list[_Found], str]:
    """Those that are the article's own, and their place: `head` near its title, else `end` behind its text."""
    blocks = scanned.article.blocks
    title = _title(scanned)
    body = [index for index, block in enumerate(blocks) if block.zone is Zone.BODY and index > title]
    first, last = (body[0], body[-1]) if body else (title + _NEAR, title + _NEAR) if title >= 0 else (len(blocks), len(blocks))
    first = min(first, title + 2 * _NEAR) if title >= 0 else first
    seen = [each for each in found if not each.hidden and blocks[each.block].hidden is None]
    people = [each for each in seen if any(name != each.people.outlet for name in each.people.names)]
    for choice in (people, seen):
        marked = [each for each in choice if each.marked]
        for low, high, among, place in (
            (title, first, choice, "head"),
            (title - _NEAR, title, choice, "head"),
            (first, first + 3, choice, "head"),
            (last, last + _AFTER, choice, "end"),
            (first, last, marked, "end"),
        ):
            near = [each for each in among if low <= each.block <= high and (place == "head" or blocks[each.block].zone in ARTICLE_ZONES)]
            if near:
                return _together(near), place
    return [], ""


def _together(found: list[_Found]) -> list[_Found]:
    """The first one, and those that follow it closely."""
    kept: list[_Found] = []
    for each in sorted(found):
        if kept and each.block > kept[-1].block + 2:
            break
        kept.append(each)
    return kept


def _title(scanned: Scanned) -> int:
    """Index of the block that holds the title; -1 when none does."""
    article = scanned.article
    heads = [index for index, block in enumerate(article.blocks) if block.tag in ("h1", "h2") and block.zone not in _OUTSIDE and block.hidden is None]
    title = fold(article.title or "")
    for index in heads:
        words = scanned.folded[article.blocks[index].start : article.blocks[index].end].strip()
        if len(words) > 3 and words in title and len(words) * 3 > len(title):
            return index
    return next((index for index in heads if article.blocks[index].tag == "h1"), -1)


def _claimed(scanned: Scanned) -> list[Byline]:
    """Authors of the metadata, those of the article's own data first: a page-wide `author` often names the site."""
    article, sites = scanned.article, _sites(scanned)
    claims = article.claimed(*_CLAIMS)
    claims += [claim for claim in article.claims if _NESTED.fullmatch(claim.name) and claim not in claims]
    found = []
    for claim in claims:
        if claim.value.startswith(("http://", "https://", "/", "@")) or len(claim.value) > 300:
            continue
        for part in re.split(r"[,;\n]", claim.value):
            people = read_people(part, sites, scanned.lexicon, marked=True)
            typed = claim.name.startswith(("front-matter:", "entry:"))
            for name in people.names:
                outlet = name if is_body(name) else people.outlet
                found.append(Byline(name, outlet, Zone.METADATA, None, claim.line, marked=not typed))
    return found


def _sites(scanned: Scanned) -> frozenset[str]:
    """What the page calls its own site: an outlet, and no person."""
    names = {fold(claim.value) for claim in scanned.article.claimed("og:site_name", "application-name", "ld:publisher")}
    host = host_of(scanned.article.url or "") or ""
    return frozenset({*names, host, host.removeprefix("www.")} - {""})
