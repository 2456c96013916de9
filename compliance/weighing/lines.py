"""What became of the words that the terms want: every place where they stand, or nearly stand, and what each is worth.

Shared by the kinds that ask for words (republication-line, boilerplate) and by placement, which asks where they stand.
"""

from collections.abc import Mapping
from typing import NamedTuple

from compliance.model.article import Zone, counts
from compliance.model.attribution import Credit
from compliance.model.case import Case
from compliance.model.finding import Evidence, Remedy, Verdict
from compliance.model.kind import Reason
from compliance.model.outcome import Outcome
from compliance.model.terms import Texts
from compliance.text.names import mentions, name_key
from compliance.text.patterns import lazy
from compliance.text.words import fold
from compliance.weighing import looking, places
from compliance.weighing.remedies import from_text, publisher_of
from compliance.weighing.slots import OTHER_PUBLISHER, SIMILAR, UNFILLED, worst
from compliance.weighing.wording import Match, Near, Template, find, in_terms, is_quoted, nearest, of_language, templates_of

PREFERRED = (
    "shown", "place-unclear", "in-text", "other-value", "quoted", "other-language", "screen-only", "some-screens", "front-matter", "in-aside", "in-caption",
    "similar", "unlisted-language", "misplaced", "unfilled", "other-publisher", "hidden", "outside-article", "terms-text-only", "metadata-only",
    "other-wording", "absent",
)  # fmt: skip
"""The best that can be said of a line comes first."""


_OPENING = 200  # characters of a block in which words may still begin it
_NAME = 80  # characters in which a name behind a line, or its sentence, goes on
_MIDST = lazy(r"[\w,][\"'”’»)\]*_]*\s+$")
_STOP = lazy(r"[.!?…]+[\"'”’»)\]*_]*\s+|[。！？\n]")
_SENTENCE = lazy(r"[.!?…][\"'”’»)\]]*\s+\W*$|[。！？\n]\W*$")


def reasons(what: str) -> dict[str, Reason]:
    """The reasons of a kind that asks for words. what: how messages call them: `line`, `paragraph`."""
    return {
        "shown": Reason(Outcome.PASS, f"The {what} is shown: “{{found}}”."),
        "absent": Reason(Outcome.FAIL, f"The {what} is not shown: “{{line}}”."),
        "other-publisher": Reason(Outcome.FAIL, f"The {what} does not name {{wanted}}: “{{said}}”."),
        "unfilled": Reason(Outcome.FAIL, f"The {what} has a slot that nobody filled ({{said}})."),
        "hidden": Reason(Outcome.FAIL, f"The {what} is hidden ({{how}}): a reader does not see it."),
        "outside-article": Reason(Outcome.FAIL, f"The {what} stands outside the article only ({{zone}})."),
        "terms-text-only": Reason(Outcome.FAIL, f"The {what} stands in the text of the reproduction terms only."),
        "metadata-only": Reason(Outcome.FAIL, f"The {what} stands in the metadata only ({{field}}): a reader does not see it."),
        **places.reasons(f"The {what}"),
        "similar": Reason(
            Outcome.REVIEW, f"The copy nearly has the {what}: “{{found}}”; the terms give: “{{line}}”.", "Is “{found}” close enough to “{line}”?"
        ),
        "other-value": Reason(
            Outcome.REVIEW, f"The {what} says “{{said}}” ({{slot}}); what is known of the original is {{wanted}}.", "Is “{said}” right, and {wanted} not?"
        ),
        "other-language": Reason(
            Outcome.REVIEW, f"The {what} is in another language than the article.", f"Do the terms accept the {what} in this language: “{{found}}”?"
        ),
        "unlisted-language": Reason(
            Outcome.REVIEW,
            f"The terms give no {what} in the article's language ({{language}}).",
            "Does a sentence beside the article say the same as “{line}”?",
        ),
        "quoted": Reason(Outcome.REVIEW, f"The {what} is quoted within a sentence.", f"Is this the {what} itself, or a sample of it?"),
        "in-caption": Reason(Outcome.REVIEW, f"The {what} stands in the caption of a picture.", "Does it speak of the article, or of the picture?"),
        "in-aside": Reason(Outcome.REVIEW, f"The {what} stands in a side box.", "Does this box speak of the article itself?"),
        "front-matter": Reason(
            Outcome.REVIEW, f"The {what} stands in the front matter.", "Does the site's theme print this line of the front matter beside the article?"
        ),
        "screen-only": Reason(Outcome.REVIEW, f"The {what} is hidden from screen readers (aria-hidden).", f"Is a {what} that screen readers skip good enough?"),
        "some-screens": Reason(
            Outcome.REVIEW, f"A style sheet hides the {what} on some screens, or until a script shows it.", f"Do the page's readers see the {what}?"
        ),
        "incomplete-input": Reason(Outcome.UNTESTED, f"The page could not be read whole; the {what} was not found in what was read."),
        "no-words": Reason(Outcome.UNTESTED, f"The terms' file gives no {what} to look for."),
    }


