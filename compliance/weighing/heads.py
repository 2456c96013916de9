"""What holds the head of a page, where canonical links and robots stand, and what does not."""

from compliance.model.case import Case

_OF_A_HEAD = ("canonical", "robots", "googlebot", "bingbot", "og:url", "og:title", "og:site_name", "application-name", "generator")


def why_headless(case: Case) -> str | None:
    """None for a whole page; `not-a-page` for a feed or a plain text, `source-only` for Markdown, `fragment` for a page's piece."""
    article = case.article
    if article.format in ("feed", "text"):
        return "not-a-page"
    if article.format == "markdown":
        return "source-only"
    return "fragment" if article.title is None and not article.claimed(*_OF_A_HEAD) else None
