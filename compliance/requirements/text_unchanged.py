"""text-unchanged: the words of the article are the original's.

What it asks: the copy carries the text of the original as it is. Both texts are compared word by word, so the original must be given
(--original-text); headline, captions, credits, teasers and the line about the author are left out. Quotation marks, dashes, spaces, capitals,
and paragraphs that were joined or parted change no word. Where the original was changed after the copy was published, and before or behind
all that both texts share, a person must look.

Option allowed: kinds of changes that the terms permit: `time` (today, on Tuesday), `place` (a country added, a dateline), `style` (spelling, figures,
abbreviations, punctuation), `typography`, `cuts` (whole sentences left out), `translation`, `headline` (headings in the text), `corrections`.

Passes:
  unchanged        The cranes stand still.  →  The cranes stand still.
  typography       "The cranes"  →  “The cranes”
  allowed-changes  allowed = ["style"]: the harbour  →  the harbor
Fails:
  cut              a paragraph or sentence of the original is missing
  added            a sentence stands in the copy that the original does not have
  changed          two cranes  →  three cranes
Needs a person:
  perhaps-allowed  allowed = ["style"]: ships  →  vessels, which may be a matter of style
  house-style      the harbour  →  the harbor, where the terms do not speak of style
  moved            a paragraph stands in another place
  edge             the copy ends one paragraph earlier: was that paragraph part of the article?
  original-revised the original was changed after the copy was published, which may follow the earlier text
  translated       the copy is in another language than the original
  other-text       the text that was given as the original has hardly a sentence in common with the copy
  teaser           a feed shows the beginning of the text only
Cannot be tested:
  no-original      the original was not given
  no-text          no paragraph of text was found in the copy or in the original
  incomplete-original the original that was given could not be read whole
  incomplete-input the page could not be read whole
Does not apply:
  translation-allowed allowed = ["translation"], and the copy is a translation
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from compliance.model.case import Case
from compliance.model.finding import Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.weighing import bodies
from compliance.weighing.bodies import DOUBT, Compared

if TYPE_CHECKING:
    from compliance.text.changes import Change

_ASK = "Do the terms forbid such changes too?"
REASONS = {
    "unchanged": Reason(Outcome.PASS, "The words are the original's."),
    "typography": Reason(Outcome.PASS, "The words are the original's; only quotation marks, dashes, spaces or capitals differ."),
    "allowed-changes": Reason(Outcome.PASS, "The terms permit all changes of the text ({counted})."),
    "cut": Reason(Outcome.FAIL, "Part of the original's text is missing ({counted})."),
    "added": Reason(Outcome.FAIL, "The copy has text that is not the original's ({counted})."),
    "changed": Reason(Outcome.FAIL, "Words of the original were changed ({counted})."),
    "perhaps-allowed": Reason(
        Outcome.REVIEW, "The copy differs in a way that the terms may permit ({counted}).", "Are these changes of the permitted sort: {allowed}?"
    ),
    "house-style": Reason(Outcome.REVIEW, "The copy differs in small matters of writing ({counted}).", _ASK),
    "moved": Reason(
        Outcome.REVIEW, "A passage stands in another place than in the original ({counted}).", "Was the text rearranged, or is this how the page is laid out?"
    ),
    "edge": Reason(
        Outcome.REVIEW,
        "Before, behind or beside the text that both share, the copy differs from the original ({counted}).",
        "Do these passages belong to the article itself?",
    ),
    "original-revised": Reason(
        Outcome.REVIEW,
        "The copy differs from the original ({counted}), which was changed on {revised}, after the copy was published.",
        "Does the copy follow the original as it was when it was copied?",
    ),
    "translated": Reason(
        Outcome.REVIEW,
        "The copy is in another language ({own}) than the original ({other}).",
        "Do the terms or the publisher allow a translation, and is it faithful?",
    ),
    "other-text": Reason(
        Outcome.REVIEW, "The text that was given as the original has hardly a sentence in common with the copy.", "Is {location} the original of this copy?"
    ),
    "teaser": Reason(Outcome.REVIEW, "The feed breaks the text off.", "Does the copy itself, which the feed leads to, carry the whole text?"),
    "no-original": Reason(Outcome.UNTESTED, "The original's text was not given (--original-text), or what was given bears another address."),
    "no-text": Reason(Outcome.UNTESTED, "No text that could be compared was found in the copy or in the original."),
    "incomplete-original": Reason(Outcome.UNTESTED, "The original that was given could not be read whole."),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; its text cannot be compared."),
    "translation-allowed": Reason(Outcome.INAPPLICABLE, "The copy is a translation, which the terms permit; its words cannot be compared."),
}
ALLOWED = ("time", "place", "style", "typography", "cuts", "translation", "headline", "corrections")
OPTIONS = {"allowed": Option(tuple, (), ALLOWED, "kinds of changes that the terms permit")}
_DOUBTS = ("perhaps-allowed", "house-style", "moved", "edge")


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Compare the texts, and weigh every change by what the terms permit."""
    found = bodies.compared(case)
    if found is None:
        return Verdict(Outcome.UNTESTED, "no-original")
    allowed: tuple[str, ...] = options["allowed"]
    if found.trouble:
        reason = "translation-allowed" if found.trouble == "translated" and "translation" in allowed else found.trouble
        return Verdict(REASONS[reason].outcome, reason, (), details=_told(case))
    weighed = [(_weigh(change, found, allowed), change) for change in found.changes]
    failing = [change for reason, change in weighed if reason in ("cut", "added", "changed")]
    if failing:
        revised = bodies.revised_later(case)
        largest = max(failing, key=lambda change: change.old_words + change.new_words)
        return _answer(case, "original-revised" if revised else largest.kind, failing, allowed, revised or "")
    for doubt in _DOUBTS:
        doubtful = [change for reason, change in weighed if reason == doubt]
        if doubtful:
            return _answer(case, doubt, doubtful, allowed)
    changed = [change for reason, change in weighed if reason == "allowed-changes"]
    if changed:
        return _answer(case, "allowed-changes", changed, allowed)
    typography = [change for reason, change in weighed if reason == "typography"]
    return _answer(case, "typography" if typography else "unchanged", typography, allowed)


