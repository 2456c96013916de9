"""title-kept: the copy bears the original's title.

What it asks: the headline of the copy is the original's; capitals, quotation marks, dashes, a stop at its end, and the name of a site behind it do
not matter. The original's title is told by the original itself (--original-text), or by what the copy's data say of it.

Option in_credit: true when the original's title must be named where the copy tells its origin. Terms that are content with either ask for
any_of = [{ kind = "title-kept" }, { kind = "title-kept", in_credit = true }].

Passes:
  kept             The cranes of Brume  →  <h1>“The Cranes of Brume”</h1>, <title>The cranes of Brume | Copy</title>
  named            in_credit: This article, "The cranes of Brume", was first published by The Duran
Fails:
  changed          The cranes of Brume  →  Why nothing moves in the harbour
  not-named        in_credit: the original's title stands neither in the credit nor in the headline
Needs a person:
  headline         in_credit: the original's title is the copy's headline, and the credit does not name it
  partly           The cranes of Brume: a history  →  The cranes of Brume
  plain-text       the first lines of two texts differ, and in plain text nothing tells whether they are titles
  rewritten        The harbour's ten cranes  →  The harbor's 10 cranes
  unfound          in_credit: the copy is a translation, and the original's title stands in no credit
  other-text       the text that was given as the original has hardly a sentence in common with the copy
Cannot be tested:
  no-original      nothing tells the original's title
  no-title         the copy has no headline
  incomplete-input the page could not be read whole, and what was read holds no title
Does not apply:
  translated       the copy is in another language than the original, and so is its headline
"""

from collections.abc import Iterator, Mapping
from typing import Any

from compliance.model.article import Article, Zone, counts
from compliance.model.case import Case
from compliance.model.finding import Evidence, Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.text.names import same_name
from compliance.text.patterns import lazy
from compliance.text.urls import host_of
from compliance.weighing import bodies, looking, origin
from compliance.weighing.conditions import is_translated

REASONS = {
    "kept": Reason(Outcome.PASS, "The headline is the original's title."),
    "named": Reason(Outcome.PASS, "The credit names the original's title."),
    "changed": Reason(Outcome.FAIL, "The headline is not the original's title, which is “{title}”."),
    "not-named": Reason(Outcome.FAIL, "The original's title, “{title}”, is not named where the copy tells its origin."),
    "headline": Reason(
        Outcome.REVIEW,
        "The original's title is the copy's headline, and the credit does not name it.",
        "Are the terms content with the title's standing as the headline?",
    ),
    "partly": Reason(
        Outcome.REVIEW, "The headline is part of the original's title, “{title}”, or holds it.", "Is this still the original's title, or was it changed?"
    ),
    "plain-text": Reason(
        Outcome.REVIEW, "The headline is not “{title}”; where a text is plain, its first line was taken for its title.", "Are both of these lines titles?"
    ),
    "rewritten": Reason(
        Outcome.REVIEW, "The headline differs from the original's title, “{title}”, in its writing only.", "Do the terms allow the title to be written so?"
    ),
    "unfound": Reason(
        Outcome.REVIEW,
        "The copy is a translation, and the original's title, “{title}”, was not found in its credit.",
        "Is the title named in the copy's language?",
    ),
    "other-text": Reason(
        Outcome.REVIEW, "The text that was given as the original has hardly a sentence in common with the copy.", "Is {location} the original of this copy?"
    ),
    "no-original": Reason(Outcome.UNTESTED, "Nothing tells the original's title; the original was not given (--original-text)."),
    "no-title": Reason(Outcome.UNTESTED, "The copy has no headline that could be compared."),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; the title was not found in what was read."),
    "translated": Reason(Outcome.INAPPLICABLE, "The copy is a translation; its headline is in its own language."),
}
OPTIONS = {"in_credit": Option(bool, False, (), "the original's title must be named where the copy tells its origin")}
_CLAIMED = ("og:title", "ld:headline", "front-matter:title")
_SITES = ("og:site_name", "application-name", "feed:title")
_PARTS = lazy(r"\s+[|–—·•»:-]+\s+|\s*[|»]\s*")
_SITE_SIGNS = ("|", "»", "·", "•")
"""Signs behind which a page's title names its site, whatever that is called."""
_LONGEST = 400  # characters of a title
_NEAR = 2  # blocks between a credit and the title that belongs to it


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Compare the headlines, or look for the title in the credit."""
    wanted = _titles_of_original(case)
    if not wanted:
        return Verdict(Outcome.UNTESTED, "no-original")
    translated = is_translated(case)
    shown = _headlines(case.article, _own_names(case))
    kept = next((title for title in shown if _key(title) in map(_key, wanted)), None)
    if options["in_credit"]:
        named = next(_named(case, wanted), None)
        if named:
            return _answer(case, "named", wanted, named)
        if kept:
            return _answer(case, "headline", wanted, _headline(case, kept))
        reason = "unfound" if translated else "not-named"
        return _answer(case, _unless_other(case, reason), wanted, _headline(case, shown[0]) if shown else None)
    if kept:
        return _answer(case, "kept", wanted, _headline(case, kept))
    if translated:
        return _answer(case, "translated", wanted)
    if not shown:
        return _answer(case, "no-title", wanted)
    return _answer(case, _unless_other(case, _nearest(case, shown, wanted)), wanted, _headline(case, shown[0]))


def _answer(case: Case, reason: str, wanted: list[str], evidence: Evidence | None = None) -> Verdict:
    if case.article.incomplete and REASONS[reason].outcome is Outcome.FAIL:
        reason = "incomplete-input"
    if evidence and REASONS[reason].outcome is Outcome.PASS:
        evidence = evidence._replace(role="match")
    details = (("title", wanted[0]), ("location", case.reference.article.location if case.reference else ""))
    return Verdict(REASONS[reason].outcome, reason, (evidence,) if evidence else (), details=details)


def _unless_other(case: Case, reason: str) -> str:
    """A failure, unless the text that was given is no original of this copy, or a plain text does not say which line is its title."""
    if bodies.is_other(case):
        return "other-text"
    plain = "text" in (case.article.format, case.reference.article.format if case.reference else "")
    return "plain-text" if plain and REASONS[reason].outcome is Outcome.FAIL else reason


def _titles_of_original(case: Case) -> list[str]:
    if case.reference is None:
        return list(origin.titles(case))
    article = case.reference.article
    names = looking.wanted_names(case)
    return _headlines(article, [*names, *(claim.value for claim in article.claimed(*_SITES))], every=True)


def _own_names(case: Case) -> list[str]:
    """What the copying site is called."""
    hosts = [*case.republisher.hosts, host_of(case.article.url or "") or ""]
    return [*case.republisher.names, *(claim.value for claim in case.article.claimed(*_SITES)), *filter(None, hosts)]


def _headlines(article: Article, sites: list[str], *, every: bool = False) -> list[str]:
    """The headline that a reader sees; without one the page's title. every: all of them that the page tells."""
    seen = [article.text[block.start : block.end] for block in article.blocks if block.tag == "h1" and counts(block.zone, block.hidden)]
    told = [article.title or "", *(claim.value for claim in article.claimed(*_CLAIMED))]
    titles = seen if seen and not every else [*seen, *told]
    found = [form for title in titles if title.strip() for form in (title, _without_site(title, sites))]
    return list(dict.fromkeys(" ".join(form.split()) for form in found if len(form) < _LONGEST and _key(form)))


