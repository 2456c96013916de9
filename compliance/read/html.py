"""HTML bytes or text into an article: one walk over the tree, with zones and visibility on the way.

The parser is lxml's (libxml2). It drops the rest of a page silently when a limit is met, so its error log is read after
every parse, and such a page is marked incomplete.
"""

from typing import Any, NamedTuple

from lxml import etree

from compliance.model.article import Article, Claim, Zone
from compliance.read.builder import Flat
from compliance.read.metadata import from_jsonld, from_link, from_meta
from compliance.read.visibility import SEEN, Sight, below
from compliance.read.zones import BY_TAG, by_role, by_words
from compliance.text.urls import resolve

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark nobr q rp rt ruby s samp small span "
    "strike strong sub sup time tt u var wbr svg math picture source track map area meta link script style br noscript template".split()
)
_SKIPPED = frozenset("style title base param embed iframe noembed noframes frameset applet".split())
_FALLBACK = frozenset("object audio video canvas datalist".split())
_MAX_TAG = 65536  # bytes of one tag: libxml2 needs quadratic time for its attributes (277 kB: 4 s)
_SCRIPT_TARGETS = ("onclick", "data-href", "data-url", "data-link")


class Page(NamedTuple):
    """How a page is to be read: where it lies, its own address, and what is known of it from outside."""

    location: str
    url: str | None
    format: str = "html"
    exact_lines: bool = False
    entry: str | None = None
    claims: tuple[Claim, ...] = ()
    title: str | None = None
    language: str | None = None
    lead: tuple["Lead", ...] = ()


class Lead(NamedTuple):
    """Words shown with an article that stand outside its HTML: a feed entry's title, author, source."""

    text: str
    href: str | None
    zone: Zone
    tag: str


class _State(NamedTuple):
    """What an element inherits."""

    zone: Zone | None
    sight: Sight
    in_article: bool
    soft: str | None
    outside: Sight | None = None  # how well one sees outside a closed <details>, for its <summary>


def read_html(markup: str, page: Page) -> Article:
    """Read one page or fragment. markup: decoded text. Bad markup is repaired as the parser can."""
    data = markup.encode("utf-8", "surrogatepass" if "\ud800" <= max(markup[:1] or " ") else "replace")
    incomplete = _oversized(data)
    walk = _Walk(page)
    if incomplete is None:
        parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            root = None
        if root is not None:
            incomplete = _cut(parser)
            walk.run(root)
    text, blocks, links, images = walk.flat.finish()
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
    )


def _oversized(data: bytes) -> str | None:
    """A tag that is too long to parse in reasonable time."""
    at = data.find(b"<")
    while at >= 0:
        end = data.find(b">", at)
        if end < 0:
            end = len(data)
        if end - at > _MAX_TAG and data[at : at + 4] != b"<!--" and b"=" in data[at : at + 4096] and data[at + 1 : at + 2].isalpha():
            if data.count(b"=", at, end) > 1000:
                return "one tag has more than 1,000 attributes"
        at = data.find(b"<", max(end, at + 1))
    return None


def _cut(parser: etree.HTMLParser) -> str | None:
    for entry in parser.error_log:
        if entry.type_name in ("ERR_RESOURCE_LIMIT", "ERR_NAME_TOO_LONG") or (entry.level_name == "FATAL" and "depth" in entry.message.lower()):
            return f"the parser stopped at line {entry.line}: {entry.message.strip()}"
    return None


