"""Whose article is this? The ladder of evidence, from sure to weak.

The rungs: given by the user, front matter, the feed's source, a counting pixel, the canonical link or `isBasedOn` that points
to another site, a credit phrase with a link, with an address, with a name. An article whose own address is on the original's
site is the original itself.
"""

import re
from typing import NamedTuple

from compliance.model.article import PROSE, Article, Zone
from compliance.model.attribution import Attribution, Credit
from compliance.model.original import Original, Republisher, Rung
from compliance.model.terms import Terms
from compliance.terms import Shelf
from compliance.text.names import matches_host, mentions, name_key, same_name
from compliance.text.patterns import lazy
from compliance.text.urls import (
    archived,
    brand,
    embedded,
    host_of,
    is_archive,
    is_front,
    is_placeholder,
    is_reference,
    is_sharing,
    is_shortener,
    looks_like_article,
    on_domain,
    resolve,
    resolve_written,
    same_page,
    same_site,
    untracked,
)

_FRONT_MATTER_URLS = tuple(
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
_CONVERSATION = lazy(r"counter\.theconversation\.(?:com|edu\.au)/content/(\d+)", re.IGNORECASE)
_SHORT_HEAD = 100  # characters of a line above the text: author, outlet, date
_LISTED = 3  # as many source labels are captions or columns, not statements about the article
_LONGEST_OUTLET_WORDS = 4
_LONGEST_OUTLET = 40  # characters of an outlet's name
_TITLE_TAIL = lazy(r"\s+[|•·–—-]\s+([^|•·–—]{2,60})$")
_ISSUE = lazy(r",?\s+(?:(?:no|nr|n°|issue|heft|ausgabe)\.?\s*)?\d{1,4}(?:[/.-]\d{1,4})?$", re.IGNORECASE)  # "Emotion 10/22": an issue of a magazine
_TITLE_PARTS = lazy(r"\s+[|•·–—:-]\s+")
_RANK = {"first-published": 0, "source": 1, "republished": 2, "translated": 3, "read-original": 4, "agency": 5, "dateline": 6}


class Given(NamedTuple):
    """What the user said. original: address of the original. mapped: it came from a map file. site: the copying site."""

    terms: Terms | None = None
    original: str | None = None
    mapped: bool = False
    site: Republisher = Republisher((), ())


class Identified(NamedTuple):
    """original and terms are None when the article is out of scope; note says why, and what was looked for."""

    original: Original | None
    terms: Terms | None
    target: str | None
    republisher: Republisher
    note: str | None


class _Found(NamedTuple):
    """One rung's answer."""

    rung: Rung
    url: str | None
    name: str | None


def identify(article: Article, attribution: Attribution, shelf: Shelf, given: Given) -> Identified:
    """Climb down the ladder; the first rung that tells something holds."""
    if given.terms and shelf.terms.get(given.terms.id) is not given.terms:
        shelf = shelf._replace(terms={**shelf.terms, given.terms.id: given.terms})  # the user's own rule file knows its publisher
    site = republisher(article, given.site)
    wanted = host_of(given.original) if given.original else None
    credits = _others(attribution.credits, article, site, wanted)
    found = _given(given) or _metadata(article, attribution, site, shelf) or _credited(article, credits, shelf) or _linked_name(article, site)
    if found and found.url is None and found.rung is Rung.FEED_SOURCE:
        found = found._replace(url=_beside_source(found, article, attribution))
    if given.original is None and given.terms is None and found is not None and not _reproduces(article):
        return Identified(None, None, None, site, f"nothing is reproduced here: a title that points to {found.url or found.name}")
    if found is None and given.terms is None:
        own = len(attribution.credits) - len(credits)
        return Identified(None, None, None, site, _nothing(shelf, own))
    terms_name = given.terms.publisher.name if given.terms and given.terms.publisher else None
    found = found or _Found(Rung.TERMS_GIVEN, None, terms_name)
    name = (
        _first_publisher(found, credits, shelf)
        or _publisher_name(found, article, credits, shelf)
        or (terms_name if found.rung is Rung.GIVEN and _on(found.url, given.terms) else None)
    )
    if not given.original and _is_original(found, name, article, shelf, given.terms):
        return Identified(
            None,
            None,
            None,
            site,
            f"the article stands on the site of its own publisher ({name or host_of(found.url or '') or 'the same site'}): it is the original",
        )
    terms = given.terms or (shelf.by_url(found.url) if found.url else None) or (shelf.by_name(name) if name else None) or shelf.baseline
    if terms.publisher and name and any(same_name(name, each) for each in terms.publisher.names):
        name = terms.publisher.name
    chain = _chain(name, credits, shelf, terms)
    original = Original(untracked(found.url) if found.url else None, name, found.rung, chain, _authors(article))
    return Identified(original, terms, _target(found, terms, article, credits), site, None)


def republisher(article: Article, site: Republisher) -> Republisher:
    """The site that shows the copy: what the user declared, and what the page says of its own site."""
    names = [claim.value for claim in article.claimed("og:site_name", "application-name", "ld:publisher", "feed:title", "front-matter:site")]
    tail = _TITLE_TAIL.search(article.title or "")
    if tail and article.format == "html":
        names.append(tail.group(1))
    names += [part for claim in article.claimed("feed:title") for part in _TITLE_PARTS.split(claim.value) if len(part) > 3]
    own = host_of(article.url) if article.url else None
    home = [host for claim in article.claimed("feed:link") if (host := host_of(claim.value))]
    unique = dict.fromkeys(name.strip() for name in (*site.names, *names) if name.strip() and not name.startswith("http"))
    return Republisher(tuple(unique), tuple(dict.fromkeys((*site.hosts, *([own] if own else []), *home))))


def _others(credits: tuple[Credit, ...], article: Article, site: Republisher, wanted: str | None) -> list[Credit]:
    """The credits that do not speak of the site they stand on. wanted: the host of an original that the user gave."""
    own = [credit for credit in credits if _is_own(credit, article, site) and not (wanted and credit.name and matches_host(credit.name, wanted))]
    names = {name_key(credit.name) for credit in own if credit.name}
    return [credit for credit in credits if credit not in own and not (credit.name and credit.href is None and name_key(credit.name) in names)]


def _is_own(credit: Credit, article: Article, site: Republisher) -> bool:
    """A credit that speaks of the site it stands on."""
    url = _credit_url(credit, article)
    host = host_of(url) if url else None
    if url and _own_host(url, site):
        return True
    name = _ISSUE.sub("", credit.name or "")
    if host and not is_front(url or "") and name == credit.name:
        return False
    return bool(name) and any([*(same_name(name, other) for other in site.names), *(matches_host(name, own) for own in site.hosts)])


def _given(given: Given) -> _Found | None:
    if given.original is None:
        return None
    return _Found(Rung.MAP if given.mapped else Rung.GIVEN, given.original, None)


def _metadata(article: Article, attribution: Attribution, site: Republisher, shelf: Shelf) -> _Found | None:
    for claim in article.claimed(*_FRONT_MATTER_URLS):
        url = resolve(claim.value)
        if url and not is_front(url) and not _own_host(url, site):
            return _Found(Rung.FRONT_MATTER, url, None)
    for claim in article.claimed("entry:via", "entry:canonical", "entry:original-link", "entry:link", "entry:dc-source", "entry:id"):
        url = resolve(claim.value)
        if url and not is_front(url) and (_foreign(url, site) if claim.name in ("entry:link", "entry:id") else not _own_host(url, site)):
            title = next((each.value for each in article.claimed("entry:source-title")), None)
            return _Found(Rung.FEED_SOURCE, url, title)
    for claim in article.claimed("entry:source-title"):
        if not any(same_name(claim.value, name) for name in site.names):
            return _Found(Rung.FEED_SOURCE, None, claim.value)
    for pixel in attribution.pixels:
        counter = _CONVERSATION.search(pixel)
        if counter:
            return _Found(Rung.PIXEL, _by_number(article, attribution, counter.group(1)), "The Conversation")
    for rung, names in ((Rung.CANONICAL, ("canonical",)), (Rung.IS_BASED_ON, ("ld:isBasedOn", "ld:isBasedOnUrl", "ld:translationOfWork"))):
        for claim in article.claimed(*names):
            url = resolve(claim.value)
            if url and not is_front(url) and not is_reference(url) and (_foreign(url, site) or (rung is Rung.IS_BASED_ON and _elsewhere(url, site))):
                return _Found(rung, url, None)
    for claim in article.claimed(*_FRONT_MATTER_NAMES):
        if claim.value and not claim.value.startswith(("http://", "https://", "/")) and len(claim.value) < 80:
            known = shelf.by_name(claim.value)
            if known or claim.name.startswith(("front-matter:original", "front-matter:source")):
                return _Found(Rung.FRONT_MATTER, None, claim.value)
    return None


def _reproduces(article: Article) -> bool:
    """Whether there is any text of an article, and not only a title and metadata that point elsewhere."""
    return any(block.hidden is None and block.end > block.start and not block.tag.startswith("h") for block in article.blocks)


def _beside_source(found: _Found, article: Article, attribution: Attribution) -> str | None:
    """The page of the feed's source that the entry links or shows: `source` itself gives the address of a feed."""
    feeds = [host for claim in article.claimed("entry:source-link") if (url := resolve(claim.value)) and (host := host_of(url))]
    urls = [url for link in article.links if link.href and (url := resolve(link.href, article.base))]
    for url in (*urls, *(address.url for address in attribution.addresses)):
        host = host_of(url)
        if host and not is_front(url) and (any(same_site(host, feed) for feed in feeds) or (found.name and matches_host(found.name, host))):
            return url
    return None


def _own_host(url: str, site: Republisher) -> bool:
    host = host_of(url)
    return host is not None and any(same_site(host, own) for own in site.hosts)


def _foreign(url: str, site: Republisher) -> bool:
    """Whether an address is somebody else's, as far as the page's own is known. `gazette.example` and `gazette.co.example` are one house."""
    host = host_of(url)
    if host is None or not site.hosts:
        return False
    return not any(same_site(host, own) or brand(host).startswith(brand(own)) or brand(own).startswith(brand(host)) for own in site.hosts)


def _elsewhere(url: str, site: Republisher) -> bool:
    """Whether an address is on another site than a page that does not tell its own address, but its site's name."""
    host = host_of(url)
    return host is not None and not site.hosts and bool(site.names) and not any(matches_host(name, host) for name in site.names)


def _by_number(article: Article, attribution: Attribution, number: str) -> str | None:
    """The address that ends in an article's number, as The Conversation's do."""
    urls = (resolve(link.href, article.base) for link in article.links if link.href and link.href.rstrip("/").split("?")[0].endswith(number))
    return next((url for url in (*urls, *(address.url for address in attribution.addresses if address.url.rstrip("/").endswith(number))) if url), None)


def _credit_url(credit: Credit, article: Article) -> str | None:
    """Where a credit's link leads, seen through redirects and archives; else the address it shows."""
    url = resolve(credit.href, article.base) if credit.href and not is_placeholder(credit.href) else None
    if url and is_archive(url):
        return archived(url) or url
    if url and (inner := embedded(url)):
        return inner
    if url is None and credit.address:
        url = resolve_written(credit.address)
    return url


def _credited(article: Article, credits: list[Credit], shelf: Shelf) -> _Found | None:
    """The best credit: with a deep link, else with an address, else with a name."""
    ranked = sorted((credit for credit in credits if _is_statement(credit, article)), key=_rank)
    if sum(credit.sort == "source" and not credit.hidden for credit in credits) >= _LISTED:
        ranked = [credit for credit in ranked if credit.sort != "source"]
    for credit in ranked:
        url = _credit_url(credit, article)
        if url and not (is_front(url) or is_shortener(url) or is_sharing(url) or is_reference(url)) and credit.sort not in ("dateline", "references"):
            rung = Rung.CREDIT_LINK if credit.href and not is_placeholder(credit.href) else Rung.CREDIT_ADDRESS
            named = credit.name if credit.name_href is None else None
            name = named or next((other.name for other in ranked if other.name and _same_source(other, url, article)), None)
            return _Found(rung, url, name)
    for credit in ranked:
        stated = credit.sort in ("first-published", "republished", "agency") or (
            credit.sort == "source" and len((credit.name or "").split()) <= _LONGEST_OUTLET_WORDS
        )
        if credit.name and (stated or shelf.by_name(credit.name)):
            return _Found(Rung.CREDIT_NAME, None, credit.name)
    for credit in ranked:
        url = _credit_url(credit, article)
        known = shelf.by_url(url) if url else None
        if known and known.publisher:
            return _Found(Rung.CREDIT_NAME, None, known.publisher.name)
    return None


def _linked_name(article: Article, site: Republisher) -> _Found | None:
    """An outlet in the author's place: a link above the text that bears the name of the site whose article it leads to."""
    for link in article.links if site.hosts else ():
        block = article.blocks[link.block]
        words = article.text[link.start : link.end]
        if block.zone is Zone.HEAD and link.hidden is None and link.href and 2 < len(words) <= _LONGEST_OUTLET and block.end - block.start < _SHORT_HEAD:
            url = resolve(link.href, article.base)
            host = host_of(url) if url else None
            if url and host and looks_like_article(url) and not is_sharing(url) and _foreign(url, site) and matches_host(words, host):
                return _Found(Rung.CREDIT_LINK, url, words)
    return None


def _is_statement(credit: Credit, article: Article) -> bool:
    """A credit that may speak of the article's origin, hidden or not; one in the site's furniture or in a listing does not."""
    if article.blocks[article.block_at(credit.start)].tag in ("pre", "code"):
        return False
    if credit.zone in (Zone.BODY, Zone.ASIDE):
        return credit.sort not in ("source", "read-original")
    return credit.zone in (Zone.HEAD, Zone.CREDIT, Zone.HIDDEN) and not (
        credit.sort == "source" and not credit.href and not credit.address and _beside_image(credit, article)
    )


def _beside_image(credit: Credit, article: Article) -> bool:
    """A source line right under an image speaks of the image."""
    index = article.block_at(credit.start)
    while index > 0 and article.blocks[index - 1].end - article.blocks[index - 1].start < PROSE:
        if any(image.block in (index, index - 1) for image in article.images):
            return True
        index -= 1
    return any(image.block == index for image in article.images)


def _rank(credit: Credit) -> tuple[bool, int, int]:
    return not credit.counts, _RANK.get(credit.sort, 9), credit.start


def _same_source(credit: Credit, url: str, article: Article) -> bool:
    other = _credit_url(credit, article)
    host, own = host_of(other) if other else None, host_of(url)
    return bool(host and own and same_site(host, own)) or bool(own and credit.name and matches_host(credit.name, own))


def _first_publisher(found: _Found, credits: list[Credit], shelf: Shelf) -> str | None:
    """Who published first when the user gave the address of another publisher's page: a credit says so, and none names that publisher."""
    known = shelf.by_url(found.url) if found.url and found.rung in (Rung.GIVEN, Rung.MAP) else None
    if known is None or known.publisher is None:
        return None
    stated = [credit for credit in credits if credit.counts and credit.name and credit.sort in ("source", "first-published")]
    # who stands on a link to the given page is its publisher, under another name or a forged one; nobody else
    names = [credit.name for credit in stated if credit.name and not (credit.href and same_page(resolve(credit.href), found.url))]
    own_names = (*known.publisher.names, *known.publisher.weak_names)
    if any(same_name(name, own) or mentions(name, own) for name in names for own in own_names):
        return None
    return next((name for name in names if not matches_host(name, host_of(found.url or "") or "")), None)


def _publisher_name(found: _Found, article: Article, credits: list[Credit], shelf: Shelf) -> str | None:
    """The publisher's name: from the shelf by the address, from the rung, from a credit that leads there or bears the host's name."""
    known = shelf.by_url(found.url) if found.url else None
    if known and known.publisher:
        return known.publisher.name
    if found.name and not (found.url and found.rung in (Rung.CREDIT_LINK, Rung.CREDIT_ADDRESS) and _is_title(found.name, article)):
        return found.name
    if found.url is None:
        return None
    url = found.url
    hosted = next((credit.name for credit in credits if credit.name and matches_host(credit.name, host_of(url) or "")), None)
    return hosted or next(
        (
            credit.name
            for credit in credits
            if credit.name and _same_source(credit, url, article) and not _is_title(credit.name, article) and credit.name_href is None
        ),
        None,
    )


def _is_title(name: str, article: Article) -> bool:
    """What stands in the slot is the article's title, not an outlet's name."""
    return len(name.split()) > 6 or (article.title is not None and name_key(name) in name_key(article.title) and len(name.split()) > 3)


def _is_original(found: _Found, name: str | None, article: Article, shelf: Shelf, terms: Terms | None) -> bool:
    """The page stands on the site of the publisher it credits, or of the terms it is judged by."""
    host = host_of(article.url) if article.url else None
    if host is None:
        return False
    known = terms or (shelf.by_url(found.url) if found.url else None) or (shelf.by_name(name) if name else None)
    if known and known.publisher and on_domain(host, known.publisher.domains) and (terms is None or found.url is None or _on(found.url, terms)):
        return name is None or any(same_name(name, each) for each in known.publisher.names)
    original = host_of(found.url) if found.url else None
    return original is not None and same_site(original, host)


def _on(url: str | None, terms: Terms | None) -> bool:
    host = host_of(url) if url else None
    return bool(host and terms and terms.publisher and on_domain(host, terms.publisher.domains))


def _chain(first: str | None, credits: list[Credit], shelf: Shelf, terms: Terms) -> tuple[str, ...]:
    """First publisher, then the other known or credited publishers, in the order of the text."""
    names = [first] if first else []
    for credit in credits:
        known = shelf.by_name(credit.name) if credit.name else None
        if credit.name and credit.counts and (known or credit.sort == "republished"):
            names.append(known.publisher.name if known and known.publisher else credit.name)
    if terms.publisher:
        names.append(terms.publisher.name)
    unique: list[str] = []
    for name in names:
        if not any(same_name(name, other) for other in unique):
            unique.append(name)
    return tuple(unique)


def _target(found: _Found, terms: Terms, article: Article, credits: list[Credit]) -> str | None:
    """The address that the terms want linked: on their publisher's site when they have one."""
    if terms.publisher is None or (found.url and (_on(found.url, terms) or found.rung in (Rung.GIVEN, Rung.MAP))):
        return found.url
    urls = (_credit_url(credit, article) for credit in credits)
    return next((url for url in urls if url and _on(url, terms) and not is_front(url)), None)


def _authors(article: Article) -> tuple[str, ...]:
    claims = article.claimed("front-matter:original_author", "front-matter:original.author", "ld:isBasedOn.author", "entry:author")
    return tuple(dict.fromkeys(claim.value for claim in claims if not claim.value.startswith("http")))


def _nothing(shelf: Shelf, own: int) -> str:
    publishers = sum(terms.publisher is not None for terms in shelf.terms.values())
    told = " Its credits speak of its own site." if own else ""
    return (
        f"no sign of republication: looked for credit phrases in {shelf.lexicon.languages} languages, "
        f"the names and addresses of {publishers} publishers, front matter, "
        f"the feed's source, counting pixels, a canonical link and isBasedOn that point to another site.{told}"
    )
