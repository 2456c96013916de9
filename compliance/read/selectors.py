"""Selectors of style sheets: read once, then asked of single elements, from the right to the left.

Browsers know more of a page than its text: where the pointer is, what was visited. What depends on that never matches. A
selector that is not understood makes its rule void, as in a browser. Source: https://www.w3.org/TR/selectors-4/.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from compliance.read.visibility import unescape

_IDENT = r"(?:[\w-]|[^\x00-\x7f]|\\[0-9a-fA-F]{1,6}\s?|\\[^\n])+"
_PART = re.compile(
    rf"(?P<combinator>\s*[>+~]\s*|\s+)|(?P<tag>{_IDENT}|\*)|\#(?P<id>{_IDENT})|\.(?P<class>{_IDENT})"
    rf"|\[\s*(?P<name>{_IDENT})\s*(?:(?P<how>[~|^$*]?=)\s*(?P<value>\"[^\"]*\"|'[^']*'|{_IDENT})\s*(?P<fold>[iIsS])?\s*)?\]"
    rf"|(?P<pseudo>::?{_IDENT})"
)
_NTH = re.compile(r"(?P<word>odd|even)|(?:(?P<step>[+-]?\d*)n)?\s*(?P<offset>[+-]?\s*\d+)?")
_LISTS = frozenset({"is", "where", "not", "has", "matches", "-webkit-any", "-moz-any"})
_NEVER = frozenset(
    "hover focus focus-within focus-visible active visited target target-within checked indeterminate fullscreen modal popover-open open "
    "invalid user-invalid out-of-range autofill playing paused seeking lang dir current past future host host-context".split()
)
_ALWAYS = frozenset({"enabled", "defined", "valid", "optional", "read-only", "scope"})
_MAX_PARTS = 40
_MAX_LENGTH = 2000
_MAX_BRACKETS = 20
_STEPS = 400_000  # elements looked at for a page; a page that needs more was made to need more


class UnreadableError(Exception):
    """A selector that is not understood."""


class TooDearError(Exception):
    """Matching the page's selectors takes longer than is worth while."""


class Compound(NamedTuple):
    """What one element must be: its name, id and classes, the attributes it must have, further tests (of their values too)."""

    tag: str | None
    ids: tuple[str, ...]
    classes: tuple[str, ...]
    attributes: tuple[str, ...]
    tests: tuple[Callable[[Any], bool], ...]

    def marks(self) -> list[str]:
        """What an element must bear, the most telling first."""
        telling = [f"#{each}" for each in self.ids] + [f".{each}" for each in self.classes] + [f"[{each}" for each in self.attributes]
        return [*telling, self.tag] if self.tag else telling


class Selector(NamedTuple):
    """Compounds from the right to the left, each with the combinator that joins it to the next on its left."""

    steps: tuple[tuple[Compound, str], ...]
    weight: tuple[int, int, int]

    def needs(self) -> list[str]:
        """What the page must hold for the selector to fit anything: names, `#ids`, `.classes`."""
        return [key for compound, _ in self.steps for key in compound.marks()]


