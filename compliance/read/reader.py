"""One resource into its articles, by its format."""

from compliance.model.article import Article
from compliance.model.resource import Resource
from compliance.read.sniff import format_of


def read(resource: Resource) -> tuple[Article, ...]:
    """Read a resource: one article of a page or a text, one per entry of a feed.

    Raises ReadError with a stable reason when it holds nothing that can be read.
    """
    kind = format_of(resource)
    if kind == "feed":
        from compliance.read.feed import read_feed

        return read_feed(resource)
    from compliance.read.encoding import decode

    text = decode(resource.data, resource.charset, resource.location)
    if kind == "text":
        from compliance.read.plain import read_plain

        return (read_plain(text, resource.location, resource.url),)
    if kind == "markdown":
        from compliance.read.markdown import read_markdown

        return (read_markdown(text, resource.location, resource.url),)
    from compliance.read.html import read_html
    from compliance.read.walk import Page

    return (read_html(text, Page(resource.location, resource.url)),)
