"""The grammar of English time expressions, as levels of a cascade (kinds of words: `lexicon`).

Kinds made here: `d` a day, `w` a week or weekend, `m` a month, `y` a year, `q` a quarter or half, `p` another period
(a part, a range, a window), `u` a duration. All but `u` hold an `Expression`.
"""

from __future__ import annotations

from typing import Any, Final

from dragoman.resolve.dates import expressions as ex
from dragoman.resolve.dates.cascade import DATES, Built, Level, Match, Rule
from dragoman.resolve.dates.lexer import Item, Numeric
from dragoman.resolve.dates.numbers import merge_numbers
from dragoman.resolve.dates.periods import Amount, Unit

ANY: Final = "[dwmyqp]"
YEAR: Final = "(?:,?[oI]?t?Y)"
DAYS: Final = "t?[NO]"
KIND_OF_UNIT: Final[dict[str, str]] = {
    "day": "d", "week": "w", "weekend": "w", "fortnight": "p", "month": "m", "quarter": "q", "half": "q", "year": "y",
    "decade": "p", "century": "p",
}  # fmt: skip


def read(run: list[Item], text: str) -> list[Item]:
    """The dates in a run of time words, as items of the kinds in `DATES`, in text order."""
    run = merge_numbers(run, text)
    for level in LEVELS:
        run = level.rewrite(run)
    return [item for item in run if item.kind in DATES]


# ---- durations


def _amount(m: Match) -> Built:
    """"1 month and 21 days"; "a few days" (`v`) is a number only for windows."""
    parts: list[tuple[int, Unit]] = []
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
            parts.append((n, "business day" if business and item.value == "day" else item.value))
            n = None
    return ("v" if m.first("k") == 3 else "u"), tuple(parts)


# ---- calendar dates


def _weekday(m: Match) -> int | None:
    value: int | None = m.first("W")
    return value


def _month_day(m: Match) -> Built:
    in_month = m.before is not None and m.before.kind == "I" and m.before.value in {"in", "during"}
    if in_month and m.items[-1].kind == "N" and not m.items[-1].alone:
        return None  # "in May 10 people": a day takes "on"
    return _day(m)


def _day(m: Match) -> Built:
    return "d", ex.Calendar(m.first("Y"), m.first("M"), m.first("NO"), _weekday(m))


def _month_days(m: Match) -> Built:
    """"May 24-27, 2021", "between 3 and 5 May"; "12 and 14 May" are two days, "12 and 13 May" two in a row."""
    days, year, month = m.all("NO"), m.first("Y"), m.first("M")
    first, last = days[0], days[-1]
    if len(days) == 2 and first < last and (not m.has("&|") or m.has("B") or (last == first + 1 and not m.has("|"))):
        return "p", ex.Between(ex.Calendar(year, month, first), ex.Calendar(year, month, last))
    if not m.has("&|,") or not m.items[-1].alone:
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
    """"May twenty-one"; smaller numbers in words are counts: "in May three people"."""
    day = m.first("C")
    return ("d", ex.Calendar(m.first("Y"), m.first("M"), day, _weekday(m))) if 21 <= day <= 31 else None


def _months(m: Match) -> Built:
    """"January to April 2015", "Jan-Feb 2017"."""
    if not (m.has("FY-") or any(item.alone for item in m.items if item.kind == "M")):
        return None
    first, last = m.all("M")
    return "p", ex.Between(ex.Calendar(month=first), ex.Calendar(m.first("Y"), last))


def _year_range(m: Match) -> Built:
    first, last = m.all("Y")
    sure = m.has("FB-/") or any(item.alone for item in m.items if item.kind == "Y")
    return ("p", ex.Between(ex.Calendar(first), ex.Calendar(last))) if sure and first < last else None


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
    """"2015-16" is two years, "2016-11" a month."""
    year, n = m.first("Y"), m.first("Nc")
    if m.items[0].kind == "Y" and n == (year + 1) % 100 and (n > 12 or not m.has("/")):
        return "p", ex.Years(year, year + 1)
    return ("m", ex.Calendar(year, n)) if n <= 12 else None


def _numeric(m: Match) -> Built:
    value = m.first("A")
    if isinstance(value, Numeric):
        month, day = (value.first, value.second)
        if month > 12:
            month, day = day, month
        year = value.year if value.year is not None else m.first("Y")
        if year is None and not _is_day_and_month(m, value):
            return None
        return ("d", ex.Calendar(year, month, day, _weekday(m))) if month <= 12 and 1 <= day <= 31 and month else None
    return "d", ex.Calendar(*value)


