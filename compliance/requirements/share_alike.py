"""share-alike: an adaptation goes out under the same licence.

What it asks: a copy that is an adaptation, because it is translated or edited, states the original's licence, a later version of
it, or another country's, as its own. A mere copy is not asked: its licence is the original's anyway. What tells an adaptation: the
original's language (--original-text), a translator's credit, a declaration ([declared] edited = true).

Passes:
  same             a translation of an article under CC BY-SA 4.0 says: CC BY-SA 4.0
  compatible       a translation of an article under CC BY-SA 3.0 says: CC BY-SA 4.0
Fails:
  absent           an adaptation that states no licence
  clashing         a translation of an article under CC BY-SA 4.0 says: CC BY-NC 4.0
  reserved         an adaptation of which the copying site reserves all rights
Needs a person:
  maybe-adapted    another licence, or all rights reserved, and nothing tells whether the copy is an adaptation
  vague            the adaptation says "Creative Commons" only
  no-version       the adaptation says CC BY-SA, and no version
  contradicted     the licence is stated, and another one, or all rights reserved, beside it
  named-compatible the Free Art License or the GPL is named, which may be compatible
  unclear          the licence is stated where it may not speak of the article: in the footer, the metadata, a hidden place
  unknown-language no licence was found, and the article's language is none of the known ones
  original-silent  the terms leave the licence to each original, and it states none
Cannot be tested:
  no-original      the terms leave the licence to each original, and it was not given
  incomplete-input the page could not be read whole, and what was read states no licence
Does not apply:
  not-adapted      it is known that the copy is neither translated nor edited
  no-sign          nothing tells that the copy is an adaptation
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from compliance.model.article import ARTICLE_ZONES, Zone, counts
from compliance.model.attribution import LicenseMention, Notice
from compliance.model.case import Case
from compliance.model.finding import Evidence, Searched, Verdict
from compliance.model.kind import Kind, Reason
from compliance.model.outcome import Outcome
from compliance.text.licenses import UNSPECIFIED, license_of, relation, short_name
from compliance.text.names import matches_host, same_name
from compliance.text.words import fold
from compliance.weighing import looking, standing
from compliance.weighing.licensing import Wanted, is_adaptation, subject_of, wanted_license
from compliance.weighing.remedy_tags import license_line

REASONS = {
    "same": Reason(Outcome.PASS, "The adaptation is under the same licence ({stated})."),
    "compatible": Reason(Outcome.PASS, "The adaptation is under {stated}, which the original's licence ({wanted}) lets adaptations take."),
    "absent": Reason(Outcome.FAIL, "The copy is an adaptation and states no licence; it must be under {wanted}."),
    "clashing": Reason(Outcome.FAIL, "The copy is an adaptation under {stated}; it must be under {wanted}."),
    "reserved": Reason(Outcome.FAIL, "The copy is an adaptation, and the copying site reserves all rights; it must be under {wanted}."),
    "maybe-adapted": Reason(
        Outcome.REVIEW,
        "The copy states: {stated}; an adaptation would have to be under {wanted}. Nothing tells whether the copy is one.",
        "Is the copy an adaptation (translated, edited)? Declare it: [declared] edited = true or false.",
    ),
    "vague": Reason(
        Outcome.REVIEW, "The copy is an adaptation and says “Creative Commons” only.", "Is it plain to readers that the adaptation is under {wanted}?"
    ),
    "no-version": Reason(
        Outcome.REVIEW, "The copy is an adaptation under {stated}; no version is stated.", "Which version is meant? {wanted} or a later one would do."
    ),
    "contradicted": Reason(Outcome.REVIEW, "The copy states {stated}, and beside it {other}.", "Which of the two holds for the adaptation?"),
    "named-compatible": Reason(
        Outcome.REVIEW, "The copy is an adaptation and names {stated}.", "Is the adaptation under this licence, and is it compatible with {wanted}?"
    ),
    "unclear": Reason(Outcome.REVIEW, "{stated} is stated, but not plainly for this article ({how}).", "Does this statement cover the adaptation?"),
    "unknown-language": Reason(
        Outcome.REVIEW,
        "No licence was found; the article is in a language ({language}) whose words for one are not known.",
        "Does the adaptation state {wanted} in its own language?",
    ),
    "original-silent": Reason(Outcome.REVIEW, "The original states no licence.", "Under which licence is the original given?"),
    "no-original": Reason(Outcome.UNTESTED, "The licence is the one that the original states; the original was not given (--original-text)."),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; no licence was found in what was read."),
    "not-adapted": Reason(Outcome.INAPPLICABLE, "The copy is neither translated nor edited: its licence is the original's."),
    "no-sign": Reason(Outcome.INAPPLICABLE, "Nothing tells that the copy is an adaptation, and it states no other licence."),
}
_ORDER = ("same", "compatible", "no-version", "unclear", "vague", "clashing")
_RIGHT = ("same", "compatible")
_ALL_RIGHTS = tuple(
    map(
        fold,
        (
            "all rights reserved", "all rights are reserved", "tous droits réservés", "todos los derechos reservados", "alle Rechte vorbehalten",
            "tutti i diritti riservati", "todos os direitos reservados", "все права защищены", "alle rechten voorbehouden", "wszelkie prawa zastrzeżone",
            "всі права захищені", "alla rättigheter förbehållna", "alle rettigheter forbeholdt", "tüm hakları saklıdır", "جميع الحقوق محفوظة", "版权所有",
            "版權所有", "無断転載を禁", "무단전재",
        ),
    )
)  # fmt: skip
_COMPATIBLE = tuple(map(fold, ("Free Art License", "Licence Art Libre", "Lizenz Freie Kunst", "GNU General Public License", "GPLv3", "GPL-3.0")))


class _Seen(NamedTuple):
    """A statement with what it is worth. stated: the licence for a message."""

    reason: str
    evidence: Evidence
    stated: str
    how: str = ""


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Whether the copy is an adaptation, then what it states."""
    adapted = is_adaptation(case)
    if adapted is False:
        return Verdict(Outcome.INAPPLICABLE, "not-adapted")
    wanted = wanted_license(case, options)
    if wanted.obstacle:
        reason = wanted.obstacle if adapted else "no-sign"
        return Verdict(REASONS[reason].outcome, reason)
    seen = [found for mention in case.attribution.licenses if (found := _weigh(case, mention, wanted))]
    seen.sort(key=lambda found: _ORDER.index(found.reason))
    seen += [_Seen("clashing", looking.of_notice(notice, "context"), "all rights reserved") for notice in _reservations(case)]
    return _of_adaptation(case, wanted, seen) if adapted else _of_copy(wanted, seen)


