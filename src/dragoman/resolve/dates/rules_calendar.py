"""Rules for times of day, durations and calendar dates: "Friday evening", "21 days", "May 24-27, 2021"."""

from __future__ import annotations

from typing import Final

from dragoman.resolve.dates import expressions as ex
from dragoman.resolve.dates import parts, ranges
from dragoman.resolve.dates.cascade import Built, Level, Match, Rule
from dragoman.resolve.dates.lexer import DayMonth, Item
from dragoman.resolve.dates.periods import Unit

YEAR: Final = "(?:,?[oI]?t?Y)"
DAYS: Final = "t?[NO]"


def drop(_: Match) -> Built:
    """Take the words out: a time of day, "every Friday"."""
    return []


def _keep(m: Match) -> Built:
    """The date without the time of day that trails it: "Friday evening"."""
    item = next(item for item in m.items if item.kind in "DW")
    return [Item(item.kind, item.value, m.items[0].start, m.items[-1].end, item.alone)]


def _amount(m: Match) -> Built:
    """A duration, "1 month and 21 days"; "a few days" (`v`) is a number only for windows."""
    counted: list[tuple[int, Unit]] = []
    n: int | None = None
    business = False
    for item in m.items:
        if item.kind in "NCcak":
            n = item.value
        elif item.kind == "b":
            business = True
        elif item.kind in "Uj":
            if n is None:
                return None
            counted.append((n, "business day" if business and item.value == "day" else item.value))
            n = None
    return ("v" if m.first("k") == 3 else "u"), tuple(counted)


def _weekday(m: Match) -> int | None:
    value: int | None = m.first("W")
    return value


def _month_day(m: Match) -> Built:
    in_month = m.before is not None and m.before.kind == "I" and m.before.value in {"in", "during"}
    if in_month and m.items[-1].kind == "N" and not m.items[-1].alone:
        return None  # "in May 10 people": a day takes "on"
    return _day(m)


def _day(m: Match) -> Built:
    if m.has("A"):
        return "d", ex.Calendar(*m.first("A"))
    return "d", ex.Calendar(m.first("Y"), m.first("M"), m.first("NO"), _weekday(m))


def _month_days(m: Match) -> Built:
    """Days of one month, "May 24-27, 2021"; "12 and 14 May" are two days, "12 and 13 May" a stretch."""
    days, year, month = m.all("NO"), m.first("Y"), m.first("M")
    first, last = days[0], days[-1]
    joined = not m.has("&|") or m.has("B") or (last == first + 1 and not m.has("|"))
    if len(days) == 2 and first < last and joined:
        return "p", ranges.Between(ex.Calendar(year, month, first), ex.Calendar(year, month, last))
    if not m.has("&|,") or (m.items[-1].kind == "N" and not m.items[-1].alone):
        return None
    inside = [item for item in m.items if item.kind in "NO"]
    out = [Item("d", ex.Calendar(year, month, item.value), item.start, item.end) for item in inside]
    out[0].start, out[-1].end = m.items[0].start, m.items[-1].end
    return out


def _month(m: Match) -> Built:
    month = next(item for item in m.items if item.kind == "M")
    if not m.has("Y") and not month.alone:
        return None
    return "m", ex.Calendar(m.first("Y"), month.value)


def _spelled_day(m: Match) -> Built:
    """A day in words, "May twenty-one"; smaller numbers are counts: "in May three people"."""
    day = m.first("C")
    return ("d", ex.Calendar(m.first("Y"), m.first("M"), day, _weekday(m))) if 21 <= day <= 31 else None


def _months(m: Match) -> Built:
    """Months with a year at most for the last, "January to April 2015"."""
    if not (m.has("FY-") or any(item.alone for item in m.items if item.kind == "M")):
        return None
    first, last = m.all("M")
    return "p", ranges.Between(ex.Calendar(month=first), ex.Calendar(m.first("Y"), last))


def _year_range(m: Match) -> Built:
    first, last = m.all("Y")
    sure = m.has("FB-/") or any(item.alone for item in m.items if item.kind == "Y")
    return ("p", ranges.Between(ex.Calendar(first), ex.Calendar(last))) if sure and first < last else None


def _relative_month(m: Match) -> Built:
    if not next(item.alone for item in m.items if item.kind == "M"):
        return None  # "this may take"
    side = {"L": -1, "X": 1, "T": 0}[next(item.kind for item in m.items if item.kind in "LXT")]
    return "m", ex.RelativeMonth(m.first("M"), side)


def _year(m: Match) -> Built:
    year = next(item for item in m.items if item.kind == "Y")
    if m.first("U") not in {None, "year"}:
        return None
    return ("y", ex.Calendar(year.value)) if year.alone or m.has("U") else None


def _sure_year(m: Match) -> Built:
    return "y", ex.Calendar(m.first("Y"))