def _is_day_and_month(m: Match, value: Numeric) -> bool:
    """Whether "5/17" is a date and no fraction or ratio."""
    if (value.first, value.second) in _NO_DATES:
        return False
    if m.has("W"):
        return True
    if m.before is not None and m.before.kind in "IFBGKZJV-":
        return m.before.value not in {"in", "for", "over", "at"}
    return max(value.first, value.second) > 12

_NO_DATES: Final = frozenset({(24, 7), (16, 9), (9, 11)})
"""Round the clock, a picture's shape, and attacks known by a day whose year the name leaves out."""


def _decade(m: Match) -> Built:
    part: ex.PartName | None = m.first("E")
    decade = ex.Decade(m.first("R"))
    return "p", decade if part is None else ex.Part(part, decade)


def _quarter(m: Match) -> Built:
    number, size = m.first("Q")
    year = m.first("Y")
    if year is None and size == 6:
        return None
    return "q", ex.Quarter(number, size, None if year is None else ex.Calendar(year))


def _fiscal(m: Match) -> Built:
    return "y", ex.FiscalYear(ex.Calendar(m.first("Y")))


def _century(m: Match) -> Built:
    n = m.first("O")
    return ("p", ex.Years(max(n * 100 - 100, 1), n * 100 - 1)) if m.first("U") == "century" else None


def _week_number(m: Match) -> Built:
    n = m.first("Nc")
    return ("w", ex.WeekNumber(n)) if m.first("U") == "week" and n <= 53 else None


# ---- units counted from the anchor or from the date before


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
    offset = _OFFSETS.get(which, 0)
    discourse = which in {"following", "same", "that"} or (m.has("t") and unit == "day")
    return kind, ex.RelativeUnit(unit, offset, discourse)


_OFFSETS: Final = {"last": -1, "past": -1, "next": 1, "coming": 1, "following": 1}


def _this_or_next(m: Match) -> Built:
    """"This or next week"."""
    unit: Unit = m.first("U")
    this, other = m.items[0], next(item for item in m.items if item.kind in "LX")
    kind = KIND_OF_UNIT[unit]
    second = Item(kind, ex.RelativeUnit(unit, _OFFSETS[other.value]), other.start, m.items[-1].end)
    return [Item(kind, ex.RelativeUnit(unit, 0), this.start, this.end), second]


def _or_next(m: Match) -> Built:
    """"This week or next"."""
    first, last = m.items[0], m.items[-1]
    if not isinstance(first.value, ex.RelativeUnit) or not last.alone:
        return None
    offset = _OFFSETS.get(last.value, 0)
    return [first, Item(first.kind, ex.RelativeUnit(first.value.unit, offset), last.start, last.end)]


def _rolling(m: Match) -> Built:
    """"In the last year": the twelve months before, not the calendar year."""
    unit: Unit = m.first("U")
    rolling = m.first("LX") in {"last", "past", "next"} and m.first("I") in {"in", "over", "during", "for", "throughout", None}
    if not rolling or unit not in {"week", "month", "year", "decade"}:
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
    return "q", ex.Quarter(number, size, m.first("y"))


def _named_unit(m: Match) -> Built:
    """"The month of May", "the year of 2020"."""
    kind = next(item.kind for item in m.items if item.kind in "my")
    return (kind, m.first("my")) if KIND_OF_UNIT[m.first("U")] == kind else None


def _part_of_unit(m: Match) -> Built:
    """"End of the week", "rest of the year", "earlier in the day"."""
    unit: Unit = m.first("U")
    part: ex.PartName = m.first("Ee")
    if unit == "day" and part == "rest":
        return "d", ex.RelativeUnit("day", 0, discourse=True)
    if unit == "day" or (m.before is not None and m.before.kind in "NCcO"):
        return None
    return "p", ex.Part(part, ex.RelativeUnit(unit, 0))


# ---- numbered parts of a period


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
        return ("q", ex.Quarter(number, size, outer)) if number <= last and m.has("y") else None
    return KIND_OF_UNIT[unit], ex.Nth(n, unit, outer)


def _bare_quarter(m: Match) -> Built:
    n = m.first("O")
    return ("q", ex.Quarter(n)) if m.first("U") == "quarter" and n <= 4 else None


def _nth_weekday(m: Match) -> Built:
    n, outer = _ordinal(m), m.first("wmyqp")
    return None if n is None else ("d", ex.NthWeekday(n, m.first("W"), outer))


def _slice(m: Match) -> Built:
    n = _ordinal(m)
    if n not in {1, -1}:
        return None
    return "p", ex.Slice(m.first("u"), n == -1, m.first("mywqp"))


