"""A permission that a publisher gave: a record of `permissions.toml`."""

from typing import NamedTuple


class Permission(NamedTuple):
    """Who allowed what, for where and when. Empty tuples and texts set no limit.

    publisher: id of the terms, or the publisher's name or domain. grants: kinds of demands that it meets, or uses.
    hosts, media: where the copy may stand. articles: addresses of the originals. since, until: ISO dates, both inclusive.
    place: file and line of the record.
    """

    publisher: str
    grants: tuple[str, ...]
    hosts: tuple[str, ...]
    media: tuple[str, ...]
    articles: tuple[str, ...]
    since: str
    until: str
    granted_by: str
    letter: str
    note: str
    place: str

    @property
    def words(self) -> str:
        """The record as evidence."""
        told = [f"granted by {self.granted_by}" if self.granted_by else "", f"letter {self.letter}" if self.letter else "", self.note]
        dates = f"{self.since or '…'} to {self.until or '…'}" if self.since or self.until else ""
        return f"{self.place}: " + "; ".join(each for each in (*told, dates) if each)
