"""Expressions for parts of a period: quarters, decades, the third week, early May, the end of the year."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from dragoman.resolve.dates.direction import choose
from dragoman.resolve.dates.expressions import Context, Expression
from dragoman.resolve.dates.periods import (
    ONE_DAY,
    Amount,
    Period,
    Unit,
    add_months,
    months,
    one_day,
    shift,
    unit_at,
    years,
)


@dataclass(frozen=True)
class Nth(Expression):
    """The n-th unit of something; -1 is the last: "the first quarter of 2023", "the last week of July"."""

    n: int
    unit: Unit
    outer: Expression

    def ground(self, context: Context) -> Period | None:
        """The unit. A week belongs to the month or year that holds its Thursday (ISO 8601)."""
        outer = self.outer.ground(context)
        if outer is None or outer.start is None or outer.end is None:
            return None
        start, end = outer.start, outer.end
        if self.unit == "week":
            thursday = _nth_weekday(start, end, 3, self.n)
            return None if thursday is None else unit_at(thursday, "week")
        first = unit_at(start, self.unit) if self.n > 0 else unit_at(end, self.unit)
        if first.start is None:
            return None
        found = unit_at(first.start, self.unit, self.n - 1 if self.n > 0 else self.n + 1)
        return found if found.start and found.end and found.start >= start and found.end <= end else None


@dataclass(frozen=True)
class NthWeekday(Expression):
    """The n-th weekday of something, "the first Friday of July"."""

    n: int
    weekday: int
    outer: Expression

    def ground(self, context: Context) -> Period | None:
        """The day, or `None` where there is no fifth."""
        outer = self.outer.ground(context)
        if outer is None or outer.start is None or outer.end is None:
            return None
        day = _nth_weekday(outer.start, outer.end, self.weekday, self.n)
        return None if day is None else one_day(day)


def _nth_weekday(start: dt.date, end: dt.date, weekday: int, n: int) -> dt.date | None:
    if n > 0:
        day = start + dt.timedelta(days=(weekday - start.weekday()) % 7 + 7 * (n - 1))
    else:
        day = end - dt.timedelta(days=(end.weekday() - weekday) % 7 + 7 * (-n - 1))
    return day if start <= day <= end else None


@dataclass(frozen=True)
class Slice(Expression):
    """A stretch at either end, "the first nine months of 2023", "the last two weeks of May"."""

    amount: Amount
    from_end: bool
    outer: Expression

    def ground(self, context: Context) -> Period | None:
        """The days, cut to the outer period."""
        outer = self.outer.ground(context)
        if outer is None or outer.start is None or outer.end is None:
            return None
        if self.from_end:
            return Period(max(outer.start, shift(outer.end + ONE_DAY, self.amount, -1)), outer.end, "range")
        return Period(outer.start, min(outer.end, shift(outer.start, self.amount, 1) - ONE_DAY), "range")


@dataclass(frozen=True)
class Surrounding(Expression):
    """The unit that holds a date, "the week of April 10"."""

    unit: Unit
    inner: Expression

    def ground(self, context: Context) -> Period | None:
        """The unit."""
        inner = self.inner.ground(context)
        return unit_at(inner.start, self.unit) if inner and inner.start else None


@dataclass(frozen=True)
class WeekNumber(Expression):
    """A week by its ISO 8601 number, "week 31", of the anchor's year unless one is given."""

    number: int
    year: int | None = None

    def ground(self, context: Context) -> Period | None:
        """Monday to Sunday."""
        year = self.year if self.year is not None else (context.day.year if context.day else None)
        if year is None:
            return None
        return unit_at(dt.date.fromisocalendar(year, self.number, 1), "week")


@dataclass(frozen=True)
class Quarter(Expression):
    """A quarter (or half, `size` 6) of a year, or of the year that direction picks."""

    number: int
    size: int = 3
    year: Expression | None = None

    def ground(self, context: Context) -> Period | None:
        """The months."""
        if self.year is not None:
            year = self.year.ground(context)
            return self._in(year.start.year) if year and year.start else None
        if context.day is None:
            return None
        near = [self._in(context.day.year + k) for k in (-1, 0, 1)]
        return choose(near, context.day, context.direction)

    def _in(self, year: int) -> Period:
        first = dt.date(year, (self.number - 1) * self.size + 1, 1)
        return months(first, self.size, "quarter" if self.size == 3 else "range")


