"""A sentence of terms, read: how its pieces speak, and what each of them proposes."""

from typing import NamedTuple

from compliance.drafting.phrases import Match, unfold, words_of
from compliance.drafting.proposals import Proposal
from compliance.drafting.sentences import Sentence
from compliance.drafting.speech import ASKING, Level, level_of_lead, pieces_of
from compliance.drafting.telling import Telling
from compliance.drafting.vocabulary import Vocabulary

_LOOSE = ("speech.", "words.", "units.", "edits.", "places.", "when.", "slots.", "skip.s", "skip.p")
"""Keys of words that may be part of a longer phrase and count all the same."""
_LONGEST = 400  # words of a sentence
_QUOTED = 4  # words of the shortest line


class Read(NamedTuple):
    """A sentence that was read. levels: how its pieces speak. ours: it speaks of you and us. early: it begins with republishing.

    skipped: it is a question, a disclaimer, or about something else. keys: of all that was found in it. size: how much that is.
    """

    sentence: Sentence
    levels: tuple[Level, ...] = ()
    ours: bool = False
    early: bool = False
    skipped: bool = True
    keys: frozenset[str] = frozenset()
    size: int = 0
    proposals: tuple[Proposal, ...] = ()

    @property
    def republishes(self) -> bool:
        """Whether it speaks of republishing."""
        return "words.republish" in self.keys

    @property
    def licensed(self) -> bool:
        """Whether it speaks of a licence."""
        return "words.licensed" in self.keys

    @property
    def asks(self) -> bool:
        """Whether it asks for something, or forbids it."""
        return any(level in ASKING or level in (Level.NOT, Level.OUT, Level.CONTACT) for level in self.levels)

    @property
    def allows(self) -> bool:
        """Whether it allows something."""
        return Level.MAY in self.levels or Level.ONLY in self.levels


class Reader:
    """Reads sentences of one language."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.language = vocabulary.language
        self._vocabulary = vocabulary
        self._leads: dict[str, tuple[Level, bool]] = {}

    def read(self, sentence: Sentence, literal: str = "") -> Read:
        """What a sentence says. literal: what the block after it holds, when it ends with a colon."""
        sentence, rest = self._cut(sentence)
        words = sentence.words
        if not words or len(words) > _LONGEST:
            return Read(sentence)
        found = self._vocabulary.find(words)
        matches = [*(match for match in found if match.key.startswith(_LOOSE)), *unfold([match for match in found if not match.key.startswith(_LOOSE)])]
        keys = frozenset(match.key for match in found)
        lead, ours = self._lead(sentence.lead) if sentence.lead else (Level.PLAIN, False)
        base = lead if sentence.first else Level.PLAIN
        pieces = pieces_of(words, matches, base)
        skipped = sentence.asks or "skip.sentences" in keys
        proposals = () if skipped else tuple(Telling(self._vocabulary, sentence, rest or literal, matches, pieces, base).proposals())
        return Read(
            sentence=sentence,
            levels=tuple(piece.level for piece in pieces),
            ours=ours or "words.ours" in keys,
            early=any(match.key == "words.republish" and match.first < 2 for match in found),
            skipped=skipped,
            keys=keys,
            size=len(matches),
            proposals=proposals,
        )

    def speaks(self, text: str, key: str) -> bool:
        """Whether a phrase of a key stands in a text."""
        return any(match.key == key for match in self._vocabulary.find_in(text))

    def _cut(self, sentence: Sentence) -> tuple[Sentence, str]:
        """A sentence before the colon behind which it gives a line ("include the following line: …"), and that line."""
        before, colon, rest = sentence.text.partition(": ")
        if not colon or sentence.quotes or len(rest.split()) < _QUOTED or not self.speaks(before, "republication-line.asks"):
            return sentence, ""
        return sentence._replace(words=words_of(before)), rest.strip()

    def _lead(self, lead: str) -> tuple[Level, bool]:
        """How the items that a text leads in speak, and whether it speaks of you and us."""
        if lead not in self._leads:
            words = words_of(lead)
            found: list[Match] = self._vocabulary.find(words) if words and len(words) <= _LONGEST and not lead.endswith("?") else []
            self._leads[lead] = level_of_lead(unfold(found), words), any(match.key == "words.ours" for match in found)
        return self._leads[lead]
