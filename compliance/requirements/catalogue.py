"""The one list of kinds."""

from compliance.model.kind import Kind
from compliance.requirements.author_institution import AUTHOR_INSTITUTION
from compliance.requirements.boilerplate import BOILERPLATE
from compliance.requirements.byline import BYLINE
from compliance.requirements.copyright_notice import COPYRIGHT_NOTICE
from compliance.requirements.first_published_date import FIRST_PUBLISHED_DATE
from compliance.requirements.grant_scope import GRANT_SCOPE
from compliance.requirements.original_link import ORIGINAL_LINK
from compliance.requirements.original_url import ORIGINAL_URL
from compliance.requirements.placement import PLACEMENT
from compliance.requirements.publisher_link import PUBLISHER_LINK
from compliance.requirements.republication_line import REPUBLICATION_LINE
from compliance.requirements.source_credit import SOURCE_CREDIT
from compliance.requirements.translator_credit import TRANSLATOR_CREDIT
from compliance.requirements.use_context import USE_CONTEXT

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        SOURCE_CREDIT,
        ORIGINAL_URL,
        ORIGINAL_LINK,
        PUBLISHER_LINK,
        COPYRIGHT_NOTICE,
        BYLINE,
        AUTHOR_INSTITUTION,
        TRANSLATOR_CREDIT,
        REPUBLICATION_LINE,
        BOILERPLATE,
        PLACEMENT,
        FIRST_PUBLISHED_DATE,
        USE_CONTEXT,
        GRANT_SCOPE,
    )
}
