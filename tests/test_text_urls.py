"""Addresses in other clothes are one page; look-alikes are another."""

import contextlib

import can_ada
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.text.urls import (
    embedded,
    is_front,
    is_home,
    is_placeholder,
    kin,
    page_key,
    registrable,
    resolve,
    same_house,
    same_page,
    same_site,
    untracked,
)

PAGE = "https://www.gazette.example/2024/lighthouse-keepers"


@pytest.mark.parametrize(
    "other",
    [
        "http://www.gazette.example/2024/lighthouse-keepers",
        "https://gazette.example/2024/lighthouse-keepers/",
        "https://GAZETTE.example:443/2024/lighthouse-keepers",
        "https://m.gazette.example/2024/lighthouse-keepers",
        "https://amp.gazette.example/2024/lighthouse-keepers/amp/",
        "https://gazette.example/2024/./x/../lighthouse%2Dkeepers",
        "https://gazette.example/2024/lighthouse-keepers?utm_source=feed&fbclid=1#top",
        "//gazette.example/2024/lighthouse-keepers/index.html",
        " https://gazette.example/2024/light\nhouse-keepers ",
        "https:\\\\gazette.example\\2024\\lighthouse-keepers",
    ],
)
def test_other_clothes(other: str) -> None:
    assert same_page(resolve(other), PAGE)


@pytest.mark.parametrize(
    "other",
    [
        "https://gazette.example.evil.example/2024/lighthouse-keepers",
        "https://gazette-example.example/2024/lighthouse-keepers",
        "https://evil.example/https://gazette.example/2024/lighthouse-keepers",
        "https://gazette.example@evil.example/2024/lighthouse-keepers",
        "https://evil.example\\@gazette.example/2024/lighthouse-keepers",
        "https://gаzette.example/2024/lighthouse-keepers",
        "https://gazette.example:8443/2024/lighthouse-keepers",
        "https://gazette.example/2024/lighthouse-keepers-2",
        "https://gazette.example/",
        "javascript:location='https://gazette.example/2024/lighthouse-keepers'",
        "ftp://gazette.example/2024/lighthouse-keepers",
        "/2024/lighthouse-keepers",
        "https://[::1",
    ],
)
def test_look_alikes(other: str) -> None:
    assert not same_page(resolve(other), PAGE)


def test_international_names_are_one_in_both_spellings() -> None:
    assert same_page(resolve("https://zürich-blatt.example/a/b"), resolve("https://xn--zrich-blatt-thb.example/a/b"))


def test_parameters_that_tell_the_article_are_kept() -> None:
    assert not same_page("https://gazette.example/?p=1", "https://gazette.example/?p=2")
    assert not same_page("https://gazette.example/story?id=1&s=2", "https://gazette.example/story?id=3")
    assert same_page("https://gazette.example/story?id=1&s=2", "https://gazette.example/story?id=1")


@given(st.from_regex(r"https?://[a-z0-9.-]{1,20}\.[a-z]{2,6}(/[A-Za-z0-9/_.~%-]{0,20})?(\?[a-z=&%]{0,10})?(#[a-z]{0,5})?", fullmatch=True))
def test_the_short_way_answers_what_the_parser_answers(address: str) -> None:
    whole: str | None = None
    with contextlib.suppress(ValueError):
        whole = can_ada.parse(address).href
    assert resolve(address) in (whole, address if whole == f"{address}/" else whole)
    if whole:
        assert page_key(address) == page_key(whole)


def test_front_pages_and_articles() -> None:
    for front in (
        "https://g.example",
        "https://g.example/fr/",
        "https://g.example/blog",
        "https://g.example/author/jane",
        "https://g.example/feed.xml",
        "https://g.example/@jane",
    ):
        assert is_front(front), front
    for article in (PAGE, "https://g.example/?p=12", "https://g.example/story-about-ships", "https://g.example/blog/ships"):
        assert not is_front(article), article


def test_placeholders() -> None:
    for href in (
        "",
        "#",
        " # ",
        "javascript:void(0)",
        "javascript:;",
        "{{post-url}}",
        "%%POSTLINK%%",
        "https://g.example/[OUTLET NAME]",
        "https://example.com/",
        "YOUR-POST-ID",
    ):
        assert is_placeholder(href), href
    for other in (None, PAGE, "javascript:go()", "mailto:desk@gazette.example", "#note"):
        assert not is_placeholder(other), other


def test_addresses_inside_addresses() -> None:
    assert embedded("https://copy.example/out?url=https%3A%2F%2Fgazette.example%2Fa%2Fb&x=1") == "https://gazette.example/a/b"
    assert embedded("https://web.archive.org/web/2020/https://gazette.example/a/b") == "https://gazette.example/a/b"
    assert embedded("https://gazette-example.cdn.ampproject.org/c/s/gazette.example/a/b") == "https://gazette.example/a/b"
    assert embedded(PAGE) is None


def test_sites() -> None:
    assert registrable("blog.gazette.co.uk") == "gazette.co.uk"
    assert same_site("blog.gazette.co.uk", "gazette.co.uk")
    assert not same_site("one.co.uk", "two.co.uk")
    assert not same_site("jane.github.io", "john.github.io")


def test_relative_addresses_as_browsers_read_them() -> None:
    base = "https://gazette.example/2024/lighthouse-keepers"
    assert resolve("\\news\\tides", base) == "https://gazette.example/news/tides"
    assert resolve("?a=b\\c", base) == "https://gazette.example/2024/lighthouse-keepers?a=b\\c"
    assert resolve("\x00\x1b\x04 /news\x1f", base) == "https://gazette.example/news"


def test_a_word_in_a_slug_is_no_slot() -> None:
    assert not is_placeholder("https://gazette.example/2024/watch-your-ferry-timetable")
    assert is_placeholder("https://YOUR-SITE.example/article")
    assert is_placeholder("https://your-site.example/article")


def test_homes_and_profiles() -> None:
    story = "https://medium.com/gazette/the-keepers-1a2b3c"
    assert is_home("https://medium.com/gazette", story)
    assert not is_home("https://medium.com/other", story)
    assert not is_home("https://medium.com/", story)
    assert is_home("https://gazette.example/", "https://gazette.example/2024/keepers")
    assert not is_home("https://gazette.example/author/jane", "https://gazette.example/2024/keepers")
    assert same_house("https://github.com/gazette", "https://github.com/gazette/keepers/blob/main/story.md")
    assert not same_house("https://github.com/translator", "https://github.com/gazette/keepers/blob/main/story.md")
    assert is_front("https://twitter.com/janedoe")
    assert not is_front("https://gazette.example/columnistas/2024/11/23/the-keepers-of-the-light")


def test_what_only_tells_who_followed_is_left_out() -> None:
    assert untracked("https://gazette.example/keepers?utm_source=x&page=2#top") == "https://gazette.example/keepers?page=2#top"
    assert untracked("https://gazette.example/keepers?gift=abc") == "https://gazette.example/keepers"
    assert untracked("https://gazette.example/?p=12") == "https://gazette.example/?p=12"


def test_kin_are_a_brand_and_its_editions() -> None:
    assert kin("bbc.com", "bbcurdu.com")
    assert kin("harrowpost.example", "harrowpost-news.example")
    assert not kin("sun.example", "sunderland-echo.example")
    assert not kin("the.example", "theduran.example")
