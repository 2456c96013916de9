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
}
_FOLD = str.maketrans({**dict(zip(_ACCENTED, _PLAIN, strict=True)), **_TYPOGRAPHY})

# Zero width, soft hyphen, joiners, direction marks and isolates, tags, variation selectors, other format characters.
_INVISIBLE = lazy("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]+")
# More combining marks than any language stacks (Unicode's stream-safe format allows 30): composing them is quadratic.
_STACKED_MARKS = lazy("[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]{31,}")
_COMBINING = lazy("[\u0300-\u036f]")


def readable(text: str) -> str:
    """The text without the characters that nobody can see, letters composed."""
    if text.isascii():
        return text
    text = _INVISIBLE.sub("", text)
    if _COMBINING.search(text):
        text = unicodedata.normalize("NFC", _STACKED_MARKS.sub("", text))
    return text


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


def is_dense(letter: str) -> bool:
    """A letter of a script that does not separate words by spaces, or hangs particles on them."""
    return "\u2e80" <= letter <= "\ud7af"


def is_word_letter(letter: str) -> bool:
    """A letter or digit of a script that separates words by spaces."""
    return letter.isalnum() and not is_dense(letter)


def whole_words(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] neither begins nor ends inside a word."""
    if start > 0 and is_word_letter(text[start]) and is_word_letter(text[start - 1]):
        return False
    return not (end < len(text) and is_word_letter(text[end - 1]) and is_word_letter(text[end]))


def occurrences(text: str, words: str) -> list[int]:
    """Offsets at which `words` stand in `text` as whole words; both in canonical form."""
    found: list[int] = []
    at = text.find(words) if words else -1
    while at >= 0:
        if whole_words(text, at, at + len(words)):
            found.append(at)
        at = text.find(words, at + 1)
    return found
