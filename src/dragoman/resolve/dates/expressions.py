"""What a time expression says, before anybody knows the document's date.

Each expression is built by the grammar and grounded later: `ground` gives the days it means in a context, or
`None` where the context does not settle it. Impossible days ("February 30") ground to `None`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, TypeGuard

from dragoman.resolve.dates.direction import Direction, choose
from dragoman.resolve.dates.periods import (
    ONE_DAY,
    PRECISION,
    Amount,
    Period,
    Unit,
    add_months,
    month_of,
    months,
    one_day,
    shift,
    unit_at,
    years,
)


@dataclass(frozen=True)
class Context:
    """What an expression is grounded in.

    `day` is the anchor, `recent` the dates mentioned before, latest first ("the following day"); `look` tells the
    direction and `us` whether the text speaks of the United States, both called only where it matters.
    """

    day: dt.date | None
    recent: tuple[Period, ...] = ()
    look: Callable[[], Direction | None] = lambda: None
    us: Callable[[], bool] = lambda: False

    @cached_property
    def direction(self) -> Direction | None:
        """Back or ahead."""
        return self.look()

    def before(self, unit: Unit) -> Period | None:
        """The latest date mentioned that is narrow enough to count units from."""
        widest = WIDEST.get(unit, 366)
        return next((p for p in self.recent if p.start and p.end and (p.end - p.start).days < widest), None)


WIDEST: dict[Unit, int] = {"day": 11, "week": 11, "weekend": 11, "month": 31}
"""Days that a date may span and still serve as the start of "the following day": a summit, not a season."""


class Expression:
    """Base of all expressions."""

    def ground(self, context: Context) -> Period | None:
        """The days meant, or `None` where the context doesn't settle it."""
        raise NotImplementedError


@dataclass(frozen=True)
class Calendar(Expression):
    """A day, month or year by name; what is missing comes from the anchor: "May 20", "Friday the 22nd", "2024"."""

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
    """"The weekend", "this weekend": the one that has begun, unless the text looks ahead."""

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
    """"Last March", "next June": the nearest before or after the anchor's month; "this May" is of its year."""

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

    The day is exact; the precision is the smallest unit counted in, since "two years ago" is not meant to the day.
    Without `base` it is counted from the anchor, with `discourse` from the date mentioned before.
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
    """"In three weeks": a day ahead, only where the text looks ahead ("the first in three weeks" does not)."""

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
    """"The first Friday of July"."""

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
    """"The first nine months of 2023", "the last two weeks of May"."""

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
    """"The week of April 10": the unit that holds a date."""

    unit: Unit
    inner: Expression

    def ground(self, context: Context) -> Period | None:
        """The unit."""
        inner = self.inner.ground(context)
        return unit_at(inner.start, self.unit) if inner and inner.start else None


@dataclass(frozen=True)
class WeekNumber(Expression):
    """"Week 31" by ISO 8601, of the anchor's year unless one is given."""

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
    """"Q3", "the third quarter", "H1" (`size` 6): of a year, or of the year that direction picks."""

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
    """"The 1990s"; "the '90s" is the last such decade that has begun."""

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
    """"Fiscal year 2022": October to September where the text speaks of the United States, else the plain year.

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

_WEEK_PARTS = {"early": (0, 2), "start": (0, 2), "mid": (1, 4), "middle": (1, 4), "late": (3, 6), "end": (3, 6)}
_YEAR_PARTS = {"early": (0, 6), "start": (0, 4), "mid": (4, 4), "middle": (4, 4), "late": (6, 6), "end": (8, 4)}


@dataclass(frozen=True)
class Part(Expression):
    """A part of something: "early May", "mid-2024", "the end of 2000", "earlier this week".

    The bounds are conventions, wide on purpose: weeks Monday–Wednesday, Tuesday–Friday, Thursday–Sunday; months
    1–15, 11–20, from 16; years in halves ("early", "late") or thirds ("start", "middle", "end").

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
        bounds = {"mid": (11, 20), "middle": (11, 20)}.get(part, (1, 15) if part in {"early", "start"} else (16, 31))
        return Period(start.replace(day=bounds[0]), start.replace(day=min(bounds[1], end.day)), "range")
    n_months = round(length / 30.44)
    first, size = _YEAR_PARTS[part]
    begin = add_months(start, first * n_months // 12)
    return Period(begin, min(end, add_months(begin, size * n_months // 12) - ONE_DAY), "range")


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

    Past: the last end that has come, and the first end before it. Ahead: the first end that is still to come. Else
    the pair around the anchor.
    """
    if isinstance(first, Weekday) and first.which == "bare" and isinstance(last, Weekday) and context.day is not None:
        return _weekday_pair(first.weekday, last.weekday, context.day, context.direction)
    if _is_yearless(first) and _is_yearless(last) and context.day is not None:
        return _calendar_pair(first, last, context.day, context.direction)
    start = first.ground(context)
    if start is None or start.start is None:
        return _from_last(first, last, context)
    later = replace_context(context, start)
    end = last.ground(context)
    if end is not None and end.end is not None and end.end < start.start:
        end = last.ground(later)
    return None if end is None else (start, end)


def _is_yearless(expression: Expression) -> TypeGuard[Calendar]:
    return isinstance(expression, Calendar) and expression.year is None and expression.month is not None


def replace_context(context: Context, start: Period) -> Context:
    """The context of a range's second end: counted from its first, looking ahead."""
    return Context(start.start, context.recent, lambda: Direction.FUTURE, context.us)


def _from_last(first: Expression, last: Expression, context: Context) -> tuple[Period, Period] | None:
    end = last.ground(context)
    if end is None or end.start is None or context.day is None:
        return None
    start = first.ground(Context(end.start, context.recent, lambda: Direction.PAST, context.us))
    return None if start is None else (start, end)


def _weekday_pair(first: int, last: int, day: dt.date, direction: Direction | None) -> tuple[Period, Period]:
    length = dt.timedelta(days=(last - first) % 7)
    start = day - dt.timedelta(days=(day.weekday() - first) % 7)
    week = dt.timedelta(days=7)
    if direction is Direction.PAST and start + length > day:
        start -= week
    elif direction is Direction.FUTURE and start < day:
        start += week
    elif direction in {Direction.PRESENT, Direction.PLANNED} and start + length < day:
        start += week
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


@dataclass(frozen=True)
class Open(Expression):
    """One end only: "since 2014", "until May 14", "by March", "before Friday", "after 2018".

    "Since", "until" and "by" include the date itself, and "by March" its last day; "before" and "after" leave it out.
    """

    word: Literal["since", "until", "before", "after"]
    inner: Expression

    def ground(self, context: Context) -> Period | None:
        """A period with one open end."""
        inner = self.inner.ground(context)
        if inner is None or inner.start is None or inner.end is None:
            return None
        if self.word == "since":
            return Period(inner.start, None, inner.precision)
        if self.word == "after":
            return Period(inner.end + ONE_DAY, None, inner.precision)
        last_part = isinstance(self.inner, Part) and self.inner.part in {"end", "late"}
        end = inner.end if self.word == "until" or last_part else inner.start - ONE_DAY
        return Period(None, end, inner.precision)
