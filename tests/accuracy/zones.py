"""Where the words of real articles are put: in the article, or in the furniture around it."""

import gzip
import json
from collections.abc import Iterator

from compliance.model.article import ARTICLE_ZONES, Zone

from .checker import SHARED, attribution_of
from .measure import Answer, yes

FOLDER = SHARED / "suites" / "trafilatura-eval"
_SHOWN = 60  # characters of a segment that are looked for


def answers() -> Iterator[Answer]:
    for line in (FOLDER / "pages.jsonl").open(encoding="utf-8"):
        page = json.loads(line)
        url = page["url"] if page["url"].startswith("http") else None
        article, _ = attribution_of(gzip.decompress((FOLDER / page["file"]).read_bytes()), "page.html", url)
        flat = article.text.replace("\n", " ")
        for label, want in (("segments_with", "yes"), ("segments_without", "no")):
            for segment in page[label]:
                words = " ".join(segment.split())
                at = flat.find(words[:_SHOWN])
                if at >= 0:
                    block = article.blocks[article.block_at(at)]
                    inside = block.hidden is None and block.zone in (*ARTICLE_ZONES, Zone.CAPTION)
                    shown = f"{block.zone} {block.hidden or ''}: {words[:100]}"
                    yield Answer("zones", "the article's own words" if want == "yes" else "words around it", page["id"], want, yes(inside), shown)
