"""Publishers' counters: where they lie, in which guise they stand on a page, and what only looks like one."""

from pathlib import Path

import pytest

from compliance.attribution import Scanner, attribute
from compliance.errors import RulesError
from compliance.model.resource import Resource
from compliance.read import read
from compliance.terms import load_shelf

TC = "https://counter.theconversation.com/content/212345/count.gif"
SCANNER = Scanner(load_shelf().lexicon)


def pixels(data: str, name: str = "page.html") -> list[str]:
    return list(attribute(read(Resource(name, data.encode()))[0], SCANNER)[1].pixels)


@pytest.mark.parametrize(
    "src",
    [
        TC,
        f"{TC}?distributor=republish-lightbox-basic",
        "//counter.theconversation.com/content/212345/count.gif",
        "http://counter.theconversation.edu.au/content/27042/count.gif",
        "https://COUNTER.theconversation.com:443/content/1/count",
        "https://pixel.propublica.org/pixel.js",
        "https://pixel.thecity.nyc/pixel.js",
        "https://republish.groundup.org.za/counter/hit/2024-05-01/the-ferry",
        "https://gazette.example/?republication-pixel=true&post=12&ga4=G-ABC",
        "https://gazette.example/?post=12&republication-pixel=true",
    ],
)
def test_known_counters(src: str) -> None:
    assert pixels(f'<p>Words.</p><img src="{src.replace("&", "&amp;")}" width="1" height="1">') == [src]


@pytest.mark.parametrize(
    "src",
    [
        "/wp-content/uploads/2024/05/count.gif",
        "https://copy.example/uploads/counter.theconversation.com/content/212345/count.gif",
        "https://counter.theconversation.com.copy.example/content/212345/count.gif",
        "https://counter.theconversation.com/about",
        "https://theconversation.com/content/212345/count.gif",
        "https://copy.example/?u=https://counter.theconversation.com/content/1/count.gif",
        "https://copy.example/republication-pixel.png",
        "https://copy.example/?republication-pixel=false",
        "https://pixel.wp.com/b.gif?v=ext&blog=1",
        "https://www.google-analytics.com/collect?v=1",
        "https://www.facebook.com/tr?id=1&ev=PageView",
        "https://stats.copy.example/matomo.php?idsite=1",
        "https://copy.example/count.gif",
    ],
)
def test_other_images_are_no_counters(src: str) -> None:
    assert pixels(f'<p>Words.</p><img src="{src.replace("&", "&amp;")}" width="1" height="1">') == []


@pytest.mark.parametrize(
    "markup",
    [
        f'<img src="{TC}" width="1" height="1" style="display:none">',
        f'<img src="data:image/gif;base64,R0lGOD" data-src="{TC}">',
        f'<img src="/blank.gif" data-lazy-src="{TC}" class="lazyload">',
        f'<noscript><img src="{TC}"></noscript>',
        f'<iframe src="{TC}" width="1" height="1"></iframe>',
        f'<a href="https://theconversation.com/x-212345"><img src="{TC}"></a>',
        f'<div hidden><img src="{TC}"></div>',
    ],
)
def test_guises_of_a_counter(markup: str) -> None:
    assert pixels(f"<p>Words.</p>{markup}<p>Words.</p>") == [TC]


def test_markdown_and_feeds() -> None:
    assert pixels(f"Words.\n\n![The Conversation]({TC})\n", "post.md") == [TC]
    assert pixels(f'Words.\n\n<img src="{TC}" width="1" height="1" />\n', "post.md") == [TC]
    item = f"<item><title>T</title><description>&lt;p&gt;Words.&lt;/p&gt;&lt;img src=&quot;{TC}&quot;/&gt;</description></item>"
    assert pixels(f'<rss version="2.0"><channel><title>C</title>{item}</channel></rss>', "feed.xml") == [TC]


def test_a_counter_in_a_comment_or_as_text_counts_nothing() -> None:
    assert pixels(f'<p>Words.</p><!-- <img src="{TC}"> --><pre><code>&lt;img src="{TC}"&gt;</code></pre><textarea><img src="{TC}"></textarea>') == []


def test_ones_own_file_of_counters(tmp_path: Path) -> None:
    (tmp_path / "counters.toml").write_text('"The Gazette" = ["count.gazette.example/hit"]\n', encoding="utf-8")
    assert ("The Gazette", "count.gazette.example", "/hit", "") in load_shelf((str(tmp_path),)).lexicon.counters
    (tmp_path / "counters.toml").write_text('"The Gazette" = ["https://count.gazette.example/hit"]\n', encoding="utf-8")
    with pytest.raises(RulesError, match=r"counters\.toml:1: “The Gazette”: list where its counter lies"):
        load_shelf((str(tmp_path),))
