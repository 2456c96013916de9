"""Feeds into articles, one per entry: RSS 0.9-2.0, Atom and RDF by feedparser, JSON Feed by the standard library.

Claims: `feed:title`, `feed:link`, `feed:rights`, `feed:publisher`, `feed:license`; of an entry `entry:link`, `entry:via`, `entry:canonical`,
`entry:license`, `entry:rights`, `entry:author`, `entry:publisher`, `entry:original-link`, `entry:source-title`, `-link`, `-rights`, `-author`
(Atom's and RSS's source), `entry:dc-source`, `-rights`, `-rightsholder`, `-license`, `-isversionof`, `entry:media-credit`, `-copyright`, `-license`,
`entry:image` (addresses of pictures that belong to it and stand outside its text).

feedparser's sanitising is off: it drops attributes that tell whether a credit can be seen. Its input is always a
BytesIO: bytes or text that look like a path or an address would be opened.
"""

import io
import json
from collections.abc import Iterable
from html import escape
from typing import Any

from compliance.errors import ReadError
from compliance.model.article import Article, Claim, Zone
from compliance.model.resource import Resource
from compliance.read.html import read_html
from compliance.read.limits import oversized_tag
from compliance.read.walk import Lead, Page

_MAX_ENTRIES = 10_000


def read_feed(resource: Resource) -> tuple[Article, ...]:
    """The entries of a feed, in its order. Raises ReadError (`feed`, `empty-feed`, `too-many-entries`)."""
    location = resource.location
    if resource.data.lstrip().removeprefix(b"\xef\xbb\xbf").startswith(b"{"):
        articles = tuple(_json_entries(resource))
    else:
        articles = tuple(_xml_entries(resource))
    if not articles:
        raise ReadError("empty-feed", f"{location}: a feed without entries: there is no article to check")
    return articles


