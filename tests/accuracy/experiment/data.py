"""What the classifier learns from: the invented fixtures of this repository, and invented lines in `blocks.jsonl`.

In `blocks.jsonl` a row is a line with its markup, its place on a page, its language, and whether it is a credit. The domain of the copying
site is harbour-post.example. Every second page knows its own address.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from compliance.examples import Example, find_examples, run_example
from compliance.load.files import load_file
from compliance.model.article import ARTICLE_ZONES, PROSE, Article, Zone
from compliance.model.report import ArticleReport
from compliance.model.resource import Resource
from compliance.read import read
from compliance.terms import Shelf, load_shelf
from compliance.text.names import mentions, same_name
from compliance.text.urls import host_of, resolve, resolve_written, same_page, same_site

from .blocks import Features, Line, features_of, lines_of

FIXTURES = Path(__file__).parents[3] / "fixtures"
INVENTED = Path(__file__).with_name("blocks.jsonl")
AREAS = ("wild", "requirements", "identify", "read")


class Sample(NamedTuple):
    """A page. labels: for each line whether it is a credit, None where nothing tells. group: pages made alike; they are held out together."""

    name: str
    group: str
    language: str
    features: tuple[Features, ...]
    labels: tuple[bool | None, ...]

    @property
    def credited(self) -> bool:
        return any(self.labels)


def samples() -> list[Sample]:
    """All of it, in a fixed order."""
    return [*fixtures(), *sentences(), *invented()]


def invented() -> Iterator[Sample]:
    """The rows of `blocks.jsonl`, each on a page of its own."""
    for number, row in enumerate(invented_rows()):
        article = read(page_of(row, number))[0]
        yield _sample(f"invented/{number}/{row['kind']}", f"language {row['language']}", row["language"], article, row["credit"])


@cache
def invented_rows() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(line) for line in INVENTED.read_text("utf-8").splitlines())


def page_of(row: dict[str, Any], number: int) -> Resource:
    """A page around a row. What is told apart from the row by `row_lines` is its prose."""
    prose = prose_of(row["language"])
    parts = [f"<h1>{prose[:40]}</h1>", *[f"<p>{prose}</p>"] * 3]
    at = {"head": 1, "middle": 2, "caption": 2}.get(row["place"], 4)
    outside = row["place"] == "footer"
    if not outside:
        parts.insert(at, row["html"])
    markup = (
        f"<!DOCTYPE html><html lang={row['language']}><meta charset=utf-8><title>.</title><article>{''.join(parts)}</article>{row['html'] if outside else ''}"
    )
    return Resource("page.html", markup.encode(), "https://harbour-post.example/2024/page" if number % 2 else None)


@cache
def prose_of(language: str) -> str:
    path = FIXTURES / "languages" / f"{language}.toml"
    if path.is_file():
        return " ".join(tomllib.loads(path.read_text("utf-8"))["prose"])
    text = " ".join(re.sub("<[^>]+>", "", row["html"]) for row in invented_rows() if row["language"] == language and row["kind"] == "prose")
    return f"{text} " * 3


def row_lines(lines: list[Line], language: str) -> list[bool]:
    """Which lines are the row itself and not the prose around it."""
    return [line.text not in _frame(language) for line in lines]


@cache
def _frame(language: str) -> frozenset[str]:
    empty = {"language": language, "place": "tail", "html": ""}
    return frozenset(line.text for line in lines_of(read(page_of(empty, 0))[0]))


def _sample(name: str, group: str, language: str, article: Article, credit: bool) -> Sample:
    lines = lines_of(article)
    labels = tuple(own and credit for own in row_lines(lines, language))
    return Sample(name, group, language, tuple(features_of(article, lines)), labels)


def sentences() -> Iterator[Sample]:
    """Credits and mentions of fixtures/languages."""
    for path in sorted((FIXTURES / "languages").glob("*.toml")):
        told = tomllib.loads(path.read_text("utf-8"))
        wanted = [(line, True) for _, line in told["credits"]] + [(line, False) for line in told["mentions"]]
        for number, (line, credit) in enumerate(wanted):
            shown = re.sub(r"\[(.+?)\]", r'<a href="https://gazette.example/2024/story">\1</a>', re.sub(r"\{(.+?)\}", r"\1", line))
            row = {"language": path.stem, "place": "tail" if credit else "middle", "html": f"<p>{shown}</p>"}
            article = read(page_of(row, number))[0]
            yield _sample(f"languages/{path.stem}/{number}", f"language {path.stem}", path.stem, article, credit)


def fixtures() -> Iterator[Sample]:
    """Whole documents, labelled by what is expected of them."""
    shelf = load_shelf(drafts=True)
    for area in AREAS:
        for example in find_examples(FIXTURES / area)[0]:
            group = example.page.stem if area == "wild" else example.page.parent.name
            yield from _fixture(example, f"{area} {group}", shelf)


def _fixture(example: Example, group: str, shelf: Shelf) -> Iterator[Sample]:
    expected = example.expectation
    report, differences = run_example(example, shelf)
    loaded = load_file(str(example.page))
    if differences or "error" in expected or not isinstance(loaded, Resource) or len(loaded.data) > 500_000:
        return
    if "location" in expected:
        loaded = loaded._replace(url=resolve(expected["location"]))
    wanted = expected.get("article") or [expected]
    for article, want, told in zip(read(loaded), wanted, report.articles, strict=True):
        if want.get("outcome") == "error":
            continue
        lines = lines_of(article)
        url = want.get("url") or expected.get("original")
        labels = tuple(_label(article, line, url, want, told) for line in lines)
        yield Sample(str(example.page.relative_to(FIXTURES)), group, (told.language or "en")[:2], tuple(features_of(article, lines)), labels)


def _label(article: Article, line: Line, url: str | None, want: dict[str, Any], told: ArticleReport) -> bool | None:
    """Whether the expected answer stands in the line. None for what is near it, and for all the places that are a question."""
    if want["outcome"] == "out-of-scope" or line.block.zone not in ARTICLE_ZONES:
        return False
    urls = [found for link in line.links if link.href and (found := resolve(link.href, article.base))]
    urls += [found for word in line.text.split() if "/" in word and (found := resolve_written(word.strip("<>().,;")))]
    names = _names(told)
    leads = url is not None and any(same_page(each, url) for each in urls)
    named = want.get("findings", {}).get("source-credit") == "pass named" and _credited(line, names, told)
    short = line.block.zone is not Zone.BODY or len(line.text) < PROSE
    if line.block.tag not in ("h1", "h2") and (named or (leads and short)):
        return True
    host = host_of(url) if url else None
    near = any(mentions(line.text, name) for name in names) or any(host and same_site(host_of(each) or "", host) for each in urls)
    return None if near else False


def _names(told: ArticleReport) -> tuple[str, ...]:
    publisher = told.terms.publisher.names if told.terms and told.terms.publisher else ()
    return (*publisher, *((told.original.publisher,) if told.original and told.original.publisher else ()))


def _credited(line: Line, names: tuple[str, ...], told: ArticleReport) -> bool:
    """Whether a credit that names the expected publisher stands in the line."""
    said = told.attribution.credits if told.attribution else ()
    return any(
        credit.counts and credit.name and credit.start < line.end and credit.end > line.start and any(same_name(credit.name, name) for name in names)
        for credit in said
    )
