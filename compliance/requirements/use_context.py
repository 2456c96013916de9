"""use-context: the copy is used as the terms allow: non-commercially, on the web, by alternative media.

What it asks: no page proves what it is used for. The user declares it once for the site, with `--use` or `use = [...]` in
compliance.toml. One of the declared uses must be among those that the terms allow, and none among those they forbid. A use
that must be asked for is the matter of `permission`.

Option allowed: the uses that the terms allow; empty, any that they do not forbid.
Option forbidden: the uses that the terms forbid, such as "resale".

Passes:
  declared     allowed = ["non-commercial"], and --use non-commercial was given
Fails:
  not-allowed  forbidden = ["paywall"], and --use paywall was given; or only non-commercial use is allowed, and --use commercial was given
Needs a person:
  undeclared   nothing was declared, or nothing that decides it: forbidden = ["commercial"], and --use web was given
Does not apply:
  ask-first    the declared use is one that needs permission: see `permission`
"""

from collections.abc import Mapping
from typing import Any

from compliance.model.case import Case
from compliance.model.finding import Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.weighing.agreed import granted
from compliance.weighing.uses import USES, ask_first, leaves_open

REASONS = {
    "declared": Reason(Outcome.PASS, "The declared use ({declared}) is allowed."),
    "not-allowed": Reason(Outcome.FAIL, "The declared use ({declared}) is not allowed; {say}."),
    "undeclared": Reason(
        Outcome.REVIEW,
        "A page cannot show what it is used for, and what was declared ({declared}) does not decide it: {say}.",
        "What is this site used for? Declare it once, with --use or with `use` in compliance.toml: {say}.",
    ),
    "ask-first": Reason(Outcome.INAPPLICABLE, "The declared use ({declared}) needs the publisher's permission."),
}
OPTIONS = {
    "allowed": Option(tuple, (), USES, 'the uses that the terms allow, such as "non-commercial"'),
    "forbidden": Option(tuple, (), USES, 'the uses that the terms forbid, such as "resale"'),
}
_CONTRARY = {"non-commercial": "commercial"}


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Compare what was declared with what is allowed. A use that the terms do not speak of decides nothing."""
    allowed: tuple[str, ...] = options["allowed"]
    asked = ask_first(case)
    forbidden = {*options["forbidden"], *(_CONTRARY[use] for use in allowed if use in _CONTRARY)} - {*allowed, *asked}
    details = (("declared", ", ".join(case.declared) or "nothing"), ("say", _say(allowed, options["forbidden"])))
    wrong = {use for use in case.declared if use in forbidden}
    if any(granted(case, use) is None for use in wrong):
        return Verdict(Outcome.FAIL, "not-allowed", details=details)
    permitted = any(_CONTRARY.get(use) in wrong for use in allowed)
    right = permitted or any(use in allowed for use in case.declared) or (bool(case.declared) and not allowed)
    if right and not leaves_open(case, forbidden):
        return Verdict(Outcome.PASS, "declared", details=details)
    if any(use in asked for use in case.declared):
        return Verdict(Outcome.INAPPLICABLE, "ask-first", details=details)
    return Verdict(Outcome.REVIEW, "undeclared", details=details)


def _say(allowed: tuple[str, ...], forbidden: tuple[str, ...]) -> str:
    told = [f"the terms {verb} {', '.join(uses)}{only}" for verb, uses, only in (("allow", allowed, " only"), ("forbid", forbidden, "")) if uses]
    return " and ".join(told)


USE_CONTEXT = Kind(
    name="use-context",
    title="The use is one that the terms allow",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
)
