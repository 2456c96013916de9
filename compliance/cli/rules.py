"""`compliance rules list|show|lint|test|new`."""

import argparse
from pathlib import Path

from compliance.errors import RulesError, UsageError
from compliance.model.terms import OptionValue, Terms
from compliance.terms import Shelf, load_shelf, load_terms_file


def run(given: argparse.Namespace) -> int:
    """Do what was asked with the rules."""
    if given.action == "lint":
        return _lint(given)
    shelf = load_shelf(tuple(given.rules), drafts=given.drafts)
    if given.action == "list":
        print(_listed(shelf))
        return 0
    if given.action == "show":
        if given.id not in shelf.terms:
            raise UsageError(f"unknown terms “{given.id}”; there are: {', '.join(shelf.terms)}")
        print(show(shelf.terms[given.id]))
        return 0
    if given.action == "new":
        from compliance.cli.rules_new import run as run_new

        return run_new(given, shelf)
    from compliance.cli.rules_test import run_fixtures

    return run_fixtures(shelf, given.ids, given.fixtures)


def _listed(shelf: Shelf) -> str:
    width = max(len(name) for name in shelf.terms)
    rows = [f"{terms.id:{width}}  {terms.status:11}  {len(terms.requirements):2} demands  {terms.title}" for terms in shelf.terms.values()]
    return "\n".join([*rows, "", f"{len(rows)} terms; `compliance rules show ID` shows one"])


def show(terms: Terms) -> str:
    """One file of terms as a person reads it."""
    lines = [f"{terms.id}: {terms.title}", "", terms.summary, ""]
    if terms.publisher:
        lines.append(f"publisher  {', '.join(terms.publisher.names)}; {', '.join(terms.publisher.domains)}")
        if terms.publisher.weak_names:
            lines.append(f"           beside a credit phrase or link only: {', '.join(terms.publisher.weak_names)}")
    lines.append(f"terms      {terms.url or 'no address'}{f' ({terms.locator})' if terms.locator else ''}, read on {terms.read_on}, {terms.status}")
    if terms.contact:
        lines.append(f"contact    {terms.contact}")
    lines += [f"file       {terms.source}", "", "demands"]
    for requirement in terms.requirements:
        options = "".join(f", {name} = {_shown(value)}" for name, value in requirement.options)
        lines.append(f"  {requirement.obligation:6}  {requirement.kind:18}{requirement.clause}{options}")
    if terms.unchecked:
        lines += ["", "not checked by this version"]
        lines += [f"  {demand.obligation:6}  {demand.clause}" for demand in terms.unchecked]
    return "\n".join(lines)


def _shown(value: OptionValue) -> str:
    if not isinstance(value, tuple):
        return str(value)
    return ", ".join(each if isinstance(each, str) else ", ".join(each[1]) for each in value)


def _lint(given: argparse.Namespace) -> int:
    """Every mistake of the files named, or of all rules, at once."""
    if not given.paths:
        from compliance.drafting import load_clauses

        shelf = load_shelf(tuple(given.rules), drafts=True)
        load_clauses(tuple(given.rules))
        print(f"{len(shelf.terms)} terms and {shelf.lexicon.size} phrases: no mistake")
        return 0
    shelf = load_shelf(drafts=True)
    mistakes: list[str] = []
    count = 0
    for path in (Path(each) for each in given.paths):
        files = sorted(path.rglob("*.toml")) if path.is_dir() else [path]
        if not files:
            mistakes.append(f"{path}: no rule file (*.toml) in this folder")
        for file in files:
            count += 1
            try:
                _lint_file(file, shelf)
            except RulesError as error:
                mistakes.extend(error.mistakes)
    if mistakes:
        raise RulesError(tuple(mistakes))
    print(f"{count} rule file{'' if count == 1 else 's'}: no mistake")
    return 0


def _lint_file(file: Path, shelf: Shelf) -> None:
    if file.parent.name == "clauses":
        from compliance.drafting import check_clauses

        check_clauses(str(file))
        return
    load_terms_file(str(file), shelf)
