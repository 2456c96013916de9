"""original-link: a hyperlink leads to the original article.

What it asks: in the article's own zones there is a hyperlink that a reader can see and follow, and it leads to the page of
the original article itself. Addresses in other clothes are the same page: scheme, www, port, case of the host, slash at the
end, fragment, tracking parameters, percent-encoding, AMP and mobile hosts, IDN. A look-alike host is another site.

Option target: `article` (default); `either` when the terms are content with the publisher's front page too; `site` when they ask for a
link to the publisher's site, whichever page: the article, the front page, a section, or the page that the credit links.
Option follow: true when search engines must be able to follow it. `rel` with nofollow, ugc or sponsored and a page-wide nofollow break
it, and so does a redirecting address.
Option position: where it must stand: `top` (before the text, where the byline stands, or opening the first paragraph), `first-paragraph`
(in it or above it), `end` (behind the text or closing it).

Passes:
  linked           <a href="https://theduran.com/aleppo-base/?utm_source=x">The Duran</a>
  linked-site      target = "either": <a href="https://theduran.com/">The Duran</a>
Fails:
  misplaced        position = "first-paragraph": the link stands in the third paragraph
  nofollow         follow = true: <a rel="nofollow" href="https://theduran.com/aleppo-base/">The Duran</a>
  page-nofollow    follow = true: <meta name="robots" content="nofollow">
  redirect-script  follow = true: <a href="/out?url=https%3A%2F%2Ftheduran.com%2Faleppo-base%2F">The Duran</a>
  absent           no link to the publisher at all
  placeholder      <a href="#">The Duran</a>, an unfilled slot such as {{post-url}}
  homepage-only    <a href="https://theduran.com/">The Duran</a>
  other-article    the credit links another page of the publisher
  not-a-hyperlink  Source: https://theduran.com/aleppo-base/ as words only
  hidden           <p hidden><a href="https://theduran.com/aleppo-base/">The Duran</a></p>
  empty-anchor     <a href="https://theduran.com/aleppo-base/"></a>
  script-link      <a href="javascript:go()">, <a onclick="location='https://theduran.com/aleppo-base/'">
  outside-article  the link stands in the site's navigation, footer or comments
Needs a person:
  place-unclear    position = "top": the link stands behind the first paragraph, which may be a standfirst
  redirector       the link goes through a redirecting or shortening address
  archived-copy    the link leads to an archived copy of the original
  user-name        <a href="https://someone@theduran.com/aleppo-base/">: a name before the host, as disguised addresses have it
  unknown-original the address of the original is not known, and a link may or may not lead to it
  in-aside         the link stands in a side box
  screen-only      the link is hidden from screen readers (aria-hidden)
  front-matter     preface: "First published in [The Duran](...)" in a Markdown file; the theme may print it
  some-screens     a style sheet hides the link on some screens, or until a script shows it
Cannot be tested:
  incomplete-input the page could not be read whole, and what was read holds no link
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from compliance.model.article import Link, counts
from compliance.model.case import Case
from compliance.model.finding import Evidence, Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.text.urls import (
    embedded,
    host_of,
    is_archive,
    is_front,
    is_placeholder,
    is_shortener,
    resolve_written,
    same_house,
    same_page,
    without_user,
)
from compliance.weighing import links, looking, places
from compliance.weighing.remedies import link_block

REASONS = {
    "linked": Reason(Outcome.PASS, "A link leads to the original article."),
    "linked-site": Reason(Outcome.PASS, "A link leads to the publisher's site, which these terms accept."),
    **places.reasons("The link"),
    "nofollow": Reason(Outcome.FAIL, "The link is closed to search engines (rel: {rel}); the terms want it followed."),
    "page-nofollow": Reason(Outcome.FAIL, "The page closes all its links to search engines ({robots}); the terms want this one followed."),
    "redirect-script": Reason(Outcome.FAIL, "The link goes through a redirecting address ({href}); the terms want a direct one."),
    "absent": Reason(Outcome.FAIL, "No link leads to the original article."),
    "placeholder": Reason(Outcome.FAIL, "The link of the credit leads nowhere ({href})."),
    "homepage-only": Reason(Outcome.FAIL, "The link leads to the front page or a section of {host}, not to the article."),
    "other-article": Reason(Outcome.FAIL, "The credit links another page of the publisher, not the original article."),
    "not-a-hyperlink": Reason(Outcome.FAIL, "The original's address stands there as words, but is no hyperlink."),
    "hidden": Reason(Outcome.FAIL, "The link to the original is hidden ({how}): a reader does not see it."),
    "empty-anchor": Reason(Outcome.FAIL, "The link to the original has no words and no image: there is nothing to click on."),
    "script-link": Reason(Outcome.FAIL, "The way to the original is a script, not a hyperlink."),
    "outside-article": Reason(Outcome.FAIL, "A link to the original stands outside the article only ({zone})."),
    "redirector": Reason(
        Outcome.REVIEW,
        "The link goes through a redirecting address ({href}).",
        "Does this link lead to the original article, and do the terms accept a redirect?",
    ),
    "archived-copy": Reason(
        Outcome.REVIEW, "The link leads to an archived copy of the original.", "Is the original gone, so that an archived copy is the best link?"
    ),
    "user-name": Reason(
        Outcome.REVIEW,
        "The link carries a user name before the host ({href}), as disguised addresses do; a browser opens the original.",
        "Is this link meant so? Readers may be warned of it; the plain address is safer.",
    ),
    "unknown-original": Reason(
        Outcome.REVIEW, "The address of the original is not known; {found}.", "Which page is the original article? Give it with --original and check again."
    ),
    "in-aside": Reason(Outcome.REVIEW, "The link to the original stands in a side box.", "Does this box speak of the article itself?"),
    "screen-only": Reason(
        Outcome.REVIEW, "The link to the original is hidden from screen readers (aria-hidden).", "Is a link that screen readers skip good enough?"
    ),
    "front-matter": Reason(
        Outcome.REVIEW, "The link to the original stands in the front matter.", "Does the site's theme print this line of the front matter beside the article?"
    ),
    "some-screens": Reason(
        Outcome.REVIEW, "A style sheet hides the link to the original on some screens, or until a script shows it.", "Do the page's readers see the link?"
    ),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; no link to the original was found in what was read."),
}

OPTIONS = {
    "target": Option(
        str, "article", ("article", "site", "either"), "what must be linked: the article, the publisher's site, or either the article or the front page"
    ),
    "follow": Option(bool, False, (), "search engines must be able to follow it"),
    "position": places.POSITION,
}


_CLOSED = ("nofollow", "ugc", "sponsored")
"""Words of `rel` that tell search engines not to follow a link, or not to count it."""


class _Seen(NamedTuple):
    """A link with what it is worth. `reason` is a key of REASONS."""

    reason: str
    evidence: Evidence
    details: dict[str, str]
    credited: bool = False


# The nearest miss comes first: what is closest to a right link helps most.
_ORDER = (
    "linked", "linked-site", "place-unclear", "in-aside", "screen-only", "some-screens", "front-matter", "redirector", "archived-copy", "user-name",
    "misplaced", "nofollow", "page-nofollow", "redirect-script", "empty-anchor", "hidden", "script-link", "outside-article", "not-a-hyperlink",
    "placeholder", "homepage-only", "other-article", "unknown-original",
)  # fmt: skip


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Weigh every link and every written address, and answer with the best of them."""
    seen = _unresolved(case)
    seen += [_as_wanted(case, link, found, options) for link in case.article.links if (found := _weigh(case, link, options["target"]))]
    seen += _written(case)
    best = min(seen, key=lambda found: _ORDER.index(found.reason), default=None)
    if best and best.reason == "not-a-hyperlink":  # of a linked name and an address in words the link is what a reader follows
        best = next((found for found in seen if found.reason == "homepage-only" and found.credited), best)
    if best is None:
        reason = "incomplete-input" if case.article.incomplete else "absent"
        credit = next((credit for credit in case.attribution.credits if credit.counts and looking.name_match(case, credit.name)), None)
        evidence = (looking.of_credit(credit, "near-miss"),) if credit else ()
        return Verdict(REASONS[reason].outcome, reason, evidence, looking.searched(case, case.target or ""))
    reason = "incomplete-input" if case.article.incomplete and REASONS[best.reason].outcome is Outcome.FAIL else best.reason
    return Verdict(REASONS[reason].outcome, reason, (best.evidence,), looking.searched(case, case.target or ""), tuple(best.details.items()))


