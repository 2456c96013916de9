"""Regular expressions that are compiled when they are first used.

The command line starts for one page, and most of the sixty expressions of this package are not needed for it: compiling all
of them at import took as long as starting Python.
"""

import re
from typing import Any, cast


class _Lazy:
    """Looks like a compiled expression; its methods are bound at their first use."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = self.__dict__.get("_compiled")
        if compiled is None:
            compiled = self._compiled = re.compile(self._source, self._flags)
        method = getattr(compiled, name)
        setattr(self, name, method)
        return method


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression, compiled at its first use."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
