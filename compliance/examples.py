"""Fixtures: a page, and beside it `<name>.expect.toml` with what the line must make of it. Read, run, compare.

Keys of an expectation: note; how to check: terms, terms_file (a rule file beside it, or `../asks.toml`), original, original_text (a file
beside it, `<name>.original.html`), use, location, site_names, site_domains, today, `[declared]`, `[[permission]]`; what must come of it:
outcome, publisher, url, rung, chain, `[findings]` with "outcome reason" per kind; or `[[article]]` tables with these for a
feed; or error = "reason" for what cannot be read. What is not listed must not occur. `[[variant]]` tables list variants of the page: `breaks` (the
demand that is broken), `edits` (pairs of a text that stands once on the page and what takes its place), and the keys that differ.
"""

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from compliance.api import checked_address, find_terms
from compliance.errors import ComplianceError
from compliance.load.files import load_file
from compliance.model.original import Republisher
from compliance.model.report import ArticleReport, Report
from compliance.model.resource import Resource
from compliance.pipeline import Line, Settings
from compliance.terms import Shelf
from compliance.terms.permissions import permissions_from
from compliance.text.urls import resolve

SUFFIX = ".expect.toml"
_HOW = frozenset(
    ("note", "breaks", "terms", "terms_file", "original", "original_text", "use", "location", "site_names", "site_domains", "today", "declared", "permission")
)
_WHAT = frozenset({"outcome", "publisher", "url", "rung", "chain", "findings", "title", "language"})


class Example(NamedTuple):
    """One fixture. page: the file; expectation: what its .expect.toml says. edits: texts of the page and what stands in their place."""

    page: Path
    expectation: dict[str, Any]
    edits: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """How messages call it: the file, and what a variant of it breaks."""
        breaks = self.expectation.get("breaks")
        return f"{self.page.name} without {breaks}" if breaks else self.page.name


def find_examples(folder: Path) -> tuple[list[Example], list[str]]:
    """All fixtures below a folder, and what is wrong with them: a page without expectation, an expectation without page."""
    mistakes: list[str] = []
    examples: list[Example] = []
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "README.md")
    pages = [path for path in files if path.suffix != ".toml" and ".original." not in path.name]
    known = {path.with_name(path.stem + SUFFIX) for path in pages}
    for page in pages:
        beside = page.with_name(page.stem + SUFFIX)
        if not beside.is_file():
            mistakes.append(f"{page}: no expectation beside it ({beside.name})")
            continue
        try:
            examples += _variants(page, tomllib.loads(beside.read_text("utf-8")))
        except ValueError as error:
            mistakes.append(f"{beside}: not TOML: {error}")
    mistakes += [f"{path}: no page beside it" for path in files if path.name.endswith(SUFFIX) and path not in known]
    return examples, mistakes


def _variants(page: Path, expectation: dict[str, Any]) -> list[Example]:
    """A page as it stands, and each `[[variant]]` of it: what differs from the page's own expectation, and the edits that make it."""
    variants = expectation.pop("variant", [])
    found = [Example(page, expectation)]
    for variant in variants:
        edits = tuple((old, new) for old, new in variant.get("edits", ()))
        merged = {**expectation, **variant, "findings": {**expectation.get("findings", {}), **variant.get("findings", {})}}
        found.append(Example(page, {key: value for key, value in merged.items() if key != "edits"}, edits))
    return found


def run_example(example: Example, shelf: Shelf) -> tuple[Report, list[str]]:
    """Check one fixture; the report, and every difference between what came and what was expected."""
    expectation = example.expectation
    unknown = expectation.keys() - _HOW - _WHAT - {"article", "error"}
    differences = [f"unknown key “{key}” in the expectation" for key in sorted(unknown)]
    location = expectation.get("location")
    loaded = load_file(str(example.page))
    if isinstance(loaded, Resource) and example.edits:
        text = loaded.data.decode("utf-8")
        differences += [f"edit: “{old}” stands {text.count(old)} times on the page, and not once" for old, _ in example.edits if text.count(old) != 1]
        for at, old, new in sorted(((text.find(old), old, new) for old, new in example.edits), reverse=True):
            text = text[:at] + new + text[at + len(old) :]
        loaded = loaded._replace(data=text.encode("utf-8"))
    if isinstance(loaded, Resource) and location:
        loaded = loaded._replace(url=resolve(location))
    try:
        settings = _settings(example, shelf)
    except ComplianceError as error:
        return Report((), (), shelf.digest), [*differences, str(error)]
    report = Line(shelf, settings).run([loaded])
    return report, differences + _compare(report, expectation)


def _settings(example: Example, shelf: Shelf) -> Settings:
    expectation, folder = example.expectation, example.page.parent
    named = str(folder / expectation["terms_file"]) if "terms_file" in expectation else expectation.get("terms")
    text = load_file(str(folder / expectation["original_text"])) if expectation.get("original_text") else None
    return Settings(
        terms=find_terms(shelf, named) if named else None,
        original=checked_address(expectation.get("original")),
        declared=tuple(expectation.get("use", ())),
        site=Republisher(tuple(expectation.get("site_names", ())), tuple(expectation.get("site_domains", ()))),
        declarations=tuple((key, str(value).lower() if isinstance(value, bool) else value) for key, value in expectation.get("declared", {}).items()),
        permissions=permissions_from(expectation["permission"], "permissions.toml") if expectation.get("permission") else (),
        original_texts=(text,) if isinstance(text, Resource) else (),
        today=str(expectation["today"]) if "today" in expectation else None,
    )


def _compare(report: Report, expectation: dict[str, Any]) -> list[str]:
    if "error" in expectation:
        reasons = [error.reason for error in report.errors]
        return [] if reasons == [expectation["error"]] else [f"error: expected {expectation['error']}, got {reasons or 'articles'}"]
    if report.errors:
        return [f"unread: {error.reason}: {error.message}" for error in report.errors]
    wanted = expectation.get("article") or [{key: value for key, value in expectation.items() if key in _WHAT}]
    if len(wanted) != len(report.articles):
        return [f"articles: expected {len(wanted)}, got {len(report.articles)}"]
    found: list[str] = []
    for number, (want, article) in enumerate(zip(wanted, report.articles, strict=True), 1):
        prefix = f"article {number}: " if len(wanted) > 1 else ""
        found += [prefix + difference for difference in _differences(article, want)]
    return found


def _differences(article: ArticleReport, want: dict[str, Any]) -> list[str]:
    original = article.original
    got: dict[str, Any] = {
        "outcome": article.outcome.value,
        "publisher": original.publisher if original else None,
        "url": original.url if original else None,
        "rung": original.rung.value if original else None,
        "chain": list(original.chain) if original else [],
        "title": article.title,
        "language": article.language,
    }
    found = [f"{key}: expected {want[key]!r}, got {got[key]!r}" for key in got if key in want and want[key] != got[key]]
    if "outcome" not in want:
        found.append("the expectation names no outcome")
    expected = dict(want.get("findings", {}))
    for finding in article.findings:
        key = finding.requirement.partition("/")[2]
        what = f"{finding.outcome} {finding.reason}"
        if key not in expected:
            found.append(f"{key}: not listed, got {what}")
        elif expected.pop(key) != what:
            found.append(f"{key}: expected {want['findings'][key]!r}, got {what!r} ({finding.message})")
    return found + [f"{key}: expected {value!r}, got no such finding" for key, value in expected.items()]
