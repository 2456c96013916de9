"""`compliance explain`: the manual of a kind, one of its reasons, or terms."""

import argparse

from compliance.errors import UsageError, near
from compliance.judge import REASONS as SHARED
from compliance.report.safe import plain
from compliance.requirements import KINDS


def run(given: argparse.Namespace) -> int:
    """Print what an id means."""
    kind_name, _, reason_name = given.id.partition("/")
    kind = KINDS.get(kind_name)
    if kind and not reason_name:
        print(kind.manual.strip())
        return 0
    reason = (kind.reasons.get(reason_name) or SHARED.get(reason_name)) if kind else None
    if kind and reason:
        print(f"{kind.name}/{reason_name}: {reason.outcome}\n\n{reason.message}")
        if reason.question:
            print(f"\nThe question for a person: {reason.question}")
        line = next((line.strip() for line in kind.manual.splitlines() if line.strip().startswith(reason_name + " ")), None)
        if line:
            print(f"\nExample: {' '.join(line.split()[1:])}")
        print(f"\n`compliance explain {kind.name}` prints the whole manual.")
        return 0
    if kind:
        raise UsageError(f"{kind.name} has no reason “{reason_name}”; it has: {', '.join([*kind.reasons, *SHARED])}")
    from compliance.cli.rules_show import page
    from compliance.terms import load_shelf

    shelf = load_shelf(tuple(given.rules), drafts=True)
    if given.id in shelf.terms:
        print(page(shelf.terms[given.id]))
        return 0
    requirement = next((each for terms in shelf.terms.values() for each in terms.requirements if each.id == given.id), None)
    if requirement:
        manuals = "\n\n".join(KINDS[kind].manual.strip() for kind in sorted(requirement.kinds))
        print(f"{requirement.id} ({requirement.obligation}): {plain(requirement.clause)}\n\n{manuals}")
        return 0
    raise UsageError(f"nothing is called “{given.id}”{near(given.id, [*KINDS, *shelf.terms])}; kinds: {', '.join(KINDS)}; terms: `compliance rules list`")
