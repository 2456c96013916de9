"""Page text made safe to print: nothing of a stranger's page steers a terminal or a CI host."""

import re

from compliance.text.patterns import lazy

# C0 and C1 controls, bidirectional marks and overrides, invisible separators, surrogates, other format characters.
_UNSAFE = lazy("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]")
_COMMAND = lazy(r"#(?=#)")  # "##[error]" and "##vso[" are obeyed anywhere in a line


def plain(text: str) -> str:
    """One line without control characters, and without what a CI host takes for a command."""
    if not text.isprintable():
        text = _UNSAFE.sub(_shown, text)
    if "##" in text:
        text = _COMMAND.sub("# ", text)
    return ": :" + text[2:] if text.lstrip().startswith("::") else text


def _shown(match: re.Match[str]) -> str:
    letter = match.group()
    if letter in "\n\r\t\x0b\x0c\x85\u2028\u2029":
        return " "
    return f"\\x{ord(letter):02x}" if ord(letter) < 256 else f"\\u{ord(letter):04x}"
