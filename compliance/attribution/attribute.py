"""From an article to its attribution: what the copy itself says of its origin."""

from compliance.attribution.addresses import find_addresses
from compliance.attribution.bylines import find_bylines
from compliance.attribution.credits import find_credits
from compliance.attribution.notices import find_notices
from compliance.attribution.picture_credits import find_picture_credits
from compliance.attribution.pixels import find_pixels
from compliance.attribution.remarks import find_remarks
from compliance.attribution.scan import Scanned, Scanner
from compliance.attribution.slots import sentence_start
from compliance.model.article import PROSE, Article, Zone
from compliance.model.attribution import Attribution, LicenseMention
from compliance.text.words import fold


def attribute(article: Article, scanner: Scanner) -> tuple[Article, Attribution]:
    """Read the attribution of an article.

    Answers the article too: blocks after the last prose are in zone `credit`, also where the terms' own paragraphs follow.
    """
    scanned = scanner.scan(article)
    spans = _terms_spans(scanned)
    article = _place_credits(article, spans)
    scanned = scanned._replace(article=article)
    credits = find_credits(scanned, spans)
    notices, terms_notice = find_notices(scanned, spans)
    bylines = find_bylines(scanned, frozenset(fold(credit.name) for credit in credits if credit.name))
    canonical = next((claim.value for claim in article.claims if claim.name in ("canonical", "front-matter:canonical_url", "front-matter:canonical")), None)
    return article, Attribution(
        credits=tuple(credits),
        notices=tuple(notices),
        licenses=_licenses(scanned),
        bylines=tuple(bylines),
        addresses=tuple(find_addresses(article)),
        canonical=canonical,
        pixels=find_pixels(article, scanned.lexicon.counters),
        terms_spans=spans,
        terms_notice=terms_notice,
        folded=scanned.folded,
        picture_credits=tuple(find_picture_credits(scanned, notices)),
        remarks=tuple(find_remarks(scanned, spans)),
    )


def _licenses(scanned: Scanned) -> tuple[LicenseMention, ...]:
    article = scanned.article
    stated = (
        "license-mark" in scanned.hits
        or any(link.href and _of_license(link.href) for link in article.links)
        or any(_of_license(image.src) for image in article.images)
        or any("licen" in claim.name or "rights" in claim.name or "copyright" in claim.name for claim in article.claims)
    )
    if not stated:
        return ()
    from compliance.attribution.licenses import find_licenses

    return tuple(find_licenses(scanned))


def _of_license(address: str) -> bool:
    return ("commons" in address and "creativecommons" in address.lower()) or "licensebuttons" in address


def _terms_spans(scanned: Scanned) -> tuple[tuple[int, int], ...]:
    """Where the terms' own text stands: from the sentence that gives permission to the end of its line."""
    spans: list[tuple[int, int]] = []
    for hit in scanned.hits.get("terms", ()):
        if spans and hit.start < spans[-1][1]:
            continue
        spans.append((sentence_start(scanned, hit.start), scanned.line_span(hit.start)[1]))
    return tuple(spans)


def _place_credits(article: Article, spans: tuple[tuple[int, int], ...]) -> Article:
    """The reader takes the last long paragraph for the end of the article; paragraphs of terms are not of it."""
    if not spans:
        return article
    blocks = list(article.blocks)
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if block.zone is not Zone.BODY:
            continue
        if block.end - block.start >= PROSE and not any(start < block.end and end > block.start for start, end in spans):
            break
        blocks[index] = block._replace(zone=Zone.CREDIT)
    return article._replace(blocks=tuple(blocks))
