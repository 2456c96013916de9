"""What a copy says of its own origin: credits, notices, licences, bylines, addresses."""

from typing import NamedTuple

from compliance.model.article import Zone, counts


class Credit(NamedTuple):
    """A statement of origin: text[start:end] of the article.

    sort: `source`, `first-published`, `republished`, `read-original`, `translated`, `dateline`, `byline`, `metadata`.
    name: the outlet as the copy writes it; None when the statement names nobody.
    href: the link that stands in the name's place or beside it, as written. address: an address written out in it.
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

    @property
    def counts(self) -> bool:
        """A reader sees it, in a place that speaks of the article."""
        return counts(self.zone, self.hidden)


class Notice(NamedTuple):
    """A copyright notice or a reservation of rights.

    holders: the names it gives, possibly none. years: all years of it, ranges as first and last.
    """

    start: int
    end: int
    text: str
    holders: tuple[str, ...]
    years: tuple[int, ...]
    zone: Zone
    hidden: str | None
    line: int | None


class LicenseMention(NamedTuple):
    """A licence statement. id: SPDX id as far as it is stated (`CC-BY` without a version). href: its link."""

    id: str
    start: int
    text: str
    href: str | None
    zone: Zone
    hidden: str | None
    line: int | None


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

    @property
    def authors(self) -> tuple[str, ...]:
        """Who wrote it: the names that a reader sees, else those of the metadata."""
        seen = [byline for byline in self.bylines if byline.place and byline.hidden is None]
        people = [byline for byline in seen if byline.person]
        told = [byline for byline in self.bylines if byline.zone is Zone.METADATA and byline.person]
        return tuple(dict.fromkeys(byline.name for byline in people or seen or told))
