"""A copy under construction: what stands on the page, for which demand, and how it has to be checked."""

from html import escape
from typing import Any

from compliance.model.terms import Terms

from .texts import TEXTS, Text

PLACES = ("head", "byline", "lead", "figure", "text", "tail")
SITE = "tidewater.example"
REPUBLISHER = "Tidewater Courier"
NUMBER = "198431"


class Copy:
    """The article, and the pieces of the page with the kinds of demand that each of them meets.

    with_original: a demand needs the original's own page. moved: kinds whose pieces stand elsewhere than they were put.
    """

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        languages = terms.publisher.languages if terms.publisher else ()
        self.language = next((language for language in languages if language in TEXTS), "en")
        self.text: Text = TEXTS[self.language]
        self.title = self.text.title
        self.paragraphs = list(self.text.paragraphs)
        self.publisher = terms.publisher.name if terms.publisher else "The Brass Wheel"
        domain = terms.publisher.domains[0] if terms.publisher and terms.publisher.domains else "brasswheel.example"
        self.host = domain
        self.url = f"https://{domain}/2026/05/clockmaker-tide-{NUMBER}"
        self.home = f"https://{domain}/"
        self.settings: dict[str, Any] = {}
        self.uses: list[str] = []
        self.declared: dict[str, str | bool] = {}
        self.permissions: list[dict[str, Any]] = []
        self.with_original = False
        self.institution = ""
        self.notices: dict[str, str] = {}
        self.published = "2026-05-10"
        self.moved: dict[str, str] = {}
        self._pieces: list[tuple[str, frozenset[str], str]] = []

    def put(self, place: str, html: str, *kinds: str) -> None:
        """Add a piece of the page that meets these kinds."""
        self._pieces.append((place, frozenset(kinds), html))

    def take_away(self, kinds: frozenset[str]) -> None:
        """Remove every piece that meets one of these kinds."""
        self._pieces = [piece for piece in self._pieces if not piece[1] & kinds]

    def has(self, kind: str) -> bool:
        """Whether a piece meets this kind already."""
        return any(kind in kinds for _, kinds, _ in self._pieces)

    def render(self) -> str:
        """The page."""
        placed = [(next((self.moved[kind] for kind in kinds if kind in self.moved), place), html) for place, kinds, html in self._pieces]
        at = {place: "".join(f"{html}\n" for where, html in placed if where == place) for place in PLACES}
        first, *rest = (f"<p>{escape(paragraph, quote=False)}</p>\n" for paragraph in self.paragraphs)
        return (
            f'<!doctype html>\n<html lang="{self.language}"><head><meta charset="utf-8"><title>{escape(self.title)} | {REPUBLISHER}</title>\n'
            f'<meta property="article:published_time" content="{self.published}T09:00:00Z">\n{at["head"]}</head>\n<body>\n'
            f'<header><a href="/">{REPUBLISHER}</a></header>\n<article>\n<h1>{escape(self.title)}</h1>\n{at["byline"]}{at["lead"]}{first}'
            f"{at['figure']}{''.join(rest)}{at['text']}{at['tail']}</article>\n<footer>© 2026 {REPUBLISHER}</footer>\n</body></html>\n"
        )

    def render_original(self) -> str:
        """The original as its publisher shows it."""
        text = "".join(f"<p>{escape(paragraph, quote=False)}</p>\n" for paragraph in self.text.paragraphs)
        inside = "".join(f"{html}\n" for _, kinds, html in self._pieces if kinds & {"links-kept", "copyright-notice"})
        return (
            f'<!doctype html>\n<html lang="{self.language}"><head><meta charset="utf-8"><title>{escape(self.text.title)}</title>\n'
            f'<link rel="canonical" href="{self.url}">\n<meta property="article:published_time" content="2026-05-03T06:00:00Z">\n</head>\n<body>\n'
            f"<article>\n<h1>{escape(self.text.title)}</h1>\n<p>{self.text.by.format(self.text.author)}{self.institution}</p>\n{text}{inside}{''.join(self.notices.values())}</article>\n</body></html>\n"
        )
