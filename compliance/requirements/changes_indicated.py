"""changes-indicated: a copy that was changed says so.

What it asks: where the copy differs from the original, a note with the article says that it was edited, shortened, adapted or translated. Whether it
differs is told by comparing it with the original (--original-text), by the language, or by the configuration (edited = true). A note that the
original carries itself ("this interview has been edited for length") says nothing of the copy.

Option anchors: texts that count as the note, in any language or by language, as "Additional reporting by"; none: any note of edits counts.

Passes:
  indicated        This article has been edited for length.
Fails:
  absent           the copy differs from the original, and no note says so
  hidden           <p hidden>This article has been edited.</p>
  originals-note   the only note is the original's own: "This interview has been edited for clarity"
Needs a person:
  small-changes    the copy differs in its writing, times or places only, and no note says so
  unclear          no note says so, and whether the copy was changed is doubtful: passages missing at its end, an original that was revised later
  perhaps-originals this interview "has been edited for clarity": by the original's publisher or for this copy?
  in-prose         the words stand in a paragraph of the text, and may speak of something else
  outside-article  the note stands outside the article, or in a side box
  translated       the copy seems to be a translation, and says so nowhere
  other-text       the text that was given as the original has hardly a sentence in common with the copy
Cannot be tested:
  no-original      no note says so, and nothing tells whether the copy was changed
  incomplete-input the page could not be read whole, and what was read holds no note
Does not apply:
  unchanged        the words are the original's
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from compliance.model.article import ARTICLE_ZONES, PARTLY, Zone
from compliance.model.case import Case
from compliance.model.finding import Evidence, Searched, Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.model.terms import Texts
from compliance.text.language import primary
from compliance.text.words import fold, occurrences
from compliance.weighing import bodies, looking
from compliance.weighing.conditions import declared, is_translated

REASONS = {
    "indicated": Reason(Outcome.PASS, "A note says that the text was changed."),
    "absent": Reason(Outcome.FAIL, "The copy differs from the original ({counted}), and no note says so."),
    "hidden": Reason(Outcome.FAIL, "The note of changes is hidden: a reader does not see it."),
    "originals-note": Reason(Outcome.FAIL, "The copy differs from the original ({counted}); the only note of edits is the original's own."),
    "small-changes": Reason(
        Outcome.REVIEW, "The copy differs in small matters only ({counted}), and no note says so.", "Do the terms ask for a note of changes so small?"
    ),
    "unclear": Reason(
        Outcome.REVIEW, "No note speaks of changes, and whether the copy was changed is doubtful ({counted}).", "Was the text changed for this copy?"
    ),
    "perhaps-originals": Reason(
        Outcome.REVIEW,
        "A note of edits stands in the copy, which may be the original's own.",
        "Was this note written for the copy, or does the original carry it too?",
    ),
    "in-prose": Reason(
        Outcome.REVIEW, "Words that may be a note of changes stand in the text itself.", "Do these words say that the article was changed for this copy?"
    ),
    "outside-article": Reason(
        Outcome.REVIEW, "A note of changes stands outside the article ({zone}).", "Does this note speak of the article, and do its readers see it?"
    ),
    "translated": Reason(Outcome.REVIEW, "The copy seems to be a translation, and no note says so.", "Is the copy a translation?"),
    "other-text": Reason(
        Outcome.REVIEW, "The text that was given as the original has hardly a sentence in common with the copy.", "Is {location} the original of this copy?"
    ),
    "no-original": Reason(Outcome.UNTESTED, "No note speaks of changes; whether there are any cannot be told without the original (--original-text)."),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; no note of changes was found in what was read."),
    "unchanged": Reason(Outcome.INAPPLICABLE, "The words are the original's: there is no change to indicate."),
}
OPTIONS = {"anchors": Option(dict, (), (), "texts that count as the note, as “Additional reporting by”; none: any note of edits")}
_TALKS = (
    "interview", "conversation", "transcript", "q&a", "entretien", "entrevista", "intervista", "gesprach", "interviu", "gesprek", "интервью", "беседа",
    "разговор", "інтерв", "rozmow", "wywiad", "rozhovor", "samtal", "intervju", "conversa", "roportaj", "访谈", "采访", "訪談", "インタビュー", "مقابلة",
)  # fmt: skip
"""Words for talks, which their first publishers print edited."""
_ORDER = ("indicated", "perhaps-originals", "in-prose", "outside-article", "hidden", "originals-note")


class _Place(NamedTuple):
    """Where a note may stand: text[start:end], the words that tell it at `phrase`."""

    start: int
    end: int
    phrase: int
    sure: bool


class _Note(NamedTuple):
    """A note of changes. reason: what it is worth, as a key of REASONS."""

    reason: str
    evidence: Evidence


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Find a note; without one, find out whether there is anything to note."""
    found = bodies.compared(case)
    changed, counted = _changed(case, found)
    if changed == "unchanged":
        return _answer(case, "unchanged", None, counted)
    note = min(_notes(case, options["anchors"]), key=lambda each: _ORDER.index(each.reason), default=None)
    if note and note.reason not in ("originals-note", "hidden"):
        return _answer(case, note.reason, note, counted)
    if changed == "absent" and note:
        return _answer(case, note.reason, note, counted)
    if changed in ("absent", "no-original") and case.article.incomplete:
        return _answer(case, "incomplete-input", note, counted)
    return _answer(case, changed, note, counted)


