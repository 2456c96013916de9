"""Phrase files into the lexicon."""

from compliance.model.lexicon import Entry, Lexicon, Phrase
from compliance.terms import writings
from compliance.terms.documents import Document
from compliance.terms.lines import line_table
from compliance.text.words import WORD, fold, is_dense, occurrences, readable, unpointed

SORTS = (
    "source", "first-published", "republished", "read-original", "translated", "byline", "rights", "copyright", "license", "terms", "image", "source-of-data",
    "references", "edited", "furniture",
)  # fmt: skip
_WORD_LISTS = (
    "other-months", "articles", "stop", "generic", "prepositions", "subject", "agencies", "outlets", "institutions", "machine-translation",
    "picture-agencies", "picture-libraries",
)  # fmt: skip
_MONTHS = 12
_BY_LANGUAGE = ("common", "relative-dates")
_LONGEST = 200  # letters of a phrase
_MOST = 600  # phrases that rest on one word: every place where it stands is compared with them all
_SLOTS = ("{outlet}", "{name}", "{holder}")
_KEYS = (*SORTS, *_WORD_LISTS, *_BY_LANGUAGE, *writings.LISTS, "months", "variants")


def read_phrases(documents: list[Document], mistakes: list[str]) -> Lexicon:
    """All phrase files as one lexicon; mistakes are noted with file and line."""
    phrases: dict[Phrase, None] = {}
    words: dict[str, set[str]] = {name: set() for name in _WORD_LISTS}
    months: dict[str, tuple[int, ...]] = {}
    writing: dict[str, str] = {}
    spoken: dict[str, dict[str, tuple[str, ...]]] = {name: {} for name in _BY_LANGUAGE}
    for document in documents:
        lines = line_table(document.source)
        language = document.data.get("language")
        if not isinstance(language, str):
            mistakes.append(f'{document.name}:1: language is missing: give its code, as "fr"')
        for key, value in document.data.items():
            where = f"{document.name}:{lines.get(('', 0, key), 1)}"
            if key in ("language", "name"):
                continue
            if key == "months":
                _read_months(value, months, where, mistakes)
            elif key not in _KEYS:
                mistakes.append(f"{where}: unknown key “{key}”; allowed: {', '.join(_KEYS)}")
            elif not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
                mistakes.append(f"{where}: {key} is a list of texts")
            elif key == "variants":
                mistakes.extend(f"{where}: “{item}”: two ways of writing one thing, as “ten = 10”" for item in value if not writings.variant(item))
            elif key in writings.LISTS:
                continue
            elif key in _BY_LANGUAGE:
                spoken[key][str(language)] = tuple(dict.fromkeys(canonical(item).strip() for item in value))
            elif key in _WORD_LISTS:
                words[key].update(form for item in value for form in _forms(item))
            else:
                phrases.update(dict.fromkeys(phrase for item in value if (phrase := _phrase(key, item, where, mistakes))))
        writing[str(language)] = writings.packed_writing(document.data)
    languages = sorted({str(document.data.get("language")) for document in documents})
    months = dict.fromkeys(sorted(words["other-months"]), ()) | months
    spoken["common"] = {language: spoken["common"].get(language, ()) for language in languages}
    read = _indexed(tuple(phrases), spoken, months, {name: frozenset(words[name]) for name in _WORD_LISTS})._replace(writing=writing)
    for key, entries in (*read.spaced.items(), *read.dense.items()):
        if len(entries) > _MOST:
            mistakes.append(f"phrases: {len(entries)} of them rest on “{key}”; at most {_MOST}")
    return read


def _read_months(value: object, months: dict[str, tuple[int, ...]], where: str, mistakes: list[str]) -> None:
    """The names of one language's months, with their numbers."""
    lists = value if isinstance(value, list) else []
    if len(lists) != _MONTHS or not all(isinstance(names, list) and all(isinstance(name, str) and name.strip() for name in names) for names in lists):
        mistakes.append(f'{where}: months is twelve lists of names, as [["january", "jan"], …]; a list may be empty')
        return
    for number, names in enumerate(lists, 1):
        for form in (form for name in names for form in _forms(name)):
            months[form] = tuple(sorted({*months.get(form, ()), number}))


def _forms(item: str) -> tuple[str, ...]:
    """What a word of a rule file may be compared with: its canonical form, with and without the points that may be left out, and itself."""
    return tuple(dict.fromkeys(form.strip() for form in (canonical(item), fold(readable(item)), item)))


def _indexed(
    phrases: tuple[Phrase, ...], spoken: dict[str, dict[str, tuple[str, ...]]], months: dict[str, tuple[int, ...]], words: dict[str, frozenset[str]]
) -> Lexicon:
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
    lists = (words[name] for name in _WORD_LISTS[1:])
    articles, stop, generic, prepositions, subject, agencies, outlets, institutions, machines, pictures, libraries = lists
    return Lexicon(
        _frozen(spaced), _frozen(dense), rights, bylines, spoken["common"], months, articles, stop, generic, prepositions, subject, agencies, outlets,
        spoken["relative-dates"], institutions, machines, picture_agencies=pictures, picture_libraries=libraries,
    )  # fmt: skip


def canonical(text: str) -> str:
    """Words of a rule file as the scan compares them: as a page's words are read, without points that may be left out."""
    return unpointed(fold(readable(text)))[0]


def _frozen(index: dict[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {key: tuple(entries) for key, entries in index.items()}


def _phrase(sort: str, item: str, where: str, mistakes: list[str]) -> Phrase | None:
    if len(item) > _LONGEST:
        mistakes.append(f"{where}: “{item[:40]}…”: a phrase of {len(item)} letters; at most {_LONGEST}")
        return None
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
