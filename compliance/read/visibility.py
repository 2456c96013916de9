"""Whether a reader sees an element: attributes and inline style, each property with its own way of inheriting.

`display`, `opacity`, clipping and position hide all that is inside for good; `visibility`, `font-size` and `color` can be
undone by a child. Stylesheets are not read: what only they hide is taken for visible.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from compliance.text.patterns import lazy

_COMMENT = lazy(r"/\*.*?\*/", re.DOTALL)
_ZERO = lazy(r"[+-]?0*\.?0+(?:px|em|rem|pt|%|ex|ch|vw|vh|cm|mm|in)?")
_LENGTH = lazy(r"([+-]?\d*\.?\d+)(px|em|rem|pt|%|vw|vh|ch|cm|mm|in)?")
_FAR = 900.0  # px; nothing placed further outside than this is on any common screen
_LARGE_UNITS = {"em": 16.0, "rem": 16.0, "vw": 10.0, "vh": 8.0, "%": 10.0, "ch": 8.0, "cm": 38.0, "mm": 4.0, "in": 96.0, "pt": 1.3}
_TRANSPARENT = lazy(r"transparent|rgba?\([^)]*[,/]\s*0?\.?0+%?\s*\)|hsla?\([^)]*[,/]\s*0?\.?0+%?\s*\)|#[0-9a-f]{6}00|#[0-9a-f]{3}0")


class Style(NamedTuple):
    """What an element's own style says: gone hides it and all inside it; the others are None when nothing is said."""

    gone: str | None
    invisible: bool | None
    tiny: bool | None
    color: str | None
    background: str | None


class Sight(NamedTuple):
    """How well one sees here. hidden: the reason nobody does, None when it is visible."""

    gone: str | None = None
    invisible: bool = False
    tiny: bool = False
    color: str | None = None
    background: str | None = None

    @property
    def hidden(self) -> str | None:
        """The reason this place is not seen."""
        if self.gone:
            return self.gone
        if self.invisible:
            return "visibility:hidden"
        if self.tiny:
            return "font-size:0"
        if self.color is None:
            return None
        if _TRANSPARENT.fullmatch(self.color):
            return "color:transparent"
        return "same colour as its background" if self.color == self.background else None


SEEN = Sight()


def below(sight: Sight, style: str, attributes: Mapping[str, str], *, link: bool) -> Sight:
    """The sight inside an element with this inline style. link: it is a hyperlink, which brings its own colour.

    attributes: the element's; `color`, `text` and `bgcolor` are the colours of old pages.
    """
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
    )


def _attribute(attributes: Mapping[str, str], name: str) -> str | None:
    value = attributes.get(name)
    return _color(value.strip().lower()) if value else None


@lru_cache(maxsize=2048)
def parse_style(style: str) -> Style:
    """Read a style attribute as a browser does: comments out, last valid declaration wins, `!important` first."""
    declared: dict[str, str] = {}
    important: dict[str, str] = {}
    for declaration in _COMMENT.sub("", style).split(";"):
        name, colon, value = declaration.partition(":")
        if not colon:
            continue
        value = value.strip().lower()
        where = declared
        if value.endswith("important") and "!" in value:
            value = value.rpartition("!")[0].strip()
            where = important
        where[name.strip().lower()] = value
    said = {**declared, **important}
    gone = _gone(said)
    visibility = said.get("visibility")
    invisible = {"hidden": True, "collapse": True, "visible": False}.get(visibility or "")
    size = said.get("font-size", "")
    tiny = None
    if size:
        length = _LENGTH.fullmatch(size)
        tiny = bool(_ZERO.fullmatch(size)) or bool(length and length.group(2) in ("px", "pt") and float(length.group(1)) <= 1)
        if not length and not size.isalpha() and "-" not in size and "(" not in size:
            tiny = None
    color, background = said.get("color"), said.get("background-color") or said.get("background")
    if background and (_TRANSPARENT.fullmatch(background) or background in ("none", "inherit", "initial")):
        background = None
    return Style(gone, invisible, tiny, _color(color) if color else None, _color(background) if background else None)


def _gone(said: dict[str, str]) -> str | None:
    if said.get("display") == "none":
        return "display:none"
    opacity = said.get("opacity")
    if opacity is not None and _ZERO.fullmatch(opacity):
        return "opacity:0"
    if said.get("position") in ("absolute", "fixed", "relative"):
        if said.get("clip", "").replace(" ", "").startswith(("rect(0", "rect(1px")):
            return "clip"
        if any(_pixels(said.get(side, "")) <= -_FAR for side in ("left", "top", "right", "bottom")):
            return "off-screen"
    if _pixels(said.get("text-indent", "")) <= -_FAR:
        return "off-screen"
    if any(_pixels(said.get(side, "")) <= -_FAR for side in ("margin-left", "margin-top")):
        return "off-screen"
    if said.get("clip-path", "").replace(" ", "").startswith(("inset(50%", "inset(100%", "circle(0")):
        return "clip"
    if re.search(r"scale[xy3d]*\(\s*0(?:\.0*)?\s*[,)]", said.get("transform", "")):
        return "scale:0"
    if said.get("content-visibility") == "hidden":
        return "content-visibility"
    if said.get("overflow", "").startswith(("hidden", "clip")):
        for side in ("height", "max-height", "width", "max-width"):
            if side in said and (_ZERO.fullmatch(said[side]) or said[side] == "1px"):
                return f"{side}:0"
    return None


def _pixels(value: str) -> float:
    length = _LENGTH.match(value)
    if length is None:
        return 0.0
    return float(length.group(1)) * _LARGE_UNITS.get(length.group(2) or "px", 1.0)


_NAMED = {"white": "#ffffff", "black": "#000000", "#fff": "#ffffff", "#000": "#000000"}


def _color(value: str) -> str:
    value = value.split(maxsplit=1)[0] if value and not value.startswith("rgb") else value.replace(" ", "")
    rgb = re.fullmatch(r"rgba?\((\d+),(\d+),(\d+)(?:,1)?\)", value)
    if rgb:
        return "#{:02x}{:02x}{:02x}".format(*(min(int(part), 255) for part in rgb.groups()))
    return _NAMED.get(value, value)
