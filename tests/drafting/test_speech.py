"""How sentences speak, piece by piece."""

from itertools import groupby

import pytest

from compliance.drafting import load_clauses
from compliance.drafting.phrases import words_of
from compliance.drafting.reading import Reader
from compliance.drafting.sentences import Sentence
from compliance.drafting.vocabulary import Vocabulary

READERS = {clauses.language: Reader(Vocabulary(clauses, ("the gazette",), frozenset({"AFP"}))) for clauses in load_clauses()}


def told(language: str, text: str, lead: str = "") -> str:
    read = READERS[language].read(Sentence(text, words_of(text), (), lead, True))
    return " ".join(level for level, _ in groupby(read.levels))


def proposed(language: str, text: str, lead: str = "") -> dict[str, str]:
    read = READERS[language].read(Sentence(text, words_of(text), (), lead, True))
    return {proposal.kind: str(proposal.obligation) for proposal in read.proposals}


@pytest.mark.parametrize(
    ("language", "text", "levels"),
    [
        ("en", "You may republish our stories, but you must credit us.", "may must"),
        ("en", "You don't need to ask us, but you may not sell the story.", "free not"),
        ("en", "If you republish a story, you must link to it.", "free must"),
        ("en", "You may republish our stories if you link to them.", "may condition"),
        ("en", "Do not republish our stories without permission.", "not"),
        ("en", "You may republish our stories without permission.", "may free"),
        ("en", "The stories are not edited.", "plain"),
        ("en", "You may reuse our stories as long as they are not edited and you link to us.", "may condition not condition"),
        ("en", "We must credit our photographers.", "free"),
        ("en", "Don't edit our stories, except for house style.", "not except"),
        ("fr", "La source et l'adresse doivent être indiquées, le texte ne doit pas être modifié.", "must not"),
        ("fr", "La reprise n'est possible qu'avec notre accord.", "only with"),
        ("fr", "Il n'est pas nécessaire de citer la source.", "free"),
        ("es", "Se permite la reproducción siempre que se cite la fuente.", "may condition"),
        ("es", "No hace falta pedir permiso.", "free"),
        ("de", "Der Nachdruck ist gestattet, sofern die Quelle genannt wird.", "may condition"),
        ("de", "Der Text darf nicht verändert werden.", "not"),
        ("de", "Sie müssen uns nicht fragen.", "free"),
    ],
)
def test_levels(language: str, text: str, levels: str) -> None:
    assert told(language, text) == levels


@pytest.mark.parametrize(
    ("lead", "text", "level"),
    [
        ("You must:", "the author is named", "must"),
        ("You can't", "use our photos", "not"),
        ("Please:", "link to us", "should"),
        ("You don't have to:", "link to us", "free"),
        ("Follow these rules:", "the author is named", "must"),
        ("What is asked?", "the author is named", "plain"),
        ("You must:", "you may change the headline", "may"),
    ],
)
def test_an_item_speaks_as_what_leads_it_in(lead: str, text: str, level: str) -> None:
    assert told("en", text, lead) == level


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You need not credit the author, and no link to the original is required."),
        ("en", "We always credit the author and link to the original."),
        ("en", "Contributors must credit their sources and link to the original documents."),
        ("en", "Must you credit the author?"),
        ("en", "You may republish our stories with or without a link to the original."),
        ("en", "Our licence does not require you to name the author."),
        ("en", "We don't insist on a link."),
        ("en", "Nobody has to link to us."),
        ("en", "You should not have to ask permission."),
        ("en", "Linking to our articles does not require permission."),
        ("en", "Link to the original is optional."),
        ("en", "It requires no credit of the author."),
        ("en", "We used to require a link to the original."),
        ("en", "Our editors always credit the author."),
        ("fr", "La source est toujours citée dans nos articles."),
        ("fr", "Vous pouvez reproduire nos articles avec ou sans mention de la source."),
        ("fr", "Nul n'est tenu de citer l'auteur."),
        ("fr", "La mention de la source est facultative."),
        ("es", "No pedimos que se cite al autor."),
        ("es", "Citamos siempre la fuente."),
        ("es", "Puede republicar con o sin enlace."),
        ("de", "Wir verlangen keine Quellenangabe."),
        ("de", "Niemand muss die Quelle nennen."),
        ("de", "Sie dürfen unsere Texte mit oder ohne Quellenangabe übernehmen."),
        ("de", "Wir nennen immer die Quelle."),
        ("en", "Views expressed are those of the author, who must be named."),
        ("en", "You must obtain permission from the copyright owner."),
        ("en", "You must give us your e-mail address."),
        ("fr", "Vous n'avez pas à citer la source."),
        ("fr", "Nous devons citer nos sources."),
        ("fr", "Vous devez demander la permission au détenteur du droit d'auteur."),
        ("es", "No es necesario citar la fuente ni incluir un enlace."),
        ("es", "Los colaboradores deben citar sus fuentes."),
        ("de", "Die Quelle muss nicht genannt werden."),
        ("de", "Wir müssen unsere Quellen nennen."),
    ],
)
def test_no_demand(language: str, text: str) -> None:
    assert proposed(language, text) == {}


def test_coordinated_objects_are_demands_of_their_own() -> None:
    text = "La source de l'article, l'adresse url ainsi qu'un hyperlien vers l'article original doivent être indiqués."
    assert proposed("fr", text) == {"source-credit": "must", "original-url": "must", "original-link": "must"}


def test_what_may_be_changed_is_allowed_and_not_freed_from() -> None:
    assert proposed("en", "You may change the headline.") == {"title-kept": "may"}
    assert proposed("es", "Puede modificar el titular.") == {"title-kept": "may"}


def test_what_a_semicolon_parts_says_nothing_of_the_other_part() -> None:
    assert proposed("en", "Republication in print is free; online republication requires permission.") == {"permission": "must"}
    read = READERS["en"].read(Sentence("", words_of("Republication in print is free; online republication requires permission."), (), "", True))
    assert read.proposals[0].option("uses") is None


def test_commands_and_nouns() -> None:
    assert proposed("en", "Always credit the author.") == {"byline": "must"}
    assert proposed("en", "Credit must be given to the author.") == {"byline": "must", "source-credit": "must"}
    assert proposed("en", "Link to the original if possible.") == {"original-link": "should"}


def test_a_wish_is_a_should() -> None:
    assert proposed("en", "Please credit the author.") == {"byline": "should"}
    assert proposed("en", "Please do not edit the story.") == {"text-unchanged": "should"}
    assert proposed("de", "Bitte nennen Sie die Autorin.") == {"byline": "should"}
