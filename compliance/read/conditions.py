"""Conditions of style sheets (`@media`, `@supports`), asked of three screens: a desktop's, a tablet's, a phone's.

What holds on some of them only is a question for a person. What nobody can tell, such as the visitor's taste in colours,
holds on the phone and not on the desktop, so that it becomes a question too.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from compliance.read.selectors import UnreadableError, closing
from compliance.text.patterns import lazy


class Screen(NamedTuple):
    """A screen, in pixels. wish: what only the visitor decides (dark colours, less motion) is so on this one."""

    width: float
    height: float
    wish: bool


SCREENS = (Screen(1280, 900, False), Screen(820, 1180, False), Screen(390, 844, True))
ALL, NONE = (True,) * len(SCREENS), (False,) * len(SCREENS)
Holds = tuple[bool, ...]
"""For each screen whether something holds there."""

_PIXELS = {"px": 1.0, "em": 16.0, "rem": 16.0, "pt": 1.333, "cm": 37.8, "in": 96.0}
_SIZE = lazy(r"([\d.]+)\s*(px|r?em|pt|cm|in)?")
_COMPARED = lazy(r"(?:(?P<low>[\d.]+\w*)\s*(?P<first>[<>]=?)\s*)?(?P<name>width|height)\s*(?:(?P<second>[<>]=?)\s*(?P<high>[\d.]+\w*))?")
_PROPERTY_STEMS = frozenset(
    "accent align all anchor animation appearance aspect backdrop backface background block border bottom box break caption caret clear clip color column "
    "columns contain container content counter cursor direction display empty field fill filter flex float flood font forced gap grid hanging height "
    "hyphens image inline inset interpolate isolation justify left letter line list margin marker mask max min mix object offset opacity order orphans "
    "outline overflow overlay overscroll padding page perspective place pointer position print quotes resize right rotate row ruby scale scroll scrollbar "
    "shape stop stroke tab table text timeline top touch transform transition translate unicode user vertical view visibility white widows width will word "
    "writing zoom".split()
)  # fmt: skip


def media(query: str) -> Holds:
    """Where a list of media queries holds."""
    query = query.strip().lower()
    if not query:
        return ALL
    return tuple(map(any, zip(*(_one_query(part.strip()) for part in query.split(",")), strict=True)))


def supports(condition: str) -> Holds:
    """Where a `@supports` condition holds: where browsers know the property."""
    return _logic(condition.strip().lower(), _known)


def _one_query(query: str) -> Holds:
    match = re.match(r"(?:(not|only)\s+)?([a-z-]+)(?:\s+and\s+|$)", query)
    if match and not query.startswith("not ("):
        seen = match.group(2) in ("all", "screen")
        rest = query[match.end() :]
        holds = (_logic(rest, _feature) if rest else ALL) if seen else NONE
        return tuple(not each for each in holds) if match.group(1) == "not" else holds
    return _logic(query, _feature)


def _logic(text: str, ask: Callable[[str], Holds]) -> Holds:
    """`not`, `and`, `or` over bracketed terms, each asked for itself."""
    text = text.strip()
    if text.startswith("not ") or text.startswith("not("):
        return tuple(not each for each in _logic(text[3:], ask))
    parts: list[Holds] = []
    joint, at = "and", 0
    while at < len(text):
        if text[at] == "(":
            try:
                end = closing(text, at)
            except UnreadableError:
                end = len(text) + 1
            inner = text[at + 1 : end - 1].strip()
            nested = inner.startswith(("(", "not ", "not("))
            parts.append(_logic(inner, ask) if nested else ask(inner))
            at = end
            continue
        word = re.match(r"\s*(and|or|not)\b\s*", text[at:])
        if word is None:
            space = re.match(r"\s+|[\w-]+(?:\([^)]*\))?", text[at:])
            if space is None:
                return NONE
            if space.group().strip():
                parts.append(tuple(screen.wish for screen in SCREENS))  # selector(...), font-tech(...)
            at += space.end()
            continue
        if word.group(1) == "not":
            parts.append(tuple(not each for each in _logic(text[at + word.end() :], ask)))
            break
        joint = word.group(1)
        at += word.end()
    if not parts:
        return ALL
    return tuple(map(all if joint == "and" else any, zip(*parts, strict=True)))


def _known(declaration: str) -> Holds:
    name = declaration.partition(":")[0].strip()
    if name.startswith(("--", "-webkit-", "-moz-", "-ms-")):
        return ALL if name.startswith(("--", "-webkit-")) else NONE
    return ALL if name.split("-")[0] in _PROPERTY_STEMS else NONE


def _feature(text: str) -> Holds:
    name, colon, value = (part.strip() for part in text.partition(":"))
    compared = None if colon else _COMPARED.fullmatch(text)
    return tuple(_on(screen, name, value, compared) for screen in SCREENS)


def _on(screen: Screen, name: str, value: str, compared: re.Match[str] | None) -> bool:
    if compared:
        own = screen.width if compared.group("name") == "width" else screen.height
        low, high = compared.group("low"), compared.group("high")
        return (not low or _holds(_size(low), compared.group("first"), own)) and (not high or _holds(own, compared.group("second"), _size(high)))
    edge, _, side = name.replace("device-", "").partition("-")
    if side in ("width", "height") and edge in ("min", "max"):
        own = screen.width if side == "width" else screen.height
        return own >= _size(value) if edge == "min" else own <= _size(value)
    if name == "orientation":
        return (screen.width > screen.height) == (value == "landscape")
    if name in ("scripting", "color", "update", "grid"):
        return name != "grid" and value != "none"
    return screen.wish


def _size(value: str) -> float:
    match = _SIZE.match(value)
    return float(match.group(1)) * _PIXELS[match.group(2) or "px"] if match and match.group(1).strip(".") else 0.0


def _holds(left: float, sign: str, right: float) -> bool:
    return {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[sign]
