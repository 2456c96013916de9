"""On which line of a TOML file a key stands. The standard library's parser does not tell."""

import re

_TABLE = re.compile(r"^\s*(\[\[?)\s*([\w.\"-]+)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*(\"[^\"]+\"|[\w-]+)\s*=")


def line_table(source: str) -> dict[tuple[str, int, str], int]:
    """(table, index, key) to line. The top level is table ""; index counts `[[tables]]` of one name from 0; key "" is the header."""
    found: dict[tuple[str, int, str], int] = {("", 0, ""): 1}
    counts: dict[str, int] = {}
    table, index = "", 0
    for number, line in enumerate(source.split("\n"), 1):
        header = _TABLE.match(line)
        if header:
            table = header.group(2)
            index = counts.get(table, -1) + 1 if header.group(1) == "[[" else 0
            counts[table] = index
            found.setdefault((table, index, ""), number)
            continue
        key = _KEY.match(line)
        if key:
            found.setdefault((table, index, key.group(1).strip('"')), number)
    return found
