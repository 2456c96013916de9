"""author-institution: the institution of each author is named beside the author.

What it asks: in the byline, in the line below it, or in a paragraph about the author stands the university, institute or like that the author
belongs to. Which one it is, the original tells when it was given: the institutions beside its own authors. Without the original an
institution beside the author's name is taken for the author's; where none stands, a person decides, for authors need not have one. Who pays for the
work ("receives funding from ...") and where the author studied is none.

Passes:
  named             By Jane Doe, University of Stannow: as the original says
  beside-author     By Jane Doe, University of Stannow, and the original was not given
Fails:
  absent            the original names the University of Stannow beside its author, the copy names it nowhere
  hidden            <p hidden>Jane Doe, University of Stannow</p>
  outside-article   the institution is named in the site's navigation, footer or comments only
Needs a person:
  some-missing      the original names two institutions, the copy one of them
  other-institution the copy names another institution beside the author
  not-beside-author the institution is named in the text, not beside the author
  unverified        no institution stands beside an author, and the original was not given
  in-caption        it stands in the caption of a picture
  in-aside          it stands in a side box
  screen-only       it is hidden from screen readers (aria-hidden)
  some-screens      a style sheet hides it on some screens, or until a script shows it
  front-matter      it stands in the front matter; the theme may print it
Cannot be tested:
  incomplete-input  the page could not be read whole, and what was read does not name the institution
Does not apply:
  none-in-original  the original names no institution beside its authors
"""

from collections.abc import Mapping
from typing import Any

from compliance.model.case import Case
from compliance.model.finding import Evidence, Verdict
from compliance.model.kind import Kind, Reason
from compliance.model.outcome import Outcome
from compliance.text.names import names_in, same_name
from compliance.weighing import looking, places
from compliance.weighing.institutions import Institution, beside_authors
from compliance.weighing.remedies import institution_line

REASONS = {
    "named": Reason(Outcome.PASS, "The author's institution is named: {said}."),
    "beside-author": Reason(Outcome.PASS, "An institution is named beside the author: {said}."),
    "absent": Reason(Outcome.FAIL, "The author's institution is not named: {wanted}."),
    "hidden": Reason(Outcome.FAIL, "The author's institution is hidden ({how}): a reader does not see it."),
    "outside-article": Reason(Outcome.FAIL, "The author's institution is named outside the article only ({zone})."),
    "some-missing": Reason(Outcome.REVIEW, "{said} is named beside the author, {missing} is not.", "Must {missing} be named too?"),
    "other-institution": Reason(
        Outcome.REVIEW, "The copy names {said} beside the author; the original names {wanted}.", "Is {said} the same institution as {wanted}?"
    ),
    "not-beside-author": Reason(Outcome.REVIEW, "{said} is named, but not beside the author.", "Does a reader learn that the author belongs to {said}?"),
    "unverified": Reason(Outcome.REVIEW, "No institution is named beside an author.", "Do the authors belong to an institution, and does the copy name it?"),
    "in-caption": Reason(Outcome.REVIEW, "The author's institution stands in the caption of a picture.", "Does a reader learn from it where the author works?"),
    "in-aside": Reason(Outcome.REVIEW, "The author's institution stands in a side box.", "Does this box speak of the article's author?"),
    "screen-only": Reason(
        Outcome.REVIEW, "The author's institution is hidden from screen readers (aria-hidden).", "Is an institution that screen readers skip good enough?"
    ),
    "some-screens": Reason(
        Outcome.REVIEW,
        "A style sheet hides the author's institution on some screens, or until a script shows it.",
        "Do the page's readers see the institution?",
    ),
    "front-matter": Reason(
        Outcome.REVIEW,
        "The author's institution stands in the front matter.",
        "Does the site's theme print this line of the front matter beside the article?",
    ),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; the author's institution was not found in what was read."),
    "none-in-original": Reason(Outcome.INAPPLICABLE, "The original names no institution beside its authors."),
}
_BETTER = ("screen-only", "some-screens", "front-matter", "in-aside", "in-caption", "hidden", "outside-article")


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """With the original its institutions are looked for, without it any beside an author."""
    authors = case.reference.attribution.authors if case.reference else ()
    shown = [each for each in beside_authors(case.article, case.attribution, case.lexicon, authors) if not _is_outlet(case, each.name)]
    told = bool(authors)
    wanted = beside_authors(case.reference.article, case.reference.attribution, case.lexicon) if case.reference and told else []
    names = tuple(dict.fromkeys(each.name for each in wanted if not _is_outlet(case, each.name)))
    if told and not names:
        return _answer(case, "none-in-original", names, None)
    if not told:
        first = next((each for each in shown if places.hindrance(case.article, each.start, each.end) is None), None)
        return _answer(case, "beside-author" if first else "incomplete-input" if case.article.incomplete else "unverified", names, first)
    seen = [each for each in shown if places.hindrance(case.article, each.start, each.end) is None]
    found = {name: next((each for each in seen if _same(each.name, name)), None) for name in names}
    missing = [name for name in names if found[name] is None]
    first = next((each for each in found.values() if each), None)
    if not missing:
        return _answer(case, "named", names, first)
    if first:
        return _answer(case, "some-missing", names, first, missing)
    if seen:
        return _answer(case, "other-institution", names, seen[0])
    elsewhere = _elsewhere(case, names)
    reason, place = elsewhere or ("absent", None)
    if case.article.incomplete and REASONS[reason].outcome is Outcome.FAIL:
        reason = "incomplete-input"
    return _answer(case, reason, names, place)


def _same(one: str, other: str) -> bool:
    """Whether two names are one institution's, as one may be written with its department."""
    left, right = Institution(one, 0, 0).key, Institution(other, 0, 0).key
    return same_name(one, other) or left in right or right in left


def _is_outlet(case: Case, name: str) -> bool:
    """Whether a name that looks like an institution's is the publisher's or the copying site's."""
    return looking.name_match(case, name) == looking.EXACT or any(same_name(name, own) for own in case.republisher.names)


def _elsewhere(case: Case, names: tuple[str, ...]) -> tuple[str, Institution] | None:
    """Where else an institution is named, and what that is worth; the best of the places."""
    found: dict[str, Institution] = {}
    for name in names:
        for at in names_in(case.attribution.folded, name):
            if not looking.in_terms(case, at):
                reason = places.hindrance(case.article, at, at + len(name)) or "not-beside-author"
                found.setdefault(reason, Institution(case.article.text[at : at + len(name)], at, at + len(name)))
    return next(((reason, found[reason]) for reason in ("not-beside-author", *_BETTER) if reason in found), None)


def _answer(case: Case, reason: str, wanted: tuple[str, ...], place: Institution | None, missing: list[str] | None = None) -> Verdict:
    evidence: tuple[Evidence, ...] = ()
    details = {"wanted": ", ".join(wanted), "missing": ", ".join(missing or ())}
    if place:
        block = case.article.blocks[case.article.block_at(place.start)]
        role = "match" if REASONS[reason].outcome is Outcome.PASS else "near-miss"
        evidence = (looking.of_place(case.article, place.start, place.end, role),)
        details |= {"said": place.name, "how": block.hidden or "", "zone": block.zone.value}
    remedy = institution_line(case, wanted) if REASONS[reason].outcome is Outcome.FAIL else None
    return Verdict(REASONS[reason].outcome, reason, evidence, looking.searched(case, *wanted), tuple(details.items()), remedy)


AUTHOR_INSTITUTION = Kind(
    name="author-institution",
    title="The authors' institutions are named",
    manual=__doc__ or "",
    options={},
    reasons=REASONS,
    check=check,
)
