"""What is said of an id of terms that nothing bears."""

from compliance.errors import near
from compliance.terms import Shelf


def unknown_terms(name: str, shelf: Shelf) -> str:
    """The message for an id that nothing bears: whose name or domain it is, or what it resembles."""
    meant = shelf.by_name(name) or shelf.by_url(name if "://" in name else f"https://{name}/")
    hint = f", did you mean “{meant.id}”?" if meant else near(name, shelf.terms)
    return f"unknown terms “{name}”{hint}{'' if hint.endswith('?') else ';'} `compliance rules list WORD` looks for them"
