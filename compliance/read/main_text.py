"""Which elements hold a page's main text, by where its prose lies and not by what its classes say.

Class names are habits: one theme calls the column of the article `content-sidebar-wrap`, another calls every brick a widget.
When a first walk puts more prose into the furniture than into the article, the elements found here are taken at their weight.
"""

from collections.abc import Iterable
from typing import Any

from compliance.model.article import ARTICLE_ZONES, PROSE, Block, Zone
from compliance.read.zones import by_words

_SHARE = 0.6  # of the page's prose
_BRICKS = ("div", "td", "li", "section", "span", "font", "blockquote")


def misplaced(blocks: Iterable[Block]) -> bool:
    """Whether more prose lies in the furniture than in the article."""
    inside = outside = 0
    for block in blocks:
        length = block.end - block.start
        if length >= PROSE and block.hidden is None:
            if block.zone in (*ARTICLE_ZONES, Zone.CAPTION):
                inside += length
            else:
                outside += length
    return outside > inside


def holders(root: Any) -> frozenset[Any]:
    """The elements that hold most of the page's prose. Comments are not counted, unless there is nothing else.

    Empty when another part of the page holds the heading: a long side box beside a short article.
    """
    prose = [(element, length) for element in root.iter("p") if (length := len("".join(element.itertext()))) >= PROSE]
    prose = prose or [(element, length) for element in root.iter(*_BRICKS) if (length := _own(element)) >= PROSE]
    article = [(element, length) for element, length in prose if not any(_is_comment(above) for above in element.iterancestors())] or prose
    weights: dict[Any, int] = {}
    for element, length in article:
        for above in element.iterancestors():
            weights[above] = weights.get(above, 0) + length
    total = sum(length for _, length in article)
    found = frozenset(element for element, weight in weights.items() if weight >= total * _SHARE and element.tag not in ("html", "body"))
    if not any(next(element.iter("h1"), None) is not None for element in found):
        return frozenset()
    return found


def _own(element: Any) -> int:
    return len(element.text or "") + sum(len(child.tail or "") for child in element)


def _is_comment(element: Any) -> bool:
    return by_words(f"{element.get('class', '')} {element.get('id', '')}") is Zone.COMMENTS
