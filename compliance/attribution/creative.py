"""Creative Commons licences as people write them, as SPDX ids: addresses, short forms (`CC BY-NC 4.0`), names in many languages.

A text is cut into the words that make up such a name: the house ("Creative Commons", "CC"), the parts (attribution, no derivatives, ...), a
version, a country. Those that stand together, with nothing between them but words such as "licence", are one statement. So one rule
reads every order and spelling, and "attribution" in an ordinary sentence names nothing.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from compliance.attribution.creative_words import COUNTRIES, HOUSE, PARTS, PORTS
from compliance.text.licenses import ADDRESS, UNSPECIFIED, finer_of, of_match, spdx_id
from compliance.text.patterns import lazy


class Named(NamedTuple):
    """A licence that text[start:end] names. id: as far as it is stated."""

    start: int
    end: int
    id: str


_ZERO = (
    r"(?<![a-z0-9])cc[\s_-]{0,3}(?:0(?!\d|[.,]\d)|zero(?![a-z]))|creative[\s_-]*commons[\s:,(_-]*(?:zero(?![a-z])|0(?!\d|[.,]\d))|"
    r"creative[\s_-]*commons public domain dedication(?! and cert)|permanently relinquish those rights to a work"
)
_MARK = r"public domain mark|(?<![a-z0-9])cc[\s-]pdm(?![a-z])"
_DEDICATION = r"public domain dedication and certification|copyright-only dedication|(?<![a-z0-9])cc-pddc(?![a-z])"
_FILLER = lazy(
    r"(?:[\W_]|(?<![^\W_])(?:licen[sc]e[ds]?|lizenz|licencia|licenca|licenza|licentie|licencja|licens|lisans\w*|лицензи\w|ліцензі\w|publique?|public|"
    r"the|a|der|die|das|de|la|una?|and|und|et|y|e|terms|of|international|unported|generic|internacional)(?![^\W_])|"
    r"许可证?|授权|授權|协议|條款|ライセンス|라이선스|国际|國際|的|第|版)*"
)
_LICENCE_WORD = lazy(
    r"licen[csz]\w*|lizenz|лицензи|ліцензі|licentie|lisans|lisens|许可|許可|授权|授權|协议|協議|ライセンス|라이선스|ترخيص|رخصة|rights reserved|"
    r"rechte vorbehalten|derechos reservados|(?:under|unter|sous|bajo|sob|sotto|onder)(?: \w+)? creative"
)
_NUMBER = r"(?<![\d.,])(?:v(?:ersion|ersione|ersao)?\.?[\s_-]?)?(?P<digits>[1-4](?:[.,][015])?)(?!\d|[.,]\d|%|[a-z]{2})"
_PORT = lazy(r"[\s_(,-]{0,3}(?:uk: )?((?:[^\W\d_][\w.]*)(?: [^\W\d_]+)?)")
_AFTER_BY = lazy(r"\s*(?:[)\].,;:\"']|$|licen|lizenz|лиценз|许可|协议)")
_ASIDE = lazy(r"(?:e\.g\.,?|for example,?|zum beispiel|z\. ?b\.)\s*$|creative commons public licenses is dedicated [^.]*$")
"""What stands before a licence that is only an example, and before the licence of the licences' own text."""
_REACH = 48  # characters around the house's name in which a word for "licence" makes it a statement
_GAP = 40  # characters of filler between two words of one statement
_BESIDE = 220  # characters between a statement and the same one in other words: a short form in brackets, an address to visit


def named_in(text: str, folded: str, start: int, end: int) -> list[Named]:
    """The Creative Commons licences that text[start:end] names, in order; said twice in a row counts once. folded: its canonical form."""
    found: list[Named] = []
    if "%20" in folded:
        folded = folded.replace("%20", "   ")
    for each in _statements(text, folded, start, end):
        if _ASIDE.search(folded, max(start, each.start - 100), each.start):
            continue
        last = found[-1] if found else None
        if last and each.start - last.end <= _BESIDE and (finer := finer_of(last.id, each.id)):
            found[-1] = Named(last.start, each.end, finer)
        else:
            found.append(each)
    return found


def _words(piece: str) -> re.Pattern[str]:
    """One expression for the words of such names that may stand in a piece of text."""
    phrases = tuple(f"{part}:{phrase}" for part, names in PARTS.items() for phrase in names.split("|") if phrase.partition(" ")[0].rstrip("*") in piece)
    return _expression(phrases, piece.isascii())


