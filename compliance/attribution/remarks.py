"""What stands on the page about the text or within it without being credit: notes of edits, offers and teasers, labels of pictures."""

from bisect import bisect_right
from collections.abc import Iterator

from compliance.attribution.scan import Hit, Scanned
from compliance.attribution.slots import sentence_end, sentence_start
from compliance.model.article import PROSE, Block, Zone
from compliance.model.attribution import Remark
from compliance.text.words import dense_letters

_SORTS = ("edited", "furniture", "image")
_NOTE = 2 * PROSE  # characters of a paragraph that is a note and no prose
_NOTE_DENSE = 80
_LONGEST = 400  # characters of a sentence on either side of the words that tell


def find_remarks(scanned: Scanned, skip: tuple[tuple[int, int], ...]) -> list[Remark]:
    """All of them, in the order of the text. skip: spans that hold the terms' own text."""
    ends = [end for _, end in skip]
    found = [_remark(scanned, hit) for sort in _SORTS for hit in scanned.hits.get(sort, ()) if not _within(hit.start, skip, ends)]
    return list(_apart(sorted(found, key=lambda remark: (remark.sort, remark.start, -remark.end))))


def _within(offset: int, spans: tuple[tuple[int, int], ...], ends: list[int]) -> bool:
    """Whether an offset lies in one of the spans, which follow each other."""
    at = bisect_right(ends, offset)
    return at < len(spans) and spans[at][0] <= offset


def _remark(scanned: Scanned, hit: Hit) -> Remark:
    """A hit with the sentence that holds it."""
    article = scanned.article
    block = scanned.block(hit.start)
    start = sentence_start(scanned, hit.start, max(block.start, hit.start - _LONGEST))
    end = min(block.end, sentence_end(scanned, hit.end, min(block.end, hit.end + _LONGEST)) + 1)
    sure = hit.phrase.sort != "edited" or block.zone is not Zone.BODY or _is_note(scanned, block)
    return Remark(hit.phrase.sort, start, end, hit.start, article.text[start:end], sure, block.zone, block.hidden, article.line_at(start))


def _is_note(scanned: Scanned, block: Block) -> bool:
    if block.end - block.start >= _NOTE:
        return False
    text = scanned.article.text[block.start : block.end]
    return len(text) < (_NOTE_DENSE if len(dense_letters(text)) * 2 > len(text) else _NOTE)


def _apart(remarks: list[Remark]) -> Iterator[Remark]:
    """One remark for each sentence and sort: several phrases may stand in one."""
    last: Remark | None = None
    for remark in remarks:
        if last is None or (remark.sort, remark.start) != (last.sort, last.start):
            yield remark
        last = remark
