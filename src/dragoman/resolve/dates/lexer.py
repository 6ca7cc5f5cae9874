"""Text → runs of time words.

Every word, number and sign is looked up; what is not in the lexicon ends a run, so a run is what stands
together. Runs without a word that can carry a date are dropped at once, which is what makes the whole
cheap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from dragoman.resolve.dates.ambiguity import ends_clause, ends_phrase, is_month, is_year
from dragoman.resolve.dates.lexicon import ABBREVIATED, KNOWN, PHRASES, SYMBOLS, WORDS


@dataclass(slots=True)
class Item:
    """A piece of a run: its kind (see `lexicon`), its value and its code points.

    `alone` is false for what is a date only beside other parts of one. `parts` are the dates that a range
    or open end was made of.
    """

    kind: str
    value: Any
    start: int
    end: int
    alone: bool = True
    parts: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class DayMonth:
    """A day and month in digits, "5/17", put in order."""

    day: int
    month: int


_TOKEN: Final = re.compile(
    r"""
    (?P<quarter>[QqHh][1-4]\b)
  | (?P<word>[^\W\d_]+)
  | (?P<ymd>(?<![\w.,/])(?<!\d-)[12]\d{3}(?P<s1>[-/.])\d{1,2}(?P=s1)\d{1,2}(?!\d|[-/.]\d))
       (?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?
  | (?P<dmy>(?<![\w.,/])(?:\d{1,2}/\d{1,2}/|(?<!-)\d{1,2}(?P<s2>[-.])\d{1,2}(?P=s2))
       (?:[12]\d{3}|\d\d)(?!\d|[/.]\d))
  | (?P<clock>\d{1,2}(?::\d\d){1,2}(?:\s?[ap]\.?m\b\.?)?|\d{1,2}(?:\.\d\d)?\s?[ap]\.?m\b\.?)
  | (?P<dm>(?<![\w.,$€£/])(?<![^\W\d]-)\d{1,2}/\d{1,2}(?![\w/%]|[.,]\d))
  | (?P<phone>\+\d[\d -]{6,}\d|\d{3}[-.]\d{2,4}[-.]\d{4})
  | (?P<decade>(?:(?<![\w$€£])[12]\d\d0|[’']?(?<![\d$€£,.])[2-9]0)[’']?s\b)
  | (?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)
  | (?P<other>[$€£¥#]\s?\d[\d.,]*|\d+(?:[.,]\d+)+|\d+%)
  | (?P<int>\d+)
  | (?P<sign>[’']s\b|[^\w\s]|_+)
    """,
    re.VERBOSE,
)
_BREAK: Final = re.compile(r"\n\s*\n")
_MAX_RUN: Final = 64
"""Items in a run at most: more is a table of numbers, and rules look ahead as far as a run goes."""
_CORE_KINDS: Final = frozenset("MWYADRQUPjxOC")
_CORE: Final = re.compile(r"[MWYADRQUPjx]|C-?C|[IKGZFVB~]tO")
_ORDER: Final = re.compile(r"(?<![\w.,/-])(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d\d)(?!\w|[-/.]\d)")


def puts_day_first(text: str) -> bool:
    """Whether the text's dates in digits put the day first: 20/05/2024 can only be, 05/20/2024 cannot.

    Where they don't tell, the month is taken to come first, as in the United States.
    """
    votes = 0
    for match in _ORDER.finditer(text):
        votes += (int(match[1]) > 12) - (int(match[2]) > 12)
    return votes > 0


def lex(text: str, start: int, end: int, *, day_first: bool = False) -> Iterator[list[Item]]:
    """Runs of neighbouring time words in `text[start:end]`, in order; each can carry a date."""
    run: list[Item] = []
    core = False
    skip = last_end = start
    for match in _TOKEN.finditer(text, start, end):
        at = match.start()
        if at < skip:
            continue
        if match.lastgroup == "word":
            lower = match[0].lower()
            item = _word(text, match, lower) if lower in KNOWN else None
        else:
            item = _other(text, match, day_first=day_first)
        full = len(run) >= _MAX_RUN
        if run and (item is None or full or (at > last_end + 1 and _BREAK.search(text, last_end, at))):
            if core and _can_date(run):
                yield run
            run, core = [], False
        if item is not None:
            run.append(item)
            core = core or item.kind in _CORE_KINDS
            last_end = item.end
            skip = max(last_end, match.end())
    if core and _can_date(run):
        yield run


def _can_date(run: list[Item]) -> bool:
    return _CORE.search("".join([item.kind for item in run])) is not None


# ---- words

_WORDLIKE: Final = frozenset({"sat", "sun", "mon", "wed"})
"""Short weekday names that are other words too, and need a dot or a date beside them."""
_LEADING: Final = frozenset("JVLXT")
"""Kinds that lead a date as a rule, and stand for one where nothing follows: "the day after", "or next"."""


def _word(text: str, match: re.Match[str], lower: str) -> Item | None:
    start, end = match.span()
    for phrase, kind, value in PHRASES.get(lower, ()):
        after = start + len(phrase)
        if text[start:after].lower() == phrase and not text[after : after + 1].isalpha():
            return Item(kind, value, start, after, ends_clause(text, after))
    found = WORDS.get(lower)
    if found is None:
        return None
    kind, value = found
    if kind == "M":
        alone = is_month(text, start, end)
        end += text[end : end + 1] == "." and lower in ABBREVIATED
    elif kind == "W" and lower in ABBREVIATED:
        dotted = text[end : end + 1] == "."
        alone = dotted or (match[0][0].isupper() and lower not in _WORDLIKE)
        end += dotted
    else:
        alone = kind != "O" and (kind not in _LEADING or ends_clause(text, end))
    return Item(kind, value, start, end, alone)


# ---- numbers and signs

_GLUED: Final = re.compile(
    r"(?:[QqHh][1-4]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|years?|days?|months?)\b", re.I
)
_CENTURY_TURN: Final = 70
"""Two-digit years below are of this century (POSIX turns at 69)."""


def _other(text: str, match: re.Match[str], *, day_first: bool) -> Item | None:
    start, end = match.span()
    group, found = match.lastgroup, match[0]
    kind: str | None = None
    value: object = found
    alone = True
    if group == "int":
        return _number(text, start, end)
    if group == "sign":
        kind = SYMBOLS.get(found)
    elif group == "ordinal" and 1 <= int(found[:-2]) <= 31:
        kind, value, alone = "O", int(found[:-2]), ends_phrase(text, end)
    elif group == "quarter":
        kind, value = "Q", (int(found[1]), 3 if found[0] in "Qq" else 6)
    elif group == "decade":
        kind, value = "R", int(found.strip("’'s"))
    elif group == "clock":
        kind = "@"
    elif group in {"ymd", "dmy", "dm"}:
        return _digits(match[group], start, end, day_first=day_first)
    return None if kind is None else Item(kind, value, start, end, alone)


def _digits(found: str, start: int, end: int, *, day_first: bool) -> Item | None:
    """A date in digits, its parts put in order; nothing where no order makes a date."""
    written = re.split(r"[-/.]", found)
    parts = [int(part) for part in written]
    if len(written[0]) == 4:
        return Item("A", (parts[0], parts[1], parts[2]), start, end)
    month, day = parts[:2]
    if month > 12 or (day_first and day <= 12):
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if len(parts) == 2:
        return Item("x", DayMonth(day, month), start, end)
    year = parts[2] if len(written[2]) == 4 else parts[2] + (2000 if parts[2] < _CENTURY_TURN else 1900)
    return Item("A", (year, month, day), start, end)


def _number(text: str, start: int, end: int) -> Item | None:
    if start and text[start - 1].isalpha() and not _follows_month(text, start):
        return None
    if text[end : end + 1].isalpha() and not _GLUED.match(text, end):
        return None
    if end - start > 4:
        return None
    value = int(text[start:end])
    if end - start == 4 and 1000 <= value < 2200:
        return Item("Y", value, start, end, is_year(text, start, end))
    if end - start <= 2 and 1 <= value <= 31:
        return Item("N", value, start, end, ends_phrase(text, end))
    return Item("c", value, start, end) if 0 < value < 1000 else None


def _follows_month(text: str, start: int) -> bool:
    """Whether letters glued to the front of a number are a month or "FY": "Oct2"."""
    at = start
    while at and start - at < 10 and text[at - 1].isalpha():
        at -= 1
    return WORDS.get(text[at:start].lower(), ("", 0))[0] in {"M", "f"}
