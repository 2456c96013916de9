"""One pass over the tree with an explicit stack: pages nest deeper than Python recurses.

Every element costs about a microsecond here, and pages have thousands: what most elements do not need (attributes, a change
of zone or visibility) is looked at only where it is there.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from compliance.model.article import SOME_SCREENS, Claim, Image, Zone
from compliance.read.authors import AUTHOR, WHOLE, by_class, by_property
from compliance.read.builder import Flat
from compliance.read.images import BACKGROUNDS, STANDS_FOR, behind, drawing, fetched, pictures, waits
from compliance.read.metadata import from_link, from_meta, from_rdf
from compliance.read.visibility import SEEN, Screens, Sight, below, closed, on_screens
from compliance.read.zones import BY_TAG, by_role, by_words
from compliance.text.patterns import lazy
from compliance.text.urls import resolve

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i input ins kbd label mark nobr q "
    "rp rt ruby s samp small span strike strong sub sup time tt u var wbr svg math picture source track map area".split()
)
_PICTURES = ("img", "image", "amp-img")  # browsers take an `image` for an `img`
_SPECIAL = frozenset("br img image amp-img meta link script style title base param embed iframe noembed noframes frameset applet amp-pixel".split())
_FALLBACK = {
    **dict.fromkeys(("object", "audio", "video", "canvas", "datalist", "progress", "meter", "rp"), "fallback"),
    **dict.fromkeys(("desc", "metadata", "annotation", "annotation-xml"), "description"),
    "template": "template", "noscript": "noscript", "option": "option",
}  # fmt: skip
_ZONED = frozenset(BY_TAG) | {"footer"}
_OPENING = frozenset({"article", "main", "dialog", "details", "summary", "cc:license", *_FALLBACK})
_TELLING = _ZONED | _OPENING  # names that tell something without any attribute
_COLORS = frozenset({"color", "text", "bgcolor"})
FRONT_MATTER = "data-front-matter"
"""Marks the front matter's own prose in a Markdown file: a theme may print it, the file does not show it."""
_NOTHING: dict[str, str] = {}
_SCRIPT_TARGETS = ("onclick", "data-href", "data-url", "data-link")
_RUN = ("", "module", "text/javascript", "application/javascript", "application/x-javascript", "text/ecmascript", "application/ecmascript")
"""Types of scripts that browsers run."""
_UNREAD = ("template", "noscript")  # what stands in them tells search engines nothing
_FOR_SCREEN_READERS = lazy(r"(?:^|\s)(?:screen-reader-text|sr-only|(?:u-)?visually-?hidden|show-for-sr)(?:\s|$)")
"""What common themes call the words that only screen readers are to read; their style sheet may not be at hand."""
_TINY = ("0", "1", "0px", "1px")
_MAX_COMMENT = 4000  # characters; a longer one holds a disabled part of the page
_COMMENT_WORDS = ("\u00a9", "http", "opyright", "ource")
_MAX_LINE = 65535  # libxml2 counts lines in 16 bits

_ENTER, _LEAVE, _LEAVE_BLOCK, _LEAVE_INNER = 0, 1, 2, 3


class Lead(NamedTuple):
    """Words shown with an article that stand outside its HTML: a feed entry's title, author, source."""

    text: str
    href: str | None
    zone: Zone
    tag: str


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
    lead: tuple[Lead, ...] = ()


class _State(NamedTuple):
    """What an element hands down.

    hidden: why nobody sees it, or why some do not. soft: hidden from screen readers only. outside: how well one sees outside
    a closed `<details>`, for its `<summary>`.
    """

    zone: Zone | None
    sight: Sight | Screens
    in_article: bool
    soft: str | None
    outside: Sight | Screens | None
    hidden: str | None


class RestartError(Exception):
    """The page holds style sheets or shadow trees, which concern the whole of it: they must be read before it is walked."""


class Sheets(NamedTuple):
    """What the sheets make of the elements that they may hide: a style for each screen, the element's own style included.

    unread: the sheets were too much to be worked through.
    """

    styles: Mapping[Any, tuple[str, ...]]
    unread: bool


