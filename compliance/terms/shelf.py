"""The shelf: all terms, and how the ones for a publisher are found."""

import os
from typing import NamedTuple

from compliance.errors import RulesError
from compliance.model.lexicon import Lexicon
from compliance.model.terms import Terms
from compliance.terms.cache import keep, recall, stamp
from compliance.text.names import same_name
from compliance.text.urls import host_of, on_domain

BASELINE = "baseline"


class Shelf(NamedTuple):
    """Terms by id, the lexicon, and the digest of all files they came from."""

    terms: dict[str, Terms]
    lexicon: Lexicon
    digest: str

    def by_url(self, url: str) -> Terms | None:
        """The terms of the publisher on whose domain an address lies; the longest domain wins."""
        host = host_of(url)
        if host is None:
            return None
        found = [(len(domain), terms) for terms in self.terms.values() if terms.publisher for domain in terms.publisher.domains if on_domain(host, (domain,))]
        return max(found, key=_length)[1] if found else None

    def by_name(self, name: str) -> Terms | None:
        """The terms of the publisher that bears a name."""
        for terms in self.terms.values():
            if terms.publisher and any(same_name(name, each) for each in terms.publisher.names):
                return terms
        return None

    @property
    def baseline(self) -> Terms:
        """The terms for publishers that the shelf does not know."""
        return self.terms[BASELINE]


def _length(found: tuple[int, Terms]) -> int:
    return found[0]


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
    folder = bundled()
    made_of = stamp(folder) if not folders else ()
    rules = recall(folder, made_of) if not folders else None
    if rules is None:
        from compliance.terms.rules import read_rules

        rules = read_rules(folder, folders)
        if not folders:
            keep(folder, made_of, rules)
    terms, lexicon, digest = rules
    return Shelf({name: each for name, each in terms.items() if drafts or each.status != "draft"}, lexicon, digest)


def load_terms_file(path: str, shelf: Shelf) -> Terms:
    """One rule file that the user named. Raises RulesError with every mistake at once."""
    from compliance.terms.rules import read_one

    return read_one(path, shelf.terms)
