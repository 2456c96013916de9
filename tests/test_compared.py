"""A copy beside its original, as the kinds see it: what it costs on pages made to be slow."""

import time

import pytest

from compliance.attribution import Scanner, attribute
from compliance.model.resource import Resource
from compliance.read import read
from compliance.terms import Shelf, load_shelf
from compliance.weighing import bodies

PROSE = "The keepers of the lighthouse at Cold Point count the ships at night, and write them down in a book that nobody has read to its end. "


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return load_shelf()


@pytest.mark.parametrize(
    "more",
    [
        "<p>" + "This article has been edited for length. " * 10_000 + "</p>",
        "<p>" + "this article has been edited for length " * 10_000 + "</p>",
        "<p>Read more: something</p>" * 10_000,
        "<p>You may republish this article.</p><p>Read more: something</p>" * 3_000,
    ],
    ids=["notes in one paragraph", "notes without a stop", "teasers", "teasers between terms"],
)
def test_thousands_of_notes_take_no_minutes(shelf: Shelf, more: str) -> None:
    markup = f"<!DOCTYPE html><html lang=en><meta charset=utf-8><title>.</title><article><h1>.</h1><p>{PROSE}</p>{more}<p>{PROSE}</p></article>"
    scanner = Scanner(shelf.lexicon)
    start = time.process_time()
    article, said = attribute(read(Resource("page.html", markup.encode()))[0], scanner)
    found = bodies.passages(article, said)
    assert time.process_time() - start < 20
    assert said.remarks
    assert found[1].core
