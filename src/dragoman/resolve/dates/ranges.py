"""Expressions for stretches with two ends or one: "from Friday to Monday", "May 24-27", "since 2014"."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeGuard

from dragoman.resolve.dates.direction import Direction, choose
from dragoman.resolve.dates.expressions import Calendar, Context, Expression, Weekday
from dragoman.resolve.dates.parts import Part
from dragoman.resolve.dates.periods import ONE_DAY, Period, one_day


@dataclass(frozen=True)
class Between(Expression):
    """From one date to another, both included; what one leaves out the other lends."""

    first: Expression
    last: Expression

    def ground(self, context: Context) -> Period | None:
        """The days from the first day of the one to the last day of the other."""
        first, last = _lend(self.first, self.last)
        pair = _ground_pair(first, last, context)
        if pair is None or pair[0].start is None or pair[1].end is None or pair[0].start > pair[1].end:
            return None
        start, end = pair[0].start, pair[1].end
        coarse = pair[1].precision
        return Period(start, end, coarse if start == end else "range")


def _lend(first: Expression, last: Expression) -> tuple[Expression, Expression]:
    """Fill the month and year that one of two calendar dates lacks from the other."""
    if not (isinstance(first, Calendar) and isinstance(last, Calendar)):
        return first, last
    if first.month is None and first.year is None and first.day is not None:
        first = replace(first, month=last.month)
    if last.month is None and last.year is None and last.day is not None:
        last = replace(last, month=first.month)
    if first.month is None or last.month is None:
        return first, last
    wraps = (first.month, first.day or 1) > (last.month, last.day or 31)
    if first.year is None and last.year is not None:
        first = replace(first, year=last.year - wraps)
    elif last.year is None and first.year is not None:
        last = replace(last, year=first.year + wraps)
    return first, last


def _ground_pair(first: Expression, last: Expression, context: Context) -> tuple[Period, Period] | None:
    """Ground two ends together, so that the second follows the first.

    Past: the last end that has come, and the first end before it. Ahead: the first end that is still to
        come. Else the pair around the anchor.
    """
    if (
        isinstance(first, Weekday)
        and first.which == "bare"
        and isinstance(last, Weekday)
        and context.day is not None
    ):
        return _weekday_pair(first.weekday, last.weekday, context.day, context.direction)
    if _is_yearless(first) and _is_yearless(last) and context.day is not None:
        return _calendar_pair(first, last, context.day, context.direction)
    start = first.ground(context)
    if start is None or start.start is None:
        return _from_last(first, last, context)
    end = last.ground(context)
    if end is not None and end.end is not None and end.end < start.start:
        # counted from the first end, looking ahead
        end = last.ground(Context(start.start, context.previous, lambda: Direction.FUTURE, context.us))
    return None if end is None else (start, end)


def _is_yearless(expression: Expression) -> TypeGuard[Calendar]:
    return isinstance(expression, Calendar) and expression.year is None and expression.month is not None


def _from_last(first: Expression, last: Expression, context: Context) -> tuple[Period, Period] | None:
    end = last.ground(context)
    if end is None or end.start is None or context.day is None:
        return None
    start = first.ground(Context(end.start, context.previous, lambda: Direction.PAST, context.us))
    return None if start is None else (start, end)


def _weekday_pair(first: int, last: int, day: dt.date, direction: Direction | None) -> tuple[Period, Period]:
    """The days that began last; the next where the text looks ahead, or is of now and they are over."""
    length = dt.timedelta(days=(last - first) % 7)
    start = day - dt.timedelta(days=(day.weekday() - first) % 7)
    over = start + length < day and direction in {Direction.PRESENT, Direction.PLANNED}
    if over or (direction is Direction.FUTURE and start < day):
        start += dt.timedelta(days=7)
    return one_day(start), one_day(start + length)


def _calendar_pair(
    first: Calendar, last: Calendar, day: dt.date, direction: Direction | None
) -> tuple[Period, Period] | None:
    pairs: list[tuple[Period, Period]] = []
    for year in range(day.year - 2, day.year + 2):
        start, end = _lend(replace(first, year=year), last)
        a, b = start.ground(Context(day)), end.ground(Context(day))
        if a is not None and b is not None:
            pairs.append((a, b))
    whole = [Period(a.start, b.end, "range") for a, b in pairs]
    chosen = choose(whole, day, direction)
    return None if chosen is None else pairs[whole.index(chosen)]


Side = Literal["since", "starting", "until", "before", "after"]
_LEANING: Final[dict[Side, Direction]] = {
    "since": Direction.PAST, "starting": Direction.PLANNED, "until": Direction.PLANNED,
    "before": Direction.PLANNED,
}  # fmt: skip
"""Where a word looks when nothing around it says: what is since has begun, what is until has not ended."""


@dataclass(frozen=True)
class Open(Expression):
    """One end only: "since 2014", "until May 14", "by March", "before Friday", "after 2018".

    "Since", "until" and "by" include the date itself, and "by March" its last day; "before" and "after"
    leave it out.
    """

    side: Side
    inner: Expression

    def ground(self, context: Context) -> Period | None:
        """A period with one open end."""
        inner = self.inner.ground(replace(context, look=lambda: self._direction(context)))
        if inner is None or inner.start is None or inner.end is None:
            return None
        if self.side in {"since", "starting"}:
            return Period(inner.start, None, inner.precision)
        if self.side == "after":
            return Period(inner.end + ONE_DAY, None, inner.precision)
        last_part = isinstance(self.inner, Part) and self.inner.part in {"end", "late"}
        end = inner.end if self.side == "until" or last_part else inner.start - ONE_DAY
        return Period(None, end, inner.precision)

    def _direction(self, context: Context) -> Direction | None:
        leaning = _LEANING.get(self.side)
        if self.side == "since" or context.direction in {None, Direction.PRESENT, Direction.NEAREST}:
            return leaning
        return context.direction
