"""Slots of a template that nobody filled: "[OUTLET NAME]", "{{post-url}}", "%%POSTLINK%%", "%1$s", "YOUR-POST-ID", "<Author>"."""

import re

from compliance.text.patterns import lazy

_WORDS = (
    "author|authors|name|names|author'?s name|your name|reporter|writer|title|headline|date|publication date|date of publication|year|url|link|address|"
    "article url|story url|outlet|outlet name|publication|publication name|publisher|organi[sz]ation|organi[sz]ation name|newsroom|site|site name|website|"
    "partner|partner name|your outlet|your site|insert [\\w ]+|licen[cs]e|auteur|nom|nom de l'auteur|titre|lien|nom du site|autor|nombre|nombre del autor|"
    "titulo|fecha|enlace|medio|autorin|titel|datum|quelle|nome|autore|titolo|data|nazwa|автор|имя автора|название|дата|ссылка|издание|"
    "作者|标题|日期|链接|媒体名称"
)
_SLOT = lazy(
    r"\{\{.*?\}\}|\{%.*?%\}|%%\w+%%|%\d?\$[a-z]\b|(?<![\w%])%s\b|<%.*?%>|\$\{.*?\}|<\s*(?i:" + _WORDS + r")\s*>|\[\s*(?i:" + _WORDS + r")\s*\](?!\()"
    r"|\{(?i:" + _WORDS + r")\}|\bYOUR[-_ ][A-Z]|_{4,}|\bX{4,}\b|(?<!\w)(?:TBD|TODO|TKTK?)\b"
)
_CAPITALS = lazy(r"\s*\[[A-Z][A-Z _'’-]+\]\s*")


def unfilled(text: str) -> re.Match[str] | None:
    """The first unfilled slot of a text, None when there is none."""
    return _SLOT.search(text)


def is_unfilled(value: str) -> bool:
    """Whether what stands in a slot's place is a slot still, or nothing."""
    return not any(letter.isalnum() for letter in value) or unfilled(value) is not None or _CAPITALS.fullmatch(value) is not None
