"""Feeds that no fixture can hold."""

import pytest

from compliance.errors import ReadError
from compliance.model.resource import Resource
from compliance.read import read


def test_a_tag_that_would_keep_the_parser_busy_is_refused() -> None:
    attributes = " ".join(f'a{number}="1"' for number in range(40_000))
    feed = f"<rss><channel {attributes}><title>Tides</title></channel></rss>"
    with pytest.raises(ReadError, match="more than 1000 attributes"):
        read(Resource("tides.rss", feed.encode()))
