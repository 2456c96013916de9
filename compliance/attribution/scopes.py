"""What a licence statement is about: the article's text, an image, or something else (music, map tiles, a theme, a comment).

Most Creative Commons links of real pages belong to a photo. What a statement is about is decided by the first of these that tells: where it
stands (caption, comment), the label before it ("Foto:"), the subject of its clause, its form (`Name / CC BY`), the image beside it.
"""

import re
from typing import NamedTuple

from compliance.attribution.pixels import is_counter
from compliance.attribution.scan import Scanned
from compliance.model.article import PROSE, Zone
from compliance.text.patterns import lazy

_PICTURE = (
    r"photos?|fotos?|pictures?|images?|imagen(?:es)?|imagens?|imagem|immagin[ei]|bild(?:er|es|ern|quellen?|nachweise?)?|\w+(?:bild(?:er)?|fotos?|grafik)|abbildung(?:en)?|"
    r"grafik(?:en)?|graphics?|illustrations?|illustrationen|cartoons?|drawings?|zeichnung(?:en)?|screenshots?|thumbnails?|avatars?|portraits?|"
    r"afbeelding(?:en)?|billeder?|kuvat?|zdjeci[ea]|fotograf\w*|photograph\w*|фото\w*|изображени\w*|иллюстраци\w*|картинк\w*|tekening\w*|"
    r"(?:wikimedia|wikipedia|wiki) commons|wikimedia|flickr|unsplash|pixabay|pexels|own work|eigenes werk|travail personnel|trabajo propio|shutterstock|"
    r"istock|getty|صورة"
)
_THING = (
    r"music|musik|musique|musica|songs?|tracks?|soundtracks?|jingles?|audio|sounds?|maps?|map data|karten?\w*|cartes?|mapas?|tiles|openstreetmap|osm|"
    r"icons?|fonts?|themes?|templates?|layout|design|designed|plugins?|widgets?|scripts?|software|source code|code|jquery|javascript|stylesheet|css|"
    r"librar(?:y|ies)|lightbox\d?|slideshow|slider|"
    r"built|powered|based on|runs on|made with|erstellt mit|basiert auf|videos?|logos?|data ?sets?|contributions|comments?|kommentare|"
    r"музык\w*|видео|код|шрифт\w*"
)
_WORK = (
    r"articles?|articulos?|artigos?|articolo|articoli|artikel[ns]?|beitra[eg]\w*|blog[- ]?(?:beitra\w+|posts?|eintra\w+|artikel)|posts?|story|stories|"
    r"essays?|texts?|textes?|textos?|testi|testo|texte[ns]?|tekst\w*|contents?|contenus?|contenidos?|conteudos?|contenut[oi]|inhalte?[ns]?|inhoud|"
    r"innehall\w*|indhold\w*|tresc\w*|obsah|sisalto|materials?|works?(?= (?:is|are|by|was|has))|this work|werk(?:es)?|oeuvre|obras?|opera|utwor|pages?|"
    r"seiten?|site|sites|sitio|sito|webseiten?|websites?|web site|internetseite\w*|blogs?|weblog|wiki|podcasts?|publications?|publikation\w*|"
    r"publicacion|document|dokument|entrada|entries|entry|billets?|columna?|translation|ubersetzung|traduccion|traduction|перевод\w*|стать[яиею]|"
    r"материал\w*|текст\w*|сайт\w*|произведени\w*|публикаци\w*|контент\w*|содерж\w*|المقال|المحتوى"
)
_SUBJECT = lazy(
    rf"(?<![^\W_])(?:(?P<picture>{_PICTURE})|(?P<thing>{_THING})|(?P<work>{_WORK}))(?![^\W_])|"
    r"(?P<picture_>图片|题图|插图|照片|頭圖|头图|封面图|配图|画像|写真|사진|이미지)|(?P<thing_>音乐|代码|地图|游戏)|"
    r"(?P<work_>本文|本站|作品|文章|内容|译文|原文|博客|全文|本网站|記事|コンテンツ|サイト|저작물|글은|콘텐츠)"
)
_LABEL = lazy(
    r"[\s\W]*(?:(?:featured?|header|hero|lead|cover|banner|title|main|top|teaser|preview)[\s-]?)?"
    rf"(?:(?P<picture>(?:{_PICTURE}|credits?)(?:\s?\d{{1,3}})?(?![^\W_])|题图|图片?|照片|头图|插图|画像|写真|사진)|(?P<thing>(?:{_THING})(?![^\W_])))"
    r"(?:\s*(?:by|via|von|par|de|of|from|aus|credits?|quelle|source|licen[cs]e|lizenz|copyright|©|\(c\))(?![^\W_])|\s*[:：|/(©–-]|\s+\w+\s*:)"
)
_EXCEPTION = lazy(
    r"(?:full )?licen[cs]e texts?|texts? of (?:the|this) licen[cs]e|(?:except|excluding|other than|apart from|unless|with the exception|sauf|excepte|"
    r"a l'exception|ausgenommen|ausser|außer|mit ausnahme|bis auf|soweit|sofern|wenn|falls|salvo|excepto|eccetto|tranne|behalve|tenzij|"
    r"om inte annat|если не|кроме|за исключением|除非|除了?)(?![a-z])[^,.;)。，；]*"
)
_STATING = lazy(
    r"licen[sc]ed|licen[cs]es?:?|lizenzier\w*|lizenz|lizenzvertrag|"
    r"re-?published|reprinted|reposted|adapted|originally|first appeared|translated|erschienen|nachdruck|source|quelle|fuente|fonte|"
    r"licencia\w*|licencie\w*|licenza|licenc\w*|steht unter|stehen unter|veroffentlicht|"
    r"released|published|available|verfugbar|distributed|disponible|distribu\w+|udostepni\w*|publicad\w*|rights reserved|rechte vorbehalten|"
    r"лицензи\w*|ліцензі\w*|распростран\w*|доступ\w*|采用|遵循|基于|根据|使用|许可|授权|协议|ライセンス|라이선스|©|copyright"
)
_OWN = lazy(
    r"(?<![^\W_])(?:this|these|all|our|my|above|dies\w*|alle[rsn]?|unsere?\w*|cet|cette|ces?|tous?|toutes?|notre|est[eaos]s?|todos?|todas?|nuestr\w+|questo|"
    r"questa|tutt[io]|dit|deze|эт\w+|данн\w+|denne|dette|detta|ten|ta|bu)(?![^\W_])|本|全|この|当|이 "
)
_UNDER = lazy(
    r"(?:(?<![^\W_])(?:under|unter|sous|bajo|sob|sotto|con|with|onder|na|pod|под|enligt|lisensiert|licen[sc]ed|"
    r"licen[cs]e[ds]?:?|lizenz:?|licenza|mit|avec|dans le cadre)(?![^\W_])|"
    r"采用|遵循|根据|基于|使用|按照|以|在|©|:)[^.]{0,30}$"
)
_BREAKS = (". ", "! ", "? ", "; ", "。", "；", " • ", " · ", " | ")
_CREDIT = lazy(r"[\[(/,|–-]\s*$")  # what stands before the licence of a photo: `Jane Doe (CC BY`, `Jane Doe / CC BY`
_NEXT = lazy(r"(?:licen[csz]\w+|lizenz\w*|лицензи\w*|\d\.\d)\)?(?:[,;]|\s+(?:and|und|et|y|while|but|whereas)\s)")
_JOINED = lazy(r"\s*(?:[,/&+]|(?:and|und|et|y|e|or|oder|ou|sowie|as well as|en|og|och|и)(?![^\W_]))\s*(?:(?:the|die|les|all|alle|other)\s+)?")
_INSIDE = lazy(
    r"[\s()]+(?:[a-z]+ ){0,2}(?:in|on|of|for|from|within|at|im|zu|zum|aus|auf|von|fur|de|du|des|dans|para|en|del|per|di|van|voor|"
    r"dieser?s?|unserer?|meiner?)\s(?:[\w']+\s){0,2}"
)
_LISTED = 12  # blocks below a heading that it speaks of
_GUESS = "?"
_AFTER = 60  # characters after a licence in which its subject may stand, when none stands before it


