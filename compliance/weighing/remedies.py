"""The text that would repair a copy: the credit block, in three forms ready to paste.

An address or a name that nothing tells stays a slot in capitals, never a guess.
"""

from compliance.model.case import Case
from compliance.model.finding import Remedy
from compliance.text.patterns import lazy
from compliance.weighing import origin

_SLOT = lazy(r"\{([a-z_]+)\}")

_PHRASES = {
    "fr": "La source originale de cet article est {}",
    "es": "Este artículo fue publicado originalmente en {}",
    "de": "Dieser Artikel erschien zuerst bei {}",
    "it": "Questo articolo è stato pubblicato originariamente su {}",
    "pt": "Este artigo foi publicado originalmente em {}",
    "nl": "Dit artikel verscheen oorspronkelijk op {}",
    "ru": "Источник: {}",
    "ar": "المصدر: {}",
    "zh": "来源：{}",
    "ja": "出典：{}",
}
_TRANSLATED = {
    "fr": "Traduction : {}",
    "es": "Traducción: {}",
    "de": "Übersetzung: {}",
    "it": "Traduzione: {}",
    "pt": "Tradução: {}",
    "nl": "Vertaling: {}",
    "ru": "Перевод: {}",
    "ar": "ترجمة: {}",
    "zh": "译者：{}",
    "ja": "翻訳：{}",
}
_ENGLISH = "The original source of this article is {}"


def publisher_of(case: Case) -> str:
    """The name to credit, or a slot."""
    if case.terms.publisher:
        return case.terms.publisher.name
    return case.original.publisher or "[PUBLISHER]"


def credit_block(case: Case) -> Remedy:
    """Name, link and address: "The original source of this article is The Gazette" / address."""
    name, url = publisher_of(case), case.target or "[ADDRESS OF THE ORIGINAL ARTICLE]"
    phrase = _phrase(case)
    return Remedy(
        text=f"{phrase.format(name)}\n{url}",
        html="<p>" + _escape(phrase).format(_anchor(url, name)) + "<br>" + _escape(url) + "</p>",
        markdown=f"{phrase.format(f'[{_md(name)}]({url})')}  \n{url}",
    )


def dated_credit(case: Case) -> Remedy:
    """The credit with its hyperlink and the day of first publication."""
    block = link_block(case)
    day = next(iter(origin.days(case)), "[DATE]")
    return Remedy(f"{block.text}, {day}", block.html.removesuffix("</p>") + f", {day}</p>", f"{block.markdown}, {day}")


def link_block(case: Case) -> Remedy:
    """The credit with its hyperlink."""
    name, url = publisher_of(case), case.target or "[ADDRESS OF THE ORIGINAL ARTICLE]"
    phrase = _phrase(case)
    return Remedy(
        text=f"{phrase.format(name)} ({url})",
        html="<p>" + _escape(phrase).format(_anchor(url, name)) + "</p>",
        markdown=phrase.format(f"[{_md(name)}]({url})"),
    )


def site_link(case: Case, address: str) -> Remedy:
    """The publisher's name as a hyperlink to its site. address: host and path without the scheme, empty when nothing tells it."""
    name, url = publisher_of(case), f"https://{address}" if address else "[ADDRESS OF THE PUBLISHER'S SITE]"
    return Remedy(text=f"{name} ({url})", html=f"<p>{_anchor(url, name)}</p>", markdown=f"[{_md(name)}]({url})")


def address_line(case: Case) -> Remedy:
    """The address on a line of its own."""
    url = case.target or "[ADDRESS OF THE ORIGINAL ARTICLE]"
    return Remedy(text=url, html="<p>" + _anchor(url, url) + "</p>", markdown=f"<{url}>" if case.target else url)


def notice_line(case: Case) -> Remedy:
    """The copyright notice: author, publisher, year."""
    holders = [*case.original.authors[:2], publisher_of(case)]
    years = next((notice.years for notice in case.attribution.notices if notice.years and not notice.of_image), ())
    line = f"Copyright © {', '.join(dict.fromkeys(holders))}, {years[0] if years else '[YEAR]'}"
    return Remedy(text=line, html=f"<p>{_escape(line)}</p>", markdown=line)


def byline_line(case: Case) -> Remedy:
    """The byline."""
    name = ", ".join(case.original.authors) or "[AUTHOR]"
    line = f"By {name}"
    return Remedy(text=line, html=f"<p>{_escape(line)}</p>", markdown=line)


def picture_line(case: Case) -> Remedy:
    """The credit of a picture."""
    line = f"Photo: [PHOTOGRAPHER] / {publisher_of(case)}"
    return Remedy(text=line, html=f"<figcaption>{_escape(line)}</figcaption>", markdown=f"*{line}*")


def translator_line(case: Case, translator: str) -> Remedy:
    """The translator's credit; a name that nothing tells stays a slot."""
    line = _TRANSLATED.get((case.article.language or "en")[:2].lower(), "Translated by {}").format(translator or "[TRANSLATOR]")
    return Remedy(text=line, html=f"<p>{_escape(line)}</p>", markdown=line)


def institution_line(case: Case, institutions: tuple[str, ...]) -> Remedy:
    """The byline with the authors' institutions."""
    line = ", ".join([byline_line(case).text, *institutions])
    return Remedy(text=line, html=f"<p>{_escape(line)}</p>", markdown=line)


def from_text(case: Case, text: str) -> Remedy:
    """A text with slots: {title}, {author}, {publisher}, {url}, {date}, {year}, {license}, {republisher}. The publisher's name becomes the hyperlink."""
    name, url = publisher_of(case), case.target or "[ADDRESS OF THE ORIGINAL ARTICLE]"
    slots = Slots({key: value for key, value in _known(case).items() if value} | {"publisher": name, "url": url, "any": "…"})
    linked = Slots(slots | {"publisher": f"[{_md(name)}]({url})"})
    escaped = Slots({key: _escape(value) for key, value in slots.items()} | {"publisher": _anchor(url, name), "url": _anchor(url, url)})
    return Remedy(_filled(text, slots), f"<p>{_filled(_escape(text), escaped)}</p>", _filled(text, linked))


def _known(case: Case) -> dict[str, str]:
    """What a text's slots may be filled with, empty where nothing tells it."""
    day = next(iter(origin.days(case)), "")
    return {
        "title": next(iter(origin.titles(case)), case.article.title or ""),
        "author": ", ".join(case.original.authors),
        "date": day,
        "year": day[:4],
        "republisher": next(iter(case.republisher.names), ""),
        "license": next((name.upper() for name in case.terms.extends if name.startswith("cc")), ""),
    }


class Slots(dict[str, str]):
    """Values for a text with slots; one that nothing tells stays a slot in capitals."""

    def __missing__(self, key: str) -> str:
        return f"[{key.upper()}]"


def _filled(text: str, slots: Slots) -> str:
    """A text of a rule file with its slots filled. No `str.format`: its slots reach into objects and ask for any width."""
    return _SLOT.sub(lambda slot: slots[slot.group(1)], text)


def _phrase(case: Case) -> str:
    return _PHRASES.get((case.article.language or "en")[:2].lower(), _ENGLISH)


def _anchor(url: str, words: str) -> str:
    return f'<a href="{_escape(url)}">{_escape(words)}</a>'


def _md(text: str) -> str:
    return text.replace("[", "\\[").replace("]", "\\]")


def _escape(text: str) -> str:
    from html import escape  # loads a table of two thousand entities; most runs need no repair

    return escape(text)
