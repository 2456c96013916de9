"""What the metadata claim of the origin: front matter, a feed's source, a counting pixel, the canonical link, JSON-LD."""

import re

from compliance.identify.found import Found
from compliance.identify.site import elsewhere, foreign, own_host
from compliance.model.article import Article
from compliance.model.attribution import Attribution
from compliance.model.original import Republisher, Rung
from compliance.terms import Shelf
from compliance.text.names import matches_host, same_name
from compliance.text.patterns import lazy
from compliance.text.urls import host_of, is_front, is_reference, resolve, same_site

FRONT_MATTER_URLS = tuple(
    f"front-matter:{key}"
    for key in (
        "original_url", "originalurl", "original-url", "original_link", "original", "source_url", "sourceurl", "source-url", "source_link", "canonical_url",
        "canonicalurl", "canonical-url", "canonical", "external_url", "republished_from", "crossposts.url",
        "first_published_at", "via", "source", "origin", "original.url", "source.url", "original.link", "originally_published",
    )
)  # fmt: skip
_FRONT_MATTER_NAMES = tuple(
    f"front-matter:{key}"
    for key in (
        "original_publisher",
        "original_source",
        "original.publisher",
        "source_name",
        "source",
        "source.name",
        "source.title",
        "publisher",
        "publication",
    )
)
_BASED_ON = ("ld:isBasedOn", "ld:isBasedOnUrl", "ld:translationOfWork", "mf:repost-of", "cc:attributionURL")
_CONVERSATION = lazy(r"counter\.theconversation\.(?:com|edu\.au)/content/(\d+)", re.IGNORECASE)


def claimed(article: Article, attribution: Attribution, site: Republisher, shelf: Shelf) -> Found | None:
    """The first rung of the metadata that tells an origin elsewhere."""
    for claim in article.claimed(*FRONT_MATTER_URLS):
        url = resolve(claim.value)
        if url and not is_front(url) and not own_host(url, site):
            return Found(Rung.FRONT_MATTER, url, None)
    named = "entry:link" if article.claimed("entry:link") else "entry:id"  # an id beside a link may be a platform's number or a former address
    for claim in article.claimed("entry:via", "entry:canonical", "entry:original-link", named, "entry:dc-source"):
        url = resolve(claim.value)
        if url and not is_front(url) and (foreign(url, site) if claim.name in ("entry:link", "entry:id") else not own_host(url, site)):
            title = next((each.value for each in article.claimed("entry:source-title")), None)
            return Found(Rung.FEED_SOURCE, url, title)
    for claim in article.claimed("entry:source-title"):
        if not any(same_name(claim.value, name) for name in site.names):
            return Found(Rung.FEED_SOURCE, None, claim.value)
    for pixel in attribution.pixels:
        counter = _CONVERSATION.search(pixel)
        if counter:
            return Found(Rung.PIXEL, _by_number(article, attribution, counter.group(1)), "The Conversation")
    for rung, names in ((Rung.CANONICAL, ("canonical", "original-source", "syndication-source")), (Rung.IS_BASED_ON, _BASED_ON)):
        for claim in article.claimed(*names):
            url = resolve(claim.value)
            if url and not is_front(url) and not is_reference(url) and (foreign(url, site) or (rung is Rung.IS_BASED_ON and elsewhere(url, site))):
                return Found(rung, url, None)
    for claim in article.claimed(*_FRONT_MATTER_NAMES):
        if claim.value and not claim.value.startswith(("http://", "https://", "/")) and len(claim.value) < 80:
            known = shelf.by_name(claim.value)
            if known or claim.name.startswith(("front-matter:original", "front-matter:source")):
                return Found(Rung.FRONT_MATTER, None, claim.value)
    return None


def beside_source(found: Found, article: Article, attribution: Attribution) -> str | None:
    """The page of the feed's source that the entry links or shows: `source` itself gives the address of a feed."""
    feeds = [host for claim in article.claimed("entry:source-link") if (url := resolve(claim.value)) and (host := host_of(url))]
    urls = [url for link in article.links if link.href and (url := resolve(link.href, article.base))]
    for url in (*urls, *(address.url for address in attribution.addresses)):
        host = host_of(url)
        if host and not is_front(url) and (any(same_site(host, feed) for feed in feeds) or (found.name and matches_host(found.name, host))):
            return url
    return None


def _by_number(article: Article, attribution: Attribution, number: str) -> str | None:
    """The address that ends in an article's number, as The Conversation's do."""
    urls = (resolve(link.href, article.base) for link in article.links if link.href and link.href.rstrip("/").split("?")[0].endswith(number))
    return next((url for url in (*urls, *(address.url for address in attribution.addresses if address.url.rstrip("/").endswith(number))) if url), None)
