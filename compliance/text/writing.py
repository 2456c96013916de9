"""How a language writes, as far as two texts that say the same may differ by it: spelling, figures, abbreviations, words of time and place.

All words are in canonical form (compliance.text.words), several words of one thing with single spaces between them.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from compliance.text.words import is_dense

_LONGEST = 4  # words, or letters of a script without spaces, of one expression
_STEM = 3  # letters that must stand before an ending
_DIGITS = 15  # of a number that is reckoned with
_HUNDRED = 100


class Writing(NamedTuple):
    """One language's.

    variants: pairs of two ways of writing one thing: "per cent" for "%", "1" for "one"; with a hyphen, of two endings; the second is empty
    where the first may be left out ("Mr").
    days: the days of the week. time: other words that tell when by themselves (today). units: of time (week). beside: words that tell
    when together with a unit (last). here: words that tell a place by where they are read. places: names of countries and the like.
    small: words that mean nothing alone (on, the).
    """

    variants: tuple[tuple[str, str], ...] = ()
    days: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    time: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    here: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()


PLAIN = Writing()
"""Of a language of which nothing is known."""


def pack(fields: Iterable[Iterable[str]]) -> str:
    """All fields of a language as one text, the pairs as "%=per cent": it is read at every start, and hardly ever needed."""
    return "\n".join("|".join(dict.fromkeys(field)) for field in fields)


@lru_cache(maxsize=64)
def unpack(packed: str) -> Writing:
    """The fields of a packed text."""
    pairs, *fields = [field.split("|") if field else [] for field in packed.split("\n")]
    variants = tuple((one, other) for one, _, other in (pair.partition("=") for pair in pairs))
    return Writing(variants, *map(frozenset, fields))


class _Item(NamedTuple):
    """A word or a number in the form that all its variants share. worded: it was a number written as a word. sign: it was a sign ($)."""

    text: str
    value: float | None = None
    worded: bool = False
    sign: bool = False


def same_written(old: Sequence[str], new: Sequence[str], writing: Writing) -> bool:
    """Whether two runs of words say the same, written in two ways: realise and realize, ten and 10, Dr and Doctor, e-mail and email."""
    one, other = canonical(old, writing), canonical(new, writing)
    if one == other:
        return True
    joined = "".join(old)
    return joined == "".join(new) and not any(letter.isdigit() for letter in joined)


def tells_time(old: Sequence[str], new: Sequence[str], writing: Writing) -> str | None:
    """What a change between words of time is: `style` when both say the same, `time`, `perhaps` when both name another day or year; None for others."""
    one, other = canonical(old, writing), canonical(new, writing)
    known = (writing.days, writing.months, writing.time, writing.units, writing.beside)
    left, right = _parts(one, known, writing.small), _parts(other, known, writing.small)
    if left is None or right is None or not any(any(side[:3]) or (side[3] and side[4]) for side in (left, right)):
        return None
    if left == right:
        return "style"
    return "perhaps" if any(_differ(left[index], right[index]) for index in (0, 1, 5)) else "time"


def tells_place(old: Sequence[str], new: Sequence[str], writing: Writing) -> str | None:
    """What a change between names of places is: `place` when one is added or left out, `perhaps` when another one is named; None for others."""
    left, right = (_parts(canonical(side, writing), (writing.places, writing.here), writing.small, numbers=False) for side in (old, new))
    if left is None or right is None or not any(left + right):
        return None
    return "perhaps" if _differ(left[0], right[0]) else "place"


def canonical(keys: Sequence[str], writing: Writing) -> tuple[str, ...]:
    """Words in the form that all their variants share."""
    words, endings = _table(writing.variants)
    found: list[_Item] = []
    at = 0
    while at < len(keys):
        size, said = _longest(keys, at, words)
        if size:
            if len(said) == 1 and said[0][0].isdigit():
                found += [_item(said[0], worded=True)] if said[0].isdigit() else _single(said[0], words, ())
            elif said:
                found.append(_Item(" ".join(said), sign=not keys[at][0].isalnum()))
            at += size
            continue
        found += _single(keys[at], words, endings)
        at += 1
    return tuple(word for item in _signs_behind(_reckoned(found)) for word in item.text.split())


@lru_cache(maxsize=64)
def _table(variants: tuple[tuple[str, str], ...]) -> tuple[dict[str, tuple[str, ...]], tuple[tuple[str, str], ...]]:
    plain = [(one, tuple(other.split())) for one, other in variants if one == "-" or not one.startswith("-")]
    words = {" ".join(other): other for _, other in plain if len(other) > 1} | dict(plain)
    endings = [(one[1:], other[1:]) for one, other in variants if one.startswith("-") and one != "-"]
    return words, tuple(sorted(endings, key=lambda pair: -len(pair[0])))


def _longest(keys: Sequence[str], at: int, words: dict[str, tuple[str, ...]]) -> tuple[int, tuple[str, ...]]:
    """The longest expression that begins here: how many words it has, and what it stands for."""
    for size in range(min(_LONGEST, len(keys) - at), 0, -1):
        said = words.get(expression(keys[at : at + size]))
        if said is not None:
            return size, said
    return 0, ()


def expression(keys: Sequence[str]) -> str:
    """Words as one expression: with spaces between them where their script has any."""
    return "".join(keys) if all(is_dense(key[0]) or key[0].isdigit() for key in keys) and any(is_dense(key[0]) for key in keys) else " ".join(keys)


def _single(key: str, words: dict[str, tuple[str, ...]], endings: tuple[tuple[str, str], ...]) -> list[_Item]:
    if key[0].isdigit():
        digits = key.rstrip("".join(letter for letter in set(key) if letter.isalpha()))
        rest = key[len(digits) :]
        if digits and rest and key not in words:
            return [_item(digits), _item(" ".join(words.get(rest, (rest,))), worded=True)]
        return [_item(key)]
    if not key[0].isalnum():
        return [_Item(key, sign=True)]
    for one, other in endings:
        if key.endswith(one) and len(key) - len(one) >= _STEM:
            return [_Item(key[: len(key) - len(one)] + other)]
    return [_Item(key)]


def _item(word: str, *, worded: bool = False) -> _Item:
    plain = word.replace(".", "", 1)
    value = float(word) if plain.isascii() and plain.isdigit() and word[0] != "." and word[-1] != "." and len(word) <= _DIGITS else None
    return _Item(word, value, worded and value is not None)


def _signs_behind(items: list[_Item]) -> list[_Item]:
    """Signs behind their numbers: "3 billion $" for "$ 3 billion"."""
    found: list[_Item] = []
    waiting: _Item | None = None
    for index, item in enumerate(items):
        if item.sign and item.text != "-" and waiting is None and index + 1 < len(items) and items[index + 1].value is not None:
            waiting = item
            continue
        if waiting and item.value is None:
            found.append(waiting)
            waiting = None
        found.append(item)
    return [*found, waiting] if waiting else found


def _reckoned(items: list[_Item]) -> list[_Item]:
    """Numbers that were written in several words as one: twenty one, 1.5 million."""
    found: list[_Item] = []
    for item in items:
        last = found[-1] if found else None
        if item.worded and item.value and last and last.value:
            if item.value >= _HUNDRED and last.value < item.value:
                found[-1] = _number(last.value * item.value)
                continue
            if last.worded and item.value < _HUNDRED and last.value % (10 if last.value < _HUNDRED else _HUNDRED) == 0 and item.value < last.value:
                if last.value >= _HUNDRED or item.value < 10:
                    found[-1] = _number(last.value + item.value)
                    continue
        found.append(item)
    return found


def _number(value: float) -> _Item:
    return _Item(str(int(value)) if value == int(value) else repr(value), value, worded=True)


def _parts(keys: Sequence[str], known: tuple[frozenset[str], ...], small: frozenset[str], *, numbers: bool = True) -> tuple[frozenset[str], ...] | None:
    """What the words are, by the sets they are in, the numbers last; None when one is in none of them."""
    parts: list[set[str]] = [set() for _ in range(len(known) + 1)]
    at = 0
    while at < len(keys):
        for size in range(min(_LONGEST, len(keys) - at), 0, -1):
            said = expression(keys[at : at + size])
            index = next((index for index, words in enumerate(known) if said in words), None)
            if index is not None:
                parts[index].add(said)
                break
            if said in small:
                break
        else:
            size = 1
            if not (numbers and keys[at][0].isdigit()):
                return None
            parts[-1].add(keys[at])
        at += size
    return tuple(map(frozenset, parts))


def _differ(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two sides both tell something, and neither tells all that the other does."""
    left, right = set(one), set(other)
    return bool(left and right) and not (left <= right or right <= left)
