"""Addresses and Markdown links as other people's suites ask for them: what everything else stands on."""

import json
from collections.abc import Iterator
from typing import Any

from compliance.model.resource import Resource
from compliance.read import read
from compliance.text.urls import registrable, resolve

from .checker import SHARED
from .measure import Answer


def answers() -> Iterator[Answer]:
    for case in _cases("urls/url_parsing.jsonl"):
        if not case["failure"] and not case["http"]:
            continue  # other schemes are no addresses of articles: resolve refuses them
        got = resolve(case["input"], case["base"])
        wanted = None if case["failure"] else case["href"]
        yield Answer("urls", "refused" if wanted is None else "resolved", case["id"], str(wanted), str(got), repr(case["input"]), passing=str(wanted))
    for case in _cases("urls/public_suffix.jsonl"):
        host = case["host"]
        if host and case["registrable"] and host.isascii() and host == host.lower():
            yield Answer("urls", "registrable domain", case["id"], case["registrable"], registrable(host), host, passing=case["registrable"])
    for case in _cases("markdown-links/commonmark.jsonl"):
        article = read(Resource("page.md", case["markdown"].encode()))[0]
        wanted, got = (str(each) for each in ([href for href, _ in case["expect"]["links"]], [link.href for link in article.links]))
        yield Answer("markdown-links", "linkish" if case["linkish"] else "other", case["id"], wanted, got, repr(case["markdown"]), passing=wanted)


def _cases(name: str) -> Iterator[dict[str, Any]]:
    for line in (SHARED / "suites" / name).open(encoding="utf-8"):
        yield json.loads(line)
