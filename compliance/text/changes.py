"""What one text has otherwise than another, word by word: what was cut, added, changed, and what is a matter of writing only.

Both texts are given as their passages: paragraphs in order. Some of them may be no part of the text that is compared (a title, a credit);
they are there to be recognised, and nothing is said of them. Paragraphs may be joined or split: only words are compared.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compliance.text.alignment import align, covered, shingles
from compliance.text.gaps import Gap, gaps_of, runs_between
from compliance.text.sides import Passage, Side, side_of
from compliance.text.words import is_dense
from compliance.text.writing import PLAIN, Writing, canonical, same_written, tells_place, tells_time
from compliance.text.written import written_otherwise

_RUN, _RUN_DENSE = 4, 8  # words, or letters of a script without spaces, that are no coincidence
_STANDS = 0.8  # of a passage's words that stand elsewhere too: it was moved, or stands there twice
_SHORT = 12  # words of a change that may be one of time or place
_FEW, _FEW_DENSE = 3, 6  # words of a change that may be one of style
_BETWEEN = 2  # words in common between two changes that may be one
_OPENING = 10  # words of a dateline
_MARKS = 40  # changes of writing that are told one by one
_MOST = 2000  # changes that are looked at closely; a text with more of them is another text
_AMBIGUOUS = frozenset(("may", "march", "mar"))
"""Months that are common words where they are written small."""


class Change(NamedTuple):
    """One place where the texts differ.

    kind: `typography` (quotes, dashes, spaces, capitals), `style` (spelling, figures, abbreviations, other punctuation), `time`, `place`, `headline`,
    `cut`, `added`, `changed`, or `moved`. maybe: kinds that it may be instead, which only a reader can tell.
    old, new: the words; both spans are offsets that the passages gave, empty at the place where nothing stands.
    old_words, new_words: how many. whole: whole sentences. edge: it stands before or behind all that both texts share.
    doubtful: it concerns only passages that may not belong to the text.
    """

    kind: str
    maybe: tuple[str, ...]
    old: str
    new: str
    old_span: tuple[int, int]
    new_span: tuple[int, int]
    old_words: int
    new_words: int
    whole: bool
    edge: str
    doubtful: bool


class Comparison(NamedTuple):
    """All changes, in the order of the texts.

    old_words, new_words: how many words were compared on each side. kept: how many of the old ones stand in runs that the new text has too,
    taken: how many of the new ones the old text has too.
    """

    changes: tuple[Change, ...]
    old_words: int
    new_words: int
    kept: int
    taken: int


def compare(old: tuple[Passage, ...], new: tuple[Passage, ...], writing: Writing = PLAIN) -> Comparison:
    """Compare two texts."""
    one, other = side_of(old), side_of(new)
    finder = _Finder(one, other, writing)
    return Comparison(tuple(finder.changes()), *finder.counts())


class _Finder:
    """One comparison at work."""

    def __init__(self, old: Side, new: Side, writing: Writing) -> None:
        self._old = old
        self._new = new
        self._writing = writing
        dense = sum(is_dense(key[0]) for key in old.keys[:400]) * 2 > min(400, len(old.keys))
        self._length = _RUN_DENSE if dense else _RUN
        self._few = _FEW_DENSE if dense else _FEW
        self._old_runs = Counter(shingles(old.keys, self._length))
        self._new_runs = Counter(shingles(new.keys, self._length))
        self._first, self._last = 0, -1

    def counts(self) -> tuple[int, int, int, int]:
        """Words of both sides, kept, taken."""
        old, new = self._old, self._new
        kept = sum(both and core for both, core in zip(self._covered(old.keys, self._new_runs), old.core, strict=True))
        taken = sum(both and core for both, core in zip(self._covered(new.keys, self._old_runs), new.core, strict=True))
        return sum(old.core), sum(new.core), kept, taken

    def changes(self) -> Iterator[Change]:
        """All changes, those of writing only in their places among the others."""
        old, new = self._old, self._new
        gaps = list(self._same_joined(gaps_of(align(old.keys, new.keys), old, new)))
        self._first, self._last = self._shared(gaps)
        found = [change for gap in gaps[:_MOST] if (change := self._change(gap))]
        found += [self._plain("changed", gap) for gap in gaps[_MOST:]]
        found += self._marks(gaps)
        yield from sorted(found, key=lambda change: (change.new_span, change.old_span))

    def _shared(self, gaps: list[Gap]) -> tuple[int, int]:
        """The first and the last word of the old text that both have as part of what is compared."""
        first, last = len(self._old.keys), -1
        for run in runs_between(gaps, len(self._old.keys)):
            both = [run.old + step for step in range(run.size) if self._old.core[run.old + step] and self._new.core[run.new + step]]
            if both:
                first, last = min(first, both[0]), both[-1]
        return first, last

    def _same_joined(self, gaps: list[Gap]) -> Iterator[Gap]:
        """Gaps, but for two whose words say the same when they are taken together: "ten million dollars" and "$10 million"."""
        last: Gap | None = None
        for gap in gaps:
            if last and gap.old - last.old_end <= _BETWEEN and max(last.size, gap.size) <= self._few:
                joined = Gap(last.old, gap.old_end, last.new, gap.new_end, last.before, gap.after)
                one, other = self._old.keys[joined.old : joined.old_end], self._new.keys[joined.new : joined.new_end]
                if same_written(one, other, self._writing):
                    last = joined
                    continue
            if last:
                yield last
            last = gap
        if last:
            yield last

    def _marks(self, gaps: list[Gap]) -> list[Change]:
        """What is written otherwise in the words that both have."""
        found: list[Change] = []
        counts: Counter[str] = Counter()
        for run in runs_between(gaps, len(self._old.keys)):
            for kind, maybe, at, there, size in written_otherwise(run, self._old, self._new):
                counts[kind] += 1
                if counts[kind] <= _MARKS and self._old.core[at] and self._new.core[there]:
                    found.append(self._plain(kind, Gap(at, at + size, there, there + size), maybe))
        return found

    def _change(self, gap: Gap) -> Change | None:
        """What a gap is, None when it says nothing of the text."""
        old, new = self._old, self._new
        before = [at for at in range(gap.old, gap.old_end) if old.core[at]]
        after = [at for at in range(gap.new, gap.new_end) if new.core[at]]
        if not before and not after:
            return None
        kind, maybe = self._kind(gap, before, after)
        return self._plain(kind, gap, maybe, before, after) if kind else None

    def _kind(self, gap: Gap, before: list[int], after: list[int]) -> tuple[str, tuple[str, ...]]:
        """The kind of a change, and what it may be instead; an empty kind for what is no change."""
        old, new, writing = self._old, self._new, self._writing
        one, other = [old.keys[at] for at in before], [new.keys[at] for at in after]
        if all(old.heading[at] for at in before) and all(new.heading[at] for at in after):
            return "headline", ()
        told: set[str] = set()
        if max(len(one), len(other)) <= _SHORT:
            if same_written(one, other, writing):
                return "style", ()
            told = set(self._told(gap))
            for kind in ("style", "time", "place"):
                if kind in told:
                    return kind, () if kind == "style" else ("style",)
            if self._opens(before, after):
                return "place", ("style",)
        if not before or not after:
            return self._one_sided(gap, one or other, cut=bool(before), told=told)
        return "changed", self._maybe(one, other, gap, told)

    def _one_sided(self, gap: Gap, words: list[str], *, cut: bool, told: set[str]) -> tuple[str, tuple[str, ...]]:
        """What was cut or added, if it does not stand elsewhere."""
        here, there = (self._old_runs, self._new_runs) if cut else (self._new_runs, self._old_runs)
        if len(words) >= self._length and self._share(words, there) >= _STANDS:
            twice = Counter(run for run in here.elements() if here[run] > 1) if any(here[run] > 1 for run in shingles(words, self._length)) else Counter()
            if not cut or self._share(words, twice) >= _STANDS:
                return "", ()  # a pull quote; or the other end of what was moved
            return "moved", ()
        return "cut" if cut else "added", self._maybe(*((words, []) if cut else ([], words)), gap, told)

    def _maybe(self, one: list[str], other: list[str], gap: Gap, told: set[str]) -> tuple[str, ...]:
        """What else a change may be: of style when it is small and no figure changes, a correction, words of time or place among others."""
        found = {"time": "perhaps-time" in told or self._has_time([*one, *other]), "place": "perhaps-place" in told or self._has_name(gap)}
        if len(one) <= self._few and len(other) <= self._few:
            figures = [{key for key in canonical(side, self._writing) if key[0].isdigit()} for side in (one, other)]
            found["style"] = figures[0] == figures[1]
            found["corrections"] = len(one) <= 2 and len(other) <= 2
        return tuple(kind for kind in ("style", "time", "place", "corrections") if found.get(kind))

    def _has_time(self, words: Sequence[str]) -> bool:
        writing = self._writing
        strong = writing.days | writing.months | writing.time
        return len(words) <= _SHORT and any(word in strong for word in words)

    def _has_name(self, gap: Gap) -> bool:
        """Whether little but names is added, left out, or put in the place of others: of a town, perhaps."""
        for side, start, end in ((self._old, gap.old, gap.old_end), (self._new, gap.new, gap.new_end)):
            words = [at for at in range(start, end) if side.keys[at] not in self._writing.small]
            if 0 < len(words) <= self._few + 1 and all(side.raw(at)[0].isupper() for at in words) and not (end - start == 1 and side.begins(start)):
                return True
        return False

    def _told(self, gap: Gap) -> Iterator[str]:
        """What the words of a gap, or with a word or two around them, tell of time and place."""
        dense = any(is_dense(key[0]) for key in (*self._old.keys[gap.old : gap.old_end], *self._new.keys[gap.new : gap.new_end]))
        reach = 3 if dense else 2
        for left in range(min(reach, gap.old, gap.new, gap.before + 1)):
            for right in range(min(reach, gap.after + 1)):
                one = self._spoken(self._old, gap.old - left, gap.old_end + right)
                other = self._spoken(self._new, gap.new - left, gap.new_end + right)
                time, place = tells_time(one, other, self._writing), tells_place(one, other, self._writing)
                if time:
                    yield "perhaps-time" if time == "perhaps" else time
                if place:
                    yield "perhaps-place" if place == "perhaps" else place

    def _spoken(self, side: Side, start: int, end: int) -> list[str]:
        """Words, where "may" is no month."""
        keys = side.keys[start:end]
        return [key + "~" if key in _AMBIGUOUS and side.raw(start + at)[0].islower() else key for at, key in enumerate(keys)]

    def _opens(self, before: list[int], after: list[int]) -> bool:
        """Whether it is a dateline that opens a paragraph: "OTTAWA, 3 March -"."""
        for side, places in ((self._old, before), (self._new, after)):
            if not places:
                continue
            first, last = places[0], places[-1]
            if len(places) > _OPENING or side.passage[first] != side.passage[last] or not side.opens(first) or not side.raw(first)[0].isupper():
                return False
            if not any(mark in side.between(last) for mark in "—–-"):
                return False
        return True

    def _plain(self, kind: str, gap: Gap, maybe: tuple[str, ...] = (), before: Sequence[int] | None = None, after: Sequence[int] | None = None) -> Change:
        """A change as it is told."""
        old, new = self._old, self._new
        before = range(gap.old, gap.old_end) if before is None else before
        after = range(gap.new, gap.new_end) if after is None else after
        whole = (not before or not after) and all(
            side.begins(places[0]) and side.begins(places[-1] + 1) for side, places in ((old, before), (new, after)) if places
        )
        edge = "start" if gap.old_end <= self._first else "end" if gap.old > self._last else ""
        doubtful = all(old.doubtful[at] for at in before) and all(new.doubtful[at] for at in after)
        spans = old.span(before, gap.old), new.span(after, gap.new)
        return Change(kind, maybe, old.words(before), new.words(after), *spans, len(before), len(after), whole, edge, doubtful)

    def _covered(self, words: Sequence[str], runs: Counter[tuple[str, ...]]) -> list[bool]:
        return covered(words, runs, self._length)

    def _share(self, words: Sequence[str], runs: Counter[tuple[str, ...]]) -> float:
        return sum(self._covered(words, runs)) / len(words)
