"""Checks republished articles against the reproduction terms they were given under.

    import compliance
    report = compliance.check(Path("article.html"))
    report.outcome, report.articles[0].findings

Importing the package loads no parser and no network library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.version import VERSION

if TYPE_CHECKING:
    import os

    from compliance.model.report import Report

__all__ = ["__version__", "check"]

__version__ = VERSION


def check(
    source: bytes | os.PathLike[str],
    terms: str | os.PathLike[str] | None = None,
    original: str | None = None,
    location: str | None = None,
    *,
    use: tuple[str, ...] = (),
) -> Report:
    """Check one page, text or feed.

    source: the bytes of the page itself, or the path of a file. terms: id of terms on the shelf, or the path of a rule file;
    None lets the copy tell its publisher. original: address of the original article. location: the copy's own address, or a
    name for it in the report. use: the uses of the copying site (`non-commercial`, ...).

    Answers a report (compliance.model.report.Report). A source that cannot be read is an entry in `report.errors`.
    Raises compliance.errors.UsageError for unknown terms or an original that is no address, RulesError for broken rule files.
    """
    from compliance.api import check_source

    return check_source(source, terms, original, location, use)
