"""source-credit: the copy names the publisher as its source, where a reader sees it.

What it asks: in the article's own zones (its head, its body, the credit before or after the text) the name of the
publisher, or one of its other names, stands in a statement of origin: a credit phrase in one of the known languages, a
dateline, a byline with the outlet, or the words of a link to the original article.

Passes:
  named            <p>La source originale de cet article est The Duran</p>
                   <p>The Duran, 6 September 2016</p>       (a dateline)
                   <p>By Jane Doe, The Duran</p>            (a byline with the outlet)
Fails:
  absent           the name stands nowhere
  address-only     "Source: https://news.example/..." gives the address; a name is something else
  hidden           <p style="display:none">Source: The Duran</p>
  only-in-prose    <p>... as The Duran reported in May, the bridge ...</p>
  only-in-caption  <figcaption>Photo: The Duran</figcaption>
  outside-article  <footer>Our partners: The Duran</footer>, or in navigation, comments
  metadata-only    <meta name="author" content="The Duran">, JSON-LD, front matter
Needs a person:
  weak-name        an ordinary word that is also the publisher's name, without a credit phrase or link
  similar-name     "Source: The Duran Gazette" when the publisher is The Duran
  address-as-name  "Source: https://theduran.com/..." gives an address that bears the publisher's name
  lookalike-name   "Source: The Durаn" with a letter of another script, or "The Dur4n": it only looks like the name
  bare-name        the name stands alone near the article, in no known credit phrase
  front-matter     preface: "First published in [The Duran](...)" in a Markdown file; the theme may print it
  unread-line      "The Duran's shorter version is [here](https://theduran.com/...)", where no file tells the publisher's names
  in-aside         the credit stands in a side box
  screen-only      the credit is on the screen but hidden from screen readers (aria-hidden)
  unknown-language no credit was found, and the article is in a language without known phrases: a reader of it must look
  some-screens     a style sheet hides the credit on some screens, or until a script shows it
Cannot be tested:
  incomplete-input the page could not be read whole, and what was read holds no credit
"""

from collections.abc import Mapping
from typing import Any

from compliance.model.article import PARTLY, SOME_SCREENS, Zone, counts
from compliance.model.attribution import Credit
from compliance.model.case import Case
from compliance.model.finding import Evidence, Verdict
from compliance.model.kind import Kind, Reason
from compliance.model.outcome import Outcome
from compliance.text.names import matches_host, same_name
from compliance.text.urls import archived, host_of, is_front, is_home, resolve, resolve_written, same_page
from compliance.text.words import fold
from compliance.weighing import looking
from compliance.weighing.remedies import credit_block

_LONGEST_NAME = 4  # words; more are a title
_LONG_LABEL = 8  # letters of a host that do not stand in a sentence by chance
_PARTLY_SEEN = (("aria-hidden", "screen-only"), ("front matter", "front-matter"), (SOME_SCREENS, "some-screens"))
"""How a credit is hidden from some readers, and the question that it asks."""
_SAYS_MORE = 5  # characters beside a link in which a name may stand
_BESIDE = 40  # characters after a credit in which another link of it may stand: "on our site and [the blog]"
_SHORT = 200  # characters; a longer block that holds the name is prose

_NEEDS_PHRASES = frozenset({"absent", "only-in-prose", "metadata-only"})
"""What cannot be said of an article in a language whose phrases are unknown: its credit may be a sentence that nobody here can read."""