def _within_outer(m: Match) -> Built:
    """"20 May last year", "March next year", "the 20th of next month"."""
    inner, outer = [i.value for i in m.items if i.kind in DATES or i.kind in "NO"][:2]
    if isinstance(inner, int):
        return "d", ex.Within(ex.Calendar(day=inner), outer)
    if not isinstance(inner, ex.Calendar) or inner.year is not None or not isinstance(outer, ex.RelativeUnit):
        return None
    return m.items[0].kind if m.items[0].kind in DATES else "m", ex.Within(inner, outer)


def _outer_within(m: Match) -> Built:
    outer, inner = [i.value for i in m.items if i.kind in DATES][:2]
    if not isinstance(inner, ex.Calendar) or inner.year is not None or not isinstance(outer, ex.RelativeUnit):
        return None
    return next(i.kind for i in reversed(m.items) if i.kind in DATES), ex.Within(inner, outer)


def _days_within(m: Match) -> Built:
    """"From 4 to 22 this month", "4-23 in next month"."""
    first, last = m.all("NO")
    outer = m.first("m")
    return "p", ex.Between(ex.Within(ex.Calendar(day=first), outer), ex.Within(ex.Calendar(day=last), outer))


def _surrounding(m: Match) -> Built:
    unit: Unit = m.first("U")
    inner = m.first("d") if m.has("d") else ex.Calendar(day=m.first("O"))
    return KIND_OF_UNIT[unit], ex.Surrounding(unit, inner)


# ---- weekdays and days


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
    """"Friday of next week", "next week on Tuesday or Thursday"."""
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
    return "p", ex.Between(ex.InWeek(first, week), ex.InWeek(last, week))


def _weekdays(m: Match) -> Built:
    """"Monday and Tuesday": two days in a row are one stretch."""
    days: list[int] = m.all("W")
    row = all((b - a) % 7 == 1 for a, b in zip(days, days[1:], strict=False))
    if not row or not all(item.alone for item in m.items):
        return None
    return "p", ex.Between(ex.Weekday(days[0]), ex.Weekday(days[-1]))


def _deictic(m: Match) -> Built:
    return "d", ex.Offset(m.first("D"))


def _night(m: Match) -> Built:
    """"Last night", "this morning", "the following evening"."""
    which = m.first("LXTS")
    if which in {"following", "next", "same", "that"}:
        return "d", ex.RelativeUnit("day", 0 if which in {"same", "that"} else 1, discourse=True)
    return "d", ex.Offset({"this": 0, "last": -1, "past": -1}.get(which, 0))


def _deictic_beyond(m: Match) -> Built:
    """"The day before yesterday"."""
    if m.first("U") != "day":
        return None
    return "d", ex.Shift(((1, "day"),), -1 if m.has("J") else 1, ex.Offset(m.first("D")))


def _day_beside(m: Match) -> Built:
    """"The day before", "the day after", with nothing behind."""
    if not m.items[-1].alone:
        return None
    return ("d", ex.RelativeUnit("day", -1 if m.has("J") else 1, discourse=True)) if m.first("U") == "day" else None


def _unit_beside(m: Match) -> Built:
    """"The day after Monday's attack", "the week before May 20"."""
    unit: Unit = m.first("U")
    if unit not in {"day", "week"}:
        return None
    return "d", ex.Shift(((1, unit),), -1 if m.has("J") else 1, m.first("d"))


# ---- durations counted from something


def _stretch_from(m: Match) -> Built:
    """"For three days from Monday": that many days, the first included."""
    start: ex.Expression = m.first("d")
    if m.first("I") != "for" and not m.has("Z"):
        return None
    last = ex.Shift(((1, "day"),), -1, ex.Shift(m.first("u"), 1, start))
    return "p", ex.Between(start, last)


def _ago(m: Match) -> Built:
    return "d", ex.Shift(m.first("u"), -1)


def _later(m: Match) -> Built:
    value = m.first("lE") if m.first("u")[-1][1] not in {"decade", "century"} else None
    sign = {1: 1, -1: -1, "later": 1, "earlier": -1}.get(value)
    return None if sign is None else ("d", ex.Shift(m.first("u"), sign, discourse=True))


def _from_now(m: Match) -> Built:
    return "d", ex.Shift(m.first("u"), 1)


def _from_date(m: Match) -> Built:
    amount: Amount = m.first("u")
    return "d", ex.Shift(amount, -1 if m.has("J") else 1, m.first("d"))


