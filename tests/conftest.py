"""What the tests share: a run of the program as its users run it, and the folders of fixtures."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `compliance` in a process of its own, in an empty folder."""

    def run_(*arguments: object, stdin: bytes | None = None, cwd: Path | None = None) -> "subprocess.CompletedProcess[str]":
        environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
        command = [sys.executable, "-m", "compliance", *map(str, arguments)]
        done = subprocess.run(command, input=stdin, capture_output=True, cwd=cwd or tmp_path, env=environment, timeout=60)
        return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run_


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A copy that names its source and links it, and shows neither address nor notice."""
    path = tmp_path / "page.html"
    path.write_text(
        "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>The lighthouse keepers</title></head><body><article><h1>The lighthouse keepers</h1>"
        + "".join(f"<p>{'The keepers of the lighthouse at Cold Point count the ships at night, and write them down. ' * 2}({n})</p>" for n in range(3))
        + '<p>This article was originally published by <a href="https://gazette.example/2024/lighthouse-keepers">The Gazette</a>.</p>'
        "</article></body></html>",
        encoding="utf-8",
    )
    return path
