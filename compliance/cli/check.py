"""`compliance check`."""

import argparse
import datetime
import os
import sys
from collections.abc import Iterator

from compliance.api import checked_address, find_terms
from compliance.cli.config import Config, find_config
from compliance.cli.decide import FAIL_ON, decide
from compliance.errors import UsageError, near
from compliance.load.files import load_file, load_paths
from compliance.model.original import Republisher
from compliance.model.permission import Permission
from compliance.model.report import Report
from compliance.model.resource import Resource, Unread
from compliance.pipeline import Line, Settings, selected
from compliance.read import READABLE_SUFFIXES
from compliance.report.formats import FORMATS, renderer
from compliance.requirements import KINDS
from compliance.terms import Shelf, load_shelf
from compliance.text.urls import resolve
from compliance.weighing.uses import COMMERCE, USES

_SHOWABLE = ("pass", "fail", "review", "error", "untested", "inapplicable", "out-of-scope")


def run(given: argparse.Namespace) -> int:
    """Check the inputs, print the report, answer the exit code."""
    config = find_config(given.config)
    fail_on = _words(given.fail_on, FAIL_ON, "--fail-on") or config.fail_on or ("fail",)
    outputs = [_output(each) for each in given.output]
    if given.format not in FORMATS:
        raise UsageError(f"--format {given.format}: unknown; there are {', '.join(FORMATS)}")
    select, ignore = (_words(words, tuple(KINDS), option) for words, option in ((given.select, "--select"), (given.ignore, "--ignore")))
    _words(given.show, _SHOWABLE, "--show")
    shelf = load_shelf((*config.rules, *given.rules), drafts=given.drafts)
    for note in shelf.notes if not given.quiet else ():
        print(f"note: {_safe(note)}", file=sys.stderr)
    settings = _settings(given, config, shelf)
    inputs = given.inputs or list(config.paths) or ["."]
    report = Line(shelf, settings).run(_resources(inputs, given, config))
    if select or ignore:
        report = report._replace(articles=tuple(selected(article, select, ignore) for article in report.articles))
    for error in report.errors:
        print(f"error: {_safe(error.message)}", file=sys.stderr)
    for name, path in outputs:
        _write(path, renderer(name)(report))
    code, why = decide(report, fail_on, exit_zero=given.exit_zero)
    sys.stdout.write(_shown(report, given))
    if given.format == "text":
        print(why)
    return code


def _resources(inputs: list[str], given: argparse.Namespace, config: Config) -> Iterator[Resource | Unread]:
    excludes = (*config.exclude, *given.exclude)
    own = resolve(given.location) if given.location else None
    if given.location and (own is None or len(inputs) != 1):
        raise UsageError("--location: give one page, and its whole address, as https://copy.example/story")
    for each in inputs:
        if each.lower().startswith(("http://", "https://")):
            from compliance.load.web import fetch

            yield fetch(each, frozenset(given.allow_host))
            continue
        for resource in load_paths([each], READABLE_SUFFIXES, excludes, sys.stdin.buffer):
            yield resource._replace(url=own) if own and isinstance(resource, Resource) else resource


def _settings(given: argparse.Namespace, config: Config, shelf: Shelf) -> Settings:
    terms = given.terms or config.terms
    uses = tuple(dict.fromkeys(word for use in (*config.use, *given.use) for word in _words(use, USES, "--use")))
    if set(COMMERCE) <= set(uses):
        raise UsageError(f"use: a site is {' or '.join(COMMERCE)}, and not both")
    return Settings(
        terms=find_terms(shelf, terms) if terms else None,
        original=checked_address(given.original),
        originals=_map(given.map) if given.map else (),
        declared=uses,
        site=Republisher(config.site_names, config.site_domains),
        declarations=config.declared,
        permissions=_permissions(given.permissions or config.permissions),
        original_texts=tuple(_original_text(path) for path in given.original_text),
        today=datetime.date.today().isoformat(),
    )


def _permissions(path: str | None) -> tuple[Permission, ...]:
    if path is None:
        return ()
    from compliance.terms.permissions import read_permissions

    return read_permissions(path)


def _original_text(path: str) -> Resource:
    """A file that holds the original itself. Raises UsageError when it cannot be read."""
    loaded = load_file(path)
    if isinstance(loaded, Unread):
        raise UsageError(f"--original-text {path}: {loaded.message}")
    return loaded


def _map(path: str) -> tuple[tuple[str, str], ...]:
    """Pairs of copy and original from a CSV file. Raises UsageError with the line."""
    import csv

    pairs = []
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            for number, row in enumerate(csv.reader(file), 1):
                if not row or not "".join(row).strip() or (number == 1 and row[0].strip().lower() == "copy"):
                    continue
                original = resolve(row[1].strip()) if len(row) > 1 else None
                if original is None:
                    raise UsageError(f"{path}:{number}: write copy,original with the original's whole address")
                pairs.append((row[0].strip(), original))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"--map {path}: cannot be read: {error}") from None
    return tuple(pairs)


def _shown(report: Report, given: argparse.Namespace) -> str:
    if given.format != "text":
        return renderer(given.format)(report)
    from compliance.report import text

    shown = frozenset(_words(given.show, _SHOWABLE, "--show")) or text.SHOWN
    if given.quiet:
        shown = frozenset()
    elif given.verbose:
        shown = frozenset(_SHOWABLE)
    color = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return text.render(report, shown, color=color)


def _words(given: str | None, allowed: tuple[str, ...], option: str) -> tuple[str, ...]:
    words = tuple(word.strip() for word in (given or "").split(",") if word.strip())
    for word in words:
        if word not in allowed:
            raise UsageError(f"{option} {word}: unknown{near(word, allowed)}; allowed: {', '.join(allowed)}")
    return words


def _output(given: str) -> tuple[str, str]:
    name, colon, path = given.partition(":")
    if name not in FORMATS or not colon or not path:
        raise UsageError(f"--output {given}: write FORMAT:PATH, with one of {', '.join(FORMATS)}")
    return name, path


def _write(path: str, text: str) -> None:
    try:
        with open(path, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f"--output {path}: cannot be written: {error.strerror}") from None


def _safe(message: str) -> str:
    from compliance.report.safe import plain

    return plain(message)
