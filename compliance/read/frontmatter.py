"""Front matter of Markdown files: YAML between `---`, TOML between `+++`, JSON in braces.

YAML comes from strangers: anchors, aliases and tags are refused before anything is built.
"""

import json
from typing import Any

from compliance.errors import ReadError
from compliance.model.article import Claim

_MAX = 262144  # bytes; real front matter has a few kB


def split(text: str, location: str) -> tuple[tuple[Claim, ...], str, int]:
    """Split a file into claims (`front-matter:<key>`, keys lower case), the body, and the lines that the front matter took.

    Raises ReadError (`front-matter`) when it is not well-formed; the message has the line.
    """
    for fence, form in (("---", "YAML"), ("+++", "TOML")):
        first, newline, rest = text.partition("\n")
        if first.rstrip() != fence or not newline:
            continue
        lines = rest.split("\n")
        end = next((index for index, line in enumerate(lines) if line.rstrip() in (fence, "...")), None)
        if end is None:
            return (), text, 0
        source = "\n".join(lines[:end])
        if len(source) > _MAX:
            raise ReadError("front-matter", f"{location}: front matter of {len(source)} characters; at most {_MAX} are read")
        data = _yaml(source, location) if form == "YAML" else _toml(source, location)
        return _claims(data, source), "\n".join(lines[end + 1 :]), end + 2
    if text.startswith("{"):
        return _json(text)
    return (), text, 0


def _json(text: str) -> tuple[tuple[Claim, ...], str, int]:
    try:
        data, end = json.JSONDecoder().raw_decode(text[:_MAX])
    except (ValueError, RecursionError):
        return (), text, 0
    if not isinstance(data, dict) or text[end : end + 1] not in ("\n", "\r"):
        return (), text, 0
    return _claims(data, text[:end]), text[end:].lstrip("\r\n"), text.count("\n", 0, len(text) - len(text[end:].lstrip("\r\n")))


def _toml(source: str, location: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(source.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise ReadError("front-matter", f"{location}: TOML front matter: {error}") from None


def _yaml(source: str, location: str) -> dict[str, Any]:
    import yaml

    try:
        # Template files have front matter such as `{{ title }}`; anchors and tags have no place in one.
        for event in yaml.parse(source, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise ReadError(
                    "front-matter",
                    f"{location}:{event.start_mark.line + 2 if event.start_mark else 2}: YAML anchors and aliases are not read; write the value out",
                )
        data = yaml.load(source, Loader=_plain_loader())  # noqa: S506 - a subclass of SafeLoader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 2}" if mark else ""
        raise ReadError("front-matter", f"{location}{line}: YAML front matter: {getattr(error, 'problem', None) or error}") from None
    except (ValueError, RecursionError) as error:
        raise ReadError("front-matter", f"{location}: YAML front matter: {error}") from None
    return data if isinstance(data, dict) else {}


def _plain_loader() -> Any:
    """A SafeLoader that takes scalars as the text that was written: no dates, no numbers, no `no` that means false."""
    import yaml

    class Plain(yaml.SafeLoader):
        yaml_implicit_resolvers = {}  # noqa: RUF012 - as the base class has it

    Plain.add_constructor(None, lambda loader, node: loader.construct_scalar(node) if isinstance(node, yaml.ScalarNode) else None)
    return Plain


def _claims(data: dict[str, Any], source: str) -> tuple[Claim, ...]:
    lines = source.split("\n")
    found: list[Claim] = []
    for key, value in data.items():
        line = next((index + 2 for index, text in enumerate(lines) if text.lstrip(" \"'{[").startswith(str(key))), None)
        _flatten(str(key).lower(), value, line, found, 0)
    return tuple(found)


def _flatten(key: str, value: Any, line: int | None, found: list[Claim], depth: int) -> None:
    if isinstance(value, dict) and depth < 4:
        for name, inner in value.items():
            _flatten(f"{key}.{str(name).lower()}", inner, line, found, depth + 1)
    elif isinstance(value, list | tuple) and depth < 4:
        for inner in value[:100]:
            _flatten(key, inner, line, found, depth + 1)
    elif value is not None and not isinstance(value, dict | list | tuple) and str(value).strip():
        found.append(Claim(f"front-matter:{key}", str(value).strip(), line))
