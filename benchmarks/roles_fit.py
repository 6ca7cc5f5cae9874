"""Fitting the weights of the proposals: penalized conditional likelihood, by adaptive gradient steps.

Of one sentence's candidates the marked ones should have all the chance. Steps as in Duchi et al. 2011
(Adaptive Subgradient Methods, JMLR 12), a sentence at a time. Nothing of the batches kept for reporting is
read.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman.extract.proposals import NO_WEIGHTS, Proposer
from dragoman.extract.proposals_phrases import Phrase, phrases
from dragoman.records import Span
from roles import REPORTED, Sentence, overlap, sentences

from corpus import FOLDER, CorpusError, read_corpus  # isort: skip

PENALTY = 0.03
ROUNDS = 6
RATE = 0.1
RAREST = 40
"""Sentences in which a feature must occur."""
SMALLEST = 0.1
"""Weights below are left out of the table."""

Numbers = NDArray[np.int32]
Reals = NDArray[np.float64]


class Bags(NamedTuple):
    """Feature numbers of several things, one after the other; thing k has `[ends[k], ends[k + 1])`."""

    features: Numbers
    ends: Numbers

    def sums(self, weights: Reals) -> Reals:
        """Sum of each thing's weights."""
        totals = np.concatenate([[0.0], np.cumsum(weights[self.features])])
        sums: Reals = totals[self.ends[1:]] - totals[self.ends[:-1]]
        return sums

    def spread(self, of_things: Reals) -> Reals:
        """Each thing's value for each of its features."""
        return np.repeat(of_things, np.diff(self.ends))


class Case(NamedTuple):
    """One sentence: its predicates, sides and pairs, and which pairs each marked line means."""

    predicates: Bags
    sources: Bags
    targets: Bags
    pairs: Bags
    where: Numbers
    """Predicate, source and target of each pair: three rows."""
    right: list[NDArray[np.int64]]


class Collector:
    """Turns sentences into cases, numbering features as they come."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[str, str], int] = {}
        self.sentences_with: Counter[int] = Counter()

    def case(self, sentence: Sentence) -> Case:
        """The candidates of a sentence, as the proposer meets them."""
        proposer = Proposer(sentence.nouns, NO_WEIGHTS)
        lists: list[list[list[int]]] = [[], [], [], []]
        sides: list[Phrase] = []
        where: list[tuple[int, int, int]] = []
        for number in range(len(sentence.tree.sents)):
            for near in proposer.surroundings(number):
                first = len(sides)
                lists[0].append(self._ids("own", near.own))
                for side in near.sides:
                    sides.append(side.phrase)
                    lists[1].append(self._ids("source", side.features))
                    lists[2].append(self._ids("target", side.features))
                for i, j in near.pairs():
                    lists[3].append(self._ids("pair", proposer.of_pair(near, i, j)))
                    where.append((len(lists[0]) - 1, first + i, first + j))
        bags = [_bags(items) for items in lists]
        self.sentences_with.update({int(f) for bag in bags for f in np.unique(bag.features)})
        right = []
        for pair in sentence.pairs:
            wanted = [_best(sentence, mark) for mark in pair]
            found = [
                n for n, (_, s, t) in enumerate(where) if sides[s] in wanted[0] and sides[t] in wanted[1]
            ]
            right.append(np.asarray(found, dtype=np.int64))
        places = np.asarray(where, dtype=np.int32).reshape(-1, 3).T
        return Case(bags[0], bags[1], bags[2], bags[3], places, [r for r in right if len(r)])

    def _ids(self, part: str, features: Iterable[str]) -> list[int]:
        return [self.numbers.setdefault((part, feature), len(self.numbers)) for feature in features]


def _bags(items: list[list[int]]) -> Bags:
    ends = np.cumsum([0, *map(len, items)])
    return Bags(np.asarray([f for item in items for f in item], dtype=np.int32), ends.astype(np.int32))


def _best(sentence: Sentence, mark: Span) -> set[Phrase]:
    """The noun phrases that cover a mark best."""
    tree = sentence.tree
    shares = {phrase: overlap(tree, phrase, mark) for phrase in phrases(tree, 0, len(tree))}
    most = max(shares.values(), default=0.0)
    return {phrase for phrase, share in shares.items() if share and share == most}


def fit(path: Path) -> None:
    """Fit on every batch but the reported ones and write the table to a file."""
    collector = Collector()
    names = sorted(file.stem for file in FOLDER.glob("*.txt") if file.stem not in REPORTED)
    cases = []
    for name in names:
        try:
            examples = read_corpus([name])
        except CorpusError as error:
            raise SystemExit(f"{error}; mend the batch, or move it away") from error
        found = [collector.case(sentence) for sentence in sentences(examples)]
        cases += [case for case in found if case.right]
        print(f"{name}: {len(found):,} sentences", flush=True)
    allowed = np.zeros(len(collector.numbers), dtype=bool)
    allowed[[f for f, count in collector.sentences_with.items() if count >= RAREST]] = True
    weights = descend(cases, allowed)
    rows = [(*name, weights[number]) for name, number in collector.numbers.items()]
    kept = sorted((part, name, f"{w:.2f}") for part, name, w in rows if abs(w) >= SMALLEST)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("part", "feature", "weight"), *kept])
    print(f"{len(kept):,} weights from {', '.join(names)}")


def descend(cases: list[Case], allowed: NDArray[np.bool_]) -> Reals:
    """Weights of all features; those not allowed stay 0."""
    weights, seen = np.zeros(len(allowed)), np.full(len(allowed), 1e-6)
    random = np.random.default_rng(0)
    for number in range(ROUNDS):
        loss = 0.0
        for at in random.permutation(len(cases)):
            case = cases[at]
            loss += step(case, weights, seen, allowed)
        print(f"round {number + 1}: {loss / len(cases):.3f}", flush=True)
    return weights


def step(case: Case, weights: Reals, seen: Reals, allowed: NDArray[np.bool_]) -> float:
    """One sentence's step, in place; returns its loss."""
    base = [bags.sums(weights)[where] for bags, where in zip(case[:3], case.where, strict=True)]
    scores = base[0] + base[1] + base[2] + case.pairs.sums(weights)
    chances = np.exp(scores - scores.max())
    chances /= chances.sum()
    slope, loss = chances * len(case.right), 0.0
    for right in case.right:
        share = chances[right].sum() + 1e-12
        slope[right] -= chances[right] / share
        loss -= float(np.log(share))
    slopes = [
        bags.spread(np.bincount(where, slope, len(bags.ends) - 1).astype(np.float64))
        for bags, where in zip(case[:3], case.where, strict=True)
    ]
    slopes.append(case.pairs.spread(slope))
    features = np.concatenate([bags.features for bags in case[:4]])
    touched, place = np.unique(features, return_inverse=True)
    gradient = np.bincount(place, np.concatenate(slopes))
    gradient += PENALTY * weights[touched] * len(case.right)
    gradient *= allowed[touched]
    seen[touched] += gradient**2
    weights[touched] -= RATE * gradient / np.sqrt(seen[touched])
    return loss
