"""no-systematic-use: single articles are republished, and not all of them.

What it asks: the articles under the same terms in one run are counted, by the day on which each was published; a page and the
feed's entry of the same article are one. Where the terms give a figure it decides; where they only say "not wholesale", many are a question.

Option per_month: how many copies a month are allowed. 0: the terms give no figure.
Option per_day: how many copies a day are allowed. 0: the terms give no figure.

Passes:
  within      per_month = 2, and the run holds two copies of the month
Fails:
  too-many    per_month = 2, and the run holds five copies of the month
Needs a person:
  undated     more copies than allowed, and some of them tell no date
  many        no figure is given, and the run holds ten copies or more
Cannot be tested:
  few         no figure is given, and the run holds only a few copies
"""

from collections.abc import Mapping
from typing import Any

from compliance.model.case import Case
from compliance.model.finding import Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.weighing.remedies import publisher_of

REASONS = {
    "within": Reason(Outcome.PASS, "{count} of {publisher}'s articles in {period}, of {limit} allowed."),
    "too-many": Reason(Outcome.FAIL, "{count} of {publisher}'s articles in {period}; the terms allow {limit}."),
    "undated": Reason(
        Outcome.REVIEW,
        "This run holds {total} of {publisher}'s articles, {unknown} of them without a date; the terms allow {limit} a {unit}.",
        "When were these copies published? More than {limit} a {unit} are not allowed.",
    ),
    "many": Reason(
        Outcome.REVIEW,
        "This run holds {total} of {publisher}'s articles; the terms forbid to republish systematically, and give no figure.",
        "Are the articles selected one by one? Declare it once: no-systematic-use under [declared] in compliance.toml.",
    ),
    "few": Reason(Outcome.UNTESTED, "This run holds {total} of {publisher}'s articles: too few to tell whether they are republished systematically."),
}
OPTIONS = {
    "per_month": Option(int, 0, (), "copies allowed in a month, 0 where the terms give no figure"),
    "per_day": Option(int, 0, (), "copies allowed in a day, 0 where the terms give no figure"),
}
_MANY = 10  # copies: below that, one reader's favourites may look the same
_DAY, _MONTH = len("2026-11-25"), len("2026-11")


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Count the run's copies in the month, or on the day, of this one."""
    days = case.run if case.run is not None else (case.occasion.published or "",)
    details = {"publisher": publisher_of(case), "total": str(len(days))}
    verdicts = [
        _counted(days, case.occasion.published, limit, length, unit, details)
        for limit, length, unit in ((options["per_month"], _MONTH, "month"), (options["per_day"], _DAY, "day"))
        if limit
    ]
    if not verdicts:
        return _verdict("many" if len(days) >= _MANY else "few", details)
    order = (Outcome.FAIL, Outcome.REVIEW, Outcome.PASS)
    return min(verdicts, key=lambda verdict: order.index(verdict.outcome))


def _counted(days: tuple[str, ...], own: str | None, limit: int, length: int, unit: str, details: Mapping[str, str]) -> Verdict:
    unknown = days.count("")
    period = own[:length] if own else f"an unknown {unit}"
    count = sum(day[:length] == period for day in days) if own else 1
    words = {**details, "count": str(count), "period": period, "limit": str(limit), "unit": unit, "unknown": str(unknown)}
    if count > limit:
        return _verdict("too-many", words)
    doubtful = len(days) > limit if own is None else count + unknown > limit
    return _verdict("undated" if doubtful else "within", words)


def _verdict(reason: str, details: Mapping[str, str]) -> Verdict:
    return Verdict(REASONS[reason].outcome, reason, details=tuple(details.items()))


NO_SYSTEMATIC_USE = Kind(
    name="no-systematic-use",
    title="Articles are republished one by one",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
    declarable=True,
    whole_run=True,
)
