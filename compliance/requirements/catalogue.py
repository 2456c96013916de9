"""The one list of kinds."""

from compliance.model.kind import Kind
from compliance.requirements.byline import BYLINE
from compliance.requirements.canonical_link import CANONICAL_LINK
from compliance.requirements.copyright_notice import COPYRIGHT_NOTICE
from compliance.requirements.grant_scope import GRANT_SCOPE
from compliance.requirements.license_link import LICENSE_LINK
from compliance.requirements.license_statement import LICENSE_STATEMENT
from compliance.requirements.noindex import NOINDEX
from compliance.requirements.original_link import ORIGINAL_LINK
from compliance.requirements.original_url import ORIGINAL_URL
from compliance.requirements.share_alike import SHARE_ALIKE
from compliance.requirements.source_credit import SOURCE_CREDIT
from compliance.requirements.tracking_pixel import TRACKING_PIXEL
from compliance.requirements.use_context import USE_CONTEXT

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        SOURCE_CREDIT,
        ORIGINAL_URL,
        ORIGINAL_LINK,
        COPYRIGHT_NOTICE,
        BYLINE,
        USE_CONTEXT,
        GRANT_SCOPE,
        LICENSE_STATEMENT,
        LICENSE_LINK,
        CANONICAL_LINK,
        NOINDEX,
        TRACKING_PIXEL,
        SHARE_ALIKE,
    )
}
