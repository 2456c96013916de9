"""`python -m tests.accuracy [SET ...] [--show FAULT-OR-LABEL] [--check] [--raise]`: the table, the disagreements, the floors."""

import argparse
import sys
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

from . import authors, copyright_statements, corpus, creative_commons, formats, hidden, originals, page_license, robust, structured, wordpress, zones
from .checker import SHARED
from .measure import Answer, Row, rows

SETS: dict[str, Callable[[], Iterable[Answer]]] = {
    "corpus": corpus.answers,
    "unseen": corpus.unseen,
    "originals": originals.answers,
    "formats": formats.answers,
    "zones": zones.answers,
    "cc-notices": creative_commons.notices,
    "cc-documents": creative_commons.documents,
    "page-license": page_license.answers,
    "copyright-documents": copyright_statements.documents,
    "copyright-lines": copyright_statements.lines,
    "news-copyright-lines": copyright_statements.news_lines,
    "authors": authors.answers,
    "structured-data": structured.answers,
    "hidden": hidden.answers,
    "wordpress-republication": wordpress.answers,
    "robust": robust.answers,
}
FLOORS = Path(__file__).with_name("floors.toml")
SHARES = ("share", "balanced", "precision", "recall", "f1")
COUNTS = ("false_pass", "false_accusation")


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m tests.accuracy", description="How often the checker agrees with people, a row per set and label.")
    options.add_argument("sets", nargs="*", metavar="SET", help=f"one of {', '.join(SETS)}; all when none is given")
    options.add_argument(
        "--show", metavar="WHAT", help="list the disagreements: a fault (false-pass, false-accusation, review, other) or a label (corpus/byline)"
    )
    options.add_argument("--check", action="store_true", help="fail when a figure is below its floor in floors.toml")
    options.add_argument("--raise", dest="lift", action="store_true", help="raise the floors to the figures reached; a floor never falls")
    given = options.parse_args()
    if unknown := set(given.sets) - set(SETS):
        options.error(f"no such set: {', '.join(sorted(unknown))}")
    if not SHARED.is_dir():
        print(f"accuracy not measured: the labelled documents are not here ({SHARED.name}/ beside the checkout)")
        return 0
    answers = [answer for name, ask in SETS.items() if not given.sets or name in given.sets for answer in ask()]
    table = rows(answers)
    _print(table)
    if given.show:
        _show(answers, given.show)
    if given.lift:
        _lift(table)
    return _broken(table, whole=not given.sets) if given.check else 0


def _print(table: list[Row]) -> None:
    print(f"{'':38}{'n':>6}{'share':>8}{'balanced':>10}{'P':>8}{'R':>8}{'F1':>8}{'false pass':>12}{'false acc.':>12}{'review':>8}")
    for row in table:
        shares = f"{row.share:8.3f}{row.balanced:10.3f}{row.precision:8.3f}{row.recall:8.3f}{row.f1:8.3f}"
        print(f"{row.name:38}{row.n:6}{shares}{row.false_pass:12}{row.false_accusation:12}{row.review:8}")


def _show(answers: list[Answer], what: str) -> None:
    for answer in answers:
        if answer.fault and what in (answer.fault, answer.label, answer.group, f"{answer.group}/{answer.label}"):
            print(f"{answer.fault:17} {answer.group}/{answer.label} {answer.id}: want {answer.want}, got {answer.got}\n    {answer.evidence[:600]}")


def _lift(table: list[Row]) -> None:
    floors = tomllib.loads(FLOORS.read_text("utf-8"))
    for row in table:
        figures = floors.setdefault(row.name, {})
        figures.update({name: max(figures.get(name, 0.0), int(getattr(row, name) * 1000) / 1000) for name in SHARES})
        figures.update({name: min(figures.get(name, 10**9), getattr(row, name)) for name in COUNTS})
    lines = ["# What has been reached. A figure below its floor fails the build; `python -m tests.accuracy --raise` lifts them."]
    for name, figures in floors.items():
        lines += ["", f'["{name}"]', *(f"{key} = {value}" for key, value in figures.items())]
    FLOORS.write_text("\n".join(lines) + "\n", "utf-8")


def _broken(table: list[Row], *, whole: bool) -> int:
    """1 when a figure is below its floor. whole: all sets were asked, so that a floor without a figure is a fault too."""
    floors = tomllib.loads(FLOORS.read_text("utf-8"))
    missing = floors.keys() - {row.name for row in table} if whole else ()
    faults = [f"{name}: has a floor and was not measured" for name in sorted(missing)]
    for row in table:
        figures = floors.get(row.name, {})
        faults += [
            f"{row.name}: {name} {getattr(row, name):.4f} is below its floor {figures[name]}" for name in SHARES if getattr(row, name) < figures.get(name, 0)
        ]
        faults += [
            f"{row.name}: {getattr(row, name)} {name}, at most {figures[name]}" for name in COUNTS if name in figures and getattr(row, name) > figures[name]
        ]
    print("\n".join(faults) or "every figure stands at its floor or above")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
