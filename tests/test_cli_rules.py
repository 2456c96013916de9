"""`compliance rules` and `compliance explain`."""

from pathlib import Path

import pytest
from conftest import Run

from compliance.cli.rules_list import GROUPS, group_of
from compliance.cli.rules_show import page
from compliance.cli.rules_test import check_terms
from compliance.requirements import KINDS
from compliance.terms import load_shelf, load_terms_file

SHELF = load_shelf(drafts=True)


def test_list_in_groups_and_by_words(run: Run) -> None:
    assert {"mondialisation", "global-research", "theconversation", "propublica", "cc-by-4.0", "cc-by-nd-4.0", "baseline"} <= set(SHELF.terms)
    lines = run("rules", "list").stdout.splitlines()
    whole = load_shelf()
    counts = {group: sum(group_of(terms) == group for terms in whole.terms.values()) for group in GROUPS}
    assert [line for line in lines if line.endswith(")") and not line.startswith(" ")] == [f"{group} ({count})" for group, count in counts.items()]
    assert lines[-1] == f"{len(whole.terms)} terms; `compliance rules show ID` shows one; --drafts lists drafts too"
    rows = {line.split()[0]: line.split() for line in lines if line.startswith("  ") and not line.startswith("  id ")}
    assert set(rows) == set(whole.terms)
    assert rows["mondialisation"][1:3] == ["reviewed", "2016-09-06"]
    found = run("rules", "list", "CONVERSÁTION", "edu.au").stdout
    assert ("theconversation" in found, "propublica" in found) == (True, False)
    assert found.splitlines()[-1].startswith(f"1 of {len(whole.terms)} terms")
    assert "theconversation" in run("rules", "list", "theconversation.edu.au", "--status", "reviewed").stdout
    assert "theconversation" not in run("rules", "list", "conversation", "--status", "second-hand").stdout
    assert "0 of" in run("rules", "list", "no such publisher").stdout
    assert run("rules", "list", "--status", "old").returncode == 2


def test_list_of_drafts_and_of_further_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "a.toml").write_text(RICH.replace('"reviewed"', '"draft"').replace('extends = "cc-by-nd-4.0"\n', ""), "utf-8")
    assert "gazette" not in run("rules", "list", "gazette", "--rules", tmp_path / "ours").stdout
    for options in (["--drafts"], ["--status", "draft"]):
        row = next(line for line in run("rules", "list", "gazette", "--rules", tmp_path / "ours", *options).stdout.splitlines() if line.startswith("  gazette"))
        assert row.split()[1:6] == ["draft", "2026-11-24", "4", "1", "1"]
        assert row.endswith(f"[{tmp_path}/ours/a.toml]")


RICH = """id = "gazette"
title = "The Gazette: republishing"
status = "reviewed"
extends = "cc-by-nd-4.0"

[publisher]
name = "The Gazette"
also_known_as = ["Gazette of Cold Point"]
weak_names = ["GZ"]
domains = ["gazette.example"]
languages = ["en", "fr"]

[terms]
url = "https://gazette.example/republish"
read_on = 2026-11-24
locator = "second paragraph"
contact = "desk@gazette.example"
summary = "Whole articles, with credit and link, on sites that neither sell them nor put them behind a wall, and in print after a word with the desk."
per_article = true

[[requirement]]
kind = "original-link"
obligation = "must"
target = "either"
clause = "A link leads to the article or to the front page of the house, and it stays where readers find it for as long as the copy is online."
when = { medium = ["web"], language = ["fr"], edited = true }
remedy = { en = "First in {publisher}: {url}" }

[[requirement]]
any_of = [{ kind = "byline" }, { all_of = [{ kind = "original-url" }, { kind = "copyright-notice", when_supplied = true }] }]
obligation = "must"
clause = "The author, or address and notice."

[[requirement]]
kind = "use-context"
obligation = "should"
allowed = ["non-commercial", "web"]
clause = "Not for gain."

[[requirement]]
kind = "copyright-notice"
obligation = "may"
clause = "The notice may be left out."

[[unchecked]]
obligation = "must"
clause = "The text is not edited."

[[version]]
until = 2019-07-31
[[version.requirement]]
kind = "original-url"
obligation = "must"
clause = "The address was shown."

[[edition]]
id = "uk"
title = "The Gazette, London"
addresses = ["gazette.example/uk"]
languages = ["en"]
url = "https://gazette.example/uk/republish"
[[edition.requirement]]
kind = "permission"
obligation = "must"
uses = ["commercial"]
clause = "Commercial sites ask first."
"""
PAGE = """gazette: The Gazette: republishing

Whole articles, with credit and link, on sites that neither sell them nor put them behind a wall,
and in print after a word with the desk.

publisher   The Gazette
            also Gazette of Cold Point
            beside a link or a credit phrase also GZ
domains     gazette.example
languages   en, fr
terms       https://gazette.example/republish
            second paragraph
read        on 24 November 2026; reviewed: the text itself was read
contact     desk@gazette.example
extends     cc-by-nd-4.0
licence     each original's own page states it; with --original-text its demands are taken over
versions    copies published until 31 July 2019
editions    uk: The Gazette, London; gazette.example/uk; in en; terms:
            https://gazette.example/uk/republish
file        FILE

Must
  original-link           A link leads to the article or to the front page of the house, and it
                          stays where readers find it for as long as the copy is online.
                          target: either
                          only when: web, in fr, edited
                          repaired by (en): “First in {publisher}: {url}”
  any of                  The author, or address and notice.
                          - byline
                          - all of
                            - original-url
                            - copyright-notice (when supplied: yes)
  original-url            The address was shown.
                          only when: until 2019-07-31
  permission              Commercial sites ask first.
                          uses: commercial
                          only when: edition uk
"""


