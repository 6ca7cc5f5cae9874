"""Stretches of days and arithmetic on them; both ends inclusive, weeks from Monday (ISO 8601)."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass
from typing import Literal

from dragoman.records import Precision

Unit = Literal[
    "day",
    "business day",
    "week",
    "weekend",
    "fortnight",
    "month",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
]
Amount = tuple[tuple[int, Unit], ...]
"""A duration: "1 month and 21 days" is `((1, "month"), (21, "day"))`."""

ONE_DAY = dt.timedelta(days=1)

PRECISION: dict[Unit, Precision] = {
    "day": "day", "business day": "day", "week": "week", "weekend": "range", "fortnight": "range",
    "month": "month", "quarter": "quarter", "half": "range", "year": "year", "decade": "range",
    "century": "range",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both included; `None` is an open end."""

    start: dt.date | None
    end: dt.date | None
    precision: Precision


def one_day(day: dt.date) -> Period:
    """The period of a single day."""
    return Period(day, day, "day")


def month_of(year: int, month: int) -> Period:
    """A calendar month."""
    return Period(dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1]), "month")


def years(first: int, last: int, precision: Precision = "range") -> Period:
    """From 1 January of one year to 31 December of another."""
    return Period(dt.date(first, 1, 1), dt.date(last, 12, 31), precision)


def months(first: dt.date, n: int, precision: Precision) -> Period:
    """`n` calendar months from the month of `first`."""
    start = first.replace(day=1)
    return Period(start, add_months(start, n) - ONE_DAY, precision)


def add_months(day: dt.date, n: int) -> dt.date:
    """The same day `n` months on, or the month's last day where it has no such day."""
    index = day.year * 12 + day.month - 1 + n
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: dt.date, amount: Amount, sign: int) -> dt.date:
    """Move a day by a duration; months and years first, then days."""
    days = 0
    for n, unit in amount:
        if unit in MONTHS_IN:
            day = add_months(day, sign * n * MONTHS_IN[unit])
        elif unit == "business day":
            day = _add_business_days(day, sign, n)
        else:
            days += n * DAYS_IN.get(unit, 7)
    return day + dt.timedelta(days=sign * days)


def _add_business_days(day: dt.date, sign: int, n: int) -> dt.date:
    """Monday to Friday; holidays are not known."""
    while n > 0:
        day += dt.timedelta(days=sign)
        n -= day.weekday() < 5
    return day


MONTHS_IN: dict[Unit, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_IN: dict[Unit, int] = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}


def unit_at(day: dt.date, unit: Unit, offset: int = 0) -> Period:
    """The calendar unit that holds a day, or the one `offset` units on."""
    precision = PRECISION[unit]
    if unit in {"week", "weekend", "fortnight", "day"}:
        day += dt.timedelta(days=offset * DAYS_IN[unit])
        if unit == "day":
            return one_day(day)
        monday = day - dt.timedelta(days=day.weekday())
        last = monday + dt.timedelta(days=13 if unit == "fortnight" else 6)
        return Period(last - ONE_DAY if unit == "weekend" else monday, last, precision)
    if unit in {"month", "quarter", "half"}:
        size = MONTHS_IN[unit]
        first = day.replace(day=1, month=(day.month - 1) // size * size + 1)
        return months(add_months(first, offset * size), size, precision)
    size = {"year": 1, "decade": 10, "century": 100}.get(unit, 1)
    first_year = day.year // size * size + offset * size
    return years(first_year, first_year + size - 1, precision)


def days_between(period: Period, day: dt.date) -> int:
    """How far a day lies from a period: 0 inside, else the days to its nearer end."""
    if period.start is not None and day < period.start:
        return (period.start - day).days
    if period.end is not None and day > period.end:
        return (day - period.end).days
    return 0
