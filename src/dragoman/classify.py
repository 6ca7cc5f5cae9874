"""Sentences whose two parties are given → what one did to the other: the encoder, helped by the lexicon.

The encoder answers every question. Where it is not sure, the sentence is parsed too, and the lexicon's word
that joins the parties adds to its type: the two err on different sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebooks import Codebook, load_codebook
from dragoman.extract.context_words import ContextWords, context_words
from dragoman.extract.deeds_classify import LexiconClassifier
from dragoman.extract.participants import Participants
from dragoman.knowledge import Knowledge, load_knowledge
from dragoman.models import Classification, EventClassifier, Hint, Question, load_classifier
from dragoman.parse import EnglishParser, Tree
from dragoman.read import read_text
from dragoman.records import Document
from dragoman.resolve import resolve

SURE = 0.9
"""Confidence from which the lexicon is not asked."""
JOINS_BOTH, JOINS_ONE = 4.0, 2.0
"""Scores of `LexiconClassifier` from which a word joins both parties, or one."""


class LexiconHints:
    """Asks the lexicon which of its words joins two parties."""

    def __init__(self, parser: EnglishParser, knowledge: Knowledge, codebook: Codebook) -> None:
        self._parser = parser
        self._knowledge = knowledge
        self._codebook = codebook

    def of(self, questions: Sequence[Question]) -> list[Hint | None]:
        """What the lexicon says of each question; None where it has no word of the sentence."""
        documents = [read_text(question.text, "sentence") for question in questions]
        trees = self._parser.parse(documents)
        return [
            # where the reader took something out, the places no longer fit
            self._hint(question, document, tree) if document.text == question.text else None
            for question, document, tree in zip(questions, documents, trees, strict=True)
        ]

    def _hint(self, question: Question, document: Document, tree: Tree) -> Hint | None:
        participants = Participants(resolve(document, tree, self._knowledge), self._knowledge)
        found = LexiconClassifier(participants, self._codebook).judge(question.source, question.target)
        if found is None:
            return None
        level = int(found.score >= JOINS_ONE) + int(found.score >= JOINS_BOTH)
        return Hint(found.coding.type, found.coding.mode, level)


class SentenceClassifier:
    """Classifies sentences. Make one with `load_sentence_classifier()`; it takes two seconds."""

    def __init__(self, model: EventClassifier, hints: LexiconHints, words: ContextWords | None) -> None:
        self._model = model
        self._hints = hints
        self._words = words

    def classify(self, questions: Sequence[Question]) -> list[Classification]:
        """The act of each question, in order.

        Args:
            questions: Sentences with the two parties' places in them.
        """
        if not questions:
            return []
        scores = self._model.scores(questions)
        hints: list[Hint | None] = [None] * len(questions)
        alone = self._model.judge(scores, hints)
        unsure = [row for row, found in enumerate(alone) if found.confidence < SURE]
        for row, hint in zip(unsure, self._hints.of([questions[row] for row in unsure]), strict=True):
            hints[row] = hint
        words = self._words.scores([question.text for question in questions]) if self._words else None
        return self._model.judge(scores, hints, words)


def load_hints() -> LexiconHints:
    """Load the parser and the tables.

    Raises:
        TableError: If a file of the installation is missing or malformed.
    """
    return LexiconHints(EnglishParser(), load_knowledge(), load_codebook())


def load_sentence_classifier() -> SentenceClassifier:
    """Load the model, the parser and the tables.

    Raises:
        TableError: If a file of the installation is missing or malformed.
    """
    return SentenceClassifier(load_classifier(), load_hints(), context_words(load_codebook()))
