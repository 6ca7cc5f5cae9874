"""What one party did to another, by the encoder: type, mode, contexts, status, calibrated confidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from dragoman.errors import TableError
from dragoman.models.encoder import Array, Scores, SentenceEncoder
from dragoman.models.roles import RoleReader
from dragoman.records import Span, Status

FOLDER = Path(__file__).parent
CARD = "card.json"
NOTHING = "NONE"


class Card(msgspec.Struct, frozen=True):
    """What the model is: the order of its labels, how it was calibrated, and what it was made from."""

    version: str
    corpus: str
    """SHA-256 of the training batches' text."""
    batches: tuple[str, ...]
    """The batches that it was fitted on."""
    types: tuple[str, ...]
    acts: tuple[tuple[str, str | None], ...]
    contexts: tuple[str, ...]
    statuses: tuple[Status, ...]
    heat: float
    """Temperature by which the logits of types are divided (Guo et al. 2017, arXiv 1706.04599)."""
    hints: tuple[float, float, float]
    """What a word of the lexicon adds to the logit of its type where it joins neither party, one, or both."""
    context_threshold: float
    """Chance from which the encoder alone gives a context."""
    context_mix: tuple[float, float, float]
    """What the encoder's logits and those of `context_words` are weighted by, and what is added; a context is
    given where their sum is not below 0."""
    longest: int
    """Pieces of a text that are read."""


class Question(msgspec.Struct, frozen=True):
    """A text and the two parties in it; None where one is not named.

    Raises:
        EvidenceError: If a party stands past the end of the text.
    """

    text: str
    source: Span | None
    target: Span | None

    def __post_init__(self) -> None:
        for span in (self.source, self.target):
            if span is not None:
                span.of(self.text)


class Hint(msgspec.Struct, frozen=True):
    """What the lexicon says of a question. `level` 0: its word joins neither party; 1: one; 2: both.

    Where it joins any and its type wins, its mode is taken: it reads instruments and objects that it names.
    """

    type: str
    mode: str | None
    level: int


class Classification(msgspec.Struct, frozen=True):
    """The likeliest act between two parties.

    `confidence` is the calibrated chance that `type` is right, given that something happened between them or
    not: `event` is the chance that anything did.
    """

    type: str
    mode: str | None
    contexts: tuple[str, ...]
    status: Status
    confidence: float
    event: float


class EventClassifier:
    """Classifies acts. Make one with `load_classifier()`; it takes a tenth of a second and 60 MB."""

    def __init__(self, encoder: SentenceEncoder, card: Card) -> None:
        self.encoder = encoder
        self.card = card
        self.reader = RoleReader(encoder, card.longest)
        self._modes = {
            name: [n for n, (kind, _) in enumerate(card.acts) if kind == name] for name in card.types
        }
        self._nothing = card.types.index(NOTHING)

    def classify(
        self,
        questions: Sequence[Question],
        hints: Sequence[Hint | None] | None = None,
        words: Array | None = None,
    ) -> list[Classification]:
        """The act of each question, in order.

        Args:
            questions: Texts, usually sentences, with the two parties' places in them.
            hints: What the lexicon says of each, where it was asked.
            words: What `context_words` says of each text, where it was asked.
        """
        if not questions:
            return []
        scores = self.scores(questions)
        return self.judge(scores, hints if hints is not None else [None] * len(questions), words)

    def scores(self, questions: Sequence[Question]) -> Scores:
        """What the network itself says of at least one question."""
        longest = self.card.longest
        return self.encoder.run(
            [self.encoder.pieces.encode(q.text, q.source, q.target, longest) for q in questions]
        )

    def judge(
        self, scores: Scores, hints: Sequence[Hint | None], words: Array | None = None
    ) -> list[Classification]:
        """The act of each question from the network's scores, the lexicon's hints and the contexts' words."""
        logits = scores.type / self.card.heat
        for row, hint in enumerate(hints):
            if hint is not None and hint.type in self._modes:
                logits[row, self.card.types.index(hint.type)] += self.card.hints[hint.level]
        return list(self._judged(scores, softmax(logits), hints, self._contexts(scores, words)))

    def _contexts(self, scores: Scores, words: Array | None) -> npt.NDArray[np.bool_]:
        """Which contexts each text has."""
        if words is None:
            return np.asarray(1 / (1 + np.exp(-scores.contexts)) >= self.card.context_threshold)
        encoder, linear, added = self.card.context_mix
        return np.asarray(encoder * scores.contexts + linear * words + added >= 0)

    def _judged(
        self,
        scores: Scores,
        chances: Array,
        hints: Sequence[Hint | None],
        contexts: npt.NDArray[np.bool_],
    ) -> Iterable[Classification]:
        events = np.delete(chances, self._nothing, axis=1)
        names = [name for name in self.card.types if name != NOTHING]
        for row, best in enumerate(events.argmax(axis=1)):
            kind = names[best]
            act = max(self._modes[kind], key=lambda n, row=row: float(scores.act[row, n]))  # type: ignore[misc]
            hint = hints[row]
            told = hint.mode if hint is not None and hint.type == kind and hint.level > 0 else None
            yield Classification(
                type=kind,
                mode=told or self.card.acts[act][1],
                contexts=tuple(c for c, on in zip(self.card.contexts, contexts[row], strict=True) if on),
                status=self.card.statuses[int(scores.status[row].argmax())],
                confidence=round(float(events[row, best]), 4),
                event=round(1 - float(chances[row, self._nothing]), 4),
            )


@cache
def load_classifier(folder: Path = FOLDER) -> EventClassifier:
    """The classifier of a folder; the one that ships by default. Later calls return the same object.

    Raises:
        TableError: If a file is missing or damaged, or the card does not fit the model.
    """
    return EventClassifier(SentenceEncoder(folder), read_card(folder / CARD))


def read_card(path: Path) -> Card:
    """Read a model's card.

    Raises:
        TableError: If it is missing or malformed.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Card)
    except (OSError, msgspec.DecodeError) as error:
        raise TableError(path.name, f"cannot be read ({error})") from error


def softmax(logits: Array) -> Array:
    """Rows of chances that sum to one."""
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    chances: Array = raised / raised.sum(axis=1, keepdims=True)
    return chances
