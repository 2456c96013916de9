"""canonical-link: the copy tells search engines that the original is the page to show.

What it asks: the head of the copy's page holds <link rel="canonical"> with the address of the original article. Addresses in
other clothes are the same page (see original-link). Only the page itself is read: a canonical link that a server sends as a
header (Link) is not seen.

Passes:
  set              <link rel="canonical" href="https://theduran.com/aleppo-base/">
Fails:
  absent           the head holds no canonical link
  self             the canonical link leads to the copy itself, or to another page of the copying site
  homepage-only    <link rel="canonical" href="https://theduran.com/">
  other-article    it leads to another page of the publisher
  other-site       it leads to neither the publisher nor the copying site
  placeholder      <link rel="canonical" href="{{ canonical }}">
  several          two canonical links lead to two pages: search engines heed neither
Needs a person:
  in-body          the right link stands in the body of the page, as supplied markup often does: search engines do not heed it there
  front-matter     canonical_url: https://theduran.com/aleppo-base/ in a Markdown file; the theme may print it
  unknown-original the address of the original is not known, and the link leads to a page that may be it
Cannot be tested:
  source-only      a Markdown file without such a key: the theme writes the head, often with the page's own address
  fragment         a piece of a page, without its head
  incomplete-input the page could not be read whole, and what was read holds no canonical link
Does not apply:
  not-a-page       a feed or a plain text has no head
"""

from collections.abc import Mapping
from typing import Any

from compliance.model.article import Claim, Zone
from compliance.model.case import Case
from compliance.model.finding import Evidence, Verdict
from compliance.model.kind import Kind, Reason
from compliance.model.outcome import Outcome
from compliance.text.urls import host_of, is_front, is_placeholder, page_key, resolve, same_house, same_page
from compliance.weighing import looking
from compliance.weighing.heads import why_headless
from compliance.weighing.remedy_tags import canonical_tag

REASONS = {
    "set": Reason(Outcome.PASS, "The canonical link leads to the original article."),
    "absent": Reason(Outcome.FAIL, "The page has no canonical link."),
    "self": Reason(Outcome.FAIL, "The canonical link leads to the copying site itself ({href})."),
    "homepage-only": Reason(Outcome.FAIL, "The canonical link leads to the front page or a section of {host}, not to the article."),
    "other-article": Reason(Outcome.FAIL, "The canonical link leads to another page of the publisher ({href})."),
    "other-site": Reason(Outcome.FAIL, "The canonical link leads to {host}, not to the original article."),
    "placeholder": Reason(Outcome.FAIL, "The canonical link leads nowhere ({href})."),
    "several": Reason(Outcome.FAIL, "The page has several canonical links that lead to different pages; search engines heed none of them."),
    "in-body": Reason(
        Outcome.REVIEW,
        "The canonical link leads to the original, but stands in the body of the page, where search engines do not heed it.",
        "Can the link be moved to the head, or are the terms content with its being there?",
    ),
    "front-matter": Reason(
        Outcome.REVIEW, "The front matter names the original as canonical ({href}).", "Does the site's theme make a canonical link in the head of it?"
    ),
    "unknown-original": Reason(
        Outcome.REVIEW,
        "The address of the original is not known; the canonical link leads to {href}.",
        "Is this the original article? Give its address with --original and check again.",
    ),
    "source-only": Reason(Outcome.UNTESTED, "The file names no canonical address, and the head is the theme's: check the page as it is published."),
    "fragment": Reason(Outcome.UNTESTED, "This is a piece of a page without its head: check the page as it is published."),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; no canonical link was found in what was read."),
    "not-a-page": Reason(Outcome.INAPPLICABLE, "A feed or a plain text has no head that could hold a canonical link."),
}
_FRONT_MATTER = tuple(
    f"front-matter:{key}" for key in ("canonical_url", "canonicalurl", "canonical-url", "canonical_link", "canonical", "seo.canonical", "seo.canonical_url")
)
_ORDER = ("set", "unknown-original", "placeholder", "homepage-only", "other-article", "self", "other-site")
"""Of several links that lead to one page the first one speaks; of wrong ones the nearest miss."""


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Weigh the canonical links of the head, else what the front matter or the body holds in their place."""
    told = case.article.claimed(*_FRONT_MATTER) if case.article.format == "markdown" else case.article.claimed("canonical")
    in_body = [claim for claim in case.article.claimed("canonical-in-body") if _weigh(case, claim) == "set"]
    if told:
        return _of_head(case, told, in_body)
    if in_body:
        return _verdict(case, "in-body", in_body[0])
    reason = why_headless(case) or ("incomplete-input" if case.article.incomplete else "absent")
    return Verdict(REASONS[reason].outcome, reason, (), looking.searched(case, case.target or ""))


def _of_head(case: Case, told: list[Claim], in_body: list[Claim]) -> Verdict:
    weighed = sorted(((_weigh(case, claim), claim) for claim in told), key=lambda found: _ORDER.index(found[0]))
    reason, best = weighed[0]
    if reason == "set" and case.article.format == "markdown":
        reason = "front-matter"
    others = [claim for other, claim in weighed[1:] if other != weighed[0][0] or _page(case, claim) != _page(case, best)]
    if others:
        reason = "several" if weighed[0][0] in ("set", "unknown-original") else reason
    return _verdict(case, reason, best, *others, *in_body)


def _weigh(case: Case, claim: Claim) -> str:
    """The reason that one canonical link alone would give."""
    if is_placeholder(claim.value):
        return "placeholder"
    url = _address(case, claim)
    if url is None:
        return "self"  # a path without a site
    if case.target and same_page(url, case.target):
        return "set"
    if any(same_house(url, f"https://{host}/") for host in case.republisher.hosts):
        return "self"
    if looking.on_wanted_site(case, url) or looking.bears_wanted_name(case, url):
        if is_front(url):
            return "homepage-only"
        return "other-article" if case.target else "unknown-original"
    return "unknown-original" if case.target is None and not looking.wanted_domains(case) else "other-site"


def _address(case: Case, claim: Claim) -> str | None:
    return resolve(claim.value, case.article.base)


def _page(case: Case, claim: Claim) -> object:
    url = _address(case, claim)
    return page_key(url) if url else claim.value


def _verdict(case: Case, reason: str, best: Claim, *others: Claim) -> Verdict:
    role = "match" if reason == "set" else "near-miss"
    evidence = (_evidence(best, role), *(_evidence(claim, "context") for claim in others))
    url = _address(case, best)
    details = (("href", best.value), ("host", (host_of(url) if url else None) or ""))
    return Verdict(REASONS[reason].outcome, reason, evidence, looking.searched(case, case.target or ""), details)


def _evidence(claim: Claim, role: str) -> Evidence:
    return Evidence(role, Zone.METADATA, claim.name, claim.value, claim.line)


CANONICAL_LINK = Kind(
    name="canonical-link",
    title="The canonical link leads to the original article",
    manual=__doc__ or "",
    options={},
    reasons=REASONS,
    check=check,
    remedy=canonical_tag,
)
