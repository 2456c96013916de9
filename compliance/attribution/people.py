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
_BELONGS = lazy(r"\sof\s(?=(?:the\s)?[A-Z])")
_AND = lazy(r"\s+(?:and|et|y|und|e|en|og|och|и|та|with|avec|mit|i|dan|ve)\s+|\s*(?:&|，|、|/|\+)\s*", re.IGNORECASE)
_EMAIL = lazy(r"[(<]?\b[\w.+-]+@[\w.-]+\.\w+[)>]?|\[(?=[^\]]*\]\()|(?<=\])\([^)]*\)")
_TITLES = frozenset(
    "dr prof prof.in prof.dr prof-dr professor univ univ.-prof med rer nat phil jur habil dipl dipl-ing dipl.-ing ing mag mr mrs ms sir mme "
    "rechtsanwalt rechtsanwältin".split()
)
_DEGREES = frozenset("phd md ma ba msc bsc llm llb mba esq jr sr rn dphil".split())
_WORD = lazy(r"\w+")
_CAPITALS = lazy(r"(?:[^\W\d_a-zà-ÿа-я][\w.'’-]*)(?:\s(?:(?:von|de|van|der|del|la|y|and|und|et|e|di|da)\s)?[^\W\d_a-zà-ÿа-я][\w.'’-]*)+")
_EDGES = " \t\n.,;:：｜／、，。「」《》*_\"'“”«»‘’()[]-–—@~/|+►→•·\u200b"
_PARTICLES = frozenset(
    "von vom van de der den del della di da do dos das du des la le les el al bin ibn ben abu ter ten te zu zum zur und y e i o' af av v san lo op".split()
)
_OF = frozenset("for of the für pour para per".split())
"""Small words of an organisation's name."""
_ROLES = frozenset(
    "staff writer writers reporter reporters editor editors editorial correspondent correspondents columnist columnists contributor contributors contributing "
    "professor lecturer fellow director president redacción enviado enviada corresponsal magazine news media times post gazette herald tribune zeitung press "
    "agency agencia institute instituto foundation team blog desk service producer analyst researcher student founder ceo cto chief senior junior associate "
    "assistant inc llc ltd gmbh webmaster website twitter facebook youtube instagram github linkedin rss feed archive archives posts profile view views read "
    "more follow email subscribe comment comments all about über alle artikel article articles image".split()
)
_ROLE_STEMS = tuple("freelance journal redakt redact redacc rédact korrespondent mitarbeiter universi photo foto admin kommentar autor auteur".split())
_FURNITURE = frozenset(
    "twitter facebook instagram linkedin youtube rss email e-mail follow share home website profile profil comment comments community interview news noticias "
    "opinion updated published posted actualizado publicado publie publiziert veroffentlicht kategorien werkstatt unknown admin author authors autor autoren "
    "autorin autores autora autori autor*in auteur auteurs autore anonymous anonym anonymus anonyme anonimo 不详 佚名 未知 匿名".split()
) | {"no author", "letzte aktualisierung"}
"""What a page writes beside an author's name, or in its place."""
_PERMISSION = ("授权", "授權", "转载", "轉載", "本人", "声明")
_DENSE_ROLE = lazy("^.{0,8}(?:记者|記者|撰稿人|通讯员|作者|編輯|编辑|实习生)|(?:摄影|攝影|发自|發自|报道|編輯|编辑|校对|责编|采访|整理|制图|供图).*$")
_MAX_NAME = 60
_MAX_DENSE = 16
_MAX_WORDS = 6

_BODIES = frozenset("gmbh ag inc llc ltd s.a s.l e.v media redaktion redaccion team verlag".split())
_ADDRESS = lazy(r"[\w./-]+\.[a-z]{2,4}(?:/\S*)?")


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
    if not found.names and (stop := _BELONGS.search(rest)) and " " in rest[: stop.start()]:
        found = _read(rest[: stop.start()], outlets, lexicon, marked=False)  # "Jane Doe of The Gazette"
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
    words = piece.strip(_EDGES).split()
    while len(words) > 1 and words[0].rstrip(".-").lower() in _TITLES:
        del words[0]
    while len(words) > 1 and words[-1].replace(".", "").lower() in _DEGREES:
        del words[-1]
    return " ".join(words).strip(_EDGES)


def _is_full(piece: str) -> bool:
    """Two words or more: a first name and a last one."""
    return " " in piece or "." in piece[:-1]


def _is_outlet(piece: str, lexicon: Lexicon) -> bool:
    words = _WORD.findall(piece.lower())
    return any(word in _ROLES or word.startswith(_ROLE_STEMS) for word in words) or fold(piece.split(maxsplit=1)[0]) in lexicon.articles


def is_person(name: str, lexicon: Lexicon, *, marked: bool) -> bool:
    """Whether a piece may be a person's name, or an organisation's in the author's place."""
    folded = fold(name)
    if not any(letter.isalpha() for letter in name) or len(name) > _MAX_NAME or folded in lexicon.generic or folded in lexicon.months:
        return False
    if _is_furniture(folded) or folded in lexicon.bylines:
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
        if len(bare) > _MAX_DENSE or _is_furniture(bare):
            break
        names.append(bare)
    if not names and len(text) <= _MAX_DENSE // 2 and not _is_furniture(text):
        return (text,)  # a trade in the name's place, as "人物记者"
    return tuple(names[:10])


def is_body(name: str) -> bool:
    """Whether a name is surely an organisation's, or an address."""
    if "." in name and _ADDRESS.fullmatch(name.lower()):
        return True
    return any(word.rstrip(".,") in _BODIES for word in fold(name).split())


def _is_furniture(folded: str) -> bool:
    return folded in _FURNITURE or (len(folded) < 12 and any(word in folded for word in _PERMISSION))
