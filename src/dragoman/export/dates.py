"""Dates in words: "Fri 17 – Mon 20 May 2024", "May 2024", "since 3 March 2021".

English is written out here and not taken from the locale, so that a brief reads the same on every machine.
"""

from __future__ import annotations

import datetime as dt

from dragoman.records import Date

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
QUARTERS = ("first", "second", "third", "fourth")

SOURCES = {
    "text": "in the text",
    "dateline": "from the dateline",
    "byline": "from the byline",
    "metadata": "from the document's metadata",
    "url": "from the address",
    "knowledge": "from the knowledge tables",
}
"""How each `Date.basis` reads after a date."""


def date_words(date: Date) -> str:
    """Say a date as a reader would write it.

    Args:
        date: A day or a stretch of days, both ends inclusive; an end may be open.

    Returns:
        Weekdays only where the precision is a day or a range of at most 31 days.
    """
    start, end = date.start, date.end
    if start is None or end is None:
        return _open_words(start, end)
    if date.precision == "year":
        return str(start.year) if start.year == end.year else f"{start.year} – {end.year}"
    if date.precision == "quarter":
        return f"{QUARTERS[(start.month - 1) // 3]} quarter of {start.year}"
    if date.precision == "month" and (start.year, start.month) == (end.year, end.month):
        return f"{MONTHS[start.month - 1]} {start.year}"
    if date.precision == "week":
        return f"week of {day_words(start)}"
    clock = f", {date.time}" if date.time else ""
    return _range_words(start, end) + clock


def basis_words(date: Date, text: str) -> str:
    """Say how a date is known: the words that gave it, and what they were reckoned from."""
    source = SOURCES[date.basis]
    if date.evidence is None:
        return source
    words = f"“{' '.join(date.evidence.of(text).split())}”"
    return words if date.basis == "text" else f"{words}, reckoned {source}"


def day_words(day: dt.date) -> str:
    """A day without its weekday: "20 May 2024"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _open_words(start: dt.date | None, end: dt.date | None) -> str:
    if start is not None:
        return f"since {day_words(start)}"
    return f"until {day_words(end)}" if end is not None else "no date"


def _range_words(start: dt.date, end: dt.date) -> str:
    if start == end:
        return f"{WEEKDAYS[start.weekday()]} {day_words(start)}"
    if (end - start).days > 31:
        return f"{day_words(start)} – {day_words(end)}"
    first = f"{WEEKDAYS[start.weekday()]} {start.day}"
    if (start.year, start.month) != (end.year, end.month):
        first += f" {MONTHS[start.month - 1]}"
    if start.year != end.year:
        first += f" {start.year}"
    return f"{first} – {WEEKDAYS[end.weekday()]} {day_words(end)}"
