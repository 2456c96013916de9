"""A TOML document into Terms. Every mistake is noted with file, line, the user's words and what is allowed."""

import datetime
import re
from collections.abc import Mapping
from typing import Any

from compliance.errors import near
from compliance.model.terms import Edition, Publisher, Requirement, Terms, When
from compliance.terms.demands import DemandsReader
from compliance.terms.documents import Document
from compliance.terms.mistakes import Mistakes, is_a, texts
from compliance.terms.shapes import DIGEST, DOMAIN, EDITION, ID, PUBLISHER, STATUSES, TERMS, TOP, VERSION, Keys

_MOST_NAMES, _LONGEST_NAME = 100, 200
_ID, _DOMAIN, _DIGEST = re.compile(ID), re.compile(DOMAIN), re.compile(DIGEST)


class TermsReader:
    """Reads one document. all_mistakes grows; the answer is None only when nothing can be made of the file."""

    def __init__(self, document: Document, all_mistakes: list[str]) -> None:
        self._document = document
        self._mistakes = Mistakes(document, all_mistakes)

    def read(self) -> Terms | None:
        """The terms; what they extend is not taken over yet."""
        data = self._document.data
        mistakes = self._mistakes
        mistakes.keys(data, TOP, "", 0)
        for key, advice in (("id", "an id"), ("title", "a title"), ("status", "a status: " + ", ".join(STATUSES))):
            mistakes.present(data, key, "", 0, f"give the file {advice}")
        name, status = data.get("id"), data.get("status")
        if isinstance(status, str) and status not in STATUSES:
            mistakes.wrong("", 0, "status", f"unknown status “{status}”{near(status, STATUSES)}; allowed: {', '.join(STATUSES)}")
        if isinstance(name, str) and not _ID.fullmatch(name):
            mistakes.wrong("", 0, "id", f"id “{name}”: small letters, digits, dots and hyphens only")
        extends = data.get("extends", [])
        extends = [extends] if isinstance(extends, str) else extends
        if not isinstance(extends, list) or (extends and not texts(extends)):
            mistakes.wrong("", 0, "extends", 'extends is the id of other terms, or a list of ids, as ["cc-by-4.0"]')
            extends = []
        publisher = self._publisher(data.get("publisher"))
        facts = self._facts(data)
        editions = self._editions(data.get("edition"))
        demands = DemandsReader(str(name), tuple(edition.id for edition in editions), mistakes)
        requirements = self._requirements(data, demands)
        if not requirements and not extends and not len(mistakes):
            mistakes.wrong("", 0, "", "no [[requirement]]: a file that asks for nothing would pass everything")
        unchecked = demands.unchecked(data.get("unchecked"))
        if len(mistakes):
            return None
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
            extends=tuple(extends),
            editions=editions,
            digest=facts.get("digest"),
            per_article=facts.get("per_article", False),
        )

    def _facts(self, data: Mapping[str, Any]) -> Mapping[str, Any]:
        facts: dict[str, Any] = data["terms"] if isinstance(data.get("terms"), dict) else {}
        if "terms" not in data:
            self._mistakes.wrong("", 0, "", "[terms] is missing: say where the terms stand (url or locator) and when they were read (read_on)")
            return facts
        self._mistakes.keys(facts, TERMS, "terms", 0)
        self._mistakes.present(facts, "read_on", "terms", 0, "say on which day the terms were read, as 2016-09-06")
        self._mistakes.present(facts, "summary", "terms", 0, "say in a sentence what the terms allow")
        if isinstance(facts.get("digest"), str) and not _DIGEST.fullmatch(facts["digest"]):
            self._mistakes.wrong("terms", 0, "digest", "digest is “sha256:” and 64 digits, as `compliance rules drift` prints it")
        return facts

    def _requirements(self, data: Mapping[str, Any], demands: DemandsReader) -> tuple[Requirement, ...]:
        """The file's demands, then those of its versions and editions, each in its own circumstances."""
        found = demands.requirements(data.get("requirement"), "requirement")
        for index, version in enumerate(self._tables(data, "version", VERSION)):
            if not any(is_a(version.get(key), datetime.date) for key in ("from", "until")):
                self._mistakes.wrong("version", index, "", "[[version]]: give from or until, the days between which copies were published under it")
                continue
            dates = {field: version[key].isoformat() for field, key in (("since", "from"), ("until", "until")) if is_a(version.get(key), datetime.date)}
            if len(dates) == 2 and dates["since"] >= dates["until"]:
                self._mistakes.wrong("version", index, "from", f"[[version]]: from {dates['since']} is not before until {dates['until']}")
            found += demands.requirements(version.get("requirement"), "version.requirement", When(**dates))
        for edition in self._tables(data, "edition", EDITION):
            found += demands.requirements(edition.get("requirement"), "edition.requirement", When(edition=(str(edition.get("id")),)))
        return found

    def _editions(self, given: Any) -> tuple[Edition, ...]:
        found = []
        for index, table in enumerate(given if isinstance(given, list) else ()):
            if not isinstance(table, dict):
                continue
            self._mistakes.present(table, "id", "edition", index, "give the edition an id, as uk")
            for key in ("languages", "addresses"):
                if key in table and not texts(table[key]):
                    self._mistakes.wrong("edition", index, key, f"{key}: every entry is a text in quotes")
            lists = {key: tuple(map(str, table.get(key, ()))) if isinstance(table.get(key, []), list) else () for key in ("languages", "addresses")}
            found.append(Edition(str(table.get("id")), str(table.get("title", table.get("id"))), lists["languages"], lists["addresses"], table.get("url")))
        return tuple(found)

    def _tables(self, data: Mapping[str, Any], name: str, allowed: Keys) -> list[Mapping[str, Any]]:
        found: list[Mapping[str, Any]] = []
        for index, table in enumerate(data[name] if isinstance(data.get(name), list) else ()):
            if isinstance(table, dict):
                self._mistakes.keys(table, allowed, name, index, f"[[{name}]]")
                found.append(table)
            else:
                self._mistakes.wrong(name, index, "", f"write it as a table: [[{name}]]")
        return found

    def _publisher(self, data: Any) -> Publisher | None:
        if not isinstance(data, dict):
            return None
        self._mistakes.keys(data, PUBLISHER, "publisher", 0)
        self._mistakes.present(data, "name", "publisher", 0, "name the publisher as it names itself")
        self._mistakes.present(data, "domains", "publisher", 0, 'list its domains, as ["gazette.example"]')
        for key in ("also_known_as", "weak_names", "domains", "languages"):
            if isinstance(data.get(key), list) and not texts(data[key]):
                self._mistakes.wrong("publisher", 0, key, f"{key}: every entry is a text in quotes")
        for key in ("name", "also_known_as", "weak_names", "domains"):
            names = data.get(key, ())
            names = [names] if isinstance(names, str) else names if isinstance(names, list) else []
            long = next((name for name in names if isinstance(name, str) and len(name) > _LONGEST_NAME), None)
            if len(names) > _MOST_NAMES or long:
                told_ = f"“{long[:40]}…” has {len(long)} letters; at most {_LONGEST_NAME}" if long else f"{len(names)} entries; at most {_MOST_NAMES}"
                self._mistakes.wrong("publisher", 0, key, f"{key}: {told_}")
        for domain in data.get("domains", ()) if isinstance(data.get("domains"), list) else ():
            if isinstance(domain, str) and (not _DOMAIN.fullmatch(domain) or domain.startswith("www.")):
                self._mistakes.wrong("publisher", 0, "domains", f"domain “{domain}”: write the bare domain in small letters, as gazette.example")
        lists = (tuple(item for item in data.get(key, ()) if isinstance(item, str)) for key in ("also_known_as", "weak_names", "domains", "languages"))
        return Publisher(str(data.get("name")), *lists)
