"""Plain text into an article. A blank line ends a block; Markdown links and autolinks in it are links."""

from compliance.model.article import Article
from compliance.read.builder import Flat
from compliance.text.patterns import lazy

_LINK = lazy(r"(?<!!)\[([^\[\]\n]{1,300})\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+[\"'][^\"'\n]*[\"'])?\s*\)|<(https?://[^<>\s]+)>")
_PARAGRAPHS = lazy(r"\n[ \t]*\n")


def read_plain(text: str, location: str, url: str | None) -> Article:
    """Read one text. Its first block is the title when it is short."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    flat = Flat(_same)
    line = 1
    title = None
    for paragraph in _PARAGRAPHS.split(text):
        lead = len(paragraph) - len(paragraph.lstrip("\n"))
        flat.open_block(None, None, "p")
        _paragraph(flat, paragraph[lead:], line + lead)
        if title is None and paragraph.strip():
            title = " ".join(paragraph.split()) if len(paragraph) < 200 else ""
        line += paragraph.count("\n") + 2
    flat_text, blocks, links, images = flat.finish()
    return Article(
        location=location,
        entry=None,
        url=url,
        base=url,
        title=title or None,
        language=None,
        format="text",
        text=flat_text,
        blocks=blocks,
        links=links,
        images=images,
        claims=(),
        exact_lines=True,
        incomplete=None,
    )


def _paragraph(flat: Flat, paragraph: str, line: int) -> None:
    for number, source in enumerate(paragraph.split("\n")):
        if number:
            flat.line_break()
        at = 0
        for match in _LINK.finditer(source):
            flat.text(source[at : match.start()], line + number)
            words = match.group(1) or match.group(3)
            link = flat.open_link(match.group(3) or match.group(2), "", None, None, line + number)
            flat.text(words, line + number)
            flat.close_link(link)
            at = match.end()
        flat.text(source[at:], line + number)


def _same(line: int | None) -> int | None:
    """The place of words in a text is their line."""
    return line
