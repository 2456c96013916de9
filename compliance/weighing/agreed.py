"""What was agreed off the page: permissions that a publisher gave, and what the user declared."""

from compliance.model.case import Case
from compliance.model.permission import Permission
from compliance.text.names import same_name
from compliance.text.urls import host_of, on_domain, same_page


def permissions_of(case: Case) -> list[Permission]:
    """The records that speak of the publisher whose terms apply, and of this article, whatever they grant and until when."""
    return [each for each in case.permissions if _of_publisher(each, case) and _of_article(each, case)]


def granted(case: Case, *grants: str) -> Permission | None:
    """A record that grants one of these kinds or uses, here and on the day of the copy."""
    for permission in permissions_of(case):
        if any(grant in permission.grants for grant in grants) and obstacle(permission, case) is None:
            return permission
    return None


def obstacle(permission: Permission, case: Case) -> str | None:
    """Why a record does not reach this copy: `host`, `medium`, `early`, `expired`; None when it does.

    The copy's own address counts, else the site's hosts, and its own date, else the day of the run; a site whose address nothing tells
    is not held against the record.
    """
    own = host_of(case.article.url) if case.article.url else None
    hosts = [own] if own else list(case.republisher.hosts)
    if permission.hosts and hosts and not any(on_domain(host, permission.hosts) for host in hosts):
        return "host"
    if permission.media and not set(case.occasion.media) <= set(permission.media):
        return "medium"
    day = case.occasion.published or case.occasion.today
    if day and permission.since and day < permission.since:
        return "early"
    if day and permission.until and day > permission.until:
        return "expired"
    return None


def declaration(case: Case, kind: str) -> str | None:
    """What the user declared of a demand: for these terms first, then for all. `true`, `false` or the words of it."""
    declared = dict(case.declarations)
    return declared.get(f"{case.terms.id}/{kind}", declared.get(kind))


def _of_publisher(permission: Permission, case: Case) -> bool:
    publisher = case.terms.publisher
    names = publisher.names if publisher else (case.original.publisher or "",)
    domains = publisher.domains if publisher else ()
    host = host_of(case.target) if case.target else None
    wanted = permission.publisher
    if wanted.lower() == case.terms.id or any(name and same_name(wanted, name) for name in names):
        return True
    return wanted in domains or bool(host and "." in wanted and on_domain(host, (wanted,)))


def _of_article(permission: Permission, case: Case) -> bool:
    return not permission.articles or any(case.target and same_page(each, case.target) for each in permission.articles)
