"""Addresses of pictures: through the services that resize them, and by file names without sizes."""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from compliance.text.patterns import lazy
from compliance.text.urls import embedded, page_key

_PHOTON = lazy(r"https?://i\d\.wp\.com/([\w.-]+\.[a-z]{2,}/.+)", re.IGNORECASE)
_AMP = lazy(r"https?://[\w-]+\.cdn\.ampproject\.org/i[aw]?/(?:s/)?(.+)", re.IGNORECASE)
_BARE = lazy(r"[?&](?:url|src|image|img)=(?:https?%3a%2f%2f|//|%2f%2f)?([\w.-]+\.[a-z]{2,}(?:/|%2f)[^&]+)", re.IGNORECASE)
_LEVELS = 4  # services behind one another

_ENDING = lazy(r"\.(?:jpe?g|jfif|png|webp|gif|avif|svg|tiff?|bmp|heic)$", re.IGNORECASE)
_SIZE_FOLDER = lazy(
    r"(?:[whqsct]|width|height|size|fit|crop|resize|quality|rs|dpr|f|format)?[-_:=]?\d{1,4}(?:x\d{0,4})?(?:px|w|h)?|\d*x\d+|\d+(?:[_,]\d+){2,}|(?:[whcqfgt]|ar|rs|dpr|width|height|crop|resize|fit|quality|format|gravity)[_:=][\w:.]{1,12}(?:,[\w:.-]+)*|"
    r"thumb(?:nail)?s?|small|medium|large|full|original|master|max|scaled|square|default|preview|hero|landscape|portrait|public|image|img|photo"
)
_SUFFIX = lazy(
    r"(?:[-_@.](?:\d{2,5}x\d{0,5}(?:xc|c)?|x\d{2,5}|\d+w|[wh]\d+|scaled|e\d{9,}|rotated|edited|thumb(?:nail)?|small|medium|large|full|original|hero|"
    r"crop(?:ped)?|resized?|optimi[sz]ed|compressed|min|final|web|[23]x|q\d+|jpe?g|png|webp)|@\dx)+$"
)
_PREFIX = lazy(r"^\d{2,4}px-")  # Wikimedia's sizes
_SERIAL = lazy(r"(?:19|20)\d{6}-\d{1,6}-[a-z\d]{4,}")
_COUNT = lazy(r"(?<=[a-z\d]{4})[-_]\d{1,2}$|\s?\(\d\)$")  # a second upload of one name
_DATE = lazy(r"(?:19|20)\d\d[-_.]?(?:[01]\d[-_.]?(?:[0-3]\d)?)?(?!\d)")
_TOKEN = lazy(r"[^\W\d_]+")
_STOCK = lazy(
    r"(?:^|[-_/. ])(?:getty[-_ ]?images?|shutterstock|istock(?:photo)?|adobe[-_ ]?stock|alamy|depositphotos?|dreamstime|unsplash|pexels|pixabay|bigstock|"
    r"fotolia|123rf|envato|canva|flickr|wikimedia|commons)(?:[-_/. \d]|$)|^photo-\d{10,}-[0-9a-f]{8,}|(?:^|/)wikipedia/commons/|"
    r"(?:^|[-_ ])(?:ap|afp|reuters|epa|dpa)[-_ ]?(?:photo)?[-_ ]?\d{5,}"
)
_DIGITS, _LETTERS, _WORDS = 6, 16, 3  # what makes a file name tell one picture: a number, or letters and digits in words enough


class PictureName(NamedTuple):
    """What a picture's address says of it, sizes left out. stem: its file name. telling: no other picture is called so by chance.

    stock: it is the name by which an agency or a stock library sells the picture to everybody.
    """

    stem: str
    telling: bool
    stock: bool


@lru_cache(maxsize=4096)
def behind_services(url: str) -> str:
    """The address of the picture itself, behind the services that resize it."""
    for _ in range(_LEVELS):
        match = _PHOTON.match(url) or _AMP.match(url)
        inner = "https://" + match.group(1) if match else embedded(url)
        if inner is None and (bare := _BARE.search(url)):
            inner = "https://" + unquote(bare.group(1))
        if inner is None or page_key(inner) is None:
            return url
        url = inner
    return url


@lru_cache(maxsize=4096)
def picture_name(url: str) -> PictureName:
    """The file name of a picture, without its ending and size."""
    path = unquote(re.sub(r"^https?://[^/?#]*", "", url).partition("?")[0].partition("#")[0]).lower()
    segments = [segment for segment in path.split("/") if segment]
    while len(segments) > 1 and _SIZE_FOLDER.fullmatch(_ENDING.sub("", segments[-1])):
        segments.pop()
    stem = _PREFIX.sub("", segments[-1]) if segments else ""
    while stem != (shorter := _SUFFIX.sub("", _ENDING.sub("", stem))) and shorter:
        stem = shorter
    return PictureName(stem, _is_telling(stem), _STOCK.search(path) is not None or _STOCK.search(stem) is not None)


def same_file(one: str, other: str) -> bool:
    """Whether two addresses are one file, in whatever size."""
    left, right = page_key(one), page_key(other)
    if left is None or right is None or left.host != right.host:
        return False
    if left == right:
        return True
    named = "." in left.path.rpartition("/")[2]  # else the query says which file it is
    return left.path == right.path and named and _ENDING.search(left.path) is not None


def same_stem(one: str, other: str) -> bool:
    """Whether two stems are one name, be one of them the name of a second upload."""
    return one == other or _COUNT.sub("", one) == other or _COUNT.sub("", other) == one


def _is_telling(stem: str) -> bool:
    if _SERIAL.search(stem):
        return True
    undated = _DATE.sub("", stem)
    words = _TOKEN.findall(undated)
    if sum(map(str.isdigit, undated)) >= _DIGITS:
        return True
    return len(words) >= _WORDS and sum(map(str.isalnum, undated)) >= _LETTERS


def words_of(text: str) -> tuple[str, ...]:
    """The words of a file name, of classes, of a short text; humps are parted: `siteLogo` gives site, logo."""
    return tuple(word.lower() for word in _TOKEN.findall(_HUMP.sub(r"\1-\2", text)))


_HUMP = lazy(r"([a-z])([A-Z])")
