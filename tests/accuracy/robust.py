"""No input brings the line down or keeps it busy: every page, feed and text of all sets, broken and hostile ones above all.

An error that nobody caught, or more than ten seconds of CPU time for one input, is a wrong answer.
"""

import base64
import gzip
import json
import signal
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context
from types import FrameType
from typing import NamedTuple

from compliance.model.resource import Resource
from compliance.pipeline import Line, Settings

from .checker import SHARED, shelf
from .hidden import generated
from .measure import Answer

SET = "robust"
SUITES = SHARED / "suites"
FOLDERS = (
    "feedparser-feeds/files", "feedvalidator/files", "structured-data/files", "trafilatura-eval/html", "article-extraction-benchmark/html", "bad-input/warc",
)  # fmt: skip
FAMILIES = ("spoof", "spoof-feed", "html", "html-encoding", "xml", "jsonfeed", "markdown", "warc")
_SECONDS = 10.0
_TEXTS = {"html": "html", "jsonld": "html", "microdata": "html", "rdfa": "html", "markdown": "md", "text": "txt"}
"""Fields of the suites' lines that hold a document, with the ending of its name."""


class _Input(NamedTuple):
    label: str
    name: str
    data: bytes


class TooLongError(Exception):
    """Ten seconds are over."""


def answers() -> Iterator[Answer]:
    with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
        waiting = [(given.label, given.name, pool.submit(_run, given.name, given.data)) for given in _inputs()]
        for label, name, future in waiting:
            try:
                got = future.result()
            except BrokenProcessPool:
                got = "crash: the process died"
            yield Answer(SET, label, name, "fine", got.partition(":")[0], got, passing="fine")


def _inputs() -> Iterator[_Input]:
    for folder in FOLDERS:
        for path in sorted((SUITES / folder).rglob("*")):
            if path.is_file():
                data = path.read_bytes()
                packed = path.suffix == ".gz" and folder.endswith("html")
                yield _Input(folder.partition("/")[0], path.stem if packed else path.name, gzip.decompress(data) if packed else data)
    for path in sorted(SUITES.rglob("*.jsonl")):
        for number, line in enumerate(path.open(encoding="utf-8"), 1):
            row = json.loads(line)
            label = path.relative_to(SUITES).parts[0]
            if "data_b64" in row:
                yield _Input(label, f"{path.stem}-{number}.{'json' if path.parent.name == 'json' else 'html'}", base64.b64decode(row["data_b64"]))
            for field, ending in _TEXTS.items():
                if isinstance(row.get(field), str):
                    yield _Input(label, f"{path.stem}-{number}-{field}.{ending}", row[field].encode("utf-8", "surrogatepass"))
    for row, data in generated("1", FAMILIES, "all"):
        yield _Input(row["family"], row["file"], data)


@cache
def _line() -> Line:
    return Line(shelf(), Settings())


def _run(name: str, data: bytes) -> str:
    """`fine`, `crash: what`, `hang: how long`: what the whole line made of one input."""
    signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS)
    began = time.process_time()
    try:
        _line().run([Resource(name, data)])
    except TooLongError:
        return f"hang: more than {_SECONDS:.0f} s"
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        return f"crash: {type(error).__name__}: {error}"[:300] + f" ({where.filename}:{where.lineno})"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    spent = time.process_time() - began
    return "fine" if spent <= _SECONDS else f"hang: {spent:.1f} s"


def _stop(number: int, frame: FrameType | None) -> None:
    raise TooLongError
