"""Where and when a copy stands: its medium, the day it was published, and the edition that its original is of."""

import datetime

from compliance.model.article import Article
from compliance.model.case import Occasion
from compliance.model.terms import Edition, Terms
from compliance.text.language import primary

_MEDIA = ("web", "print", "newsletter")
_DATES = ("entry:published", "front-matter:date", "ld:datePublished", "article:published_time", "dc.date", "date")
_EPOCH = 1970
_DAY = len("2026-11-25")


def occasion(article: Article, target: str | None, terms: Terms, declared: tuple[str, ...], today: str | None) -> Occasion:
    """What is known of it. declared: the uses of the copying site; a site that says it prints, and nothing else, is judged as print."""
    return Occasion(_possible_media(article, declared), _published(article), _edition(article, target, terms.editions), today)


def _possible_media(article: Article, declared: tuple[str, ...]) -> tuple[str, ...]:
    """The media in which this copy may stand: all that the site declared, but the web alone for a page with an address of its own."""
    if article.format == "feed":
        return ("feed",)
    media = tuple(use for use in dict.fromkeys(declared) if use in _MEDIA) or ("web",)
    return ("web",) if "web" in media and (article.url or "").startswith(("http:", "https:")) else media


def _published(article: Article) -> str | None:
    """The day that the copy's metadata gives, as an ISO date; an empty field's zeros and the first day of computers' time are none."""
    for claim in article.claimed(*_DATES):
        day = claim.value.strip()[:_DAY].replace("/", "-")
        try:
            told = datetime.date.fromisoformat(day)
        except ValueError:
            continue
        if len(day) == _DAY and told.year > _EPOCH:
            return told.isoformat()
    return None


def _edition(article: Article, target: str | None, editions: tuple[Edition, ...]) -> str | None:
    """The edition whose addresses hold the original's, the longest first, else the only one in the article's language.

    An original that lies at none of an edition's addresses is not of that edition, whatever its language.
    """
    address = (target or "").partition("://")[2].removeprefix("www.")
    held = [(len(each), edition.id) for edition in editions for each in edition.addresses if address == each or address.startswith(each.rstrip("/") + "/")]
    if held:
        return max(held)[1]
    language = primary(article.language)
    speaking = [edition for edition in editions if language and language in edition.languages and not (target and edition.addresses)]
    return speaking[0].id if len(speaking) == 1 else None
