"""Where a page's markup says that an author is named: `itemprop`, and the habits of class names."""

from functools import lru_cache
from itertools import pairwise

from compliance.read.zones import parts_of

AUTHOR, NAME, CREDIT = "author", "name", "credit"

_AUTHORS = frozenset(
    "author authors byline bylines autor autoren autorin auteur auteurs autore autori autores forfatter författare redacteur redakteur reporter journalist "
    "writer writers columnist contributor contributors creator vcard".split()
)
_PAIRS = frozenset(("by-line", "posted-by", "written-by", "post-by", "submitted-by", "published-by", "article-by", "entry-by", "story-by", "meta-by"))
_NOT = frozenset(
    "bio biography box about avatar avatars image images img photo photos pic picture thumb thumbnail thumbnails portrait description desc intro text content "
    "social follow links more posts comment comments commentlist date time datetime published title headline job role position email mail twitter facebook "
    "instagram widget page archive icon icons count related sidebar profile card body info-box footer bottom signature button btn share url "
    "website no without has is hide hidden commentauthor reply rating recipe search filter list-page".split()
)
_NAMES = frozenset(("fn", "name"))
_CREDITS = frozenset("credit credits photographer copyright attribution courtesy fotograf fotografo photographe bildquelle bildnachweis".split())
_CREDIT_PROPERTIES = frozenset(("credittext", "copyrightholder", "copyrightnotice"))
WHOLE = frozenset(("html", "body", "main", "article", "section", "ul", "ol", "form", "table", "tbody", "img", "input"))
"""Elements whose class speaks of all that they hold: `<article class="post author-jane">`."""


@lru_cache(maxsize=1024)
def by_property(words: str) -> str | None:
    """What `itemprop` says: `author` for an element that holds an author, `name` for a name inside one, `credit` for a picture's, else None."""
    found = words.lower().split()
    if "author" in found or "creator" in found:
        return AUTHOR
    if not _CREDIT_PROPERTIES.isdisjoint(found):
        return CREDIT
    return NAME if "name" in found else None


@lru_cache(maxsize=16384)
def by_class(words: str) -> str | None:
    """What the words of a class say, in the same way."""
    found = [_by_word(word) for word in words.split()]
    if None in found and len(found) > 1 and any(_refuses(word) for word in words.split()):
        return None
    return next((sort for sort in (AUTHOR, NAME, CREDIT) if sort in found), None)


def _refuses(word: str) -> bool:
    return any(part in _NOT for part in parts_of(word)) and any(part in _AUTHORS for part in parts_of(word))


def _by_word(word: str) -> str | None:
    pieces = parts_of(word)
    if not _CREDITS.isdisjoint(pieces):
        return CREDIT
    if not _NOT.isdisjoint(pieces) or len(pieces) > 5:
        return None
    if not _AUTHORS.isdisjoint(pieces) or any("-".join(pair) in _PAIRS for pair in pairwise(pieces)):
        return AUTHOR
    return NAME if pieces and pieces[-1] in _NAMES else None