def _weigh(case: Case, link: Link, target: str) -> _Seen | None:
    if looking.in_terms(case, link.start):
        return None
    block = case.article.blocks[link.block]
    url = links.address(case, link)
    details = {"href": link.href or "", "how": link.hidden or "", "zone": block.zone.value, "host": (host_of(url) if url else None) or ""}
    if case.target and same_page(url, case.target):
        reason = links.placed(case, link, "linked")
    elif case.target and url and (disguise := _disguised(url, case.target)):
        reason = disguise
        if not counts(block.zone, link.hidden):
            return None
    elif case.target and links.scripted(link, case.target):
        reason = "script-link"
    else:
        return _other(case, link, url, target, details)
    role = "match" if reason == "linked" else "near-miss"
    return _Seen(reason, looking.of_link(case.article, link, role), details)


def _disguised(url: str, target: str) -> str | None:
    """By what detour an address leads to the target, None when it does not."""
    if same_page(embedded(url), target):
        return "archived-copy" if is_archive(url) else "redirector"
    return "user-name" if same_page(without_user(url), target) else None


def _as_wanted(case: Case, link: Link, found: _Seen, options: Mapping[str, Any]) -> _Seen:
    """What else the terms ask of a link that leads to the right page: that it can be followed, and where it stands."""
    reason, details = found.reason, found.details
    if reason == "redirector" and options["follow"] and not is_shortener(links.address(case, link) or ""):
        reason = "redirect-script"
    if reason in ("linked", "linked-site") and options["follow"]:
        rel = " ".join(word for word in _CLOSED if word in link.rel.split())
        robots = next((claim.value for claim in case.article.claimed("robots", "front-matter:robots") if _closes(claim.value)), "")
        reason = "nofollow" if rel else "page-nofollow" if robots else reason
        details = details | {"rel": rel, "robots": robots}
    if reason in ("linked", "linked-site"):
        reason = places.judged(case, reason, options["position"], link.start, link.end)
        details = details | {"position": places.in_words(options["position"])}
    if reason == found.reason:
        return found
    return found._replace(reason=reason, details=details, evidence=found.evidence._replace(role="near-miss"))


