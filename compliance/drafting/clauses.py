"""The files of clause words: by which words terms ask, allow and forbid, in each language. `rules/clauses/<language>.toml`."""

import os
from collections.abc import Iterator
from typing import Any

from compliance.drafting.kinds import KEYS, KINDS
from compliance.drafting.phrases import GAP, Index, canonical, pieces_of
from compliance.errors import RulesError
from compliance.terms.documents import Document, read_file, read_folder
from compliance.terms.folders import CLAUSES
from compliance.terms.mistakes import Mistakes, texts
from compliance.terms.shelf import bundled

SPEECH = ("must", "contact", "should", "may", "not", "negated", "only", "free", "freely", "condition", "with", "if", "except", "out", "imperative")
"""How a clause speaks: it asks, prefers, allows, forbids, narrows, frees, makes a condition, excepts, takes out of what is allowed."""
_WORDS = (
    "republish", "ours", "crediting", "keeping", "removing", "editing", "text", "joints", "negations", "adverbs", "or", "excerpt", "limit", "takedown",
    "permission", "lines", "bylines", "followed", "boilerplate", "licensed", "list",
)  # fmt: skip
_SKIP = ("paragraphs", "sentences", "sections", "nothing")
_USES = (
    "non-commercial", "commercial", "print", "web", "newsletter", "broadcast", "app", "alternative-media", "journalism", "education", "public-sector",
    "promotion", "resale", "paywall", "advertising", "ads-against-article", "ai-training", "framing", "seo-site", "syndication", "translation", "political",
)  # fmt: skip
_EDITS = ("time", "place", "style", "typography", "cuts", "translation", "headline", "corrections")
_PLACES = ("top", "first-paragraph", "end")
_WHEN = ("print", "online", "edited", "translated")
_UNITS = ("words", "characters", "paragraphs", "percent", "days", "weeks", "months", "years", "articles", "a-month", "a-day")
_SLOTS = ("author", "title", "date", "publisher", "republisher", "url", "license")
_TABLES = {
    "speech": SPEECH, "words": _WORDS, "skip": _SKIP, "uses": _USES, "edits": _EDITS, "places": _PLACES, "when": _WHEN, "units": _UNITS, "slots": _SLOTS,
}  # fmt: skip
PUBLISHER = "{publisher}"


class Clauses:
    """The words of one language. Every phrase stands under a key such as `speech.must`, `words.crediting`, `byline.objects`.

    numbers: words to the numbers they mean. audiences: words for who may republish to the end of a question about it.
    slots: words that stand in a place of a line to the slot they mean. bylines: what bylines begin with.
    """

    def __init__(self, language: str, entries: tuple[tuple[str, str], ...], numbers: dict[str, int], audiences: dict[str, str]) -> None:
        self.language = language
        self.numbers = numbers
        self.audiences = audiences
        self.slots = {canonical(phrase): key.removeprefix("slots.") for key, phrase in entries if key.startswith("slots.")}
        self.bylines = frozenset(canonical(phrase) for key, phrase in entries if key == "words.bylines")
        self._entries = entries

    def joined(self, other: "Clauses") -> "Clauses":
        """These words and further ones of the same language."""
        return Clauses(self.language, (*self._entries, *other._entries), self.numbers | other.numbers, self.audiences | other.audiences)

    def index(self, names: tuple[str, ...]) -> Index:
        """All phrases, with the publisher's names in their places."""
        joints = frozenset(canonical(phrase) for key, phrase in self._entries if key == "words.joints")
        return Index(_named(self._entries, names), joints)


def load_clauses(folders: tuple[str, ...] = ()) -> tuple[Clauses, ...]:
    """The clause words of all languages that there are files of: the bundled ones, and what further folders of rules add to them.

    Raises RulesError with every mistake.
    """
    mistakes: list[str] = []
    found: dict[str, Clauses] = {}
    for folder in (bundled(), *folders):
        own = os.path.join(folder, CLAUSES)
        for document in read_folder(own, mistakes, short=folder == bundled()) if os.path.isdir(own) else ():
            clauses = _Reader(document, mistakes).read()
            if clauses:
                found[clauses.language] = found[clauses.language].joined(clauses) if clauses.language in found else clauses
    if mistakes:
        raise RulesError(tuple(mistakes))
    return tuple(found.values())


def check_clauses(path: str) -> None:
    """Read one file of clause words that the user named. Raises RulesError with every mistake."""
    mistakes: list[str] = []
    document = read_file(path, path, mistakes)
    if document:
        _Reader(document, mistakes).read()
    if mistakes:
        raise RulesError(tuple(mistakes))


def _named(entries: tuple[tuple[str, str], ...], names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for key, phrase in entries:
        if PUBLISHER not in phrase:
            yield key, phrase
            continue
        for name in names:
            yield key, phrase.replace(PUBLISHER, name)


class _Reader:
    """Reads one file; mistakes grows."""

    def __init__(self, document: Document, mistakes: list[str]) -> None:
        self._data = document.data
        self._mistakes = Mistakes(document, mistakes)
        self._entries: list[tuple[str, str]] = []

    def read(self) -> Clauses | None:
        data = self._data
        self._mistakes.keys(data, {"language": str, "name": str, "numbers": list, "audiences": dict, "kinds": dict, **dict.fromkeys(_TABLES, dict)}, "", 0)
        self._mistakes.present(data, "language", "", 0, 'give its code, as "fr"')
        for table, keys in _TABLES.items():
            self._table(data.get(table, {}), table, keys)
        kinds = data.get("kinds", {})
        for kind, table in kinds.items() if isinstance(kinds, dict) else ():
            if kind not in KINDS:
                self._mistakes.wrong(f"kinds.{kind}", 0, "", f"[kinds.{kind}]: no kind that can be drafted; there are: {', '.join(KINDS)}")
            else:
                self._table(table, f"kinds.{kind}", KEYS, kind)
        audiences = data.get("audiences", {})
        self._table({key: [key] for key in audiences} if isinstance(audiences, dict) else {}, "audiences", tuple(audiences), "audience")
        numbers = data.get("numbers", [])
        if not texts(numbers):
            self._mistakes.wrong("", 0, "numbers", 'numbers: list the words for one, two, three, …, as ["one/a", "two"]')
        if len(self._mistakes):
            return None
        values = {word: value for value, words in enumerate(numbers, 1) for word in canonical(words).split("/")}
        return Clauses(str(data["language"]), tuple(self._entries), values, {phrase: str(value) for phrase, value in audiences.items()})

    def _table(self, table: Any, name: str, keys: tuple[str, ...], prefix: str = "") -> None:
        if not isinstance(table, dict):
            self._mistakes.wrong(name, 0, "", f"[{name}] is a table")
            return
        for key, phrases in table.items():
            if key not in keys:
                self._mistakes.wrong(name, 0, key, f"[{name}]: unknown key “{key}”; allowed: {', '.join(keys)}")
            elif not texts(phrases):
                self._mistakes.wrong(name, 0, key, f"[{name}]: {key} is a list of texts")
            else:
                for phrase in phrases:
                    self._phrase(phrase, f"{prefix or name}.{key}", name, key)

    def _phrase(self, phrase: str, entry: str, table: str, key: str) -> None:
        pieces = pieces_of(phrase.replace(PUBLISHER, "x"))
        if not pieces or GAP in (pieces[0], pieces[-1]) or any(not piece.strip("*/") for piece in pieces):
            self._mistakes.wrong(table, 0, key, f"“{phrase}”: words, with a/b for either, word* for any ending and … between words for up to eight others")
            return
        self._entries.append((entry, phrase))
