"""Which paragraphs of a page are its terms: those that speak of republishing, and ask, allow or forbid; and what belongs to them."""

from collections.abc import Mapping
from typing import NamedTuple

from compliance.drafting.reading import Read, Reader
from compliance.drafting.sentences import Paragraph, headline_of
from compliance.drafting.speech import Level
from compliance.model.article import Article, Zone

_NEAR = 3  # paragraphs between two that belong together
_SHORTEST = 3  # words; a shorter paragraph is a button, unless it is an item of a list
_MOST = 4000  # paragraphs that are read


class Terms(NamedTuple):
    """A paragraph of terms with its sentences read, and the language in which they were read best."""

    paragraph: Paragraph
    language: str
    sentences: tuple[Read, ...]


def terms_in(
    article: Article, paragraphs: list[Paragraph], readers: tuple[Reader, ...], phrased: Mapping[int, list[str]], reserved: frozenset[int]
) -> list[Terms]:
    """The paragraphs of terms, in the order of the page.

    phrased: by the numbers of blocks, the phrases of terms in them that copies are read with. reserved: numbers of those that reserve rights.
    """
    read = {paragraph.number: _best(paragraph, readers) for paragraph in paragraphs[:_MOST] if _may_be(paragraph, readers)}
    headings = _Headings(article, readers)
    seeds = {terms.paragraph.number for terms in read.values() if _is_seed(terms, headings, phrased) and not _reserves(terms, reserved)}
    spoken = [read[number].language for number in seeds]
    main = max(set(spoken), key=lambda language: (spoken.count(language), language)) if spoken else ""
    found: list[Terms] = []
    last = -_NEAR - 1
    for place, paragraph in enumerate(paragraphs[:_MOST]):
        terms = read.get(paragraph.number)
        if terms is None or headings.elsewhere(paragraph.heading) or _reserves(terms, reserved):
            continue
        if paragraph.item and terms.language != main:
            terms = _read(paragraph, next((reader for reader in readers if reader.language == main), readers[0]))
        included = {each.paragraph.number for each in found}
        if _belongs(terms, seeds, headings, included, near=place - last <= _NEAR and _same_section(found, paragraph)):
            found.append(terms)
            last = place
    return found


class _Headings:
    """What the headings of a page are about."""

    def __init__(self, article: Article, readers: tuple[Reader, ...]) -> None:
        self._article = article
        self._readers = readers
        first = next((block for block in article.blocks if block.tag == "h1"), None)
        titles = (article.title or "", article.text[first.start : first.end] if first else "")
        self.page = any(self._speaks(title, "words.republish") for title in titles)
        self._known: dict[tuple[int, str], bool] = {}

    def elsewhere(self, number: int) -> bool:
        """Whether a section is about something else: comments, cookies, what contributors must do."""
        return self._is(number, "skip.sections") and not self._is(number, "words.republish")

    def republishes(self, number: int) -> bool:
        """Whether a section is about republishing, by its own heading or the page's."""
        return self._is(number, "words.republish") or self.page

    def _is(self, number: int, key: str) -> bool:
        if (number, key) not in self._known:
            self._known[number, key] = self._speaks(headline_of(self._article, number), key)
        return self._known[number, key]

    def _speaks(self, text: str, key: str) -> bool:
        return bool(text) and len(text) < 300 and any(reader.speaks(text, key) for reader in self._readers)


def _may_be(paragraph: Paragraph, readers: tuple[Reader, ...]) -> bool:
    return sum(len(sentence.words) for sentence in paragraph.sentences) >= (_SHORTEST - paragraph.item) and bool(readers)


def _best(paragraph: Paragraph, readers: tuple[Reader, ...]) -> Terms:
    """The paragraph as the language reads it that finds most in it."""
    return max((_read(paragraph, reader) for reader in readers), key=_weight)


def _read(paragraph: Paragraph, reader: Reader) -> Terms:
    last = len(paragraph.sentences) - 1
    return Terms(
        paragraph,
        reader.language,
        tuple(reader.read(sentence, paragraph.literal if number == last else "") for number, sentence in enumerate(paragraph.sentences)),
    )


def _weight(terms: Terms) -> tuple[int, int]:
    return sum(each.size for each in terms.sentences), len([proposal for each in terms.sentences for proposal in each.proposals])


def _is_seed(terms: Terms, headings: _Headings, phrased: Mapping[int, list[str]]) -> bool:
    """Whether a paragraph speaks of republishing for itself."""
    paragraph = terms.paragraph
    if headings.elsewhere(paragraph.heading):
        return False
    for place, each in enumerate(terms.sentences):
        speaks = each.asks or each.allows or Level.FREE in each.levels
        if not each.republishes or not speaks or each.skipped:
            continue
        about = headings.republishes(paragraph.heading) or any(phrase in each.sentence.text for phrase in phrased.get(paragraph.number, ()))
        if about or each.ours or (each.proposals and (each.early or _grants(each))):
            return True
        if each.early and Level.MAY in each.levels and any(other.proposals for other in terms.sentences[place + 1 :]):
            return True
    return False


def _grants(each: Read) -> bool:
    """Whether a sentence gives permission in so many words."""
    return Level.MAY in each.levels and "words.permission" in each.keys


def _reserves(terms: Terms, reserved: frozenset[int]) -> bool:
    """Whether a paragraph only reserves rights, or excuses a use of its own."""
    if any("skip.paragraphs" in each.keys for each in terms.sentences):
        return True
    footer = terms.paragraph.zone is Zone.SITE_FOOTER
    if (terms.paragraph.number not in reserved or terms.paragraph.item) and not footer:
        return False
    return not any(Level.MAY in each.levels and (not footer or (each.republishes and (each.proposals or each.licensed))) for each in terms.sentences)


def _belongs(terms: Terms, seeds: set[int], headings: _Headings, included: set[int], *, near: bool) -> bool:
    """Whether a paragraph is part of the terms."""
    paragraph = terms.paragraph
    if paragraph.number in seeds:
        return True
    if paragraph.item and paragraph.led_by in included:
        return True
    says = any(each.proposals or each.asks for each in terms.sentences if not each.skipped)
    if headings.republishes(paragraph.heading) and seeds:
        return says
    proposes = any(each.proposals for each in terms.sentences)
    return near and proposes and any(each.republishes or each.ours for each in terms.sentences)


def _same_section(found: list[Terms], paragraph: Paragraph) -> bool:
    return bool(found) and found[-1].paragraph.heading == paragraph.heading
