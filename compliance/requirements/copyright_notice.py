"""copyright-notice: the rights holder's copyright notice is shown with the article.

What it asks: in the article's own zones a notice (©, (c), "Copyright", a reservation of rights) names the rights holder: the
publisher, the first publisher, or the author. Years and order do not matter. Nearly every page carries the copying site's
own notice; it does not count, nor does the copyright of a picture, nor the terms' own text.

Option when_supplied: true for licences that ask to keep a notice only if the original carried one, which the original itself tells (--original-text).
Option holders: further names that may stand as holder: the company behind the paper, the institution that owns it.

Passes:
  shown            Copyright © Alexander Mercouris, The Duran, 2016
Fails:
  absent           no notice stands on the page
  republisher-only <footer>© 2024 Copying Site</footer>
  no-holder        All rights reserved. (and nobody named)
  hidden           <p hidden>© The Duran 2016</p>
  metadata-only    <meta name="copyright" content="The Duran">
  terms-text-only  "A copyright note must be shown": the terms speak of a notice, there is none
Needs a person:
  other-holder     © 2016 Somebody else, who may or may not hold the rights in this article
  outside-article  a notice that names the rights holder stands in the site's footer or a side box
  caption          Cranes at dawn © The Duran: of the article, or of a picture whose caption this is?
  screen-only      the notice is hidden from screen readers (aria-hidden)
  some-screens     a style sheet hides the notice on some screens, or until a script shows it
  site-notice      when_supplied: the original shows a notice in the footer of its site only
Cannot be tested:
  not-supplied     when_supplied: nothing tells whether the original carried a notice
  incomplete-input the page could not be read whole, and what was read holds no notice
Does not apply:
  none-supplied    when_supplied: the original carries no notice
"""

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

from compliance.model.article import SOME_SCREENS, Link, Zone, counts
from compliance.model.attribution import Notice, Scope
from compliance.model.case import Case, Reference
from compliance.model.finding import Evidence, Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.text.names import matches_host, mentions, same_name, squash
from compliance.text.urls import host_of, is_front, resolve, same_page, same_site
from compliance.text.words import is_dense
from compliance.weighing import bodies, looking
from compliance.weighing.remedies import notice_line, publisher_of

