"""Cue words of a codebook's contexts, found in one pass over a text."""

from __future__ import annotations

from functools import cache

import ahocorasick_rs

from dragoman.codebooks import Codebook

STRONG, HINT = 2, 1
Cue = tuple[int, int, int, str]
"""Where it begins, the number of its context, its weight, its form."""
PLURALS = ("", "s", "es", "'s", "’s")


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

    def cues(self, text: str) -> list[Cue]:
        """Every cue in a text, in text order.

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
