"""translator-credit: a translated copy names its translator.

What it asks: in the article's own zones a phrase of translation names a person or a group ("Translated by Jane Doe"), or the translator that
the copy's data name is named beside the article. It is asked of translations: the copy is in another language than the original that was
given, or than the publisher writes in, or it says itself that it is translated. The publisher's name and the copying site's are no
translator's.

Passes:
  named            <p>Translated by Jane Doe</p>
Fails:
  absent           nothing says who translated it
  hidden           <p hidden>Translated by Jane Doe</p>
  outside-article  <footer>Translated by Jane Doe</footer>, or in navigation, comments
  metadata-only    translator: Jane Doe in the front matter only
Needs a person:
  machine          "Machine translation", "Translated with DeepL": a translator is named that is none
  no-person        "Translated from the French", "Translated by The Duran": a phrase without a person
  in-caption       the translator is named in the caption of a picture
  in-aside         the translator is named in a side box
  screen-only      the line is hidden from screen readers (aria-hidden)
  some-screens     a style sheet hides the line on some screens, or until a script shows it
  front-matter     preface: "Translated by Jane Doe ..." in a Markdown file; the theme may print it
  unknown-language nothing was found, and of the article's language no phrases are known
Cannot be tested:
  incomplete-input the page could not be read whole, and what was read names no translator
Does not apply:
  not-translated   nothing says that the copy is a translation
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from compliance.model.article import PROSE, Zone, counts
from compliance.model.case import Case
from compliance.model.finding import Evidence, Verdict
from compliance.model.kind import Kind, Reason
from compliance.model.lexicon import Lexicon
from compliance.model.outcome import Outcome
from compliance.text.names import names_in, same_name
from compliance.text.patterns import lazy
from compliance.text.words import WORD, fold, is_dense, occurrences
from compliance.weighing import looking, places
from compliance.weighing.conditions import is_translated
from compliance.weighing.remedies import translator_line

REASONS = {
    "named": Reason(Outcome.PASS, "The translator is named: {said}."),
    "absent": Reason(Outcome.FAIL, "The copy is a translation, and no translator is named."),
    "hidden": Reason(Outcome.FAIL, "The translator's name is hidden ({how}): a reader does not see it."),
    "outside-article": Reason(Outcome.FAIL, "The translator is named outside the article only ({zone})."),
    "metadata-only": Reason(Outcome.FAIL, "The translator is named in the metadata only ({said}): a reader does not see it."),
    "machine": Reason(
        Outcome.REVIEW, "The copy says that a machine translated it: “{said}”.", "Do the terms accept a machine's translation that is named as one?"
    ),
    "no-person": Reason(Outcome.REVIEW, "The copy says that it is translated, but names no person: “{said}”.", "Does “{said}” say who translated it?"),
    "in-caption": Reason(
        Outcome.REVIEW, "The translator is named in the caption of a picture.", "Does this line speak of the article, or of the picture's words?"
    ),
    "in-aside": Reason(Outcome.REVIEW, "The translator is named in a side box.", "Does this box speak of the article itself?"),
    "screen-only": Reason(
        Outcome.REVIEW, "The translator's name is hidden from screen readers (aria-hidden).", "Is a name that screen readers skip good enough?"
    ),
    "some-screens": Reason(
        Outcome.REVIEW, "A style sheet hides the translator's name on some screens, or until a script shows it.", "Do the page's readers see the name?"
    ),
    "front-matter": Reason(
        Outcome.REVIEW, "The translator is named in the front matter.", "Does the site's theme print this line of the front matter beside the article?"
    ),
    "unknown-language": Reason(
        Outcome.REVIEW,
        "No translator was found; of the article's language ({language}) no phrases are known.",
        "Does a sentence in this language name the translator?",
    ),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; no translator is named in what was read."),
    "not-translated": Reason(Outcome.INAPPLICABLE, "Nothing says that the copy is a translation."),
}
_ORDER = (
    "named", "machine", "screen-only", "some-screens", "front-matter", "in-aside", "in-caption", "no-person", "hidden", "outside-article",
)  # fmt: skip
_CLAIMS = ("ld:translator", "front-matter:translator", "front-matter:translators", "front-matter:translated_by", "front-matter:translator.name")
_SHORT = 300  # characters of a line that speaks of the article; a longer one is prose
_SHORTEST = 4  # letters of a word that speaks of translation by itself
_FEW = 2  # words before one that speaks of translation: "Article traduit", "Now translated"
_SENTENCES = lazy(r"[.!?…]\s|[\n|·•]")
_SILENT = frozenset(
    "adaptation deutsch deutsche english esperanta magyar magyarra nederlandse suomeksi svensk version versao versione русский αποδοση النسخه نقله نقلها نقلته "
    "अंग्रेज़ी अंग्रेजी हिन्दी हिंदी द्वारा ইংরেজি বাংলা автор".split()
)
"""Words with which phrases of translation begin, and which say nothing of it by themselves."""


class _Seen(NamedTuple):
    """What stands at text[start:end], and what it is worth. said: the name, or the words."""

    reason: str
    start: int
    end: int
    said: str


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Look for translators, then for machines, then for phrases that name nobody."""
    seen = [*_translators(case), *_told(case), *_machines(case)]
    seen += [] if seen else _phrases(case)
    translated = is_translated(case)
    if not translated and not (translated is None and any(each.reason in ("named", "machine", "no-person") for each in seen)):
        return Verdict(Outcome.INAPPLICABLE, "not-translated", searched=looking.searched(case))
    best = min(seen, key=lambda each: _ORDER.index(each.reason), default=None)
    claim = next(iter(case.article.claimed(*_CLAIMS)), None)
    details = {"language": case.unphrased or ""}
    evidence: tuple[Evidence, ...] = ()
    if best:
        reason = best.reason
        block = case.article.blocks[case.article.block_at(best.start)]
        evidence = (looking.of_place(case.article, best.start, best.end, "match" if reason == "named" else "near-miss"),)
        details |= {"said": best.said, "how": block.hidden or "", "zone": block.zone.value}
    elif claim:
        reason, details = "metadata-only", details | {"said": claim.value}
        evidence = (Evidence("near-miss", Zone.METADATA, claim.value[:200], None, claim.line),)
    else:
        reason = "unknown-language" if case.unphrased else "absent"
    if case.article.incomplete and reason != "named" and REASONS[reason].outcome is not Outcome.REVIEW:
        reason = "incomplete-input"
    remedy = translator_line(case, claim.value if claim else "") if REASONS[reason].outcome is Outcome.FAIL else None
    return Verdict(REASONS[reason].outcome, reason, evidence, looking.searched(case), tuple(details.items()), remedy)


