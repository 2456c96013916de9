"""Addresses of pictures: services seen through, file names without sizes, names that tell; agencies in a text."""

import pytest

from compliance.terms import load_shelf
from compliance.text.agencies import agencies_in
from compliance.text.picture_addresses import behind_services, picture_name, same_file, same_stem, words_of

LEXICON = load_shelf().lexicon


@pytest.mark.parametrize(
    ("url", "behind"),
    [
        ("https://i0.wp.com/gazette.example/up/cranes.jpg?resize=640%2C427", "https://gazette.example/up/cranes.jpg?resize=640%2C427"),
        ("https://a.example/_next/image?url=https%3A%2F%2Fgazette.example%2Fcranes.png&w=640", "https://gazette.example/cranes.png"),
        ("https://images.weserv.nl/?url=gazette.example/x/cranes.jpg&w=300", "https://gazette.example/x/cranes.jpg"),
        ("https://cdn.example/fetch/w_640,h_300/https://gazette.example/a/cranes.jpg", "https://gazette.example/a/cranes.jpg"),
        ("https://gazette-example.cdn.ampproject.org/i/s/gazette.example/cranes.jpg", "https://gazette.example/cranes.jpg"),
        ("https://web.archive.org/web/2020im_/https://gazette.example/cranes.jpg", "https://gazette.example/cranes.jpg"),
        ("https://gazette.example/cranes.jpg", "https://gazette.example/cranes.jpg"),
    ],
)
def test_behind_services(url: str, behind: str) -> None:
    assert behind_services(url) == behind


@pytest.mark.parametrize(
    ("url", "stem", "telling", "stock"),
    [
        ("https://a.example/up/harbour-cranes-at-dawn-1024x683.jpg", "harbour-cranes-at-dawn", True, False),
        ("https://a.example/up/Harbour-Cranes-at-Dawn-scaled-e1577836800.jpeg?w=640", "harbour-cranes-at-dawn", True, False),
        ("harbour-cranes-at-dawn@2x.webp", "harbour-cranes-at-dawn", True, False),
        ("/img/cranes_w640.jpg", "cranes", False, False),
        ("https://a.example/IMG_1234.jpg", "img_1234", False, False),
        ("https://a.example/20230101_142233.jpg", "20230101_142233", True, False),
        ("https://a.example/2023-01-01.jpg", "2023-01-01", False, False),
        ("https://a.example/files/123456/original/file-20230101-22-a1b2c3.jpg", "file-20230101-22-a1b2c3", True, False),
        ("https://a.example/media/0f1e2d3c4b5a6978/0_0_5000_3000/master/5000.jpg", "0f1e2d3c4b5a6978", True, False),
        ("https://a.example/GettyImages-1234567890.jpg", "gettyimages-1234567890", True, True),
        ("https://images.unsplash.com/photo-1518770660439-4636190af475?w=1200", "photo-1518770660439-4636190af475", True, True),
        ("https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/Harbour_of_Brume.jpg/640px-Harbour_of_Brume.jpg", "harbour_of_brume", False, True),
        ("https://a.example/AP19324066573813.jpeg", "ap19324066573813", True, True),
        ("", "", False, False),
    ],
)
def test_file_names(url: str, stem: str, telling: bool, stock: bool) -> None:
    assert picture_name(url) == (stem, telling, stock)


def test_one_file_in_several_sizes() -> None:
    assert same_file("https://a.example/cranes.jpg?w=640", "https://www.a.example/cranes.jpg?w=1280")
    assert not same_file("https://a.example/cranes.jpg", "https://b.example/cranes.jpg")
    assert not same_file("https://a.example/image?id=1", "https://a.example/image?id=2")
    assert same_stem("harbour-cranes", "harbour-cranes-1")
    assert not same_stem("harbour-cranes-2", "harbour-cranes-1")


def test_words_of_a_name() -> None:
    assert words_of("siteLogo-2x_white") == ("site", "logo", "x", "white")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Doe/AFP via Getty Images", ["AFP", "Getty Images"]),
        ("AP Photo/Jane Doe", ["AP Photo"]),
        ("Jane Doe / picture alliance / dpa", ["picture alliance", "dpa"]),
        ("the ap store and a sid of cider", []),
        ("SHUTTERSTOCK", ["SHUTTERSTOCK"]),
        ("新华社记者摄 共同通信社", ["新华社", "共同通信社"]),
        ("Shutterstocks and Alamyra", []),
    ],
)
def test_agencies_in_a_text(text: str, names: list[str]) -> None:
    found = agencies_in(text, LEXICON.agencies | LEXICON.picture_agencies)
    assert [each.name for each in found] == names
    assert all(text[each.start : each.end] == each.name for each in found)