class Seen(NamedTuple):
    """A line at text[start:end] and what it is worth. said, wanted: for messages, what stands there and what should."""

    reason: str
    template: Template
    start: int
    end: int
    slot: str = ""
    said: str = ""
    wanted: str = ""


def seen(case: Case, texts: Texts, position: str, *, opens: bool = False) -> list[Seen]:
    """Every place of the texts, those in the article's own language first. opens: they are the first words of a paragraph."""
    asked, others = of_language(case, templates_of(texts))
    found = [_weigh(case, match, position, opens=opens) for template in asked for match in find(case, template)]
    if any(each.reason == "shown" for each in found):
        return found
    foreign = [_weigh(case, match, "any", opens=opens) for template in others for match in find(case, template)]
    if not asked:
        found += [_weigh(case, match, position, opens=opens) for template in others for match in find(case, template)]
    else:
        found += [each._replace(reason="other-language") if each.reason == "shown" else each for each in foreign]
    near = nearest(case, asked or others)
    if near and not any(each.start < near.end and near.start < each.end for each in found):
        found += [each if asked else each._replace(reason="unlisted-language") for each in _weigh_near(case, near)]
    return found


def _weigh(case: Case, match: Match, position: str, *, opens: bool) -> Seen:
    if in_terms(case, match):
        return Seen("terms-text-only", match.template, match.start, match.end)
    hindrance = places.hindrance(case.article, match.start, match.end)
    problem = worst(case, match)
    reason = problem.reason if problem.reason in (UNFILLED, OTHER_PUBLISHER) else hindrance or problem.reason
    if not reason and is_quoted(case, match):
        reason = "quoted"
    if not reason and opens and not _opens(case, match):
        reason = "in-text"
    if reason in ("", SIMILAR) and not opens and (reason or _is_clause(case, match) or _name_goes_on(case, match)):
        return Seen(SIMILAR, match.template, *_sentence(case, match))
    reason = reason or places.judged(case, "shown", position, match.start, match.end)
    return Seen(reason, match.template, match.start, match.end, problem.slot, problem.said, problem.wanted)


def _is_clause(case: Case, match: Match) -> bool:
    """Whether a line is no sentence of its own: "An earlier version said that this story was originally published by Grist"."""
    text = case.article.text
    block = case.article.blocks[case.article.block_at(match.start)]
    return match.template.text[:1].isupper() and text[match.start].islower() and _MIDST.search(text, block.start, match.start) is not None


def _name_goes_on(case: Case, match: Match) -> bool:
    """Whether the name that ends a line is the beginning of a longer one: "... published by Grist Mill Review"."""
    words = fold(case.article.text[match.start : match.end])
    names = {name_key(name) for name in looking.wanted_names(case)} | {fold(name) for name in looking.wanted_names(case)}
    return any(name and words.endswith(name) for name in names) and looking.goes_on(case, match.end)


def _sentence(case: Case, match: Match) -> tuple[int, int]:
    """The sentence in which a line stands, as far as its block goes."""
    text = case.article.text
    block = case.article.blocks[case.article.block_at(match.start)]
    start = max((end.end() for end in _STOP.finditer(text, block.start, match.start)), default=block.start)
    stop = _STOP.search(text, match.end, case.article.blocks[case.article.block_at(match.end - 1)].end)
    return start, min(match.end + _NAME, stop.start() if stop else block.end)


def _opens(case: Case, match: Match) -> bool:
    """Whether words open their block, or a line or a sentence of it."""
    block = case.article.blocks[case.article.block_at(match.start)]
    return match.start - block.start <= _OPENING or _SENTENCE.search(case.article.text, block.start, match.start) is not None