def _weekdays_from_now(m: Match) -> Built:
    n = m.first("NC")
    weeks: Amount = ((n - 1, "week"),)
    return "d", ex.Shift(weeks, 1, ex.Weekday(m.first("W"), "coming"))


def _window(m: Match) -> Built:
    amount: Amount = m.first("uv") or ((m.first("NCc"), m.first("Uj")),)
    return "p", ex.Window(amount, -1 if m.has("L") else 1)


def _deadline(m: Match) -> Built:
    return "p", ex.Window(m.first("u"), 1, deadline=True)


def _deadline_from(m: Match) -> Built:
    """"Within ten days of May 5"."""
    start: ex.Expression = m.first("d")
    return "p", ex.Between(start, ex.Shift(m.first("u"), 1, start))


def _in_amount(m: Match) -> Built:
    return ("d", ex.Ahead(m.first("u"))) if m.items[0].value == "in" else None


def _part(m: Match) -> Built:
    part: ex.PartName = m.first("Ee")
    inner = m.first("dwmyqp")
    if m.has("d"):
        return "d", inner
    return "p", ex.Part(part, inner)


# ---- ranges and open ends


def _between(m: Match) -> Built:
    first, last = [item.value if item.kind in DATES else ex.Offset(0) for item in m.items if item.kind in "dwmyqpn"]
    if isinstance(first, ex.Open | ex.Between) or isinstance(last, ex.Open | ex.Between):
        return None
    return "p", ex.Between(first, last)


def _number_to_date(m: Match) -> Built:
    """"From 2 to April 7", "15-20 May" with the month on the far side."""
    last = m.first("d")
    if not isinstance(last, ex.Calendar) or last.day is None:
        return None
    return "p", ex.Between(ex.Calendar(day=m.first("NO")), last)


def _days_and_days(m: Match) -> Built:
    first, last = m.all("O")
    return ("p", ex.Between(ex.Calendar(day=first), ex.Calendar(day=last))) if first < last else None


def _open(word: str) -> Any:  # noqa: ANN401 - a Builder whose literal depends on the word
    def build(m: Match) -> Built:
        if word == "until" and m.items[0].kind == "G" and m.items[0].value == "to":
            return None
        inner = m.first("dwmyqp")
        return None if isinstance(inner, ex.Open) else ("p", ex.Open(word, inner))  # type: ignore[arg-type]

    return build


def _or_later(m: Match) -> Built:
    """"2012 or later", "May 20 and after"."""
    word = m.first("lVE") if m.items[-1].alone else None
    return ("p", ex.Open("since", m.first("dwmyqp"))) if word in {1, "later", ""} else None


def _more_than(m: Match) -> Built:
    """"More than two weeks ago": before that day."""
    shifted = m.first("d")
    if not isinstance(shifted, ex.Shift):
        return None
    return "p", ex.Open("before" if shifted.sign < 0 else "after", shifted)


def _less_than(m: Match) -> Built:
    """"Less than two weeks from today": from today to that day."""
    shifted = m.first("d")
    if not isinstance(shifted, ex.Shift):
        return None
    base = shifted.base or ex.Offset(0)
    return "p", ex.Between(base, shifted) if shifted.sign > 0 else ex.Between(shifted, base)


def _day_of_month(m: Match) -> Built:
    return ("d", ex.Calendar(day=m.first("O"))) if m.items[-1].alone else None


def _keep(m: Match) -> Built:
    """Drop the time of day that trails or leads a date: "Friday evening", "in the morning of 5 May"."""
    item = next(item for item in m.items if item.kind in "dWDA")
    return [Item(item.kind, item.value, m.items[0].start, m.items[-1].end, item.alone)]



