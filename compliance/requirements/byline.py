"""byline: the author of the original is named where a reader sees it.

What it asks: in the article's head, body or credit the author stands in the author's place ("By Jane Doe"), or in the
credit or the notice. Who wrote the original is known when the original's data name the author (JSON-LD `isBasedOn`, the feed's
entry, front matter `original_author`), when the original itself was given and names one, or when the copy's own notice
names the person of its byline; otherwise a byline may be the republisher's own staff, and a person decides.

Option form: `author` (default), or `author-and-outlet` when the byline must name the publisher too: on its line, or the next.

Passes:
  named            <p class="byline">By Alexander Mercouris</p>, and the notice or the source's data name him too; or a line that the known author's
                   name opens ("Jane Doe, University of Stannow")
  named-with-outlet form = "author-and-outlet": By Alexander Mercouris, The Duran
Fails:
  no-outlet        form = "author-and-outlet": By Alexander Mercouris
  absent           no author is named
  hidden           the byline is hidden
  metadata-only    <meta name="author" content="Alexander Mercouris"> only
  other-name       the byline names somebody else than the author of the original
Needs a person:
  unverified       a byline is shown, and nothing tells whether this person wrote the original; or an outlet stands in the author's
                   place, or a name that only the page's markup calls the author: it may be the copying site's own account; or a line of
                   a name and the publisher's without a phrase ("Jane Doe | The Duran"): it may credit a picture
  similar-outlet   form = "author-and-outlet": By Alexander Mercouris, The Duran Gazette
  in-credit        form = "author-and-outlet": the credit names author and publisher, no byline does; or a line without a phrase
                   ("Jane Doe | The Duran") beside another byline
  some-screens     a style sheet hides the byline on some screens, or until a script shows it
Cannot be tested:
  incomplete-input the page could not be read whole, and what was read holds no byline
"""

from collections.abc import Mapping
from typing import Any

from compliance.model.article import SOME_SCREENS, Zone, counts
from compliance.model.attribution import Byline
from compliance.model.case import Case
from compliance.model.finding import Evidence, Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.text.names import mentions, names_in, same_name
from compliance.text.patterns import lazy
from compliance.text.words import fold
from compliance.weighing import looking
from compliance.weighing.remedies import byline_line, publisher_of

