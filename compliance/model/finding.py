"""One requirement's outcome on one article."""

from typing import NamedTuple

from compliance.model.article import Zone
from compliance.model.outcome import Obligation, Outcome


class Evidence(NamedTuple):
    """A place in the copy. role: `match` proves the outcome, `near-miss` came closest, `context` helps to weigh.

    `record`: no place in the copy, but what the user keeps: a permission.
    """

    role: str
    zone: Zone
    text: str
    href: str | None
    line: int | None


class Searched(NamedTuple):
    """What was looked for, and in which zones."""

    zones: tuple[Zone, ...]
    names: tuple[str, ...]


class Remedy(NamedTuple):
    """Text that would repair the copy, in three forms ready to paste."""

    text: str
    html: str
    markdown: str


class Verdict(NamedTuple):
    """What a kind's check answers; judge makes a Finding of it. remedy: for failures that only the check can repair: a line out of its options."""

    outcome: Outcome
    reason: str
    evidence: tuple[Evidence, ...] = ()
    searched: Searched = Searched((), ())
    details: tuple[tuple[str, str], ...] = ()
    remedy: Remedy | None = None


class Finding(NamedTuple):
    """A verdict with its words. message and question come from the kind's table of reasons.

    subject: which article it is about, for the fingerprint.
    """

    requirement: str
    kind: str
    obligation: Obligation
    outcome: Outcome
    reason: str
    message: str
    clause: str
    question: str | None
    evidence: tuple[Evidence, ...]
    searched: Searched
    remedy: Remedy | None
    subject: str

    @property
    def fingerprint(self) -> str:
        """Stable over reruns and edits: requirement, article and reason, never a line."""
        from hashlib import sha256

        return sha256(f"{self.requirement}\0{self.subject}\0{self.reason}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
