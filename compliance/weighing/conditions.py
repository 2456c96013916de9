"""Whether something is asked of a copy: the circumstances that `when` names. Three answers: yes, no, nothing tells."""

from collections.abc import Mapping

from compliance.model.case import Case
from compliance.model.terms import When
from compliance.text.language import primary
from compliance.weighing import bodies

_MEDIA = {"web": "on the web", "feed": "in a feed", "print": "in print", "newsletter": "in a newsletter"}


def holds(when: When, case: Case) -> bool | None:
    """Whether all of it holds: False as soon as one thing does not, None when one thing is unknown."""
    answers = [
        _all_among(case.occasion.media, when.medium),
        _among(primary(case.article.language), when.language),
        _among(case.occasion.edition, when.edition),
        True if when.edited is None else _as_wanted(is_edited(case), when.edited),
        True if when.translated is None else _as_wanted(is_translated(case), when.translated),
        _within(case, when.since, when.until),
    ]
    if False in answers:
        return False
    return None if None in answers else True


def in_words(when: When) -> str:
    """The circumstances for a message, as the end of "Is the copy ...?": "on the web, in the language fr, edited"."""
    told = [_either(when.medium, _MEDIA), _either(when.language, {}, "in the language "), _either(when.edition, {}, "of the edition ")]
    told += [word if flag else f"not {word}" for flag, word in ((when.edited, "edited"), (when.translated, "translated")) if flag is not None]
    days = " and ".join(words for words in (when.since and f"on {when.since} or later", when.until and f"before {when.until}") if words)
    return ", ".join(words for words in (*told, days and f"published {days}") if words)


def _either(values: tuple[str, ...], words: Mapping[str, str], before: str = "") -> str:
    return before + " or ".join(words.get(value, value) for value in values) if values else ""


def is_translated(case: Case) -> bool | None:
    """Whether the copy is in another language than the original: by the original, by the page's own words, by the publisher's languages."""
    own = primary(case.article.language)
    other = primary(case.reference.article.language) if case.reference else None
    if own and other:
        return own != other
    told = declared(case, "translated")
    if told is not None:
        return told
    if any(credit.sort == "translated" and credit.counts for credit in case.attribution.credits):
        return True
    languages = case.terms.publisher.languages if case.terms.publisher else ()
    if own is None or not languages:
        return None
    if own not in languages:
        return True
    return False if len(languages) == 1 else None


def is_edited(case: Case) -> bool | None:
    """Whether the copy's text differs from the original's: as the user declared it, else by comparing the two.

    None where they differ in small matters of writing only, or in passages that may not belong to the article.
    """
    told = declared(case, "edited")
    if told is not None:
        return told
    found = bodies.compared(case)
    if found is None or found.trouble:
        return None
    weights = {bodies.weight(change, found) for change in found.changes}
    if bodies.FIRM in weights:
        return None if bodies.revised_later(case) else True
    return None if weights - {bodies.NONE} else False


def declared(case: Case, word: str) -> bool | None:
    """What the user declared of a circumstance; None when nothing."""
    told = dict(case.declarations).get(word)
    return None if told is None else told != "false"


def _among(value: str | None, wanted: tuple[str, ...]) -> bool | None:
    if not wanted:
        return True
    return None if value is None else value in wanted


def _all_among(values: tuple[str, ...], wanted: tuple[str, ...]) -> bool | None:
    """Of several that may be: True when each is wanted, False when none is."""
    answers = {not wanted or value in wanted for value in values}
    return None if len(answers) > 1 else True in answers


def _as_wanted(value: bool | None, wanted: bool) -> bool | None:
    return None if value is None else value is wanted


def _within(case: Case, since: str, until: str) -> bool | None:
    """Whether the copy was published in these days. Without its date, times that are over are not asked of it, and today's are a question."""
    if not since and not until:
        return True
    day = case.occasion.published
    if day is not None:
        return (not since or day >= since) and (not until or day < until)
    today = case.occasion.today
    if today is None:
        return None
    return None if (not since or today >= since) and (not until or today < until) else False
