"""image-credit: every picture of the article is credited where it stands.

What it asks: a reader sees beside or under each picture who made or supplied it: a label ("Photo: Jane Doe"), a notice, an agency, a
name that the markup calls a credit. A picture that is provably the publisher's (see images-excluded) and has no credit fails; any other
may be the copying site's own, and a person decides. What counts as a picture of the article is said in images-excluded too.

Option contains: names that each credit must hold, all of them, such as "City Desk"; empty: any credit will do.

Passes:
  credited         <figcaption>Ice on the gate. Photo: Jane Doe</figcaption>
Fails:
  uncredited       a picture of the publisher's stands there without any credit
  hidden           its credit is hidden
  alt-only         its credit stands in the alternative text only: <img alt="Photo: Jane Doe">
  name-missing     contains = ["City Desk"], and the credit of the publisher's picture names somebody else
Needs a person:
  unclear          the last words of a caption may be a name
  caption-only     a caption in which no credit was recognised
  elsewhere        a credit of pictures stands on the page, but not beside the picture
  some-screens     a style sheet hides the credit on some screens, or until a script shows it
  original-none    the original shows the picture without a credit
  unknown-owner    a picture without a credit, and nothing tells whose it is
  other-credit     contains = ["City Desk"], a credit without that name, and nothing tells whose the picture is
  in-metadata      the front matter or the feed's entry names a picture, and a template or a reader may show it
Does not apply:
  no-images        the article shows no picture
Cannot be tested:
  plain-text       a plain text shows no pictures, whatever the page shows
  incomplete-input the page could not be read whole, and what was read shows no credit
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from compliance.model.article import ARTICLE_ZONES, PARTLY, SOME_SCREENS, Zone, counts
from compliance.model.attribution import PictureCredit
from compliance.model.case import Case
from compliance.model.finding import Evidence, Searched, Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.text.agencies import agencies_in
from compliance.text.names import names_in
from compliance.text.words import WORD, fold
from compliance.weighing.picture_owners import Owned, own_pictures, owned
from compliance.weighing.pictures import Picture, caption_of, credits_of, declared_of, evidence_of, under
from compliance.weighing.remedies import picture_line, publisher_of

REASONS = {
    "credited": Reason(Outcome.PASS, "The article's pictures are credited: {credit}."),
    "uncredited": Reason(Outcome.FAIL, "A picture of {publisher} is shown without a credit: {picture}."),
    "hidden": Reason(Outcome.FAIL, "The credit of a picture of {publisher} is hidden ({how}): a reader does not see it."),
    "alt-only": Reason(Outcome.FAIL, "The credit of a picture of {publisher} stands in its alternative text only: {credit}."),
    "name-missing": Reason(Outcome.FAIL, "The credit of a picture of {publisher} does not name {wanted}: {credit}."),
    "unclear": Reason(Outcome.REVIEW, "A caption may hold a credit, and nothing says that it is one: {credit}.", "Do these words say who made the picture?"),
    "caption-only": Reason(Outcome.REVIEW, "No credit was recognised in a picture's caption: {caption}.", "Does this caption say who made the picture?"),
    "elsewhere": Reason(
        Outcome.REVIEW, "Pictures are credited on the page, but {picture} is not where it stands: {credit}.", "Does this credit speak of this picture?"
    ),
    "some-screens": Reason(
        Outcome.REVIEW, "A style sheet hides the credit of a picture on some screens, or until a script shows it.", "Do the page's readers see the credit?"
    ),
    "original-none": Reason(
        Outcome.REVIEW, "A picture of the original is shown without a credit ({picture}), as the original shows it.", "Who must be credited for this picture?"
    ),
    "unknown-owner": Reason(
        Outcome.REVIEW,
        "A picture is shown without a credit, and nothing tells whose it is: {picture}.",
        "Is this picture from the original? Then it needs its credit.",
    ),
    "other-credit": Reason(
        Outcome.REVIEW,
        "The credit of a picture does not name {wanted}: {credit}.",
        "Is this picture from the original, rather than the site's own or licensed otherwise?",
    ),
    "in-metadata": Reason(Outcome.REVIEW, "The copy's metadata name a picture ({field}): {picture}.", "Is this picture shown, and with its credit?"),
    "no-images": Reason(Outcome.INAPPLICABLE, "The article shows no picture."),
    "plain-text": Reason(Outcome.UNTESTED, "A plain text shows no pictures, whatever the page shows."),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; no credit was found in what was read."),
}
OPTIONS = {"contains": Option(tuple, (), (), 'names that each credit must hold, all of them, such as "City Desk"; empty: any credit')}
_ORDER = (
    "uncredited",
    "hidden",
    "alt-only",
    "name-missing",
    "original-none",
    "elsewhere",
    "some-screens",
    "other-credit",
    "unclear",
    "caption-only",
    "unknown-owner",
)
_UNOWNED = {"uncredited": "unknown-owner", "hidden": "unknown-owner", "alt-only": "unknown-owner", "name-missing": "other-credit"}
"""What is a failure for a picture of the publisher is a question for any other."""


_NAME = 8  # words of the longest name
_LABEL = 25  # characters of the longest label


class _Said(NamedTuple):
    """What one picture tells: reason None when it is credited. words: its credit, or what comes closest."""

    picture: Picture
    reason: str | None
    words: str = ""
    how: str = ""


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """The worst that any picture of the article tells."""
    if case.article.format == "text":
        return _verdict("plain-text", ())
    pictures = own_pictures(case)
    wanted = tuple(options["contains"])
    own = {each.picture: each for each in owned(case, pictures)}
    told = [_of_owner(case, _said(case, picture, wanted), own.get(picture), pictures) for picture in pictures]
    wrong = sorted((each for each in told if each.reason), key=lambda each: _ORDER.index(each.reason or ""))
    details = {"publisher": publisher_of(case), "wanted": ", ".join(wanted)}
    if wrong:
        worst, reason = wrong[0], wrong[0].reason or ""
        if case.article.incomplete and reason in ("uncredited", "unknown-owner"):
            return _verdict("incomplete-input", ())
        evidence = [evidence_of(each.picture, case.article, "near-miss") for each in wrong if each.reason == reason][:4]
        details |= {"picture": worst.picture.name, "credit": worst.words, "how": worst.how, "caption": caption_of(worst.picture, case.article)[:160]}
        return _verdict(reason, tuple(evidence), *wanted, **details)
    if told:
        evidence = [evidence_of(each.picture, case.article, "match") for each in told][:4]
        return _verdict("credited", tuple(evidence), *wanted, credit=told[0].words)
    for field, address, line in declared_of(case.article):
        return _verdict("in-metadata", (Evidence("near-miss", Zone.METADATA, f"{field}: {address}"[:200], address, line),), field=field, picture=address)
    return _verdict("incomplete-input" if case.article.incomplete else "no-images", ())


def _said(case: Case, picture: Picture, wanted: tuple[str, ...]) -> _Said:
    """What a picture's caption and the lines beside it tell, whosever the picture is."""
    caption = caption_of(picture, case.article)
    near = [credit for credit in credits_of(picture, case.attribution, case.article) if credit.name]
    seen = [credit for credit in near if credit.hidden is None or credit.hidden in PARTLY]
    if picture.credit:
        return _named(picture, picture.credit, wanted)
    sure = [credit for credit in seen if credit.sure or _licensed(case, picture)]
    if sure:
        words = " ".join(credit.text for credit in sure)
        if all(credit.hidden == SOME_SCREENS for credit in sure):
            return _Said(picture, "some-screens", words)
        behind = caption[caption.find(sure[0].text[:20]) :] if sure[0].text[:20] in caption else words
        return _named(picture, words, wanted, f"{words} {behind}")
    for credit in seen:
        if wanted and _holds(credit.text, wanted):
            return _Said(picture, None, credit.text)
        return _Said(picture, "unclear", credit.text)
    if hidden := next((credit for credit in near), None) or _hidden_beside(case, picture):
        return _Said(picture, "hidden", hidden.text, hidden.hidden or "")
    if caption:
        return _Said(picture, "caption-only", caption[:160])
    if name := next((line for line, direct in under(picture, case.article) if _may_be_name(case, line, direct=direct)), None):
        return _Said(picture, "unclear", name)
    alt = picture.image.alt
    return _Said(picture, "alt-only", alt) if alt and _is_credit(case, alt, wanted) else _Said(picture, "uncredited", alt)


