"""Bylines: who stands in the author's place, on the page and in its metadata."""

import re

from compliance.attribution.scan import Scanned
from compliance.attribution.slots import links_of
from compliance.model.article import Zone
from compliance.model.attribution import Byline
from compliance.text.patterns import lazy
from compliance.text.words import fold

_CLAIMS = (
    "front-matter:author", "front-matter:authors", "front-matter:author.name", "front-matter:authors.name", "front-matter:byline", "front-matter:writer",
    "front-matter:original_author", "entry:author", "author", "article:author", "dc.creator", "citation_author", "parsely-author", "ld:author",
)  # fmt: skip
_END = lazy(r"[|•·\n(（\[]|\s[-–—]\s|\d|,?\s(?:on|le|el|am|den|updated|published|posted|for|pour|para|für)\s|[:;]|https?://", re.IGNORECASE)
_AND = lazy(r"\s+(?:and|et|y|und|e|en|og|och|и|with|avec|mit)\s+|\s*(?:&|，|、)\s*", re.IGNORECASE)
_EDGES = " \t.,;:*_\"'“”«»()[]-–—@"
_MAX_NAME = 60


def find_bylines(scanned: Scanned, outlets: frozenset[str]) -> list[Byline]:
    """Bylines in their order: those that a reader sees, then those of the metadata. outlets: canonical names of outlets."""
    article = scanned.article
    found: list[Byline] = []
    for hit in scanned.hits.get("byline", ()):
        line_start, line_end = scanned.line_span(hit.start)
        block = scanned.block(hit.start)
        if scanned.folded[line_start : hit.start].strip(" *_-–—|[(") or line_end - line_start > 160:
            continue
        if block.zone in (Zone.NAV, Zone.COMMENTS, Zone.SITE_FOOTER):
            continue
        if block.zone is Zone.BODY and len(hit.phrase.before.strip(" :")) <= 3 and line_end - line_start > 90:
            continue
        found += _read(scanned, hit.end, line_end, block.zone, block.hidden, outlets)
    for index, block in enumerate(article.blocks):
        if block.tag == "author":
            found.append(Byline(article.text[block.start : block.end].strip(), None, block.zone, block.hidden, block.line))
        elif block.zone is Zone.HEAD:
            for link in links_of(scanned, index):
                if "author" in link.rel.split() and 2 < link.end - link.start < _MAX_NAME:
                    found.append(Byline(article.text[link.start : link.end].strip(), None, block.zone, link.hidden, link.line))
    for claim in article.claimed(*_CLAIMS):
        if not claim.value.startswith(("http://", "https://")) and len(claim.value) < 200:
            found += [
                Byline(name, None, Zone.METADATA, None, claim.line) for part in claim.value.split(",") if (name := part.strip(_EDGES)) and len(name) < _MAX_NAME
            ]
    unique: dict[tuple[str, Zone], Byline] = {}
    for byline in found:
        unique.setdefault((fold(byline.name), byline.zone), byline)
    return list(unique.values())


def _read(scanned: Scanned, start: int, end: int, zone: Zone, hidden: str | None, outlets: frozenset[str]) -> list[Byline]:
    text = scanned.article.text
    stop = _END.search(text, start + 1, end)
    rest = text[start : stop.start() if stop else end].strip(_EDGES)
    if not rest or len(rest) > 150:
        return []
    pieces = [piece.strip(_EDGES) for part in rest.split(",") for piece in _AND.split(part)]
    pieces = [piece for piece in pieces if piece]
    outlet = None
    if len(pieces) > 1 and "," in rest and (fold(pieces[-1]) in outlets or (len(rest.split(",")) == 2 and not _AND.search(rest.rsplit(",", 1)[1]))):
        outlet = pieces.pop()
    line = scanned.article.line_at(start)
    return [Byline(name, outlet, zone, hidden, line) for name in pieces if _is_person(name)]


def _is_person(name: str) -> bool:
    letter = name[:1]
    cased = letter.lower() != letter.upper()
    if not cased:
        return 1 < len(name) <= 30
    words = name.split()
    return (letter.isupper() or "-" in name) and len(name) <= _MAX_NAME and len(words) <= 7