class Walk:
    """The pass, and what it gathers: flat (the arrays), claims, blocks of linked data, title, language, base.

    main: elements that hold the main text, whatever their classes and roles say.
    sheets: what the page's style sheets say; None when they were not looked for yet.
    """

    def __init__(self, page: Page, sheets: Sheets | None = None, main: frozenset[Any] = frozenset()) -> None:
        self._main = main
        self.flat = Flat(_data_line if page.format == "markdown" else _source_line)
        self.claims: list[Claim] = []
        self.linked: list[tuple[str, int | None]] = []
        self.title: str | None = None
        self.language: str | None = None
        self.base: str | None = None
        self._page = page
        self._mapped = False
        self._styles = sheets.styles if sheets else {}
        self._soft = SOME_SCREENS if sheets and sheets.unread else None
        self._ready = sheets is not None
        for lead in page.lead:
            self.flat.open_block(lead.zone, None, lead.tag)
            link = self.flat.open_link(lead.href, "", None, None, None) if lead.href is not None else None
            self.flat.text(lead.text, None)
            if link:
                self.flat.close_link(link)
        self.flat.open_block(None, None, "body")

    def own_address(self) -> str | None:
        """The address that the page gives itself (`og:url`), for a page that was not fetched."""
        return next((url for claim in self.claims if claim.name == "og:url" and (url := resolve(claim.value))), None)

    def run(self, root: Any) -> None:
        """Walk the tree below root. Raises RestartError when it meets what must be known beforehand, and is not yet."""
        flat = self.flat
        add = flat.text
        styles, soft = self._styles, self._soft
        self.language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        stack: list[tuple[Any, _State, int, Any]] = [(root, _State(None, SEEN, False, soft, None, soft), _ENTER, None)]
        pop, push = stack.pop, stack.append
        nav, comments, footer = Zone.NAV, Zone.COMMENTS, Zone.SITE_FOOTER
        while stack:
            element, state, what, link = pop()
            if what:
                if link is not None:
                    flat.close_link(link)
                if what == _LEAVE_BLOCK:
                    flat.open_block(state.zone, state.hidden, "")
                elif what == _LEAVE_INNER:
                    flat.close_inner()
                tail = element.tail
                if tail:
                    add(tail, element)
                continue
            tag = element.tag
            inner, leaving, link = state, _LEAVE, None
            if tag in _SPECIAL or tag.__class__ is not str:
                self._special(element, tag, state)
                tail = element.tail
                if tail:
                    add(tail, element)
                continue
            items = element.items()
            sort = None
            if items:
                attributes = dict(items)
                zone = state.zone
                if zone is not nav and zone is not comments and zone is not footer:
                    if "class" in attributes:
                        sort = by_class(attributes["class"])
                    if "itemprop" in attributes:
                        sort = sort or by_property(attributes["itemprop"])
                    if sort and tag in WHOLE:
                        sort = None
            else:
                attributes = _NOTHING
            if tag not in _INLINE:
                if items or tag in _TELLING or (styles and element in styles):
                    inner = self._inside(element, tag, attributes, state, inline=False)
                if tag == "pre" and len(element) and element[0].tag == "code" and inner.zone in (None, Zone.CREDIT, Zone.HEAD):
                    inner = inner._replace(zone=Zone.ASIDE)  # a listing shows a credit to authors, not to readers
                leaving = _LEAVE_BLOCK
                flat.open_block(inner.zone, inner.hidden, tag)
                if items and ("style" in attributes or tag in STANDS_FOR or not BACKGROUNDS.isdisjoint(attributes)) and (image := behind(tag, attributes)):
                    self._picture(element, image, inner if image.tag == "background" else state)  # what an object holds is hidden, and not the object
                if sort or tag == "blockquote":
                    link = flat.open_mark(sort or "quote")
            elif items or tag in _TELLING or (styles and element in styles):
                inner = self._inside(element, tag, attributes, state, inline=True)
                if inner.hidden != state.hidden or inner.zone is not state.zone:
                    leaving = _LEAVE_INNER
                    flat.open_inner(inner.zone, inner.hidden, tag)
                if tag in ("a", "area"):
                    link = self._link(element, attributes, inner)
                    if sort == AUTHOR and "author" not in link.rel:
                        link.rel = f"{link.rel} author".lstrip()
                elif sort:
                    link = flat.open_mark(sort)
                elif tag == "svg":
                    self._picture(element, drawing(element), inner)
            elif tag == "a":
                link = self._link(element, {}, inner)
            text = element.text
            if text:
                add(text, element)
            push((element, state, leaving, link))
            if len(element):
                for child in reversed(element):
                    push((child, inner, _ENTER, None))

    def _link(self, element: Any, attributes: dict[str, str], state: _State) -> Any:
        script = None
        for name in _SCRIPT_TARGETS:
            if name in attributes:
                script = attributes[name]
                break
        rel = attributes.get("rel")
        link = self.flat.open_link(attributes.get("href"), rel.lower() if rel else "", state.hidden, script, _source_line(element))
        link.image = element.tag == "area" and self._mapped  # an area is clicked on the image that uses its map
        return link

    def _inside(self, element: Any, tag: str, attributes: dict[str, str], state: _State, *, inline: bool) -> _State:
        """What is handed down inside an element; the same state when the element changes nothing."""
        zone, sight, in_article, soft, outside, _ = state
        if outside is not None and tag == "summary" and _opens_details(element):
            sight = outside
        outside = None
        role = attributes.get("role") if attributes else None
        if self._main and element in self._main:
            zone = None
        elif not inline or tag in _ZONED or (tag == "span" and attributes):
            words = f"{attributes.get('class', '')} {attributes.get('id', '')}" if attributes else " "
            zone = _zone(tag, words, role, zone, in_article, inline)
        laid = self._styles.get(element) if self._styles else None
        if attributes or laid:
            style = attributes.get("style")
            if laid:
                style = laid[0]
                sight = on_screens(sight, laid, attributes, link=tag == "a")
            elif style or sight.color or not _COLORS.isdisjoint(attributes):
                before = sight
                sight = below(sight, style or "", attributes, link=tag == "a")
                if tag == "body" and sight.hidden:
                    sight = before  # hidden until a script shows the page: who reads the article sees it
            if "hidden" in attributes and not (style and "display" in style and "none" not in style):
                sight = closed(sight, "hidden attribute")
            if FRONT_MATTER in attributes:
                sight = closed(sight, "front matter")
            if not laid and "class" in attributes and _FOR_SCREEN_READERS.search(attributes["class"]):
                soft = SOME_SCREENS
            if attributes.get("aria-hidden") == "true":
                soft = "aria-hidden"
        if tag in _OPENING:
            if tag in _FALLBACK:
                if tag == "template" and "shadowrootmode" in attributes and not self._ready:
                    raise RestartError
                sight = closed(sight, _FALLBACK[tag])
            elif tag == "dialog" and "open" not in attributes:
                sight = closed(sight, "dialog")
            elif tag == "details" and "open" not in attributes:
                outside = sight
                sight = closed(sight, "details")
            elif tag == "cc:license":
                self.claims.extend(Claim("license", attributes[name], None) for name in ("rdf:resource", "rdf:about") if attributes.get(name))
        if tag in ("article", "main") or role == "main":
            in_article = True
        if zone is state.zone and sight is state.sight and in_article is state.in_article and soft is state.soft and outside is state.outside:
            return state
        return _State(zone, sight, in_article, soft, outside, sight.hidden or soft)

    def _special(self, element: Any, tag: Any, state: _State) -> None:
        """Elements without an inside to walk: breaks, images, metadata, scripts, comments."""
        flat = self.flat
        if tag == "br":
            flat.line_break()
        elif tag in _PICTURES:
            self._image(element, state)
        elif tag == "meta" and state.sight.hidden not in _UNREAD:
            self.claims.extend(from_meta(element.attrib, _source_line(element)))
        elif tag == "link":
            parent = element.getparent()
            self.claims.extend(from_link(element.attrib, _source_line(element), in_head=parent is not None and parent.tag == "head"))
        elif tag == "script":
            if "ld+json" in (element.get("type") or "").lower():
                self.linked.append((element.text or "", _source_line(element)))
            elif element.get("src") or element.get("data-src"):
                runs = (element.get("type") or "").strip().lower() in _RUN
                wait = "" if element.get("src") and runs else "script" if runs else "consent"
                flat.image(fetched(tag, element.get("src") or element.get("data-src"), _source_line(element), wait))
        elif tag == "iframe":
            if element.get("width") in _TINY or element.get("height") in _TINY:  # a counter in a frame
                wait = waits(element, "src" if element.get("src") else "")
                flat.image(fetched(tag, element.get("src") or element.get("data-src") or "", _source_line(element), wait))
        elif tag == "amp-pixel":
            flat.image(fetched(tag, element.get("src") or "", _source_line(element), "script"))
        elif tag == "style":
            if not self._ready:
                raise RestartError
        elif tag == "title":
            if self.title is None and element.text:
                self.title = " ".join(element.text.split()) or None
        elif tag == "base":
            if self.base is None and element.get("href"):
                self.base = resolve(element.get("href"), self._page.url)
        elif not isinstance(tag, str):
            words = element.text
            if words and len(words) < _MAX_COMMENT and any(word in words for word in _COMMENT_WORDS):
                flat.open_inner(Zone.HIDDEN, "comment", "comment")
                flat.text(words, element)
                flat.close_inner()
                if "rdf:" in words:
                    self.claims.extend(from_rdf(words, _source_line(element)))

    def _image(self, element: Any, state: _State) -> None:
        self._mapped = self._mapped or (element.get("usemap") is not None and not state.hidden)
        for image in pictures(element):
            self._picture(element, image, state)
        if not state.hidden and element.get("width") not in _TINY and element.get("height") not in _TINY:
            self.flat.mark_image()

    def _picture(self, element: Any, image: Image, state: _State) -> None:
        """Add a picture, with the reason why nobody sees it."""
        sight, laid, style = state.sight, self._styles.get(element), element.get("style")
        if laid:
            sight = on_screens(sight, laid, element.attrib, link=False)
        elif style and image.tag == "img":
            sight = below(sight, style, element.attrib, link=False)
        hidden = "hidden attribute" if image.tag == "img" and element.get("hidden") is not None else sight.unseen
        image = image._replace(hidden=hidden or (state.soft if state.soft == SOME_SCREENS else None), line=_source_line(element))
        if image.tag == "img":
            self.flat.image(image)
        else:
            self.flat.drawing(image)


