"""Pages of terms, and what a draft must propose of them: kind, obligation, options; what is not listed must not come."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from conftest import FIXTURES

from compliance.drafting import Draft, draft, load_clauses, rule_file
from compliance.drafting.kinds import UNCHECKED
from compliance.load.files import load_file
from compliance.model.resource import Resource
from compliance.read import read
from compliance.terms import Shelf, load_shelf

FOLDER = FIXTURES / "drafting"
SUFFIX = ".expect.toml"
PAGES = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(SUFFIX))
KEYS = {"note", "location", "exit", "id", "name", "domains", "languages", "url", "contact", "extends", "not_placed", "demand", "unchecked"}


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return load_shelf(drafts=True)


def drafted(page: Path, location: str | None, shelf: Shelf) -> Draft | None:
    loaded = load_file(str(page))
    assert isinstance(loaded, Resource)
    return draft(read(loaded._replace(url=location))[0], shelf, load_clauses())


def differences(page: Path, shelf: Shelf) -> list[str]:
    expected = tomllib.loads(page.with_name(page.stem + SUFFIX).read_text("utf-8"))
    assert set(expected) <= KEYS
    found = drafted(page, expected.get("location"), shelf)
    if expected.get("exit") == 5 or found is None:
        return [] if (found is None) == (expected.get("exit") == 5) else [f"terms found: {found is not None}: {found.proposals if found else ()}"]
    file = tomllib.loads(rule_file(found, "2026-11-24"))
    told: dict[str, Any] = {
        "id": file["id"], "name": file["publisher"]["name"], "domains": file["publisher"]["domains"], "languages": file["publisher"]["languages"],
        "url": file["terms"].get("url"), "contact": file["terms"].get("contact"), "extends": file.get("extends"), "not_placed": len(found.unplaced),
    }  # fmt: skip
    differing = [f"{key}: expected {expected[key]!r}, got {told[key]!r}" for key in told if key in expected and expected[key] != told[key]]
    if "extends" in file and "extends" not in expected:
        differing.append(f"extends: got {file['extends']}")
    got = {key(each): plain(each) for each in file.get("requirement", ())}
    wanted = {key(each): plain(each) for each in expected.get("demand", ())}
    differing += [f"false: {got[each]}" for each in got.keys() - wanted.keys()]
    differing += [f"missing: {wanted[each]}" for each in wanted.keys() - got.keys()]
    differing += [f"other: expected {wanted[each]}, got {got[each]}" for each in got.keys() & wanted.keys() if got[each] != wanted[each]]
    clauses = [each["clause"] for each in file.get("unchecked", ())]
    if clauses != [UNCHECKED[each] for each in expected.get("unchecked", ())]:
        differing.append(f"unchecked: expected {expected.get('unchecked', [])}, got {clauses}")
    return differing


def key(demand: dict[str, Any]) -> str:
    return f"{demand['kind']} {demand.get('what', '')} {demand.get('lines', '')} {demand.get('anchors', '')}"


def plain(demand: dict[str, Any]) -> dict[str, Any]:
    return {name: sorted(value) if isinstance(value, list) else value for name, value in demand.items() if name != "clause"}


def test_every_page_has_an_expectation() -> None:
    assert {page.stem for page in PAGES} == {path.name.removesuffix(SUFFIX) for path in FOLDER.glob(f"*{SUFFIX}")}


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_a_draft_proposes_what_the_page_asks(page: Path, shelf: Shelf) -> None:
    assert differences(page, shelf) == []
