"""Pictures as the markup gives them: all addresses of each, its size, and what the elements around it are called.

A lazy picture has a placeholder in `src` and its address in a `data-` attribute, in `srcset`, or in the `<noscript>` behind it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from compliance.model.article import Image
from compliance.text.patterns import lazy

_SOURCES = (
    "src", "data-src", "data-lazy-src", "data-original", "data-orig-src", "data-lazyload", "data-cfsrc", "data-ezsrc", "data-litespeed-src", "data-opt-src",
    "data-pagespeed-lazy-src", "data-wpfc-original-src", "data-flickity-lazyload",
)  # fmt: skip
_SETS = frozenset(("srcset", "data-srcset", "data-lazy-srcset", "data-sizes-srcset", "imagesrcset"))
BACKGROUNDS = frozenset(("data-bg", "data-background", "data-background-image", "data-bg-src"))
"""Attributes in which lazy loading keeps the picture behind an element."""
STANDS_FOR = ("object", "figure")
"""Elements that may be a picture as a whole: `<object data="a.svg">`, `{{<figure src="a.jpg">}}`."""
_URL = lazy(r"background(?:-image)?\s*:[^;]*?url\(\s*[\"']?([^\"')]+)", re.IGNORECASE)
_BARE_URL = lazy(r"(?:url\(\s*[\"']?)?([^\"')\s]+)", re.IGNORECASE)
_CANDIDATE = lazy(r"\s*,*\s*([^\s,][^\s]*[^\s,]|[^\s,])(?:\s+[\d.]+[wxh])*\s*(?:,|$)")
_FILE = lazy(r"\S+\.(?:jpe?g|png|webp|gif|avif)(?:[?#]\S*)?", re.IGNORECASE)
_LENGTH = lazy(r"\s*(\d+)(?:\.\d+)?(?:px)?\s*")
_STYLE_SIZE = {name: lazy(rf"(?:^|;)\s*(?:max-)?{name}\s*:\s*(\d+)(?:\.\d+)?px", re.IGNORECASE) for name in ("width", "height")}
_PLACEHOLDER = 2000  # characters of a `data:` address; a longer one is the picture itself
_AROUND = ("a", "picture", "figure", "div", "span", "p", "li", "td", "center", "noscript")
_LEVELS = 2
_MOST = 40  # addresses of one picture


def pictures(element: Any) -> Iterator[Image]:
    """An `img`, with all addresses under which it may be fetched; then the same again for each further address that lazy loading gives it."""
    attributes = dict(element.items())
    single = {source: name for name in reversed(_SOURCES) if (source := _address(attributes.get(name) or "")) and not source.startswith("data:")}
    addresses = tuple(dict.fromkeys(source for each in _sources(element, attributes) if (source := _address(each))))
    first = next(reversed(single), addresses[0] if addresses else "")
    name = single.get(first, "src" if not addresses or "srcset" in attributes else "")
    alt = attributes.get("alt") or attributes.get("aria-label") or attributes.get("title") or ""
    others = tuple(address for address in addresses if address != first)[:_MOST]
    image = Image(first, alt, 0, None, waits(element, name), others=others, size=_size(attributes), words=_words(element))
    yield image
    for source, name in reversed(single.items()):
        if source != first:
            yield image._replace(src=source, waits=waits(element, name), others=(), again=True)


def _sources(element: Any, attributes: Mapping[str, str]) -> Iterator[str]:
    yield from (source for name in _SOURCES if (source := attributes.get(name)))
    if element.tag == "image":
        yield attributes.get("href") or attributes.get("xlink:href") or ""
    for name, value in attributes.items():
        if name in _SETS:
            yield from _in_set(value)
        elif name[:5] == "data-" and name not in _SOURCES and "." in value and _FILE.fullmatch(value):
            yield value
    whole = _outside_sources(element)
    if whole is not None and whole.tag == "picture":
        yield from (source for other in whole.iter("source") for name in _SETS if (value := other.get(name)) for source in _in_set(value))
    following = element.getnext()
    if following is not None and following.tag == "noscript":
        yield from (source for other in following.iter("img") for source in (other.get("src"), *_in_set(other.get("srcset") or "")) if source)


def waits(element: Any, name: str) -> str:
    """What must happen before a browser fetches the address in an attribute of an image or a frame; see Image."""
    if name != "src":
        return "script"
    if (element.get("loading") or "").strip().lower() != "lazy":
        return ""
    return "showing" if element.get("hidden") is not None or "display:none" in "".join((element.get("style") or "").lower().split()) else "scrolling"


def _outside_sources(element: Any) -> Any:
    """The element around one; libxml2 puts what follows a `source` into it."""
    parent = element.getparent()
    while parent is not None and parent.tag == "source":
        parent = parent.getparent()
    return parent


def drawing(element: Any) -> Image:
    """An `svg` in the page: what it calls itself."""
    titles = (title.text for title in element.iter("title") if title.text)
    used = (use.get("href") or use.get("{http://www.w3.org/1999/xlink}href") or use.get("xlink:href") or "" for use in element.iter("use"))
    alt = element.get("aria-label") or next(titles, "")
    return Image(next(used, ""), " ".join(alt.split()), 0, None, tag="svg", size=_size(element.attrib), words=_words(element))


def behind(tag: str, attributes: Mapping[str, str]) -> Image | None:
    """The picture behind an element, as its own attributes give it, or the one that an `object` or a template's `figure` stands for."""
    if tag in STANDS_FOR:
        source = _address(attributes.get("data" if tag == "object" else "src") or "")
        pictured = tag == "figure" or attributes.get("type", "").startswith("image/") or _FILE.fullmatch(source)
        return (
            Image(source, attributes.get("alt") or "", 0, None, size=_size(attributes), words=attributes.get("class", "").lower())
            if source and pictured
            else None
        )
    style = attributes.get("style")
    found = _URL.search(style) if style and "url(" in style else None
    source = found.group(1) if found else next((value for name, value in attributes.items() if name in BACKGROUNDS and value), "")
    bare = _BARE_URL.match(source) if source else None
    address = _address(bare.group(1)) if bare else ""
    if tag == "body" or not address or ("/" not in address and "." not in address):
        return None
    words = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()
    return Image(address, attributes.get("aria-label") or attributes.get("title") or "", 0, None, tag="background", size=_size(attributes), words=words)


