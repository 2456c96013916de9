"""A TOML document into Terms. Every mistake is noted with file, line, the user's words and what is allowed."""

import datetime
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from compliance.model.kind import Kind
from compliance.model.outcome import Obligation
from compliance.model.terms import OptionValue, Publisher, Requirement, Terms, Unchecked
from compliance.requirements import KINDS
from compliance.terms.documents import Document
from compliance.terms.lines import line_table

STATUSES = ("reviewed", "second-hand", "draft")
_TOP = {"id": str, "title": str, "status": str, "extends": str, "publisher": dict, "terms": dict, "requirement": list, "unchecked": list}
_PUBLISHER = {"name": str, "also_known_as": list, "weak_names": list, "domains": list, "languages": list}
_TERMS = {"url": str, "read_on": datetime.date, "locator": str, "summary": str, "contact": str}
_WORDS = {
    str: "a text in quotes",
    list: "a list",
    dict: "a table",
    bool: "true or false",
    int: "a number",
    tuple: "a list of texts",
    datetime.date: "a date such as 2016-09-06",
}


class TermsReader:
    """Reads one document. mistakes grows; the answer is None only when nothing can be made of the file."""

    def __init__(self, document: Document, mistakes: list[str]) -> None:
        self._document = document
        self._lines = line_table(document.source)
        self._mistakes = mistakes

    def read(self) -> tuple[Terms | None, str | None]:
        """The terms, and the id they extend."""
        data = self._document.data
        before = len(self._mistakes)
        self._keys(data, _TOP, "", 0)
        name = data.get("id")
        for key in ("id", "title", "status"):
            self._present(data, key, "", 0, "give the file " + {"id": "an id", "title": "a title", "status": "a status: " + ", ".join(STATUSES)}[key])
        status = data.get("status")
        if isinstance(status, str) and status not in STATUSES:
            self._wrong("", 0, "status", f"unknown status “{status}”{_near(status, STATUSES)}; allowed: {', '.join(STATUSES)}")
        if (isinstance(name, str) and name != name.lower().strip()) or (isinstance(name, str) and " " in name):
            self._wrong("", 0, "id", f"id “{name}”: small letters, digits, dots and hyphens only")
        publisher = self._publisher(data.get("publisher"))
        facts: dict[str, Any] = data["terms"] if isinstance(data.get("terms"), dict) else {}
        if "terms" not in data:
            self._wrong("", 0, "", "[terms] is missing: say where the terms stand (url or locator) and when they were read (read_on)")
        else:
            self._keys(facts, _TERMS, "terms", 0)
            self._present(facts, "read_on", "terms", 0, "say on which day the terms were read, as 2016-09-06")
            self._present(facts, "summary", "terms", 0, "say in a sentence what the terms allow")
        requirements = self._requirements(data, str(name))
        if not requirements and "extends" not in data and before == len(self._mistakes):
            self._wrong("", 0, "", "no [[requirement]]: a file that asks for nothing would pass everything")
        unchecked = self._unchecked(data)
        if len(self._mistakes) > before:
            return None, None
        return Terms(
            id=str(name),
            title=data["title"],
            status=str(status),
            publisher=publisher,
            url=facts.get("url"),
            read_on=facts["read_on"].isoformat(),
            locator=facts.get("locator"),
            summary=facts["summary"],
            contact=facts.get("contact"),
            requirements=requirements,
            unchecked=unchecked,
            source=self._document.name,
        ), data.get("extends")

    def _publisher(self, data: Any) -> Publisher | None:
        if not isinstance(data, dict):
            return None
        self._keys(data, _PUBLISHER, "publisher", 0)
        self._present(data, "name", "publisher", 0, "name the publisher as it names itself")
        self._present(data, "domains", "publisher", 0, 'list its domains, as ["gazette.example"]')
        for key in ("also_known_as", "weak_names", "domains", "languages"):
            if isinstance(data.get(key), list) and not all(isinstance(item, str) and item.strip() for item in data[key]):
                self._wrong("publisher", 0, key, f"{key}: every entry is a text in quotes")
        for domain in data.get("domains", ()) if isinstance(data.get("domains"), list) else ():
            if isinstance(domain, str) and ("/" in domain or ":" in domain or domain.startswith("www.") or "." not in domain):
                self._wrong("publisher", 0, "domains", f"domain “{domain}”: write the bare domain, as gazette.example")
        lists = (tuple(item for item in data.get(key, ()) if isinstance(item, str)) for key in ("also_known_as", "weak_names", "domains", "languages"))
        return Publisher(str(data.get("name")), *lists)

    def _requirements(self, data: Mapping[str, Any], name: str) -> tuple[Requirement, ...]:
        found: list[Requirement] = []
        tables = data.get("requirement", [])
        for index, table in enumerate(tables if isinstance(tables, list) else ()):
            if not isinstance(table, dict):
                self._wrong("requirement", index, "", "write each requirement as a table: [[requirement]]")
                continue
            requirement = self._requirement(table, index, name, sum(table.get("kind") == each.kind for each in found))
            if requirement:
                found.append(requirement)
        return tuple(found)

    def _requirement(self, table: Mapping[str, Any], index: int, name: str, same: int) -> Requirement | None:
        kind = KINDS.get(table["kind"]) if isinstance(table.get("kind"), str) else None
        if "kind" not in table:
            self._wrong("requirement", index, "", f"kind is missing; kinds: {', '.join(sorted(KINDS))}")
        elif kind is None:
            self._wrong("requirement", index, "kind", f"unknown kind “{table['kind']}”{_near(str(table['kind']), KINDS)}; kinds: {', '.join(sorted(KINDS))}")
        what = str(table.get("kind", "requirement"))
        obligation = self._obligation(table, "requirement", index, what)
        if not isinstance(table.get("clause"), str) or not str(table.get("clause", "")).strip():
            self._wrong("requirement", index, "clause" if "clause" in table else "", f"{what}: clause is missing: say in your own words what the terms ask")
        options = self._options(table, index, kind) if kind else ()
        if kind is None or obligation is None or not isinstance(table.get("clause"), str):
            return None
        suffix = f"-{same + 1}" if same else ""
        return Requirement(f"{name}/{kind.name}{suffix}", kind.name, obligation, table["clause"], options)

    def _options(self, table: Mapping[str, Any], index: int, kind: Kind) -> tuple[tuple[str, OptionValue], ...]:
        found: list[tuple[str, OptionValue]] = []
        for key, value in table.items():
            if key in ("kind", "obligation", "clause"):
                continue
            option = kind.options.get(key)
            if option is None:
                has = ", ".join(kind.options) or "none"
                self._wrong("requirement", index, key, f"unknown option “{key}” of {kind.name}{_near(key, kind.options)}; it has: {has}")
                continue
            expected: type = list if option.type is tuple else option.type
            listed: list[str] = value if isinstance(value, list) else []
            given: OptionValue = tuple(listed) if isinstance(value, list) else value
            if not isinstance(value, expected) or not all(isinstance(item, str) for item in listed):
                self._wrong("requirement", index, key, f"{kind.name}: {key} is {_WORDS[option.type]}, not “{value}”")
            elif option.choices and value not in option.choices:
                self._wrong("requirement", index, key, f"{kind.name}: {key} “{value}”{_near(str(value), option.choices)}; allowed: {', '.join(option.choices)}")
            else:
                found.append((key, given))
        return tuple(found)

    def _obligation(self, table: Mapping[str, Any], name: str, index: int, what: str) -> Obligation | None:
        value = table.get("obligation")
        allowed = ", ".join(Obligation)
        if value is None:
            self._wrong(name, index, "", f"{what}: obligation is missing; allowed: {allowed}")
        elif value not in list(Obligation):
            self._wrong(name, index, "obligation", f"{what}: unknown obligation “{value}”{_near(str(value), list(Obligation))}; allowed: {allowed}")
        else:
            return Obligation(value)
        return None

    def _unchecked(self, data: Mapping[str, Any]) -> tuple[Unchecked, ...]:
        found = []
        tables = data.get("unchecked", [])
        for index, table in enumerate(tables if isinstance(tables, list) else ()):
            if not isinstance(table, dict) or not isinstance(table.get("clause"), str):
                self._wrong("unchecked", index, "", "[[unchecked]]: clause is missing: say in your own words what the terms ask")
                continue
            self._keys(table, {"clause": str, "obligation": str}, "unchecked", index)
            obligation = self._obligation(table, "unchecked", index, "unchecked")
            if obligation:
                found.append(Unchecked(table["clause"], obligation))
        return tuple(found)

    def _keys(self, data: Mapping[str, Any], allowed: Mapping[str, type], table: str, index: int) -> None:
        for key, value in data.items():
            if key not in allowed:
                self._wrong(table, index, key, f"unknown key “{key}”{_near(key, allowed)}; allowed: {', '.join(allowed)}")
            elif not isinstance(value, allowed[key]):
                self._wrong(table, index, key, f"{key} is {_WORDS[allowed[key]]}, not “{value}”")

    def _present(self, data: Mapping[str, Any], key: str, table: str, index: int, advice: str) -> None:
        if key not in data or data[key] in ("", []):
            self._wrong(table, index, key if key in data else "", f"{key} is missing: {advice}")

    def _wrong(self, table: str, index: int, key: str, text: str) -> None:
        line = (
            self._lines.get((table, index, key))
            or self._lines.get((f"{table}.{key}", 0, ""))
            or self._lines.get((key, 0, ""))
            or self._lines.get((table, index, ""))
            or 1
        )
        self._mistakes.append(f"{self._document.name}:{line}: {text}")


def _near(word: str, allowed: Any) -> str:
    close = get_close_matches(word, [str(each) for each in allowed], n=1)
    return f", did you mean “{close[0]}”?" if close else ""


def extend(terms: Terms, base: Terms) -> Terms:
    """Terms with the demands of the terms they extend, but for kinds they ask for themselves."""
    own = {requirement.kind for requirement in terms.requirements}
    inherited = tuple(
        requirement._replace(id=f"{terms.id}/{requirement.id.partition('/')[2]}") for requirement in base.requirements if requirement.kind not in own
    )
    return terms._replace(requirements=terms.requirements + inherited, unchecked=terms.unchecked + base.unchecked)
