"""Microdata, RDFa and microformats of a parsed page, into nodes and claims.

Only pages whose bytes hold such attributes are looked at, and of these only the elements that bear them: libxml2 finds them, so that
the one pass over the tree (walk.py) need not ask every element.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from compliance.model.article import Claim
from compliance.read.linked import Node, claims, is_article
from compliance.text.patterns import lazy

_SCHEMA = lazy(r"^https?://(?:www\.)?schema\.org/", re.IGNORECASE)
_PREFIXES = {
    "cc": "cc", "dc": "dc", "dc11": "dc", "dct": "dct", "dcterms": "dct", "xhv": "xhv", "schema": "schema",
}  # fmt: skip
_NAMESPACES = {
    "http://creativecommons.org/ns#": "cc", "http://web.resource.org/cc/": "cc", "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dct",
    "http://www.w3.org/1999/xhtml/vocab#": "xhv", "http://schema.org/": "schema", "https://schema.org/": "schema", "http://www.schema.org/": "schema",
}  # fmt: skip
_PREFIX = lazy(r"([\w.-]+):\s+(\S+)")
_HREF = (
    dict.fromkeys(("a", "area", "link"), "href") | dict.fromkeys(("img", "audio", "video", "source", "iframe", "embed", "track"), "src") | {"object": "data"}
)
_RDFA_SIGNS = (b"typeof=", b"vocab=", b'"cc:', b"'cc:", b'"dct:', b'"dc:', b'"dcterms:', b'"schema:')
_MAX_TEXT = 2000
_MAX_ELEMENTS = 5000
_MAX_ANCESTORS = 256
_MAX_REFERENCES = 8
_MAX_ENTRIES = 50


def from_attributes(root: Any, markup: bytes) -> list[Claim]:
    """Claims of a page's attributes. markup: its bytes, which tell what is worth looking for."""
    found: list[Claim] = []
    if b"itemprop" in markup:
        nodes = read_microdata(root)
        several = sum(map(is_article, nodes)) > 1  # teasers of other articles: only what speaks of the whole page is said of this one
        found += claims([node for node in nodes if not several or any(kind.endswith("WebPage") for kind in node.types)], None, {})
    if any(sign in markup for sign in _RDFA_SIGNS):
        found += claims(Rdfa(root, None).roots, None, {})
    if b"hentry" in markup or b"h-entry" in markup:
        found += microformats(root)
    return found


def read_microdata(root: Any) -> list[Node]:
    """The items of a page that are no part of another item."""
    nodes: dict[Any, Node] = {}
    roots: list[Node] = []
    by_reference: dict[str, list[Node]] = {}
    for element in root.xpath("//*[@itemscope or @itemprop]")[:_MAX_ELEMENTS]:
        own = None
        if element.get("itemscope") is not None:
            types = [_SCHEMA.sub("", kind) for kind in (element.get("itemtype") or "").split()]
            own = nodes[element] = Node(types, element.get("itemid"), [])
            for reference in (element.get("itemref") or "").split():
                if len(referring := by_reference.setdefault(reference, [])) < _MAX_REFERENCES:
                    referring.append(own)
        names = [_SCHEMA.sub("", name) for name in (element.get("itemprop") or "").split()]
        owners = _owners(element, nodes, by_reference) if names else []
        if owners:
            value = own if own is not None else _microdata_value(element)
            for owner in owners:
                owner.properties.extend((name, value) for name in names if value != "")
        elif own is not None:
            roots.append(own)
    for element, node in nodes.items():
        if not node.properties and (text := _text(element)) and len(text) < 200:
            node.properties.append(("name", text))  # <span itemprop="author" itemscope>Jane Doe</span>
    return roots


def _owners(element: Any, nodes: dict[Any, Node], by_reference: dict[str, list[Node]]) -> list[Node]:
    if by_reference and element.get("id") in by_reference:
        return by_reference[element.get("id")]
    for ancestor in _ancestors(element):
        if ancestor in nodes:
            return [nodes[ancestor]]
        if by_reference and ancestor.get("id") in by_reference:
            return by_reference[ancestor.get("id")]
    return []


def _ancestors(element: Any) -> Iterator[Any]:
    return islice(element.iterancestors(), _MAX_ANCESTORS)


