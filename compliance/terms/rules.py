"""Folders of rule files into terms and lexicon."""

from collections.abc import Mapping
from typing import NamedTuple

from compliance.errors import RulesError, near
from compliance.model.lexicon import Lexicon
from compliance.model.terms import Terms
from compliance.terms.counters import is_counters, read_counters
from compliance.terms.documents import Document, digest, read_file, read_folder
from compliance.terms.index import spelt
from compliance.terms.layers import take_over
from compliance.terms.phrases import read_phrases
from compliance.terms.terms_file import TermsReader
from compliance.text.names import name_keys

_BASELINE = "baseline"
_MOST = 500  # mistakes after which no further file of terms is read


class Rules(NamedTuple):
    """All that rule files say. terms: by id, in the order of the ids. digest: of all files.

    added: ids that come from further folders. notes: what of the bundled terms they stand before, a sentence each.
    """

    terms: dict[str, Terms]
    lexicon: Lexicon
    digest: str
    added: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def read_rules(own: str, folders: tuple[str, ...]) -> Rules:
    """The bundled rules, and further folders of them. Raises RulesError with every mistake."""
    mistakes: list[str] = []
    bundled = read_folder(own, mistakes, short=True)
    further = [document for folder in folders for document in read_folder(folder, mistakes, short=False)]
    documents = [*bundled, *further]
    counters = [document for document in documents if is_counters(document)]
    phrases = [document for document in documents if document.name.startswith("phrases/") or "language" in document.data]
    other = {id(document) for document in (*phrases, *counters)}
    lexicon = read_phrases(phrases, mistakes)._replace(counters=read_counters(counters, mistakes))
    first = _read_terms([document for document in bundled if id(document) not in other], mistakes)
    second = _read_terms([document for document in further if id(document) not in other], mistakes)
    terms = _all_extended(first | second, {}, mistakes)
    if not mistakes and _BASELINE not in terms:
        mistakes.append("baseline.toml: the baseline terms are missing")
    if mistakes:
        raise RulesError(tuple(mistakes))
    return Rules(dict(sorted(terms.items())), lexicon, digest(documents), tuple(sorted(second)), _notes(first, second))


def read_one(path: str, known: Mapping[str, Terms]) -> Terms:
    """One file of terms. Raises RulesError with every mistake."""
    mistakes: list[str] = []
    document = read_file(path, path, mistakes)
    terms = _all_extended(_read_terms([document] if document else [], mistakes), known, mistakes)
    if mistakes:
        raise RulesError(tuple(mistakes))
    return next(iter(terms.values()))


def _read_terms(documents: list[Document], mistakes: list[str]) -> dict[str, Terms]:
    """Terms by id; what they extend is not taken over yet."""
    read: dict[str, Terms] = {}
    for document in documents:
        if len(mistakes) > _MOST:
            mistakes.append(f"{document.name}: more than {_MOST} mistakes: this file and those behind it were not read")
            break
        terms = TermsReader(document, mistakes).read()
        if terms is None:
            continue
        if terms.id in read:
            mistakes.append(f"{document.name}:1: id “{terms.id}” is taken by {read[terms.id].source}")
        read[terms.id] = terms
    return read


def _all_extended(read: dict[str, Terms], known: Mapping[str, Terms], mistakes: list[str]) -> dict[str, Terms]:
    return {name: _extended(terms, read, known, mistakes) for name, terms in read.items()}


def _extended(terms: Terms, read: dict[str, Terms], known: Mapping[str, Terms], mistakes: list[str]) -> Terms:
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


def _notes(bundled: dict[str, Terms], further: dict[str, Terms]) -> tuple[str, ...]:
    """What the files of further folders stand before: bundled terms of the same id, of a publisher of the same name or domain."""
    domains = {spelt(domain): terms for terms in bundled.values() if terms.publisher for domain in terms.publisher.domains}
    names = {key: terms for terms in bundled.values() if terms.publisher for name in terms.publisher.names for key in name_keys(name)}
    notes = []
    for terms in further.values():
        if terms.id in bundled:
            notes.append(f"“{terms.id}” is {terms.source}, and not the bundled {bundled[terms.id].source}")
        before: dict[str, list[str]] = {}
        for domain in terms.publisher.domains if terms.publisher else ():
            labels = spelt(domain).split(".")
            known = next((found for at in range(len(labels)) if (found := domains.get(".".join(labels[at:])))), None)
            if known and known.id != terms.id:
                before.setdefault(known.id, []).append(domain)
        for name in terms.publisher.names if terms.publisher else ():
            for each in sorted({names[key].id for key in name_keys(name) if key in names} - {terms.id}):
                before.setdefault(each, []).append(f"the name {name}")
        notes += [f"“{terms.id}” ({terms.source}) comes before the bundled “{other}” for {', '.join(what)}" for other, what in before.items()]
    return tuple(notes)
