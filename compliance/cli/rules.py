"""`compliance rules list|show|lint|test|new|drift`."""

import argparse
import shutil
import sys
from pathlib import Path

from compliance.cli.codes import OK
from compliance.cli.unknown import unknown_terms
from compliance.errors import RulesError, UsageError
from compliance.report.safe import plain
from compliance.terms import Shelf, load_shelf, load_terms_file
from compliance.terms.folders import CLAUSES, rule_files

_NARROWEST = 60  # columns of a page


def run(given: argparse.Namespace) -> int:
    """Do what was asked with the rules."""
    if given.action == "lint":
        return _lint(given)
    if given.action == "show":
        return _show(given)
    if given.action == "list":
        return _list(given)
    if given.action == "drift":
        from compliance.cli.rules_drift import run as run_drift

        return run_drift(given)
    shelf = load_shelf(tuple(given.rules), drafts=given.drafts)
    if given.action == "new":
        from compliance.cli.rules_new import run as run_new

        return run_new(given, shelf)
    from compliance.cli.rules_test import run_fixtures

    return run_fixtures(shelf, given.ids, given.fixtures)


def _list(given: argparse.Namespace) -> int:
    from compliance.cli.rules_list import listed

    drafts = given.drafts or "draft" in given.status
    shelf = load_shelf(tuple(given.rules), drafts=drafts)
    for note in shelf.notes:
        print(f"note: {plain(note)}", file=sys.stderr)
    print(listed(shelf, given.words, given.status, drafts=drafts))
    return OK


def _show(given: argparse.Namespace) -> int:
    from compliance.cli.rules_show import WIDTH, page

    shelf = load_shelf(tuple(given.rules), drafts=True)
    if given.id not in shelf.terms:
        raise UsageError(unknown_terms(given.id, shelf))
    print(page(shelf.terms[given.id], max(_NARROWEST, min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns))))
    return OK


def _lint(given: argparse.Namespace) -> int:
    """Every mistake of the files and folders named, or of all rules, at once."""
    from compliance.drafting import load_clauses

    if not given.paths:
        shelf = load_shelf(tuple(given.rules), drafts=True)
        load_clauses(tuple(given.rules))
        print(f"{len(shelf.terms)} terms and {shelf.lexicon.size} phrases: no mistake")
        return OK
    shelf = load_shelf(drafts=True)
    mistakes: list[str] = []
    count = 0
    for path in map(Path, given.paths):
        try:
            count += _lint_folder(path) if path.is_dir() else _lint_file(path, shelf)
        except RulesError as error:
            mistakes.extend(error.mistakes)
    if mistakes:
        raise RulesError(tuple(mistakes))
    print(f"{count} rule file{'' if count == 1 else 's'}: no mistake")
    return OK


def _lint_folder(folder: Path) -> int:
    """Read a folder of rules as `--rules` does, words of clauses too. Answers how many files it holds; raises RulesError."""
    from compliance.drafting import check_clauses, load_clauses

    mistakes: list[str] = []
    files = rule_files(str(folder), mistakes, own=False)
    if folder.name == CLAUSES and not mistakes:
        for file in files:
            check_clauses(file.path)
        return len(files)
    load_shelf((str(folder),), drafts=True)
    load_clauses((str(folder),))
    clauses = folder / CLAUSES
    return len(files) + (len(rule_files(str(clauses), mistakes, own=False)) if clauses.is_dir() else 0)


def _lint_file(file: Path, shelf: Shelf) -> int:
    """Read one file as what it is. Raises RulesError."""
    if file.parent.name == CLAUSES:
        from compliance.drafting import check_clauses

        check_clauses(str(file))
    else:
        load_terms_file(str(file), shelf)
    return 1