REASONS = {
    "named": Reason(Outcome.PASS, "{publisher} is named as the source."),
    "absent": Reason(Outcome.FAIL, "{publisher} is not named as the source."),
    "hidden": Reason(Outcome.FAIL, "The credit to {publisher} is hidden ({how}): a reader does not see it."),
    "only-in-prose": Reason(Outcome.FAIL, "{publisher} is mentioned in the story, but not named as its source."),
    "only-in-caption": Reason(Outcome.FAIL, "{publisher} is named in the caption of an image only."),
    "outside-article": Reason(Outcome.FAIL, "{publisher} is named outside the article only ({zone})."),
    "metadata-only": Reason(Outcome.FAIL, "{publisher} is named in the metadata only ({field}): a reader does not see it."),
    "weak-name": Reason(
        Outcome.REVIEW, "“{word}” may be the publisher {publisher}, or an ordinary word.", "Does “{word}” name {publisher} as the source here?"
    ),
    "similar-name": Reason(Outcome.REVIEW, "The credit names “{found}”; the publisher is {publisher}.", "Is “{found}” the publisher {publisher}?"),
    "lookalike-name": Reason(
        Outcome.REVIEW,
        "The credit names “{found}”, which only looks like {publisher}: it has letters of another script, or other letters or digits.",
        "Is “{found}” a slip for {publisher}, or another name made to look like it?",
    ),
    "address-only": Reason(Outcome.FAIL, "The credit gives the original's address, but does not name {publisher}."),
    "address-as-name": Reason(
        Outcome.REVIEW,
        "The credit gives an address that bears the name of {publisher}, and no other name.",
        "Does the address alone name the source well enough?",
    ),
    "bare-name": Reason(
        Outcome.REVIEW, "{publisher} is named near the article, but in no known credit phrase.", "Does this line name {publisher} as the source?"
    ),
    "front-matter": Reason(
        Outcome.REVIEW, "The credit to {publisher} stands in the front matter.", "Does the site's theme print this line of the front matter beside the article?"
    ),
    "unread-line": Reason(
        Outcome.REVIEW,
        "A line beside the article links the original, in words that are no known credit phrase.",
        "Does this line name {publisher} as the source?",
    ),
    "in-aside": Reason(Outcome.REVIEW, "The credit to {publisher} stands in a side box.", "Does this box speak of the article itself?"),
    "screen-only": Reason(
        Outcome.REVIEW, "The credit to {publisher} is hidden from screen readers (aria-hidden).", "Is a credit that screen readers skip good enough?"
    ),
    "unknown-language": Reason(
        Outcome.REVIEW,
        "No credit to {publisher} was found; of the article's language ({language}) no credit phrases are known.",
        "Does a sentence in this language name {publisher} as the source?",
    ),
    "some-screens": Reason(
        Outcome.REVIEW, "A style sheet hides the credit to {publisher} on some screens, or until a script shows it.", "Do the page's readers see the credit?"
    ),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; no credit to {publisher} was found in what was read."),
}


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Look at the credits, then at links to the original, bylines, mentions, metadata."""
    who = case.terms.publisher.name if case.terms.publisher else case.original.publisher or (host_of(case.target) if case.target else None) or "the publisher"

    def verdict(reason: str, *evidence: Any, **details: str) -> Verdict:
        if case.unphrased and reason in _NEEDS_PHRASES:
            reason, details = "unknown-language", {"language": case.unphrased}
        return Verdict(REASONS[reason].outcome, reason, tuple(evidence), looking.searched(case), (("publisher", who), *details.items()))

    forged: Credit | None = None
    similar: Credit | None = None
    unnamed: Credit | None = None
    unseen: list[Credit] = []
    for credit in sorted(case.attribution.credits, key=_is_dateline):
        match = _credit_match(case, credit)
        if match in (looking.EXACT, looking.WEAK):
            if credit.counts:
                return verdict("named", looking.of_credit(credit, "match"))
            unseen.append(credit)
        elif match == looking.LOOKALIKE and credit.counts:
            forged = forged or credit
        elif match == looking.SIMILAR and credit.counts:
            similar = similar or credit
        elif credit.counts and _leads_to_target(case, credit):
            unnamed = unnamed or credit
        elif credit.counts and _may_be_outlet(case, credit):
            similar = similar or credit
    for link in case.article.links:
        block = case.article.blocks[link.block]
        if not counts(block.zone, link.hidden) or looking.in_terms(case, link.start) or link.end <= link.start:
            continue
        words = "" if looking.in_address(case, link.start) else case.article.text[link.start : link.end]
        url = looking.resolved(case, link)
        if looking.name_match(case, words) in (looking.EXACT, looking.WEAK) and same_page(url, case.target):
            return verdict("named", looking.of_link(case.article, link, "match"))
        if url and words and not looking.wanted_names(case) and case.target and is_home(url, case.target) and _signs(case, words):
            return verdict("named", looking.of_link(case.article, link, "match"))
    for byline in case.attribution.bylines:
        if byline.marked and byline.place != "head":
            continue  # a teaser behind the text has an author too
        if counts(byline.zone, byline.hidden) and any(looking.name_match(case, name) in (looking.EXACT, looking.WEAK) for name in (byline.outlet, byline.name)):
            place = case.article.text.find(byline.outlet or byline.name)
            return verdict("named", looking.of_place(case.article, max(place, 0), max(place, 0) + 1, "match"))
    if forged:
        return verdict("lookalike-name", looking.of_credit(forged, "near-miss"), found=forged.name or forged.text)
    if similar:
        return verdict("similar-name", looking.of_credit(similar, "near-miss"), found=similar.name or similar.text)
    if unnamed and (beside := _hidden_beside(case, unnamed)):
        block = case.article.blocks[case.article.block_at(beside[0])]
        return verdict("hidden", looking.of_place(case.article, *beside, "near-miss"), how=block.hidden or "")
    if unnamed and unnamed.address:
        bears = any(matches_host(name, domain) for name in looking.wanted_names(case) for domain in looking.wanted_domains(case))
        return verdict("address-as-name" if bears else "address-only", looking.of_credit(unnamed, "near-miss"))
    near = (looking.of_credit(unnamed, "near-miss"),) if unnamed else ()
    if unseen:
        return _unseen(verdict, unseen)
    return (
        _mentioned(case, verdict)
        or _weakly(case, verdict)
        or (None if unnamed else _linked_line(case, verdict))
        or _in_metadata(case, verdict)
        or verdict("incomplete-input" if case.article.incomplete else "absent", *near, *_nearest(case, near))
    )


def _may_be_outlet(case: Case, credit: Credit) -> bool:
    """A credit to a name, where nothing tells what the publisher is called: it may be the one."""
    if looking.wanted_names(case) or not credit.name or credit.href is not None:
        return False
    return credit.sort in ("source", "first-published") and len(credit.name.split()) <= _LONGEST_NAME and looking.name_match(case, credit.name) is None


def _is_dateline(credit: Credit) -> bool:
    """A phrase is better evidence than a dateline."""
    return credit.sort == "dateline"


def _credit_match(case: Case, credit: Credit) -> str | None:
    match = looking.name_match(case, credit.name)
    if match or credit.sort == "dateline":
        return match
    if credit.name and not looking.wanted_names(case) and (looking.names_host(case, credit.name) or looking.begins_with_host(case, credit.name)):
        return looking.EXACT
    if not looking.wanted_names(case) and credit.sort in ("source", "first-published", "republished") and _followed_by_host(case, credit):
        return looking.EXACT
    bare = credit.text.replace(credit.address or "\0", " ")
    match = looking.name_match(case, bare) if credit.name is None or bare != credit.name else None
    if match:
        return match if match != looking.SIMILAR or credit.name else None
    # The baseline knows no names: what the credit calls the page it leads to is the source's name, but for an author with a page elsewhere.
    if case.terms.publisher is None and case.target and credit.name and case.original.publisher is None and credit.name_href is None:
        return looking.EXACT if _leads_to_target(case, credit) or _leads_to_site(case, credit) else None
    return None


def _leads_to_site(case: Case, credit: Credit) -> bool:
    """The name is a link to the site, or the corner of a shared site, on which the original stands."""
    links = (link for link in case.article.links if credit.start <= link.start < credit.end and link.hidden is None)
    urls = (resolve(credit.href, case.article.base) if credit.href else None, *(looking.resolved(case, link) for link in links))
    return any(url and is_home(url, case.target or "") for url in urls)


def _followed_by_host(case: Case, credit: Credit) -> bool:
    """The words of a credit, and those right behind it, hold what the target's host is called: "Reprinted from Wells in the Desert"."""
    words = case.article.text[credit.start : credit.end + _BESIDE].partition("\n")[0]
    for written in (credit.address, host_of(case.target or "")):
        words = words.replace(written, " ") if written else words
    letters = "".join(letter for letter in fold(words.partition("://")[0]) if letter.isalnum())
    return any(label in letters for label in looking.host_labels(case, _LONG_LABEL))