@dataclass(frozen=True)
class Decade(Expression):
    """Ten years, "the 1990s"; "the '90s" are the last such that have begun."""

    start: int
    """First year, or 0–90 where the century is missing."""

    def ground(self, context: Context) -> Period | None:
        """Ten years."""
        if self.start >= 100:
            return years(self.start, self.start + 9)
        if context.day is None:
            return None
        first = context.day.year // 100 * 100 + self.start
        first -= 100 if first > context.day.year else 0
        return years(first, first + 9)


@dataclass(frozen=True)
class Years(Expression):
    """A fixed run of years: "2015-16", "the 19th century"."""

    first: int
    last: int

    def ground(self, context: Context) -> Period | None:  # noqa: ARG002 - needs no context
        """The years."""
        return years(self.first, self.last)


@dataclass(frozen=True)
class FiscalYear(Expression):
    """A fiscal year: October to September where the text speaks of the United States, else the plain year.

    Source: 31 U.S.C. 1102 for the US fiscal year. Other countries' vary and are not guessed.
    """

    year: Expression

    def ground(self, context: Context) -> Period | None:
        """The year."""
        year = self.year.ground(context)
        if year is None or year.start is None or not context.us():
            return year
        return months(add_months(year.start, -3), 12, "year")


PartName = Literal["early", "mid", "late", "start", "middle", "end", "earlier", "later", "rest"]

_WEEK_PARTS = {
    "early": (0, 2),
    "start": (0, 2),
    "mid": (1, 4),
    "middle": (1, 4),
    "late": (3, 6),
    "end": (3, 6),
}
_YEAR_PARTS = {
    "early": (0, 6),
    "start": (0, 4),
    "mid": (4, 4),
    "middle": (4, 4),
    "late": (6, 6),
    "end": (8, 4),
}


@dataclass(frozen=True)
class Part(Expression):
    """A part of something: "early May", "mid-2024", "the end of 2000", "earlier this week".

    The bounds are conventions, wide on purpose: weeks Monday–Wednesday, Tuesday–Friday, Thursday–Sunday;
    months 1–15, 11–20, from 16; years in halves ("early", "late") or thirds ("start", "middle", "end").

    Source: the resolution values of Microsoft Recognizers-Text.
    """

    part: PartName
    outer: Expression

    def ground(self, context: Context) -> Period | None:
        """The days of the part."""
        outer = self.outer.ground(context)
        if outer is None or outer.start is None or outer.end is None:
            return None
        if self.part in {"earlier", "later", "rest"} and context.day is not None:
            return _beside_anchor(self.part, outer.start, outer.end, context.day)
        return _part(_PLAIN_PART.get(self.part, self.part), outer.start, outer.end)


_PLAIN_PART: dict[PartName, PartName] = {"earlier": "early", "later": "late", "rest": "late"}


def _beside_anchor(part: PartName, start: dt.date, end: dt.date, day: dt.date) -> Period | None:
    if not start <= day <= end:
        return _part(_PLAIN_PART[part], start, end)
    if part == "earlier":
        return Period(start, max(start, day - ONE_DAY), "range")
    return Period(day, end, "range")


def _part(part: PartName, start: dt.date, end: dt.date) -> Period | None:
    length = (end - start).days + 1
    if length == 1:
        return one_day(start)
    if length <= 7:
        first, last = _WEEK_PARTS[part]
        return Period(start + dt.timedelta(days=first), min(end, start + dt.timedelta(days=last)), "range")
    if length <= 31:
        bounds = {"mid": (11, 20), "middle": (11, 20)}.get(
            part, (1, 15) if part in {"early", "start"} else (16, 31)
        )
        return Period(start.replace(day=bounds[0]), start.replace(day=min(bounds[1], end.day)), "range")
    n_months = round(length / 30.44)
    first, size = _YEAR_PARTS[part]
    begin = add_months(start, first * n_months // 12)
    return Period(begin, min(end, add_months(begin, size * n_months // 12) - ONE_DAY), "range")
