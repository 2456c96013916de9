"""A credit out of what was found: its link, its place, and whether a reader sees it."""

import re

from compliance.attribution.scan import Scanned
from compliance.model.article import PARTLY, Block, Link, Zone
from compliance.model.attribution import Credit
from compliance.text.urls import is_home, resolve

LONG = 250  # characters; in a longer paragraph of the body a phrase must open a sentence that speaks of the article
BARE = ("dateline", "agency")
"""Sorts of credits that stand without a phrase."""


def make_credit(
    scanned: Scanned,
    sort: str,
    span: tuple[int, int],
    name: str | None,
    link: Link | None,
    block: Block,
    *,
    address: str | None = None,
    name_link: Link | None = None,
) -> Credit:
    """A credit that stands at text[span]; block holds its name, and says where it stands and who sees it."""
    article = scanned.article
    start, end = span
    hidden = block.hidden or (link.hidden if link and name and article.text[link.start : link.end].find(name) >= 0 else None)
    if link is None and address is None and sort not in BARE:
        # "[The Gazette][source]" without a definition is shown as it stands
        unresolved = re.match(r"\]\s?(\[[^\]\n]*\])", article.text[end : end + 80]) if article.format in ("markdown", "text") else None
        href = unresolved.group(1) if unresolved else None
    else:
        href = (link.href if link.href is not None else link.script) if link else None
    zone = Zone.CREDIT if block.zone is Zone.BODY and sort not in BARE and block.end - block.start < LONG else block.zone
    if hidden and hidden not in PARTLY:
        zone = Zone.HIDDEN
    own = name_link.href if name_link is not None and name_link is not link else None
    if own and href and _is_home(own, href, article.base):
        own = None
    return Credit(sort, start, end, article.text[start:end].strip(), name, href, address, zone, hidden, article.line_at(start), own)


def _is_home(own: str, href: str, base: str | None) -> bool:
    one, other = resolve(own, base), resolve(href, base)
    return other is None or bool(one and is_home(one, other))
