"""Licence statements: which licence a text names, what the statement is about, and the licence of a page's own text."""

import pytest

from compliance.attribution import Scanner, attribute
from compliance.model.attribution import Attribution
from compliance.model.resource import Resource
from compliance.read import read
from compliance.terms import load_shelf
from compliance.text.licenses import finer_of, id_of_address

SCANNER = Scanner(load_shelf().lexicon)
DEED = "https://creativecommons.org/licenses"
PROSE = "<p>" + "The ferrymen of Cold Point count the gulls at dusk and write their number on the wall of the boathouse. " * 3 + "</p>"


def said(markup: str, name: str = "page.html") -> Attribution:
    return attribute(read(Resource(name, markup.encode()))[0], SCANNER)[1]


def ids(text: str) -> list[str]:
    return [mention.id for mention in said(text, "note.txt").licenses]


@pytest.mark.parametrize(
    ("text", "spdx"),
    [
        ("Licensed under CC BY-NC-SA 2.5", "CC-BY-NC-SA-2.5"),
        ("Text: CC-BY 4", "CC-BY-4.0"),
        ("Text: CC BY4.0", "CC-BY-4.0"),
        ("License: by-nc-sa", "CC-BY-NC-SA"),
        ("SPDX-License-Identifier: CC-BY-3.0-AT", "CC-BY-3.0-AT"),
        ("CCBYNCv4", "CC-BY-NC-4.0"),
        ("CCBYNCSAv3, that is Attribution-NonCommercial-ShareAlike", "CC-BY-NC-SA-3.0"),
        ("Creative Commons Attribution-NonCommercial 3.0 Unported", "CC-BY-NC-3.0"),
        ("the Creative Commons licence Attribution, V3.0", "CC-BY-3.0"),
        ("Creative Commons License, Attribution-NoDerivs 2.0 (Generic)", "CC-BY-ND-2.0"),
        ("tide tables, Creative Commons 3.0 BY", "CC-BY-3.0"),
        ("drawn for all under CCA 3.0", "CC-BY-3.0"),
        ("the CC Share-alike 2.5 licence", "CC-BY-SA-2.5"),
        ("Attribution-NonCommercial-NoDerivatives 4.0 International", "CC-BY-NC-ND-4.0"),
        ("// the Creative\n// Commons Attribution-NonCommercial-ShareAlike\n// 3.0 Unported License", "CC-BY-NC-SA-3.0"),
        ("Creative Commons Attribution Share Alike 2.0 England and Wales", "CC-BY-SA-2.0-UK"),
        ("Creative Commons Attribution 3.0 Germany (CC BY 3.0 DE)", "CC-BY-3.0-DE"),
        ("Creative Commons Attribution Non Commercial 3.0 IGO", "CC-BY-NC-3.0-IGO"),
        ("Creative Commons Namensnennung – Weitergabe unter gleichen Bedingungen 4.0 International", "CC-BY-SA-4.0"),
        ("Creative Commons Namensnennung-Keine kommerzielle Nutzung-Keine Bearbeitung 3.0 Deutschland Lizenz", "CC-BY-NC-ND-3.0-DE"),
        ("licence Creative Commons Attribution - Pas d’Utilisation Commerciale - Partage dans les Mêmes Conditions 2.0 France", "CC-BY-NC-SA-2.0-FR"),
        ("licencia Creative Commons Reconocimiento-NoComercial-SinObraDerivada 3.0 España", "CC-BY-NC-ND-3.0-ES"),
        ("Licença Creative Commons Atribuição-CompartilhaIgual 4.0 Internacional", "CC-BY-SA-4.0"),
        ("Licenza Creative Commons Attribuzione - Non commerciale - Non opere derivate 4.0 Internazionale", "CC-BY-NC-ND-4.0"),
        ("Creative Commons Naamsvermelding-NietCommercieel-GelijkDelen 4.0", "CC-BY-NC-SA-4.0"),
        ("лицензия Creative Commons «С указанием авторства — Некоммерческая — С сохранением условий» 4.0", "CC-BY-NC-SA-4.0"),
        ("Creative Commons Uznanie autorstwa-Bez utworów zależnych 3.0 Polska", "CC-BY-ND-3.0-PL"),
        ("采用知识共享署名-非商业性使用-相同方式共享 4.0 国际许可协议", "CC-BY-NC-SA-4.0"),
        ("クリエイティブ・コモンズ 表示-継承 4.0 国際 ライセンス", "CC-BY-SA-4.0"),
        (f"see {DEED}/by/3.0/us/", "CC-BY-3.0-US"),
        (f"Creative Commons Attribution licence, {DEED}/by/2.5/deed.en_US", "CC-BY-2.5"),
        ("Creative Commons Zero v1.0 Universal", "CC0-1.0"),
        ("dedicated to the public domain with CC0", "CC0-1.0"),
        ("Creative Commons Public Domain Mark 1.0", "CC-PDM-1.0"),
        ("license: CC-PDDC", "CC-PDDC"),
        ("Pictures released under Creative Commons.", "LicenseRef-CC-unspecified"),
        ("published under a Creative Commons licence", "LicenseRef-CC-unspecified"),
        ("a Creative Commons licence with attribution of the ferryman", "LicenseRef-CC-unspecified"),
        ("under the GNU Free Documentation License, Version 1.2", "GFDL-1.2"),
    ],
)
def test_a_licence_is_told_however_it_is_written(text: str, spdx: str) -> None:
    assert ids(text) == [spdx]


