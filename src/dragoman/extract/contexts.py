"""PLOVER's contexts: what an act was about, by cue words of its sentence and paragraph.

Precision before recall: a cue in the sentence decides, one elsewhere in the paragraph only together with
another.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

import ahocorasick_rs

from dragoman.codebooks import Codebook
from dragoman.records import Actor
from dragoman.resolve.resolved import Resolved

STRONG, HINT = 2, 1
SENTENCE_NEEDS = 2
"""One cue, or two hints, in the sentence itself."""
PARAGRAPH_NEEDS = 4
"""Two different cues, or as much in hints, in the whole paragraph."""
PLURALS = ("", "s", "es", "'s", "’s")
BY_SECTOR = {"MIL": "military", "SPY": "intelligence", "LEG": "legislative", "JUD": "legal"}
BY_MODE = {
    ("COERCE", "cyber"): "cyber", ("COERCE", "misinformation"): "misinformation",
    ("SANCTION", "convict"): "legal", ("COERCE", "censor"): "rights_freedoms",
    ("ASSAULT", "crowd-control"): "repression",
    ("ASSAULT", "unconventional"): "cbrn", ("ASSAULT", "suicide-attack"): "terrorism",
}  # fmt: skip
"""Modes that are never without the context."""


class ContextFinder:
    """Cue words of one codebook in one automaton. Make it once; it holds no document."""

    def __init__(self, codebook: Codebook) -> None:
        self.names = tuple(codebook.contexts)
        forms: dict[str, list[tuple[int, int, str | None]]] = {}
        for number, context in enumerate(codebook.contexts.values()):
            for weight, cues in ((STRONG, context.cues), (HINT, context.hints)):
                for cue in cues:
                    for plural in PLURALS:
                        written = cue + plural if cue != cue.lower() else None
                        forms.setdefault((cue + plural).lower(), []).append((number, weight, written))
        self._forms = list(forms)
        self._meaning = list(forms.values())
        self._automaton = ahocorasick_rs.AhoCorasick(self._forms, store_patterns=False)

    def cues(self, text: str) -> list[tuple[int, int, int, str]]:
        """Every cue in a text: (start, number of the context, weight, form), in text order.

        Offsets are code points; a character whose lower case is longer than itself is left as it is.
        """
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        found = []
        for number, start, end in self._automaton.find_matches_as_indexes(lower, overlapping=True):
            if (start and lower[start - 1].isalnum()) or (end < len(lower) and lower[end].isalnum()):
                continue
            for context, weight, written in self._meaning[number]:
                if written is None or text[start:end] == written:  # "AIDS", not "aids"; "WHO", not "Who"
                    found.append((start, context, weight, self._forms[number]))
        found.sort()
        return found


@cache
def context_finder(codebook: Codebook) -> ContextFinder:
    """The finder of a codebook; later calls return the same object."""
    return ContextFinder(codebook)


class Contexts:
    """The contexts of one document's acts."""

    def __init__(self, resolved: Resolved, codebook: Codebook) -> None:
        self.resolved = resolved
        self.tree = resolved.tree
        self.finder = context_finder(codebook)
        self._found = self.finder.cues(resolved.document.text)
        self._starts = [start for start, *_ in self._found]

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
        implied = BY_MODE.get((type_, mode or ""))
        chosen |= {implied} if implied is not None else set()
        chosen |= {BY_SECTOR[a.sector] for a in actors if a.sector in BY_SECTOR}
        return tuple(name for name in names if name in chosen)

    def _weights(self, start: int, end: int) -> dict[int, int]:
        """Weight of each context between two offsets; a form counts once."""
        seen: set[tuple[int, str]] = set()
        weights: dict[int, int] = {}
        for number in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            _, context, weight, form = self._found[number]
            if (context, form) not in seen:
                seen.add((context, form))
                weights[context] = weights.get(context, 0) + weight
        return weights
