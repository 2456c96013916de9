"""Phrase files into the lexicon."""

from typing import Any

from compliance.model.lexicon import Lexicon, Phrase
from compliance.terms.documents import Document
from compliance.terms.lines import line_table
from compliance.text.words import fold

SORTS = (
    "source", "first-published", "republished", "read-original", "translated", "byline", "rights", "copyright", "license", "terms", "image", "source-of-data",
)  # fmt: skip
_WORD_LISTS = ("months", "articles", "stop", "generic", "prepositions")
_SLOTS = ("{outlet}", "{name}", "{holder}")


def read_phrases(documents: list[Document], mistakes: list[str]) -> Lexicon:
    """All phrase files as one lexicon; mistakes are noted with file and line."""
    phrases: dict[Phrase, None] = {}
    words: dict[str, set[str]] = {name: set() for name in _WORD_LISTS}
    for document in documents:
        lines = line_table(document.source)
        language = document.data.get("language")
        if not isinstance(language, str):
            mistakes.append(f'{document.name}:1: language is missing: give its code, as "fr"')
        for key, value in document.data.items():
            where = f"{document.name}:{lines.get(('', 0, key), 1)}"
            if key in ("language", "name"):
                continue
            if key not in SORTS and key not in _WORD_LISTS:
                mistakes.append(f"{where}: unknown key “{key}”; allowed: {', '.join((*SORTS, *_WORD_LISTS))}")
            elif not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
                mistakes.append(f"{where}: {key} is a list of texts")
            elif key in _WORD_LISTS:
                words[key].update(fold(item).strip() for item in value)
            else:
                phrases.update(dict.fromkeys(phrase for item in value if (phrase := _phrase(key, str(language), item, where, mistakes))))
    return Lexicon(tuple(phrases), *(frozenset(words[name]) for name in _WORD_LISTS))


def _phrase(sort: str, language: str, item: str, where: str, mistakes: list[str]) -> Phrase | None:
    slots = [slot for slot in _SLOTS if slot in item]
    if len(slots) > 1 or any(item.count(slot) > 1 for slot in slots) or ("{" in item and not slots):
        mistakes.append(f"{where}: “{item}”: one slot at most, one of {', '.join(_SLOTS)}")
        return None
    before, _, after = item.partition(slots[0]) if slots else (item, "", "")
    before, after = (" ".join(fold(part).split()) for part in (before, after))
    if before.endswith(" :"):
        before = before[:-2] + ":"
    if not before and not after:
        mistakes.append(f"{where}: “{item}”: a phrase needs words beside its slot")
        return None
    return Phrase(sort, language, before, after)


def empty() -> Lexicon:
    """A lexicon without words, for tests."""
    nothing: frozenset[Any] = frozenset()
    return Lexicon((), nothing, nothing, nothing, nothing, nothing)