@pytest.mark.parametrize(
    "text",
    [
        "Distribution needs attribution, and non-commercial use is free.",
        "The recipe is in the public domain.",
        "Open Data Commons Attribution License v1.0",
        "She sent it cc by post to the harbour office.",
        "a talk on Creative Commons by Solveig Aubrac",
        "The word list of the harbour is CC-SA.",
        "built with gcc 4.0 by the port",
    ],
)
def test_other_words_name_no_licence(text: str) -> None:
    assert ids(text) == []


def test_several_licences_are_several() -> None:
    assert ids("Text: CC BY-SA 4.0. Tables: CC0. Older issues: CC BY-SA 3.0.") == ["CC-BY-SA-4.0", "CC0-1.0", "CC-BY-SA-3.0"]


def test_an_example_is_no_statement() -> None:
    assert ids("a Creative Commons jurisdiction licence (e.g. Attribution-ShareAlike 2.5 Japan)") == ["LicenseRef-CC-unspecified"]


@pytest.mark.parametrize(
    ("address", "spdx"),
    [
        (f"{DEED}/by-nc-nd/4.0/legalcode.de", "CC-BY-NC-ND-4.0"),
        ("http://creativecommons.org/licenses/by-sa/2.0/uk/", "CC-BY-SA-2.0-UK"),
        ("https://i.creativecommons.org/l/by-sa/4.0/88x31.png", "CC-BY-SA-4.0"),
        ("https://licensebuttons.net/l/zero/1.0/80x15.png", "CC0-1.0"),
        ("https://mirrors.creativecommons.org/presskit/buttons/88x31/svg/by-nc.svg", "CC-BY-NC"),
        ("https://creativecommons.org/publicdomain/mark/1.0/", "CC-PDM-1.0"),
        ("http://creativecommons.org/licenses/publicdomain/", "CC-PDDC"),
        ("https://creativecommons.org/about/", None),
        ("https://gazette.example/licenses/by/4.0/", None),
    ],
)
def test_addresses_and_badges(address: str, spdx: str | None) -> None:
    assert id_of_address(address) == spdx


def test_of_two_ids_the_one_that_says_more() -> None:
    assert finer_of("CC-BY", "CC-BY-4.0") == "CC-BY-4.0"
    assert finer_of("CC-BY-3.0-DE", "CC-BY-3.0") == "CC-BY-3.0-DE"
    assert finer_of("CC-BY", "CC-BY-NC-4.0") is None


LINK = f'<a href="{DEED}/by-sa/4.0/">CC BY-SA 4.0</a>'
BADGE = f'<a rel="license" href="{DEED}/by/3.0/de/"><img alt="" src="https://i.creativecommons.org/l/by/3.0/de/88x31.png"></a>'


