"""A rule file's record of a reading: the day, and the digest of the text, put in without touching anything else in the file."""

import datetime
import os
import re
import shutil
import tomllib

from compliance.errors import RulesError
from compliance.terms.lines import line_table

_READ_ON = re.compile(r"(\s*read_on\s*=\s*)\d{4}-\d\d-\d\d(?!\d)(.*)", re.DOTALL)
_DIGEST = re.compile(r"(\s*digest\s*=\s*)(?:\"[^\"\\]*\"|'[^']*')(.*)", re.DOTALL)


def write_reading(path: str, digest: str, day: str) -> None:
    """Put digest and day (ISO) into a rule file. Raises RulesError when it cannot be done without touching more."""
    try:
        with open(path, "rb") as file:
            before = file.read()
    except OSError as error:
        raise RulesError((f"{path}: cannot be read: {error.strerror}",)) from None
    after = with_reading(before, digest, day)
    if after is None:
        raise RulesError((f'{path}: not written as this program writes it: put it in yourself: read_on = {day}, digest = "{digest}"',))
    real = os.path.realpath(path)
    temporary = f"{real}.{os.getpid()}"
    try:
        with open(temporary, "xb") as file:
            file.write(after)
        shutil.copymode(real, temporary)
        os.replace(temporary, real)
    except OSError as error:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise RulesError((f"{path}: cannot be written: {error.strerror}",)) from None


def with_reading(before: bytes, digest: str, day: str) -> bytes | None:
    """A rule file with another reading, every other byte as it was; None when that cannot be done."""
    try:
        text = before.decode("utf-8")
        wanted = tomllib.loads(text.removeprefix("\ufeff"))
        wanted["terms"] |= {"read_on": datetime.date.fromisoformat(day), "digest": digest}
    except (ValueError, KeyError, TypeError):
        return None
    lines = text.split("\n")
    places = line_table("\n".join(lines).replace("\r\n", "\n").removeprefix("\ufeff"))
    at = places.get(("terms", 0, "read_on"))
    found = _READ_ON.fullmatch(lines[at - 1]) if at else None
    if at is None or found is None:
        return None
    lines[at - 1] = found.group(1) + day + found.group(2)
    old = places.get(("terms", 0, "digest"))
    if old is not None:
        told = _DIGEST.fullmatch(lines[old - 1])
        if told is None:
            return None
        lines[old - 1] = f'{told.group(1)}"{digest}"{told.group(2)}'
    else:
        indent = lines[at - 1][: len(lines[at - 1]) - len(lines[at - 1].lstrip())]
        ending = "\r" if lines[at - 1].endswith("\r") else ""
        lines.insert(at, f'{indent}digest = "{digest}"{ending}')
    after = "\n".join(lines)
    try:
        return after.encode("utf-8") if tomllib.loads(after.removeprefix("\ufeff")) == wanted else None
    except ValueError:
        return None
