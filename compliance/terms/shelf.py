"""The shelf: all terms, and how the ones for a publisher are found."""

from pathlib import Path
from typing import NamedTuple

from compliance.errors import RulesError
from compliance.model.lexicon import Lexicon
from compliance.model.terms import Terms
from compliance.terms.documents import Document, bundled, digest, read_file, read_folder
from compliance.terms.phrases import read_phrases
from compliance.terms.terms_file import TermsReader, extend
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


def load_shelf(folders: tuple[Path, ...] = (), *, drafts: bool = False) -> Shelf:
    """Load the bundled rules and further folders; a later file of the same id replaces an earlier one.

    drafts: load terms of status `draft` too. Raises RulesError with every mistake of every file at once.
    """
    mistakes: list[str] = []
    own = read_folder(bundled(), mistakes)
    documents = [document for folder in (None, *folders) for document in (own if folder is None else read_folder(folder, mistakes))]
    return _shelve(documents, mistakes, drafts=drafts, replaceable=frozenset(document.name for document in own))


def load_terms_file(path: Path, shelf: Shelf) -> Terms:
    """One rule file that the user named. Raises RulesError with every mistake at once."""
    mistakes: list[str] = []
    document = read_file(path, str(path), mistakes)
    terms = _read_terms([document] if document else [], mistakes, shelf.terms, frozenset())
    if mistakes:
        raise RulesError(tuple(mistakes))
    return next(iter(terms.values()))


def _shelve(documents: list[Document], mistakes: list[str], *, drafts: bool, replaceable: frozenset[str]) -> Shelf:
    phrases = [document for document in documents if document.name.startswith("phrases/") or "language" in document.data]
    names = {document.name for document in phrases}
    lexicon = read_phrases(phrases, mistakes)
    terms = _read_terms([document for document in documents if document.name not in names], mistakes, {}, replaceable)
    if not mistakes and BASELINE not in terms:
        mistakes.append("baseline.toml: the baseline terms are missing")
    if mistakes:
        raise RulesError(tuple(mistakes))
    kept = {name: each for name, each in sorted(terms.items()) if drafts or each.status != "draft"}
    return Shelf(kept, lexicon, digest(documents))


def _read_terms(documents: list[Document], mistakes: list[str], known: dict[str, Terms], replaceable: frozenset[str]) -> dict[str, Terms]:
    read: dict[str, tuple[Terms, str | None]] = {}
    for document in documents:
        terms, base = TermsReader(document, mistakes).read()
        if terms is None:
            continue
        if terms.id in read and read[terms.id][0].source not in replaceable:
            mistakes.append(f"{document.name}:1: id “{terms.id}” is taken by {read[terms.id][0].source}")
        read[terms.id] = (terms, base)
    shelved: dict[str, Terms] = {}
    for name, (terms, base) in read.items():
        if base is None:
            shelved[name] = terms
            continue
        parent = read[base][0] if base in read else known.get(base)
        if parent is None or (base in read and read[base][1] is not None):
            why = "extends further; one level only" if parent else "is no terms id"
            mistakes.append(f"{terms.source}:1: extends “{base}”, which {why}")
            continue
        shelved[name] = extend(terms, parent)
    return shelved
