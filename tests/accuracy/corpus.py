"""Republished articles and hard negatives, labelled by reading: blind, and with the original given."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from compliance.model.report import ArticleReport

from .checker import SHARED, check
from .measure import Answer, yes

UNSEEN = Path(__file__).with_name("unseen")


def answers() -> Iterator[Answer]:
    """Real documents."""
    yield from _answers("corpus", SHARED / "corpus")


def unseen() -> Iterator[Answer]:
    """Invented documents, written and labelled by somebody who had seen neither code nor rules. Nothing was mended for them before their first figures."""
    yield from _answers("unseen", UNSEEN)


def _answers(group: str, folder: Path) -> Iterator[Answer]:
    for line in (folder / "labels.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        path = next(iter(sorted((folder / "files").glob(row["id"] + ".*"))), None)
        if path is None:
            continue
        data = path.read_bytes()
        blind = check(data, path.name)
        yield Answer(group, "read", row["id"], "yes", yes(blind))
        if blind:
            yield from _blind(group, row, blind)
        if row.get("republished") and row.get("original_url"):
            given = check(data, path.name, original=row["original_url"], terms="baseline")
            if given:
                yield from _given(group, row, given)


def _blind(group: str, row: dict[str, Any], article: ArticleReport) -> Iterator[Answer]:
    labels, said, identity = row["labels"], article.attribution, row["id"]
    found = article.original
    shown = f"{found.rung} {found.publisher} {found.url}" if found else article.note or ""
    if row.get("republished") is not None:
        yield Answer(group, "republished", identity, yes(row["republished"]), yes(article.outcome not in ("out-of-scope", "error")), shown)
    if row.get("republished") and row.get("original_url"):
        yield Answer(group, "original found", identity, "yes", yes(found and same(found.url, row["original_url"])), f"{shown}; want {row['original_url']}")
        wrong = found is not None and found.url is not None and not same(found.url, row["original_url"])
        yield Answer(group, "another page taken for the original", identity, "no", yes(wrong), f"{shown}; want {row['original_url']}")
    if said is None:
        return
    stated = labels.get("licence_statement", "skip")
    if stated != "skip":
        ids = [mention.id.upper() for mention in said.licenses if mention.scope == "text"]
        got = "none" if not ids else stated if stated and stated.upper() in ids else ids[0]
        yield Answer(
            group,
            "license id",
            identity,
            stated or "none",
            got,
            "; ".join(f"[{mention.zone} {mention.scope}] {mention.text}" for mention in said.licenses)[:400],
            passing=stated or "any",
        )
    if labels.get("licence_link") is not None:
        links = [mention.href for mention in said.licenses if mention.href and mention.scope == "text"]
        yield Answer(group, "license link", identity, yes(labels["licence_link"]), yes(links), " ".join(links))
    if labels.get("byline") is not None and row.get("author"):
        name = row["author"].casefold().split()[-1]
        names = [byline.name for byline in said.bylines]
        yield Answer(group, "byline", identity, yes(labels["byline"]), yes(any(name in each.casefold() for each in names)), f"{names}; want {row['author']}")
    if labels.get("tracking_pixel") is not None:
        yield Answer(group, "tracking pixel", identity, yes(labels["tracking_pixel"]), yes(said.pixels), " ".join(said.pixels))
    if labels.get("canonical_original") is not None and row.get("original_url"):
        yield Answer(group, "canonical", identity, yes(labels["canonical_original"]), yes(same(said.canonical, row["original_url"])), said.canonical or "")


def _given(group: str, row: dict[str, Any], article: ArticleReport) -> Iterator[Answer]:
    labels = row["labels"]
    wanted: tuple[tuple[str, str, str, dict[str, str]], ...] = (
        ("source-credit", "source_named", "yes", {}),
        ("original-url", "url_visible", "yes", {}),
        ("original-link", "hyperlink_original", "article", {"homepage-only": "homepage", "placeholder": "placeholder"}),
        ("copyright-notice", "copyright_notice", "rights-holder", {"republisher-only": "republisher-only"}),
    )
    for kind, label, passing, failing in wanted:
        if labels.get(label) is None:
            continue
        finding = next(each for each in article.findings if each.kind == kind)
        got = passing if finding.outcome == "pass" else failing.get(finding.reason, "none" if failing else "no") if finding.outcome == "fail" else "review"
        want = yes(labels[label]) if passing == "yes" else labels[label]
        shown = "; ".join(f"[{each.zone}] {each.text} {each.href or ''}" for each in finding.evidence)
        yield Answer(group, kind, row["id"], want, got, f"{finding.reason}: {shown}; original {row['original_url']}", passing)


def same(found: str | None, wanted: str | None) -> bool:
    """Whether two addresses are one page to a person: scheme, www, the last slash and tracking aside."""
    return bool(found and wanted) and _key(found or "") == _key(wanted or "")


def _key(address: str) -> tuple[str, str, str]:
    parts = urlsplit(address if "//" in address else "//" + address)
    query = "&".join(each for each in parts.query.split("&") if each and not each.startswith(("utm_", "fbclid", "doing_wp_cron")))
    return (parts.hostname or "").removeprefix("www.").removeprefix("m."), unquote(parts.path).rstrip("/"), query
