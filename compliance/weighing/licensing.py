"""Which licence the terms want to see with the copy, and how a stated one stands to it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from compliance.model.article import ARTICLE_ZONES, Zone
from compliance.model.attribution import LicenseMention
from compliance.model.case import Case
from compliance.model.kind import Option
from compliance.model.terms import Terms
from compliance.text.licenses import UNSPECIFIED, is_creative_commons, license_of, relation, short_name
from compliance.text.patterns import lazy
from compliance.text.words import fold
from compliance.weighing import looking
from compliance.weighing.asked import demands
from compliance.weighing.conditions import is_edited, is_translated

OPTIONS = {
    "license": Option(str, "", (), "SPDX id of the licence, as CC-BY-ND-4.0; empty: the licence of the terms they extend, else any Creative Commons licence"),
    "per_article": Option(bool, False, (), "each original states its own licence: that one is asked for"),
}
"""What every kind that asks for a licence lets a rule file say."""

_OF_SITE = lazy(
    r"(?<![^\W_])(?:this|our|my|dieser?s?|unserer?|meiner?|ce|notre|est[ea]|nuestr[oa]|quest[oa]|il nostro|neste|deste|nosso|dit|deze|onze|denna|denne|dette|"
    r"vars?|эт\w+|наш\w*|данн\w+|tej|ta)\s(?:[\w-]+\s)?(?:site|website|web site|blog|weblog|wiki|portal|sitio|sito|webseite|internetseite|seite|"
    r"сайт\w*|блог\w*|stron\w+|webbplats\w*|nettsted\w*|newsletter)(?![^\W_])|本站|本サイト|当サイト|이 사이트"
)
_OF_ARTICLE = lazy(
    r"(?<![^\W_])(?:articles?|story|stories|posts?|essays?|texts?|pieces?|work|artikel\w*|beitrag\w*|text\w*|billets?|articulos?|artigos?|articol[oi]|testo|"
    r"стат\w+|материал\w*|текст\w*|artyku\w+|tekst\w*)(?![^\W_])|本文|記事|文章"
)
ORDER = ("same", "no-version", "adapter-license", "which-license", "vague", "other-version", "other-license")
"""How a stated licence may stand to the wanted one, the best first."""


class Wanted(NamedTuple):
    """ids: the licences of which any one will do; none: any Creative Commons licence.

    named: the demand itself gives the id. obstacle: why nothing tells which licence is wanted (`no-original`, `original-silent`).
    """

    ids: tuple[str, ...]
    named: bool = False
    obstacle: str | None = None

    @property
    def words(self) -> str:
        """The licence for a message."""
        return " or ".join(map(short_name, self.ids)) or "a Creative Commons licence"


def wanted_license(case: Case, options: Mapping[str, Any]) -> Wanted:
    """The licence that a demand means: the one it names, the original's own, or that of the terms that these extend."""
    if options.get("license"):
        return Wanted((str(options["license"]),), named=True)
    if options.get("per_article") or case.terms.per_article:
        return _of_original(case)
    return Wanted(of_terms(case.terms))


def of_terms(terms: Terms) -> tuple[str, ...]:
    """The licences that the terms speak of: in their demands, those they took over too, in what they extend, in their own name."""
    named = [value for _, options in demands(terms) for key, value in options if key == "license" and isinstance(value, str) and value]
    extended = [name.upper() for name in (*terms.extends, terms.id) if is_creative_commons(name)]
    known: list[str] = []
    for each in (*named, *extended):
        if not any(relation(each, other) == "same" for other in known):
            known.append(each)
    return tuple(known)


def compared(case: Case, stated: str, wanted: Wanted) -> str:
    """How a stated licence stands to the wanted one, as a key of ORDER."""
    if not wanted.ids:
        if stated == UNSPECIFIED:
            return "which-license"
        return "same" if is_creative_commons(stated) else "other-license"
    return min((_against(case, stated, each, named=wanted.named) for each in wanted.ids), key=ORDER.index)


def _against(case: Case, stated: str, wanted: str, *, named: bool) -> str:
    found = relation(stated, wanted)
    if found in ("country", "later") and license_of(wanted).adaptable and not is_verbatim(case):
        return "adapter-license"
    if found == "vague":
        return "vague" if named else "which-license"
    return {"same": "same", "coarser": "no-version", "other": "other-license"}.get(found, "other-version")


def is_verbatim(case: Case) -> bool:
    """Whether it is known that the copy is no adaptation."""
    return is_edited(case) is False and is_translated(case) is False


def is_adaptation(case: Case) -> bool | None:
    """Whether the copy is translated or edited; None when nothing tells."""
    if is_translated(case) or is_edited(case):
        return True
    return False if is_verbatim(case) else None


def subject_of(case: Case, mention: LicenseMention) -> str:
    """What a statement is about: `text`, `image`, `other`, or `unsure`.

    Unsure is one that has the form of a picture's, and no picture is near, and one that speaks of the site, whose own articles it may mean.
    A credit line of that form that names the publisher, "The Gazette, CC BY 4.0", is the article's.
    """
    if mention.scope == "text" and mention.zone in ARTICLE_ZONES and _OF_SITE.search(said := fold(mention.text)) and not _OF_ARTICLE.search(said):
        return "unsure"
    if not mention.guessed or mention.zone is Zone.CAPTION:
        return mention.scope
    block = case.article.block_at(mention.start)
    pictured = any(block - 1 <= image.block <= block and image.src not in case.attribution.pixels for image in case.article.images)
    return "text" if not pictured and looking.name_match(case, mention.text) == looking.EXACT else "unsure"


def _of_original(case: Case) -> Wanted:
    if case.reference is None:
        return Wanted((), obstacle="no-original")
    stated = case.reference.attribution.license
    if stated is None:
        return Wanted((), obstacle="original-silent")
    return Wanted(() if stated.id == UNSPECIFIED else (stated.id,), named=True)
