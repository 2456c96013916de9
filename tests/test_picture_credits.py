"""Credits of pictures: which words under and beside them are one."""

import pytest

from compliance.attribution import Scanner, attribute
from compliance.model.attribution import PictureCredit
from compliance.model.resource import Resource
from compliance.read import read
from compliance.terms import load_shelf

PROSE = "The ferries that cross the estuary at dawn carry more bicycles than cars these days, and the crews have learned to stack them like plates."
SCANNER = Scanner(load_shelf().lexicon)


def credits_of(markup: str) -> tuple[PictureCredit, ...]:
    page = f"<article><h1>Ferries</h1><p>{PROSE}</p>{markup}<p>{PROSE}</p></article>"
    (article,) = read(Resource("page.html", page.encode()))
    return attribute(article, SCANNER)[1].picture_credits


def caption(words: str) -> str:
    return f'<figure><img src="a.jpg"><figcaption>{words}</figcaption></figure>'


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Photo: Jane Doe", "Jane Doe"),
        ("Cranes at dawn. Photo by Jane Doe for The Gazette", "Jane Doe for The Gazette"),
        ("Cranes at dawn (Photo courtesy of the Harbour Museum).", "the Harbour Museum"),
        ("Grues à l'aube. Crédit photo : Jeanne Dupont", "Jeanne Dupont"),
        ("Kräne im Morgenlicht. Foto: kathpress", "kathpress"),
        ("黎明的起重机。图片来源：海港日报", "海港日报"),
        ("Cranes at dawn. © Jane Doe", "Jane Doe"),
        ("Cranes at dawn. Jane Doe/The Gazette", "Jane Doe/The Gazette"),
        ("Cranes at dawn. Jane Doe / AFP via Getty Images", "Jane Doe / AFP via Getty Images"),
        ("Shutterstock", "Shutterstock"),
        ("AP Photo/Jane Doe", "AP Photo/Jane Doe"),
        ('Cranes at dawn <span class="photo-credit">Jane Doe</span>', "Jane Doe"),
        ('Cranes at dawn <span itemprop="copyrightHolder">Harbour Museum</span>', "Harbour Museum"),
    ],
)
def test_credits_in_a_caption(words: str, name: str) -> None:
    (credit,) = credits_of(caption(words))
    assert (credit.name, credit.sure) == (name, True)


@pytest.mark.parametrize("words", ["Cranes at dawn. Jane Doe", "Jane Doe", "The harbour at dawn (Jane Doe)"])
def test_the_last_words_of_a_caption_may_be_a_name(words: str) -> None:
    (credit,) = credits_of(caption(words))
    assert (credit.name, credit.sure) == ("Jane Doe", False)


@pytest.mark.parametrize(
    "words", ["Cranes rise over the harbour at dawn.", "The crews, as Reuters reported, have learned to stack them.", "Les grues du port à l'aube"]
)
def test_no_credit_in_a_caption(words: str) -> None:
    assert credits_of(caption(words)) == ()


@pytest.mark.parametrize("words", ["Photo:", "Photo: cranes rise over the harbour at dawn", "Photo by -"])
def test_a_label_with_nobody_behind_it(words: str) -> None:
    assert [credit.name for credit in credits_of(caption(words))] == [None]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Photo: Jane Doe</p>",
        '<p><img src="a.jpg"> Photo by Jane Doe</p>',
        "<p><em>Cranes at dawn. Photo: Jane Doe</em></p>",
        "<p>(Photo: Jane Doe)</p>",
    ],
)
def test_credits_beside_a_picture(markup: str) -> None:
    (credit,) = credits_of(markup)
    assert (credit.name, credit.sure) == ("Jane Doe", True)


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>She keeps an image from Jane Doe on her desk. {PROSE} {PROSE}</p>",
        "<nav><p>Photo: Jane Doe</p></nav>",
        '<section class="comments"><p>Photo: Jane Doe</p></section>',
        "<footer><p>Photo: Jane Doe</p></footer>",
    ],
)
def test_no_credit_elsewhere(markup: str) -> None:
    assert [credit.name for credit in credits_of(markup) if credit.zone != "credit"] == []


def test_a_hidden_credit_says_so() -> None:
    (credit,) = credits_of('<p style="display:none">Photo: Jane Doe</p>')
    assert credit.hidden == "display:none"
