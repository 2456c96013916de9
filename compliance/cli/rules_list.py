"""`compliance rules list`: the terms by group, all of them or those that are looked for."""

import shutil
import sys
from collections.abc import Iterable

from compliance.cli.rules_show import WIDTH
from compliance.model.outcome import Obligation
from compliance.model.terms import Terms
from compliance.report.safe import plain
from compliance.terms import Shelf
from compliance.text.words import fold

GROUPS = ("Publishers", "Licences", "Others")


def group_of(terms: Terms) -> str:
    """Where the terms stand in lists."""
    if terms.publisher:
        return "Publishers"
    return "Licences" if "licenses" in terms.source.replace("\\", "/").split("/")[:-1] else "Others"


def counts_of(terms: Terms) -> tuple[int, int, int]:
    """How many demands there are: must, should, allowed."""
    given = [requirement.obligation for requirement in terms.requirements]
    return given.count(Obligation.MUST), given.count(Obligation.SHOULD), given.count(Obligation.MAY)


def listed(shelf: Shelf, words: Iterable[str], statuses: Iterable[str], *, drafts: bool) -> str:
    """A row per file of terms. words: all of them stand in its id, title, names, domains or languages. statuses: none for any.

    drafts: whether the shelf holds drafts.
    """
    wanted = [fold(word) for word in words]
    allowed = tuple(statuses)
    found = [terms for terms in shelf.terms.values() if (not allowed or terms.status in allowed) and all(word in _searched(terms) for word in wanted)]
    width = max((len(terms.id) for terms in found), default=0)
    lines: list[str] = []
    for group in GROUPS:
        rows = [terms for terms in found if group_of(terms) == group]
        if rows:
            lines += [f"{group} ({len(rows)})", f"  {'id':{width}}  {'status':11}  {'read on':10}  must should may  title"]
            lines += [_row(terms, width, added=terms.id in shelf.added) for terms in rows]
            lines.append("")
    told = f"{len(found)} of {len(shelf.terms)} terms" if len(found) < len(shelf.terms) else f"{len(found)} terms"
    hints = ["`compliance rules show ID` shows one"] if found else ["look for another word, or without --status"]
    if not drafts:
        hints.append("--drafts lists drafts too")
    return "\n".join([*lines, f"{told}; {'; '.join(hints)}"])


def _row(terms: Terms, width: int, *, added: bool) -> str:
    """A row. added: the terms come from a further folder, and the row says from which file."""
    must, should, may = counts_of(terms)
    row = f"  {terms.id:{width}}  {terms.status:11}  {terms.read_on or '':10}  {must or '':4} {should or '':6} {may or '':3}  {plain(terms.title)}"
    columns = min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns)
    if sys.stdout.isatty() and len(row) > columns:
        row = row[: columns - 1] + "…"
    return f"{row}  [{plain(terms.source)}]" if added else row


def _searched(terms: Terms) -> str:
    publisher = terms.publisher
    names = (*publisher.names, *publisher.weak_names, *publisher.domains, *publisher.languages) if publisher else ()
    return fold("\n".join((terms.id, terms.title, *names)))
