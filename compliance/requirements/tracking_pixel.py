"""tracking-pixel: the copy keeps the publisher's page counter.

What it asks: an image, a script or a tiny frame is fetched from the counter's address when the page is shown. Only the page is
read: a tool that blocks it, a consent banner that is not in the markup, or a security policy of the server is not seen.

Option addresses: where the counter lies, without the scheme: "counter.theconversation.com/content/{id}/count.gif". {site} stands for
the publisher's domain, {id} for the article's number, {any} for anything; parameters behind ? may stand in any order, among others.
Empty: the known counters of the publisher.
Option id: "article" when {id} is the number that ends the address of the original article.

Passes:
  present          <img src="https://counter.theconversation.com/content/212345/count.gif" width="1" height="1">
  lazy             the same with loading="lazy": it is fetched when a reader comes near it
Fails:
  absent           no counter
  other-id         the counter of another article
  stripped         <img src="https://gazette.example/">: what stood behind the ? is gone
  altered          another address of the counter's host: https://counter.theconversation.com/content/count.gif
  placeholder      https://counter.theconversation.com/content/{{ id }}/count.gif
  empty-src        <img src="" width="1" height="1">: an image without an address, and no counter
  not-loaded       the counter's address as words, as a link, or in a comment: nothing fetches it
Needs a person:
  needs-script     <img data-src="https://counter.theconversation.com/…">: a script must put the address in its place
  needs-consent    <script type="text/plain" src="…">: a script must allow it, usually when a reader consents
  noscript         <noscript><img …></noscript>: only readers without scripts are counted
  not-shown        loading="lazy", or a background, in a hidden place: it may never be fetched
  inert            <template><img …></template>: browsers do not fetch what stands in it
  blocked          a script over http on a page over https: browsers refuse it
  proxied          another host fetches the counter and keeps a copy: i0.wp.com/counter.theconversation.com/…
  unknown-original the counter is there, and nothing tells the number of the original
  unknown-counter  a counter is there, and nothing tells whether it is the one asked for
Cannot be tested:
  unknown-address  nothing tells where the counter lies
  incomplete-input the page could not be read whole, and what was read holds no counter
Does not apply:
  no-images        a plain text cannot hold a counter
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from compliance.model.article import Image, Zone
from compliance.model.case import Case
from compliance.model.finding import Evidence, Searched, Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.text.urls import is_placeholder, resolve
from compliance.weighing import looking
from compliance.weighing.counters import Pattern, article_number, nearest, patterns_of
from compliance.weighing.remedy_tags import counter_tag

REASONS = {
    "present": Reason(Outcome.PASS, "The page counter is there."),
    "lazy": Reason(Outcome.PASS, "The page counter is there; browsers fetch it when a reader comes near it (loading=lazy)."),
    "absent": Reason(Outcome.FAIL, "The publisher's page counter is missing."),
    "other-id": Reason(Outcome.FAIL, "The page counter is another article's ({id}); the original's number is {number}."),
    "stripped": Reason(Outcome.FAIL, "The page counter's address is cut: its parameters are missing ({src})."),
    "altered": Reason(Outcome.FAIL, "The address is the counter's host's, but not the counter's ({src})."),
    "placeholder": Reason(Outcome.FAIL, "The page counter's address holds a slot that nobody filled ({src})."),
    "empty-src": Reason(Outcome.FAIL, "The page counter is missing; an image without an address stands there."),
    "not-loaded": Reason(Outcome.FAIL, "The page counter's address stands on the page, but nothing fetches it ({how})."),
    "needs-script": Reason(
        Outcome.REVIEW, "The page counter waits for a script that puts its address in place.", "Does this script run, so that the counter is fetched?"
    ),
    "needs-consent": Reason(
        Outcome.REVIEW, "The page counter waits until a script allows it, usually for consent.", "Are the terms content with counting readers who consent?"
    ),
    "noscript": Reason(
        Outcome.REVIEW, "The page counter is fetched by browsers without scripts only (noscript).", "Does a script fetch it for all other readers?"
    ),
    "not-shown": Reason(
        Outcome.REVIEW, "The page counter is lazy, or a background, and hidden ({how}): browsers may never fetch it.", "Is the counter fetched?"
    ),
    "inert": Reason(Outcome.REVIEW, "The page counter stands where browsers fetch nothing ({how}).", "Does a script take it out from there?"),
    "blocked": Reason(
        Outcome.REVIEW, "The counter's script is asked for over http on a page over https; browsers refuse it.", "Is the script fetched, in spite of this?"
    ),
    "proxied": Reason(
        Outcome.REVIEW, "The page counter is fetched by way of another host ({src}), which may answer from its own copy.", "Is every reader counted?"
    ),
    "unknown-original": Reason(
        Outcome.REVIEW, "The page counter is there ({id}), and nothing tells the original's number.", "Is {id} the number of the original article?"
    ),
    "unknown-counter": Reason(Outcome.REVIEW, "A page counter is there ({src}); the terms do not tell which one they mean.", "Is this the counter?"),
    "unknown-address": Reason(Outcome.UNTESTED, "The terms do not tell where their page counter lies."),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; no page counter was found in what was read."),
    "no-images": Reason(Outcome.INAPPLICABLE, "A plain text cannot hold a page counter."),
}
OPTIONS = {
    "addresses": Option(tuple, (), (), "where the counter lies, without the scheme; slots {id}, {site}, {any}"),
    "id": Option(str, "", ("", "article"), "article: {id} is the number that ends the original's address"),
}
_ORDER = (
    "present", "lazy", "unknown-original", "needs-script", "needs-consent", "noscript", "not-shown", "inert", "blocked", "proxied", "unknown-counter",
    "other-id", "stripped", "placeholder", "altered", "not-loaded", "empty-src",
)  # fmt: skip
_INERT = ("template", "fallback", "description", "option")
_WAITS = {"": "present", "scrolling": "lazy", "showing": "not-shown", "script": "needs-script", "consent": "needs-consent"}
_PLACES = (Zone.HEAD, Zone.BODY, Zone.CREDIT, Zone.HIDDEN)


class _Seen(NamedTuple):
    reason: str
    evidence: Evidence
    details: dict[str, str]


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Weigh every image, script and frame, and answer with the best of them."""
    if case.article.format == "text":
        return Verdict(Outcome.INAPPLICABLE, "no-images")
    patterns = patterns_of(case, options["addresses"])
    number = article_number(case) if options["id"] == "article" else ""
    backgrounds = (image for image in case.article.drawings if image.tag == "background")
    seen = [found for image in (*case.article.images, *backgrounds) if (found := _weigh(case, image, patterns, number))]
    if not patterns:
        seen += [_seen(case, image, "unknown-counter") for image in case.article.images if image.src in case.attribution.pixels]
    best = min(seen + _idle(case, patterns), key=lambda found: _ORDER.index(found.reason), default=None)
    best = best or (_empty(case) if patterns else None)
    reason = best.reason if best else "absent" if patterns else "unknown-address"
    if case.article.incomplete and REASONS[reason].outcome is Outcome.FAIL:
        reason = "incomplete-input"
    details = {"number": number or ""} | (best.details if best else {})
    searched = Searched(_PLACES, tuple(pattern.written for pattern in patterns))
    return Verdict(REASONS[reason].outcome, reason, (best.evidence,) if best else (), searched, tuple(details.items()))


