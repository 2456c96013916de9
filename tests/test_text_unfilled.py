"""Slots that nobody filled, and words that only look like them."""

import pytest

from compliance.text.unfilled import is_unfilled, unfilled


@pytest.mark.parametrize(
    "text",
    [
        "[OUTLET NAME]", "by [Author]", "[Insert name of author]", "{{post-url}}", "{% author %}", "%%POSTLINK%%", "by %1$s", "by %s on", "<% title %>",
        "<Author>", "on <date>", "${url}", "{publisher}", "YOUR-POST-ID", "YOUR NAME", "by ________", "XXXX", "TBD",
        "par [nom de l'auteur]", "[Автор]", "[作者]",
    ],
)  # fmt: skip
def test_a_slot(text: str) -> None:
    assert unfilled(text)


@pytest.mark.parametrize(
    "text",
    ["Jane Doe [NPR]", "[Author](https://gazette.example/jane)", "100%sure", "50 % saved", "your name", "{a, b}", "x < y > z", "WXXX radio", "Tom [sic] Doe"],
)
def test_none(text: str) -> None:
    assert unfilled(text) is None


def test_a_value() -> None:
    assert [is_unfilled(value) for value in ("", " – ", "[SOME OTHER SLOT]", "Jane Doe", "[NAME]")] == [True, True, True, False, True]