def _may_be_name(case: Case, line: str, *, direct: bool) -> bool:
    """Whether a line under a picture may be a credit that was not recognised: an agency, some label, right under it a name."""
    if "©" in line or agencies_in(line, case.lexicon.agencies | case.lexicon.picture_agencies | case.lexicon.picture_libraries):
        return True
    labelled = 0 < line.find(":") <= _LABEL
    if labelled or not direct:
        return labelled
    words = [word for word in WORD.findall(line) if word[0].isalpha()]
    capital = sum(not word[0].islower() for word in words)
    return 1 < len(words) <= _NAME and capital * 2 > len(words) and line[-1] not in ".!?:"


def _named(picture: Picture, words: str, wanted: tuple[str, ...], within: str = "") -> _Said:
    return _Said(picture, None if _holds(within or words, wanted) else "name-missing", words)


def _holds(words: str, wanted: tuple[str, ...]) -> bool:
    return all(names_in(fold(words), name) for name in wanted)


def _of_owner(case: Case, said: _Said, own: Owned | None, pictures: list[Picture]) -> _Said:
    """What it comes to, whosever the picture is: only the publisher's own fail."""
    if said.reason in ("uncredited", "alt-only", "unclear", "caption-only") and (other := _elsewhere(case, pictures)):
        return _Said(said.picture, "elsewhere" if len(pictures) > 1 else None, other.text)
    if said.reason not in _UNOWNED:
        return said
    if own is None or (said.picture.doubtful and own.original is None) or (case.unphrased and said.reason != "name-missing"):
        return said._replace(reason=_UNOWNED[said.reason])
    if said.reason != "name-missing" and own.original and case.reference and own.original.zone is not Zone.METADATA:
        article = case.reference.article
        if not credits_of(own.original, case.reference.attribution, article) and not caption_of(own.original, article):
            return said._replace(reason="original-none")
    return said