class _Walk:
    """One pass with an explicit stack: pages nest deeper than Python recurses."""

    def __init__(self, page: Page) -> None:
        self.flat = Flat()
        self.claims: list[Claim] = []
        self.title: str | None = None
        self.language: str | None = None
        self.base: str | None = None
        self._page = page
        for lead in page.lead:
            self.flat.open_block(lead.zone, None, lead.tag)
            link = self.flat.open_link(lead.href, "", None, None, None) if lead.href is not None else None
            self.flat.text(lead.text, None)
            if link:
                self.flat.close_link(link)
        self.flat.open_block(None, None, "body")

    def own_address(self) -> str | None:
        """The address that the page gives itself (`og:url`), for a page that was not fetched."""
        said = {name: [claim.value for claim in self.claims if claim.name == name] for name in ("og:url", "canonical")}
        return next((url for value in said["og:url"] if (url := resolve(value))), None)

    def run(self, root: Any) -> None:
        """Walk the tree below root."""
        flat = self.flat
        self.language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        stack: list[tuple[Any, ...]] = [(root, _State(None, SEEN, False, None))]
        while stack:
            item = stack.pop()
            if len(item) == 3:
                element, state, leave = item
                if leave is not None:
                    leave()
                tail = element.tail
                if tail:
                    flat.text(tail, self._line(element) if flat.unplaced else None)
                continue
            element, state = item
            tag = element.tag
            if not isinstance(tag, str):  # a comment
                self._comment(element, state)
                if element.tail:
                    flat.text(element.tail, self._line(element) if flat.unplaced else None)
                continue
            inner, leave = self._enter(element, tag, state)
            if inner is None:
                if element.tail:
                    flat.text(element.tail, self._line(element) if flat.unplaced else None)
                continue
            stack.append((element, state, leave))
            text = element.text
            if text:
                flat.text(text, self._line(element) if flat.unplaced else None)
            for child in reversed(element):
                stack.append((child, inner))

    def _line(self, element: Any) -> int | None:
        if self._page.format == "markdown":
            while element is not None:
                line = element.get("data-line")
                if line:
                    return int(line)
                element = element.getparent()
            return None
        line = element.sourceline
        return line if line and line < 65535 else None

    def _comment(self, element: Any, state: _State) -> None:
        words = element.text
        if words and len(words) < 4000 and ("©" in words or "http" in words or "opyright" in words or "ource" in words):
            self.flat.open_inner(Zone.HIDDEN, "comment", "comment")
            self.flat.text(words, self._line(element))
            self.flat.close_inner()

    def _enter(self, element: Any, tag: str, state: _State) -> tuple[_State | None, Any]:
        """Open an element. Answers what its inside inherits (None: nothing to see inside) and what to do on leaving."""
        flat = self.flat
        if tag == "br":
            flat.line_break()
            return None, None
        if tag == "img":
            self._image(element, state)
            return None, None
        if tag == "meta" or tag == "link":
            line = self._line(element)
            if tag == "meta":
                self.claims.extend(from_meta(element.attrib, line))
            else:
                in_head = element.getparent() is not None and element.getparent().tag == "head"
                self.claims.extend(from_link(element.attrib, line, in_head=in_head))
            return None, None
        if tag == "script":
            kind = (element.get("type") or "").lower()
            if "ld+json" in kind and element.text:
                self.claims.extend(from_jsonld(element.text, self._line(element)))
            elif element.get("src"):
                flat.image(element.get("src"), "", self._line(element))
            return None, None
        if tag in _SKIPPED:
            if tag == "title" and self.title is None and element.text:
                self.title = " ".join(element.text.split()) or None
            elif tag == "base" and self.base is None and element.get("href"):
                self.base = resolve(element.get("href"), self._page.url)
            return None, None
        return self._open(element, tag, state)

    def _open(self, element: Any, tag: str, state: _State) -> tuple[_State, Any]:
        flat = self.flat
        attributes = element.attrib
        inline = tag in _INLINE
        zone, sight, in_article, soft, outside = state
        if outside is not None and tag == "summary":
            sight = outside
        outside = None
        if attributes:
            style = attributes.get("style")
            if style or (tag == "a" and sight.clear):
                sight = below(sight, style or "", link=tag == "a")
            if not inline or tag == "span":
                zone = self._zone(tag, attributes, state, inline=inline)
            sight, soft = _by_attributes(tag, attributes, style, sight, soft)
        elif tag in BY_TAG or tag == "footer":
            zone = self._zone(tag, attributes, state, inline=inline)
        if tag in ("template", "noscript") or tag in _FALLBACK:
            sight = sight._replace(gone=sight.gone or (tag if tag in ("template", "noscript") else "fallback"))
        elif tag == "dialog" and "open" not in attributes:
            sight = sight._replace(gone=sight.gone or "dialog")
        elif tag == "details" and "open" not in attributes:
            outside = sight
            sight = sight._replace(gone=sight.gone or "details")
        if tag in ("article", "main") or attributes.get("role") == "main":
            in_article = True
        inner = _State(zone, sight, in_article, soft, outside)
        hidden = sight.hidden or soft
        leave: Any = None
        if not inline:
            flat.open_block(zone, hidden, tag)
            outer_hidden = state.sight.hidden or state.soft

            def leave() -> None:
                flat.open_block(state.zone, outer_hidden, "")

        elif hidden != (state.sight.hidden or state.soft) or zone is not state.zone:
            flat.open_inner(zone, hidden, tag)
            leave = flat.close_inner
        if tag == "a":
            script = next((attributes[name] for name in _SCRIPT_TARGETS if attributes.get(name)), None)
            link = flat.open_link(attributes.get("href"), (attributes.get("rel") or "").lower(), hidden, script, self._line(element))
            close_block = leave

            def leave() -> None:
                flat.close_link(link)
                if close_block is not None:
                    close_block()

        return inner, leave

    def _zone(self, tag: str, attributes: Any, state: _State, *, inline: bool) -> Zone | None:
        """The zone inside an element. What is outside the article stays outside, whatever its parts are called."""
        outer = state.zone
        if outer in (Zone.NAV, Zone.COMMENTS, Zone.SITE_FOOTER):
            return outer
        if tag in ("body", "html", "main", "article"):
            words = None
        else:
            words = f"{attributes.get('class', '')} {attributes.get('id', '')}" if attributes else None
        zone = by_role(attributes["role"]) if attributes and "role" in attributes else None
        if zone is None and words and words != " ":
            zone = by_words(words)
        if zone is Zone.SITE_FOOTER and state.in_article and tag != "body":
            zone = Zone.CREDIT
        if tag == "footer" and zone in (None, Zone.SITE_FOOTER, Zone.CREDIT):
            zone = Zone.CREDIT if state.in_article or (zone is Zone.CREDIT) else Zone.SITE_FOOTER
        if tag in BY_TAG and zone is not Zone.COMMENTS:
            own = BY_TAG[tag]
            if tag in ("code", "samp", "kbd"):
                return Zone.ASIDE if not inline or state.zone is Zone.ASIDE else outer
            zone = Zone.CREDIT if own is Zone.ASIDE and zone is Zone.CREDIT and tag == "aside" else own
        if inline:
            return zone if zone is Zone.CAPTION else outer
        if outer in (Zone.ASIDE, Zone.CAPTION):
            return zone if zone in (Zone.COMMENTS, Zone.SITE_FOOTER, Zone.NAV) else outer
        return zone or outer

    def _image(self, element: Any, state: _State) -> None:
        src = element.get("src") or element.get("data-src") or ""
        self.flat.image(src, element.get("alt") or "", self._line(element))
        if state.sight.hidden or element.get("width") in ("0", "1") or element.get("height") in ("0", "1"):
            return
        parent = element.getparent()
        while parent is not None and parent.tag in _INLINE:
            if parent.tag == "a":
                self.flat.mark_image()
                return
            parent = parent.getparent()


def _by_attributes(tag: str, attributes: Any, style: str | None, sight: Sight, soft: str | None) -> tuple[Sight, str | None]:
    if "hidden" in attributes and not (style and "display" in style and "none" not in style):
        sight = sight._replace(gone=sight.gone or "hidden attribute")
    if attributes.get("aria-hidden") == "true":
        soft = "aria-hidden"
    return sight, soft
