"""Whether a reader sees an element: attributes and inline style, each property with its own way of inheriting.

`display`, `opacity`, clipping and position hide all that is inside for good; `visibility`, `font-size` and `color` can be
undone by a child. What the page's own style sheets say of an element comes from stylesheets.py, as its style.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from compliance.model.article import SOME_SCREENS
from compliance.text.patterns import lazy

_ESCAPE = lazy(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_COMMENT = lazy(r"/\*.*?\*/", re.DOTALL)
_ZERO = lazy(r"[+-]?0*\.?0+(?:px|em|rem|pt|%|ex|ch|vw|vh|cm|mm|in)?")
_LENGTH = lazy(r"([+-]?\d*\.?\d+)(px|em|rem|pt|%|vw|vh|ch|ex|cm|mm|in)?")
_ALMOST_NONE = 0.05  # opacity that no eye sees
_UNREADABLE = 4.0  # px; letters below are dots
_UNLIKE = 12  # how far apart two colours are, all channels together, before an eye sees it
_FAR = 900.0  # px; nothing placed further outside than this is on any common screen
_LARGE_UNITS = {"em": 16.0, "rem": 16.0, "vw": 10.0, "vh": 8.0, "%": 10.0, "ch": 8.0, "cm": 38.0, "mm": 4.0, "in": 96.0, "pt": 1.3}
_DISPLAYS = lazy(r"(?:block|inline|run-in|flow|table|flex|grid|ruby|contents|none|list|-webkit|inherit|initial|unset|revert)(?:-\w+)*(?: [\w -]+)?")
_LETTERS = {"px": 1.0, "pt": 1.333, "%": 0.16, "ex": 8.0, "ch": 8.0, "cm": 38.0, "mm": 3.8, "in": 96.0, "vw": 12.8, "vh": 9.0}
_MOVES = {"px": 1.0, "em": 16.0, "rem": 16.0, "vw": 10.0, "vh": 10.0, "%": 5.0}
_HARMLESS = frozenset(
    "color background background-color background-image border text-align text-decoration font font-size font-weight font-style font-family line-height "
    "padding padding-left padding-right padding-top padding-bottom vertical-align float clear visibility white-space list-style cursor".split()
)
"""Properties that never hide an element for good."""
_HEX = lazy(r"#[0-9a-f]{6}")
_TRANSPARENT = lazy(r"transparent|rgba?\([^)]*[,/]\s*0?\.?0+%?\s*\)|hsla?\([^)]*[,/]\s*0?\.?0+%?\s*\)|#[0-9a-f]{6}00|#[0-9a-f]{3}0")


class Style(NamedTuple):
    """What an element's own style says: gone hides it and all inside it; the others are None when nothing is said.

    fill: the colour that letters are filled with in place of `color`.
    """

    gone: str | None
    invisible: bool | None
    tiny: bool | None
    color: str | None
    background: str | None
    fill: str | None = None


class Sight(NamedTuple):
    """How well one sees here. hidden: the reason nobody does, None when it is visible."""

    gone: str | None = None
    invisible: bool = False
    tiny: bool = False
    color: str | None = None
    background: str | None = None
    fill: str | None = None

    @property
    def unseen(self) -> str | None:
        """The reason why not even a picture is seen here; words may be hidden by their size and colour too."""
        return self.gone or ("visibility:hidden" if self.invisible else None)

    @property
    def hidden(self) -> str | None:
        """The reason this place is not seen."""
        if self.gone:
            return self.gone
        if self.invisible:
            return "visibility:hidden"
        if self.tiny:
            return "font-size:0"
        color = self.fill or self.color
        if color is None:
            return None
        if _TRANSPARENT.fullmatch(color):
            return "color:transparent"
        return "same colour as its background" if self.background and alike(color, self.background) else None


SEEN = Sight()


class Screens(NamedTuple):
    """How well one sees here on each of several screens. Stands where a Sight stands."""

    each: tuple[Sight, ...]

    @property
    def color(self) -> str | None:
        """Any of its colours."""
        return next((sight.color for sight in self.each if sight.color), None)

    @property
    def unseen(self) -> str | None:
        """The reason why nobody sees a picture here, or that some do not."""
        return _on_all([sight.unseen for sight in self.each])

    @property
    def hidden(self) -> str | None:
        """The reason why nobody sees this place, or that some do not."""
        return _on_all([sight.hidden for sight in self.each])


def _on_all(reasons: list[str | None]) -> str | None:
    if all(reasons):
        return reasons[0]
    return SOME_SCREENS if any(reasons) else None


def closed(sight: Sight | Screens, reason: str) -> Sight | Screens:
    """The sight inside something that is shut."""
    if isinstance(sight, Screens):
        return Screens(tuple(each._replace(gone=each.gone or reason) for each in sight.each))
    return sight._replace(gone=sight.gone or reason)


def on_screens(sight: Sight | Screens, styles: tuple[str, ...], attributes: Mapping[str, str], *, link: bool) -> Sight | Screens:
    """The sight inside an element that has another style on each screen."""
    before = sight.each if isinstance(sight, Screens) else (sight,) * len(styles)
    after = tuple(_below(each, style, attributes, link=link) for each, style in zip(before, styles, strict=True))
    return after[0] if all(each == after[0] for each in after) else Screens(after)


def below(sight: Sight | Screens, style: str, attributes: Mapping[str, str], *, link: bool) -> Sight | Screens:
    """The sight inside an element with this inline style. link: it is a hyperlink, which brings its own colour.

    attributes: the element's; `color`, `text` and `bgcolor` are the colours of old pages.
    """
    if isinstance(sight, Screens):
        return on_screens(sight, (style,) * len(sight.each), attributes, link=link)
    return _below(sight, style, attributes, link=link)


def _below(sight: Sight, style: str, attributes: Mapping[str, str], *, link: bool) -> Sight:
    own = parse_style(style)
    color = own.color or _attribute(attributes, "color") or _attribute(attributes, "text")
    if color in ("inherit", "currentcolor"):
        color, link = sight.color, False
    return Sight(
        sight.gone or own.gone,
        sight.invisible if own.invisible is None else own.invisible,
        sight.tiny if own.tiny is None else own.tiny,
        color or (None if link else sight.color),
        own.background or _attribute(attributes, "bgcolor") or sight.background,
        own.fill or sight.fill,
    )


def _attribute(attributes: Mapping[str, str], name: str) -> str | None:
    value = attributes.get(name)
    return paint(value.strip().lower()) if value else None


@lru_cache(maxsize=2048)
def parse_style(style: str) -> Style:
    """Read a style attribute as a browser does: comments out, last valid declaration wins, `!important` first."""
    declared: dict[str, str] = {}
    important: dict[str, str] = {}
    for declaration in unescape(_COMMENT.sub("", style)).split(";"):
        name, colon, value = declaration.partition(":")
        if not colon:
            continue
        name, value = name.strip().lower(), value.strip().lower()
        where = declared
        if value.endswith("important") and "!" in value:
            value = value.rpartition("!")[0].strip()
            where = important
        if name == "display" and not _DISPLAYS.fullmatch(value):
            continue
        where[name] = value
    said = {**declared, **important}
    visibility = said.get("visibility")
    invisible = {"hidden": True, "collapse": True, "visible": False}.get(visibility or "")
    color, background, fill = (said.get(name) for name in ("color", "background-color", "-webkit-text-fill-color"))
    background = background or said.get("background")
    if background and (_TRANSPARENT.fullmatch(background) or background in ("none", "inherit", "initial")):
        background = None
    return Style(
        _gone(said),
        invisible,
        _tiny(said),
        paint(color) if color else None,
        paint(background) if background else None,
        paint(fill) if fill and fill != "currentcolor" else None,
    )


def _tiny(said: Mapping[str, str]) -> bool | None:
    size = said.get("font-size") or next((word for word in said.get("font", "").partition("/")[0].split() if word[0] in ".0123456789"), "")
    if not size or "(" in size or "calc" in size:
        return None
    length = _LENGTH.fullmatch(size)
    if length is None:
        return False if size.isalpha() and size != "inherit" else None
    return float(length.group(1)) * _LETTERS.get(length.group(2) or "px", 16.0) < _UNREADABLE


def _gone(said: Mapping[str, str]) -> str | None:
    if _HARMLESS.issuperset(said):
        return None
    if said.get("display") == "none":
        return "display:none"
    if _faint(said.get("opacity", "")) or any(_faint(value) for value in re.findall(r"opacity\(([^)]*)\)", said.get("filter", ""))):
        return "opacity:0"
    if said.get("position") in ("absolute", "fixed", "relative", "sticky"):
        if said["position"] in ("absolute", "fixed") and said.get("clip", "").replace(" ", "").startswith(("rect(0", "rect(1px")):
            return "clip"
        if any(_pixels(said.get(side, "")) <= -_FAR for side in ("left", "top", "right", "bottom")):
            return "off-screen"
    if _pixels(said.get("text-indent", "")) <= -_FAR:
        return "off-screen"
    margins = said.get("margin", "").split()
    if any(_pixels(value) <= -_FAR for value in (said.get("margin-left", ""), said.get("margin-top", ""), *margins[:1], *margins[3:])):
        return "off-screen"
    if said.get("clip-path", "").replace(" ", "").startswith(("inset(50%", "inset(100%", "circle(0", "polygon(00,00")):
        return "clip"
    moves = said.get("transform", "") + said.get("translate", "")
    if re.search(r"scale[xy3d]*\(\s*0(?:\.0*)?\s*[,)]", moves) or _ZERO.fullmatch(said.get("scale", "").split(" ")[0]):
        return "scale:0"
    if moves and any(float(length) * _MOVES[unit] <= -_FAR for length, unit in re.findall(r"(-\d*\.?\d+)(px|em|rem|vw|vh|%)", moves)):
        return "off-screen"
    if said.get("content-visibility") == "hidden":
        return "content-visibility"
    if any(said.get(name, "").startswith(("hidden", "clip")) for name in ("overflow", "overflow-x", "overflow-y")):
        for side in ("height", "max-height", "width", "max-width"):
            if side in said and (_ZERO.fullmatch(said[side]) or said[side] == "1px"):
                return f"{side}:0"
    return None


def unescape(text: str) -> str:
    """CSS escapes undone."""
    return _ESCAPE.sub(_escaped, text) if "\\" in text else text


def _escaped(match: re.Match[str]) -> str:
    code = int(match.group(1) or "0", 16)
    return match.group(2) or (chr(code) if 0 < code < 0x110000 else "\ufffd")


def _faint(value: str) -> bool:
    number = value.removesuffix("%")
    try:
        return bool(number) and float(number) / (100 if number != value else 1) < _ALMOST_NONE
    except ValueError:
        return False


def _pixels(value: str) -> float:
    length = _LENGTH.match(value)
    if length is None:
        return 0.0
    return float(length.group(1)) * _LARGE_UNITS.get(length.group(2) or "px", 1.0)


_NAMED = {
    "white": "#ffffff", "black": "#000000", "snow": "#fffafa", "ivory": "#fffff0", "whitesmoke": "#f5f5f5", "silver": "#c0c0c0",
    "gray": "#808080", "grey": "#808080", "red": "#ff0000", "maroon": "#800000", "yellow": "#ffff00", "olive": "#808000",
    "lime": "#00ff00", "green": "#008000", "aqua": "#00ffff", "cyan": "#00ffff", "teal": "#008080", "blue": "#0000ff",
    "navy": "#000080", "fuchsia": "#ff00ff", "magenta": "#ff00ff", "purple": "#800080", "orange": "#ffa500",
}  # fmt: skip


def paint(value: str) -> str:
    """A colour, `#rrggbb` where it can be told."""
    value = value.strip().lower()
    value = value.split(maxsplit=1)[0] if value and not value.startswith("rgb") else value.replace(" ", "")
    rgb = re.fullmatch(r"rgba?\((\d+),(\d+),(\d+)(?:,1)?\)", value)
    if rgb:
        return "#{:02x}{:02x}{:02x}".format(*(min(int(part), 255) for part in rgb.groups()))
    if len(value) == 4 and value[0] == "#":
        return "#" + "".join(letter * 2 for letter in value[1:])
    return _NAMED.get(value, value)


def alike(one: str, other: str) -> bool:
    """Whether an eye cannot tell two colours apart."""
    if one == other or not (_HEX.fullmatch(one) and _HEX.fullmatch(other)):
        return one == other
    return sum(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) for at in (1, 3, 5)) < _UNLIKE
