"""original-url: the address of the original article can be read.

What it asks: in the article's own zones the address of the original article stands as words, so that it survives printing
and copying. Scheme and www may be left out; addresses in other clothes are the same (see original-link).

Option host_only: true when the bare host suffices ("theduran.com"). Also where it is the publisher's very name; not in the midst of prose.

Passes:
  shown            Source: https://theduran.com/aleppo-base/
  host-shown       host_only = true: Source: theduran.com
Fails:
  absent           no address stands there
  href-only        <a href="https://theduran.com/aleppo-base/">The Duran</a>: linked, but not readable
  homepage-only    Source: theduran.com
  other-article    the address of another page of the publisher
  hidden           <span style="display:none">https://theduran.com/aleppo-base/</span>
  outside-article  it stands in the site's navigation, footer or comments
Needs a person:
  truncated        https://theduran.com/aleppo-b… : cut by an ellipsis
  unknown-original an address stands there, and nothing tells whether it is the original's
  in-text          host_only = true: "She read it on theduran.com.": a line in the midst of the story
  in-aside         it stands in a side box
  some-screens     a style sheet hides it on some screens, or until a script shows it
Cannot be tested:
  incomplete-input the page could not be read whole, and what was read holds no address
"""

from collections.abc import Mapping
from typing import Any

from compliance.model.article import PARTLY, PROSE, SOME_SCREENS, Zone, counts
from compliance.model.attribution import Address
from compliance.model.case import Case
from compliance.model.finding import Evidence, Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.text.patterns import lazy
from compliance.text.urls import is_front, page_key, resolve, same_page
from compliance.text.words import fold, occurrences
from compliance.weighing import looking, places
from compliance.weighing.remedies import address_line

REASONS = {
    "shown": Reason(Outcome.PASS, "The address of the original article can be read."),
    "host-shown": Reason(Outcome.PASS, "The publisher's address can be read ({text}), which these terms accept."),
    "absent": Reason(Outcome.FAIL, "The address of the original article stands nowhere as words."),
    "href-only": Reason(Outcome.FAIL, "The original is linked, but its address cannot be read."),
    "homepage-only": Reason(Outcome.FAIL, "Only the address of the publisher's front page can be read, not the article's."),
    "other-article": Reason(Outcome.FAIL, "The address that can be read is another page's of the publisher."),
    "hidden": Reason(Outcome.FAIL, "The address of the original is hidden ({how}): a reader does not see it."),
    "outside-article": Reason(Outcome.FAIL, "The address of the original stands outside the article only ({zone})."),
    "truncated": Reason(Outcome.REVIEW, "The address is cut short: {text}", "Can a reader tell the original's address from this?"),
    "unknown-original": Reason(
        Outcome.REVIEW,
        "The address of the original is not known; {text} can be read.",
        "Is this the original's address? Give it with --original and check again.",
    ),
    "in-text": Reason(Outcome.REVIEW, "The publisher's address stands in a line of the story: “{line}”.", "Does this line say where the article comes from?"),
    "in-aside": Reason(Outcome.REVIEW, "The address of the original stands in a side box.", "Does this box speak of the article itself?"),
    "some-screens": Reason(
        Outcome.REVIEW, "A style sheet hides the original's address on some screens, or until a script shows it.", "Do the page's readers see the address?"
    ),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; the original's address was not found in what was read."),
}
_ORDER = (
    "shown", "host-shown", "truncated", "in-text", "in-aside", "some-screens", "hidden", "outside-article", "href-only", "unknown-original", "other-article",
    "homepage-only",
)  # fmt: skip
OPTIONS = {"host_only": Option(bool, False, (), "the bare host as words suffices")}
_GOES_ON = lazy(r"[.-]\w")
_SHORTEST_STEM = 12  # characters of a cut address beyond its host that make it tell one page


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Weigh every address that is written out, and answer with the best of them."""
    seen: list[tuple[str, Evidence, dict[str, str]]] = []
    for address in case.attribution.addresses:
        reason = None if looking.in_terms(case, address.start) else _weigh(case, address)
        if reason:
            role = "match" if reason == "shown" else "near-miss"
            zone = Zone.HIDDEN if address.hidden and address.hidden not in PARTLY else address.zone
            details = {"how": address.hidden or "", "zone": address.zone.value, "text": address.text}
            seen.append((reason, Evidence(role, zone, address.text, None, address.line), details))
    seen += _bare(case)
    seen += _hosts(case) if options["host_only"] else []
    if not any(reason in ("shown", "host-shown") for reason, _, _ in seen):
        seen += _linked(case)
    if not seen:
        reason = "incomplete-input" if case.article.incomplete else "absent"
        return Verdict(REASONS[reason].outcome, reason, (), looking.searched(case, case.target or ""))
    reason, evidence, details = min(seen, key=lambda found: _ORDER.index(found[0]))
    if case.article.incomplete and REASONS[reason].outcome is Outcome.FAIL:
        reason = "incomplete-input"
    return Verdict(REASONS[reason].outcome, reason, (evidence,), looking.searched(case, case.target or ""), tuple(details.items()))


def _weigh(case: Case, address: Address) -> str | None:
    target = case.target
    if target and same_page(address.url, target) and address.whole:
        return _placed(address)
    if not counts(address.zone, address.hidden):
        return None
    if target and not address.whole:
        return "truncated" if _begins(target, address.url) else None
    if not looking.on_wanted_site(case, address.url) and not looking.bears_wanted_name(case, address.url):
        return None
    if is_front(address.url):
        return "homepage-only"
    return "other-article" if target else "unknown-original"


def _placed(address: Address) -> str:
    if address.hidden == SOME_SCREENS:
        return "some-screens"
    if address.hidden and address.hidden not in PARTLY:
        return "hidden"
    if address.zone is Zone.ASIDE:
        return "in-aside"
    return "shown" if counts(address.zone, None) or address.zone is Zone.CAPTION else "outside-article"


def _begins(target: str, cut: str) -> bool:
    """Whether a cut address is the beginning of the target's, long enough to tell a page."""
    whole, part = page_key(target), page_key(cut)
    return whole is not None and part is not None and whole.host == part.host and len(part.path) >= _SHORTEST_STEM and whole.path.startswith(part.path)


