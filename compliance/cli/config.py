"""The configuration: `compliance.toml`, or `[tool.compliance]` in pyproject.toml; the nearest one, no merging."""

import os
from typing import Any, NamedTuple

from compliance.cli.decide import FAIL_ON
from compliance.errors import ConfigError, near

_KEYS = ("paths", "exclude", "terms", "use", "rules", "fail-on", "site", "declared", "permissions")
_WORDS = ("edited", "translated")  # what may be declared besides kinds
_SITE = ("name", "also_known_as", "domains")


class Config(NamedTuple):
    """What the file sets. Paths in it are relative to its folder. source: the file, None without one."""

    source: str | None = None
    paths: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    terms: str | None = None
    use: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    fail_on: tuple[str, ...] = ()
    site_names: tuple[str, ...] = ()
    site_domains: tuple[str, ...] = ()
    declared: tuple[tuple[str, str], ...] = ()
    permissions: str | None = None


def find_config(given: str | None) -> Config:
    """The file given, or the nearest one above the current folder. Raises ConfigError with every mistake."""
    if given is not None:
        return read_config(given)
    folder = os.getcwd()
    while True:
        own, project = os.path.join(folder, "compliance.toml"), os.path.join(folder, "pyproject.toml")
        if os.path.isfile(own):
            return read_config(own)
        if os.path.isfile(project) and _mentions_us(project):
            return read_config(project)
        if os.path.dirname(folder) == folder:
            return Config()
        folder = os.path.dirname(folder)


def _mentions_us(project: str) -> bool:
    with open(project, "rb") as file:
        return b"[tool.compliance" in file.read()


def read_config(path: str) -> Config:
    """One file. Raises ConfigError with every mistake."""
    import tomllib

    try:
        with open(path, encoding="utf-8-sig") as file:
            data: dict[str, Any] = tomllib.loads(file.read())
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise ConfigError(f"{path}: not TOML: {error}") from None
    if os.path.basename(path) == "pyproject.toml":
        data = data.get("tool", {}).get("compliance", {})
    mistakes = [f"{path}: unknown key “{key}”{near(key, _KEYS)}; allowed: {', '.join(_KEYS)}" for key in data if key not in _KEYS]
    site = data.get("site", {})
    if not isinstance(site, dict):
        mistakes.append(f"{path}: site is a table: [site] with {', '.join(_SITE)}")
        site = {}
    mistakes += [f"{path}: unknown key “{key}” in [site]; allowed: {', '.join(_SITE)}" for key in site if key not in _SITE]
    lists = {key: _list(data, key, path, mistakes) for key in ("paths", "exclude", "use", "rules", "fail-on")}
    lists |= {key: _list(site, key, path, mistakes) for key in ("also_known_as", "domains")}
    mistakes += [f"{path}: fail-on “{word}”; allowed: {', '.join(FAIL_ON)}" for word in lists["fail-on"] if word not in FAIL_ON]
    name, terms, permissions = site.get("name"), data.get("terms"), data.get("permissions")
    declared = _declared(data.get("declared", {}), path, mistakes)
    mistakes += [
        f"{path}: {key} is a text in quotes"
        for key, value in (("site.name", name), ("terms", terms), ("permissions", permissions))
        if value is not None and not isinstance(value, str)
    ]
    if mistakes:
        raise ConfigError("\n".join(mistakes))
    base = os.path.dirname(path)
    beside = os.path.join(base, permissions or "permissions.toml")
    return Config(
        source=path,
        paths=tuple(os.path.join(base, each) for each in lists["paths"]),
        exclude=lists["exclude"],
        terms=os.path.join(base, terms) if terms and terms.endswith(".toml") else terms,
        use=lists["use"],
        rules=tuple(os.path.join(base, each) for each in lists["rules"]),
        fail_on=lists["fail-on"],
        site_names=tuple(each for each in (name, *lists["also_known_as"]) if each),
        site_domains=tuple(domain.lower().removeprefix("www.") for domain in lists["domains"]),
        declared=declared,
        permissions=beside if permissions or os.path.isfile(beside) else None,
    )


def _declared(given: Any, path: str, mistakes: list[str]) -> tuple[tuple[str, str], ...]:
    """What no page shows: a kind, or `<terms id>/<kind>`, to true, false or the words of it."""
    from compliance.requirements import KINDS

    if not isinstance(given, dict):
        mistakes.append(f"{path}: declared is a table: [declared] with a kind and true, false or why")
        return ()
    kinds = [kind.name for kind in KINDS.values() if kind.declarable]
    found = []
    for key, value in given.items():
        kind = key.rpartition("/")[2]
        if kind not in kinds and key not in _WORDS:
            why = "a page shows it, so it is checked and not declared" if kind in KINDS else "unknown"
            mistakes.append(
                f"{path}: declared “{key}”: {why}{near(kind, [*kinds, *_WORDS])}; allowed: {', '.join([*kinds, *_WORDS])}, or <terms id>/ before them"
            )
        elif not isinstance(value, str | bool):
            mistakes.append(f"{path}: declared “{key}”: write true, false, or in quotes how it was met")
        else:
            found.append((key, str(value).lower() if isinstance(value, bool) else value))
    return tuple(found)


def _list(data: dict[str, Any], key: str, path: str, mistakes: list[str]) -> tuple[str, ...]:
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        mistakes.append(f'{path}: {key} is a list of texts, as ["…"]')
        return ()
    return tuple(value)
