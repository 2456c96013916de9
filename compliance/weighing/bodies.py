"""The text of a copy beside that of its original: what is compared, and what came of it.

What stands on a page without being the article's text (credits, notices, teasers, offers, captions, the line about the author) is recognised
on both sides and left out. Where that is a guess, the change says so. Before and behind all that both texts share nobody can tell from
the outside where the article begins and ends: there only a long cut is beyond doubt.
"""

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from compliance.model.article import PARTLY, Article, Block, Zone
from compliance.model.attribution import Attribution
from compliance.model.case import Case, Reference
from compliance.model.finding import Evidence
from compliance.text.dates import iso_day
from compliance.text.language import primary
from compliance.text.patterns import lazy
from compliance.text.words import fold
from compliance.weighing.asked import demands

if TYPE_CHECKING:  # most runs compare nothing: what compares is loaded when it is needed
    from compliance.text.changes import Change, Comparison
    from compliance.text.sides import Passage
    from compliance.text.writing import Writing

_ZONES = (Zone.HEAD, Zone.BODY, Zone.CREDIT, Zone.CAPTION, Zone.ASIDE)
_NO_STATEMENT = ("agency", "references")
_SHORT = 300  # characters of a paragraph that is no more than the statement it holds
_LABEL = 100  # characters of a line without a full stop: a label, a caption, an advertisement
_NAME = 60  # characters at the beginning of a paragraph about the author
_CAPTION = 200  # characters of a line below a picture
_LINE = 40  # characters of a line that stands in for a paragraph where there is no prose
_LINKED = 0.6  # of a paragraph's letters that make it a list of links
_STATED = 0.6  # of a change that is a statement of origin, and no change
_OPENING = 3  # characters before the words that tell an offer or a picture's label
_LONGEST = 400  # characters of a sentence on either side of what it states
_OVERLAPPING = 8  # statements that may begin before a place and still reach into it
_LAST = 4  # paragraphs at the end among which the one about the author may be
_OTHER = 0.1  # of both texts in common: less, and one is not a copy of the other
_TRANSLATED = 0.15  # of both texts in common: less in two languages, and one is a translation
_LONG = 0.4  # of the original: a cut at its beginning or end that is no matter of what belongs to the article (on 84 news pages furniture was up to .28)
_LONG_WORDS = 60
_MODIFIED = ("ld:dateModified", "article:modified_time", "og:updated_time", "entry:updated")
_STOPPED = lazy(r"[.!?…。！？؟।॥۔။።:;,\"'”’»)\]]\s*$")
_ENDS = lazy(r"[.!?…。！？؟।॥۔။።][\"'”’»)\]]*(?=\s|$)|\n|(?<=[。！？])")
_CUT_SHORT = lazy(r"(?:\[\s*)?(?:…|\.\.\.)(?:\s*\])?\s*$")
_FEW = 6  # words that are quoted with those around them
_AROUND = 32  # characters of them, at most
_QUOTE = 160  # characters of a changed passage in one piece of evidence

_IN_WORDS = {
    "cut": ("cut", "cuts"),
    "added": ("addition", "additions"),
    "changed": ("change of words", "changes of words"),
    "moved": ("passage moved", "passages moved"),
    "style": ("change of writing", "changes of writing"),
    "time": ("change of a time", "changes of times"),
    "place": ("change of a place", "changes of places"),
    "headline": ("change of a heading", "changes of headings"),
    "typography": ("difference of typography", "differences of typography"),
}

T = TypeVar("T")

NONE, SMALL, DOUBT, FIRM = "none", "small", "doubt", "firm"


class Compared(NamedTuple):
    """A comparison, or why there is none.

    trouble: `incomplete-original`, `incomplete-input`, `translated`, `no-text`, `other-text`, `teaser`, or None. changes: those of the text itself.
    """

    changes: "tuple[Change, ...]"
    comparison: "Comparison"
    trouble: str | None


class _Same:
    """A case by its identity: several kinds ask for the same comparison."""

    __slots__ = ("case",)

    def __init__(self, case: Case) -> None:
        self.case = case

    def __hash__(self) -> int:
        return id(self.case)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.case is self.case


def compared(case: Case) -> Compared | None:
    """The copy beside its original; None when the original was not given."""
    return _compared(_Same(case))


@lru_cache(maxsize=2)
def _compared(same: _Same) -> Compared | None:
    case, reference = same.case, same.case.reference
    if reference is None:
        return None
    from compliance.text.changes import compare

    old, new = passages(reference.article, reference.attribution), passages(case.article, case.attribution)
    found = compare(old, new, writing_of(case))
    before = statements(reference.article, reference.attribution)
    after = sorted([*statements(case.article, case.attribution), *_asked(case)])
    changes = tuple(change for change in found.changes if not _stated(change, before, after))
    return Compared(changes, found, _trouble(case, reference, found, new))


