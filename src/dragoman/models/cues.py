"""Cue words of a codebook of one's own in plain text: found by their stems, in any inflection."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.codebooks import Codebook

REACH = 7
"""Words after a cue's first within which the others stand: "stole at night all the ballots"."""
SHORTEST = 3
"""Letters that a stem keeps."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_ENDING = re.compile(r"(?:(?:at)?ions?|ings?|(?:at)?ors?|ers?|ments?|ied|ies|ated?|ates|ating|ed|es|e|s|y)$")

Stems = tuple[str, ...]


class CueWords:
    """Finds the cues of one codebook's types and modes."""

    def __init__(self, codebook: Codebook) -> None:
        self._types = [_stemmed(event.cues) for event in codebook.types.values()]
        self._modes = {
            name: [(mode, _stemmed(found.cues)) for mode, found in event.modes.items()]
            for name, event in codebook.types.items()
        }

    def found(self, text: str) -> tuple[str | None, ...]:
        """The first cue of each type that stands in a text; None for a type without any."""
        stems = [stem(word) for word in _WORD.findall(text)]
        return tuple(_first(stems, cues) for cues in self._types)

    def mode(self, type_: str, text: str) -> str | None:
        """The mode of a type one of whose cues stands in a text: the first of the codebook's."""
        modes = self._modes[type_]
        stems = [stem(word) for word in _WORD.findall(text)] if modes else []
        return next((mode for mode, cues in modes if _first(stems, cues) is not None), None)


def _stemmed(cues: tuple[str, ...]) -> list[tuple[str, Stems]]:
    return [(cue, tuple(map(stem, cue.split()))) for cue in cues]


def _first(stems: list[str], cues: list[tuple[str, Stems]]) -> str | None:
    return next((cue for cue, words in cues if _stands(stems, words)), None)


def _stands(stems: list[str], words: Stems) -> bool:
    """Whether the words stand in a text in their order, near each other."""
    for start, first in enumerate(stems):
        if first != words[0]:
            continue
        at = start
        for word in words[1:]:
            try:
                at = stems.index(word, at + 1, start + 1 + REACH)
            except ValueError:
                break
        else:
            return True
    return False


@lru_cache(1 << 14)
def stem(word: str) -> str:
    """A word without its endings, for telling forms of one word: "intimidation" and "intimidated" agree."""
    lower = word.lower().replace("’", "'").removesuffix("'s")
    short = _ENDING.sub("", lower)
    if len(short) > SHORTEST and short[-1] == short[-2] and short[-1] not in "lsz":
        short = short[:-1]  # "robbed"
    return short if len(short) >= SHORTEST else lower
