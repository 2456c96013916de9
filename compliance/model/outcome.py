"""The outcomes of a finding and of an article, and how findings decide an article.

Source of the five finding outcomes: W3C EARL 1.0, "OutcomeValue".
"""

from collections.abc import Iterable
from enum import StrEnum


class Outcome(StrEnum):
    """What came of one requirement on one article."""

    PASS = "pass"  # noqa: S105 - an outcome, not a password
    FAIL = "fail"
    REVIEW = "review"
    UNTESTED = "untested"
    INAPPLICABLE = "inapplicable"


class ArticleOutcome(StrEnum):
    """What came of one article."""

    PASS = "pass"  # noqa: S105 - an outcome, not a password
    FAIL = "fail"
    REVIEW = "review"
    ERROR = "error"
    OUT_OF_SCOPE = "out-of-scope"


class Obligation(StrEnum):
    """How strongly the terms ask for something. It is no severity: `--fail-on` decides what stops a build."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


def of_article(findings: Iterable[tuple[Obligation, Outcome]], *, complete: bool) -> ArticleOutcome:
    """Decide an article from its findings, given as (obligation, outcome).

    An article that was not read whole is `error` unless a `must` failed on what was read. A pass takes at least one
    `must` that passed: nought of nought is no proof.
    """
    musts = {outcome for obligation, outcome in findings if obligation is Obligation.MUST}
    if Outcome.FAIL in musts:
        return ArticleOutcome.FAIL
    if not complete:
        return ArticleOutcome.ERROR
    if Outcome.REVIEW in musts or Outcome.PASS not in musts:
        return ArticleOutcome.REVIEW
    return ArticleOutcome.PASS
