"""A case under its terms: every requirement's kind is asked, and its verdict gets its words."""

from collections.abc import Mapping
from typing import Any

from compliance.model.case import Case
from compliance.model.finding import Finding, Verdict
from compliance.model.kind import Kind, Reason
from compliance.model.outcome import Outcome
from compliance.model.terms import Requirement
from compliance.requirements import KINDS

_CRASHED = Reason(
    Outcome.REVIEW, "The check itself broke off ({error}): this is a bug, please report it.", "Does the copy meet this demand? The tool could not tell."
)


def judge(case: Case) -> tuple[Finding, ...]:
    """The findings, in the order of the terms. A check that breaks off is a `review`, not the end of the run."""
    return tuple(_finding(case, requirement, KINDS[requirement.kind]) for requirement in case.terms.requirements)


def _finding(case: Case, requirement: Requirement, kind: Kind) -> Finding:
    options: Mapping[str, Any] = {name: option.default for name, option in kind.options.items()} | dict(requirement.options)
    try:
        verdict = kind.check(case, options)
        reason = kind.reasons[verdict.reason]
        remedy = kind.remedy(case) if kind.remedy and verdict.outcome is Outcome.FAIL else None
    except Exception as error:  # a bug in one check must not lose the others' findings
        import logging

        logging.getLogger(__name__).exception("%s broke off on %s", requirement.id, case.article.location)
        verdict = Verdict(Outcome.REVIEW, "crashed", details=(("error", f"{type(error).__name__}: {error}"),))
        reason, remedy = _CRASHED, None
    slots = _Slots(verdict.details)
    return Finding(
        requirement=requirement.id,
        kind=kind.name,
        obligation=requirement.obligation,
        outcome=verdict.outcome,
        reason=verdict.reason,
        message=reason.message.format_map(slots),
        clause=requirement.clause,
        question=reason.question.format_map(slots) if reason.question else None,
        evidence=verdict.evidence,
        searched=verdict.searched,
        remedy=remedy,
        subject=f"{case.article.location}\0{case.article.entry or ''}",
    )


class _Slots(dict[str, str]):
    """Details for a message; a slot without a value says so instead of breaking the report."""

    def __missing__(self, key: str) -> str:
        return "unknown"