@pytest.mark.parametrize(
    ("paragraph", "scope"),
    [
        (f"<p>This article is licensed under {LINK}.</p>", "text"),
        (f"<p>Text: Solveig Aubrac, {LINK}</p>", "text"),
        (f"<p>Text and photos: {LINK}</p>", "text"),
        (f"<p>Unless otherwise noted, text is available under {LINK}; photos belong to their authors.</p>", "text"),
        (f"<p>Alle Inhalte, ausgenommen Fotos, stehen unter {LINK}.</p>", "text"),
        (f"<p>Sauf mention contraire, le contenu de ce site est sous licence {LINK}.</p>", "text"),
        (f"<p>Esta obra está bajo una licencia {LINK}.</p>", "text"),
        (f"<p>本文采用 {LINK} 许可。</p>", "text"),
        (f"<p>Republished from The Harbour Gazette under {LINK}.</p>", "text"),
        (f"<p>{LINK}</p>", "text"),
        (f"<p>{BADGE}</p>", "text"),
        (f"<p>Photo: Solveig Aubrac, {LINK}</p>", "image"),
        (f"<p>Featured image by S. Aubrac via Flickr, {LINK}</p>", "image"),
        (f"<p>Bild2: © Solveig Aubrac, {LINK}. Quelle: Sammlung</p>", "image"),
        (f"<p>题图：Solveig Aubrac，{LINK}</p>", "image"),
        (f"<p>All photos on this blog are licensed under {LINK}.</p>", "image"),
        (f"<p>Alle Fotos (außer Leihgaben) auf diesem Blog sind {LINK} lizenziert.</p>", "image"),
        (f"<p>Solveig Aubrac / {LINK}</p>", "image"),
        (f"<p>Solveig Aubrac ({LINK})</p>", "image"),
        (f'<figure><img src="gulls.jpg"><figcaption>Gulls. {LINK}</figcaption></figure>', "image"),
        (f'<p><img src="gulls.jpg"></p><p>{LINK}</p>', "image"),
        (f'<p>Creative Commons BY 2.0 <img src="gulls.jpg"> <a href="{DEED}/by/2.0/">some rights reserved</a></p>', "image"),
        (f"<h3>Bildnachweise</h3><ul><li>Möwen: S. Aubrac, Lizenz {LINK}</li><li>Hafen: S. Aubrac, Lizenz {LINK}</li></ul>", "image"),
        (f"<p>Titelfoto: S. Aubrac, {LINK}</p>", "image"),
        (f"<p>Die Bilder dieser Seite stehen unter {LINK}.</p>", "image"),
        (f"<h3>Music</h3><p>Tide, licensed under {LINK}</p>", "other"),
        ('<p><a href="https://gazette.example/cc">What is a Creative Commons license?</a></p>', "other"),
        (f"<p>Music: The Ferrymen ({LINK})</p>", "other"),
        (f"<p>Map tiles by Lantern Maps, under {LINK}.</p>", "other"),
        (f"<p>Theme by Solveig Aubrac, licensed under {LINK}.</p>", "other"),
        (f"<p>Site design © Harbour Gazette; user contributions licensed under {LINK}</p>", "other"),
        (f"<p>Lightbox © Solveig Aubrac, licensed under {LINK}</p>", "other"),
        ("<p>Creative Commons licences are used by many museums.</p>", "other"),
        ("<p>The site is built with Ferry, which is under the MIT License.</p>", "other"),
        (f'<div class="comments"><p>My own text is {LINK}.</p></div>', "other"),
        ("<!-- Harbour.js, https://harbour.example, licensed CC BY 4.0 -->", "other"),
    ],
)
def test_what_a_statement_is_about(paragraph: str, scope: str) -> None:
    licenses = said(f"<html><body><article><h1>Gulls</h1>{PROSE}{PROSE}{paragraph}</article></body></html>").licenses
    assert {mention.scope for mention in licenses} == {scope}


def test_a_sentence_of_the_article_is_no_statement_of_its_licence() -> None:
    sentence = f"<p>The museum publishes its scans under {LINK}, and its director says that the harbour has gained hundreds of new readers by it since.</p>"
    licenses = said(f"<html><body><article><h1>Gulls</h1>{PROSE}{sentence}{PROSE}</article></body></html>").licenses
    assert [mention.scope for mention in licenses] == ["other"]


