"""How strong diplomats' words are: "concerned" is less than "deeply concerned", that less than "deplores".

The table has four scales, each with ranks from 1, and "takes note", which is neutral and begins two of them:
welcomes … firmly supports (`for`), concerned … condemns in the strongest terms (`against`), opposes … firmly
opposes (`opposition`), invites … demands (`request`). Words of two scales can't be compared, but for those of
`for` and `against`, which are opposites. docs/claims.md shows the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from dragoman.errors import TableError
from dragoman.knowledge.tables import read_csv

DIPLOMATIC_COLUMNS = ("scale", "rank", "level", "words", "modifiers", "source")
Scale = Literal["neutral", "for", "against", "opposition", "request"]
SCALES: tuple[Scale, ...] = ("neutral", "for", "against", "opposition", "request")
BEFORE = 45
"""Code points before a word in which its modifiers stand: "deeply and gravely concerned"."""
BEHIND = 120
"""Code points behind a word in which a phrase stands: "condemned … in the strongest terms"."""

_OTHER_SIDE: dict[str, int] = {"neutral": 0, "for": 1, "against": -1}


class Level(NamedTuple):
    """A place on a scale; `rank` grows with the strength of the words."""

    scale: Scale
    rank: int
    name: str


class GradedWord(NamedTuple):
    """A word of the table where it stands in a text: code points, half-open, its modifier included."""

    level: Level
    start: int
    end: int


class _Entry(NamedTuple):
    level: Level
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None


class DiplomaticWords:
    """Finds the table's words in texts."""

    def __init__(self, rows: Iterable[Iterable[str]]) -> None:
        self._entries: dict[str, list[_Entry]] = {}
        for scale, rank, level, words, modifiers, _ in rows:
            if scale not in SCALES or not rank.isdigit():
                raise TableError("diplomatic_words.csv", f"{scale!r}, {rank!r} is no place on a scale")
            entry = _Entry(Level(scale, int(rank), level), *_patterns(modifiers))
            self._entries.setdefault(words, []).append(entry)
        for entries in self._entries.values():
            entries.sort(key=lambda entry: entry.level.rank, reverse=True)
        longest_first = sorted(self._entries, key=len, reverse=True)
        self._pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)

    def find(self, text: str, start: int, end: int, scales: Iterable[Scale]) -> GradedWord | None:
        """The first word of some scales in a stretch of a text, at the highest rank that it reaches there.

        Args:
            text: The text.
            start: Where the word may begin; its modifiers may stand before.
            end: Where it must end.
            scales: Scales to look for; the neutral one is always among them.
        """
        wanted = {*scales, "neutral"}
        for found in self._pattern.finditer(text, start, end):
            for entry in self._entries[found.group().lower()]:
                if entry.level.scale in wanted and (span := _reach(entry, text, found)):
                    return GradedWord(entry.level, *span)
        return None


def step(before: Level, after: Level) -> int | None:
    """How many ranks firmer the second level is than the first; negative where it is softer.

    None where they can't be compared: they are of different scales, or for and against something.
    """
    neutral = "neutral" in {before.scale, after.scale}
    if before.scale != after.scale and not (neutral and {before.scale, after.scale} <= _OTHER_SIDE.keys()):
        return None
    return after.rank - before.rank


def are_opposed(before: Level, after: Level) -> bool:
    """Whether one speaks for something and the other against it."""
    sides = {_side(before.scale), _side(after.scale)}
    return sides == {1, -1}


@cache
def load_diplomatic_words() -> DiplomaticWords:
    """Load the table; later calls return the same object.

    Raises:
        TableError: If it is missing or malformed.
    """
    return DiplomaticWords(read_csv("diplomatic_words", DIPLOMATIC_COLUMNS))


def _side(scale: Scale) -> int:
    return -1 if scale == "opposition" else _OTHER_SIDE.get(scale, 0)


def _patterns(modifiers: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """Patterns for single words before the graded word, and for phrases behind it."""
    given = [one for one in modifiers.split("|") if one]
    sides = ([one for one in given if " " not in one], [one for one in given if " " in one])
    before, behind = (
        re.compile(rf"\b(?:{'|'.join(map(re.escape, side))})\b", re.IGNORECASE) if side else None
        for side in sides
    )
    return before, behind


def _reach(entry: _Entry, text: str, found: re.Match[str]) -> tuple[int, int] | None:
    """From the modifier to the word, or from the word to the phrase behind it; None without them."""
    if entry.before is None and entry.behind is None:
        return found.span()
    if entry.before is not None:
        # A stop between them: the modifier belongs to another word.
        low = max(text.rfind(stop, 0, found.start()) + 1 for stop in ".;:,\n")
        words = list(entry.before.finditer(text, max(low, found.start() - BEFORE), found.start()))
        if words:
            return words[-1].start(), found.end()
    if entry.behind is not None:
        phrase = entry.behind.search(text, found.end(), found.end() + BEHIND)
        if phrase and not re.search(r"[.;]\s", text[found.end() : phrase.start()]):
            return found.start(), phrase.end()
    return None
