"""The one list of kinds, in the order in which they are documented. A kind is loaded when it is asked for: a run needs a few of them."""

from collections.abc import Iterator, Mapping
from importlib import import_module

from compliance.model.kind import Kind

_NAMES = (
    "source-credit",
    "byline",
    "author-institution",
    "translator-credit",
    "original-link",
    "publisher-link",
    "original-url",
    "copyright-notice",
    "license-statement",
    "license-link",
    "republication-line",
    "boilerplate",
    "placement",
    "first-published-date",
    "changes-indicated",
    "title-kept",
    "text-unchanged",
    "links-kept",
    "excerpt-limit",
    "canonical-link",
    "noindex",
    "tracking-pixel",
    "images-excluded",
    "image-credit",
    "logo",
    "third-party-material",
    "duration-limit",
    "use-context",
    "permission",
    "grant-scope",
    "eligibility",
    "no-systematic-use",
    "notification",
    "share-alike",
    "structured-data",
    "feed-source",
)


class Catalogue(Mapping[str, Kind]):
    """Kinds by name. `original-link` is the constant ORIGINAL_LINK of the module original_link beside this one."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = dict.fromkeys(names)
        self._loaded: dict[str, Kind] = {}

    def __getitem__(self, name: str) -> Kind:
        if name not in self._loaded:
            if name not in self._names:
                raise KeyError(name)
            module = name.replace("-", "_")
            kind: Kind = getattr(import_module(f"compliance.requirements.{module}"), module.upper())
            self._loaded[name] = kind
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        return name in self._names


KINDS = Catalogue(_NAMES)
