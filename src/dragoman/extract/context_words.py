"""Contexts by all the words of a sentence: a linear model over words, pairs of words, stems and cues.

Fitted on the training corpus (`training/context_words.py`), whose contexts judge the sentence as a whole.
`context_words.tsv` holds its weights.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dragoman.codebooks import Codebook
from dragoman.errors import TableError
from dragoman.extract.context_cues import ContextFinder, Cue, context_finder

PATH = Path(__file__).with_name("context_words.tsv")
HUNDREDTHS = 100
STEM, LONG = 6, 8
"""Letters of a stem, and of the shortest word that has one."""
_WORDS = re.compile(r"[a-z]+|\d+|[^\w\s]")

Scores = npt.NDArray[np.float32]


def features(text: str, cues: Iterable[Cue], names: Sequence[str]) -> set[str]:
    """What the model sees of a sentence: words, pairs, stems of long words, cues of the contexts `names`."""
    words = ["0" if word.isdigit() else word for word in _WORDS.findall(text.lower())]
    out = {*words, *(f"{a} {b}" for a, b in pairwise(words))}
    out.update(f"{word[:STEM]}*" for word in words if len(word) >= LONG)
    out.update(f"@{names[context]}{weight}" for _, context, weight, _ in cues)
    return out


class Weights(NamedTuple):
    """The table: contexts in its order, what each has without any word, and each feature's row.

    A row is read when its feature is met: to read all of them would take a tenth of a second at every start.
    """

    contexts: tuple[str, ...]
    bias: Scores
    rows: Mapping[str, str]
    """Tab-separated, each a context's number and its weight in hundredths."""

    def of(self, feature: str) -> list[tuple[int, float]]:
        """Contexts' numbers and weights of one of its features.

        Raises:
            TableError: If the row is malformed.
        """
        try:
            pairs = [entry.split(":") for entry in self.rows[feature].split("\t")]
            out = [(int(number), int(weight) / HUNDREDTHS) for number, weight in pairs]
        except ValueError as error:
            raise TableError(PATH.name, f"the row of {feature!r} cannot be read ({error})") from error
        if any(not 0 <= number < len(self.contexts) for number, _ in out):
            raise TableError(PATH.name, f"the row of {feature!r} names a context that is none")
        return out


class ContextWords:
    """Scores sentences. Make one with `context_words()`."""

    def __init__(self, weights: Weights, finder: ContextFinder) -> None:
        self._weights = weights
        self._finder = finder
        self._of = cache(weights.of)  # grows to the size of the table

    def scores(self, texts: Sequence[str]) -> Scores:
        """Logits of the codebook's contexts, a row a sentence."""
        return np.stack([self.score(text, self._finder.cues(text)) for text in texts])

    def score(self, text: str, cues: Iterable[Cue]) -> Scores:
        """Logits of the codebook's contexts for a sentence in which these cues stand."""
        out = self._weights.bias.copy()
        for feature in features(text, cues, self._weights.contexts) & self._weights.rows.keys():
            for context, weight in self._of(feature):
                out[context] += weight
        return out


@cache
def context_words(codebook: Codebook) -> ContextWords | None:
    """The model, where it knows a codebook's contexts: those of PLOVER and no others.

    Raises:
        TableError: If the table is missing or malformed.
    """
    weights = read_weights(PATH)
    if weights.contexts != tuple(codebook.contexts):
        return None
    return ContextWords(weights, context_finder(codebook))


def read_weights(path: Path) -> Weights:
    """Read a table of weights.

    The first line names the contexts, each with its bias; the others a feature, each with its contexts'
    numbers and weights. All are in hundredths.

    Raises:
        TableError: If it is missing or malformed.
    """
    try:
        head, *lines = path.read_text(encoding="utf-8").splitlines()
        named = [entry.rsplit(":", 1) for entry in head.split("\t")]
        rows = dict(line.split("\t", 1) for line in lines)
        bias = np.array([int(value) / HUNDREDTHS for _, value in named], dtype=np.float32)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise TableError(path.name, f"cannot be read ({error})") from error
    return Weights(tuple(name for name, _ in named), bias, rows)
