"""The JSON report holds to its schema, and the same input gives the same bytes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from conftest import FIXTURES, ROOT

from compliance.examples import Example, find_examples, run_example
from compliance.model.finding import Finding
from compliance.report.json import as_data, render
from compliance.requirements import KINDS
from compliance.terms import Shelf, load_shelf

SCHEMA: dict[str, Any] = json.loads((ROOT / "compliance" / "report" / "schema.json").read_text("utf-8"))
EXAMPLES = [example for area in ("requirements", "publishers", "read", "identify") for example in find_examples(FIXTURES / area)[0]]


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return load_shelf(drafts=True)


@pytest.mark.parametrize("example", EXAMPLES, ids=[str(example.page.relative_to(FIXTURES)) for example in EXAMPLES])
def test_every_report_holds_to_the_schema(example: Example, shelf: Shelf) -> None:
    report, _ = run_example(example, shelf)
    jsonschema_rs.validator_for(SCHEMA, validate_formats=True).validate(json.loads(render(report)))


def test_the_schema_refuses_what_is_no_report(shelf: Shelf) -> None:
    report, _ = run_example(EXAMPLES[0], shelf)
    data = as_data(report)
    data["articles"][0]["outcome"] = "warning"
    with pytest.raises(jsonschema_rs.ValidationError):
        jsonschema_rs.validator_for(SCHEMA).validate(data)


def test_the_schema_knows_every_rung_and_sort() -> None:
    from compliance.model.article import Zone
    from compliance.model.original import Rung

    article = SCHEMA["$defs"]["article"]["properties"]
    assert set(article["original"]["anyOf"][1]["properties"]["rung"]["enum"]) == set(Rung)
    assert set(SCHEMA["$defs"]["finding"]["properties"]["evidence"]["items"]["properties"]["zone"]["enum"]) == set(Zone)


def test_same_input_same_bytes() -> None:
    pages = [str(example.page) for example in EXAMPLES[:40]]
    outputs = set()
    for seed in ("0", "1", "4711"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "compliance", "check", "--format", "json", *pages]
        outputs.add(subprocess.run(command, capture_output=True, env=environment, cwd="/").stdout)
    assert len(outputs) == 1


def test_fingerprints_hold_requirement_article_and_reason_only(shelf: Shelf, tmp_path: Path) -> None:
    example = next(example for example in EXAMPLES if example.page.suffix == ".html" and example.expectation.get("outcome") == "fail")

    def findings(text: str) -> list[Finding]:
        path = tmp_path / "page.html"
        path.write_text(text, "utf-8", errors="surrogateescape")
        report, _ = run_example(Example(path, example.expectation), shelf)
        return [finding for article in report.articles for finding in article.findings]

    text = example.page.read_text("utf-8", errors="surrogateescape")
    before, after = findings(text), findings("\n\n\n" + text)
    assert [each.fingerprint for each in before] == [each.fingerprint for each in after]
    assert len({each.fingerprint for each in before}) == len(before)


def test_every_reason_has_words(shelf: Shelf) -> None:
    for kind in KINDS.values():
        for name, reason in kind.reasons.items():
            assert reason.message.endswith((".", "}")), (kind.name, name)
            assert (reason.question is not None) == (reason.outcome == "review"), (kind.name, name)
            assert f"\n  {name} " in kind.manual, f"{kind.name}: the manual shows no example of {name}"
