"""How a language writes, out of its phrase file: two ways of writing one thing, words of time and place."""

from collections.abc import Iterable, Mapping
from typing import Any

from compliance.text.tokens import tokenise
from compliance.text.words import readable
from compliance.text.writing import expression, pack

LISTS = ("days", "time", "units", "beside", "here", "places")
_SMALL = ("prepositions", "articles")


def packed_writing(data: Mapping[str, Any]) -> str:
    """The fields of compliance.text.writing, packed: nobody needs them before two texts are compared."""
    months = [list(_texts(names)) for names in _list(data, "months")]
    pairs = dict.fromkeys(pair for item in _texts(_list(data, "variants")) if (pair := variant(item)))
    pairs |= dict.fromkeys((_spoken(name), _spoken(names[0])) for names in months for name in names[1:] if len(names[0]) > len(name))
    days, *others = (map(_spoken, _texts(_list(data, key))) for key in LISTS)
    small = (_spoken(item) for key in _SMALL for item in _texts(_list(data, key)))
    return pack([(f"{one}={other}" for one, other in pairs), days, (_spoken(name) for names in months for name in names), *others, small])


def variant(item: str) -> tuple[str, str] | None:
    """Both sides of "ten = 10", "-ise = -ize", "Mr =" as texts are compared by them; None for what is no such pair."""
    one, equals, other = item.partition("=")
    one, other = one.strip(), other.strip()
    if not equals or not _spoken(one):
        return None
    if one.startswith("-") and len(one) > 1:
        return ("-" + _spoken(one), "-" + _spoken(other)) if other.startswith("-") else None
    return _spoken(one), _spoken(other)


def _list(data: Mapping[str, Any], key: str) -> list[Any]:
    value = data.get(key)
    return value if isinstance(value, list) else []


def _texts(items: Any) -> Iterable[str]:
    return (item for item in items if isinstance(item, str)) if isinstance(items, list) else ()


def _spoken(item: str) -> str:
    """Words as one expression of the words that texts are compared by."""
    return expression(tokenise(readable(item)).keys)
