"""What a copy says of its own origin: credits, notices, licences, bylines, addresses."""

from enum import StrEnum
from typing import NamedTuple

from compliance.model.article import ARTICLE_ZONES, Zone, counts


class Credit(NamedTuple):
    """A statement of origin: text[start:end] of the article.

    sort: `source`, `first-published`, `republished`, `read-original`, `translated`, `references`, `dateline`, `agency`.
    name: the outlet as the copy writes it; None when the statement names nobody.
    href: the link that stands in the name's place or beside it, as written. address: an address written out in it.
    name_href: the link of the name itself where that leads to another site: "Translation of [Jane Doe](her page): [Title](href)"
    names an author, and not the outlet.
    """

    sort: str
    start: int
    end: int
    text: str
    name: str | None
    href: str | None
    address: str | None
    zone: Zone
    hidden: str | None
    line: int | None
    name_href: str | None = None

    @property
    def counts(self) -> bool:
        """A reader sees it, in a place that speaks of the article."""
        return counts(self.zone, self.hidden)


class Scope(StrEnum):
    """What a notice speaks of: the article or its site, a picture, or, behind words that may be a caption, one of the two."""

    PAGE = "page"
    IMAGE = "image"
    CAPTION = "caption"


class Notice(NamedTuple):
    """A copyright notice or a reservation of rights.

    holders: whom it names, as it writes them, possibly nobody. names: the same one by one ("Jane Doe, The Gazette" are
    two). years: all years of it, ranges as first and last. own: it says that the article itself is its holder's work
    ("本文系某报独家稿件").
    """

    start: int
    end: int
    text: str
    holders: tuple[str, ...]
    names: tuple[str, ...]
    years: tuple[int, ...]
    scope: Scope
    own: bool
    zone: Zone
    hidden: str | None
    line: int | None

    @property
    def of_image(self) -> bool:
        """It is a picture's credit, and says nothing of the article."""
        return self.scope is Scope.IMAGE


class PictureCredit(NamedTuple):
    """Who made or supplied a picture, as the copy says it: text[start:end] of the article.

    name: whom it names, None for a label with nobody behind it ("Photo:"). sure: a label, a sign, an agency or the markup says that it is
    a credit; else the last words of a caption only look like a name.
    """

    start: int
    end: int
    text: str
    name: str | None
    sure: bool
    zone: Zone
    hidden: str | None
    line: int | None


class LicenseMention(NamedTuple):
    """A licence statement. id: SPDX id as far as it is stated (`CC-BY` without a version). href: its hyperlink.

    scope: what it is about: the article's `text`, an `image`, `other` (music, a map, a theme, a comment, licences in general).
    guessed: only its form ("Jane Doe, CC BY 4.0") or a picture beside it makes it a picture's. start: 0 in the metadata.
    """

    id: str
    start: int
    text: str
    href: str | None
    scope: str
    zone: Zone
    hidden: str | None
    line: int | None
    guessed: bool = False


class Byline(NamedTuple):
    """A person or organisation in the author's place. outlet: "By Jane Doe, The Gazette" names one.

    place: `head` near the article's title, `end` behind its text, where teasers stand too, None anywhere else.
    marked: only the page's markup calls it the author; that may be the copying site's own account.
    """

    name: str
    outlet: str | None
    zone: Zone
    hidden: str | None
    line: int | None
    place: str | None = None
    marked: bool = False

    @property
    def person(self) -> bool:
        """Whether it may be a person: no outlet, no organisation."""
        return self.name != self.outlet

    @property
    def told(self) -> bool:
        """Whether the text itself says that this person wrote it."""
        return self.person and not self.marked


class Address(NamedTuple):
    """An address that can be read as text. linked: it is the text of a hyperlink. whole: not cut by an ellipsis."""

    text: str
    start: int
    url: str
    zone: Zone
    hidden: str | None
    linked: bool
    whole: bool
    line: int | None


class Remark(NamedTuple):
    """A sentence about the text, or within it, that is no credit: text[start:end]; the phrase that tells it begins at `phrase`.

    sort: `edited` (a note of edits), `furniture` (what stands in an article without being of it: teasers, offers), `image` (a picture's label).
    sure: no prose in which the same words may speak of something else.
    """

    sort: str
    start: int
    end: int
    phrase: int
    text: str
    sure: bool
    zone: Zone
    hidden: str | None
    line: int | None


class Attribution(NamedTuple):
    """All of it. terms_spans: where the terms' own text stands, which is neither credit nor notice.

    terms_notice: the terms' own text speaks of copyright. canonical, pixels: addresses as written. folded: the article's
    text in canonical form, letter for letter (compliance.text.words).
    """

    credits: tuple[Credit, ...]
    notices: tuple[Notice, ...]
    licenses: tuple[LicenseMention, ...]
    bylines: tuple[Byline, ...]
    addresses: tuple[Address, ...]
    canonical: str | None
    pixels: tuple[str, ...]
    terms_spans: tuple[tuple[int, int], ...]
    terms_notice: bool
    folded: str
    picture_credits: tuple[PictureCredit, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def license(self) -> LicenseMention | None:
        """The licence of the page's own text, not of a photo on it; None when the page states none.

        A statement beside the article counts before one of the whole site, what readers see before the metadata. What is stated in full
        elsewhere completes it: "Creative Commons BY" in the footer, and the version in the metadata.
        """
        own = [each for each in self.licenses if each.scope == "text" and each.hidden in (None, "aria-hidden")]
        best = min(own, key=_rank, default=None)
        if best is None:
            return None
        fuller = max((each.id for each in own if each.id.startswith(best.id + "-") and each.id[len(best.id) + 1].isdigit()), key=len, default=best.id)
        return best._replace(id=fuller)

    @property
    def authors(self) -> tuple[str, ...]:
        """Who wrote it: the names that a reader sees, else those of the metadata."""
        seen = [byline for byline in self.bylines if byline.place and byline.hidden is None]
        people = [byline for byline in seen if byline.person]
        told = [byline for byline in self.bylines if byline.zone is Zone.METADATA and byline.person]
        return tuple(dict.fromkeys(byline.name for byline in people or seen or told))


def _rank(mention: LicenseMention) -> tuple[bool, bool, bool, bool]:
    return (
        mention.id.startswith("LicenseRef"),
        mention.zone is Zone.METADATA,
        mention.zone not in ARTICLE_ZONES,
        mention.zone is not Zone.SITE_FOOTER,
    )
