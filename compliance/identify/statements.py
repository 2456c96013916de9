"""What the reader sees of the origin: credits, and an outlet's name in the author's place."""

import re
from itertools import pairwise

from compliance.identify.found import Found
from compliance.identify.links import credit_url, same_source, seen_through
from compliance.identify.site import foreign
from compliance.model.article import Article, Zone
from compliance.model.attribution import Credit
from compliance.model.original import Republisher, Rung
from compliance.terms import Shelf
from compliance.text.names import matches_host
from compliance.text.urls import (
    host_of,
    is_front,
    is_placeholder,
    is_reference,
    is_sharing,
    is_shortener,
    looks_like_article,
    resolve,
    same_house,
)
from compliance.text.words import fold

_SHORT_HEAD = 100  # characters of a line above the text: author, outlet, date
_CELLS = ("td", "th")
_LISTED = 3  # as many source labels are captions or columns, not statements about the article
_LONGEST_OUTLET_WORDS = 5
_LONGEST_OUTLET = 40  # characters of an outlet's name
_AND = frozenset(("and", "und", "y", "e", "et", "en", "i", "и", "og", "och", "ja", "és", "ve", "dan", "&", "/", "+", "و", "和", "と", "및"))
_RANK = {"first-published": 0, "source": 1, "republished": 2, "translated": 3, "read-original": 4, "agency": 5, "dateline": 6}


def credited(article: Article, credits: list[Credit], shelf: Shelf) -> Found | None:
    """The best credit: with a deep link, else with an address, else with a name."""
    ranked = sorted((credit for credit in credits if _is_statement(credit, article)), key=_rank)
    if sum(credit.sort == "source" and not credit.hidden and credit.zone is not Zone.CAPTION for credit in credits) >= _LISTED:
        ranked = [credit for credit in ranked if credit.sort != "source"]
    for credit in ranked:
        url = credit_url(credit, article)
        if url and not (is_front(url) or is_shortener(url) or is_sharing(url) or is_reference(url)) and credit.sort not in ("dateline", "references"):
            rung = Rung.CREDIT_LINK if credit.href and not is_placeholder(credit.href) else Rung.CREDIT_ADDRESS
            named = credit.name if credit.name_href is None else None
            if _second(credit, url, article):
                return Found(rung, None, credit.name)
            name = named or next((other.name for other in ranked if other.name and other.name_href is None and same_source(other, url, article)), None)
            return Found(rung, url, name)
    for credit in ranked:
        stated = credit.sort in ("first-published", "republished", "agency") or (
            credit.sort == "source" and len((credit.name or "").split()) <= _LONGEST_OUTLET_WORDS and not _goes_on(credit, article)
        )
        if credit.name and (stated or shelf.by_name(credit.name)):
            return Found(Rung.CREDIT_NAME, None, credit.name)
    for credit in ranked:
        url = credit_url(credit, article)
        known = shelf.by_url(url) if url and credit.sort != "references" else None
        if known and known.publisher:
            return Found(Rung.CREDIT_NAME, None, known.publisher.name)
    return None


def _second(credit: Credit, url: str, article: Article) -> bool:
    """Whether a statement links two originals of two houses: "first published on [The Gazette](...) and [her blog](...)"."""
    block = article.block_at(credit.start)
    links = [link for link in article.links if link.block == block and link.href and link.hidden is None]
    for one, two in pairwise(links):
        joined = fold(article.text[one.end : two.start]).strip(" ,*_") in _AND
        if not joined or not credit.start <= one.start < credit.end:
            continue
        ways = [seen_through(link.href or "", article.base) for link in (one, two)]
        if url in ways and not any(way is None or is_front(way) or is_reference(way) or is_sharing(way) for way in ways):
            return not same_house(ways[0] or "", ways[1] or "")
    return False


def linked_name(article: Article, site: Republisher) -> Found | None:
    """An outlet in the author's place: a link above the text that bears the name of the site whose article it leads to."""
    for link in article.links if site.hosts else ():
        block = article.blocks[link.block]
        words = article.text[link.start : link.end]
        if block.zone is Zone.HEAD and link.hidden is None and link.href and 2 < len(words) <= _LONGEST_OUTLET and block.end - block.start < _SHORT_HEAD:
            url = resolve(link.href, article.base)
            host = host_of(url) if url else None
            if url and host and looks_like_article(url) and not is_sharing(url) and foreign(url, site) and matches_host(words, host):
                return Found(Rung.CREDIT_LINK, url, words)
    return None


def _is_statement(credit: Credit, article: Article) -> bool:
    """A credit that may speak of the article's origin, hidden or not; one in the site's furniture or in a listing does not."""
    if article.blocks[article.block_at(credit.start)].tag in ("pre", "code"):
        return False
    if credit.zone is Zone.BODY:
        return credit.sort not in ("source", "read-original")
    return credit.zone in (Zone.HEAD, Zone.CREDIT, Zone.HIDDEN) and not (
        credit.sort == "source" and not credit.href and not credit.address and _beside_image(credit, article)
    )


def _beside_image(credit: Credit, article: Article) -> bool:
    """A source line right under a picture or a table speaks of it."""
    index = article.block_at(credit.start)
    line = article.text[article.text.rfind("\n", 0, credit.start) + 1 :].partition("\n")[0]
    if len(line) > len(credit.text) + 2:
        return False
    if credit.zone is Zone.HEAD:
        return False  # above the text a picture is the story's
    near = {index, index - 1} | ({index - 2} if index > 1 and article.blocks[index - 1].zone is Zone.CAPTION else set())
    if any(block.tag in _CELLS for block in article.blocks[max(0, index - 2) : index]):
        return True
    return any(image.block in near for image in article.images)


def _goes_on(credit: Credit, article: Article) -> bool:
    """Two names behind one label, and no link, are sources of figures: "Source: Ministry of Fish, Harbour Office"."""
    following = article.text[credit.end : credit.end + 3]
    return credit.href is None and re.match(r",\s", following) is not None and following[2:].isupper()


def _rank(credit: Credit) -> tuple[bool, int, int]:
    return not credit.counts, _RANK.get(credit.sort, 9), credit.start
