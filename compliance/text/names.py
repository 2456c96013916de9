"""Names of publishers and people: when two of them are one, and when one only looks like the other."""

import re
import unicodedata
from functools import lru_cache

from compliance.text.patterns import lazy
from compliance.text.words import fold, occurrences

_ARTICLES = lazy(r"^(?:the|la|le|les|el|los|las|il|lo|gli|der|die|das|de|het|o|a|os|as|l')\s+|^l'", re.IGNORECASE)
_HALF_WIDE = lazy("[\uff21-\uff3a\uff41-\uff5a][A-Za-z]|[A-Za-z][\uff21-\uff3a\uff41-\uff5a]")
_STRIKES = "\u0334\u0335\u0336\u0337\u0338"
"""Marks that strike a letter through: with one of them it is another letter."""
_DOMAINS = frozenset(
    "com org net edu gov info news media press online tv io eu int ar at au be bg br ca ch cl cn co cz de dk es fi fr gr hk hu id ie il in it jp ke kr mx my "
    "ng nl no nz pe ph pl pt ro ru se sg sk th tr tw ua uk us uy ve vn za".split()
)
_SECOND_LEVEL = frozenset("co com org net ac gov".split())
_LEGAL = frozenset(
    "inc incorporated llc ltd limited plc corp corporation gmbh sarl srl aps oy oyj bhd ооо оао зао пао тов "
    "e.v s.a s.a.s s.a.r.l s.r.l s.p.a s.l b.v n.v k.k a/s".split()
)
_LEGAL_CAPITALS = frozenset("AG SA AB AS SE KG NV BV KK UG SL SAS SpA eV Co АО".split())
"""Legal forms that are words when they are written small."""
_LEGAL_BEFORE = frozenset(("pty", "pte", "pvt", "sdn", "co", "&"))
"""Words that belong to the legal form behind them: "Pty Ltd", "GmbH & Co. KG"."""
_LEGAL_FIRST = frozenset(("ооо", "оао", "зао", "пао", "ао", "тов", "pt"))
_LEGAL_DENSE = ("株式会社", "有限会社", "一般社団法人", "股份有限公司", "有限责任公司", "有限公司", "주식회사", "(주)", "㈱")
_JOINERS = frozenset(("and", "und", "et", "y", "и", "&"))
_EDGES = " \t\n\"'.,;:!?()[]<>|/*_-–—·•#@&"
_ASIDE = lazy(r"^(?P<name>.*\S)\s*\((?P<short>[A-Z][A-Za-z]{0,2}[A-Z0-9]{1,5})\)$")
_GENERIC_WORDS = frozenset(["blog", "website", "site", "online", "newsletter", "team", "staff", "webseite", "seite", "sitio", "revue", "official"])
"""Words that may stand behind a name and make no other of it: "the Gazette blog". "Gazette News" may be another paper."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "oe", "å": "aa", "Ä": "ae", "Ö": "oe", "Ü": "ue", "Ø": "oe"})
_LIGATURES = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """The canonical form of a name: no article, no legal form, no `.com`, no possessive, no punctuation at its edges."""
    folded = _without_domain(fold(_without_legal_form(name.strip(_EDGES))).strip(_EDGES)).strip(_EDGES)
    folded = folded.removesuffix("'s")
    folded = _ARTICLES.sub("", folded) or folded
    return re.sub(r"[\s_.-]+", " ", folded).strip(_EDGES)


def _without_legal_form(name: str) -> str:
    words = name.replace(",", " ").split()
    kept = len(words)
    while kept > 1:
        last = words[kept - 1].rstrip(".")
        behind = kept < len(words) and last.lower() in _LEGAL_BEFORE
        if not (behind or last in _LEGAL_CAPITALS or last.lower() in _LEGAL or last.lower().replace(".", "") == "llc"):
            break
        kept -= 1
    first = 1 if kept > 1 and words[0].lower() in _LEGAL_FIRST else 0
    if kept < len(words) or first:
        name = " ".join(words[first:kept]).strip(_EDGES)
    if not name.isascii():
        for form in _LEGAL_DENSE:
            name = name.removeprefix(form).removesuffix(form).strip() or name
    return name


def _without_domain(folded: str) -> str:
    """`gazette.co.uk` gives `gazette`; `node.js` stays."""
    body, dot, last = folded.rpartition(".")
    if not dot or last not in _DOMAINS or not body.strip():
        return folded
    shorter, dot, second = body.rpartition(".")
    return shorter if dot and shorter and second in _SECOND_LEVEL else body


@lru_cache(maxsize=8192)
def squash(name: str) -> str:
    """The letters and digits of a name's canonical form and nothing between them: `The Duran` gives `duran`."""
    return "".join(letter for letter in name_key(name).translate(_LIGATURES) if letter.isalnum() or letter in _STRIKES)


@lru_cache(maxsize=8192)
def _forms(name: str) -> frozenset[str]:
    """All that a name may be squashed to: with its article (`theduran.com`), with umlauts written out, without the short form behind it."""
    whole = _without_domain(fold(name).strip(_EDGES)).translate(_LIGATURES)
    forms = {squash(name), "".join(letter for letter in whole if letter.isalnum() or letter in _STRIKES)}
    words = name_key(name).translate(_LIGATURES).split()
    if not _JOINERS.isdisjoint(words):
        forms.add("&".join(word for word in words if word not in _JOINERS))
    spelt = name.translate(_UMLAUTS)
    if spelt != name:
        forms.add(squash(spelt))
    aside = _ASIDE.match(name.strip()) if name.rstrip().endswith(")") else None
    if aside:
        forms |= {squash(aside["name"]), squash(aside["short"])}
    return frozenset(form for form in forms if form)