REASONS = {
    "named": Reason(Outcome.PASS, "{author} is named as the author."),
    "named-with-outlet": Reason(Outcome.PASS, "The byline names {author} and {publisher}."),
    "no-outlet": Reason(Outcome.FAIL, "The byline names {author}, but not {publisher}."),
    "absent": Reason(Outcome.FAIL, "No author is named."),
    "hidden": Reason(Outcome.FAIL, "The byline is hidden ({how}): a reader does not see it."),
    "metadata-only": Reason(Outcome.FAIL, "{author} is named in the metadata only: a reader does not see it."),
    "other-name": Reason(Outcome.FAIL, "The byline names {author}; the author of the original is {wanted}."),
    "unverified": Reason(Outcome.REVIEW, "The byline names {author}; nothing tells who wrote the original.", "Did {author} write the original article?"),
    "similar-outlet": Reason(Outcome.REVIEW, "The byline names “{outlet}”; the publisher is {publisher}.", "Is “{outlet}” the publisher {publisher}?"),
    "in-credit": Reason(
        Outcome.REVIEW, "The credit names {author} and {publisher}; no byline names both.", "Do the terms accept author and publication in the credit?"
    ),
    "some-screens": Reason(
        Outcome.REVIEW, "A style sheet hides the byline on some screens, or until a script shows it.", "Do the page's readers see the byline?"
    ),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; no byline was found in what was read."),
}
OPTIONS = {"form": Option(str, "author", ("author", "author-and-outlet"), "what the byline names: the author, or the author and the publisher")}
_STATEMENT = 120  # characters of a statement before and behind the phrase that makes it one
_NAME = r"(?:[^\W\d_a-z][\w.'’-]*\s){1,3}[^\W\d_a-z][\w.'’-]*"
_NAME_AND_OUTLET = lazy(rf"({_NAME}(?:(?:,|\s(?:and|&|und|et|y|e|en|og|och|и))\s{_NAME})*)(?:\s*[,|/·•\n–—]\s*|\s+-\s+|\s*\((?=.*\)$))([^|,\n]{{3,60}}?)\)?")
_ROLE = lazy(r"\s*(?:$|[,|(·•\n]|[–—-]\s)")
_MORE = 20  # characters by which an outlet may be longer than the publisher's name, and be asked after
_EDGES = " .,()|/–—-·•"
_BETWEEN = 40  # characters between an author's name and the publisher's on one line


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Look for the author, and for the publisher beside the author where the terms want both."""
    verdict = _author(case)
    if options["form"] == "author" or verdict.reason not in ("named", "unverified"):
        return verdict
    return _with_outlet(case, verdict)


def _with_outlet(case: Case, verdict: Verdict) -> Verdict:
    """The verdict on the author, with what a byline says of the publisher."""
    wanted = case.original.authors
    people = [byline for byline in case.attribution.bylines if counts(byline.zone, byline.hidden) and _may_be_person(case, byline)]
    people = [byline for byline in people if not wanted or any(looking.names_holder(case, byline.name, author) for author in wanted)]
    line = _bare_line(case)
    if not people and verdict.reason == "unverified":
        return verdict
    said = [(_outlet(case, byline), byline) for byline in people]
    found = next((each for each in said if each[0][0]), (("", ""), people[0] if people else None))
    (match, outlet), byline = found
    if match in (looking.EXACT, looking.WEAK):
        reason = "named-with-outlet"
    elif match:
        reason = "similar-outlet"
    elif line and (not wanted or any(looking.names_holder(case, line.name, author) for author in wanted)):
        reason, byline, outlet = "named-with-outlet" if wanted else "in-credit", line, line.outlet or ""
    else:
        author = dict(verdict.details)["author"]
        together = any(
            credit.counts and mentions(_line(case, credit.start), author) and looking.name_match(case, credit.text) for credit in case.attribution.credits
        )
        reason = "in-credit" if together else "no-outlet"
    details = dict(verdict.details) | {"publisher": publisher_of(case), "outlet": outlet}
    if byline and reason != "in-credit":
        details["author"] = byline.name
    role = "match" if reason == "named-with-outlet" else "near-miss"
    evidence = (Evidence(role, byline.zone, f"{byline.name}, {outlet}" if outlet else byline.name, None, byline.line),) if byline else verdict.evidence
    return Verdict(REASONS[reason].outcome, reason, evidence, verdict.searched, tuple(details.items()))


def _outlet(case: Case, byline: Byline) -> tuple[str, str]:
    """How a byline's line, or the next, names the publisher: the match, and the words; two empty texts when neither does."""
    if byline.outlet and (match := looking.name_match(case, byline.outlet)):
        return match, byline.outlet
    article = case.article
    for start, end in places_of(case, byline):
        index = article.block_at(start)
        block = article.blocks[index]
        behind = article.text[end : min(block.end, end + _BETWEEN + _longest_name(case))].partition("\n")[0]
        for name in looking.wanted_names(case):
            at = next(iter(names_in(fold(behind), name)), -1)
            beside = not any(sign in behind[:at] for sign in ".!?;:") or (not behind[:at].strip(" .") and same_name(behind[at:], name))
            if 0 <= at <= _BETWEEN and beside and looking.name_match(case, behind[at:]) == looking.EXACT:
                return looking.EXACT, name
        rest = behind.strip(_EDGES)
        if rest and ":" not in rest and len(rest) <= _longest_name(case) + _MORE and (match := looking.name_match(case, rest)):
            return match, rest
        following = article.blocks[index + 1] if index + 1 < len(article.blocks) else None
        nearest = [article.text[end : block.end].partition("\n")[2].partition("\n")[0]]
        if following and counts(following.zone, following.hidden):
            nearest.append(article.text[following.start : following.end])
        for line in nearest:
            if any(same_name(line, name) for name in looking.wanted_names(case)):
                return looking.EXACT, line.strip()
    return "", ""


def _bare_line(case: Case) -> Byline | None:
    """A line that holds nothing but a name and the publisher's: "Jane Doe | The Gazette". It may credit the author, or a picture."""
    article = case.article
    for block in article.blocks:
        if not counts(block.zone, block.hidden) or block.zone is Zone.CAPTION or block.end - block.start > _STATEMENT or looking.in_terms(case, block.start):
            continue
        match = _NAME_AND_OUTLET.fullmatch(article.text[block.start : block.end].strip())
        if match and any(same_name(match.group(2), name) for name in looking.wanted_names(case)) and looking.name_match(case, match.group(1)) is None:
            return Byline(match.group(1), match.group(2), block.zone, block.hidden, article.line_at(block.start))
    return None


