"""Linked data: what a page's markup says in the words of schema.org, Dublin Core and Creative Commons, whichever syntax says it.

JSON-LD (jsonld.py), microdata and RDFa (markup.py) become the same nodes; this module makes claims of them. Only nodes that speak of
the page's article do: a comment's author and the licence of a picture in it are nobody's claim of the article.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from compliance.model.article import Claim

ARTICLE_PROPERTIES = frozenset(
    "isBasedOn isBasedOnUrl isPartOf citation copyrightHolder copyrightNotice copyrightYear creditText license acquireLicensePage usageInfo author creator "
    "contributor translator publisher provider sourceOrganization producer sameAs translationOfWork exampleOfWork mainEntityOfPage isAccessibleForFree url "
    "archivedAt headline inLanguage dateline datePublished dateModified".split()
)
_ADDRESSED = frozenset(
    "isBasedOn isBasedOnUrl license acquireLicensePage usageInfo mainEntityOfPage translationOfWork exampleOfWork sameAs url archivedAt citation cc:license "
    "xhv:license dc:source dc:relation dct:source dct:relation dct:license dct:isVersionOf dct:isReplacedBy".split()
)
"""Properties of which the address tells more than the name."""
_ORGANISATIONS = frozenset("publisher provider sourceOrganization producer copyrightHolder isPartOf".split())
_WORKS = frozenset("isBasedOn isBasedOnUrl translationOfWork exampleOfWork".split())
_ARTICLES = ("article", "posting", "report", "webpage", "creativework")
_MAIN = ("mainEntity", "mainEntityOfPage")
_SINGLE = ("blogPost", "hasPart", "itemListElement")
_MAX_CLAIMS = 500
_MAX_DEPTH = 12


class Node(NamedTuple):
    """Something that linked data speaks of. types and properties: names of schema.org bare, those of other vocabularies with a prefix.

    id: its address or name within the page. A node with an id and nothing else refers to the node that has more. about_page: it stands
    for the page itself, as RDFa's statements without a subject do.
    """

    types: list[str]
    id: str | None
    properties: "list[tuple[str, str | Node]]"
    about_page: bool = False

    def values(self, name: str) -> "list[str | Node]":
        """The values of one property."""
        return [value for key, value in self.properties if key == name]


def claims(roots: Iterable[Node], line: int | None, named: Mapping[str, Node]) -> Iterator[Claim]:
    """Claims of the nodes that speak of the article. named: the nodes of the page by their id."""
    count = 0
    for node in _articles(roots):
        for claim in _claims(node, line, named):
            count += 1
            if count > _MAX_CLAIMS:
                return
            yield claim


def _articles(roots: Iterable[Node]) -> Iterator[Node]:
    roots = list(roots)
    for root in roots:
        if root.about_page or is_article(root):
            yield root
        for name in _MAIN:
            yield from (value for value in root.values(name) if isinstance(value, Node) and value.properties and is_article(value))
        for name in _SINGLE:
            inner = [value for value in root.values(name) if isinstance(value, Node) and is_article(value)]
            if len(inner) == 1:
                yield inner[0]


def is_article(node: Node) -> bool:
    """Whether a node is an article, a page, or something made from another work."""
    return any(kind.lower().endswith(_ARTICLES) for kind in node.types) or any(key in _WORKS for key, _ in node.properties)


def _claims(node: Node, line: int | None, named: Mapping[str, Node]) -> Iterator[Claim]:
    for key, value in node.properties:
        prefix = _claim_name(key)
        if prefix is None:
            continue
        told = first_names(value, key, named)
        yield from (Claim(prefix, each, line) for each in told)
        whole = resolved(value, named)
        if not isinstance(whole, Node):
            continue
        if key in _ORGANISATIONS and (url := _address(whole)) and url not in told:
            yield Claim(f"{prefix}.url", url, line)
        if key in _WORKS:
            for part in ("author", "publisher", "isPartOf", "name", "datePublished"):
                yield from (
                    Claim(f"{prefix}.{part}", each, line) for inner in whole.values(part) for each in first_names(inner, part, named) if each not in told
                )


def _claim_name(key: str) -> str | None:
    vocabulary, colon, term = key.partition(":")
    if not colon:
        return f"ld:{key}" if key in ARTICLE_PROPERTIES else None
    if vocabulary in ("dc", "dct"):
        return f"dc.{term.lower()}"
    return key if vocabulary in ("cc", "xhv") else None


def resolved(value: "str | Node", named: Mapping[str, Node]) -> "str | Node":
    """A reference as the node it refers to."""
    if isinstance(value, Node) and value.id and not value.properties:
        return named.get(value.id, value)
    return value


def first_names(value: "str | Node", key: str, named: Mapping[str, Node], depth: int = 0) -> list[str]:
    """The name or the address in a value, whichever tells more of this property."""
    value = resolved(value, named)
    if isinstance(value, str):
        return [value] if value else []
    if depth > _MAX_DEPTH:
        return []
    names = [text for part in ("name", "legalName", "headline") for inner in value.values(part) for text in first_names(inner, part, named, depth + 1)]
    full = " ".join(text for part in ("givenName", "familyName") for text in value.values(part) if isinstance(text, str))
    address = _address(value)
    addresses = [address] if address else []
    order = addresses + names[:1] if key in _ADDRESSED else names[:1] or ([full] if full else addresses)
    return order[:1]


def _address(node: Node) -> str | None:
    told = [text for text in node.values("url") if isinstance(text, str)] or [inner.id for inner in node.values("url") if isinstance(inner, Node) and inner.id]
    return told[0] if told else node.id


def facts(roots: Iterable[Node], named: Mapping[str, Node]) -> Iterator[tuple[str, str]]:
    """Every property with every text by which its value goes: itself, or a node's names, addresses and id."""
    stack = [(node, 0) for node in roots]
    while stack:
        node, depth = stack.pop()
        if node.id and depth == 0:
            yield "@id", node.id
        for key, value in node.properties:
            whole = resolved(value, named)
            if isinstance(whole, str):
                yield key, whole
                continue
            if whole.id:
                yield key, whole.id
            yield from ((key, text) for part in ("name", "url") for text in whole.values(part) if isinstance(text, str))
            if isinstance(value, Node) and depth < _MAX_DEPTH:
                stack.append((value, depth + 1))
