"""The one list of kinds, in the order in which they are documented."""

from compliance.model.kind import Kind
from compliance.requirements.byline import BYLINE
from compliance.requirements.copyright_notice import COPYRIGHT_NOTICE
from compliance.requirements.eligibility import ELIGIBILITY
from compliance.requirements.grant_scope import GRANT_SCOPE
from compliance.requirements.no_systematic_use import NO_SYSTEMATIC_USE
from compliance.requirements.notification import NOTIFICATION
from compliance.requirements.original_link import ORIGINAL_LINK
from compliance.requirements.original_url import ORIGINAL_URL
from compliance.requirements.permission import PERMISSION
from compliance.requirements.source_credit import SOURCE_CREDIT
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
        PERMISSION,
        GRANT_SCOPE,
        ELIGIBILITY,
        NO_SYSTEMATIC_USE,
        NOTIFICATION,
    )
}