REASONS = {
    "shown": Reason(Outcome.PASS, "The copyright notice names {holder}."),
    "absent": Reason(Outcome.FAIL, "No copyright notice is shown with the article."),
    "republisher-only": Reason(Outcome.FAIL, "The only copyright notice is the copying site's own ({holder})."),
    "no-holder": Reason(Outcome.FAIL, "The notice names no rights holder."),
    "hidden": Reason(Outcome.FAIL, "The copyright notice is hidden ({how}): a reader does not see it."),
    "metadata-only": Reason(Outcome.FAIL, "The rights holder is named in the metadata only ({field}): a reader does not see it."),
    "terms-text-only": Reason(Outcome.FAIL, "Copyright is spoken of in the reproduction terms only; there is no notice."),
    "other-holder": Reason(Outcome.REVIEW, "The notice names {holder}, not {publisher}.", "Does {holder} hold the rights in this article?"),
    "outside-article": Reason(
        Outcome.REVIEW, "A notice that names {holder} stands outside the article ({zone}).", "Does this notice speak of the article, or of the site?"
    ),
    "caption": Reason(Outcome.REVIEW, "A © that names {holder} may be the credit of a picture.", "Does this notice speak of the article, or of a picture?"),
    "screen-only": Reason(Outcome.REVIEW, "The notice is hidden from screen readers (aria-hidden).", "Is a notice that screen readers skip good enough?"),
    "some-screens": Reason(
        Outcome.REVIEW, "A style sheet hides the notice on some screens, or until a script shows it.", "Do the page's readers see the notice?"
    ),
    "site-notice": Reason(
        Outcome.REVIEW,
        "No notice is shown; the original shows one in the footer of its site only (“{supplied}”).",
        "Is the notice of the publisher's site one that must be kept with the article?",
    ),
    "none-supplied": Reason(Outcome.INAPPLICABLE, "The original carries no copyright notice that could be kept."),
    "not-supplied": Reason(Outcome.UNTESTED, "No notice is shown; nothing tells whether the original carried one that must be kept."),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; no notice was found in what was read."),
}
OPTIONS = {
    "when_supplied": Option(bool, False, (), "ask for the notice only if the original carried one"),
    "holders": Option(tuple, (), (), "further names that may stand as holder"),
}
_ORDER = ("shown", "screen-only", "some-screens", "outside-article", "caption", "hidden", "other-holder", "no-holder", "republisher-only")
_CLAIMS = (
    "copyright",
    "dc.rights",
    "ld:copyrightHolder",
    "ld:copyrightNotice",
    "front-matter:copyright",
    "front-matter:rights",
)


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Weigh every notice, and answer with the best of them."""
    holders = _rights_holders(case, options["holders"])
    seen = [(reason, notice) for notice in case.attribution.notices if (reason := _weigh(case, notice, holders))]
    if seen:
        reason, notice = min(seen, key=lambda found: _ORDER.index(found[0]))
        if reason in ("shown", "screen-only", "some-screens", "outside-article", "hidden", "caption", "other-holder") or not options["when_supplied"]:
            return _answer(case, reason, notice, holders)
        if _supplied(case) == "supplied":
            return _answer(case, reason, notice, holders)
    supplied = _supplied(case) if options["when_supplied"] else "supplied"
    reason = "absent"
    evidence: tuple[Evidence, ...] = ()
    details: dict[str, str] = {}
    claim = next((claim for claim in case.article.claimed(*_CLAIMS) if any(mentions(claim.value, holder) for holder in holders)), None)
    if supplied != "supplied":
        reason, details = supplied, {"supplied": _site_notice(case)}
    elif case.article.incomplete:
        reason = "incomplete-input"
    elif claim:
        reason, details = "metadata-only", {"field": claim.name}
        evidence = (Evidence("near-miss", Zone.METADATA, claim.value[:200], None, claim.line),)
    elif case.attribution.terms_notice:
        reason = "terms-text-only"
        start, end = next(iter(case.attribution.terms_spans))
        evidence = (looking.of_place(case.article, start, end, "near-miss"),)
    return Verdict(REASONS[reason].outcome, reason, evidence, looking.searched(case, *holders), tuple(details.items()))


def shown_notices(case: Case) -> list[Notice]:
    """The notices that name the rights holder, or whom these terms name as such, where a reader sees them."""
    asked = [requirement.options for requirement in case.terms.requirements if requirement.kind == COPYRIGHT_NOTICE.name]
    further = tuple(
        name for options in asked for key, value in options if key == "holders" and isinstance(value, tuple) for name in value if isinstance(name, str)
    )
    holders = _rights_holders(case, further)
    return [notice for notice in case.attribution.notices if _weigh(case, notice, holders) == "shown"]


def _answer(case: Case, reason: str, notice: Notice, holders: tuple[str, ...]) -> Verdict:
    if case.article.incomplete and REASONS[reason].outcome is Outcome.FAIL:
        reason = "incomplete-input"
    details = (
        ("holder", ", ".join(notice.holders) or notice.text[:80]),
        ("publisher", publisher_of(case)),
        ("how", notice.hidden or ""),
        ("zone", notice.zone.value),
    )
    role = "match" if reason == "shown" else "near-miss"
    return Verdict(REASONS[reason].outcome, reason, (looking.of_notice(notice, role),), looking.searched(case, *holders), details)


def _supplied(case: Case) -> str:
    """Whether the original carries a notice that must be kept: `supplied`, or the reason that its lack gives."""
    if case.reference is None or bodies.is_other(case):
        return "not-supplied"
    notices = _own_notices(case.reference)
    if any(counts(notice.zone, notice.hidden) for notice in notices):
        return "supplied"
    if notices:
        return "site-notice"
    return "not-supplied" if case.reference.article.incomplete else "none-supplied"


def _own_notices(reference: Reference) -> list[Notice]:
    """The notices of the original's page that name somebody, and speak of no picture."""
    notices = reference.attribution.notices
    return [notice for notice in notices if notice.holders and notice.scope is Scope.PAGE and notice.hidden is None and notice.zone is not Zone.HIDDEN]


def _site_notice(case: Case) -> str:
    return next((notice.text[:120] for notice in _own_notices(case.reference)), "") if case.reference else ""


