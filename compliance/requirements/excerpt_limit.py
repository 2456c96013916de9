"""excerpt-limit: an excerpt is no longer than the terms permit.

What it asks: a copy that takes a part of the original takes no more of it than the terms name. It speaks of excerpts only: whether the whole
article may be copied other demands tell, so a copy that carries all of it is a question. What is counted is the original's text in the copy, wherever it
stands; the copy's own text around it does not count, and can be told from it only if the original is given (--original-text). In scripts
without spaces a letter counts as a word.

Options words, characters, paragraphs, percent (of the original's words): the limits; 0 for none.

Passes:
  within           words = 100, and the copy carries 82 words of the original
  short            words = 100, and the whole copy has 90
Fails:
  too-long         words = 100, and the copy carries 240 words of the original
Needs a person:
  about            words = 100, and the copy carries 104: how does the publisher count?
  whole-article    the copy carries the whole original: do the terms allow that?
  quoted           a quotation in the copy is longer than the limit, and nothing tells whether it is the original's
  translated       the copy is in another language than the original
  other-text       the text that was given as the original has hardly a sentence in common with the copy
Cannot be tested:
  no-original      the copy is longer than the limit; which part of it is the original's cannot be told
  no-text          no paragraph of text was found in the copy or in the original
  incomplete-original the original that was given could not be read whole
  incomplete-input the page could not be read whole, and what was read is within the limit
Does not apply:
  no-limit         the terms name no figure
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from compliance.model.article import Zone
from compliance.model.case import Case
from compliance.model.finding import Evidence, Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.text.words import is_dense
from compliance.weighing import bodies

if TYPE_CHECKING:
    from compliance.text.sides import Passage

REASONS = {
    "within": Reason(Outcome.PASS, "The copy carries {told} of the original; the terms permit {limits}."),
    "short": Reason(Outcome.PASS, "The whole text of the copy ({told}) is within the limit of {limits}."),
    "too-long": Reason(Outcome.FAIL, "The copy carries {told} of the original; the terms permit {limits}."),
    "about": Reason(
        Outcome.REVIEW,
        "The copy carries {told} of the original, just over the {limits} that the terms permit.",
        "Is this over the limit as the publisher counts?",
    ),
    "whole-article": Reason(
        Outcome.REVIEW,
        "The copy carries the whole original ({told}), and no excerpt of it; the terms permit excerpts of {limits}.",
        "Do the terms or the publisher allow the whole article to be copied?",
    ),
    "quoted": Reason(
        Outcome.REVIEW, "A quotation in the copy ({told}) is longer than the {limits} that the terms permit.", "Is this quotation taken from the original?"
    ),
    "translated": Reason(
        Outcome.REVIEW,
        "The copy is a translation of {told}; the terms permit excerpts of {limits}.",
        "Does the copy translate more of the original than the limit?",
    ),
    "other-text": Reason(
        Outcome.REVIEW, "The text that was given as the original has hardly a sentence in common with the copy.", "Is {location} the original of this copy?"
    ),
    "no-original": Reason(
        Outcome.UNTESTED, "How much of the copy ({told}) is the original's cannot be told without the original (--original-text); the terms permit {limits}."
    ),
    "no-text": Reason(Outcome.UNTESTED, "No text that could be counted was found in the copy or in the original."),
    "incomplete-original": Reason(Outcome.UNTESTED, "The original that was given could not be read whole."),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; what was read carries {told} of the original."),
    "no-limit": Reason(Outcome.INAPPLICABLE, "The terms name no figure for excerpts."),
}
UNITS = ("words", "characters", "paragraphs", "percent")
OPTIONS = {unit: Option(int, 0, (), f"the most {unit} of the original that may be taken; 0: no such limit") for unit in UNITS}
_RUN, _RUN_DENSE = 5, 10  # words in common that are no coincidence
_LEAST, _LEAST_DENSE = 15, 30  # words of one run that make the copy an excerpt, whatever else it holds
_WHOLE = 0.9  # of the original that make the whole of it
_MOST = 0.6  # of the original's page that make the whole of it where nothing is missing but passages that may not be the article's
_OVER = 1.1  # times the limit: within what two ways of counting differ by
_PARAGRAPH = 0.5  # of a paragraph that make it taken


class _Size(NamedTuple):
    """How long a text is, in each unit; percent is None where it cannot be told."""

    words: int
    characters: int
    paragraphs: int
    percent: float | None = None


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Count what the copy carries of the original, or all of it where the original is not given."""
    limits = {unit: options[unit] for unit in UNITS if options[unit] > 0}
    own = [passage for passage in bodies.passages(case.article, case.attribution) if passage.core]
    whole = _size(own)
    if not limits:
        return Verdict(Outcome.INAPPLICABLE, "no-limit")
    if not own:
        return _answer(case, "no-text", whole, limits)
    found = bodies.compared(case)
    if case.reference is None or found is None:
        return _alone(case, own, whole, limits)
    if found.trouble in ("incomplete-original", "translated", "no-text"):
        short = "percent" not in limits and not _exceeds(whole, limits) and not case.article.incomplete
        return _answer(case, "short" if short else found.trouble, whole, limits)
    original = [passage for passage in bodies.passages(case.reference.article, case.reference.attribution) if passage.core]
    taken, longest = _taken(original, case)
    if found.trouble == "other-text" and longest < (_LEAST_DENSE if _is_dense(original) else _LEAST):
        return _answer(case, "other-text", taken, limits)
    share = (taken.percent or 0) / 100
    if share >= _WHOLE or (share >= _MOST and not any(change.kind == "cut" and bodies.weight(change, found) == bodies.FIRM for change in found.changes)):
        return _answer(case, "whole-article" if _exceeds(taken, limits) else "within", taken, limits)
    if _exceeds(taken, limits, _OVER):
        return _answer(case, "too-long", taken, limits)
    if _exceeds(taken, limits):
        return _answer(case, "about", taken, limits)
    return _answer(case, "incomplete-input" if case.article.incomplete else "within", taken, limits)


