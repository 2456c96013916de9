"""Which documents there are, and what each of them holds."""

from collections.abc import Callable, Mapping
from pathlib import Path

from .kinds import kinds
from .rules import rules
from .schema import schema

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS: Mapping[Path, Callable[[], str]] = {
    ROOT / "docs" / "kinds.md": kinds,
    ROOT / "docs" / "rules.md": rules,
    ROOT / "rules" / "schema.json": schema,
}


def written(path: Path) -> str:
    """What a document should hold."""
    return DOCUMENTS[path]()
