"""The one list of report formats."""

from collections.abc import Callable

from compliance.model.report import Report


def renderer(name: str) -> Callable[[Report], str]:
    """The function that renders a format; modules are loaded when they are needed. Raises KeyError for an unknown name."""
    if name == "text":
        from compliance.report import text

        return text.render
    if name == "json":
        from compliance.report import json

        return json.render
    raise KeyError(name)


FORMATS = ("text", "json")
