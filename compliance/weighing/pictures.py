"""The pictures on a page: which of them are the article's, and what stands under them.

Not the article's: logos, portraits of authors, icons, badges of licences, counters, advertisements, teasers of other articles. What tells
is how the markup calls them, their addresses, their sizes, and where they lead. A picture with a caption is the article's, whatever it is called.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from compliance.model.article import PARTLY, PROSE, SOME_SCREENS, Article, Block, Image, Zone
from compliance.model.attribution import Attribution, PictureCredit
from compliance.model.finding import Evidence
from compliance.text.patterns import lazy
from compliance.text.picture_addresses import behind_services, picture_name, words_of
from compliance.text.urls import host_of, is_front, on_domain, resolve, same_page, same_site

CONTENT, LOGO, OTHER = "content", "logo", "other"
INSIDE = (Zone.HEAD, Zone.BODY, Zone.CAPTION)
"""Where a picture is the article's. Behind the text, in the zone of credits, teasers and portraits stand too."""

_TINY, _ICON, _PORTRAIT = 2, 64, 160  # pixels
_CAPTION = 200  # characters of a line under a picture that credits it
_ABOVE = 8  # blocks above the heading in which its picture may stand
_NEAR = 4  # blocks between a picture and its caption, other pictures among them
LOGO_WORDS = frozenset("logo logos logotype wordmark".split())
_LOGO_CLASS = LOGO_WORDS | {"branding", "masthead"}
_FEW = 4  # words that call a picture a logo; a longer description speaks of a photo
_AVATAR = frozenset("avatar avatars gravatar headshot mugshot author authors bio byline userpic vcard contributor profile".split())
_AD = frozenset("ad ads advert adverts advertisement adsense adslot sponsor sponsored promo donate newsletter subscribe paypal".split())
_SHARE = frozenset("share sharing social addtoany icon icons emoji smiley smilies smiley twemoji emojione flag".split())
_ICONS = frozenset(
    "icon icons ico favicon sprite sprites spinner arrow like follow tweet subscribe bullet close search menu play print "
    "printer email mail share rss feed facebook twitter x linkedin whatsapp telegram instagram youtube pinterest reddit mastodon bluesky tumblr pocket "
    "flipboard google googleplus plus news button btn btns badge small white black grey gray round square circle flat color colour logo social media default "
    "quote quotes line divider separator shadow bg background pattern texture gradient republish creativecommons cc by sa nc nd licensebutton emoji smile "
    "wink".split()
)
_BUTTONS = frozenset("button icon btn".split())
_PLACEHOLDERS = frozenset(
    "placeholder spacer blank transparent pixel pxl pix px clear loading loader preloader lazy lazyload preload dummy fallback holder".split()
)
_PALE = frozenset("image img gif grey gray white bg default empty noimage no thumb x".split())
_PHOTO = lazy(r"\.jpe?g(?:$|[?#])", re.IGNORECASE)
_NAMED_SIZE = lazy(r"[-_](\d{2,4})x(\d{2,4})\.\w{3,4}(?:$|[?#])")
_ICON_FOLDERS = lazy(r"/(?:icons?|emojis?|smil(?:ey|ie)s?|sprites?|flags|buttons?|badges?|social|svgs?)/")
_BADGE = lazy(r"creativecommons|licensebuttons|88x31|80x15|somerights|/l/by|i\.creativecommons|badges?\.|shields\.io|opensource\.org/.*logo", re.IGNORECASE)
_AD_HOSTS = ("doubleclick.net", "googlesyndication.com", "adform.net", "amazon-adsystem.com", "adnxs.com", "criteo.com", "taboola.com", "outbrain.com",
             "scorecardresearch.com", "paypalobjects.com", "ko-fi.com", "buymeacoffee.com")  # fmt: skip
_PORTRAIT_HOSTS = ("gravatar.com",)
_FILE = lazy(r"\.(?:jpe?g|png|webp|gif|avif|svg|tiff?)(?:$|[?#])|[?&]attachment_id=|/attachment/|/photo/\d", re.IGNORECASE)
_SHORTCODE = lazy(
    r"\{\{[<%]\s*(?:figure|image|img|picture|photo|gallery|imgproc|fig)\b[^\n]*?[>%]\}\}|"
    r"\{%\s*(?:include\s+)?\S*(?:image|img|figure|picture|photo)\S*\s[^\n]*?%\}|!\[\[[^\]\n]+\.(?:jpe?g|png|webp|gif|avif)[^\]\n]*\]\]",
    re.IGNORECASE,
)
_PARAMETER = lazy(r"([\w-]+)\s*=\s*[\"“”']([^\"“”'\n]*)[\"“”']")
_EMBEDDED_FILE = lazy(r"[^\s\"“”'\[\]|=]+\.(?:jpe?g|png|webp|gif|avif)", re.IGNORECASE)
_CREDIT_PARAMETERS = ("attr", "credit", "credits", "attribution", "copyright", "source", "author", "by", "photographer")
_FRONT_MATTER = lazy(
    r"front-matter:(?!authors?\b|publisher\b|site\b)(?:[\w-]+\.)*(?:(?:(?:featured|feature|cover|hero|header|banner|teaser|main|lead|top|title|post|page|og|social)?[_-]?"
    r"(?:image|img|picture|photo|thumbnail|thumb)s?(?:[_-](?:feature|featured|url|path|src|header|teaser|large))?|cover|hero|banner|feature|header)"
    r"(?:\.(?:src|url|path|feature|teaser|thumb|image|img|file|name))?)"
)
_PICTURE_VALUE = lazy(r"\S+\.(?:jpe?g|png|webp|gif|avif|svg)(?:[?#]\S*)?|https?://\S+", re.IGNORECASE)