def _of_adaptation(case: Case, wanted: Wanted, seen: list[_Seen]) -> Verdict:
    best = seen[0] if seen else None
    against = next((found for found in seen if found.reason == "clashing"), None)
    if best and best.reason in _RIGHT and against:
        return _verdict("contradicted", wanted, best.evidence, against.evidence, stated=best.stated, other=against.stated)
    if best and best.stated != "all rights reserved":
        return _verdict(best.reason, wanted, best.evidence, stated=best.stated, how=best.how)
    if case.article.incomplete:
        return _verdict("incomplete-input", wanted)
    named = _named_compatible(case)
    if named:
        return _verdict("named-compatible", wanted, named.evidence, stated=named.stated)
    if best:
        return _verdict("reserved", wanted, best.evidence)
    return _verdict("unknown-language" if case.unphrased else "absent", wanted, language=case.unphrased or "")


def _of_copy(wanted: Wanted, seen: list[_Seen]) -> Verdict:
    """A copy of which nobody knows whether it is an adaptation."""
    if seen and seen[0].reason == "clashing":
        return _verdict("maybe-adapted", wanted, seen[0].evidence, stated=seen[0].stated)
    return _verdict("no-sign", wanted)


def _verdict(reason: str, wanted: Wanted, *evidence: Evidence, **details: str) -> Verdict:
    details["wanted"] = " or ".join(map(short_name, wanted.ids)) or "a ShareAlike licence"
    return Verdict(REASONS[reason].outcome, reason, evidence, Searched(ARTICLE_ZONES, wanted.ids), tuple(details.items()))


def _weigh(case: Case, mention: LicenseMention, wanted: Wanted) -> _Seen | None:
    """One statement, None for one that says nothing of the article."""
    found = _shares(mention.id, wanted)
    subject = subject_of(case, mention)
    stands = standing.of_place(mention.zone, mention.hidden) if mention.zone is not Zone.METADATA else "in the metadata"
    if subject == "image" or (subject == "other" and stands != standing.SEEN):
        return None
    plain = subject == "text" and stands == standing.SEEN
    if not plain:
        if found not in _RIGHT:
            return None
        found = "unclear"
    how = stands if stands != standing.SEEN else "what it speaks of does not show"
    evidence = Evidence("match" if found in _RIGHT else "near-miss", mention.zone, mention.text, mention.href, mention.line)
    return _Seen(found, evidence, short_name(mention.id), how)


def _shares(stated: str, wanted: Wanted) -> str:
    """How the licence of an adaptation stands to the original's: a key of _ORDER."""
    if stated == UNSPECIFIED:
        return "vague"
    if not wanted.ids:
        return "same" if license_of(stated).shares_alike else "clashing"
    answers = {"same": "same", "coarser": "no-version", "country": "compatible", "later": "compatible"}
    found = [
        "clashing" if license_of(each).version == "1.0" and answer == "later" else answers.get(answer, "clashing")
        for each in wanted.ids
        if (answer := relation(stated, each))
    ]
    return min(found, key=_ORDER.index)


def _reservations(case: Case) -> Iterator[Notice]:
    """The notices beside the article by which the copying site reserves all rights."""
    for notice in case.attribution.notices:
        if notice.of_image or not counts(notice.zone, notice.hidden) or not any(_is_republisher(case, name) for name in notice.names):
            continue
        block = case.article.blocks[case.article.block_at(notice.start)]
        if any(words in case.attribution.folded[block.start : block.end] for words in _ALL_RIGHTS):
            yield notice


def _is_republisher(case: Case, name: str) -> bool:
    own = case.republisher
    return any(same_name(name, each) for each in own.names) or any(matches_host(name, host) for host in own.hosts)


def _named_compatible(case: Case) -> _Seen | None:
    """A licence of another house that may be compatible, where the article names one."""
    for words in _COMPATIBLE:
        at = case.attribution.folded.find(words)
        block = case.article.blocks[case.article.block_at(at)] if at >= 0 else None
        if block and counts(block.zone, block.hidden):
            return _Seen("named-compatible", looking.of_place(case.article, at, at + len(words), "near-miss"), case.article.text[at : at + len(words)])
    return None


SHARE_ALIKE = Kind(
    name="share-alike",
    title="An adaptation goes out under the same licence",
    manual=__doc__ or "",
    options={},
    reasons=REASONS,
    check=check,
    remedy=license_line,
)
