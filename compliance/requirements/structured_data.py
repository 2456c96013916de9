"""structured-data: the page tells machines where the article comes from.

What it asks: the page's linked data (JSON-LD, microdata or RDFa in the words of schema.org) say of the article what the terms ask for,
and say it rightly. It is read by machines only; that readers see a credit too is asked by other kinds.

Option claims: what must be said: `isBasedOn` (the original's address), `license` (the licence of the terms), `copyrightHolder`,
`publisher` (both name the publisher), `author` (the original's), `isAccessibleForFree` (true). Empty means isBasedOn.

Passes:
  stated           {"@type": "NewsArticle", "isBasedOn": "https://theduran.com/aleppo-base/"}
Fails:
  absent           the page holds no linked data about the article
  missing          linked data, and nothing of what is asked for
  other-value      "isBasedOn": "https://theduran.com/", "copyrightHolder": "Copying Site", "isAccessibleForFree": false
Needs a person:
  unconfirmed      an author, or a licence, of which nothing tells whether it is the right one
  unknown-original isBasedOn leads to the publisher, and nothing tells the original's address
Cannot be tested:
  source-only      a Markdown file: the theme writes the linked data
  fragment         a piece of a page, without its head
  incomplete-input the page could not be read whole, and what was read does not say it
Does not apply:
  not-a-page       a feed or a plain text
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from compliance.model.article import Claim, Zone
from compliance.model.case import Case
from compliance.model.finding import Evidence, Searched, Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.text.names import same_name
from compliance.text.urls import is_front, resolve, same_page
from compliance.weighing import looking
from compliance.weighing.heads import why_headless
from compliance.weighing.licensing import compared, wanted_license
from compliance.weighing.remedy_tags import linked_data

REASONS = {
    "stated": Reason(Outcome.PASS, "The page's linked data say it: {claim}."),
    "absent": Reason(Outcome.FAIL, "The page holds no linked data about the article; {claim} is asked for."),
    "missing": Reason(Outcome.FAIL, "The page's linked data do not say {claim}."),
    "other-value": Reason(Outcome.FAIL, "The page's linked data say {claim}: {value}, which is not right."),
    "unconfirmed": Reason(
        Outcome.REVIEW, "The page's linked data say {claim}: {value}; nothing tells whether it is right.", "Is {value} the right {claim} of the original?"
    ),
    "unknown-original": Reason(
        Outcome.REVIEW,
        "The page's linked data say {claim}: {value}; the original's address is not known.",
        "Is this the original article? Give its address with --original and check again.",
    ),
    "source-only": Reason(Outcome.UNTESTED, "A Markdown file holds no linked data of its own: check the page as it is published."),
    "fragment": Reason(Outcome.UNTESTED, "This is a piece of a page without its head: check the page as it is published."),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; {claim} was not found in what was read."),
    "not-a-page": Reason(Outcome.INAPPLICABLE, "A feed or a plain text holds no linked data of a page."),
}
_ORDER = ("other-value", "missing", "unconfirmed", "unknown-original", "stated")
"""Of several claims the worst one speaks."""

_NAMES = {
    "isBasedOn": ("ld:isBasedOn", "ld:isBasedOnUrl", "ld:translationOfWork"),
    "license": ("ld:license",),
    "copyrightHolder": ("ld:copyrightHolder", "ld:copyrightHolder.url"),
    "publisher": ("ld:publisher", "ld:publisher.url", "ld:sourceOrganization", "ld:sourceOrganization.url", "ld:isBasedOn.publisher"),
    "author": ("ld:author",),
    "isAccessibleForFree": ("ld:isAccessibleForFree",),
}
OPTIONS = {"claims": Option(tuple, (), tuple(_NAMES), "what must be said; empty: isBasedOn")}
_TRUE = ("true", "http://schema.org/true", "https://schema.org/true")


class _Told(NamedTuple):
    """One claim's answer. said: where the page says it, None when it does not."""

    reason: str
    claim: str
    said: Claim | None


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Weigh every claim that is asked for, and answer with the worst."""
    asked: tuple[str, ...] = options["claims"] or ("isBasedOn",)
    told = [_weigh(case, claim) for claim in asked]
    worst = min(told, key=lambda found: _ORDER.index(found.reason))
    reason = worst.reason
    if reason == "missing":
        silent = not any(claim.name.startswith("ld:") for claim in case.article.claims)
        reason = (why_headless(case) if silent else None) or ("incomplete-input" if case.article.incomplete else "absent" if silent else "missing")
    role = "match" if reason == "stated" else "near-miss"
    named = [each.said for each in (told if reason == "stated" else [worst]) if each.said]
    evidence = tuple(Evidence(role, Zone.METADATA, f"{claim.name.removeprefix('ld:')}: {claim.value[:200]}", None, claim.line) for claim in named)
    claims = ", ".join(asked) if reason in ("stated", "absent") else worst.claim
    details = (("claim", claims), ("value", worst.said.value[:200] if worst.said else ""))
    return Verdict(REASONS[reason].outcome, reason, evidence, Searched((Zone.METADATA,), asked), details)


def _weigh(case: Case, claim: str) -> _Told:
    """The best of what the page says of one claim; of yes and no, the no."""
    found = [_Told(_VALUES[claim](case, each), claim, each) for each in case.article.claimed(*_NAMES[claim])]
    found.sort(key=lambda told: _ORDER.index(told.reason), reverse=claim != "isAccessibleForFree")
    return found[0] if found else _Told("missing", claim, None)


def _original(case: Case, said: Claim) -> str:
    url = resolve(said.value)
    if url and same_page(url, case.target):
        return "stated"
    open_ = case.target is None and url and not is_front(url) and (looking.on_wanted_site(case, url) or not looking.wanted_domains(case))
    return "unknown-original" if open_ else "other-value"


def _license(case: Case, said: Claim) -> str:
    wanted = wanted_license(case, {})
    stated = next((each.id for each in case.attribution.licenses if each.zone is Zone.METADATA and each.text == said.value[:300]), None)
    if stated is None or wanted.obstacle:
        return "unconfirmed"
    found = compared(case, stated, wanted)
    return "stated" if found == "same" else "unconfirmed" if found in ("no-version", "adapter-license", "which-license") else "other-value"


def _holder(case: Case, said: Claim) -> str:
    rightful = (*case.original.authors, case.original.publisher or "")
    return "stated" if _names_publisher(case, said) or any(name and same_name(name, said.value) for name in rightful) else "other-value"


def _publisher(case: Case, said: Claim) -> str:
    return "stated" if _names_publisher(case, said) else "other-value"


def _names_publisher(case: Case, said: Claim) -> bool:
    url = resolve(said.value)
    return looking.on_wanted_site(case, url) if url else looking.name_match(case, said.value) == looking.EXACT


def _author(case: Case, said: Claim) -> str:
    known = case.original.authors
    shown = [byline.name for byline in case.attribution.bylines if byline.told]
    if any(same_name(name, said.value) for name in known or shown):
        return "stated"
    return "other-value" if known or any(same_name(name, said.value) for name in case.republisher.names) else "unconfirmed"


def _free(case: Case, said: Claim) -> str:
    return "stated" if said.value.strip().lower() in _TRUE else "other-value"


_VALUES: dict[str, Callable[[Case, Claim], str]] = {
    "isBasedOn": _original,
    "license": _license,
    "copyrightHolder": _holder,
    "publisher": _publisher,
    "author": _author,
    "isAccessibleForFree": _free,
}

STRUCTURED_DATA = Kind(
    name="structured-data",
    title="The page's linked data tell the article's origin",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
    remedy=linked_data,
)
