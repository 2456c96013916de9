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
from compliance.requirements.agreed import declaration, granted
from compliance.requirements.conditions import holds, in_words

REASONS: Mapping[str, Reason] = {
    "permitted": Reason(Outcome.PASS, "The publisher permitted it: {record}."),
    "declared": Reason(Outcome.PASS, "Declared in the configuration: {declared}."),
    "declared-otherwise": Reason(Outcome.FAIL, "The configuration declares that it is not so."),
    "condition-not-met": Reason(Outcome.INAPPLICABLE, "Asked in other circumstances only: {circumstances}."),
    "replaced": Reason(Outcome.INAPPLICABLE, "The version or edition of the terms that applies asks for it in its own way."),
    "condition-unknown": Reason(
        Outcome.REVIEW,
        "{message} It is asked in certain circumstances only ({circumstances}), and nothing tells whether they hold.",
        "Does this hold: {circumstances}?",
    ),
    "version-unknown": Reason(
        Outcome.REVIEW,
        "{message} Another version or edition of the terms asks for it in its own way, and nothing tells which one applies.",
        "When was the copy published, and of which edition is the original?",
    ),
    "allowed": Reason(Outcome.INAPPLICABLE, "The terms allow it: {allowed}"),
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
    allowing = requirement if requirement.obligation is Obligation.MAY else _allowance(case, requirement)
    if allowing:
        return _shared("allowed", requirement.kind, allowed=allowing.clause)
    decided = _of_parts(case, requirement) if requirement.parts else _of_kind(case, requirement.kind, requirement.options)
    if asked is None and decided.verdict.outcome is Outcome.FAIL:
        name = "condition-unknown" if requirement.when else "version-unknown"
        return _shared(name, decided.kind, decided.verdict, message=decided.message, circumstances=circumstances)
    return decided


def _replaced(case: Case, requirement: Requirement) -> bool | None:
    """Whether a version or an edition of these terms asks for the same kind instead; None when nothing tells which one applies."""
    if requirement.when is not None or requirement.layer is not None:
        return False
    special = [other.when for other in case.terms.requirements if other.when and other.layer is None and other.kinds & requirement.kinds]
    undated = case.occasion.published is None
    answers = [None if undated and (when.since or when.until) else holds(when, case) for when in special if when.edition or when.since or when.until]
    return True if True in answers else None if None in answers else False


def _allowance(case: Case, requirement: Requirement) -> Requirement | None:
    """What the terms allow in these circumstances, and so do not ask."""
    for other in case.terms.requirements:
        if other.obligation is Obligation.MAY and other.kinds & requirement.kinds and (other.when is None or holds(other.when, case)):
            return other
    return None


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
    from compliance.requirements.remedies import from_text

    texts = dict(requirement.remedy)
    language = (case.article.language or "")[:2].lower()
    return from_text(case, texts.get(language) or texts.get("en") or next(iter(texts.values())))


class _Slots(dict[str, str]):
    """Details for a message; a slot without a value says so instead of breaking the report."""

    def __missing__(self, key: str) -> str:
        return "unknown"
