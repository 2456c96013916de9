"""A kind of demand: a typed constant. What a rule file may ask for, the catalogue of kinds holds."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from compliance.model.case import Case
from compliance.model.finding import Remedy, Verdict
from compliance.model.outcome import Outcome
from compliance.model.terms import OptionValue


class Reason(NamedTuple):
    """A stable key's outcome and words. message may hold {slots} that the verdict's details fill.

    question: for `review` only, the one question a person should answer.
    """

    outcome: Outcome
    message: str
    question: str | None = None


class Option(NamedTuple):
    """An option of a kind. type: what the rule file must give; `dict` for texts by language (a list or a table).

    choices: the only values allowed, empty for any.
    """

    type: type
    default: OptionValue
    choices: tuple[str, ...]
    help: str


class Kind(NamedTuple):
    """A kind. manual: the module's docstring, printed by `compliance explain`.

    check: from a case and the options (all of them, defaults filled in) to a verdict.
    remedy: the text that would repair a failure, None when no text can.
    declarable: no page shows it; a line of the configuration decides it.
    whole_run: it is judged once all articles of the run are read.
    """

    name: str
    title: str
    manual: str
    options: Mapping[str, Option]
    reasons: Mapping[str, Reason]
    check: Callable[[Case, Mapping[str, Any]], Verdict]
    remedy: Callable[[Case], Remedy] | None = None
    declarable: bool = False
    whole_run: bool = False
