"""Licence statements and links, as SPDX ids. Source of the ids: https://spdx.org/licenses/.

`CC-BY` without a version when none is stated; `LicenseRef-CC-unspecified` when only "Creative Commons" is.
"""

import re

from compliance.attribution.scan import Scanned
from compliance.attribution.slots import links_of
from compliance.model.attribution import LicenseMention
from compliance.text.patterns import lazy

_URL = lazy(
    r"creativecommons\.org/(?:licenses/(?P<parts>by(?:-n[cd]|-sa)*|sampling\+?)(?:/(?P<version>\d\.\d))?(?:/(?!deed|legalcode|rdf)(?P<port>[a-z]{2,3}|igo|scotland)(?![\w.]))?|(?P<zero>publicdomain/zero(?:/1\.0)?)|(?P<mark>publicdomain/mark))",
    re.IGNORECASE,
)
_CODE = lazy(
    r"\b(?:cc|creative commons)?[\s:(-]*\(?\bby(?P<parts>(?:[\s-]*(?:nc|nd|sa)\b)*)\)?(?:[\s,-]*(?:v(?:ersion)?\.?\s*)?(?P<version>[1-4]\.[05]))?",
    re.IGNORECASE,
)
_VERSION = lazy(r"(?<![\d.])(?:v(?:ersion)?\.?\s*)?([1-4]\.[05])(?![\d])")
_WORDS = (
    ("BY", r"attribution|attribuzione|atribu[ci]\w+|reconocimiento|namensnennung|paternite|naamsvermelding|署名|表示|атрибуция|с указанием авторства"),
    ("NC", r"non[\s-]*comm?erci\w+|no[\s-]*comerci\w+|nao[\s-]*comerci\w+|nicht[\s-]*kommerziell|pas d'utilisation commerciale|niet[\s-]*commercieel|非商业|非営利|некоммерч\w+|uso nao[\s-]*comercial"),
    ("SA", r"share[\s-]*alike|condividi allo stesso modo|compartir[\s-]*igual|compartilhaIgual|weitergabe unter gleichen|partage (?:a l'identique|dans les memes)|gelijk delen|相同方式共享|継承|сохранение условий"),
    ("ND", r"no[\s-]*deriv\w*|non opere derivate|sin[\s-]*(?:obra[\s-]*)?deriva\w+|sem deriva\w+|keine bearbeitung\w*|pas de modification|geen afgeleide|禁止演绎|改変禁止|без производных"),
)  # fmt: skip
_NAMES = tuple((part, re.compile(words, re.IGNORECASE)) for part, words in _WORDS)
_OTHERS = (
    ("CC0-1.0", re.compile(r"\bcc[\s-]?0\b|\bcc zero\b|creative commons zero")),
    ("OGL-UK-3.0", re.compile(r"open government licence")),
    ("MIT", re.compile(r"\bmit licen[cs]e")),
    ("Apache-2.0", re.compile(r"apache licen[cs]e")),
    ("GFDL-1.3", re.compile(r"gnu free documentation|\bgfdl\b")),
)
_PORTS = {"germany": "DE", "united states": "US", "france": "FR", "deutschland": "DE"}
_REACH = 160  # characters around a mention in which its variant and version stand


def find_licenses(scanned: Scanned) -> list[LicenseMention]:
    """All licence statements in the text, and licence links without words of their own."""
    article = scanned.article
    found: list[LicenseMention] = []
    linked: set[int] = set()
    covered = -1
    for hit in scanned.hits.get("license-mark", ()):
        if hit.start < covered:
            continue
        index = article.block_at(hit.start)
        block = article.blocks[index]
        line_start, line_end = scanned.line_span(hit.start)
        start, end = max(line_start, hit.start - 30), min(line_end, hit.end + _REACH)
        near = [
            (number, link) for number, link in enumerate(links_of(scanned, index)) if link.href and start - 40 <= link.start <= end and _URL.search(link.href)
        ]
        by_link = id_of_url(near[0][1].href or "") if near else None
        text = scanned.folded[start:end]
        spdx = _id_of_text(text, scanned.folded[hit.start : hit.end]) or by_link
        if spdx is None:
            continue
        if by_link and (spdx == "LicenseRef-CC-unspecified" or by_link.startswith(spdx)):
            spdx = by_link
        href = near[0][1].href if near else None
        if near:
            linked.add(near[0][1].start)
        covered = end
        found.append(LicenseMention(spdx, hit.start, article.text[start:end].strip(), href, block.zone, block.hidden, article.line_at(hit.start)))
    for link in article.links:
        if link.href and link.start not in linked and "creativecommons" in link.href.lower():
            spdx = id_of_url(link.href)
            if spdx:
                block = article.blocks[link.block]
                words = article.text[link.start : link.end]
                if not any(each.href == link.href and abs(each.start - link.start) < _REACH for each in found):
                    found.append(LicenseMention(spdx, link.start, words, link.href, block.zone, link.hidden, link.line))
    found.sort(key=lambda mention: mention.start)
    return found


def id_of_url(url: str) -> str | None:
    """The SPDX id of a Creative Commons address; None for other addresses."""
    match = _URL.search(url)
    if match is None:
        return None
    if match.group("zero"):
        return "CC0-1.0"
    if match.group("mark"):
        return "CC-PDM-1.0"
    parts = "CC-" + match.group("parts").upper()
    port = match.group("port")
    return "-".join(part for part in (parts, match.group("version"), port.upper() if port and match.group("version") else None) if part)


def _id_of_text(text: str, mark: str) -> str | None:
    url = _URL.search(text)
    if url:
        return id_of_url(text)
    for spdx, pattern in _OTHERS:
        if pattern.search(text):
            return spdx
    version = _VERSION.search(text)
    names = [part for part, pattern in _NAMES if pattern.search(text)]
    code = _CODE.search(text) if re.search(r"\bby\b", text) else None
    parts = None
    if code and (
        "cc" in code.group().lower() or code.group("parts") or "creative" in code.group().lower() or re.search(r"creative commons|\bcc\b", text[: code.start()])
    ):
        listed = re.findall(r"nc|nd|sa", code.group("parts").lower())
        if code.group("parts") or "cc" in code.group().lower() or code.group("version"):
            parts = ["BY", *[part.upper() for part in ("nc", "nd", "sa") if part in listed]]
    if parts is None and "BY" in names and ("creative" in text or "cc" in text or "共享" in text or len(names) > 1):
        parts = ["BY", *[part for part in ("NC", "ND", "SA") if part in names]]
    if parts is None and "SA" in names and "creative" in text:
        parts = ["SA"]
    if parts is None:
        return "LicenseRef-CC-unspecified" if mark.startswith(("creative", "知识")) else None
    if version is None and parts == ["BY"] and mark not in ("creative commons", "creativecommons") and "cc" not in text:
        return None
    port = next((code_ for name, code_ in _PORTS.items() if name in text), None) if version and version.group(1)[0] in "123" else None
    return "-".join(part for part in ("CC", *parts, version.group(1) if version else None, port) if part)
