"""The checker under measurement, set up once: the same line that the command runs."""

from functools import cache
from pathlib import Path

from compliance.attribution import Scanner, attribute
from compliance.errors import ReadError
from compliance.model.article import Article
from compliance.model.attribution import Attribution
from compliance.model.report import ArticleReport
from compliance.model.resource import Resource
from compliance.pipeline import Line, Settings
from compliance.read import read
from compliance.terms import Shelf, load_shelf

SHARED = Path(__file__).parents[3] / "shared"


@cache
def shelf() -> Shelf:
    return load_shelf()


@cache
def _scanner() -> Scanner:
    return Scanner(shelf().lexicon, (name for terms in shelf().terms.values() if terms.publisher for name in terms.publisher.names))


def attribution_of(data: bytes, location: str, url: str | None = None) -> tuple[Article, Attribution]:
    """What the first article of a document says of its origin. Raises ReadError."""
    return attribute(read(Resource(location, data, url))[0], _scanner())


def check(data: bytes, location: str, url: str | None = None, *, original: str | None = None, terms: str | None = None) -> ArticleReport | None:
    """The verdict on the first article of a document; None when it cannot be read."""
    line = Line(shelf(), Settings(terms=shelf().terms[terms] if terms else None, original=original))
    try:
        return next(line.check(Resource(location, data, url)), None)
    except ReadError:
        return None
