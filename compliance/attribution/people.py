"""The names in an author's place: "Dr. Jane Doe, John Roe and Ann Poe, The Gazette" gives three people and an outlet."""

import re
from typing import NamedTuple

from compliance.model.lexicon import Lexicon
from compliance.text.patterns import lazy
from compliance.text.words import fold, is_dense

_END = lazy(r"[|•·\n()（）\[<→►‧∙]|(?<=[^\s.]{3})(?<!prof)[.!?]\s|\s[-–—~]+(?:\s|$)|\d|[:;：；。]|https?://|\s(?:kategorien|categories)\b", re.IGNORECASE)
_SOFT_END = lazy(
    r",?\s(?:on|le|el|am|den|updated|published|posted|for|pour|para|für|at|in|aus|bei|from|em|dans|vom|im|op|sur|says|sagt|follow|aktualisiert|veröffentlicht|publié)\b",
    re.IGNORECASE,
)
_AND = lazy(r"\s+(?:and|et|y|und|e|en|og|och|и|та|with|avec|mit|i|dan|ve)\s+|\s*(?:&|，|、|/|\+)\s*", re.IGNORECASE)
_EMAIL = lazy(r"[(<]?\b[\w.+-]+@[\w.-]+\.\w+[)>]?|\[(?=[^\]]*\]\()|(?<=\])\([^)]*\)")
_TITLES = lazy(
    r"^(?:(?:dr|prof|professor|univ|med|rer|nat|phil|jur|habil|dipl|ing|mag|mr|mrs|ms|sir|mme|rechtsanwalt|rechtsanwältin)(?:\.-?(?:in\b)?\s*|\s+))+(?=[^\W\d_])",
    re.IGNORECASE,
)
_DEGREES = lazy(r",?\s+(?:ph\.?\s?d|m\.?\s?d|m\.?\s?a|b\.?\s?a|m\.?\s?sc|b\.?\s?sc|ll\.?\s?[mb]|mba|esq|jr|sr|rn|d\.?\s?phil)\.?$", re.IGNORECASE)
_CAPITALS = lazy(r"(?:[^\W\d_a-zà-ÿа-я][\w.'’-]*)(?:\s(?:(?:von|de|van|der|del|la|y|and|und|et|e|di|da)\s)?[^\W\d_a-zà-ÿа-я][\w.'’-]*)+")
_EDGES = " \t\n.,;:：｜／、，。「」《》*_\"'“”«»‘’()[]-–—@~/|+►→•·\u200b"
_PARTICLES = frozenset(
    "von vom van de der den del della di da do dos das du des la le les el al bin ibn ben abu ter ten te zu zum zur und y e i o' af av v san lo op".split()
)
_OF = frozenset("for of the für pour para per".split())
"""Small words of an organisation's name."""
_ROLES = lazy(
    r"\b(?:staff|writers?|reporters?|editors?|editorial|correspondents?|columnists?|contributors?|contributing|professor|lecturer|fellow|director|president|freelance\w*|"
    r"journalist\w*|redakt\w+|autor\w*|korrespondent\w*|mitarbeiter\w*|redacci[oó]n|redactor\w*|enviad[oa]|corresponsal|r[ée]dact\w+|journal\w*|magazine|news|media|"
    r"times|post|gazette|herald|tribune|zeitung|press|agency|agencia|university|universit\w+|universidad|institute?|instituto|foundation|team|blog|desk|service|"
    r"photograph\w*|producer|analyst|researcher|student|founder|ceo|cto|chief|senior|junior|associate|assistant|inc|llc|ltd|gmbh|co-?\w+der|webmaster|admin\w*|"
    r"website|twitter|facebook|youtube|instagram|github|linkedin|rss|feed|archives?|posts?|profile?|views?|read|more|follow|email|subscribe|comments?|kommentar\w*|"
    r"all|about|über|alle|autores?|auteurs?|artikel|articles?|photo\w*|foto\w*|image)\b",
    re.IGNORECASE,
)
_FURNITURE = lazy(
    r"(?:twitter|facebook|instagram|linkedin|youtube|rss|e-?mail|follow|share|home|website|profile?|comments?|community|interview|news|noticias|opinion|updated|"
    r"published|posted|actualizado|publicado|publié|letzte aktualisierung|publiziert|veröffentlicht|kategorien|werkstatt|no author|anonym\w*|unknown|admin|"
    r"authors?|autor(?:en|in|es|a|i|\*in)?|auteurs?|autore|不详|佚名|未知|匿名|.{0,4}(?:授权|授權|转载|轉載|本人|声明).{0,4})",
    re.IGNORECASE,
)
"""What a page writes beside an author's name."""
_DENSE_ROLE = lazy("^.{0,8}(?:记者|記者|撰稿人|通讯员|作者|編輯|编辑|实习生)|(?:摄影|攝影|发自|發自|报道|編輯|编辑|校对|责编|采访|整理|制图|供图).*$")
_MAX_NAME = 60
_MAX_DENSE = 16
_MAX_WORDS = 6


