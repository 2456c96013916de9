"""Blocks into sentences: where they end, what leads them in, what they quote."""

import pytest

from compliance.drafting.sentences import masked, paragraphs_of
from compliance.model.resource import Resource
from compliance.read import read


def sentences(source: str, name: str = "page.txt") -> list[str]:
    article = read(Resource(name, source.encode()))[0]
    return [sentence.text for paragraph in paragraphs_of(article) for sentence in paragraph.sentences]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("You may copy it. You must link.", ["You may copy it.", "You must link."]),
        ("Texte, Bilder, z. B. Fotos, u. a. Karten. Der Rest nicht.", ["Texte, Bilder, z. B. Fotos, u. a. Karten.", "Der Rest nicht."]),
        ("Visit gazette.example for more. Then link.", ["Visit gazette.example for more.", "Then link."]),
        ("Use “It was first told by us.” The words must link.", ["Use “It was first told by us.”", "The words must link."]),
        ("It costs 3.5 pounds to copy it.", ["It costs 3.5 pounds to copy it."]),
        ("¿Puedo copiar? Sí. Cite la fuente.", ["¿Puedo copiar?", "Sí.", "Cite la fuente."]),
    ],
)
def test_where_sentences_end(text: str, parts: list[str]) -> None:
    assert sentences(text + "\n") == parts


def test_a_wrapped_line_goes_on_and_an_item_does_not() -> None:
    assert sentences("You must name\nthe author:\n- by name\n- in the byline\n") == ["You must name the author:", "by name", "in the byline"]


def test_a_line_break_of_a_page_parts() -> None:
    assert sentences("<p>Name us<br>Link to us</p>", "page.html") == ["Name us", "Link to us"]


def test_items_know_what_leads_them_in() -> None:
    article = read(
        Resource(
            "page.html", b"<h2>You can't</h2><ul><li>sell it</li></ul><p>Intro: it is free</p><ul><li>copy it</li></ul><p>You must:</p><ul><li>link</li></ul>"
        )
    )[0]
    assert [sentence.lead for paragraph in paragraphs_of(article) for sentence in paragraph.sentences if paragraph.item] == ["You can't", "", "You must:"]


def test_quotations_of_some_length_are_no_words_of_the_sentence() -> None:
    text = "Add “This story is by us.” on top, and “link” it."
    assert masked(text) == "Add “                   .” on top, and “link” it."
    article = read(Resource("page.txt", text.encode()))[0]
    sentence = paragraphs_of(article)[0].sentences[0]
    assert sentence.quotes == ((1, "This story is by us."),)
    assert [word.word for word in sentence.words] == ["add", "on", "top", "and", "link", "it"]


def test_hidden_and_endless_text_is_not_read() -> None:
    assert sentences("<p hidden>You must link to us.</p><nav>Republish our stories here today</nav>", "page.html") == []
    assert sentences("word " * 2000) == []
