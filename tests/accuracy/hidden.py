"""What a reader really sees: generated pages that hide a credit or seem to, and what a browser shows of them.

The pages of seed 1 are judged by the browser's own answers. Other seeds and formats, which no browser was asked about, are
judged by what their maker says. A fact that the maker calls ambiguous is none. `yes` is what stands before a reader's eyes: a
credit that our checker finds outside the article is seen, and fails for its place; a notice in another name is not the one.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from compliance.errors import ReadError
from compliance.model.article import Article
from compliance.model.outcome import Obligation
from compliance.model.report import ArticleReport
from compliance.model.resource import Resource
from compliance.model.terms import Publisher, Requirement, Terms
from compliance.pipeline import Line, Settings
from compliance.read import read
from compliance.read.encoding import decode

from .checker import SHARED, shelf
from .measure import REVIEW, Answer, yes

FOLDER = SHARED / "hostile"
SET = "hidden"
COPY = "https://syndicator.test/p/1"
FAMILIES = ("spoof", "html-encoding", "spoof-feed", "markdown")
KINDS = {"credit": "source-credit", "link": "original-link", "notice": "copyright-notice"}
_SEEN = frozenset({"outside-article", "in-aside", "screen-only", "bare-name"})
"""Reasons that say: it is on the screen, but..."""
_NOT_SEEN = frozenset({"other-holder", "similar-name", "lookalike-name", "redirector"})
"""Reasons that say: what is on the screen is somebody else's."""
_OUTCOMES = {"pass": "yes", "fail": "no", "untested": "no", "review": REVIEW}


def answers() -> Iterator[Answer]:
    browser = {row["file"]: row["browser"] for row in map(json.loads, (FOLDER / "browser_truth.seed1.jsonl").open(encoding="utf-8"))}
    for seed in ("1", "2", "3"):
        for row, data in generated(seed, FAMILIES, "all"):
            shown = browser.get(row["file"]) if seed == "1" else None
            yield from _facts(row, data, shown, f"{row['file']}@{seed}")


@cache
def folder() -> tempfile.TemporaryDirectory[str]:
    """Where the generated files lie until the measurement ends."""
    return tempfile.TemporaryDirectory(prefix="accuracy-")


def generated(seed: str, families: tuple[str, ...], part: str) -> Iterator[tuple[dict[str, Any], bytes]]:
    """The generator's files of these families with their lines of the manifest."""
    out = Path(folder().name, f"{seed}-{part}-{'-'.join(families)}")
    if not out.exists():
        command = [sys.executable, str(FOLDER / "gen_hostile.py"), str(out), "--seed", seed, "--part", part, "--families", ",".join(families)]
        subprocess.run(command, check=True, capture_output=True)
    for line in (out / "manifest.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        yield row, (out / row["file"]).read_bytes()


@cache
def line() -> Line:
    """Judges by the licence of rule.yaml: the publisher's name, a link to its article, its notice."""
    publisher = Publisher("The Example Wire", (), (), ("examplewire.test",), ("en",))
    demands = tuple(Requirement(f"example-wire/{kind}", kind, Obligation.MUST, "", ()) for kind in KINDS.values())
    terms = Terms("example-wire", "The Example Wire", "reviewed", publisher, None, None, None, "", None, demands, (), "")
    return Line(shelf(), Settings(terms=terms, original="https://examplewire.test/a/12345"))


def _facts(row: dict[str, Any], data: bytes, browser: dict[str, Any] | None, identity: str) -> Iterator[Answer]:
    try:
        article: Article | None = read(Resource(row["file"], data, COPY))[0]
    except (ReadError, IndexError):
        article = None
    report = line().judge(article) if article else None
    for fact, kind in KINDS.items():
        expected = row["expect"].get(fact)
        if expected in (None, "ambiguous"):
            continue
        want = browser[fact][0] if browser else expected
        label = fact if browser else f"{fact} ({row['family']}, by its maker)"
        got, why = _seen(report, kind)
        yield Answer(SET, label, identity, yes(want in ("present", "good")), got, why)
    if browser:
        yield from _charset(row, data, browser["charset"], identity)


def _seen(report: ArticleReport | None, kind: str) -> tuple[str, str]:
    if report is None:
        return "no", "could not be read"
    finding = next((each for each in report.findings if each.kind == kind), None)
    if finding is None:
        return "no", report.note or ""
    got = "yes" if finding.reason in _SEEN else "no" if finding.reason in _NOT_SEEN else _OUTCOMES[finding.outcome]
    return got, f"{finding.outcome} {finding.reason}: {'; '.join(f'[{each.zone}] {each.text[:80]} {each.href or str()}' for each in finding.evidence)}"


def _charset(row: dict[str, Any], data: bytes, charset: str, identity: str) -> Iterator[Answer]:
    """Whether the text is the one that the browser's encoding makes of the bytes. A browser's guess at bytes that declare nothing is no truth."""
    import webencodings

    declared = re.search(rb"charset=([\w-]+)", data[:1024])
    name = declared.group(1).decode() if declared else ""
    if not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) and webencodings.lookup(name) is None and charset != "UTF-8":
        return
    try:
        text = decode(data, None, row["file"])
    except ReadError as error:
        yield Answer(SET, "charset", identity, "yes", yes(charset == "replacement"), f"{charset}: {error}")
        return
    shown = "\ufffd" if charset == "replacement" else webencodings.decode(data, webencodings.lookup(charset) or "utf-8")[0]
    yield Answer(SET, "charset", identity, "yes", yes(text.lstrip("\ufeff") == shown.lstrip("\ufeff")), f"{charset}: {shown[:60]!r}, got {text[:60]!r}")
