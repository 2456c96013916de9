"""Kinds of licences and tags: what they offer for repair does repair, and which licence the terms mean."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import FIXTURES

from compliance.api import check_source, find_terms
from compliance.examples import Example, find_examples, run_example
from compliance.model.finding import Finding
from compliance.model.report import Report
from compliance.terms import Shelf, load_shelf
from compliance.weighing.licensing import of_terms

IN_BODY = ("license-statement", "license-link", "share-alike", "tracking-pixel", "structured-data")
IN_HEAD = ("canonical-link", "noindex")
BEYOND_A_LINE = {
    "canonical-link": ("self", "several", "homepage-only", "other-article", "other-site", "placeholder"),  # the wrong link must go
    "share-alike": ("clashing", "reserved"),
    "structured-data": ("free-and-paid", "paid", "author"),
}
"""What no added text mends: something on the page must be taken away."""


def failing(kinds: tuple[str, ...]) -> list[Example]:
    found = []
    for kind in kinds:
        for example in find_examples(FIXTURES / "requirements" / kind)[0]:
            reason = example.page.stem.removeprefix("fail-")
            mendable = not reason.endswith(BEYOND_A_LINE.get(kind, ())) and not reason.startswith(BEYOND_A_LINE.get(kind, ()))
            if example.page.name.startswith("fail-") and example.page.suffix == ".html" and mendable:
                found.append(example)
    return found


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return load_shelf(drafts=True)


def finding(report: Report, kind: str) -> Finding:
    return next(each for each in report.articles[0].findings if each.kind == kind)


def mended(example: Example, shelf: Shelf, folder: Path, mend: Callable[[str, str], str]) -> tuple[str, str]:
    """The outcome once the repair is in the page, and the repair."""
    kind = example.page.parent.name
    broken = finding(run_example(example, shelf)[0], kind)
    assert broken.remedy, example.page
    page = folder / example.page.name
    page.write_text(mend(example.page.read_text("utf-8"), broken.remedy.html), "utf-8")
    expectation = dict(example.expectation)
    for key in ("terms_file", "original_text"):
        if key in expectation:
            expectation[key] = str(example.page.parent / expectation[key])
    return finding(run_example(Example(page, expectation), shelf)[0], kind).outcome, broken.remedy.html


@pytest.mark.parametrize("example", failing(IN_BODY), ids=lambda example: f"{example.page.parent.name}/{example.page.stem}")
def test_a_repair_in_the_article_repairs(example: Example, shelf: Shelf, tmp_path: Path) -> None:
    def mend(page: str, repair: str) -> str:
        return page.replace("</div>\n</article>", f"{repair.replace('[NUMBER OF THE ARTICLE]', '812')}\n</div>\n</article>")

    outcome, repair = mended(example, shelf, tmp_path, mend)
    assert outcome == "pass", repair


@pytest.mark.parametrize("example", failing(IN_HEAD), ids=lambda example: f"{example.page.parent.name}/{example.page.stem}")
def test_a_repair_in_the_head_repairs(example: Example, shelf: Shelf, tmp_path: Path) -> None:
    outcome, repair = mended(example, shelf, tmp_path, lambda page, repair: page.replace("</head>", f"{repair}\n</head>", 1))
    assert outcome == "pass", repair


def test_the_licence_of_the_terms_that_these_extend(shelf: Shelf, tmp_path: Path) -> None:
    rules = tmp_path / "own.toml"
    rules.write_text(
        'id = "gazette"\ntitle = "The Gazette"\nstatus = "draft"\nextends = "cc-by-nd-4.0"\n\n'
        '[publisher]\nname = "The Gazette"\ndomains = ["gazette.example"]\n\n'
        '[terms]\nread_on = 2026-11-24\nsummary = "Under CC BY-ND 4.0."\n\n'
        '[[requirement]]\nkind = "license-statement"\nobligation = "must"\nclause = "The licence is named."\n',
        "utf-8",
    )
    terms = find_terms(shelf, str(rules))
    assert of_terms(terms) == ("CC-BY-ND-4.0",)
    for words, answer in (("CC BY-ND 4.0", "pass stated"), ("CC BY 4.0", "fail other-license"), ("a Creative Commons licence", "review which-license")):
        prose = "The mail boat carried nine letters and a goat to the far island. " * 3
        page = f"<html lang=en><title>T</title><h1>T</h1><p>{prose}</p><p>Republished under {words}.</p>"
        report = check_source(page.encode(), str(rules), "https://gazette.example/mail-boat", None, ())
        found = finding(report, "license-statement")
        assert f"{found.outcome} {found.reason}" == answer
