"""images-excluded: the terms do not cover pictures, and none of the publisher's is shown.

What it asks: the article is republished without the pictures of the original. Logos, portraits of authors, icons, badges, counters,
advertisements and teasers are no pictures of the article. With the original (--original-text) its pictures are recognised by their
addresses and file names, sizes left out, wherever the copy keeps them; a file name tells only when it is no common one
(`harbour-cranes-at-dawn-1024x683.jpg` does, `cranes.jpg` and names like the article's title do not). Without it, a picture that is fetched
from the publisher's own hosts is the publisher's. Pictures of other origin are a question: the site may hold a licence. What the page gives
social networks as a preview (`og:image`) is not looked at, nor are films, frames, inline SVG, and backgrounds of style sheets.

Passes:
  no-images          the article shows no picture
Fails:
  carried-over       harbour-cranes-at-dawn-640x427.jpg is a picture of the original that was given
  publishers-image   <img src="https://images.gazette.example/cranes.jpg">, and the terms are The Gazette's
Needs a person:
  licensed-otherwise the picture is the publisher's or the original's, but its caption names a licence, a permission, or its file an agency
  publishers-doubtful a picture from the publisher's hosts stands behind the text or in a side box, lies behind words, links to another page, or
                     is not seen by everybody: it may be none of the article's
  publisher-credited Photo: Jane Doe / The Gazette
  same-name          a picture has the name of one of the original's, and it is a common name
  in-metadata        the front matter or the feed's entry names a picture, and a template or a reader may show it
  other-images       pictures whose owner nothing tells
Cannot be tested:
  plain-text         a plain text shows no pictures, whatever the page shows
  incomplete-input   the page could not be read whole, and what was read shows no picture
"""

from collections.abc import Iterable, Mapping
from typing import Any

from compliance.model.article import Zone
from compliance.model.case import Case
from compliance.model.finding import Evidence, Verdict
from compliance.model.kind import Kind, Reason
from compliance.model.outcome import Outcome
from compliance.weighing.picture_owners import Owned, credits_publisher, from_publisher, own_pictures, owned, same_names
from compliance.weighing.pictures import CONTENT, Picture, declared_of, evidence_of, pictures_of
from compliance.weighing.remedies import publisher_of

_LICENSED = "Has this site a licence of its own for this picture, or does the publisher's permission cover it?"
REASONS = {
    "no-images": Reason(Outcome.PASS, "The article shows no picture."),
    "carried-over": Reason(Outcome.FAIL, "The terms of {publisher} do not cover pictures, and one of the original's is shown: {picture}."),
    "publishers-image": Reason(Outcome.FAIL, "The terms of {publisher} do not cover pictures, and one is fetched from the publisher's own site: {picture}."),
    "licensed-otherwise": Reason(
        Outcome.REVIEW,
        "The terms of {publisher} do not cover pictures; {picture} comes from the publisher, but something else may allow its use: {free}.",
        _LICENSED,
    ),
    "publishers-doubtful": Reason(
        Outcome.REVIEW,
        "The terms of {publisher} do not cover pictures; {picture} is fetched from the publisher's own site, and may be no picture of the article.",
        "Is this a picture of the article, rather than a link to another page or a mark of the publisher?",
    ),
    "publisher-credited": Reason(Outcome.REVIEW, "The credit of a picture names {publisher}, whose terms do not cover pictures: {credit}.", _LICENSED),
    "same-name": Reason(Outcome.REVIEW, "The terms of {publisher} do not cover pictures; {picture} has the name of one of the original's.", _LICENSED),
    "in-metadata": Reason(
        Outcome.REVIEW,
        "The terms of {publisher} do not cover pictures; the copy's metadata name one ({field}): {picture}.",
        "Is this picture shown with the article, and is it the site's own or licensed otherwise?",
    ),
    "other-images": Reason(
        Outcome.REVIEW,
        "The terms of {publisher} do not cover pictures; the article shows {count}, and nothing tells whose: {picture}.",
        "Are these pictures the site's own, or licensed otherwise?",
    ),
    "plain-text": Reason(Outcome.UNTESTED, "A plain text shows no pictures, whatever the page shows."),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; what was read shows no picture."),
}
_SHOWN = 4  # pictures in the evidence


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """The worst that any picture of the article tells."""
    if case.article.format == "text":
        return _verdict(case, "plain-text", ())
    pictures = own_pictures(case)
    own = owned(case, pictures)
    proven = [each for each in own if not each.free and (each.original or not each.picture.doubtful)]
    if proven:
        return _of_owned(case, "carried-over" if proven[0].original else "publishers-image", proven)
    if allowed := [each for each in own if each.free]:
        return _of_owned(case, "licensed-otherwise", allowed)
    if doubtful := [each.picture for each in own] + _beside(case):
        return _verdict(case, "publishers-doubtful", doubtful, picture=doubtful[0].name)
    for picture in pictures:
        if credit := credits_publisher(case, picture):
            return _verdict(case, "publisher-credited", (picture,), credit=credit)
    if same := same_names(case, pictures):
        return _verdict(case, "same-name", same, picture=same[0].name)
    if pictures:
        return _verdict(case, "other-images", pictures, picture=pictures[0].name, count=str(len(pictures)))
    for field, address, line in declared_of(case.article):
        details = {"publisher": publisher_of(case), "field": field, "picture": address}
        evidence = (Evidence("near-miss", Zone.METADATA, f"{field}: {address}"[:200], address, line),)
        return Verdict(Outcome.REVIEW, "in-metadata", evidence, details=tuple(details.items()))
    return _verdict(case, "incomplete-input" if case.article.incomplete else "no-images", ())


def _beside(case: Case) -> list[Picture]:
    """Pictures from the publisher's hosts in a side box: what a page calls so may be the column of the article."""
    seen = pictures_of(case.article, case.attribution, case.republisher.hosts)
    return [each for each in seen if each.sort == CONTENT and each.zone is Zone.ASIDE and each.leads is None and from_publisher(case, each.addresses)]


def _of_owned(case: Case, reason: str, own: list[Owned]) -> Verdict:
    return _verdict(case, reason, [each.picture for each in own], picture=own[0].picture.name, free=own[0].free or "")


def _verdict(case: Case, reason: str, pictures: Iterable[Picture], **details: str) -> Verdict:
    outcome = REASONS[reason].outcome
    evidence = tuple(evidence_of(each, case.article, "match" if outcome is Outcome.FAIL else "near-miss") for each in pictures)[:_SHOWN]
    return Verdict(outcome, reason, evidence, details=(("publisher", publisher_of(case)), *details.items()))


IMAGES_EXCLUDED = Kind(
    name="images-excluded",
    title="No picture of the publisher is shown",
    manual=__doc__ or "",
    options={},
    reasons=REASONS,
    check=check,
)
