"""The original itself, when it was given, and the licence that it states."""

from compliance.model.article import Article
from compliance.model.case import Reference
from compliance.model.terms import Terms
from compliance.terms import Shelf, take_over
from compliance.text.names import name_key
from compliance.text.urls import resolve, same_page

_ADDRESSES = ("canonical", "og:url", "entry:link", "entry:id")


def reference_for(references: tuple[Reference, ...], target: str | None, article: Article) -> Reference | None:
    """The original of an article among those given: by its address, else by its title; one that tells no address may be meant for all."""
    if len(references) == 1 and not (target and _addresses(references[0].article)):
        return references[0]
    for reference in references:
        if target and any(same_page(address, target) for address in _addresses(reference.article)):
            return reference
    titled = [each for each in references if article.title and each.article.title and name_key(each.article.title) == name_key(article.title)]
    return titled[0] if len(titled) == 1 else None


def _addresses(article: Article) -> list[str]:
    told = [article.url, *(claim.value for claim in article.claimed(*_ADDRESSES))]
    return [url for address in told if address and (url := resolve(address, article.base))]


def with_license(terms: Terms, reference: Reference | None, shelf: Shelf) -> Terms:
    """Terms together with the licence that the original's own page states, where the terms leave it to the page."""
    stated = reference.attribution.license if terms.per_article and reference else None
    license_ = shelf.terms.get(stated.id.lower()) if stated else None
    return take_over(terms, license_) if license_ else terms
