"""Credits of pictures: labels ("Photo: Jane Doe"), notices, agencies and names in captions, elements that the markup calls a credit."""

import re
from collections.abc import Iterable, Iterator

from compliance.attribution.holders import is_name, read_holder
from compliance.attribution.scan import Hit, Scanned
from compliance.attribution.slots import read_small_name
from compliance.model.article import Article, Block, Zone
from compliance.model.attribution import Notice, PictureCredit, Scope
from compliance.text.agencies import agencies_in
from compliance.text.patterns import lazy
from compliance.text.words import fold, is_dense

_SHORT = 200  # characters of a line that is a credit as a whole; in longer ones a label opens a sentence or a bracket
_LONGEST = 120  # characters of a credit
_OUTSIDE = (Zone.NAV, Zone.COMMENTS, Zone.SITE_FOOTER)
_FILM = lazy(r"v[ií]d[eé]o|wideo|видео|відео|视频|影片|動画|映像|영상|فيديو|ویدیو|וידאו|वीडियो|ভিডিও|วิดีโอ")
_OPENS = lazy(r"(?:^|[\n.!?…।。)\]»\"'”|/•·*_:;,–—-]\s*|[(\[（【«\"“]\s*)$")
_BRACKETS = {"(": ")", "[": "]", "（": "）", "【": "】"}
_WORD = lazy(r"[\s:.：,/|]*([^\W\d_]+)(?=[\s:：])")
_WORDY = frozenset("credit credits courtesy copyright source by".split())
"""English words that photographers of all languages put between a label and a name."""
_PIECES = lazy(r"(?:[.!?…。]+[\"'”’»)\]]*\s+|\n|\s*[|•·]\s*|\s+[–—-]\s+|[(（\[【])")
_SLASHED = lazy(r"(?<!\w)[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){0,3}\s?[/／]\s?[^\W\d_][\w .'’-]*")
_EDGES = " \t\n.,:;|–—-_*•·()[]（）【】\"'“”«»"


def find_picture_credits(scanned: Scanned, notices: Iterable[Notice]) -> list[PictureCredit]:
    """All credits of pictures, in the order of the text. Of several ways to read one place the surest is kept."""
    article = scanned.article
    beside = set(_beside(article))
    found = [credit for hit in scanned.hits.get("image", ()) if (credit := _labelled(scanned, hit, beside))]
    found += [
        PictureCredit(each.start, each.end, each.text, ", ".join(each.names) or None, True, each.zone, each.hidden, each.line)
        for each in notices
        if each.names and (each.of_image or (each.scope is Scope.CAPTION and not beside.isdisjoint((at := article.block_at(each.start), at - 1))))
    ]
    found += _marked(scanned)
    for index, block in enumerate(article.blocks):
        if block.zone is Zone.CAPTION or (index in beside and 0 < block.end - block.start <= _SHORT and block.zone not in _OUTSIDE):
            if not any(credit.name and block.start <= credit.start < block.end for credit in found):
                found += _in_caption(scanned, block)
    found.sort(key=_rank)
    kept: list[PictureCredit] = []
    for credit in found:
        if not (kept and credit.start < kept[-1].end):
            kept.append(credit)
        elif credit.name and not kept[-1].name:
            kept[-1] = credit
    return kept


def _beside(article: Article) -> Iterator[int]:
    """The blocks that hold a picture, and those right under one that the markup calls a credit."""
    blocks = article.blocks
    for image in article.images:
        if image.tag != "img":
            continue
        yield image.block
        under = next((at for at in range(image.block + 1, min(len(blocks), image.block + 3)) if blocks[at].end > blocks[at].start), None)
        if under is not None and blocks[under].zone is Zone.CREDIT and image.zone is not Zone.CREDIT:
            yield under


def _rank(credit: PictureCredit) -> tuple[int, bool, int]:
    return credit.start, not credit.sure, -credit.end


def _labelled(scanned: Scanned, hit: Hit, beside: set[int]) -> PictureCredit | None:
    """A label and the name behind it."""
    text, block = scanned.article.text, scanned.block(hit.start)
    if block.zone in _OUTSIDE or _FILM.search(hit.phrase.before):
        return None
    line, line_end = scanned.line_span(hit.start)
    line, line_end = max(line, block.start), min(line_end, block.end)
    bracket = _BRACKETS.get(text[hit.start - 1 : hit.start].strip() or text[max(line, hit.start - 2) : hit.start].strip())
    caption = block.zone is Zone.CAPTION or (block.zone is Zone.CREDIT and scanned.article.block_at(hit.start) in beside)
    if not caption and not bracket:
        if not _OPENS.search(text[line : hit.start]) or line_end - line > _SHORT + (hit.start - line if block.zone is Zone.CREDIT else 0):
            return None
    end = min(line_end, hit.end + _LONGEST)
    if bracket and (close := text.find(bracket, hit.end, end)) >= 0:
        end = close
    name, finish = _named(scanned, hit.end, end)
    if name is None and not text[hit.end : block.end].strip(_EDGES):
        return _on_next_line(scanned, hit, block)
    return _make(scanned, hit.start, max(hit.end, finish) if name else hit.end, name, block)


