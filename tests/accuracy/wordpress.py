"""What "Republish this story" buttons of WordPress hand out, and what becomes of it: yes-or-no facts of the copy as a reader sees it."""

import json
from collections.abc import Iterator
from typing import Any

from compliance.model.article import Article, Zone, counts
from compliance.model.attribution import Attribution
from compliance.model.outcome import Obligation
from compliance.model.resource import Resource
from compliance.model.terms import Publisher, Requirement, Terms
from compliance.pipeline import Line, Settings
from compliance.text.names import mentions
from compliance.text.urls import host_of

from .checker import SHARED, attribution_of, shelf
from .corpus import same
from .measure import REVIEW, Answer, yes

FOLDER = SHARED / "suites" / "wordpress-republication"
SET = "wordpress-republication"
_FINDINGS = {"source_named": "source-credit", "original_url_linked": "original-link"}
_OUTCOMES = {"pass": "yes", "review": REVIEW}


def answers() -> Iterator[Answer]:
    for line in (FOLDER / "rtt_cases.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        got = _facts(row)
        facts = {key: value for key, value in row["expect"].items() if value is not None}
        for key, value in facts.items():
            yield Answer(SET, key, row["id"], yes(value), *got[key])
        yield Answer(SET, "case", row["id"], "yes", yes(all(got[key][0] == yes(value) for key, value in facts.items())), passing="right")
    for line in (FOLDER / "distributor_assertions.jsonl").open(encoding="utf-8"):
        yield from _assertions(json.loads(line))


def _facts(row: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Each fact with what our checker decided on."""
    original = row["original"]
    data = row["html"].encode()
    article, said = attribution_of(data, "copy.html")
    publisher = Publisher(original["site"], (), (), (host_of(original["home"]) or "",), ())
    demands = tuple(Requirement(f"wordpress/{kind}", kind, Obligation.MUST, "", ()) for kind in _FINDINGS.values())
    terms = Terms("wordpress", original["site"], "reviewed", publisher, None, None, None, "", None, demands, (), "")
    report = next(Line(shelf(), Settings(terms=terms, original=original["url"])).check(Resource("copy.html", data)))
    facts = {}
    for key, kind in _FINDINGS.items():
        finding = next(each for each in report.findings if each.kind == kind)
        shown = "; ".join(f"[{each.zone}] {each.text} {each.href or ''}" for each in finding.evidence)
        facts[key] = _OUTCOMES.get(finding.outcome, "no"), f"{finding.reason}: {shown}"
    authors = [byline.name for byline in said.bylines if counts(byline.zone, byline.hidden)]
    wanted = original["author"].split(" and ")
    facts["author_credited"] = yes(all(any(mentions(name, each) for name in authors) for each in wanted)), f"{authors}; want {wanted}"
    licenses = [mention for mention in said.licenses if counts(mention.zone, mention.hidden)]
    shown = "; ".join(f"[{mention.zone}] {mention.id} {mention.text}" for mention in said.licenses)
    facts["licence_named"] = yes(licenses), shown
    facts["licence_version_or_uri"] = yes(any(mention.href or any(letter.isdigit() for letter in mention.id) for mention in licenses)), shown
    facts["pixel"] = yes(said.pixels), " ".join(said.pixels)
    facts["title_kept"] = yes(_shows(article, article.title or "")), article.title or ""
    facts["canonical_to_original"] = yes(same(said.canonical, original["url"])), said.canonical or ""
    return facts


def _shows(article: Article, title: str) -> bool:
    return bool(title) and any(
        title in article.text[block.start : block.end] for block in article.blocks if block.hidden is None and block.zone not in (Zone.NAV, Zone.SITE_FOOTER)
    )


def _assertions(row: dict[str, Any]) -> Iterator[Answer]:
    """What the distributing plug-in writes into a page's head: the facts among them that our reader has."""
    head = row["rendered_head"]
    article, said = attribution_of(f"<html><head>{head}</head><body><article><p>{_visible(head)}</p></article></body></html>".encode(), "copy.html")
    for key, want in row["expect"].items():
        got = _asserted(key, article, said)
        if got is not None and want:
            yield Answer(SET, key, row["id"], yes(True), yes(want in got), f"{got}; want {want}")


def _visible(head: str) -> str:
    return head if head.startswith("<a ") else ""


def _asserted(key: str, article: Article, said: Attribution) -> list[str] | None:
    if key.endswith("canonical"):
        return [said.canonical or ""]
    if key == "opengraph_url":
        return [claim.value for claim in article.claimed("og:url")]
    if key == "author_link":
        return [link.href or "" for link in article.links if "author" in link.rel]
    return None