def _microdata_value(element: Any) -> "str | Node":
    tag = element.tag
    if tag == "meta" or element.get("content") is not None:
        return (element.get("content") or "").strip()
    if tag in _HREF and element.get(_HREF[tag]) is not None:
        return _linked(element, (element.get(_HREF[tag]) or "").strip())
    if tag == "time" and element.get("datetime"):
        return str(element.get("datetime")).strip()
    if tag in ("data", "meter") and element.get("value"):
        return str(element.get("value")).strip()
    return _text(element)


def _linked(element: Any, address: str) -> "str | Node":
    """The value of a link: its address, and the words that a reader sees on it."""
    text = _text(element) if element.tag == "a" else ""
    return Node([], address, [("name", text), ("url", address)]) if text and text != address else address


def _text(element: Any) -> str:
    """The words of an element, or the first of them: elements nest, and each would carry the words of all inside."""
    parts: list[str] = []
    length = 0
    for part in element.itertext(with_tail=False):
        parts.append(part[:_MAX_TEXT])
        length += len(part)
        if length > _MAX_TEXT:
            break
    return " ".join("".join(parts).split())


class _Context(NamedTuple):
    """What RDFa hands down. subject: of the statements inside. incomplete: statements that wait for their other end: subject, name, reversed."""

    subject: Node
    vocab: str
    prefixes: dict[str, str]
    incomplete: "list[tuple[Node, str, bool]]"


class Rdfa:
    """The statements of a page, a node for each thing that they speak of. What has no subject of its own speaks of the page."""

    def __init__(self, root: Any, base: str | None) -> None:
        self.base = base
        self.page = Node([], base, [], about_page=True)
        self.nodes: dict[str, Node] = {}
        self.roots: list[Node] = [self.page]
        contexts: dict[Any, _Context] = {}
        start = _Context(self.page, "", dict(_PREFIXES), [])
        for element in root.xpath("//*[@property or @typeof or @rel or @rev or @about or @resource or @vocab or @prefix]")[:_MAX_ELEMENTS]:
            outer = next((contexts[ancestor] for ancestor in _ancestors(element) if ancestor in contexts), start)
            contexts[element] = self._element(element, outer)
        inner = {id(value) for node in (*self.roots, *self.nodes.values()) for _, value in node.properties if isinstance(value, Node)}
        self.roots = [node for node in self.roots if node is self.page or id(node) not in inner]

    def _node(self, address: str | None) -> Node:
        """The node of an address as written; a new one for None."""
        if address is None:
            self.roots.append(Node([], None, []))
            return self.roots[-1]
        if address in ("", self.base):
            return self.page
        if address not in self.nodes:
            self.nodes[address] = Node([], address, [])
            self.roots.append(self.nodes[address])
        return self.nodes[address]

    def _element(self, element: Any, outer: _Context) -> _Context:
        get = element.get
        vocab, prefixes = get("vocab", outer.vocab), outer.prefixes
        if get("prefix"):
            prefixes = prefixes | {name.lower(): _namespace(uri) for name, uri in _PREFIX.findall(get("prefix"))}
        names = _terms(get("property"), vocab, prefixes)
        rels = _terms(get("rel"), vocab, prefixes, reserved=not names)
        revs = _terms(get("rev"), vocab, prefixes, reserved=not names)
        linking = (get("rel") is not None and (bool(rels) or get("property") is None)) or (get("rev") is not None and (bool(revs) or get("property") is None))
        about, target = _reference(get("about")), next((each for each in (_reference(get("resource")), get("href"), get("src")) if each is not None), None)
        typed: Node | None = None
        whole = get("typeof") is not None
        subject, inside = outer.subject, None
        if about is not None:
            subject = self._node(about)
        elif element.tag in ("html", "head", "body") and outer.subject is self.page:
            subject = self.page
        if linking:
            typed = subject if whole and about is not None else None
            inside = self._node(target) if target is not None or (whole and about is None) else None
            typed = typed or (inside if whole else None)
        elif names and get("content") is None and get("datatype") is None:
            if whole:
                typed = inside = subject if about is not None else self._node(target)
        else:
            if about is None and (target is not None or whole):
                subject = self._node(target)
            typed = subject if whole else None
        if typed is not None and whole:
            typed.types.extend(_SCHEMA.sub("", kind) for kind in get("typeof").split())
        for waiting, name, reverse in outer.incomplete:
            if subject is not outer.subject or names or linking or typed is not None:
                _state(waiting, name, subject if subject is not outer.subject else typed or subject, reverse=reverse)
        if subject is not outer.subject or typed is not None:
            outer.incomplete.clear()
        waiting_here: list[tuple[Node, str, bool]] = []
        for name, reverse in (*((each, False) for each in rels), *((each, True) for each in revs)):
            if inside is not None:
                _state(subject, name, inside, reverse=reverse)
            elif linking:
                waiting_here.append((subject, name, reverse))
        for name in names:
            _state(subject, name, self._value(element, target, typed if about is None else None, linking=linking))
        return _Context(inside or subject, vocab, prefixes, waiting_here or ([] if inside else outer.incomplete))

    def _value(self, element: Any, target: str | None, typed: Node | None, *, linking: bool) -> "str | Node":
        if element.get("content") is not None:
            return str(element.get("content")).strip()
        if element.tag == "time" and element.get("datetime"):
            return str(element.get("datetime")).strip()
        if typed is not None and not linking:
            return typed
        if target is not None and not linking and element.get("datatype") is None:
            return _linked(element, target.strip())
        return _text(element)


