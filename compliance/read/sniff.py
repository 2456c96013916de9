"""Which format a resource has: told by its content, then by its name, then by what the server said."""

import re

from compliance.errors import ReadError
from compliance.model.resource import Resource

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"RIFF", "a media file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"WARC/", "a web archive"),
)
_FEED_ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf)\b", re.IGNORECASE)
_MARKUP = re.compile(rb"<(?:!doctype html|html|head|body|article|main|div|p|table|section|h1|meta|title|link|script|span|a\s)\b", re.IGNORECASE)
_PROLOGUE = re.compile(rb"^\s*(?:<\?xml.*?\?>\s*|<!--.*?-->\s*|<\?.*?\?>\s*|<!DOCTYPE[^>\[]*(?:\[.*?\])?[^>]*>\s*)*", re.DOTALL)
_NAMES = {
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".mkd": "markdown", ".mdx": "markdown",
    ".txt": "text", ".text": "text",
    ".xml": "feed", ".rss": "feed", ".atom": "feed", ".rdf": "feed", ".json": "feed",
}  # fmt: skip
_TYPES = {"text/html": "html", "application/xhtml+xml": "html", "text/markdown": "markdown", "text/plain": "text"}
READABLE_SUFFIXES = frozenset(_NAMES)
"""Names that a folder is searched for."""


def format_of(resource: Resource) -> str:
    """`html`, `markdown`, `text` or `feed`.

    Raises ReadError: `empty` or `binary`.
    """
    data, location = resource.data, resource.location
    if not data.strip():
        raise ReadError("empty", f"{location}: empty: there is no article to check")
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:200].count(0) > 60
    if wide:
        encoding = "utf-16-be" if data.startswith(b"\xfe\xff") or data[:200:2].count(0) > data[1:200:2].count(0) else "utf-16-le"
        data = data[:8192].decode(encoding, "replace").encode("utf-8", "replace").removeprefix(b"\xef\xbb\xbf")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise ReadError("binary", f"{location}: {what}, not a text: give an HTML, Markdown, text or feed file")
    head = data[:8192].removeprefix(b"\xef\xbb\xbf")
    if b"\0" in head[:1024] and head[:1024].count(0) > 3:
        raise ReadError("binary", f"{location}: binary data, not a text: give an HTML, Markdown, text or feed file")
    name = location.lower().rpartition("/")[2]
    by_name = _NAMES.get(name[name.rfind(".") :]) if "." in name else None
    start = head.lstrip()
    if start.startswith((b"---\n", b"---\r\n", b"+++\n", b"+++\r\n")) and by_name != "text":
        return "markdown"
    if start.startswith(b"<"):
        prologue = _PROLOGUE.match(head)
        if _FEED_ROOT.match(head, prologue.end() if prologue else 0):
            return "feed"
        if by_name != "markdown" and _MARKUP.search(head):
            return "html"
    if start.startswith(b"{") and b"jsonfeed.org/version" in head:
        return "feed"
    if by_name == "feed":
        by_name = "html" if _MARKUP.search(head) else None
    return by_name or _TYPES.get(resource.media_type or "") or ("html" if _MARKUP.search(head) else "text")
