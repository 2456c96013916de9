"""license-statement: the copy says under which licence the article is given.

What it asks: in the article's own zones words, a badge or a link with words name the licence, so that a reader learns it. A
licence is its variant, its version and, where there is one, its country: CC BY-NC-ND 3.0 US is another licence than CC BY 4.0.
Words and the link beside them are read together. The licence of a picture, of music, of a theme, and the copying site's own in
its footer say nothing of the article.

Option license: the SPDX id of the licence, such as CC-BY-ND-4.0; empty means the licence of the terms they extend, else any
Creative Commons licence.
Option per_article: each original states its own licence, and that one is asked for; it takes --original-text.
Option lines: literal statements that count as well, such as "dl-de/by-2-0".

Passes:
  stated           Republished from The Gazette under CC BY-ND 4.0.
Fails:
  absent           no licence is named
  vague            license = "CC-BY-ND-4.0": under a Creative Commons licence (and no link says which)
  other-license    CC BY-NC 4.0 where CC BY 4.0 is the licence
  other-version    CC BY-ND 3.0 where CC BY-ND 4.0 is the licence
  hidden           <p hidden>CC BY-ND 4.0</p>
  metadata-only    <link rel="license" href="https://creativecommons.org/licenses/by-nd/4.0/">, or JSON-LD: no reader sees it
  image-only       Photo: Jane Doe, CC BY-ND 4.0: the licence of a picture
  site-license     <footer>Content of this site: CC BY-NC 4.0</footer>: the copying site's own
Needs a person:
  no-version       under CC BY-ND: the variant is right, the version or the country is missing
  which-license    the terms name no licence themselves, and the copy says "Creative Commons" only
  adapter-license  CC BY-SA 4.0 where CC BY-SA 3.0 is the licence: an adaptation may go out so, a mere copy may not
  unclear-subject  the licence is named, and what it is about does not show, or that the article is not under it
  outside-article  the right licence stands in the site's footer or navigation
  in-aside         it stands in a side box
  screen-only      it is hidden from screen readers (aria-hidden)
  some-screens     a style sheet hides it on some screens, or until a script shows it
  front-matter     license: CC-BY-ND-4.0 in the front matter of a Markdown file; the theme may print it
  feed-element     <link rel="license"> of a feed's entry; feed readers may show it
  terms-text       "You may republish this article under CC BY-ND 4.0": the terms' own text
  unknown-language no licence is named in a script or phrase that is known, and the article's language is none of the known ones
  original-silent  per_article: the original states no licence
Cannot be tested:
  no-original      per_article: the original was not given
  incomplete-input the page could not be read whole, and what was read names no licence
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from compliance.model.article import ARTICLE_ZONES, Zone
from compliance.model.attribution import LicenseMention
from compliance.model.case import Case
from compliance.model.finding import Evidence, Searched, Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.text.licenses import short_name
from compliance.text.patterns import lazy
from compliance.text.words import fold, is_dense
from compliance.weighing import licensing, looking, standing
from compliance.weighing.licensing import Wanted, compared, subject_of, wanted_license
from compliance.weighing.remedy_tags import license_line

REASONS = {
    "stated": Reason(Outcome.PASS, "The licence is stated: {stated}."),
    "absent": Reason(Outcome.FAIL, "The copy names no licence; the terms want {wanted} stated."),
    "vague": Reason(Outcome.FAIL, "The copy says “Creative Commons” only: nothing tells that it is {wanted}."),
    "other-license": Reason(Outcome.FAIL, "The copy states {stated}; the licence is {wanted}."),
    "other-version": Reason(Outcome.FAIL, "The copy states {stated}; the licence is {wanted}, another version."),
    "hidden": Reason(Outcome.FAIL, "The licence is hidden ({how}): a reader does not see it."),
    "metadata-only": Reason(Outcome.FAIL, "The licence {stated} stands in the metadata only: a reader does not see it."),
    "image-only": Reason(Outcome.FAIL, "The only licence on the page is a picture's ({stated})."),
    "site-license": Reason(Outcome.FAIL, "The only licence on the page is the copying site's own ({stated}, {zone})."),
    "no-version": Reason(
        Outcome.REVIEW,
        "The copy states {stated}; the licence in full is {wanted}.",
        "Is it clear to readers which version (and country) of the licence is meant?",
    ),
    "which-license": Reason(
        Outcome.REVIEW, "The copy says “Creative Commons” only, not which of its licences.", "Are the terms content with this, or must it say {wanted}?"
    ),
    "adapter-license": Reason(
        Outcome.REVIEW,
        "The copy states {stated}; the licence is {wanted}. An adaptation may be given under a later version or another country's.",
        "Is this copy an adaptation (translated, edited), so that {stated} is its own licence?",
    ),
    "unclear-subject": Reason(
        Outcome.REVIEW, "{stated} is named, but not plainly as the article's licence.", "Does this say that the article's own text is given under {stated}?"
    ),
    "outside-article": Reason(
        Outcome.REVIEW, "{stated} is stated outside the article only ({zone}).", "Does this statement speak of the article, or of the copying site?"
    ),
    "in-aside": Reason(Outcome.REVIEW, "The licence stands in a side box.", "Does this box speak of the article itself?"),
    "screen-only": Reason(Outcome.REVIEW, "The licence is hidden from screen readers (aria-hidden).", "Is a statement that screen readers skip good enough?"),
    "some-screens": Reason(
        Outcome.REVIEW, "A style sheet hides the licence on some screens, or until a script shows it.", "Do the page's readers see the licence?"
    ),
    "front-matter": Reason(
        Outcome.REVIEW, "The licence stands in the front matter ({stated}).", "Does the site's theme print this line of the front matter beside the article?"
    ),
    "feed-element": Reason(Outcome.REVIEW, "The licence stands in a field of the feed's entry ({stated}).", "Do the readers of this feed see the field?"),
    "terms-text": Reason(
        Outcome.REVIEW, "{stated} is named in the text of the reproduction terms only.", "Does this text tell readers under which licence the article stands?"
    ),
    "unknown-language": Reason(
        Outcome.REVIEW,
        "No licence was found; the article is in a language ({language}) whose words for one are not known.",
        "Does the copy state {wanted} in its own language?",
    ),
    "original-silent": Reason(Outcome.REVIEW, "The original states no licence that could be repeated.", "Under which licence is the original given?"),
    "no-original": Reason(Outcome.UNTESTED, "The licence is the one that the original states; the original was not given (--original-text)."),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; no licence was found in what was read."),
}
OPTIONS = licensing.OPTIONS | {"lines": Option(dict, (), (), "literal statements that count as well, a list or a table by language")}
_ORDER = (
    "stated", "no-version", "adapter-license", "in-aside", "screen-only", "some-screens", "front-matter", "feed-element", "terms-text", "outside-article",
    "unclear-subject", "which-license", "vague", "hidden", "other-version", "other-license", "metadata-only", "image-only", "site-license",
)  # fmt: skip
_NEEDS_WORDS = ("absent", "metadata-only")
_RIGHT = ("same", "no-version")
_SIGNS = lazy(r"[\W_]+")


class _Seen(NamedTuple):
    reason: str
    evidence: Evidence
    details: dict[str, str]


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Weigh every statement, and answer with the best of them."""
    wanted = wanted_license(case, options)
    seen = _lines(case, options["lines"])
    if wanted.obstacle and not any(found.reason == "stated" for found in seen):
        return Verdict(REASONS[wanted.obstacle].outcome, wanted.obstacle)
    seen += [found for mention in case.attribution.licenses if (found := _weigh(case, mention, wanted))]
    best = min(seen, key=lambda found: _ORDER.index(found.reason), default=None)
    reason = best.reason if best else "absent"
    if case.article.incomplete and REASONS[reason].outcome is Outcome.FAIL:
        reason = "incomplete-input"
    elif case.unphrased and reason in _NEEDS_WORDS:
        reason = "unknown-language"
    details = {"wanted": wanted.words, "language": case.unphrased or ""} | (best.details if best else {})
    evidence = (best.evidence,) if best else ()
    return Verdict(REASONS[reason].outcome, reason, evidence, Searched(ARTICLE_ZONES, wanted.ids), tuple(details.items()))


