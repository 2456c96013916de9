"""`compliance check` as its users meet it: outcomes, exit codes, and bad input that says what, where, what to do."""

import json
import os
import subprocess
import sys
from pathlib import Path

from conftest import FIXTURES, ROOT, Run

GOOD = FIXTURES / "publishers" / "mondialisation" / "pass-complete.html"
ORIGINAL = "https://www.mondialisation.ca/les-grues-du-port-de-brume/5543210"


def test_a_failure_names_place_reason_clause_and_repair_and_the_last_line_says_why(run: Run, page: Path) -> None:
    done = run("check", page)
    assert done.returncode == 1
    for part in ("FAIL", "original-url", "href-only", "near miss", "clause", "repair", "https://gazette.example/2024/lighthouse-keepers"):
        assert part in done.stdout
    assert done.stdout.splitlines()[-1].startswith("exit 1: ")
    assert done.stderr == ""


def test_a_complete_copy_passes(run: Run) -> None:
    done = run("check", GOOD, "--original", ORIGINAL, "--use", "non-commercial")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "exit 0: 1 checked, nothing to stop for")


def test_the_use_is_a_question_until_it_is_declared(run: Run) -> None:
    assert "1 article needs a person's look" in run("check", GOOD, "--original", ORIGINAL).stdout
    assert run("check", GOOD, "--original", ORIGINAL, "--fail-on", "fail,review").returncode == 1
    assert run("check", GOOD, "--original", ORIGINAL, "--use", "commercial").returncode == 1


def test_missing_file_is_one_line_and_the_others_are_still_judged(run: Run, page: Path) -> None:
    done = run("check", "nowhere.html", page, "--exit-zero")
    assert done.returncode == 0
    assert done.stderr == "error: nowhere.html: no such file or folder: check the path\n"
    assert "1 article read: 1 fail; 1 not read" in done.stdout


def test_nothing_but_errors_is_exit_3(run: Run) -> None:
    done = run("check", "nowhere.html")
    assert done.returncode == 3
    assert done.stdout.splitlines()[-1] == "exit 3: nothing failed, but 1 could not be read"


def test_empty_binary_and_unreadable_files_say_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "blank.md").write_bytes(b" \n\n ")
    (tmp_path / "paper.html").write_bytes(b"%PDF-1.7\n%\xe2\xe3")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 8)
    done = run("check", "empty.html", "blank.md", "paper.html", "noise.txt", "--format", "json")
    assert done.returncode == 3
    errors = {error["location"]: error["reason"] for error in json.loads(done.stdout)["errors"]}
    assert errors == {"empty.html": "empty", "blank.md": "empty", "paper.html": "binary", "noise.txt": "binary"}
    assert len(done.stderr.splitlines()) == 4


def test_bytes_of_no_known_encoding_are_refused_not_guessed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_bytes(bytes((n * 37) % 128 + 128 for n in range(4000)))
    done = run("check", "odd.txt")
    assert done.returncode in (3, 5)
    assert "Traceback" not in done.stderr


def test_unknown_terms_suggest_the_nearest(run: Run, page: Path) -> None:
    done = run("check", page, "--terms", "mondialisaton")
    assert done.returncode == 2
    assert "unknown terms “mondialisaton”" in done.stderr
    assert "did you mean “mondialisation”" in done.stderr


def test_five_mistakes_in_a_rule_file_come_at_once_with_lines(run: Run, page: Path, tmp_path: Path) -> None:
    rule = tmp_path / "gazette.example.toml"
    rule.write_text(
        'id = "gazette"\ntitle = "The Gazette"\nstatus = "reviwed"\n\n[publisher]\nname = "The Gazette"\ndomains = ["https://gazette.example/"]\n\n'
        '[terms]\nsummary = "With credit."\n\n[[requirement]]\nkind = "original-lnik"\nobligation = "must"\nclause = "A link."\n\n'
        '[[requirement]]\nkind = "original-link"\nobligation = "must"\ntraget = "either"\nclause = "A link."\n',
        encoding="utf-8",
    )
    done = run("check", page, "--terms", rule)
    assert done.returncode == 2
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert len(lines) == 5
    for line, words in (
        (3, "unknown status “reviwed”, did you mean “reviewed”?"),
        (7, "domain “https://gazette.example/”"),
        (9, "read_on is missing"),
        (13, "unknown kind “original-lnik”, did you mean “original-link”?"),
        (20, "unknown option “traget” of original-link, did you mean “target”?; it has: target"),
    ):
        assert any(f"{rule}:{line}: " in each and words in each for each in lines), (line, words, lines)


def test_a_rule_file_of_ones_own_judges(run: Run, page: Path, tmp_path: Path) -> None:
    rule = tmp_path / "gazette.example.toml"
    rule.write_text(
        'id = "gazette"\ntitle = "The Gazette"\nstatus = "reviewed"\n[publisher]\nname = "The Gazette"\ndomains = ["gazette.example"]\n'
        '[terms]\nread_on = 2024-02-01\nsummary = "With credit and link."\n[[requirement]]\nkind = "original-link"\nobligation = "must"\nclause = "A link."\n',
        encoding="utf-8",
    )
    assert run("check", page, "--terms", rule).returncode == 0
    folder = tmp_path / "ours"
    folder.mkdir()
    rule.rename(folder / rule.name)
    done = run("check", page, "--rules", folder, "--format", "json")
    assert (done.returncode, json.loads(done.stdout)["articles"][0]["terms"]["id"]) == (0, "gazette")