def _xml_entries(resource: Resource) -> Iterable[Article]:
    import feedparser

    if too_much := oversized_tag(resource.data):
        raise ReadError("feed", f"{resource.location}: not read: {too_much}: no feed is written so")
    headers = {"content-location": resource.url or ""}
    if resource.media_type:
        headers["content-type"] = resource.media_type + (f"; charset={resource.charset}" if resource.charset else "")
    try:
        parsed = feedparser.parse(io.BytesIO(resource.data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # feedparser lets many exceptions of its parsers through
        raise ReadError("feed", f"{resource.location}: not a readable feed: {type(error).__name__}: {error}") from None
    if len(parsed.entries) > _MAX_ENTRIES:
        raise ReadError("too-many-entries", f"{resource.location}: {len(parsed.entries)} entries; at most {_MAX_ENTRIES} are read: split the feed")
    if not parsed.entries and not parsed.get("version"):
        raise ReadError("feed", f"{resource.location}: not a readable feed: {parsed.get('bozo_exception')}")
    cut = str(parsed.get("bozo_exception")) if parsed.get("bozo") and _truncated(resource.data) else None
    feed_claims = tuple(_feed_claims(parsed.feed))
    for number, entry in enumerate(parsed.entries, 1):
        yield _entry(resource, entry, number, parsed.feed, feed_claims, cut)


def _truncated(data: bytes) -> bool:
    tail = data.rstrip()[-40:].lower()
    return not any(end in tail for end in (b"</rss>", b"</feed>", b"rdf>", b"-->", b"</channel>"))


def _feed_claims(feed: Any) -> Iterable[Claim]:
    if feed.get("title"):
        yield Claim("feed:title", feed.title, None)
    if feed.get("link"):
        yield Claim("feed:link", feed.link, None)
    for name in ("rights", "publisher"):
        if feed.get(name):
            yield Claim(f"feed:{name}", str(feed[name]), None)
    yield from (Claim("feed:license", each["href"], None) for each in feed.get("links", ()) if each.get("rel") == "license" and each.get("href"))


def _entry(resource: Resource, entry: Any, number: int, feed: Any, feed_claims: tuple[Claim, ...], cut: str | None) -> Article:
    link = entry.get("link") or None
    claims = [*feed_claims]
    if link:
        claims.append(Claim("entry:link", link, None))
    source = entry.get("source") or {}
    site = source.get("link") or next((each.get("href") for each in source.get("links", ()) if each.get("rel", "alternate") == "alternate"), None)
    for name, value in (
        ("entry:source-title", source.get("title")),
        ("entry:source-link", site or source.get("href")),
        ("entry:source-rights", source.get("rights")),
        ("entry:rights", entry.get("rights")),
        ("entry:author", entry.get("author")),
        ("entry:publisher", entry.get("publisher")),
        ("entry:dc-source", entry.get("dc_source")),
        ("entry:source-author", source.get("author")),
        ("entry:dc-rights", entry.get("dcterms_rights")),
        ("entry:dc-rightsholder", entry.get("dcterms_rightsholder")),
        ("entry:dc-license", entry.get("dcterms_license")),
        ("entry:dc-isversionof", entry.get("dcterms_isversionof")),
        ("entry:original-link", entry.get("feedburner_origlink")),
        ("entry:published", _day(entry.get("published_parsed"))),
        ("entry:updated", _day(entry["updated_parsed"]) if "updated_parsed" in entry else None),  # feedparser's get() takes the publication's
        ("entry:id", entry.get("id")),
        *_media(entry),
    ):
        if value:
            claims.append(Claim(name, str(value), None))
    told = [each for each in entry.get("links", ()) if each.get("rel") in ("via", "canonical", "license") and each.get("href")]
    claims += [Claim(f"entry:{each['rel']}", each["href"], None) for each in told]
    content = "\n".join(_html(part) for part in entry.get("content", ())) or _html(entry.get("summary_detail") or {})
    empty = "" if any(each.get("rel", "alternate") == "alternate" and not each.get("href") for each in entry.get("links", ())) else None
    lead = [Lead(entry.get("title", ""), link or empty, Zone.HEAD, "h1")]
    lead += [Lead(name, None, Zone.HEAD, "author") for name in _authors(entry)]
    if source.get("title"):
        lead.append(Lead(source["title"], site, Zone.CREDIT, "source"))
    rights = dict.fromkeys(str(each) for each in (entry.get("rights"), source.get("rights")) if each)
    lead += [Lead(each, None, Zone.CREDIT, "rights") for each in rights]
    page = Page(
        location=resource.location,
        url=_own_address(link, feed.get("link"), resource.url),
        format="feed",
        entry=str(entry.get("id") or link or number),
        claims=tuple(claims),
        title=entry.get("title"),
        language=entry.get("language") or feed.get("language"),
        lead=tuple(each for each in lead if each.text.strip()),
    )
    article = read_html(f"<article>{content}</article>", page)
    base = next((part["base"] for part in entry.get("content", ()) if part.get("base")), None)
    return article._replace(base=base or link or article.base, incomplete=article.incomplete or cut)


def _day(parsed: Any) -> str | None:
    """The day of a date as feedparser gives it, in ISO form."""
    return f"{parsed[0]:04}-{parsed[1]:02}-{parsed[2]:02}" if parsed else None


def _media(entry: Any) -> Iterable[tuple[str, str | None]]:
    """What Media RSS says of an entry's pictures and films, which is not what it says of its text."""
    for credit in entry.get("media_credit", ()):
        yield "entry:media-credit", credit.get("content")
    for each in (*entry.get("media_content", ()), *entry.get("media_thumbnail", ()), *entry.get("enclosures", ())):
        if each.get("medium") == "image" or str(each.get("type", "image/")).startswith("image/"):
            yield "entry:image", each.get("url") or each.get("href")
    for name in ("copyright", "license"):
        told = entry.get(f"media_{name}") or ""
        for value in [told] if isinstance(told, str) else [told.get("content"), told.get("url") or told.get("href")]:
            yield f"entry:media-{name}", value


def _authors(entry: Any) -> list[str]:
    names = [author.get("name") for author in entry.get("authors", ()) if author.get("name")]
    return names or ([entry["author"]] if entry.get("author") else [])


def _own_address(link: str | None, site: str | None, feed_url: str | None) -> str | None:
    """An entry's own address is its link when that leads to the feed's own site; a planet's entries lead elsewhere."""
    from compliance.text.urls import host_of, same_site

    home = host_of(site) if site else host_of(feed_url) if feed_url else None
    there = host_of(link) if link else None
    if there and home and not same_site(there, home):
        return site or feed_url
    return link


def _html(part: Any) -> str:
    value = part.get("value") or ""
    return escape(value) if part.get("type") == "text/plain" else str(value)


def _json_entries(resource: Resource) -> Iterable[Article]:
    try:
        feed = json.loads(resource.data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ReadError("feed", f"{resource.location}: not a readable JSON Feed: {error}") from None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise ReadError("feed", f"{resource.location}: not a readable JSON Feed: it has no list `items`")
    if len(items) > _MAX_ENTRIES:
        raise ReadError("too-many-entries", f"{resource.location}: {len(items)} entries; at most {_MAX_ENTRIES} are read: split the feed")
    home = _text(feed.get("home_page_url"))
    shared = [Claim(name, value, None) for name, value in (("feed:title", _text(feed.get("title"))), ("feed:link", home)) if value]
    for number, item in enumerate(items, 1):
        if isinstance(item, dict):
            yield _json_item(resource, item, number, shared, home, _text(feed.get("language")))


def _json_item(resource: Resource, item: dict[str, Any], number: int, shared: list[Claim], home: str | None, language: str | None) -> Article:
    own, external = _text(item.get("url")), _text(item.get("external_url"))
    raw = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    authors = [name for author in raw or () if isinstance(author, dict) and (name := _text(author.get("name")))]
    pairs = [
        ("entry:link", own),
        ("entry:via", external),
        ("entry:published", _text(item.get("date_published"))),
        ("entry:image", _text(item.get("image"))),
        ("entry:image", _text(item.get("banner_image"))),
        ("entry:updated", _text(item.get("date_modified"))),
        *(("entry:author", name) for name in authors),
    ]
    content = _text(item.get("content_html")) or escape(_text(item.get("content_text")) or _text(item.get("summary")) or "")
    title = _text(item.get("title"))
    lead = [Lead(title, own, Zone.HEAD, "h1")] if title else []
    lead += [Lead(name, None, Zone.HEAD, "author") for name in authors]
    page = Page(
        location=resource.location,
        url=_own_address(own, home, resource.url),
        format="feed",
        entry=_text(item.get("id")) or own or str(number),
        claims=(*shared, *(Claim(name, value, None) for name, value in pairs if value)),
        title=title,
        language=_text(item.get("language")) or language,
        lead=tuple(lead),
    )
    article = read_html(f"<article>{content}</article>", page)
    return article._replace(base=own or article.base)


def _text(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None
