"""In which zone an element puts what is inside it: by its name, its role, and the words of its class and id.

Class names are habits, not standards; the lists hold the habits of the common themes (WordPress, Drupal, Ghost, Hugo,
Jekyll, Medium exports). A name that fits nothing changes nothing.
"""

import re
from functools import lru_cache

from compliance.model.article import Zone

BY_TAG = {
    "nav": Zone.NAV,
    "menu": Zone.NAV,
    "aside": Zone.ASIDE,
    "figcaption": Zone.CAPTION,
    "caption": Zone.CAPTION,
    "select": Zone.NAV,
    "button": Zone.NAV,
    "textarea": Zone.ASIDE,
    "code": Zone.ASIDE,
    "samp": Zone.ASIDE,
    "kbd": Zone.ASIDE,
}
_BY_ROLE = {
    "navigation": Zone.NAV,
    "menu": Zone.NAV,
    "menubar": Zone.NAV,
    "search": Zone.NAV,
    "complementary": Zone.ASIDE,
    "contentinfo": Zone.SITE_FOOTER,
    "banner": Zone.NAV,
}
_EDGE = r"(?<![a-z0-9]){}(?![a-z0-9])"
_WORDS = (
    (
        Zone.COMMENTS,
        r"comments?|commentlist|comment-?(?:list|body|content|area|respond|form|text|wrap)|disqus(?:_thread)?|respond|"
        r"pingbacks?|trackbacks?|isso-thread|utterances|giscus|kommentare?|comentarios|commentaires",
    ),
    (
        Zone.SITE_FOOTER,
        r"(?:site|page|global|main|primary|bottom)[-_ ]?footer|footer[-_]?(?:inner|wrap(?:per)?|bottom|area|widgets?|content|container|"
        r"nav|menu|links?|copyright|bar|info|legal)|colophon|site-?info|site-?generator|footer|foot|pied-?de-?page|imprint|impressum",
    ),
    (
        Zone.NAV,
        r"nav|navbar|navigation|menu|submenu|main-?menu|breadcrumbs?|site-?nav|topbar|masthead|site-?header|pagination|pager|"
        r"nav-?links|post-?navigation|skip-?link|toc|table-of-contents|toolbar|cookie(?:s|-?(?:banner|notice|consent|bar))?|gdpr|search-?form",
    ),
    (
        Zone.ASIDE,
        r"sidebar|side-?bar|related(?:-?(?:posts?|articles?|content|stories|news|links))?|relatedposts|jp-relatedposts|yarpp(?:-related)?|"
        r"recommend(?:ed|ations?)|read-?(?:more|next|also)|more-?(?:stories|articles|news|from)|most-?(?:read|popular|viewed)|trending|popular(?:-?posts)?|"
        r"latest(?:-?(?:news|posts))?|recent(?:-?(?:posts|articles))?|share(?:daddy)?|sharing|social(?:-?(?:links|share|media|icons))?|sd-sharing|addtoany\w*|"
        r"newsletters?|subscribe|subscription|widgets?|widget-?area|promo(?:tion)?|advert(?:isement)?s?|ads?|sponsor(?:ed|s)?|banner|teasers?|"
        r"outbrain|taboola|up-?next|you-?may(?:-?also)?-?like|blogroll|partners?|donate|donation|paywall|modal|popup|tags|tag-?(?:list|links|cloud)|post-?tags",
    ),
    (
        Zone.CAPTION,
        r"wp-caption(?:-text)?|captions?|figcaption|image-?(?:caption|credit|source)|photo-?(?:caption|credit|by)|img-?(?:caption|credit)|"
        r"media-?(?:caption|credit)|picture-?credit|bildunterschrift|legende|gallery-?caption|featured-?image-?(?:caption|credit)|credit-?(?:photo|image)",
    ),
    (
        Zone.HEAD,
        r"byline|by-line|author(?:-?(?:name|s|line|info|meta|link))?|entry-?(?:meta|header|title)|post-?(?:meta|header|title|info|author|byline)|article-?(?:meta|header|"
        r"title|info|byline|author)|dateline|posted-?(?:by|on)|meta-?(?:author|info)|p-author|submitted|headline|subtitle|standfirst",
    ),
    (
        Zone.CREDIT,
        r"source|sources|attribution|republi(?:sh|cation|shed)(?:-?\w+)?|originally-?\w*|original-?(?:source|article|post|link|url)|syndicat(?:ion|ed)(?:-?\w+)?|"
        r"article-?(?:source|credit|footer|copyright|rights)|post-?(?:source|footer|copyright|license)|entry-?(?:footer|source|credit)|story-?(?:source|credit)|"
        r"credits?|copyright-?(?:notice|line|article)|quelle|fuente|fonte|provenance|crossposts?|canonical-?\w*|license|licence|post-?copyright-?\w*",
    ),
)
_PATTERN = re.compile("|".join(f"(?P<z{index}>{_EDGE.format(f'(?:{words})')})" for index, (_, words) in enumerate(_WORDS)))
_PRIORITY = (Zone.COMMENTS, Zone.SITE_FOOTER, Zone.NAV, Zone.ASIDE, Zone.CAPTION, Zone.CREDIT, Zone.HEAD)
_STATE = re.compile(r"(?:^|[-_])(?:has|with|no|without|layout|body|is|not|hide|show|container|page)[-_]?$")
_NUMBER = re.compile(r"\d+")


def by_words(words: str) -> Zone | None:
    """The zone that the words of class and id name; None when they name none.

    An article's own footer ("entry-footer footer") wins over the site's; comments and parts of the site win over the rest.
    """
    found = {zone for word in words.split() if (zone := _by_word(_NUMBER.sub("", word)))}
    if not found:
        return None
    if Zone.SITE_FOOTER in found and Zone.CREDIT in found:
        return Zone.CREDIT
    return next(zone for zone in _PRIORITY if zone in found)


@lru_cache(maxsize=16384)
def _by_word(word: str) -> Zone | None:
    word = word.lower()
    found: set[Zone] = set()
    for match in _PATTERN.finditer(word):
        # `has-sidebar`, `page-footer-visible`: the state of a page, said of the whole of it.
        if not _STATE.search(word[: match.start()]):
            found.add(_WORDS[int(str(match.lastgroup)[1:])][0])
    if Zone.SITE_FOOTER in found and Zone.CREDIT in found:
        return Zone.CREDIT
    return next((zone for zone in _PRIORITY if zone in found), None)


def by_role(role: str) -> Zone | None:
    """The zone of an ARIA role."""
    return _BY_ROLE.get(role)
