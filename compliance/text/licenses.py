"""Licences by their SPDX ids: which id an address stands for, and how two ids stand to each other.

An id says as much as is stated: `CC-BY` without a version, `CC-BY-3.0-DE` with version and country.
"""

import re
from typing import NamedTuple

from compliance.text.patterns import lazy

UNSPECIFIED = "LicenseRef-CC-unspecified"
"""A Creative Commons licence, and nothing says which."""

_PARTS = ("BY", "NC", "SA", "ND")  # the parts of Creative Commons licences, in the order of their ids

ADDRESS = lazy(
    r"(?:(?<![a-z0-9-])|(?<=%2f))(?:creativecommons\.(?:org|net|ca|nl|de)|licensebuttons\.net)/(?:(?:licen[sc]es?|[lp]|presskit/buttons/88x31/\w+)/)*"
    r"(?:(?:cc-)?(?P<parts>(?:by|nc|nd|sa)(?:-(?:by|nc|nd|sa))*)(?:\.eu)?(?![\w-])|(?P<zero>(?:publicdomain/|choose/|cc-)?zero(?:-waive)?)(?!\w)|"
    r"(?P<mark>(?:publicdomain/)?mark(?=/1))|(?P<pddc>publicdomain)(?!\w|/\w)|(?P<odd>devnations|nc-sampling\+|sampling\+|samplingplus|sampling)(?!\w))"
    r"(?:/(?P<version>\d\.\d)(?!\d))?(?:/(?P<port>[a-z]{2}|igo|scotland)(?![a-z0-9_.-]))?|web\.resource\.org/cc/(?P<old>publicdomain)(?![a-z])",
    re.IGNORECASE,
)
"""An address or a badge of Creative Commons; of_match tells its id."""

_ODD = {"devnations": "DevNations", "sampling": "Sampling", "sampling+": "Sampling-Plus", "samplingplus": "Sampling-Plus", "nc-sampling+": "NC-Sampling-Plus"}
_CC = lazy(r"CC-((?:BY|NC|SA|ND)(?:-(?:BY|NC|SA|ND))*)(?:-(\d\.\d))?(?:-([A-Z]+))?", re.IGNORECASE)
_OTHER = lazy(r"(.+?)(?:-(\d+(?:\.\d+)?)(?:-or-later|-only)?)?", re.IGNORECASE)


class License(NamedTuple):
    """An id in its parts. name: what all versions share, in capitals. version, country: `` when the id states none."""

    name: str
    parts: frozenset[str]
    version: str
    country: str

    @property
    def shares_alike(self) -> bool:
        """Adaptations go out under the same licence."""
        return "SA" in self.parts

    @property
    def adaptable(self) -> bool:
        """It lets others adapt the work."""
        return self.name.startswith("CC-") and "ND" not in self.parts


def license_of(spdx: str) -> License:
    """An id in its parts."""
    creative = _CC.fullmatch(spdx)
    if creative:
        words, version, country = creative.groups(default="")
        parts = frozenset(words.upper().split("-"))
        return License(_joined(parts, "CC"), parts, version, country.upper())
    other = _OTHER.fullmatch(spdx)
    name, version = other.groups(default="") if other else (spdx, "")
    return License(name.upper(), frozenset(), version, "")


def is_creative_commons(spdx: str) -> bool:
    """Whether an id is a licence of Creative Commons, or the vague mention of one."""
    return spdx == UNSPECIFIED or spdx.upper().startswith(("CC-BY", "CC0"))


def relation(stated: str, wanted: str) -> str:
    """How a stated licence stands to the wanted one.

    `same`, also where the wanted id leaves open what the stated one says; `coarser`: version or country is not stated; `vague`: only
    "Creative Commons" is; `country`, `later`, `earlier`: the same licence in another country's version, or another version; `other`.
    """
    if stated == UNSPECIFIED:
        return "vague" if is_creative_commons(wanted) else "other"
    left, right = license_of(stated), license_of(wanted)
    if left.name != right.name:
        return "other"
    if not right.version or (left.version, left.country) == (right.version, right.country):
        return "same"
    if not left.version or (left.version == right.version and not left.country):
        return "coarser"
    if left.version == right.version:
        return "country"
    return "later" if _number(left.version) > _number(right.version) else "earlier"


def id_of_address(address: str) -> str | None:
    """The SPDX id of a Creative Commons address or badge; None for other addresses."""
    match = ADDRESS.search(address)
    return of_match(match) if match else None


def finer_of(one: str, other: str) -> str | None:
    """Of two ids that may be one licence the one that says more; None when they are two licences."""
    if one == other or other == UNSPECIFIED or _extends(one, other):
        return one
    return other if one == UNSPECIFIED or _extends(other, one) else None


def of_match(match: re.Match[str]) -> str:
    """The SPDX id of a match of ADDRESS."""
    if match.group("zero"):
        return "CC0-1.0"
    if match.group("mark"):
        return "CC-PDM-1.0"
    version, port = match.group("version"), match.group("port")
    if match.group("odd"):
        return "-".join(filter(None, ("LicenseRef-CC", _ODD[match.group("odd").lower()], version)))
    if not match.group("parts"):
        return "CC-PDDC"
    return spdx_id(set(match.group("parts").lower().split("-")), version, port.upper() if port and version else None)


def spdx_id(parts: set[str], version: str | None, country: str | None) -> str:
    """The id of a Creative Commons licence: its parts (small letters) in their order, version, country."""
    if version != "1.0":  # all later licences ask for attribution
        parts = parts | {"by"}
    return "-".join(filter(None, (_joined(frozenset(part.upper() for part in parts), "CC"), version, country)))


def short_name(spdx: str) -> str:
    """A licence as people write it: `CC BY-ND 4.0`, `CC BY 3.0 DE`."""
    if spdx == UNSPECIFIED:
        return "Creative Commons"
    own = license_of(spdx)
    if not own.parts:
        return f"CC0 {own.version}" if own.name == "CC0" else spdx
    return " ".join(filter(None, (own.name.replace("CC-", "CC ", 1), own.version, own.country)))


def deed_of(spdx: str) -> str | None:
    """The address at which Creative Commons explains a licence; None for other licences and without a version."""
    own = license_of(spdx)
    if own.name == "CC0":
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    if not own.parts or not own.version:
        return None
    country = f"{own.country.lower()}/" if own.country else ""
    return f"https://creativecommons.org/licenses/{own.name.removeprefix('CC-').lower()}/{own.version}/{country}"


def _extends(one: str, other: str) -> bool:
    """`CC-BY-4.0` extends `CC-BY`; `CC-BY-NC` does not."""
    return one.startswith(other + "-") and (one[len(other) + 1].isdigit() or other[-1].isdigit())


def _joined(parts: frozenset[str], house: str) -> str:
    return "-".join((house, *(part for part in _PARTS if part in parts)))


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
