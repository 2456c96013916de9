"""Words in canonical form: comparable, and of exactly the same length."""

from hypothesis import given
from hypothesis import strategies as st

from compliance.text.names import matches_host, same_name
from compliance.text.words import fold, occurrences, readable, whole_words


@given(st.text())
def test_every_letter_keeps_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="aé\u200b\u00ad\u0301\u202e ©"))
def test_readable_is_stable_and_never_longer(text: str) -> None:
    assert readable(readable(text)) == readable(text)
    assert len(readable(text)) <= len(text)


def test_what_looks_the_same_is_the_same() -> None:
    assert fold("« L’ÉCHO\u00a0» – Ｓｏｕｒｃｅ：") == '" l\'echo " - source:'
    assert readable("Maz\u200bette\u00ad") == "Mazette"
    assert readable("e\u0301") == "é"


def test_a_heap_of_accents_costs_no_time() -> None:
    assert readable("a" + "\u0301\u0316" * 50_000) in ("a", "á")


def test_whole_words() -> None:
    assert occurrences("resource: source: the sources", "source") == [10]
    assert whole_words("来源于此", 0, 2)


def test_names() -> None:
    assert same_name("The Duran", "Duran")
    assert same_name("La Tercera", "la tercera")
    assert same_name("Gazette.com", "The Gazette")
    assert not same_name("The Example Wire", "The Example Wired")
    assert matches_host("La Tercera", "latercera.com")
    assert matches_host("The Duran", "theduran.com")
    assert not matches_host("Post", "washingtonpost.com")