def _bare(case: Case) -> list[tuple[str, Evidence, dict[str, str]]]:
    """The bare host as words. Where it is the publisher's very name ("Mondialisation.ca") it is no address."""
    found = []
    for domain in looking.wanted_domains(case):
        if any(fold(name) == domain for name in looking.wanted_names(case)):
            continue
        for at in _places(case, domain):
            block = case.article.blocks[case.article.block_at(at)]
            if looking.in_terms(case, at) or looking.in_address(case, at) or not counts(block.zone, block.hidden):
                continue
            if case.article.text[max(0, at - 1) : at] == ".":
                continue
            written = case.article.text[at : at + len(domain)]
            evidence = Evidence("near-miss", block.zone, written, None, case.article.line_at(at))
            front = case.target and same_page(resolve("https://" + domain), case.target)
            found.append(("shown" if front else "homepage-only", evidence, {"text": written}))
    return found


def _places(case: Case, domain: str) -> list[int]:
    """Where a host stands, and no longer one that begins or ends like it, nor a mail address."""
    text = case.attribution.folded
    found = [at for at in occurrences(text, domain) if text[max(0, at - 1) : at] not in ("@", "-")]
    return [at for at in found if not _GOES_ON.match(text, at + len(domain))]


def _hosts(case: Case) -> list[tuple[str, Evidence, dict[str, str]]]:
    """The host as words, by itself or in an address, also where it is the publisher's very name; not in the midst of prose."""
    found = []
    prose = [index for index, block in enumerate(case.article.blocks) if block.zone is Zone.BODY and block.end - block.start >= PROSE]
    for domain in looking.wanted_domains(case):
        for at in _places(case, domain):
            block = case.article.blocks[case.article.block_at(at)]
            if (block.zone is Zone.BODY and block.end - block.start >= PROSE) or looking.in_terms(case, at):
                continue
            hindrance = places.hindrance(case.article, at, at + len(domain))
            reason = hindrance
            if hindrance in (None, "screen-only"):
                reason = "host-shown" if _credited_or_beside(case, case.article.block_at(at), prose) else "in-text"
            if reason in _ORDER:
                written, words = case.article.text[at : at + len(domain)], " ".join(case.article.text[block.start : block.end].split())
                role = "match" if reason == "host-shown" else "near-miss"
                evidence = Evidence(role, block.zone, written, None, case.article.line_at(at))
                found.append((reason, evidence, {"text": written, "line": words, "how": block.hidden or "", "zone": block.zone.value}))
    return found


def _credited_or_beside(case: Case, index: int, prose: list[int]) -> bool:
    """Whether a block is no line of the story between its paragraphs, or holds a credit. prose: the indexes of those paragraphs."""
    block = case.article.blocks[index]
    if block.zone is not Zone.BODY or not prose or not prose[0] < index < prose[-1]:
        return True
    return any(block.start <= credit.start < block.end for credit in case.attribution.credits)


def _linked(case: Case) -> list[tuple[str, Evidence, dict[str, str]]]:
    """A link that leads to the original without showing its address."""
    for link in case.article.links:
        block = case.article.blocks[link.block]
        if counts(block.zone, link.hidden) and not looking.in_terms(case, link.start) and same_page(looking.resolved(case, link), case.target):
            return [("href-only", looking.of_link(case.article, link, "near-miss"), {"text": link.href or ""})]
    return []


ORIGINAL_URL = Kind(
    name="original-url",
    title="The address of the original article can be read",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
    remedy=address_line,
)
