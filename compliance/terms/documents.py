"""Rule files as TOML documents: found, read, with lines. What they mean is decided in terms_file.py and phrases.py."""

import hashlib
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

CLAUSES = "clauses"
"""The folder of words by which terms are drafted: they judge nothing, and are read by drafting alone."""
_MAX = 262144  # bytes of one rule file


class Document(NamedTuple):
    """A rule file. data: as tomllib gives it. name: how messages call it."""

    name: str
    source: str
    data: dict[str, Any]


def read_folder(folder: str, mistakes: list[str], *, short: bool) -> list[Document]:
    """Every `.toml` file below a folder, in the order of their names. short: names are relative to the folder."""
    root = Path(folder)
    if not root.is_dir():
        mistakes.append(f"{folder}: no such folder of rules")
        return []
    every = sorted(root.rglob("*.toml"))
    paths = [path for path in every if CLAUSES not in path.relative_to(root).parts[:-1]]
    if not every:
        mistakes.append(f"{folder}: no rule file (*.toml) in this folder")
    found = (read_file(str(path), path.relative_to(root).as_posix() if short else str(path), mistakes) for path in paths)
    return [document for document in found if document]


def read_file(path: str, name: str, mistakes: list[str]) -> Document | None:
    """One file; None, and a mistake noted, when it is no TOML."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        mistakes.append(f"{name}: cannot be read: {error.strerror}")
        return None
    if len(data) > _MAX:
        mistakes.append(f"{name}: {len(data)} bytes; a rule file has at most {_MAX}")
        return None
    try:
        source = data.decode("utf-8-sig").replace("\r\n", "\n")
        return Document(name, source, tomllib.loads(source))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(10) + 1
        mistakes.append(f"{name}:{line}: not UTF-8: save the file as UTF-8")
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        text = str(error)
        place = text[text.rfind("line ") + 5 :].partition(",")[0] if "line " in text else "1"
        mistakes.append(f"{name}:{place}: not TOML: {text}")
    return None


def digest(documents: Iterable[Document]) -> str:
    """`sha256:` over names and contents: which rules judged."""
    total = hashlib.sha256()
    for document in documents:
        total.update(f"{document.name}\0{document.source}\0".encode())
    return "sha256:" + total.hexdigest()
