"""Shapes of rule files, permissions and declarations: every mistake says where, what, and what is allowed."""

from pathlib import Path

import pytest
from conftest import Run

from compliance.errors import ConfigError, RulesError
from compliance.terms import load_shelf, load_terms_file
from compliance.terms.permissions import read_permissions

SHELF = load_shelf(drafts=True)
HEAD = """id = "gazette"
title = "The Gazette"
status = "reviewed"

[terms]
read_on = 2026-11-25
summary = "With credit."

"""
LINK = '[[requirement]]\nkind = "original-link"\nobligation = "must"\nclause = "A link."\n'


def mistakes(tmp_path: Path, body: str, head: str = HEAD) -> list[str]:
    """What is wrong with a rule file, without its path."""
    path = tmp_path / "gazette.toml"
    path.write_text(head + body, encoding="utf-8")
    try:
        load_terms_file(str(path), SHELF)
    except RulesError as error:
        return [mistake.removeprefix(str(path)) for mistake in error.mistakes]
    return []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (LINK + 'when = { medium = ["wbe"] }\n', ":13: original-link: medium “wbe”, did you mean “web”?; allowed: web, feed, print, newsletter"),
        (LINK + "when = { midium = 3 }\n", ":13: original-link: when: unknown key “midium”, did you mean “medium”?"),
        (LINK + 'when = { from = "2019" }\n', ":13: original-link: when: from is a date such as 2016-09-06, not “2019”"),
        (LINK + 'when = { edition = ["uk"] }\n', ":13: original-link: edition “uk”; allowed: none"),
        (LINK + "when = 3\n", ":13: original-link: when is a table"),
        (LINK + "remedy = 3\n", ":13: original-link: remedy is a table of texts by language"),
        (LINK + 'any_of = [{ kind = "original-url" }]\n', ":9: original-link: give one of them, not kind and any_of"),
        ('[[requirement]]\nobligation = "must"\nclause = "?"\n', ":9: requirement: kind is missing (or any_of, all_of); kinds: "),
        ('[[requirement]]\nany_of = [{ kind = "original-link" }]\nobligation = "must"\nclause = "?"\n', ":10: any_of is a list of two or more tables"),
        (
            '[[requirement]]\nany_of = [{ kind = "original-link" }, { kind = "original-lnik" }]\nobligation = "must"\nclause = "?"\n',
            ":10: unknown kind “original-lnik”, did you mean “original-link”?",
        ),
        (
            '[[requirement]]\nany_of = [{ kind = "original-link", traget = "site" }, { kind = "byline" }]\nobligation = "must"\nclause = "?"\n',
            "unknown option “traget” of original-link, did you mean “target”?",
        ),
        (LINK + "[[version]]\n", ":13: [[version]]: give from or until"),
        (LINK + "[[version]]\nfrom = 2020-01-01\nuntil = 2019-01-01\n", ":14: [[version]]: from 2020-01-01 is not before until 2019-01-01"),
        (
            LINK + '[[version]]\nuntil = 2019-01-01\n[[version.requirement]]\nkind = "original-link"\nobligation = "msut"\nclause = "?"\n',
            ":17: original-link: unknown obligation “msut”, did you mean “must”?",
        ),
        (LINK + "[[edition]]\ntitle = 'UK'\n", ":13: id is missing: give the edition an id"),
        (
            '[[requirement]]\nkind = "use-context"\nobligation = "must"\nallowed = ["noncommercial"]\nclause = "?"\n',
            ":12: use-context: allowed “noncommercial”, did you mean “non-commercial”?",
        ),
        (
            '[[requirement]]\nkind = "no-systematic-use"\nobligation = "must"\nper_month = true\nclause = "?"\n',
            ":12: no-systematic-use: per_month is a number, not “True”",
        ),
    ],
)
def test_a_mistake_says_where_what_and_what_is_allowed(tmp_path: Path, body: str, words: str) -> None:
    found = mistakes(tmp_path, body)
    assert any(each.startswith(words) or words in each for each in found), found
    assert len(found) == 1, found


@pytest.mark.parametrize(
    ("extends", "words"),
    [
        ('"cc-by-4.1"', "extends “cc-by-4.1”, which is no terms id, did you mean “cc-by-4.0”?"),
        ('["theconversation"]', "extends further; one level only"),
        ("3", "extends is a text in quotes or a list, not “3”"),
        ('["../../etc/passwd"]', "is no terms id"),
    ],
)
def test_what_a_file_extends_is_known_and_one_level_deep(tmp_path: Path, extends: str, words: str) -> None:
    found = mistakes(tmp_path, LINK, head=HEAD.replace("\n\n[terms]", f"\nextends = {extends}\n\n[terms]"))
    assert any(words in each for each in found), found


