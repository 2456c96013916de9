"""Where credits lead."""

from compliance.model.article import Article
from compliance.model.attribution import Credit
from compliance.text.names import matches_host
from compliance.text.urls import embedded, host_of, is_placeholder, resolve, resolve_written, same_house, without_user


def credit_url(credit: Credit, article: Article) -> str | None:
    """Where a credit's link leads, seen through redirects and archives; else the address it shows."""
    url = seen_through(credit.href, article.base) if credit.href and not is_placeholder(credit.href) else None
    return resolve_written(credit.address) if url is None and credit.address else url


def seen_through(href: str, base: str | None) -> str | None:
    """Where a link leads, seen through redirects and archives that name their target, and without a user name before its host."""
    url = resolve(href, base)
    return embedded(url) or without_user(url) or url if url else None


def same_source(credit: Credit, url: str, article: Article) -> bool:
    """Whether a credit leads to, or bears the name of, the site of an address."""
    other = credit_url(credit, article)
    own = host_of(url)
    return bool(other and same_house(other, url)) or bool(own and credit.name and matches_host(credit.name, own))