class Statement(NamedTuple):
    """A licence statement as it is to be judged: text[start:end] of a block; both equal for a link or a badge without words.

    tagged: its link says rel=license, or is a badge. software: its licence is made for programs. vague: nothing says which licence it is.
    """

    block: int
    start: int
    end: int
    tagged: bool = False
    software: bool = False
    vague: bool = False


def scope_of(scanned: Scanned, said: Statement) -> tuple[str, bool]:
    """`text`, `image` or `other`: what the statement is about. True with it: only its form, or a picture beside it, makes it a picture's."""
    scope = _told(scanned, said)
    return scope.removesuffix(_GUESS), scope.endswith(_GUESS)


def _told(scanned: Scanned, said: Statement) -> str:
    folded = scanned.folded
    start, end = said.start, said.end
    block = scanned.article.blocks[said.block]
    if block.tag == "comment" or block.zone is Zone.COMMENTS:
        return "other"
    if block.zone is Zone.CAPTION:
        return "image"
    line_start, line_end = scanned.line_span(start)
    line_start, line_end = max(line_start, block.start), min(line_end, block.end)
    begin, stop = _clause(folded, line_start, line_end, start, end)
    short = line_end - line_start < 2 * PROSE
    label = _LABEL.match(folded, begin, start) or (_LABEL.match(folded, line_start, start) if short else None)
    if label:
        return "image" if label.group("picture") else "other"
    if said.vague and not said.tagged and not _UNDER.search(folded, begin, start):
        return "other"  # "Creative Commons licences are ..."
    prose = block.zone is Zone.BODY and line_end - line_start > PROSE and not said.tagged
    subject = None
    if end > start:
        subject = _subject(folded, begin, stop, start)
        opening = _SUBJECT.search(folded, line_start, min(begin, line_start + _AFTER)) if short and subject is None else None
        if opening:  # the sentence before tells: "A translation of ... . Licensed under ..."
            subject = _KINDS[(opening.lastgroup or "").rstrip("_")]
    if subject:
        return "other" if subject == "text" and prose and not _of_itself(folded, begin, stop) else subject
    if not said.tagged and (above := _heading(scanned, said.block)):
        return above
    if prose or (said.software and block.zone not in (Zone.HEAD, Zone.CREDIT)):
        return "other"  # a sentence of the article that speaks of licences; a program on the page
    aside = block.zone in (Zone.BODY, Zone.HEAD, Zone.ASIDE)
    bare = not folded[begin:start].strip(" \n\"'([·•|*_-–—")
    if not (said.tagged or bare):
        stating = _STATING.search(folded, begin, stop)
        if not stating or (stating.group() in ("©", "copyright") and aside and _CREDIT.search(folded, begin, start)):
            return "text" if block.zone is Zone.SITE_FOOTER and not _CREDIT.search(folded, begin, start) else "image" + _GUESS
    if not said.tagged and (aside or block.zone is Zone.CREDIT) and _beside_image(scanned, said.block, near=1 if aside or bare else 0):
        return "image" + _GUESS
    return "text"


