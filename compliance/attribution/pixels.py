"""Page counters that a publisher asks republishers to keep: an image, a script or a tiny frame on the publisher's own host."""

import re
from collections.abc import Iterable

from compliance.model.article import Article
from compliance.model.lexicon import Counter
from compliance.text.patterns import lazy

_ADDRESS = lazy(r"\s*(?:https?:)?//(?P<host>[^/?#:\s]+)(?::\d+)?(?P<path>[^?#\s]*)(?:\?(?P<query>[^#\s]*))?", re.IGNORECASE)


def find_pixels(article: Article, counters: Iterable[Counter]) -> tuple[str, ...]:
    """The addresses of counters, as written, each once."""
    return tuple(dict.fromkeys(image.src for image in article.images if is_counter(image.src, counters)))


def is_counter(src: str, counters: Iterable[Counter]) -> bool:
    """Whether the address of an image, a script or a frame is a counter's."""
    address = _ADDRESS.match(src) if "//" in src[:8] else None
    if address is None:
        return False
    host, path = address["host"].lower().rstrip("."), address["path"].lower() or "/"
    parameters = (address["query"] or "").lower().replace("&amp;", "&").split("&")
    return any(
        (place in ("*", host) or host == "www." + place) and path.startswith(begin) and (not query or query in parameters)
        for _, place, begin, query in counters
    )