def page(*, head: str = "", body: str = "", after: str = "") -> Attribution:
    return said(f"<html><head><title>Gulls</title>{head}</head><body><article><h1>Gulls</h1>{PROSE}{body}{PROSE}</article>{after}</body></html>")


def of_page(attribution: Attribution) -> str | None:
    return attribution.license.id if attribution.license else None


def test_the_photo_is_not_the_page() -> None:
    photo = f'<figure><img src="gulls.jpg"><figcaption>S. Aubrac, <a rel="license" href="{DEED}/by/2.0/">CC BY 2.0</a></figcaption></figure>'
    assert of_page(page(body=photo)) is None
    assert of_page(page(body=photo, after=f"<footer>Content: {LINK}</footer>")) == "CC-BY-SA-4.0"


def test_a_badge_in_the_sidebar_is_the_pages_licence() -> None:
    assert of_page(page(after=f'<div class="sidebar"><div class="widget">{BADGE}</div></div>')) == "CC-BY-3.0-DE"


def test_a_badge_of_an_older_version_does_not_outdo_its_link() -> None:
    old = f'<a rel="license" href="{DEED}/by/3.0/"><img src="https://i.creativecommons.org/l/by/2.0/88x31.png"></a>'
    assert [mention.id for mention in page(after=f"<footer>{old}</footer>").licenses] == ["CC-BY-3.0"]


def test_an_article_before_its_site() -> None:
    article = f'<p>This article: <a href="{DEED}/by-nd/4.0/">CC BY-ND 4.0</a></p>'
    assert of_page(said(f"<body><article><h1>Gulls</h1>{PROSE}{article}</article><footer>Content: {LINK}</footer></body>")) == "CC-BY-ND-4.0"


def test_what_the_page_shows_is_completed_by_what_it_says_elsewhere() -> None:
    stated = page(head=f'<link rel="license" href="{DEED}/by-nc/4.0/">', after="<footer>Content: Creative Commons BY-NC</footer>")
    assert of_page(stated) == "CC-BY-NC-4.0"
    assert stated.license is not None
    assert stated.license.zone == "site-footer"


@pytest.mark.parametrize(
    "head",
    [
        f'<link rel="license" href="{DEED}/by-nc/4.0/">',
        f'<link rel="copyright" href="{DEED}/by-nc/4.0/">',
        '<meta name="dcterms.license" content="CC BY-NC 4.0">',
        f'<meta name="dc.rights" content="{DEED}/by-nc/4.0/">',
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "license": "{DEED}/by-nc/4.0/"}}</script>',
        f'<!-- <rdf:RDF><Work rdf:about=""><license rdf:resource="{DEED}/by-nc/4.0/" /></Work></rdf:RDF> -->',
    ],
)
def test_the_metadata_state_a_licence_that_nobody_can_click_on(head: str) -> None:
    mention = page(head=head).license
    assert mention is not None
    assert (mention.id, mention.zone, mention.href) == ("CC-BY-NC-4.0", "metadata", None)


def test_the_license_of_an_image_in_json_ld_is_not_the_articles() -> None:
    assert of_page(page(head=f'<script type="application/ld+json">{{"@type": "ImageObject", "license": "{DEED}/by/2.0/"}}</script>')) is None


def test_rights_of_a_feed() -> None:
    feed = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Port</title><rights>CC-BY-SA</rights><entry><id>1</id><title>Gulls</title></entry></feed>'
    assert of_page(said(feed, "feed.xml")) == "CC-BY-SA"


def test_the_link_is_the_one_to_the_deed() -> None:
    text = f'Text under a <a href="https://creativecommons.org/">Creative Commons</a> licence, see <a href="{DEED}/by/4.0/">here</a>.'
    assert [(mention.id, mention.href) for mention in page(body=f"<p>{text}</p>").licenses] == [("CC-BY-4.0", f"{DEED}/by/4.0/")]


def test_an_id_in_program_code_states_nothing() -> None:
    assert ids("known = load()\nknown.has('CC-BY-2.0')  # True\n\nLicence: CC0-1.0") == ["CC0-1.0"]
