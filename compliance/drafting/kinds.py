"""The kinds that can be drafted: what their phrases are, and by which words their objects become demands."""

KEYS = ("says", "asks", "objects", "bars", "lets")
"""Phrases of a kind: what says the demand whatever stands around it; what asks for it where something is asked; things that are asked for
beside a word of crediting or keeping; what asks for it where something is forbidden; what allows it to be otherwise."""

CREDITED = frozenset(
    (
        "source-credit", "byline", "author-institution", "translator-credit", "original-url", "copyright-notice", "tracking-pixel", "first-published-date",
        "changes-indicated",
    )
)  # fmt: skip
"""Kinds whose objects are asked for beside a word of crediting: "the author must be named"."""

KEPT = frozenset(("byline", "copyright-notice", "title-kept", "links-kept", "tracking-pixel", "canonical-link", "image-credit"))
"""Kinds whose objects are asked for beside a word of keeping, or where it is forbidden to remove or to change them."""

GIVEN_WITH = frozenset(
    (
        "source-credit", "byline", "author-institution", "translator-credit", "original-link", "publisher-link", "original-url", "copyright-notice",
        "license-statement", "license-link", "image-credit",
    )
)  # fmt: skip
"""What a permission may depend on in one word: "with a link"."""

ONLINE = frozenset(
    (
        "original-link", "publisher-link", "license-link", "links-kept", "canonical-link", "noindex", "tracking-pixel", "structured-data", "feed-source",
        "permission", "use-context", "no-systematic-use", "notification", "eligibility", "duration-limit",
    )
)  # fmt: skip
"""Kinds that no medium narrows: they are possible online only, or speak of the use as a whole."""

WITH_POSITION = ("republication-line", "boilerplate", "original-link", "publisher-link")
"""Kinds with an option position, the first to take it first."""

PLACED = {"source-credit": "credit", "byline": "byline", "copyright-notice": "notice"}
"""Kinds whose place is a demand of its own: what the kind placement calls them."""

LINKS = ("original-link", "publisher-link")

CHECKED = (
    "source-credit",
    "byline",
    "author-institution",
    "translator-credit",
    "original-link",
    "publisher-link",
    "original-url",
    "copyright-notice",
    "license-statement",
    "license-link",
    "republication-line",
    "boilerplate",
    "placement",
    "first-published-date",
    "changes-indicated",
    "title-kept",
    "text-unchanged",
    "links-kept",
    "excerpt-limit",
    "canonical-link",
    "noindex",
    "tracking-pixel",
    "images-excluded",
    "image-credit",
    "logo",
    "third-party-material",
    "duration-limit",
    "use-context",
    "permission",
    "grant-scope",
    "eligibility",
    "no-systematic-use",
    "notification",
    "share-alike",
    "structured-data",
    "feed-source",
)
"""The kinds that judge, in the order in which a sentence's demands are told."""

UNCHECKED = {
    "endorsement": "Nothing suggests that the publisher endorses or supports the republisher.",
    "social-mention": "The publisher is mentioned when the article is shared in social media.",
    "own-contact": "The copying site says how it can be reached.",
}
"""Demands that no kind checks; they become [[unchecked]]."""

KINDS = (*CHECKED, *UNCHECKED)
