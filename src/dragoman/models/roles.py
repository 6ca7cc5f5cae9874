"""Who acts on whom in a sentence, read by the encoder from its words alone.

It points at the first and the last word of a source, as readers of questions point at answers (Devlin et al.
2019, arXiv 1810.04805, section 4.2), then at those of the target that this source acts on; the start token
stands for "none named". Each two pieces are compared as the first of a source and of its target, as a parser
compares words with their heads (Dozat and Manning 2017, arXiv 1611.01734).
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
FAR = 5.0
"""Sources whose log chance is so far below the best one's are not asked about."""
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
        ends, joins = self._encoder.roles(located.ids)
        own, closing = log_chances(ends[:, :2]), log_chances(ends[:, 3:])
        pairs = []
        sources = spans(located, own)
        best = max(chance for chance, _, _ in sources)
        for chance, first, source in (one for one in sources if one[0] > best - FAR):
            begun = log_chances(ends[:, 2:3] + joins[first][:, None])
            for given, _, target in spans(located, np.hstack([begun, closing])):
                if source is None or target is None or not source.meets(target):
                    pairs.append((chance + given, source, target))
        pairs.sort(key=lambda pair: -pair[0])
        total = sum(np.exp(score) for score, _, _ in pairs)
        return [
            Parties(source, target, float(np.exp(score) / total)) for score, source, target in pairs[:limit]
        ]


def spans(located: Located, scores: Array) -> list[tuple[float, int, Span | None]]:
    """The likeliest spans of whole words, and "none named": each one's log chance, first piece and span."""
    found = list(_spans(located, scores))
    found.sort(key=lambda one: -one[0])
    return [*found[:FEW], (float(scores[0, 0] + scores[0, 1]), 0, None)]


def _spans(located: Located, scores: Array) -> Iterator[tuple[float, int, Span]]:
    words = located.words
    begins = [n for n, word in enumerate(words) if word and words[n - 1] != word]
    ends = [n for n, word in enumerate(words) if word and words[n + 1] != word]
    begun, ended = scores[:, 0].tolist(), scores[:, 1].tolist()
    for first in sorted(begins, key=lambda n: -begun[n])[:FEW]:
        for last in ends:
            opening, closing = words[first], words[last]
            if first <= last < first + LONGEST_SPAN and opening is not None and closing is not None:
                yield begun[first] + ended[last], first, Span(opening.start, closing.end)


def log_chances(scores: Array) -> Array:
    """Logs of each column's chances, which sum to one."""
    raised = scores - scores.max(axis=0)
    out: Array = raised - np.log(np.exp(raised).sum(axis=0))
    return out