def _state(subject: Node, name: str, value: "str | Node", *, reverse: bool = False) -> None:
    if reverse:
        if isinstance(value, Node):
            value.properties.append((name, subject))
    elif value != "" and value is not subject:
        subject.properties.append((name, value))


def _terms(words: str | None, vocab: str, prefixes: dict[str, str], *, reserved: bool = False) -> list[str]:
    """The names of properties: those of schema.org bare, others with the prefix by which everybody knows their vocabulary."""
    found = []
    for word in (words or "").split():
        prefix, colon, local = word.partition(":")
        if colon:
            known = prefixes.get(prefix.lower()) if not local.startswith("//") else _namespace(word.rpartition("/")[0] + "/")
            local = local if not local.startswith("//") else word.rpartition("/")[2]
            if known and "#" in local:
                known, local = _namespace(word.rpartition("#")[0] + "#"), word.rpartition("#")[2]
        elif vocab:
            known, local = _namespace(vocab), word
        else:
            known, local = ("xhv", word.lower()) if reserved and word.lower() in ("license", "copyright") else (None, word)
        if known:
            found.append(local if known == "schema" else f"{known}:{local}")
    return found


def _namespace(uri: str) -> str:
    """The prefix of a known vocabulary; an unknown one goes by its address."""
    return _NAMESPACES.get(uri) or _NAMESPACES.get(uri.rstrip("/") + "/") or uri


def _reference(value: str | None) -> str | None:
    """An address of RDFa; a safe CURIE without content is none."""
    return None if value is None or value.strip().startswith("[") else value.strip()


def microformats(root: Any) -> Iterator[Claim]:
    """What the page's entry says of itself in microformats: its author, what it repeats, where it stands too."""
    entries = root.xpath(f"//*[{_has_class('h-entry')} or {_has_class('hentry')}]")
    if len(entries) > _MAX_ENTRIES:
        return
    whole = [entry for entry in entries if not any(ancestor in entries for ancestor in _ancestors(entry))]
    if len(whole) != 1:
        return  # a list of entries: none of them is the page's article
    for element in whole[0].xpath(f".//*[{' or '.join(f'contains(@class, {name!r})' for name in _ENTRY_CLASSES)}]")[:_MAX_ENTRIES]:
        words = element.get("class").split()
        for word, name in _ENTRY_CLASSES.items():
            if word in words and not _in_comment(element, whole[0]):
                value = (element.get("href") if word.startswith("u-") or name == "license" else None) or _person(element) or _text(element)
                if value:
                    yield Claim(f"mf:{name}", value, element.sourceline)


def _has_class(word: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {word} ')"


_ENTRY_CLASSES = {
    "p-author": "author", "author": "author", "u-repost-of": "repost-of", "u-syndication": "syndication", "source-org": "source-org", "dateline": "dateline",
    "item-license": "license",
}  # fmt: skip


def _person(card: Any) -> str | None:
    """The name on a card."""
    named = card.xpath(f".//*[{' or '.join(map(_has_class, ('p-name', 'fn', 'org')))}]")
    return _text(named[0]) or None if named else None


def _in_comment(element: Any, entry: Any) -> bool:
    for ancestor in _ancestors(element):
        if ancestor is entry:
            return False
        words = (ancestor.get("class") or "").split()
        if any(word in ("h-cite", "u-comment", "p-comment", "comment", "h-feed", "h-entry") for word in words):
            return True
    return False
