"""A resource: the bytes that were loaded, and what their carrier said of them."""

from typing import NamedTuple


class Resource(NamedTuple):
    """Bytes and their circumstances.

    location: what the user named, or the path found in a folder; reports show it.
    data: the bytes as they came, nothing decoded.
    url: the address the bytes came from after redirects; None for files.
    media_type: what the server said, lower case, without parameters; None when nobody said.
    charset: the encoding label the server declared; None when it did not.
    """

    location: str
    data: bytes
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None


class Unread(NamedTuple):
    """Something that could not be loaded or read: a result, not the end of the run.

    reason: a stable key (`not-found`, `binary`, `http-status`, ...); message: what, where, what to do.
    """

    location: str
    reason: str
    message: str
