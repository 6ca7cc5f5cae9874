"""Contexts by all the words of a sentence: a linear model over words, pairs of words, stems and cues.

Fitted on the training corpus (`training/context_words.py`), whose contexts judge the sentence as a whole.
`context_words.tsv` holds its weights.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dragoman.codebooks import Codebook
from dragoman.errors import TableError
from dragoman.extract.context_cues import ContextFinder, context_finder

PATH = Path(__file__).with_name("context_words.tsv")
HUNDREDTHS = 100
STEM, LONG = 6, 8
"""Letters of a stem, and of the shortest word that has one."""
_WORDS = re.compile(r"[a-z]+|\d+|[^\w\s]")

Scores = npt.NDArray[np.float32]


def features(text: str, finder: ContextFinder) -> set[str]:
    """What the model sees of a sentence: words, pairs, stems of long words, cues of the codebook."""
    words = ["0" if word.isdigit() else word for word in _WORDS.findall(text.lower())]
    out = {*words, *(f"{a} {b}" for a, b in pairwise(words))}
    out.update(f"{word[:STEM]}*" for word in words if len(word) >= LONG)
    out.update(f"@{finder.names[context]}{weight}" for _, context, weight, _ in finder.cues(text))
    return out


class Weights(NamedTuple):
    """The table: contexts in its order, what each has without any word, and each feature's weights."""

    contexts: tuple[str, ...]
    bias: Scores
    by_feature: Mapping[str, tuple[tuple[int, float], ...]]


class ContextWords:
    """Scores sentences. Make one with `context_words()`."""

    def __init__(self, weights: Weights, finder: ContextFinder) -> None:
        self._weights = weights
        self._finder = finder

    def scores(self, texts: Sequence[str]) -> Scores:
        """Logits of the codebook's contexts, a row a sentence."""
        out = np.tile(self._weights.bias, (len(texts), 1))
        for row, text in zip(out, texts, strict=True):
            for feature in features(text, self._finder):
                for context, weight in self._weights.by_feature.get(feature, ()):
                    row[context] += weight
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
        head, *rows = path.read_text(encoding="utf-8").splitlines()
        named = [entry.rsplit(":", 1) for entry in head.split("\t")]
        by_feature = {}
        for row in rows:
            feature, *entries = row.split("\t")
            pairs = (entry.split(":") for entry in entries)
            by_feature[feature] = tuple((int(number), int(weight) / HUNDREDTHS) for number, weight in pairs)
        bias = np.array([int(value) / HUNDREDTHS for _, value in named], dtype=np.float32)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise TableError(path.name, f"cannot be read ({error})") from error
    return Weights(tuple(name for name, _ in named), bias, by_feature)
