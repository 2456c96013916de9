"""A folder of rules may be a stranger's: it runs nothing, reads nothing outside itself, hangs nothing, and replaces nothing in silence."""

import json
import os
import shutil
import time
from pathlib import Path

import pytest
from conftest import ROOT, Run

from compliance.errors import RulesError
from compliance.model.resource import Resource
from compliance.model.terms import Terms
from compliance.pipeline import Line, Settings
from compliance.requirements import KINDS
from compliance.terms import Shelf, folders, load_shelf, load_terms_file

SHELF = load_shelf()
HEAD = 'id = "x"\ntitle = "X"\nstatus = "reviewed"\n[terms]\nread_on = 2026-11-25\nsummary = "s"\n'
LINK = '[[requirement]]\nkind = "original-link"\nobligation = "must"\nclause = "c"\n'
GOOD = HEAD + LINK
SECONDS = 8  # of CPU for what must not hang: a hang takes hours


def folder(tmp_path: Path, **files: str) -> Path:
    """A folder of rule files; `__` in a name is a slash."""
    home = tmp_path / "theirs"
    for name, text in files.items():
        path = home / (name.replace("__", "/") + ".toml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return home


def mistakes(home: Path) -> list[str]:
    """What is said of a folder, without its path. It is said soon."""
    start = time.process_time()
    try:
        load_shelf((str(home),))
        found = []
    except RulesError as error:
        found = [mistake.replace(str(home), "DIR") for mistake in error.mistakes]
    assert time.process_time() - start < SECONDS
    return found


# what it may read


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    home = folder(tmp_path, a=GOOD)
    secret = tmp_path / "secret.toml"
    secret.write_text("password = 'swordfish'", "utf-8")
    (tmp_path / "beside").mkdir()
    (tmp_path / "beside" / "b.toml").write_text(GOOD.replace('"x"', '"b"'), "utf-8")
    (home / "b.toml").symlink_to(secret)
    (home / "c").symlink_to(tmp_path / "beside")
    (home / "d.toml").symlink_to("/dev/zero")
    found = mistakes(home)
    assert sorted(found) == [f"DIR/{name}: a link that leads out of DIR: copy the file into the folder" for name in ("b.toml", "c", "d.toml")]
    assert "swordfish" not in "".join(found)


def test_links_within_the_folder_and_circles(tmp_path: Path) -> None:
    home = folder(tmp_path, sub__a=GOOD)
    (home / "sub" / "again").symlink_to(home)
    assert mistakes(home) == []
    (home / "copy.toml").symlink_to(home / "sub" / "a.toml")
    assert mistakes(home) == ["DIR/sub/a.toml:1: id “x” is taken by DIR/copy.toml".replace("DIR", str(home)).replace(str(home), "DIR")]
    (home / "copy.toml").unlink()
    (home / "gone.toml").symlink_to(home / "nowhere.toml")
    assert mistakes(home) == ["DIR/gone.toml: cannot be read: No such file or directory"]


def test_a_pipe_and_a_folder_that_look_like_files(tmp_path: Path) -> None:
    home = folder(tmp_path, a=GOOD)
    os.mkfifo(home / "b.toml")
    (home / "c.toml").mkdir()
    assert mistakes(home) == ["DIR/b.toml: no file: a rule file is a text file"]


@pytest.mark.parametrize("path", ["../../../etc/passwd", "/etc/passwd", "publishers/propublica.org.toml", "file:///etc/passwd", "."])
def test_what_is_extended_is_an_id_and_never_a_path(tmp_path: Path, path: str) -> None:
    assert mistakes(folder(tmp_path, a=f"extends = {json.dumps(path)}\n{GOOD}")) == [f"DIR/a.toml:1: extends “{path}”, which is no terms id"]


# what it may run


def test_nothing_of_it_is_run(tmp_path: Path, run: Run, page: Path) -> None:
    home = folder(tmp_path, a=GOOD)
    bomb = f"open({str(tmp_path / 'ran')!r}, 'w').close()\n"
    for name in ("conftest.py", "sitecustomize.py", "rules.py", "__init__.py", "tomllib.py", "compliance.py"):
        (home / name).write_text(bomb, "utf-8")
    (home / "__pycache__").mkdir()
    for path in (ROOT / "rules" / "__pycache__").glob("*.bin"):
        shutil.copy(path, home / "__pycache__")
    assert run("check", page, "--rules", home, cwd=home.parent).returncode == 1
    assert run("rules", "lint", home).returncode == 0
    assert not (tmp_path / "ran").exists()


def test_texts_are_no_templates_of_python(tmp_path: Path, run: Run, page: Path) -> None:
    home = folder(tmp_path, a=GOOD + 'remedy = { en = "{title.__class__.__mro__}" }\n')
    assert "“{title.__class__.__mro__}” is no slot; slots: {author}" in mistakes(home)[0]
    text = GOOD.replace("original-link", "original-url").replace('"c"', '"{title.__class__} {0} {} {"') + 'remedy = { en = "} {title} }} {url}" }\n'
    done = run("check", page, "--terms", "x", "--rules", folder(tmp_path, a=text))
    assert "{title.__class__} {0} {} {" in done.stdout
    assert "} The lighthouse keepers }} " in done.stdout
    assert done.returncode == 1


def test_nothing_of_it_steers_the_terminal(tmp_path: Path, run: Run, page: Path) -> None:
    bad = r"\u001b]0;owned\u0007 ##vso[task] \u202e"
    text = (
        GOOD.replace('"X"', f'"{bad}"')
        .replace('"s"', f'"{bad}"')
        .replace('"c"', f'"{bad}"')
        .replace("[terms]", f'[terms]\nlocator = "{bad}"\ncontact = "{bad}"')
    )
    text += f'[publisher]\nname = "{bad} Paper"\ndomains = ["paper.example"]\n[[unchecked]]\nobligation = "must"\nclause = "{bad}"\n'
    home = folder(tmp_path, a=text)
    wrong = folder(tmp_path / "wrong", a=GOOD.replace('"reviewed"', f'"{bad}"') + f'"{bad}" = 1\n')
    for command in (
        ("rules", "list", "--rules", home),
        ("rules", "show", "x", "--rules", home),
        ("explain", "x", "--rules", home),
        ("check", page, "-v", "--terms", "x", "--rules", home),
        ("rules", "lint", wrong),
    ):
        done = run(*command)
        said = done.stdout + done.stderr
        assert "owned" in said, command
        assert not any(letter in said for letter in "\x1b\x07\u202e"), command
        assert "##vso" not in said, command


# how much of it there may be


def test_too_many_files_and_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert max(folders._MOST_FILES, folders._MOST_ENTRIES) < 100_000
    monkeypatch.setattr(folders, "_MOST_ENTRIES", 30)
    home = folder(tmp_path, a=GOOD)
    for number in range(30):
        (home / str(number)).touch()
    assert looked_through(home) == ([], ["DIR: more than 30 files: is this the right folder?"])
    monkeypatch.setattr(folders, "_MOST_FILES", 20)
    home = folder(tmp_path / "b", **{f"n{number}": GOOD for number in range(25)})
    assert looked_through(home) == ([], ["DIR: more than 20 rule files: is this the right folder?"])
    home = folder(tmp_path / "c", **{"__".join("a" * 20): GOOD})
    assert "folders within folders, more than 12 deep" in looked_through(home)[1][0]


def looked_through(home: Path) -> tuple[list[str], list[str]]:
    """The names of a folder's rule files, and what is said of it."""
    found: list[str] = []
    names = [file.name for file in folders.rule_files(str(home), found, own=False)]
    return names, [mistake.replace(str(home), "DIR") for mistake in found]


def test_too_many_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = folder(tmp_path, a=GOOD)
    with (home / "b.toml").open("wb") as file:
        file.truncate(1 << 40)  # a terabyte of nothing
    assert mistakes(home) == ["DIR: 1099511627942 bytes of rule files; at most 8388608 are read".replace("1099511627942", str((1 << 40) + len(GOOD)))]
    with (home / "b.toml").open("wb") as file:
        file.truncate(300_000)
    assert mistakes(home) == ["DIR/b.toml: 300000 bytes; a rule file has at most 262144"]


MANY = 250_000
SHAPES = {
    "dotted key": ("a" + ".a" * (MANY // 2) + " = 1\n", "a key of more than 8 parts"),
    "dotted table": ("[" + "a." * (MANY // 2) + "a]\n", "a key of more than 8 parts"),
    "dotted inline": ("x = { " + "a . " * (MANY // 4) + "a = 1 }\n", "a key of more than 8 parts"),
    "dotted quoted": ('"a"' + '."a"' * (MANY // 4) + " = 1\n", "a key of more than 8 parts"),
    "dots": ("-" * MANY + "." * 100, "not TOML"),
    "arrays": ("a = " + "[" * MANY, "not TOML: maximum recursion depth exceeded"),
    "tables": ("a = " + "{a=" * (MANY // 3), "not TOML: maximum recursion depth exceeded"),
    "deep": ("a = " + "[" * 20 + "]" * 20 + "\n", "tables within tables, more than 12 deep"),
    "long list": (GOOD + "tags = [" + "1," * 2000 + "]\n", "a list of 2000 entries; at most 1000"),
    "long text": (GOOD.replace('"X"', '"' + "x" * 5000 + '"'), "a text of 5000 letters"),
    "long key": (GOOD + "x" * 300 + " = 1\n", "a key of 300 letters"),
    "digits": (GOOD.replace('"X"', "9" * MANY), "not TOML: Exceeds the limit"),
    "hex": (GOOD.replace('"X"', "0x" + "f" * MANY), "a number of more than 64 bits"),
    "infinite": (GOOD + '[[requirement]]\nkind = "source-credit"\nobligation = "must"\nclause = "c"\nx = inf\n', "unknown option “x”"),
    "many demands": (HEAD + LINK * 999, "more than 300 demands in one file"),
    "many mistakes": (HEAD + LINK.replace("link", "lnik") * 999, "unknown kind “original-lnik”"),
    "many options": (GOOD + "".join(f"targt{number} = 1\n" for number in range(990)), "unknown option “targt0”"),
    "many parts": (HEAD + '[[requirement]]\nobligation = "must"\nclause = "c"\nany_of = [' + '{kind="x"},' * 990 + "]\n", "unknown kind “x”"),
    "many editions": (GOOD + '[[edition]]\nid = "e"\n[[edition.requirement]]\n' * 900, "requirement: kind is missing"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_that_would_hang_or_overflow_are_mistakes(tmp_path: Path, name: str) -> None:
    text, words = SHAPES[name]
    found = mistakes(folder(tmp_path, a=text))
    assert words in found[0]
    assert len(found) <= 52
    assert max(map(len, found)) < 2500


# what it may cost


def check(shelf: Shelf, page: str, terms: Terms | None = None) -> str:
    """Check a page of paragraphs, soon; the first finding."""
    text = f"<html lang=en><title>t</title><article><h1>The title of it</h1>{page}<p>Originally published by <a href=https://paper.example/1>Paper</a></p></article>"
    start = time.process_time()
    report = Line(shelf, Settings(terms=terms)).run([Resource("page.html", text.encode())])
    assert time.process_time() - start < SECONDS
    return f"{report.articles[0].findings[0].outcome} {report.articles[0].findings[0].reason}" if report.articles[0].findings else report.articles[0].outcome


SORTS = ("source", "first-published", "republished", "read-original", "translated", "byline", "rights", "copyright", "license", "terms", "image", "references")


@pytest.mark.parametrize(
    ("phrases", "words"),
    [
        (["the {outlet}", "{outlet} the", "the {outlet} the", "the"], "the Gazette "),
        (["a{outlet}", "a", "a:", "{outlet} a"], "a a Gazette "),
        (["的{outlet}", "{outlet}的", "的"], "的报的"),
        ([". {outlet}", "- {outlet}", ": {outlet}"], ". Gaz - Yyy : Uuu "),
        ([f"{chr(97 + number % 26)}{chr(97 + number // 26)} thee" for number in range(45)], "thee "),
    ],
    ids=["common", "letter", "dense", "punctuation", "one-word"],
)
def test_phrases_that_stand_everywhere(tmp_path: Path, phrases: list[str], words: str) -> None:
    home = folder(tmp_path, en='language = "xx"\n' + "".join(f"{sort} = {json.dumps(phrases, ensure_ascii=False)}\n" for sort in SORTS))
    check(load_shelf((str(home),)), f"<p>{words * 2000}</p>" * 40)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ('["' + "{outlet} " * 100 + '"]', "a phrase of 900 letters; at most 200"),
        ('["{outlet} by {outlet}"]', "one slot at most"),
        ('["", "a"]', "is a list of texts"),
        ('["{outlet}"]', "a phrase needs words beside its slot"),
        ('["\\u200b {outlet} \\u00ad"]', "a phrase needs words beside its slot"),
        ("[" + ",".join(f'"{number:03} thee"' for number in range(700)) + "]", "700 of them rest on “thee”; at most 600"),
    ],
    ids=["slots", "two", "empty", "bare", "unseen", "many"],
)
def test_phrases_without_bound_are_mistakes(tmp_path: Path, value: str, words: str) -> None:
    assert words in mistakes(folder(tmp_path, en=f'language = "xx"\nsource = {value}\n'))[0]


PUBLISHER = '[publisher]\nname = "Paper"\ndomains = ["paper.example"]\n'
TEMPLATES = {
    "many slots": "zebra {any} a {any} b {any} c {any} d {any} zz",
    "twelve": "zebra " + "{any} a " * 12 + "zz",
    "adjacent": "zebra {title}{author}{title}{author}{any}{any}{any} qq",
    "first": "{any} {any} {any} {any} {any} {any} zebra",
    "only slots": "{any} {any} {any}",
    "long word": "z" * 3900,
    "many words": "zebra " * 600,
    "nothing": "…",
    "address": "paper.example/{any}/a{any}/b{any}/c",
    "ids": "paper.example/{id}a{id}a{id}b",
    "bare": "/",
    "pattern": "paper.example/(a+)+$",
}
OPTIONS = [(kind.name, name, option) for kind in KINDS.values() for name, option in kind.options.items()]
TEXTS = [(kind, name, option.type is dict) for kind, name, option in OPTIONS if option.type in (dict, tuple) and not option.choices]


@pytest.mark.parametrize(("kind", "option", "by_language"), TEXTS, ids=[f"{kind}-{option}" for kind, option, _ in TEXTS])
def test_texts_of_every_kind_find_an_end(tmp_path: Path, kind: str, option: str, by_language: bool) -> None:
    """Of every kind that takes texts: lines, anchors, addresses, with slots that could be filled in many ways."""
    page = f"<p>{'zebra a a b a b c a b c d a zebra ' * 100}</p>" * 3 + "<p>zebra a b c d</p>" * 50
    page += "".join(f'<img src="https://paper.example/{"a" * 40 * number}" alt="">' for number in range(60))
    for name, text in TEMPLATES.items():
        demand = f'[[requirement]]\nkind = "{kind}"\nobligation = "must"\nclause = "c"\n{option} = {json.dumps([text])}\n'
        home = folder(tmp_path / name.replace(" ", "-"), a=HEAD + demand + PUBLISHER)
        try:
            terms = load_terms_file(str(home / "a.toml"), SHELF)
        except RulesError as error:
            assert "slot" in error.mistakes[0]  # noqa: PT017 - some texts are too much for some options
            continue
        assert "crashed" not in check(SHELF, page, terms), name


@pytest.mark.parametrize(("kind", "option", "by_language"), TEXTS, ids=[f"{kind}-{option}" for kind, option, _ in TEXTS])
def test_hundreds_of_texts_and_dozens_of_slots_are_mistakes(tmp_path: Path, kind: str, option: str, by_language: bool) -> None:
    demand = f'[[requirement]]\nkind = "{kind}"\nobligation = "must"\nclause = "c"\n{option} = '
    many = HEAD + demand + json.dumps([f"gazette{number}.example/a" for number in range(100)]) + "\n"
    slots = HEAD + demand + json.dumps(["gazette.example/" + "{any}/" * 20]) + "\n"
    for text, words in ((many, f"{kind}: {option}: 100 texts; at most 60"), (slots, f"has more than {12 if by_language else 3} slots")):
        path = folder(tmp_path, a=text) / "a.toml"
        with pytest.raises(RulesError, match=words):
            load_terms_file(str(path), SHELF)


def test_names_by_the_thousand(tmp_path: Path) -> None:
    names = json.dumps([f"The {chr(97 + number % 26)}{chr(97 + number // 26)}" for number in range(95)])
    publisher = f'[publisher]\nname = "P%d"\ndomains = ["p%d.example"]\nalso_known_as = {names}\n'
    home = folder(tmp_path, **{f"n{number}": HEAD.replace('"x"', f'"x{number}"') + LINK + publisher % (number, number) for number in range(100)})
    check(load_shelf((str(home),)), f"<p>{'Source: The aa Gazette. ' * 1500}</p>" * 40)
    assert mistakes(folder(tmp_path / "b", a=GOOD + PUBLISHER + f"also_known_as = {json.dumps(['a'] * 101)}\n")) == [
        "DIR/a.toml:14: also_known_as: 101 entries; at most 100"
    ]
    assert "has 300 letters; at most 200" in mistakes(folder(tmp_path / "c", a=GOOD + PUBLISHER.replace("Paper", "a" * 300)))[0]


# what it may replace


def test_what_stands_before_bundled_terms_is_said(tmp_path: Path, run: Run, page: Path) -> None:
    home = folder(
        tmp_path,
        same=GOOD.replace('"x"', '"propublica"') + PUBLISHER,
        domain=GOOD.replace('"x"', '"aaa"') + '[publisher]\nname = "A"\ndomains = ["theconversation.com", "blog.mondialisation.ca"]\n',
        name=GOOD.replace('"x"', '"zzz"') + '[publisher]\nname = "Global Research"\ndomains = ["research.example"]\n',
        apart=GOOD.replace('"x"', '"apart"') + PUBLISHER.replace("paper", "apart").replace("Paper", "Apart"),
    )
    notes = [
        f"“aaa” ({home}/domain.toml) comes before the bundled “theconversation” for theconversation.com",
        f"“aaa” ({home}/domain.toml) comes before the bundled “mondialisation” for blog.mondialisation.ca",
        f"“zzz” ({home}/name.toml) comes before the bundled “global-research” for the name Global Research",
        f"“propublica” is {home}/same.toml, and not the bundled publishers/propublica.org.toml",
    ]
    shelf = load_shelf((str(home),))
    assert list(shelf.notes) == notes
    found = [shelf.by_url("https://theconversation.com/a"), shelf.by_url("https://mondialisation.ca/a"), shelf.by_name("Global Research")]
    assert [terms.id for terms in found if terms] == ["aaa", "mondialisation", "zzz"]
    assert load_shelf().notes == ()
    told = [f"note: {note}" for note in notes]
    assert run("check", page, "--rules", home).stderr.splitlines() == told
    assert run("check", page, "--rules", home, "-q").stderr == ""
    listed = run("rules", "list", "--rules", home)
    assert listed.stderr.splitlines() == told
    assert f"{home}/same.toml" in listed.stdout
    assert f"{home}/apart.toml" in listed.stdout
    assert "mondialisation.ca.toml" not in listed.stdout


def test_two_further_files_of_one_id_are_a_mistake(tmp_path: Path) -> None:
    assert mistakes(folder(tmp_path, a=GOOD, b=GOOD)) == ["DIR/b.toml:1: id “x” is taken by DIR/a.toml"]
