"""The original itself, when it was given, and the licence that it states."""

from compliance.model.article import Article
from compliance.model.case import Reference
from compliance.model.terms import Terms
from compliance.terms import Shelf, take_over
from compliance.text.language import primary
from compliance.text.names import name_key
from compliance.text.urls import resolve, same_page

_ADDRESSES = ("canonical", "og:url", "entry:link", "entry:id")


def reference_for(references: tuple[Reference, ...], target: str | None, article: Article) -> Reference | None:
    """The original of an article among those given: by its address, else by its title.

    One that tells no address may be meant for all, but for those in its own language that share no words with it.
    """
    if len(references) == 1 and not (target and _addresses(references[0].article)):
        return references[0] if _may_be_of(references[0].article, article) else None
    for reference in references:
        if target and any(same_page(address, target) for address in _addresses(reference.article)):
            return reference
    titled = [each for each in references if article.title and each.article.title and name_key(each.article.title) == name_key(article.title)]
    return titled[0] if len(titled) == 1 else None


def _may_be_of(original: Article, copy: Article) -> bool:
    """Whether a text may be the original of another: in another language nothing tells; in the same one, a run of words is in both."""
    if primary(original.language) is None or primary(original.language) != primary(copy.language):
        return True
    whole, own = _letters(original), _letters(copy)
    run = _RUN if own.isascii() else _DENSE_RUN
    return len(own) < run or any(own[start : start + run] in whole for start in range(0, len(own) - run + 1, run // 2))


def _letters(article: Article) -> str:
    return "".join(letter for letter in article.text.casefold() if letter.isalnum())


_RUN = 30  # letters, about six words: two texts of one language do not share them by chance
_DENSE_RUN = 14  # the same where words are short, or a sign is a word


def _addresses(article: Article) -> list[str]:
    told = [article.url, *(claim.value for claim in article.claimed(*_ADDRESSES))]
    return [url for address in told if address and (url := resolve(address, article.base))]


def with_license(terms: Terms, reference: Reference | None, shelf: Shelf) -> Terms:
    """Terms together with the licence that the original's own page states, where the terms leave it to the page."""
    stated = reference.attribution.license if terms.per_article and reference else None
    license_ = shelf.terms.get(stated.id.lower()) if stated else None
    return take_over(terms, license_) if license_ else terms
