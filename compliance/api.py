"""The Python door: one source in, one report out."""

import os
from functools import cache

from compliance.errors import UsageError
from compliance.load.files import load_file
from compliance.model.report import Report
from compliance.model.resource import Resource
from compliance.model.terms import Terms
from compliance.pipeline import Line, Settings
from compliance.terms import Shelf, load_shelf, load_terms_file
from compliance.text.urls import resolve


@cache
def _shelf() -> Shelf:
    return load_shelf()


def check_source(
    source: bytes | os.PathLike[str], terms: str | os.PathLike[str] | None, original: str | None, location: str | None, use: tuple[str, ...]
) -> Report:
    """See compliance.check."""
    shelf = _shelf()
    if isinstance(source, bytes):
        resource = Resource(location or "<bytes>", source, url=resolve(location) if location else None)
        return Line(shelf, settings(shelf, terms, original, use)).run([resource])
    loaded = load_file(str(source), location)
    if isinstance(loaded, Resource) and location:
        loaded = loaded._replace(url=resolve(location))
    return Line(shelf, settings(shelf, terms, original, use)).run([loaded])


def settings(shelf: Shelf, terms: str | os.PathLike[str] | None, original: str | None, use: tuple[str, ...]) -> Settings:
    """Checked settings. Raises UsageError."""
    return Settings(terms=find_terms(shelf, terms) if terms is not None else None, original=checked_address(original), declared=use)


def find_terms(shelf: Shelf, terms: str | os.PathLike[str]) -> Terms:
    """Terms by id or from a file. Raises UsageError, RulesError."""
    if isinstance(terms, str) and terms in shelf.terms:
        return shelf.terms[terms]
    path = os.fspath(terms)
    if path.endswith(".toml"):
        return load_terms_file(path, shelf)
    from difflib import get_close_matches

    close = get_close_matches(str(terms), list(shelf.terms), n=1, cutoff=0.5)
    hint = f"did you mean “{close[0]}”? " if close else ""
    raise UsageError(f"unknown terms “{terms}”: {hint}`compliance rules list` shows all; a rule file ends in .toml")


def checked_address(address: str | None) -> str | None:
    """An absolute http(s) address. Raises UsageError."""
    if address is None:
        return None
    url = resolve(address)
    if url is None:
        raise UsageError(f"original “{address}” is no web address: give it whole, as https://gazette.example/story")
    return url