def _weigh_near(case: Case, near: Near) -> list[Seen]:
    """Nearly the line: a question, unless it names another publisher where the line names this one, or stands where nobody looks."""
    if places.hindrance(case.article, near.start, near.end) or any(start < near.start < end for start, end in case.attribution.terms_spans):
        return []
    block = case.article.blocks[case.article.block_at(near.start)]
    words = case.article.text[near.start : min(block.end, near.end + 40)]
    names = [name for name in looking.wanted_names(case) if mentions(near.template.text, name)]
    reason = "similar" if not names or looking.name_match(case, words) or any(mentions(words, name) for name in looking.wanted_names(case)) else OTHER_PUBLISHER
    return [Seen(reason, near.template, near.start, near.end, "publisher", words.strip(), publisher_of(case))]


def verdict(case: Case, reasons: Mapping[str, Reason], texts: Texts, position: str, *, opens: bool = False) -> Verdict:
    """The verdict of a kind that asks for words: the best place decides. opens: they are the first words of a paragraph, and no credit."""
    asked, others = of_language(case, templates_of(texts))
    first = next(iter(asked or others), None)
    if first is None:
        return Verdict(Outcome.UNTESTED, "no-words")
    found = seen(case, texts, position, opens=opens)
    best = min(found, key=lambda each: PREFERRED.index(each.reason), default=None)
    if best is None:
        return _without(case, reasons, first, foreign=not asked, credit=None if opens else _credit(case))
    reason = best.reason
    if case.article.incomplete and reasons[reason].outcome is Outcome.FAIL:
        reason = "incomplete-input"
    block = case.article.blocks[case.article.block_at(best.start)]
    details = {
        "line": wanted_text(case, best.template),
        "found": " ".join(case.article.text[best.start : best.end].split()),
        "slot": best.slot,
        "said": best.said,
        "wanted": best.wanted,
        "how": block.hidden or "",
        "zone": block.zone.value,
        "position": places.in_words(position),
        "language": case.article.language or "unknown",
    }
    role = "match" if reason == "shown" else "near-miss"
    evidence = looking.of_place(case.article, best.start, best.end, role)
    evidence = evidence._replace(zone=Zone.HIDDEN) if reason == "hidden" else evidence
    return _answer(case, reasons, reason, best.template, (evidence,), details)


def _without(case: Case, reasons: Mapping[str, Reason], template: Template, *, foreign: bool, credit: Credit | None) -> Verdict:
    """The words stand nowhere: what comes instead of them."""
    details = {"line": wanted_text(case, template), "language": case.article.language or "unknown"}
    evidence = (looking.of_credit(credit, "near-miss"),) if credit else ()
    claim = next((each for each in case.article.claims if _claims(template, each.value)), None)
    if case.article.incomplete:
        reason = "incomplete-input"
    elif foreign and (credit or case.unphrased or "other-wording" not in reasons or looking.mentions_of(case, looking.wanted_names(case))):
        reason = "unlisted-language"
    elif credit:
        reason, details = "other-wording", details | {"found": credit.text}
    elif claim:
        reason = "front-matter" if claim.name.startswith("front-matter:") else "metadata-only"
        details |= {"field": claim.name}
        evidence = (Evidence("near-miss", Zone.METADATA, claim.value[:200], None, claim.line),)
    else:
        reason = "absent"
    return _answer(case, reasons, reason, template, evidence, details)


def _claims(template: Template, value: str) -> bool:
    from compliance.weighing.wording import words_in

    words = [word.text for word in words_in(fold(value))]
    return len(template.literal) == len(template.words) and any(tuple(words[at : at + len(template.words)]) == template.words for at in range(len(words)))


def _answer(case: Case, reasons: Mapping[str, Reason], reason: str, template: Template, evidence: tuple[Evidence, ...], details: dict[str, str]) -> Verdict:
    outcome = reasons[reason].outcome
    remedy = remedy_of(case, template) if outcome is Outcome.FAIL else None
    return Verdict(outcome, reason, evidence, looking.searched(case, details["line"]), tuple(details.items()), remedy)


def _credit(case: Case) -> Credit | None:
    """A credit to the publisher in other words."""
    return next((credit for credit in case.attribution.credits if counts(credit.zone, credit.hidden) and looking.name_match(case, credit.text)), None)


def wanted_text(case: Case, template: Template) -> str:
    """The line as this copy should have it."""
    return from_text(case, template.text).text.rstrip(".")


def remedy_of(case: Case, template: Template) -> Remedy:
    """The same, ready to paste; a publisher's name that is written out becomes the hyperlink too."""
    text = template.text
    if "{publisher}" not in text and case.target:
        name = publisher_of(case)
        text = text.replace(name, "{publisher}", 1)
    return from_text(case, text)
