"""An article as it was read: facts only, in flat arrays that one walk filled.

`Article.text` is one string; blocks and links point into it by offsets (characters). White space is collapsed as a
reader sees it, and a line break inside a block is a newline. Characters that nobody can see (zero width, soft hyphen,
direction marks) are left out, so that they can neither hide nor forge a name.

The values here are named tuples: immutable like frozen dataclasses, and seven times cheaper to define, which the start-up
time of the command line pays for (docs/design-notes.md).
"""

from bisect import bisect_right
from enum import StrEnum
from typing import NamedTuple


class Zone(StrEnum):
    """Where on the page a block stands."""

    HEAD = "head"
    BODY = "body"
    CREDIT = "credit"
    CAPTION = "caption"
    ASIDE = "aside"
    NAV = "nav"
    COMMENTS = "comments"
    SITE_FOOTER = "site-footer"
    HIDDEN = "hidden"
    METADATA = "metadata"


ARTICLE_ZONES = (Zone.HEAD, Zone.BODY, Zone.CREDIT)
"""The zones in which a credit, a link or a notice speaks of the article."""


SOME_SCREENS = "on some screens"
PARTLY = frozenset({"aria-hidden", SOME_SCREENS})
"""Reasons why some readers do not see a place, and others do: a question."""

PROSE = 120
"""Characters of a paragraph of prose; bylines, datelines and credits are shorter."""


def counts(zone: Zone, hidden: str | None) -> bool:
    """Whether a reader sees it, in a place that speaks of the article."""
    return hidden is None and zone in ARTICLE_ZONES


class Block(NamedTuple):
    """A paragraph, heading, list item, table cell: text[start:end].

    hidden: why a reader does not see it (`display:none`, `template`, `comment`, ...), None when it is visible.
    line: 1-based line of its start in the source, None when unknown.
    tag: the element's name in HTML, `p`/`h1`/`li`/... for other formats.
    """

    start: int
    end: int
    zone: Zone
    hidden: str | None
    line: int | None
    tag: str


class Link(NamedTuple):
    """A hyperlink: its words are text[start:end].

    href: as written; None for an anchor without href (nothing to click on).
    block: index of the block that holds it. rel: the words of `rel`, lower case, and `author` when its class says so.
    script: what a script attribute (`onclick`, `data-href`) names as target. image: it holds a visible image.
    """

    start: int
    end: int
    href: str | None
    block: int
    rel: str
    hidden: str | None
    script: str | None
    image: bool
    line: int | None


class Image(NamedTuple):
    """A picture, or a script or frame that is fetched: src as written, alt text, block it stands in.

    waits: what must happen before a browser fetches it: `scrolling` (loading=lazy), `showing` (lazy, and hidden by its own style), `script`
    (the address stands in another attribute than src), `consent` (a script of a type that no browser runs); `` when nothing must.
    tag: `img`, `script`, `iframe`; of drawings `svg` (src and alt say what it calls itself) or `background` (of a style attribute).
    others: further addresses of the same picture, as written (lazy loading, `srcset`, `<picture>`). again: it is the picture before it, under
    another address. zone: its place on the page, also where nobody sees it. hidden: why nobody sees it, or some do not; what hides words
    only, such as `font-size:0`, does not hide it. size: width and height as its attributes give them, pixels, 0 for unknown. words: class
    and id of it and of the elements right around it, lower case. href: the link around it, as written.
    """

    src: str
    alt: str
    block: int
    line: int | None
    waits: str = ""
    tag: str = "img"
    others: tuple[str, ...] = ()
    again: bool = False
    zone: Zone = Zone.BODY
    hidden: str | None = None
    size: tuple[int, int] = (0, 0)
    words: str = ""
    href: str | None = None

    @property
    def addresses(self) -> tuple[str, ...]:
        """All its addresses, as written."""
        return (self.src, *self.others)


class Mark(NamedTuple):
    """Where the markup says who made something, or that a quotation stands: text[start:end], over several blocks perhaps.

    sort: `author`, `name` for a person's name that counts inside an author only (`class="fn"`, `itemprop="name"`), `credit` for the
    maker of a picture, which counts inside a caption only; `quote`.
    """

    sort: str
    start: int
    end: int


class Claim(NamedTuple):
    """Something the metadata says: name is a key such as `canonical`, `og:url`, `front-matter:original_url`."""

    name: str
    value: str
    line: int | None


class Article(NamedTuple):
    """The republished text being checked, as it was read.

    entry: id of the feed entry, None for a page. url: the copy's own address when known. base: what relative links
    are resolved against. format: `html`, `markdown`, `text`, `feed`. exact_lines: newlines in `text` are newlines of
    the source. incomplete: why it could not be read whole, None when it was. drawings: pictures that no element of their own fetches.
    """

    location: str
    entry: str | None
    url: str | None
    base: str | None
    title: str | None
    language: str | None
    format: str
    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    images: tuple[Image, ...]
    claims: tuple[Claim, ...]
    exact_lines: bool
    incomplete: str | None
    marks: tuple[Mark, ...] = ()
    drawings: tuple[Image, ...] = ()

    def block_at(self, offset: int) -> int:
        """Index of the block that holds an offset (characters into `text`)."""
        return max(0, bisect_right(self.blocks, offset, key=_start) - 1)

    def line_at(self, offset: int) -> int | None:
        """Line of the source at an offset, as well as the format lets us know."""
        if not self.blocks:
            return None
        block = self.blocks[self.block_at(offset)]
        if block.line is None or not self.exact_lines:
            return block.line
        return block.line + self.text.count("\n", block.start, offset)

    def claimed(self, *names: str) -> list[Claim]:
        """The claims of these names, in the order of the names, then of the page."""
        return [claim for name in names for claim in self.claims if claim.name == name]


def _start(block: Block) -> int:
    return block.start