def _translators(case: Case) -> Iterator[_Seen]:
    """The credits that name a translator."""
    for credit in case.attribution.credits:
        if credit.sort != "translated" or looking.in_terms(case, credit.start):
            continue
        hindrance = places.hindrance(case.article, credit.start, credit.end)
        if credit.name and _is_machine(case, credit.name):
            yield _Seen(hindrance or "machine", credit.start, credit.end, credit.name)
        elif credit.name and _is_person(case, credit.name):
            yield _Seen(hindrance or "named", credit.start, credit.end, credit.name)
        elif hindrance is None:
            yield _Seen("no-person", credit.start, credit.end, credit.text)


def _is_person(case: Case, name: str) -> bool:
    """Whether a name may be a translator's: no publisher, no copying site, no outlet with its article."""
    if looking.name_match(case, name) or any(same_name(name, own) for own in case.republisher.names):
        return False
    return fold(name.split(maxsplit=1)[0]) not in case.lexicon.articles


def _told(case: Case) -> Iterator[_Seen]:
    """The translator that the copy's data name, where the name stands beside the article."""
    for claim in case.article.claimed(*_CLAIMS):
        for at in names_in(case.attribution.folded, claim.value):
            block = case.article.blocks[case.article.block_at(at)]
            if block.end - block.start <= _SHORT and not looking.in_terms(case, at):
                reason = places.hindrance(case.article, at, at + len(claim.value)) or "named"
                yield _Seen(reason, at, at + len(claim.value), claim.value)


def _is_machine(case: Case, name: str) -> bool:
    """Whether a name is a machine's, or begins one: "Google Translate", "Google", "AI"."""
    folded = fold(name)
    return any(_stands(folded, word) or word.startswith((folded + " ", folded + "-", folded + ".")) for word in case.lexicon.machine_translation)


def _stands(folded: str, word: str) -> bool:
    return word in folded if is_dense(word[0]) else bool(occurrences(folded, word))


def _machines(case: Case) -> Iterator[_Seen]:
    """Short lines beside the article that say that a machine translated it."""
    folded = case.attribution.folded
    for word in case.lexicon.machine_translation:
        at = folded.find(word)
        if at >= 0 and _stands(folded, word) and _speaks(case, at):
            yield _Seen("machine", at, at + len(word), case.article.text[at : at + len(word)])


def _speaks(case: Case, at: int) -> bool:
    """Whether a short line in a place that speaks of the article stands at an offset."""
    block = case.article.blocks[case.article.block_at(at)]
    return (
        block.end - block.start <= (PROSE if block.zone is Zone.BODY else _SHORT)
        and counts(block.zone, block.hidden)
        and block.tag != "h1"
        and not looking.in_terms(case, at)
    )


def _phrases(case: Case) -> Iterator[_Seen]:
    """Short lines that speak of a translation and name nobody."""
    folded = case.attribution.folded
    for word in _words(case.lexicon):
        places_ = occurrences(folded, word) if not is_dense(word[0]) else [at for at in (folded.find(word),) if at >= 0]
        at = next((at for at in places_ if _speaks(case, at) and _of_article(case, at)), None)
        if at is not None:
            block = case.article.blocks[case.article.block_at(at)]
            yield _Seen("no-person", at, at + len(word), case.article.text[block.start : block.end])


def _of_article(case: Case, at: int) -> bool:
    """Whether a word of translation in the story's own lines speaks of the article, and not of a book in it: it opens a sentence, or "this article" does."""
    block = case.article.blocks[case.article.block_at(at)]
    before = _SENTENCES.split(case.attribution.folded[block.start : at])[-1]
    words = WORD.findall(before)
    return block.zone is not Zone.BODY or len(words) <= _FEW or any(map(is_dense, before)) or not case.lexicon.subject.isdisjoint(words)


def _words(lexicon: Lexicon) -> list[str]:
    """The words with which phrases of translation begin: "translated", "traduction"."""
    phrases = [entry[3] or entry[4] for index in (lexicon.spaced, lexicon.dense) for entries in index.values() for entry in entries if entry[2] == "translated"]
    words = {phrase.rstrip(": ") if is_dense(phrase[0]) else (WORD.findall(phrase) or [""])[0] for phrase in phrases}
    return sorted(word for word in words - _SILENT if len(word) > (1 if is_dense(word[0]) else _SHORTEST))


TRANSLATOR_CREDIT = Kind(
    name="translator-credit",
    title="The translator is named",
    manual=__doc__ or "",
    options={},
    reasons=REASONS,
    check=check,
)
