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
  use-unknown   some uses need permission, and the site's use was not declared
Does not apply:
  other-use     the declared use needs no permission
  use-asked     the site's use was not declared; `use-context` asks for it
"""

from collections.abc import Mapping
from typing import Any

from compliance.model.article import Zone
from compliance.model.case import Case
from compliance.model.finding import Evidence, Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.requirements.agreed import obstacle, permissions_of
from compliance.requirements.remedies import publisher_of
from compliance.requirements.uses import USES

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
        "{publisher} wants to be asked first for some uses ({uses}), and the site's use was not declared.",
        "Is this site's use one of: {uses}? Declare its use with --use, or with `use` in compliance.toml.",
    ),
    "other-use": Reason(Outcome.INAPPLICABLE, "Asked for some uses only ({uses}); the declared use is none of them."),
    "use-asked": Reason(Outcome.INAPPLICABLE, "Asked for some uses only ({uses}), and none of them was declared."),
}
OPTIONS = {
    "uses": Option(tuple, (), USES, 'the uses that must be asked for, such as "print"; empty: all'),
    "contact": Option(str, "", (), "whom to ask"),
}
_OBSTACLES = {"host": "for another site", "medium": "for another medium", "early": "from a later day on", "expired": "its time is over"}


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Look for a record; what it has to cover depends on the uses that were declared."""
    uses = tuple(use for use in case.declared if use in options["uses"])
    ask = options["contact"] or case.terms.contact
    details = {"publisher": publisher_of(case), "uses": ", ".join(uses or options["uses"]), "ask": f"; ask {ask}" if ask else ""}
    if options["uses"] and not uses:
        if case.declared:
            return _verdict("other-use", details)
        asked = any(requirement.kind == "use-context" for requirement in case.terms.requirements)
        return _verdict("use-asked" if asked else "use-unknown", details)
    wanted = {"permission", *uses}
    records = [each for each in permissions_of(case) if wanted & {*each.grants}]
    reasons = [obstacle(record, case) for record in records]
    for record, reason in zip(records, reasons, strict=True):
        if reason is None:
            return _verdict("granted", details | {"record": record.words})
    if not records:
        return _verdict("not-recorded" if uses else "unrecorded", details)
    details |= {"record": records[0].words, "obstacle": _OBSTACLES[reasons[0] or "host"], "published": case.occasion.published or ""}
    over = reasons[0] == "expired" and case.occasion.published is not None
    return _verdict("expired" if over else "out-of-reach", details)


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
