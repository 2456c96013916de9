"""publisher-link: a hyperlink leads to the publisher's site.

What it asks: in the article's own zones a hyperlink that a reader can see and follow leads to the publisher's front page or a section
of its site, or a link that stands for the credit leads to any page of it: the article too. A link of the story to another story of
the publisher, which came with the text, is none. With addresses, only they and what lies below them count.

Option addresses: what must be linked, host and path without the scheme ("news.gazette.example", "gazette.example/africa"); empty, the
publisher's domains.
Option position: where it must stand: `top` (before the text), `first-paragraph` (in it or above it), `end` (behind the text).

Passes:
  linked           <a href="https://theduran.com/">The Duran</a>, or a credit that links the article
Fails:
  absent           no link to the publisher's site
  other-page       <p>... as <a href="https://theduran.com/2015/goats/">it wrote in May</a> ...: a link of the story only
  other-address    addresses = ["theduran.com/africa"], and the credit links theduran.com/europe
  misplaced        position = "end": the link stands above the text
  placeholder      <a href="#">The Duran</a>, an unfilled slot such as {{site-url}}
  not-a-hyperlink  "theduran.com" as words only
  hidden           <p hidden><a href="https://theduran.com/">The Duran</a></p>
  empty-anchor     <a href="https://theduran.com/"></a>
  script-link      <a href="javascript:go('theduran.com')">The Duran</a>
  outside-article  the link stands in the site's navigation, footer or comments
Needs a person:
  redirector       the credit's link goes through a redirecting or shortening address
  in-aside         the link stands in a side box
  screen-only      the link is hidden from screen readers (aria-hidden)
  some-screens     a style sheet hides the link on some screens, or until a script shows it
  front-matter     preface: "First published in [The Duran](...)" in a Markdown file; the theme may print it
  place-unclear    position = "top": the link stands behind the first paragraph, which may be a standfirst
  unknown-site     nothing tells which site the publisher's is
Cannot be tested:
  incomplete-input the page could not be read whole, and what was read holds no link
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from compliance.model.article import Link, Zone, counts
from compliance.model.case import Case
from compliance.model.finding import Evidence, Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.text.urls import embedded, host_of, is_archive, is_front, is_placeholder, is_shortener, on_domain, page_key, resolve_written, same_page
from compliance.text.words import occurrences
from compliance.weighing import links, looking, places
from compliance.weighing.remedies import site_link

REASONS = {
    "linked": Reason(Outcome.PASS, "A link leads to the publisher's site ({address})."),
    "absent": Reason(Outcome.FAIL, "No link leads to the publisher's site ({address})."),
    "other-page": Reason(Outcome.FAIL, "Only links of the story lead to the publisher's site, to other pages of it."),
    "other-address": Reason(Outcome.FAIL, "The link leads to another part of the publisher's site; the terms want {address}."),
    **places.reasons("The link to the publisher's site"),
    "placeholder": Reason(Outcome.FAIL, "The link of the credit leads nowhere ({href})."),
    "not-a-hyperlink": Reason(Outcome.FAIL, "The publisher's address stands there as words, but is no hyperlink."),
    "hidden": Reason(Outcome.FAIL, "The link to the publisher's site is hidden ({how}): a reader does not see it."),
    "empty-anchor": Reason(Outcome.FAIL, "The link to the publisher's site has no words and no image: there is nothing to click on."),
    "script-link": Reason(Outcome.FAIL, "The way to the publisher's site is a script, not a hyperlink."),
    "outside-article": Reason(Outcome.FAIL, "A link to the publisher's site stands outside the article only ({zone})."),
    "redirector": Reason(Outcome.REVIEW, "The link goes through a redirecting address ({href}).", "Does this link lead to the publisher's site?"),
    "in-aside": Reason(Outcome.REVIEW, "The link to the publisher's site stands in a side box.", "Does this box speak of the article itself?"),
    "screen-only": Reason(
        Outcome.REVIEW,
        "The link to the publisher's site is hidden from screen readers (aria-hidden).",
        "Is a link that screen readers skip good enough?",
    ),
    "some-screens": Reason(
        Outcome.REVIEW,
        "A style sheet hides the link to the publisher's site on some screens, or until a script shows it.",
        "Do the page's readers see the link?",
    ),
    "front-matter": Reason(
        Outcome.REVIEW,
        "The link to the publisher's site stands in the front matter.",
        "Does the site's theme print this line of the front matter beside the article?",
    ),
    "unknown-site": Reason(Outcome.REVIEW, "Nothing tells which site is the publisher's.", "Does a link beside the article lead to the publisher's site?"),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; no link to the publisher's site was found in what was read."),
}
OPTIONS = {
    "addresses": Option(tuple, (), (), 'what must be linked, as "gazette.example/africa"; empty: the publisher\'s domains'),
    "position": places.POSITION,
}
_ORDER = (
    "linked", "place-unclear", "in-aside", "screen-only", "some-screens", "front-matter", "redirector", "misplaced", "empty-anchor", "hidden", "script-link",
    "outside-article", "not-a-hyperlink", "placeholder", "other-address", "other-page",
)  # fmt: skip


class _Seen(NamedTuple):
    """A link, or an address in words, and what it is worth."""

    reason: str
    evidence: Evidence
    how: str = ""


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Weigh every link, then the hosts that stand there as words, and answer with the best of them."""
    addresses: tuple[str, ...] = options["addresses"]
    wanted = addresses or looking.wanted_domains(case)
    seen = [found for link in case.article.links if (found := _weigh(case, link, addresses, options["position"]))]
    seen += [] if any(each.reason == "linked" for each in seen) else _written(case, wanted)
    best = min(seen, key=lambda each: _ORDER.index(each.reason), default=None)
    reason = best.reason if best else "absent" if wanted else "unknown-site"
    if case.article.incomplete and REASONS[reason].outcome is Outcome.FAIL:
        reason = "incomplete-input"
    evidence = best.evidence if best else None
    details = {
        "address": " or ".join(wanted),
        "href": (evidence.href if evidence else None) or "",
        "how": best.how if best else "",
        "zone": evidence.zone.value if evidence else "",
        "position": places.in_words(options["position"]),
    }
    remedy = site_link(case, next(iter(wanted), "")) if REASONS[reason].outcome is Outcome.FAIL else None
    return Verdict(REASONS[reason].outcome, reason, (evidence,) if evidence else (), looking.searched(case, *wanted), tuple(details.items()), remedy)


