"""rules/schema.json: the shape of a file of terms, for editors that complete and check TOML."""

import datetime
import json
from typing import Any

from compliance.model.kind import Kind, Option
from compliance.model.outcome import Obligation
from compliance.requirements import KINDS
from compliance.terms.shapes import DEMAND, DIGEST, DOMAIN, EDITION, ID, MEDIA, PUBLISHER, STATUSES, TERMS, TOP, UNCHECKED, VERSION, WHEN, Keys

_TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
_TEXTS: dict[str, Any] = {"type": "array", "items": {"type": "string", "pattern": r"\S"}}
_PLAIN: dict[type, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    list: _TEXTS,
    datetime.date: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
}
_HELP = {
    "id": "small letters, digits, dots and hyphens",
    "status": "how sure the reading is: reviewed, the text itself was read; second-hand, a dated review or quotation of it; draft, general knowledge",
    "extends": "ids of other terms whose demands are taken over, one level deep",
    "also_known_as": "other names that are the publisher's alone",
    "weak_names": "ordinary words and acronyms: they count only beside a link or a credit phrase",
    "domains": "bare domains in small letters, as gazette.example",
    "languages": "codes, as fr",
    "read_on": "the day on which the terms were read",
    "locator": "where on the page the terms stand",
    "summary": "what the terms allow, in a sentence",
    "contact": "whom to ask",
    "digest": "of the paragraph of terms as it was read; compliance rules drift prints it",
    "per_article": "each original's own page states its licence",
    "obligation": "must, should, or may: a permission, which keeps demands of its kind silent",
    "clause": "what the terms ask, in your own words",
    "when": "the circumstances in which it is asked; all of them must hold",
    "remedy": "texts that repair it, by language, with slots such as {title}",
    "any_of": "several demands, of which one must be met",
    "all_of": "several demands, all of which must be met",
    "medium": "where the copy stands",
    "edited": "copies whose text was changed, or was not",
    "translated": "copies in another language than the original, or in the same",
    "from": "the day of publication from which it holds",
    "until": "the day of publication before which it holds",
    "edition": "ids of the publisher's editions",
    "addresses": "how the edition's addresses begin, without the scheme",
}


def schema() -> str:
    """The whole schema."""
    return json.dumps(_schema(), indent=1, ensure_ascii=False) + "\n"


def _schema() -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "compliance-rule-file.schema.json",
        "title": "A file of reproduction terms",
        "description": "Written by `python -m tests.docs` from the reader's tables and the kinds. `compliance rules lint` says more, with lines.",
        **_table(
            TOP,
            ("id", "title", "status", "terms"),
            id=_TEXT | {"pattern": f"^{ID}$"},
            title=_TEXT,
            status={"enum": list(STATUSES)},
            extends={"oneOf": [_TEXT, _TEXTS | {"minItems": 1}]},
            publisher=_ref("publisher"),
            terms=_ref("terms"),
            requirement=_tables("requirement"),
            unchecked=_tables("unchecked"),
            version=_tables("version"),
            edition=_tables("edition"),
        ),
        "anyOf": [{"required": [key]} for key in ("requirement", "extends", "version", "edition")],
        "$defs": {
            "publisher": _table(PUBLISHER, ("name", "domains"), name=_TEXT, domains=_list({"type": "string", "pattern": rf"^(?!www\.){DOMAIN}$"}, 1)),
            "terms": _table(TERMS, ("read_on", "summary"), summary=_TEXT, digest={"type": "string", "pattern": f"^{DIGEST}$"}),
            "unchecked": _table(UNCHECKED, ("obligation", "clause"), obligation=_ref("obligation"), clause=_ref("clause")),
            "version": _table(VERSION, (), requirement=_tables("requirement")) | {"anyOf": [{"required": ["from"]}, {"required": ["until"]}]},
            "edition": _table(EDITION, ("id",), id=_TEXT, requirement=_tables("requirement")),
            "when": _table(WHEN, (), medium=_list({"enum": list(MEDIA)})),
            "obligation": {"enum": [str(each) for each in Obligation]},
            "clause": {"type": "string", "pattern": r"\S"},
            "remedy": {"type": "object", "additionalProperties": {"type": "string"}},
            "texts": {"anyOf": [_TEXTS, {"type": "object", "minProperties": 1, "additionalProperties": _TEXTS}]},
            "kind": {"enum": list(KINDS), "x-taplo": {"docs": {"enumValues": [kind.title for kind in KINDS.values()]}}},
            "requirement": _requirement(),
            "part": _part(),
            "parts": {"type": "array", "minItems": 2, "items": {"oneOf": [_ref("part"), _ref("joined")]}},
            "joined": {
                "type": "object",
                "required": ["all_of"],
                "additionalProperties": False,
                "properties": {"all_of": {"type": "array", "minItems": 2, "items": _ref("part")}},
            },
        },
    }


