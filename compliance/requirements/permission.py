"""permission: the publisher was asked, and permitted the copy.

What it asks: no page shows a permission. The user keeps a record of it in permissions.toml: who granted what, for which hosts
and media, from when to when, and where the letter is. The record decides, and is the evidence.

Option uses: the uses for which the terms want to be asked, such as "print"; empty, every copy needs permission.
Option contact: whom to ask.

Passes:
  granted       a record speaks of this publisher, this site and this time
Fails:
  not-recorded  uses = ["commercial"], --use commercial was given, and no record speaks of it
  expired       the copy was published after the permission had ended
Needs a person:
  unrecorded    every copy needs permission, and no record speaks of one
  out-of-reach  a record is there, but for another site, another medium or another time
  use-unknown   some uses need permission, and whether the site's is one of them was not declared: uses = ["commercial"], and --use web
Does not apply:
  other-use     the declared use needs no permission
  use-asked     the same, and `use-context` asks what the site's use is
"""

from collections.abc import Mapping
from typing import Any

from compliance.model.article import Zone
from compliance.model.case import Case
from compliance.model.finding import Evidence, Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.model.permission import Permission
from compliance.weighing.agreed import obstacle, permissions_of
from compliance.weighing.remedies import publisher_of
from compliance.weighing.uses import USES, leaves_open

REASONS = {
    "granted": Reason(Outcome.PASS, "{publisher} permitted it: {record}."),
    "not-recorded": Reason(Outcome.FAIL, "{publisher} wants to be asked first for this use ({uses}), and no record of a permission was given{ask}."),
    "expired": Reason(Outcome.FAIL, "The permission had ended when the copy was published on {published}: {record}."),
    "unrecorded": Reason(
        Outcome.REVIEW,
        "{publisher} wants to be asked before an article is republished, and no record of a permission was given{ask}.",
        "Has {publisher} permitted this copy? Record the permission in permissions.toml.",
    ),
    "out-of-reach": Reason(
        Outcome.REVIEW,
        "A permission is recorded, but {obstacle}: {record}.",
        "Does the permission reach this copy? Record in permissions.toml what it covers.",
    ),
    "use-unknown": Reason(
        Outcome.REVIEW,
        "{publisher} wants to be asked first for some uses ({uses}), and what was declared ({declared}) does not decide it.",
        "Is this site's use one of: {uses}? Declare its use with --use, or with `use` in compliance.toml.",
    ),
    "other-use": Reason(Outcome.INAPPLICABLE, "Asked for some uses only ({uses}); the declared use is none of them."),
    "use-asked": Reason(Outcome.INAPPLICABLE, "Asked for some uses only ({uses}); whether the site's is one of them is asked by use-context."),
}
OPTIONS = {
    "uses": Option(tuple, (), USES, 'the uses that must be asked for, such as "print"; empty: all'),
    "contact": Option(str, "", (), "whom to ask"),
}
_OBSTACLES = {"host": "for another site", "medium": "for another medium", "early": "from a later day on", "over": "its time is over"}


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Look for a record; what it has to cover depends on the uses that were declared."""
    uses = tuple(use for use in case.declared if use in options["uses"])
    ask = options["contact"] or case.terms.contact
    details = {
        "publisher": publisher_of(case),
        "uses": ", ".join(uses or options["uses"]),
        "declared": ", ".join(case.declared) or "nothing",
        "ask": f"; ask {ask}" if ask else "",
    }
    if options["uses"] and not uses:
        if case.declared and not leaves_open(case, options["uses"]):
            return _verdict("other-use", details)
        return _verdict("use-asked" if _asked_elsewhere(case) else "use-unknown", details)
    answers = [_recorded(case, use) for use in uses or ("permission",)]
    reason, record = max(answers, key=_how_bad)
    if reason == "not-recorded":
        lacking = ", ".join(use for use, answer in zip(uses, answers, strict=False) if answer[0] == reason)
        return _verdict(reason if uses else "unrecorded", details | {"uses": lacking})
    told = [each for _, each in answers if each] if reason == "granted" else [record] if record else []
    words = "; ".join(dict.fromkeys(each.words for each in told))
    return _verdict(
        reason if reason in REASONS else "out-of-reach",
        details | {"record": words, "obstacle": _OBSTACLES.get(reason, ""), "published": case.occasion.published or ""},
    )


def _recorded(case: Case, use: str) -> tuple[str, Permission | None]:
    """How one use, or the copy as such, is permitted: `granted`, `not-recorded`, `expired`, or the obstacle of the record that comes nearest."""
    found = [(obstacle(each, case), each) for each in permissions_of(case) if {"permission", use} & {*each.grants}]
    if not found:
        return "not-recorded", None
    reason, record = next((each for each in found if each[0] is None), found[0])
    if reason == "expired":
        return ("expired" if case.occasion.published else "over"), record
    return reason or "granted", record


def _how_bad(answer: tuple[str, Permission | None]) -> int:
    return ("granted", *_OBSTACLES, "expired", "not-recorded").index(answer[0])


def _asked_elsewhere(case: Case) -> bool:
    """Whether `use-context` asks what the site's use is: when nothing was declared, or none of the uses that the terms allow."""
    asking = [dict(requirement.options).get("allowed", ()) for requirement in case.terms.requirements if requirement.kind == "use-context"]
    return any(not case.declared or (isinstance(allowed, tuple) and allowed and not set(allowed) & set(case.declared)) for allowed in asking)


def _verdict(reason: str, details: Mapping[str, str]) -> Verdict:
    evidence = (Evidence("record", Zone.METADATA, details["record"], None, None),) if "record" in details else ()
    return Verdict(REASONS[reason].outcome, reason, evidence, details=tuple(details.items()))


PERMISSION = Kind(
    name="permission",
    title="The publisher permitted the copy",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
    declarable=True,
)
