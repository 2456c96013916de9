"""The command line: arguments, commands, exit codes. Commands are loaded when they are called."""

import argparse
import sys
from collections.abc import Sequence

from compliance.cli.exit_codes import INTERNAL, INTERRUPTED, USAGE
from compliance.errors import ComplianceError
from compliance.version import VERSION


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Answers the exit code."""
    parser = build_parser()
    given = parser.parse_args(arguments)
    try:
        code: int = _command(given)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        sys.stderr.close()
        return INTERRUPTED
    except KeyboardInterrupt:
        print("compliance: interrupted", file=sys.stderr)
        return INTERRUPTED
    except ComplianceError as error:
        for line in str(error).splitlines():
            print(f"error: {line}", file=sys.stderr)
        return USAGE
    except Exception:
        import traceback

        traceback.print_exc()
        print("compliance: internal error (exit 4): please report the lines above, with the input if you may share it", file=sys.stderr)
        return INTERNAL


def build_parser() -> argparse.ArgumentParser:
    """All commands and options."""
    parser = argparse.ArgumentParser(
        prog="compliance",
        description="Checks republished articles against the reproduction terms they were given under.",
        epilog="exit codes: 0 nothing to stop for, 1 something failed, 2 usage or rule-file error, 3 something could not be read, "
        "4 internal error, 5 nothing was checked, 130 interrupted",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"compliance {VERSION}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _check_arguments(commands.add_parser("check", help="check articles: files, folders, addresses, - for standard input", allow_abbrev=False))
    explain = commands.add_parser("explain", help="print the manual of a kind, a reason or terms", allow_abbrev=False)
    explain.add_argument("id", help="a kind (original-link), a kind and reason (original-link/placeholder), or an id of terms")
    explain.add_argument("--rules", action="append", default=[], metavar="DIR", help="add a folder of rules")
    rules = commands.add_parser("rules", help="list, show, lint and test the terms", allow_abbrev=False)
    actions = rules.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, help_ in (
        ("list", "list all terms"),
        ("show", "show one file of terms"),
        ("lint", "report every mistake in rule files"),
        ("test", "run the fixtures of rule files"),
    ):
        action = actions.add_parser(name, help=help_, allow_abbrev=False)
        action.add_argument("--rules", action="append", default=[], metavar="DIR", help="add a folder of rules")
        action.add_argument("--drafts", action="store_true", help="load drafts too")
        if name == "show":
            action.add_argument("id", help="id of the terms")
        elif name == "lint":
            action.add_argument("paths", nargs="*", metavar="PATH", help="rule files or folders; none: the bundled rules")
        elif name == "test":
            action.add_argument("ids", nargs="*", metavar="ID", help="ids of terms; none: all")
            action.add_argument("--fixtures", metavar="DIR", help="folder with one folder of fixtures per id of terms")
    return parser


def _check_arguments(check: argparse.ArgumentParser) -> None:
    add = check.add_argument
    add("inputs", nargs="*", metavar="PATH|URL|-", help="what to check; none: the paths of compliance.toml, else the current folder")
    add("--terms", metavar="ID|FILE", help="judge by these terms; none: the copy tells its publisher")
    add("--original", metavar="URL", help="address of the original article")
    add("--map", metavar="FILE", help="CSV of copy,original: the original's address per file or address")
    add("--use", action="append", default=[], metavar="USE", help="declare a use of the copying site, as non-commercial (repeatable)")
    add("--location", metavar="URL", help="the copy's own address, for one page given as file or standard input")
    add("--rules", action="append", default=[], metavar="DIR", help="add a folder of rules")
    add("--drafts", action="store_true", help="load terms of status draft too")
    add("--exclude", action="append", default=[], metavar="PATTERN", help="leave out paths below a folder, .gitignore style (repeatable)")
    add("--config", metavar="FILE", help="use this compliance.toml; none: the nearest one above the current folder")
    add("--format", default="text", metavar="NAME", help="format on standard output: text, json")
    add("--output", action="append", default=[], metavar="NAME:PATH", help="write a report of this format to a file too (repeatable)")
    add("--select", metavar="KINDS", help="report these kinds only, separated by commas")
    add("--ignore", metavar="KINDS", help="leave these kinds out, separated by commas")
    add("--fail-on", metavar="WHAT", help="what makes exit 1: fail, review, untested, should, separated by commas (default: fail)")
    add("--exit-zero", action="store_true", help="exit 0 even when something failed")
    add("--show", metavar="OUTCOMES", help="outcomes to show in full, separated by commas (default: fail,review,error,untested)")
    add("-q", "--quiet", action="store_true", help="print the summary only")
    add("-v", "--verbose", action="store_true", help="show every outcome in full")


def _command(given: argparse.Namespace) -> int:
    if given.command == "check":
        from compliance.cli.check import run as run_check

        return run_check(given)
    if given.command == "explain":
        from compliance.cli.explain import run as run_explain

        return run_explain(given)
    from compliance.cli.rules import run as run_rules

    return run_rules(given)
