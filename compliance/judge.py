"""A case under its terms: every requirement's kind is asked, and its verdict gets its words.

What holds for every kind is decided here: demands that are not asked of this copy, what the terms allow, what the publisher
permitted, what the user declared, and demands of which any one, or all, must be met.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from compliance.model.article import Zone
from compliance.model.case import Case
from compliance.model.finding import Evidence, Finding, Remedy, Verdict
from compliance.model.kind import Kind, Reason
from compliance.model.outcome import Obligation, Outcome
from compliance.model.terms import OptionValue, Part, Requirement
from compliance.requirements import KINDS
from compliance.weighing.agreed import declaration, granted
from compliance.weighing.conditions import holds, in_words

REASONS: Mapping[str, Reason] = {
    "permitted": Reason(Outcome.PASS, "The publisher permitted it: {record}."),
    "declared": Reason(Outcome.PASS, "Declared in the configuration: {declared}."),
    "declared-otherwise": Reason(Outcome.FAIL, "The configuration declares that it is not so."),
    "condition-not-met": Reason(Outcome.INAPPLICABLE, "Asked only of a copy that is {circumstances}."),
    "replaced": Reason(Outcome.INAPPLICABLE, "The version or edition of the terms that applies asks for it in its own way."),
    "condition-unknown": Reason(
        Outcome.REVIEW,
        "{message} It is asked only of a copy that is {circumstances}, and nothing tells whether this one is.",
        "Is the copy {circumstances}?",
    ),
    "version-unknown": Reason(
        Outcome.REVIEW,
        "{message} Another version or edition of the terms asks for it in its own way, and nothing tells which one applies.",
        "When was the copy published, and of which edition is the original?",
    ),
    "allowed": Reason(Outcome.INAPPLICABLE, "The terms allow it: {allowed}"),
    "maybe-allowed": Reason(
        Outcome.REVIEW,
        "{message} The terms allow it where the copy is {circumstances}, and nothing tells whether this one is: {allowed}",
        "Is the copy {circumstances}?",
    ),
    "crashed": Reason(
        Outcome.REVIEW, "The check itself broke off ({error}): this is a bug, please report it.", "Does the copy meet this demand? The tool could not tell."
    ),
}
"""Reasons that every kind shares."""

_BEST = (Outcome.PASS, Outcome.REVIEW, Outcome.UNTESTED, Outcome.FAIL, Outcome.INAPPLICABLE)
_WORST = (Outcome.FAIL, Outcome.REVIEW, Outcome.UNTESTED, Outcome.PASS, Outcome.INAPPLICABLE)


class _Decided(NamedTuple):
    """A verdict with its words. kind: the one that decided."""

    kind: str
    verdict: Verdict
    message: str
    question: str | None = None
    remedy: Remedy | None = None


def judge(case: Case) -> tuple[Finding, ...]:
    """The findings, in the order of the terms. A check that breaks off is a `review`, not the end of the run."""
    return tuple(finding_of(case, requirement) for requirement in case.terms.requirements)


def finding_of(case: Case, requirement: Requirement) -> Finding:
    """One requirement's finding."""
    decided = _decide(case, requirement)
    return Finding(
        requirement=requirement.id,
        kind=decided.kind,
        obligation=requirement.obligation,
        outcome=decided.verdict.outcome,
        reason=decided.verdict.reason,
        message=decided.message,
        clause=requirement.clause,
        question=decided.question,
        evidence=decided.verdict.evidence,
        searched=decided.verdict.searched,
        remedy=_remedy(case, requirement, decided),
        subject=f"{case.article.location}\0{case.article.entry or ''}",
    )


def _decide(case: Case, requirement: Requirement) -> _Decided:
    replaced = _replaced(case, requirement)
    asked = holds(requirement.when, case) if requirement.when else not replaced if replaced is not None else None
    circumstances = in_words(requirement.when) if requirement.when else ""
    if asked is False and replaced:
        return _shared("replaced", requirement.kind)
    if asked is False:
        return _shared("condition-not-met", requirement.kind, circumstances=circumstances)
    if requirement.obligation is Obligation.MAY:
        return _shared("allowed", requirement.kind, allowed=requirement.clause)
    allowances = _allowances(case, requirement)
    allowing = [other for other, sure in allowances if sure]
    left = requirement.without(frozenset(kind for other in allowing for kind in other.kinds))
    if left is None:
        return _shared("allowed", requirement.kind, allowed=allowing[0].clause)
    decided = _of_whole(case, left)
    if decided.verdict.outcome is not Outcome.FAIL:
        return decided
    if asked is None:
        name = "condition-unknown" if requirement.when else "version-unknown"
        return _shared(name, decided.kind, decided.verdict, message=decided.message, circumstances=circumstances)
    return _perhaps_allowed(case, left, decided, [other for other, sure in allowances if not sure])


def _of_whole(case: Case, requirement: Requirement) -> _Decided:
    return _of_parts(case, requirement) if requirement.parts else _of_kind(case, requirement.kind, requirement.options)


def _perhaps_allowed(case: Case, requirement: Requirement, failed: _Decided, perhaps: list[Requirement]) -> _Decided:
    """A failure is a question when the terms allow it in circumstances of which nothing tells; what they never allow still fails."""
    for other in perhaps:
        rest = requirement.without(other.kinds)
        decided = _of_whole(case, rest) if rest else None
        if other.when and (decided is None or decided.verdict.outcome is not Outcome.FAIL):
            words = {"circumstances": in_words(other.when), "allowed": other.clause}
            return _shared("maybe-allowed", failed.kind, failed.verdict, message=failed.message, **words)
    return failed


