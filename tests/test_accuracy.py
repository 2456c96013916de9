"""The measure itself: what counts as a false pass, and what precision and recall are made of."""

import pytest
from accuracy.measure import Answer, compare, rows


@pytest.mark.parametrize(
    ("want", "got", "fault"),
    [
        ("yes", "yes", None),
        ("no", "yes", "false-pass"),
        ("yes", "no", "false-accusation"),
        ("yes", "review", "review"),
        ("no", "review", "review"),
    ],
)
def test_faults(want: str, got: str, fault: str | None) -> None:
    assert Answer("set", "label", "1", want, got).fault == fault


def test_other_values_are_neither_pass_nor_accusation() -> None:
    assert Answer("set", "link", "1", "homepage", "none", passing="article").fault == "other"
    assert Answer("set", "link", "1", "homepage", "article", passing="article").fault == "false-pass"


def test_always_saying_no_is_half_right_when_balanced() -> None:
    answers = [Answer("set", "label", str(number), "yes" if number < 1 else "no", "no") for number in range(10)]
    row = rows(answers)[0]
    assert (row.share, row.balanced, row.recall, row.false_accusation) == (0.9, 0.5, 0.0, 1)


def test_sets_become_precision_and_recall() -> None:
    row = rows(compare("set", "holders", "1", ["a", "b"], ["b", "c", "d"]))[0]
    assert (row.precision, row.recall) == (1 / 3, 1 / 2)