def _weigh(case: Case, link: Link, addresses: tuple[str, ...], position: str) -> _Seen | None:
    if looking.in_terms(case, link.start):
        return None
    url = links.address(case, link)
    credited = links.in_credit(case, link)
    reason = _leads(case, url, addresses, credited=credited) if url else None
    if reason == "linked":
        reason = links.placed(case, link, reason)
    elif not counts(case.article.blocks[link.block].zone, link.hidden):
        return None
    elif credited and url and (is_shortener(url) or links.redirects(case, url) or (embedded(url) and not is_archive(url))):
        reason = "redirector"
    elif credited and is_placeholder(link.href):
        reason = "script-link" if link.script and not is_placeholder(link.script) else "placeholder"
    elif any(links.scripted(link, f"https://{host}/") for host in _hosts(case, addresses)):
        reason = "script-link"
    if reason == "linked":
        reason = places.judged(case, reason, position, link.start, link.end)
    if reason is None:
        return None
    return _Seen(reason, looking.of_link(case.article, link, "match" if reason == "linked" else "near-miss"), link.hidden or "")


def _leads(case: Case, url: str, addresses: tuple[str, ...], *, credited: bool) -> str | None:
    """Whether an address is what the terms want linked, another part of the site, or none of the publisher's."""
    credited = credited or same_page(url, case.target)
    if addresses:
        if any(_below(url, address) for address in addresses):
            return "linked" if credited or any(_front_of(url, address) for address in addresses) else "other-page"
        return "other-address" if looking.on_wanted_site(case, url) and (credited or is_front(url)) else None
    if not looking.on_wanted_site(case, url) and not looking.bears_wanted_name(case, url):
        return None
    return "linked" if credited or is_front(url) else "other-page"


def _below(url: str, address: str) -> bool:
    """Whether an address is another one, or lies below it."""
    key, wanted = page_key(url), page_key(resolve_written(address) or "")
    if key is None or wanted is None or not on_domain(key.host, (wanted.host,)):
        return False
    return key.path == wanted.path or key.path.startswith(wanted.path.rstrip("/") + "/")


def _front_of(url: str, address: str) -> bool:
    """Whether an address is the very page that is wanted, or a front page or section below a wanted host."""
    wanted = resolve_written(address)
    return same_page(url, wanted) or (wanted is not None and is_front(wanted) and is_front(url))


def _hosts(case: Case, addresses: tuple[str, ...]) -> list[str]:
    hosts = [host_of(resolve_written(address) or "") for address in addresses or looking.wanted_domains(case)]
    return [host for host in hosts if host]


def _written(case: Case, wanted: tuple[str, ...]) -> list[_Seen]:
    """The wanted addresses as words that are no hyperlink."""
    found = []
    for address in wanted:
        for at in occurrences(case.attribution.folded, address.lower()):
            block = case.article.blocks[case.article.block_at(at)]
            linked = any(link.start <= at < link.end and link.href for link in case.article.links)
            if counts(block.zone, block.hidden) and not linked and not looking.in_terms(case, at) and case.article.text[max(0, at - 1) : at] != "@":
                written = case.article.text[at : at + len(address)]
                found.append(_Seen("not-a-hyperlink", Evidence("near-miss", Zone(block.zone), written, None, case.article.line_at(at))))
    return found


PUBLISHER_LINK = Kind(
    name="publisher-link",
    title="A hyperlink leads to the publisher's site",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
)
