"""Months that are also names or verbs, and years that are also numbers.

These tests decide only about a month or year that stands alone; beside a day or each other they are dates anyway.
They read the words on either side, not the parse, so that they serve titles and damaged text too.
"""

from __future__ import annotations

import re
from typing import Final

from dragoman.resolve.dates.lexicon import ABBREVIATED, MONTHS, SHORT_MONTHS

_TIME_WORDS: Final = frozenset(
    "in since until till during throughout last next this past coming of early mid late mid- through each every late- "
    "early- previous following ending starting beginning".split()
)
_EDGE_WORDS: Final = frozenset({"from", "between", "by", "before", "after"})
_DETERMINERS: Final = frozenset("the a an its their his her our your my".split())
_FUNCTION_WORDS: Final = frozenset(
    "and or but when while after before as to in on by with for at from of that which who whom he she it they we i you the a an "
    "was were is are be been has had have did do does will would could should may might can must under over because despite "
    "amid following until till since said where there its their his her our not than without through between during against "
    "into upon if so then this these those about onward onwards ago also still only".split()
)
_NAMES: Final = frozenset({"april", "june", "august"})
_NOT_YEARS_AFTER: Final = frozenset(
    "resolution resolutions no number article section paragraph chapter page room flight agenda vision horizon expo protocol "
    "rule law act code bill order class series model unit highway route channel line box building apollo area aged".split()
)
_COUNTED: Final = frozenset(
    "people men women children km kilometers kilometres miles meters metres tons tonnes dollars euros yuan rupees pounds percent "
    "per million billion thousand hectares acres barrels feet agenda vision gmt hours hrs mw megawatts kg".split()
)
_SEASONS: Final = frozenset({"spring", "summer", "autumn", "fall", "winter", "season", "year", "circa", "late", "early", "mid"})
_YEAR_WORDS: Final = _TIME_WORDS | _EDGE_WORDS | _DETERMINERS | _SEASONS | {"fiscal", "and", "or", "to", "for", "years", "annual"}

_BEFORE = re.compile(r"(?:(?:([^\W\d_]+)[\s-]+)?([^\W\d_]+|[’'][sS]))?([^\w\s]?)[\s-]*$")
_AFTER = re.compile(r"(\s*)([^\w\s]?)\s*([^\W\d_]*)")
_MONTH_NAMES: Final = frozenset(MONTHS) | frozenset(SHORT_MONTHS)


def _around(text: str, start: int, end: int) -> tuple[str, str, str, str]:
    """The two words before, the sign right before ("" for none), and the word after ("" past a sign)."""
    before = _BEFORE.search(text[max(0, start - 40) : start])
    after = _AFTER.match(text, end)
    earlier, previous, sign = (before[1] or "", before[2] or "", before[3]) if before else ("", "", "")
    following = after[3] if after and not after[2] and after[1] else ""
    return earlier.lower(), previous, sign, following


def is_month(text: str, start: int, end: int) -> bool:
    """Whether the month name at `[start, end)` is a month even without a day or year beside it."""
    word = text[start:end]
    lower = word.rstrip(".").lower()
    if lower not in _NAMES and lower not in ABBREVIATED and lower not in {"may", "march"}:
        return True
    if word[0].islower():
        return lower in _NAMES
    earlier, previous, sign, following = _around(text, start, end)
    named = following[:1].isupper()
    before = previous.lower() if not sign or sign in "-–" else ""
    if before in _TIME_WORDS:
        return True
    if lower in _NAMES:
        return not named
    if before in _EDGE_WORDS:
        return not named and not (before == "by" and earlier.endswith("ed"))
    if before in {"to", "and", "or"} or sign in "-–" and sign:
        return earlier in _MONTH_NAMES or before in _MONTH_NAMES
    owned = before in _DETERMINERS or previous[-1:] in {"s", "S"} and previous[:1] in {"'", "’"}
    return owned and following.islower() and following not in _FUNCTION_WORDS


def is_year(text: str, start: int, end: int) -> bool:
    """Whether the four digits at `[start, end)` are a year even without a month beside them."""
    year = int(text[start:end])
    earlier, previous, sign, following = _around(text, start, end)
    before, after = previous.lower(), following.lower()
    if after in _COUNTED or before in _NOT_YEARS_AFTER or (sign and sign not in "(,;:-–—\"“”'‘’["):
        return False
    plain_next = after == "" or after in _FUNCTION_WORDS
    if not 1900 <= year <= 2099:
        return plain_next and not sign and before in {"in", "since", "until", "year", "from", "circa", "by", "of"}
    if sign in {"-", "–", "—"} and sign:
        return plain_next and not text[start - 1 : start].strip("-–—")
    if sign:
        return sign in "(,[;:" and plain_next
    if before in _YEAR_WORDS or (before == "than" and earlier in {"later", "earlier", "sooner"}):
        counts = following.islower() and following.endswith("s") and after not in _FUNCTION_WORDS
        return not (counts and before in {"of", "to", "from", "between", "by", "and", "or", "for", "a", "after"})
    if before == "":
        return plain_next
    if before in {"'s", "’s"}:
        return True
    return previous.islower() and following.islower() and not following.endswith("s") and after not in _FUNCTION_WORDS


def ends_phrase(text: str, end: int) -> bool:
    """Whether no noun follows: "on the 27th." against "the 27th session"."""
    after = _AFTER.match(text, end)
    if after is None or after[2] or not after[3]:
        return not text[after.end() : after.end() + 1].isdigit() if after else True
    return bool(after[1]) and after[3].lower() in _FUNCTION_WORDS
