"""Fitting the weights of the coreference ranking: penalized conditional likelihood, by gradient steps.

The penalty draws each weight to a prior that says what a grammar would: nearer is likelier, a subject is
likelier, a thing does not speak. With few examples that beats drawing to zero (five-fold on the odd half:
news and speech .80 against .76 of the pronouns that have a right candidate).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.resolve.coreference_ranking import NAMES

PENALTY = 8.0
"""Strength of the prior, in examples; of 1, 3, 8 and 20 the best in five-fold cross-validation on the odd
half."""
ROUNDS = 3
"""Candidates depend on earlier decisions, so they are collected anew with the weights of the round before."""
STEPS = 150
RATE = 0.1

TARGET = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "resolve" / "coreference_weights.py"

Example = tuple[list[list[int]], list[bool]]
"""Features of each candidate, and which candidates are right."""
Collect = Callable[[Sequence[float]], Iterable[list[Example]]]

ENDINGS = {
    "role subject": 0.4, "role main": 0.8, "role object": 0.2, "role modifier": -1.0, "role nested": -0.3,
    "parallel": 0.5, "subject before": 0.5, "pronominal": 0.5, "matrix subject": 0.5, "owner of subject": 0.5,
    "speech chain": 0.5, "fronted": 2.0, "judged": 2.5, "parts": 0.5, "they member": -1.0, "weak": -1.5,
    "acts, thing": -1.5, "reported": -0.5, "reported noun": -3.0,
}  # fmt: skip
"""Prior weights by the end of a feature's name."""


def prior() -> NDArray[np.float64]:
    """Where the weights are drawn to."""
    weights = np.zeros(len(NAMES))
    for number, name in enumerate(NAMES):
        if " distance " in name:
            weights[number] = -0.5 * int(name[-1])
        elif " rank " in name:
            weights[number] = -0.15 * int(name[-1])
        else:
            weights[number] = next((w for end, w in ENDINGS.items() if name.endswith(end)), 0.0)
    return weights


def fit(collect: Collect) -> list[float]:
    """Weights by feature number.

    Args:
        collect: Gives each document's examples as the resolver meets them with the given weights.
    """
    weights = prior()
    for number in range(ROUNDS):
        examples = [example for found in collect(weights.tolist()) for example in found]
        weights = _maximize([_matrix(example) for example in examples])
        print(f"round {number + 1}: {len(examples)} pronouns with a right candidate")
    return [float(w) for w in weights]


def _matrix(example: Example) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    held, marks = example
    matrix = np.zeros((len(held), len(NAMES)))
    for row, numbers in enumerate(held):
        for number in numbers:
            matrix[row, number] += 1
    return matrix, np.array(marks)


def _maximize(data: Sequence[tuple[NDArray[np.float64], NDArray[np.bool_]]]) -> NDArray[np.float64]:
    center = prior()
    weights = center.copy()
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        gradient = -PENALTY * (weights - center)
        for matrix, marks in data:
            scores = matrix @ weights
            odds = np.exp(scores - scores.max())
            right = np.where(marks, odds, 0.0)
            gradient += (right / right.sum() - odds / odds.sum()) @ matrix
        gradient /= len(data)
        # Adam (Kingma and Ba 2015)
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        weights = weights + RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def write_weights(weights: Sequence[float]) -> None:
    """Write the module that the ranking reads."""
    rows = [f'    "{name}": {w:.2f},' for name, w in zip(NAMES, weights, strict=True) if abs(w) >= 0.005]
    TARGET.write_text(HEAD + "\n".join(rows) + TAIL, encoding="utf-8")
    print(f"{TARGET.name}: {len(rows)} weights")


HEAD = '''"""Weights of the ranking model, as `benchmarks/coreference.py --fit` writes them."""

from __future__ import annotations

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
'''
TAIL = '''
}
"""Feature name → weight in log odds."""
'''


__all__ = ["fit", "prior", "write_weights"]
