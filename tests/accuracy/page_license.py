"""Real pages: the licence of the page's text, as opposed to that of a photo, a map or a script on it.

Scored against the second reading of the labels, as the suite's own script does with `--adjudicated`.
"""

import gzip
import json
import re
from collections.abc import Iterator
from typing import Any

from .checker import SHARED, attribution_of
from .measure import YES, Answer, yes

FOLDER = SHARED / "suites" / "trafilatura-eval"
SET = "page-license"
_ID = re.compile(r"CC[ -]?(BY(?:[ -](?:NC|ND|SA))*|0|ZERO)(?:[ -](\d\.\d))?(?:[ -]([A-Z]{2,3}))?")


def answers() -> Iterator[Answer]:
    for line in (FOLDER / "pages.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        if row.get("licence_labelled") and row["adjudicated"]["scope"] != "ambiguous":
            yield from _page(row)


def _page(row: dict[str, Any]) -> Iterator[Answer]:
    _, said = attribution_of(gzip.decompress((FOLDER / row["file"]).read_bytes()), row["id"], row["url"])
    found = said.license
    match = _ID.match(found.id.upper()) if found else None
    label = row["adjudicated"]
    on_page = label["scope"] == "page"
    shown = "; ".join(f"[{each.zone} {each.scope}] {each.id}: {each.text[:120]!r} {each.href or ''}" for each in said.licenses)
    yield Answer(SET, "presence", row["id"], yes(on_page), yes(match), f"{label.get('spdx', label.get('note', ''))} {found.id if found else ''} | {shown}")
    if on_page and match:
        typed = match.group(1) == label["type"]
        dated = typed and label["version"] in (None, match.group(2))
        yield Answer(SET, "type", row["id"], YES, yes(typed), f"{label['spdx']} | {shown}")
        yield Answer(SET, "type and version", row["id"], YES, yes(dated), f"{label['spdx']} | {shown}")
        yield Answer(SET, "exact with port", row["id"], YES, yes(dated and match.group(3) == label["port"]), f"{label['spdx']} | {shown}")
