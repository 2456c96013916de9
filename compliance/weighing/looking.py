"""What the kinds look with: the names that count, where they stand, and how places become evidence."""

from collections.abc import Iterable

from compliance.model.article import ARTICLE_ZONES, PARTLY, Article, Link, Zone
from compliance.model.attribution import Credit, Notice
from compliance.model.case import Case
from compliance.model.finding import Evidence, Searched
from compliance.text.names import disguised, is_acronym, is_mixed, lookalike, lookalike_host, matches_host, name_key, names_in, same_name, squash
from compliance.text.patterns import lazy
from compliance.text.urls import host_of, on_domain, resolve, same_house
from compliance.text.words import fold, is_dense

EXACT, SIMILAR, WEAK, LOOKALIKE = "exact", "similar", "weak", "lookalike"

_DOTLESS = ("tr", "az", "kk", "crh", "tt", "gag")
"""Languages that write ı beside i. In a name of another language it is a disguise."""
_TURKISH = 10  # letters ı of a text that is written with them
_NEXT_WORD = lazy(r"\s+(?:[-&]\s+)?([^\W\d_][\w'-]*)")
_LETTERS = lazy(r"[^\W\d_][\w-]*")
_CAPITAL_BEFORE = lazy(r"[\w,] [^\W\d_a-zß-öø-ÿа-яё][\w'’-]+[\"”»’']?\s+$")
_CAPITAL_AFTER = lazy(r"\s+[\"“„«‘']?[^\W\d_a-zß-öø-ÿа-яё]\w")
_DENSE_NAME = lazy(r"[\w·]{2,12}$")
_PARTICLES = tuple("的我们本该這这のは")
_LONG_LABEL = 6  # letters of a host that are no coincidence at the beginning of a name
_HOST_GOES_ON = lazy(r"\.[a-z0-9][\w-]*\.?[a-z]")
_MAX_NAME = 80  # characters of a name
_MAX_QUOTE = 240  # characters of the page in one piece of evidence


def wanted_names(case: Case) -> tuple[str, ...]:
    """The strong names of the publisher whose terms apply, else of the first publisher."""
    if case.terms.publisher:
        return case.terms.publisher.names
    return (case.original.publisher, *case.original.also_known_as) if case.original.publisher else ()


def wanted_domains(case: Case) -> tuple[str, ...]:
    """The domains on which the article that the terms speak of stands."""
    if case.terms.publisher:
        return case.terms.publisher.domains
    host = host_of(case.target) if case.target else None
    return (host,) if host else ()


def name_match(case: Case, text: str | None) -> str | None:
    """Whether a piece of text names the wanted publisher: `exact`, `similar` (more words follow the name), `weak`, `lookalike`, None."""
    if not text or disguised(text):
        return None
    if is_forged(case, text):
        return LOOKALIKE
    best = None
    for name in wanted_names(case):
        found = _match(text, name, case)
        if found == EXACT:
            return EXACT
        best = best or found
    if best:
        return best
    if any(matches_host(text, domain) or fold(text).strip() in (domain, "www." + domain) for domain in wanted_domains(case)):
        return EXACT
    weak = case.terms.publisher.weak_names if case.terms.publisher else ()
    return WEAK if any(_match(text, name, case) == EXACT for name in weak) else None


def is_forged(case: Case, text: str) -> bool:
    """Whether a piece of text holds a name that only looks like the wanted one: with letters of another script, or digits."""
    names = case.terms.publisher.names if case.terms.publisher else ()
    if is_dotless(case, text):
        return True
    if any(lookalike(text, name) for name in names) or any(lookalike_host(text, domain) for domain in wanted_domains(case)):
        return True
    return not names and len(text) <= _MAX_NAME and is_mixed(text)  # the copy alone tells what the publisher is called


def is_dotless(case: Case, text: str) -> bool:
    """Whether a name is written with the dotless ı of Turkish where neither the article nor the publisher's name is."""
    if "ı" not in text or any("ı" in name for name in (case.terms.publisher.names if case.terms.publisher else ())):
        return False
    return not (case.article.language or "").lower().startswith(_DOTLESS) and case.article.text.count("ı") < _TURKISH


def _match(text: str, name: str, case: Case) -> str | None:
    if disguised(text):
        return None
    if same_name(text, name):
        return EXACT
    folded = fold(text)
    found = SIMILAR if is_acronym(text, name) or is_acronym(name, text) else None
    for at in names_in(folded, name):
        if _HOST_GOES_ON.match(text, at + len(name)):
            continue  # "brack.harbour.example" is a host, and not BRACK's
        following = _NEXT_WORD.match(text, at + len(name))
        if following is None or not _extends(following.group(1), case):
            return EXACT
        found = SIMILAR
    bare = name_key(name)
    if found is None and bare != fold(name) and len(bare) > 5 and names_in(folded, bare):
        found = SIMILAR
    return found


def goes_on(case: Case, end: int) -> bool:
    """Whether the word behind a name that ends at an offset makes it another name, in the same line and in the same link: "The Gazette Tribune"."""
    following = _NEXT_WORD.match(case.article.text, end)
    if following is None or "\n" in following.group() or any(link.end == end for link in case.article.links):
        return False
    return case.article.block_at(following.start(1)) == case.article.block_at(max(0, end - 1)) and _extends(following.group(1), case)


