"""Where and when a copy stands: its medium, the day it was published, and the edition that its original is of."""

from compliance.model.article import Article
from compliance.model.case import Occasion
from compliance.model.terms import Edition, Terms
from compliance.text.language import primary

_MEDIA = ("print", "newsletter")
_DATES = ("entry:published", "front-matter:date", "ld:datePublished", "article:published_time", "dc.date", "date")
_DAY = len("2026-11-25")


def occasion(article: Article, target: str | None, terms: Terms, declared: tuple[str, ...], today: str | None) -> Occasion:
    """What is known of it. declared: the uses of the copying site; a site that says it prints is judged as print."""
    medium = "feed" if article.format == "feed" else next((use for use in declared if use in _MEDIA), "web")
    return Occasion(medium, _published(article), _edition(article, target, terms.editions), today)


def _published(article: Article) -> str | None:
    """The day that the copy's metadata gives, as an ISO date."""
    for claim in article.claimed(*_DATES):
        day = claim.value.strip()[:_DAY].replace("/", "-")
        if len(day) == _DAY and day[4] == day[7] == "-" and (day[:4] + day[5:7] + day[8:]).isdigit():
            return day
    return None


def _edition(article: Article, target: str | None, editions: tuple[Edition, ...]) -> str | None:
    """The edition whose addresses hold the original's, else the only one in the article's language."""
    address = (target or "").partition("://")[2].removeprefix("www.")
    held = [edition for edition in editions if any(address == each or address.startswith(each.rstrip("/") + "/") for each in edition.addresses)]
    if held:
        return held[0].id
    language = primary(article.language)
    speaking = [edition for edition in editions if language and language in edition.languages]
    return speaking[0].id if len(speaking) == 1 else None
