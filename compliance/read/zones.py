"""In which zone an element puts what is inside it: by its name, its role, and the words of its class and id.

Class names are habits, not standards; the lists hold the habits of the common themes (WordPress, Drupal, Ghost, Hugo, Jekyll,
Medium exports). A class is cut at its hyphens and humps, and runs of up to three parts are looked up, longest first. A name
that fits nothing changes nothing.
"""

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
_LISTS = {
    Zone.COMMENTS: "comment comments commentlist comment-list disqus disqus-thread respond pingback pingbacks trackback trackbacks isso-thread "
    "utterances giscus kommentar kommentare comentario comentarios commentaire commentaires commentform",
    Zone.SITE_FOOTER: "footer foot site-footer page-footer global-footer main-footer primary-footer bottom-footer colophon site-info siteinfo "
    "site-generator pied-de-page imprint impressum footerlinks footer-copyright",
    Zone.NAV: "nav navbar navigation menu submenu mainmenu breadcrumb breadcrumbs topbar masthead site-header pagination pager navlinks nav-links "
    "skip-link toc table-of-contents toolbar cookie cookies gdpr search-form searchform",
    Zone.ASIDE: "sidebar side-bar related relatedposts jp-relatedposts yarpp recommend recommended recommendation recommendations read-more readmore "
    "read-next read-also more-stories more-articles more-news more-from most-read most-popular most-viewed trending popular latest latest-news latest-posts "
    "recent recent-posts recent-articles share sharedaddy sharing social sd-sharing addtoany newsletter newsletters subscribe subscription widget widgets "
    "promo promotion advert adverts advertisement advertisements ad ads sponsor sponsors sponsored banner teaser teasers outbrain taboola up-next "
    "you-may-also-like you-may-like blogroll partner partners donate donation paywall modal popup tags taglist tag-list tag-links tag-cloud tagcloud "
    "post-tags relateds twitter-tweet instagram-media tiktok-embed fb-post bluesky-embed mastodon-embed",
    Zone.CAPTION: "wp-caption caption captions figcaption image-caption image-credit image-source photo-caption photo-credit photo-by img-caption "
    "img-credit media-caption media-credit picture-credit bildunterschrift legende credit-photo credit-image imagecredit photocredit "
    "image-license image-licence media-license photo-license image-copyright photo-copyright bildlizenz",
    Zone.HEAD: "byline by-line author author-name authors author-line author-info author-meta author-link entry-meta entry-header entry-title post-meta "
    "post-header post-title post-info post-author post-byline article-meta article-header article-title article-info article-byline article-author dateline "
    "posted-by posted-on meta-author meta-info p-author submitted headline subtitle standfirst postmeta",
    Zone.CREDIT: "source sources attribution republish republished republication republishing original originally original-source original-article "
    "original-post original-link original-url syndication syndicated article-source article-credit article-footer article-copyright article-rights "
    "post-source post-footer post-copyright post-license entry-footer entry-source entry-credit story-source story-credit story-footer credit credits "
    "copyright-notice copyright-line copyright-article quelle fuente fonte provenance crosspost crossposts license licence",
}  # fmt: skip
_WORDS = {word: zone for zone, words in _LISTS.items() for word in words.split()}
_PRIORITY = (Zone.COMMENTS, Zone.SITE_FOOTER, Zone.NAV, Zone.ASIDE, Zone.CAPTION, Zone.CREDIT, Zone.HEAD)
_STATES = frozenset("has with no without layout body is not hide show container page single content and behind below above past".split())
"""`has-sidebar`, `no-comments`: the state of a page, said of the whole of it."""
_SWITCHES = frozenset("on off enabled disabled open closed layout wrap included divider position postition and".split())
"""`comments-disabled`, `comment-on-selection`, `sidebar-layout`: how the page is laid out, said of the whole of it."""
_PREFIXES = frozenset("has no with without is not theme template".split())
"""`hasRightSidebar`, `theme-taboola`: what a page has or is, said of the whole of it."""
_BUILDERS = frozenset("elementor vc wpb et fusion fl brxe jet bde".split())
"""Page builders call every brick of a page a widget: `elementor-widget-text-editor`."""
_PICTURES = frozenset("image img photo foto picture figure fig thumbnail".split())
_PICTURE_PARTS = frozenset("author credit credits source caption copyright legend legende owner photographer".split())
_LONGEST = 3
_TAXONOMIES = frozenset("category tag format term type status".split())
"""`category-social`, `tag-sponsors`: what an article is filed under, not where it stands."""


def by_words(words: str) -> Zone | None:
    """The zone that the words of class and id name; None when they name none.

    An article's own footer ("entry-footer footer") wins over the site's; comments and parts of the site win over the rest.
    """
    found = {zone for word in words.split() if (zone := _by_word(word))}
    if "widget Blog" in words:  # Blogger calls the column of the posts a widget
        found.discard(Zone.ASIDE)
    if not found:
        return None
    if Zone.SITE_FOOTER in found and Zone.CREDIT in found:
        return Zone.CREDIT
    return next(zone for zone in _PRIORITY if zone in found)


@lru_cache(maxsize=16384)
def _by_word(word: str) -> Zone | None:
    parts = parts_of(word)
    if len(parts) > 1 and parts[0] in _TAXONOMIES | _PREFIXES and "-".join(parts) not in _WORDS:
        return None
    if parts and parts[0] in _BUILDERS:
        parts = tuple(part for part in parts if part not in ("widget", "widgets"))
    if not _PICTURES.isdisjoint(parts) and not _PICTURE_PARTS.isdisjoint(parts):
        return Zone.CAPTION
    found: set[Zone] = set()
    at = 0
    while at < len(parts):
        for length in range(min(_LONGEST, len(parts) - at), 0, -1):
            zone = _WORDS.get("-".join(parts[at : at + length]))
            following = parts[at + length] if at + length < len(parts) else ""
            if zone and not (at and parts[at - 1] in _STATES) and following not in _SWITCHES:
                found.add(zone)
                at += length - 1
                break
        at += 1
    if Zone.SITE_FOOTER in found and Zone.CREDIT in found:
        return Zone.CREDIT
    return next((zone for zone in _PRIORITY if zone in found), None)


@lru_cache(maxsize=16384)
def parts_of(word: str) -> tuple[str, ...]:
    """`articleFooter_2` gives article, footer."""
    letters = []
    for index, letter in enumerate(word):
        if letter.isupper() and index and word[index - 1].islower():
            letters.append("-")
        letters.append(letter if letter.isalpha() else "-")
    return tuple(part for part in "".join(letters).lower().split("-") if part)


def by_role(role: str) -> Zone | None:
    """The zone of an ARIA role."""
    return _BY_ROLE.get(role)
