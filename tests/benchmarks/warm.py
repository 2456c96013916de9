"""What a warm check of real pages costs against a bare lxml parse of the same bytes.

    python tests/benchmarks/warm.py FOLDER [--rounds 5]

FOLDER holds HTML pages. Bound and check run in turn, page by page, in one process; figures are CPU time. Prints the ratio
of the sums and the median of the ratios per page.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree

from compliance.attribution import Scanner, attribute
from compliance.model.resource import Resource
from compliance.pipeline import Line, Settings
from compliance.read import read
from compliance.terms import load_shelf


def bound(data: bytes) -> None:
    """Parse and take the text, both in C."""
    root = etree.fromstring(data, etree.HTMLParser(huge_tree=True))
    if root is not None:
        etree.tostring(root, method="text", encoding="utf-8")


def cpu(function: Callable[[Any], object], argument: object) -> float:
    start = time.process_time()
    function(argument)
    return time.process_time() - start


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--rounds", type=int, default=5)
    given = options.parse_args()
    pages = [path.read_bytes() for path in sorted(given.folder.glob("*.html"))]
    shelf = load_shelf()
    line = Line(shelf, Settings())
    scanner = Scanner(shelf.lexicon)
    steps: dict[str, Callable[[Any], object]] = {
        "bound": bound,
        "read": lambda data: read(Resource("page.html", data)),
        "attribute": lambda article: attribute(article, scanner),
        "check": lambda data: line.run([Resource("page.html", data)]),
    }
    best: dict[str, list[float]] = {name: [9.0] * len(pages) for name in steps}
    for _ in range(given.rounds):
        for index, data in enumerate(pages):
            (article,) = read(Resource("page.html", data))
            for name, step in steps.items():
                best[name][index] = min(best[name][index], cpu(step, article if name == "attribute" else data))
    total = {name: sum(times) for name, times in best.items()}
    print(f"{len(pages)} pages, {sum(map(len, pages)) / 1e6:.1f} MB, best of {given.rounds} rounds")
    for name in steps:
        ratios = [time_ / bound_ for time_, bound_ in zip(best[name], best["bound"], strict=True)]
        each, ratio = total[name] * 1000 / len(pages), total[name] / total["bound"]
        print(f"{name:10} {each:7.2f} ms a page   {ratio:5.2f} x bound   median page {statistics.median(ratios):5.2f} x")


if __name__ == "__main__":
    main()
