"""The report of a run."""

from typing import NamedTuple

from compliance.model.attribution import Attribution
from compliance.model.finding import Finding
from compliance.model.original import Original
from compliance.model.outcome import ArticleOutcome
from compliance.model.resource import Unread
from compliance.model.terms import Terms


class ArticleReport(NamedTuple):
    """What was found on one article. note: why it is out of scope or in error, and what was looked for.

    language: as the article declares it, or as its words tell. phrased: the rules have phrases of that language; without them names,
    links and marks decide.
    """

    location: str
    entry: str | None
    title: str | None
    language: str | None
    outcome: ArticleOutcome
    original: Original | None
    terms: Terms | None
    attribution: Attribution | None
    findings: tuple[Finding, ...]
    note: str | None
    phrased: bool = True


class Report(NamedTuple):
    """A whole run. complete: false when it was interrupted. rules_digest: which rule files judged."""

    articles: tuple[ArticleReport, ...]
    errors: tuple[Unread, ...]
    rules_digest: str
    complete: bool = True

    @property
    def outcome(self) -> ArticleOutcome:
        """The worst outcome of all articles: fail, then error, review, pass; out-of-scope when none applies."""
        seen = {article.outcome for article in self.articles}
        if self.errors:
            seen.add(ArticleOutcome.ERROR)
        for worst in (ArticleOutcome.FAIL, ArticleOutcome.ERROR, ArticleOutcome.REVIEW, ArticleOutcome.PASS):
            if worst in seen:
                return worst
        return ArticleOutcome.OUT_OF_SCOPE