def _alone(case: Case, own: "list[Passage]", whole: _Size, limits: dict[str, int]) -> Verdict:
    """What the copy alone tells: a copy that is shorter than the limit keeps to it."""
    if case.article.incomplete:
        return _answer(case, "incomplete-input", whole, limits)
    if "percent" not in limits and not _exceeds(whole, limits):
        return _answer(case, "short", whole, limits)
    quotes = [(mark.start, mark.end) for mark in case.article.marks if mark.sort == "quote"]
    for start, end in quotes:
        quoted = _size([passage for passage in own if start <= passage.start < end])
        if "percent" not in limits and quoted.words < whole.words * _WHOLE and _exceeds(quoted, limits, _OVER):
            return _answer(case, "quoted", quoted, limits, case.article.text[start:end], case.article.line_at(start))
    return _answer(case, "no-original", whole, limits)


def _size(passages: "list[Passage]") -> _Size:
    from compliance.text.tokens import tokenise

    words = sum(sum(_counts(key) for key in tokenise(passage.text).keys) for passage in passages)
    return _Size(words, sum(len(" ".join(passage.text.split())) for passage in passages), sum(map(_paragraphs, passages)))


def _paragraphs(passage: "Passage") -> int:
    return 0 if passage.heading else sum(bool(piece.strip()) for piece in passage.text.split("\n\n"))


def _counts(key: str) -> bool:
    """Whether a word is one for whoever counts words: signs are none."""
    return key[0].isalnum()


def _taken(original: "list[Passage]", case: Case) -> tuple[_Size, int]:
    """How much of the original's text stands in the copy, and the longest run of its words there.

    What either of them has twice counts once: a repeated passage of the original, a pull quote of the copy.
    """
    copied = list(bodies.passages(case.article, case.attribution))
    length = _RUN_DENSE if _is_dense(original) else _RUN
    there, here = _shared(original, copied, length), _shared(copied, original, length)
    total = sum(part.words for part in there)
    words = min(sum(part.taken for part in side) for side in (there, here))
    characters = min(sum(part.characters for part in side) for side in (there, here))
    whole = {passage.text: _paragraphs(passage) for passage, part in zip(original, there, strict=True) if part.taken and part.taken >= _PARAGRAPH * part.words}
    return _Size(words, characters, sum(whole.values()), 100 * words / max(1, total)), max((part.longest for part in there), default=0)


class _Shared(NamedTuple):
    """What a passage shares with another text. longest: run of words, signs included."""

    words: int
    taken: int
    characters: int
    longest: int


def _shared(passages: "list[Passage]", others: "list[Passage]", length: int) -> list[_Shared]:
    """What each passage shares with the other text, in runs of that many words."""
    from compliance.text.alignment import covered, shingles
    from compliance.text.tokens import tokenise

    known = frozenset(run for other in others for run in shingles(tokenise(other.text).keys, length))
    found = []
    for passage in passages:
        tokens = tokenise(passage.text)
        flags = covered(tokens.keys, known, length)
        counted = [_counts(key) for key in tokens.keys]
        ends = [tokens.starts[at + 1] if at + 1 < len(flags) and flags[at + 1] else tokens.ends[at] for at in range(len(flags))]
        characters = sum(ends[at] - tokens.starts[at] for at, flag in enumerate(flags) if flag)
        found.append(_Shared(sum(counted), sum(both and flag for both, flag in zip(counted, flags, strict=True)), characters, _longest(flags)))
    return found


def _longest(flags: list[bool]) -> int:
    best = here = 0
    for flag in flags:
        here = here + 1 if flag else 0
        best = max(best, here)
    return best


def _is_dense(passages: "list[Passage]") -> bool:
    sample = "".join(passage.text for passage in passages)[:400]
    return sum(map(is_dense, sample)) * 2 > len(sample)


def _exceeds(size: _Size, limits: Mapping[str, int], over: float = 1.0) -> bool:
    """Whether one of the limits is passed; paragraphs are not counted in two ways."""
    return any((value := getattr(size, unit)) is not None and value > limit * (1 if unit == "paragraphs" else over) for unit, limit in limits.items() if limit)


def _answer(case: Case, reason: str, size: _Size, limits: dict[str, int], text: str = "", line: int | None = None) -> Verdict:
    units = [unit for unit in UNITS if unit in limits]
    told = ", ".join(_told(getattr(size, unit), unit) for unit in units if getattr(size, unit) is not None) or _told(size.words, "words")
    details = (
        ("told", told),
        ("limits", " and ".join(_told(limits[unit], unit) for unit in units)),
        ("location", case.reference.article.location if case.reference else ""),
    )
    evidence = (Evidence("near-miss", Zone.BODY, " ".join(text.split())[:240], None, line),) if text else ()
    return Verdict(REASONS[reason].outcome, reason, evidence, details=details)


def _told(value: float, unit: str) -> str:
    shown = f"{value:.0f}"
    return f"{shown} {unit if unit == 'percent' or shown != '1' else unit[:-1]}"


EXCERPT_LIMIT = Kind(
    name="excerpt-limit",
    title="An excerpt is no longer than the terms permit",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
)
