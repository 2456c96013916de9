"""What a hyperlink is worth by where and how it stands, whatever it leads to."""

from compliance.model.article import Link
from compliance.model.case import Case
from compliance.text.patterns import lazy
from compliance.text.urls import embedded, host_of, is_placeholder, resolve, same_site
from compliance.weighing import looking, standing

_NOWHERE = "https://own-site.invalid/"
"""What a link without a host is resolved against when nothing tells the page's own address."""
_REDIRECT = lazy(r"(?:out|go|goto|away|exit|leave|redirect|redir|redirector|external|jump|click|track|r)(?:\.(?:php|aspx?|html?|cgi|jsp))?(?:[/?]|$)")


def placed(case: Case, link: Link, good: str) -> str:
    """A reason for a link that leads to the right place, by where and how it stands; `good` when a reader can follow it there."""
    found = standing.of_link(case.article, link)
    return good if found == standing.SEEN else found


def scripted(link: Link, target: str) -> bool:
    """The target stands in a script instead of in href."""
    href = link.href or ""
    if not href.lower().lstrip().startswith("javascript:") and not (link.script and is_placeholder(href or "#")):
        return False
    host = host_of(target) or target
    return host in href or host in (link.script or "")


def in_credit(case: Case, link: Link) -> bool:
    """Whether a link stands for the credit: inside a credit that names the wanted publisher or nobody, or it is the name."""
    words = case.article.text[link.start : link.end]
    if case.article.format == "feed" and case.article.blocks[link.block].tag == "h1":
        return True  # an entry's own link
    for credit in case.attribution.credits:
        if credit.start <= link.start and link.end <= credit.end + 1 and credit.counts:
            return True
    return bool(words) and looking.name_match(case, words) == looking.EXACT


def address(case: Case, link: Link) -> str | None:
    """The absolute address of a link; a redirecting script has one also where nothing tells the page's own address."""
    told = looking.resolved(case, link)
    if told is not None:
        return told
    href = (link.href or "").strip()
    own = resolve(href, _NOWHERE) if href.startswith("/") else None
    return own if own and (embedded(own) or redirects(case, own)) else None


def redirects(case: Case, url: str) -> bool:
    """Whether an address is a redirecting script of the copying site: where it leads cannot be told without opening it."""
    host = host_of(url) or ""
    own = [host_of(case.article.url or ""), host_of(_NOWHERE), *case.republisher.hosts]
    return any(each and same_site(host, each) for each in own) and _REDIRECT.match(url.partition("://")[2].partition("/")[2]) is not None
