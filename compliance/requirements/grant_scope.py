"""grant-scope: the permission reaches this article.

What it asks: a publisher can permit only what it holds. When the article was first published by somebody else, the
publisher's terms do not cover it, and a person must find out whose permission is needed.

Passes:
  own-article  the first publisher is the one whose terms apply
Needs a person:
  third-party  the copy credits The Duran as the first publisher, and the terms are Mondialisation.ca's
  unknown      nothing tells who published the article first
"""

from collections.abc import Mapping
from typing import Any

from compliance.model.case import Case
from compliance.model.finding import Evidence, Verdict
from compliance.model.kind import Kind, Reason
from compliance.model.original import Rung
from compliance.model.outcome import Outcome
from compliance.requirements import looking
from compliance.requirements.remedies import publisher_of
from compliance.text.names import same_name

REASONS = {
    "own-article": Reason(Outcome.PASS, "The article is {publisher}'s own."),
    "third-party": Reason(
        Outcome.REVIEW, "{first} published the article first; the permission of {publisher} covers its own articles only.", "Has {first} permitted this copy?"
    ),
    "unknown": Reason(Outcome.REVIEW, "Nothing in the copy tells who published the article first.", "Did {publisher} publish this article first?"),
}


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Compare the first publisher with the one whose terms apply."""
    first = case.original.publisher
    details = (("publisher", publisher_of(case)), ("first", first or "somebody else"))
    if first is None or case.original.rung is Rung.TERMS_GIVEN:
        return Verdict(Outcome.REVIEW, "unknown", details=details)
    if looking.name_match(case, first) in (looking.EXACT, looking.WEAK):
        evidence = tuple(looking.of_credit(credit, "match") for credit in case.attribution.credits if credit.name and same_name(credit.name, first))[:1]
        return Verdict(Outcome.PASS, "own-article", evidence, details=details)
    place: tuple[Evidence, ...] = tuple(
        looking.of_credit(credit, "context") for credit in case.attribution.credits if credit.name and same_name(credit.name, first)
    )[:1]
    return Verdict(Outcome.REVIEW, "third-party", place, details=details)


GRANT_SCOPE = Kind(
    name="grant-scope",
    title="The permission reaches this article",
    manual=__doc__ or "",
    options={},
    reasons=REASONS,
    check=check,
)
