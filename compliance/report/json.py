"""The report as JSON, schema `compliance-report/1` (schema.json beside this file). The same input gives the same bytes."""

import json
from typing import Any

from compliance.model.attribution import Attribution
from compliance.model.finding import Finding
from compliance.model.outcome import ArticleOutcome, Outcome
from compliance.model.report import ArticleReport, Report
from compliance.version import VERSION

SCHEMA = "compliance-report/1"


def render(report: Report) -> str:
    """The whole report. ASCII only: what is in a page cannot steer a terminal."""
    return json.dumps(as_data(report), indent=1, ensure_ascii=True, allow_nan=False) + "\n"


def as_data(report: Report) -> dict[str, Any]:
    """The report as plain data."""
    findings = [finding for article in report.articles for finding in article.findings]
    return {
        "schema": SCHEMA,
        "tool": {"name": "compliance", "version": VERSION, "rules_digest": report.rules_digest},
        "complete": report.complete,
        "summary": {
            "articles": {outcome.value: sum(article.outcome is outcome for article in report.articles) for outcome in ArticleOutcome},
            "findings": {outcome.value: sum(finding.outcome is outcome for finding in findings) for outcome in Outcome},
        },
        "articles": [_article(article) for article in report.articles],
        "errors": [error._asdict() for error in report.errors],
    }


def _article(article: ArticleReport) -> dict[str, Any]:
    original, terms = article.original, article.terms
    return {
        "location": article.location,
        "entry": article.entry,
        "title": article.title,
        "language": article.language,
        "phrases_known": article.phrased,
        "outcome": article.outcome.value,
        "note": article.note,
        "original": original
        and {
            "url": original.url,
            "publisher": original.publisher,
            "rung": original.rung.value,
            "chain": list(original.chain),
            "contradictions": [{"by": name, "url": url} for name, url in original.contradictions],
        },
        "terms": terms
        and {
            "id": terms.id,
            "url": terms.url,
            "read_on": terms.read_on,
            "unchecked": [{"clause": demand.clause, "obligation": demand.obligation.value} for demand in terms.unchecked],
        },
        "attribution": article.attribution and _attribution(article.attribution),
        "findings": [_finding(finding) for finding in article.findings],
    }


def _attribution(said: Attribution) -> dict[str, Any]:
    """What the copy itself shows; a hidden credit is listed with the zone `hidden`."""
    return {
        "credits": [
            {
                "text": each.text,
                "sort": each.sort,
                "publisher": each.name,
                "href": each.href,
                "address": each.address,
                "zone": each.zone.value,
                "line": each.line,
            }
            for each in said.credits
        ],
        "notices": [
            {
                "text": each.text,
                "holders": list(each.holders),
                "names": list(each.names),
                "years": list(each.years),
                "scope": each.scope.value,
                "zone": each.zone.value,
                "line": each.line,
            }
            for each in said.notices
        ],
        "licenses": [
            {"id": each.id, "text": each.text, "href": each.href, "scope": each.scope, "zone": each.zone.value, "line": each.line} for each in said.licenses
        ],
        "bylines": list(dict.fromkeys(each.name for each in said.bylines)),
        "addresses": list(dict.fromkeys(each.text for each in said.addresses if each.hidden is None)),
        "canonical": said.canonical,
        "pixels": list(said.pixels),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "requirement": finding.requirement,
        "kind": finding.kind,
        "obligation": finding.obligation.value,
        "outcome": finding.outcome.value,
        "reason": finding.reason,
        "message": finding.message,
        "clause": finding.clause,
        "question": finding.question,
        "evidence": [
            {"role": each.role, "zone": each.zone.value, "text": each.text, "href": each.href, "line": each.line, "column": None} for each in finding.evidence
        ],
        "searched": {"zones": [zone.value for zone in finding.searched.zones], "for": list(finding.searched.names)},
        "remedy": finding.remedy and finding.remedy._asdict(),
        "fingerprint": finding.fingerprint,
        "suppressed": None,
    }
