"""Who acts on whom in a sentence, read by the encoder from its words alone.

It points at the first and the last word of a source and of a target, as readers of questions point at answers
(Devlin et al. 2019, arXiv 1810.04805, section 4.2); the start token stands for "none named".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from dragoman.models.encoder import Array, SentenceEncoder
from dragoman.models.wordpiece import Located
from dragoman.records import Span

FEW = 6
"""Likeliest spans of each side that are paired."""
LONGEST_SPAN = 24
"""Pieces of the longest span: phrases of parties are shorter."""


class Parties(NamedTuple):
    """A source and a target, None where none is named; `chance` is their share among those thought of."""

    source: Span | None
    target: Span | None
    chance: float


class RoleReader:
    """Finds the parties of a sentence's acts. `longest`: pieces of a text that are read."""

    def __init__(self, encoder: SentenceEncoder, longest: int) -> None:
        self._encoder = encoder
        self._longest = longest

    def read(self, text: str, limit: int = 3) -> list[Parties]:
        """The likeliest parties, the best first; a pair never overlaps.

        Args:
            text: Usually a sentence.
            limit: Most pairs to return.
        """
        located = self._encoder.pieces.locate(text, self._longest)
        scores = log_chances(self._encoder.roles(located.ids))
        sources, targets = spans(located, scores[:, :2]), spans(located, scores[:, 2:])
        pairs = [
            (a + b, source, target)
            for a, source in sources
            for b, target in targets
            if source is None or target is None or not source.meets(target)
        ]
        pairs.sort(key=lambda pair: -pair[0])
        total = sum(np.exp(score) for score, _, _ in pairs)
        return [
            Parties(source, target, float(np.exp(score) / total)) for score, source, target in pairs[:limit]
        ]


def spans(located: Located, scores: Array) -> list[tuple[float, Span | None]]:
    """The likeliest spans of whole words, and "none named", with the logs of their chances."""
    found = list(_spans(located, scores))
    found.sort(key=lambda one: -one[0])
    return [*found[:FEW], (float(scores[0, 0] + scores[0, 1]), None)]


def _spans(located: Located, scores: Array) -> Iterator[tuple[float, Span]]:
    words = located.words
    begins = [n for n, word in enumerate(words) if word and words[n - 1] != word]
    ends = [n for n, word in enumerate(words) if word and words[n + 1] != word]
    likely = sorted(begins, key=lambda n: -scores[n, 0])[:FEW]
    for first in likely:
        for last in ends:
            begun, ended = words[first], words[last]
            if first <= last < first + LONGEST_SPAN and begun is not None and ended is not None:
                yield float(scores[first, 0] + scores[last, 1]), Span(begun.start, ended.end)


def log_chances(scores: Array) -> Array:
    """Logs of each column's chances, which sum to one."""
    raised = scores - scores.max(axis=0)
    out: Array = raised - np.log(np.exp(raised).sum(axis=0))
    return out