@lru_cache(maxsize=64)
def _expression(phrases: tuple[str, ...], ascii_only: bool) -> re.Pattern[str]:
    """The groups of the expression tell the sorts of words. Only the phrases asked for: all of them take long to compile."""
    own: dict[str, list[str]] = {}
    for part, _, phrase in (phrase.partition(":") for phrase in phrases):
        own.setdefault(part, []).append(phrase)
    houses = [phrase for phrase in HOUSE.split("|") if not ascii_only or phrase.isascii()]
    kinds = [
        f"(?P<address>{ADDRESS.pattern.replace('?P<', '?P<in_')})",
        f"(?P<zero>{_ZERO})",
        f"(?P<mark>{_MARK})",
        f"(?P<dedication>{_DEDICATION})",
        f"(?P<house>{_any_of(houses)}|\\(cc\\)|(?<![a-z0-9@./])cc(?=[\\W_])(?!\\.)|(?<![a-z0-9])cca(?=[\\s-]{{1,2}}\\d\\.))",
        r"(?P<run>(?<![a-z0-9])ccby(?:nc)?(?:sa|nd)?(?=[\W_\d]|v\d|$))",
        *(f"(?P<long_{part}>{_any_of(names)})" for part, names in own.items()),
        *(f"(?P<short_{part}>(?<![^\\W_]){part}(?=[\\W_\\d]|v\\d|http|$))" for part in PARTS),
        f"(?P<number>{_NUMBER})",
    ]
    return re.compile("|".join(kinds))


def _any_of(phrases: list[str]) -> str:
    found = []
    for phrase in sorted(phrases, key=len, reverse=True):
        words = r"[\W_]{0,2}".join(re.escape(word).replace(r"\*", r"\w*") for word in phrase.split(" "))
        found.append(words if phrase[0] > "\u2e80" else rf"(?<![^\W_]){words}(?![^\W_])")
    return "|".join(found)


class _Open:
    """A statement whose words are still coming. doubtful: its "by" may be a preposition."""

    __slots__ = ("doubtful", "end", "house", "parts", "port", "start", "version")

    def __init__(self, start: int, end: int, house: bool) -> None:
        self.start, self.end, self.house = start, end, house
        self.parts: list[str] = []
        self.version: str | None = None
        self.port: str | None = None
        self.doubtful = False


def _statements(text: str, folded: str, start: int, end: int) -> Iterator[Named]:
    now: _Open | None = None
    for match in _words(folded[start:end]).finditer(folded, start, end):
        kind = match.lastgroup or ""
        at, stop = match.span()
        joined = now is not None and at - now.end <= _GAP and _FILLER.fullmatch(folded, now.end, at) is not None
        if kind == "number":
            if now and joined and now.version is None:
                _number(now, match, text, folded, end)
        elif kind in ("address", "zero", "mark", "dedication"):
            yield from _close(now, folded)
            now = None
            address = ADDRESS.match(folded, at) if kind == "address" else None
            yield Named(at, stop, of_match(address) if address else {"zero": "CC0-1.0", "mark": "CC-PDM-1.0"}.get(kind, "CC-PDDC"))
        elif kind == "house":
            if now and joined and now.house and not now.parts:
                now.end = stop
                continue
            yield from _close(now, folded)
            now = _Open(at, stop, house=True)
            if match.group() == "cca":
                now.parts.append("by")
        else:
            parts = [kind.rpartition("_")[2]] if kind != "run" else re.findall("by|nc|sa|nd", match.group())
            doubtful = kind == "short_by" and text[at:stop].islower() and folded[at - 1 : at].isspace()
            if now is None or not joined or (now.version and now.parts) or set(parts) & set(now.parts):
                house = kind == "run" or (now is not None and joined and now.house)
                yield from _close(now, folded)
                now = _Open(at, stop, house)
            now.doubtful = doubtful
            now.parts += parts
            now.end = stop
    yield from _close(now, folded)


def _number(now: _Open, match: re.Match[str], text: str, folded: str, end: int) -> None:
    """Take a number for the version if it has its point or its "v", or follows the parts at once; then look for the country."""
    digits = match.group("digits").replace(",", ".")
    if not (now.parts or now.house) or ("." not in digits and match.group()[0] != "v" and (not now.parts or match.start() - now.end > 1)):
        return
    now.version = digits if "." in digits else digits + ".0"
    now.end = match.end()
    port = _PORT.match(folded, now.end, end)
    if port is None:
        return
    words = port.group(1)
    first = words.partition(" ")[0].strip(".")
    code = COUNTRIES.get(words) or COUNTRIES.get(first)
    if code is None and first.upper() in PORTS and (folded[port.start(1) - 1] in "-_" or text[port.start(1) : port.start(1) + len(first)].isupper()):
        code = first.upper()
    if code:
        now.port, now.end = code, port.start(1) + len(words if words in COUNTRIES else first)


def _close(now: _Open | None, folded: str) -> Iterator[Named]:
    if now is None:
        return
    parts = set(now.parts)
    if now.doubtful and parts == {"by"} and not now.version and not _AFTER_BY.match(folded, now.end):
        parts = set()  # "Creative Commons by Jane Doe"
    if {"sa", "nd"} <= parts or (parts and "by" not in parts and not now.version):
        parts = set()
    if parts and (now.house or (len(parts) > 1 and "by" in parts) or (now.version and "by" in parts)):
        yield Named(now.start, now.end, spdx_id(parts, now.version, now.port))
    elif now.house and folded[now.start : now.start + 2] != "cc" and _LICENCE_WORD.search(folded, max(0, now.start - _REACH), now.end + _REACH):
        yield Named(now.start, now.end, UNSPECIFIED)
