"""All that a check may know: one value in, one verdict out; no file, no network, no clock."""

from typing import NamedTuple

from compliance.model.article import Article
from compliance.model.attribution import Attribution
from compliance.model.lexicon import Lexicon
from compliance.model.original import Original, Republisher
from compliance.model.terms import Terms


class Case(NamedTuple):
    """One article under one set of terms.

    target: address of the article that these terms want linked and shown: the original's, or the intermediate publisher's
    when the terms are theirs; None when nothing tells it.
    declared: the uses that the user declared for the copying site (`non-commercial`, `web`, ...).
    unphrased: the article's language when the rules have no phrases of it, or `unknown`; None when they have.
    """

    article: Article
    attribution: Attribution
    original: Original
    target: str | None
    republisher: Republisher
    terms: Terms
    lexicon: Lexicon
    declared: tuple[str, ...]
    unphrased: str | None = None