def _elsewhere(case: Case, pictures: list[Picture]) -> PictureCredit | None:
    """A credit of pictures in the article that stands beside none of them."""
    spans = [case.article.blocks[index] for picture in pictures for index in picture.captions]
    for credit in case.attribution.picture_credits:
        beside = any(span.start <= credit.start < span.end for span in spans)
        if credit.name and credit.sure and not beside and (counts(credit.zone, credit.hidden) or (credit.zone is Zone.CAPTION and credit.hidden is None)):
            return credit
    return None


def _hidden_beside(case: Case, picture: Picture) -> PictureCredit | None:
    """A hidden credit right under a picture."""
    at = picture.image.block
    blocks = case.article.blocks[at : at + 3]
    for credit in case.attribution.picture_credits:
        if credit.name and credit.hidden and credit.hidden not in PARTLY and any(block.start <= credit.start < block.end for block in blocks):
            return credit
    return None


def _licensed(case: Case, picture: Picture) -> bool:
    spans = [case.article.blocks[index] for index in picture.captions]
    return any(each.scope == "image" and any(span.start <= each.start < span.end for span in spans) for each in case.attribution.licenses)


def _is_credit(case: Case, alt: str, wanted: tuple[str, ...]) -> bool:
    """Whether an alternative text holds a credit: a label, a sign, an agency, a name that is asked for."""
    folded, lexicon = fold(alt), case.lexicon
    if "©" in alt or (wanted and _holds(alt, wanted)) or agencies_in(alt, lexicon.picture_agencies):
        return True
    entries = [entry for word in set(WORD.findall(folded)) for entry in lexicon.spaced.get(word, ())]
    entries += [entry for at in range(len(folded)) for entry in lexicon.dense.get(folded[at : at + 2], ())]
    return any(entry[2] == "image" and _stands(entry[3], folded) for entry in entries)


def _stands(label: str, folded: str) -> bool:
    return names_in(folded, label.rstrip(":")) != [] and (not label.endswith(":") or label in folded.replace(" :", ":"))


def _verdict(reason: str, evidence: tuple[Evidence, ...], *names: str, **details: str) -> Verdict:
    zones = (*ARTICLE_ZONES, Zone.CAPTION)
    return Verdict(REASONS[reason].outcome, reason, evidence, Searched(zones, names), tuple(details.items()))


IMAGE_CREDIT = Kind(
    name="image-credit",
    title="The article's pictures are credited",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
    remedy=picture_line,
)