class Picture(NamedTuple):
    """A picture of the page that somebody sees.

    sort: `content`, `logo`, `other`. zone: where it stands. files: its addresses, behind services that resize, or as written. captions: the blocks of its
    caption, and of its own block where that holds a few words beside it. leads: where the link around it leads, when not to the picture or the
    page itself. credit: what a template's parameter gives as its credit. doubtful: it may be none of the article's, or unseen by some.
    """

    image: Image
    sort: str
    zone: Zone
    files: tuple[str, ...]
    captions: tuple[int, ...] = ()
    leads: str | None = None
    credit: str = ""
    doubtful: bool = False

    @property
    def addresses(self) -> tuple[str, ...]:
        """Its absolute addresses."""
        return tuple(file for file in self.files if "://" in file)

    @property
    def name(self) -> str:
        """What to call it in a message: its file, else its description."""
        file = self.files[0].partition("?")[0].rstrip("/").rpartition("/")[2] if self.files else ""
        return file or self.image.alt or "without an address"


def pictures_of(article: Article, attribution: Attribution, home: tuple[str, ...] = ()) -> list[Picture]:
    """All pictures that somebody sees, in the order of the page, each once. home: hosts of the site that shows them."""
    shown = _shown(article)
    found: list[Picture] = []
    seen: set[str] = set()
    for image in sorted((*article.images, *article.drawings), key=_block):
        if image.tag not in ("img", "background") or image.again or (image.hidden and image.hidden not in (*PARTLY, "noscript")):
            continue
        picture = picture_of(article, attribution, image, home, shown)
        if image.hidden == "noscript" and (not picture.files or not seen.isdisjoint(picture.files)):
            continue
        seen.update(picture.files)
        found.append(picture)
    return found + [_of_shortcode(article, match) for match in (_SHORTCODE.finditer(article.text) if article.format == "markdown" else ())]


def content_of(article: Article, attribution: Attribution, home: tuple[str, ...] = ()) -> list[Picture]:
    """The pictures that are the article's. Between its paragraphs, what a side box holds or what is called a logo may be one when it links to nothing."""
    column = [index for index, block in enumerate(article.blocks) if block.zone is Zone.BODY or block.tag == "h1"]
    first, last = (column[0] - _ABOVE, column[-1]) if column else (0, -1)
    found = []
    for each in pictures_of(article, attribution, home):
        if each.sort == CONTENT and (each.zone in INSIDE or each.zone is Zone.CREDIT):
            found.append(each)
        elif each.leads is None and each.image.href != "/":
            boxed = each.sort == CONTENT and each.zone is Zone.ASIDE and first < each.image.block < last
            if boxed or (each.sort == LOGO and each.zone is Zone.BODY):
                found.append(each._replace(doubtful=True))
    return found


def declared_of(article: Article) -> list[tuple[str, str, int | None]]:
    """Pictures that metadata give the article, and a template or a feed reader may show: (field, address as written, line)."""
    feed = [("image of the feed's entry", claim.value, claim.line) for claim in article.claimed("entry:image")]
    told = [claim for claim in article.claims if _FRONT_MATTER.fullmatch(claim.name) and _PICTURE_VALUE.fullmatch(claim.value)]
    return feed + [(claim.name.partition(":")[2], claim.value, claim.line) for claim in told]


def credits_of(picture: Picture, attribution: Attribution, article: Article) -> list[PictureCredit]:
    """The credits that stand in its caption or beside it."""
    spans = [article.blocks[index] for index in picture.captions]
    return [credit for credit in attribution.picture_credits if any(block.start <= credit.start < block.end for block in spans)]


def caption_of(picture: Picture, article: Article) -> str:
    """The words of its caption."""
    return " ".join(article.text[article.blocks[index].start : article.blocks[index].end] for index in picture.captions).strip()


