"""`compliance rules drift`: whether the pages of terms still read as they did when the rule files were written.

Beside `check URL` and `rules new URL` the only command that touches the network: one page at a time, each address once, with a
pause before the next page of a host.
"""

import argparse
import datetime
import os
import time
from collections.abc import Iterator

from compliance.cli.codes import FAILED, NOTHING, OK, UNREAD
from compliance.cli.unknown import unknown_terms
from compliance.drafting import load_clauses
from compliance.drift import CHANGED, NOT_STORED, SAME, UNREACHABLE, Drift, drift
from compliance.errors import RulesError, UsageError
from compliance.model.resource import Resource, Unread
from compliance.model.terms import Terms
from compliance.report.safe import plain
from compliance.terms import Shelf, load_shelf
from compliance.terms.reading import write_reading
from compliance.terms.shelf import bundled
from compliance.text.urls import host_of

_PAUSE = 1.0  # seconds between two pages of one host
_SKIPPED = "skipped"
_INDENT = " " * 13


def run(given: argparse.Namespace) -> int:
    """Fetch the pages, say what became of each, answer the exit code."""
    shelf = load_shelf(tuple(given.rules), drafts=True)
    for name in given.ids:
        if name not in shelf.terms:
            raise UsageError(unknown_terms(name, shelf))
    clauses = load_clauses(tuple(given.rules))
    pages = _Pages(frozenset(given.allow_host))
    counts = dict.fromkeys((CHANGED, UNREACHABLE, NOT_STORED, SAME, _SKIPPED), 0)
    mistakes: list[str] = []
    for name in given.ids or list(shelf.terms):
        terms = shelf.terms[name]
        why = _skipped(terms)
        found = Drift(_SKIPPED, why=why) if why else drift(terms, pages.load(terms.url or ""), shelf, clauses)
        counts[found.outcome] += 1
        lines = list(_told(terms, found))
        if given.write and found.digest:
            lines.append(_written(terms, found, shelf, named=name in given.ids, mistakes=mistakes))
        print(plain(lines[0]), *(_INDENT + plain(line) for line in lines[1:]), sep="\n", flush=True)
    if mistakes:
        raise RulesError(tuple(mistakes))
    code = FAILED if counts[CHANGED] else UNREAD if counts[UNREACHABLE] else OK if counts[SAME] or counts[NOT_STORED] else NOTHING
    print(f"exit {code}: {', '.join(f'{count} {outcome}' for outcome, count in counts.items() if count) or 'no terms'}")
    return code


class _Pages:
    """Pages by address, each fetched once."""

    def __init__(self, allowed: frozenset[str]) -> None:
        self._allowed = allowed
        self._loaded: dict[str, Resource | Unread] = {}
        self._last: dict[str, float] = {}

    def load(self, url: str) -> Resource | Unread:
        """A page; the answer for an address that was fetched before is the same."""
        if url not in self._loaded:
            from compliance.load.web import fetch

            host = host_of(url) or ""
            if host in self._last:
                time.sleep(max(0.0, self._last[host] + _PAUSE - time.monotonic()))
            self._loaded[url] = fetch(url, self._allowed)
            self._last[host] = time.monotonic()
        return self._loaded[url]


def _skipped(terms: Terms) -> str:
    """Why there is nothing to fetch."""
    if terms.status == "draft":
        return "a draft: nobody has read its terms yet"
    return "" if terms.url else "no address of the terms is known"


def _told(terms: Terms, found: Drift) -> Iterator[str]:
    """A line, and further ones that stand below it."""
    yield f"{found.outcome:13}{terms.id}  {terms.url or ''}".rstrip()
    if found.outcome == CHANGED:
        yield f"reads otherwise than on {terms.read_on}: read it, mend the file, then `compliance rules drift {terms.id} --write`"
    if found.outcome == NOT_STORED:
        yield f'digest = "{found.digest}"'
    if found.why:
        yield found.why
    if found.moved:
        yield f"the page stands at {found.moved} now"
    if found.whole and terms.publisher and found.digest:
        yield "no paragraph of terms was told apart: the page's whole text is compared"


def _written(terms: Terms, found: Drift, shelf: Shelf, *, named: bool, mistakes: list[str]) -> str:
    """Put the reading into the file; what was done. A changed text is taken for read only when the user named the terms."""
    if found.outcome == CHANGED and not named:
        return "not written: name the id to say that you have read the new text"
    path = terms.source if terms.id in shelf.added else os.path.join(bundled(), *terms.source.split("/"))
    today = datetime.date.today().isoformat()
    try:
        write_reading(path, found.digest or "", today)
    except RulesError as error:
        mistakes.extend(error.mistakes)
        return "not written"
    return f"written: read on {today}"
