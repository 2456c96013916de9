"""noindex: the copy asks search engines not to list it.

What it asks: the head of the copy's page holds a robots tag with noindex (or none). Only the page itself is read: a server that
says it in a header (X-Robots-Tag) is not heard, and neither is robots.txt, which forbids crawling and not listing. Where the
header does it, say so in the configuration: [declared] noindex = "by the header X-Robots-Tag".

Passes:
  set              <meta name="robots" content="noindex, follow">
Fails:
  absent           no robots tag: search engines list the page
  indexable        <meta name="robots" content="index, follow">
Needs a person:
  one-engine       <meta name="googlebot" content="noindex">: the others list the page
  temporary        <meta name="robots" content="unavailable_after: 2026-12-31">: it is listed until then
  front-matter     robots: noindex in a Markdown file; the theme may print it
Cannot be tested:
  source-only      a Markdown file without such a key: the theme writes the head
  fragment         a piece of a page, without its head
  incomplete-input the page could not be read whole, and what was read holds no such tag
Does not apply:
  not-a-page       a feed or a plain text has no head
"""

from collections.abc import Mapping
from typing import Any

from compliance.model.article import Claim, Zone
from compliance.model.case import Case
from compliance.model.finding import Evidence, Searched, Verdict
from compliance.model.kind import Kind, Reason
from compliance.model.outcome import Outcome
from compliance.text.patterns import lazy
from compliance.weighing.heads import why_headless
from compliance.weighing.remedy_tags import robots_tag

REASONS = {
    "set": Reason(Outcome.PASS, "The robots tag keeps the page out of search engines ({content})."),
    "absent": Reason(Outcome.FAIL, "The page has no robots tag: search engines list it."),
    "indexable": Reason(Outcome.FAIL, "The robots tag does not keep the page out of search engines ({content})."),
    "one-engine": Reason(
        Outcome.REVIEW, "Only one search engine is asked not to list the page ({name}).", "Are the terms content with one search engine's leaving it out?"
    ),
    "temporary": Reason(
        Outcome.REVIEW, "Search engines list the page until a day only ({content}).", "Are the terms content with the page's being listed until then?"
    ),
    "front-matter": Reason(
        Outcome.REVIEW, "The front matter says {name}: {content}.", "Does the site's theme make a robots tag with noindex in the head of it?"
    ),
    "source-only": Reason(Outcome.UNTESTED, "The file says nothing to search engines, and the head is the theme's: check the page as it is published."),
    "fragment": Reason(Outcome.UNTESTED, "This is a piece of a page without its head: check the page as it is published."),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; no robots tag was found in what was read."),
    "not-a-page": Reason(Outcome.INAPPLICABLE, "A feed or a plain text has no head that could hold a robots tag."),
}
_ENGINES = ("googlebot", "googlebot-news", "bingbot", "yandex", "slurp", "baiduspider", "applebot", "duckduckbot")
_SWITCHES = ("front-matter:noindex", "front-matter:no_index", "front-matter:seo.noindex", "front-matter:robotsnoindex")
_WORDS = ("front-matter:robots", "front-matter:seo.robots")
_TRUE = ("true", "yes", "on", "1")
_SEPARATOR = lazy(r"[\s,;]+")


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Read the robots tags together, as search engines do: the strictest word counts."""
    if case.article.format == "markdown":
        return _of_front_matter(case)
    for claims, reason in ((case.article.claimed("robots"), "set"), (case.article.claimed(*_ENGINES), "one-engine")):
        shut = next((claim for claim in claims if _shuts(claim.value)), None)
        if shut:
            return _verdict(reason, shut)
    told = case.article.claimed("robots", *_ENGINES)
    ending = next((claim for claim in told if "unavailable_after" in claim.value.lower()), None)
    if ending:
        return _verdict("temporary", ending)
    robots = next((claim for claim in told if claim.name == "robots"), None)
    if robots:
        return _verdict("indexable", robots)
    return _missing(why_headless(case) or ("incomplete-input" if case.article.incomplete else "absent"))


def _of_front_matter(case: Case) -> Verdict:
    told = [claim for claim in case.article.claimed(*_WORDS) if _shuts(claim.value)]
    told += [claim for claim in case.article.claimed(*_SWITCHES) if claim.value.lower() in _TRUE]
    told += [claim for claim in case.article.claimed("robots") if _shuts(claim.value)]
    return _verdict("front-matter", told[0]) if told else _missing("source-only")


def _shuts(content: str) -> bool:
    return bool({"noindex", "none"} & set(_SEPARATOR.split(content.lower())))


def _verdict(reason: str, claim: Claim) -> Verdict:
    name = claim.name.removeprefix("front-matter:")
    evidence = Evidence("match" if reason == "set" else "near-miss", Zone.METADATA, f"{name}: {claim.value[:200]}", None, claim.line)
    return Verdict(REASONS[reason].outcome, reason, (evidence,), Searched((Zone.METADATA,), ("noindex",)), (("content", claim.value), ("name", name)))


def _missing(reason: str) -> Verdict:
    return Verdict(REASONS[reason].outcome, reason, (), Searched((Zone.METADATA,), ("noindex",)))


NOINDEX = Kind(
    name="noindex",
    title="Search engines are asked not to list the copy",
    manual=__doc__ or "",
    options={},
    reasons=REASONS,
    check=check,
    remedy=robots_tag,
    declarable=True,
)