def _year_span(m: Match) -> Built:
    """Two years, "2015-16", or a month in digits, "2016-11"."""
    year, n = m.first("Y"), m.first("Nc")
    if m.items[0].kind == "Y" and n == (year + 1) % 100 and (n > 12 or not m.has("/")):
        return "p", parts.Years(year, year + 1)
    return ("m", ex.Calendar(year, n)) if n <= 12 else None


_NO_DATES: Final = frozenset({(24, 7), (7, 24), (16, 9), (9, 16), (9, 11), (11, 9)})
"""Round the clock, a picture's shape, and attacks known by a day whose year the name leaves out."""


def _day_and_month(m: Match) -> Built:
    """A day and month in digits, "5/17", where it can be no fraction or ratio."""
    value: DayMonth = m.first("x")
    day, month, year = value.day, value.month, m.first("Y")
    before = m.before
    led = (
        before is not None and before.kind in "IFBGKZJV-&" and before.value not in {"in", "for", "over", "at"}
    )
    if not (m.has("WY") or led or max(day, month) > 12) or (day, month) in _NO_DATES:
        return None
    return "d", ex.Calendar(year, month, day, _weekday(m))


def _decade(m: Match) -> Built:
    part: parts.PartName | None = m.first("E")
    decade = parts.Decade(m.first("R"))
    return "p", decade if part is None else parts.Part(part, decade)


def _quarter(m: Match) -> Built:
    number, size = m.first("Q")
    year = m.first("Y")
    if year is None and size == 6:
        return None
    return "q", parts.Quarter(number, size, None if year is None else ex.Calendar(year))


def _fiscal(m: Match) -> Built:
    return "y", parts.FiscalYear(ex.Calendar(m.first("Y")))


def _century(m: Match) -> Built:
    n = m.first("O")
    return ("p", parts.Years(max(n * 100 - 100, 1), n * 100 - 1)) if m.first("U") == "century" else None


def _week_number(m: Match) -> Built:
    n = m.first("Nc")
    return ("w", parts.WeekNumber(n)) if m.first("U") == "week" and n <= 53 else None


TIME_OF_DAY: Final = Level(
    Rule(r"[WD](?:,?I?t?E?-?P)+", _keep),
    Rule(r"I?t?E?-?P[,oI]*(?=[LXT]*[WD])", drop),
)
RECURRING: Final = Level(Rule(r"![LXT]*[NCO]?[WMUjDP]", drop))
DURATIONS: Final = Level(Rule(r"~?(?:[NCc]|[ta]?k?o?|a)b?[Uj](?:,?&?[NCca]b?[Uj])*(?![NOCY])", _amount))
CALENDAR: Final = Level(
    Rule(rf"[FB]?{DAYS}[G&-]{DAYS}o?M{YEAR}?(?!N)", _month_days),
    Rule(rf"{DAYS}(?:,{DAYS})*,?[&|]{DAYS}o?M{YEAR}?", _month_days),
    Rule(rf"[FB]?M[-/]?{DAYS}[G-]{DAYS}{YEAR}?(?![-M])", _month_days),
    Rule(rf"MB{DAYS}[&-]{DAYS}{YEAR}?", _month_days),
    Rule(rf"M{DAYS}(?:,{DAYS})*,?[&|]{DAYS}(?!M){YEAR}?", _month_days),
    Rule(r"Y[-/]M[-/]N", _day),
    Rule(rf"(?:[LXT]?W,?)?M[-/]?{DAYS}(?:{YEAR}|[-/]Y)?", _month_day),
    Rule(rf"(?:[LXT]?W,?)?{DAYS}[-/o]?M(?:{YEAR}|[-/]Y)?", _day),
    Rule(r"(?:[LXT]?W,?)?A", _day),
    Rule(r"(?:[LXT]?W,?)?x(?:,?Y)?", _day_and_month),
    Rule(r"(?:W,?)?MC(?!U|j)(?:,?Y)?", _spelled_day),
    Rule(r"F?M-M,?Y?|F?MGM[oI]?Y?", _months),
    Rule(r"BY[&-]Y|F?Y[/G-]Y", _year_range),
    Rule(rf"M{YEAR}", _month),
    Rule(r"Y[-/,]?M(?!N)", _month),
    Rule(r"Y[-/][Nc](?![-/])", _year_span),
    Rule(r"N[-/]Y(?![-/])", _year_span),
    Rule(rf"[LXT]+M(?!{DAYS}|{YEAR})", _relative_month),
    Rule(r"M", _month),
    Rule(r"t?E?-?R", _decade),
    Rule(r"Q[-o]?t?Y", _quarter),
    Rule(r"Y-?Q", _quarter),
    Rule(r"Q(?!o?[LXT])", _quarter),
    Rule(r"t?fU?o?Y", _fiscal),
    Rule(r"(?:t?z?Uo?)?Y(?=\|[lVE])", _sure_year),
    Rule(r"(?:t?z?Uo?)?Y", _year),
    Rule(r"t?O-?U", _century),
    Rule(r"U[Nc](?!b?[Uj])", _week_number),
)
"""Dates that name a month or year. A rule with a day goes before the one that would take its month alone."""
