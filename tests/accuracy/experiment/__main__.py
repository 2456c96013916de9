"""`python -m tests.accuracy.experiment train | measure [--documents DIR]`: what was learned, and how right it is."""

import argparse
import sys
from pathlib import Path

from .data import samples
from .measure import measure
from .train import border_of, by_group, held_out, told


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m tests.accuracy.experiment", description="A trained classifier for credits, beside the phrases.")
    options.add_argument("what", choices=("train", "measure"), help="train: figures of held out invented pages; measure: on labelled documents")
    options.add_argument("--documents", type=Path, metavar="DIR", help="another folder with labels.jsonl and files/")
    given = options.parse_args()
    if given.what == "measure":
        measure(given.documents)
    else:
        _train()
    return 0


def _train() -> None:
    pages = told(samples())
    scored = held_out(pages, by_group)
    border = border_of(scored)
    lines = [label for page in pages for label in page.labels if label is not None]
    print(f"{len(pages)} invented pages, {len(lines)} lines, {sum(lines)} of them credits; border {border:.3f}")
    for area in sorted({page.name.partition("/")[0] for page in pages}):
        said = [(page.credited, max(chances, default=0.0) >= border) for page, chances in scored if page.name.startswith(area + "/")]
        right, copies = sum(wanted and found for wanted, found in said), sum(wanted for wanted, _ in said)
        wrong = sum(found and not wanted for wanted, found in said)
        print(f"  {area:14}{len(said):5} pages held out: {right} of {copies} copies found, {wrong} others taken for one")


if __name__ == "__main__":
    sys.exit(main())
