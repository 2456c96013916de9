"""The files of clause words: the bundled ones are whole; mistakes are told with their line; a folder of one's own adds words."""

from pathlib import Path

import pytest
from conftest import ROOT, Run

from compliance.drafting import check_clauses, load_clauses
from compliance.drafting.clauses import SPEECH
from compliance.drafting.kinds import KINDS
from compliance.errors import RulesError

LANGUAGES = ("de", "en", "es", "fr")


def test_four_languages_are_there_and_lint_reads_them(run: Run) -> None:
    assert sorted(clauses.language for clauses in load_clauses()) == list(LANGUAGES)
    assert run("rules", "lint", ROOT / "rules" / "clauses").stdout == "4 rule files: no mistake\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_can_say_everything(language: str) -> None:
    keys = {key for clauses in load_clauses() if clauses.language == language for key, _ in clauses._entries}
    assert {f"speech.{key}" for key in SPEECH} <= keys
    figures = {"excerpt-limit", "duration-limit", "use-context", "eligibility", "placement", "own-contact", "structured-data", "feed-source"}
    assert [kind for kind in KINDS if kind not in figures and not any(key.startswith(f"{kind}.") for key in keys)] == []


@pytest.mark.parametrize(
    ("line", "mistake"),
    [
        ("[speech]\nmusst = ['must']", ":3: [speech]: unknown key “musst”"),
        ("[speech]\nmust = 'must'", ":3: [speech]: must is a list of texts"),
        ("[speech]\nmust = ['must … ']", ":3: “must … ”: words, with a/b for either"),
        ("[speech]\nmust = ['*']", ":3: “*”: words"),
        ("[kinds.orginal-link]\nasks = ['link']", "[kinds.orginal-link]: no kind that can be drafted"),
        ("[kinds.original-link]\nask = ['link']", ":3: [kinds.original-link]: unknown key “ask”"),
        ("[colours]\nred = ['red']", "unknown key “colours”"),
        ("numbers = 3", "numbers is a list"),
    ],
)
def test_mistakes_are_told_with_their_line(line: str, mistake: str, tmp_path: Path) -> None:
    path = tmp_path / "xx.toml"
    path.write_text(f'language = "xx"\n{line}\n', encoding="utf-8")
    with pytest.raises(RulesError) as error:
        check_clauses(str(path))
    assert mistake in str(error.value)


def test_a_language_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "xx.toml"
    path.write_text("[speech]\nmust = ['must']\n", encoding="utf-8")
    with pytest.raises(RulesError, match="language is missing"):
        check_clauses(str(path))


def test_a_folder_of_rules_adds_words(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "terms.txt"
    page.write_text("You may republish our stories. You are bound to credit the author.\n", encoding="utf-8")
    assert run("rules", "new", page).returncode == 5
    folder = tmp_path / "own" / "clauses"
    folder.mkdir(parents=True)
    (folder / "en.toml").write_text('language = "en"\n[speech]\nmust = ["bound to"]\n', encoding="utf-8")
    done = run("rules", "new", page, "--rules", folder.parent)
    assert (done.returncode, 'kind = "byline"' in done.stdout) == (0, True)
    (folder / "en.toml").write_text('language = "en"\n[speech]\nmus = ["bound to"]\n', encoding="utf-8")
    done = run("rules", "new", page, "--rules", folder.parent)
    assert done.returncode == 2
    assert "en.toml:3: [speech]: unknown key “mus”" in done.stderr
