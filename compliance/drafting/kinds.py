"""The kinds that can be drafted: what their phrases are, by which words their objects become demands, and our words for their clauses."""

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

CLAUSES = {
    "source-credit": "The publisher is named as the source.",
    "byline": "The author is named.",
    "author-institution": "The author's institution is named.",
    "translator-credit": "The translator of a translated article is named.",
    "original-link": "A link leads to the original article.",
    "publisher-link": "A link leads to the publisher's site.",
    "original-url": "The address of the original article can be read.",
    "copyright-notice": "The copyright notice is shown.",
    "license-statement": "The licence is stated.",
    "license-link": "A link leads to the licence.",
    "republication-line": "The publisher's line about the republication is shown.",
    "boilerplate": "The publisher's paragraph about itself is shown.",
    "placement": "The credit stands where the terms want it.",
    "first-published-date": "The date of the first publication is given.",
    "changes-indicated": "Changes to the article are indicated.",
    "title-kept": "The title is kept.",
    "text-unchanged": "The text is not changed.",
    "links-kept": "The links in the article are kept.",
    "excerpt-limit": "An excerpt is no longer than the terms allow.",
    "canonical-link": "The page names the original as its canonical address.",
    "noindex": "The copy is kept out of search engines.",
    "tracking-pixel": "The publisher's page counter is kept.",
    "images-excluded": "Images are not republished.",
    "image-credit": "Images are credited.",
    "logo": "The publisher's logo is shown.",
    "third-party-material": "Material of agencies and other third parties is not republished.",
    "duration-limit": "The copy stays online no longer than the terms allow.",
    "use-context": "The use is one that the terms allow.",
    "permission": "The publisher's permission is asked for.",
    "grant-scope": "What is marked as outside the permission is not republished.",
    "eligibility": "The republisher is one of those whom the permission addresses.",
    "no-systematic-use": "Articles are taken one by one, not systematically.",
    "notification": "The publisher is told of the republication.",
    "share-alike": "The copy is shared under the same conditions.",
    "structured-data": "The page's structured data names the original.",
    "feed-source": "A feed entry names its source.",
}
"""Our words for a clause of each kind; what the terms themselves say stands above it as a comment."""

ALLOWED = {
    "title-kept": "The title may be changed.",
    "text-unchanged": "The text may be changed.",
}
"""Our words where the terms allow what the kind would forbid."""

UNCHECKED = {
    "endorsement": "Nothing suggests that the publisher endorses or supports the republisher.",
    "social-mention": "The publisher is mentioned when the article is shared in social media.",
    "own-contact": "The copying site says how it can be reached.",
}
"""Demands that no kind checks; they become [[unchecked]]."""

KINDS = (*CLAUSES, *UNCHECKED)
