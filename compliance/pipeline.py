"""The straight line: load, read, attribute, identify, judge. What comes out is a report; how it looks is the report folder's."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from compliance.attribution import Scanner, attribute
from compliance.errors import ReadError
from compliance.identify import Given, identify
from compliance.judge import judge
from compliance.model.article import Article, Zone
from compliance.model.attribution import Attribution
from compliance.model.case import Case
from compliance.model.original import Republisher
from compliance.model.outcome import ArticleOutcome, of_article
from compliance.model.report import ArticleReport, Report
from compliance.model.resource import Resource, Unread
from compliance.model.terms import Terms
from compliance.read import read
from compliance.terms import Shelf
from compliance.text.language import language_of, primary
from compliance.text.words import unpointed

_SAMPLE = 3000  # characters that tell an article's language


class Settings(NamedTuple):
    """What the user asked for. originals: location to the original's address, from a map file.

    declared: the uses of the copying site. site: its names and hosts.
    """

    terms: Terms | None = None
    original: str | None = None
    originals: tuple[tuple[str, str], ...] = ()
    declared: tuple[str, ...] = ()
    site: Republisher = Republisher((), ())


class Line:
    """The line, set up once for many resources."""

    def __init__(self, shelf: Shelf, settings: Settings) -> None:
        self._shelf = shelf
        self._settings = settings
        self._scanner = Scanner(shelf.lexicon, (name for terms in shelf.terms.values() if terms.publisher for name in terms.publisher.names))
        self._originals = dict(settings.originals)

    def run(self, resources: Iterable[Resource | Unread]) -> Report:
        """Judge every article of every resource. What cannot be read is an error of the report, and the rest goes on."""
        articles: list[ArticleReport] = []
        errors: list[Unread] = []
        complete = True
        try:
            for resource in resources:
                if isinstance(resource, Unread):
                    errors.append(resource)
                    continue
                try:
                    articles.extend(self.check(resource))
                except ReadError as error:
                    errors.append(Unread(resource.location, error.reason, str(error)))
        except KeyboardInterrupt:
            complete = False
        return Report(tuple(articles), tuple(errors), self._shelf.digest, complete)

    def check(self, resource: Resource) -> Iterator[ArticleReport]:
        """Judge the articles of one resource. Raises ReadError."""
        for article in read(resource):
            yield self.judge(article)

    def judge(self, article: Article) -> ArticleReport:
        """One article: attribute, identify, judge."""
        settings = self._settings
        article, attribution = attribute(article, self._scanner)
        language = language_of(article.language, _sample(article, attribution), self._shelf.lexicon.common)
        told = article.language if primary(article.language) == language.code else language.code
        mapped = self._originals.get(article.location) or self._originals.get(article.url or "")
        given = Given(settings.terms, settings.original or mapped, mapped is not None and settings.original is None, settings.site)
        found = identify(article, attribution, self._shelf, given)
        if found.original is None or found.terms is None:
            outcome = ArticleOutcome.ERROR if article.incomplete else ArticleOutcome.OUT_OF_SCOPE
            note = f"could not be read whole: {article.incomplete}; {found.note}" if article.incomplete else found.note
            return ArticleReport(article.location, article.entry, article.title, told, outcome, None, None, attribution, (), note, language.phrased)
        unknown = None if language.phrased else told or "unknown"
        spoken = article._replace(language=told)
        case = Case(spoken, attribution, found.original, found.target, found.republisher, found.terms, self._shelf.lexicon, settings.declared, unknown)
        findings = judge(case)
        outcome = of_article([(finding.obligation, finding.outcome) for finding in findings], complete=article.incomplete is None)
        note = f"could not be read whole: {article.incomplete}" if article.incomplete else None
        identity = (article.location, article.entry, article.title, told)
        return ArticleReport(*identity, outcome, found.original, found.terms, attribution, findings, note, language.phrased)


def _sample(article: Article, attribution: Attribution) -> str:
    """Some of the article's paragraphs in canonical form: enough to tell its language by."""
    parts: list[str] = []
    length = 0
    for block in article.blocks:
        if block.zone is Zone.BODY and length < _SAMPLE:
            parts.append(attribution.folded[block.start : block.end])
            length += block.end - block.start
    return unpointed(" ".join(parts)[:_SAMPLE])[0]


def selected(article: ArticleReport, select: tuple[str, ...], ignore: tuple[str, ...]) -> ArticleReport:
    """An article judged by some kinds only: those selected (none: all), without those ignored."""
    if not article.findings:
        return article
    kept = tuple(finding for finding in article.findings if (not select or finding.kind in select) and finding.kind not in ignore)
    complete = article.outcome is not ArticleOutcome.ERROR and article.note is None
    return article._replace(findings=kept, outcome=of_article([(finding.obligation, finding.outcome) for finding in kept], complete=complete))
