"""Real news pages and blogs as their publishers show them: no origin elsewhere may be invented on them.

STATED lists the pages that do state another origin (agency copy, an excerpt of a book, a press release, a canonical link to a
sister title). It was made by reading every page that some version of the checker took for a republished one; a page on which
no version saw a credit was not read, so precision is what this set measures, and recall is not.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from .checker import SHARED, check
from .measure import Answer, yes

SUITES = ("trafilatura-eval", "article-extraction-benchmark")
STATED = frozenset(Path(__file__).with_name("originals.stated.txt").read_text("utf-8").split("\n"))


def answers() -> Iterator[Answer]:
    for suite in SUITES:
        folder = SHARED / "suites" / suite
        for line in (folder / "pages.jsonl").open(encoding="utf-8"):
            page = json.loads(line)
            url = page["url"] if page["url"].startswith("http") else None
            article = check(gzip.decompress((folder / page["file"]).read_bytes()), "page.html", url)
            yield Answer(suite, "read", page["id"], "yes", yes(article))
            if article is None:
                continue
            taken = article.outcome not in ("out-of-scope", "error")
            found = article.original
            credits = "; ".join(f"{credit.sort} [{credit.zone}] {credit.text[:80]} {credit.href or ''}" for credit in (article.attribution or ((),))[0][:3])
            shown = f"{found.rung} {found.publisher} {found.url}: {credits}" if found else article.note or ""
            yield Answer(suite, "states another origin", page["id"], yes(page["id"] in STATED), yes(taken), shown)