def _signs(case: Case, words: str) -> bool:
    """Whether words name the author: whose site the original stands on is its publisher."""
    return any(same_name(byline.name, words) and counts(byline.zone, byline.hidden) for byline in case.attribution.bylines)


def _leads_to_target(case: Case, credit: Credit) -> bool:
    if case.target is None:
        return False
    ways = [resolve(credit.href, case.article.base) if credit.href else None, resolve_written(credit.address) if credit.address else None]
    # a translator named on a line of its own is no source, whatever the next line links
    end = credit.end + _BESIDE if credit.sort != "translated" else case.article.blocks[case.article.block_at(credit.start)].end
    ways += [looking.resolved(case, link) for link in case.article.links if credit.start <= link.start < end]
    return any(same_page(way, case.target) or (way and same_page(archived(way), case.target)) for way in ways)


def _hidden_beside(case: Case, credit: Credit) -> tuple[int, int] | None:
    """The name, hidden, in the block beside a credit that a reader sees without it."""
    index = case.article.block_at(credit.start)
    for block in case.article.blocks[max(0, index - 1) : index + 2]:
        if block.hidden not in (None, "comment", *PARTLY) and looking.names_host(case, case.article.text[block.start : block.end]):
            return block.start, block.end
    for start, end in looking.mentions_of(case, looking.wanted_names(case)):
        other = case.article.block_at(start)
        if abs(other - index) == 1 and case.article.blocks[other].hidden not in (None, "comment", *PARTLY):
            return start, end
    return None


