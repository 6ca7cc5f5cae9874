"""Pairs from a table of scores: one to one, so that the sum of scores is greatest.

Source: the shortest augmenting path method, Jonker and Volgenant (1987), Computing 38, 325-340.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


def assign(scores: Array, floor: float) -> list[tuple[int, int]]:
    """Choose pairs of a row and a column.

    Pairs of documents leave most of the table below the floor, so it falls apart into small blocks that have
    no pair in common; each is solved alone.

    Args:
        scores: `(n, m)`, higher is better.
        floor: Pairs that score less are never chosen.

    Returns:
        Pairs by row. No row or column is in two of them.
    """
    chosen: list[tuple[int, int]] = []
    for rows, columns in _blocks(scores >= floor):
        block = scores[np.ix_(rows, columns)]
        gains = np.where(block >= floor, block, 0.0)
        chosen += [(rows[i], columns[j]) for i, j in _solve(gains) if scores[rows[i], columns[j]] >= floor]
    return sorted(chosen)


def _blocks(linked: npt.NDArray[np.bool_]) -> list[tuple[list[int], list[int]]]:
    """Rows and columns that hang together by what is linked."""
    n = len(linked)
    seen = np.zeros(n, dtype=bool)
    blocks = []
    for first in range(n):
        if seen[first] or not linked[first].any():
            continue
        rows: npt.NDArray[np.bool_] = np.zeros(n, dtype=bool)
        rows[first] = True
        while True:
            columns = np.asarray(linked[rows].any(axis=0))
            grown: npt.NDArray[np.bool_] = np.asarray(linked[:, columns].any(axis=1))
            if (grown == rows).all():
                break
            rows = grown
        seen |= rows
        blocks.append((np.flatnonzero(rows).tolist(), np.flatnonzero(columns).tolist()))
    return blocks


def _solve(gains: Array) -> list[tuple[int, int]]:
    """The assignment with the greatest sum; every row gets a column, or every column a row."""
    if gains.shape[0] > gains.shape[1]:
        return [(i, j) for j, i in _solve(gains.T)]
    n, m = gains.shape
    costs = -gains
    of_row, of_column = np.zeros(n + 1), np.zeros(m + 1)
    row_of = np.zeros(m + 1, dtype=int)  # the row that each column is given to, from 1; 0 is none
    for row in range(1, n + 1):
        _augment(costs, row, of_row, of_column, row_of)
    return [(int(row_of[j]) - 1, j - 1) for j in range(1, m + 1) if row_of[j]]


def _augment(costs: Array, row: int, of_row: Array, of_column: Array, row_of: npt.NDArray[np.int_]) -> None:
    """Give one more row a column, along the cheapest path of changes to what stands."""
    m = costs.shape[1]
    row_of[0] = row
    cheapest = np.full(m + 1, np.inf)
    came_from = np.zeros(m + 1, dtype=int)
    done = np.zeros(m + 1, dtype=bool)
    at = 0
    while True:
        done[at] = True
        here = row_of[at]
        reduced = costs[here - 1] - of_row[here] - of_column[1:]
        better = ~done[1:] & (reduced < cheapest[1:])
        cheapest[1:][better] = reduced[better]
        came_from[1:][better] = at
        following = int(np.where(done[1:], np.inf, cheapest[1:]).argmin()) + 1
        step = cheapest[following]
        of_row[row_of[done]] += step
        of_column[done] -= step
        cheapest[~done] -= step
        at = following
        if row_of[at] == 0:
            break
    while at:
        row_of[at] = row_of[came_from[at]]
        at = came_from[at]
