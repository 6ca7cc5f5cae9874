"""Scores of coreference chains: MUC, B³, CEAF with entities, and their mean, the CoNLL score.

A chain is a set of mentions; a mention is anything hashable, the same on both sides where a key mention was
found. Sources: Vilain et al. (1995), Bagga and Baldwin (1998), Luo (2005); the mean after Pradhan et al.
(2012).
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

Chain = frozenset[Hashable]


@dataclass(slots=True)
class Tally:
    """Sums over documents; precision and recall are ratios of sums."""

    right_recall: float = 0.0
    all_recall: float = 0.0
    right_precision: float = 0.0
    all_precision: float = 0.0

    def add(
        self, right_recall: float, all_recall: float, right_precision: float, all_precision: float
    ) -> None:
        """Take in one document."""
        self.right_recall += right_recall
        self.all_recall += all_recall
        self.right_precision += right_precision
        self.all_precision += all_precision

    @property
    def precision(self) -> float:
        """0 where nothing was predicted."""
        return self.right_precision / self.all_precision if self.all_precision else 0.0

    @property
    def recall(self) -> float:
        """0 where the key is empty."""
        return self.right_recall / self.all_recall if self.all_recall else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class ChainScores:
    """The three metrics, added up over documents."""

    def __init__(self) -> None:
        self.muc = Tally()
        self.b_cubed = Tally()
        self.ceaf = Tally()

    def add(self, key: Sequence[Chain], response: Sequence[Chain]) -> None:
        """Take in one document's chains, singletons included or not as the caller decides."""
        self.muc.add(*_muc(key, response), *_muc(response, key))
        self.b_cubed.add(*_b_cubed(key, response), *_b_cubed(response, key))
        similarity = best_alignment([[_phi4(k, r) for r in response] for k in key])
        self.ceaf.add(similarity, len(key), similarity, len(response))

    @property
    def conll(self) -> float:
        """Mean of the three F1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf.f1) / 3


def _muc(key: Sequence[Chain], response: Sequence[Chain]) -> tuple[float, float]:
    """Links of the key that the response keeps, and all links of the key."""
    of = {mention: number for number, chain in enumerate(response) for mention in chain}
    kept = links = 0
    for chain in key:
        parts = {of.get(mention, ("alone", mention)) for mention in chain}
        kept += len(chain) - len(parts)
        links += len(chain) - 1
    return kept, links


def _b_cubed(key: Sequence[Chain], response: Sequence[Chain]) -> tuple[float, float]:
    """For each mention of the key, the share of its chain that the response puts beside it."""
    of = {mention: chain for chain in response for mention in chain}
    right = 0.0
    mentions = 0
    for chain in key:
        for mention in chain:
            right += len(chain & of.get(mention, frozenset())) / len(chain)
            mentions += 1
    return right, mentions


def _phi4(key: Chain, response: Chain) -> float:
    return 2 * len(key & response) / (len(key) + len(response))


def best_alignment(weights: Sequence[Sequence[float]]) -> float:
    """Greatest sum of weights of a one-to-one alignment of rows and columns.

    Method: shortest augmenting paths with potentials (Jonker and Volgenant 1987), cubic in the larger side.
    """
    if not weights or not weights[0]:
        return 0.0
    rows = [list(row) for row in weights]
    if len(rows) > len(rows[0]):
        rows = [list(column) for column in zip(*rows, strict=True)]
    u, v = [0.0] * (len(rows) + 1), [0.0] * (len(rows[0]) + 1)
    row_of = [0] * len(v)
    for i in range(1, len(u)):
        row_of[0] = i
        column, came = _free_column(rows, u, v, row_of)
        while column:
            row_of[column] = row_of[came[column]]
            column = came[column]
    return sum(rows[row_of[j] - 1][j - 1] for j in range(1, len(v)) if row_of[j])


def _free_column(
    rows: list[list[float]], u: list[float], v: list[float], row_of: list[int]
) -> tuple[int, list[int]]:
    """The free column at the end of the shortest path, and the path; moves the potentials."""
    column = 0
    least = [float("inf")] * len(v)
    came = [0] * len(v)
    used = [False] * len(v)
    while row_of[column]:
        used[column] = True
        row = row_of[column]
        free = [j for j in range(1, len(v)) if not used[j]]
        for j in free:
            cost = -rows[row - 1][j - 1] - u[row] - v[j]
            if cost < least[j]:
                least[j], came[j] = cost, column
        following = min(free, key=least.__getitem__)
        delta = least[following]
        for j in range(len(v)):
            if used[j]:
                u[row_of[j]] += delta
                v[j] -= delta
            else:
                least[j] -= delta
        column = following
    return column, came
