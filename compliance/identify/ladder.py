"""Whose article is this? The ladder of evidence, from sure to weak.

The rungs: given by the user, front matter, the feed's source, a counting pixel, the canonical link or `isBasedOn` that points
to another site, a credit phrase with a link, with an address, with a name. An article whose own address is on the original's
site is the original itself.
"""

from typing import NamedTuple

from compliance.identify.contradictions import contradictions
from compliance.identify.found import Found
from compliance.identify.links import credit_url, same_source
from compliance.identify.metadata import beside_source, claimed
from compliance.identify.site import others, republisher
from compliance.identify.statements import credited, linked_name
from compliance.model.article import Article
from compliance.model.attribution import Attribution, Credit
from compliance.model.original import Original, Republisher, Rung
from compliance.model.terms import Terms
from compliance.terms import Shelf
from compliance.text.names import matches_host, mentions, name_key, same_name
from compliance.text.urls import host_of, is_front, on_domain, resolve, same_page, same_site, untracked


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


def identify(article: Article, attribution: Attribution, shelf: Shelf, given: Given) -> Identified:
    """Climb down the ladder; the first rung that tells something holds."""
    if given.terms and shelf.terms.get(given.terms.id) is not given.terms:
        shelf = shelf.including(given.terms)  # the user's own rule file knows its publisher
    site = republisher(article, given.site)
    wanted = host_of(given.original) if given.original else None
    credits = others(attribution.credits, article, site, wanted)
    found = _given(given) or claimed(article, attribution, site, shelf) or credited(article, credits, shelf) or linked_name(article, site)
    if found and found.url is None and found.rung is Rung.FEED_SOURCE:
        found = found._replace(url=beside_source(found, article, attribution))
    if given.original is None and given.terms is None and found is not None and not _reproduces(article):
        return Identified(None, None, None, site, f"nothing is reproduced here: a title that points to {found.url or found.name}")
    if found is None and given.terms is None:
        own = len(attribution.credits) - len(credits)
        return Identified(None, None, None, site, _nothing(shelf, own))
    terms_name = given.terms.publisher.name if given.terms and given.terms.publisher else None
    found = found or Found(Rung.TERMS_GIVEN, None, terms_name)
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
    original = Original(
        url=untracked(found.url) if found.url else None,
        publisher=name,
        rung=found.rung,
        chain=chain,
        authors=_authors(article, attribution),
        contradictions=contradictions(found.url, article, credits, site),
        also_known_as=_other_names(name, shelf),
    )
    return Identified(original, terms, _target(found, terms, article, credits), site, None)


def _given(given: Given) -> Found | None:
    if given.original is None:
        return None
    return Found(Rung.MAP if given.mapped else Rung.GIVEN, given.original, None)


def _reproduces(article: Article) -> bool:
    """Whether there is any text of an article, and not only a title and metadata that point elsewhere."""
    return any(block.hidden is None and block.end > block.start and not block.tag.startswith("h") for block in article.blocks)


def _first_publisher(found: Found, credits: list[Credit], shelf: Shelf) -> str | None:
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


def _publisher_name(found: Found, article: Article, credits: list[Credit], shelf: Shelf) -> str | None:
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
            if credit.name and same_source(credit, url, article) and not _is_title(credit.name, article) and credit.name_href is None
        ),
        None,
    )


def _other_names(name: str | None, shelf: Shelf) -> tuple[str, ...]:
    """What else a publisher on the shelf is called."""
    known = shelf.by_name(name) if name else None
    return tuple(other for other in known.publisher.names if other != name) if known and known.publisher else ()


def _is_title(name: str, article: Article) -> bool:
    """What stands in the slot is the article's title, not an outlet's name."""
    return len(name.split()) > 6 or (article.title is not None and name_key(name) in name_key(article.title) and len(name.split()) > 3)


def _is_original(found: Found, name: str | None, article: Article, shelf: Shelf, terms: Terms | None) -> bool:
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


def _target(found: Found, terms: Terms, article: Article, credits: list[Credit]) -> str | None:
    """The address that the terms want linked: on their publisher's site when they have one."""
    if terms.publisher is None or (found.url and (_on(found.url, terms) or found.rung in (Rung.GIVEN, Rung.MAP))):
        return found.url
    urls = (credit_url(credit, article) for credit in credits)
    return next((url for url in urls if url and _on(url, terms) and not is_front(url)), None)


def _authors(article: Article, attribution: Attribution) -> tuple[str, ...]:
    """The authors that the copy's data name; where an outlet follows a name ("Jane Doe, The Gazette") the name alone."""
    claims = article.claimed("front-matter:original_author", "front-matter:original.author", "ld:isBasedOn.author", "entry:author")
    told = [claim.value for claim in claims if not claim.value.startswith("http")]
    people = [byline.name for byline in attribution.bylines if byline.outlet and byline.person]
    return tuple(dict.fromkeys(next((name for name in people if value.startswith(name + ",")), value) for value in told))


def _nothing(shelf: Shelf, own: int) -> str:
    told = " Its credits speak of its own site." if own else ""
    return (
        f"no sign of republication: looked for credit phrases in {shelf.lexicon.languages} languages, "
        f"the names and addresses of {len(shelf.publishers)} publishers, front matter, "
        f"the feed's source, counting pixels, a canonical link and isBasedOn that point to another site.{told}"
    )
