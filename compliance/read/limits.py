"""What is not handed to a parser: a tag that would keep it busy for minutes."""

import re

_MAX_TAG = 65536  # bytes of one tag: libxml2 and expat need quadratic time for its attributes (277 kB: 4 s)
_MAX_ATTRIBUTES = 1000
_LONG_TAG = re.compile(rb"<[A-Za-z][^>]{%d}[^>]*" % _MAX_TAG)


def oversized_tag(data: bytes) -> str | None:
    """Why bytes of markup are not parsed at all; None when they may be."""
    for match in _LONG_TAG.finditer(data):
        if match.group().count(b"=") > _MAX_ATTRIBUTES:
            return f"one tag has more than {_MAX_ATTRIBUTES} attributes"
    return None
