"""What a sentence proposes: a kind, its obligation, its options; and how proposals of one kind become one demand."""

from typing import NamedTuple

from compliance.drafting.kinds import KINDS
from compliance.model.outcome import Obligation

Value = str | int | bool | tuple[str, ...]

_RANK = (Obligation.MUST, Obligation.SHOULD, Obligation.MAY)


class Proposal(NamedTuple):
    """A demand that a sentence makes. options: by name. when: names of circumstances (`print`, `edited`, `translated`), empty for always.

    sentences: the sentences that it comes from.
    """

    kind: str
    obligation: Obligation
    options: tuple[tuple[str, Value], ...] = ()
    when: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()

    def option(self, name: str) -> Value | None:
        """An option's value, None when it is not given."""
        return dict(self.options).get(name)


def merged(proposals: list[Proposal]) -> list[Proposal]:
    """One proposal per kind, in the order in which they were made; lines of different words stay together in one."""
    found: dict[tuple[str, str], Proposal] = {}
    for proposal in proposals:
        key = proposal.kind, str(proposal.option("what") or "")
        found[key] = _both(found[key], proposal) if key in found else proposal
    return [proposal for proposal in found.values() if proposal.kind in KINDS]


def _both(one: Proposal, other: Proposal) -> Proposal:
    """Two proposals of a kind as one: the stronger obligation, and what either says."""
    first, second = (one, other) if _RANK.index(one.obligation) <= _RANK.index(other.obligation) else (other, one)
    options = dict(first.options)
    for name, value in second.options:
        have = options.get(name)
        if name == "uses" and not (one.option("uses") and other.option("uses")):
            continue
        if isinstance(have, tuple) and isinstance(value, tuple):
            options[name] = tuple(dict.fromkeys((*have, *value)))
        elif not have:
            options[name] = value
    if one.kind == "permission" and not (one.option("uses") and other.option("uses")):
        options.pop("uses", None)
    when = tuple(each for each in one.when if each in other.when)
    return Proposal(one.kind, first.obligation, tuple(options.items()), when, tuple(dict.fromkeys((*one.sentences, *other.sentences))))
