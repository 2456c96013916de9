"""Words in canonical form, letter for letter: offsets into the canonical text are offsets into the text itself.

Canonical: lower case, accents folded, typographic quotes, dashes, spaces and full-width forms plain, a line break is a
space. Every letter stays one letter, so that what was found can be quoted as the page has it.
"""

import unicodedata

from compliance.text.patterns import lazy

_ACCENTED = (
    "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİĴĵ"
    "ĶķĹĺĻļĽľŃńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžƠơƯưǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜǞǟǠǡǦǧǨǩǪǫǬǭǰǴǵǸǹǺǻ"
    "ȀȁȂȃȄȅȆȇȈȉȊȋȌȍȎȏȐȑȒȓȔȕȖȗȘșȚțȞȟȦȧȨȩȪȫȬȭȮȯȰȱȲȳḀḁḂḃḄḅḆḇḈḉḊḋḌḍḎḏḐḑḒḓḔḕḖḗḘḙḚḛḜḝḞḟḠḡḢḣḤḥḦḧḨḩḪḫḬḭḮḯḰḱḲḳḴḵḶḷ"
    "ḸḹḺḻḼḽḾḿṀṁṂṃṄṅṆṇṈṉṊṋṌṍṎṏṐṑṒṓṔṕṖṗṘṙṚṛṜṝṞṟṠṡṢṣṤṥṦṧṨṩṪṫṬṭṮṯṰṱṲṳṴṵṶṷṸṹṺṻṼṽṾṿẀẁẂẃẄẅẆẇẈẉẊẋẌẍẎẏẐẑẒẓẔẕẖẗẘẙẠạ"
    "ẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹøØđĐłŁħĦ"
)
_PLAIN = (
    "aaaaaaceeeeiiiinooooouuuuyaaaaaaceeeeiiiinooooouuuuyyaaaaaaccccccccddeeeeeeeeeegggggggghhiiiiiiiiijj"
    "kkllllllnnnnnnoooooorrrrrrssssssssttttuuuuuuuuuuuuwwyyyzzzzzzoouuaaiioouuuuuuuuuuaaaaggkkoooojggnnaa"
    "aaaaeeeeiiiioooorrrruuuusstthhaaeeooooooooyyaabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkll"
    "llllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyaa"
    "aaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyooddllhh"
)
_TYPOGRAPHY = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u2039\u203a", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u00a0\u1680\u2007\u2009\u200a\u202f\u205f\u3000\u2002\u2003\t\n\r", " "),
    **{chr(code + 0xFEE0): chr(code).lower() for code in range(0x21, 0x7F)},
    "\u0401": "\u0435",
    "\u0451": "\u0435",
    "\u0130": "i",
    "\u0131": "i",
    # Greek without tonos, one sigma. Arabic and Persian: one alef, one yeh, one kaf, one heh, whichever keyboard wrote them.
    **dict(zip("ΆΈΉΊΌΎΏΪΫάέήίόύώϊϋΐΰΣς", "αεηιουωιυαεηιουωιυιυσσ", strict=True)),
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ةۀہۃە", "ه"),
    "ی": "ي",
    "ک": "ك",
}
_FOLD = str.maketrans({**dict(zip(_ACCENTED, _PLAIN, strict=True)), **_TYPOGRAPHY})

# Zero width, soft hyphen, joiners, direction marks and isolates, tags, variation selectors, other format characters.
_INVISIBLE = lazy("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]+")
# Marks that stand on or beside the letter before them and that a word cannot lose: accents that were not composed, vowel signs
# of the scripts of India (each block of Unicode has them in the same places).
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece"
    + "".join(
        f"{chr(block)}-{chr(block + 3)}{chr(block + 0x3A)}-{chr(block + 0x4F)}{chr(block + 0x51)}-{chr(block + 0x57)}{chr(block + 0x62)}-{chr(block + 0x63)}"
        for block in range(0x0900, 0x0E00, 0x80)
    )
)
WORD = lazy(rf"[\w{MARKS}]+")
"""A word with its marks."""
# Points that a writer may leave out: Hebrew and Arabic vowels, the Arabic lengthening stroke.
_POINTS = lazy("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]")
# More combining marks than any language stacks (Unicode's stream-safe format allows 30): composing them is quadratic.
_STACKED_MARKS = lazy(rf"[{MARKS}\u1ab0-\u1aff\u20d0-\u20ff]{{31,}}")
DENSE = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u2e80-\ua4cf\ua960-\ua97f\ua9e0-\ua9ff\uaa60-\uaadf"
    "\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Scripts that put no space between words: Thai, Lao, Burmese, Khmer, Tai, Chinese, Japanese, Yi; and Hangul, which hangs particles on names."""
_DENSE = lazy(f"[{DENSE}]")


def readable(text: str) -> str:
    """The text without the characters that nobody can see, letters composed."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _STACKED_MARKS.sub("", _INVISIBLE.sub("", text)))


def fold(text: str) -> str:
    """The canonical form, of exactly the same length."""
    if text.isascii():
        return text.lower().replace("\n", " ")
    return " ".join([line.lower() if line.isascii() else _fold_line(line) for line in text.split("\n")])


def _fold_line(line: str) -> str:
    plain = line.translate(_FOLD)
    lowered = plain.lower()
    if len(lowered) != len(plain):  # a few letters grow when lowered
        lowered = "".join([low if len(low := letter.lower()) == 1 else letter for letter in plain])
    return lowered


def unpointed(folded: str) -> tuple[str, list[int] | None]:
    """A canonical text without the points that may be left out, and where each letter stood, with the end; None when it had none.

    What ends before a point ends behind it in the text: the point belongs to the letter before it.
    """
    if folded.isascii() or not _POINTS.search(folded):
        return folded, None
    points = {match.start() for match in _POINTS.finditer(folded)}
    return _POINTS.sub("", folded), [at for at in range(len(folded) + 1) if at not in points]


def is_dense(letter: str) -> bool:
    """A letter of a script that does not separate words by spaces, or hangs particles on them."""
    return letter >= "\u0e00" and _DENSE.match(letter) is not None


def dense_letters(text: str) -> str:
    """The letters of scripts without spaces in a text."""
    return "".join(_DENSE.findall(text))


def is_compact(letter: str) -> bool:
    """A letter of a script that writes a word in one or two of them: Chinese, Japanese, Korean."""
    return letter >= "\u2e80" and _DENSE.match(letter) is not None


def is_word_letter(letter: str) -> bool:
    """A letter, digit or mark of a script that separates words by spaces."""
    return (letter.isalnum() or _is_mark(letter)) and not is_dense(letter)


def _is_mark(letter: str) -> bool:
    return letter > "\u02ff" and unicodedata.category(letter)[0] == "M"


def whole_words(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] neither begins nor ends inside a word. A mark belongs to the letter before it, in every script."""
    if start > 0 and is_word_letter(text[start]) and is_word_letter(text[start - 1]):
        return False
    if end >= len(text):
        return True
    following = text[end]
    return not (_is_mark(following) or (is_word_letter(text[end - 1]) and is_word_letter(following)))


def occurrences(text: str, words: str) -> list[int]:
    """Offsets at which `words` stand in `text` as whole words; both in canonical form."""
    found: list[int] = []
    at = text.find(words) if words else -1
    while at >= 0:
        if whole_words(text, at, at + len(words)):
            found.append(at)
        at = text.find(words, at + 1)
    return found
