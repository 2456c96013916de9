"""Addresses: what a browser makes of them, and when two of them are one page.

Parsing is WHATWG's, by ada (can_ada), but for addresses so plain that it would change nothing. Registrable domains come from
the public suffix list that publicsuffixlist carries, private suffixes included; it is loaded only when two different hosts share their last two labels.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from compliance.text.patterns import lazy


class PageKey(NamedTuple):
    """What is left of an address when its clothes are off. Two addresses with one key are one page."""

    host: str
    path: str
    query: str


_TRACKING = frozenset(
    "fbclid gclid dclid msclkid yclid igshid mc_cid mc_eid _ga _gl ref ref_src ref_url referrer spm cmp cmpid ncid ocid xtor wt_mc sh share sr_share smid smtyp "
    "doing_wp_cron amp outputtype print mode feature __twitter_impression platform rss partner source from via s scene subscene clicktime enterid sessionid "
    "isappinstalled nsukey trk mkt_tok gift unlocked_article_code".split()
)
_TRACKING_PREFIXES = ("utm_", "_hs", "at_")
# Parameters above whose values sometimes say which article it is: dropped only when the path tells the article.
_DOUBTFUL = frozenset({"s", "source", "from", "via", "mode", "ref", "feature", "platform", "partner", "scene", "share", "sh", "rss"})
_CLOTHES = lazy(r"^(?:(?:www\d?|m|mobile|amp|wap)\.)+(?=[^.]+\.)")
_INDEX = lazy(r"/(?:index|default|home)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
_VARIANT = lazy(r"/(?:amp|print|amp\.html)$|(?<=.)\.amp(?=\.html?$)|\.amp$", re.IGNORECASE)
_SECTIONS = frozenset(
    "home start blog blogs news noticias article articles story stories post posts archive archives about feed rss atom global africa republish republication "
    "republishing republishing-guidelines copyright permission permissions license licenses licence licences contact subscribe newsletter newsletters "
    "terms terms-of-use terms-of-service terms-and-conditions feed.xml rss.xml atom.xml index.xml feed.rss index.rss feed.atom index.atom".split()
)
_SHELVES = frozenset(
    "author authors profile profiles people user users u tag tags category categories topic topics section sections column columns columnista columnistas "
    "autor autores auteur auteurs".split()
)
# Hosts on which everybody has a page of their own: its address has one segment, or two after these words.
_SOCIAL = frozenset(
    "twitter.com x.com github.com gitlab.com facebook.com instagram.com linkedin.com t.me vk.com youtube.com mastodon.social bsky.app threads.net weibo.com "
    "zhihu.com about.me gravatar.com keybase.io patreon.com".split()
)
_EDITIONS = frozenset(
    "news online digital blog blogs media tv radio sport sports mobile web magazine mag shop store uk us usa eu de fr es it br mx ar in jp cn ru au ca nz za "
    "deutschland france espana italia brasil india africa asia europe world global international english espanol deutsch francais arabic arabi urdu hindi "
    "persian turkce chinese".split()
)
_SHARED = _SOCIAL | frozenset(["medium.com", "dev.to", "hackernoon.com", "tumblr.com", "mp.weixin.qq.com"])
_SCHOLARLY = ("doi.org", "ncbi.nlm.nih.gov", "pubmed.gov", "jstor.org", "sciencedirect.com", "link.springer.com", "onlinelibrary.wiley.com", "researchgate.net")
_PICTURES = ("unsplash.com", "pixabay.com", "pexels.com", "flickr.com", "flic.kr", "gettyimages.com", "shutterstock.com", "istockphoto.com", "stock.adobe.com",
             "commons.wikimedia.org", "freepik.com", "depositphotos.com", "giphy.com")  # fmt: skip
_SHARING = lazy(
    r"[/.](?:sharer?|share-?offsite|intent|dialog|send|pin/create|submit|bookmark)(?:[./?]|$)|[?&](?:u|url|text|link|href)=https?(?::|%3a)", re.IGNORECASE
)
_SOCIAL_SHELVES = frozenset("in company people profile u user users channel c".split())
_ARTICLE_SLUG = lazy(r"(?:19|20)\d\d|(?:[^-]+-){3,}[^-]+")
_LICENSE = lazy(r"creativecommons\.org/(?:licenses|publicdomain)|opensource\.org/licenses?|gnu\.org/(?:licenses|copyleft)|apache\.org/licenses", re.IGNORECASE)
_ARCHIVE = lazy(r"https?://(?:web\.archive\.org/web|archive\.(?:today|is|ph|li|vn|md|fo)|webcache\.googleusercontent\.com)/", re.IGNORECASE)
SHORTENERS = frozenset("t.co bit.ly buff.ly ow.ly goo.gl tinyurl.com is.gd dlvr.it lnkd.in fb.me wp.me trib.al youtu.be j.mp rebrand.ly cutt.ly t.cn".split())
_EMBEDDED = lazy(r"(?:^|[?&/=])(https?(?::|%3a)(?:/|%2f){2}.+)$", re.IGNORECASE)
# http(s), a lower-case host that ends in letters and is no punycode, no port, no escapes: most addresses of most pages.
_PLAIN = lazy(
    r"https?://((?!xn--)[a-z0-9][a-z0-9-]*(?:\.(?!xn--)[a-z0-9][a-z0-9-]*)*\.[a-z]{2,})(/[A-Za-z0-9/_.~@=+,;:-]*)(\?[A-Za-z0-9/_.~@=+,;:&?-]*)?(#[A-Za-z0-9/_.~=!:-]*)?"
)
_AMP_CACHE = lazy(r"https?://(?:[\w-]+\.cdn\.ampproject\.org/[cv]/(?:s/)?|(?:www\.)?google\.[\w.]+/amp/(?:s/)?)(.+)$", re.IGNORECASE)
_ONE_SLASH = lazy(r"(https?):(?![/\\]{2})", re.IGNORECASE)
_SCHEME = lazy(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_CONTROLS = "".join(map(chr, range(0x21)))
_IGNORED = str.maketrans("", "", "\t\n\r")


@lru_cache(maxsize=4096)
def resolve(href: str, base: str | None = None) -> str | None:
    """The absolute http(s) address that a browser would open, or None when it would open none."""
    href = href.strip(_CONTROLS).translate(_IGNORED)
    if not href:
        return None
    if base and (single := _ONE_SLASH.match(href)) and base.lower().startswith(single.group(1).lower() + "://"):
        href = href[single.end(1) + 1 :]  # "https:/path" on an https page is a path, as browsers read it
    if not _SCHEME.match(href):
        if href.startswith(("//", "\\\\", "/\\")):
            scheme = "http:" if base and base.startswith("http:") else "https:"
            href = scheme + "//" + href[2:]
        elif base is None:
            return None
        else:
            from urllib.parse import urljoin

            try:
                href = urljoin(base, href.replace("\\", "/") if "\\" in href.partition("?")[0].partition("#")[0] else href)
            except ValueError:
                return None
    if _plainly(href):
        return href
    import can_ada

    try:
        url = can_ada.parse(href)
    except ValueError:
        return None
    if url.protocol not in ("http:", "https:") or "%00" in url.href:
        return None
    return str(url.href)


def resolve_written(address: str) -> str | None:
    """The absolute address that is written out in a text, where the scheme may be left out."""
    return resolve(address if "://" in address else "https://" + address)


def _plainly(href: str) -> re.Match[str] | None:
    """The parts of an address that already is what a browser makes of it, so that nobody needs to parse it; else None."""
    return _PLAIN.fullmatch(href) if "/." not in href else None


@lru_cache(maxsize=8192)
def page_key(url: str) -> PageKey | None:
    """The key of an absolute address; None when it is none, or carries a user name (which browsers take for a disguise)."""
    plain = _plainly(url)
    if plain:
        host, path, search, fragment = plain.groups(default="")
    else:
        parts = _parsed(url)
        if parts is None:
            return None
        host, path, search, fragment = parts
    host = _CLOTHES.sub("", host)
    if "%" in path:
        from urllib.parse import unquote

        path = unquote(path)
    path = re.sub("//+", "/", path)
    path = _INDEX.sub("/", path)
    path = _VARIANT.sub("", path.rstrip("/")).rstrip("/")
    query = _query(search.removeprefix("?"), telling=len(path) > 1) if search else ""
    if fragment.startswith(("#!", "#/")):
        query += fragment
    return PageKey(host, path, query)


def _parsed(url: str) -> tuple[str, str, str, str] | None:
    """Host with port, path, query and fragment of an address, by ada."""
    import can_ada

    try:
        parsed = can_ada.parse(url)
    except ValueError:
        return None
    if parsed.has_credentials() or not parsed.hostname:
        return None
    host = parsed.hostname.rstrip(".")
    return f"{host}:{parsed.port}" if parsed.port else host, parsed.pathname, parsed.search, parsed.hash


def untracked(url: str) -> str:
    """An address without the parameters that only tell who followed it, otherwise as it was."""
    head, mark, query = url.partition("?")
    if not mark:
        return url
    query, hash_, fragment = query.partition("#")
    key = page_key(url)
    kept = "&".join(_told(query, telling=key is not None and len(key.path) > 1))
    return head + ("?" + kept if kept else "") + hash_ + fragment


def _told(query: str, *, telling: bool) -> list[str]:
    """The parameters that say which page it is. telling: the path may say so too."""
    kept = []
    for part in query.split("&"):
        name = part.partition("=")[0].lower()
        tracking = name in _TRACKING or name.startswith(_TRACKING_PREFIXES)
        if part and not (tracking and (telling or name not in _DOUBTFUL)):
            kept.append(part)
    return kept


def _query(query: str, *, telling: bool) -> str:
    joined = "&".join(sorted(_told(query, telling=telling)))
    if "%" in joined or "+" in joined:
        from urllib.parse import unquote_plus

        joined = unquote_plus(joined)
    return joined


def same_page(one: str | None, other: str | None) -> bool:
    """Whether two absolute addresses are one page."""
    if one is None or other is None:
        return False
    key = page_key(one)
    return key is not None and key == page_key(other)


def without_user(url: str) -> str | None:
    """An address without the user name in front of its host, as a browser opens it; None when it carries none."""
    if "@" not in url:
        return None
    import can_ada

    try:
        parsed = can_ada.parse(url)
    except ValueError:
        return None
    return f"{parsed.protocol}//{parsed.host}{parsed.pathname}{parsed.search}{parsed.hash}" if parsed.has_credentials() else None


def host_of(url: str) -> str | None:
    """The host of an absolute address without `www.` and its like, lower case, as punycode."""
    key = page_key(url)
    return key.host if key else None


def is_front(url: str) -> bool:
    """Whether an address is a front page, a section, an author's page or a policy page rather than an article."""
    key = page_key(url)
    if key is None or key.query:
        return False
    segments = [segment for segment in key.path.lower().split("/") if segment]
    if not segments:
        return True
    first = segments[0]
    if key.host in _SOCIAL:
        return len(segments) == 1 or (len(segments) == 2 and first in _SOCIAL_SHELVES)
    if len(segments) > 1:
        if first in _SHELVES and len(segments) > 2:  # a columnist's shelf may hold the column itself
            return not any(_ARTICLE_SLUG.fullmatch(segment) for segment in segments[2:])
        return first in _SHELVES or (first == "blog" and segments[1].split(".")[0] in ("feed", "index") and len(segments) == 2)
    return first in _SECTIONS or first[0] in "@~" or (first[:2].isalpha() and (len(first) == 2 or (len(first) == 5 and first[2] == "-")))


