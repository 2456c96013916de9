"""Which encoding the bytes are in, decided as browsers do: BOM, then declared (HTTP, then the document), then detected.

Labels are WHATWG's (webencodings): `iso-8859-1` means windows-1252, and codecs that only Python knows do not exist.
Source: https://encoding.spec.whatwg.org/, https://html.spec.whatwg.org/#determining-the-character-encoding.
"""

import re

from compliance.errors import ReadError

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"))
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]+)[\"']")
_REPLACED = frozenset({"replacement", "hz-gb-2312", "iso-2022-cn", "iso-2022-cn-ext", "iso-2022-kr", "csiso2022kr"})
"""Encodings that served to smuggle scripts; in their place browsers show one replacement character."""
_GUESSED = (
    "gb18030 big5 shift_jis euc_jp euc_kr cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 koi8_r koi8_u cp866 iso8859_2 iso8859_5 "
    "iso8859_7 mac_cyrillic"
).split()
"""What browsers read. A text in any other encoding is no page: nobody ever saw it."""
_PRESCAN = 4096  # browsers read 1,024 bytes; pages with long heads declare later and are read right all the same


def decode(data: bytes, charset: str | None, location: str) -> str:
    """Decode a text resource. charset: the label that its carrier declared.

    Raises ReadError (`unknown-encoding`) when nothing fits: a wrong guess would make a wrong verdict.
    """
    for bom, label in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], label, location)
    # A UTF-8 text that declares something else is UTF-8: no other encoding produces such bytes by chance, but for the
    # stateful and multi-byte ones that are ASCII bytes only.
    for label in filter(None, (charset, *_declared(data))):
        if label.lower() in ("utf-8", "utf8"):
            try:
                return data.decode("utf-8")
            except UnicodeDecodeError:
                return _lenient(data, "utf-8", location)
        if label.lower() in _REPLACED:
            raise ReadError("unknown-encoding", f"{location}: declares {label}, which no browser shows any more: save the file as UTF-8")
        import webencodings

        encoding = webencodings.lookup("windows-1252" if label.lower() == "x-user-defined" else label)
        if encoding is None:
            continue
        name = "utf-8" if encoding.name.startswith("utf-16") and label is not charset else encoding.name
        try:
            return data.decode(encoding.codec_info.name if name == encoding.name else name)
        except UnicodeDecodeError:
            return _lenient(data, name, location)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _detected(data, location)


def _declared(data: bytes) -> tuple[str, ...]:
    head = data[:_PRESCAN]
    found = (_XML.match(head.lstrip()), _META.search(head))
    return tuple(match.group(1).decode("ascii") for match in found if match)


def _strict(data: bytes, label: str, location: str) -> str:
    try:
        return data.decode(label)
    except UnicodeDecodeError:
        return _lenient(data, label, location)


def _lenient(data: bytes, name: str, location: str) -> str:
    """A declared encoding that does not quite fit. A few bad bytes are the author's slip; many mean a wrong label."""
    import webencodings

    encoding = webencodings.lookup(name)
    text = data.decode(encoding.codec_info.name if encoding else name, "replace")
    bad = text.count("\ufffd")
    if bad <= 3 + len(text) // 1000:
        return text
    if name != "utf-8":
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return _detected(data, location)


def _detected(data: bytes, location: str) -> str:
    """No BOM, no declaration that holds, no UTF-8: UTF-16 by its zeros, else the detector, else windows-1252."""
    head = data[:1024]
    if head.count(0) > len(head) // 4:
        return data.decode("utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be", "replace")
    if data.count(0):
        raise ReadError("binary", f"{location}: binary data, not a text: give an HTML, Markdown, text or feed file")
    # Western pages are the rule among those that declare nothing: high bytes that are rare and stand inside words.
    high = sum(byte >= 0x80 for byte in data[:20000])
    if high < min(len(data), 20000) * 0.12:
        import webencodings

        text: str = webencodings.decode(data, "windows-1252")[0]
        return text
    from charset_normalizer import from_bytes

    best = from_bytes(data[:65536], cp_isolation=list(_GUESSED)).best()
    if best is None:
        raise ReadError(
            "unknown-encoding",
            f"{location}: no known encoding fits these bytes: save the file as UTF-8, or declare its charset",
        )
    return data.decode(best.encoding, "replace")