NameKey = str | tuple[str, ...]
"""A form of a name under which it is the same as another: all its letters as one word, or its words."""


@lru_cache(maxsize=8192)
def name_keys(name: str) -> frozenset[NameKey]:
    """All that a name is compared by: names that share one of them are one. None when its letters are disguised."""
    if disguised(name):
        return frozenset()
    core = _core(name)
    return _forms(name) | {core} if core else _forms(name)


@lru_cache(maxsize=8192)
def same_name(one: str, other: str) -> bool:
    """Whether two names are one but for article, case, accents, legal form, `.com`, and words such as "blog"."""
    return not name_keys(one).isdisjoint(name_keys(other))


def _core(name: str) -> tuple[str, ...]:
    return tuple(word for word in name_key(name).split() if word not in _GENERIC_WORDS)


def is_acronym(short: str, name: str) -> bool:
    """Whether a short form is made of a name's first letters: `KHN` and `Kaiser Health News`."""
    letters = short.strip(_EDGES).replace(".", "")
    words = [word for word in re.split(r"[\s-]+", fold(name).strip(_EDGES)) if word]
    if not (2 <= len(letters) <= 7 and letters.isupper() and letters.isalpha()):
        return False
    return any("".join(word[0] for word in chosen) == letters.lower() for chosen in (words, [word for word in words if word not in _SMALL]))


_SMALL = frozenset("the of for and de la le du des der die das und et y e & in on".split())


def disguised(text: str) -> bool:
    """Whether a word mixes full-width letters with plain ones, as no keyboard does."""
    return not text.isascii() and _HALF_WIDE.search(text) is not None


def names_in(text: str, name: str) -> list[int]:
    """Offsets at which a name stands as whole words in a text that is in canonical form."""
    return occurrences(text, fold(name).strip())


def mentions(text: str, name: str) -> bool:
    """Whether a piece of text holds the name as whole words."""
    return bool(names_in(fold(text), name))


@lru_cache(maxsize=4096)
def matches_host(name: str, host: str) -> bool:
    """Whether a name is the one that a host bears: `La Tercera` and `latercera.com`, `The Duran` and `theduran.com`."""
    letters = "".join(letter for letter in fold(name) if letter.isalnum())
    short = squash(name)
    joined = {squash(name.replace("&", word)) for word in ("and", "und", "et", "y", "e")} if "&" in name else set()
    if len(short) < 3 or disguised(name):
        return False
    labels = host.partition(":")[0].split(".")
    bodies = (
        {label.removeprefix("the") for label in labels[:-1] if len(label) > 6}
        | {label.replace("-", "") for label in labels[:-1] if len(label) > 2}
        | {"".join(labels).replace("-", "")}
    )
    return bool({letters, short, *joined} & bodies)


_LOOKS = {
    ord(letter): plain
    for letters, plains in (
        ("АВЕЅІЈКМНОРСТУХԜԌ", "abesijkmhopctyxwg"),
        ("асԁеһіјӏкмнорԛѕтуԝхүв", "acdehijlkmhopqstywxyb"),
        ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abezhikmnoptyx"),
        ("αβεηικνορτυχγω", "abenikvoptuxyw"),
        ("ɑɡɩᴏᴜᴠᴡᴢℓⅼⅰⅽⅾⅿ", "agiouvwzllicdm"),
        ("0134$5|", "oleassl"),
    )
    for letter, plain in zip(letters, plains, strict=True)
}
"""What letters of other scripts, and digits, look like."""
_SHORTEST = 3  # letters of a name that can be mistaken
_LATIN, _OTHER = lazy(r"[a-zA-Z]"), lazy(r"[\u0370-\u03ff\u0400-\u052f]")
_WORD = lazy(r"[^\W_]+")
_DIGIT_IN_WORD = lazy(r"[^\W\d_][013459$|]|[013459$|][^\W\d_]")


def skeleton(text: str) -> str:
    """What a text looks like: letters of other scripts, digits and pairs such as `rn` replaced by what they pass for."""
    plain = unicodedata.normalize("NFKD", fold(unicodedata.normalize("NFKC", text).translate(_LOOKS)))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return plain.replace("rn", "m").replace("vv", "w").replace("i", "l")


def is_mixed(text: str) -> bool:
    """Whether a word in the text holds letters of Latin and of Greek or Cyrillic: no language writes so."""
    return not text.isascii() and any(_LATIN.search(word) and _OTHER.search(word) for word in _WORD.findall(text))


@lru_cache(maxsize=8192)
def lookalike(text: str, name: str) -> bool:
    """Whether a piece of text holds what only looks like a name: `The Наrbour Wire`, `Harb0ur Wire`."""
    key, folded = name_key(name), fold(text)
    if len(key) < _SHORTEST or same_name(text, name) or names_in(folded, name):
        return False
    looks = skeleton(text)
    if occurrences(looks, skeleton(name)):
        return True
    return not occurrences(folded, key) and (bool(occurrences(looks, skeleton(key))) or skeleton(squash(text)) == skeleton(squash(name)))


@lru_cache(maxsize=4096)
def lookalike_host(name: str, host: str) -> bool:
    """Whether a name only looks like the one that a host bears."""
    if matches_host(name, host) or (name.isascii() and not (any(map(str.isdigit, name)) and _DIGIT_IN_WORD.search(name))):
        return False
    letters = "".join(letter for letter in skeleton(name_key(name)) if letter.isalnum())
    bodies = (skeleton(label.replace("-", "")) for label in host.partition(":")[0].split(".")[:-1] if len(label) > 3)
    return any(letters == body or "the" + letters == body for body in bodies)
