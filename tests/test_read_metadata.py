"""What a page's metadata claims, by each syntax that can say it."""

import time

import pytest

from compliance.model.resource import Resource
from compliance.read import read

Pairs = list[tuple[str, str]]


def claims(markup: str, name: str = "page.html") -> Pairs:
    return [(claim.name, claim.value) for claim in read(Resource(name, markup.encode()))[0].claims]


def page(head: str = "", body: str = "") -> str:
    return f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Story</title>{head}</head><body>{body}<p>Words.</p></body></html>"


def jsonld(text: str) -> Pairs:
    return claims(page(f'<script type="application/ld+json">{text}</script>'))


def test_a_reference_is_followed_to_the_name() -> None:
    found = jsonld(
        """{"@context": "https://schema.org", "@graph": [
        {"@type": "NewsArticle", "@id": "#a", "author": {"@id": "#jane"}, "publisher": {"@id": "#gazette"}, "isPartOf": [{"@id": "#site"}]},
        {"@type": "Person", "@id": "#jane", "name": "Jane Doe"}, {"@type": "Organization", "@id": "#gazette", "name": "The Gazette", "url": "https://gazette.example/"}]}"""
    )
    assert {("ld:author", "Jane Doe"), ("ld:publisher", "The Gazette"), ("ld:publisher.url", "https://gazette.example/"), ("ld:isPartOf", "#site")} <= set(
        found
    )


def test_references_cross_blocks() -> None:
    head = '<script type="application/ld+json">{"@type": "Article", "publisher": {"@id": "#g"}}</script>'
    head += '<script type="application/ld+json">{"@type": "Organization", "@id": "#g", "name": "The Gazette"}</script>'
    assert ("ld:publisher", "The Gazette") in claims(page(head))


def test_the_other_work_is_described_too() -> None:
    found = jsonld(
        '{"@type": "Article", "isBasedOn": {"@type": "Article", "name": "Boats", "url": "https://gazette.example/1", '
        '"author": [{"name": "Jane Doe"}], "publisher": {"name": "The Gazette"}}, "creditText": "The Gazette", "copyrightYear": 2024}'
    )
    assert found[-6:] == [
        ("ld:isBasedOn", "https://gazette.example/1"),
        ("ld:isBasedOn.author", "Jane Doe"),
        ("ld:isBasedOn.publisher", "The Gazette"),
        ("ld:isBasedOn.name", "Boats"),
        ("ld:creditText", "The Gazette"),
        ("ld:copyrightYear", "2024"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "Article", "creditText": "The Gazette",}',
        '<!-- {"@type": "Article", "creditText": "The Gazette"} -->',
        '//<![CDATA[\n{"@type": "Article", "creditText": "The Gazette"}\n//]]>',
        '{"@type": "Article", // said by the editor\n "creditText": "The Gazette", "url": "https://gazette.example/a"};',
        '{"@type": "Article", "creditText": "The Gazette", "headline": "It\\\'s late\n"}',
        '{"@type": "Organization"}\n{"@type": "Article", "creditText": "The Gazette"}',
        '[[{"@type": ["Thing", "http://schema.org/NewsArticle"], "schema:creditText": {"@value": "The Gazette"}}]]',
        '{"@type": "WebPage", "mainEntity": {"@type": "Article", "creditText": "The Gazette"}}',
    ],
)
def test_broken_and_unusual_blocks_are_read(text: str) -> None:
    assert ("ld:creditText", "The Gazette") in jsonld(text)


@pytest.mark.parametrize("text", ["", "{", '{"@type": "Article", "creditText": The Gazette}', "[" * 5000, "null", '"Article"'])
def test_a_block_beyond_repair_says_nothing(text: str) -> None:
    assert jsonld(text) == []


def test_comments_speak_of_themselves() -> None:
    found = jsonld('{"@type": "Article", "author": "Jane Doe", "comment": {"@type": "Comment", "author": "Troll"}}')
    assert [value for name, value in found if name == "ld:author"] == ["Jane Doe"]


def test_microdata() -> None:
    found = claims(
        page(
            body="""<div itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="copyrightYear" content="2024">
        <span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Jane Doe</span></span>
        <a itemprop="isBasedOn" href="https://gazette.example/1">the story</a> <a itemprop="publisher" href="/">The Gazette</a>
        <div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Troll</span></div></div>"""
        )
    )
    assert {("ld:copyrightYear", "2024"), ("ld:author", "Jane Doe"), ("ld:isBasedOn", "https://gazette.example/1"), ("ld:publisher", "The Gazette")} <= set(
        found
    )
    assert ("ld:author", "Troll") not in found


