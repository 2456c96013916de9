"""notification: the publisher was told of the copy.

What it asks: no page shows a letter. The user declares it in compliance.toml: `[declared]` with
`notification = "monthly list to the desk"`, or a record in permissions.toml whose `grants` name it.

Option how: whom to tell, and how.

Passes:
  declared            notification = "monthly list to the desk" stands in [declared]
Fails:
  declared-otherwise  notification = false stands in [declared]
Needs a person:
  undeclared          nothing was declared
"""

from collections.abc import Mapping
from typing import Any

from compliance.model.case import Case
from compliance.model.finding import Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.weighing.remedies import publisher_of

REASONS = {
    "undeclared": Reason(
        Outcome.REVIEW,
        "{publisher} wants to be told of copies{how}. A page cannot show it, and nothing was declared.",
        "Was {publisher} told of this copy? Declare it once: notification under [declared] in compliance.toml.",
    ),
}
OPTIONS = {"how": Option(str, "", (), 'whom to tell and how, such as "a link to desk@gazette.example"')}


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """A declaration decides, and judge looks it up; without one there is a question."""
    how = f": {options['how']}" if options["how"] else ""
    return Verdict(Outcome.REVIEW, "undeclared", details=(("publisher", publisher_of(case)), ("how", how)))


NOTIFICATION = Kind(
    name="notification",
    title="The publisher was told of the copy",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
    declarable=True,
)
