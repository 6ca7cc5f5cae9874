"""Months that are also names or verbs, and years that are also numbers.

These tests decide only about a month or year that stands alone; beside a day or each other they are dates
anyway. They read the words on either side, not the parse, so that they serve titles and damaged text too.
"""

from __future__ import annotations

import re
from typing import Final

from dragoman.resolve.dates.lexicon import ABBREVIATED, MONTHS, SHORT_MONTHS

_TIME_WORDS: Final = frozenset({
    "in", "since", "until", "till", "during", "throughout", "last", "next", "this", "past", "coming", "of",
    "early", "mid", "late", "through", "previous", "following", "ending", "starting", "beginning",
})  # fmt: skip
_EDGE_WORDS: Final = frozenset({"from", "between", "by", "before", "after"})
_DETERMINERS: Final = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "your", "my"})
_FUNCTION_WORDS: Final = frozenset({
    "and", "or", "but", "when", "while", "after", "before", "as", "to", "in", "on", "by", "with", "for",
    "at", "from", "of", "that", "which", "who", "whom", "he", "she", "it", "they", "we", "i", "you", "the",
    "a", "an", "was", "were", "is", "are", "be", "been", "has", "had", "have", "did", "do", "does", "will",
    "would", "could", "should", "may", "might", "can", "must", "under", "over", "because", "despite",
    "amid", "following", "until", "till", "since", "said", "where", "there", "its", "their", "his", "her",
    "our", "not", "than", "without", "through", "between", "during", "against", "into", "upon", "if", "so",
    "then", "this", "these", "those", "about", "onward", "onwards", "ago", "also", "still", "only",
})  # fmt: skip
_NAMES: Final = frozenset({"april", "june", "august"})
_NUMBERED: Final = frozenset({
    "resolution", "resolutions", "no", "number", "article", "section", "paragraph", "chapter", "page",
    "room", "flight", "agenda", "vision", "horizon", "expo", "protocol", "rule", "law", "act", "code",
    "bill", "order", "class", "series", "model", "unit", "highway", "route", "channel", "line", "box",
    "building", "area", "aged",
})  # fmt: skip
"""What a number after is the name of: "resolution 1970"."""
_COUNTED: Final = frozenset({
    "people", "men", "women", "children", "km", "kilometers", "kilometres", "miles", "meters", "metres",
    "tons", "tonnes", "dollars", "euros", "yuan", "rupees", "pounds", "percent", "per", "million",
    "billion", "thousand", "hectares", "acres", "barrels", "feet", "agenda", "vision", "gmt", "hours",
    "hrs", "mw", "megawatts", "kg",
})  # fmt: skip
"""What a number before counts."""
_YEAR_WORDS: Final = (_TIME_WORDS | _EDGE_WORDS | _DETERMINERS) | frozenset({
    "spring", "summer", "autumn", "fall", "winter", "season", "year", "years", "circa", "fiscal", "annual",
    "and", "or", "to", "for",
})  # fmt: skip
_PARTITIVE: Final = frozenset({"of", "to", "from", "between", "by", "and", "or", "for", "a", "after", "than"})
_OLD_YEAR_WORDS: Final = frozenset({"in", "since", "until", "year", "from", "circa", "by", "of"})

_BEFORE: Final = re.compile(r"(?:(?:([^\W\d_]+)[\s-]+)?([^\W\d_]+|[’'][sS]))?([^\w\s]?)[\s-]*$")
_AFTER: Final = re.compile(r"(\s*)([^\w\s]?)\s*([^\W\d_]*)")
_MONTH_NAMES: Final = frozenset(MONTHS) | frozenset(SHORT_MONTHS)
_REACH: Final = 40
"""Code points before a number or month in which its two neighbours are looked for."""


def _around(text: str, start: int, end: int) -> tuple[str, str, str, str]:
    """The two words before, the sign right before ("" for none), and the word after ("" past a sign)."""
    before = _BEFORE.search(text[max(0, start - _REACH) : start])
    after = _AFTER.match(text, end)
    earlier, previous, sign = (before[1] or "", before[2] or "", before[3]) if before else ("", "", "")
    following = after[3] if after and not after[2] and after[1] else ""
    return earlier.lower(), previous, sign, following


def is_month(text: str, start: int, end: int) -> bool:
    """Whether the month name at `[start, end)` is a month even without a day or year beside it."""
    lower = text[start:end].lower()
    if lower not in _NAMES and lower not in ABBREVIATED and lower not in {"may", "march"}:
        return True
    if text[start].islower():
        return lower in _NAMES
    earlier, previous, sign, following = _around(text, start, end)
    before = previous.lower() if sign in {"", "-", "–"} else ""
    if before in _TIME_WORDS:
        return True
    if lower in _NAMES:
        return not following[:1].isupper()
    return _is_short_month(earlier, previous, sign, following)


def _is_short_month(earlier: str, previous: str, sign: str, following: str) -> bool:
    """Whether "May", "March" or "Jan" is a month, seen from its neighbours."""
    before = previous.lower()
    if not sign and before in _EDGE_WORDS:
        return not following[:1].isupper() and not (before == "by" and earlier.endswith("ed"))
    if sign in {"-", "–"} or before in {"to", "and", "or"}:
        return earlier in _MONTH_NAMES or before in _MONTH_NAMES
    owned = before in _DETERMINERS or before in {"'s", "’s"}
    return owned and not sign and following.islower() and following not in _FUNCTION_WORDS


def is_year(text: str, start: int, end: int) -> bool:
    """Whether the four digits at `[start, end)` are a year even without a month beside them."""
    year = int(text[start:end])
    earlier, previous, sign, following = _around(text, start, end)
    before, after = previous.lower(), following.lower()
    if after in _COUNTED or before in _NUMBERED:
        return False
    plain_next = after == "" or after in _FUNCTION_WORDS
    if not 1900 <= year <= 2099:
        return plain_next and not sign and before in _OLD_YEAR_WORDS
    if sign:
        joined = sign in {"-", "–", "—", "(", ",", "[", ";", ":"}
        return joined and plain_next and (sign not in {"-", "–"} or not text[start - 1].isspace())
    if before in _YEAR_WORDS or (before == "than" and earlier in {"later", "earlier", "sooner"}):
        counts = following.islower() and following.endswith("s") and after not in _FUNCTION_WORDS
        return not (counts and before in _PARTITIVE)
    return plain_next if before == "" else _leads_noun(previous, following)


def _leads_noun(previous: str, following: str) -> bool:
    """Whether a year may stand between the two: "Russia's 2014 annexation", "the disputed 2018 election"."""
    if previous.lower() in {"'s", "’s"}:
        return True
    singular = following.islower() and not following.endswith("s") and following not in _FUNCTION_WORDS
    return previous.islower() and singular


_CONTINUES: Final = frozenset({"and", "or", "but", "when", "while", "as"})


def ends_clause(text: str, end: int) -> bool:
    """Whether nothing follows that the word could govern: "the day after." against "after the vote"."""
    after = _AFTER.match(text, end)
    if after is None or after[2] or after[3].lower() in _CONTINUES:
        return True
    return not after[3] and not text[after.end() : after.end() + 1].isdigit()


def ends_phrase(text: str, end: int) -> bool:
    """Whether no noun or number follows: "on the 27th." against "the 27th session"."""
    after = _AFTER.match(text, end)
    if after is None or after[2]:
        return True
    if not after[3]:
        return not text[after.end() : after.end() + 1].isdigit()
    return bool(after[1]) and after[3].lower() in _FUNCTION_WORDS
