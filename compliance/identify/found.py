"""What one rung of the ladder tells."""

from typing import NamedTuple

from compliance.model.original import Rung


class Found(NamedTuple):
    """One rung's answer."""

    rung: Rung
    url: str | None
    name: str | None
