"""Pictures of a page: all addresses of each, whether it is seen, its place."""

import pytest

from compliance.model.article import SOME_SCREENS, Article, Image, Zone
from compliance.model.resource import Resource
from compliance.read import read

PROSE = "The ferries that cross the estuary at dawn carry more bicycles than cars these days, and the crews have learned to stack them like plates."
PAGE = "<html><head>{head}</head><body>{above}<article><h1>Ferries</h1><p>{prose}</p>{body}<p>{prose}</p></article>{below}</body></html>"
LONG = "data:image/png;base64," + "A" * 3000


def article_of(body: str, *, head: str = "", above: str = "", below: str = "") -> Article:
    page = PAGE.format(head=head, above=above, below=below, body=body, prose=PROSE)
    (article,) = read(Resource("page.html", page.encode()))
    return article


def image_of(body: str, *, head: str = "") -> Image:
    article = article_of(body, head=head)
    (image,) = (image for image in (*article.images, *article.drawings) if not image.again)
    return image


@pytest.mark.parametrize(
    ("markup", "addresses"),
    [
        ('<img src="a.jpg">', ("a.jpg",)),
        ('<img src="data:image/gif;base64,R0lGOD" data-src="a.jpg">', ("a.jpg",)),
        ('<img src="blank.gif" data-src="a.jpg">', ("blank.gif", "a.jpg")),
        ('<img src="s.jpg" srcset="m.jpg 640w, l.jpg 1280w">', ("s.jpg", "m.jpg", "l.jpg")),
        ('<img srcset="m.jpg, l.jpg 2x">', ("m.jpg", "l.jpg")),
        ('<img data-srcset="https://a.example/w_640,h_300/m.jpg 640w">', ("https://a.example/w_640,h_300/m.jpg",)),
        ('<picture><source srcset="m.webp 1x"><img src="a.jpg"></picture>', ("a.jpg", "m.webp")),
        ('<img data-large-image="https://a.example/l.jpeg?x=1" data-count="3">', ("https://a.example/l.jpeg?x=1",)),
        ('<img class="lazy"><noscript><img src="a.jpg"></noscript>', ("a.jpg",)),
        ('<img src="data:image/gif;base64,R0lGOD">', ("",)),
        (f'<img src="{LONG}">', ("data:image/png;base64",)),
        ('<amp-img src="a.jpg" width="4" height="3"></amp-img>', ("a.jpg",)),
        ('<image src="a.jpg">', ("a.jpg",)),
        ('<svg><image href="a.jpg"></image></svg>', ("a.jpg",)),
        ('<object data="a.svg" type="image/svg+xml">A chart</object>', ("a.svg",)),
        ('<figure src="a.jpg"></figure>', ("a.jpg",)),
        ('<img src="">', ("",)),
    ],
)
def test_all_addresses_of_a_picture(markup: str, addresses: tuple[str, ...]) -> None:
    image = next(image for image in article_of(f"<div>{markup}</div>").images if image.tag == "img")
    assert (image.addresses, image.hidden, image.zone) == (addresses, None, Zone.BODY)


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        ("<div style=\"height:9em; background-image: url('/i/a.jpg')\"></div>", "/i/a.jpg"),
        ('<div style="background:#fff url(https://a.example/a.jpg) no-repeat"><h2>Over it</h2></div>', "https://a.example/a.jpg"),
        ('<section data-bg="https://a.example/a.jpg">x</section>', "https://a.example/a.jpg"),
        ('<section data-bg="url(https://a.example/a.jpg)">x</section>', "https://a.example/a.jpg"),
    ],
)
def test_a_picture_behind_an_element(markup: str, address: str) -> None:
    image = image_of(markup)
    assert (image.tag, image.src, image.zone) == ("background", address, Zone.BODY)


@pytest.mark.parametrize(
    "markup",
    [
        '<div data-background="#fff">x</div>',
        '<div style="background:url(data:image/png;base64,AA)">x</div>',
        "<div style='color:red'>x</div>",
        '<object data="a.mp4"></object>',
    ],
)
def test_no_picture_behind_an_element(markup: str) -> None:
    article = article_of(markup)
    assert article.images + article.drawings == ()


def test_a_drawing_tells_what_it_calls_itself() -> None:
    image = image_of('<p><svg role="img" viewBox="0 0 9 9"><title>The Gazette</title><use href="#logo-gazette"></use></svg></p>')
    assert (image.tag, image.src, image.alt) == ("svg", "#logo-gazette", "The Gazette")