class Matcher:
    """Reads selectors for one page and asks its elements. Raises TooDearError when that takes too long."""

    def __init__(self) -> None:
        self._left = _STEPS
        self._known: dict[tuple[int, int], dict[Any, bool]] = {}
        self._places: dict[Any, dict[Any, tuple[int, int, int, int]]] = {}

    def read(self, text: str) -> list[Selector]:
        """A list of selectors. Raises UnreadableError."""
        if len(text) > _MAX_LENGTH or text.count("(") > _MAX_BRACKETS:
            raise UnreadableError(text[:80])
        return [self._selector(part.strip()) for part in split(text, ",")]

    def matches(self, element: Any, selector: Selector, step: int = 0) -> bool:
        """Whether a selector, from this step on, fits an element."""
        self._left -= 1
        if self._left < 0:
            raise TooDearError
        compound, combinator = selector.steps[step]
        if not _fits(element, compound):
            return False
        if step + 1 == len(selector.steps):
            return True
        if combinator == " ":
            return self._inside(element.getparent(), selector, step + 1)
        if combinator == ">":
            above = element.getparent()
            return above is not None and self.matches(above, selector, step + 1)
        before = _elements(element.itersiblings(preceding=True))
        if combinator == "+":
            neighbour = next(before, None)
            return neighbour is not None and self.matches(neighbour, selector, step + 1)
        return any(self.matches(other, selector, step + 1) for other in before)

    def _inside(self, element: Any, selector: Selector, step: int) -> bool:
        """Whether the selector's rest fits an element or one around it: asked once for all that have the same parents."""
        known = self._known.setdefault((id(selector), step), {})
        path = []
        found = False
        while element is not None:
            if element in known:
                found = known[element]
                break
            path.append(element)
            if self.matches(element, selector, step):
                found = True
                break
            element = element.getparent()
        for each in path:
            known[each] = found
        return found

    def _selector(self, text: str) -> Selector:
        steps: list[tuple[Compound, str]] = []
        weight = [0, 0, 0]
        tag: str | None = None
        ids: list[str] = []
        classes: list[str] = []
        attributes: list[str] = []
        tests: list[Callable[[Any], bool]] = []
        at, empty = 0, True
        while at < len(text):
            part = _PART.match(text, at)
            if part is None or len(steps) > _MAX_PARTS:
                raise UnreadableError(text)
            at = part.end()
            kind, value = part.lastgroup, part.group()
            if kind == "combinator":
                if at == len(text):
                    break
                if empty:
                    raise UnreadableError(text)
                steps.append((Compound(tag, tuple(ids), tuple(classes), tuple(attributes), tuple(tests)), value.strip() or " "))
                tag, ids, classes, attributes, tests, empty = None, [], [], [], [], True
                continue
            empty = False
            if kind == "tag":
                if value != "*":
                    tag = unescape(value).lower()
                    weight[2] += 1
            elif kind == "id":
                ids.append(unescape(part.group("id")))
                weight[0] += 1
            elif kind == "class":
                classes.append(unescape(part.group("class")))
                weight[1] += 1
            elif kind == "pseudo":
                name = value.lstrip(":").lower()
                argument = None
                if text[at : at + 1] == "(":
                    end = closing(text, at)
                    argument, at = text[at + 1 : end - 1], end
                if value.startswith("::") or name in ("before", "after", "first-line", "first-letter"):
                    name, argument = "hover", None  # a part of an element: no element is one
                test, extra = self._pseudo(name, argument)
                tests.append(test)
                weight = [own + more for own, more in zip(weight, extra, strict=True)]
            else:
                attributes.append(unescape(part.group("name")).lower())
                tests.append(_attribute(part))
                weight[1] += 1
        if empty:
            raise UnreadableError(text)
        steps.append((Compound(tag, tuple(ids), tuple(classes), tuple(attributes), tuple(tests)), " "))
        combinators = [combinator for _, combinator in steps[:-1]]
        chain = tuple(zip([compound for compound, _ in reversed(steps)], [*reversed(combinators), " "], strict=True))
        return Selector(chain, (weight[0], weight[1], weight[2]))

    def _pseudo(self, name: str, argument: str | None) -> tuple[Callable[[Any], bool], tuple[int, int, int]]:
        if name in _LISTS and argument is not None:
            if name == "has":
                return self._has(argument)
            inner = self.read(argument)
            weight = (0, 0, 0) if name == "where" else max(each.weight for each in inner)
            wanted = name != "not"
            return (lambda element: any(self.matches(element, each) for each in inner) is wanted), weight
        plain = (0, 1, 0)
        if name in _NEVER:
            return _never, plain
        if name in _ALWAYS:
            return _always, plain
        if name == "root":
            return (lambda element: element.getparent() is None), plain
        if name in ("link", "any-link"):
            return (lambda element: element.tag in ("a", "area") and element.get("href") is not None), plain
        if name == "empty":
            return (lambda element: not len(element) and not element.text), plain
        if name == "disabled":
            return (lambda element: element.get("disabled") is not None), plain
        return self._placed(name, argument), plain

    def _has(self, argument: str) -> tuple[Callable[[Any], bool], tuple[int, int, int]]:
        ways = []
        for part in map(str.strip, split(argument, ",")):
            combinator = part[:1] if part[:1] in (">", "+", "~") else " "
            ways.append((combinator, self._selector(part.lstrip(">+~ "))))
        around: dict[str, Callable[[Any], Iterator[Any]]] = {
            " ": lambda element: (each for each in element.iterdescendants() if each.tag.__class__ is str),
            ">": lambda element: _elements(iter(element)),
            "+": lambda element: (each for each in [next(_elements(element.itersiblings()), None)] if each is not None),
            "~": lambda element: _elements(element.itersiblings()),
        }
        return (
            lambda element: any(self.matches(each, inner) for combinator, inner in ways for each in around[combinator](element)),
            max(inner.weight for _, inner in ways),
        )

    def _placed(self, name: str, argument: str | None) -> Callable[[Any], bool]:
        """Tests of an element's place among its siblings."""
        which = {"child": 0, "of-type": 1}.get(name.removeprefix("first-").removeprefix("last-").removeprefix("only-"))
        if which is not None and argument is None:
            first, last = not name.startswith("last-"), not name.startswith("first-")
            return lambda element: (not first or self._place(element)[which] == 1) and (not last or self._place(element)[which + 2] == 1)
        match = re.fullmatch(r"nth-(last-)?(child|of-type)", name)
        nth = _NTH.fullmatch((argument or "").strip().lower()) if match and argument and argument.strip() else None
        if match is None or nth is None:
            raise UnreadableError(name)
        column = (2 if match.group(1) else 0) + (match.group(2) == "of-type")
        if nth.group("word"):
            step, offset = 2, int(nth.group("word") == "odd")
        else:
            sign = nth.group("step")
            step = 0 if sign is None else int(sign + "1") if sign in ("", "+", "-") else int(sign)
            offset = int((nth.group("offset") or "0").replace(" ", ""))

        def test(element: Any) -> bool:
            past = self._place(element)[column] - offset
            return past == 0 if step == 0 else past % step == 0 and past // step >= 0

        return test

    def _place(self, element: Any) -> tuple[int, int, int, int]:
        """1-based place among siblings and among those of its name, from the front and from the back."""
        above = element.getparent()
        if above is None:
            return 1, 1, 1, 1
        places = self._places.get(above)
        if places is None:
            siblings = list(_elements(iter(above)))
            self._left -= len(siblings)
            ahead = _counted(siblings)
            behind = list(reversed(_counted(siblings[::-1])))
            places = {each: (*ahead[index], *behind[index]) for index, each in enumerate(siblings)}
            self._places[above] = places
        return places[element]


