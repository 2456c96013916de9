"""`compliance rules new`: a page of terms into the draft of a rule file."""

import argparse
import datetime
import os
import re
import sys

from compliance.cli.codes import NOTHING, OK, UNREAD
from compliance.drafting import Draft, draft, load_clauses, rule_file
from compliance.errors import ReadError, UsageError
from compliance.load.files import load_file, load_stdin
from compliance.model.article import Article
from compliance.model.resource import Resource, Unread
from compliance.read import read
from compliance.report.safe import plain
from compliance.terms import Shelf
from compliance.text.urls import resolve

_ID = re.compile(r"[a-z0-9][a-z0-9.-]*")
_LOOKED_FOR = (
    "looked for paragraphs that speak of republishing, reproducing or quoting articles and say what must, may or may not be done,\n"
    "in English, French, Spanish and German; notices of rights, fair-use notices and disclaimers are no terms"
)


def run(given: argparse.Namespace, shelf: Shelf) -> int:
    """Read the page, print the draft, answer the exit code."""
    if given.output and os.path.lexists(given.output):
        raise UsageError(f"--output {given.output}: exists already, and no draft is written over it: name another file")
    if given.id is not None and not _ID.fullmatch(given.id):
        raise UsageError(f"--id {given.id}: small letters, digits, dots and hyphens only, as the-gazette")
    if given.name is not None and not given.name.strip():
        raise UsageError("--name: give the publisher's name as it names itself")
    read_on = _day(given.read_on)
    loaded = _load(given)
    if isinstance(loaded, Unread):
        print(f"error: {plain(loaded.message)}", file=sys.stderr)
        return UNREAD
    try:
        articles = read(loaded)
    except ReadError as error:
        print(f"error: {plain(str(error))}", file=sys.stderr)
        return UNREAD
    article = articles[0]
    drafted = draft(article, shelf, load_clauses(tuple(given.rules)), given.id, given.name)
    if drafted is None:
        print(f"{plain(given.source)}: no terms found\n{_LOOKED_FOR}", file=sys.stderr)
        return UNREAD if article.incomplete else NOTHING
    _write(given.output, rule_file(drafted, read_on))
    print(_summary(drafted, article, shelf), file=sys.stderr)
    return OK


def _load(given: argparse.Namespace) -> Resource | Unread:
    own = resolve(given.location) if given.location else None
    if given.location and own is None:
        raise UsageError(f"--location {given.location}: no web address: give it whole, as https://gazette.example/republish")
    if given.source.lower().startswith(("http://", "https://")):
        from compliance.load.web import fetch

        loaded = fetch(given.source, frozenset(given.allow_host))
    elif given.source == "-":
        loaded = load_stdin(sys.stdin.buffer)
    else:
        loaded = load_file(given.source)
    return loaded._replace(url=own) if own and isinstance(loaded, Resource) else loaded


def _day(given: str | None) -> str:
    if given is None:
        return datetime.date.today().isoformat()
    try:
        return datetime.date.fromisoformat(given).isoformat()
    except ValueError:
        raise UsageError(f"--read-on {given}: no day: write it as 2026-11-24") from None


def _write(path: str | None, text: str) -> None:
    if path is None:
        sys.stdout.write(text)
        return
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f"--output {path}: cannot be written: {error.strerror}") from None


def _summary(drafted: Draft, article: Article, shelf: Shelf) -> str:
    count, unplaced = len(drafted.proposals), len(drafted.unplaced)
    lines = [f"{_count(count, 'demand')} proposed, {_count(unplaced, 'sentence')} not placed: read the draft against the page, then set its status"]
    if article.incomplete:
        lines.append(f"warning: the page could not be read whole ({article.incomplete}): demands may be missing")
    known = shelf.by_url(drafted.identity.url) if drafted.identity.url else None
    if known or drafted.identity.id in shelf.terms:
        taken = known.id if known else drafted.identity.id
        lines.append(f"note: the shelf has terms “{taken}” already; `compliance rules show {taken}` shows them")
    return "\n".join(map(plain, lines))


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
