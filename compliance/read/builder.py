"""Builds an article's flat arrays piece by piece. White space is collapsed here, and nowhere else."""

from collections.abc import Callable
from typing import Any

from compliance.model.article import PARTLY, PROSE, Block, Image, Link, Mark, Zone
from compliance.text.words import is_compact, readable


class _OpenLink:
    """A hyperlink whose words are still coming."""

    __slots__ = ("buffer", "end", "hidden", "href", "image", "inner", "line", "rel", "script", "start")

    def __init__(self, buffer: "_Buffer", start: int, href: str | None, rel: str, hidden: str | None, script: str | None, line: int | None) -> None:
        self.buffer = buffer
        self.start = start
        self.end = start
        self.href = href
        self.rel = rel
        self.hidden = hidden
        self.script = script
        self.line = line
        self.image = False
        self.inner: str | None = None


class _OpenMark:
    """A mark whose words are still coming, or whose place in the text is not known yet."""

    __slots__ = ("end", "sort", "start")

    def __init__(self, sort: str) -> None:
        self.sort = sort
        self.start = self.end = 0


class _Buffer:
    """A block whose words are still coming. Offsets inside it are relative to its start."""

    __slots__ = ("edges", "hidden", "images", "length", "links", "parts", "place", "space", "tag", "zone")

    def __init__(self, zone: Zone | None, hidden: str | None, tag: str) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.space = False
        self.links: list[_OpenLink] = []
        self.images: list[Image] = []
        self.edges: list[tuple[_OpenMark, str, int]] = []
        self.zone = zone
        self.hidden = hidden
        self.tag = tag
        self.place: Any = None