def test_show_is_a_page_for_people(run: Run, tmp_path: Path) -> None:
    (tmp_path / "gazette.toml").write_text(RICH, "utf-8")
    shown = page(load_terms_file(str(tmp_path / "gazette.toml"), SHELF)).replace(str(tmp_path / "gazette.toml"), "FILE") + "\n"
    assert shown.startswith(PAGE)
    rest = shown.removeprefix(PAGE)
    assert "\nShould\n  use-context             Not for gain.\n                          allowed: non-commercial, web\n" in rest
    assert "\nAllowed\n  copyright-notice        The notice may be left out.\n" in rest
    assert "\nNot checked by this version\n  must                    The text is not edited.\n" in rest
    assert [line for line in page(SHELF.terms["theconversation"], 60).splitlines() if len(line) > 60 and len(line.split()) > 2] == []
    assert "                          from cc-by-nd-4.0" in run("rules", "show", "theconversation").stdout


@pytest.mark.parametrize("name", sorted(SHELF.terms))
def test_every_page_fits_and_says_everything(name: str) -> None:
    terms = SHELF.terms[name]
    lines = page(terms).splitlines()
    assert [line for line in lines if len(line) > 100 and len(line.split()) > 2] == []
    words = " ".join(" ".join(lines).split())
    for text in (terms.summary, *(each.clause for each in terms.requirements), *(each.clause for each in terms.unchecked)):
        assert " ".join(text.split()) in words
    for requirement in terms.requirements:
        assert all(kind in words for kind in requirement.kinds)


def test_show_of_what_nothing_bears(run: Run) -> None:
    for given, meant in (("theconversation.com", "theconversation"), ("The Conversation", "theconversation"), ("propublcia", "propublica")):
        done = run("rules", "show", given)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"unknown terms “{given}”, did you mean “{meant}”?" in done.stderr
    assert "unknown terms “zzzzzz”; `compliance rules list WORD` looks for them" in run("rules", "show", "zzzzzz").stderr


def test_lint_reads_a_folder_as_the_other_commands_do(run: Run, tmp_path: Path) -> None:
    (tmp_path / "phrases").mkdir()
    (tmp_path / "phrases" / "en.toml").write_text('language = "en"\nsource = ["lifted from {outlet}"]\n', "utf-8")
    (tmp_path / "a.toml").write_text(RICH.replace('"gazette"', '"parent"').replace('extends = "cc-by-nd-4.0"\n', ""), "utf-8")
    (tmp_path / "b.toml").write_text(RICH.replace("cc-by-nd-4.0", "parent"), "utf-8")
    assert run("rules", "lint", tmp_path).stdout == "3 rule files: no mistake\n"


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
