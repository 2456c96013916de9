"""Files, folders and standard input into resources."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from compliance.model.resource import Resource, Unread

MAX_BYTES = 10 * 1024 * 1024
"""The largest file that is read: a page of more is no article."""
_NEVER = frozenset({".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", "venv", ".tox", ".cache"})


def load_paths(paths: Iterable[str], suffixes: frozenset[str], excludes: tuple[str, ...], stdin: BinaryIO | None) -> Iterator[Resource | Unread]:
    """Load files, folders (recursively, files with one of the suffixes, in the order of their names) and `-`.

    A file that the user named is loaded whatever its name. excludes: .gitignore patterns, from the folder's root.
    """
    for path in paths:
        if path == "-":
            yield load_stdin(stdin)
        elif os.path.isdir(path):
            yield from _folder(path, suffixes, excludes)
        else:
            yield load_file(path)


def load_stdin(stdin: BinaryIO | None) -> Resource | Unread:
    """Standard input, whole."""
    data = stdin.read(MAX_BYTES + 1) if stdin else b""
    if len(data) > MAX_BYTES:
        return Unread("-", "too-large", f"-: more than {MAX_BYTES} bytes on standard input; at most that are read")
    return Resource("-", data)


def load_file(path: str, location: str | None = None) -> Resource | Unread:
    """One file. A pipe or device is refused: it might never end."""
    location = location or path
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                return Unread(location, "not-a-file", f"{location}: neither a file nor a folder: pipe it in and give - instead")
            if status.st_size > MAX_BYTES:
                return Unread(location, "too-large", f"{location}: {status.st_size} bytes; at most {MAX_BYTES} are read")
            return Resource(location, file.read(MAX_BYTES + 1))
    except FileNotFoundError:
        return Unread(location, "not-found", f"{location}: no such file or folder: check the path")
    except PermissionError:
        return Unread(location, "not-allowed", f"{location}: may not be read: check its permissions")
    except (OSError, ValueError) as error:
        return Unread(location, "unreadable", f"{location}: cannot be read: {getattr(error, 'strerror', None) or error}")


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _folder(root: str, suffixes: frozenset[str], excludes: tuple[str, ...]) -> Iterator[Resource | Unread]:
    ignored = _matcher(root, excludes)
    found = 0
    for folder, folders, files in os.walk(root):
        relative = os.path.relpath(folder, root)
        prefix = "" if relative == "." else relative.replace(os.sep, "/") + "/"
        folders[:] = sorted(name for name in folders if name not in _NEVER and not ignored(f"{prefix}{name}/"))
        for name in sorted(files):
            if os.path.splitext(name)[1].lower() in suffixes and not ignored(prefix + name):
                found += 1
                yield load_file(os.path.join(folder, name))
    if not found:
        yield Unread(root, "empty-folder", f"{root}: no article in this folder (looked for {', '.join(sorted(suffixes))})")


def _matcher(root: str, excludes: tuple[str, ...]) -> Callable[[str], bool]:
    """Whether a path relative to root is excluded: by the folder's own .gitignore, or by what the user excludes."""
    patterns = list(excludes)
    ignore = os.path.join(root, ".gitignore")
    if os.path.isfile(ignore):
        with open(ignore, encoding="utf-8", errors="replace") as file:
            patterns = file.read().splitlines() + patterns
    if not patterns:
        return _nothing
    from pathspec import GitIgnoreSpec

    spec = GitIgnoreSpec.from_lines(patterns)
    return spec.match_file


def _nothing(_: str) -> bool:
    return False
