"""Folders of rule files into terms and lexicon."""

from compliance.errors import RulesError, near
from compliance.model.lexicon import Lexicon
from compliance.model.terms import Terms
from compliance.terms.counters import is_counters, read_counters
from compliance.terms.documents import Document, digest, read_file, read_folder
from compliance.terms.layers import take_over
from compliance.terms.phrases import read_phrases
from compliance.terms.terms_file import TermsReader

_BASELINE = "baseline"


def read_rules(own: str, folders: tuple[str, ...]) -> tuple[dict[str, Terms], Lexicon, str]:
    """The terms by id (in the order of the ids), the lexicon, the digest. Raises RulesError with every mistake."""
    mistakes: list[str] = []
    bundled = read_folder(own, mistakes, short=True)
    documents = [*bundled, *(document for folder in folders for document in read_folder(folder, mistakes, short=False))]
    counters = [document for document in documents if is_counters(document)]
    phrases = [document for document in documents if document.name.startswith("phrases/") or "language" in document.data]
    names = {document.name for document in (*phrases, *counters)}
    lexicon = read_phrases(phrases, mistakes)._replace(counters=read_counters(counters, mistakes))
    replaceable = frozenset(document.name for document in bundled)
    terms = _read_terms([document for document in documents if document.name not in names], mistakes, {}, replaceable)
    if not mistakes and _BASELINE not in terms:
        mistakes.append("baseline.toml: the baseline terms are missing")
    if mistakes:
        raise RulesError(tuple(mistakes))
    return dict(sorted(terms.items())), lexicon, digest(documents)


def read_one(path: str, known: dict[str, Terms]) -> Terms:
    """One file of terms. Raises RulesError with every mistake."""
    mistakes: list[str] = []
    document = read_file(path, path, mistakes)
    terms = _read_terms([document] if document else [], mistakes, known, frozenset())
    if mistakes:
        raise RulesError(tuple(mistakes))
    return next(iter(terms.values()))


def _read_terms(documents: list[Document], mistakes: list[str], known: dict[str, Terms], replaceable: frozenset[str]) -> dict[str, Terms]:
    read: dict[str, Terms] = {}
    for document in documents:
        terms = TermsReader(document, mistakes).read()
        if terms is None:
            continue
        if terms.id in read and (read[terms.id].source not in replaceable or document.name in replaceable):
            mistakes.append(f"{document.name}:1: id “{terms.id}” is taken by {read[terms.id].source}")
        read[terms.id] = terms
    return {name: _extended(terms, read, known, mistakes) for name, terms in read.items()}


def _extended(terms: Terms, read: dict[str, Terms], known: dict[str, Terms], mistakes: list[str]) -> Terms:
    """Terms with all that they extend, each one level deep. known: terms that were extended when they were read."""
    for base in terms.extends:
        parent = read.get(base) or known.get(base)
        if parent is None:
            mistakes.append(f"{terms.source}:1: extends “{base}”, which is no terms id{near(base, [*read, *known])}")
        elif parent.extends:
            mistakes.append(f"{terms.source}:1: extends “{base}”, which extends further; one level only")
        else:
            terms = take_over(terms, parent)
    return terms
