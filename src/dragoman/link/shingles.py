"""Texts → sets of word sequences, in which edited copies still agree.

Letter case, punctuation and the way numbers are written don't count: "$5 million", "5,000,000 dollars" and
"five million" all read as a number.
"""

from __future__ import annotations

import re
import unicodedata

SHINGLE_WORDS = 4
"""Words in a sequence. On the tuning half 3, 4 and 5 do alike; 2 and 7 find less at equal precision."""

NUMBER = "#"

_NUMBER_WORDS = frozenset({
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty",
    "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "billion",
    "trillion", "dozen", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "percent", "dollars", "usd",
})  # fmt: skip
_WORD = re.compile(r"\d[\d.,:]*(?:st|nd|rd|th|bn|m)?|[^\W\d_]+(?:['’][^\W\d_]+)?")


def words_of(text: str) -> list[str]:
    """The words of a text, in small letters; each run of numbers is one `#`."""
    words: list[str] = []
    for word in _WORD.findall(unicodedata.normalize("NFKC", text).casefold()):
        if word[0].isdigit() or word in _NUMBER_WORDS:
            if words and words[-1] == NUMBER:
                continue
            word = NUMBER  # noqa: PLW2901  # the same word, read as a number
        words.append(word)
    return words


def shingles_of(text: str, size: int = SHINGLE_WORDS) -> list[str]:
    """Every sequence of `size` words, in order, repeats too; the whole text where it is shorter.

    Nothing where it has no words.
    """
    words = words_of(text)
    if not words:
        return []
    return [" ".join(words[at : at + size]) for at in range(max(1, len(words) - size + 1))]
