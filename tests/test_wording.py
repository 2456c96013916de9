"""The terms' line, however it is set: what does not matter never hides it, and what matters never passes for it."""

import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import compliance

LINE = "Dieser Beitrag erschien zuerst in der „Flußzeitung“ – übersetzt aus dem Französischen"
WORDS = LINE.replace("„", "").replace("“", "").replace(" –", "").split()
PROSE = "<p>" + "Die Fähre fährt jeden Morgen um sechs, und am anderen Ufer wartet niemand, der sie nicht schon gezählt hätte, bevor sie anlegt. " * 2 + "</p>"
BETWEEN = st.sampled_from((" ", "  ", "\n", "&nbsp;", ", ", " – ", " — ", "<b> </b>", " <i></i>", "\u2009", " \u201e", "\u201c ", ": ", " / "))
MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def terms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rules") / "fluss.toml"
    path.write_text(
        'id = "fluss"\ntitle = "Flußzeitung"\nstatus = "reviewed"\n[publisher]\nname = "Flußzeitung"\ndomains = ["flusszeitung.example"]\nlanguages = ["de"]\n'
        f'[terms]\nread_on = 2026-11-24\nsummary = "s"\n[[requirement]]\nkind = "republication-line"\nobligation = "must"\nclause = "c"\nlines = ["{LINE}"]\n',
        encoding="utf-8",
    )
    return path


def reason(terms: Path, markup: str) -> str:
    page = f'<!DOCTYPE html><html lang="de"><meta charset="utf-8"><title>Die Fähre</title><article><h1>Die Fähre</h1>{PROSE * 3}{markup}</article>'
    report = compliance.check(page.encode(), terms=str(terms), original="https://flusszeitung.example/faehre")
    finding = report.articles[0].findings[0]
    return f"{finding.outcome} {finding.reason}"


@MANY
@given(
    st.lists(BETWEEN, min_size=len(WORDS), max_size=len(WORDS)),
    st.lists(st.sampled_from((str.upper, str.lower, str)), min_size=len(WORDS), max_size=len(WORDS)),
)
def test_typography_does_not_matter(terms: Path, between: list[str], cases: list[Callable[[str], str]]) -> None:
    words = [word if "ß" in word else case(word) for word, case in zip(WORDS, cases, strict=True)]
    line = "".join(word + gap for word, gap in zip(words, between, strict=True))
    assert reason(terms, f"<p>{unicodedata.normalize('NFD', line)}</p>") == "pass shown"


@MANY
@given(st.integers(0, len(WORDS) - 1), st.sampled_from(("", "anders")))
def test_another_word_is_never_the_line(terms: Path, at: int, instead: str) -> None:
    words = [*WORDS[:at], *([instead] if instead else []), *WORDS[at + 1 :]]
    assert reason(terms, f"<p>{' '.join(words)}</p>") in ("review similar", "fail other-publisher")


@pytest.mark.parametrize(
    "where",
    [
        "<p hidden>{}</p>", '<p style="display:none">{}</p>', "<!-- © {} -->", "<template><p>{}</p></template>", "</article><footer><p>{}</p></footer>",
        '<div class="comments"><p>{}</p></div>', '<nav><a href="/">{}</a></nav>',
    ],
)  # fmt: skip
def test_a_line_that_nobody_sees_is_none(terms: Path, where: str) -> None:
    assert reason(terms, where.format(LINE)).startswith("fail ")


def test_long_texts_of_the_line_s_own_words_take_no_time(terms: Path) -> None:
    words = " ".join(WORDS[:-1] + WORDS[::-1]) + " "
    begin = time.process_time()
    reason(terms, f"<p>{words * 3000}</p>" + f"<p>{words}</p>" * 300)
    assert time.process_time() - begin < 10
