"""Encodings that browsers refuse or read as another."""

import pytest

from compliance.errors import ReadError
from compliance.read.encoding import decode


@pytest.mark.parametrize("label", ["replacement", "hz-gb-2312", "iso-2022-kr"])
def test_encodings_that_no_browser_shows(label: str) -> None:
    with pytest.raises(ReadError, match="no browser shows"):
        decode(f"<meta charset={label}><p>Source: The Gazette".encode(), None, "page.html")


def test_x_user_defined_is_windows_1252() -> None:
    assert decode(b"<meta charset=x-user-defined><p>caf\xe9", None, "page.html").endswith("café")


def test_ebcdic_is_no_page() -> None:
    page = ("<!DOCTYPE html><title>The mill</title><p>Source: The Gazette. The mill was sold in spring." * 8).encode("cp037")
    try:
        text = decode(page, None, "page.html")
    except ReadError:
        return
    assert "Gazette" not in text
