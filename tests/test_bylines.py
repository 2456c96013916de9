"""Who wrote it: what stands in an author's place, and what only looks like it."""

import pytest

from compliance.attribution import Scanner, attribute
from compliance.model.attribution import Attribution
from compliance.model.resource import Resource
from compliance.read import read
from compliance.terms import load_shelf

PROSE = "The ferry left the pier at noon and came back at dusk with forty sheep, a piano and the mail of three weeks, which nobody had missed. "
SCANNER = Scanner(load_shelf().lexicon)


def said(data: str, name: str = "page.html") -> Attribution:
    return attribute(read(Resource(name, data.encode()))[0], SCANNER)[1]


def page(head: str = "", tail: str = "", meta: str = "") -> Attribution:
    body = "".join(f"<p>{PROSE}{number}</p>" for number in range(3))
    title = "<title>The ferry of Merrow | Harbour Daily</title>"
    return said(f"<html><head>{title}{meta}</head><body><article><h1>The ferry of Merrow</h1>{head}{body}{tail}</article></body></html>")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", ["Jane Doe"]),
        ("by Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("By Jane Doe, John Roe and Ann Poe", ["Jane Doe", "John Roe", "Ann Poe"]),
        ("By Jane Doe, The Gazette", ["Jane Doe"]),
        ("By JANE DOE, staff writer", ["JANE DOE"]),
        ("By Dr. Jane Doe, PhD", ["Jane Doe"]),
        ("By Prof. Dr. Jane van der Doe", ["Jane van der Doe"]),
        ("By J. R. Roe", ["J. R. Roe"]),
        ("By Jane Doe | May 3, 2021", ["Jane Doe"]),
        ("By Jane Doe on May 3, 2021", ["Jane Doe"]),
        ("By Jane Doe (jane@gazette.example)", ["Jane Doe"]),
        ("By April May", ["April May"]),
        ("Posted on May 3, 2021 by Jane Doe", ["Jane Doe"]),
        ("3 May 2021 – by Jane Doe", ["Jane Doe"]),
        ("Posted by Jane Doe", ["Jane Doe"]),
        ("Written with Jane Doe and John Roe last year", ["Jane Doe", "John Roe"]),
        ("Text: Jane Doe", ["Jane Doe"]),
        ("Autor: Jana Dorn", ["Jana Dorn"]),
        ("Von Jana Dorn und Udo Rath", ["Jana Dorn", "Udo Rath"]),
        ("Von Jana Dorn, Berlin", ["Jana Dorn"]),
        ("Par Jeanne Dorval et Luc Roy", ["Jeanne Dorval", "Luc Roy"]),
        ("Por Juana Díaz, para La Gaceta", ["Juana Díaz"]),
        ("Escrito en conjunto con Juana Díaz y Luis Rey. El texto salió en mayo.", ["Juana Díaz", "Luis Rey"]),
        ("Di Gianna Dori", ["Gianna Dori"]),
        ("Автор: Жанна Дорина", ["Жанна Дорина"]),
        ("Перевод статьи Jane Doe: The Ferry", ["Jane Doe"]),
        ("文：林海", ["林海"]),
        ("文 | 海港周报记者 林海 周小舟", ["林海", "周小舟"]),
        ("作者｜林海", ["林海"]),
        ("作者：林海", ["林海"]),
        ("海港新闻记者 林海 周小舟 摄影 王山", ["林海", "周小舟"]),
        ("本文来自海港周报，作者林海。", ["林海"]),
        ("这个教程是由林海撰写的，最初发表在海港周报。", ["林海"]),
        ("特约撰稿人 林海 發自北京", ["林海"]),
        ("ByJ.R. Roe", ["J.R. Roe"]),
        ("03.05.2021 - Jana Dorn", ["Jana Dorn"]),
    ],
)
def test_a_line_below_the_title_names_its_authors(line: str, names: list[str]) -> None:
    assert list(page(f"<p>{line}</p>").authors) == names


@pytest.mark.parametrize(
    "line",
    [
        "By Monday, the ferry was back.",
        "By Tuesday Anna had gone.",
        "By December, prices rose.",
        "By the harbour",
        "By night",
        "By 2021",
        "Von Berlin nach Hamburg und zurück",
        "Por la mañana",
        "Di più",
        "By admin",
        "Posted by Anonymous",
        "Translated by Jane Doe",
        "Übersetzung: Jana Dorn",
        "译者：林海",
        "Photo by Jane Doe",
        "作者认为渡轮应该停航。",
        "未经作者授权转载",
        "Author: unknown",
    ],
)
def test_ordinary_prose_and_other_credits_are_no_byline(line: str) -> None:
    assert list(page(f"<p>{line}</p>").authors) == []


