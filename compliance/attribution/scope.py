"""What a notice speaks of: the article or its site, a picture, or, behind words that may be a caption, one of the two."""

import re

from compliance.attribution.holders import Named
from compliance.attribution.scan import Scanned
from compliance.model.article import Zone
from compliance.model.attribution import Scope
from compliance.text.patterns import lazy

NEAR = 40
"""Characters before a mark in which a word such as "Photo" makes it a picture's credit."""
_CAPTION = 200  # characters of the longest caption
# Pictures: the words of their credits, and the agencies that sell nothing else.
_PICTURE = lazy(
    r"\b(?:photos?|photographs?|photograph(?:y|er)|fotos?|fotograf\w*|bild\w{0,8}|images?|pictures?|illustrations?|grafik|graphics?|imagen|imágenes|"
    r"immagine|zdjęcie|abbildung|titelbild|"
    r"screenshot|karte|фото\w*)\b|图片|圖片|照片|写真|사진",
    re.IGNORECASE,
)
# The words themselves: "Text and photos © Jane Doe", "All content © The Gazette".
_WORDS = lazy(
    r"\b(?:text\w{0,2}|articles?|story|words|all content|contents?|inhalte?|artikel|beitrag|contenu|texto|contenido|artículo|testo|contenuti|copyleft|"
    r"текст|стать\w)\b|本文",
    re.IGNORECASE,
)
_BOTH = lazy(r"\b(?:text\w?|words|story|content|artikel|texto|testo)\s*(?:and|und|et|y|e|en|och|og|&|/|\+)\s*\w+\W*$", re.IGNORECASE)
_AGENCY = lazy(
    r"\b(?:getty\s?images|shutterstock|i?stockphoto|istock|adobe\s?stock\w*|depositphotos|unsplash|pixabay|pexels|alamy|123rf|fotolia|dreamstime|"
    r"picture[- ]alliance|imago|wikimedia commons|flickr)\b",
    re.IGNORECASE,
)
_RIGHTS = lazy(
    r"\b(?:copyright|rights?|droits?|derechos|diritti|direitos|rechte|prawa?|прав\w*|авторск\w*|auteursrecht\w*)\b|حقوق|版权|版權|著作|저작|अधिकार|זכויות",
    re.IGNORECASE,
)
_AFTER_BAR = lazy(r".*[|•·]", re.DOTALL)
_ELSEWHERE = lazy(r"\n|\.\s|[|•·,;–-]\s*(?:photo|foto|bild|image|imagen)", re.IGNORECASE)  # "© The Gazette. Photos: Getty Images"
_LABEL = lazy(r"\W*(?:copyright\W+)?(?:foto|photo|bild|image|picture|imagen)s?\s*:", re.IGNORECASE)
_NUMBER = lazy(r",?\s*[\w-]+:[\d/-]+")  # an agency's number of its copy: "dpa:240516-99-53606/3"
_SLASH = lazy(r"[^/:\s]\s?/\s?\w")  # photographer and agency
_LOWER = lazy(r"(?<!\S)[a-zà-ÿ][\w'’-]*")


def scope_of(scanned: Scanned, line: int, start: int, named: Named, *, picture: bool, spelled: bool, reserved: bool) -> Scope:
    """What the notice whose mark stands at start speaks of.

    picture: is_picture said so. spelled: the mark holds the word copyright. reserved: a reservation of rights follows.
    """
    if picture:
        return Scope.IMAGE
    lead = scanned.article.text[line:start]
    if spelled or reserved or scanned.hits_in("rights", line, start) or scanned.hits_in("byline", line, start):
        return Scope.PAGE
    if named.years:
        return Scope.CAPTION if _is_prose(lead) and may_be_caption(lead) else Scope.PAGE
    return Scope.CAPTION if may_be_caption(lead) or _SLASH.search(_NUMBER.sub("", named.holder)) else Scope.PAGE


def is_picture(scanned: Scanned, line: int, start: int, limit: int) -> bool:
    """Whether what stands around a mark makes it a picture's credit."""
    if scanned.block(start).zone is Zone.CAPTION:
        return True
    text = scanned.article.text
    lead = text[max(line, start - NEAR) : start]
    words = max((match.end() for match in _WORDS.finditer(lead)), default=-1)
    if words >= 0 and (_BOTH.search(lead) or words > max((match.end() for match in _PICTURE.finditer(lead)), default=-1)):
        return False
    if any(start - image.end < 80 for image in scanned.hits_in("image", line, start)):
        return True
    if names_picture(_AFTER_BAR.sub("", lead)) or _LABEL.match(text, start, min(limit, start + 30)):
        return True
    return bool(_AGENCY.search(_ELSEWHERE.split(text[start : min(limit, start + 80)], maxsplit=1)[0]))


def names_picture(words: str) -> bool:
    """Whether words speak of a picture."""
    return _PICTURE.search(words) is not None


def may_be_caption(lead: str) -> bool:
    """Whether the words before a bare © may be a picture's caption: a line of words, but no credit, no bar before the mark."""
    words = lead.rstrip()
    if _RIGHTS.search(words[-NEAR:]):
        return False
    return 3 < len(words) <= _CAPTION and words[-1] not in "|•·–—" and not _WORDS.search(words[-NEAR:])


def _is_prose(lead: str) -> bool:
    """Whether words run into the mark as a sentence does, and are no name before it: "Cranes at dawn over the harbour © 2019 Jane Doe"."""
    return sum(word[:1].isalpha() for word in lead.split()) > 3 and len(_LOWER.findall(lead)) > 1 and lead.rstrip()[-1:].isalnum()