def _unseen(verdict: Any, credits: list[Credit]) -> Verdict:
    for how, reason in _PARTLY_SEEN:
        partly = next((credit for credit in credits if credit.hidden == how), None)
        if partly:
            found: Verdict = verdict(reason, looking.of_credit(partly, "near-miss"))
            return found
    aside = next((credit for credit in credits if credit.hidden is None and credit.zone is Zone.ASIDE), None)
    first = aside or credits[0]
    if first.hidden:
        result: Verdict = verdict("hidden", looking.of_credit(first, "near-miss"), how=first.hidden)
    elif first.zone is Zone.ASIDE:
        result = verdict("in-aside", looking.of_credit(first, "near-miss"))
    elif first.zone is Zone.CAPTION:
        result = verdict("only-in-caption", looking.of_credit(first, "near-miss"))
    else:
        result = verdict("outside-article", looking.of_credit(first, "near-miss"), zone=first.zone.value)
    return result


def _mentioned(case: Case, verdict: Any) -> Verdict | None:
    """The name stands in the text, but in no credit. The place nearest to a credit decides."""
    places = looking.mentions_of(case, looking.wanted_names(case))
    ranked: dict[str, tuple[int, int]] = {}
    for start, end in places:
        block = case.article.blocks[case.article.block_at(start)]
        if block.hidden and block.hidden not in PARTLY:
            reason = "hidden"
        elif block.zone is Zone.CAPTION:
            reason = "only-in-caption"
        elif block.zone is Zone.BODY or (block.zone is Zone.HEAD and block.tag in ("h1", "h2")):
            reason = "only-in-prose"
        elif block.zone in (Zone.HEAD, Zone.CREDIT):
            notice = any(each.start <= start < each.end and not each.of_image for each in case.attribution.notices)
            reason = "bare-name" if notice or block.end - block.start <= _SHORT else "only-in-prose"
        else:
            reason = "outside-article"
        ranked.setdefault(reason, (start, end))
    for reason in ("bare-name", "only-in-prose", "only-in-caption", "hidden", "outside-article"):
        if reason in ranked:
            start, end = ranked[reason]
            block = case.article.blocks[case.article.block_at(start)]
            found: Verdict = verdict(reason, looking.of_place(case.article, start, end, "near-miss"), how=block.hidden or "", zone=block.zone.value)
            return found
    return None


def _linked_line(case: Case, verdict: Any) -> Verdict | None:
    """Where nothing tells the publisher's names: a short line that links the original and says more than the link does."""
    for link in case.article.links if not looking.wanted_names(case) else ():
        block = case.article.blocks[link.block]
        short = block.zone in (Zone.HEAD, Zone.CREDIT) and block.hidden is None and link.hidden is None and block.end - block.start <= _SHORT
        if short and (block.end - block.start) > (link.end - link.start) + _SAYS_MORE and same_page(looking.resolved(case, link), case.target):
            if not looking.in_address(case, link.start) and block.tag != "h1":
                named = looking.names_outlet(case, block.start, block.end)
                reason, role = ("named", "match") if named else ("unread-line", "near-miss")
                found: Verdict = verdict(reason, looking.of_place(case.article, link.start, link.end, role))
                return found
    return None


def _weakly(case: Case, verdict: Any) -> Verdict | None:
    weak = case.terms.publisher.weak_names if case.terms.publisher else ()
    for start, end in looking.mentions_of(case, weak):
        block = case.article.blocks[case.article.block_at(start)]
        if counts(block.zone, block.hidden):
            found: Verdict = verdict("weak-name", looking.of_place(case.article, start, end, "near-miss"), word=case.article.text[start:end])
            return found
    return None


def _in_metadata(case: Case, verdict: Any) -> Verdict | None:
    for claim in case.article.claims:
        if claim.name in ("entry:link", "entry:id"):  # a reader follows it: it is the entry's link, and names nobody
            continue
        if looking.name_match(case, claim.value) == looking.EXACT or same_page(resolve(claim.value), case.target):
            found: Verdict = verdict("metadata-only", Evidence("near-miss", Zone.METADATA, claim.value[:200], None, claim.line), field=claim.name)
            return found
    return None


def _nearest(case: Case, near: tuple[Any, ...]) -> tuple[Any, ...]:
    """A credit to somebody else is the nearest miss of an absent one."""
    if near:
        return ()
    other = next((credit for credit in case.attribution.credits if credit.counts and credit.name and not is_front(credit.address or "")), None)
    return (looking.of_credit(other, "near-miss"),) if other else ()


SOURCE_CREDIT = Kind(
    name="source-credit",
    title="The publisher is named as the source",
    manual=__doc__ or "",
    options={},
    reasons=REASONS,
    check=check,
    remedy=credit_block,
)