@pytest.mark.parametrize(
    "markup",
    [
        '<p><a rel="author" href="/jane">Jane Doe</a></p>',
        '<span class="byline">By <a href="/jane">Jane Doe</a></span>',
        '<div class="post-author"><div>By</div><div>Jane Doe</div><div>Staff writer</div></div>',
        '<div class="author vcard"><span class="fn">Jane Doe</span> <span class="role">editor</span></div>',
        '<div itemprop="author" itemscope><img src="/a.png"><span itemprop="name">Jane Doe</span></div>',
        '<p class="meta">3 May <b class="author-name">Jane Doe</b> 4 comments</p>',
        '<div class="authorName">Jane Doe</div>',
        '<p><a href="/author/jane-doe/">Jane Doe</a></p>',
        '<p><a href="https://theconversation.com/profiles/jane-doe-1234">Jane Doe</a>, <em>University of Merrow</em></p>',
        "<p><strong>Jane Doe</strong><br>Harbourwire.example<br>May 3, 2013</p>",
    ],
)
def test_the_markup_names_the_author(markup: str) -> None:
    assert list(page(markup).authors) == ["Jane Doe"]


def test_two_authors_in_two_marks_and_a_box_about_one_of_them() -> None:
    marks = '<div class="byline"><a class="author" href="/a">Jane Doe</a>, <a class="author" href="/b">John Roe</a></div>'
    box = '<div class="author-box"><h4 class="author-name">Jane Doe</h4><p class="author-bio">Jane Doe likes sheep.</p></div>'
    assert list(page(marks, box).authors) == ["Jane Doe", "John Roe"]


def test_authors_of_teasers_and_comments_are_not_the_articles() -> None:
    tail = '<div class="related"><h3>Other ferries</h3><span class="author">John Roe</span></div><ul class="comments"><li class="author">Ann Poe</li></ul>'
    assert list(page('<p class="byline">By Jane Doe</p>', tail).authors) == ["Jane Doe"]
    assert list(page("", tail).authors) == []


def test_a_line_about_the_author_counts_where_nothing_else_names_one() -> None:
    bio = "<p><em>Jane Doe is a professor of nautical history at the University of Merrow.</em></p>"
    assert list(page("", bio).authors) == ["Jane Doe"]
    assert list(page("<p>By John Roe</p>", bio).authors) == ["John Roe"]


def test_metadata_speaks_when_the_page_shows_nobody() -> None:
    meta = '<meta name="author" content="Harbour Daily"><meta property="og:site_name" content="Harbour Daily">'
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"name": "Jane Doe"}, {"name": "John Roe"}]}</script>'
    assert list(page(meta=meta).authors) == []
    assert list(page(meta=meta + data).authors) == ["Jane Doe", "John Roe"]
    assert list(page("<p>By Ann Poe</p>", meta=meta + data).authors) == ["Ann Poe"]


@pytest.mark.parametrize(
    "matter",
    [
        "author: Jane Doe",
        "authors: [Jane Doe]",
        "authors:\n  - name: Jane Doe\n    url: https://jane.example/",
        "authors:\n  jane:\n    name: Jane Doe",
        "author: '[Jane Doe](https://jane.example/) (Harbour Labs)'",
        "author: Jane Doe <jane@harbour.example>",
        "extra:\n  author: Jane Doe",
        "guest_author: Jane Doe",
    ],
)
def test_front_matter_names_the_author(matter: str) -> None:
    assert list(said(f"---\ntitle: The ferry\n{matter}\n---\n\n{PROSE}\n", "post.md").authors) == ["Jane Doe"]


def test_a_site_in_the_authors_place_is_an_outlet() -> None:
    found = page('<span class="author">Harbour Daily</span>', meta='<meta property="og:site_name" content="Harbour Daily">')
    assert [(byline.name, byline.person) for byline in found.bylines] == [("Harbour Daily", False)]


def test_what_only_the_markup_says_is_not_told_by_the_text() -> None:
    assert [byline.told for byline in page('<span class="author">Jane Doe</span>').bylines] == [False]
    assert [byline.told for byline in page('<span class="author">By Jane Doe</span>').bylines] == [True]
