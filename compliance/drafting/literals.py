"""What terms give literally: lines to show, with places to fill in; addresses of counters; addresses to write to."""

from collections.abc import Mapping

from compliance.text.patterns import lazy
from compliance.text.words import fold

_PLACE = lazy(
    r"\[([^\[\]]{1,60})\]|<([^<>/]{1,60})>|\{([^{}]{1,60})\}|\(([^()]{0,20}(?:name|url|link|date|titel|title|titre|título)[^()]{0,20})\)|_{3,}|…{1,3}|\.{3,}|X{2,}\b",
    2,
)
_EMAIL = lazy(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_COUNTER = lazy(r"src\s*=\s*[\"'“”]?\s*(?:https?:)?//([^\s\"'“”<>]+)", 2)
_NUMBER = lazy(r"(?<![\w.])\d{3,}(?![\w.])|\{[^{}/]+\}|\[[^\[\]/]+\]")
_BLANKS = lazy(r"\s+")


def line_of(quoted: str, slots: Mapping[str, str]) -> str | None:
    """A line as a rule file has it, its places as slots; None when nothing but places is left.

    slots: words in canonical form that stand in a place, to the slot they mean.
    """
    line = _PLACE.sub(lambda match: _slot(next((group for group in match.groups() if group), ""), slots), _BLANKS.sub(" ", quoted)).strip(" ,;")
    bare = _PLACE.sub("", line)
    return line if sum(letter.isalpha() for letter in bare) > 8 else None


def _slot(words: str, slots: Mapping[str, str]) -> str:
    folded = fold(words).strip(" :'\"")
    return "{" + slots.get(folded, next((slot for start, slot in slots.items() if start.endswith("*") and folded.startswith(start[:-1])), "any")) + "}"


def email_of(text: str) -> str:
    """The first e-mail address in a text, `` when there is none."""
    match = _EMAIL.search(text)
    return match.group().rstrip(".") if match else ""


def counters_in(text: str) -> tuple[str, ...]:
    """The addresses of images and scripts in code shown on the page, their numbers as {id}."""
    found = []
    for match in _COUNTER.finditer(text):
        address = match.group(1).partition("?")[0]
        host, slash, path = address.partition("/")
        if slash and "." in host:
            found.append(f"{host.lower()}/{_NUMBER.sub('{id}', path)}")
    return tuple(dict.fromkeys(found))
