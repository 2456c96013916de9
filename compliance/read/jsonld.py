"""JSON-LD into nodes. What publishers' templates break is repaired where its meaning is plain; a block beyond that says nothing."""

import re
from typing import Any

from compliance.read.linked import Node
from compliance.text.patterns import lazy

_MAX = 2_000_000  # characters of one block
_MAX_ITEMS = 200
_MAX_DEPTH = 40
_OPENING = ("<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "<![CDATA[")
_CLOSING = ("-->", "//]]>", "// ]]>", "/*]]>*/", "]]>")
# A string or a comment that never ends goes to the end: looked for at every quotation mark, its end would cost quadratic time.
_COMMENT = lazy(r'("(?:[^"\\]|\\.)*(?:"|\\?\Z))|//[^\n]*|/\*.*?(?:\*/|\Z)', re.DOTALL)
_TRAILING_COMMA = lazy(r'("(?:[^"\\]|\\.)*(?:"|\\?\Z))|,(?=\s*[}\]])', re.DOTALL)
_BAD_ESCAPE = lazy(r'\\(?!["\\/bfnrtu])')
_VOCABULARY = lazy(r"^(?:https?://(?:www\.)?schema\.org/|schema:)", re.IGNORECASE)


def read_jsonld(text: str) -> list[Node]:
    """The nodes of one block, those of `@graph` and of lists among them; none when it does not parse."""
    nodes: list[Node] = []
    for data in _documents(text):
        _roots(data, nodes, 0)
    return nodes


def index(nodes: list[Node]) -> dict[str, Node]:
    """Nodes by their id, nested ones too; the one that says most holds."""
    named: dict[str, Node] = {}
    stack = list(nodes)
    while stack:
        node = stack.pop()
        if node.id and node.properties and (node.id not in named or len(named[node.id].properties) < len(node.properties)):
            named[node.id] = node
        stack += [value for _, value in node.properties if isinstance(value, Node)]
    return named


def _documents(text: str) -> list[Any]:
    if len(text) > _MAX:
        return []
    text = _unwrapped(text)
    if "&quot;" in text and text.count('"') < 2:
        from html import unescape

        text = unescape(text)
    for repaired in (text, None):
        try:
            return _parsed(text if repaired is not None else _repair(text))
        except (ValueError, RecursionError):
            continue
    return []


def _unwrapped(text: str) -> str:
    """The text without the comment or CDATA section around it."""
    text = text.strip().removeprefix("\ufeff").strip()
    for mark in _OPENING:
        text = text.removeprefix(mark).lstrip()
    for mark in reversed(_CLOSING):
        text = text.removesuffix(mark).rstrip()
    for mark in _CLOSING:
        text = text.removesuffix(mark).rstrip()
    return text.rstrip("; \t\r\n")


def _repair(text: str) -> str:
    text = _COMMENT.sub(lambda match: match.group(1) or " ", text)
    text = _TRAILING_COMMA.sub(lambda match: match.group(1) or "", text)
    return _BAD_ESCAPE.sub(r"\\\\", text)


def _parsed(text: str) -> list[Any]:
    """One document, or several one after the other."""
    import json

    decoder = json.JSONDecoder(strict=False)
    found: list[Any] = []
    at = 0
    while at < len(text):
        data, at = decoder.raw_decode(text, at)
        found.append(data)
        while at < len(text) and text[at] in " \t\r\n,;":
            at += 1
    return found


def _roots(data: Any, nodes: list[Node], depth: int) -> None:
    if isinstance(data, list):
        for item in data[:_MAX_ITEMS]:
            _roots(item, nodes, depth + 1) if depth < _MAX_DEPTH else None
    elif isinstance(data, dict):
        graph = data.get("@graph")
        if graph is not None and depth < _MAX_DEPTH:
            _roots(graph, nodes, depth + 1)
        node = _node(data, depth)
        if node.properties:
            nodes.append(node)


def _node(data: dict[str, Any], depth: int) -> Node:
    kinds = data.get("@type", data.get("type"))
    types = [_VOCABULARY.sub("", kind) for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
    properties: list[tuple[str, str | Node]] = []
    for key, value in data.items():
        if not key.startswith("@"):
            name = _VOCABULARY.sub("", key)
            properties += [(name, each) for each in _values(value, depth + 1)]
    identity = data.get("@id")
    return Node(types, identity.strip() if isinstance(identity, str) and identity.strip() else None, properties)


def _values(value: Any, depth: int) -> "list[str | Node]":
    if isinstance(value, str):
        return [text] if (text := value.strip()) else []
    if isinstance(value, bool | int | float):
        return [str(value)]
    if depth > _MAX_DEPTH:
        return []
    if isinstance(value, list):
        return [each for item in value[:_MAX_ITEMS] for each in _values(item, depth + 1)]
    if isinstance(value, dict):
        for plain in ("@value", "@list", "@set"):
            if plain in value:
                return _values(value[plain], depth + 1)
        return [_node(value, depth)]
    return []
