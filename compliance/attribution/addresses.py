"""Addresses that can be read as text."""

import re

from compliance.model.article import Article
from compliance.model.attribution import Address
from compliance.text.patterns import lazy
from compliance.text.urls import resolve_written

_SCHEME = lazy(r"(?:https?://|www\.)[^\s<>\"'`|，。；、）،؛।۔】」』》«»“”‘’（）\u3000]+", re.IGNORECASE)
_BARE = lazy(
    r"(?<![\w@./:%-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}(?:com|org|net|edu|gov|info|news|press|media|example|test|co|io|[a-z]{2})(?:/[^\s<>\"'`|，。；、）،؛।۔】」』》«»“”‘’（）]*)?(?![\w@])",
    re.IGNORECASE,
)


def address_in(text: str, start: int, end: int) -> str | None:
    """The first address written in text[start:end], as written; None when there is none. A bare host is a name, not an address."""
    match = _SCHEME.search(text, start, end)
    if match:
        return trim(match.group())
    bare = _BARE.search(text, start, end) if text.find("/", start, end) >= 0 else None
    return trim(bare.group()) if bare and "/" in bare.group() else None


def find_addresses(article: Article) -> list[Address]:
    """All addresses of the text that begin with a scheme or `www.`, and bare hosts with a path."""
    text = article.text
    if "/" not in text and "www." not in text.lower():
        return []
    spans = [(match.start(), trim(match.group())) for match in _SCHEME.finditer(text)]
    if text.count("/") > 2 * text.count("//") + sum(span[1].count("/") - 2 for span in spans):
        spans += [
            (match.start(), trim(match.group())) for match in _BARE.finditer(text) if "/" in match.group() and not match.group().lower().startswith("www.")
        ]
    found: list[Address] = []
    links = [(link.start, link.end) for link in article.links if link.end > link.start]
    for start, written in sorted(set(spans)):
        cut = written.endswith(("…", "..."))
        shown = written.rstrip("….")
        url = resolve_written(shown)
        if url is None or len(shown) < 5:
            continue
        block = article.blocks[article.block_at(start)]
        end = start + len(written)
        following = text[end : end + 3]
        whole = not cut and not following.startswith(("…", "...", "[…"))
        linked = any(begin <= start and end <= finish for begin, finish in links)
        found.append(Address(shown, start, url, block.zone, block.hidden, linked, whole, article.line_at(start)))
    return found


def trim(written: str) -> str:
    """The address without the punctuation of the sentence it stands in."""
    while written and written[-1] in ".,;:!?'\"*_~`":
        written = written[:-1]
    for opening, closing in ("()", "[]", "{}"):
        while written.endswith(closing) and written.count(closing) > written.count(opening):
            written = written[:-1].rstrip(".,;:!?'\"")
    return written
