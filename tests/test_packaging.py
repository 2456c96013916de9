"""The wheel carries the rules and works where it is installed; so do an editable install and a plain checkout."""

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_code_rules_and_schema_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for name in ("compliance/py.typed", "compliance/report/schema.json", "compliance/_rules/baseline.toml", "compliance/_rules/phrases/fr.toml"):
        assert name in names
    rules = {path.relative_to(ROOT / "rules").as_posix() for path in (ROOT / "rules").rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert {name.removeprefix("compliance/_rules/") for name in names if name.startswith("compliance/_rules/")} == rules
    assert not [name for name in names if name.startswith(("tests/", "fixtures/")) or "__pycache__" in name]


def test_an_installed_wheel_checks_outside_the_repository(wheel: Path, tmp_path: Path, page: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", str(wheel)], check=True, capture_output=True)
    for command in ([home / "bin" / "compliance"], [python, "-m", "compliance"]):
        done = subprocess.run([*command, "check", "--format", "json", page], capture_output=True, text=True, cwd=tmp_path, env={"PATH": "/usr/bin:/bin"})
        assert (done.returncode, done.stderr) == (1, "")
        assert json.loads(done.stdout)["articles"][0]["original"]["publisher"] == "The Gazette"
    listed = subprocess.run([home / "bin" / "compliance", "rules", "list"], capture_output=True, text=True, cwd=tmp_path)
    assert "mondialisation" in listed.stdout
