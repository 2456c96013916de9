"""Licence statements: in words, as links, as badges, in the metadata. Ids are SPDX ids as far as they are stated.

`CC-BY` without a version when none is stated; `LicenseRef-CC-unspecified` when only "Creative Commons" is. Each statement says what it is about
(scopes.py); `Attribution.license` tells the licence of the page's own text.
"""

import re

from compliance.attribution.creative import Named, named_in
from compliance.attribution.scan import Scanned
from compliance.attribution.scopes import Statement, is_badge, scope_of
from compliance.attribution.slots import links_of, sentence_start
from compliance.model.article import Claim, Link, Zone
from compliance.model.attribution import LicenseMention
from compliance.text.licenses import UNSPECIFIED, finer_of, id_of_address
from compliance.text.patterns import lazy
from compliance.text.words import fold

_OTHERS = lazy(
    r"(?P<OGL>open government licen[cs]e)|(?P<MIT>(?<![a-z])mit(?:[\s-]licen[cs]e|-lizenz|[\s-]?(?:许可|协议))(?![a-z])|"
    r"(?:licence|licencia|licenza|лицензи\w+|许可) mit(?![a-z]))|"
    r"(?P<Apache>apache[\s-](?:licen[cs]e|lizenz|许可|协议)|лицензи\w+ apache)|(?P<GFDL>gnu free documentation|(?<![a-z])gfdl(?![a-z]))"
)
_VERSIONED = {"OGL": "OGL-UK", "MIT": "MIT", "Apache": "Apache", "GFDL": "GFDL"}
_VERSION = lazy(r"[\s,)(]*(?:licen[cs]e|lizenz|документац\w+)?[\s,(-]*(?:v(?:ersion)?\.?\s?)?(\d\.\d)(?!\d)")
_CLAIMS = (
    "license", "ld:license", "dc.license", "cc:license", "dc.rights", "rights", "copyright", "entry:license", "entry:dc-license", "entry:rights",
    "entry:source-rights", "feed:license", "feed:rights", "front-matter:license", "front-matter:licence", "front-matter:rights", "front-matter:copyright",
)  # fmt: skip
_PLAIN_IDS = lazy(r"(?:MIT|Apache-2\.0|GFDL-1\.\d|GPL-[23]\.0|OGL-UK-[123]\.0|ODbL-1\.0|etalab-2\.0)(?:-or-later|-only)?", re.IGNORECASE)
_ARGUMENT = lazy(r"[(\[]['\"]$")  # in program code, `ids.includes('CC-BY-1.0')`, an id states nothing
_BEFORE, _AFTER = 150, 250  # characters around a mark that are read for the whole name
_NEAR = 160  # characters between a statement and the link that belongs to it
_QUOTE = 90  # characters of its sentence that are quoted before and after it


def find_licenses(scanned: Scanned) -> list[LicenseMention]:
    """All licence statements, in the order of the text; those of the metadata last."""
    found: list[LicenseMention] = []
    told: set[int] = set()
    for index, start, end in _windows(scanned):
        named = named_in(scanned.article.text, scanned.folded, start, end)
        stated = [each for each in (*named, *_others(scanned, start, end)) if not _ARGUMENT.search(scanned.article.text, max(0, each.start - 2), each.start)]
        found += [_mention(scanned, index, each, told) for each in stated]
    article = scanned.article
    seen = {(mention.id, article.block_at(mention.start)) for mention in found}
    for number, link in enumerate(article.links):
        spdx = id_of_address(link.href) if link.href and number not in told else None
        if spdx and not any(block == link.block and finer_of(spdx, other) == other for other, block in seen):
            found.append(_linked(scanned, spdx, link))
            seen.add((spdx, link.block))
    for image in article.images:
        spdx = id_of_address(image.src) if is_badge(image.src) else None
        if spdx and not any(at == image.block or (abs(at - image.block) == 1 and finer_of(spdx, other)) for other, at in seen):
            block = article.blocks[image.block]
            scope, guessed = scope_of(scanned, Statement(image.block, block.start, block.start, tagged=True))
            found.append(LicenseMention(spdx, block.start, image.alt, None, scope, block.zone, block.hidden, image.line, guessed))
            seen.add((spdx, image.block))
    found.sort(key=lambda mention: mention.start)
    return found + [mention for claim in article.claimed(*_CLAIMS) if (mention := _claimed(claim))]


