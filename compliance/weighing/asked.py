"""What the terms ask of a kind, for repairs: they know the case, and not which demand failed."""

from collections.abc import Iterable, Iterator, Mapping

from compliance.model.case import Case
from compliance.model.terms import OptionValue, Part, Terms


def options_of(case: Case, kind: str) -> Mapping[str, OptionValue]:
    """The options of the first demand of a kind, as the rule file gives them."""
    return next((dict(options) for name, options in demands(case.terms) if name == kind), {})


def demands(terms: Terms) -> Iterator[tuple[str, tuple[tuple[str, OptionValue], ...]]]:
    """Every kind that is asked for, with its options, those of parts too."""
    for requirement in terms.requirements:
        if requirement.parts:
            yield from _of_parts(requirement.parts)
        else:
            yield requirement.kind, requirement.options


def _of_parts(parts: Iterable[Part]) -> Iterator[tuple[str, tuple[tuple[str, OptionValue], ...]]]:
    for part in parts:
        if part.parts:
            yield from _of_parts(part.parts)
        else:
            yield part.kind, part.options
