"""Types of a codebook of one's own, told by its examples: the nearer a text is to them, the more they weigh.

How near two texts are is the sum of three likenesses: the cosine of the encoder's vectors, the cosine of
their words (tf-idf over the encoder's pieces), and whether cue words of the same type stand in both. From
these every example gets a weight for its type by regularised least squares (kernel ridge regression,
Saunders et al. 1998), against sentences that are none of the types. Each sentence is then left out in turn,
which the method gives in closed form, to learn how far a type must lead, and what a lead is worth as a
chance (Platt 1999).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dragoman.codebooks import Codebook, read_neutral
from dragoman.models.classifier import Classification, EventClassifier, Question, load_classifier
from dragoman.models.cues import CueWords
from dragoman.models.rows import unmark

Array = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
WORD_WEIGHT, CUE_WEIGHT = 0.5, 0.3
"""What likeness of words and cue words counts beside that of the encoder, 1; chosen by leaving out examples
of the codebook on election violence."""
RIDGE = 0.5
SURE = 0.9
"""Share of examples asked for among what is taken without a cue word, when each sentence is left out: a
neutral one taken is a false alarm."""
STEPS = 30
"""Newton steps of the logistic fit, which needs fewer than ten."""


class Nearness(NamedTuple):
    """What the examples say of a text.

    `scores`: a number for each type, and for none of them at the end. `likeness` and `example`: the cosine to
    the nearest example of each type, and its number in the codebook's list, from 1.
    """

    scores: Array
    likeness: Array
    example: tuple[int, ...]
    cues: tuple[str | None, ...]
    """The first cue of each type that stands in the text."""


class ExampleClassifier:
    """Judges texts by one codebook's examples. Make one with `load_examples`.

    `threshold` is the lead over none from which on a type is taken, `sure` the one from which on it is taken
    without a cue word. `left_out` is the share of the examples whose type is the nearest when each is left
    out: a codebook whose types run into one another, or whose examples have little in common, has a low one.
    """

    def __init__(self, codebook: Codebook, model: EventClassifier, neutral: Sequence[str]) -> None:
        self.codebook = codebook
        self.types = tuple(codebook.types)
        self.model = model
        self.cues = CueWords(codebook)
        given = [(n, text) for n, name in enumerate(self.types) for text in codebook.types[name].examples]
        texts = self.texts = [unmark(text)[0] for _, text in given]
        none = [unmark(text)[0] for text in codebook.neutral]
        none += [text for text in (unmark(one)[0] for one in neutral) if not any(self.cues.found(text))]
        self._labels = np.array([n for n, _ in given] + [len(self.types)] * len(none))
        self._space = _Space(model, self.cues, [*texts, *none])
        self._firsts = [int(np.argmax(self._labels == n)) for n in range(len(self.types))]
        self._learn()

    def _learn(self) -> None:
        """Weights of the sentences; thresholds and chances by leaving out each."""
        likeness, count = self._space.likeness, len(self._labels)
        wanted = 2.0 * np.eye(len(self.types) + 1)[self._labels] - 1.0
        inverse = np.linalg.inv(likeness + RIDGE * np.eye(count))
        self._weights = inverse @ wanted
        # what the sentences' words and cues add up to, so that a text is not compared with each of them
        self._by_words = WORD_WEIGHT * self._space.words.T @ self._weights
        self._by_cues = CUE_WEIGHT * self._space.hits.T @ self._weights
        left_out = wanted - self._weights / np.diag(inverse)[:, None]
        best = left_out[:, :-1].argmax(axis=1)
        leads = left_out[np.arange(count), best] - left_out[:, -1]
        right = best == self._labels
        self.left_out = float(right[self._labels < len(self.types)].mean())
        self.threshold = best_threshold(leads, right)
        self.sure = max(self.threshold, sure_threshold(leads, self._labels < len(self.types)))
        self._slope, self._offset = fit_logistic(leads, right)

    def near(self, texts: Sequence[str]) -> list[Nearness]:
        """What the examples say of each text, in order."""
        if not texts:
            return []
        cosines, words, found = self._space.compare(texts)
        hits = self._space.hit_rows(found)
        scores = cosines @ self._weights + words @ self._by_words + hits @ self._by_cues
        out = []
        for row in range(len(texts)):
            at = [self._nearest(cosines[row], n) for n in range(len(self.types))]
            own = tuple(place - first + 1 for place, first in zip(at, self._firsts, strict=True))
            out.append(Nearness(scores[row], cosines[row, at], own, found[row]))
        return out

    def _nearest(self, cosines: Array, kind: int) -> int:
        own = np.flatnonzero(self._labels == kind)
        return int(own[cosines[own].argmax()])

    def lead(self, near: Nearness, kind: int) -> float:
        """How far a type leads over none of the types."""
        return float(near.scores[kind] - near.scores[-1])

    def chance(self, lead: float) -> float:
        """The chance that a type which leads so far over none is right."""
        return round(float(1 / (1 + math.exp(-(self._slope * lead + self._offset)))), 4)

    def reason(self, near: Nearness, kind: int) -> str:
        """Why a type was given: "cue: intimidate; like example 7 of VOTER-INTIMIDATION .81"."""
        cue = f"cue: {near.cues[kind]}; " if near.cues[kind] is not None else ""
        likeness = f"{near.likeness[kind]:.2f}".replace("0.", ".", 1)
        return f"{cue}like example {near.example[kind]} of {self.types[kind]} {likeness}"

    def classify(self, questions: Sequence[Question]) -> list[Classification]:
        """The type of each question, in order; the parties' places are not looked at.

        `event` and `confidence` are both the chance that `type` is right and the text is none of the neutral
        kind; `status` is the encoder's.
        """
        shared = self.model.classify(questions)
        out = []
        for question, known, near in zip(
            questions, shared, self.near([q.text for q in questions]), strict=True
        ):
            kind = int(near.scores[:-1].argmax())
            chance = self.chance(self.lead(near, kind))
            out.append(
                Classification(
                    type=self.types[kind],
                    mode=self.cues.mode(self.types[kind], question.text),
                    contexts=tuple(c for c in known.contexts if c in self.codebook.contexts),
                    status=known.status,
                    confidence=chance,
                    event=chance,
                )
            )
        return out


class _Space:
    """The sentences that a codebook gives, and how like them a text is."""

    def __init__(self, model: EventClassifier, cues: CueWords, texts: Sequence[str]) -> None:
        self._model = model
        self._cues = cues
        vectors, pieces = self._encoded(texts)
        self._middle = vectors.mean(axis=0)
        self._vectors = _unit(vectors - self._middle)
        counts = Counter(piece for own in pieces for piece in set(own))
        self._columns = {piece: n for n, piece in enumerate(sorted(counts))}
        self._rarity = np.array([math.log((len(texts) + 1) / counts[p]) for p in self._columns])
        self.words = self._word_rows(pieces)
        self.hits = self.hit_rows([cues.found(text) for text in texts])
        self.likeness = (
            self._vectors @ self._vectors.T
            + WORD_WEIGHT * self.words @ self.words.T
            + CUE_WEIGHT * self.hits @ self.hits.T
        )

    def compare(self, texts: Sequence[str]) -> tuple[Array, Array, list[tuple[str | None, ...]]]:
        """The encoder's cosine to each sentence; rows of the words; the cues found of each type."""
        vectors, pieces = self._encoded(texts)
        cosines = _unit(vectors - self._middle) @ self._vectors.T
        return cosines, self._word_rows(pieces), [self._cues.found(text) for text in texts]

    def _encoded(self, texts: Sequence[str]) -> tuple[Array, list[tuple[int, ...]]]:
        encoder, longest = self._model.encoder, self._model.card.longest
        encoded = [encoder.pieces.encode(text, None, None, longest) for text in texts]
        return _unit(encoder.run(encoded).vector.astype(np.float64)), [one.ids[1:-1] for one in encoded]

    def _word_rows(self, pieces: Sequence[tuple[int, ...]]) -> Array:
        rows = np.zeros((len(pieces), len(self._columns)))
        for row, own in enumerate(pieces):
            for piece, times in Counter(own).items():
                column = self._columns.get(piece)
                if column is not None:
                    rows[row, column] = (1 + math.log(times)) * self._rarity[column]
        return _unit(rows)

    def hit_rows(self, found: Sequence[tuple[str | None, ...]]) -> Array:
        """A row a text: 1 for each type of which a cue was found."""
        return np.array([[cue is not None for cue in row] for row in found], dtype=float)


