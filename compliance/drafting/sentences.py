"""An article's blocks into paragraphs of sentences, each with its heading and, in a list, with what leads it in."""

import re
from typing import NamedTuple

from compliance.drafting.phrases import Word, words_of
from compliance.model.article import Article, Block, Zone
from compliance.text.patterns import lazy

_LONGEST = 2500  # characters of a sentence; what is longer is none
_MOST = 300  # sentences of a paragraph that are read
_SHORT_LEAD = 14  # words
_QUOTED_WORDS = 4  # a shorter quotation is a word that the writer doubts, not what a copy should say
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ITEMS = frozenset(("li", "dd"))
_LITERAL = frozenset(("blockquote", "pre", "code", "textarea"))
_NEVER = frozenset((Zone.NAV, Zone.COMMENTS, Zone.CAPTION, Zone.METADATA))
_QUOTE = lazy(r"“([^“”]{3,600})”|«\s*([^«»]{3,600}?)\s*»|„([^„“”]{3,600})[“”]|\"([^\"]{3,600})\"|”([^“”]{3,600})”")
_BULLET = lazy(r"\s*(?:[-*•–·▪]|\(?\d{1,2}[.):]|\(?[a-z]\))\s+")
_END = lazy(r"[.!?…]+[\"”»’)\]]*\s+(?=[\"“«„(\[¿¡]?\s?[A-ZÀ-ÞŒ0-9¿¡])")
_SHORT = lazy(
    r"(?:^|[\s(])(?:z\.\s?B|d\.\s?h|u\.\s?a|bzw|ca|Nr|Abs|Art|art|vgl|p\.\s?ex|e\.g|i\.e|etc|cf|vs|No|Inc|Ltd|Dr|Mr|Mrs|Ms|St|Sr|Sra|M|Mme|pp|[A-Za-z])\.\s+$"
)
_ENDED = (".", "!", "?", ":", ";")


class Sentence(NamedTuple):
    """A sentence. words: without those of its quotations. quotes: its quotations of some length, and at which word each begins.

    lead: what leads in the list that it is an item of; `` elsewhere. first: it is the first sentence of its paragraph.
    """

    text: str
    words: list[Word]
    quotes: tuple[tuple[int, str], ...]
    lead: str
    first: bool

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return self.text.rstrip().endswith("?")


class Paragraph(NamedTuple):
    """A paragraph or list item. number: of its block. heading: number of the block that is its heading, -1 for none.

    item: it is an item of a list, and led_by the number of the block that leads the list in, -1 for none. literal: the text of the
    block after it when that holds what a copy should say.
    """

    number: int
    text: str
    zone: Zone
    heading: int
    item: bool
    led_by: int
    sentences: tuple[Sentence, ...]
    literal: str


def paragraphs_of(article: Article) -> list[Paragraph]:
    """All paragraphs that a reader sees, but for the parts of the site around the text, headings left out."""
    found: list[Paragraph] = []
    heading = before = -1
    lead = ""
    blocks = article.blocks
    for number, block in enumerate(blocks):
        text = article.text[block.start : block.end].strip()
        if not text or not _shown(block):
            continue
        if block.tag in _HEADINGS or (article.format == "text" and _is_heading(text)):
            heading, before, lead = number, number, text
            continue
        item = block.tag in _ITEMS
        lines = _lines(text, exact=article.format != "html")
        sentences: list[Sentence] = []
        inner = lead if item or _BULLET.match(text) else ""
        for line in lines:
            bullet = _BULLET.match(line)
            sentences += _sentences(line[bullet.end() :] if bullet else line, inner if item or bullet else "")
            if not item and not bullet and sentences:
                inner = _lead(sentences[-1].text)
        if not sentences:
            continue
        bulleted = item or _BULLET.match(text) is not None
        found.append(Paragraph(number, text, block.zone, heading, bulleted, before if bulleted else -1, tuple(sentences), _literal(article, number)))
        if not bulleted:
            before, lead = number, _lead(sentences[-1].text)
    return found


def _lead(text: str) -> str:
    """A sentence when it may lead in a list: it ends with a colon, or is short and has none."""
    return text if text.endswith(":") or (":" not in text and len(text.split()) <= _SHORT_LEAD) else ""


def headline_of(article: Article, number: int) -> str:
    """The text of a heading; `` for none."""
    return article.text[article.blocks[number].start : article.blocks[number].end].strip() if number >= 0 else ""


def masked(text: str) -> str:
    """The text with its longer quotations blanked, letter for letter, but for the stop that ends one."""
    parts = []
    end = 0
    for match in _QUOTE.finditer(text):
        if _is_long(_inner(match)):
            inner = text[match.start() + 1 : match.end() - 1]
            stop = inner[-1:] if inner[-1:] in ".!?" else " "
            parts += [text[end : match.start() + 1], " " * (len(inner) - 1), stop, text[match.end() - 1 : match.end()]]
            end = match.end()
    return "".join((*parts, text[end:])) if parts else text


def _shown(block: Block) -> bool:
    return block.hidden is None and block.zone not in _NEVER


def _is_heading(text: str) -> bool:
    return "\n" not in text and len(text) < 70 and text[-1:] not in (*_ENDED, ",") and not _BULLET.match(text)


def _inner(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group)


def _is_long(quoted: str) -> bool:
    return len(quoted.split()) >= _QUOTED_WORDS or "[" in quoted


def _lines(text: str, *, exact: bool) -> list[str]:
    """Lines that stand for themselves. exact: line breaks are those of the source, which breaks sentences too."""
    found: list[str] = []
    for line in text.split("\n"):
        if found and exact and not _BULLET.match(line) and (not found[-1].rstrip().endswith(":") or not line[:1].isupper()):
            found[-1] = f"{found[-1].rstrip()} {line.strip()}"
        elif line.strip():
            found.append(line)
    return found


def _sentences(text: str, lead: str) -> list[Sentence]:
    blank = masked(text)
    found: list[Sentence] = []
    start = 0
    for match in _END.finditer(blank):
        if len(found) >= _MOST:
            return found
        if _SHORT.search(blank, max(start, match.start() - 8), match.end()):
            continue
        found += _sentence(text[start : match.end()], lead, first=not found)
        start = match.end()
    return found + _sentence(text[start:], lead, first=not found)


def _sentence(text: str, lead: str, *, first: bool) -> list[Sentence]:
    if not text.strip() or len(text) > _LONGEST:
        return []
    words = words_of(masked(text))
    quoted = [match for match in _QUOTE.finditer(text) if _is_long(_inner(match))]
    quotes = [(sum(word.start < match.start() for word in words), _inner(match).strip()) for match in quoted]
    return [Sentence(text.strip(), words, tuple(quotes), lead, first)]


def _literal(article: Article, number: int) -> str:
    """What stands in the block after one that ends with a colon, when it is set apart from the text or short."""
    block = article.blocks[number]
    if not article.text[block.start : block.end].rstrip().endswith(":") or number + 1 >= len(article.blocks):
        return ""
    after = article.blocks[number + 1]
    text = " ".join(article.text[after.start : after.end].split())
    if after.hidden or after.tag in _ITEMS or (after.tag not in _LITERAL and len(text) > 300):
        return ""
    return text.strip('"“”«»„ ')
