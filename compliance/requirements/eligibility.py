"""eligibility: the site that republishes is one that the terms are meant for: a newsroom, a member, a non-profit.

What it asks: no page proves who its publisher is. The user declares it in compliance.toml, for all terms or for one:
`[declared]` with `eligibility = "member since 2019"`, or `"gazette/eligibility" = false`.

Option audience: who may republish, as the end of the question "Is the copying site …?".

Passes:
  declared            eligibility = "member since 2019" stands in [declared]
Fails:
  declared-otherwise  eligibility = false stands in [declared]
Needs a person:
  undeclared          nothing was declared
"""

from collections.abc import Mapping
from typing import Any

from compliance.model.case import Case
from compliance.model.finding import Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome

REASONS = {
    "undeclared": Reason(
        Outcome.REVIEW,
        "The terms are meant for certain sites only: {audience}. A page cannot show it, and nothing was declared.",
        "Is the copying site {audience}? Declare it once: eligibility under [declared] in compliance.toml.",
    ),
}
OPTIONS = {"audience": Option(str, "one that the terms are meant for", (), 'who may republish, such as "a member of the network"')}


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """A declaration decides, and judge looks it up; without one there is a question."""
    return Verdict(Outcome.REVIEW, "undeclared", details=(("audience", options["audience"]),))


ELIGIBILITY = Kind(
    name="eligibility",
    title="The site is one that the terms are meant for",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
    declarable=True,
)
