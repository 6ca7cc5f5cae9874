"""The assignment is the best there is, and chooses nothing below the floor."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.compare.assignment import assign

CASES = [
    ("greedy is not best", [[0.9, 0.8], [0.8, 0.1]], 0.05, [(0, 1), (1, 0)]),
    ("below the floor", [[0.9, 0.2], [0.1, 0.4]], 0.5, [(0, 0)]),
    ("more rows", [[0.6], [0.9]], 0.5, [(1, 0)]),
    ("more columns", [[0.6, 0.9]], 0.5, [(0, 1)]),
    ("nothing", [[0.1]], 0.5, []),
]


@pytest.mark.parametrize(("scores", "floor", "pairs"), [pytest.param(*row, id=name) for name, *row in CASES])
def test_assign(scores: list[list[float]], floor: float, pairs: list[tuple[int, int]]) -> None:
    assert assign(np.array(scores), floor) == pairs


def test_no_rows_or_columns() -> None:
    assert assign(np.zeros((0, 3)), 0.5) == []
    assert assign(np.zeros((3, 0)), 0.5) == []


@settings(deadline=None)
@given(st.integers(1, 5), st.integers(1, 5), st.data())
def test_best_of_all(n: int, m: int, data: st.DataObject) -> None:
    row = st.lists(st.integers(0, 100), min_size=m, max_size=m)
    scores = np.array(data.draw(st.lists(row, min_size=n, max_size=n))) / 100
    pairs = assign(scores, 0.3)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(scores[pair] >= 0.3 for pair in pairs)
    table = scores if n <= m else scores.T
    best = max(
        sum(table[i, j] for i, j in enumerate(order) if table[i, j] >= 0.3)
        for order in itertools.permutations(range(max(n, m)), min(n, m))
    )
    assert sum(scores[pair] for pair in pairs) == pytest.approx(best)