def _weigh(case: Case, image: Image, patterns: Iterable[Pattern], number: str | None) -> _Seen | None:
    """One image, None for one that has nothing to do with a counter. number: the original's, None when unknown, `` when none is asked for."""
    url = resolve(image.src, case.article.base)
    told = nearest(url, patterns) if url else None
    if told is None:
        return None
    found, pattern = told
    reason = _fetched(case, image) if found.how == "whole" else found.how
    if is_placeholder(image.src):
        reason = "placeholder"
    elif found.how == "whole" and number != "" and "{id}" in pattern.written and found.id != number:
        reason = "unknown-original" if number is None else "other-id"
    return _seen(case, image, reason, found.id)


def _fetched(case: Case, image: Image) -> str:
    """Whether a browser fetches an image, and when."""
    hidden = case.article.blocks[image.block].hidden
    if hidden in _INERT:
        return "inert"
    if image.waits in ("script", "consent"):
        return _WAITS[image.waits]
    if hidden == "noscript":
        return "noscript"
    if (image.waits == "scrolling" and hidden and hidden != "aria-hidden") or (image.tag == "background" and (hidden or image.hidden)):
        return "not-shown"
    if image.src.startswith("http:") and ".js" in image.src and (case.article.url or "").startswith("https:"):
        return "blocked"
    return _WAITS[image.waits]


def _idle(case: Case, patterns: Iterable[Pattern]) -> list[_Seen]:
    """The counter's address where nothing fetches it: as words, as a link."""
    found: list[_Seen] = []
    for address in case.attribution.addresses:
        if _is_whole(address.url, patterns):
            how = "a comment of the markup" if address.hidden == "comment" else "words"
            found.append(_Seen("not-loaded", Evidence("near-miss", address.zone, address.text, None, address.line), {"how": how}))
    links = [link for link in case.article.links if _is_whole(looking.resolved(case, link), patterns)]
    return found + [_Seen("not-loaded", looking.of_link(case.article, link, "near-miss"), {"how": "a link"}) for link in links]


def _is_whole(url: str | None, patterns: Iterable[Pattern]) -> bool:
    told = nearest(url, patterns) if url else None
    return told is not None and told[0].how == "whole"


def _empty(case: Case) -> _Seen | None:
    """An image without an address in the article, as a filter leaves it of a counter."""
    for image in case.article.images:
        block = case.article.blocks[image.block]
        if not image.src.strip() and block.zone in _PLACES and (not image.alt or looking.name_match(case, image.alt)):
            return _seen(case, image, "empty-src")
    return None


def _seen(case: Case, image: Image, reason: str, number: str = "") -> _Seen:
    block = case.article.blocks[image.block]
    role = "match" if reason in ("present", "lazy") else "near-miss"
    words = image.alt or ("script" if re.search(r"\.js(?:[?#]|$)", image.src) else "image")
    how = block.hidden or ("by its own style" if image.waits == "showing" else "")
    return _Seen(reason, Evidence(role, block.zone, words, image.src, image.line), {"id": number, "src": image.src, "how": how})


TRACKING_PIXEL = Kind(
    name="tracking-pixel",
    title="The publisher's page counter is kept",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
    remedy=counter_tag,
)
