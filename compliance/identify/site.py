"""The site that shows the copy, and what is its own and what somebody else's."""

import re

from compliance.identify.links import credit_url
from compliance.model.article import Article
from compliance.model.attribution import Credit
from compliance.model.original import Republisher
from compliance.text.names import matches_host, mentions, name_key, same_name, squash
from compliance.text.patterns import lazy
from compliance.text.urls import brand, host_of, is_front, kin, same_site

_TITLE_TAIL = lazy(r"\s+[|•·–—-]\s+([^|•·–—]{2,60})$")
_ISSUE = lazy(r",?\s+(?:(?:no|nr|n°|issue|heft|ausgabe)\.?\s*)?\d{1,4}(?:[/.-]\d{1,4})?$", re.IGNORECASE)  # "Emotion 10/22": an issue of a magazine
_TITLE_PARTS = lazy(r"\s+[|•·–—:-]\s+")


def republisher(article: Article, site: Republisher) -> Republisher:
    """The site that shows the copy: what the user declared, and what the page says of its own site."""
    names = [claim.value for claim in article.claimed("og:site_name", "application-name", "ld:publisher", "feed:title", "front-matter:site")]
    tail = _TITLE_TAIL.search(article.title or "")
    if tail and article.format == "html":
        names.append(tail.group(1))
    names += [part for claim in article.claimed("feed:title") for part in _TITLE_PARTS.split(claim.value) if len(part) > 3]
    own = host_of(article.url) if article.url else None
    home = [host for claim in article.claimed("feed:link") if (host := host_of(claim.value))]
    unique = dict.fromkeys(name.strip() for name in (*site.names, *names) if name.strip() and not name.startswith("http"))
    return Republisher(tuple(unique), tuple(dict.fromkeys((*site.hosts, *([own] if own else []), *home))))


def others(credits: tuple[Credit, ...], article: Article, site: Republisher, wanted: str | None) -> list[Credit]:
    """The credits that do not speak of the site they stand on. wanted: the host of an original that the user gave."""
    own = [credit for credit in credits if _is_own(credit, article, site) and not (wanted and credit.name and matches_host(credit.name, wanted))]
    names = {name_key(credit.name) for credit in own if credit.name}
    return [credit for credit in credits if credit not in own and not (credit.name and credit.href is None and name_key(credit.name) in names)]


def _is_own(credit: Credit, article: Article, site: Republisher) -> bool:
    """A credit that speaks of the site it stands on."""
    url = credit_url(credit, article)
    host = host_of(url) if url else None
    if url and own_host(url, site):
        return True
    if (
        credit.sort == "agency"
        and credit.name
        and any([*(mentions(other, credit.name) for other in site.names), *(brand(own).startswith(squash(credit.name)) for own in site.hosts)])
    ):
        return True  # "DETROIT (AP) -" on AP News
    name = _ISSUE.sub("", credit.name or "")
    if host and not is_front(url or "") and name == credit.name:
        return False
    return bool(name) and any([*(same_name(name, other) for other in site.names), *(matches_host(name, own) for own in site.hosts)])


def own_host(url: str, site: Republisher) -> bool:
    """Whether an address is on the copying site itself."""
    host = host_of(url)
    return host is not None and any(same_site(host, own) for own in site.hosts)


def foreign(url: str, site: Republisher) -> bool:
    """Whether an address is somebody else's, as far as the page's own is known. `gazette.example` and `gazette.co.example` are one house."""
    host = host_of(url)
    if host is None or not site.hosts:
        return False
    return not any(same_site(host, own) or kin(host, own) for own in site.hosts)


def elsewhere(url: str, site: Republisher) -> bool:
    """Whether an address is on another site than a page that does not tell its own address, but its site's name."""
    host = host_of(url)
    return host is not None and not site.hosts and bool(site.names) and not any(matches_host(name, host) for name in site.names)
