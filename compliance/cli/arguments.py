"""The options of every command."""

import argparse
from collections.abc import Callable, Sequence
from functools import partial

from compliance.version import VERSION

_STATUSES = ("reviewed", "second-hand", "draft")
_WIDTH = 100  # columns of the help; asking the terminal costs start-up time
_FORMATTER = partial(argparse.HelpFormatter, width=_WIDTH, max_help_position=32)


def build_parser(arguments: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """The parser. With arguments given, only the command that they name gets its options."""
    parser = argparse.ArgumentParser(
        prog="compliance",
        description="Checks republished articles against the reproduction terms they were given under.",
        epilog="exit codes: 0 nothing to stop for, 1 something failed, 2 usage or rule-file error, 3 something could not be read, "
        "4 internal error, 5 nothing was checked, 130 interrupted",
        allow_abbrev=False,
        formatter_class=_FORMATTER,
    )
    parser.add_argument("--version", action="version", version=f"compliance {VERSION}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, prog="compliance")
    for name, help_, options in _COMMANDS:
        command = commands.add_parser(name, help=help_, allow_abbrev=False, formatter_class=_FORMATTER)
        if arguments is None or name in arguments:
            options(command)
    return parser


def _check(check: argparse.ArgumentParser) -> None:
    add = check.add_argument
    add("inputs", nargs="*", metavar="PATH|URL|-", help="what to check; none: the paths of compliance.toml, else the current folder")
    add("--terms", metavar="ID|FILE", help="judge by these terms; none: the copy tells its publisher")
    add("--original", metavar="URL", help="address of the original article")
    add("--original-text", action="append", default=[], metavar="FILE", help="the original itself: a page, a text, or a feed that holds it (repeatable)")
    add("--permissions", metavar="FILE", help="records of what publishers permitted; none: permissions.toml beside compliance.toml")
    add("--map", metavar="FILE", help="CSV of copy,original: the original's address per file or address")
    add("--use", action="append", default=[], metavar="USE", help="declare a use of the copying site, as non-commercial (repeatable)")
    add("--location", metavar="URL", help="the copy's own address, for one page given as file or standard input")
    _rules_options(check)
    add("--exclude", action="append", default=[], metavar="PATTERN", help="leave out paths below a folder, .gitignore style (repeatable)")
    _allow_host(check)
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


def _rules_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rules", action="append", default=[], metavar="DIR", help="add a folder of rules (repeatable)")
    parser.add_argument("--drafts", action="store_true", help="load terms of status draft too")


def _explain(explain: argparse.ArgumentParser) -> None:
    explain.add_argument("id", help="a kind (original-link), a kind and reason (original-link/placeholder), or an id of terms")
    _rules_options(explain)


def _rules(rules: argparse.ArgumentParser) -> None:
    actions = rules.add_subparsers(dest="action", metavar="ACTION", required=True, prog="compliance rules")
    for name, help_ in (
        ("list", "list all terms"),
        ("show", "show one file of terms"),
        ("lint", "report every mistake in rule files"),
        ("test", "run the fixtures of rule files"),
        ("new", "draft a rule file from a page of terms"),
        ("drift", "fetch the pages of terms, and say which read otherwise now"),
    ):
        action = actions.add_parser(name, help=help_, allow_abbrev=False, formatter_class=_FORMATTER)
        _rules_options(action)
        if name == "show":
            action.add_argument("id", metavar="ID", help="id of the terms")
        elif name == "list":
            action.add_argument("words", nargs="*", metavar="WORD", help="only terms whose id, title, names, domains or languages hold it")
            action.add_argument("--status", action="append", default=[], choices=_STATUSES, help="only terms of this status (repeatable)")
        elif name == "lint":
            action.add_argument("paths", nargs="*", metavar="PATH", help="rule files or folders; none: the bundled rules")
        elif name == "test":
            action.add_argument("ids", nargs="*", metavar="ID", help="ids of terms; none: all")
            action.add_argument("--fixtures", metavar="DIR", help="folder with one folder of fixtures per id of terms")
        elif name == "new":
            _new(action)
        elif name == "drift":
            _drift(action)


def _allow_host(parser: argparse.ArgumentParser) -> None:
    help_ = "fetch from this host although it lies in a private network (repeatable)"
    parser.add_argument("--allow-host", action="append", default=[], metavar="HOST:PORT", help=help_)


def _drift(drift: argparse.ArgumentParser) -> None:
    add = drift.add_argument
    add("ids", nargs="*", metavar="ID", help="ids of terms; none: all but drafts")
    add("--write", action="store_true", help="put digest and today's date into the rule files; where the text changed, only if its id is named")
    _allow_host(drift)


def _new(new: argparse.ArgumentParser) -> None:
    add = new.add_argument
    add("source", metavar="URL|FILE|-", help="the page of terms: its address, a file, - for standard input")
    add("--id", metavar="ID", help="id of the terms; none: told by the page's address")
    add("--name", metavar="NAME", help="name of the publisher; none: told by the page")
    add("--location", metavar="URL", help="the page's own address, when it is given as file or standard input")
    add("--read-on", metavar="DAY", help="day on which the page was read, as 2026-11-24; none: today")
    add("--output", metavar="FILE", help="write the draft to this new file; none: standard output")
    _allow_host(new)


_COMMANDS: tuple[tuple[str, str, Callable[[argparse.ArgumentParser], None]], ...] = (
    ("check", "check articles: files, folders, addresses, - for standard input", _check),
    ("explain", "print the manual of a kind, a reason or terms", _explain),
    ("rules", "list, show, lint, test and draft the terms", _rules),
)