@cache
def _suffixes() -> "object":
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


@lru_cache(maxsize=4096)
def registrable(host: str) -> str:
    """The registrable domain of a host: `blog.example.co.uk` gives `example.co.uk`; a bare suffix gives itself."""
    found: str | None = _suffixes().privatesuffix(host.partition(":")[0])  # type: ignore[attr-defined]
    return found or host


def same_site(one: str, other: str) -> bool:
    """Whether two hosts belong to one registrable domain. Look-alikes do not."""
    if one == other:
        return True
    if one.rsplit(".", 2)[-2:] != other.rsplit(".", 2)[-2:]:
        return False
    return registrable(one) == registrable(other)


def brand(host: str) -> str:
    """What a site calls itself in its domain, whatever the ending: `gazette` for `www.gazette.co.uk`."""
    return registrable(host).partition(".")[0]


def same_house(one: str, other: str) -> bool:
    """Whether two addresses are one publisher's: on one site, and on a shared one in one corner (`github.com/gazette`)."""
    left, right = page_key(one), page_key(other)
    if left is None or right is None or not same_site(left.host, right.host):
        return False
    return left.host not in _SHARED or _corner(left.path) == _corner(right.path)


def is_shared(host: str) -> bool:
    """Whether everybody has pages on a host, and its pictures come from one place for all of them."""
    return on_domain(host, tuple(_SHARED))


