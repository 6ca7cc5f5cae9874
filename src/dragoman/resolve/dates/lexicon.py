"""The words of time expressions, each with its kind: one character, so that grammar rules are regexes over kinds.

| kind | words | value |
|---|---|---|
| M | month names | 1–12 |
| W | weekday names | 0 (Monday) – 6 |
| N, c, O, C | 1–31 in digits; other digits; ordinals; number words | the number |
| Y | a year in digits | the number |
| A, x | a date in digits; a day and month in digits | (year, month, day); `DayMonth` |
| R | decade: 1990s, '90s | first year, or 0–90 |
| Q | Q3, H1 | (number, months) |
| U, j | day … century; days … centuries | `Unit` |
| D | today … | days from the anchor |
| H | hour, minute | |
| P | morning … night | |
| L X T S | last; next; this; same | which |
| E, e | early, mid …; end of, start of … | `PartName` |
| a k b ~ | a/an; few, couple; business; about | |
| t o I | the; of; in, on, at … | the word |
| F B G - & | from; between; to, until; dash; and | the word |
| \\| | or | |
| Z K J V i | since; by; before; after; within | |
| g l n | ago; later, earlier; now | sign |
| f z | fiscal; calendar | |
| > < | more than; less than | |
| + ! | onward; every, each | |
"""

from __future__ import annotations

from typing import Any, Final

MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
SHORT_MONTHS: Final = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_WEEKDAYS: Final = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip

CARDINALS: Final = {
    word: n
    for n, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
    )
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
     "hundred": 100, "thousand": 1000}  # fmt: skip
ORDINALS: Final = {
    word: n
    for n, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"],
        start=1,
    )
} | {"thirtieth": 30}  # fmt: skip
DECADES: Final = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90, "noughties": 2000,
}  # fmt: skip

UNITS: Final = {
    "day": "day", "week": "week", "weekend": "weekend", "fortnight": "fortnight", "month": "month", "quarter": "quarter",
    "half": "half", "year": "year", "decade": "decade", "century": "century",
}  # fmt: skip

_TABLE: Final[dict[str, dict[str, Any]]] = {
    "M": {word: n for n, word in enumerate(MONTHS, start=1)} | SHORT_MONTHS,
    "W": {word: n for n, word in enumerate(WEEKDAYS)} | SHORT_WEEKDAYS,
    "C": dict(CARDINALS),
    "O": dict(ORDINALS),
    "R": dict(DECADES),
    "U": dict(UNITS),
    "j": {word + "s": unit for word, unit in UNITS.items()} | {"centuries": "century"},
    "H": dict.fromkeys(("hour", "hours", "minute", "minutes", "second", "seconds"), ""),
    "D": {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "overnight": 0},
    "P": dict.fromkeys(("morning", "afternoon", "evening", "night", "noon", "midnight", "midday", "dawn", "dusk"), ""),
    "L": {"last": "last", "previous": "last", "preceding": "last", "past": "past"},
    "X": {"next": "next", "coming": "coming", "upcoming": "coming", "following": "following", "subsequent": "following"},
    "T": {"this": "this", "current": "this"},
    "S": {"same": "same", "that": "that"},
    "E": {
        "early": "early", "earlier": "earlier", "mid": "mid", "late": "late", "later": "later",
    },
    "a": {"a": 1, "an": 1},
    "k": {"few": 3, "couple": 2},
    "b": {"business": "", "working": ""},
    "~": dict.fromkeys(("about", "around", "nearly", "almost", "roughly", "some", "approximately", "exactly"), ""),
    "t": {"the": ""},
    "o": {"of": ""},
    "I": {word: word for word in ("in", "on", "at", "during", "over", "throughout", "for")},
    "F": {"from": ""},
    "B": {"between": ""},
    "G": {"to": "to", "until": "until", "till": "until", "til": "until", "through": "through", "thru": "through"},
    "&": {"and": ""},
    "|": {"or": ""},
    "Z": dict.fromkeys(("since", "starting", "beginning", "commencing", "effective"), ""),
    "K": {"by": ""},
    "J": {"before": ""},
    "V": {"after": ""},
    "i": {"within": ""},
    "g": {"ago": -1},
    "l": {"later": 1, "afterwards": 1, "hence": 1, "earlier": -1},
    "n": {"now": ""},
    "f": {"fiscal": "", "fy": ""},
    "z": {"calendar": ""},
    "+": {"onward": "", "onwards": ""},
    "!": {"every": "", "each": ""},
}  # fmt: skip

WORDS: Final[dict[str, tuple[str, Any]]] = {
    word: (kind, value) for kind, words in reversed(_TABLE.items()) for word, value in words.items()
}
"""Lower-case word → kind and value. A word of two kinds gets the upper one; rules for the lower name both kinds."""

PHRASES: Final[dict[str, tuple[tuple[str, str, Any], ...]]] = {
    "no": (("no later than", "K", ""),),
    "not": (("not later than", "K", ""),),
    "on": (("on or before", "K", ""), ("on or earlier than", "K", ""), ("on or after", "Z", "")),
    "before": (("before or on", "K", ""), ("before or in", "K", "")),
    "prior": (("prior to", "J", ""),),
    "as": (("as early as", "Z", ""),),
    "starting": (("starting from", "Z", ""), ("starting on", "Z", ""), ("starting in", "Z", "")),
    "beginning": (
        ("beginning of", "e", "start"),
        ("beginning from", "Z", ""),
        ("beginning on", "Z", ""),
        ("beginning in", "Z", ""),
    ),
    "start": (("start of", "e", "start"),),
    "middle": (("middle of", "e", "middle"),),
    "end": (("end of", "e", "end"),),
    "rest": (("rest of", "e", "rest"),),
    "remainder": (("remainder of", "e", "rest"),),
    "more": (("more than", ">", ""),),
    "less": (("less than", "<", ""),),
    "earlier": (("earlier than", "J", ""), ("earlier in", "E", "earlier")),
    "later": (
        ("later than or at", "Z", ""),
        ("later than or in", "Z", ""),
        ("later than", "V", ""),
        ("later in", "E", "later"),
    ),
    "early": (("early in", "E", "early"), ("early on", "E", "early")),
    "late": (("late in", "E", "late"), ("late on", "E", "late")),
}
"""First word → phrases read as one item, longest first."""

SYMBOLS: Final = {",": ",", "-": "-", "–": "-", "/": "/", "&": "&", "'s": "'", "’s": "'"}
KNOWN: Final = frozenset(WORDS) | frozenset(PHRASES)
ABBREVIATED: Final = frozenset(SHORT_MONTHS) | frozenset(SHORT_WEEKDAYS)
