"""The addresses of page counters as rule files write them: "counter.theconversation.com/content/{id}/count.gif"."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from compliance.model.case import Case
from compliance.text.names import same_name
from compliance.text.patterns import lazy
from compliance.text.urls import host_of, on_domain

_PARTS = lazy(r"(?:https?:)?//([^/?#]+)([^?#]*)(?:\?([^#]*))?", re.IGNORECASE)
_NUMBER = lazy(r"(\d+)/*$")
_SLOTS = lazy(r"\{(id|site|any)\}")
_FILLED = {"id": r"[\w-]{1,64}", "site": r"[^/&]{1,200}", "any": "\0"}
_LONGEST = 2000  # characters of an address that is compared


class Pattern(NamedTuple):
    """A counter's address. hosts: on which it may lie, none for any. own: these are the publisher's, and hold more than counters.

    path, parameters: expressions with the slots in them. written: as the rule file has it.
    """

    hosts: tuple[str, ...]
    own: bool
    path: re.Pattern[str]
    parameters: tuple[re.Pattern[str], ...]
    written: str


class Found(NamedTuple):
    """What an address has of a counter. how: `whole`, `stripped`, `altered`, `proxied`. id: what stands in the slot."""

    how: str
    id: str = ""


def patterns_of(case: Case, addresses: Iterable[str]) -> tuple[Pattern, ...]:
    """The counters that the terms mean: those of the rule file, else the publisher's known ones."""
    return tuple(_pattern(case, written) for written in tuple(addresses) or known_counters(case))


def known_counters(case: Case) -> tuple[str, ...]:
    """The publisher's counters that the rules know, as a rule file would write them."""
    names = case.terms.publisher.names if case.terms.publisher else (case.original.publisher or "",)
    known = [each for each in case.lexicon.counters if each[1] != "*" and any(name and same_name(each[0], name) for name in names)]
    return tuple(f"{host}{path}{{any}}{f'?{parameter}' if parameter else ''}" for _, host, path, parameter in known)


def article_number(case: Case) -> str | None:
    """The number that ends the address of the original article; None when nothing tells it."""
    ending = _NUMBER.search((case.target or "").partition("#")[0].partition("?")[0])
    return ending.group(1) if ending else None


def site_of(case: Case) -> tuple[str, ...]:
    """The hosts that {site} stands for."""
    if case.terms.publisher:
        return case.terms.publisher.domains
    host = host_of(case.target) if case.target else None
    return (host,) if host else ()


def nearest(url: str, patterns: Iterable[Pattern]) -> tuple[Found, Pattern] | None:
    """What an absolute address has of any of the counters, the most first, and of which; None when nothing."""
    found = [(hit, pattern) for pattern in patterns if (hit := found_in(url, pattern))]
    return min(found, key=_rank, default=None)


def _rank(found: tuple[Found, Pattern]) -> int:
    return ("whole", "proxied", "stripped", "altered").index(found[0].how)


def found_in(url: str, pattern: Pattern) -> Found | None:
    """What an absolute address has of a counter, None when nothing."""
    parts = _PARTS.match(url) if len(url) <= _LONGEST else None
    if parts is None:
        return None
    host, path, query = parts.group(1).lower().partition(":")[0], parts.group(2) or "/", parts.group(3) or ""
    if pattern.hosts and not on_domain(host.removeprefix("www."), pattern.hosts):
        return Found("proxied") if _is_inside(url[parts.end(1) :], pattern) else None
    told = pattern.path.fullmatch(path)
    if told is None:
        return None if pattern.own or not pattern.hosts else Found("altered")
    number = told.groupdict().get("id") or ""
    given = query.replace("&amp;", "&").split("&")
    for wanted in pattern.parameters:
        hits = [hit for each in given if (hit := wanted.fullmatch(each))]
        if not hits:
            return Found("stripped") if pattern.hosts else None
        number = number or hits[0].groupdict().get("id") or ""
    return Found("whole", number)


def _is_inside(rest: str, pattern: Pattern) -> bool:
    """Whether the rest of an address holds a counter's: the address of a host that fetches it in the reader's place."""
    from urllib.parse import unquote

    rest = unquote(rest)
    begins = [match.start() for host in pattern.hosts if host for match in re.finditer(re.escape(host), rest, re.IGNORECASE)]
    inner = [found_in("https://" + piece, pattern) for at in begins for piece in (rest[at:], rest[at:].partition("&")[0])]
    return any(found is not None and found.how == "whole" for found in inner)


def _pattern(case: Case, written: str) -> Pattern:
    host, slash, rest = written.partition("//")[2].partition("/") if "//" in written else written.partition("/")
    path, _, query = rest.partition("?")
    hosts = site_of(case) if host == "{site}" else (host.lower().removeprefix("www."),)
    own = host == "{site}" or any(on_domain(each, hosts) for each in site_of(case))
    parameters = tuple(_expression(each) for each in query.split("&") if each and each != "{any}")
    return Pattern(hosts, own, _expression(f"/{path}" if slash or path else "/", more="/?"), parameters, written)


def _expression(text: str, more: str = "") -> re.Pattern[str]:
    """The expression for an address with slots. What stands between two {any} is taken where it stands first, once for all: it takes no steps twice."""
    pieces = _SLOTS.split(text)
    found = [re.escape(piece) if index % 2 == 0 else _FILLED[piece] for index, piece in enumerate(pieces)]
    if "id" in pieces:
        found[pieces.index("id")] = rf"(?P<id>{_FILLED['id']})"
    first, *rest = "".join(found).split(_FILLED["any"])
    between = "".join(f"(?>.*?{piece})" for piece in rest[:-1])
    last = f".*{rest[-1]}" if rest else ""
    return re.compile(first + between + last + more, re.IGNORECASE)
