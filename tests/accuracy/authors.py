"""Authors of real news and blog pages, labelled by reading: the words of their names, as the suite's own score compares them."""

import gzip
import json
import re
import unicodedata
from collections.abc import Iterator

from compliance.errors import ReadError

from .checker import SHARED, attribution_of
from .measure import Answer, compare

FOLDER = SHARED / "suites" / "trafilatura-eval"
SET = "authors"
_WORD = re.compile(r"\w+")
_JOINING = frozenset(("by", "and", "und", "von", "et", "y"))
_PLAIN = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae", "Æ": "AE", "đ": "d", "ı": "i"})


def answers() -> Iterator[Answer]:
    for line in (FOLDER / "pages.jsonl").open(encoding="utf-8"):
        page = json.loads(line)
        if page["author"] is None:
            continue
        data = gzip.decompress((FOLDER / page["file"]).read_bytes())
        try:
            _, said = attribution_of(data, page["id"], page["url"])
        except ReadError:
            names: tuple[str, ...] = ()
        else:
            names = said.authors
        wanted = page["author"] if isinstance(page["author"], list) else [page["author"]]
        yield from compare(SET, "words", page["id"], _words(wanted), _words(names), f"{list(names)}; want {wanted}")


def _words(names: list[str] | tuple[str, ...]) -> set[str]:
    """The words of names without accents and joining words: as the suite compares."""
    text = "".join(letter for letter in unicodedata.normalize("NFKD", " ".join(names)) if not unicodedata.combining(letter)).translate(_PLAIN)
    return set(_WORD.findall(text.lower())) - _JOINING
