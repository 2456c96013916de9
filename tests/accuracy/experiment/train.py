"""Logistic regression over the lines of the samples, and the border between credit and none, both fixed on invented pages only."""

import math
import random
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple
from zlib import crc32

from .blocks import BUCKETS, Features
from .data import Sample, samples

EPOCHS = 8
FOLDS = 5
_RATE = 0.2
_DECAY = 1e-4
_SEED = 20240304


class Model(NamedTuple):
    """weights: one for each number of a feature."""

    weights: tuple[float, ...]

    def probability(self, features: Features) -> float:
        """How sure it is that a line says where the article came from."""
        weights = self.weights
        return _logistic(sum(weights[number] * value for number, value in zip(*features, strict=True)))


class Trained(NamedTuple):
    """A model, and the border above which a page is called a copy."""

    model: Model
    border: float


def fit(pages: Iterable[Sample], epochs: int = EPOCHS) -> Model:
    """Learn by small steps, each weight at its own pace (Adagrad). Lines that are all the same count once; the order is seeded."""
    unique = {(features, label) for page in pages for features, label in zip(page.features, page.labels, strict=True) if label is not None}
    examples = sorted(unique)
    credits = sum(label for _, label in examples)
    cost = {True: math.sqrt((len(examples) - credits) / max(1, credits)), False: 1.0}
    weights, squares = [0.0] * BUCKETS, [1e-6] * BUCKETS
    order = random.Random(_SEED)  # noqa: S311 - an order, not a secret
    for _ in range(epochs):
        order.shuffle(examples)
        for (numbers, values), label in examples:
            total = sum(weights[number] * value for number, value in zip(numbers, values, strict=True))
            slip = (_logistic(total) - label) * cost[label]
            for number, value in zip(numbers, values, strict=True):
                slope = slip * value + _DECAY * weights[number]
                squares[number] += slope * slope
                weights[number] -= _RATE * slope / math.sqrt(squares[number])
    return Model(tuple(weights))


def held_out(pages: Sequence[Sample], fold_of: Callable[[Sample], int], folds: int = FOLDS, epochs: int = EPOCHS) -> list[tuple[Sample, list[float]]]:
    """Each page with what a model that has not seen its fold says of its lines."""
    found: list[tuple[Sample, list[float]]] = []
    for fold in range(folds):
        model = fit((page for page in pages if fold_of(page) != fold), epochs)
        found += [(page, [model.probability(line) for line in page.features]) for page in pages if fold_of(page) == fold]
    return found


def by_group(page: Sample) -> int:
    """The fold of a page: what was made alike is held out together, so that a language is held out as a whole."""
    return crc32(page.group.encode()) % FOLDS


def border_of(scored: Iterable[tuple[Sample, list[float]]]) -> float:
    """The border at which the mean share of right pages over copies and others is highest; in the middle when several are."""
    pages = [(max(chances, default=0.0), page.credited) for page, chances in scored]
    copies = sum(credit for _, credit in pages) or 1
    others = len(pages) - copies or 1
    best: list[float] = []
    reached = 0.0
    for border in (number / 200 for number in range(1, 200)):
        right = sum((chance >= border) / copies for chance, credit in pages if credit) + sum(
            (chance < border) / others for chance, credit in pages if not credit
        )
        if right > reached + 1e-9:
            best, reached = [], right
        if right > reached - 1e-9:
            best.append(border)
    return best[len(best) // 2]


def train() -> Trained:
    """All invented pages, and the border that held out pages of them ask for."""
    pages = told(samples())
    return Trained(fit(pages), border_of(held_out(pages, by_group)))


def told(pages: Iterable[Sample]) -> list[Sample]:
    """Without the pages that are near a credit and show none: nothing tells what should be said of them."""
    return [page for page in pages if page.credited or None not in page.labels]


def _logistic(total: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
