"""docs/kinds.md: every kind with its manual, its options and its reasons."""

import re
from collections.abc import Iterator, Mapping

from compliance.judge import REASONS as SHARED
from compliance.model.kind import Kind, Option, Reason
from compliance.requirements import KINDS

HEAD = """# Kinds of demands

Written by `python -m tests.docs` from the kinds themselves; `compliance explain KIND` prints the same for one of them.

A rule file asks for a kind in a `[[requirement]]`; the finding on a copy is an outcome and a reason. `pass`: it was found. `fail`: it is not there,
or is wrong. `review`: a person must weigh it, and the finding asks one question. `untested`: an input is missing. `inapplicable`: it is not asked of this copy.
"""
_TYPES = {str: "text", int: "number", float: "number", bool: "true or false", tuple: "list of texts", dict: "texts, a list or by language"}
_SECTION = re.compile(r"^[A-Z][a-z' ]+:$")


def kinds() -> str:
    """The whole document."""
    lines = [HEAD, "| kind | asks |", "|---|---|"]
    lines += [f"| [`{kind.name}`](#{kind.name}) | {cell(kind.title)} |" for kind in KINDS.values()]
    for kind in KINDS.values():
        lines += ["", *_kind(kind)]
    lines += ["", "## Reasons that every kind shares", "", "What holds for all kinds is decided beside them.", "", *_reasons(SHARED, {})]
    return "\n".join(lines) + "\n"


def _kind(kind: Kind) -> Iterator[str]:
    yield f"## {kind.name}"
    yield ""
    yield f"{kind.title}."
    yield ""
    yield from prose(kind.manual)
    if kind.declarable:
        yield "No page shows it: a line of `[declared]` in `compliance.toml` decides it."
        yield ""
    if kind.whole_run:
        yield "It is judged once all articles of the run are read."
        yield ""
    if kind.options:
        yield "| option | value | without it | |"
        yield "|---|---|---|---|"
        for name, option in kind.options.items():
            yield f"| `{name}` | {_value(option)} | {_default(option)} | {cell(option.help)} |"
        yield ""
    yield from _reasons(kind.reasons, examples(kind))


def _value(option: Option) -> str:
    if not option.choices:
        return _TYPES[option.type]
    allowed = ", ".join(f"`{choice}`" for choice in option.choices if choice)
    return f"list of: {allowed}" if option.type is tuple else f"one of: {allowed}"


def _default(option: Option) -> str:
    if isinstance(option.default, bool):
        return str(option.default).lower()
    return f"`{option.default}`" if option.default else "none"


def prose(manual: str) -> Iterator[str]:
    """The manual's paragraphs, before the lists of reasons. Lines about options stand in the table."""
    text = manual.strip().partition("\n\n")[2]
    paragraphs = [" ".join(paragraph.split()) for paragraph in _before_sections(text).split("\n\n")]
    for paragraph in paragraphs:
        if paragraph and not paragraph.startswith(("Option ", "Options ")):
            yield escaped(paragraph)
            yield ""


def _before_sections(text: str) -> str:
    kept = []
    for line in text.split("\n"):
        if _SECTION.fullmatch(line):
            break
        kept.append(line)
    return "\n".join(kept)


def examples(kind: Kind) -> dict[str, str]:
    """Reason to the example that the manual has for it."""
    found: dict[str, str] = {}
    name = ""
    for line in kind.manual.split("\n"):
        first, _, rest = line.strip().partition(" ")
        if line.startswith("  ") and not line.startswith("   ") and first in kind.reasons:
            name = first
            found[name] = rest.strip()
        elif name and line.startswith("   ") and line.strip():
            found[name] += " " + line.strip()
        else:
            name = ""
    return found


def _reasons(reasons: Mapping[str, Reason], shown: Mapping[str, str]) -> Iterator[str]:
    yield f"| outcome | reason | {'for example | ' if shown else ''}what the report says |"
    yield f"|---|---|---|{'---|' if shown else ''}"
    for name, reason in reasons.items():
        example = f"{cell(shown.get(name, ''))} | " if shown else ""
        question = f"<br>*{cell(reason.question)}*" if reason.question else ""
        yield f"| {reason.outcome} | `{name}` | {example}{cell(reason.message)}{question} |"


def escaped(text: str) -> str:
    """Text that Markdown prints as it stands."""
    return re.sub(r"([*_\[\]`#])", r"\\\1", text).replace("<", "&lt;")


def cell(text: str) -> str:
    """Text for a cell of a table."""
    return escaped(" ".join(text.split())).replace("|", "\\|")
