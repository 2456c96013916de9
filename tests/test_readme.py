"""The README cannot rot: what it shows is what the program prints."""

import re

from conftest import ROOT, Run

from compliance.cli.arguments import build_parser
from compliance.report.formats import FORMATS
from compliance.requirements import KINDS

README = (ROOT / "README.md").read_text("utf-8")


def test_the_sample_on_the_first_screen_is_what_the_command_prints(run: Run) -> None:
    sample = re.search(r"\$ compliance (check fixtures/\S+ --use non-commercial)\n(.*?)\n```", README, re.DOTALL)
    assert sample
    assert run(*sample.group(1).split(), cwd=ROOT).stdout.rstrip() == sample.group(2)


def test_the_usage_is_the_help(run: Run) -> None:
    assert run("check", "--help").stdout.rstrip() in README


def test_every_kind_command_format_and_exit_code_is_named() -> None:
    actions = next(action for action in build_parser()._actions if action.dest == "command")
    assert actions.choices
    for word in (*KINDS, *(f"compliance {name}" for name in actions.choices), *FORMATS, *(f"| {code} |" for code in (0, 1, 2, 3, 4, 5, 130))):
        assert word in README


def test_the_number_of_languages_is_true() -> None:
    assert f"in {len(list((ROOT / 'rules' / 'phrases').glob('*.toml')))} languages" in README
