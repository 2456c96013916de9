"""All that a check may know: one value in, one verdict out; no file, no network, no clock."""

from typing import NamedTuple

from compliance.model.article import Article
from compliance.model.attribution import Attribution
from compliance.model.lexicon import Lexicon
from compliance.model.original import Original, Republisher
from compliance.model.permission import Permission
from compliance.model.terms import Terms


class Reference(NamedTuple):
    """The original itself, when it was given: what it holds, and what it says of its origin."""

    article: Article
    attribution: Attribution


class Occasion(NamedTuple):
    """Where and when the copy stands. medium: `web`, `feed`, `print`, `newsletter`.

    published: ISO date of the copy, None when nothing tells it. edition: id of the publisher's edition that the original is of.
    today: ISO date of the run, None when nobody asked a clock.
    """

    medium: str = "web"
    published: str | None = None
    edition: str | None = None
    today: str | None = None


class Case(NamedTuple):
    """One article under one set of terms.

    target: address of the article that these terms want linked and shown: the original's, or the intermediate publisher's
    when the terms are theirs; None when nothing tells it.
    declared: the uses that the user declared for the copying site (`non-commercial`, `web`, ...).
    unphrased: the article's language when the rules have no phrases of it, or `unknown`; None when they have.
    declarations: what the user declared of demands that no page shows: kind or `<terms id>/<kind>` to the words, `true` or `false`.
    permissions: the user's records, whoever they are of.
    run: publication days (ISO, `` unknown) of all copies under the same terms in this run; None until all are read.
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
    reference: Reference | None = None
    occasion: Occasion = Occasion()
    declarations: tuple[tuple[str, str], ...] = ()
    permissions: tuple[Permission, ...] = ()
    run: tuple[str, ...] | None = None