def _weigh(case: Case, mention: LicenseMention, wanted: Wanted) -> _Seen | None:
    """One statement, None for one that says nothing of the article's licence."""
    found = compared(case, mention.id, wanted)
    reason = _in_metadata(case, mention, found) if mention.zone is Zone.METADATA else _in_text(case, mention, found)
    if reason is None:
        return None
    zone = Zone.HIDDEN if reason == "hidden" else mention.zone
    role = "match" if reason == "stated" else "near-miss"
    evidence = Evidence(role, zone, mention.text or short_name(mention.id), mention.href, mention.line)
    return _Seen(reason, evidence, {"stated": short_name(mention.id), "how": mention.hidden or "", "zone": mention.zone.value})


def _in_metadata(case: Case, mention: LicenseMention, found: str) -> str | None:
    if found not in _RIGHT:
        return None
    said_by = {claim.name for claim in case.article.claims if claim.value[: len(mention.text)] == mention.text and claim.line == mention.line}
    if any(name.startswith("front-matter:") for name in said_by):
        return "front-matter"
    return "feed-element" if any(name.startswith("entry:") for name in said_by) else "metadata-only"


def _in_text(case: Case, mention: LicenseMention, found: str) -> str | None:
    if _is_blank(case, mention):
        return None
    subject = subject_of(case, mention)
    if subject == "image":
        return "image-only"
    stands = standing.of_place(mention.zone, mention.hidden)
    if stands != standing.SEEN and stands != "outside-article":
        return stands if found in _RIGHT else None
    if subject != "text":
        return "unclear-subject" if found in _RIGHT and stands == standing.SEEN else None
    if looking.in_terms(case, mention.start):
        return "terms-text" if found in (*_RIGHT, "which-license") else None
    if stands == standing.SEEN:
        return "stated" if found == "same" else found
    return "outside-article" if found == "same" else "site-license"


