"""Texts with Creative Commons licences, and texts with other licences or words of them: which licences does a text state?

Short texts (`cc-notices`) and whole documents (`cc-documents`); scored as the suite scores its core cases, where a case of more
than one licence is right when all of them are found and nothing else.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from compliance.errors import ReadError

from .checker import SHARED, attribution_of
from .measure import YES, Answer, compare, yes

FOLDER = SHARED / "suites" / "scancode-cc-notices"
_LEFT_OUT = frozenset({"version-not-in-text", "low-relevance", "legal-code", "expected-failure", "negative-mentions-cc"})
_FORMATS = {"html": "html", "markdown": "md"}
_NO_PORT = re.compile(r"CC[A-Z0\-+]*?-\d\.\d")


def notices() -> Iterator[Answer]:
    return _cases("cc-notices", "cc_notice_cases.jsonl")


def documents() -> Iterator[Answer]:
    return _cases("cc-documents", "cc_doc_cases.jsonl")


def _cases(group: str, name: str) -> Iterator[Answer]:
    for line in (FOLDER / name).open(encoding="utf-8"):
        case = json.loads(line)
        if _LEFT_OUT.isdisjoint(case["flags"]):
            yield from _case(group, case)


def _case(group: str, case: dict[str, Any]) -> Iterator[Answer]:
    want = {each.upper().strip().replace("LICENSEREF-SCANCODE-", "") for each in case["expect"]["cc"]}
    got = stated(case["text"], _FORMATS.get(case["shape"], "txt"))
    want_bare, got_bare = {_bare(each) for each in want}, {_bare(each) for each in got}
    shown = f"{case['shape']} {sorted(want)} {sorted(got)}: {' '.join(case['text'].split())[:400]}"
    yield Answer(group, "presence", case["id"], yes(want), yes(got), shown)
    yield from compare(group, "id", case["id"], want_bare, got_bare, shown)
    yield Answer(group, "exact", case["id"], YES, yes(want_bare == got_bare), shown)
    yield Answer(group, "exact with port", case["id"], YES, yes(want == got), shown)


def stated(text: str, form: str) -> set[str]:
    """The Creative Commons licences of a text. A vague mention ("a Creative Commons licence") beside a full one tells no other licence."""
    try:
        _, said = attribution_of(text.encode(), f"case.{form}")
    except ReadError:
        return set()
    found = {mention.id.upper().removeprefix("LICENSEREF-") for mention in said.licenses}
    found = {each for each in found if each.startswith("CC") and each != "CC-UNSPECIFIED"}
    return {each for each in found if not any(other.startswith(each + "-") and other[len(each) + 1].isdigit() for other in found)}


def _bare(identity: str) -> str:
    """Without its port: `CC-BY-3.0-AT` gives `CC-BY-3.0`."""
    match = _NO_PORT.match(identity)
    return match.group() if match else identity
