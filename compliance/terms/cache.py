"""Rules as they were read, kept like compiled Python: `__pycache__/rules.bin` beside the bundled rules.

What they were read from decides whether they still hold: every rule file, and the code that reads them. Names, sizes, times
and inodes that are the same need no further look; else the contents decide. Files that changed in the last seconds before the
rules were kept are always looked into, for a clock may be too coarse to tell. A file that is cut short, damaged, of another version,
of another user or open to others' writing is no kept file. Reading the rules again gives the same; where the folder cannot be written,
or Python is told to write no bytecode, nothing is kept. For further folders of rules a file of their own is kept, beside the bundled
rules too: nothing that lies in a stranger's folder is believed.
"""

import marshal
import os
import stat
import sys
import zlib
from typing import Any, NamedTuple

from compliance.model.lexicon import Lexicon
from compliance.terms.folders import rule_files, state_of
from compliance.terms.index import Index
from compliance.terms.kept import KeptTerms, plain
from compliance.version import VERSION

_HEAD = f"compliance rules {VERSION} {sys.hexversion:x}\n".encode()
_SUM = 4  # bytes of the checksum behind the head
_COARSE = 2_000_000_000  # nanoseconds that a file system's clock may be coarse
_MOST = 8  # kept files of further folders
_HOUR = 3600
_READERS = ("terms", "requirements", "weighing", "model", "text")
"""The folders of code that decide what comes of a rule file."""


class Sources(NamedTuple):
    """What rules are read from. states: of every file, by its name. paths: in the same order. sound: whether the folders could be looked through."""

    own: str
    folders: tuple[str, ...]
    states: tuple[tuple[str, tuple[int, ...]], ...]
    paths: tuple[str, ...]
    sound: bool


class Kept(NamedTuple):
    """All that the shelf is made of."""

    terms: KeptTerms
    lexicon: Lexicon
    digest: str
    notes: tuple[str, ...]
    places: Index


def sources(own: str, folders: tuple[str, ...]) -> Sources:
    """What the rules of these folders are read from."""
    mistakes: list[str] = []
    found = [(file.path, file.path, file.state) for file in rule_files(own, mistakes, own=True)]
    for folder in folders:
        found += [(f"{folder}\0{os.path.abspath(folder)}\0{file.name}", file.path, file.state) for file in rule_files(folder, mistakes, own=False)]
    code = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for name in _READERS:
        with os.scandir(os.path.join(code, name)) as entries:
            found += sorted((entry.path, entry.path, state_of(entry.stat())) for entry in entries if entry.name.endswith(".py"))
    return Sources(own, folders, tuple([(name, state) for name, _, state in found]), tuple([path for _, path, _ in found]), not mistakes)


def content(made_of: Sources) -> str:
    """The digest of names and contents; `` when a file cannot be read."""
    import hashlib

    total = hashlib.sha256()
    try:
        for (name, _), path in zip(made_of.states, made_of.paths, strict=True):
            with open(path, "rb", opener=_without_waiting) as file:
                total.update(f"{name}\0".encode("utf-8", "surrogateescape") + hashlib.sha256(file.read()).digest())
    except OSError:
        return ""
    return total.hexdigest()


def recall(made_of: Sources) -> Kept | None:
    """The kept rules, None when there are none that hold."""
    if not made_of.sound:
        return None
    path = _path(made_of)
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            status = os.fstat(file.fileno())
            data = file.read() if _is_ours(status, made_of.own) else b""
        start = len(_HEAD) + _SUM
        if not data.startswith(_HEAD) or zlib.crc32(data[start:]).to_bytes(_SUM) != data[len(_HEAD) : start]:
            return None
        states, digest_, *rest = marshal.loads(data[start:])  # noqa: S302 - our own file, like bytecode
        newest = max(max(state[1:3], default=0) for _, state in made_of.states)
        if states != made_of.states or newest > status.st_mtime_ns - _COARSE:
            if not digest_ or content(made_of) != digest_:
                return None
            _write(made_of, (made_of.states, digest_, *rest))
        bodies, statuses, lexicon, rules_digest, notes, index = rest
        return Kept(KeptTerms(bodies, statuses, {}), Lexicon(*lexicon), rules_digest, notes, Index(*index))
    except (OSError, ValueError, EOFError, TypeError):
        return None


def keep(made_of: Sources, before: str, kept: Kept) -> None:
    """Keep rules for the next start. before: the contents before they were read; what changed meanwhile is not kept."""
    if made_of.sound and before and content(made_of) == before:
        bodies, statuses = kept.terms.frozen()
        _write(made_of, (made_of.states, before, bodies, statuses, plain(kept.lexicon), kept.digest, kept.notes, tuple(kept.places)))


def _write(made_of: Sources, kept: tuple[Any, ...]) -> None:
    """Written beside and moved into place, so that no half file is ever read."""
    if sys.dont_write_bytecode:
        return
    path = _path(made_of)
    temporary = f"{path}.{os.getpid()}-{os.urandom(4).hex()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        data = marshal.dumps(kept)
        with open(temporary, "xb", opener=_for_us) as file:
            file.write(_HEAD + zlib.crc32(data).to_bytes(_SUM) + data)
        os.replace(temporary, path)
        _tidy(os.path.dirname(path))
    except OSError:
        _remove(temporary)


def _tidy(folder: str) -> None:
    """Remove what broken starts left behind, and the oldest files of further folders."""
    import time

    with os.scandir(folder) as entries:
        found = sorted((entry.stat().st_mtime, entry.path) for entry in entries if entry.name.startswith("rules") and entry.is_file())
    further = [path for _, path in found if os.path.basename(path).startswith("rules-") and path.endswith(".bin")]
    broken = [path for changed, path in found if not path.endswith(".bin") and ".bin." in path and changed < time.time() - _HOUR]
    for path in (*further[:-_MOST], *broken):
        _remove(path)


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def _path(made_of: Sources) -> str:
    which = f"-{zlib.crc32(repr([(each, os.path.abspath(each)) for each in made_of.folders]).encode()):08x}" if made_of.folders else ""
    return os.path.join(made_of.own, "__pycache__", f"rules{which}.bin")


def _is_ours(status: os.stat_result, own: str) -> bool:
    """A plain file that only this user, the owner of the rules or the administrator can have written."""
    if not stat.S_ISREG(status.st_mode):
        return False
    if not hasattr(os, "geteuid"):
        return True
    return not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH) and status.st_uid in (os.geteuid(), 0, os.stat(own).st_uid)


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _for_us(path: str, flags: int) -> int:
    return os.open(path, flags, 0o644)
