"""Whether a publisher's terms still read as they did: the paragraph of terms on the page, against the digest in the rule file.

Compared are words: case, accents, quotes, dashes and white space do not count, nor what stands in navigation, side boxes and footers.
"""

import hashlib
from typing import NamedTuple

from compliance.drafting import draft
from compliance.drafting.clauses import Clauses
from compliance.errors import ReadError
from compliance.model.article import Article, Zone, counts
from compliance.model.resource import Resource, Unread
from compliance.model.terms import Terms
from compliance.read import read
from compliance.terms import Shelf
from compliance.text.urls import page_key, same_page
from compliance.text.words import fold, readable

SAME, CHANGED, NOT_STORED, UNREACHABLE = "same", "changed", "not stored", "unreachable"
_CHALLENGES = (
    "just a moment", "attention required", "access denied", "verify you are human", "verifying you are human", "are you a robot", "not a robot",
    "checking your browser", "security check", "enable javascript and cookies", "pardon our interruption", "robot or human", "ddos protection",
    "unusual traffic", "request unsuccessful", "captcha", "vérification de sécurité", "un instant", "einen moment", "проверка браузера", "安全验证",
)  # fmt: skip
_CHALLENGE_LETTERS = 900  # letters of a page that lets nobody in; a page of terms is longer, or has a paragraph of terms

_LANGUAGE = 2  # letters of a path that is a language: "/fr"


class Drift(NamedTuple):
    """What became of the terms. outcome: SAME, CHANGED, NOT_STORED, UNREACHABLE. digest: of the text as it is now, None when there is none.

    whole: no paragraph of terms was told apart, and the page's whole text was taken. moved: the address at which the page stands now.
    """

    outcome: str
    digest: str | None = None
    why: str = ""
    whole: bool = False
    moved: str | None = None


def drift(terms: Terms, loaded: Resource | Unread, shelf: Shelf, clauses: tuple[Clauses, ...]) -> Drift:
    """Compare a page as it was just fetched with the terms as they were read."""
    if isinstance(loaded, Unread):
        return Drift(UNREACHABLE, why=loaded.message.removeprefix(f"{loaded.location}: "))
    moved = loaded.url if loaded.url and terms.url and not same_page(loaded.url, terms.url) else None
    try:
        articles = read(loaded)
    except ReadError as error:
        return Drift(UNREACHABLE, why=str(error).removeprefix(f"{loaded.location}: "), moved=moved)
    article = articles[0] if articles else None
    if article is None or article.incomplete:
        return Drift(UNREACHABLE, why=f"could not be read whole: {article.incomplete}" if article else "nothing stands on the page", moved=moved)
    everything = _shown(article)
    text = paragraph_of(article, terms, shelf, clauses)
    text, whole = text or everything, not text
    if not text:
        return Drift(UNREACHABLE, why="no text stands on the page: it may be made by a script", moved=moved)
    if whole and _is_challenge(article):
        return Drift(UNREACHABLE, why="the site asks whether a person is there, and does not show the page: open it in a browser", moved=moved)
    if whole and moved and _is_home(moved) and not _is_home(terms.url or ""):
        return Drift(UNREACHABLE, why="the address leads to the front page: the page of terms may be gone", moved=moved)
    if whole and terms.publisher and _is_home(terms.url or ""):
        return Drift(UNREACHABLE, why="no paragraph of terms was found on this front page; its other text changes every day", moved=moved)
    digest = digest_of(text)
    outcome = NOT_STORED if terms.digest is None else SAME if terms.digest in (digest, digest_of(everything)) else CHANGED
    return Drift(outcome, digest, whole=whole, moved=moved)


def paragraph_of(article: Article, terms: Terms, shelf: Shelf, clauses: tuple[Clauses, ...]) -> str:
    """The paragraphs of terms on a page; `` where none are told apart. A licence's own text is terms from end to end."""
    drafted = draft(article, shelf, clauses, terms.id, terms.publisher.name) if terms.publisher else None
    return drafted.text.strip() if drafted else ""


def _shown(article: Article) -> str:
    """What a reader sees of the article itself."""
    shown = [block for block in article.blocks if counts(block.zone, block.hidden) or (block.zone is Zone.CAPTION and block.hidden is None)]
    return "\n".join(article.text[block.start : block.end] for block in shown).strip()


def digest_of(text: str) -> str:
    """`sha256:` of the words of a text."""
    return "sha256:" + hashlib.sha256(" ".join(fold(readable(text)).split()).encode()).hexdigest()


def _is_home(url: str) -> bool:
    """Whether an address is a site's front page, in one of its languages perhaps. A page of terms may look like a section."""
    key = page_key(url)
    return key is not None and not key.query and len(key.path.strip("/")) <= _LANGUAGE


def _is_challenge(article: Article) -> bool:
    """Whether a short page asks its reader to prove to be a person, or only says that it lets nobody in."""
    if len(article.text) > _CHALLENGE_LETTERS:
        return False
    words = fold(f"{article.title or ''}\n{article.text}")
    return any(fold(sign) in words for sign in _CHALLENGES)
