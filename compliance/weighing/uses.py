"""The uses that terms speak of and sites declare: one list of words, so that a typing error in either is seen."""

from collections.abc import Collection

from compliance.model.case import Case

USES = (
    "non-commercial", "commercial", "web", "print", "newsletter", "broadcast", "app", "alternative-media", "journalism", "education", "public-sector",
    "promotion", "political", "resale", "paywall", "advertising", "ads-against-article", "ai-training", "framing", "seo-site", "syndication", "translation",
)  # fmt: skip

COMMERCE = ("commercial", "non-commercial")


def leaves_open(case: Case, uses: Collection[str]) -> bool:
    """Whether commercial use is among these, and the site did not say whether its own is: every site's is one or the other."""
    return "commercial" in uses and not any(use in COMMERCE for use in case.declared)


def ask_first(case: Case) -> tuple[str, ...]:
    """The uses for which the terms want to be asked."""
    found: list[str] = []
    for requirement in case.terms.requirements:
        if requirement.kind == "permission":
            uses = dict(requirement.options).get("uses", ())
            found += [str(use) for use in uses] if isinstance(uses, tuple) else []
    return tuple(found)
