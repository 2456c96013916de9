"""The lines of an article and their features: what a line looks like and where it stands first, its letters second.

A line is a block, or a part of it between two line breaks. Nothing here knows a phrase of any language.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from zlib import crc32

from compliance.attribution.addresses import find_addresses
from compliance.identify.site import own_host, republisher
from compliance.model.article import ARTICLE_ZONES, Article, Block, Link
from compliance.model.original import Republisher
from compliance.text.names import mentions
from compliance.text.urls import brand, host_of, is_front, is_license, is_placeholder, is_profile, is_reference, is_sharing, resolve
from compliance.text.words import fold, is_dense

BUCKETS = 2**17
"""Features are kept by the hash of their names; so many do not collide often."""

Features = tuple[tuple[int, ...], tuple[float, ...]]
"""Numbers of the features of a line, and their values."""

_LABEL = re.compile(r"\W*(?:\w+[ '’-]?){1,4}[ \u00a0]?[:：]")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}\b|\d月")
_LONGEST = 300  # characters of a line whose letters are read; of a longer one the two ends
_BESIDE = 40  # characters beside a link in which a name may stand
_OFTEN = 4  # links to one host: the page's own site, or one it lives with
_LETTERS = 1.0  # what all the letters of a line weigh together, as one structural feature; more is worse on held out invented pages


class Line(NamedTuple):
    """A visible line: text[start:end] of the article."""

    start: int
    end: int
    block: Block
    text: str
    links: tuple[Link, ...]


class Page(NamedTuple):
    """What the lines of a page share. often: hosts that many links lead to."""

    article: Article
    site: Republisher
    often: frozenset[str]
    addresses: tuple[tuple[int, str], ...]
    pictures: frozenset[int]


def lines_of(article: Article) -> list[Line]:
    """The lines that a reader sees, in their order."""
    by_block: dict[int, list[Link]] = {}
    for link in article.links:
        if link.hidden is None:
            by_block.setdefault(link.block, []).append(link)
    found: list[Line] = []
    for index, block in enumerate(article.blocks):
        if block.hidden is None:
            found += _cut(article, block, by_block.get(index, []))
    return found


def _cut(article: Article, block: Block, links: list[Link]) -> Iterator[Line]:
    start = block.start
    for text in article.text[block.start : block.end].split("\n"):
        end = start + len(text)
        if any(letter.isalnum() for letter in text):
            yield Line(start, end, block, text, tuple(link for link in links if link.start < end and link.end > start))
        start = end + 1


def features_of(article: Article, lines: list[Line]) -> list[Features]:
    """The features of each line."""
    hosts = Counter(host for link in article.links if link.href and (url := resolve(link.href, article.base)) and (host := host_of(url)))
    page = Page(
        article,
        republisher(article, Republisher((), ())),
        frozenset(host for host, count in hosts.items() if count >= _OFTEN),
        tuple((address.start, address.url) for address in find_addresses(article)),
        frozenset(article.blocks[image.block].start for image in article.images if image.block < len(article.blocks)),
    )
    return [_hashed(_structure(page, lines, at), _grams(page, lines[at])) for at in range(len(lines))]


def _hashed(structure: list[str], grams: Counter[str]) -> Features:
    weight = _LETTERS / math.sqrt(sum(count * count for count in grams.values())) if grams else 0.0
    values: dict[int, float] = {crc32(name.encode()) % BUCKETS: 1.0 for name in structure}
    for gram, count in grams.items():
        number = crc32(gram.encode("utf-8", "surrogatepass")) % BUCKETS
        values[number] = values.get(number, 0.0) + weight * count
    numbers = tuple(sorted(values))
    return numbers, tuple(values[number] for number in numbers)


def _structure(page: Page, lines: list[Line], at: int) -> list[str]:
    """The names of what is true of a line, whatever its language."""
    line = lines[at]
    zone = line.block.zone.value
    sorts = [_sort(page, link) for link in line.links]
    written = [url for start, url in page.addresses if line.start <= start < line.end]
    kind = next((sort for sort in ("deep", "often", "front", "own", "reference") if sort in sorts), "none")
    length = _size(_words(line.text), (3, 8, 16, 40))
    share = _size(round(100 * _linked(line) / len(line.text)), (0, 30, 70, 99))
    found = ["bias", f"zone {zone}", f"tag {line.block.tag}", f"length {length}", f"share {share}", f"kind {kind}", f"zone {zone}, kind {kind}"]
    found += [f"zone {zone}, length {length}", f"kind {kind}, length {length}, share {share}", f"deep {min(2, sorts.count('deep'))}"]
    found += [f"has {sort}" for sort in sorted(set(sorts))]
    found += _place(lines, at)
    if written:
        found += ["address", f"zone {zone}, address"]
    if _named(line, page, written):
        found += ["host named", f"zone {zone}, host named", f"length {length}, host named"]
    if any(mentions(line.text, name) for name in page.site.names):
        found.append("own site named")
    if any(_capital_beside(page.article, line, link) for link in line.links):
        found.append("capitals beside the link")
    if label := _LABEL.match(line.text):
        found += ["label", f"zone {zone}, label", f"label, kind {kind}", *(["label alone"] if label.end() >= len(line.text) - 1 else [])]
    if _DATE.search(line.text):
        found.append("date")
    if line.block.start in page.pictures or (at and lines[at - 1].block.start in page.pictures):
        found.append("picture")
    found += [f"begins {_class(line.text[0])}", f"ends {line.text[-1] if not line.text[-1].isalnum() else 'w'}"]
    return found


def _place(lines: list[Line], at: int) -> list[str]:
    """How far from head and foot of the article, and whether the neighbours are links: a list of teasers."""
    inside = [index for index, line in enumerate(lines) if line.block.zone in ARTICLE_ZONES] if len(lines) < 2000 else [0, len(lines)]
    first, last = (inside[0], inside[-1]) if inside else (0, len(lines))
    beside = [lines[index] for index in (at - 1, at + 1) if 0 <= index < len(lines)]
    linked = sum(_linked(line) > 0.7 * len(line.text) for line in beside)
    return [f"from head {_size(at - first, (-1, 0, 1, 2, 5, 10))}", f"from foot {_size(last - at, (-1, 0, 1, 2, 5, 10))}", f"links beside {linked}"]


def _sort(page: Page, link: Link) -> str:
    """What a link leads to."""
    if link.href is None or is_placeholder(link.href):
        return "nothing"
    url = resolve(link.href, page.article.base)
    host = host_of(url) if url else None
    if url is None or host is None or own_host(url, page.site):
        return "mail" if link.href.startswith("mailto:") else "own"
    if is_license(url):
        return "licence"
    if is_sharing(url) or is_profile(url):
        return "social"
    if is_reference(url):
        return "reference"
    return "often" if host in page.often else "front" if is_front(url) else "deep"


def _named(line: Line, page: Page, written: list[str]) -> bool:
    """Whether the words bear the name of a host that the line leads to."""
    urls = [url for link in line.links if link.href and (url := resolve(link.href, page.article.base))] + written
    words = re.sub(r"(?:https?://|www\.)\S+", " ", line.text)
    letters = "".join(letter for letter in fold(words) if letter.isalnum())
    brands = {brand(host).replace("-", "") for url in urls if (host := host_of(url))}
    return any(len(each) > 3 and each in letters for each in brands)


def _capital_beside(article: Article, line: Line, link: Link) -> bool:
    before = article.text[max(line.start + 1, link.start - _BESIDE) : link.start]
    behind = article.text[link.end : min(line.end, link.end + _BESIDE)]
    return any(word[0].isupper() for word in f"{before} {behind}".split())


def _linked(line: Line) -> int:
    return sum(min(link.end, line.end) - max(link.start, line.start) for link in line.links)


def _words(text: str) -> int:
    return len(text.split()) + sum(map(is_dense, text)) // 2


def _size(number: int, borders: tuple[int, ...]) -> int:
    """Between which borders a number lies."""
    return sum(number > border for border in borders)


def _class(letter: str) -> str:
    return "digit" if letter.isdigit() else "capital" if letter.isupper() else "letter" if letter.isalpha() else letter


def _grams(page: Page, line: Line) -> Counter[str]:
    """Runs of three and four letters of a line; the words of a link are one sign, for a name tells nothing about other pages."""
    text = line.text
    for link in sorted(line.links, reverse=True):
        start, end = max(link.start, line.start) - line.start, min(link.end, line.end) - line.start
        if end > start and _sort(page, link) != "own":
            text = text[:start] + "\u0001" + text[end:]
    text = re.sub(r"(?:https?://|www\.)\S+", "\u0002", text)
    if len(text) > _LONGEST:
        text = text[: _LONGEST // 2] + " " + text[-_LONGEST // 2 :]
    text = " " + re.sub(r"\d", "0", fold(text)) + " "
    return Counter(text[at : at + size] for size in (3, 4) for at in range(len(text) - size + 1))