def _requirement() -> dict[str, Any]:
    """A demand: a kind with its own options and no others, or several of which any, or all, are asked."""
    common = {
        "kind": _ref("kind"),
        "obligation": _ref("obligation"),
        "clause": _ref("clause"),
        "when": _ref("when"),
        "remedy": _ref("remedy"),
        "any_of": _ref("parts"),
        "all_of": {"type": "array", "minItems": 2, "items": _ref("part")},
    }
    assert tuple(common) == DEMAND
    return {
        "type": "object",
        "required": ["obligation", "clause"],
        "oneOf": [{"required": [key]} for key in ("kind", "any_of", "all_of")],
        "properties": {key: value | _described(key) for key, value in common.items()},
        "if": {"not": {"required": ["kind"]}},
        "then": _only(common, {}),
        "allOf": [_of_kind(kind, common) for kind in KINDS.values()],
    }


def _part() -> dict[str, Any]:
    """One of several demands: a kind and its options."""
    common = {"kind": _ref("kind")}
    return {"type": "object", "required": ["kind"], "properties": common, "allOf": [_of_kind(kind, common) for kind in KINDS.values()]}


def _of_kind(kind: Kind, common: dict[str, Any]) -> dict[str, Any]:
    return {"if": {"properties": {"kind": {"const": kind.name}}, "required": ["kind"]}, "then": _only(common, kind.options)}


def _only(common: dict[str, Any], options: Any) -> dict[str, Any]:
    return {"properties": {**dict.fromkeys(common, True), **{name: _option(option) for name, option in options.items()}}, "additionalProperties": False}


def _option(option: Option) -> dict[str, Any]:
    told: dict[str, Any] = {"description": option.help}
    if option.type is dict:
        return _ref("texts") | told
    if option.type is tuple:
        items: dict[str, Any] = {"enum": list(option.choices)} if option.choices else _TEXTS["items"]
        return {"type": "array", "items": items} | told
    shape: dict[str, Any] = {"enum": list(option.choices)} if option.choices else _PLAIN[option.type]
    return {**shape, "default": option.default, **told}


def _table(keys: Keys, required: tuple[str, ...], **shapes: dict[str, Any]) -> dict[str, Any]:
    """A table with these keys and no others. shapes: of those whose type alone does not tell it."""
    properties = {
        key: (shapes[key] if key in shapes else _PLAIN[type_ if isinstance(type_, type) else type_[0]]) | _described(key) for key, type_ in keys.items()
    }
    needed = {"required": list(required)} if required else {}
    return {"type": "object", "additionalProperties": False, **needed, "properties": properties}


def _described(key: str) -> dict[str, str]:
    return {"description": _HELP[key]} if key in _HELP else {}


def _list(items: dict[str, Any], least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": items} | ({"minItems": least} if least else {})


def _tables(name: str) -> dict[str, Any]:
    return _list(_ref(name))


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}