_BODIES = lazy(r"(?:\b(?:GmbH|AG|Inc|LLC|Ltd|S\.A|S\.L|e\.\s?V|media|redaktion|redacci[oó]n|team|verlag)\b)|^[\w./-]+\.[a-z]{2,4}(?:/\S*)?$", re.IGNORECASE)


class People(NamedTuple):
    """names: who wrote it. outlet: the last piece, when it is no person ("By Jane Doe, The Gazette")."""

    names: tuple[str, ...]
    outlet: str | None


def read_people(text: str, outlets: frozenset[str], lexicon: Lexicon, *, marked: bool = False, loose: bool = False) -> People:
    """The people named at the beginning of a text.

    marked: the markup or a label says that an author stands here, so a single lower-case word may be one.
    loose: a name may end where a lower-case word begins: "written with Jane Doe last year".
    """
    text = _EMAIL.sub(" ", text).strip(_EDGES)
    stop = _END.search(text, 1)
    rest = (text[: stop.start()] if stop else text).strip(_EDGES)
    if marked and (found := _read(rest, outlets, lexicon, marked=True)).names:
        return found  # a name may hold what else ends one: "Institute for Public Works"
    stop = _SOFT_END.search(rest)
    rest = (rest[: stop.start()] if stop else rest).strip(_EDGES)
    found = _read(rest, outlets, lexicon, marked=marked)
    if loose and not found.names and (start := _CAPITALS.match(rest)):
        found = _read(start.group(), outlets, lexicon, marked=False)
    return found


def _read(rest: str, outlets: frozenset[str], lexicon: Lexicon, *, marked: bool) -> People:
    if not rest or len(rest) > 150:
        return People((), None)
    if is_dense(rest[0]):
        return People(_dense(rest), None)
    parts = [part.strip(_EDGES) for part in rest.split(",")]
    names: list[str] = []
    outlet = None
    for place, part in enumerate(parts):
        for piece in (clean(each) for each in _AND.split(part)):
            if not piece:
                continue
            folded = fold(piece)
            last = place and place == len(parts) - 1 and not _AND.search(part)
            if folded in outlets or (last and (_is_outlet(piece, lexicon) or (len(parts) == 2 and len(names) == 1 and not _is_full(piece)))):
                outlet = piece
            elif is_person(piece, lexicon, marked=marked and not place):
                names.append(piece)
            elif not place:
                return People((), None)
    if not names and outlet:
        return People((outlet,), outlet)
    return People(tuple(names), outlet)


def clean(piece: str) -> str:
    """A name without titles and degrees."""
    piece = piece.strip(_EDGES)
    bare = _DEGREES.sub("", _TITLES.sub("", piece)).strip(_EDGES)
    return bare or piece


def _is_full(piece: str) -> bool:
    """Two words or more: a first name and a last one."""
    return " " in piece or "." in piece[:-1]


def _is_outlet(piece: str, lexicon: Lexicon) -> bool:
    return bool(_ROLES.search(piece)) or fold(piece.split(maxsplit=1)[0]) in lexicon.articles


def is_person(name: str, lexicon: Lexicon, *, marked: bool) -> bool:
    """Whether a piece may be a person's name, or an organisation's in the author's place."""
    folded = fold(name)
    if not any(letter.isalpha() for letter in name) or len(name) > _MAX_NAME or folded in lexicon.generic or folded in lexicon.months:
        return False
    if _FURNITURE.fullmatch(name) or folded in lexicon.bylines:
        return False
    if len(name) == 1 and not is_dense(name):
        return False
    words = name.split()
    if is_dense(name[0]):
        return len(name) <= 30
    if name[0].isdigit() and len(words) > 1:
        return False
    if len(words) > _MAX_WORDS or not (name[0].isupper() or (marked and len(words) == 1) or name[0].lower() == name[0].upper()):
        return False
    if len(words) == 1:
        return True
    small = _PARTICLES | _OF if marked else _PARTICLES
    return all(word[:1].lower() == word[:1].upper() or word[:1].isupper() or fold(word) in small or "'" in word or "-" in word for word in words[1:])


def _dense(text: str) -> tuple[str, ...]:
    """Names in a script without capitals: divided by spaces, without the words for their trade."""
    names: list[str] = []
    for piece in re.split(r"[\s，、,&/]+", text):
        bare = _DENSE_ROLE.sub("", piece).strip(_EDGES)
        if not bare:
            if names and not re.search("记者|記者|撰稿人|作者|通讯员", piece):
                break  # "摄影 ...": whoever follows took the pictures
            continue
        if len(bare) > _MAX_DENSE or _FURNITURE.fullmatch(bare):
            break
        names.append(bare)
    if not names and len(text) <= _MAX_DENSE // 2 and not _FURNITURE.fullmatch(text):
        return (text,)  # a trade in the name's place, as "人物记者"
    return tuple(names[:10])


def is_body(name: str) -> bool:
    """Whether a name is surely an organisation's, or an address."""
    return _BODIES.search(name) is not None
