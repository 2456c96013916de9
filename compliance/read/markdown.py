"""Markdown into an article: CommonMark to HTML by markdown-it-py, then the walk that reads HTML.

Every block carries its line as `data-line`, and every line break of the source stays one, so that positions are exact.
Raw HTML goes through as it is: it is seen with the same eyes as on a page.
"""

import re

from compliance.model.article import Article, Claim
from compliance.read.frontmatter import split
from compliance.read.html import read_html
from compliance.read.walk import FRONT_MATTER, Page
from compliance.text.patterns import lazy

_SHORTCODE = lazy(r"^\s*(?:import|export)\s.+?from\s+['\"].+?['\"];?\s*$", re.MULTILINE)
_LONGEST_NOTE = 5000
_INCLUDE = lazy(r"\{:\s*[^}\n]*\}")
_NOTE = lazy(  # what a generator leaves out: comments of Liquid, of Nunjucks, of Go's templates, and the shortcode of Hugo
    r"\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}|\{#\s.*?\s#\}|\{\{-?\s*/\*.*?\*/\s*-?\}\}"
    r"|\{\{([<%])\s*comment\s*[%>]\}\}.*?\{\{\1\s*/comment\s*[%>]\}\}",
    re.DOTALL,
)
_SLOT = lazy(r"(?<=\]\()\s*\{[{%][^\n()]*?[%}]\}")
_MAX_BARS = 100_000  # the cells of a table; more take minutes, and are read as the words they are


def read_markdown(text: str, location: str, url: str | None) -> Article:
    """Read one Markdown file. Raises ReadError when its front matter is not well-formed."""
    from markdown_it import MarkdownIt

    text = text.replace("\r\n", "\n").replace("\r", "\n")
    claims, body, skipped = split(text, location)
    body = _printed(_SHORTCODE.sub("", _INCLUDE.sub("", body)))
    markdown = MarkdownIt("commonmark", {"breaks": True, "html": True}).enable(["table", "strikethrough"] if body.count("|") < _MAX_BARS else ["strikethrough"])
    markdown.validateLink = _any_link  # type: ignore[method-assign,assignment]
    tokens = markdown.parse(body)
    for token in tokens:
        if token.map and token.nesting >= 0 and token.type != "html_block":
            token.attrSet("data-line", str(token.map[0] + 1 + skipped))
    markup = markdown.renderer.render(tokens, markdown.options, {})
    notes = "".join(f'<div {FRONT_MATTER} data-line="{claim.line or 1}">{markdown.renderInline(claim.value)}</div>' for claim in claims if _is_prose(claim))
    page = Page(
        location, url, format="markdown", exact_lines=True, claims=claims, title=_first(claims, "title"), language=_first(claims, "lang", "language", "locale")
    )
    return read_html(f"<article>{notes}{markup}</article>", page)


def _printed(body: str) -> str:
    """The body as the generator prints it, line by line the same: without comments; a slot stays a link's address, which nobody has filled in yet."""
    if "{{" not in body and "{%" not in body and "{#" not in body:
        return body
    body = _NOTE.sub(lambda note: "\n" * note.group().count("\n"), body)
    return _SLOT.sub(lambda slot: "".join(slot.group().split()), body)


def _is_prose(claim: Claim) -> bool:
    """Whether a value of the front matter is a sentence with a link: a note that the theme prints above or below the text."""
    return len(claim.value) < _LONGEST_NOTE and " " in claim.value and ("](" in claim.value or "<a " in claim.value)


def _any_link(href: str) -> bool:
    """Every link is kept as written: `javascript:` and `#` are evidence here, not a danger."""
    return len(href) < 8192


def _first(claims: tuple[Claim, ...], *keys: str) -> str | None:
    return next((claim.value for key in keys for claim in claims if claim.name == f"front-matter:{key}"), None)
