"""The language of a text: what it declares, unless its words deny that; else what its commonest words tell.

No model: the twenty to thirty commonest words of a language make up a fifth or more of any text in it, and of no other one.
"""

from collections.abc import Mapping
from typing import NamedTuple

from compliance.text.patterns import lazy
from compliance.text.words import WORD, dense_letters

_TAG = lazy(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*")
_SAME = {
    "nb": "no", "nn": "no", "nob": "no", "nno": "no", "nor": "no", "iw": "he", "heb": "he", "in": "id", "ind": "id", "mo": "ro", "ron": "ro", "rum": "ro",
    "cmn": "zh", "yue": "zh", "zho": "zh", "chi": "zh", "eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "spa": "es", "por": "pt", "ita": "it",
    "nld": "nl", "dut": "nl", "rus": "ru", "ukr": "uk", "pol": "pl", "ces": "cs", "cze": "cs", "swe": "sv", "dan": "da", "fin": "fi", "hun": "hu", "ell": "el",
    "gre": "el", "bul": "bg", "cat": "ca", "tur": "tr", "ara": "ar", "fas": "fa", "per": "fa", "prs": "fa", "hin": "hi", "ben": "bn", "tha": "th", "vie": "vi",
    "jpn": "ja", "kor": "ko", "swa": "sw", "swh": "sw", "epo": "eo",
}  # fmt: skip
_ENOUGH = 60  # words; a shorter text tells nothing
_TELLS = 0.08  # share of words among the commonest of a language, or of letters in a script without spaces
_DENIES = 0.04
_MUCH_LESS = 4  # a declared language whose words are so many times rarer than another's is not the text's
_TELLS_DENSE = 0.05
_DENIES_DENSE = 0.02


class Language(NamedTuple):
    """code: the language as ISO 639 has it, None when nothing tells. phrased: it may be one that the rules have phrases of."""

    code: str | None
    phrased: bool


def language_of(declared: str | None, sample: str, common: Mapping[str, tuple[str, ...]]) -> Language:
    """The language of an article. declared: what it says, as `pt-BR`. sample: some of its text, in canonical form. common: words by language."""
    code = primary(declared)
    if code and code not in common:
        return Language(code, phrased=False)
    shares, tells, denies = _shares(sample, common)
    if not shares:
        return Language(code, phrased=True)
    best = max(shares, key=lambda each: shares[each])
    if code and shares[code] >= denies and shares[code] * _MUCH_LESS >= shares[best]:
        return Language(code, phrased=True)
    if shares[best] >= tells:
        return Language(best, phrased=True)
    return Language(None, phrased=code is None and shares[best] >= denies)


def primary(tag: str | None) -> str | None:
    """The language of a tag: `pt-BR` gives `pt`, `nb` and `nn` give `no`; None for what is no tag."""
    match = _TAG.fullmatch(tag.strip()) if tag else None
    code = match.group(1).lower() if match else None
    return None if code in ("und", "mul", "zxx", "mis") else _SAME.get(code, code) if code else None


def _shares(sample: str, common: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, float], float, float]:
    """How much of a text its language's commonest words make up, by language; what tells a language, and what denies one. Empty for a short text."""
    dense = "" if sample.isascii() else dense_letters(sample)
    if len(dense) * 3 > len(sample):
        if len(dense) < _ENOUGH:
            return {}, 0, 0
        return {code: sum(dense.count(word) * len(word) for word in words) / len(dense) for code, words in common.items()}, _TELLS_DENSE, _DENIES_DENSE
    from collections import Counter

    counts = Counter(WORD.findall(sample))
    total = counts.total()
    if total < _ENOUGH:
        return {}, 0, 0
    return {code: sum(map(counts.__getitem__, words)) / total for code, words in common.items()}, _TELLS, _DENIES
