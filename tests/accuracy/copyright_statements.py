"""Copyright statements in documents, in single lines, and in the lines that news pages print: presence, holders, years, scope.

The rules of comparison are those of the suite's score script: core cases only; holders as sets of names without case, accents,
punctuation, signs and "by"; years as sets. All notices of a document are one answer.
"""

import html
import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from compliance.errors import ReadError
from compliance.model.attribution import Notice

from .checker import SHARED, attribution_of
from .measure import Answer, compare, yes

SUITES = SHARED / "suites"
NOT_CORE = {"upstream-says-to-improve", "gibberish"}
NAMES = {"html": "case.html", "html-fragment": "case.html"}
_DROPPED = frozenset("copyright copyrighted copyrights copr c by portions all rights reserved the".split())
_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae", "Æ": "AE", "đ": "d", "ı": "i", "©": "(c)"})


def documents() -> Iterator[Answer]:
    return _answers("copyright-documents", "scancode-copyright/copyright_cases.jsonl")


def lines() -> Iterator[Answer]:
    return _answers("copyright-lines", "scancode-copyright/copyright_line_cases.jsonl")


def news_lines() -> Iterator[Answer]:
    return _answers("news-copyright-lines", "news-copyright-lines/labelled_lines.jsonl")


def _answers(group: str, path: str) -> Iterator[Answer]:
    for line in (SUITES / path).open(encoding="utf-8"):
        case = json.loads(line)
        if not case["xfail"] and not NOT_CORE & set(case["flags"]):
            yield from _case(group, case)


def _case(group: str, case: dict[str, Any]) -> Iterator[Answer]:
    want, identity, text = case["expect"], case["id"], case["text"]
    found = _notices(text, NAMES.get(case["medium"], "case.txt"))
    shown = repr(text) if len(text) < 400 else f"{found}"
    yield Answer(group, "presence", identity, yes(want["present"]), yes(found), shown)
    if "holders" in want:
        yield from compare(group, "holders", identity, map(lenient, want["holders"]), [lenient(each) for notice in found for each in notice.holders], shown)
    if case.get("scope") in ("page", "image") and found:
        scope = "page" if any(notice.scope == "page" for notice in found) else "image"
        yield Answer(group, "scope", identity, case["scope"], scope, shown, passing="page")
    yield from compare(group, "years", identity, want["years"], [year for notice in found for year in notice.years], shown)


def _notices(text: str, name: str) -> tuple[Notice, ...]:
    try:
        return attribution_of(text.encode("utf-8"), name)[1].notices
    except ReadError:
        return ()


def lenient(holder: str) -> str:
    """A holder as the score script compares it."""
    plain = unicodedata.normalize("NFKD", re.sub(r"<[^>]{0,200}>", " ", html.unescape(holder)))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(_LETTERS)
    return " ".join(word for word in re.findall(r"[0-9a-z]+", plain.lower()) if word not in _DROPPED)