def _replaced(case: Case, requirement: Requirement) -> bool | None:
    """Whether a version or an edition asks for the same kind instead; None when nothing tells which one applies.

    It takes the place of what its own file asks for, and of what that file takes over; never of what a file above it asks for.
    """
    if requirement.when is not None:
        return False
    special = [other.when for other in case.terms.requirements if other.when and _reaches(other, requirement)]
    undated = case.occasion.published is None
    answers = [None if undated and (when.since or when.until) else holds(when, case) for when in special if when.edition or when.since or when.until]
    return True if True in answers else None if None in answers else False


def _allowances(case: Case, requirement: Requirement) -> list[tuple[Requirement, bool]]:
    """What the terms allow, and so do not ask: in these circumstances (True), or perhaps in these (False)."""
    allowing = [other for other in case.terms.requirements if other.obligation is Obligation.MAY and _reaches(other, requirement)]
    answers = [(other, holds(other.when, case) if other.when else True) for other in allowing]
    return [(other, bool(answer)) for other, answer in answers if answer is not False]


def _reaches(other: Requirement, requirement: Requirement) -> bool:
    """Whether what one demand says of its kind holds for another one: a file speaks for itself and for what it takes over."""
    return other.layer in (None, requirement.layer) and bool(other.kinds & requirement.kinds)


def _of_parts(case: Case, requirement: Requirement) -> _Decided:
    """Any of the parts, or all of them: the part that decides speaks, and the others are named."""
    decided = _joined(case, requirement.parts, any_=requirement.kind == "any-of")
    others = sorted(requirement.kinds - {decided.kind})
    if decided.verdict.outcome is Outcome.PASS or not others:
        return decided
    told = f"{' or '.join(others)} would do as well" if requirement.kind == "any-of" else f"asked together with {', '.join(others)}"
    return decided._replace(message=f"{decided.message} ({told})")


def _joined(case: Case, parts: tuple[Part, ...], *, any_: bool) -> _Decided:
    """The best of the parts when any will do, the worst when all are asked; of equals the first."""
    order = _BEST if any_ else _WORST
    decided = [_joined(case, part.parts, any_=False) if part.parts else _of_kind(case, part.kind, part.options) for part in parts]
    return min(decided, key=lambda each: order.index(each.verdict.outcome))


def _of_kind(case: Case, name: str, given: tuple[tuple[str, OptionValue], ...]) -> _Decided:
    kind = KINDS[name]
    verdict = _checked(case, kind, given)
    if verdict.outcome in (Outcome.PASS, Outcome.INAPPLICABLE):
        return _told(kind, verdict)
    permission = granted(case, name)
    if permission:
        return _shared("permitted", name, Verdict(Outcome.PASS, "permitted", (_record(permission.words),)), record=permission.words)
    declared = declaration(case, name) if kind.declarable else None
    if declared == "false":
        return _shared("declared-otherwise", name)
    if declared is not None:
        return _shared("declared", name, declared="yes" if declared == "true" else declared)
    remedy = verdict.remedy or (kind.remedy(case) if kind.remedy else None)
    return _told(kind, verdict, remedy=remedy if verdict.outcome is Outcome.FAIL else None)


def _checked(case: Case, kind: Kind, given: tuple[tuple[str, OptionValue], ...]) -> Verdict:
    options: Mapping[str, Any] = {name: option.default for name, option in kind.options.items()} | dict(given)
    try:
        verdict = kind.check(case, options)
        kind.reasons[verdict.reason]
    except Exception as error:  # a bug in one check must not lose the others' findings
        import logging

        logging.getLogger(__name__).exception("%s broke off on %s", kind.name, case.article.location)
        return Verdict(Outcome.REVIEW, "crashed", details=(("error", f"{type(error).__name__}: {error}"),))
    return verdict


def _told(kind: Kind, verdict: Verdict, remedy: Remedy | None = None) -> _Decided:
    """A kind's verdict in the kind's words."""
    reason = kind.reasons.get(verdict.reason) or REASONS[verdict.reason]
    slots = _Slots(verdict.details)
    question = reason.question.format_map(slots) if reason.question else None
    return _Decided(kind.name, verdict, reason.message.format_map(slots), question, remedy)


def _shared(name: str, kind: str, verdict: Verdict | None = None, **words: str) -> _Decided:
    """A verdict for one of the reasons that every kind shares; the evidence is that of the verdict given."""
    reason, slots = REASONS[name], _Slots(words)
    base = verdict or Verdict(reason.outcome, name)
    question = reason.question.format_map(slots) if reason.question else None
    return _Decided(kind, base._replace(outcome=reason.outcome, reason=name), reason.message.format_map(slots), question)


def _record(words: str) -> Evidence:
    return Evidence("record", Zone.METADATA, words, None, None)


def _remedy(case: Case, requirement: Requirement, decided: _Decided) -> Remedy | None:
    """The terms' own text in the article's language, else the kind's."""
    if decided.verdict.outcome is not Outcome.FAIL or not requirement.remedy:
        return decided.remedy
    from compliance.weighing.remedies import from_text

    texts = dict(requirement.remedy)
    language = (case.article.language or "")[:2].lower()
    return from_text(case, texts.get(language) or texts.get("en") or next(iter(texts.values())))


class _Slots(dict[str, str]):
    """Details for a message; a slot without a value says so instead of breaking the report."""

    def __missing__(self, key: str) -> str:
        return "unknown"
