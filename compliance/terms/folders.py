"""Which files of a folder are rule files. The folder may be anybody's: no link leads out of it, and it has an end."""

import os
from typing import NamedTuple

CLAUSES = "clauses"
"""The folder of words by which terms are drafted: they judge nothing, and are read by drafting alone."""
_MOST_FILES, _MOST_ENTRIES, _MOST_BYTES, _DEEPEST = 5000, 50_000, 8 * 1024 * 1024, 12


class RuleFile(NamedTuple):
    """A rule file. name: relative to the folder, with slashes. state: what changes when the file does."""

    path: str
    name: str
    size: int
    state: tuple[int, ...]


def rule_files(folder: str, mistakes: list[str], *, own: bool) -> list[RuleFile]:
    """Every `.toml` file below a folder, in the order of their names.

    A link in the folder may not lead out of it, and links to folders are not followed. own: the rules that belong to the package;
    installers may have linked them. Mistakes are noted; a folder beyond all measure gives no file at all.
    """
    if not os.path.isdir(folder):
        mistakes.append(f"{folder}: no such folder of rules")
        return []
    before = len(mistakes)
    found: list[RuleFile] = []
    entries = 0
    waiting = [(folder, "")]
    while waiting:
        place, prefix = waiting.pop()
        try:
            with os.scandir(place) as listing:
                for entry in listing:
                    entries += 1
                    if entries > _MOST_ENTRIES or len(found) > _MOST_FILES:
                        count = f"{_MOST_FILES} rule files" if len(found) > _MOST_FILES else f"{_MOST_ENTRIES} files"
                        mistakes.append(f"{folder}: more than {count}: is this the right folder?")
                        return []
                    _sort(entry, prefix, folder, own, found, waiting, mistakes)
        except OSError as error:
            mistakes.append(f"{place}: cannot be read: {error.strerror}")
    if not found and len(mistakes) == before and not os.path.isdir(os.path.join(folder, CLAUSES)):
        mistakes.append(f"{folder}: no rule file (*.toml) in this folder")
    total = sum(file.size for file in found)
    if total > _MOST_BYTES:
        mistakes.append(f"{folder}: {total} bytes of rule files; at most {_MOST_BYTES} are read")
        return []
    return sorted(found, key=_order)


def _sort(entry: "os.DirEntry[str]", prefix: str, folder: str, own: bool, found: list[RuleFile], waiting: list[tuple[str, str]], mistakes: list[str]) -> None:
    """Put an entry where it belongs: a rule file, a folder to look into, or nothing."""
    toml = entry.name.endswith(".toml")
    if entry.is_symlink() and (toml or entry.is_dir()):
        if not own and _outside(entry.path, folder):
            mistakes.append(f"{entry.path}: a link that leads out of {folder}: copy the file into the folder")
        elif toml and not entry.is_dir():
            found.append(_file(entry, prefix))
    elif toml and not entry.is_dir():
        found.append(_file(entry, prefix))
    elif entry.is_dir() and entry.name not in ("__pycache__", CLAUSES):
        if prefix.count("/") >= _DEEPEST:
            mistakes.append(f"{entry.path}: folders within folders, more than {_DEEPEST} deep")
        else:
            waiting.append((entry.path, f"{prefix}{entry.name}/"))


def _file(entry: "os.DirEntry[str]", prefix: str) -> RuleFile:
    try:
        status = entry.stat()
    except OSError:  # a link that leads nowhere: reading it says so
        return RuleFile(entry.path, prefix + entry.name, 0, ())
    return RuleFile(entry.path, prefix + entry.name, status.st_size, state_of(status))


def state_of(status: os.stat_result) -> tuple[int, ...]:
    """What changes whenever a file's content does: size, times, and which file it is."""
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _outside(path: str, folder: str) -> bool:
    home = os.path.realpath(folder)
    real = os.path.realpath(path)
    return real != home and not real.startswith(home.rstrip(os.sep) + os.sep)


def _order(file: RuleFile) -> list[str]:
    return file.name.split("/")
