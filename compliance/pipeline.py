"""The straight line: load, read, attribute, identify, judge. What comes out is a report; how it looks is the report folder's."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from compliance.attribution import Scanner, attribute
from compliance.errors import ReadError
from compliance.identify import Given, identify, occasion, reference_for, with_license
from compliance.judge import finding_of, judge
from compliance.model.article import Article, Zone
from compliance.model.attribution import Attribution
from compliance.model.case import Case, Reference
from compliance.model.finding import Finding
from compliance.model.original import Original, Republisher
from compliance.model.outcome import ArticleOutcome, of_article
from compliance.model.permission import Permission
from compliance.model.report import ArticleReport, Report
from compliance.model.resource import Resource, Unread
from compliance.model.terms import Requirement, Terms
from compliance.read import read
from compliance.requirements import KINDS
from compliance.terms import Shelf
from compliance.text.language import language_of, primary
from compliance.text.names import name_key
from compliance.text.urls import is_front, page_key
from compliance.text.words import unpointed

_SAMPLE = 3000  # characters that tell an article's language


class Settings(NamedTuple):
    """What the user asked for. originals: location to the original's address, from a map file.

    declared: the uses of the copying site. site: its names and hosts. declarations: what no page shows, by kind or `<terms id>/<kind>`.
    permissions: the records of what publishers permitted. original_texts: the originals themselves, as they were given.
    today: ISO date of the run; without it, nothing depends on the day.
    """

    terms: Terms | None = None
    original: str | None = None
    originals: tuple[tuple[str, str], ...] = ()
    declared: tuple[str, ...] = ()
    site: Republisher = Republisher((), ())
    declarations: tuple[tuple[str, str], ...] = ()
    permissions: tuple[Permission, ...] = ()
    original_texts: tuple[Resource, ...] = ()
    today: str | None = None


class Line:
    """The line, set up once for many resources."""

    def __init__(self, shelf: Shelf, settings: Settings) -> None:
        given = settings.terms
        self._shelf = shelf.including(given) if given and shelf.terms.get(given.id) is not given else shelf
        self._settings = settings
        self._scanner = Scanner(shelf.lexicon, (name for names in shelf.publishers for name in names))
        self._originals = dict(settings.originals)
        self._references = tuple(self._reference(article) for resource in settings.original_texts for article in read(resource))
        self._waiting: list[tuple[int, Case]] = []
        self._count = 0

    def _reference(self, article: Article) -> Reference:
        """An original that was given, in the language that its words tell."""
        article, attribution = attribute(article, self._scanner)
        return Reference(article._replace(language=self._language(article, attribution)[0]), attribution)

    def _language(self, article: Article, attribution: Attribution) -> tuple[str | None, bool]:
        """An article's language, as it declares it or as its words tell, and whether there are phrases of it."""
        language = language_of(article.language, _sample(article, attribution), self._shelf.lexicon.common)
        return (article.language if primary(article.language) == language.code else language.code), language.phrased

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
        articles = self._of_the_whole_run(articles)
        return Report(tuple(articles), tuple(errors), self._shelf.digest, complete)

    def check(self, resource: Resource) -> Iterator[ArticleReport]:
        """Judge the articles of one resource. Raises ReadError."""
        for article in read(resource):
            yield self.judge(article)
            self._count += 1

    def _of_the_whole_run(self, articles: list[ArticleReport]) -> list[ArticleReport]:
        """Judge what could not be judged before all articles were read: how many of one publisher's there are."""
        days: dict[str, dict[object, str]] = {}
        for index, case in self._waiting:
            of_terms, key, day = days.setdefault(case.terms.id, {}), _same_original(case) or index, case.occasion.published or ""
            of_terms[key] = min(filter(None, (day, of_terms.get(key, ""))), default="")
        for index, case in self._waiting:
            whole = case._replace(run=tuple(days[case.terms.id].values()))
            findings = tuple(
                finding_of(whole, requirement) if _whole_run(requirement) else finding
                for requirement, finding in zip(case.terms.requirements, articles[index].findings, strict=True)
            )
            articles[index] = _with_findings(articles[index], findings, complete=articles[index].note is None)
        return articles

    def judge(self, article: Article) -> ArticleReport:
        """One article: attribute, identify, judge."""
        settings = self._settings
        article, attribution = attribute(article, self._scanner)
        told, phrased = self._language(article, attribution)
        mapped = self._originals.get(article.location) or self._originals.get(article.url or "")
        given = Given(settings.terms, settings.original or mapped, mapped is not None and settings.original is None, settings.site)
        found = identify(article, attribution, self._shelf, given)
        if found.original is None or found.terms is None:
            outcome = ArticleOutcome.ERROR if article.incomplete else ArticleOutcome.OUT_OF_SCOPE
            note = f"could not be read whole: {article.incomplete}; {found.note}" if article.incomplete else found.note
            return ArticleReport(article.location, article.entry, article.title, told, outcome, None, None, attribution, (), note, phrased)
        unknown = None if phrased else told or "unknown"
        spoken = article._replace(language=told)
        reference = reference_for(self._references, found.target, spoken)
        case = Case(
            article=spoken,
            attribution=attribution,
            original=_with_authors(found.original, reference),
            target=found.target,
            republisher=found.republisher,
            terms=with_license(found.terms, reference, self._shelf),
            lexicon=self._shelf.lexicon,
            declared=settings.declared,
            unphrased=unknown,
            reference=reference,
            occasion=occasion(spoken, found.target, found.terms, settings.declared, settings.today),
            declarations=settings.declarations,
            permissions=settings.permissions,
        )
        findings = judge(case)
        if any(_whole_run(requirement) for requirement in case.terms.requirements):
            several = any(requirement.parts for requirement in case.terms.requirements if _whole_run(requirement))
            self._waiting.append((self._count, case if several else case._replace(article=_without_text(spoken))))
        outcome = of_article([(finding.obligation, finding.outcome) for finding in findings], complete=article.incomplete is None)
        note = f"could not be read whole: {article.incomplete}" if article.incomplete else None
        identity = (article.location, article.entry, article.title, told)
        return ArticleReport(*identity, outcome, case.original, case.terms, attribution, findings, note, phrased)


def _with_authors(original: Original, reference: Reference | None) -> Original:
    """What the original's own page tells of its authors counts before what the copy's metadata tells."""
    authors = reference.attribution.authors if reference else ()
    return original._replace(authors=authors) if authors else original


def _whole_run(requirement: Requirement) -> bool:
    return any(KINDS[kind].whole_run for kind in requirement.kinds)


def _same_original(case: Case) -> object:
    """What two copies of one article have in common, as its page and its feed's entry: the original's address, else their title."""
    told = page_key(case.target) if case.target and not is_front(case.target) else None
    return told or name_key(case.article.title or "") or None


def _without_text(article: Article) -> Article:
    """What is kept of an article until the run is over."""
    return article._replace(text="", blocks=(), links=(), images=(), marks=(), drawings=())


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
    return _with_findings(article, kept, complete=article.outcome is not ArticleOutcome.ERROR and article.note is None)


def _with_findings(article: ArticleReport, findings: tuple[Finding, ...], *, complete: bool) -> ArticleReport:
    """An article with other findings, and what they make of it. complete: it was read whole."""
    return article._replace(findings=findings, outcome=of_article([(finding.obligation, finding.outcome) for finding in findings], complete=complete))
