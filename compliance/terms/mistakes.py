"""What is wrong with one rule file: noted with file, line, the user's words and what is allowed."""

import datetime
import math
from collections.abc import Mapping
from reprlib import Repr
from typing import Any

from compliance.errors import near
from compliance.terms.documents import Document
from compliance.terms.lines import line_table

_WORDS = {
    str: "a text in quotes",
    list: "a list",
    dict: "a table",
    bool: "true or false",
    int: "a number",
    tuple: "a list of texts",
    datetime.date: "a date such as 2016-09-06",
}
_MOST = 50  # mistakes of one file that are told
_LONGEST = 2000  # letters of one
_REPR = Repr()
_REPR.maxlevel, _REPR.maxlist, _REPR.maxdict, _REPR.maxstring = 2, 6, 4, 60


class Mistakes:
    """The mistakes of one document; they go into the list of all mistakes."""

    def __init__(self, document: Document, all_: list[str]) -> None:
        self._name = document.name
        self._lines = line_table(document.source)
        self._all = all_
        self._before = len(all_)

    def __len__(self) -> int:
        return len(self._all) - self._before

    @property
    def full(self) -> bool:
        """Whether there are so many that further ones are not told."""
        return len(self) > _MOST

    def wrong(self, table: str, index: int, key: str, text: str) -> None:
        """Note a mistake at the key, or as near to it as the lines tell. table: `` for the top; index counts tables of that name."""
        if self.full:
            return
        if len(self) == _MOST:
            self._all.append(f"{self._name}: more than {_MOST} mistakes; the others are not told")
            return
        line = (
            self._lines.get((table, index, key))
            or self._lines.get((f"{table}.{key}", 0, ""))
            or self._lines.get((key, 0, ""))
            or self._lines.get((table, index, ""))
            or 1
        )
        self._all.append(f"{self._name}:{line}: {text if len(text) <= _LONGEST else text[:_LONGEST] + '…'}")

    def line(self, table: str, index: int) -> int:
        """The line on which a table begins."""
        return self._lines.get((table, index, ""), 1)

    def keys(self, data: Mapping[str, Any], allowed: Mapping[str, type | tuple[type, ...]], table: str, index: int, what: str = "", at: str = "") -> None:
        """Note unknown keys, and values of another type than allowed. what: how messages call the table. at: the key that holds it inline."""
        prefix = f"{what}: " if what else ""
        for key, value in data.items():
            if self.full:
                return
            if key not in allowed:
                self.wrong(table, index, at or key, f"{prefix}unknown key “{key}”{near(key, allowed)}; allowed: {', '.join(allowed)}")
                continue
            given = allowed[key]
            types = given if isinstance(given, tuple) else (given,)
            if not any(is_a(value, each) for each in types):
                self.wrong(table, index, at or key, f"{prefix}{key} is {' or '.join(_WORDS[each] for each in types)}, not “{told(value)}”")

    def present(self, data: Mapping[str, Any], key: str, table: str, index: int, advice: str) -> None:
        """Note a key that is missing or empty."""
        if key not in data or data[key] in ("", []):
            self.wrong(table, index, key if key in data else "", f"{key} is missing: {advice}")


def is_a(value: Any, type_: type) -> bool:
    """Whether a value of a rule file has a type; true and false are no numbers, a time of day is no date."""
    if type_ is datetime.date:
        return type(value) is datetime.date
    if isinstance(value, float) and not math.isfinite(value):
        return False
    return isinstance(value, type_) and not (type_ is int and isinstance(value, bool))


def named(type_: type) -> str:
    """How messages call a type."""
    return _WORDS[type_]


def texts(value: Any) -> bool:
    """Whether a value is a list of texts that are not empty."""
    return isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value)


def told(value: object) -> str:
    """A value of a rule file for a message: short, whatever it is."""
    return value if isinstance(value, str) and len(value) <= _LONGEST else _REPR.repr(value)