def under(picture: Picture, article: Article) -> list[tuple[str, bool]]:
    """The short lines near below a picture, its caption or not, and whether they stand right under it or below one paragraph that may be a long caption.

    A heading and another picture end them.
    """
    shown = _shown(article)
    found: list[tuple[str, bool]] = []
    direct = True
    for at in range(picture.image.block + 1, min(len(article.blocks), picture.image.block + 1 + _NEAR)):
        block = article.blocks[at]
        if block.tag.startswith("h") or (at in shown and (found or not direct)):
            break
        if block.end == block.start or block.hidden is not None:
            continue
        short = _is_line(block) and block.end - block.start < PROSE
        found += [(article.text[block.start : block.end], direct)] if short else []
        direct = direct and short
    return found


def evidence_of(picture: Picture, article: Article, role: str) -> Evidence:
    """A picture as evidence: its caption or description, and its address."""
    words = caption_of(picture, article) or picture.image.alt or picture.name
    src = next((src for src in picture.image.addresses if src and not is_placeholder(src)), None)
    return Evidence(role, picture.zone, words[:200], src, picture.image.line or article.blocks[picture.image.block].line)


def picture_of(article: Article, attribution: Attribution, image: Image, home: tuple[str, ...], shown: frozenset[int] | None = None) -> Picture:
    """An image with what stands around it. shown: the blocks that hold pictures, when they are known."""
    shown = _shown(article) if shown is None else shown
    block = article.blocks[image.block]
    zone = image.zone if block.zone is Zone.HIDDEN else block.zone
    files = _files(article, image)
    captions = tuple(_captions(article, attribution, image.block, shown))
    captioned = any(article.blocks[index].zone is Zone.CAPTION for index in captions)
    leads = _leads(article, image, files)
    sort = _sort(article, attribution, image, files, home, captioned=captioned)
    if sort == CONTENT and leads and zone is Zone.CREDIT and not captioned:
        sort = OTHER  # a teaser
    doubtful = zone is Zone.CREDIT or image.tag == "background" or leads is not None or SOME_SCREENS in (image.hidden, block.hidden)
    doubtful = doubtful or (not captioned and 0 < max(_size(image)) <= _PORTRAIT)
    return Picture(image, sort, zone, files, captions, leads, doubtful=doubtful)


def _files(article: Article, image: Image) -> tuple[str, ...]:
    """Its addresses, absolute where they can be, but for those of placeholders."""
    given = [src.strip() for src in image.addresses if src.strip() and not is_placeholder(src)]
    urls = [behind_services(url) if (url := resolve(src, article.base)) else src for src in given]
    return tuple(dict.fromkeys(url for url in urls if not is_front(url)))


def is_placeholder(src: str) -> bool:
    """Whether a lazy picture has this in the place of its address."""
    words = frozenset(_stem_words(src))
    if src.rpartition("/")[2].startswith(("1x1", "0x0")):
        return True
    return not _PLACEHOLDERS.isdisjoint(words) and words <= _PLACEHOLDERS | _PALE


def _block(image: Image) -> int:
    return image.block


def _shown(article: Article) -> frozenset[int]:
    return frozenset(image.block for image in article.images if image.tag == "img")


def _sort(article: Article, attribution: Attribution, image: Image, files: tuple[str, ...], home: tuple[str, ...], *, captioned: bool) -> str:
    classes = frozenset(words_of(image.words))
    hosts = [host for file in files if (host := host_of(file))]
    if any(src in attribution.pixels for src in image.addresses) or any(0 < side <= _TINY for side in image.size):
        return OTHER
    if not _AD.isdisjoint(classes) or any(on_domain(host, _AD_HOSTS) for host in hosts) or any(_BADGE.search(src) for src in image.addresses):
        return OTHER
    if captioned:
        return CONTENT
    if any(on_domain(host, _PORTRAIT_HOSTS) for host in hosts):
        return OTHER
    if _is_logo(image, classes) or _leads_home(article, image, home):
        return LOGO
    if not _SHARE.isdisjoint(classes) or not _AVATAR.isdisjoint(classes) or _is_icon(image):
        return OTHER
    if image.alt and any(image.alt.strip().lower() == byline.name.lower() for byline in attribution.bylines) and image.tag == "img":
        return OTHER
    nameless = not files
    return OTHER if nameless and not image.alt and article.blocks[image.block].tag != "figure" else CONTENT


def _is_logo(image: Image, classes: frozenset[str]) -> bool:
    if not _LOGO_CLASS.isdisjoint(classes) and "spip" not in classes:  # SPIP calls an article's picture its logo
        return True
    if any(not LOGO_WORDS.isdisjoint(words) and len(words) <= _FEW + 1 for words in (words_of(image.alt), *map(_stem_words, image.addresses))):
        return True
    return any(word.endswith("logo") for src in image.addresses for word in _stem_words(src)[:1])