def _never(_element: Any) -> bool:
    return False


def _always(_element: Any) -> bool:
    return True


def _counted(siblings: list[Any]) -> list[tuple[int, int]]:
    seen: dict[str, int] = {}
    found = []
    for index, each in enumerate(siblings):
        seen[each.tag] = seen.get(each.tag, 0) + 1
        found.append((index + 1, seen[each.tag]))
    return found


def _fits(element: Any, compound: Compound) -> bool:
    if compound.tag is not None and element.tag != compound.tag:
        return False
    if compound.ids and any(element.get("id") != each for each in compound.ids):
        return False
    if compound.classes:
        own = (element.get("class") or "").split()
        if any(each not in own for each in compound.classes):
            return False
    return all(test(element) for test in compound.tests)


def _elements(nodes: Iterator[Any]) -> Iterator[Any]:
    return (node for node in nodes if node.tag.__class__ is str)


def _attribute(part: re.Match[str]) -> Callable[[Any], bool]:
    name, how = unescape(part.group("name")).lower(), part.group("how")
    if how is None:
        return lambda element: element.get(name) is not None
    value = part.group("value")
    value = unescape(value[1:-1] if value[0] in "\"'" else value)
    lower = (part.group("fold") or "").lower() == "i"
    value = value.lower() if lower else value

    def test(element: Any) -> bool:
        own = element.get(name)
        if own is None:
            return False
        own = own.lower() if lower else own
        if how == "=":
            return bool(own == value)
        if not value:
            return False
        if how == "~=":
            return value in own.split()
        if how == "|=":
            return bool(own == value or own.startswith(value + "-"))
        return bool(own.startswith(value) if how == "^=" else own.endswith(value) if how == "$=" else value in own)

    return test


def closing(text: str, at: int) -> int:
    """The place after the bracket that closes the one at this place. Raises UnreadableError."""
    depth = 0
    for index in range(at, len(text)):
        depth += (text[index] in "([") - (text[index] in ")]")
        if depth == 0:
            return index + 1
    raise UnreadableError(text)


def split(text: str, by: str) -> list[str]:
    """Cut at a sign that stands in no brackets."""
    if "(" not in text and "[" not in text:
        return text.split(by)
    parts, depth, start = [], 0, 0
    for index, sign in enumerate(text):
        depth += (sign in "([") - (sign in ")]")
        if sign == by and depth == 0:
            parts.append(text[start:index])
            start = index + 1
    return [*parts, text[start:]]