def _opened_by(case: Case, author: str) -> Byline | None:
    """A short line that the known author's name opens, alone or with a role or a house: "Jane Doe, University of Stannow"."""
    article = case.article
    for at in names_in(case.attribution.folded, author):
        block = article.blocks[article.block_at(at)]
        alone = block.start == at and block.end - block.start <= _STATEMENT and block.zone is not Zone.CAPTION
        if alone and counts(block.zone, block.hidden) and _ROLE.match(article.text, at + len(author), block.end) and not looking.in_terms(case, at):
            return Byline(author, None, block.zone, block.hidden, article.line_at(at))
    return None


def _longest_name(case: Case) -> int:
    return max(map(len, looking.wanted_names(case)), default=0) + 1


def _line(case: Case, offset: int) -> str:
    """The block that holds an offset, as far as it is one statement: "This story by Jane Doe was first published by The Gazette"."""
    block = case.article.blocks[case.article.block_at(offset)]
    return case.article.text[max(block.start, offset - _STATEMENT) : min(block.end, offset + _STATEMENT)]


def places_of(case: Case, byline: Byline) -> list[tuple[int, int]]:
    """Where a byline's name stands: on its line, in its zone; the first place of it."""
    at = case.article.text.find(byline.name)
    while at >= 0:
        if case.article.blocks[case.article.block_at(at)].zone is byline.zone and case.article.line_at(at) == byline.line:
            return [(at, at + len(byline.name))]
        at = case.article.text.find(byline.name, at + 1)
    return []


def _author(case: Case) -> Verdict:
    """Look for the known author first, then for any byline."""
    shown = [byline for byline in case.attribution.bylines if counts(byline.zone, byline.hidden)]
    shown.sort(key=lambda byline: not _may_be_person(case, byline))
    notices = [notice for notice in case.attribution.notices if counts(notice.zone, notice.hidden) and not notice.of_image]
    wanted = case.original.authors

    def verdict(reason: str, byline: Byline | None) -> Verdict:
        evidence: tuple[Evidence, ...] = ()
        if byline:
            role = "match" if reason == "named" else "near-miss"
            zone = Zone.HIDDEN if byline.hidden and byline.hidden != SOME_SCREENS else byline.zone
            evidence = (Evidence(role, zone, byline.name, None, byline.line),)
        details = (("author", byline.name if byline else ""), ("wanted", ", ".join(wanted)), ("how", byline.hidden or "" if byline else ""))
        return Verdict(REASONS[reason].outcome, reason, evidence, looking.searched(case, *wanted), details)

    for byline in shown:
        if any(looking.names_holder(case, byline.name, author) for author in wanted) or (
            byline.told and _may_be_person(case, byline) and any(mentions(notice.text, byline.name) for notice in notices)
        ):
            return verdict("named", byline)
    statements = [(notice.text, notice.zone, notice.line) for notice in notices]
    statements += [(_line(case, credit.start), credit.zone, credit.line) for credit in case.attribution.credits if credit.counts]
    for author in wanted:
        for text, zone, line in statements:
            if mentions(text, author):
                return verdict("named", Byline(author, None, zone, None, line))
        named_first = _opened_by(case, author)
        if named_first:
            return verdict("named", named_first)
    for notice in notices if not wanted else ():
        # "© Lena Thorsby, ProPublica": who shares the notice with the publisher is the author
        people = [holder for holder in notice.names if " " in holder and looking.name_match(case, holder) is None]
        if people and len(people) < len(notice.names):
            return verdict("named", Byline(people[0], None, notice.zone, None, notice.line))
    bare = None if shown else _bare_line(case)
    if bare and (not wanted or any(looking.names_holder(case, bare.name, author) for author in wanted)):
        return verdict("named" if wanted else "unverified", bare)
    if shown:
        return verdict("other-name" if wanted else "unverified", shown[0])
    if case.article.incomplete:
        return verdict("incomplete-input", None)
    hidden = next((byline for byline in case.attribution.bylines if byline.hidden), None)
    if hidden:
        return verdict("some-screens" if hidden.hidden == SOME_SCREENS else "hidden", hidden)
    silent = next((byline for byline in case.attribution.bylines if byline.zone is Zone.METADATA), None)
    return verdict("metadata-only", silent) if silent else verdict("absent", None)


def _may_be_person(case: Case, byline: Byline) -> bool:
    """An outlet, the publisher or the copying site, in the author's place names no person."""
    return byline.person and looking.name_match(case, byline.name) is None and not any(same_name(byline.name, name) for name in case.republisher.names)


BYLINE = Kind(
    name="byline",
    title="The author is named",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
    remedy=byline_line,
)