def _weigh(change: "Change", found: Compared, allowed: tuple[str, ...]) -> str:
    """The reason that one change alone would give."""
    weight = bodies.weight(change, found)
    if weight == bodies.NONE:
        return "typography" if change.kind == "typography" else "unchanged"
    if change.kind in allowed or (change.kind == "cut" and change.whole and "cuts" in allowed):
        return "allowed-changes"
    if any(kind in allowed for kind in change.maybe) or (change.kind == "cut" and "cuts" in allowed):
        return "perhaps-allowed"
    if change.kind == "moved":
        return "moved"
    if weight == DOUBT:
        return "edge"
    if change.kind in ("style", "headline") or ("style" in change.maybe and change.kind in ("time", "place")):
        return "house-style"
    return change.kind


def _answer(case: Case, reason: str, changes: "list[Change]", allowed: tuple[str, ...], revised: str = "") -> Verdict:
    details = (*_told(case), ("counted", bodies.counted(changes)), ("allowed", ", ".join(allowed)), ("revised", revised))
    ranked = sorted(changes, key=lambda change: -change.old_words - change.new_words)
    return Verdict(REASONS[reason].outcome, reason, bodies.evidence(case, ranked), details=details)


def _told(case: Case) -> tuple[tuple[str, str], ...]:
    reference = case.reference
    other = reference.article.language if reference else None
    return ("own", case.article.language or "unknown"), ("other", other or "unknown"), ("location", reference.article.location if reference else "")


TEXT_UNCHANGED = Kind(
    name="text-unchanged",
    title="The words of the article are the original's",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
)
