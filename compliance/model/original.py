"""The work a copy was taken from, and the site that copied it."""

from enum import StrEnum
from typing import NamedTuple


class Rung(StrEnum):
    """Which evidence told the original, from sure to weak."""

    GIVEN = "given"
    MAP = "map"
    FRONT_MATTER = "front-matter"
    FEED_SOURCE = "feed-source"
    PIXEL = "pixel"
    CANONICAL = "canonical"
    IS_BASED_ON = "is-based-on"
    CREDIT_LINK = "credit-link"
    CREDIT_ADDRESS = "credit-address"
    CREDIT_NAME = "credit-name"
    TERMS_GIVEN = "terms-given"


class Original(NamedTuple):
    """url: address of the original article, None when nothing tells it. publisher: as named by the copy or its terms.

    chain: first publisher, publishers in between, in the order the text took. authors: when something tells them.
    also_known_as: the publisher's other names, where its terms are on the shelf, whichever terms apply.
    contradictions: who else names an original on another site, and its address: (`canonical`, `https://...`).
    """

    url: str | None
    publisher: str | None
    rung: Rung
    chain: tuple[str, ...]
    authors: tuple[str, ...]
    contradictions: tuple[tuple[str, str], ...] = ()
    also_known_as: tuple[str, ...] = ()


class Republisher(NamedTuple):
    """The site that shows the copy: its names and hosts, as far as the page or the configuration tells."""

    names: tuple[str, ...]
    hosts: tuple[str, ...]
