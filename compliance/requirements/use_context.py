"""use-context: the copy is used as the terms allow: non-commercially, on the web, by alternative media.

What it asks: no page proves what it is used for. The user declares it, with `--use` or `use = [...]` in compliance.toml;
the declared uses must all be among those that the terms allow.

Option allowed: the uses that the terms allow.

Passes:
  declared     allowed = ["non-commercial"], and --use non-commercial was given
Fails:
  not-allowed  allowed = ["non-commercial"], and --use commercial was given
Needs a person:
  undeclared   nothing was declared
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
OPTIONS = {"allowed": Option(tuple, (), (), 'the uses that the terms allow, such as "non-commercial"')}
_OPPOSITES = {"non-commercial": "commercial", "commercial": "non-commercial", "web": "print", "print": "web"}


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Compare what was declared with what is allowed. A use that concerns another question decides nothing."""
    allowed: tuple[str, ...] = options["allowed"]
    details = (("declared", ", ".join(case.declared)), ("allowed", ", ".join(allowed)))
    if any(_OPPOSITES.get(use) in allowed and use not in allowed for use in case.declared):
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
