"""What is known of the original besides its address and its authors: its title, and the day of its first publication."""

from compliance.model.article import Article, Zone, counts
from compliance.model.case import Case
from compliance.text.dates import find_dates, iso_day
from compliance.text.words import fold

_DATES = ("ld:datePublished", "article:published_time", "entry:published", "front-matter:date", "dc.date", "date")
_SAID_DATES = tuple(
    f"front-matter:{key}"
    for key in (
        "original_date", "original_published", "original_publish_date", "originally_published", "first_published", "original.date", "source_date",
        "source.date",
    )
)  # fmt: skip
_SAID_TITLES = ("ld:isBasedOn.name", "ld:translationOfWork.name", "front-matter:original_title", "front-matter:original.title")


def titles(case: Case) -> tuple[str, ...]:
    """The original's title, as it bears it itself, else as the copy's data name it; none when nothing tells it."""
    own = case.reference.article.title if case.reference else None
    told = [own] if own else [claim.value for claim in case.article.claimed(*_SAID_TITLES)]
    return tuple(dict.fromkeys(told))


def days(case: Case) -> tuple[str, ...]:
    """The days (ISO) on which the original may have appeared first: by itself, else by the copy's data; none when nothing tells."""
    if case.reference:
        return _days(case.reference.article, _DATES) or _shown(case, case.reference.article)
    return _days(case.article, (*_SAID_DATES, "ld:isBasedOn.datePublished", "ld:translationOfWork.datePublished"))


def _days(article: Article, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(day for claim in article.claimed(*names) if (day := iso_day(claim.value))))


def _shown(case: Case, article: Article) -> tuple[str, ...]:
    """The dates that stand in an article's head."""
    folded = fold(article.text)
    heads = [block for block in article.blocks if block.zone is Zone.HEAD and counts(block.zone, block.hidden)]
    found = [date for block in heads for date in find_dates(folded, case.lexicon.months, block.start, block.end) if date.whole]
    return tuple(dict.fromkeys(reading for date in found for reading in date.readings))
