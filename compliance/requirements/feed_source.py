"""feed-source: an entry of a feed names its source.

What it asks: the entry of a feed that carries the copy says in the feed's own words where it comes from: by a source element that
names the publisher or leads to its site, by a via link, by Dublin Core's source, or by its own link when that leads to the
original. A credit in the entry's text is asked by other kinds.

Passes:
  named            <source url="https://theduran.com/feed/">The Duran</source>
  linked           <link rel="via" href="https://theduran.com/aleppo-base/"/>, <dc:source>https://theduran.com/aleppo-base/</dc:source>
  own-link         the entry's own link leads to the original
Fails:
  absent           the entry names no source
  other-source     <source url="https://copy.example/feed">Copying Site</source>
  placeholder      <source url="">[source name]</source>, a via link to #
Needs a person:
  similar-name     <source>The Duran Gazette</source> when the publisher is The Duran
  lookalike-name   <source>The Durаn</source> with a letter of another script
  unknown-publisher the entry names a source, and nothing tells who published the article
Cannot be tested:
  incomplete-input the feed could not be read whole, and what was read names no source
Does not apply:
  not-a-feed       a page, a Markdown file, a plain text
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from compliance.model.article import Claim, Zone
from compliance.model.case import Case
from compliance.model.finding import Evidence, Searched, Verdict
from compliance.model.kind import Kind, Reason
from compliance.model.outcome import Outcome
from compliance.text.unfilled import unfilled
from compliance.text.urls import is_placeholder, resolve, same_page
from compliance.weighing import looking
from compliance.weighing.remedies import publisher_of
from compliance.weighing.remedy_tags import source_element

REASONS = {
    "named": Reason(Outcome.PASS, "The entry's source names {publisher}."),
    "linked": Reason(Outcome.PASS, "The entry's {field} leads to {publisher}."),
    "own-link": Reason(Outcome.PASS, "The entry's own link leads to the original article."),
    "absent": Reason(Outcome.FAIL, "The feed's entry names no source."),
    "other-source": Reason(Outcome.FAIL, "The feed's entry names {value} as its source, not {publisher}."),
    "placeholder": Reason(Outcome.FAIL, "The source of the feed's entry is a slot that nobody filled ({value})."),
    "similar-name": Reason(
        Outcome.REVIEW, "The feed's entry names {value} as its source; the publisher is {publisher}.", "Is {value} the publisher {publisher}?"
    ),
    "lookalike-name": Reason(
        Outcome.REVIEW, "The feed's entry names {value} as its source, which only looks like {publisher}.", "Is this {publisher}, or somebody in disguise?"
    ),
    "unknown-publisher": Reason(
        Outcome.REVIEW, "The feed's entry names {value} as its source; nothing tells who published the article.", "Did {value} publish the article?"
    ),
    "incomplete-input": Reason(Outcome.UNTESTED, "The feed could not be read whole; no source was found in what was read."),
    "not-a-feed": Reason(Outcome.INAPPLICABLE, "This is no entry of a feed."),
}
_ORDER = ("named", "linked", "own-link", "similar-name", "lookalike-name", "unknown-publisher", "placeholder", "other-source")
_NAMES = ("entry:source-title", "entry:dc-source")
_LINKS = ("entry:source-link", "entry:via", "entry:canonical", "entry:original-link", "entry:dc-source", "entry:dc-isversionof")
_MATCHES = {looking.EXACT: "named", looking.SIMILAR: "similar-name", looking.WEAK: "named", looking.LOOKALIKE: "lookalike-name"}


class _Seen(NamedTuple):
    reason: str
    claim: Claim


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Weigh what the entry's own elements say of a source, and answer with the best of it."""
    if case.article.format != "feed":
        return Verdict(Outcome.INAPPLICABLE, "not-a-feed")
    seen = [_Seen(reason, claim) for claim in case.article.claimed(*_NAMES) if (reason := _name(case, claim.value))]
    seen += [_Seen(reason, claim) for claim in case.article.claimed(*_LINKS) if (reason := _link(case, claim.value))]
    seen += [_Seen("own-link", claim) for claim in case.article.claimed("entry:link") if same_page(resolve(claim.value), case.target)]
    best = min(seen, key=lambda found: _ORDER.index(found.reason), default=None)
    reason = best.reason if best else "absent"
    if case.article.incomplete and REASONS[reason].outcome is Outcome.FAIL:
        reason = "incomplete-input"
    details = {"publisher": publisher_of(case)}
    evidence: tuple[Evidence, ...] = ()
    if best:
        field = best.claim.name.removeprefix("entry:")
        details |= {"value": best.claim.value, "field": field}
        role = "match" if REASONS[reason].outcome is Outcome.PASS else "near-miss"
        evidence = (Evidence(role, Zone.METADATA, f"{field}: {best.claim.value[:200]}", None, best.claim.line),)
    return Verdict(REASONS[reason].outcome, reason, evidence, Searched((Zone.METADATA,), looking.wanted_names(case)), tuple(details.items()))


def _name(case: Case, value: str) -> str | None:
    """What a source's name is worth; None for an address."""
    if "://" in value:
        return None
    if unfilled(value):
        return "placeholder"
    match = looking.name_match(case, value)
    if match:
        return _MATCHES[match]
    return "other-source" if looking.wanted_names(case) or looking.wanted_domains(case) else "unknown-publisher"


def _link(case: Case, value: str) -> str | None:
    """What a source's address is worth; None for a name."""
    url = resolve(value)
    if is_placeholder(value) and (url or value.isascii()):
        return "placeholder"
    if url is None:
        return None
    if (case.target and same_page(url, case.target)) or looking.on_wanted_site(case, url) or looking.bears_wanted_name(case, url):
        return "linked"
    return "other-source" if looking.wanted_names(case) or looking.wanted_domains(case) else "unknown-publisher"


FEED_SOURCE = Kind(
    name="feed-source",
    title="An entry of a feed names its source",
    manual=__doc__ or "",
    options={},
    reasons=REASONS,
    check=check,
    remedy=source_element,
)
