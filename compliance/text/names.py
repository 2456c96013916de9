"""Names of publishers and people: when two of them are one."""

import re
from functools import lru_cache

from compliance.text.patterns import lazy
from compliance.text.words import fold, occurrences

_ARTICLES = lazy(r"^(?:the|la|le|les|el|los|las|il|lo|gli|der|die|das|de|het|o|a|os|as|l')\s+|^l'", re.IGNORECASE)
_TAIL = lazy(r"\s*(?:\.(?:com|org|net|co\.uk|info|news|ca|fr|de|es|it|ru|cl)|,? (?:inc|llc|ltd|gmbh|plc|corp)\.?)$")
_EDGES = " \t\n\"'.,;:!?()[]<>|/*_-–—·•#@&"
_HALF_WIDE = lazy("[\uff21-\uff3a\uff41-\uff5a][A-Za-z]|[A-Za-z][\uff21-\uff3a\uff41-\uff5a]")
_STRIKES = "\u0334\u0335\u0336\u0337\u0338"
"""Marks that strike a letter through: with one of them it is another letter."""
_GENERIC_WORDS = frozenset(
    ["blog", "magazine", "news", "newspaper", "website", "site", "online", "journal", "newsletter", "team", "staff", "media", "post", "posts"]
)


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """The canonical form of a name: no article, no legal form, no `.com`, no punctuation at its edges."""
    folded = fold(name).strip(_EDGES)
    folded = _TAIL.sub("", folded)
    folded = _ARTICLES.sub("", folded)
    return re.sub(r"[\s_.-]+", " ", folded).strip(_EDGES)


@lru_cache(maxsize=8192)
def squash(name: str) -> str:
    """The letters and digits of a name's canonical form and nothing between them: `The Duran` gives `duran`."""
    return "".join(letter for letter in name_key(name) if letter.isalnum() or letter in _STRIKES)


def same_name(one: str, other: str) -> bool:
    """Whether two names are one but for article, case, accents, legal form and words such as "blog"."""
    if disguised(one) or disguised(other):
        return False
    if name_key(one) == name_key(other) or squash(one) == squash(other):
        return bool(squash(one))
    left, right = _core(one), _core(other)
    return bool(left) and left == right


def _core(name: str) -> tuple[str, ...]:
    return tuple(word for word in name_key(name).split() if word not in _GENERIC_WORDS)


def disguised(text: str) -> bool:
    """Whether a word mixes full-width letters with plain ones, as no keyboard does."""
    return not text.isascii() and _HALF_WIDE.search(text) is not None


def names_in(text: str, name: str) -> list[int]:
    """Offsets at which a name stands as whole words in a text that is in canonical form."""
    return occurrences(text, fold(name).strip())


def mentions(text: str, name: str) -> bool:
    """Whether a piece of text holds the name as whole words."""
    return bool(names_in(fold(text), name))


@lru_cache(maxsize=4096)
def matches_host(name: str, host: str) -> bool:
    """Whether a name is the one that a host bears: `La Tercera` and `latercera.com`, `The Duran` and `theduran.com`."""
    letters = "".join(letter for letter in fold(name) if letter.isalnum())
    short = squash(name)
    if len(short) < 3 or disguised(name):
        return False
    labels = host.partition(":")[0].split(".")
    bodies = {label.replace("-", "") for label in labels[:-1] if len(label) > 2} | {"".join(labels).replace("-", "")}
    return bool({letters, short} & bodies)