def _corner(path: str) -> str:
    return path.removeprefix("/feed").partition("/")[2].partition("/")[0]


def kin(one: str, other: str) -> bool:
    """Whether two hosts bear one brand, or a brand and its edition: `bbc.com` and `bbcurdu.com`, `gazette.example` and `gazette-news.example`."""
    left, right = sorted((brand(one), brand(other)), key=len)
    return left == right or (right.startswith(left) and len(left) > 2 and right[len(left) :].strip("-") in _EDITIONS)


def on_domain(host: str, domains: tuple[str, ...]) -> bool:
    """Whether a host is one of the domains or below one of them."""
    return any(host == domain or host.endswith("." + domain) for domain in domains)


def is_archive(url: str) -> bool:
    """Whether an address is an archived copy of another page."""
    return _ARCHIVE.match(url) is not None


def archived(url: str) -> str | None:
    """The address that an archived copy names in itself."""
    return embedded(url) if is_archive(url) else None


def is_home(url: str, of: str) -> bool:
    """Whether an address is the home of the site, or of the person's corner of a shared one, on which another address lies."""
    key, other = page_key(url), page_key(of)
    if key is None or other is None or not same_site(key.host, other.host):
        return False
    path = key.path.strip("/")
    if key.host in _SHARED or other.host in _SHARED:
        return bool(path) and key.host == other.host and other.path.strip("/").startswith(path + "/")
    return ("/" not in path and (is_front(url) or "rss" in path)) or "feed" in path + key.query


