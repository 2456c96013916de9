"""Whether something is asked of a copy: the circumstances that `when` names. Three answers: yes, no, nothing tells."""

from compliance.model.case import Case
from compliance.model.terms import When
from compliance.requirements import bodies
from compliance.text.language import primary


def holds(when: When, case: Case) -> bool | None:
    """Whether all of it holds: False as soon as one thing does not, None when one thing is unknown."""
    answers = [
        _among(case.occasion.medium, when.medium),
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
    """The circumstances for a message: "web, in fr, edited copies"."""
    told = [*when.medium, *(f"in {language}" for language in when.language), *(f"edition {edition}" for edition in when.edition)]
    for flag, word in ((when.edited, "edited"), (when.translated, "translated")):
        if flag is not None:
            told.append(f"{word if flag else f'not {word}'}")
    if when.since or when.until:
        told.append(" ".join(word for word in (f"from {when.since}" if when.since else "", f"until {when.until}" if when.until else "") if word))
    return ", ".join(told)


def is_translated(case: Case) -> bool | None:
    """Whether the copy is in another language than the original: by the original, by the page's own words, by the publisher's languages."""
    own = primary(case.article.language)
    if case.reference is not None:
        other = primary(case.reference.article.language)
        return None if own is None or other is None else own != other
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