_TEXTS = ("lines", "anchors")


def _asked(case: Case) -> list[tuple[int, int]]:
    """Where the copy carries what its terms ask it to carry: their line, the paragraph about the publisher, the note of edits."""
    from compliance.weighing.wording import find, templates_of

    spans = []
    for name, value in (option for _, options in demands(case.terms) for option in options):
        if name in _TEXTS:
            texts: Any = value
            for template in templates_of(texts):
                for match in find(case, template):
                    block = case.article.blocks[case.article.block_at(match.start)]
                    spans.append((block.start, block.end) if name == "anchors" else _sentence(case.article, match.start, match.end))
    return spans


def is_other(case: Case) -> bool:
    """Whether the text that was given as the original is another article's."""
    found = compared(case)
    return found is not None and found.trouble == "other-text"


def weight(change: "Change", found: Compared) -> str:
    """How much a change matters: NONE (typography), SMALL (writing, time, place, a word or two), DOUBT (it may not concern the text), FIRM."""
    if change.kind == "typography" or (change.kind == "added" and change.edge and change.doubtful):
        return NONE
    if change.edge and change.old_words >= max(_LONG_WORDS, _LONG * found.comparison.old_words):
        return FIRM
    if change.edge or change.doubtful or change.kind == "moved":
        return DOUBT
    return SMALL if change.kind in ("style", "time", "place", "headline") or "style" in change.maybe else FIRM


def revised_later(case: Case) -> str | None:
    """The day on which the original was changed after the copy was published, as the original's data say; None when they do not."""
    if case.reference is None or case.occasion.published is None:
        return None
    days = [day for claim in case.reference.article.claimed(*_MODIFIED) if (day := iso_day(claim.value))]
    return next((day for day in days if day > case.occasion.published), None)


def evidence(case: Case, changes: "list[Change]", most: int = 5) -> tuple[Evidence, ...]:
    """The old and the new words of some changes, where they stand in the copy. A word or two are quoted with those around them."""
    if case.reference is None or not case.article.blocks:
        return ()
    found = []
    for change in changes[:most]:
        around = max(change.old_words, change.new_words) <= _FEW and not change.whole
        old = _quoted(case.reference.article, change.old_span, change.old, around=around)
        new = _quoted(case.article, change.new_span, change.new, around=around)
        at = min(change.new_span[0], max(0, len(case.article.text) - 1))
        zone = case.article.blocks[case.article.block_at(at)].zone
        found.append(Evidence("near-miss", zone, f"{change.kind}: {old} → {new}", None, case.article.line_at(at)))
    return tuple(found)


