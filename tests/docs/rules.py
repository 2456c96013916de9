"""docs/rules.md: all terms on the shelf, drafts too."""

from collections.abc import Iterable, Iterator

from compliance.cli.rules_list import GROUPS, group_of
from compliance.model.outcome import Obligation
from compliance.model.terms import Requirement, Terms
from compliance.terms import load_shelf

from .kinds import cell

HEAD = """# Terms on the shelf

Written by `python -m tests.docs` from the files in [rules/](../rules/README.md); `compliance rules show ID` prints one of them in full.

`reviewed`: the text itself was read. `second-hand`: a dated review or quotation of it was. `draft`: from general knowledge, nobody has read the text;
loaded with `--drafts` only. What a file takes over from a licence (`extends`) is counted. A star (*) marks what is asked in some circumstances only.
"""
DRAFTS = "Drafts"


def rules() -> str:
    """The whole document."""
    shelf = load_shelf(drafts=True)
    groups = {name: [terms for terms in shelf.terms.values() if _group(terms) == name] for name in (*GROUPS, DRAFTS)}
    lines = [HEAD, "| | terms | reviewed | second-hand | draft |", "|---|--:|--:|--:|--:|"]
    lines += [_counted(name, found) for name, found in groups.items() if found]
    lines.append(_counted("together", list(shelf.terms.values())))
    for name, found in groups.items():
        if found:
            lines += ["", f"## {name}", "", *_table(found)]
    return "\n".join(lines) + "\n"


def _group(terms: Terms) -> str:
    return DRAFTS if terms.status == "draft" else group_of(terms)


def _counted(name: str, found: list[Terms]) -> str:
    counts = (sum(terms.status == status for terms in found) for status in ("reviewed", "second-hand", "draft"))
    return f"| {name} | {len(found)} | {' | '.join(str(count or '') for count in counts)} |"


def _table(found: Iterable[Terms]) -> Iterator[str]:
    yield "| id | title | status | read on | must | should | allowed | unchecked | terms |"
    yield "|---|---|---|---|---|---|---|--:|---|"
    for terms in found:
        asked = " | ".join(_asked(terms, obligation) for obligation in Obligation)
        address = f"<{terms.url}>" if terms.url else ""
        extends = f"<br>extends {', '.join(terms.extends)}" if terms.extends else ""
        yield (
            f"| [`{terms.id}`](../rules/{terms.source}) | {cell(terms.title)}{extends} | {terms.status} | {terms.read_on} | {asked} "
            f"| {len(terms.unchecked) or ''} | {address} |"
        )


def _asked(terms: Terms, obligation: Obligation) -> str:
    return ", ".join(dict.fromkeys(_name(each) for each in terms.requirements if each.obligation is obligation))


def _name(requirement: Requirement) -> str:
    """The kind, or the kinds of which any or all are asked."""
    joint = " or " if requirement.kind == "any-of" else " and "
    name = f"({joint.join(sorted(requirement.kinds))})" if requirement.parts else requirement.kind
    return f"{name}\\*" if requirement.when else name