def _extends(word: str, case: Case) -> bool:
    """Whether a word after a name makes it another name: "The Gazette Tribune"."""
    folded = fold(word)
    lexicon = case.lexicon
    return word[:1].isupper() and not any(folded in words for words in (lexicon.stop, lexicon.months, lexicon.generic, lexicon.articles))


def names_host(case: Case, name: str) -> bool:
    """Whether a name is what the target's host is called."""
    return any(matches_host(name, domain) for domain in wanted_domains(case))


def begins_with_host(case: Case, name: str) -> bool:
    """Whether a name begins as the target's host is called: "Harrow Lane Review" and harrowlane.example."""
    letters = squash(name)
    return any(letters.startswith(label) for label in host_labels(case, _LONG_LABEL))


def host_labels(case: Case, shortest: int) -> list[str]:
    """What the wanted hosts are called, without hyphens and endings, where that is long enough to be no coincidence."""
    labels = (domain.split(".")[-2].replace("-", "") if "." in domain else domain for domain in wanted_domains(case))
    return [label for label in labels if len(label) >= shortest]


def mentions_of(case: Case, names: Iterable[str]) -> list[tuple[int, int]]:
    """Every place where one of the names stands in the article's text, but for addresses and the terms' own text: (start, end)."""
    found = []
    for name in names:
        places = ((at, at + len(name)) for at in names_in(case.attribution.folded, name) if not in_terms(case, at) and not in_address(case, at))
        found += [(start, end) for start, end in places if not _HOST_GOES_ON.match(case.article.text, end)]
    return sorted(found)


def in_address(case: Case, offset: int) -> bool:
    """Whether an offset lies in an address that is written out."""
    return any(address.start <= offset < address.start + len(address.text) for address in case.attribution.addresses)


def in_terms(case: Case, offset: int) -> bool:
    """Whether an offset lies in the terms' own text."""
    return any(start <= offset < end for start, end in case.attribution.terms_spans)


def resolved(case: Case, link: Link) -> str | None:
    """The absolute address of a link, None when it has none."""
    return resolve(link.href, case.article.base) if link.href is not None else None


def on_wanted_site(case: Case, url: str) -> bool:
    """Whether an address lies on the wanted publisher's site, or in the corner of a shared one where the target lies."""
    if case.terms.publisher is None:
        return case.target is not None and same_house(url, case.target)
    host = host_of(url)
    return host is not None and on_domain(host, wanted_domains(case))


def names_outlet(case: Case, start: int, end: int) -> bool:
    """Whether text[start:end] names an outlet and says what it is: "the Lantern blog", "magazine Alba", "某某公众号"."""
    words = case.article.text[start:end]
    for kind in _LETTERS.finditer(words):
        before, after = words[: kind.start()], words[kind.end() :]
        if kind.group() in case.lexicon.outlets and (_CAPITAL_BEFORE.search(before) or _CAPITAL_AFTER.match(after)):
            return True
    for dense in case.lexicon.outlets if any(map(is_dense, words)) else ():
        at = words.find(dense) if is_dense(dense[0]) else -1
        name = _DENSE_NAME.search(words[:at]) if at > 0 else None
        if name and not any(word in name.group() for word in (*case.lexicon.generic, *case.lexicon.subject, *_PARTICLES)):
            return True
    return False


def bears_wanted_name(case: Case, url: str) -> bool:
    """Without domains the name decides whether an address is the publisher's: "The Duran" and theduran.com."""
    host = host_of(url)
    return host is not None and not wanted_domains(case) and any(matches_host(name, host) for name in wanted_names(case))


def searched(case: Case, *more: str) -> Searched:
    """What was looked for in the article's zones."""
    return Searched(ARTICLE_ZONES, tuple(dict.fromkeys([*wanted_names(case), *[word for word in more if word]])))


def of_credit(credit: Credit, role: str) -> Evidence:
    """A credit as evidence."""
    return Evidence(role, credit.zone, _quote(credit.text), credit.href, credit.line)


def of_notice(notice: Notice, role: str) -> Evidence:
    """A notice as evidence."""
    return Evidence(role, notice.zone, _quote(notice.text), None, notice.line)


def of_link(article: Article, link: Link, role: str) -> Evidence:
    """A link as evidence: its words, or the line it stands in when it has none."""
    block = article.blocks[link.block]
    words = article.text[link.start : link.end] or article.text[block.start : block.end]
    zone = Zone.HIDDEN if link.hidden and link.hidden not in PARTLY else block.zone
    return Evidence(role, zone, _quote(words), link.href if link.href is not None else link.script, link.line or block.line)


def of_place(article: Article, start: int, end: int, role: str) -> Evidence:
    """A place in the text as evidence, with the words around it."""
    block = article.blocks[article.block_at(start)]
    begin, finish = max(block.start, start - 80), min(block.end, end + 80)
    text = ("…" if begin > block.start else "") + article.text[begin:finish] + ("…" if finish < block.end else "")
    return Evidence(role, block.zone, _quote(text), None, article.line_at(start))


def _quote(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _MAX_QUOTE else flat[: _MAX_QUOTE - 1] + "…"


def names_holder(case: Case, text: str, holder: str) -> bool:
    """Whether a text names a holder, and not somebody whose name merely begins like the holder's."""
    return len(squash(holder)) > 1 and _match(text, holder, case) == EXACT and not is_dotless(case, text)
