"""Reproduction terms as data."""

from typing import NamedTuple

from compliance.model.outcome import Obligation

OptionValue = str | int | float | bool | tuple[str, ...]


class Publisher(NamedTuple):
    """Who sets the terms. weak_names are ordinary words: they count only beside a link or a credit phrase."""

    name: str
    also_known_as: tuple[str, ...]
    weak_names: tuple[str, ...]
    domains: tuple[str, ...]
    languages: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All strong names."""
        return (self.name, *self.also_known_as)


class Requirement(NamedTuple):
    """One demand of the terms: a kind, its options, the obligation, and the clause (paraphrased) it comes from.

    id: `<terms id>/<kind>`, with `-2`, `-3` for further demands of the same kind.
    """

    id: str
    kind: str
    obligation: Obligation
    clause: str
    options: tuple[tuple[str, OptionValue], ...]


class Unchecked(NamedTuple):
    """A demand of the terms that this version does not check; reports say so."""

    clause: str
    obligation: Obligation


class Terms(NamedTuple):
    """One publisher's reproduction terms, or one licence's.

    status: how sure the reading is: `reviewed`, `second-hand`, `draft`. read_on: ISO date on which they were read.
    publisher: None for a licence and for the baseline. source: the file they come from.
    """

    id: str
    title: str
    status: str
    publisher: Publisher | None
    url: str | None
    read_on: str | None
    locator: str | None
    summary: str
    contact: str | None
    requirements: tuple[Requirement, ...]
    unchecked: tuple[Unchecked, ...]
    source: str
