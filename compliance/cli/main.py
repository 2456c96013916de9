"""The command line: arguments, commands, exit codes. Commands are loaded, and their options made, when they are called."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from compliance.cli.codes import INTERNAL, INTERRUPTED, OK, USAGE
from compliance.errors import ComplianceError
from compliance.version import VERSION

if TYPE_CHECKING:
    import argparse


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Answers the exit code."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    if arguments == ["--version"]:  # before anything is loaded
        print(f"compliance {VERSION}")
        return OK
    from compliance.cli.arguments import build_parser

    given = build_parser(arguments).parse_args(arguments)
    try:
        code = _command(given)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # who reads the output has gone: what is still to be written goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERRUPTED
    except KeyboardInterrupt:
        print("compliance: interrupted", file=sys.stderr)
        return INTERRUPTED
    except ComplianceError as error:
        from compliance.report.safe import plain

        for line in str(error).splitlines():
            print(f"error: {plain(line)}", file=sys.stderr)
        return USAGE
    except Exception:
        import traceback

        traceback.print_exc()
        print("compliance: internal error (exit 4): please report the lines above, with the input if you may share it", file=sys.stderr)
        return INTERNAL


def run() -> None:
    """The program: one command, then out.

    A run lives for a moment: garbage is collected seldom, and once all is written the process leaves without taking its
    memory apart, which would take longer than the check of a page.
    """
    import gc

    gc.set_threshold(100_000, 50, 50)
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _command(given: "argparse.Namespace") -> int:
    if given.command == "check":
        from compliance.cli.check import run as run_check

        return run_check(given)
    if given.command == "explain":
        from compliance.cli.explain import run as run_explain

        return run_explain(given)
    from compliance.cli.rules import run as run_rules

    return run_rules(given)