@cache
def load_examples(codebook: Codebook) -> ExampleClassifier:
    """The classifier of a codebook's examples; later calls with the same codebook return the same object.

    Takes about a second: the encoder reads every example.

    Raises:
        TableError: If the encoder or the neutral sentences are missing or damaged.
    """
    return ExampleClassifier(codebook, load_classifier(), read_neutral())


def best_threshold(leads: Array, right: Flags) -> float:
    """The lead from which on types are taken: where F1 of the types taken is best.

    Args:
        leads: How far the best type leads over none, a sentence each.
        right: Whether that type is the sentence's; of a sentence that is none it is not.
    """
    order = np.argsort(-leads)
    taken = np.arange(1, len(leads) + 1)
    hits = np.cumsum(right[order])
    f1 = 2 * hits / (taken + right.sum())
    at = int(f1.argmax())
    below = leads[order[at + 1]] if at + 1 < len(order) else leads[order[at]] - 1.0
    return float((leads[order[at]] + below) / 2)


def sure_threshold(leads: Array, is_example: Flags) -> float:
    """The lead from which on at least `SURE` of the sentences taken are examples, of whatever type."""
    order = np.argsort(-leads)
    precise = np.cumsum(is_example[order]) / np.arange(1, len(leads) + 1) >= SURE
    enough = np.flatnonzero(precise)
    return float(leads[order[enough[-1]]]) if len(enough) else float(leads.max())


def fit_logistic(leads: Array, right: Flags) -> tuple[float, float]:
    """Slope and offset of the chance that a lead is right, by Newton's method with a slight pull to zero."""
    design = np.stack([leads, np.ones(len(leads))], axis=1)
    line = np.zeros(2)
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-design @ line))
        curve = design.T @ (design * (chance * (1 - chance))[:, None]) + 0.01 * np.eye(2)
        step = np.linalg.solve(curve, design.T @ (right - chance) - 0.01 * line)
        line = line + step
        if float(np.abs(step).max()) < 1e-6:
            break
    return float(line[0]), float(line[1])


def _unit(rows: Array) -> Array:
    """Rows of length one; a row of zeros stays."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Array = rows / np.where(lengths > 0, lengths, 1.0)
    return unit
