"""Phrase files into the lexicon."""

from collections.abc import Mapping
from typing import Any

from compliance.model.lexicon import Entry, Lexicon, Phrase
from compliance.terms.documents import Document
from compliance.terms.lines import line_table
from compliance.text.tokens import tokenise
from compliance.text.words import WORD, fold, is_dense, occurrences, readable, unpointed
from compliance.text.writing import expression, pack

SORTS = (
    "source", "first-published", "republished", "read-original", "translated", "byline", "rights", "copyright", "license", "terms", "image", "source-of-data",
    "references", "edited", "furniture",
)  # fmt: skip
_WORD_LISTS = ("months", "articles", "stop", "generic", "prepositions", "subject", "agencies", "outlets")
_WRITING = ("days", "months", "time", "units", "beside", "here", "places")
_SMALL = ("prepositions", "articles")
_SLOTS = ("{outlet}", "{name}", "{holder}")
_KEYS = tuple(dict.fromkeys((*SORTS, *_WORD_LISTS, *_WRITING, "variants", "common")))


def read_phrases(documents: list[Document], mistakes: list[str]) -> Lexicon:
    """All phrase files as one lexicon; mistakes are noted with file and line."""
    phrases: dict[Phrase, None] = {}
    words: dict[str, set[str]] = {name: set() for name in _WORD_LISTS}
    common: dict[str, tuple[str, ...]] = {}
    writing: dict[str, str] = {}
    for document in documents:
        lines = line_table(document.source)
        language = document.data.get("language")
        if not isinstance(language, str):
            mistakes.append(f'{document.name}:1: language is missing: give its code, as "fr"')
        for key, value in document.data.items():
            where = f"{document.name}:{lines.get(('', 0, key), 1)}"
            if key in ("language", "name"):
                continue
            if key not in _KEYS:
                mistakes.append(f"{where}: unknown key “{key}”; allowed: {', '.join(_KEYS)}")
            elif not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
                mistakes.append(f"{where}: {key} is a list of texts")
            elif key == "variants":
                mistakes.extend(f"{where}: “{item}”: two ways of writing one thing, as “ten = 10”" for item in value if not _pair(item))
            elif key in _WRITING and key not in _WORD_LISTS:
                continue
            elif key == "common":
                common[str(language)] = tuple(dict.fromkeys(canonical(item).strip() for item in value))
            elif key in _WORD_LISTS:
                words[key].update(form.strip() for item in value for form in (canonical(item), fold(readable(item)), item))
            else:
                phrases.update(dict.fromkeys(phrase for item in value if (phrase := _phrase(key, item, where, mistakes))))
        writing[str(language)] = _writing(document.data)
    languages = sorted({str(document.data.get("language")) for document in documents})
    lists = {name: frozenset(words[name]) for name in _WORD_LISTS}
    return _indexed(tuple(phrases), {language: common.get(language, ()) for language in languages}, lists)._replace(writing=writing)


def _writing(data: Mapping[str, Any]) -> str:
    """How a language writes, packed: nobody needs it before two texts are compared."""

    def told(*keys: str) -> list[str]:
        return [item for key in keys if isinstance(data.get(key), list) for item in data[key] if isinstance(item, str)]

    pairs = [f"{pair[0]}={pair[1]}" for item in told("variants") if (pair := _pair(item))]
    return pack([pairs, *(map(_spoken, told(key)) for key in _WRITING), map(_spoken, told(*_SMALL))])


def _pair(item: str) -> tuple[str, str] | None:
    """Both sides of "ten = 10", "-ise = -ize", "Mr =" as texts are compared by them."""
    one, equals, other = item.partition("=")
    one, other = one.strip(), other.strip()
    if not equals or not _spoken(one):
        return None
    if one.startswith("-") and len(one) > 1:
        return ("-" + _spoken(one), "-" + _spoken(other)) if other.startswith("-") else None
    return _spoken(one), _spoken(other)


def _spoken(item: str) -> str:
    """Words as one expression of the words that texts are compared by."""
    return expression(tokenise(readable(item)).keys)


def _indexed(phrases: tuple[Phrase, ...], common: dict[str, tuple[str, ...]], words: dict[str, frozenset[str]]) -> Lexicon:
    """The lexicon. A phrase stands under its longest word: the rarest in a text, mostly."""
    spaced: dict[str, list[Entry]] = {}
    dense: dict[str, list[Entry]] = {}
    for phrase in phrases:
        found = phrase.before or phrase.after
        found = found.rstrip(":").rstrip() if phrase.before.endswith(":") else found
        if any(is_dense(letter) for letter in found):
            for start in (found[:2],) if len(found) > 1 else (found + ":", found + " "):  # the label "文:"
                dense.setdefault(start, []).append((0, found, *phrase))
            continue
        keys = WORD.findall(found)
        if keys:
            key = max(keys, key=len)
            spaced.setdefault(key, []).append((occurrences(found, key)[0], found, *phrase))
    rights = tuple(phrase.before for phrase in phrases if phrase.sort == "rights")
    bylines = tuple(phrase.before for phrase in phrases if phrase.sort in ("byline", "translated") and phrase.before)
    months, articles, stop, generic, prepositions, subject, agencies, outlets = (words[name] for name in _WORD_LISTS)
    return Lexicon(_frozen(spaced), _frozen(dense), rights, bylines, common, months, articles, stop, generic, prepositions, subject, agencies, outlets)


def canonical(text: str) -> str:
    """Words of a rule file as the scan compares them: as a page's words are read, without points that may be left out."""
    return unpointed(fold(readable(text)))[0]


def _frozen(index: dict[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {key: tuple(entries) for key, entries in index.items()}


def _phrase(sort: str, item: str, where: str, mistakes: list[str]) -> Phrase | None:
    slots = [slot for slot in _SLOTS if slot in item]
    if len(slots) > 1 or any(item.count(slot) > 1 for slot in slots) or ("{" in item and not slots):
        mistakes.append(f"{where}: “{item}”: one slot at most, one of {', '.join(_SLOTS)}")
        return None
    before, _, after = item.partition(slots[0]) if slots else (item, "", "")
    before, after = (" ".join(canonical(part).split()) for part in (before, after))
    if before.endswith(" :"):
        before = before[:-2] + ":"
    if not before and not after:
        mistakes.append(f"{where}: “{item}”: a phrase needs words beside its slot")
        return None
    return Phrase(sort, before, after)
