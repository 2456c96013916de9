"""links-kept: the links in the original's text stand in the copy too.

What it asks: every hyperlink in the text of the original, but for those of passages that the copy does not have, leads from the text of the copy to the
same page. Addresses in other clothes are the same (see original-link), relative links are those of the original's site. Links to share,
to subscribe, to the navigation and to related articles are no part of the text. The original must be given (--original-text).

Passes:
  kept             all links of the text stand in the copy
Fails:
  missing          the original links the council's report, and the copy names it without a link
Needs a person:
  hidden           the link stands in the copy, but a reader does not see it
  redirected       the link goes through a redirecting address that does not name its target
  cut-with-text    links of passages that the copy does not have
  translated       the copy is a translation, in which links may lead to pages in its own language
  other-text       the text that was given as the original has hardly a sentence in common with the copy
Cannot be tested:
  no-original      the original was not given
  plain-original   the original was given as a text that shows no links
  incomplete-original the original that was given could not be read whole
  incomplete-input the page could not be read whole, and links were missing in what was read
Does not apply:
  no-links         the text of the original has no links
"""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from compliance.model.article import ARTICLE_ZONES, PARTLY, Article, Link, Zone, counts
from compliance.model.case import Case, Reference
from compliance.model.finding import Evidence, Verdict
from compliance.model.kind import Kind, Reason
from compliance.model.outcome import Outcome
from compliance.text.patterns import lazy
from compliance.text.urls import SHORTENERS, PageKey, embedded, is_placeholder, is_sharing, page_key, resolve, same_page, without_user
from compliance.text.words import is_dense
from compliance.weighing import bodies

if TYPE_CHECKING:
    from compliance.text.sides import Passage

REASONS = {
    "kept": Reason(Outcome.PASS, "All {count} links of the original's text stand in the copy."),
    "missing": Reason(Outcome.FAIL, "{missing} of the {count} links of the original's text are missing in the copy."),
    "hidden": Reason(
        Outcome.REVIEW, "{missing} of the {count} links stand in the copy where a reader does not see them.", "Can readers of the copy follow these links?"
    ),
    "redirected": Reason(
        Outcome.REVIEW,
        "{missing} of the {count} links may go through short or redirecting addresses.",
        "Do the copy's short links lead where the original's links lead?",
    ),
    "cut-with-text": Reason(
        Outcome.REVIEW, "{missing} of the {count} links stand in passages that the copy does not have.", "Do the terms allow these passages to be left out?"
    ),
    "translated": Reason(
        Outcome.REVIEW,
        "{missing} of the {count} links of the original's text are missing in the translation.",
        "Do links to pages in the copy's language take their place?",
    ),
    "other-text": Reason(
        Outcome.REVIEW, "The text that was given as the original has hardly a sentence in common with the copy.", "Is {location} the original of this copy?"
    ),
    "no-original": Reason(Outcome.UNTESTED, "The original's text was not given (--original-text), or what was given bears another address."),
    "plain-original": Reason(Outcome.UNTESTED, "The original was given as a text that shows no links; give its page."),
    "incomplete-original": Reason(Outcome.UNTESTED, "The original that was given could not be read whole."),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; links were missing in what was read."),
    "no-links": Reason(Outcome.INAPPLICABLE, "The text of the original has no links."),
}
_RUN, _RUN_DENSE = 3, 6  # words that tell a passage
_STANDS = 0.5  # of a passage's words that stand in the copy
_LISTED = 8  # links in the evidence
_OFFER = lazy(r"/(?:newsletters?|subscri\w*|sign-?up|donate|donations?|abonn\w*|suscri\w*|support-us|membership)\b", re.IGNORECASE)
_INSIDE = (*ARTICLE_ZONES, Zone.CAPTION, Zone.ASIDE, Zone.HIDDEN)
_NOWHERE = "https://copy.invalid/"
"""What relative links of a copy are resolved against whose address is not known: they may carry the address to which they redirect."""
_ELSEWHERE = ("mailto:", "tel:", "javascript:", "data:", "#")


