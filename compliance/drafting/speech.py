"""How a sentence speaks, piece by piece: what it asks, what it allows, what it forbids, and what it frees from."""

from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from compliance.drafting.phrases import Match, Word


class Level(StrEnum):
    """How a piece of a sentence speaks.

    CONTACT names somebody to write to. WITH is what a permission depends on in a word or two ("with a link"). NEGATED is a bare "not",
    which forbids where something is asked, and only until the next comma or joint. FREELY frees, but where something is forbidden it is
    part of that ("without permission"). PLAIN asks for nothing.
    """

    MUST = "must"
    CONTACT = "contact"
    SHOULD = "should"
    MAY = "may"
    NOT = "not"
    NEGATED = "negated"
    ONLY = "only"
    FREE = "free"
    FREELY = "freely"
    CONDITION = "condition"
    WITH = "with"
    IF = "if"
    EXCEPT = "except"
    OUT = "out"
    IMPERATIVE = "imperative"
    PLAIN = "plain"


ASKING = frozenset((Level.MUST, Level.SHOULD, Level.ONLY, Level.CONDITION, Level.WITH))
_MAIN = frozenset((Level.MUST, Level.CONTACT, Level.SHOULD, Level.MAY, Level.NOT, Level.ONLY, Level.FREE, Level.OUT))
_RANK = (
    Level.FREE,
    Level.FREELY,
    Level.NOT,
    Level.NEGATED,
    Level.OUT,
    Level.ONLY,
    Level.CONDITION,
    Level.CONTACT,
    Level.MUST,
    Level.SHOULD,
    Level.MAY,
    Level.EXCEPT,
    Level.IMPERATIVE,
    Level.IF,
    Level.WITH,
)
_AT_ONCE = frozenset((Level.CONDITION, Level.WITH, Level.IF, Level.EXCEPT))
_LEADING = {Level.CONTACT: Level.PLAIN, Level.CONDITION: Level.MUST, Level.NEGATED: Level.NOT, Level.FREELY: Level.FREE}
_STRONG = (";", ":")
_BEFORE = 3  # words between "not" and what it turns round: "does not in any way require"
_PREFIX = "speech."
_BESIDE = 2  # words between two triggers of which the second belongs to the first: "need not contact us"


class Piece(NamedTuple):
    """words[start:end] of a sentence, and how they speak. before: how what stands before it speaks. gentle: a wish rather than a duty."""

    start: int
    end: int
    level: Level
    before: Level


class _Trigger(NamedTuple):
    first: int
    last: int
    level: Level


def pieces_of(words: list[Word], matches: list[Match], base: Level) -> list[Piece]:
    """The pieces of a sentence.

    matches: all that was found in it. base: how it speaks where it does not say: an item of a list speaks as what leads the list in.
    """
    joints = _places(matches, "words.joints")
    republishes = any(match.key == "words.republish" for match in matches)
    commands = joints if base is Level.PLAIN else None
    triggers = _resolved(_without_nouns(words, _triggers(words, matches, commands), joints), base, republishes=republishes)
    if base is not Level.PLAIN and not any(trigger.level in _MAIN and trigger.level is not Level.FREE for trigger in triggers):
        triggers.insert(0, _Trigger(0, 0, base))
    triggers = _returned(words, triggers, joints, base)
    if not triggers:
        return [Piece(0, len(words), Level.PLAIN, Level.PLAIN)]
    starts = [_after_semicolon(words, triggers[0].first), *(_border(words, joints, one, other) for one, other in pairwise(triggers))]
    ends = [*starts[1:], len(words)]
    before = [Level.PLAIN, *(trigger.level for trigger in triggers)]
    found = [Piece(start, end, trigger.level, last) for start, end, trigger, last in zip(starts, ends, triggers, before, strict=False)]
    return [Piece(0, starts[0], Level.PLAIN, Level.PLAIN), *found] if starts[0] else found


def level_of_lead(matches: list[Match], words: list[Word]) -> Level:
    """How the items of a list speak that a sentence or heading leads in."""
    levels = [_LEADING.get(trigger.level, trigger.level) for trigger in _triggers(words, matches, None)]
    levels = [level for level in levels if level in _MAIN]
    if any(match.key == "words.list" for match in matches) and not any(level in (Level.FREE, Level.NOT) for level in levels):
        return Level.MUST
    return levels[-1] if levels else Level.PLAIN


def _triggers(words: list[Word], matches: list[Match], joints: frozenset[int] | None) -> list[_Trigger]:
    """The words that tell how a piece speaks, in their order; of two that share a word the longer one tells.

    joints: None where no command can stand, because something else has said already how the sentence speaks.
    """
    spoken = [(match, Level(match.key.removeprefix(_PREFIX))) for match in matches if match.key.startswith(_PREFIX)]
    leads = {-1, *_places(matches, "words.adverbs")} if joints is not None else set()
    commands = {place for place in range(len(words)) if joints is not None and (words[place].before or place - 1 in joints or _first(place, leads))}
    spoken = [(match, level) for match, level in spoken if level is not Level.IMPERATIVE or match.first in commands]
    spoken.sort(key=lambda each: (-len(each[0].places), _RANK.index(each[1]), each[0].first))
    taken: set[int] = set()
    found: list[_Trigger] = []
    for match, level in spoken:
        if taken.isdisjoint(match.places):
            taken.update(match.places)
            found.append(_Trigger(match.first, match.last, level))
    negations = frozenset(match.last for match in matches if match.key == "words.negations")
    joining = _places(matches, "words.joints")
    return sorted(each._replace(level=Level.FREE) if _turned(words, each, negations, joining) else each for each in found)


