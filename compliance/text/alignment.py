"""Which words of two texts stand for each other: long runs that stand once in both first, then what lies between them.

Runs of falling length cost a pass over the texts each. Only in gaps that are short, or hold few words of each other, is every
pairing weighed; what that may cost in all is bounded, so that no text takes more than a second or two. A gap that would cost more
stays a gap.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

_LENGTHS = (24, 9, 4, 2, 1)  # words of a run that stands once in both texts
_BUDGET = 4_000_000  # pairs of equal words that may be weighed in all gaps together
_DEAREST = 400_000  # and in one gap


class Run(NamedTuple):
    """old[old:old+size] and new[new:new+size] are the same words."""

    old: int
    new: int
    size: int


class _Gap(NamedTuple):
    """old[old:old_end] against new[new:new_end], which are not aligned yet. level: into _LENGTHS."""

    old: int
    old_end: int
    new: int
    new_end: int
    level: int


def align(old: Sequence[str], new: Sequence[str]) -> tuple[Run, ...]:
    """The runs of words that both have, in order, neighbours joined."""
    found: list[Run] = []
    left = _BUDGET
    waiting = [_Gap(0, len(old), 0, len(new), 0)]
    while waiting:
        gap = _trimmed(waiting.pop(), old, new, found)
        if gap.old == gap.old_end or gap.new == gap.new_end:
            continue
        if gap.level < len(_LENGTHS):
            waiting += _parted(gap, old, new, found)
            continue
        cost = _cost(gap, old, new)
        if cost <= min(left, _DEAREST):
            left -= cost
            found += _weighed(gap, old, new)
    return tuple(_joined(sorted(found)))


def shingles(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    """All runs of that many words."""
    return zip(*(islice(words, start, None) for start in range(length)), strict=False)


def covered(words: Sequence[str], known: Container[tuple[str, ...]], length: int) -> list[bool]:
    """For each word, whether it lies in a run of that length that is known."""
    found = [False] * len(words)
    until = 0
    for at, run in enumerate(shingles(words, length)):
        if run in known:
            for place in range(max(at, until), at + length):
                found[place] = True
            until = at + length
    return found


def _trimmed(gap: _Gap, old: Sequence[str], new: Sequence[str], found: list[Run]) -> _Gap:
    """A gap without what its ends have in common."""
    start, left, end, right, level = gap.old, gap.new, gap.old_end, gap.new_end, gap.level
    while start < end and left < right and old[start] == new[left]:
        start, left = start + 1, left + 1
    if start > gap.old:
        found.append(Run(gap.old, gap.new, start - gap.old))
    while start < end and left < right and old[end - 1] == new[right - 1]:
        end, right = end - 1, right - 1
    if end < gap.old_end:
        found.append(Run(end, right, gap.old_end - end))
    return _Gap(start, end, left, right, level)


def _parted(gap: _Gap, old: Sequence[str], new: Sequence[str], found: list[Run]) -> list[_Gap]:
    """The gaps between the runs of this level's length that stand once in both."""
    length = _LENGTHS[gap.level]
    level = gap.level + 1
    at, there = gap.old, gap.new
    gaps = []
    for one, other in _anchors(gap, old, new, length):
        skip = max(at - one, there - other, 0)
        if skip >= length:
            continue
        start, place = one + skip, other + skip
        gaps.append(_Gap(at, start, there, place, level))
        found.append(Run(start, place, length - skip))
        at, there = one + length, other + length
    gaps.append(_Gap(at, gap.old_end, there, gap.new_end, level))
    return gaps


def _anchors(gap: _Gap, old: Sequence[str], new: Sequence[str], length: int) -> list[tuple[int, int]]:
    """Places of the runs that stand once in both, the most that come in the same order."""
    places, others = _single(old, gap.old, gap.old_end, length), _single(new, gap.new, gap.new_end, length)
    if len(places) > len(others):
        pairs = sorted((places[run], other) for run, other in others.items() if run in places)
    else:
        pairs = sorted((place, others[run]) for run, place in places.items() if run in others)
    return _rising(pairs)


def _single(words: Sequence[str], start: int, end: int, length: int) -> dict[tuple[str, ...], int]:
    """Runs that stand once in words[start:end], and where."""
    runs = list(shingles(words[start:end], length))
    counts = Counter(runs)
    return {run: start + at for at, run in enumerate(runs) if counts[run] == 1}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs, sorted by their first, whose second rises too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, other) in enumerate(pairs):
        length = bisect_left(tails, other)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(other)
            ends.append(index)
        else:
            tails[length], ends[length] = other, index
    found = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def _cost(gap: _Gap, old: Sequence[str], new: Sequence[str]) -> int:
    """What weighing all pairings of a gap may take: pairs of equal words, once for every run that may be found."""
    one, other = Counter(old[gap.old : gap.old_end]), Counter(new[gap.new : gap.new_end])
    pairs = sum(count * other[word] for word, count in one.items())
    runs = sum(min(count, other[word]) for word, count in one.items())
    return (pairs + gap.old_end - gap.old) * max(1, runs)


def _weighed(gap: _Gap, old: Sequence[str], new: Sequence[str]) -> list[Run]:
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, old[gap.old : gap.old_end], new[gap.new : gap.new_end], autojunk=False)
    return [Run(gap.old + one, gap.new + other, size) for one, other, size in matcher.get_matching_blocks() if size]


def _joined(runs: list[Run]) -> Iterator[Run]:
    """Runs in order; those that touch on both sides are one."""
    last: Run | None = None
    for run in runs:
        if last and last.old + last.size == run.old and last.new + last.size == run.new:
            last = last._replace(size=last.size + run.size)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last