def _windows(scanned: Scanned) -> list[tuple[int, int, int]]:
    """Where licences may be named: (block, start, end) around the marks, each piece of text once."""
    windows: list[tuple[int, int, int]] = []
    for hit in scanned.hits.get("license-mark", ()):
        index = scanned.article.block_at(hit.start)
        block = scanned.article.blocks[index]
        start, end = max(block.start, hit.start - _BEFORE), min(block.end, hit.end + _AFTER)
        if windows and windows[-1][0] == index and start <= windows[-1][2]:
            windows[-1] = (index, windows[-1][1], max(end, windows[-1][2]))
        else:
            windows.append((index, start, end))
    return windows


def _others(scanned: Scanned, start: int, end: int) -> list[Named]:
    found: dict[str, Named] = {}
    for match in _OTHERS.finditer(scanned.folded, start, end):
        spdx = _VERSIONED[match.lastgroup or ""]
        version = _VERSION.match(scanned.folded, match.end(), end) if spdx != "MIT" else None
        named = Named(match.start(), match.end(), f"{spdx}-{version.group(1)}" if version else spdx)
        found.setdefault(named.id, named)
    return list(found.values())


def _mention(scanned: Scanned, index: int, named: Named, told: set[int]) -> LicenseMention:
    """A statement with the link that belongs to it. told: numbers of the links that have found their statement."""
    article = scanned.article
    block = article.blocks[index]
    spdx, href, tagged = named.id, None, False
    nearest = _NEAR + 1
    for link in links_of(scanned, index):
        other = id_of_address(link.href) if link.href else None
        inside = link.start < named.end and named.start < link.end
        if (other is None and named.id.startswith(("CC", "LicenseRef"))) or not (inside or (other and finer_of(named.id, other))):
            continue
        distance = 0 if inside else min(abs(link.start - named.end), abs(named.start - link.end))
        if distance > _NEAR or not link.href:
            continue
        tagged = tagged or _is_tagged(link)
        if other:
            told.add(_number(scanned, link))
            spdx = finer_of(spdx, other) or spdx
        if distance < nearest:
            href, nearest = link.href, distance
    said = Statement(index, named.start, named.end, tagged, software=named.id.startswith(("MIT", "Apache")), vague=spdx == UNSPECIFIED)
    line_end = min(scanned.line_span(named.end - 1)[1], block.end)
    start = max(sentence_start(scanned, named.start), named.start - _QUOTE, block.start)
    scope, guessed = scope_of(scanned, said)
    return LicenseMention(
        spdx,
        named.start,
        article.text[start : min(line_end, named.end + _QUOTE)].strip(),
        href,
        scope,
        block.zone,
        block.hidden,
        article.line_at(named.start),
        guessed,
    )


def _linked(scanned: Scanned, spdx: str, link: Link) -> LicenseMention:
    """A link to a licence whose words name none: a badge, "some rights reserved"."""
    article = scanned.article
    block = article.blocks[link.block]
    scope, guessed = scope_of(scanned, Statement(link.block, link.start, link.end, _is_tagged(link) or link.image))
    words = article.text[link.start : link.end]
    return LicenseMention(spdx, link.start, words, link.href, scope, block.zone, link.hidden or block.hidden, link.line, guessed)


def _claimed(claim: Claim) -> LicenseMention | None:
    """What the metadata says. Nobody can click on it: it has no href."""
    named = named_in(claim.value, fold(claim.value), 0, len(claim.value))
    spdx = named[0].id if named else claim.value if _PLAIN_IDS.fullmatch(claim.value) else None
    return LicenseMention(spdx, 0, claim.value[:300], None, "text", Zone.METADATA, None, claim.line) if spdx else None


def _number(scanned: Scanned, link: Link) -> int:
    return next(number for number, each in enumerate(scanned.article.links) if each is link)


def _is_tagged(link: Link) -> bool:
    return not {"license", "licence", "cc:license", "dct:license", "dc:license"}.isdisjoint(link.rel.split())
