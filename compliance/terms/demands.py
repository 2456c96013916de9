"""The demands of a rule file: requirements, what they are made of, and when they are asked."""

import datetime
from collections.abc import Mapping
from typing import Any

from compliance.errors import near
from compliance.model.kind import Kind
from compliance.model.outcome import Obligation
from compliance.model.terms import OptionValue, Part, Requirement, Texts, Unchecked, When
from compliance.requirements import KINDS
from compliance.terms.mistakes import Mistakes, is_a, named, texts, told
from compliance.terms.shapes import DEMAND, MEDIA, REMEDY_SLOTS, UNCHECKED, WHEN
from compliance.text.patterns import lazy
from compliance.weighing.wording import SLOTS, unknown_slots

_LISTS = ("medium", "language", "edition")
_DEPTH = 2  # any_of all_of, and no further
_MOST = 300  # demands of one file
_NO_SLOT = lazy(rf"\{{(?!(?:{'|'.join(REMEDY_SLOTS)})\}})[^{{}}]{{0,30}}\}}?")
_MOST_TEXTS, _MOST_SLOTS, _MOST_IN_ADDRESS = 60, 12, 3  # of an option; slots of a line, and of an address
_FEW = 20  # wrong words of one list that are told


class DemandsReader:
    """Reads tables of demands. base: what all of them are asked in besides their own `when`: a version's dates, an edition."""

    def __init__(self, name: str, editions: tuple[str, ...], mistakes: Mistakes) -> None:
        self._name = name
        self._editions = editions
        self._mistakes = mistakes
        self._ids: set[str] = set()
        self._counts: dict[str, int] = {}

    def requirements(self, tables: Any, table: str, base: When | None = None) -> tuple[Requirement, ...]:
        """The requirements of `[[table]]`; further calls with the same name go on counting."""
        found = []
        for data in tables if isinstance(tables, list) else ():
            index = self._counts[table] = self._counts.get(table, -1) + 1
            if len(self._ids) >= _MOST or self._mistakes.full:
                self._mistakes.wrong(table, index, "", f"more than {_MOST} demands in one file")
                break
            if not isinstance(data, dict):
                self._mistakes.wrong(table, index, "", f"write each requirement as a table: [[{table}]]")
                continue
            requirement = self._requirement(data, table, index, base)
            if requirement:
                found.append(requirement)
        return tuple(found)

    def unchecked(self, tables: Any) -> tuple[Unchecked, ...]:
        """The demands that this version does not check."""
        found = []
        for index, data in enumerate(tables if isinstance(tables, list) else ()):
            if not isinstance(data, dict) or not isinstance(data.get("clause"), str):
                self._mistakes.wrong("unchecked", index, "", "[[unchecked]]: clause is missing: say in your own words what the terms ask")
                continue
            self._mistakes.keys(data, UNCHECKED, "unchecked", index)
            obligation = self._obligation(data, "unchecked", index, "unchecked")
            if obligation:
                found.append(Unchecked(data["clause"], obligation))
        return tuple(found)

    def _requirement(self, data: Mapping[str, Any], table: str, index: int, base: When | None) -> Requirement | None:
        joins = [key for key in ("kind", "any_of", "all_of") if key in data]
        what = str(data.get("kind", joins[0] if joins else "requirement"))
        before = len(self._mistakes)
        if len(joins) != 1:
            told = f"give one of them, not {' and '.join(joins)}" if joins else f"kinds: {', '.join(sorted(KINDS))}"
            self._mistakes.wrong(table, index, "", f"{what}: kind is missing (or any_of, all_of); {told}" if not joins else f"{what}: {told}")
            return None
        obligation = self._obligation(data, table, index, what)
        clause = data.get("clause")
        if not isinstance(clause, str) or not clause.strip():
            self._mistakes.wrong(table, index, "clause" if "clause" in data else "", f"{what}: clause is missing: say in your own words what the terms ask")
        when = self._when(data.get("when"), table, index, what, base)
        remedy = self._remedy(data.get("remedy"), table, index, what)
        if joins == ["kind"]:
            kind = self._kind(data["kind"], table, index)
            options = self._options(data, table, index, kind) if kind else ()
            parts: tuple[Part, ...] = ()
            name = kind.name if kind else ""
        else:
            self._mistakes.keys({key: value for key, value in data.items() if key not in DEMAND}, {}, table, index, what)
            options, parts = (), self._parts(data[joins[0]], joins[0], table, index, 1)
            name = joins[0].replace("_", "-")
        if len(self._mistakes) > before or obligation is None:
            return None
        return Requirement(self._id(name), name, obligation, str(clause), options, when, parts, remedy)

    def _id(self, name: str) -> str:
        plain = f"{self._name}/{name}"
        tried = [plain, *(f"{plain}-{number}" for number in range(2, len(self._ids) + 3))]
        free = next(each for each in tried if each not in self._ids)
        self._ids.add(free)
        return free

    def _kind(self, given: Any, table: str, index: int, key: str = "kind") -> Kind | None:
        kind = KINDS.get(given) if isinstance(given, str) else None
        if kind is None:
            self._mistakes.wrong(table, index, key, f"unknown kind “{told(given)}”{near(str(given), KINDS)}; kinds: {', '.join(sorted(KINDS))}")
        return kind

    def _parts(self, given: Any, join: str, table: str, index: int, depth: int) -> tuple[Part, ...]:
        if not isinstance(given, list) or len(given) < 2 or not all(isinstance(each, dict) for each in given):
            self._mistakes.wrong(table, index, join, f"{join} is a list of two or more tables, as [{{ kind = … }}, {{ kind = … }}]")
            return ()
        found = []
        for data in given:
            if self._mistakes.full:
                break
            if "all_of" in data and join == "any_of" and depth < _DEPTH:
                self._mistakes.keys(data, {"all_of": list}, table, index, join, join)
                found.append(Part("", (), self._parts(data["all_of"], "all_of", table, index, depth + 1)))
            elif kind := self._kind(data.get("kind"), table, index, join):
                found.append(Part(kind.name, self._options(data, table, index, kind, part=True)))
        return tuple(found)

    def _options(self, data: Mapping[str, Any], table: str, index: int, kind: Kind, *, part: bool = False) -> tuple[tuple[str, OptionValue], ...]:
        found: list[tuple[str, OptionValue]] = []
        for key, value in data.items():
            if self._mistakes.full:
                break
            if key == "kind" or (key in DEMAND and not part):
                continue
            option = kind.options.get(key)
            if option is None:
                has = ", ".join(kind.options) or "none"
                self._mistakes.wrong(table, index, key, f"unknown option “{key}” of {kind.name}{near(key, kind.options)}; it has: {has}")
                continue
            read = self._value(value, option.type)
            if read is None:
                self._mistakes.wrong(table, index, key, f"{kind.name}: {key} is {_expected(option.type)}, not “{told(value)}”")
                continue
            if option.type is dict:
                self._slots(read, table, index, key, kind.name)
            self._size(read, table, index, key, kind.name)
            strange = [each for each in (read if isinstance(read, tuple) else (read,)) if option.choices and each not in option.choices]
            for word in strange[:_FEW]:
                allowed = ", ".join(option.choices)
                self._mistakes.wrong(table, index, key, f"{kind.name}: {key} “{told(word)}”{near(str(word), option.choices)}; allowed: {allowed}")
            if not strange:
                found.append((key, read))
        return tuple(found)

    def _size(self, read: OptionValue, table: str, index: int, key: str, kind: str) -> None:
        """Note texts that are more than a page can be compared with: addresses of many slots, lines of many more, hundreds of either."""
        if not isinstance(read, tuple):
            return
        lists = [tuple(pair[1]) for pair in read if isinstance(pair, tuple)]
        most = _MOST_SLOTS if lists else _MOST_IN_ADDRESS
        for group in lists or [tuple(map(str, read))]:
            long = next((text for text in group if text.count("{") > most), None)
            if len(group) > _MOST_TEXTS or long:
                told_ = f"“{long[:40]}…” has more than {most} slots" if long else f"{len(group)} texts; at most {_MOST_TEXTS}"
                self._mistakes.wrong(table, index, key, f"{kind}: {key}: {told_}")

    def _slots(self, read: Any, table: str, index: int, key: str, kind: str) -> None:
        """Note slots of texts that nothing fills."""
        for name in sorted({name for _, several in read for text in several for name in unknown_slots(text)}):
            allowed = ", ".join(f"{{{slot}}}" for slot in SLOTS)
            self._mistakes.wrong(table, index, key, f"{kind}: {key} has the slot “{{{name}}}”{near(name, SLOTS)}; allowed: {allowed}")

    def _value(self, value: Any, type_: type) -> OptionValue | None:
        """An option's value as it is kept, None when it has another type."""
        if type_ is dict:
            return by_language(value)
        if type_ is tuple:
            return tuple(value) if texts(value) else None
        given: OptionValue = value
        return given if is_a(value, type_) else None

    def _when(self, given: Any, table: str, index: int, what: str, base: When | None) -> When | None:
        if given is None:
            return base
        if not isinstance(given, dict):
            self._mistakes.wrong(table, index, "when", f'{what}: when is a table, as {{ medium = ["web"] }}')
            return base
        self._mistakes.keys(given, WHEN, table, index, f"{what}: when", "when")
        for key, allowed in (("medium", MEDIA), ("edition", self._editions)):
            for word in [each for each in given[key] if each not in allowed][:_FEW] if isinstance(given.get(key), list) else ():
                self._mistakes.wrong(table, index, "when", f"{what}: {key} “{told(word)}”{near(str(word), allowed)}; allowed: {', '.join(allowed) or 'none'}")
        fields: dict[str, Any] = {key: tuple(map(str, given.get(key, ()))) for key in _LISTS if isinstance(given.get(key, []), list)}
        fields |= {name: given[key].isoformat() for name, key in (("since", "from"), ("until", "until")) if is_a(given.get(key), datetime.date)}
        fields |= {key: given[key] for key in ("edited", "translated") if isinstance(given.get(key), bool)}
        own = When(**fields)
        return _both(own, base) if base else own

    def _remedy(self, given: Any, table: str, index: int, what: str) -> tuple[tuple[str, str], ...]:
        if given is None:
            return ()
        if not isinstance(given, dict) or not all(isinstance(text, str) for text in given.values()):
            self._mistakes.wrong(table, index, "remedy", f'{what}: remedy is a table of texts by language, as {{ en = "…" }}')
            return ()
        for text in given.values():
            strange = _NO_SLOT.search(text)
            if strange:
                allowed = ", ".join(f"{{{slot}}}" for slot in REMEDY_SLOTS)
                self._mistakes.wrong(table, index, "remedy", f"{what}: remedy: “{told(strange.group())}” is no slot; slots: {allowed}")
        return tuple(given.items())

    def _obligation(self, data: Mapping[str, Any], table: str, index: int, what: str) -> Obligation | None:
        value = data.get("obligation")
        allowed = ", ".join(Obligation)
        if value is None:
            self._mistakes.wrong(table, index, "", f"{what}: obligation is missing; allowed: {allowed}")
        elif value not in list(Obligation):
            self._mistakes.wrong(table, index, "obligation", f"{what}: unknown obligation “{told(value)}”{near(str(value), Obligation)}; allowed: {allowed}")
        else:
            return Obligation(value)
        return None


def by_language(value: Any) -> Texts | None:
    """Texts by language from a list or a table of lists, None when it is neither."""
    if texts(value):
        return (("", tuple(value)),)
    if isinstance(value, dict) and value and all(texts(each) for each in value.values()):
        return tuple((language, tuple(each)) for language, each in value.items())
    return None


def _expected(type_: type) -> str:
    return 'a list of texts, or a table of lists by language, as { en = ["…"] }' if type_ is dict else named(type_)


def _both(own: When, base: When) -> When:
    """What two conditions ask together."""
    filled = {key: value for key, value in base._asdict().items() if value not in ((), None, "")}
    return own._replace(**filled)
