"""grant-scope: the permission reaches this article.

What it asks: a publisher can permit only what it holds. When the article was first published by somebody else, the
publisher's terms do not cover it, and a person must find out whose permission is needed. Some publishers take single
articles out by a mark on them.

Option exclude: the marks that take an article out of the permission, such as "All Rights Reserved" or an agency's name.

Passes:
  own-article  the first publisher is the one whose terms apply
Needs a person:
  third-party  the copy credits The Duran as the first publisher, and the terms are Mondialisation.ca's
  excluded     exclude = ["Reuters"], and the copy, or the original that was given, carries the mark: in a line, a dateline, as its author
  unknown      nothing tells who published the article first
"""

from collections.abc import Mapping
from typing import Any

from compliance.model.article import PROSE, Article, Zone, counts
from compliance.model.attribution import Attribution
from compliance.model.case import Case
from compliance.model.finding import Evidence, Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.original import Rung
from compliance.model.outcome import Outcome
from compliance.text.names import mentions, names_in, same_name
from compliance.text.patterns import lazy
from compliance.weighing import looking
from compliance.weighing.remedies import publisher_of

REASONS = {
    "own-article": Reason(Outcome.PASS, "The article is {publisher}'s own."),
    "third-party": Reason(
        Outcome.REVIEW, "{first} published the article first; the permission of {publisher} covers its own articles only.", "Has {first} permitted this copy?"
    ),
    "excluded": Reason(
        Outcome.REVIEW, "{where} carries a mark that takes it out of the permission of {publisher}: {mark}.", "Does this mark speak of the article as a whole?"
    ),
    "unknown": Reason(Outcome.REVIEW, "Nothing in the copy tells who published the article first.", "Did {publisher} publish this article first?"),
}

OPTIONS = {"exclude": Option(tuple, (), (), 'marks that take an article out of the permission, such as "Reuters"')}

_DATELINE = 60  # characters before an agency's name in a dateline
_DASH = lazy(r"(?:/\w+)?(?:[)\]]|\s?[-–—]\s)")


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Compare the first publisher with the one whose terms apply."""
    marked = _marked(case, options["exclude"])
    if marked:
        where, mark, place = marked
        return Verdict(Outcome.REVIEW, "excluded", (place,), details=(("publisher", publisher_of(case)), ("where", where), ("mark", mark)))
    first = case.original.publisher
    details = (("publisher", publisher_of(case)), ("first", first or "somebody else"))
    if first is None or case.original.rung is Rung.TERMS_GIVEN:
        return Verdict(Outcome.REVIEW, "unknown", details=details)
    if looking.name_match(case, first) in (looking.EXACT, looking.WEAK):
        evidence = tuple(looking.of_credit(credit, "match") for credit in case.attribution.credits if credit.name and same_name(credit.name, first))[:1]
        return Verdict(Outcome.PASS, "own-article", evidence, details=details)
    third: tuple[Evidence, ...] = tuple(
        looking.of_credit(credit, "context") for credit in case.attribution.credits if credit.name and same_name(credit.name, first)
    )[:1]
    return Verdict(Outcome.REVIEW, "third-party", third, details=details)


def _marked(case: Case, marks: tuple[str, ...]) -> tuple[str, str, Evidence] | None:
    """Where a mark stands in the copy, or in the original: in the article's own zones, or as its author."""
    pages = [("The copy", case.article, case.attribution)]
    if case.reference:
        pages.append(("The original", case.reference.article, case.reference.attribution))
    for where, article, attribution in pages:
        for mark in marks:
            place = _in_text(article, attribution.folded, mark) or _as_author(attribution, mark)
            if place:
                return where, mark, place
    return None


def _in_text(article: Article, folded: str, mark: str) -> Evidence | None:
    """A mark in a line of its own, in a caption, or in a dateline: "LONDON (Reuters) - ...". In prose it is only spoken of."""
    for start in names_in(folded, mark):
        block = article.blocks[article.block_at(start)]
        opens = start - block.start <= _DATELINE and _DASH.match(folded, start + len(mark))
        if (opens or block.end - block.start < PROSE) and (counts(block.zone, block.hidden) or block.zone is Zone.CAPTION):
            return looking.of_place(article, start, start + len(mark), "near-miss")
    return None


def _as_author(attribution: Attribution, mark: str) -> Evidence | None:
    """A mark in the name of an author that the metadata tells: feeds and front matter name an agency there."""
    told = (byline for byline in attribution.bylines if byline.zone is Zone.METADATA and mentions(f"{byline.name} {byline.outlet or ''}", mark))
    return next((Evidence("near-miss", byline.zone, byline.name, None, byline.line) for byline in told), None)


GRANT_SCOPE = Kind(
    name="grant-scope",
    title="The permission reaches this article",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
)