def _closes(robots: str) -> bool:
    """Whether a page's word to search engines closes its links."""
    return not {"nofollow", "none"}.isdisjoint(robots.lower().replace(",", " ").split())


def _other(case: Case, link: Link, url: str | None, target: str, details: dict[str, str]) -> _Seen | None:
    """A link that does not lead to the original: a near miss when it stands for the credit or leads to the publisher."""
    block = case.article.blocks[link.block]
    if not counts(block.zone, link.hidden):
        return None
    credited = links.in_credit(case, link)
    evidence = looking.of_link(case.article, link, "near-miss")
    if is_placeholder(link.href):
        if link.script and not is_placeholder(link.script) and credited:
            return _Seen("script-link", evidence, details)
        return _Seen("placeholder", evidence, details) if credited else None
    if url is None:
        href = (link.href or "").strip().lower()
        return _Seen("script-link", evidence, details) if credited and href.startswith("javascript:") else None
    if credited and (is_shortener(url) or links.redirects(case, url) or (embedded(url) and not is_archive(url))):
        return _Seen("redirector", evidence, details)
    if credited and is_archive(url):
        return _Seen("archived-copy", evidence, details)
    if not _on_publishers_site(case, url):
        if case.target is not None or not credited:
            return None
        if is_front(url):
            return _Seen("homepage-only", evidence, details, credited)
        if case.terms.publisher is not None or block.tag == "h1" or same_house(url, case.article.url or ""):
            return None
        return _Seen("unknown-original", evidence, details | {"found": "the credit links this page, which may be it"})
    if target != "article" and (is_front(url) or (target == "site" and credited)) and links.placed(case, link, "linked") == "linked":
        return _Seen("linked-site", looking.of_link(case.article, link, "match"), details)
    if is_front(url):
        return _Seen("homepage-only", evidence, details, credited)
    if case.target:
        return _Seen("other-article", evidence, details) if credited else None
    return _Seen("unknown-original", evidence, details | {"found": "this link leads to a page of the publisher"})


def _on_publishers_site(case: Case, url: str) -> bool:
    if looking.on_wanted_site(case, url):
        return True
    if case.target:
        return same_house(url, case.target)
    return looking.bears_wanted_name(case, url)


def _written(case: Case) -> list[_Seen]:
    """The original's address as words that are no hyperlink."""
    found = []
    for address in case.attribution.addresses:
        if case.target and not address.linked and same_page(address.url, case.target) and counts(address.zone, address.hidden):
            if not looking.in_terms(case, address.start):
                evidence = Evidence("near-miss", address.zone, address.text, None, address.line)
                found.append(_Seen("not-a-hyperlink", evidence, {"href": address.text}))
    for credit in case.attribution.credits:
        if case.target and credit.counts and credit.address and credit.href is None:
            if same_page(resolve_written(credit.address), case.target):
                found.append(_Seen("not-a-hyperlink", looking.of_credit(credit, "near-miss"), {"href": credit.address}))
    return found


def _unresolved(case: Case) -> list[_Seen]:
    """A credit whose link is a slot nobody filled: "[The Duran][source]" without a definition."""
    return [
        _Seen("placeholder", looking.of_credit(credit, "near-miss"), {"href": credit.href or ""})
        for credit in case.attribution.credits
        if credit.counts and credit.href and credit.href.startswith("[")
    ]


ORIGINAL_LINK = Kind(
    name="original-link",
    title="A hyperlink leads to the original article",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
    remedy=link_block,
)
