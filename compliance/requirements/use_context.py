"""use-context: the copy is used as the terms allow: non-commercially, on the web, by alternative media.

What it asks: no page proves what it is used for. The user declares it, with `--use` or `use = [...]` in compliance.toml.
One of the declared uses must be among those that the terms allow, and none among those that must be asked for.

Option allowed: the uses that the terms allow.
Option ask_first: the uses that need the publisher's permission.

Passes:
  declared     allowed = ["non-commercial"], and --use non-commercial was given
Fails:
  not-allowed  ask_first = ["commercial"], and --use commercial was given
Needs a person:
  undeclared   nothing was declared, or nothing that the terms speak of
"""

from collections.abc import Mapping
from typing import Any

from compliance.model.case import Case
from compliance.model.finding import Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome

REASONS = {
    "declared": Reason(Outcome.PASS, "The declared use ({declared}) is allowed."),
    "not-allowed": Reason(Outcome.FAIL, "The declared use ({declared}) is not allowed without asking; the terms allow: {allowed}."),
    "undeclared": Reason(
        Outcome.REVIEW,
        "The terms allow this use only: {allowed}. A page cannot show it, and nothing was declared.",
        "Is this site's use one of: {allowed}? Declare it with --use, or with `use` in compliance.toml.",
    ),
}
OPTIONS = {
    "allowed": Option(tuple, (), (), 'the uses that the terms allow, such as "non-commercial"'),
    "ask_first": Option(tuple, (), (), 'the uses that need permission, such as "commercial"'),
}


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Compare what was declared with what is allowed. A use that the terms do not speak of decides nothing."""
    allowed: tuple[str, ...] = options["allowed"]
    details = (("declared", ", ".join(case.declared)), ("allowed", ", ".join(allowed)))
    if any(use in options["ask_first"] for use in case.declared):
        return Verdict(Outcome.FAIL, "not-allowed", details=details)
    if any(use in allowed for use in case.declared):
        return Verdict(Outcome.PASS, "declared", details=details)
    return Verdict(Outcome.REVIEW, "undeclared", details=details)


USE_CONTEXT = Kind(
    name="use-context",
    title="The use is one that the terms allow",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
)
