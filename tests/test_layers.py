"""Terms that take over others: whose version, edition and allowance speaks for which demand."""

from pathlib import Path

import pytest

from compliance.examples import Example, run_example
from compliance.terms import load_shelf

HEAD = """id = "{0}"
title = "Terms of {0}"
status = "reviewed"
{1}
[terms]
read_on = 2026-11-25
summary = "Invented."

"""
BOTH = '[[requirement]]\nall_of = [{ kind = "canonical-link" }, { kind = "noindex" }]\nobligation = "must"\nclause = "Both."\n'
OLD = '[[version]]\nuntil = 2019-07-31\n[[version.requirement]]\nkind = "noindex"\nobligation = "must"\nclause = "Then."\n'


def asks(kind: str, more: str = "", obligation: str = "must") -> str:
    return f'[[requirement]]\nkind = "{kind}"\nobligation = "{obligation}"\nclause = "Clause."\n{more}\n'


PAGE = (
    '<!doctype html><html lang="en"><head><title>Bridge</title><meta property="article:published_time" content="{}T08:00:00Z"></head><body><article>'
    "<h1>The bridge that hums</h1>"
    + "<p>The bridge hums a low note when the wind is from the west, and the town tunes its violins by it.</p>" * 4
    + "</article></body></html>"
)


@pytest.mark.parametrize(
    ("base", "own", "day", "findings"),
    [
        # a version of the terms that are taken over replaces their own demand of its kind
        (
            asks("noindex") + OLD,
            asks("canonical-link"),
            "2018-01-01",
            {"canonical-link": "fail absent", "noindex": "inapplicable replaced", "noindex-2": "fail absent"},
        ),
        (
            asks("noindex") + OLD,
            asks("canonical-link"),
            "2026-01-01",
            {"canonical-link": "fail absent", "noindex": "fail absent", "noindex-2": "inapplicable condition-not-met"},
        ),
        # a version of the file itself replaces what it takes over
        (
            asks("noindex"),
            asks("canonical-link") + OLD,
            "2018-01-01",
            {"canonical-link": "fail absent", "noindex": "fail absent", "noindex-2": "inapplicable replaced"},
        ),
        # what the terms below allow does not silence what the file itself asks
        (
            asks("noindex", obligation="may"),
            asks("noindex", 'when = { medium = ["web"] }'),
            "2026-01-01",
            {"noindex": "fail absent", "noindex-2": "inapplicable allowed"},
        ),
        # of demands that go together only the kind that the file asks for itself is not taken over
        (BOTH, asks("canonical-link"), "2026-01-01", {"canonical-link": "fail absent", "all-of": "fail absent"}),
    ],
)
def test_a_layer_speaks_for_itself_and_for_what_is_below_it(tmp_path: Path, base: str, own: str, day: str, findings: dict[str, str]) -> None:
    rules, page = tmp_path / "rules", tmp_path / "page.html"
    rules.mkdir()
    (rules / "below.toml").write_text(HEAD.format("below", "") + base, encoding="utf-8")
    (rules / "above.toml").write_text(HEAD.format("above", 'extends = "below"\n') + own, encoding="utf-8")
    page.write_text(PAGE.format(day), encoding="utf-8")
    example = Example(page, {"terms": "above", "original": "https://gazette.example/bridge", "outcome": "fail", "findings": findings})
    assert run_example(example, load_shelf((str(rules),)))[1] == []
