"""The shelf: all terms, and how the ones for a publisher are found."""

import os
from collections.abc import Mapping

from compliance.errors import RulesError
from compliance.model.lexicon import Lexicon
from compliance.model.terms import Terms
from compliance.terms.cache import Kept, content, keep, recall, sources
from compliance.terms.index import Index, index_of
from compliance.text.urls import host_of

BASELINE = "baseline"


class Shelf:
    """Terms by id, the lexicon, and the digest of all files they came from.

    notes: what terms of further folders stand before, a sentence each. index: of the terms, made when none is given.
    """

    def __init__(self, terms: Mapping[str, Terms], lexicon: Lexicon, digest: str, notes: tuple[str, ...] = (), index: Index | None = None) -> None:
        self.terms = terms
        self.lexicon = lexicon
        self.digest = digest
        self.notes = notes
        self._index = index or index_of((name, each.publisher) for name, each in terms.items())

    def by_url(self, url: str) -> Terms | None:
        """The terms of the publisher on whose domain an address lies; the longest domain wins."""
        host = host_of(url)
        return self._first(self._index.on(host)) if host else None

    def by_name(self, name: str) -> Terms | None:
        """The terms of the publisher that bears a name."""
        return self._first(self._index.named(name))

    def including(self, terms: Terms) -> "Shelf":
        """A shelf with these terms too, in the place of those of the same id."""
        return Shelf({**self.terms, terms.id: terms}, self.lexicon, self.digest, self.notes)

    @property
    def publishers(self) -> tuple[tuple[str, ...], ...]:
        """The strong names of every publisher, without a look at its terms."""
        return tuple([names for name, names in zip(self._index.ids, self._index.publishers, strict=True) if names and name in self.terms])

    @property
    def added(self) -> frozenset[str]:
        """The ids of the terms that come from further folders."""
        return frozenset(self._index.ids[: self._index.further])

    @property
    def baseline(self) -> Terms:
        """The terms for publishers that the shelf does not know."""
        return self.terms[BASELINE]

    def _first(self, names: list[str]) -> Terms | None:
        return next((self.terms[name] for name in names if name in self.terms), None)


def bundled() -> str:
    """The folder of rules that travels with the package, or stands beside it in a checkout.

    Raises RulesError when neither is there.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for folder in (os.path.join(package, "_rules"), os.path.join(os.path.dirname(package), "rules")):
        if os.path.isdir(folder):
            return folder
    raise RulesError((f"{package}: the rules that belong to the package are missing: reinstall it",))


def load_shelf(folders: tuple[str, ...] = (), *, drafts: bool = False) -> Shelf:
    """Load the bundled rules and further folders; a later file of the same id replaces a bundled one.

    drafts: load terms of status `draft` too. Raises RulesError with every mistake of every file at once.
    """
    made_of = sources(bundled(), folders)
    kept = recall(made_of)
    if kept is None:
        from compliance.terms.kept import fresh
        from compliance.terms.rules import read_rules

        before = content(made_of) if made_of.sound else ""
        rules = read_rules(made_of.own, folders)
        ranked = sorted(rules.terms.values(), key=lambda terms: terms.id not in rules.added)
        kept = Kept(fresh(rules.terms), rules.lexicon, rules.digest, rules.notes, index_of(((terms.id, terms.publisher) for terms in ranked), len(rules.added)))
        keep(made_of, before, kept)
    return Shelf(kept.terms if drafts else kept.terms.without("draft"), kept.lexicon, kept.digest, kept.notes, kept.places)


def load_terms_file(path: str, shelf: Shelf) -> Terms:
    """One rule file that the user named. Raises RulesError with every mistake at once."""
    from compliance.terms.rules import read_one

    return read_one(path, shelf.terms)
