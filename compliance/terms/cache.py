"""The bundled rules as they were read, kept beside them like compiled Python: `__pycache__/rules.bin`.

A stamp of names, sizes and times of all rule files, and of the code that reads them, decides whether it still holds. Reading
the files again gives the same; where the folder cannot be written, or Python is told to write no bytecode, nothing is kept.
"""

import marshal
import os
import sys
from typing import Any

from compliance.model.lexicon import Lexicon
from compliance.model.outcome import Obligation
from compliance.model.terms import Edition, Part, Publisher, Requirement, Terms, Unchecked, When
from compliance.version import VERSION

_Kept = tuple[dict[str, Terms], Lexicon, str]


def stamp(folder: str) -> tuple[Any, ...]:
    """What the kept rules were made of."""
    code = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    files = [
        *_files(folder, ".toml"),
        *_files(os.path.join(code, "terms"), ".py"),
        *_files(os.path.join(code, "requirements"), ".py"),
        *_files(os.path.join(code, "model"), ".py"),
    ]
    return (VERSION, sys.hexversion, tuple(sorted(files)))


def _files(folder: str, suffix: str) -> list[tuple[str, int, int]]:
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(suffix):
                status = entry.stat()
                found.append((entry.path, status.st_size, status.st_mtime_ns))
            elif entry.is_dir() and not entry.name.startswith("__"):
                found += _files(entry.path, suffix)
    return found


def recall(folder: str, made_of: tuple[Any, ...]) -> _Kept | None:
    """The kept rules, None when there are none that hold."""
    try:
        with open(_path(folder), "rb") as file:
            kept: Any = marshal.loads(file.read())  # noqa: S302 - our own file, beside the rules, like bytecode
        if kept[0] != made_of:
            return None
        _, terms, lexicon, digest = kept
        return {each[0]: _terms(each) for each in terms}, Lexicon(*lexicon), digest
    except (OSError, ValueError, EOFError, TypeError, IndexError):
        return None


def keep(folder: str, made_of: tuple[Any, ...], rules: _Kept) -> None:
    """Keep rules for the next start. Written beside and moved into place, so that no half file is ever read."""
    if sys.dont_write_bytecode:
        return
    terms, lexicon, digest = rules
    plain = [_plain(each) for each in terms.values()]
    path = _path(folder)
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        temporary = f"{path}.{os.getpid()}"
        with open(temporary, "wb") as file:
            kept: Any = (made_of, plain, (*lexicon,), digest)
            file.write(marshal.dumps(kept))
        os.replace(temporary, path)
    except OSError:
        return


def _path(folder: str) -> str:
    return os.path.join(folder, "__pycache__", "rules.bin")


def _plain(value: Any) -> Any:
    """Tuples and plain strings only: what marshal writes."""
    if isinstance(value, tuple):
        return tuple([_plain(item) for item in value])
    return str(value) if isinstance(value, str) else value


def _terms(plain: tuple[Any, ...]) -> Terms:
    read = Terms(*plain)
    publisher: Any = read.publisher
    return read._replace(
        publisher=Publisher(*publisher) if publisher else None,
        requirements=tuple([_requirement(each) for each in read.requirements]),
        unchecked=tuple([Unchecked(each[0], Obligation(each[1])) for each in read.unchecked]),
        editions=tuple([Edition(*each) for each in read.editions]),
    )


def _requirement(plain: Any) -> Requirement:
    name, kind, obligation, clause, options, when, parts, remedy, layer = plain
    return Requirement(
        name, kind, Obligation(obligation), clause, options, When(*when) if when else None, tuple([_part(each) for each in parts]), remedy, layer
    )


def _part(plain: Any) -> Part:
    return Part(plain[0], plain[1], tuple([_part(each) for each in plain[2]]))
