"""The text that would repair what stands beside the credit: the licence's line, and the tags that machines read.

An address or a number that nothing tells stays a slot in capitals, never a guess.
"""

from compliance.model.case import Case
from compliance.model.finding import Remedy
from compliance.text.licenses import deed_of, short_name
from compliance.weighing.asked import options_of
from compliance.weighing.counters import article_number, known_counters, site_of
from compliance.weighing.licensing import wanted_license
from compliance.weighing.remedies import publisher_of

_LICENSED = {
    "fr": "Cet article est publié sous la licence {}",
    "es": "Este artículo se publica bajo la licencia {}",
    "de": "Dieser Artikel steht unter der Lizenz {}",
    "it": "Questo articolo è pubblicato con la licenza {}",
    "pt": "Este artigo é publicado sob a licença {}",
    "nl": "Dit artikel valt onder de licentie {}",
    "ru": "Эта статья опубликована под лицензией {}",
    "ar": "هذا المقال منشور بموجب ترخيص {}",
    "zh": "本文采用 {} 许可协议",
    "ja": "この記事は {} ライセンスで公開されています",
}
_ORIGINAL = "[ADDRESS OF THE ORIGINAL ARTICLE]"
_LICENSE = "[ADDRESS OF THE LICENCE]"


def license_line(case: Case) -> Remedy:
    """The licence by its name, linked to its text."""
    known = next(iter(wanted_license(case, options_of(case, "license-statement") or options_of(case, "license-link")).ids), "")
    told = options_of(case, "license-link").get("addresses")
    elsewhere = f"https://{told[0]}" if isinstance(told, tuple) and told else _LICENSE
    name, url = short_name(known) if known else "[LICENCE]", deed_of(known) or elsewhere
    phrase = _LICENSED.get((case.article.language or "en")[:2].lower(), "This article is published under the licence {}")
    return Remedy(
        text=f"{phrase.format(name)} ({url})",
        html="<p>" + _escape(phrase).format(f'<a href="{_escape(url)}">{_escape(name)}</a>') + "</p>",
        markdown=phrase.format(f"[{name}]({url})"),
    )


def canonical_tag(case: Case) -> Remedy:
    """The canonical link for the page's head; for Markdown the key of the front matter of which most themes make one."""
    url = case.target or _ORIGINAL
    return Remedy(text=url, html=f'<link rel="canonical" href="{_escape(url)}">', markdown=f"canonical_url: {url}")


def robots_tag(case: Case) -> Remedy:  # noqa: ARG001 - every remedy has one signature
    """The robots tag for the page's head."""
    return Remedy(text="noindex", html='<meta name="robots" content="noindex">', markdown="robots: noindex")


def counter_tag(case: Case) -> Remedy:
    """The page counter, as a tag to be put beside the article's text."""
    told = options_of(case, "tracking-pixel")
    addresses = told.get("addresses") or known_counters(case)
    written = str(addresses[0]) if isinstance(addresses, tuple) and addresses else "[ADDRESS OF THE COUNTER]"
    number = article_number(case) if told.get("id") == "article" else None
    site = next(iter(site_of(case)), "[SITE]")
    for slot, value in (("&{any}", ""), ("{any}", ""), ("{id}", number or "[NUMBER OF THE ARTICLE]"), ("{site}", site)):
        written = written.replace(slot, value)
    url = "https://" + (written.partition("//")[2] if "//" in written else written)
    tag = f'<script src="{_escape(url)}" async></script>' if ".js" in url else f'<img src="{_escape(url)}" alt="" width="1" height="1">'
    return Remedy(text=url, html=tag, markdown=tag)


def linked_data(case: Case) -> Remedy:
    """What the terms ask linked data to say, as JSON-LD for the page."""
    import json

    ids = wanted_license(case, {}).ids
    values: dict[str, object] = {
        "isBasedOn": case.target or _ORIGINAL,
        "license": (deed_of(ids[0]) if ids else None) or _LICENSE,
        "copyrightHolder": {"@type": "Organization", "name": publisher_of(case)},
        "publisher": {"@type": "Organization", "name": publisher_of(case)},
        "author": [{"@type": "Person", "name": name} for name in case.original.authors or ["[AUTHOR]"]],
        "isAccessibleForFree": True,
    }
    asked = options_of(case, "structured-data").get("claims")
    keys = [key for key in values if key in asked] if isinstance(asked, tuple) and asked else ["isBasedOn"]
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **{key: values[key] for key in keys}}
    text = json.dumps(data, ensure_ascii=False)
    tag = '<script type="application/ld+json">' + text.replace("</", "<\\/") + "</script>"
    return Remedy(text=text, html=tag, markdown=tag)


def source_element(case: Case) -> Remedy:
    """The element of a feed's entry that names its source."""
    site = next(iter(site_of(case)), None)
    url, name = f"https://{site}/" if site else "[ADDRESS OF THE PUBLISHER]", publisher_of(case)
    element = f'<source url="{_escape(url)}">{_escape(name)}</source>'
    return Remedy(text=f"{name} ({url})", html=element, markdown=element)


def _escape(text: str) -> str:
    from html import escape  # loads a table of two thousand entities; most runs need no repair

    return escape(text)
