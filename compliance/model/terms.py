"""Reproduction terms as data."""

from typing import NamedTuple

from compliance.model.outcome import Obligation

Texts = tuple[tuple[str, tuple[str, ...]], ...]
"""Texts by language: pairs of a language and its texts; the language is `` where it does not matter."""

OptionValue = str | int | float | bool | tuple[str, ...] | Texts


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


class When(NamedTuple):
    """The circumstances in which something is asked; an empty field asks nothing.

    since, until: ISO dates, `` for none; the copy was published on since or later, and before until.
    edited, translated: None when it does not matter. edition: ids of editions of the publisher.
    """

    medium: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    edition: tuple[str, ...] = ()
    edited: bool | None = None
    translated: bool | None = None
    since: str = ""
    until: str = ""


class Part(NamedTuple):
    """One of several demands of which any, or all, must be met. parts: it is met when all of these are."""

    kind: str
    options: tuple[tuple[str, OptionValue], ...]
    parts: tuple["Part", ...] = ()


class Requirement(NamedTuple):
    """One demand of the terms: a kind, its options, the obligation, and the clause (paraphrased) it comes from.

    id: `<terms id>/<kind>`, with `-2`, `-3` for further demands of the same kind.
    kind: `any-of` or `all-of` when it is made of parts. when: None, always. remedy: texts that repair it, by language.
    layer: id of the terms that it was taken over from, None for the file's own demands.
    """

    id: str
    kind: str
    obligation: Obligation
    clause: str
    options: tuple[tuple[str, OptionValue], ...]
    when: When | None = None
    parts: tuple[Part, ...] = ()
    remedy: tuple[tuple[str, str], ...] = ()
    layer: str | None = None

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds that decide it."""
        return frozenset(_kinds(self.parts)) if self.parts else frozenset((self.kind,))


def _kinds(parts: tuple[Part, ...]) -> list[str]:
    return [kind for part in parts for kind in (_kinds(part.parts) if part.parts else [part.kind])]


class Unchecked(NamedTuple):
    """A demand of the terms that this version does not check; reports say so."""

    clause: str
    obligation: Obligation


class Edition(NamedTuple):
    """An edition of a publisher whose terms differ. addresses: how its addresses begin, without the scheme."""

    id: str
    title: str
    languages: tuple[str, ...]
    addresses: tuple[str, ...]
    url: str | None


class Terms(NamedTuple):
    """One publisher's reproduction terms, or one licence's.

    status: how sure the reading is: `reviewed`, `second-hand`, `draft`. read_on: ISO date on which they were read.
    publisher: None for a licence and for the baseline. source: the file they come from. extends: ids of the terms taken over.
    digest: `sha256:` of the paragraph of terms as it was read. per_article: each original's own page states its licence.
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
    extends: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = ()
    digest: str | None = None
    per_article: bool = False
