"""Whose a picture is, as far as the page and the original tell."""

from typing import NamedTuple

from compliance.model.article import Zone
from compliance.model.case import Case
from compliance.text.names import names_in
from compliance.text.patterns import lazy
from compliance.text.picture_addresses import behind_services, picture_name, same_file, same_stem, words_of
from compliance.text.urls import host_of, is_shared, page_key, resolve, same_site
from compliance.text.words import fold
from compliance.weighing import looking
from compliance.weighing.pictures import Picture, caption_of, content_of, credits_of

_GENERIC = frozenset(
    "image images img photo photos picture pic pics header featured feature hero cover banner main lead top thumbnail thumb unnamed untitled download file "
    "screenshot figure fig chart graph map default share social og logo article post story news title foto bild titelbild imagen immagine illustration".split()
)
_WEAK = 2  # pictures with the same weak names that are no coincidence
_NUMBER = 6  # digits that no title has
_SHORTEST = 3  # characters of a name
_PERMITTED = lazy(
    r"\b(?:(?:with|by)(?: the)?(?: kind)? permission|courtesy|avec l'aimable autorisation|avec l'autorisation|mit (?:freundlicher )?genehmigung|"
    r"con (?:el )?permiso|cortesia|per gentile concessione|met toestemming|med tillat\w+|за згодою|с разрешения|dzieki uprzejmosci)\b|授权|許可|허락"
)
_PUBLIC = lazy(r"\bpublic domain|gemeinfrei|domaine public|dominio publico|pubblico dominio|cc0|creative commons|\bcc[ -]by|公有领域|知识共享")


class Owned(NamedTuple):
    """A picture that is the publisher's. original: the one of the original that it is; None when its address alone tells.

    free: why it may be used all the same, as its caption says: a licence, a permission, an agency that sells it to everybody.
    """

    picture: Picture
    original: Picture | None
    free: str | None


def own_pictures(case: Case) -> list[Picture]:
    """The article's own pictures, as the copy shows them."""
    return content_of(case.article, case.attribution, case.republisher.hosts)


def owned(case: Case, pictures: list[Picture]) -> list[Owned]:
    """Those that are provably the publisher's: the original shows them, or they come from the publisher's own hosts."""
    originals = _originals(case)
    weak = same_names(case, pictures)
    found = []
    for picture in pictures:
        match = next((each for each in originals if _same(picture, each, case, telling=True)), None)
        if match is None and picture in weak and len({_stem(each) for each in weak}) >= _WEAK:
            match = next(each for each in originals if _same(picture, each, case, telling=False))
        hosted = from_publisher(case, picture.addresses)
        if match or hosted:
            found.append(Owned(picture, match, _free(case, picture, hosted=hosted)))
    return found


def same_names(case: Case, pictures: list[Picture]) -> list[Picture]:
    """Those that have the name of one of the original's pictures, common as it may be."""
    originals = _originals(case)
    return [picture for picture in pictures if any(_same(picture, each, case, telling=False) for each in originals)]


def from_publisher(case: Case, addresses: tuple[str, ...]) -> bool:
    """Whether one of the addresses lies on the publisher's own hosts, and not on the copying site's, nor on a platform that both share."""
    own = case.republisher.hosts
    for url in addresses:
        host = host_of(url)
        if host is None or is_shared(host) or any(same_site(host, other) for other in own):
            continue
        if looking.on_wanted_site(case, url):
            return True
    return False


def credits_publisher(case: Case, picture: Picture) -> str | None:
    """The credit of a picture that names the publisher."""
    texts = [credit.text for credit in credits_of(picture, case.attribution, case.article)] + [picture.credit]
    return next((text for text in texts if any(names_in(fold(text), name) for name in looking.wanted_names(case))), None)


def _originals(case: Case) -> list[Picture]:
    """The pictures of the original that was given, its preview image included."""
    if case.reference is None:
        return []
    article = case.reference.article
    found = content_of(article, case.reference.attribution)
    if not found:
        return []
    preview = [
        url for claim in article.claimed("og:image") if (url := resolve(claim.value, article.base)) and _GENERIC.isdisjoint(words_of(picture_name(url).stem))
    ]
    return found + [found[0]._replace(files=(behind_services(url),), zone=Zone.METADATA) for url in preview]


def _same(one: Picture, other: Picture, case: Case, *, telling: bool) -> bool:
    """Whether two pictures are one: by address, or by a file name that says so. telling: no other picture is called so by chance."""
    for left in one.files:
        for right in other.files:
            if telling and same_file(left, right):
                return True
            name = picture_name(left)
            if not same_stem(name.stem, picture_name(right).stem) or _is_slug(case, name.stem):
                continue
            if name.telling if telling else (len(name.stem) >= _SHORTEST and not _GENERIC.issuperset(words_of(name.stem))):
                return True
    return False


def _is_slug(case: Case, stem: str) -> bool:
    """Whether a file is called like the article: sites name pictures after it, each its own."""
    words = words_of(stem)
    if not words or sum(map(str.isdigit, stem)) >= _NUMBER:
        return False
    titles = [case.article.title or ""]
    titles += [key.path.rpartition("/")[2] for url in (case.target, case.article.url) if url and (key := page_key(url))]
    letters = "".join(words)
    within = [words_of(fold(title)) for title in titles if title]
    return any(set(words) <= set(each) or (len(words) > 1 and letters in "".join(each)) for each in within)


def _stem(picture: Picture) -> str:
    return picture_name(picture.files[0]).stem if picture.files else ""


def _free(case: Case, picture: Picture, *, hosted: bool) -> str | None:
    spans = [case.article.blocks[index] for index in picture.captions]
    license_ = next((each for each in case.attribution.licenses if each.scope == "image" and any(span.start <= each.start < span.end for span in spans)), None)
    if license_:
        return license_.id
    words = f"{caption_of(picture, case.article)} {picture.credit}".strip()
    found = _PUBLIC.search(fold(words)) or _PERMITTED.search(fold(words))
    if found:
        return found.group()
    stock = next((name.stem for url in picture.files if (name := picture_name(url)).stock), None)
    return None if hosted else stock
