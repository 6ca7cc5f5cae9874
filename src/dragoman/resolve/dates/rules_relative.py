"""Rules for units counted from the anchor, and for dates inside or beside others.

"Last week", "the third quarter of 2023", "20 May last year", "next week on Tuesday", "the day after
Monday's vote".
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from dragoman.resolve.dates import expressions as ex
from dragoman.resolve.dates import parts, ranges
from dragoman.resolve.dates.cascade import DATES, Built, Level, Match, Rule
from dragoman.resolve.dates.lexer import Item
from dragoman.resolve.dates.periods import Unit
from dragoman.resolve.dates.rules_calendar import DAYS

KIND_OF_UNIT: Final[dict[str, str]] = {
    "day": "d", "week": "w", "weekend": "w", "fortnight": "p", "month": "m", "quarter": "q", "half": "q",
    "year": "y", "decade": "p", "century": "p",
}  # fmt: skip
OFFSETS: Final = {"last": -1, "past": -1, "next": 1, "coming": 1, "following": 1}


def _relative_unit(m: Match) -> Built:
    unit: Unit = m.first("U")
    kind = KIND_OF_UNIT[unit]
    which = m.all("LXTS")[-1]
    if which == "last" and unit == "day":
        return None  # "his last day in office"
    if m.has("z") and unit not in {"month", "quarter", "year"}:
        return None
    if which == "past" and unit in {"week", "month", "year", "decade"}:
        return "p", ex.Window(((1, unit),), -1)
    if which == "this" and unit == "weekend":
        return kind, ex.Weekend(named_this=True)
    offset = OFFSETS.get(which, 0)
    discourse = which in {"following", "same", "that"} or (m.has("t") and unit == "day")
    return kind, ex.RelativeUnit(unit, offset, discourse)


def _this_or_next(m: Match) -> Built:
    """Two units with one noun, "this or next week"."""
    unit: Unit = m.first("U")
    this, other = m.items[0], next(item for item in m.items if item.kind in "LX")
    kind = KIND_OF_UNIT[unit]
    second = Item(kind, ex.RelativeUnit(unit, OFFSETS[other.value]), other.start, m.items[-1].end)
    return [Item(kind, ex.RelativeUnit(unit, 0), this.start, this.end), second]


def _or_next(m: Match) -> Built:
    """Two units with one noun, "this week or next"."""
    first, last = m.items[0], m.items[-1]
    if not isinstance(first.value, ex.RelativeUnit) or not last.alone:
        return None
    offset = OFFSETS.get(last.value, 0)
    return [first, Item(first.kind, ex.RelativeUnit(first.value.unit, offset), last.start, last.end)]


def _rolling(m: Match) -> Built:
    """A unit back from today, "in the last year": the twelve months before, not the calendar year."""
    unit: Unit = m.first("U")
    if m.first("LX") not in {"last", "past", "next"} or unit not in {"week", "month", "year", "decade"}:
        return None
    if m.first("I") in {"on", "at"}:
        return None
    sign = -1 if m.has("L") else 1
    inner = m.items[1:] if m.items[0].kind == "I" else m.items
    head = [] if inner is m.items else [m.items[0]]
    return [*head, Item("p", ex.Window(((1, unit),), sign), inner[0].start, inner[-1].end)]


def _after_next(m: Match) -> Built:
    unit: Unit = m.first("U")
    return KIND_OF_UNIT[unit], ex.RelativeUnit(unit, 2)


def _the_weekend(m: Match) -> Built:
    return ("w", ex.Weekend()) if m.first("U") == "weekend" else None


def _same_unit(m: Match) -> Built:
    return None if m.first("U") not in {"day", "week", "weekend", "month", "year"} else _relative_unit(m)


def _quarter_of_year(m: Match) -> Built:
    number, size = m.first("Q")
    return "q", parts.Quarter(number, size, m.first("y"))


def _named_unit(m: Match) -> Built:
    """A unit with its name, "the month of May"."""
    kind = next(item.kind for item in m.items if item.kind in "my")
    return (kind, m.first("my")) if KIND_OF_UNIT[m.first("U")] == kind else None


def _part_of_unit(m: Match) -> Built:
    """A part of the anchor's own unit, "the end of the week", "later in the year"."""
    unit: Unit = m.first("U")
    part: parts.PartName = m.first("Ee")
    if unit == "day" and part == "rest":
        return "d", ex.RelativeUnit("day", 0, discourse=True)
    if unit == "day" or (m.before is not None and m.before.kind in "NCcO"):
        return None
    return "p", parts.Part(part, ex.RelativeUnit(unit, 0))


