"""When two names are one, when they are not, and when one only looks like the other."""

import pytest

from compliance.text.names import is_acronym, is_mixed, lookalike, lookalike_host, matches_host, same_name

SAME = [
    ("The Gazette", "Gazette"),
    ("The Gazette", "the gazette"),
    ("The Gazette", "THE GAZETTE"),
    ("The Gazette", "Gazette."),
    ("The Gazette", "“The Gazette”"),
    ("The Gazette", "«The Gazette»"),
    ("The Gazette", "*The Gazette*"),
    ("The Gazette", "The  Gazette"),
    ("The Gazette", "The\u00a0Gazette"),
    ("The Gazette", "The Gazette's"),
    ("The Gazette", "The Gazette’s"),
    ("The Gazette", "The Gazette blog"),
    ("The Gazette", "Gazette website"),
    ("The Gazette", "The Gazette Online"),
    ("The Gazette", "gazette.com"),
    ("The Gazette", "TheGazette.com"),
    ("The Gazette", "thegazette.co.uk"),
    ("The Gazette", "the-gazette.org"),
    ("The Gazette", "@TheGazette"),
    ("Gazette.org", "Gazette"),
    ("Mondialisation.ca", "Mondialisation"),
    ("Le Monde du Port", "Monde du Port"),
    ("L'Écho du Port", "Echo du Port"),
    ("L’Écho du Port", "L'Echo du Port"),
    ("El País del Sur", "Pais del Sur"),
    ("La Gaceta", "Gaceta"),
    ("Der Hafenbote", "Hafenbote"),
    ("Die Hafenpost", "DIE HAFENPOST"),
    ("Il Corriere del Porto", "Corriere del Porto"),
    ("De Havenkrant", "Havenkrant"),
    ("O Jornal do Porto", "Jornal do Porto"),
    ("Münchner Hafen", "Muenchner Hafen"),
    ("Münchner Hafen", "Munchner Hafen"),
    ("Straßenzeitung", "Strassenzeitung"),
    ("Søndag", "Sondag"),
    ("Søndag", "Soendag"),
    ("Łódź Dziś", "Lodz Dzis"),
    ("Ægis Wire", "Aegis Wire"),
    ("Ёлка", "Елка"),
    ("ProPublica", "Pro Publica"),
    ("ProPublica", "Pro-Publica"),
    ("ProPublica", "PROPUBLICA"),
    ("Harbour Wire", "Harbour-Wire"),
    ("Harbour Wire", "harbour_wire"),
    ("Harbour & Coast", "Harbour and Coast"),
    ("Hafen & Küste", "Hafen und Küste"),
    ("Port et Côte", "Port & Côte"),
    ("Puerto y Costa", "Puerto & Costa"),
    ("Harbour Wire", "Harbour Wire, Inc."),
    ("Harbour Wire", "Harbour Wire Inc"),
    ("Harbour Wire", "Harbour Wire LLC"),
    ("Harbour Wire", "Harbour Wire, L.L.C."),
    ("Harbour Wire", "Harbour Wire Ltd."),
    ("Harbour Wire", "Harbour Wire Limited"),
    ("Harbour Wire", "Harbour Wire plc"),
    ("Harbour Wire", "Harbour Wire Pty Ltd"),
    ("Harbour Wire", "Harbour Wire Pte. Ltd."),
    ("Harbour Wire", "Harbour Wire Corporation"),
    ("Hafenbote", "Hafenbote GmbH"),
    ("Hafenbote", "Hafenbote GmbH & Co. KG"),
    ("Hafenbote", "Hafenbote e.V."),
    ("Hafenbote", "Hafenbote AG"),
    ("Écho du Port", "Écho du Port S.A."),
    ("Écho du Port", "Écho du Port SA"),
    ("Écho du Port", "Écho du Port SARL"),
    ("Corriere del Porto", "Corriere del Porto S.p.A."),
    ("Corriere del Porto", "Corriere del Porto S.r.l."),
    ("Havenkrant", "Havenkrant B.V."),
    ("Hamnbladet", "Hamnbladet AB"),
    ("Havneavisen", "Havneavisen A/S"),
    ("Satama", "Satama Oy"),
    ("Портовая газета", "ООО «Портовая газета»"),
    ("港新聞", "株式会社港新聞"),
    ("港新聞", "港新聞株式会社"),
    ("海港周报", "海港周报有限公司"),
    ("항구신문", "주식회사 항구신문"),
    ("Kaiser Health News", "Kaiser Health News (KHN)"),
    ("KHN", "Kaiser Health News (KHN)"),
    ("KFF Health News", "KFF Health News (KHN)"),
    ("Ｇａｚｅｔｔｅ", "Gazette"),
    ("Paciﬁc Wire", "Pacific Wire"),
]