def _clause(folded: str, line_start: int, line_end: int, start: int, end: int) -> tuple[int, int]:
    """The clause of a line that holds [start, end)."""
    begin = max((at + len(sign) for sign in _BREAKS if (at := folded.rfind(sign, line_start, start)) >= 0), default=line_start)
    stop = min((at for sign in _BREAKS if (at := folded.find(sign, end, line_end)) >= 0), default=line_end)
    return begin, stop


def _subject(folded: str, start: int, end: int, at: int) -> str | None:
    """What the clause names as licensed, exceptions aside: what stands before the licence, else what follows soon.

    "Text and photos" are text; "a photo of this page" is none.
    """
    piece = _EXCEPTION.sub(_blank, folded[start:end])
    found = [(start + match.start(), start + match.end(), (match.lastgroup or "").rstrip("_")) for match in _SUBJECT.finditer(piece)]
    before = [each for each in found if each[0] < at]
    if not before:
        return next((_KINDS[kind] for where, _, kind in found if where < at + _AFTER), None)
    cut = max((match.end() for match in _NEXT.finditer(folded, start, at)), default=start)
    before = [each for each in before if each[0] >= cut] or before
    last = before.pop()
    kinds = {last[2]}
    for each in reversed(before):
        between = piece[each[1] - start : last[0] - start]
        if _JOINED.fullmatch(between):
            kinds.add(each[2])
        elif kinds == {"work"} and _INSIDE.fullmatch(between):
            kinds = {each[2]}
        else:
            break
        last = each
    return "text" if "work" in kinds else _KINDS[last[2]]


_KINDS = {"work": "text", "picture": "image", "thing": "other"}


def _of_itself(folded: str, begin: int, stop: int) -> bool:
    """Whether a sentence of the article speaks of the article: "This text is ...", or begins with "The text is ..."."""
    subject = _SUBJECT.search(folded, begin, stop)
    return _OWN.search(folded, begin, stop) is not None or (subject is not None and subject.start() - begin <= 5)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _heading(scanned: Scanned, index: int) -> str | None:
    """What the heading of a list says that it lists: "Photo credits", "Music:"; None when there is no such heading."""
    article, folded = scanned.article, scanned.folded
    for number in range(index - 1, max(-1, index - _LISTED), -1):
        block = article.blocks[number]
        heads = block.tag in ("h2", "h3", "h4", "h5", "h6") or (block.end - block.start < _AFTER and folded[block.start : block.end].endswith(":"))
        if block.end - block.start > PROSE or block.zone is not article.blocks[index].zone:
            return None
        if heads:
            subject = _SUBJECT.match(folded, block.start, block.end)
            kind = _KINDS[(subject.lastgroup or "").rstrip("_")] if subject else "text"
            return kind if kind != "text" else None
    return None


def _beside_image(scanned: Scanned, index: int, near: int) -> bool:
    """Whether the block, or one so near before it, shows a picture that is neither a licence's badge nor a page counter."""
    counters = scanned.lexicon.counters
    return any(index - near <= image.block <= index and not is_badge(image.src) and not is_counter(image.src, counters) for image in scanned.article.images)


def is_badge(src: str) -> bool:
    """Whether an image is a licence's badge."""
    low = src.lower()
    return any(
        part in low for part in ("creativecommons", "licensebuttons", "88x31", "80x15", "cc-by", "/by-", "by-nc", "by-sa", "cc_by", "ccby", "somerights")
    )
