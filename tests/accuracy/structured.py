"""Structured data of schema.org's examples, of RDFa's and microformats' test suites: the facts found, by syntax."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from compliance.model.resource import Resource
from compliance.read import read
from compliance.read.jsonld import index, read_jsonld
from compliance.read.linked import Node, facts
from compliance.read.markup import Rdfa, read_microdata

from .checker import SHARED
from .measure import Answer, compare, yes

FOLDER = SHARED / "suites" / "structured-data"
SET = "structured-data"
_LICENSE = re.compile(r"(\S+|<[^>]*>)\s+(?:<[^>]*[#/]license>|\w+:license)\s+<([^>]+)>")


def answers() -> Iterator[Answer]:
    for row in _rows("schemaorg_examples.jsonl"):
        if row["core"]:
            for syntax, wanted in row["expect_by_syntax"].items():
                if row[syntax]:
                    yield from _facts(row["id"], syntax, row[syntax], wanted)
    for row in _rows("rdfa.jsonl"):
        if row["expect"]:
            yield from _licenses_of_rdfa(row)
    for row in _rows("microformats.jsonl"):
        wanted = row["expect"].get("rels", {}).get("license", [])
        article = read(Resource("page.html", row["html"].encode(), row["base"]))[0]
        links = [link.href for link in article.links if "license" in link.rel.split()] + [claim.value for claim in article.claimed("license")]
        got = [urljoin(row["base"], href) for href in links if href]
        yield from compare(SET, "microformats rel=license", row["id"], wanted, got)


def _rows(name: str) -> Iterator[dict[str, Any]]:
    with (FOLDER / name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _tree(markup: str) -> Any:
    return etree.fromstring(markup.encode(), etree.HTMLParser(encoding="utf-8"))


def nodes(syntax: str, markup: str) -> list[Node]:
    tree = _tree(markup)
    if syntax == "microdata":
        return read_microdata(tree)
    if syntax == "rdfa":
        return Rdfa(tree, None).roots
    return [node for script in tree.iter("script") for node in read_jsonld(script.text or "")]


def _facts(identity: str, syntax: str, markup: str, wanted: list[tuple[str, str, Any]]) -> Iterator[Answer]:
    roots = nodes(syntax, markup)
    got: dict[str, set[str]] = {}
    for key, value in facts(roots, index(roots)):
        got.setdefault(key, set()).add(_plain(value))
    for _, key, value in wanted:
        texts = {_plain(each) for each in (value.values() if isinstance(value, dict) else [value])}
        yield Answer(SET, syntax, identity, "yes", yes(texts & got.get(key, set())), f"{key}: want {sorted(texts)}, got {sorted(got.get(key, ()))}")


def _plain(value: object) -> str:
    return " ".join(str(value).split()).lower().rstrip("/")


def _licenses_of_rdfa(row: dict[str, Any]) -> Iterator[Answer]:
    """Of what, and which licence: the licence of something else is not the page's."""
    wanted = [f"{subject.strip('<>')} {target}" for subject, target in _LICENSE.findall(row["ask"])]
    tree = _tree(row["html"])
    base = next((urljoin(row["base"], element.get("href")) for element in tree.iter("base") if element.get("href")), row["base"])
    read = Rdfa(tree, base)
    got = [
        f"{urljoin(base, node.id or '')} {urljoin(base, value.id or '' if isinstance(value, Node) else value)}"
        for node in (read.page, *read.nodes.values())
        for key, value in node.properties
        if re.split("[:#/]", key)[-1] == "license"
    ]
    yield from compare(SET, "rdfa license", row["id"], wanted, dict.fromkeys(got), row["html"][:500])