def _ordinal(m: Match) -> int | None:
    """The number of "third", or -1 for "last"."""
    if m.has("L"):
        return -1 if m.first("L") == "last" else None
    ordinal: int = m.first("O")
    return ordinal


def _nth_unit(m: Match) -> Built:
    unit: Unit = m.first("U")
    n, outer = _ordinal(m), m.first("dwmyqp")
    if n is None:
        return None
    if unit in {"quarter", "half"}:
        size = 3 if unit == "quarter" else 6
        last = 12 // size
        number = last if n == -1 else n
        if not m.has("y"):
            return _half_of(outer, n) if unit == "half" else None
        return ("q", parts.Quarter(number, size, outer)) if number <= last else None
    return KIND_OF_UNIT[unit], parts.Nth(n, unit, outer)


def _half_of(outer: ex.Expression, n: int) -> Built:
    """The first or second half of a month or decade."""
    return ("p", parts.Part("early" if n == 1 else "late", outer)) if n in {1, 2, -1} else None


def _bare_quarter(m: Match) -> Built:
    n = m.first("O")
    return ("q", parts.Quarter(n)) if m.first("U") == "quarter" and n <= 4 else None


def _nth_weekday(m: Match) -> Built:
    n, outer = _ordinal(m), m.first("wmyqp")
    return None if n is None else ("d", parts.NthWeekday(n, m.first("W"), outer))


def _slice(m: Match) -> Built:
    n = _ordinal(m)
    if n not in {1, -1}:
        return None
    return "p", parts.Slice(m.first("u"), n == -1, m.first("mywqp"))


def _within_outer(m: Match) -> Built:
    """A date with a relative year, "20 May last year"."""
    inner, outer = m.values_of(DATES)
    if not isinstance(inner, ex.Calendar) or inner.year is not None or not isinstance(outer, ex.RelativeUnit):
        return None
    return m.items[0].kind, ex.Within(inner, outer)


def _day_within(m: Match) -> Built:
    """A day of a relative month, "the 20th of next month"."""
    return "d", ex.Within(ex.Calendar(day=m.first("O")), m.first("m"))


def _outer_within(m: Match) -> Built:
    """A date after its relative year, "last year in March"."""
    outer, inner = m.values_of(DATES)
    if not isinstance(inner, ex.Calendar) or inner.year is not None or not isinstance(outer, ex.RelativeUnit):
        return None
    return m.items[-1].kind, ex.Within(inner, outer)


def _days_within(m: Match) -> Built:
    """Days of a relative month, "from 4 to 22 this month"."""
    first, last = m.all("NO")
    outer = m.first("m")
    return "p", ranges.Between(
        ex.Within(ex.Calendar(day=first), outer), ex.Within(ex.Calendar(day=last), outer)
    )


def _surrounding(m: Match) -> Built:
    """The unit around a day, "the week of April 10"."""
    unit: Unit = m.first("U")
    inner = m.first("d") if m.has("d") else ex.Calendar(day=m.first("O"))
    return KIND_OF_UNIT[unit], parts.Surrounding(unit, inner)


def _bare_weekday(m: Match) -> Built:
    day = next(item for item in m.items if item.kind == "W")
    which: list[str] = m.all("LXT")
    if not which:
        return ("d", ex.Weekday(day.value)) if day.alone else None
    return "d", ex.Weekday(day.value, which[-1])  # type: ignore[arg-type]  # the lexicon's values are `Which`


def _weekday_number(m: Match) -> Built:
    if not m.items[-1].alone and not m.has("t"):
        return None  # "on Monday 21 people"
    return "d", ex.Calendar(day=m.first("NO"), weekday=m.first("W"))


def _in_week(m: Match) -> Built:
    """Days of a named week, "Friday of next week", "next week on Tuesday or Thursday"."""
    week = m.first("w")
    if isinstance(week, ex.Weekend):
        return None
    out = [Item("d", ex.InWeek(i.value, week), i.start, i.end) for i in m.items if i.kind == "W"]
    if m.items[0].kind == "w":
        out[0].start = m.items[0].start
    else:
        out[-1].end = m.items[-1].end
    return out