def _opens_details(element: Any) -> bool:
    """Whether a summary is the one that a closed `<details>` shows."""
    parent = element.getparent()
    return parent is not None and parent.tag == "details" and next(parent.iterchildren("summary")) is element


def _source_line(element: Any) -> int | None:
    line: int | None = element.sourceline if element is not None else None
    return line if line and line < _MAX_LINE else None


def _data_line(element: Any) -> int | None:
    """The line that the Markdown reader noted on the block."""
    while element is not None:
        line = element.get("data-line")
        if line:
            return int(line)
        element = element.getparent()
    return None


@lru_cache(maxsize=16384)
def _zone(tag: str, words: str, role: str | None, outer: Zone | None, in_article: bool, inline: bool) -> Zone | None:
    """The zone inside an element. What is outside the article stays outside, whatever its parts are called."""
    if outer in (Zone.NAV, Zone.COMMENTS, Zone.SITE_FOOTER):
        return outer
    zone = by_role(role) if role else None
    if zone is None and words != " " and tag not in ("body", "html", "main", "article"):
        zone = by_words(words)
    if zone is Zone.SITE_FOOTER and in_article:
        zone = Zone.CREDIT
    if tag == "footer" and zone in (None, Zone.SITE_FOOTER, Zone.CREDIT):
        zone = Zone.CREDIT if in_article or zone is Zone.CREDIT else Zone.SITE_FOOTER
    if tag in BY_TAG and zone is not Zone.COMMENTS:
        own = BY_TAG[tag]
        if tag in ("code", "samp", "kbd"):
            return Zone.ASIDE if not inline or outer is Zone.ASIDE else outer
        zone = Zone.CREDIT if zone is Zone.CREDIT and tag == "aside" else own
    if inline:
        return zone if zone is Zone.CAPTION else outer
    if outer in (Zone.ASIDE, Zone.CAPTION):
        return zone if zone in (Zone.COMMENTS, Zone.SITE_FOOTER, Zone.NAV) else outer
    return zone or outer
