"""Claims of a page's metadata. What they say is not what a reader sees: visible text decides, claims corroborate or contradict it.

| name | said by |
|---|---|
| `canonical`, `license`, `author`, `amphtml`, `original`, `shortlink`, `syndication` | `link rel` in the head; `canonical-in-body` has no effect |
| `og:…`, `article:…`, `author`, `copyright`, `rights`, `robots`, `googlebot`, `syndication-source`, `original-source`, `citation_…`, `parsely-…`, … | `meta` |
| `dc.…` (`dc.source`, `dc.rights`, `dc.creator`, `dc.publisher`, …) | `meta` and RDFa: Dublin Core's elements and terms, under one name |
| `ld:` + property of schema.org (`ld:isBasedOn`, `ld:copyrightHolder`, `ld:license`, …) | JSON-LD, microdata, RDFa |
| `ld:publisher.url`, also of `provider`, `sourceOrganization`, `producer`, `copyrightHolder`, `isPartOf` | address of the organisation that is named |
| `ld:isBasedOn.author`, `.publisher`, `.isPartOf`, `.name`, `.datePublished`, also of `translationOfWork`, `exampleOfWork` | what is said of the other work |
| `cc:license`, `cc:attributionName`, `cc:attributionURL`, `cc:morePermissions`, `xhv:license` | RDFa that speaks of the page itself |
| `mf:author`, `mf:repost-of`, `mf:syndication`, `mf:source-org`, `mf:dateline`, `mf:license` | microformats of the page's one entry |
| `front-matter:` + key | front matter (frontmatter.py) |
| `feed:…`, `entry:…` | a feed and its entry (feed.py) |
"""

import re
from collections.abc import Mapping
from typing import Any

from compliance.model.article import Claim
from compliance.text.patterns import lazy

_METAS = frozenset(
    "og:url og:site_name og:title og:locale og:image og:article:author article:author article:publisher article:published_time "
    "article:modified_time og:updated_time "
    "author byl copyright rights license publisher "
    "syndication-source original-source robots googlebot googlebot-news bingbot yandex slurp "
    "baiduspider applebot duckduckbot generator twitter:site twitter:creator application-name sailthru.author "
    "citation_author citation_publisher citation_journal_title citation_public_url "
    "parsely-author parsely-link parsely-site".split()
)
_DUBLIN_CORE = frozenset(
    "creator contributor publisher source rights rightsholder license isversionof isreplacedby relation identifier provenance "
    "bibliographiccitation date".split()
)
_LINKS = frozenset(["canonical", "license", "licence", "copyright", "cc:license", "author", "amphtml", "original", "shortlink", "syndication"])


def from_meta(attributes: Mapping[str, str], line: int | None) -> list[Claim]:
    """Claims of one `meta` element."""
    name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").strip().lower()
    value = (attributes.get("content") or "").strip()
    if not value:
        return []
    if name in _METAS:
        return [Claim(name, value, line)]
    if name.startswith(("dc", "parsely-")):
        if name in ("parsely-page", "parsely-metadata"):
            return _parsely(value, line)
        set_, _, term = name.replace(":", ".").partition(".")
        term = term.split(".")[0]
        if set_ in ("dc", "dct", "dcterms") and term in _DUBLIN_CORE:
            return [Claim(f"dc.{term}", value, line)]
    return []


def _parsely(value: str, line: int | None) -> list[Claim]:
    """Parse.ly's older form: one JSON object."""
    import json

    try:
        data = json.loads(value)
    except (ValueError, RecursionError):
        return []
    found = []
    for key in ("author", "authors", "link", "site") if isinstance(data, dict) else ():
        values = data.get(key)
        texts = values if isinstance(values, list) else [values]
        found += [Claim(f"parsely-{key.rstrip('s')}", text.strip(), line) for text in texts if isinstance(text, str) and text.strip()]
    return found


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


def from_linked_data(blocks: list[tuple[str, int | None]], root: Any, markup: bytes, known: list[Claim]) -> list[Claim]:
    """Claims of a page's linked data: its blocks of JSON-LD with their lines, and its attributes, looked at when the markup holds any.

    known: the claims of its `meta` and `link` elements, which RDFa reads too; they are not said twice.
    """
    found: list[Claim] = []
    if blocks:
        from compliance.read.jsonld import index, read_jsonld
        from compliance.read.linked import claims

        read = [(read_jsonld(text), line) for text, line in blocks]
        named = index([node for nodes, _ in read for node in nodes])
        found += [claim for nodes, line in read for claim in claims(nodes, line, named)]
    if any(sign in markup for sign in _SIGNS):
        from compliance.read.markup import from_attributes

        said = {(claim.name, claim.value) for claim in (*known, *found)}
        said |= {("xhv:license", value) for name, value in said if name == "license"}
        found += [claim for claim in from_attributes(root, markup) if (claim.name, claim.value) not in said]
    return found


_SIGNS = (b"itemprop", b"typeof=", b"vocab=", b'"cc:', b"'cc:", b'"dct:', b'"dc:', b'"dcterms:', b'"schema:', b"h-entry", b"hentry")
