"""What else is said of the origin: another claim, or a credit, that leads to another house than the original that was found."""

from compliance.identify.links import credit_url
from compliance.identify.metadata import FRONT_MATTER_URLS
from compliance.identify.site import foreign, own_host
from compliance.model.article import Article
from compliance.model.attribution import Credit
from compliance.model.original import Republisher
from compliance.text.urls import host_of, is_front, is_reference, is_sharing, kin, resolve, same_house, untracked

_CLAIMS = (
    "canonical", "ld:isBasedOn", "ld:isBasedOnUrl", "ld:translationOfWork", "mf:repost-of", "original-source", "syndication-source", "original",
    "cc:attributionURL", "dc.source", "entry:via", "entry:canonical", "entry:dc-source", *FRONT_MATTER_URLS,
)  # fmt: skip


def contradictions(url: str | None, article: Article, credits: list[Credit], site: Republisher) -> tuple[tuple[str, str], ...]:
    """Who else names an original, and which: (`canonical`, address). Addresses of the copying site itself contradict nothing.

    Credits that name a second publisher make a chain, and contradict only what no credit of the copy leads to.
    """
    if url is None:
        return ()
    found: dict[str, str] = {}
    for claim in article.claimed(*_CLAIMS):
        other = resolve(claim.value)
        if other and _another(other, url) and (foreign(other, site) if claim.name == "canonical" else not own_host(other, site)):
            found.setdefault(untracked(other), claim.name)
    told = [
        (credit.sort, other) for credit in credits if credit.counts and credit.sort in ("first-published", "source") and (other := credit_url(credit, article))
    ]
    if not any(same_house(other, url) for _, other in told):
        for _, other in told:
            if _another(other, url):
                found.setdefault(untracked(other), "credit")
    return tuple((name, other) for other, name in found.items())


def _another(other: str, url: str) -> bool:
    """An article of another house."""
    if is_front(other) or is_reference(other) or is_sharing(other) or same_house(other, url):
        return False
    return not kin(host_of(other) or "", host_of(url) or "")
