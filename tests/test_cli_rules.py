"""`compliance rules` and `compliance explain`."""

from pathlib import Path

import pytest
from conftest import Run

from compliance.cli.rules_test import check_terms
from compliance.requirements import KINDS
from compliance.terms import load_shelf

SHELF = load_shelf(drafts=True)


def test_list_and_show(run: Run) -> None:
    assert {"mondialisation", "global-research", "theconversation", "propublica", "cc-by-4.0", "cc-by-nd-4.0", "baseline"} <= set(SHELF.terms)
    assert "7 terms" in run("rules", "list").stdout
    shown = run("rules", "show", "theconversation").stdout
    for words in ("The Conversation", "theconversation.com", "target = either", "read on 2026-", "not checked by this version"):
        assert words in shown
    done = run("rules", "show", "nobody")
    assert (done.returncode, "there are: baseline" in done.stderr) == (2, True)


def test_lint_of_the_bundled_rules_and_of_a_broken_one(run: Run, tmp_path: Path) -> None:
    assert "no mistake" in run("rules", "lint").stdout
    (tmp_path / "a.toml").write_text("id = 'a'\ntitle = 'A'\nstatus = 'reviewed'\n[terms]\n", encoding="utf-8")
    (tmp_path / "b.toml").write_text("id = 'b\n", encoding="utf-8")
    done = run("rules", "lint", tmp_path)
    assert done.returncode == 2
    assert f"{tmp_path / 'a.toml'}:4: read_on is missing" in done.stderr
    assert f"{tmp_path / 'b.toml'}:1: not TOML" in done.stderr


def test_rules_that_ask_for_nothing_or_hold_nothing_are_errors(run: Run, tmp_path: Path, page: Path) -> None:
    (tmp_path / "void").mkdir()
    assert run("check", page, "--rules", tmp_path / "void").returncode == 2
    (tmp_path / "nothing.toml").write_text("id = 'n'\ntitle = 'N'\nstatus = 'reviewed'\n[terms]\nread_on = 2024-01-01\nsummary = 's'\n", encoding="utf-8")
    assert "asks for nothing" in run("check", page, "--terms", tmp_path / "nothing.toml").stderr


def test_a_line_with_a_slot_that_nothing_fills_is_a_mistake(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(
        "id = 'a'\ntitle = 'A'\nstatus = 'reviewed'\n[terms]\nread_on = 2024-01-01\nsummary = 's'\n[[requirement]]\nkind = 'republication-line'\n"
        "obligation = 'must'\nclause = 'c'\nlines = { en = ['By {auther} for {publisher}'] }\n",
        encoding="utf-8",
    )
    assert f"{tmp_path / 'a.toml'}:11: republication-line: lines has the slot “{{auther}}”, did you mean “author”?" in run("rules", "lint", tmp_path).stderr


@pytest.mark.parametrize("name", sorted(SHELF.terms))
def test_each_file_has_a_passing_fixture_and_a_failing_one_per_demand(name: str) -> None:
    from conftest import FIXTURES

    assert check_terms(SHELF.terms[name], SHELF, FIXTURES / "publishers" / name) == []


def test_rules_test_prints_a_line_each(run: Run) -> None:
    done = run("rules", "test", "baseline")
    assert (done.returncode, done.stdout.splitlines()) == (0, ["pass  baseline", "1 of 1 terms pass their fixtures"])


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_explain_prints_the_manual(run: Run, kind: str) -> None:
    done = run("explain", kind)
    assert done.returncode == 0
    assert done.stdout.startswith(f"{kind}: ")
    for reason in KINDS[kind].reasons:
        assert reason in done.stdout


def test_explain_a_reason_terms_and_nonsense(run: Run) -> None:
    assert "leads nowhere" in run("explain", "original-link/placeholder").stdout
    assert "Mondialisation.ca" in run("explain", "mondialisation").stdout
    assert "A copyright note" in run("explain", "mondialisation/copyright-notice").stdout
    done = run("explain", "orginal-link")
    assert (done.returncode, "nothing is called “orginal-link”" in done.stderr) == (2, True)
    assert "it has: linked" in run("explain", "original-link/no-such-reason").stderr