def _on_next_line(scanned: Scanned, hit: Hit, block: Block) -> PictureCredit:
    """A label that ends its block: the next one may hold the name."""
    blocks = scanned.article.blocks
    index = scanned.article.block_at(hit.start) + 1
    made = _make(scanned, hit.start, hit.end, None, block)
    if index >= len(blocks) or blocks[index].end - blocks[index].start > _LONGEST or blocks[index].hidden != block.hidden:
        return made
    name, finish = _named(scanned, blocks[index].start, blocks[index].end)
    whole = not scanned.article.text[finish : blocks[index].end].strip(_EDGES)
    return made._replace(name=name, text=f"{made.text} {name}") if name and whole else made


def _named(scanned: Scanned, at: int, end: int) -> tuple[str | None, int]:
    """Whom text[at:end] names, behind small words: "courtesy of the Harbour Museum"."""
    text, lexicon = scanned.article.text, scanned.lexicon
    while word := _WORD.match(text, at, end):
        folded = fold(word.group(1))
        if folded not in lexicon.prepositions and folded not in _WORDY:
            break
        at = word.end(1)
    at += len(text[at:end]) - len(text[at:end].lstrip(" :.：／/*_|=-–—"))
    small = read_small_name(scanned, at, end)
    if small:
        return small
    named = read_holder(text, at, end, lexicon, bars=True)
    if not named.holder or not (_agency(scanned, named.holder) or (is_name(named.holder) and fold(named.holder) not in lexicon.generic)):
        return None, at
    return named.holder, max(at, min(end, named.end))


def _agency(scanned: Scanned, words: str) -> bool:
    """Whether words name an agency or a library of pictures."""
    lexicon = scanned.lexicon
    return any(agencies_in(words, names) for names in (lexicon.picture_agencies, lexicon.picture_libraries, lexicon.agencies))


def _marked(scanned: Scanned) -> Iterator[PictureCredit]:
    """What the markup calls a credit, inside a caption."""
    article = scanned.article
    for mark in article.marks:
        if mark.sort == "quote":
            continue
        block = scanned.block(mark.start)
        words = article.text[mark.start : mark.end].strip(_EDGES)
        if scanned.hits_in("image", mark.start, mark.end):
            continue  # a label, read as such
        if block.zone is Zone.CAPTION and mark.end - mark.start <= _LONGEST and is_name(words):
            yield _make(scanned, mark.start, mark.end, words, block)


def _in_caption(scanned: Scanned, block: Block) -> Iterator[PictureCredit]:
    """What of a caption without a label may be a credit: its last piece, when that names an agency, or somebody and an outlet, or anybody."""
    text = scanned.article.text
    starts = [block.start, *(match.end() for match in _PIECES.finditer(text, block.start, block.end) if match.end() < block.end)]
    for start, end in zip(starts, [*starts[1:], block.end], strict=True):
        piece = text[start:end].strip(_EDGES)
        if not piece or len(piece) > _LONGEST or (end < block.end and not _agency(scanned, piece)):
            continue
        slashed, agency, named = _SLASHED.search(text, start, end), _agency(scanned, piece), is_name(piece)
        if slashed and (is_name(slashed.group()) or agency):
            yield _make(scanned, slashed.start(), end, text[slashed.start() : end].strip(_EDGES), block)
        elif named and (agency or not is_dense(piece[0])) and not scanned.hits_in("image", start, end):
            yield _make(scanned, start, end, piece, block, sure=agency)


def _make(scanned: Scanned, start: int, end: int, name: str | None, block: Block, *, sure: bool = True) -> PictureCredit:
    article = scanned.article
    text = re.sub(r"\s+", " ", article.text[start:end]).strip()
    text = text.removesuffix(")").removesuffix("）") if text.count("(") + text.count("（") < text.count(")") + text.count("）") else text
    return PictureCredit(start, end, text, name, sure, block.zone, block.hidden, article.line_at(start))
