"""The user's record of permissions, `permissions.toml`: who allowed what, for where and when, and where the letter is."""

import datetime
from typing import Any

from compliance.errors import ConfigError, near
from compliance.model.permission import Permission
from compliance.requirements import KINDS
from compliance.terms.documents import Document, read_file
from compliance.terms.mistakes import Mistakes, is_a, texts
from compliance.terms.shapes import MEDIA
from compliance.text.urls import host_of, resolve
from compliance.weighing.uses import USES

_KEYS: dict[str, type | tuple[type, ...]] = {
    "publisher": str, "grants": list, "hosts": list, "media": list, "articles": list, "from": datetime.date, "until": datetime.date,
    "granted_by": str, "letter": str, "note": str,
}  # fmt: skip


def read_permissions(path: str) -> tuple[Permission, ...]:
    """The records of one file. Raises ConfigError with every mistake."""
    found: list[str] = []
    document = read_file(path, path, found)
    records = _records(document, found) if document else ()
    if found:
        raise ConfigError("\n".join(found))
    return records


def permissions_from(tables: Any, name: str) -> tuple[Permission, ...]:
    """Records from `[[permission]]` tables already read. Raises ConfigError with every mistake. name: how evidence calls the place."""
    found: list[str] = []
    records = _records(Document(name, "", {"permission": tables}), found)
    if found:
        raise ConfigError("\n".join(found))
    return records


def _records(document: Document, found: list[str]) -> tuple[Permission, ...]:
    mistakes = Mistakes(document, found)
    mistakes.keys(document.data, {"permission": list}, "", 0)
    tables = document.data.get("permission", [])
    if not tables:
        mistakes.wrong("", 0, "", "no record: write each permission as [[permission]]")
    return tuple(_record(table, index, document.name, mistakes) for index, table in enumerate(tables) if isinstance(table, dict))


def _record(table: dict[str, Any], index: int, name: str, mistakes: Mistakes) -> Permission:
    mistakes.keys(table, _KEYS, "permission", index)
    mistakes.present(table, "publisher", "permission", index, "whose permission is it? Give the id of the terms, the publisher's name or its domain")
    if not (table.get("granted_by") or table.get("letter")):
        mistakes.wrong("permission", index, "", "say who granted it (granted_by), or where the letter is (letter)")
    for key in ("grants", "hosts", "media", "articles"):
        if key in table and not texts(table[key]):
            mistakes.wrong("permission", index, key, f"{key}: every entry is a text in quotes")
    for word in table.get("grants", ()) if texts(table.get("grants")) else ():
        if word not in KINDS and word not in USES:
            mistakes.wrong("permission", index, "grants", f"grants “{word}”{near(word, [*KINDS, *USES])}; allowed: a kind of demand, or a use")
    for word in table.get("media", ()):
        if word not in MEDIA:
            mistakes.wrong("permission", index, "media", f"medium “{word}”{near(str(word), MEDIA)}; allowed: {', '.join(MEDIA)}")
    lists = {key: tuple(str(item) for item in table.get(key, ()) if isinstance(table.get(key), list)) for key in ("grants", "hosts", "media", "articles")}
    for address in lists["articles"]:
        if _address(address) is None:
            mistakes.wrong("permission", index, "articles", f"articles “{address}”: give the original's whole address, as https://gazette.example/story")
    days = {key: table[key].isoformat() if is_a(table.get(key), datetime.date) else "" for key in ("from", "until")}
    if days["from"] and days["until"] and days["from"] > days["until"]:
        mistakes.wrong("permission", index, "until", f"until {days['until']} is before from {days['from']}")
    return Permission(
        publisher=_host(str(table.get("publisher"))) if "." in str(table.get("publisher")) else str(table.get("publisher")).strip(),
        grants=lists["grants"] or ("permission",),
        hosts=tuple(map(_host, lists["hosts"])),
        media=lists["media"],
        articles=tuple(filter(None, map(_address, lists["articles"]))),
        since=days["from"],
        until=days["until"],
        granted_by=str(table.get("granted_by", "")),
        letter=str(table.get("letter", "")),
        note=str(table.get("note", "")),
        place=f"{name}:{mistakes.line('permission', index)}",
    )


def _address(written: str) -> str | None:
    """An address, with its scheme or without."""
    return resolve(written) or (resolve(f"https://{written}") if "." in written and " " not in written else None)


def _host(written: str) -> str:
    """A host, written by itself or as an address; a name with a point in it stays as it is."""
    return (host_of(_address(written) or "") or written).removeprefix("www.") if " " not in written.strip() else written.strip()
