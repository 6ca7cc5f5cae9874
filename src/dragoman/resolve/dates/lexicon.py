r"""The words of time expressions, each with its kind: one character, so that rules are regexes over kinds.

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
| @ | a clock time | |
| L X T S | last; next; this; same | which |
| E, e | early, mid …; end of, start of … | `PartName` |
| a k b ~ | a/an; few, couple; business; about | |
| t o I | the; of; in, on, at … | the word |
| F B G - / & \| | from; between; to, until; dash; slash; and; or | the word |
| Z K J V i | since, starting; by; before; after; within | |
| g l n | ago; later, earlier; now | sign |
| f z ' | fiscal; calendar; 's | |
| > < | more than; less than | |
| + ! | onward; every, each | |
"""

from __future__ import annotations

from typing import Any, Final

MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
SHORT_MONTHS: Final = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_WEEKDAYS: Final = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4,
    "sat": 5, "sun": 6,
}  # fmt: skip
CARDINALS: Final = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
    "thousand": 1000,
}  # fmt: skip
ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
DECADES: Final = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90, "noughties": 2000,
}  # fmt: skip
UNITS: Final = (
    "day", "week", "weekend", "fortnight", "month", "quarter", "half", "year", "decade", "century",
)  # fmt: skip
PLURALS: Final = {
    "days": "day", "weeks": "week", "weekends": "weekend", "fortnights": "fortnight", "months": "month",
    "quarters": "quarter", "halves": "half", "years": "year", "decades": "decade", "centuries": "century",
}  # fmt: skip


def _plain(*words: str) -> dict[str, Any]:
    """Words whose kind says all."""
    return dict.fromkeys(words, "")


def _own(*words: str) -> dict[str, Any]:
    """Words that are their own value."""
    return {word: word for word in words}


_BY_KIND: Final[dict[str, dict[str, Any]]] = {
    "M": {word: n for n, word in enumerate(MONTHS, start=1)} | SHORT_MONTHS,
    "W": {word: n for n, word in enumerate(WEEKDAYS)} | SHORT_WEEKDAYS,
    "C": dict(CARDINALS),
    "O": dict(ORDINALS),
    "R": dict(DECADES),
    "U": _own(*UNITS),
    "j": dict(PLURALS),
    "H": _plain("hour", "hours", "minute", "minutes", "seconds"),
    "D": {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "overnight": 0},
    "P": _plain("morning", "afternoon", "evening", "night", "noon", "midnight", "midday", "dawn", "dusk"),
    "L": {"last": "last", "previous": "last", "preceding": "last", "past": "past"},
    "X": {
        "next": "next", "coming": "coming", "upcoming": "coming", "following": "following",
        "subsequent": "following",
    },
    "T": {"this": "this", "current": "this"},
    "S": _own("same", "that"),
    "E": _own("early", "earlier", "mid", "late", "later"),
    "a": {"a": 1, "an": 1},
    "k": {"few": 3, "couple": 2},
    "b": _plain("business", "working"),
    "~": _plain("about", "around", "nearly", "almost", "roughly", "some", "approximately", "exactly"),
    "t": _plain("the"),
    "o": _plain("of"),
    "I": _own("in", "on", "at", "during", "over", "throughout", "for"),
    "F": _plain("from"),
    "B": _plain("between"),
    "G": {"to": "to", "until": "until", "till": "until", "til": "until", "through": "until", "thru": "until"},
    "&": _plain("and"),
    "|": _plain("or"),
    "Z": {"since": ""} | dict.fromkeys(("starting", "beginning", "commencing", "effective"), "starting"),
    "K": _plain("by"),
    "J": _plain("before"),
    "V": _plain("after"),
    "i": _plain("within"),
    "g": _plain("ago"),
    "l": {"afterwards": "later", "hence": "later"},
    "n": _plain("now"),
    "f": _plain("fiscal", "fy"),
    "z": _plain("calendar"),
    "+": _plain("onward", "onwards"),
    "!": _plain("every", "each"),
}  # fmt: skip

WORDS: Final[dict[str, tuple[str, Any]]] = {
    word: (kind, value) for kind, words in _BY_KIND.items() for word, value in words.items()
}
"""Lower-case word → kind and value; no word has two kinds."""

PHRASES: Final[dict[str, tuple[tuple[str, str, Any], ...]]] = {
    "no": (("no later than", "K", ""),),
    "not": (("not later than", "K", ""),),
    "on": (
        ("on or before", "K", ""), ("on or earlier than", "K", ""), ("on or after", "Z", "starting"),
    ),
    "before": (("before or on", "K", ""), ("before or in", "K", "")),
    "prior": (("prior to", "J", ""),),
    "as": (("as early as", "Z", "starting"),),
    "starting": (
        ("starting from", "Z", "starting"), ("starting on", "Z", "starting"),
        ("starting in", "Z", "starting"),
    ),
    "beginning": (
        ("beginning of", "e", "start"), ("beginning from", "Z", "starting"),
        ("beginning on", "Z", "starting"), ("beginning in", "Z", "starting"),
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
        ("later than or at", "Z", "starting"), ("later than or in", "Z", "starting"), ("later than", "V", ""),
        ("later in", "E", "later"),
    ),
    "early": (("early in", "E", "early"), ("early on", "E", "early")),
    "late": (("late in", "E", "late"), ("late on", "E", "late")),
}  # fmt: skip
"""First word → phrases read as one item, longest first."""

KNOWN: Final = frozenset(WORDS) | frozenset(PHRASES)
ABBREVIATED: Final = frozenset(SHORT_MONTHS) | frozenset(SHORT_WEEKDAYS)
SYMBOLS: Final = {",": ",", "-": "-", "–": "-", "/": "/", "&": "&", "'s": "'", "’s": "'"}
