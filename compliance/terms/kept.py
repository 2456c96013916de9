"""Terms as they are kept between two starts: plain tuples, each file's apart, made into terms when somebody asks for them."""

import marshal
from collections.abc import Iterator, Mapping
from typing import Any

from compliance.model.outcome import Obligation
from compliance.model.terms import Edition, Part, Publisher, Requirement, Terms, Unchecked, When


class KeptTerms(Mapping[str, Terms]):
    """Terms by id. bodies: as they are kept. statuses: by id; the ids that there are. read: the terms that were asked for."""

    def __init__(self, bodies: Mapping[str, bytes], statuses: Mapping[str, str], read: dict[str, Terms]) -> None:
        self._bodies = bodies
        self._statuses = statuses
        self._read = read

    def __getitem__(self, name: str) -> Terms:
        if name not in self._statuses:
            raise KeyError(name)
        if name not in self._read:
            self._read[name] = _terms(marshal.loads(self._bodies[name]))  # noqa: S302 - bytes of our own, like bytecode
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._statuses)

    def __len__(self) -> int:
        return len(self._statuses)

    def __contains__(self, name: object) -> bool:
        return name in self._statuses

    def without(self, status: str) -> "KeptTerms":
        """The terms but for those of a status."""
        return KeptTerms(self._bodies, {name: each for name, each in self._statuses.items() if each != status}, self._read)

    def frozen(self) -> tuple[dict[str, bytes], dict[str, str]]:
        """What a further one can be made of: bodies and statuses."""
        return {name: marshal.dumps(plain(self[name])) for name in self}, dict(self._statuses)


def fresh(terms: dict[str, Terms]) -> KeptTerms:
    """Terms that were just read."""
    return KeptTerms({}, {name: each.status for name, each in terms.items()}, terms)


def plain(value: Any) -> Any:
    """Tuples and plain strings only: what marshal writes."""
    if isinstance(value, tuple):
        return tuple([plain(item) for item in value])
    return str(value) if isinstance(value, str) else value


def _terms(kept: tuple[Any, ...]) -> Terms:
    read = Terms(*kept)
    publisher: Any = read.publisher
    return read._replace(
        publisher=Publisher(*publisher) if publisher else None,
        requirements=tuple([_requirement(each) for each in read.requirements]),
        unchecked=tuple([Unchecked(each[0], Obligation(each[1])) for each in read.unchecked]),
        editions=tuple([Edition(*each) for each in read.editions]),
    )


def _requirement(kept: Any) -> Requirement:
    read = Requirement(*kept)
    when: Any = read.when
    return read._replace(obligation=Obligation(read.obligation), when=When(*when) if when else None, parts=tuple([_part(each) for each in read.parts]))


def _part(kept: Any) -> Part:
    return Part(kept[0], kept[1], tuple([_part(each) for each in kept[2]]))
