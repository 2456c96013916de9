"""The one list of kinds, in the order in which they are documented."""

from compliance.model.kind import Kind
from compliance.requirements.author_institution import AUTHOR_INSTITUTION
from compliance.requirements.boilerplate import BOILERPLATE
from compliance.requirements.byline import BYLINE
from compliance.requirements.canonical_link import CANONICAL_LINK
from compliance.requirements.changes_indicated import CHANGES_INDICATED
from compliance.requirements.copyright_notice import COPYRIGHT_NOTICE
from compliance.requirements.duration_limit import DURATION_LIMIT
from compliance.requirements.eligibility import ELIGIBILITY
from compliance.requirements.excerpt_limit import EXCERPT_LIMIT
from compliance.requirements.feed_source import FEED_SOURCE
from compliance.requirements.first_published_date import FIRST_PUBLISHED_DATE
from compliance.requirements.grant_scope import GRANT_SCOPE
from compliance.requirements.image_credit import IMAGE_CREDIT
from compliance.requirements.images_excluded import IMAGES_EXCLUDED
from compliance.requirements.license_link import LICENSE_LINK
from compliance.requirements.license_statement import LICENSE_STATEMENT
from compliance.requirements.links_kept import LINKS_KEPT
from compliance.requirements.logo import LOGO
from compliance.requirements.no_systematic_use import NO_SYSTEMATIC_USE
from compliance.requirements.noindex import NOINDEX
from compliance.requirements.notification import NOTIFICATION
from compliance.requirements.original_link import ORIGINAL_LINK
from compliance.requirements.original_url import ORIGINAL_URL
from compliance.requirements.permission import PERMISSION
from compliance.requirements.placement import PLACEMENT
from compliance.requirements.publisher_link import PUBLISHER_LINK
from compliance.requirements.republication_line import REPUBLICATION_LINE
from compliance.requirements.share_alike import SHARE_ALIKE
from compliance.requirements.source_credit import SOURCE_CREDIT
from compliance.requirements.structured_data import STRUCTURED_DATA
from compliance.requirements.text_unchanged import TEXT_UNCHANGED
from compliance.requirements.third_party_material import THIRD_PARTY_MATERIAL
from compliance.requirements.title_kept import TITLE_KEPT
from compliance.requirements.tracking_pixel import TRACKING_PIXEL
from compliance.requirements.translator_credit import TRANSLATOR_CREDIT
from compliance.requirements.use_context import USE_CONTEXT

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        SOURCE_CREDIT,
        BYLINE,
        AUTHOR_INSTITUTION,
        TRANSLATOR_CREDIT,
        ORIGINAL_LINK,
        PUBLISHER_LINK,
        ORIGINAL_URL,
        COPYRIGHT_NOTICE,
        LICENSE_STATEMENT,
        LICENSE_LINK,
        REPUBLICATION_LINE,
        BOILERPLATE,
        PLACEMENT,
        FIRST_PUBLISHED_DATE,
        CHANGES_INDICATED,
        TITLE_KEPT,
        TEXT_UNCHANGED,
        LINKS_KEPT,
        EXCERPT_LIMIT,
        CANONICAL_LINK,
        NOINDEX,
        TRACKING_PIXEL,
        IMAGES_EXCLUDED,
        IMAGE_CREDIT,
        LOGO,
        THIRD_PARTY_MATERIAL,
        DURATION_LIMIT,
        USE_CONTEXT,
        PERMISSION,
        GRANT_SCOPE,
        ELIGIBILITY,
        NO_SYSTEMATIC_USE,
        NOTIFICATION,
        SHARE_ALIKE,
        STRUCTURED_DATA,
        FEED_SOURCE,
    )
}
