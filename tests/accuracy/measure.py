"""Answers and their figures: one answer is one label of one document, as people gave it and as the checker did."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

REVIEW = "review"
YES, NO = "yes", "no"


class Answer(NamedTuple):
    """One label of one document.

    want: what people said. got: what the checker said; `review` when it asks. passing: the answer that lets a copy pass.
    evidence: what the checker decided on, for the reader of a disagreement.
    """

    group: str
    label: str
    id: str
    want: str
    got: str
    evidence: str = ""
    passing: str = YES

    @property
    def fault(self) -> str | None:
        """`false-pass`, `false-accusation`, `review`, `other`; None when both agree."""
        if self.want == self.got:
            return None
        if self.got == REVIEW:
            return REVIEW
        if self.got == self.passing:
            return "false-pass"
        return "false-accusation" if self.want == self.passing else "other"


class Row(NamedTuple):
    """The figures of one label. Shares are of 1; balanced is the mean share over the wanted values."""

    name: str
    n: int
    share: float
    balanced: float
    precision: float
    recall: float
    f1: float
    false_pass: int
    false_accusation: int
    review: int


def yes(value: object) -> str:
    """A truth value as an answer."""
    return YES if value else NO


def compare(group: str, label: str, identity: str, want: Iterable[object], got: Iterable[object], evidence: str = "") -> list[Answer]:
    """Two sets as answers, one for each value that either holds: precision and recall fall out of them."""
    wanted, found = {str(each) for each in want}, {str(each) for each in got}
    return [Answer(group, label, identity, yes(each in wanted), yes(each in found), f"{each} | {evidence}") for each in sorted(wanted | found)]


def rows(answers: Iterable[Answer]) -> list[Row]:
    """A row per set and label, in the order of their first answers."""
    by_name: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        by_name[f"{answer.group}/{answer.label}"].append(answer)
    return [_row(name, members) for name, members in by_name.items()]


def _row(name: str, members: list[Answer]) -> Row:
    classes: dict[str, list[bool]] = defaultdict(list)
    for answer in members:
        classes[answer.want].append(answer.want == answer.got)
    faults = Counter(answer.fault for answer in members)
    right = sum(answer.want == answer.got == answer.passing for answer in members)
    said = sum(answer.got == answer.passing for answer in members)
    wanted = sum(answer.want == answer.passing for answer in members)
    precision, recall = right / said if said else 1.0, right / wanted if wanted else 1.0
    return Row(
        name,
        len(members),
        sum(map(sum, classes.values())) / len(members),
        sum(sum(each) / len(each) for each in classes.values()) / len(classes),
        precision,
        recall,
        2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        faults["false-pass"],
        faults["false-accusation"],
        faults[REVIEW],
    )
