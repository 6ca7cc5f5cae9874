"""How alike phrases are: by their words, and by the sentence encoder.

The encoder's vectors all lean one way, so that any two look alike. That common part, the mean of a fixed set
of unrelated phrases, is taken off before vectors are compared, whichever model is loaded.
Source: Mu and Viswanath (2018), "All-but-the-Top" (arXiv 1702.01417), section 2.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from dragoman.models.encoder import SentenceEncoder

Array = npt.NDArray[np.float64]
LONGEST = 64
"""Pieces of a phrase that the encoder reads."""
REMEMBERED = 4096
"""Phrases whose vectors are kept: documents repeat themselves, and are compared again."""
BACKGROUND = (
    "open an embassy in the capital", "lower the duty on imported steel", "peace talks in the south",
    "the arrest of two journalists", "send engineers to the flooded valley", "a treaty on extradition",
    "cooperation in science and education", "the use of force against protesters", "sovereignty",
    "hold elections by the end of the year", "a loan for the new airport", "nuclear weapons", "refugees",
    "the test of a ballistic missile", "reduce emissions from shipping", "the rights of minorities",
    "withdraw troops from the border", "exchange prisoners of war", "vaccines for rural clinics",
    "tourism and direct flights", "the crash of a passenger aircraft", "sanctions on two banks",
    "training for police officers", "the fight against drug smuggling", "a memorandum on cybersecurity",
    "support for the candidate in the council", "friendship between the two peoples", "debt relief",
    "the construction of a railway", "fishing rights in the strait", "the language of road signs",
    "human rights and the rule of law", "the visit of the crown prince", "grain exports by sea",
    "an early warning system for storms", "investment in solar power", "a museum of modern art",
    "the occupation of the northern hills", "the death of a former president", "free trade",
)  # fmt: skip
"""Unrelated phrases of the field, written for this."""
PLAIN_WORDS = frozenset({
    "a", "an", "the", "of", "to", "in", "on", "at", "for", "from", "by", "with", "and", "or", "as", "its",
    "his", "her", "their", "our", "this", "that", "these", "those", "is", "are", "was", "were", "be", "been",
    "will", "would", "has", "have", "had", "it", "he", "she", "they", "we", "who", "which", "about", "over",
    "into", "up", "all", "any", "each", "every", "other", "new", "two", "both", "also", "not", "no", "more",
    "between",
})  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_ENDINGS = (
    "ization", "isation", "ations", "ation", "ings", "ing",
    "ments", "ment",  # codespell:ignore ment
    "ions", "ion", "ers", "ies", "ed", "es", "er", "al", "ly", "s", "e", "y",
)  # fmt: skip
_SHORTEST_STEM = 4


def stems(text: str) -> frozenset[str]:
    """Content words of a text, cut to what their inflections share: a rough cut, for comparison alone."""
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(stem(word) for word in words if word not in PLAIN_WORDS)


def stem(word: str) -> str:
    """A word without the first ending that leaves enough of it."""
    word = re.sub(r"(?<=t)re\Z", "er", word.replace("our", "or")) if len(word) > _SHORTEST_STEM else word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def rarity(texts: Collection[frozenset[str]]) -> dict[str, float]:
    """How much each stem tells: the logarithm of how few of the texts hold it."""
    counts = Counter(one for text in texts for one in text)
    return {one: math.log(1 + len(texts) / count) for one, count in counts.items()}


def overlap(a: frozenset[str], b: frozenset[str], weights: Mapping[str, float]) -> float:
    """Share of the words of two texts that are in both, weighted: 0 to 1."""
    whole = _weight(a, weights) + _weight(b, weights)
    return 2 * _weight(a & b, weights) / whole if whole else 0.0


class PhraseEncoder:
    """Compares phrases by the encoder's vectors of them."""

    def __init__(self, encoder: SentenceEncoder) -> None:
        self._encoder = encoder
        self._common: Array | None = None
        self._vector = lru_cache(REMEMBERED)(self._run)

    def likeness(self, a: Sequence[str], b: Sequence[str]) -> Array:
        """How alike each of some phrases is to each of some others.

        Returns:
            `(len(a), len(b))`, 0 (unrelated) to 1 (the same).
        """
        if not a or not b:
            return np.zeros((len(a), len(b)))
        first, second = (self._vectors(side) for side in (a, b))
        # einsum adds up each cell alone, so that it doesn't depend on the table's size as a product's does.
        cosines: Array = np.einsum("ik,jk->ij", first, second)
        return np.clip(cosines, 0.0, 1.0).round(4)

    def _vectors(self, phrases: Sequence[str]) -> Array:
        if self._common is None:
            self._common = np.mean([self._run(phrase) for phrase in BACKGROUND], axis=0)
        vectors = np.array([self._vector(phrase) for phrase in phrases]) - self._common
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        units: Array = vectors / np.where(lengths > 0, lengths, 1.0)
        return units

    def _run(self, phrase: str) -> Array:
        """The vector of a phrase, which runs alone: its neighbours in a batch would move the last digits."""
        encoded = self._encoder.pieces.encode(phrase, None, None, LONGEST)
        vector: Array = self._encoder.run([encoded]).vector[0].astype(np.float64)
        return vector


@cache
def load_phrase_encoder() -> PhraseEncoder:
    """The encoder that ships; later calls return the same object.

    Raises:
        TableError: If its files are missing or damaged.
    """
    from dragoman.models import load_classifier  # noqa: PLC0415  # whoever brings an encoder needs no other

    return PhraseEncoder(load_classifier().encoder)


def _weight(words: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(sorted(weights.get(word, 1.0) for word in words))
