"""Credits as sites in each language write them, and prose that is none: fixtures/languages/<code>.toml.

In a line of `credits` “[…]” is a link to the original and “{…}” a name in words. The four sentences of `prose` make up the
article's paragraphs; each of `mentions` is a paragraph of its own, and so is each of `edited`, the notes of edits.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from compliance.attribution import Scanner, attribute
from compliance.model.article import Article
from compliance.model.attribution import Attribution
from compliance.model.resource import Resource
from compliance.read import read
from compliance.terms import load_shelf

ROOT = Path(__file__).parent.parent

LANGUAGES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((ROOT / "fixtures" / "languages").glob("*.toml"))}
CREDITS = [(code, kind, line) for code, data in LANGUAGES.items() for kind, line in data["credits"]]
ORIGINAL = "https://gazette.example/2024/story"


@cache
def scanner() -> Scanner:
    return Scanner(load_shelf().lexicon)


def page(code: str, line: str = "") -> tuple[Article, Attribution]:
    shown = re.sub(r"\[(.+?)\]", rf'<a href="{ORIGINAL}">\1</a>', re.sub(r"\{(.+?)\}", r"\1", line))
    prose = " ".join(LANGUAGES[code]["prose"])
    markup = (
        f"<!DOCTYPE html><html lang={code}><meta charset=utf-8><title>.</title><article><h1>{prose[:40]}</h1>{f'<p>{prose}</p>' * 3}<p>{shown}</p></article>"
    )
    return attribute(read(Resource(f"{code}.html", markup.encode()))[0], scanner())


def test_every_language_has_its_lines() -> None:
    assert sorted(LANGUAGES) == sorted(path.stem for path in (ROOT / "rules" / "phrases").glob("*.toml"))


@pytest.mark.parametrize(("code", "kind", "line"), CREDITS, ids=[f"{code}-{line}" for code, _, line in CREDITS])
def test_credit(code: str, kind: str, line: str) -> None:
    _, said = page(code, line)
    name = re.search(r"[\[{](.+?)[\]}]", line)
    assert name
    wanted = None if kind == "read-original" else name.group(1)
    found = [(credit.name, credit.href) for credit in said.credits if credit.counts]
    assert (wanted, ORIGINAL if "[" in line else None) in found, [(credit.sort, *each) for credit, each in zip(said.credits, found, strict=True)]


@pytest.mark.parametrize("code", LANGUAGES)
def test_prose(code: str) -> None:
    _, said = page(code)
    assert said.credits == ()


@pytest.mark.parametrize(("code", "line"), [(code, line) for code, data in LANGUAGES.items() for line in data["mentions"]])
def test_mention(code: str, line: str) -> None:
    _, said = page(code, f"{line}</p><p>{' '.join(LANGUAGES[code]['prose'])}")
    assert [(credit.sort, credit.text, credit.name) for credit in said.credits] == []


@pytest.mark.parametrize(("code", "line"), [(code, line) for code, data in LANGUAGES.items() for line in data.get("edited", ())])
def test_note_of_edits(code: str, line: str) -> None:
    article, said = page(code, line)
    found = [(article.text[remark.start : remark.end], remark.sure) for remark in said.remarks if remark.sort == "edited"]
    assert (line, True) in found


@pytest.mark.parametrize("code", LANGUAGES)
def test_prose_holds_no_note_of_edits(code: str) -> None:
    _, said = page(code)
    assert [remark.text for remark in said.remarks if remark.sort == "edited"] == []
