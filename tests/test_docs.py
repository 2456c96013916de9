"""Documents that come from code and rules are up to date, and the schema for editors accepts what the reader accepts."""

import copy
import datetime
import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from conftest import ROOT
from docs.documents import DOCUMENTS, written
from docs.schema import schema

from compliance.errors import RulesError
from compliance.judge import REASONS
from compliance.requirements import KINDS
from compliance.terms import load_shelf, load_terms_file

SHELF = load_shelf(drafts=True)
FILES = sorted(path for path in (ROOT / "rules").rglob("*.toml") if path.parent.name not in ("phrases", "clauses") and path.name != "counters.toml")
VALIDATOR = jsonschema_rs.validator_for(json.loads(schema()), validate_formats=True)


def as_json(data: dict[str, Any]) -> Any:
    """A TOML document as editors hand it to a schema: days are texts."""
    return json.loads(json.dumps(data, default=_day))


def _day(value: object) -> str:
    assert isinstance(value, datetime.date)
    return value.isoformat()


@pytest.mark.parametrize("path", DOCUMENTS, ids=[path.name for path in DOCUMENTS])
def test_documents_are_up_to_date(path: Path) -> None:
    assert path.read_text("utf-8") == written(path), f"{path.name} is no longer what code and rules say: write it anew with `python -m tests.docs`"


def test_every_kind_reason_and_option_is_documented() -> None:
    text = (ROOT / "docs" / "kinds.md").read_text("utf-8")
    for kind in KINDS.values():
        section = text.partition(f"\n## {kind.name}\n")[2].partition("\n## ")[0]
        for name, reason in kind.reasons.items():
            row = next(line for line in section.split("\n") if line.startswith(f"| {reason.outcome} | `{name}` |"))
            assert row.split(" | ")[2].strip(), f"{kind.name}: {name} has no example"
        assert all(f"| `{name}` |" in section for name in kind.options)
    assert all(f"| `{name}` |" in text.partition("## Reasons that every kind shares")[2] for name in REASONS)


def test_all_terms_are_listed() -> None:
    text = (ROOT / "docs" / "rules.md").read_text("utf-8")
    for terms in SHELF.terms.values():
        row = next(line for line in text.split("\n") if line.startswith(f"| [`{terms.id}`]("))
        assert f"| {terms.status} | {terms.read_on} |" in row
        assert (ROOT / "docs" / row.partition("](")[2].partition(")")[0]).is_file()


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_every_bundled_file_holds_to_the_schema(path: Path) -> None:
    VALIDATOR.validate(as_json(tomllib.loads(path.read_text("utf-8"))))


