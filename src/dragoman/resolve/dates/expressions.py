"""What a time expression says, before anybody knows the document's date.

Each expression is built by the grammar and grounded later: `ground` gives the days it means in a context, or
`None` where the context does not settle it. Impossible days ("February 30") ground to `None`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from dragoman.resolve.dates.direction import Direction, choose
from dragoman.resolve.dates.periods import (
    ONE_DAY,
    PRECISION,
    Amount,
    Period,
    Unit,
    month_of,
    one_day,
    shift,
    unit_at,
    years,
)


@dataclass(frozen=True)
class Context:
    """What an expression is grounded in.

    `day` is the anchor, `previous` a date mentioned before ("the following day"); `look` tells the direction
    and `us` whether the text speaks of the United States, both called only where it matters.
    """

    day: dt.date | None
    previous: Period | None = None
    look: Callable[[], Direction | None] = lambda: None
    us: Callable[[], bool] = lambda: False

    @cached_property
    def direction(self) -> Direction | None:
        """Back or ahead."""
        return self.look()

    def before(self, unit: Unit) -> Period | None:
        """The date mentioned before, if it is narrow enough to count units from."""
        found = self.previous
        if found is None or found.start is None or found.end is None:
            return None
        return found if (found.end - found.start).days < WIDEST.get(unit, 366) else None


WIDEST: dict[Unit, int] = {"day": 11, "week": 11, "weekend": 11, "month": 31}
"""Days that a date may span and still serve as the start of "the following day": a summit, not a season."""


class Expression:
    """Base of all expressions."""

    def ground(self, context: Context) -> Period | None:
        """The days meant, or `None` where the context doesn't settle it."""
        raise NotImplementedError


@dataclass(frozen=True)
class Calendar(Expression):
    """A day, month or year by name, "May 20", "Friday the 22nd"; what is missing comes from the anchor."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def ground(self, context: Context) -> Period | None:
        """The day, month or year; a missing year or month by direction, else the nearest."""
        if self.year is not None:
            return self._in(self.year, self.month)
        if context.day is None:
            return None
        found = self._candidates(context.day)
        if self.weekday is not None:
            fits = [p for p in found if p.start and p.start.weekday() == self.weekday]
            if fits:  # a weekday that fits weighs more than a tense
                return choose(fits, context.day, context.direction) or choose(fits, context.day, None)
        return choose(found, context.day, context.direction)

    def _in(self, year: int, month: int | None) -> Period | None:
        if month is None:
            return years(year, year, "year")
        if self.day is None:
            return month_of(year, month)
        try:
            return one_day(dt.date(year, month, self.day))
        except ValueError:
            return None

    def _candidates(self, day: dt.date) -> list[Period]:
        if self.month is not None:
            # 29 February can be up to eight years away, around 1900 and 2100
            reach = 8 if (self.month, self.day) == (2, 29) else 1
            at = [(day.year + k, self.month) for k in range(-reach, reach + 1)]
        else:
            reach = 2 if self.weekday is None else 14
            at = [divmod(day.year * 12 + day.month - 1 + k, 12) for k in range(-reach, reach + 1)]
            at = [(year, month + 1) for year, month in at]
        return [p for year, month in at if (p := self._in(year, month)) is not None]


@dataclass(frozen=True)
class Within(Expression):
    """A day or month inside another expression: "20 May last year", "the 20th of next month"."""

    inner: Calendar
    outer: Expression

    def ground(self, context: Context) -> Period | None:
        """The inner date with the year (and month) of the outer one."""
        outer = self.outer.ground(context)
        if outer is None or outer.start is None:
            return None
        month = self.inner.month if self.inner.month is not None else outer.start.month
        return replace(self.inner, year=outer.start.year, month=month).ground(context)


Which = Literal["bare", "this", "last", "past", "next", "coming", "following"]


@dataclass(frozen=True)
class Weekday(Expression):
    """A weekday. "Last Friday" is the one of last week, "next Friday" the one of next week.

    News names the weekdays around publication bare, and calls the publication day by its name too; "last" and
    "next" then point past this week.
    """

    weekday: int
    which: Which = "bare"

    def ground(self, context: Context) -> Period | None:
        """The day: bare, the last one or the anchor's own unless the text looks ahead."""
        day = context.day
        previous = context.before("day") if self.which == "following" else None
        if previous is not None and previous.end is not None:
            return one_day(self._after(previous.end))
        if day is None:
            return None
        return one_day(self._at(day, context))

    def _at(self, day: dt.date, context: Context) -> dt.date:
        back = (day.weekday() - self.weekday) % 7
        monday = day - dt.timedelta(days=day.weekday())
        offset = {"this": 0, "last": -7, "next": 7, "following": 7}.get(self.which)
        if offset is not None:
            return monday + dt.timedelta(days=offset + self.weekday)
        if self.which == "past":
            return day - dt.timedelta(days=back or 7)
        if self.which == "coming":
            return self._after(day)
        direction = context.direction
        if direction is not None and direction.ahead:
            return day + dt.timedelta(days=(self.weekday - day.weekday()) % 7)
        return day - dt.timedelta(days=back)

    def _after(self, day: dt.date) -> dt.date:
        return day + dt.timedelta(days=(self.weekday - day.weekday() - 1) % 7 + 1)


