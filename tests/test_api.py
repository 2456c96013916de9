"""The Python door, and what importing it costs."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

import compliance
from compliance.errors import RulesError, UsageError


def test_check_takes_bytes_and_paths(page: Path) -> None:
    for source in (page, page.read_bytes()):
        report = compliance.check(source)
        assert report.outcome == "fail"
        assert {finding.kind: finding.reason for finding in report.articles[0].findings} == {
            "source-credit": "named",
            "original-url": "href-only",
            "original-link": "linked",
            "copyright-notice": "absent",
        }


def test_the_location_is_the_copys_own_address(page: Path) -> None:
    assert compliance.check(page.read_bytes(), location="https://gazette.example/copy").articles[0].outcome == "out-of-scope"
    assert compliance.check(page, location="https://copy.example/x").articles[0].location == "https://copy.example/x"


def test_terms_original_and_use(page: Path) -> None:
    report = compliance.check(page, terms="mondialisation", original="https://www.mondialisation.ca/x/1", use=("non-commercial",))
    assert report.articles[0].terms is not None
    assert report.articles[0].terms.id == "mondialisation"
    assert report.articles[0].outcome == "fail"


def test_bad_arguments_raise_and_bad_sources_are_errors(page: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="unknown terms"):
        compliance.check(page, terms="nobody")
    with pytest.raises(UsageError, match="no web address"):
        compliance.check(page, original="gazette")
    broken = tmp_path / "x.toml"
    broken.write_text("id = 1", encoding="utf-8")
    with pytest.raises(RulesError, match=r"x\.toml:1: id is a text in quotes"):
        compliance.check(page, terms=broken)
    assert [error.reason for error in compliance.check(b"").errors] == ["empty"]
    assert [error.reason for error in compliance.check(tmp_path / "none").errors] == ["not-found"]


def modules_after(code: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"], capture_output=True, text=True, cwd=ROOT, check=True)
    return set(done.stdout.split())


def test_importing_loads_no_parser_and_no_network_library() -> None:
    assert not modules_after("import compliance") & {"lxml", "lxml.etree", "feedparser", "httpx", "asyncio", "argparse"}


def test_checking_a_local_page_loads_no_network_library(page: Path) -> None:
    loaded = modules_after(f"from compliance.cli import main; main(['check', {str(page)!r}, '-q'])")
    assert "lxml.etree" in loaded
    assert not loaded & {"httpx", "feedparser", "rich", "asyncio", "markdown_it", "yaml", "publicsuffixlist", "logging"}
