"""The grammar of English time expressions, as levels of a cascade (kinds of words: `lexicon`).

Kinds made here: `d` a day, `w` a week or weekend, `m` a month, `y` a year, `q` a quarter or half, `p`
another period (a part, a range, a window), `u` a duration, `v` a vague one. All but `u` and `v` hold an
`Expression`.
"""

from __future__ import annotations

from typing import Final

from dragoman.resolve.dates.cascade import DATES
from dragoman.resolve.dates.lexer import Item
from dragoman.resolve.dates.numbers import merge_numbers
from dragoman.resolve.dates.rules_calendar import CALENDAR, DURATIONS, RECURRING, TIME_OF_DAY
from dragoman.resolve.dates.rules_ranges import COUNTED, OPEN_ENDS, PARTS, RANGES
from dragoman.resolve.dates.rules_relative import AROUND_ANCHOR, NESTED, WEEKDAYS
from dragoman.resolve.dates.runs import clean

LEVELS: Final = (
    TIME_OF_DAY, RECURRING, DURATIONS, CALENDAR, AROUND_ANCHOR, NESTED, WEEKDAYS, COUNTED, PARTS, RANGES,
    OPEN_ENDS,
)  # fmt: skip


def read(run: list[Item], text: str) -> list[Item]:
    """The dates in a run of time words, as items of the kinds in `DATES`, in text order."""
    run = merge_numbers(clean(run, text), text)
    for level in LEVELS:
        run = level.rewrite(run)
    return [item for item in run if item.kind in DATES]