def _is_blank(case: Case, mention: LicenseMention) -> bool:
    """A link without words or image states nothing."""
    if mention.text or mention.href is None:
        return False
    return any(link.start == mention.start and link.href == mention.href and link.end <= link.start and not link.image for link in case.article.links)


def _lines(case: Case, lines: Any) -> list[_Seen]:
    """The literal statements, wherever they stand. Signs, spaces and case do not matter."""
    wanted = [(line, key) for _, texts in lines for line in texts if (key := _key(fold(line)))]
    found = []
    for block in case.article.blocks if wanted else ():
        words = _key(case.attribution.folded[block.start : block.end])
        for line, key in wanted:
            if not (key in words if is_dense(key[0]) else f" {key} " in f" {words} "):
                continue
            stands = "terms-text" if looking.in_terms(case, block.start) else standing.of_place(block.zone, block.hidden)
            reason = "stated" if stands == standing.SEEN and block.zone is not Zone.CAPTION else "image-only" if stands == standing.SEEN else stands
            evidence = looking.of_place(case.article, block.start, block.start, "match" if reason == "stated" else "near-miss")
            found.append(_Seen(reason, evidence, {"stated": line, "how": block.hidden or "", "zone": block.zone.value}))
    return found


def _key(folded: str) -> str:
    return _SIGNS.sub(" ", folded).strip()


LICENSE_STATEMENT = Kind(
    name="license-statement",
    title="The article's licence is stated",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
    remedy=license_line,
)
