"""The language of a text: declared, unless its words deny it; else told by its commonest words."""

import tomllib
from pathlib import Path

import pytest

from compliance.terms import load_shelf
from compliance.text.language import Language, language_of, primary
from compliance.text.words import fold, unpointed

LINES = Path(__file__).parent.parent / "fixtures" / "languages"
PROSE = {path.stem: unpointed(fold(" ".join(tomllib.loads(path.read_text("utf-8"))["prose"]) * 2))[0] for path in sorted(LINES.glob("*.toml"))}
BASQUE = (
    fold("Arrantzaleek hogei urtez zenbatu dituzte itsasargiaren aurretik igarotzen diren ontziak eta gauero koaderno lodi batean idatzi dute kopurua. ") * 4
)


@pytest.mark.parametrize("code", PROSE)
def test_told_by_its_words(code: str) -> None:
    assert language_of(None, PROSE[code], load_shelf().lexicon.common) == Language(code, phrased=True)


def test_a_declaration_holds() -> None:
    common = load_shelf().lexicon.common
    assert language_of("pt-BR", PROSE["pt"], common) == Language("pt", phrased=True)
    assert language_of("nn", PROSE["no"], common) == Language("no", phrased=True)
    assert language_of("eu", PROSE["en"], common) == Language("eu", phrased=False)
    assert language_of("da", PROSE["no"], common) == Language("da", phrased=True)  # the words do not deny it


def test_words_deny_a_wrong_declaration() -> None:
    common = load_shelf().lexicon.common
    assert language_of("en", PROSE["sv"], common) == Language("sv", phrased=True)
    assert language_of("en", PROSE["th"], common) == Language("th", phrased=True)
    assert language_of("en", BASQUE, common) == Language(None, phrased=False)
    assert language_of(None, BASQUE, common) == Language(None, phrased=False)


def test_a_short_text_tells_nothing() -> None:
    common = load_shelf().lexicon.common
    assert language_of(None, "eta", common) == Language(None, phrased=True)
    assert language_of("fr", "eta", common) == Language("fr", phrased=True)


def test_tags() -> None:
    assert [primary(tag) for tag in ("EN-us", "zh_Hant_TW", "fre", "iw", "und", "English", "", None)] == ["en", "zh", "fr", "he", None, None, None, None]
