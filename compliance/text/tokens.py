"""A text as the sequence of its words, as two texts are compared by them.

A word's key is its canonical form; a number's is its value, whichever signs group its digits. Scripts without spaces have a key
per letter. Signs that mean something (%, $, a minus before a number) are words, punctuation is none.
"""

from typing import NamedTuple

from compliance.text.patterns import lazy
from compliance.text.words import DENSE, MARKS, fold, unpointed

_STOPS = "\u0e2f\u0e4f\u0e5a\u0e5b\u104a-\u104f\u17d4-\u17da\u3000-\u3004\u3008-\u3020\u3030\u303d\u30a0\u30fb"
"""Punctuation of the scripts without spaces."""
_TOKEN = lazy(
    r"(?<![\w)])-(?=\d)"
    r"|\d+(?:[.,']\d+|(?<!\d{4}) \d{3}(?!\d))*[^\W\d_]*"
    r"|[%‰$€£¥₽₹₩₺₴°§&+=<>@#×÷±~]"
    rf"|(?![{_STOPS}])[{DENSE}][{MARKS}]*"
    rf"|(?:(?![{DENSE}])[\w{MARKS}])+"
)
_ASCII_TOKEN = lazy(r"(?<![\w)])-(?=\d)|\d+(?:[.,']\d+|(?<!\d{4}) \d{3}(?!\d))*[^\W\d_]*|[%$&+=<>@#~]|\w+")
_NUMBER = lazy(r"([\d.,' ]*\d)(.*)")
_GROUPED = lazy(r"\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")


class Tokens(NamedTuple):
    """The words of a text: keys[i] stands at text[starts[i]:ends[i]]."""

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def tokenise(text: str) -> Tokens:
    """The words of a text, in its order."""
    folded = fold(text)
    pointed = unpointed(folded)[1] is not None
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in (_ASCII_TOKEN if folded.isascii() else _TOKEN).finditer(folded):
        key = match.group()
        if key[0].isdigit():
            key = number_key(key)
        elif pointed:
            key = unpointed(key)[0]
        keys.append(key)
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(tuple(keys), tuple(starts), tuple(ends))


def number_key(written: str) -> str:
    """A number's value and what hangs on it: `1500` for 1,500 and 1 500, `1.5m` for 1,5m; dates and versions as they stand."""
    if written.isascii() and written.isdigit():
        return written.lstrip("0") or "0"
    match = _NUMBER.match(written)
    if match is None:
        return written
    digits, rest = match.groups()
    if not digits.isascii():
        digits = "".join(str(int(each)) if each.isdecimal() else each for each in digits)
    grouped = _GROUPED.fullmatch(digits)
    if grouped:
        whole, decimals = digits, ""
        sign = grouped.group(1)
        last = max(digits.rfind("."), digits.rfind(","))
        if last >= 0 and digits[last] != sign:
            whole, decimals = digits[:last], "." + digits[last + 1 :]
        digits = whole.replace(sign, "") + decimals
    elif digits.count(".") + digits.count(",") == 1 and "'" not in digits and " " not in digits:
        digits = digits.replace(",", ".")
    if digits.isdigit():
        digits = digits.lstrip("0") or "0"
    return digits + rest