RICH: dict[str, Any] = tomllib.loads("""
id = "gazette"
title = "The Gazette: republishing"
status = "reviewed"
extends = ["cc-by-nd-4.0"]
[publisher]
name = "The Gazette"
domains = ["gazette.example"]
[terms]
read_on = 2026-11-24
summary = "With credit."
digest = "sha256:0000000000000000000000000000000000000000000000000000000000000000"
[[requirement]]
kind = "original-link"
obligation = "must"
target = "either"
clause = "A link."
when = { medium = ["web"], edited = true, from = 2019-07-31 }
remedy = { en = "{title}" }
[[requirement]]
any_of = [{ kind = "byline" }, { all_of = [{ kind = "original-url" }, { kind = "copyright-notice", when_supplied = true }] }]
obligation = "should"
clause = "Either."
[[requirement]]
kind = "republication-line"
obligation = "should"
lines = { en = ["First in {publisher}"] }
clause = "A line."
[[requirement]]
kind = "republication-line"
obligation = "should"
lines = ["First in {publisher}"]
clause = "A line."
[[unchecked]]
obligation = "must"
clause = "No changes."
[[version]]
until = 2019-07-31
[[version.requirement]]
kind = "original-url"
obligation = "must"
clause = "The address."
[[edition]]
id = "uk"
[[edition.requirement]]
kind = "permission"
obligation = "must"
uses = ["commercial"]
clause = "Ask."
""")
DEMAND = {"kind": "original-link", "obligation": "must", "clause": "A link."}
EITHER = {"any_of": [{"kind": "byline"}, {"kind": "original-url"}], "obligation": "must", "clause": "Either."}
MISTAKES: dict[str, tuple[str, Any]] = {
    "a status of no kind": ("status", "final"),
    "an id with capitals": ("id", "The Gazette"),
    "a key that is misspelt": ("titel", "x"),
    "a time of day": ("terms.read_on", "2026-11-24T10:00:00"),
    "a day that is none": ("terms.read_on", "2026-13-45"),
    "an empty summary": ("terms.summary", ""),
    "a number for a summary": ("terms.summary", 5),
    "a digest of another kind": ("terms.digest", "md5:1234"),
    "a domain with its scheme": ("publisher.domains", ["https://gazette.example"]),
    "a domain with www": ("publisher.domains", ["www.gazette.example"]),
    "no domain": ("publisher.domains", []),
    "a name that is a list": ("publisher.name", ["The Gazette"]),
    "a kind of no kind": ("requirement", [DEMAND | {"kind": "orginal-link"}]),
    "an obligation of no kind": ("requirement", [DEMAND | {"obligation": "shall"}]),
    "no clause": ("requirement", [{"kind": "original-link", "obligation": "must"}]),
    "an empty clause": ("requirement", [DEMAND | {"clause": " "}]),
    "no kind": ("requirement", [{"obligation": "must", "clause": "?"}]),
    "kind and any_of": ("requirement", [DEMAND | {"any_of": [{"kind": "byline"}, {"kind": "original-url"}]}]),
    "another kind's option": ("requirement", [DEMAND | {"when_supplied": True}]),
    "an option's value": ("requirement", [DEMAND | {"target": "home"}]),
    "a text for true": ("requirement", [{"kind": "copyright-notice", "obligation": "must", "clause": "c", "when_supplied": "yes"}]),
    "a use of no kind": ("requirement", [{"kind": "use-context", "obligation": "must", "clause": "c", "allowed": ["charity"]}]),
    "lines as a text": ("requirement", [{"kind": "republication-line", "obligation": "must", "clause": "c", "lines": "First in {publisher}"}]),
    "a medium of no kind": ("requirement", [DEMAND | {"when": {"medium": ["radio"]}}]),
    "a condition that is misspelt": ("requirement", [DEMAND | {"when": {"languages": ["fr"]}}]),
    "one part": ("requirement", [EITHER | {"any_of": [{"kind": "byline"}]}]),
    "a part with an obligation": (
        "requirement",
        [EITHER | {"any_of": [{"kind": "byline", "obligation": "must"}, {"kind": "byline"}]}],
    ),
    "an option beside any_of": (
        "requirement",
        [EITHER | {"target": "either"}],
    ),
    "any_of in any_of": ("requirement", [EITHER | {"any_of": [{"kind": "byline"}, {"any_of": EITHER["any_of"]}]}]),
    "a remedy without a language": ("requirement", [DEMAND | {"remedy": "By {author}"}]),
    "a version of no time": ("version", [{"requirement": [DEMAND]}]),
    "an edition without an id": ("edition", [{"requirement": [DEMAND]}]),
    "a demand as a text": ("unchecked", ["No changes."]),
}


def broken(place: str, value: Any) -> dict[str, Any]:
    """The rich file with one thing in another way."""
    data = copy.deepcopy(RICH)
    *tables, key = place.split(".")
    inner = data
    for table in tables:
        inner = inner[table]
    inner[key] = value
    return data


def test_the_schema_takes_every_shape(tmp_path: Path) -> None:
    VALIDATOR.validate(as_json(RICH))
    (tmp_path / "gazette.toml").write_text(as_toml(RICH), "utf-8")
    assert load_terms_file(str(tmp_path / "gazette.toml"), SHELF).id == "gazette"


@pytest.mark.parametrize("name", MISTAKES)
def test_what_the_reader_refuses_the_schema_refuses(name: str, tmp_path: Path) -> None:
    data = broken(*MISTAKES[name])
    assert not VALIDATOR.is_valid(as_json(data))
    (tmp_path / "gazette.toml").write_text(as_toml(data), "utf-8")
    with pytest.raises(RulesError):
        load_terms_file(str(tmp_path / "gazette.toml"), SHELF)


@pytest.mark.parametrize("key", ["id", "title", "status", "terms", "publisher.name", "publisher.domains", "terms.read_on", "terms.summary"])
def test_what_is_missing_is_missed(key: str) -> None:
    data = copy.deepcopy(RICH)
    *tables, last = key.split(".")
    inner = data
    for table in tables:
        inner = inner[table]
    del inner[last]
    assert not VALIDATOR.is_valid(as_json(data))


def as_toml(data: dict[str, Any]) -> str:
    """A document of tables within tables, each written inline."""
    return "\n".join(f"{key} = {_inline(value)}" for key, value in data.items())


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_inline(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    return value.isoformat() if isinstance(value, datetime.date) else json.dumps(value)