def _first(place: int, leads: set[int]) -> bool:
    """Whether a verb opens the sentence, but for an adverb: "always credit …"."""
    return place == 0 or (place == 1 and 0 in leads)


def _places(matches: list[Match], key: str) -> frozenset[int]:
    return frozenset(match.first for match in matches if match.key == key)


def _after_semicolon(words: list[Word], first: int) -> int:
    """Where the part of a sentence begins in which its first trigger stands; what a semicolon parts from it says nothing of its kind."""
    return max((place for place in range(1, first + 1) if words[place].before == ";"), default=0)


def _turned(words: list[Word], trigger: _Trigger, negations: frozenset[int], joints: frozenset[int]) -> bool:
    """Whether something is said not to be asked: "does not require", "nobody has to", "requires no"."""
    if trigger.level not in (Level.MUST, Level.SHOULD):
        return False
    for place in range(trigger.first - 1, max(-1, trigger.first - 1 - _BEFORE), -1):
        if words[place + 1].before or place in joints:
            break
        if place in negations:
            return True
    after = trigger.last + 1
    return trigger.level is Level.MUST and after in negations and not words[after].before


def _without_nouns(words: list[Word], triggers: list[_Trigger], joints: frozenset[int]) -> list[_Trigger]:
    """The triggers without commands that are none, "link to us is optional" begins with a noun; a wish that runs on softens what it follows."""
    found = []
    for trigger, after in zip(triggers, [*triggers[1:], None], strict=False):
        runs_on = after is not None and not any(words[place].before or place in joints for place in range(trigger.last + 1, after.first + 1))
        if not (after and runs_on):
            found.append(trigger)
        elif after.level is Level.SHOULD and trigger.level in (Level.MUST, Level.IMPERATIVE):
            found.append(trigger._replace(level=Level.SHOULD))
        elif trigger.level is not Level.IMPERATIVE or after.level not in _MAIN:
            found.append(trigger)
    return found


def _returned(words: list[Word], triggers: list[_Trigger], joints: frozenset[int], base: Level) -> list[_Trigger]:
    """The triggers with bare negations as prohibitions, and behind each of them what was said before it going on."""
    found: list[_Trigger] = []
    last = base
    for number, trigger in enumerate(triggers):
        if trigger.level is not Level.NEGATED:
            last = trigger.level
            found.append(trigger)
            continue
        found.append(trigger._replace(level=Level.NOT))
        end = triggers[number + 1].first if number + 1 < len(triggers) else len(words)
        back = next((place for place in range(trigger.last + 1, end) if words[place].before or place in joints), None)
        if back is not None:
            found.append(_Trigger(back, back, last))
    return found


def _resolved(triggers: list[_Trigger], base: Level, *, republishes: bool) -> list[_Trigger]:
    """The triggers with what depends on others decided: commands, conditions, what comes with a permission."""
    found: list[_Trigger] = []
    for number, trigger in enumerate(triggers):
        before = [each.level for each in found]
        after = [each.level for each in triggers[number + 1 :] if each.level in _MAIN]
        level = trigger.level
        if level is Level.IMPERATIVE:
            if any(each.level in _MAIN or each.level is Level.FREELY for each in triggers[:number]):
                continue
            level = Level.MUST
        elif level is Level.CONTACT:
            if found and found[-1].level in (Level.FREE, Level.MUST, Level.NOT) and trigger.first - found[-1].last <= _BESIDE:
                continue
        elif level is Level.IF:
            allowed = Level.MAY in before if any(each in _MAIN for each in before) else after[:1] == [Level.MAY]
            level = Level.CONDITION if allowed and republishes else Level.FREE
        elif level is Level.FREELY:
            if any(each.level in (Level.NOT, Level.ONLY) for each in triggers):
                continue
            level = Level.FREE
        elif level is Level.NEGATED:
            if base not in ASKING and trigger.first > 0 and not any(each in ASKING or each is Level.NOT for each in before):
                continue
        elif level is Level.WITH and not (before and before[-1] in (Level.MAY, Level.ONLY, Level.WITH)):
            continue
        found.append(trigger._replace(level=level))
    return found


def _border(words: list[Word], joints: frozenset[int], one: _Trigger, other: _Trigger) -> int:
    """Where the second of two pieces begins: at the strongest mark between their triggers, the last of equals."""
    if other.level in _AT_ONCE:
        return other.first
    best, strength = other.first, 0
    for place in range(one.first + 1, other.first + 1):
        word = words[place]
        here = 3 if word.before in _STRONG else 2 if word.before == "," else 1 if place in joints else 0
        if here and here >= strength:
            best, strength = place, here
    return best
