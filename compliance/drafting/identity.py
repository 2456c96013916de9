"""Whose terms a page holds: name, domains, an id, guessed from its address, its metadata, its title, its own words."""

from collections import Counter
from typing import NamedTuple

from compliance.model.article import Article
from compliance.text.names import matches_host, name_key
from compliance.text.patterns import lazy
from compliance.text.urls import brand, host_of, registrable, resolve
from compliance.text.words import fold

_SITE_NAMES = ("og:site_name", "application-name", "ld:publisher", "publisher", "dc.publisher", "citation_journal_title", "copyright")
_BARS = lazy(r"\s+[|–—·»:-]\s+")
_HOST_WORD = lazy(
    r"(?<![@\w./-])(?:[A-Za-z0-9-]{2,}\.)+(?:com|org|net|info|ca|fr|de|es|uk|us|eu|ch|at|be|it|mx|ar|cl|co|media|news|press|example)\b(?!\.?[\w@])"
)
_DOMAIN = lazy(r"[a-z0-9\u0080-\U0010ffff-]+(?:\.[a-z0-9\u0080-\U0010ffff-]+)+")
_NOT_ID = lazy(r"[^a-z0-9.]+")
_LONGEST = 80


class Identity(NamedTuple):
    """Whose terms they are. name, domain: `` when nothing tells. url: of the page."""

    id: str
    name: str
    domain: str
    url: str


def identity_of(article: Article, terms_text: str, given_id: str | None, given_name: str | None) -> Identity:
    """Guess it. terms_text: the words of the terms, in which a site may be called by its host. given_…: what the user says."""
    claimed = next((claim.value for claim in article.claimed("canonical", "og:url")), "")
    url = resolve(article.url or claimed) if article.url or claimed else None
    domain = _domain(host_of(url) or "") if url else ""
    host_words = [match.group() for match in _HOST_WORD.finditer(terms_text)]
    common = Counter(word.lower().removeprefix("www.") for word in host_words).most_common(1)
    if not domain and common:
        domain = _domain(common[0][0])
    name = given_name or _site_name(article, domain) or next((word for word in host_words if domain and word.lower().endswith(domain)), "")
    label = brand(domain) if domain else ""
    made = _NOT_ID.sub("-", fold(label or name)).strip("-.")
    return Identity(given_id or made, name or (_titled(label) if label else ""), domain, url or "")


def _domain(host: str) -> str:
    """The registrable domain of a host, `` for an address of numbers and for a machine's bare name."""
    bare = registrable(host.partition(":")[0])
    return bare if _DOMAIN.fullmatch(bare) and not bare.replace(".", "").isdigit() else ""


def names_of(identity: Identity) -> tuple[str, ...]:
    """The names by which the terms may call the publisher, in canonical form."""
    names = [identity.name, identity.domain]
    key = name_key(identity.name) if identity.name else ""
    return tuple(dict.fromkeys(fold(name) for name in (*names, key) if name and len(name) > 2))


def _site_name(article: Article, domain: str) -> str:
    for claim in article.claimed(*_SITE_NAMES):
        if 1 < len(claim.value) <= _LONGEST and not claim.value.startswith("http"):
            return claim.value.strip()
    parts = [part.strip() for part in _BARS.split(article.title or "") if part.strip()]
    if len(parts) < 2:
        return ""
    told = [part for part in (parts[-1], parts[0]) if domain and matches_host(part, domain)]
    return (told or parts[-1:])[0][:_LONGEST]


def _titled(label: str) -> str:
    return label.replace("-", " ").title()