def fetched(tag: str, src: str, line: int | None, wait: str) -> Image:
    """A script or a frame."""
    return Image(src, "", 0, line, wait, tag=tag)


def _in_set(value: str) -> Iterator[str]:
    return (found.group(1) for found in _CANDIDATE.finditer(value))


def _address(source: str) -> str:
    """An address as written; of a picture that is written out in the page its kind, nothing for a placeholder."""
    source = source.strip()
    if source[:5].lower() != "data:":
        return source
    return source[: source.find(",")] if len(source) > _PLACEHOLDER and source[5:11].lower() == "image/" else ""


def _size(attributes: Mapping[str, str]) -> tuple[int, int]:
    style = attributes.get("style") or ""
    return _side("width", attributes, style), _side("height", attributes, style)


def _side(name: str, attributes: Mapping[str, str], style: str) -> int:
    given = _STYLE_SIZE[name].search(style) if style else None
    number = given.group(1) if given else attributes.get(name) or ""
    if not number.isascii() or not number.isdigit():
        length = _LENGTH.fullmatch(number) if number else None
        if length is None:
            return 0
        number = length.group(1)
    return max(1, min(int(number[:6]), 99999))


def _words(element: Any) -> str:
    return " ".join(word for each in _around(element) for word in (each.get("class"), each.get("id")) if word).lower()


def _around(element: Any) -> Iterable[Any]:
    """The element and those right around it, as far as they are made for it."""
    yield element
    for _ in range(_LEVELS):
        element = _outside_sources(element)
        if element is None or element.tag not in _AROUND:
            return
        yield element
