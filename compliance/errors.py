"""The exceptions of this package, one tree.

ComplianceError
├── UsageError          the command line or a Python argument is wrong (exit 2)
├── ConfigError         compliance.toml is wrong (exit 2)
├── RulesError          rule files are wrong: every mistake at once (exit 2)
├── LoadError           a file or an address could not be loaded (exit 3)
└── ReadError           bytes could not be read as an article (exit 3)

Foreign exceptions (httpx, lxml, OSError) never leave the folder that owns the library.
"""

from collections.abc import Iterable


class ComplianceError(Exception):
    """Base of all. Its text says what is wrong, where, and what to do."""


class UsageError(ComplianceError):
    """The command line or a Python argument is wrong."""


class ConfigError(ComplianceError):
    """The configuration file is wrong."""


class RulesError(ComplianceError):
    """Rule files are wrong. mistakes: one line each, `file:line: what: what to do`."""

    def __init__(self, mistakes: tuple[str, ...]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


class LoadError(ComplianceError):
    """A file or an address could not be loaded. reason: a stable key such as `not-found`."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class ReadError(ComplianceError):
    """Bytes could not be read as an article. reason: a stable key such as `binary`."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


def near(word: str, allowed: Iterable[object]) -> str:
    """`, did you mean “…”?` when one of the allowed words is close: the end of a message about an unknown word."""
    from difflib import get_close_matches

    close = get_close_matches(word, [str(each) for each in allowed], n=1)
    return f", did you mean “{close[0]}”?" if close else ""