def is_reference(url: str) -> bool:
    """Whether an address is a work of science or a picture: an article cites or shows it, and is no copy of it."""
    return on_domain(host_of(url) or "", _SCHOLARLY + _PICTURES)


def is_profile(url: str) -> bool:
    """Whether an address is somebody's page on a social network: an author's, never an article's."""
    return is_front(url) and host_of(url) in _SOCIAL


def is_sharing(url: str) -> bool:
    """Whether an address is a button that shares a page."""
    return _SHARING.search(url) is not None


def looks_like_article(url: str) -> bool:
    """Whether the path of an address has what articles have: a date, a number, a title of several words."""
    key = page_key(url)
    return key is not None and (
        any(_ARTICLE_SLUG.fullmatch(part) for part in key.path.split("/")) or any(len(digits) > 4 for digits in re.findall(r"\d+", key.path))
    )


def is_license(url: str) -> bool:
    """Whether an address is a licence's deed or text rather than an article."""
    return _LICENSE.search(url) is not None


def is_shortener(url: str) -> bool:
    """Whether an address is a short link: where it leads cannot be told without opening it."""
    host = host_of(url)
    return host in SHORTENERS


def embedded(url: str) -> str | None:
    """The address that a redirecting or archiving address carries in its path or query."""
    cached = _AMP_CACHE.match(url)
    if cached:
        return resolve("https://" + cached.group(1))
    found = _EMBEDDED.search(url, 8)
    if found is None:
        return None
    inner = found.group(1)
    if "%" in inner[:12]:
        from urllib.parse import unquote

        inner = unquote(inner.partition("&")[0])
    elif "?" in url[: found.start(1)]:
        inner = inner.partition("&")[0]
    return resolve(inner)


_ADDRESS_SIGNS = frozenset("/.#?:%")
_SLOT_SIGNS = frozenset("{[%<$")
_SAMPLES = tuple(f"{scheme}://{www}example.{end}" for scheme in ("http", "https") for www in ("", "www.") for end in ("com/", "org/", "net/"))
_UNFILLED = lazy(
    r"\{\{.*?\}\}|\{%.*?%\}|%%\w+%%|\[[A-Z][A-Z _-]+\]|%7B%7B|<%.*?%>|\$\{.*?\}|(?-i:YOUR[-_ ])|\byour[-_ ]?(?:site|url|link|domain|article|publication|blog|outlet)\b|%\d\$s",
    re.IGNORECASE,
)


def is_placeholder(href: str | None) -> bool:
    """Whether a link leads nowhere: empty, `#`, `javascript:void(0)`, an unfilled slot of a template."""
    if href is None:
        return False
    bare = href.strip().lower()
    if bare in ("", "#", "#!", "/#", "about:blank", "http://", "https://", "url", "link", "todo", "tbd"):
        return True
    if not bare.isascii() and _ADDRESS_SIGNS.isdisjoint(bare):
        return True  # "[title](link to the article)" in Chinese: words in the place of an address
    if bare.startswith("javascript:"):
        return re.fullmatch(r"javascript:\s*(?:void\s*\(?\s*0?\s*\)?|;|false|undefined|//)?;?", bare) is not None
    if bare.startswith(_SAMPLES):
        return True
    return (not _SLOT_SIGNS.isdisjoint(bare) or "your" in bare) and _UNFILLED.search(href) is not None
