"""HTML bytes or text into an article: parsed by lxml, walked once (walk.py).

lxml's parser (libxml2) drops the rest of a page silently when a limit is met, so its error log is read after every parse,
and such a page is marked incomplete.
"""

import re
from contextlib import suppress
from typing import Any

from lxml import etree

from compliance.model.article import Article
from compliance.read.limits import oversized_tag
from compliance.read.main_text import holders, misplaced
from compliance.read.metadata import from_linked_data
from compliance.read.walk import Page, RestartError, Walk
from compliance.text.patterns import lazy

_BLOCK_TAG = lazy(r"(</?(?:p|h[1-6]|div|br|li|ul|ol|blockquote|figure|figcaption|section|article|header|footer|table|tr|td)\b[^<>]*>)", re.IGNORECASE)
_PASTED = 4  # tags; fewer are an example of a tag
_LISTINGS = frozenset({"pre", "code", "textarea", "xmp", "plaintext", "script", "style", "title"})


def read_html(markup: str, page: Page) -> Article:
    """Read one page or fragment. markup: decoded text. Bad markup is repaired as the parser can."""
    data = markup.encode("utf-8", "replace")
    incomplete = oversized_tag(data)
    root = None
    if incomplete is None:
        parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
        with suppress(etree.XMLSyntaxError):
            root = etree.fromstring(data, parser)
    if root is not None:
        incomplete = _cut(parser)
    walk = _walk(page, root)
    text, blocks, links, images = walk.flat.finish()
    if "</p" in text and root is not None and _part_shown_markup(root):
        walk = _walk(page, root)
        text, blocks, links, images = walk.flat.finish()
    if root is not None and misplaced(blocks) and (main := holders(root)):
        walk = _walk(page, root, main)
        text, blocks, links, images = walk.flat.finish()
    if root is not None:
        walk.claims += from_linked_data(walk.linked, root, data, walk.claims)
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
        drawings=walk.flat.drawings,
    )


def _walk(page: Page, root: Any, main: frozenset[Any] = frozenset()) -> Walk:
    walk = Walk(page, main=main)
    if root is None:
        return walk
    try:
        walk.run(root)
    except RestartError:
        from compliance.read.stylesheets import read_sheets

        _open_shadows(list(root.iter("template")))
        walk = Walk(page, read_sheets(root), main)
        walk.run(root)
    return walk


def _open_shadows(templates: list[Any]) -> None:
    """Show a declared shadow tree in the place of what it replaces, which is shown only where it leaves a slot."""
    for template in templates:
        host = template.getparent()
        if template.get("shadowrootmode") not in ("open", "closed") or host is None:
            continue
        template.tag = "div"
        if next(template.iter("slot"), None) is None:
            host.text = template.tail = None
            for other in host:
                if other is not template and isinstance(other.tag, str):
                    other.set("hidden", "")


def _part_shown_markup(root: Any) -> bool:
    """Part a text that is markup pasted as words: its tags are seen as they stand, and its paragraphs are paragraphs still."""
    parted = False
    for element in list(root.iter()):
        text = element.text if isinstance(element.tag, str) else None
        if not text or len(_BLOCK_TAG.findall(text)) < _PASTED or element.tag in _LISTINGS or any(above.tag in _LISTINGS for above in element.iterancestors()):
            continue
        element.text = None
        for place, piece in enumerate(piece for piece in _BLOCK_TAG.split(text) if piece.strip()):
            paragraph = etree.Element("p")
            paragraph.text, paragraph.sourceline = piece, element.sourceline
            element.insert(place, paragraph)
        parted = True
    return parted


def _cut(parser: etree.HTMLParser) -> str | None:
    for entry in parser.error_log:
        if entry.type_name in ("ERR_RESOURCE_LIMIT", "ERR_NAME_TOO_LONG") or (entry.level_name == "FATAL" and "depth" in entry.message.lower()):
            return f"the parser stopped at line {entry.line}: {entry.message.strip()}"
    return None