def test_out_of_scope_says_what_was_looked_for_and_is_exit_5(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.md").write_text("# Our harbour\n\n" + "We went to the harbour in the morning and counted the boats. " * 6, encoding="utf-8")
    done = run("check", "own.md", "-v")
    assert done.returncode == 5
    assert "no sign of republication: looked for credit phrases in" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("exit 5: nothing was checked")


def test_standard_input_and_folders(run: Run, page: Path, tmp_path: Path) -> None:
    assert run("check", "-", stdin=page.read_bytes()).returncode == 1
    site = tmp_path / "site"
    (site / "drafts").mkdir(parents=True)
    (site / "node_modules").mkdir()
    for name in ("a.html", "drafts/b.html", "node_modules/c.html", "z.html"):
        (site / name).write_bytes(page.read_bytes())
    (site / ".gitignore").write_text("drafts/\n", encoding="utf-8")
    report = json.loads(run("check", site, "--exclude", "z.*", "--format", "json").stdout)
    assert [Path(article["location"]).name for article in report["articles"]] == ["a.html"]


def test_a_folder_without_articles_is_an_error_not_a_pass(run: Run, tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    done = run("check", "void")
    assert done.returncode == 3
    assert "void: no article in this folder" in done.stderr


def test_map_gives_each_copy_its_original(run: Run, page: Path, tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text(f"copy,original\n{page},https://gazette.example/2024/lighthouse-keepers/?utm_source=feed\n", encoding="utf-8")
    article = json.loads(run("check", page, "--map", "pairs.csv", "--format", "json").stdout)["articles"][0]
    assert article["original"]["rung"] == "map"
    (tmp_path / "pairs.csv").write_text("copy,original\npage.html,gazette\n", encoding="utf-8")
    done = run("check", page, "--map", "pairs.csv")
    assert (done.returncode, "pairs.csv:2: write copy,original" in done.stderr) == (2, True)


def test_configuration_is_the_nearest_one_and_its_mistakes_are_errors(run: Run, tmp_path: Path) -> None:
    (tmp_path / "compliance.toml").write_text('use = ["non-commercial"]\n[site]\nname = "Le Journal du Port"\n', encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    assert run("check", GOOD, "--original", ORIGINAL, cwd=inner).returncode == 0
    (tmp_path / "compliance.toml").write_text('uses = ["non-commercial"]\nfail-on = ["fial"]\n', encoding="utf-8")
    done = run("check", GOOD, cwd=inner)
    assert done.returncode == 2
    assert "unknown key “uses”" in done.stderr
    assert "fail-on “fial”" in done.stderr


def test_select_and_ignore_judge_by_some_kinds_only(run: Run, page: Path) -> None:
    assert run("check", page, "--select", "source-credit,original-link").returncode == 0
    assert run("check", page, "--ignore", "original-url,copyright-notice").returncode == 0
    assert "--select backlink: unknown" in run("check", page, "--select", "backlink").stderr


def test_reports_to_files(run: Run, page: Path, tmp_path: Path) -> None:
    done = run("check", page, "--output", "json:report.json", "--output", "text:report.txt", "-q")
    assert done.returncode == 1
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["summary"]["articles"]["fail"] == 1
    assert "original-url" in (tmp_path / "report.txt").read_text("utf-8")
    assert len(done.stdout.splitlines()) == 2
    assert run("check", page, "--output", "sarif:x").returncode == 2


def test_usage_errors_are_exit_2(run: Run, page: Path) -> None:
    for arguments in (
        ["check", page, "--original", "not an address"],
        ["check", page, "--format", "yaml"],
        ["check", page, "--fail-on", "warn"],
        ["chekc"],
        [],
    ):
        done = run(*arguments)
        assert done.returncode == 2, arguments
        assert done.stderr
        assert "Traceback" not in done.stderr


def test_page_text_never_steers_a_terminal_or_a_ci_host(run: Run, tmp_path: Path) -> None:
    (tmp_path / "evil.html").write_text(
        "<title>\x1b[31mred ::error::x ##[error]y\u202e\x9b1m</title><p>Originally published by <a href='https://gazette.example/a/b?x=\x1b]0;t'>"
        "The \x1b[2JGazette ##vso[task.complete]</a>.</p>" + "<p>" + "word " * 60 + "</p>",
        encoding="utf-8",
    )
    done = run("check", "evil.html", "-v")
    assert done.returncode == 1
    assert not {letter for letter in done.stdout if (ord(letter) < 32 and letter != "\n") or letter in "\x9b\u202e"}
    assert "##[" not in done.stdout
    assert "##vso" not in done.stdout
    assert not [line for line in done.stdout.splitlines() if line.lstrip().startswith("::")]


def test_who_stops_reading_is_told_nothing_more(tmp_path: Path) -> None:
    """`compliance rules test | head -1`: the pipe closes early, and no traceback follows."""
    command = [sys.executable, "-m", "compliance", "rules", "show", "theconversation"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, cwd=tmp_path) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 130