def test_teasers_of_other_articles_say_nothing_of_this_one() -> None:
    teaser = '<div itemscope itemtype="https://schema.org/Article"><span itemprop="author">{}</span></div>'
    assert claims(page(body=teaser.format("A") + teaser.format("B"))) == []


def test_rdfa() -> None:
    found = claims(
        page(
            body="""<p><a property="cc:attributionName" rel="cc:attributionURL" href="https://gazette.example/1">The Gazette</a>
        under <a rel="cc:license" href="https://creativecommons.org/licenses/by/4.0/">CC BY</a>, <a property="dct:source" href="https://gazette.example/1">source</a>.</p>
        <div about="/photo.jpg"><a rel="cc:license" href="https://creativecommons.org/licenses/by-sa/4.0/">photo</a></div>
        <div vocab="https://schema.org/" typeof="NewsArticle"><span property="author" typeof="Person"><b property="name">Jane Doe</b></span></div>"""
        )
    )
    assert found == [
        ("cc:attributionURL", "https://gazette.example/1"),
        ("cc:attributionName", "The Gazette"),
        ("cc:license", "https://creativecommons.org/licenses/by/4.0/"),
        ("dc.source", "https://gazette.example/1"),
        ("ld:author", "Jane Doe"),
    ]


def test_microformats() -> None:
    entry = """<article class="h-entry"><a class="p-author h-card" href="/jane"><span class="p-name">Jane Doe</span></a>
    <a class="u-repost-of" href="https://gazette.example/1">a story</a> <a class="u-syndication" href="https://wire.example/1">also there</a>
    <div class="u-comment h-cite"><span class="p-author">Troll</span></div></article>"""
    found = claims(page(body=entry))
    assert found == [("mf:author", "Jane Doe"), ("mf:repost-of", "https://gazette.example/1"), ("mf:syndication", "https://wire.example/1")]
    assert claims(page(body=entry + entry)) == []


def test_meta_and_link() -> None:
    head = """<meta name="DC.Rights" content="The Gazette"><meta property="dcterms:source" content="https://gazette.example/1">
    <meta name="parsely-page" content='{"author": "Jane Doe", "link": "https://gazette.example/1"}'><meta name="parsely-author" content="Joe Roe">
    <meta name="original-source" content="https://gazette.example/1"><link rel="syndication" href="https://wire.example/1">
    <link rel="license" href="/license"><meta name="viewport" content="width=1">"""
    assert claims(page(head)) == [
        ("dc.rights", "The Gazette"),
        ("dc.source", "https://gazette.example/1"),
        ("parsely-author", "Jane Doe"),
        ("parsely-link", "https://gazette.example/1"),
        ("parsely-author", "Joe Roe"),
        ("original-source", "https://gazette.example/1"),
        ("syndication", "https://wire.example/1"),
        ("license", "/license"),
    ]


def test_feed() -> None:
    found = claims(
        """<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:dcterms="http://purl.org/dc/terms/" xmlns:cc="http://backend.userland.com/creativeCommonsRssModule"><channel><title>Copies</title>
    <link>https://copies.example/</link><cc:license>https://creativecommons.org/licenses/by/2.0/</cc:license><item><title>Boats</title>
    <link>https://copies.example/1</link><dc:source>https://gazette.example/1</dc:source><dc:rights>The Gazette</dc:rights>
    <dcterms:isVersionOf>https://gazette.example/1</dcterms:isVersionOf><cc:license>https://creativecommons.org/licenses/by/4.0/</cc:license>
    <media:credit role="photographer">Joe Roe</media:credit><description>Words.</description></item></channel></rss>""",
        "feed.xml",
    )
    assert {
        ("feed:license", "https://creativecommons.org/licenses/by/2.0/"),
        ("entry:license", "https://creativecommons.org/licenses/by/4.0/"),
        ("entry:dc-source", "https://gazette.example/1"),
        ("entry:rights", "The Gazette"),
        ("entry:dc-isversionof", "https://gazette.example/1"),
        ("entry:media-credit", "Joe Roe"),
    } <= set(found)


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="hentry">' + '<b class="author">' * 3000 + "word " * 100_000,
        '<div itemscope itemref="a"></div>' * 3000 + '<b id="a" itemprop="author">' * 3000,
        '<script type="application/ld+json">{"a": "' + '\\"' * 200_000 + "</script>",
        '<script type="application/ld+json">{' + "/*" * 200_000 + "</script>",
    ],
    ids=["hentry", "itemref", "string without end", "comment without end"],
)
def test_hostile_markup_costs_no_time(markup: str) -> None:
    start = time.process_time()
    claims(page(body=markup))
    assert time.process_time() - start < 5
