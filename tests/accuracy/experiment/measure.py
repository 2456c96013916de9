"""The classifier against the phrases: on labelled documents that nobody here wrote, and on invented lines in languages it has not seen."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from compliance.errors import ReadError
from compliance.model.report import ArticleReport
from compliance.model.resource import Resource
from compliance.read import read

from ..checker import SHARED, attribution_of, check  # noqa: TID252
from ..measure import Answer, Row, rows, yes  # noqa: TID252
from ..originals import STATED, SUITES  # noqa: TID252
from .blocks import Line, features_of, lines_of
from .data import Sample, invented_rows, page_of, row_lines, samples
from .train import Trained, held_out, told, train

CORPUS = SHARED / "corpus"
LANGUAGE_FOLDS = 8
DESIGNS = ("phrases", "classifier", "either", "classifier where phrases find nothing")
BORDERS = (0.7, 0.8, 0.9, 0.95)
"""Stricter borders, to show what they would change; none of them was chosen."""

_ALIKE = 0.6  # of the letters of the shorter one of two texts that stand in the other
_MARKUP = re.compile(r"^[^<>]*\">|<[^>]*>|<[^>]*$|\]\([^)]*\)?|\]\[\d+\]|https?://\S+")


class Seen(NamedTuple):
    """A document. quote: where people saw the source named. phrases, line: the checker's answer, and the block it rests on.

    chance, top: the classifier's best line, and its block. seconds: what the checker took, and reading with the classifier.
    """

    id: str
    republished: bool
    quote: str | None
    phrases: bool
    line: str | None
    chance: float
    top: str | None
    seconds: tuple[float, float]


def measure(documents: Path | None = None) -> None:
    """Print all tables."""
    trained = train()
    print(f"border {trained.border:.3f}, fixed on the invented pages\n")
    for folder in (CORPUS, *((documents,) if documents else ())):
        if (folder / "labels.jsonl").is_file():
            _print_documents(folder.name, list(seen(folder, trained)), trained.border)
        else:
            print(f"{folder.name}: no labels.jsonl here, not measured\n")
    _print_ordinary(trained)
    answers = list(languages(trained.border))
    _print("invented lines, their languages held out", rows(answers))
    taken = Counter(answer.id.partition("/")[0] for answer in answers if answer.label == "classifier" and answer.fault == "false-pass")
    print("taken for a credit by the classifier: " + ", ".join(f"{count} {kind}" for kind, count in taken.most_common()))


def seen(folder: Path, trained: Trained) -> Iterator[Seen]:
    """Each labelled document of a folder, as both designs see it."""
    for written in (folder / "labels.jsonl").read_text("utf-8").splitlines():
        row = json.loads(written)
        path = next(iter(sorted((folder / "files").glob(row["id"] + ".*"))), folder / "files" / Path(row.get("file") or row["id"]).name)
        if row.get("republished") is None or not path.is_file():
            continue
        data = path.read_bytes()
        begin = perf_counter()
        report = check(data, path.name)
        middle = perf_counter()
        chance, top = best_line(data, path.name, trained)
        end = perf_counter()
        quote = (row.get("evidence") or {}).get("source_named") if row["republished"] else None
        copy = report is not None and report.outcome not in ("out-of-scope", "error")
        yield Seen(
            row["id"],
            row["republished"],
            quote["quote"] if quote else None,
            copy,
            _decisive(report, data, path.name) if report and copy else None,
            chance,
            top,
            (middle - begin, end - middle),
        )


def best_line(data: bytes, name: str, trained: Trained, url: str | None = None) -> tuple[float, str | None]:
    """How likely the likeliest line of a document is a credit, and the block it stands in."""
    try:
        article = read(Resource(name, data, url))[0]
    except ReadError:
        return 0.0, None
    lines = lines_of(article)
    scored = [(trained.model.probability(features), line.block) for features, line in zip(features_of(article, lines), lines, strict=True)]
    if not scored:
        return 0.0, None
    chance, block = max(scored, key=lambda each: each[0])
    return chance, article.text[block.start : block.end]


def _decisive(report: ArticleReport, data: bytes, name: str) -> str | None:
    """The block of the credit that the checker shows for the source, else of its first credit that counts."""
    article, said = attribution_of(data, name)
    shown = {evidence.text for finding in report.findings if finding.kind == "source-credit" for evidence in finding.evidence}
    counting = [credit for credit in said.credits if credit.counts]
    credit = next((credit for credit in counting if credit.text in shown), counting[0] if counting else None)
    blocks = [block for block in article.blocks if block.hidden is None]
    texts = [article.text[block.start : block.end] for block in blocks]
    if credit is None:
        return next((words for words in texts if any(text in words for text in shown)), None)
    return next((words for block, words in zip(blocks, texts, strict=True) if block.start < credit.end and block.end > credit.start), None)


def alike(block: str | None, quote: str) -> bool:
    """Whether a block and a quotation of the source file are one place: most runs of the shorter one's letters stand in the other."""
    one, other = sorted((_letters(block or ""), _letters(quote)), key=len)
    runs = {one[at : at + 4] for at in range(max(1, len(one) - 3))} if one else set()
    return bool(runs) and sum(run in other for run in runs) >= _ALIKE * len(runs)