def _rights_holders(case: Case, further: tuple[str, ...]) -> tuple[str, ...]:
    """Who may hold the rights: the publishers of the chain, whom the terms name, the authors. A republisher's own name is none of them."""
    names = [*looking.wanted_names(case), *further, *([case.original.publisher] if case.original.publisher else []), *case.original.authors]
    names += [byline.name for byline in case.attribution.bylines if byline.told]
    own = case.republisher.names
    return tuple(dict.fromkeys(name for name in names if not looking.is_forged(case, name) and not any(same_name(name, site) for site in own)))


def _weigh(case: Case, notice: Notice, holders: tuple[str, ...]) -> str | None:
    """The reason that one notice alone would give; None for a picture's credit, which says nothing of the article."""
    if notice.of_image:
        return None
    foreign = [own for own in notice.names if not _is_republisher(case, own) and not looking.is_dotless(case, own)]
    named = any(same_name(own, holder) for own in foreign for holder in holders)
    if len(foreign) == len(notice.names):
        # "© Jane Doe for The Gazette"; beside the copying site's own name only the bare name counts
        named = named or any(looking.names_holder(case, text, holder) for holder in holders for text in (notice.text, *foreign))
        named = named or any(looking.names_host(case, own) or looking.name_match(case, own) == looking.EXACT for own in foreign)
    named = named or (len(foreign) == len(notice.names) and any(_is_origin(case, notice, own) for own in foreign))
    if named:
        if notice.hidden == "aria-hidden":
            return "screen-only"
        if notice.hidden == SOME_SCREENS:
            return "some-screens"
        if notice.hidden or notice.zone is Zone.HIDDEN:
            return "hidden"
        if notice.scope is Scope.CAPTION and counts(notice.zone, None):
            return "caption"
        return "shown" if counts(notice.zone, None) else "outside-article"
    if notice.scope is Scope.CAPTION:
        return None
    if notice.zone in (Zone.SITE_FOOTER, Zone.NAV) or _links_home(case, notice) or any(_is_republisher(case, own) for own in notice.names):
        return "republisher-only"
    if not counts(notice.zone, notice.hidden):
        return "republisher-only"
    return "other-holder" if notice.names else "no-holder"


def _is_origin(case: Case, notice: Notice, name: str) -> bool:
    """Whether the copy itself calls a holder the article's origin: in the notice, or in the credit that links to the original.

    Only where the terms name no publisher: theirs is the notice that they ask for.
    """
    if case.terms.publisher:
        return False
    if notice.own:
        return True
    linked = [credit for credit in case.attribution.credits if credit.counts and credit.href and _stands_in(credit.text, name)]
    return any(same_page(resolve(credit.href or "", case.article.base), case.target) for credit in linked)


def _stands_in(text: str, name: str) -> bool:
    """Whether a text in Chinese or Japanese, where names run into the words around them, holds a name: long enough, or by itself."""
    if not is_dense(name[0]):
        return False
    if len(squash(name)) > 3:
        return squash(name) in squash(text)
    at = text.find(name)
    return at > 0 and not text[at - 1].isalnum() and not text[at + len(name) : at + len(name) + 1].isalnum()


def _links_home(case: Case, notice: Notice) -> bool:
    """Whether the name in a notice is a link to the copying site's own front page."""
    links = case.article.links
    for link in links[bisect_left(links, notice.start, key=_start) : bisect_left(links, notice.end, key=_start)]:
        if link.href == "/":
            return True
        if link.href:
            url = resolve(link.href, case.article.base)
            if url and is_front(url) and any(same_site(host_of(url) or "", host) for host in case.republisher.hosts):
                return True
    return False


def _start(link: Link) -> int:
    return link.start


def _is_republisher(case: Case, holder: str) -> bool:
    """Whether a holder is the copying site: by its name, or by its host."""
    own = case.republisher
    return any(looking.names_holder(case, holder, name) for name in own.names) or any(
        matches_host(holder, host) or host in holder.lower() for host in own.hosts
    )


COPYRIGHT_NOTICE = Kind(
    name="copyright-notice",
    title="The rights holder's copyright notice is shown",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
    remedy=notice_line,
)
