"""`compliance rules show`: one file of terms as a page for people."""

import datetime
import textwrap
from collections.abc import Iterable, Iterator

from compliance.model.outcome import Obligation
from compliance.model.terms import OptionValue, Part, Requirement, Terms
from compliance.report.safe import plain
from compliance.weighing.conditions import in_words

WIDTH = 100
BASIS = {
    "reviewed": "reviewed: the text itself was read",
    "second-hand": "second-hand: read in a dated review or quotation of the text",
    "draft": "draft: from general knowledge, nobody has read the text yet",
}
_HEADINGS = {Obligation.MUST: "Must", Obligation.SHOULD: "Should", Obligation.MAY: "Allowed"}
_LABEL = 12  # columns of a label
_KIND = 22  # columns of a kind's name


def page(terms: Terms, width: int = WIDTH) -> str:
    """The page, no line wider than width where words can be parted."""
    lines = [*_wrapped(f"{terms.id}: {plain(terms.title)}", "", width, 2), "", *_wrapped(plain(terms.summary), "", width), ""]
    for label, values in _facts(terms):
        lines += _labelled(label, values, width)
    for obligation, heading in _HEADINGS.items():
        asked = [requirement for requirement in terms.requirements if requirement.obligation is obligation]
        if asked:
            lines += ["", heading]
            lines += [line for requirement in asked for line in _demand(requirement, width)]
    if terms.unchecked:
        lines += ["", "Not checked by this version"]
        lines += [line for demand in terms.unchecked for line in _row(str(demand.obligation), [plain(demand.clause)], width)]
    return "\n".join(lines)


def _facts(terms: Terms) -> Iterator[tuple[str, list[str]]]:
    """What is known of the terms: labels and their lines."""
    publisher = terms.publisher
    if publisher:
        others = _listed("also ", publisher.also_known_as) + _listed("beside a link or a credit phrase also ", publisher.weak_names)
        yield "publisher", [publisher.name, *others]
        yield "domains", [", ".join(publisher.domains)]
        if publisher.languages:
            yield "languages", [", ".join(publisher.languages)]
    yield "terms", [terms.url or "no address is known", *([terms.locator] if terms.locator else [])]
    yield "read", [f"on {_day(terms.read_on)}; {BASIS.get(terms.status, terms.status)}" if terms.read_on else BASIS.get(terms.status, terms.status)]
    if terms.contact:
        yield "contact", [terms.contact]
    if terms.extends:
        yield "extends", [", ".join(terms.extends)]
    if terms.per_article:
        yield "licence", ["each original's own page states it; with --original-text its demands are taken over"]
    versions = dict.fromkeys((each.when.since, each.when.until) for each in terms.requirements if each.when and (each.when.since or each.when.until))
    if versions:
        yield "versions", [_span(since, until) for since, until in sorted(versions)]
    if terms.editions:
        yield "editions", [_edition(*edition) for edition in terms.editions]
    yield "file", [terms.source]


def _edition(name: str, title: str, languages: tuple[str, ...], addresses: tuple[str, ...], url: str | None) -> str:
    told = [*([title] if title != name else []), *addresses, *([f"in {', '.join(languages)}"] if languages else []), *([f"terms: {url}"] if url else [])]
    return f"{name}: {'; '.join(told)}"


def _span(since: str, until: str) -> str:
    words = [f"from {_day(since)}" if since else "", f"until {_day(until)}" if until else ""]
    return f"copies published {' '.join(word for word in words if word)}"


def _day(day: str | None) -> str:
    """`2016-09-06` as a person reads it."""
    read = datetime.date.fromisoformat(day) if day else None
    return f"{read.day} {read:%B %Y}" if read else "an unknown day"


def _listed(before: str, names: Iterable[str]) -> list[str]:
    told = ", ".join(names)
    return [f"{before}{told}"] if told else []


def _demand(requirement: Requirement, width: int) -> list[str]:
    """A demand: its kind, its clause, and below it what it asks in particular, when, and whose it is."""
    lines = _row(requirement.kind.replace("-of", " of") if requirement.parts else requirement.kind, [plain(requirement.clause)], width)
    told = [*_options(requirement.options), *(line for part in requirement.parts for line in _part(part, "- "))]
    if requirement.when:
        told.append(f"only when the copy is {in_words(requirement.when)}")
    told += [f"repaired by ({language}): “{text}”" for language, text in requirement.remedy]
    if requirement.layer:
        told.append(f"from {requirement.layer}")
    return [*lines, *(line for each in told for line in _wrapped(plain(each), " " * (_KIND + 4), width, _hang(each)))]


def _part(part: Part, mark: str) -> list[str]:
    """A part of a demand, and its own parts below it."""
    if part.parts:
        return [f"{mark}all of", *(line for each in part.parts for line in _part(each, "  " + mark))]
    options = "; ".join(_options(part.options))
    return [f"{mark}{part.kind}{f' ({options})' if options else ''}"]


def _options(options: tuple[tuple[str, OptionValue], ...]) -> list[str]:
    """Each option in words; texts by language a line each."""
    return [line for name, value in options for line in _option(name.replace("_", " "), value)]


def _option(name: str, value: OptionValue) -> list[str]:
    if isinstance(value, bool):
        return [f"{name}: {'yes' if value else 'no'}"]
    if not isinstance(value, tuple):
        return [f"{name}: {value}"]
    by_language = [each for each in value if isinstance(each, tuple)]
    if by_language:
        return [f"{name}{f' ({language})' if language else ''}: {_quoted(texts)}" for language, texts in by_language]
    return [f"{name}: {', '.join(str(each) for each in value) or 'none'}"]


def _quoted(texts: Iterable[str]) -> str:
    return " or ".join(f"“{text}”" for text in texts)


def _labelled(label: str, values: list[str], width: int) -> list[str]:
    lines = [line for value in values for line in _wrapped(plain(value), " " * _LABEL, width)]
    return [f"{label:{_LABEL}}{lines[0].lstrip()}", *lines[1:]]


def _row(label: str, values: list[str], width: int) -> list[str]:
    """A line of a table: a label of its own column, and text beside it."""
    lines = [line for value in values for line in _wrapped(value, " " * (_KIND + 4), width)]
    if len(label) > _KIND:
        return [f"  {label}", *lines]
    return [f"  {label:{_KIND}}  {lines[0].lstrip()}", *lines[1:]]


def _hang(text: str) -> int:
    """How far the further lines of a list's entry are indented."""
    return len(text) - len(text.lstrip(" -"))


def _wrapped(text: str, indent: str, width: int, hang: int = 0) -> list[str]:
    further = indent + " " * hang
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=further, break_long_words=False, break_on_hyphens=False) or [indent]
