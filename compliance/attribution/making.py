"""A credit out of what was found: its link, its place, and whether a reader sees it."""

import re

from compliance.attribution.scan import Scanned
from compliance.model.article import PARTLY, Block, Link, Zone
from compliance.model.attribution import Credit
from compliance.text.names import matches_host
from compliance.text.patterns import lazy
from compliance.text.urls import host_of, is_front, is_home, resolve
from compliance.text.words import fold, is_dense

LONG = 250  # characters; in a longer paragraph of the body a phrase must open a sentence that speaks of the article
_LONGEST = 8  # words of a name; more are a title
_SHORTEST_TITLE = 3  # words behind "Original:" that may still be an outlet
_DENSE_WORD = 3  # letters
BARE = ("dateline", "agency")
"""Sorts of credits that stand without a phrase."""


def make_credit(
    scanned: Scanned,
    sort: str,
    span: tuple[int, int],
    name: str | None,
    link: Link | None,
    block: Block,
    *,
    address: str | None = None,
    name_link: Link | None = None,
) -> Credit:
    """A credit that stands at text[span]; block holds its name, and says where it stands and who sees it."""
    article = scanned.article
    start, end = span
    named = link if link and name and name in article.text[link.start : link.end] else None  # the link on which the name stands
    hidden = block.hidden or (named.hidden if named else None)
    if link is None and address is None and sort not in BARE:
        # "[The Gazette][source]" without a definition is shown as it stands
        unresolved = re.match(r"\]\s?(\[[^\]\n]*\])", article.text[end : end + 80]) if article.format in ("markdown", "text") else None
        href = unresolved.group(1) if unresolved else None
    else:
        href = (link.href if link.href is not None else link.script) if link else None
    zone = Zone.CREDIT if block.zone is Zone.BODY and sort not in BARE and block.end - block.start < LONG else block.zone
    if hidden and hidden not in PARTLY:
        zone = Zone.HIDDEN
    if name and named and named.href and block.tag != "source" and sort not in BARE:
        if _is_title(name, named.href, article.text[start : named.start], scanned.lexicon.articles):
            name = None
    own = name_link.href if name_link is not None and name_link is not link else None
    if own and href and _is_home(own, href, article.base):
        own = None
    return Credit(sort, start, end, article.text[start:end].strip(), name, href, address, zone, hidden, article.line_at(start), own)


_TRANSLATES = lazy(r"(?:перевод|переклад|translation|traduc|tradu[zi]|ubersetzung|vertaling|tlumaczenie|ترجم|تر جم|अनुवाद|תרגום)[\w\s]*$")
_OF_THE_TEXT = lazy(  # labels whose slot holds the title of the original, and not its outlet
    r"origin|原文|原題|原题|元記事|译自|譯自|翻译自|翻譯|翻訳|원문|원본|원제|번역|перевод|перевел|переклад|перекл|оригинал|оригінал|translat|traduc|tradui|traduz|tradott|"
    r"uberset|vertal|vertaald|oversat|oversatt|tlumacz|cevir|ترجم|الاصل|اصلی|मूल|अनुवाद|תורגם|תרגום|μεταφρ|πρωτοτυπ"
)


def _is_title(words: str, href: str, label: str, articles: frozenset[str]) -> bool:
    """Whether the words of a link are the title of the work it leads to: as its address has it, or behind a label that asks for it."""
    url = resolve(href)
    if url is None or is_front(url) or matches_host(words, host_of(url) or ""):
        return False
    told = [word for word in re.findall(r"[a-z0-9]+", fold(words)) if len(word) > 2]
    path = set(re.findall(r"[a-z0-9]+", url.lower().partition("://")[2].partition("/")[2].partition("?")[0].rstrip("/").rpartition("/")[2]))
    if len(told) > 2 and sum(word in path for word in told) * 2 > len(told):
        return True
    count = len(words) // _DENSE_WORD if is_dense(words[0]) else len(words.split()) - (fold(words.split(maxsplit=1)[0]) in articles)
    if count <= _SHORTEST_TITLE or count > _LONGEST:
        return count > _LONGEST
    label = fold(label).strip(" *_\"«»“”„‘’'「『《〈")
    asks = label.endswith((":", "|")) or (label and is_dense(label[-1])) or _TRANSLATES.search(label) is not None
    return bool(asks and _OF_THE_TEXT.search(label))


def _is_home(own: str, href: str, base: str | None) -> bool:
    one, other = resolve(own, base), resolve(href, base)
    return other is None or bool(one and is_home(one, other))