LEVELS: Final = (
    Level(  # time of day
        Rule(r"[WD](?:,?I?t?E?-?P)+", _keep),
        Rule(r"I?t?E?-?P[,oI]*(?=[LXT]*[WD])", lambda _: []),
    ),
    Level(Rule(r"![LXT]*[NCO]?(?:[WMUjD]|P)", lambda _: [])),  # "every Friday" is no date
    Level(  # durations
        Rule(r"~?(?:[NCc]|[ta]?k?o?|a)b?[Uj](?:,?&?[NCca]b?[Uj])*(?![NOCY])", _amount),
    ),
    Level(  # calendar dates and units around the anchor
        Rule(rf"[FB]?{DAYS}[G&-]{DAYS}o?M{YEAR}?(?!N)", _month_days),
        Rule(rf"{DAYS}(?:,{DAYS})*,?[&|]{DAYS}o?M{YEAR}?", _month_days),
        Rule(rf"[FB]?M[-/]?{DAYS}[G-]{DAYS}{YEAR}?(?![-M])", _month_days),
        Rule(rf"MB{DAYS}[&-]{DAYS}{YEAR}?", _month_days),
        Rule(rf"M{DAYS}(?:,{DAYS})*,?[&|]{DAYS}(?!M){YEAR}?", _month_days),
        Rule(r"Y[-/]M[-/]N", _day),
        Rule(rf"(?:[LXT]?W,?)?M[-/]?{DAYS}(?:{YEAR}|[-/]Y)?", _month_day),
        Rule(rf"(?:[LXT]?W,?)?{DAYS}[-/o]?M(?:{YEAR}|[-/]Y)?", _day),
        Rule(r"(?:[LXT]?W,?)?A(?:,?Y)?", _numeric),
        Rule(r"(?:W,?)?MC(?!U|j)(?:,?Y)?", _spelled_day),
        Rule(r"F?M-M,?Y?|F?MGM[oI]?Y?", _months),
        Rule(r"BY[&-]Y|F?Y[/G-]Y", _year_range),
        Rule(rf"M{YEAR}", _month),
        Rule(r"Y[-/,]?M(?!N)", _month),
        Rule(r"Y[-/][Nc](?![-/])", _year_span),
        Rule(r"N[-/]Y(?![-/])", _year_span),
        Rule(rf"[LXT]+M(?!{DAYS})", _relative_month),
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
        Rule(r"t?UVt?X", _after_next),
        Rule(r"[Ii]t[LX]U(?!o)", _rolling),
        Rule(r"t?[LXT]+z?U(?!o[tMYLXTA])", _relative_unit),
        Rule(r"t?SU", _same_unit),
        Rule(r"T\|t?[LX]U", _this_or_next),
        Rule(r"t?[Ee]t?U(?!o)", _part_of_unit),
    ),
    Level(  # numbered parts, and dates inside others
        Rule(r"t?[OL]W[oI]?t?[wmyqp]", _nth_weekday),
        Rule(r"t?[OL]U[oI]?t?[wmyqp]", _nth_unit),
        Rule(r"t?OU", _bare_quarter),
        Rule(r"t?[OL]u[oI]t?[wmyqp]", _slice),
        Rule(rf"[FB]?{DAYS}[G&-]{DAYS}[oI]?m", _days_within),
        Rule(r"t?Oo?m", _within_outer),
        Rule(r"[dm],?[oI]?y", _within_outer),
        Rule(r"y,?I?[dm]", _outer_within),
        Rule(r"Qo?y", _quarter_of_year),
        Rule(r"y'OU", _nth_unit),
        Rule(r"[wmqy]\|t?[LXT](?![UMWPN])", _or_next),
        Rule(r"t?U(?:o|Z)(?:d|t?O)", _surrounding),
        Rule(r"t?Uo[my]", _named_unit),
    ),
    Level(  # weekdays and days
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
    ),
    Level(  # durations counted from something
        Rule(r"I?u,?[FZ]d", _stretch_from),
        Rule(r"ug", _ago),
        Rule(r"u[lE]", _later),
        Rule(r"uFn", _from_now),
        Rule(r"uFt?d|u[VJ]t?d", _from_date),
        Rule(r"[NC]W(?:Fn|[lE])", _weekdays_from_now),
        Rule(r"t?[LX][uv]", _window),
        Rule(r"t?[NCc][LX][Uj]", _window),
        Rule(r"it?X?u[VFo]t?d", _deadline_from),
        Rule(r"it?X?u(?!J)", _deadline),
        Rule(r"Iu(?!o)", _in_amount),
    ),
    Level(Rule(r"t?E[-o]?t?[dwmyqp]|t?et?[dwmyqp]", _part)),
    Level(  # ranges
        Rule(r"B[dwmyqpn][&G-][dwmyqpn]|F?[dwmyqpn][G-][dwmyqpn]", _between),
        Rule(r"[FB]t?[NO][G&]d", _number_to_date),
        Rule(r"[FB]t?O[G&-]t?O", _days_and_days),
    ),
    Level(  # open ends
        Rule(r">d", _more_than),
        Rule(r"<d", _less_than),
        Rule(r"Z[dwmyqp]", _open("since")),
        Rule(r"[KG][dwmyqp]", _open("until")),
        Rule(r"J[dwmyqp]", _open("before")),
        Rule(r"V[dwmyqp]", _open("after")),
        Rule(r"[dwmyqp][|&][lVE]", _or_later),
        Rule(r"(?<=[IKGZFV~])tO", _day_of_month),
    ),
)