@dataclass(frozen=True)
class InWeek(Expression):
    """A weekday of a named week: "Friday of next week"."""

    weekday: int
    week: Expression

    def ground(self, context: Context) -> Period | None:
        """That day of the week."""
        week = self.week.ground(context)
        return one_day(week.start + dt.timedelta(days=self.weekday)) if week and week.start else None


@dataclass(frozen=True)
class RelativeUnit(Expression):
    """A calendar unit counted from the anchor's own: "last week", "this month", "next quarter".

    With `discourse` it is counted from the date mentioned before: "the same day", "the following week".
    """

    unit: Unit
    offset: int
    discourse: bool = False

    def ground(self, context: Context) -> Period | None:
        """The unit; without an earlier mention a discourse one counts from the anchor."""
        day = context.day
        previous = context.before(self.unit) if self.discourse else None
        if previous is not None:
            day = previous.end if self.offset > 0 else previous.start
        elif self.discourse and self.offset > 0 and context.direction is Direction.PAST:
            return None  # "the next day" after a day that the text doesn't date
        return None if day is None else unit_at(day, self.unit, self.offset)


@dataclass(frozen=True)
class Weekend(Expression):
    """Saturday and Sunday, "the weekend": those that have begun, unless the text looks ahead."""

    named_this: bool = False

    def ground(self, context: Context) -> Period | None:
        """Saturday and Sunday."""
        if context.day is None:
            return None
        own = unit_at(context.day, "weekend")
        direction = context.direction
        ahead = self.named_this if direction is None else direction is not Direction.PAST
        if ahead or (own.start is not None and own.start <= context.day):
            return own
        return unit_at(context.day, "weekend", -1)


@dataclass(frozen=True)
class RelativeMonth(Expression):
    """The nearest before or after the anchor's month, "last March"; "this May" is of the anchor's year."""

    month: int
    side: int

    def ground(self, context: Context) -> Period | None:
        """The month."""
        day = context.day
        if day is None:
            return None
        if self.side == 0:
            return month_of(day.year, self.month)
        if self.side < 0:
            return month_of(day.year - (self.month >= day.month), self.month)
        return month_of(day.year + (self.month <= day.month), self.month)


@dataclass(frozen=True)
class Offset(Expression):
    """A day some way from the anchor: "today" 0, "yesterday" -1."""

    days: int

    def ground(self, context: Context) -> Period | None:
        """The day."""
        return None if context.day is None else one_day(context.day + dt.timedelta(days=self.days))


@dataclass(frozen=True)
class Shift(Expression):
    """A duration before or after something: "two weeks ago", "three days after May 5", "two days later".

    The day is exact; the precision is the smallest unit counted in, since "two years ago" is not meant to
    the day. Without `base` it is counted from the anchor, with `discourse` from the date mentioned before.
    """

    amount: Amount
    sign: int
    base: Expression | None = None
    discourse: bool = False

    def ground(self, context: Context) -> Period | None:
        """The day that far away."""
        base = self._base(context)
        day = None if base is None else (base.end if self.sign > 0 else base.start)
        if day is None:
            return None
        moved = shift(day, self.amount, self.sign)
        return Period(moved, moved, PRECISION[self.amount[-1][1]])

    def _base(self, context: Context) -> Period | None:
        if self.base is not None:
            return self.base.ground(context)
        previous = context.before(self.amount[-1][1]) if self.discourse else None
        if previous is not None:
            return previous
        if self.discourse and (context.direction is None or not context.direction.ahead):
            return None
        return None if context.day is None else one_day(context.day)


@dataclass(frozen=True)
class Ahead(Expression):
    """A day ahead, "in three weeks", if the text looks ahead: "the first in three weeks" does not."""

    amount: Amount

    def ground(self, context: Context) -> Period | None:
        """The day, or `None` where the text looks back."""
        if context.day is None or context.direction is None or not context.direction.ahead:
            return None
        return Shift(self.amount, 1).ground(context)


@dataclass(frozen=True)
class Window(Expression):
    """The days up to or from the anchor: "the past three weeks", "the next two days"; the anchor is outside.

    With `deadline` the anchor is inside: "within five days".
    """

    amount: Amount
    sign: int
    deadline: bool = False

    def ground(self, context: Context) -> Period | None:
        """The days."""
        day = context.day
        if day is None:
            return None
        far = shift(day, self.amount, self.sign)
        if self.sign < 0:
            return Period(far, day - ONE_DAY, "range")
        return Period(day if self.deadline else day + ONE_DAY, far, "range")
