"""Dates and clock times as stamps, bylines and datelines write them: "14:25, May 20, 2024".

Only what a document's head needs; dates in prose, relative ones and ranges belong to `resolve.dates`.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple


class Day(NamedTuple):
    """A calendar day, or a month, as written at `[start, end)` of the string searched.

    `year` is None where none is written, `day` None for a month; `ambiguous` says that 03/04/2021 could be
    two days.
    """

    year: int | None
    month: int
    day: int | None
    start: int
    end: int
    ambiguous: bool = False


class Clock(NamedTuple):
    """A time of day "HH:MM", as written at `[start, end)`; its zone is inside the range and not converted."""

    time: str
    start: int
    end: int


_MONTHS = str.split("jan feb mar apr may jun jul aug sep oct nov dec")

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
"""An English month's name or its abbreviation, to be compiled with IGNORECASE."""

WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?)"

_CENTURIES = r"(?:19|20)\d\d"
_YEAR = rf"{_CENTURIES}(?!\d|[.:]\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d|:\d)(?:\s?(?:st|nd|rd|th)\b)?"  # codespell:ignore nd

_DAYS = re.compile(
    rf"""(?<![\w:/.\-])(?:
      (?P<iso_year>{_CENTURIES})(?P<mark>[-/.])(?P<iso_month>\d\d?)(?P=mark)(?P<iso_day>\d\d?)(?!\d)
    | (?P<first>\d\d?)(?P<sep>[-/.])(?P<second>\d\d?)(?P=sep)(?P<num_year>{_YEAR})
    | (?P<dmy_day>{_DAY})(?:\s+of)?[\s-]+(?P<dmy_month>{MONTH})(?:[,\s-]\s*(?P<dmy_year>{_YEAR}))?
    | (?P<mdy_month>{MONTH})\s+(?P<mdy_day>{_DAY})(?:\s*,?\s*(?P<mdy_year>{_YEAR}))?
    | (?P<my_month>{MONTH})\s*,?\s*(?P<my_year>{_YEAR})
    )""",
    re.IGNORECASE | re.VERBOSE,
)

_ZONE_NAME = (
    r"(?:GMT|UTC|Z|[ECMPB]?[SD]?T|CES?T|EES?T|MSK|IST|JST|KST|local\s+time)\b"  # codespell:ignore ist
)
_ZONE = rf"(?:\s*\(?{_ZONE_NAME}(?:\s*[+-]\d{{1,2}}(?::?\d\d)?)?\)?|\s?[+-]\d\d:?\d\d)"
_CLOCKS = re.compile(
    rf"""(?:(?<![\w:.,/\-])|(?<=\dT))(?:
      (?P<hour>\d{{1,2}})(?P<mark>[:.h])(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?!\d)
        (?:\s*(?P<half>[ap])\.?m\b\.?)?(?P<zone>{_ZONE})?
    | (?P<bare_hour>\d{{1,2}})\s*(?P<bare_half>[ap])\.?m\b\.?(?:{_ZONE})?
    | (?P<mil_hour>[01]\d|2[0-3])(?P<mil_minute>[0-5]\d)\s*(?:hrs|hours|GMT|UTC)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def find_days(text: str) -> list[Day]:
    """Every calendar date in a short string, left to right; impossible ones (30 February) are left out."""
    return [day for match in _DAYS.finditer(text) if (day := _day_of(match)) is not None]


def match_day(text: str, start: int) -> Day | None:
    """The calendar date that begins exactly at `start`."""
    match = _DAYS.match(text, start)
    return _day_of(match) if match else None


def find_clocks(text: str) -> list[Clock]:
    """Every clock time in a short string, left to right, as "HH:MM" of 24 hours."""
    return [clock for match in _CLOCKS.finditer(text) if (clock := _clock_of(match)) is not None]


def to_date(day: Day, year: int | None = None) -> dt.date | None:
    """A `Day` as a date, its year lent by the caller where it has none; None where it stays unknown."""
    year = day.year if day.year is not None else year
    if year is None or day.ambiguous:
        return None
    try:
        return dt.date(year, day.month, day.day or 1)
    except ValueError:  # 29 February of another year
        return None


def _day_of(match: re.Match[str]) -> Day | None:
    ambiguous = False
    group = match.groupdict()
    if group["iso_year"]:
        year, month, day = group["iso_year"], int(group["iso_month"]), group["iso_day"]
    elif group["num_year"]:
        year, first, second = group["num_year"], int(group["first"]), int(group["second"])
        # dots are European; with slashes a number over 12 must be the day
        day_first = group["sep"] == "." or first > 12
        ambiguous = not day_first and second <= 12 and first != second
        month, day = (second, str(first)) if day_first else (first, str(second))
    elif group["dmy_month"]:
        year, month, day = group["dmy_year"], _month(group["dmy_month"]), group["dmy_day"]
    elif group["mdy_month"]:
        year, month, day = group["mdy_year"], _month(group["mdy_month"]), group["mdy_day"]
    else:
        year, month, day = group["my_year"], _month(group["my_month"]), None
    found = Day(
        int(year) if year else None,
        month,
        _leading_number(day) if day else None,
        match.start(),
        match.end(),
        ambiguous,
    )
    # 2000 stands in for an unknown year: it has a 29 February
    return found if ambiguous or to_date(found, 2000) else None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _leading_number(text: str) -> int:
    return int(text[:2]) if text[:2].isdigit() else int(text[0])


def _clock_of(match: re.Match[str]) -> Clock | None:
    group = match.groupdict()
    if group["mil_hour"]:
        return Clock(f"{group['mil_hour']}:{group['mil_minute']}", match.start(), match.end())
    hour, half = int(group["hour"] or group["bare_hour"]), group["half"] or group["bare_half"]
    if group["mark"] == "." and not (half or group["zone"]):
        return None  # "3.05" is a number
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    if hour > 23:
        return None
    return Clock(f"{hour:02}:{group['minute'] or '00'}", match.start(), match.end())
