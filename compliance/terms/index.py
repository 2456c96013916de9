"""Where terms are found by their publisher's name and domain, without reading any of them."""

from collections.abc import Iterable
from typing import NamedTuple

from compliance.model.terms import Publisher
from compliance.text.names import NameKey, name_keys
from compliance.text.urls import host_of


class Index(NamedTuple):
    """What is asked of all terms at every start. Ranks are places in ids: of two terms that fit, the one of the lower rank is meant.

    publishers: by rank, the strong names of the terms' publisher; none for a licence.
    names: what same_name compares, to ranks. domains: domain, as browsers write it, to ranks.
    further: how many of them, the first ones, come from further folders than the bundled one.
    """

    ids: tuple[str, ...]
    publishers: tuple[tuple[str, ...], ...]
    names: dict[NameKey, tuple[int, ...]]
    domains: dict[str, tuple[int, ...]]
    further: int = 0

    def named(self, name: str) -> list[str]:
        """The ids of the terms whose publisher bears a name."""
        return self._ids(rank for key in name_keys(name) for rank in self.names.get(key, ()))

    def on(self, host: str) -> list[str]:
        """The ids of the terms on whose publisher's domain a host lies; the longest domain comes first."""
        labels = host.split(".")
        return [found for at in range(len(labels)) for found in self._ids(self.domains.get(".".join(labels[at:]), ()))]

    def _ids(self, ranks: Iterable[int]) -> list[str]:
        return [self.ids[rank] for rank in sorted(set(ranks))]


def index_of(publishers: Iterable[tuple[str, Publisher | None]], further: int = 0) -> Index:
    """The index of terms, given as id and publisher in the order of their ranks, those of further folders first."""
    ids: list[str] = []
    strong: list[tuple[str, ...]] = []
    names: dict[NameKey, tuple[int, ...]] = {}
    domains: dict[str, tuple[int, ...]] = {}
    for rank, (name, publisher) in enumerate(publishers):
        ids.append(name)
        strong.append(publisher.names if publisher else ())
        for key in dict.fromkeys(key for each in strong[-1] for key in sorted(name_keys(each), key=str)):
            names[key] = (*names.get(key, ()), rank)
        for domain in dict.fromkeys(map(spelt, publisher.domains if publisher else ())):
            domains[domain] = (*domains.get(domain, ()), rank)
    return Index(tuple(ids), tuple(strong), names, domains, further)


def spelt(domain: str) -> str:
    """A domain as hosts are compared: letters beyond ASCII as punycode."""
    return domain if domain.isascii() else host_of(f"https://{domain}/") or domain
