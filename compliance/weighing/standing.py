"""How something stands on the page: a link, or words. What keeps a reader from it has one name in every kind."""

from compliance.model.article import ARTICLE_ZONES, SOME_SCREENS, Article, Link, Zone

SEEN = "seen"
"""A reader of the article sees it, and can follow it if it is a link."""


def of_link(article: Article, link: Link) -> str:
    """How a link stands: as of_place, or `empty-anchor`: there is nothing to click on."""
    block = article.blocks[link.block]
    found = of_place(block.zone, link.hidden or block.hidden)
    if found in ("hidden", "screen-only", "some-screens", "front-matter"):
        return found
    return "empty-anchor" if link.end <= link.start and not link.image else found


def of_place(zone: Zone, hidden: str | None) -> str:
    """SEEN, or why not: `screen-only`, `front-matter`, `some-screens`, `hidden`, `in-aside`, `outside-article`."""
    if hidden == "aria-hidden":
        return "screen-only"
    if hidden == "front matter":
        return "front-matter"
    if hidden == SOME_SCREENS:
        return "some-screens"
    if hidden or zone is Zone.HIDDEN:
        return "hidden"
    if zone is Zone.ASIDE:
        return "in-aside"
    return SEEN if zone in ARTICLE_ZONES or zone is Zone.CAPTION else "outside-article"