def _letters(text: str) -> str:
    return "".join(letter for letter in _MARKUP.sub(" ", text).casefold() if letter.isalnum())


def republished(documents: Iterable[Seen], border: float) -> Iterator[Answer]:
    """Whether it is a copy, by each design."""
    for each in documents:
        found = each.chance >= border
        said = (each.phrases, found, each.phrases or found, each.phrases or found)
        for design, copy in zip(DESIGNS, said, strict=True):
            yield Answer("a copy or not", design, each.id, yes(each.republished), yes(copy))


def places(documents: Iterable[Seen], border: float) -> Iterator[Answer]:
    """Whether the block that a design shows is the one that people quoted: a wrong one is one too many, and the right one is missing."""
    for each in documents:
        if each.quote is None:
            continue
        found = each.top if each.chance >= border else None
        shown = ([each.line], [found], [each.line, found], [each.line or found])
        for design, lines in zip(DESIGNS, shown, strict=True):
            right = any(alike(line, each.quote) for line in lines)
            yield Answer("the block of the credit", design, each.id, "yes", yes(right))
            for line in {line for line in lines if line and not alike(line, each.quote)}:
                yield Answer("the block of the credit", design, f"{each.id} {line[:40]}", "no", "yes")


def area(documents: list[Seen]) -> float:
    """How often a copy has a higher chance than another document; 0.5 is guessing. No border is in it."""
    copies, others = [each.chance for each in documents if each.republished], [each.chance for each in documents if not each.republished]
    pairs = [(one > other) + 0.5 * (one == other) for one in copies for other in others]
    return sum(pairs) / len(pairs) if pairs else 1.0


def languages(border: float) -> Iterator[Answer]:
    """The invented lines by models that have seen nothing of their languages, and by the phrases."""
    pages = told(samples())
    order = {language: number % LANGUAGE_FOLDS for number, language in enumerate(sorted({page.language for page in pages}))}
    scored = {page.name: (page, chances) for page, chances in held_out(pages, lambda page: order[page.language], LANGUAGE_FOLDS)}
    for number, row in enumerate(invented_rows()):
        page, chances = scored[f"invented/{number}/{row['kind']}"]
        known = _phrased(page, number)
        said = (known, max(chances) >= border)
        for design, credit in zip(DESIGNS, (*said, any(said), any(said)), strict=True):
            if design != DESIGNS[3]:
                yield Answer("all", design, f"{row['kind']}/{page.name}", yes(row["credit"]), yes(credit))


def _phrased(page: Sample, number: int) -> bool:
    """Whether the checker sees a credit that counts in the row."""
    resource = page_of(invented_rows()[number], number)
    article, said = attribution_of(resource.data, resource.location, resource.url)
    lines = lines_of(article)
    own: list[Line] = [line for line, is_row in zip(lines, row_lines(lines, page.language), strict=True) if is_row]
    return any(credit.counts and credit.start < line.end and credit.end > line.start for credit in said.credits for line in own)


def _print_documents(name: str, documents: list[Seen], border: float) -> None:
    others = sum(not each.republished for each in documents)
    print(f"{name}: {len(documents)} documents, {others} of them no copies; area under the curve of the classifier {area(documents):.3f}")
    _print(name, rows([*republished(documents, border), *places(documents, border)]))
    checker, classifier = (1000 * sum(each.seconds[at] for each in documents) / max(1, len(documents)) for at in (0, 1))
    asked = [each for each in documents if not each.phrases]
    for least in (border, *BORDERS):
        found = [each.republished for each in asked if each.chance >= least]
        print(f"  where phrases find nothing ({len(asked)}), border {least:.2f}: {len(found)} questions, {sum(found)} of them about copies")
    print(f"milliseconds per document: checker {checker:.1f}, reading and classifier {classifier:.1f}\n")


def _print_ordinary(trained: Trained) -> None:
    """Pages of news sites and blogs that state no other origin, as far as a checker ever saw: nearly each one above the border is a question for nothing."""
    chances: list[float] = []
    for folder in (SHARED / "suites" / suite for suite in SUITES):
        for written in (folder / "pages.jsonl").open(encoding="utf-8") if folder.is_dir() else ():
            page = json.loads(written)
            if page["id"] not in STATED:
                url = page["url"] if page["url"].startswith("http") else None
                chances.append(best_line(gzip.decompress((folder / page["file"]).read_bytes()), "page.html", trained, url)[0])
    counts = ", ".join(f"{sum(chance >= least for chance in chances)} above {least:.2f}" for least in (trained.border, *BORDERS))
    print(f"{len(chances)} ordinary pages that state no other origin: {counts}\n")


def _print(title: str, table: list[Row]) -> None:
    print(f"{title:66}{'n':>5}{'P':>7}{'R':>7}{'F1':>7}{'false pass':>12}{'missed':>8}")
    for row in table:
        print(f"  {row.name:64}{row.n:5}{row.precision:7.3f}{row.recall:7.3f}{row.f1:7.3f}{row.false_pass:12}{row.false_accusation:8}")
    print()