def _weekdays_in_week(m: Match) -> Built:
    first, last = m.all("W")
    week = m.first("w")
    return "p", ranges.Between(ex.InWeek(first, week), ex.InWeek(last, week))


def _weekdays(m: Match) -> Built:
    """Days in a row as one stretch, "Monday and Tuesday"."""
    days: list[int] = m.all("W")
    row = all((b - a) % 7 == 1 for a, b in pairwise(days))
    if not row or not all(item.alone for item in m.items):
        return None
    return "p", ranges.Between(ex.Weekday(days[0]), ex.Weekday(days[-1]))


def _deictic(m: Match) -> Built:
    return "d", ex.Offset(m.first("D"))


def _night(m: Match) -> Built:
    """A time of day by itself, "last night", "this morning", "the following evening"."""
    which = m.first("LXTS")
    if which in {"following", "next", "same", "that"}:
        return "d", ex.RelativeUnit("day", 0 if which in {"same", "that"} else 1, discourse=True)
    return "d", ex.Offset({"this": 0, "last": -1, "past": -1}.get(which, 0))


def _deictic_beyond(m: Match) -> Built:
    """Two steps from today, "the day before yesterday"."""
    if m.first("U") != "day":
        return None
    return "d", ex.Shift(((1, "day"),), -1 if m.has("J") else 1, ex.Offset(m.first("D")))


def _day_beside(m: Match) -> Built:
    """The day beside the date mentioned before: "the day after", with nothing behind."""
    if not m.items[-1].alone or m.first("U") != "day":
        return None
    return "d", ex.RelativeUnit("day", -1 if m.has("J") else 1, discourse=True)


def _unit_beside(m: Match) -> Built:
    """One unit beside a date, "the day after Monday's attack", "the week before May 20"."""
    unit: Unit = m.first("U")
    if unit not in {"day", "week"}:
        return None
    return "d", ex.Shift(((1, unit),), -1 if m.has("J") else 1, m.first("d"))


AROUND_ANCHOR: Final = Level(
    Rule(r"t?UVt?X", _after_next),
    Rule(r"[Ii]t[LX]U(?!o)", _rolling),
    Rule(r"t?[LXT]+z?U(?!o[tmydLXTA])", _relative_unit),
    Rule(r"t?SU", _same_unit),
    Rule(r"T\|t?[LX]U", _this_or_next),
    Rule(r"t?[Ee]t?U(?!o)", _part_of_unit),
)
NESTED: Final = Level(
    Rule(r"t?[OL]W[oI]?t?[wmyqp]", _nth_weekday),
    Rule(r"t?[OL]U[oI]?t?[wmyqp]", _nth_unit),
    Rule(r"t?OU", _bare_quarter),
    Rule(r"t?[OL]u[oI]t?[wmyqp]", _slice),
    Rule(rf"[FB]?{DAYS}[G&-]{DAYS}[oI]?m", _days_within),
    Rule(r"t?Oo?m", _day_within),
    Rule(r"[dm],?[oI]?y", _within_outer),
    Rule(r"y,?I?[dm]", _outer_within),
    Rule(r"Qo?y", _quarter_of_year),
    Rule(r"y'OU", _nth_unit),
    Rule(r"[wmqy]\|t?[LXT](?![UMWPN])", _or_next),
    Rule(r"t?U(?:o|Z)(?:d|t?O)", _surrounding),
    Rule(r"t?Uo[my]", _named_unit),
)
WEEKDAYS: Final = Level(
    Rule(r"w,?I?[BF]?W[G&-]W", _weekdays_in_week),
    Rule(r"w[,-]?I?W(?:,?I?[,|&]I?W)*", _in_week),
    Rule(r"(?:W,?[,|&])*W[oI]?w", _in_week),
    Rule(r"Wt?O|WN(?![G-])", _weekday_number),
    Rule(r"W(?:,W)*,?&W", _weekdays),
    Rule(r"[LXT]*W", _bare_weekday),
    Rule(r"t?U[JV]D", _deictic_beyond),
    Rule(r"D", _deictic),
    Rule(r"t?[LXTS]+P", _night),
    Rule(r"t?[LXT]+z?U", _relative_unit),
    Rule(r"t?U[JV]t?d", _unit_beside),
    Rule(r"tU[JV]", _day_beside),
    Rule(r"tU", _the_weekend),
)
