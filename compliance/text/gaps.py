"""What lies between the words that two texts share, as a reader would part it: by sentences rather than in their midst."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from compliance.text.alignment import Run
from compliance.text.sides import Side
from compliance.text.words import is_dense

_REACH = 40  # words by which a gap may be shifted
_SPLINTER = 4  # words on both sides between which two words in common are no matter


class Gap(NamedTuple):
    """old[old:old_end] in the place of new[new:new_end]. before, after: how many words in common stand on either side."""

    old: int
    old_end: int
    new: int
    new_end: int
    before: int = 0
    after: int = 0

    @property
    def size(self) -> int:
        """Words of the longer side."""
        return max(self.old_end - self.old, self.new_end - self.new)


def gaps_of(runs: Iterable[Run], old: Side, new: Side) -> list[Gap]:
    """The gaps between runs, with splinters in common counted to them, shifted to where sentences begin."""
    kept = _without_splinters([run for run in runs if run.size], old, len(old.keys), len(new.keys))
    gaps: list[Gap] = []
    for gap in _between(kept, len(old.keys), len(new.keys)):
        last = gaps[-1].old_end if gaps else 0
        gaps.append(_shifted(gap._replace(before=gap.old - last), old, new))
    return gaps


def runs_between(gaps: list[Gap], length: int) -> Iterator[Run]:
    """The runs in common between gaps. length: of the old text."""
    at = there = 0
    for gap in gaps:
        if gap.old > at:
            yield Run(at, there, gap.old - at)
        at, there = gap.old_end, gap.new_end
    if length > at:
        yield Run(at, there, length - at)


def _between(runs: list[Run], old: int, new: int) -> Iterator[Gap]:
    at = there = before = 0
    for run in [*runs, Run(old, new, 0)]:
        if run.old > at or run.new > there:
            yield Gap(at, run.old, there, run.new, before, run.size)
        at, there, before = run.old + run.size, run.new + run.size, run.size


def _without_splinters(runs: list[Run], side: Side, old: int, new: int) -> list[Run]:
    """Without a word or two in common between two longer changes: a coincidence."""
    kept: list[Run] = []
    at = there = 0
    for index, run in enumerate(runs):
        following = runs[index + 1] if index + 1 < len(runs) else Run(old, new, 0)
        left = max(run.old - at, run.new - there)
        right = max(following.old - run.old - run.size, following.new - run.new - run.size)
        least = min(left, right)
        small = run.size + 1 if is_dense(side.keys[run.old][0]) else run.size * 2
        if run.size <= 2 and least >= small and (run.size == 1 or least >= _SPLINTER):
            continue
        kept.append(run)
        at, there = run.old + run.size, run.new + run.size
    return kept


def _shifted(gap: Gap, old: Side, new: Side) -> Gap:
    """A cut or an addition where it begins and ends with sentences, if the words around it leave the choice."""
    if gap.old == gap.old_end:
        side, start, end = new, gap.new, gap.new_end
    elif gap.new == gap.new_end:
        side, start, end = old, gap.old, gap.old_end
    else:
        return gap
    best, most = 0, _boundaries(side, start, end)
    for step in (-1, 1):
        reach = min(_REACH, gap.before if step < 0 else gap.after)
        for shift in range(1, reach + 1):
            one, other = (start - shift, end - shift) if step < 0 else (start + shift - 1, end + shift - 1)
            if side.keys[one] != side.keys[other]:
                break
            found = _boundaries(side, start + step * shift, end + step * shift)
            if found > most:
                best, most = step * shift, found
    return Gap(gap.old + best, gap.old_end + best, gap.new + best, gap.new_end + best, gap.before + best, gap.after - best)


def _boundaries(side: Side, start: int, end: int) -> int:
    return sum(2 if side.opens(at) else 1 if side.begins(at) else 0 for at in (start, end))
