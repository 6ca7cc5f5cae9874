"""Is it English? A share of function words tells; nothing finer is needed to warn a reader."""

from __future__ import annotations

import re

SAMPLE_CHARS = 20_000
MIN_WORDS = 20
"""Below this many words a headline without function words looks like any language: taken as English."""

MIN_SHARE = 0.08
"""English prose has a quarter to two fifths of these words, headlines and lists a tenth; other languages
under a twentieth."""

FUNCTION_WORDS = frozenset(
    str.split(
        "the of and to that is for with by this from has have had were was which will would said are it its "
        "his her their they be been not but who what when where than after before between into about during "
        "against our we you your there these those"
    )
)
"""English words that hardly occur in other languages' texts; "a", "in", "on", "as", "die" and the like do."""

_WORD = re.compile(r"[^\W\d_]+")


def looks_english(text: str) -> bool:
    """Say whether the beginning of a text holds enough English function words; a very short text does."""
    words = [word.lower() for word in _WORD.findall(text[:SAMPLE_CHARS])]
    if len(words) < MIN_WORDS:
        return _is_latin(words)
    return sum(word in FUNCTION_WORDS for word in words) >= MIN_SHARE * len(words)


def _is_latin(words: list[str]) -> bool:
    letters = "".join(words)
    return sum(char < "\u0250" for char in letters) >= 0.5 * len(letters)