class Flat:
    """The arrays under construction.

    zone None means: part of the article's flow, placed at the end by its position. Words come with their place in the
    source, whatever it is; line_of makes a line of it, once a block.
    """

    def __init__(self, line_of: Callable[[Any], int | None]) -> None:
        self._line_of = line_of
        self._texts: list[str] = []
        self._length = 0
        self._zones: list[Zone | None] = []
        self._places: list[Zone | None] = []
        self._blocks: list[tuple[int, int, str | None, int | None, str]] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.drawings: tuple[Image, ...] = ()
        self._drawn: list[tuple[Image, Zone | None]] = []
        self._buffer = _Buffer(None, None, "")
        self._outer: list[_Buffer] = []
        self._open: list[_OpenLink] = []
        self._marks: list[_OpenMark] = []

    def open_block(self, zone: Zone | None, hidden: str | None, tag: str) -> None:
        """End the block in work and begin another. A link that has no words yet goes on in the new one (a card)."""
        buffer = self._buffer
        if not buffer.length and not buffer.links and not buffer.images:
            buffer.zone, buffer.hidden, buffer.tag, buffer.place, buffer.space = zone, hidden, tag, None, False
            return
        carried = self._carry(buffer) if self._open else ()
        self.flush()
        edges = self._buffer.edges
        self._buffer = buffer = _Buffer(zone, hidden, tag)
        buffer.edges = edges
        for link in carried:
            link.start = link.end = 0
            link.buffer = buffer
            buffer.links.append(link)

    def _carry(self, buffer: _Buffer) -> list[_OpenLink]:
        carried = []
        for link in self._open:
            if link.buffer is buffer:
                link.end = buffer.length
                if link.end <= link.start and not link.image:
                    buffer.links.remove(link)
                    carried.append(link)
        return carried

    def open_inner(self, zone: Zone | None, hidden: str | None, tag: str) -> None:
        """Begin a block inside a block whose words go on afterwards: a hidden run in a visible paragraph."""
        self._outer.append(self._buffer)
        self._buffer = _Buffer(zone, hidden, tag)

    def close_inner(self) -> None:
        """End the inner block and go on with the outer one. A link around it knows that its words are hidden."""
        for link in self._open if self._buffer.hidden and self._buffer.length else ():
            link.inner = self._buffer.hidden
        self.flush()
        edges = [(mark, edge, self._outer[-1].length) for mark, edge, _ in self._buffer.edges]
        self._buffer = self._outer.pop()
        self._buffer.edges += edges

    def text(self, text: str, place: Any) -> None:
        """Add words."""
        buffer = self._buffer
        if not text.isascii():
            text = readable(text)
        words = text.split()
        if not words:
            if text:
                buffer.space = True
            return
        piece = " ".join(words)
        if buffer.length and (buffer.space or text[0].isspace()) and buffer.parts[-1] != "\n":
            piece = " " + piece
        buffer.space = text[-1].isspace()
        buffer.parts.append(piece)
        buffer.length += len(piece)
        if buffer.place is None:
            buffer.place = place

    def line_break(self) -> None:
        """Add a line break."""
        buffer = self._buffer
        buffer.space = False
        if buffer.length:
            buffer.parts.append("\n")
            buffer.length += 1

    def open_link(self, href: str | None, rel: str, hidden: str | None, script: str | None, line: int | None) -> _OpenLink:
        """Begin a hyperlink."""
        link = _OpenLink(self._buffer, self._buffer.length, href, rel, hidden, script, line)
        self._buffer.links.append(link)
        self._open.append(link)
        return link

    def open_mark(self, sort: str) -> _OpenMark:
        """Begin a mark."""
        mark = _OpenMark(sort)
        self._marks.append(mark)
        self._buffer.edges.append((mark, "start", self._buffer.length))
        return mark

    def close_link(self, link: _OpenLink | _OpenMark) -> None:
        """End a hyperlink or a mark. A link that a block boundary cut keeps the words it had in its first block."""
        if isinstance(link, _OpenMark):
            self._buffer.edges.append((link, "end", self._buffer.length))
            return
        if self._open[-1] is link:
            self._open.pop()
        else:
            self._open.remove(link)
        if link.buffer is self._buffer:
            link.end = self._buffer.length

    def mark_image(self) -> None:
        """The link in work shows an image."""
        if self._open:
            self._open[-1].image = True

    def image(self, image: Image) -> None:
        """Add an image or a fetched script. Its block, its zone and the link around it are filled in here."""
        self._buffer.images.append(image._replace(href=self._open[-1].href) if self._open else image)

    def drawing(self, image: Image) -> None:
        """Add what is drawn in the page. It makes no block of its own: it belongs to the next one that is finished."""
        image = image._replace(href=self._open[-1].href) if self._open else image
        self._drawn.append((image._replace(block=len(self._blocks)), self._buffer.zone))

    def flush(self) -> None:
        """End the block in work."""
        buffer = self._buffer
        if not buffer.length and not buffer.links and not buffer.images:
            return
        text = "".join(buffer.parts)
        body = text.rstrip()
        start = self._length
        index = len(self._blocks)
        for link in buffer.links:
            begin, end = min(link.start, len(body)), min(link.end, len(body))
            while begin < end and body[begin] in " \n":
                begin += 1
            hidden = buffer.hidden or link.hidden or (link.inner if end <= begin and not link.image else None)
            self.links.append(
                Link(
                    start + begin,
                    start + max(begin, end),
                    link.href,
                    index,
                    link.rel,
                    hidden,
                    link.script,
                    link.image,
                    link.line,
                )
            )
        for mark, edge, at in buffer.edges:
            setattr(mark, edge, start + min(at, len(body)))
        if buffer.images:
            self.images.extend(image._replace(block=index) for image in buffer.images)
        self._texts.append(body)
        self._length += len(body) + 1
        self._places.append(buffer.zone)
        self._zones.append(Zone.HIDDEN if buffer.hidden and buffer.hidden not in PARTLY else buffer.zone)
        self._blocks.append((start, start + len(body), buffer.hidden, self._line_of(buffer.place), buffer.tag))
        self._buffer = _Buffer(buffer.zone, buffer.hidden, buffer.tag)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The finished marks; those without words are none."""
        return tuple(Mark(mark.sort, mark.start, mark.end) for mark in self._marks if mark.end > mark.start)

    def finish(self) -> tuple[str, tuple[Block, ...], tuple[Link, ...], tuple[Image, ...]]:
        """The finished arrays: text, blocks, links, images."""
        while self._outer:
            self.close_inner()
        self.flush()
        text = "\n".join(self._texts)
        first, last = self._prose(text)

        def by_position(index: int) -> Zone:
            return Zone.HEAD if index < first else Zone.CREDIT if index > last else Zone.BODY

        blocks = [
            Block(start, end, self._zones[index] or by_position(index), hidden, line, tag) for index, (start, end, hidden, line, tag) in enumerate(self._blocks)
        ]
        images = (image._replace(zone=self._places[image.block] or by_position(image.block)) for image in self.images)
        drawn = [(image._replace(block=min(image.block, len(blocks) - 1)), place) for image, place in self._drawn if blocks]
        self.drawings = tuple(image._replace(zone=place or by_position(image.block)) for image, place in drawn)
        return text, tuple(blocks), tuple(self.links), tuple(images)

    def _prose(self, text: str) -> tuple[int, int]:
        """First and last index of the article's paragraphs: long runs of words that are not mostly links."""
        linked = [0] * len(self._blocks)
        for link in self.links:
            linked[link.block] += link.end - link.start
        long = [
            index
            for index, (start, end, _, _, tag) in enumerate(self._blocks)
            if self._zones[index] is None
            and end - start >= (PROSE if text[start:end].isascii() or not _mostly_dense(text[start:end]) else _PROSE_DENSE)
            and linked[index] * 2 < end - start
            and not tag.startswith("h")
        ]
        return (long[0], long[-1]) if long else (len(self._blocks), len(self._blocks))


_PROSE_DENSE = 40  # PROSE in scripts that write a word in one or two characters


def _mostly_dense(text: str) -> bool:
    return sum(map(is_compact, text[:40])) > 10