def _stem_words(src: str) -> tuple[str, ...]:
    return words_of(picture_name(src).stem)


def _is_icon(image: Image) -> bool:
    width, height = _size(image)
    if (width and height and max(width, height) <= _ICON) or 0 < max(width, height) <= _ICON // 2:
        return True
    if any(_ICON_FOLDERS.search(src.lower()) for src in image.addresses):
        return True
    if not _BUTTONS.isdisjoint(words := words_of(image.alt)) and len(words) <= _FEW:
        return True
    if any(not _BUTTONS.isdisjoint(words := _stem_words(src)) and len(words) <= _FEW - 1 for src in image.addresses if not _PHOTO.search(src)):
        return True
    named = [words for src in image.addresses if src and (words := _stem_words(src))]
    return bool(named) and all(_ICONS.issuperset(words) for words in named)


def _size(image: Image) -> tuple[int, int]:
    """Width and height as the attributes give them, else as the file's name does."""
    if any(image.size) or image.others:
        return image.size
    named = _NAMED_SIZE.search(image.src)
    return (int(named.group(1)), int(named.group(2))) if named else (0, 0)


def _leads_home(article: Article, image: Image, home: tuple[str, ...]) -> bool:
    """Whether the picture is the link to the front page of the site that shows it."""
    if image.href is None:
        return False
    if image.href.strip() == "/":
        return True
    url = resolve(image.href, article.base)
    return bool(url and is_front(url) and any(same_site(host_of(url) or "", host) for host in home))


def _leads(article: Article, image: Image, files: tuple[str, ...]) -> str | None:
    """Where its link leads, when that is another page."""
    href = (image.href or "").strip()
    url = resolve(href, article.base) if href and not href.startswith("#") else None
    if href and url is None and not href.startswith(("#", "javascript:", "mailto:", "data:")):
        return None if _FILE.search(href) else href
    if url is None or _FILE.search(url) or behind_services(url) in files or same_page(url, article.url):
        return None
    return url


def _captions(article: Article, attribution: Attribution, index: int, shown: frozenset[int]) -> Iterator[int]:
    """The blocks that hold what stands under, beside or, where nothing does, above a picture."""
    blocks = article.blocks
    own = blocks[index]
    if own.end > own.start and (own.zone is Zone.CAPTION or own.end - own.start <= _CAPTION):
        yield index
    under = [at for at in range(index + 1, min(len(blocks), index + 1 + _NEAR)) if blocks[at].end > blocks[at].start]
    captions = list(takewhile(lambda at: blocks[at].zone is Zone.CAPTION, under))
    if not captions:
        captions = _credited_lines(attribution, blocks, under, shown)
    yield from captions
    found, before = bool(captions), index - 1
    if (
        not found
        and before >= 0
        and blocks[before].zone is Zone.CAPTION
        and before not in shown
        and not any(each in shown for each in range(before - 2, before))
    ):
        yield before


def _credited_lines(attribution: Attribution, blocks: tuple[Block, ...], under: list[int], shown: frozenset[int]) -> list[int]:
    """The lines under a picture up to the one that credits it; none when none does."""
    for place, at in enumerate(under):
        if not _is_line(blocks[at]) or (place and at in shown):
            break
        if _credits_picture(attribution, blocks[at]):
            return under[: place + 1]
        if blocks[at].end - blocks[at].start >= PROSE:
            break
    return []


def _is_line(block: Block) -> bool:
    """A few words that may belong to the picture above them."""
    return block.end - block.start <= _CAPTION and not block.tag.startswith("h") and block.zone not in (Zone.NAV, Zone.COMMENTS, Zone.SITE_FOOTER)


def _credits_picture(attribution: Attribution, block: Block) -> bool:
    """Whether a line under a picture is its credit."""
    return any(block.start <= credit.start < block.end and credit.sure and credit.start - block.start < PROSE for credit in attribution.picture_credits)


def _of_shortcode(article: Article, match: re.Match[str]) -> Picture:
    """A picture that a template of the site puts into a Markdown text."""
    given = {name.lower(): value for name, value in _PARAMETER.findall(match.group())}
    file = given.get("src") or given.get("url") or given.get("file") or given.get("image") or given.get("path")
    named = _EMBEDDED_FILE.search(match.group()) if not file else None
    src = (file or (named.group() if named else "")).lstrip("![")
    index = article.block_at(match.start())
    block = article.blocks[index]
    image = Image(src, given.get("alt", ""), index, article.line_at(match.start()), zone=block.zone)
    credit = next((value for name in _CREDIT_PARAMETERS if (value := given.get(name, "").strip())), "")
    captions = (index,) if match.end() - match.start() < 2 * _CAPTION else ()
    return Picture(image, CONTENT, block.zone, _files(article, image), captions, credit=credit)
