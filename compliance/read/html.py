"""HTML bytes or text into an article: parsed by lxml, walked once (walk.py).

lxml's parser (libxml2) drops the rest of a page silently when a limit is met, so its error log is read after every parse,
and such a page is marked incomplete.
"""

import re

from lxml import etree

from compliance.model.article import Article
from compliance.read.main_text import holders, misplaced
from compliance.read.metadata import from_linked_data
from compliance.read.walk import Page, Walk

_MAX_TAG = 65536  # bytes of one tag: libxml2 needs quadratic time for its attributes (277 kB: 4 s)
_MAX_ATTRIBUTES = 1000
_LONG_TAG = re.compile(rb"<[A-Za-z][^>]{%d}[^>]*" % _MAX_TAG)


def read_html(markup: str, page: Page) -> Article:
    """Read one page or fragment. markup: decoded text. Bad markup is repaired as the parser can."""
    data = markup.encode("utf-8", "replace")
    incomplete = _oversized(data)
    walk, root = Walk(page), None
    if incomplete is None:
        parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            root = None
        if root is not None:
            incomplete = _cut(parser)
            walk.run(root)
            walk.claims += from_linked_data(walk.linked, root, data, walk.claims)
    text, blocks, links, images = walk.flat.finish()
    if root is not None and misplaced(blocks) and (main := holders(root)):
        walk = Walk(page, main)
        walk.run(root)
        text, blocks, links, images = walk.flat.finish()
    own = page.url or walk.own_address()
    return Article(
        location=page.location,
        entry=page.entry,
        url=own,
        base=walk.base or page.url or own,
        title=page.title or walk.title,
        language=page.language or walk.language,
        format=page.format,
        text=text,
        blocks=blocks,
        links=links,
        images=images,
        claims=(*page.claims, *walk.claims),
        exact_lines=page.exact_lines,
        incomplete=incomplete,
        marks=walk.flat.marks,
    )


def _oversized(data: bytes) -> str | None:
    """Why a page is not parsed at all: a tag that would take minutes."""
    for match in _LONG_TAG.finditer(data):
        if match.group().count(b"=") > _MAX_ATTRIBUTES:
            return f"one tag has more than {_MAX_ATTRIBUTES} attributes"
    return None


def _cut(parser: etree.HTMLParser) -> str | None:
    for entry in parser.error_log:
        if entry.type_name in ("ERR_RESOURCE_LIMIT", "ERR_NAME_TOO_LONG") or (entry.level_name == "FATAL" and "depth" in entry.message.lower()):
            return f"the parser stopped at line {entry.line}: {entry.message.strip()}"
    return None
