"""Claims of a page's metadata: meta and link elements, JSON-LD. What they say is not what a reader sees.

Claim names: `canonical`, `canonical-in-body`, `license`, `og:url`, `og:site_name`, `author`, `copyright`, `syndication-source`,
`original-source`, `generator`, `robots`, and for JSON-LD `ld:` + property (`ld:isBasedOn`, `ld:copyrightHolder`, ...).
"""

import re
from collections.abc import Mapping
from typing import Any

from compliance.model.article import Claim
from compliance.text.patterns import lazy

_METAS = frozenset(
    [
        "og:url",
        "og:site_name",
        "og:title",
        "og:locale",
        "author",
        "article:author",
        "dc.creator",
        "dc.rights",
        "dc.rights.license",
        "dcterms.license",
        "dcterms.rights",
        "license",
        "rights",
        "dc.source",
        "dc.publisher",
        "copyright",
        "syndication-source",
        "original-source",
        "robots",
        "generator",
        "twitter:site",
        "application-name",
        "citation_author",
        "parsely-author",
        "dcterms.creator",
        "sailthru.author",
        "byl",
    ]
)
_LINKS = frozenset(["canonical", "license", "licence", "copyright", "cc:license", "author", "amphtml", "original", "shortlink"])
_PROPERTIES = frozenset(
    [
        "isBasedOn",
        "isBasedOnUrl",
        "copyrightHolder",
        "copyrightNotice",
        "copyrightYear",
        "creditText",
        "license",
        "author",
        "publisher",
        "sourceOrganization",
        "mainEntityOfPage",
        "translationOfWork",
        "isAccessibleForFree",
        "url",
        "provider",
    ]
)
_ARTICLES = ("article", "posting", "report", "webpage", "creativework", "recipe")
_MAX_JSONLD = 2_000_000
_MAX_DEPTH = 12


def from_meta(attributes: Mapping[str, str], line: int | None) -> list[Claim]:
    """Claims of one `meta` element."""
    name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").strip().lower()
    value = (attributes.get("content") or "").strip()
    return [Claim(name, value, line)] if name in _METAS and value else []


def from_link(attributes: Mapping[str, str], line: int | None, *, in_head: bool) -> list[Claim]:
    """Claims of one `link` element. A canonical link in the body has no effect and gets a name of its own."""
    href = (attributes.get("href") or "").strip()
    rels = (attributes.get("rel") or "").lower().split()
    found = []
    for rel in rels:
        if rel in _LINKS and href:
            name = "license" if rel in ("licence", "cc:license", "copyright") else rel
            if name == "canonical" and not in_head:
                name = "canonical-in-body"
            found.append(Claim(name, href, line))
    return found


_RDF = lazy(r"<(?:cc:)?licen[cs]e\s[^<>]*?rdf:(?:resource|about)\s*=\s*[\"']([^\"'<>]+)", re.IGNORECASE)


def from_rdf(comment: str, line: int | None) -> list[Claim]:
    """The licence that RDF in a comment names: the first licence chooser of Creative Commons put it there."""
    match = _RDF.search(comment)
    return [Claim("license", match.group(1).strip(), line)] if match else []


def from_jsonld(text: str, line: int | None) -> list[Claim]:
    """Claims of one JSON-LD block. A block that does not parse claims nothing."""
    if len(text) > _MAX_JSONLD:
        return []
    import json

    try:
        data = json.loads(text.strip().removeprefix("<!--").removesuffix("-->").removeprefix("//<![CDATA[").removesuffix("//]]>"), strict=False)
    except (ValueError, RecursionError):
        return []
    found: list[Claim] = []
    _collect(data, line, found, 0)
    return found


def _collect(node: Any, line: int | None, found: list[Claim], depth: int) -> None:
    if depth > _MAX_DEPTH or len(found) > 500:
        return
    if isinstance(node, list):
        for item in node[:200]:
            _collect(item, line, found, depth + 1)
    elif isinstance(node, dict):
        kinds = node.get("@type")
        named = [kind.lower() for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
        if any(kind.endswith(_ARTICLES) for kind in named) or "isBasedOn" in node:
            for key in _PROPERTIES & node.keys():
                found.extend(Claim(f"ld:{key}", value, line) for value in _names(node[key], key))
            original = node.get("isBasedOn")
            if isinstance(original, dict):
                found.extend(Claim("ld:isBasedOn.author", name, line) for name in _names(original.get("author"), "author"))
        if "@graph" in node:
            _collect(node["@graph"], line, found, depth + 1)


def _names(value: Any, key: str) -> list[str]:
    """The names or addresses in a value: a string, a node with a name or an address, or a list of them."""
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, bool | int):
        return [str(value)]
    if isinstance(value, list):
        return [name for item in value[:50] for name in _names(item, key)]
    if isinstance(value, dict):
        order = ("url", "@id", "name") if key in ("isBasedOn", "isBasedOnUrl", "license", "mainEntityOfPage", "translationOfWork") else ("name", "url", "@id")
        return next((names for part in order if (names := _names(value.get(part), key))), [])
    return []
