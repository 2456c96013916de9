"""duration-limit: the copy appears, and stays, within the time that the terms grant.

What it asks: the copy is published no more than so many days after the original, or is taken down again after them. The day of the original's
publication is told by the original (--original-text) or by the copy's data and its line on the first publication; the copy's own by its data.

Option days: how many days after its first publication the original may be copied.
Option remove_after: true when the copy must be gone when these days are over.

Passes:
  in-time          days = 90: first published on 3 March, copied on 20 May
  not-over         the days are not over yet, whenever the copy was published
Fails:
  late             days = 90: first published on 3 March, copied on 20 July
  overdue          remove_after: the days are over, and the copy is still there
Needs a person:
  no-copy-date     the days are over, and nothing tells when the copy was published
  by-a-day         a single day is over, which may be a matter of time zones
  other-text       the days are reckoned from a text that has hardly a sentence in common with the copy
  earlier          the copy bears an earlier date than the original
  unclear          the date can be read in two ways (03/04/2024), and only one of them is in time
Cannot be tested:
  no-original-date nothing tells when the original was published
  no-today         remove_after: the day on which the check runs is not known
Does not apply:
  no-limit         the terms name no number of days
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from compliance.model.case import Case
from compliance.model.finding import Evidence, Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.text.dates import Found, find_dates
from compliance.weighing import bodies, looking, origin

REASONS = {
    "in-time": Reason(Outcome.PASS, "The copy appeared on {copied}, within {days} days of the original ({first})."),
    "not-over": Reason(Outcome.PASS, "The {days} days after the original's publication ({first}) are not over."),
    "late": Reason(Outcome.FAIL, "The copy appeared on {copied}, more than {days} days after the original ({first})."),
    "overdue": Reason(Outcome.FAIL, "The copy still stands; the {days} days after the original's publication ({first}) were over on {end}."),
    "no-copy-date": Reason(
        Outcome.REVIEW,
        "The {days} days after the original's publication ({first}) are over; nothing tells when the copy appeared.",
        "When was the copy published?",
    ),
    "earlier": Reason(
        Outcome.REVIEW, "The copy bears an earlier date ({copied}) than the original ({first}).", "When were the original and the copy published?"
    ),
    "by-a-day": Reason(
        Outcome.REVIEW,
        "By the dates that are told ({first}, {copied}), the {days} days were over on {end}, a single day before.",
        "Is the copy late where it was published?",
    ),
    "other-text": Reason(
        Outcome.REVIEW,
        "The days are reckoned from a text that was given as the original, and has hardly a sentence in common with the copy.",
        "Is {location} the original of this copy?",
    ),
    "unclear": Reason(
        Outcome.REVIEW,
        "The date of the original can be read in several ways ({first}); by one of them the copy is in time.",
        "When was the original published?",
    ),
    "no-original-date": Reason(Outcome.UNTESTED, "Nothing tells when the original was published."),
    "no-today": Reason(Outcome.UNTESTED, "The day of the check is not known; whether the {days} days are over cannot be told."),
    "no-limit": Reason(Outcome.INAPPLICABLE, "The terms name no number of days."),
}
OPTIONS = {
    "days": Option(int, 0, (), "how many days after its first publication the original may be copied"),
    "remove_after": Option(bool, False, (), "the copy must be gone when these days are over"),
}
_NEAR = 120  # characters behind "first published" within which its date stands


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Reckon from the day of the original's publication."""
    days: int = options["days"]
    if days <= 0:
        return Verdict(Outcome.INAPPLICABLE, "no-limit")
    firsts, evidence = _first(case)
    if not firsts:
        return Verdict(Outcome.UNTESTED, "no-original-date")
    reasons = {_reason(case, first, days, remove=options["remove_after"]) for first in firsts}
    reason = next(iter(reasons)) if len(reasons) == 1 else "unclear"
    if REASONS[reason].outcome is Outcome.FAIL and bodies.is_other(case):
        reason = "other-text"
    end = (date.fromisoformat(firsts[0]) + timedelta(days)).isoformat()
    details = (
        ("days", str(days)),
        ("first", " or ".join(firsts)),
        ("copied", case.occasion.published or "an unknown day"),
        ("end", end),
        ("location", case.reference.article.location if case.reference else ""),
    )
    return Verdict(REASONS[reason].outcome, reason, evidence, details=details)


def _reason(case: Case, first: str, days: int, *, remove: bool) -> str:
    """What one reading of the original's day makes of the copy."""
    begin = date.fromisoformat(first)
    end = (begin + timedelta(days)).isoformat()
    copied, today = case.occasion.published, case.occasion.today
    if copied and copied < (begin - timedelta(1)).isoformat():
        return "earlier"
    after = (begin + timedelta(days + 1)).isoformat()
    if copied and copied > end:
        return "late" if copied > after else "by-a-day"
    if remove:
        return "no-today" if today is None else "not-over" if today <= end else "overdue" if today > after else "by-a-day"
    if copied:
        return "in-time"
    return "not-over" if today and today <= end else "no-copy-date"


def _first(case: Case) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
    """The days on which the original may have appeared, and where the copy says so."""
    known = origin.days(case)
    if known:
        return known[:1], ()
    for credit in case.attribution.credits:
        if credit.counts and credit.sort in ("first-published", "dateline"):
            block = case.article.blocks[case.article.block_at(credit.start)]
            dates = find_dates(case.attribution.folded, case.lexicon.months, credit.start, min(block.end, credit.end + _NEAR))
            whole = next((found for found in dates if found.whole), None)
            if whole:
                return _days(whole), (looking.of_place(case.article, whole.start, whole.end, "context"),)
    return (), ()


def _days(found: Found) -> tuple[str, ...]:
    return tuple(reading for reading in found.readings if len(reading) == len("2016-09-06"))


DURATION_LIMIT = Kind(
    name="duration-limit",
    title="The copy appears, and stays, within the time that the terms grant",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
)