def test_each_address_of_lazy_loading_is_an_image_that_waits_for_a_script() -> None:
    article = article_of('<p><img src="blank.gif" data-src="a.jpg" srcset="b.jpg 2x" loading="lazy"></p>')
    assert [(image.src, image.waits, image.again) for image in article.images] == [("blank.gif", "scrolling", False), ("a.jpg", "script", True)]
    assert image_of('<p><img srcset="b.jpg 2x"></p>').waits == ""
    assert image_of('<p><img data-srcset="b.jpg 2x"></p>').waits == "script"


def test_a_drawing_makes_no_block() -> None:
    plain, drawn = (
        article_of("<div><p>Source:</p><p>The Gazette</p></div>"),
        article_of("<div><p>Source:</p><div><svg id='x'></svg></div><p>The Gazette</p></div>"),
    )
    assert [block.end - block.start for block in drawn.blocks] == [block.end - block.start for block in plain.blocks]


@pytest.mark.parametrize(
    ("markup", "hidden"),
    [
        ('<p><img src="a.jpg"></p>', None),
        ('<p style="font-size:0"><img src="a.jpg"></p>', None),
        ('<p aria-hidden="true"><img src="a.jpg"></p>', None),
        ('<p><img src="a.jpg" style="display:none"></p>', "display:none"),
        ('<p><img src="a.jpg" hidden></p>', "hidden attribute"),
        ('<p style="visibility:hidden"><img src="a.jpg"></p>', "visibility:hidden"),
        ('<p style="visibility:hidden"><img src="a.jpg" style="visibility:visible"></p>', None),
        ('<noscript><img src="a.jpg"></noscript>', "noscript"),
        ('<template><img src="a.jpg"></template>', "template"),
    ],
)
def test_whether_a_picture_is_seen(markup: str, hidden: str | None) -> None:
    assert image_of(markup).hidden == hidden


@pytest.mark.parametrize(
    ("css", "hidden"), [("img.x{display:none}", "display:none"), ("@media (max-width:600px){.x{display:none}}", SOME_SCREENS), (".y{display:none}", None)]
)
def test_style_sheets_hide_pictures(css: str, hidden: str | None) -> None:
    assert image_of('<p><img class="x" src="a.jpg"></p>', head=f"<style>{css}</style>").hidden == hidden


def test_zone_size_words_and_link() -> None:
    (image,) = article_of(
        '<figure class="Wide Photo"><a href="/full.jpg"><img src="a.jpg" width="640px" height="427.5" class="lazy" id="i7"></a></figure>'
    ).images
    assert (image.zone, image.size, image.words, image.href) == (Zone.BODY, (640, 427), "lazy i7 wide photo", "/full.jpg")
    assert image_of('<p><img src="a.jpg" style="width: 300px; max-height:20px" height="1"></p>').size == (300, 20)
    assert image_of('<p><img src="a.gif" width="0" height="0"></p>').size == (1, 1)


def test_the_zone_of_a_hidden_picture_is_its_place() -> None:
    article = article_of('<noscript><img src="a.jpg"></noscript>', below='<footer><noscript><img src="b.jpg"></noscript></footer>')
    assert [image.zone for image in article.images] == [Zone.BODY, Zone.SITE_FOOTER]
    assert all(article.blocks[image.block].zone is Zone.HIDDEN for image in article.images)


def test_pictures_that_a_feed_gives_an_entry() -> None:
    item = """<item><title>Ferries</title><link>https://a.example/1</link><description>Text</description>
    <media:content url="https://a.example/v.mp4" type="video/mp4"/><media:content url="https://a.example/p.jpg" medium="image"/>
    <media:thumbnail url="https://a.example/t.jpg"/><enclosure url="https://a.example/e.png" type="image/png" length="1"/>
    <enclosure url="https://a.example/e.mp3" type="audio/mpeg" length="1"/></item>"""
    head = '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Post</title><link>https://a.example/</link>'
    feed = f"{head}<description>d</description>{item}</channel></rss>".encode()
    (entry,) = read(Resource("feed.xml", feed))
    assert [claim.value.rpartition("/")[2] for claim in entry.claimed("entry:image")] == ["p.jpg", "t.jpg", "e.png"]
