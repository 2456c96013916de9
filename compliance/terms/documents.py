"""Rule files as TOML documents: read, with their lines. What they mean is decided in terms_file.py and phrases.py.

Anybody may have written them: what is too large, too deep, or no file at all is a mistake with its place, and nothing hangs.
"""

import hashlib
import os
import stat
import tomllib
from collections.abc import Iterable
from typing import Any, NamedTuple

from compliance.terms.folders import rule_files
from compliance.text.patterns import lazy

_MAX = 262144  # bytes of one rule file
_LONGEST_TEXT, _LONGEST_LIST, _LONGEST_KEY, _DEEPEST = 4000, 1000, 200, 12
_LARGEST = 1 << 63
_MOST_DOTS = 8  # parts of a dotted key; the parser takes the square of them in steps
_DOTTED = lazy(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{_MOST_DOTS}}}")
_QUOTED = lazy(r'"(?:[^"\\]|\\.)*+"|\'[^\']*+\'')


class Document(NamedTuple):
    """A rule file. data: as tomllib gives it. name: how messages call it."""

    name: str
    source: str
    data: dict[str, Any]


def read_folder(folder: str, mistakes: list[str], *, short: bool) -> list[Document]:
    """Every `.toml` file below a folder, in the order of their names. short: it is the package's own, and names are relative to it."""
    found = (
        read_file(file.path, file.name if short else os.path.join(folder, *file.name.split("/")), mistakes) for file in rule_files(folder, mistakes, own=short)
    )
    return [document for document in found if document]


def read_file(path: str, name: str, mistakes: list[str]) -> Document | None:
    """One file; None, and a mistake noted, when it is no TOML."""
    data = _bytes(path, name, mistakes)
    if data is None:
        return None
    try:
        source = data.decode("utf-8-sig").replace("\r\n", "\n")
        dotted = next((number for number, line in enumerate(source.split("\n"), 1) if _is_dotted(line)), None)
        if dotted:
            mistakes.append(f"{name}:{dotted}: a key of more than {_MOST_DOTS} parts")
            return None
        read = tomllib.loads(source)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(10) + 1
        mistakes.append(f"{name}:{line}: not UTF-8: save the file as UTF-8")
        return None
    except (ValueError, RecursionError) as error:  # ValueError: TOML's own, and numbers of thousands of digits
        text = str(error)
        place = text[text.rfind("line ") + 5 :].partition(",")[0] if "line " in text else "1"
        mistakes.append(f"{name}:{place}: not TOML: {text[:200]}")
        return None
    strange = _oversized(read)
    if strange:
        mistakes.append(f"{name}:1: {strange}")
        return None
    return Document(name, source, read)


def _bytes(path: str, name: str, mistakes: list[str]) -> bytes | None:
    """The file's bytes. A pipe or a device is refused: it might never end."""
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                mistakes.append(f"{name}: no file: a rule file is a text file")
                return None
            data = file.read(_MAX + 1)
            if len(data) <= _MAX:
                return data
            mistakes.append(f"{name}: {status.st_size} bytes; a rule file has at most {_MAX}")
    except (OSError, ValueError) as error:
        mistakes.append(f"{name}: cannot be read: {getattr(error, 'strerror', None) or error}")
    return None


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _is_dotted(line: str) -> bool:
    return line.count(".") >= _MOST_DOTS and _DOTTED.search(_QUOTED.sub("q", line)) is not None


def _oversized(data: dict[str, Any]) -> str | None:
    """What is larger in a document than any rule file needs it."""
    waiting: list[tuple[Any, int]] = [(data, 0)]
    while waiting:
        value, depth = waiting.pop()
        if isinstance(value, str) and len(value) > _LONGEST_TEXT:
            return f"a text of {len(value)} letters (“{value[:30]}…”); at most {_LONGEST_TEXT}"
        if isinstance(value, int) and abs(value) >= _LARGEST:
            return "a number of more than 64 bits"
        if isinstance(value, dict | list):
            if depth > _DEEPEST:
                return f"tables within tables, more than {_DEEPEST} deep"
            if len(value) > _LONGEST_LIST:
                return f"a list of {len(value)} entries; at most {_LONGEST_LIST}"
            long = next((key for key in value if len(key) > _LONGEST_KEY), None) if isinstance(value, dict) else None
            if long:
                return f"a key of {len(long)} letters (“{long[:30]}…”); at most {_LONGEST_KEY}"
            waiting += [(each, depth + 1) for each in (value.values() if isinstance(value, dict) else value)]
    return None


def digest(documents: Iterable[Document]) -> str:
    """`sha256:` over names and contents: which rules judged."""
    total = hashlib.sha256()
    for document in documents:
        total.update(f"{document.name}\0{document.source}\0".encode())
    return "sha256:" + total.hexdigest()