class _Wanted(NamedTuple):
    """A link of the original's text. kept: the copy has the passage that holds it."""

    link: Link
    url: str
    kept: bool


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Look for each link of the original among the copy's."""
    reference, found = case.reference, bodies.compared(case)
    if reference is None or found is None:
        return Verdict(Outcome.UNTESTED, "no-original")
    if found.trouble in ("incomplete-original", "other-text"):
        return _answer(case, reference, found.trouble, [], 0)
    wanted = list(_wanted(case, reference, translated=found.trouble == "translated"))
    if not wanted:
        return _answer(case, reference, "plain-original" if reference.article.format == "text" else "no-links", [], 0)
    seen, hidden = _links(case, seen=True), _links(case, seen=False)
    missing = [each for each in wanted if page_key(each.url) not in seen]
    gone = [each for each in missing if each.kept and page_key(each.url) not in hidden]
    if not missing:
        return _answer(case, reference, "kept", wanted, len(wanted))
    if gone:
        short = sum(key is not None and key.host in SHORTENERS for key in seen)
        reason = "translated" if found.trouble == "translated" else "redirected" if short >= len(gone) else "missing"
        reason = "incomplete-input" if case.article.incomplete and reason == "missing" else reason
        return _answer(case, reference, reason, gone, len(wanted))
    concealed = [each for each in missing if each.kept]
    return _answer(case, reference, "hidden" if concealed else "cut-with-text", concealed or missing, len(wanted))


def _answer(case: Case, reference: Reference, reason: str, links: list[_Wanted], count: int) -> Verdict:
    role = "context" if REASONS[reason].outcome is Outcome.PASS else "near-miss"
    evidence = tuple(
        Evidence(role, Zone.BODY, " ".join(_words(reference.article, each.link).split()), each.url, each.link.line)
        for each in (links[:_LISTED] if reason != "kept" else ())
    )
    details = (("missing", str(len(links))), ("count", str(count)), ("location", reference.article.location))
    return Verdict(REASONS[reason].outcome, reason, evidence, details=details)


def _wanted(case: Case, reference: Reference, *, translated: bool) -> Iterator[_Wanted]:
    """The links of the original's text, each address once."""
    article = reference.article
    base = article.base or case.target
    passages = {passage.start: passage for passage in bodies.passages(article, reference.attribution) if passage.core and not passage.doubtful}
    stated = bodies.statements(article, reference.attribution)
    copied = _runs(case)
    told: set[object] = set()
    for link in article.links:
        passage = passages.get(article.blocks[link.block].start)
        url = _address(link, base) if passage and link.hidden is None and link.end > link.start else None
        key = page_key(url) if url else None
        if passage is None or url is None or key is None or key in told or same_page(url, case.target or article.url):
            continue
        if is_sharing(url) or _OFFER.search(key.path) or bodies.share((link.start, link.end), stated):
            continue
        told.add(key)
        yield _Wanted(link, url, translated or _stands(passage, copied))


def _address(link: Link, base: str | None) -> str | None:
    href = (link.href or "").strip()
    if is_placeholder(href) or href.lower().startswith(_ELSEWHERE):
        return None
    url = resolve(href, base)
    return (embedded(url) or without_user(url) or url) if url else None


def _links(case: Case, *, seen: bool) -> set[PageKey | None]:
    """The pages that links of the copy's article lead to, and those whose addresses are written out; or those that a reader does not see."""
    article = case.article
    base = article.base or _NOWHERE
    inside = [link for link in article.links if article.blocks[link.block].zone in _INSIDE]
    urls = [_address(link, base) for link in inside if _visible(article, link) is seen]
    if seen:
        urls += [address.url for address in case.attribution.addresses if counts(address.zone, address.hidden)]
    return {page_key(url) for url in urls if url}


def _visible(article: Article, link: Link) -> bool:
    hidden = link.hidden or article.blocks[link.block].hidden
    return (hidden is None or hidden in PARTLY) and (link.end > link.start or link.image)


def _words(article: Article, link: Link) -> str:
    return article.text[link.start : link.end]


def _runs(case: Case) -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    """All short runs of words of the copy, and all longer ones for scripts that write letter by letter."""
    from compliance.text.alignment import shingles
    from compliance.text.tokens import tokenise

    keys = tokenise(case.article.text).keys
    return frozenset(shingles(keys, _RUN)), frozenset(shingles(keys, _RUN_DENSE))


def _stands(passage: "Passage", copied: tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]) -> bool:
    """Whether the copy has a passage, if with other words here and there."""
    from compliance.text.alignment import covered
    from compliance.text.tokens import tokenise

    keys = tokenise(passage.text).keys
    dense = sum(is_dense(key[0]) for key in keys) * 2 > len(keys)
    found = covered(keys, copied[dense], _RUN_DENSE if dense else _RUN)
    return sum(found) >= _STANDS * len(keys)


LINKS_KEPT = Kind(
    name="links-kept",
    title="The links in the original's text stand in the copy",
    manual=__doc__ or "",
    options={},
    reasons=REASONS,
    check=check,
)