def _without_site(title: str, sites: list[str]) -> str:
    """A title without the name of a site before or behind it."""
    parts = list(_PARTS.finditer(title))
    if not parts:
        return title
    if parts[-1].group().strip() in _SITE_SIGNS or any(same_name(title[parts[-1].end() :], site) for site in sites):
        return title[: parts[-1].start()]
    if any(same_name(title[: parts[0].start()], site) for site in sites):
        return title[parts[0].end() :]
    return title


def _key(title: str) -> tuple[str, ...]:
    from compliance.text.tokens import tokenise

    return tokenise(title).keys


def _nearest(case: Case, shown: list[str], wanted: list[str]) -> str:
    """How a headline that is another comes closest to the title."""
    from compliance.text.writing import same_written

    for title in shown:
        for other in wanted:
            one, two = _key(title), _key(other)
            if same_written(one, two, bodies.writing_of(case)):
                return "rewritten"
            if _holds(one, two) or _holds(two, one):
                return "partly"
    return "changed"


def _holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether words begin or end with others, which are no mere word or two."""
    return len(part) > 1 and (words[: len(part)] == part or words[-len(part) :] == part)


def _named(case: Case, wanted: list[str]) -> Iterator[Evidence]:
    """Where the title stands beside a statement of origin."""
    article = case.article
    credited = {article.block_at(credit.start) for credit in case.attribution.credits if credit.counts}
    credited |= {link.block for link in article.links if case.target and looking.resolved(case, link) == case.target}
    near = {index + step for index in credited for step in range(-_NEAR, _NEAR + 1)}
    for index, block in enumerate(article.blocks):
        if block.tag == "h1" or not counts(block.zone, block.hidden) or not (block.zone is Zone.CREDIT or index in near) or looking.in_terms(case, block.start):
            continue
        keys = _key(article.text[block.start : block.end])
        for title in wanted:
            words = _key(title)
            if any(keys[at : at + len(words)] == words for at in range(len(keys) - len(words) + 1)):
                yield looking.of_place(article, block.start, block.end, "match")


def _headline(case: Case, title: str) -> Evidence:
    """The headline as evidence."""
    for block in case.article.blocks:
        if block.tag == "h1" and counts(block.zone, block.hidden):
            return Evidence("near-miss", block.zone, " ".join(case.article.text[block.start : block.end].split()), None, block.line)
    return Evidence("near-miss", Zone.METADATA, title, None, None)


TITLE_KEPT = Kind(
    name="title-kept",
    title="The copy bears the original's title",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
)
