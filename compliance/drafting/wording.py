"""Our words for the clauses of a draft. What the terms themselves say stands above them as a comment, and not in the file's data."""

from compliance.drafting.proposals import Proposal
from compliance.model.outcome import Obligation

_CLAUSES = {
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
    "first-published-date": "The date of the first publication is given.",
    "changes-indicated": "Changes to the article are indicated.",
    "title-kept": "The title is kept.",
    "text-unchanged": "The text is not changed.",
    "links-kept": "The links in the article are kept.",
    "canonical-link": "The page names the original as its canonical address.",
    "noindex": "The copy is kept out of search engines.",
    "tracking-pixel": "The publisher's page counter is kept.",
    "images-excluded": "Images are not republished.",
    "image-credit": "Images are credited.",
    "logo": "The publisher's logo is shown.",
    "third-party-material": "Material of agencies and other third parties is not republished.",
    "grant-scope": "What is marked as outside the permission is not republished.",
    "eligibility": "The republisher is one of those whom the permission addresses.",
    "notification": "The publisher is told of the republication.",
    "share-alike": "The copy is shared under the same conditions.",
    "structured-data": "The page's structured data names the original.",
    "feed-source": "A feed entry names its source.",
}
_ALLOWED = {"title-kept": "The title may be changed.", "text-unchanged": "The text may be changed."}
_WHAT = {"credit": "The credit", "link": "The link", "byline": "The byline", "notice": "The notice", "line": "The line"}
_WHERE = {"top": "at the top", "first-paragraph": "in the first paragraph or above it", "end": "at the end"}
_LIMITS = (("words", "words"), ("characters", "characters"), ("paragraphs", "paragraphs"), ("percent", "per cent of the article"))


def clause_of(proposal: Proposal) -> str:
    """A sentence that says what is asked for."""
    words = _allowed(proposal) if proposal.obligation is Obligation.MAY else _special(proposal) or _CLAUSES.get(proposal.kind, "")
    position = str(proposal.option("position") or "")
    if position and proposal.kind != "placement":
        return f"{words.removesuffix('.')}, {_WHERE[position]}."
    return words


def _special(proposal: Proposal) -> str:
    match proposal.kind:
        case "original-link" if proposal.option("target") == "either":
            return "A link leads to the original article or to the publisher's site."
        case "original-link" if proposal.option("follow"):
            return "A link that search engines follow leads to the original article."
        case "byline" if proposal.option("form"):
            return "The byline names the author and the publisher."
        case "logo" if proposal.option("forbidden"):
            return "The publisher's logo is not shown."
        case "text-unchanged" if proposal.option("allowed"):
            return f"The text is not changed, but for {_told(proposal, 'allowed')}."
        case "placement":
            return f"{_WHAT[str(proposal.option('what'))]} stands {_WHERE[str(proposal.option('position'))]}."
        case "excerpt-limit":
            limits = [f"{proposal.option(name)} {unit}" for name, unit in _LIMITS if proposal.option(name)]
            return f"An excerpt has no more than {' and '.join(limits)}."
        case "duration-limit":
            return f"The copy is taken down after {proposal.option('days')} days."
        case "no-systematic-use":
            figures = [f"{proposal.option(name)} {unit}" for name, unit in (("per_month", "a month"), ("per_day", "a day")) if proposal.option(name)]
            return f"No more than {' and '.join(figures)} are taken." if figures else "Articles are taken one by one, not systematically."
        case "use-context":
            told = [f"{what}: {_told(proposal, name)}" for name, what in (("allowed", "allowed"), ("forbidden", "not allowed")) if proposal.option(name)]
            return f"Uses {'; '.join(told)}."
        case "permission":
            return f"Permission is asked for first: {_told(proposal, 'uses')}." if proposal.option("uses") else "Permission is asked for first."
    return ""


def _allowed(proposal: Proposal) -> str:
    if proposal.option("allowed"):
        return f"The text may be changed: {_told(proposal, 'allowed')}."
    return _ALLOWED.get(proposal.kind) or _CLAUSES.get(proposal.kind, "")


def _told(proposal: Proposal, name: str) -> str:
    value = proposal.option(name)
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")
