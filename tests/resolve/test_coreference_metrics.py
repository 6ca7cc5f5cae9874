"""The chain metrics of the coreference benchmark, against values worked out by hand."""

from __future__ import annotations

import sys
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from coreference_metrics import ChainScores, best_alignment


def chains(*texts: str) -> list[frozenset[str]]:
    return [frozenset(text) for text in texts]


CASES = [
    # id, key, response, MUC (P, R), B³ (P, R), CEAF-e (P, R)
    ("the same", chains("abc", "de"), chains("abc", "de"), (1, 1), (1, 1), (1, 1)),
    # links kept: ab of 2+1; B³ recall: a 2/3, b 2/3, c 1/3·0 (alone, not in the response), d and e 1
    ("one mention lost", chains("abc", "de"), chains("ab", "de"), (1, 2 / 3), (1, 10 / 15), (0.9, 0.9)),
    # response joins both chains: 3 of its 4 links are right; B³ precision: (3·3/5 + 2·2/5)/5
    ("joined", chains("abc", "de"), chains("abcde"), (3 / 4, 1), (13 / 25, 1), (0.75, 0.375)),
    # key split in two: 2 of 4 … the key's 4 links, 3 kept; B³ recall: (3·3/5 + 2·2/5)/5
    ("split", chains("abcde"), chains("abc", "de"), (1, 3 / 4), (1, 13 / 25), (0.375, 0.75)),
    ("nothing found", chains("ab"), [], (0, 0), (0, 0), (0, 0)),
    ("all spurious", chains("ab"), chains("cd"), (0, 0), (0, 0), (0, 0)),
]


@pytest.mark.parametrize(
    ("key", "response", "muc", "b_cubed", "ceaf"), [pytest.param(*row, id=name) for name, *row in CASES]
)
def test_metrics(
    key: list[frozenset[str]],
    response: list[frozenset[str]],
    muc: tuple[float, float],
    b_cubed: tuple[float, float],
    ceaf: tuple[float, float],
) -> None:
    scores = ChainScores()
    scores.add(key, response)
    assert (scores.muc.precision, scores.muc.recall) == pytest.approx(muc)
    assert (scores.b_cubed.precision, scores.b_cubed.recall) == pytest.approx(b_cubed)
    assert (scores.ceaf.precision, scores.ceaf.recall) == pytest.approx(ceaf)
    f1 = [2 * p * r / (p + r) if p + r else 0 for p, r in (muc, b_cubed, ceaf)]
    assert scores.conll == pytest.approx(sum(f1) / 3)


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(st.integers(0, 9), min_size=n, max_size=n), min_size=1, max_size=4)
    )
)
def test_alignment_is_the_best_of_all(weights: list[list[int]]) -> None:
    rows = weights if len(weights) <= len(weights[0]) else [list(c) for c in zip(*weights, strict=True)]
    best = max(
        sum(row[j] for row, j in zip(rows, order, strict=False))
        for order in permutations(range(len(rows[0])), len(rows))
    )
    assert best_alignment(weights) == pytest.approx(best)