def _quoted(article: Article, span: tuple[int, int], words: str, *, around: bool) -> str:
    if not words and not around:
        return "nothing"
    if around:
        block = article.blocks[article.block_at(min(span[0], len(article.text) - 1))]
        start, end = max(block.start, span[0] - _AROUND), min(max(block.end, span[1]), span[1] + _AROUND)
        space = article.text.find(" ", start, min(span[0], start + _AROUND // 2))
        start = space + 1 if start > block.start and space >= 0 else start
        space = article.text.rfind(" ", max(span[1], end - _AROUND // 2), end)
        end = space if end < block.end and space >= 0 else end
        words = article.text[start:end]
    return f"‹{_clipped(words)}›"


def writing_of(case: Case) -> "Writing":
    """How the copy's language writes."""
    from compliance.text.writing import PLAIN, unpack

    packed = case.lexicon.writing.get(primary(case.article.language) or "")
    return unpack(packed) if packed else PLAIN


def passages(article: Article, attribution: Attribution) -> "tuple[Passage, ...]":
    """The blocks of an article in order, those that are its text marked as such."""
    from compliance.text.sides import Passage

    spans = _by_block(article, [(span[0], span) for span in statements(article, attribution)])
    remarks = _by_block(article, [(remark.phrase, remark) for remark in attribution.remarks if remark.sort != "edited"])
    linked = [0] * len(article.blocks)
    for link in article.links:
        linked[link.block] += link.end - link.start
    pictures = {image.block for image in article.images}
    bodies = [index for index, block in enumerate(article.blocks) if block.zone is Zone.BODY and _seen(block)]
    about = {index for index in bodies[-_LAST:] if _names_author(attribution, article.blocks[index])}
    found = []
    for index, block in enumerate(article.blocks):
        if block.zone not in _ZONES or not _seen(block) or block.end <= block.start:
            continue
        text = article.text[block.start : block.end]
        heading = len(block.tag) == 2 and block.tag[0] == "h"
        core = block.zone is Zone.BODY if bodies else block.zone in (Zone.HEAD, Zone.CREDIT) and len(text) >= _LINE and block.tag not in ("author", "source")
        core = core and block.tag != "h1" and index not in about
        core = core and linked[index] < _LINKED * len(text) and not _is_statement(block, spans.get(index, []))
        core = core and not any(remark.phrase - block.start < _OPENING for remark in remarks.get(index, ()))
        below = index - 1 in pictures and article.blocks[index - 1].end <= article.blocks[index - 1].start
        doubtful = (below and len(text) < _CAPTION) or (index in remarks and len(text) <= _SHORT)
        doubtful = doubtful or (not heading and len(text) < _LABEL and not _STOPPED.search(text))
        found.append(Passage(text, block.start, core, heading, doubtful))
    return tuple(found)


def statements(article: Article, attribution: Attribution) -> list[tuple[int, int]]:
    """Where the page speaks of its text's origin, rights and edits: whole sentences."""
    spans = [(credit.start, credit.end) for credit in attribution.credits if credit.sort not in _NO_STATEMENT]
    spans += [(notice.start, notice.end) for notice in attribution.notices]
    spans += [(mention.start, mention.start + len(mention.text)) for mention in attribution.licenses if mention.zone is not Zone.METADATA]
    spans += [(remark.start, remark.end) for remark in attribution.remarks if remark.sort == "edited" and remark.sure]
    return sorted([*attribution.terms_spans, *(_sentence(article, start, end) for start, end in spans)])


def _trouble(case: Case, reference: Reference, found: "Comparison", new: "tuple[Passage, ...]") -> str | None:
    """Why nothing can be said of the copy's text."""
    if reference.article.incomplete:
        return "incomplete-original"
    own, other = primary(case.article.language), primary(reference.article.language)
    common = max(found.kept / max(1, found.old_words), found.taken / max(1, found.new_words))
    if own and other and own != other and common < _TRANSLATED:
        return "translated"
    if not found.old_words or not found.new_words:
        return "no-text"
    if common < _OTHER:
        return "other-text"
    if case.article.incomplete:
        return "incomplete-input"
    last = next((passage.text for passage in reversed(new) if passage.core), "")
    return "teaser" if case.article.format == "feed" and _CUT_SHORT.search(last) else None


def _stated(change: "Change", before: list[tuple[int, int]], after: list[tuple[int, int]]) -> bool:
    """Whether a change is no more than a statement that one side makes and the other does not."""
    if change.kind == "cut":
        return share(change.old_span, before) >= _STATED
    return change.kind == "added" and share(change.new_span, after) >= _STATED


def share(span: tuple[int, int], spans: list[tuple[int, int]]) -> float:
    """How much of a span the others cover, which are sorted (0 to 1)."""
    start, end = span
    covered = at = 0
    first = max(0, bisect_left(spans, (start, start)) - _OVERLAPPING)
    for one, other in spans[first : bisect_left(spans, (end, end))]:
        begin, finish = max(start, one, at), min(end, other)
        if finish > begin:
            covered, at = covered + finish - begin, finish
    return covered / max(1, end - start)


def _seen(block: Block) -> bool:
    return block.hidden is None or block.hidden in PARTLY


def _is_statement(block: Block, held: list[tuple[int, int]]) -> bool:
    """Whether a paragraph is no more than the statements that it holds."""
    return bool(held) and (block.end - block.start < _SHORT or share((block.start, block.end), held) >= _STATED)


def _by_block(article: Article, placed: "list[tuple[int, T]]") -> "dict[int, list[T]]":
    """Things by the block in which they stand."""
    found: dict[int, list[T]] = {}
    for offset, thing in placed:
        found.setdefault(article.block_at(offset), []).append(thing)
    return found


def _names_author(attribution: Attribution, block: Block) -> bool:
    """Whether a paragraph is about the author: it begins with the name."""
    opening = attribution.folded[block.start : block.start + _NAME].lstrip(" *_")
    return any(opening.startswith(fold(name)) for name in attribution.authors if " " in name)


def _sentence(article: Article, start: int, end: int) -> tuple[int, int]:
    """The sentence around a place, within its block."""
    block = article.blocks[article.block_at(start)]
    begin = max(block.start, start - _LONGEST)
    for stop in _ENDS.finditer(article.text, begin, max(begin, start)):
        begin = stop.end()
    limit = min(max(block.end, end), end + _LONGEST)
    closing = _ENDS.search(article.text, max(start, end - 1), limit)
    return begin, closing.end() if closing else limit


def _clipped(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _QUOTE else flat[: _QUOTE // 2].rstrip() + " … " + flat[-_QUOTE // 2 :].lstrip()


def counted(changes: "list[Change]") -> str:
    """How many changes there are of each kind: "2 cuts, 1 addition"."""
    counts = [(sum(change.kind == kind for change in changes), words) for kind, words in _IN_WORDS.items()]
    return ", ".join(f"{count} {words[count > 1]}" for count, words in counts if count)