def test_a_permission_names_its_publisher_and_where_it_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "permissions.toml"
    path.write_text(
        '[[permission]]\ngrants = ["permission"]\nmedia = ["wbe"]\nfrom = 2026-02-01\nuntil = 2026-01-01\nletters = "a"\n'
        '\n[[permission]]\npublisher = "gazette"\ngranted_by = "A. Dunmore"\nhosts = "copy.example"\n'
        'grants = ["commercail"]\narticles = ["the one about boats"]\n',
        encoding="utf-8",
    )
    with pytest.raises(ConfigError) as raised:
        read_permissions(str(path))
    lines = [line.removeprefix(str(path)) for line in str(raised.value).splitlines()]
    for words in (
        ":1: publisher is missing: whose permission is it?",
        ":1: say who granted it (granted_by), or where the letter is (letter)",
        ":3: medium “wbe”, did you mean “web”?",
        ":5: until 2026-01-01 is before from 2026-02-01",
        ":6: unknown key “letters”, did you mean “letter”?",
        ":11: hosts is a list, not “copy.example”",
        ":12: grants “commercail”, did you mean “commercial”?",
        ":13: articles “the one about boats”: give the original's whole address",
    ):
        assert any(line.startswith(words) for line in lines), (words, lines)


def test_permissions_beside_the_configuration_decide_with_the_record_as_evidence(run: Run, tmp_path: Path) -> None:
    rule, page = _permission_needed(tmp_path)
    asked = run("check", page, "--terms", rule)
    assert "Has The Gazette permitted this copy? Record the permission in permissions.toml." in asked.stdout
    (tmp_path / "compliance.toml").write_text("", encoding="utf-8")
    (tmp_path / "permissions.toml").write_text(
        '[[permission]]\npublisher = "gazette"\ngranted_by = "A. Dunmore"\nletter = "letters/12.eml"\n', encoding="utf-8"
    )
    shown = run("check", page, "--terms", rule, "-v").stdout
    assert "pass            permission" in shown
    assert "permissions.toml:1: granted by A. Dunmore; letter letters/12.eml" in shown


def test_a_declaration_is_of_a_kind_that_no_page_shows(run: Run, tmp_path: Path) -> None:
    _, page = _permission_needed(tmp_path)
    (tmp_path / "compliance.toml").write_text(
        '[declared]\noriginal-link = true\neligibilty = true\nnotification = 3\n"no/notification" = "No."\nedited = ""\npermission = "TBD"\n', encoding="utf-8"
    )
    done = run("check", page)
    assert done.returncode == 2
    for words in (
        "declared “original-link”: a page shows it, so it is checked and not declared",
        "declared “eligibilty”: unknown, did you mean “eligibility”?",
        "declared “notification”: write true, false, or in quotes how it was met",
        "declared “no/notification”: “No.” does not say how it was met; write false without quotes when it was not",
        "declared “edited”: “” does not say",
        "declared “permission”: “TBD” does not say",
    ):
        assert words in done.stderr


def test_a_use_that_nobody_knows_is_named_with_the_nearest(run: Run, page: Path) -> None:
    done = run("check", page, "--use", "noncommercial")
    assert (done.returncode, "--use noncommercial: unknown, did you mean “non-commercial”?" in done.stderr) == (2, True)


def test_the_original_that_cannot_be_read_is_an_error_of_usage(run: Run, page: Path, tmp_path: Path) -> None:
    done = run("check", page, "--original-text", tmp_path / "missing.html")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--original-text" in done.stderr


def _permission_needed(tmp_path: Path) -> tuple[Path, Path]:
    rule = tmp_path / "gazette.toml"
    asks = '[[requirement]]\nkind = "permission"\nobligation = "must"\nclause = "Ask first."\n'
    publisher = '[publisher]\nname = "The Gazette"\ndomains = ["gazette.example"]\n\n'
    rule.write_text(HEAD + publisher + asks, encoding="utf-8")
    page = tmp_path / "page.html"
    words = "<p>" + "The harbour was quiet, and the boats lay where the tide had left them in the night. " * 4 + "</p>"
    page.write_text(f"<article><h1>Boats</h1>{words}<p>First published by The Gazette.</p></article>", encoding="utf-8")
    return rule, page


def test_a_permission_may_name_hosts_and_articles_as_addresses(tmp_path: Path) -> None:
    path = tmp_path / "permissions.toml"
    path.write_text(
        '[[permission]]\npublisher = "https://www.Gazette.example/"\ngranted_by = "A. Dunmore"\nhosts = ["https://copy.example/news/", "WWW.second.example"]\n'
        'articles = ["gazette.example/boats"]\n\n[[permission]]\npublisher = "St. Olaf Gazette"\ngranted_by = "A. Dunmore"\n',
        encoding="utf-8",
    )
    one, two = read_permissions(str(path))
    assert (one.publisher, one.hosts, one.articles) == ("gazette.example", ("copy.example", "second.example"), ("https://gazette.example/boats",))
    assert two.publisher == "St. Olaf Gazette"


def test_a_site_is_commercial_or_not(run: Run, page: Path) -> None:
    done = run("check", page, "--use", "commercial,non-commercial")
    assert (done.returncode, "use: a site is commercial or non-commercial, and not both" in done.stderr) == (2, True)
