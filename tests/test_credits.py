"""Statements of origin, one sentence each: whom they name, and what is none."""

import pytest

from compliance.attribution import Scanner, attribute
from compliance.model.attribution import Credit
from compliance.model.resource import Resource
from compliance.read import read
from compliance.terms import load_shelf

_SCANNER = Scanner(load_shelf().lexicon)
_PROSE = "The keepers of the lighthouse at Cold Point count the ships at night, and write them down, one line for each light that passes. " * 2


def credits_of(sentence: str, title: str = "The keepers") -> list[Credit]:
    page = f"<!doctype html><title>{title}</title><article><h1>{title}</h1><p>{_PROSE}</p><p>{_PROSE}</p><p>{sentence}</p></article>"
    article = read(Resource("page.html", page.encode()))[0]
    return list(attribute(article, _SCANNER)[1].credits)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("This article originally appeared in the Norwegian daily newspaper Fjordbladet.", "Fjordbladet"),
        ("This story was first published in the Berlin-based magazine Kompass.", "Kompass"),
        ("Der Text ist im Original in der Tageszeitung Nordkurier Beispiel erschienen.", "Nordkurier Beispiel"),
        ("Im Original erschien der Text in der Zeitschrift Wattseiten.", "Wattseiten"),
        ("Este texto fue publicado originalmente en Revista Qué Pasa Ejemplo.", "Revista Qué Pasa Ejemplo"),
        ("Quelle: kathpress", "kathpress"),
        ("This post was originally published on the usability.example blog.", "usability.example blog"),
    ],
)
def test_the_outlet_is_named(sentence: str, name: str) -> None:
    found = credits_of(sentence)
    assert found, sentence
    assert found[0].name is not None
    assert found[0].name.removeprefix("the ") == name


@pytest.mark.parametrize(
    "sentence",
    [
        "Her work has also appeared in The Example Review.",
        "Her first novel was originally published by Lantern Press.",
        "His photographs have also appeared in The Example Review.",
        "Jane Doe's reviews also appeared in The Example Review.",
        "Primary funding source: National Fund",
    ],
)
def test_what_speaks_of_the_author_is_no_credit(sentence: str) -> None:
    assert not [credit for credit in credits_of(sentence) if credit.name]


@pytest.mark.parametrize("sentence", ["My column originally appeared in The Example Review.", "Su columna fue publicada originalmente en El Faro Ejemplo."])
def test_an_author_may_speak_of_the_article(sentence: str) -> None:
    assert credits_of(sentence)


def test_a_sentence_that_begins_with_the_title_speaks_of_the_article() -> None:
    title = "Why the keepers of Cold Point count every single ship that passes at night"
    found = credits_of(f'{title} was originally published in <a href="https://otherletters.example/keepers">Other Letters</a> on Quillpad.', title)
    assert [credit.href for credit in found] == ["https://otherletters.example/keepers"]


def test_references_are_a_sort_of_their_own() -> None:
    assert {credit.sort for credit in credits_of("Source: Doe J et al. (2019), Ships at night, Example Journal")} == {"references"}


@pytest.mark.parametrize(("line", "name"), [("By Reuters", "Reuters"), ("Von dpa", "dpa"), ("© dpa-infocom, dpa:240516-99-53606/3 (dpa)", "dpa-infocom")])
def test_agencies_in_the_authors_place(line: str, name: str) -> None:
    assert (name, "agency") in {(credit.name, credit.sort) for credit in credits_of(line)}