OTHER = [
    ("The Gazette", "The Gazette Tribune"),
    ("The Gazette", "Harbour Gazette"),
    ("The Gazette", "The Gazelle"),
    ("The Gazette", "Gazette News"),
    ("The Gazette", "The Gazette (Merrow)"),
    ("Harbour News", "Harbour Journal"),
    ("Harbour News", "Harbour Post"),
    ("Harbour Media", "Harbour Magazine"),
    ("Mining Journal", "Mining News"),
    ("The Post", "The Morning Post"),
    ("The Times", "The Harbour Times"),
    ("The Duran", "The Durand"),
    ("CNN", "CNBC"),
    ("AP", "AFP"),
    ("La Tercera", "La Cuarta"),
    ("Global Research", "Global Research Institute"),
    ("Global Research", "Globe Research"),
    ("Le Monde", "Le Monde diplomatique"),
    ("The Conversation", "A Conversation Piece"),
    ("Node", "Node.js"),
    ("Spa", "Day"),
    ("Sa", "Harbour SA"),
    ("海港周报", "海港日报"),
    ("Портовая газета", "Портовый вестник"),
    ("Inc", "LLC"),
    ("", "The"),
    ("Harbour Wire", "Harbour Wires"),
    ("Harbour Wire", "Harbour"),
    ("KHN", "KFF"),
    ("blog", "website"),
]

LOOKALIKES = [
    ("The Наrbour Wire", "The Harbour Wire"),
    ("The Harbοur Wire", "The Harbour Wire"),
    ("ТНЕ HARBOUR WIRE", "The Harbour Wire"),
    ("Harb0ur Wire", "The Harbour Wire"),
    ("Harbour W1re", "The Harbour Wire"),
    ("Harbour Wlre", "The Harbour Wire"),
    ("РroPublica", "ProPublica"),
    ("ProPubIica", "ProPublica"),
    ("ProPub1ica", "ProPublica"),
    ("Pr0Publica", "ProPublica"),
    ("Mоndialisation.ca", "Mondialisation.ca"),
    ("Mondia1isation.ca", "Mondialisation.ca"),
    ("Modem Times", "Modern Times"),
    ("Nevv Dawn", "New Dawn"),
    ("Gl𝗈bal Resеarch", "Global Research"),
    ("Τhe Gazeττe", "The Gazette"),
    ("Gazette Оnlіne", "Gazette Online"),
    ("Source: Gazеtte of Merrow", "Gazette of Merrow"),
    ("Тhe Duran", "The Duran"),
    ("The Durаn", "The Duran"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)
    assert not lookalike(one, other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_not_the_same(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)
    assert not lookalike(one, other)


@pytest.mark.parametrize(("text", "name"), LOOKALIKES)
def test_lookalikes(text: str, name: str) -> None:
    assert not same_name(text, name)
    assert lookalike(text, name)


def test_no_lookalike_where_the_name_itself_stands_or_its_short_form_is_an_ordinary_word() -> None:
    assert not lookalike("Financial Times", "LA Times")
    assert not lookalike("The Gazette and the Gazеtte", "The Gazette")
    assert not lookalike("Вести недели", "Vesti")


@pytest.mark.parametrize("text", ["Наrbour", "Gаzette of Merrow", "Τimes"])
def test_words_of_two_scripts(text: str) -> None:
    assert is_mixed(text)


@pytest.mark.parametrize("text", ["Harbour", "Газета Gazette", "IT-портал", "Café", "港News", "2x2", "Ελλάδα"])
def test_texts_of_two_scripts_are_none(text: str) -> None:
    assert not is_mixed(text)


def test_hosts() -> None:
    assert matches_host("The Duran", "theduran.com")
    assert matches_host("La Tercera", "www.latercera.com")
    assert not matches_host("The Duran", "durango.com")
    assert lookalike_host("Harb0ur Wire", "harbourwire.example")
    assert lookalike_host("Наrbour Wire", "www.harbour-wire.example")
    assert not lookalike_host("Harbour Wire", "harbourwire.example")
    assert not lookalike_host("Harbour Ledger", "harbourwire.example")


def test_acronyms() -> None:
    assert is_acronym("KHN", "Kaiser Health News")
    assert is_acronym("T.H.W.", "The Harbour Wire")
    assert is_acronym("HW", "The Harbour Wire")
    assert not is_acronym("HWX", "The Harbour Wire")
    assert not is_acronym("hw", "The Harbour Wire")