def _answer(case: Case, reason: str, note: _Note | None, counted: str) -> Verdict:
    zone = note.evidence.zone.value if note else ""
    details = (("counted", counted), ("zone", zone), ("location", case.reference.article.location if case.reference else ""))
    evidence: tuple[Evidence, ...] = (note.evidence,) if note else ()
    if reason == "absent":
        found = bodies.compared(case)
        firm = [change for change in found.changes if bodies.weight(change, found) == bodies.FIRM] if found and not found.trouble else []
        evidence = bodies.evidence(case, firm)
    return Verdict(REASONS[reason].outcome, reason, evidence, Searched(ARTICLE_ZONES, ()), details)


def _changed(case: Case, found: bodies.Compared | None) -> tuple[str, str]:
    """What must be said if no note is there, and how many changes there are: `unchanged`, `absent` or a question."""
    told = declared(case, "edited")
    if told is not None:
        return ("absent", "by the configuration") if told else ("unchanged", "")
    if found is None:
        return ("translated" if is_translated(case) else "no-original"), ""
    if found.trouble == "translated":
        return "absent", "translated"
    if found.trouble in ("other-text", "teaser"):
        return ("other-text" if found.trouble == "other-text" else "no-original"), ""
    if found.trouble == "incomplete-input":
        return "incomplete-input", ""
    if found.trouble:
        return "no-original", ""
    weights = [(bodies.weight(change, found), change) for change in found.changes]
    firm = [change for weight, change in weights if weight == bodies.FIRM]
    small = [change for weight, change in weights if weight == bodies.SMALL]
    doubtful = [change for weight, change in weights if weight == bodies.DOUBT]
    if firm and (revised := bodies.revised_later(case)):
        return "unclear", f"{bodies.counted(firm)}; the original was changed on {revised}"
    for reason, changes in (("absent", firm), ("small-changes", small), ("unclear", doubtful)):
        if changes:
            return reason, bodies.counted(changes)
    return "unchanged", ""


def _notes(case: Case, anchors: Texts) -> list[_Note]:
    """Every note of changes, weighed."""
    original = " ".join(case.reference.attribution.folded.split()) if case.reference else None
    return [_weighed(case, note, original) for note in (_anchored(case, anchors) if anchors else _remarked(case))]


def _remarked(case: Case) -> Iterator[_Place]:
    """Where the copy speaks of edits; of a translation, its translator's credit says enough."""
    yield from (_Place(remark.start, remark.end, remark.phrase, remark.sure) for remark in case.attribution.remarks if remark.sort == "edited")
    if is_translated(case):
        yield from (_Place(credit.start, credit.end, credit.start, True) for credit in case.attribution.credits if credit.sort == "translated")


def _anchored(case: Case, anchors: Texts) -> Iterator[_Place]:
    """Where one of the texts stands that the terms give, in the copy's language if they give any in it."""
    own = primary(case.article.language)
    texts = [text for language, several in anchors for text in several if language in ("", own) or own is None or own not in dict(anchors)]
    for text in texts:
        for at in occurrences(case.attribution.folded, fold(" ".join(text.split()))):
            if not looking.in_terms(case, at):
                yield _Place(at, case.article.blocks[case.article.block_at(at)].end, at, True)


def _weighed(case: Case, place: _Place, original: str | None) -> _Note:
    """What a note is worth. original: the original's words, None when it is not given."""
    block = case.article.blocks[case.article.block_at(place.phrase)]
    evidence = looking.of_place(case.article, place.start, min(place.end, block.end), "near-miss")
    sentence = " ".join(case.attribution.folded[place.start : place.end].split())
    if block.zone is Zone.HIDDEN or (block.hidden and block.hidden not in PARTLY):
        return _Note("hidden", evidence)
    if original is not None and sentence.strip(" .*_") in original:
        return _Note("originals-note", evidence)
    if block.zone not in ARTICLE_ZONES:
        return _Note("outside-article", evidence)
    if not place.sure:
        return _Note("in-prose", evidence)
    if original is None and any(word in sentence for word in _TALKS):
        return _Note("perhaps-originals", evidence)
    return _Note("indicated", evidence._replace(role="match"))


CHANGES_INDICATED = Kind(
    name="changes-indicated",
    title="A copy that was changed says so",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
)
