"""The file of counters: which images and scripts are the page counters that publishers ask republishers to keep."""

from compliance.model.lexicon import Counter
from compliance.terms.documents import Document
from compliance.terms.lines import line_table

FILE = "counters.toml"


def is_counters(document: Document) -> bool:
    """Whether a rule file holds counters."""
    return document.name.replace("\\", "/").rpartition("/")[2] == FILE


def read_counters(documents: list[Document], mistakes: list[str]) -> tuple[Counter, ...]:
    """All counters; mistakes are noted with file and line."""
    found: list[Counter] = []
    for document in documents:
        lines = line_table(document.source)
        for name, places in document.data.items():
            where = f"{document.name}:{lines.get(('', 0, name), 1)}"
            if not isinstance(places, list) or not all(isinstance(place, str) and "/" in place.strip("/ ") + "/" and "://" not in place for place in places):
                mistakes.append(f'{where}: “{name}”: list where its counter lies, host and path without a scheme, as ["counter.gazette.example/count"]')
                continue
            for place in places:
                host, _, rest = place.strip().lower().partition("/")
                path, _, query = rest.partition("?")
                found.append((name, host, "/" + path, query))
    return tuple(found)
