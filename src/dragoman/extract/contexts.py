"""PLOVER's contexts: what an act was about, by the words of its sentence and cues of its paragraph.

Precision before recall: a cue in the sentence decides, one elsewhere in the paragraph only together with
another; where the linear model of `context_words` is asked, it must be fairly sure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

import numpy as np

from dragoman.codebooks import Codebook
from dragoman.extract.context_cues import Cue, context_finder
from dragoman.extract.context_words import context_words
from dragoman.records import Actor
from dragoman.resolve.resolved import Resolved

SENTENCE_NEEDS = 2
"""One cue, or two hints, in the sentence itself."""
PARAGRAPH_NEEDS = 4
"""Two different cues, or as much in hints, in the whole paragraph."""
LIKELY = 0.35
"""Chance by the words of the sentence from which a context is given: three in four are then right on batches
that nothing was fitted on."""
BY_SECTOR = {"MIL": "military", "SPY": "intelligence", "LEG": "legislative", "JUD": "legal"}
BY_MODE = {
    ("COERCE", "cyber"): "cyber", ("COERCE", "misinformation"): "misinformation",
    ("SANCTION", "convict"): "legal", ("COERCE", "censor"): "rights_freedoms",
    ("ASSAULT", "crowd-control"): "repression",
    ("ASSAULT", "unconventional"): "cbrn", ("ASSAULT", "suicide-attack"): "terrorism",
}  # fmt: skip
"""Modes that are never without the context."""


class Contexts:
    """The contexts of one document's acts."""

    def __init__(self, resolved: Resolved, codebook: Codebook) -> None:
        self.resolved = resolved
        self.tree = resolved.tree
        self.finder = context_finder(codebook)
        self._found = self.finder.cues(resolved.document.text)
        self._starts = [start for start, *_ in self._found]
        self._codebook = codebook
        self._told: dict[int, set[str]] = {}

    def of(self, token: int, type_: str, mode: str | None, actors: Iterable[Actor] = ()) -> tuple[str, ...]:
        """Contexts of an act, in the codebook's order.

        Args:
            token: Token number of its trigger.
            type_: Its type.
            mode: Its mode: some modes are never without a context.
            actors: Its participants: a soldier makes it military.
        """
        tree = self.tree
        first, last = tree.sents[tree.sent[token]]
        sentence = self._weights(tree.start[first], tree.end[last - 1])
        segment = self.resolved.document.layout[tree.segment[tree.sent[token]]]
        paragraph = self._weights(segment.start, segment.end)
        names = self.finder.names
        chosen = {names[n] for n, weight in sentence.items() if weight >= SENTENCE_NEEDS}
        chosen |= {names[n] for n, weight in paragraph.items() if weight >= PARAGRAPH_NEEDS}
        chosen |= self._by_words(tree.sent[token])
        implied = BY_MODE.get((type_, mode or ""))
        chosen |= {implied} if implied is not None else set()
        chosen |= {BY_SECTOR[a.sector] for a in actors if a.sector in BY_SECTOR}
        return tuple(name for name in names if name in chosen)

    def _by_words(self, sentence: int) -> set[str]:
        """Contexts that all the words of a sentence make likely; read once."""
        found = self._told.get(sentence)
        if found is None:
            found = self._told[sentence] = set(self._likely(sentence))
        return found

    def _likely(self, sentence: int) -> Iterator[str]:
        model = context_words(self._codebook)
        if model is None:
            return
        first, last = self.tree.sents[sentence]
        cues = self._cues(self.tree.start[first], self.tree.end[last - 1])
        chances = 1 / (1 + np.exp(-model.score(self.resolved.sentence(sentence), cues)))
        for name, chance in zip(self.finder.names, chances, strict=True):
            if chance >= LIKELY:
                yield name

    def _cues(self, start: int, end: int) -> list[Cue]:
        """The cues between two offsets."""
        return self._found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _weights(self, start: int, end: int) -> dict[int, int]:
        """Weight of each context between two offsets; a form counts once."""
        seen: set[tuple[int, str]] = set()
        weights: dict[int, int] = {}
        for _, context, weight, form in self._cues(start, end):
            if (context, form) not in seen:
                seen.add((context, form))
                weights[context] = weights.get(context, 0) + weight
        return weights
