"""Rules for what is counted from dates or stretches between them: "two weeks ago", "since 2014"."""

from __future__ import annotations

from typing import Final

from dragoman.resolve.dates import expressions as ex
from dragoman.resolve.dates import parts, ranges
from dragoman.resolve.dates.cascade import DATES, Builder, Built, Level, Match, Rule
from dragoman.resolve.dates.periods import Amount


def _stretch_from(m: Match) -> Built:
    """That many days, the first included: "for three days from Monday"."""
    start: ex.Expression = m.first("d")
    if m.first("I") != "for" and not m.has("Z"):
        return None
    last = ex.Shift(((1, "day"),), -1, ex.Shift(m.first("u"), 1, start))
    return "p", ranges.Between(start, last)


def _ago(m: Match) -> Built:
    return "d", ex.Shift(m.first("u"), -1)


def _later(m: Match) -> Built:
    """Counted from the date mentioned before, "two days later"; "a century later" is no date."""
    word: str = m.first("lE")
    if m.first("u")[-1][1] in {"decade", "century"} or word not in {"later", "earlier"}:
        return None
    return "d", ex.Shift(m.first("u"), 1 if word == "later" else -1, discourse=True)


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
    if m.has("X") and m.first("X") == "following" and not m.has("t"):
        return None  # "following 30 years of friendship" comes after them; "the following weeks" lie ahead
    return "p", ex.Window(amount, -1 if m.has("L") else 1)


def _deadline(m: Match) -> Built:
    return "p", ex.Window(m.first("u"), 1, deadline=True)


def _deadline_from(m: Match) -> Built:
    """The days up to a deadline, "within ten days of May 5"."""
    start: ex.Expression = m.first("d")
    return "p", ranges.Between(start, ex.Shift(m.first("u"), 1, start))


def _in_amount(m: Match) -> Built:
    return ("d", ex.Ahead(m.first("u"))) if m.items[0].value == "in" else None


def _part(m: Match) -> Built:
    part: parts.PartName = m.first("Ee")
    inner = m.first("dwmyqp")
    if m.has("d"):
        return "d", inner
    return "p", parts.Part(part, inner)


def _between(m: Match) -> Built:
    ends = [item for item in m.items if item.kind == "n" or item.kind in DATES]
    first, last = [ex.Offset(0) if item.kind == "n" else item.value for item in ends]
    if isinstance(first, ranges.Open | ranges.Between) or isinstance(last, ranges.Open | ranges.Between):
        return None
    return "p", ranges.Between(first, last)


def _number_to_date(m: Match) -> Built:
    """A range whose month stands on the far side, "from 2 to April 7"."""
    last = m.first("d")
    if not isinstance(last, ex.Calendar) or last.day is None:
        return None
    return "p", ranges.Between(ex.Calendar(day=m.first("NO")), last)


def _days_and_days(m: Match) -> Built:
    first, last = m.all("O")
    return ("p", ranges.Between(ex.Calendar(day=first), ex.Calendar(day=last))) if first < last else None


def _open(word: ranges.Side) -> Builder:
    """A builder for an open range that a preposition makes."""

    def build(m: Match) -> Built:
        lead, inner = m.items[0], m.first("dwmyqp")
        if lead.value == "to" or isinstance(inner, ranges.Open | ranges.Between):
            return None
        return "p", ranges.Open("starting" if lead.value == "starting" else word, inner)

    return build


def _onward(m: Match) -> Built:
    return "p", ranges.Open("starting", m.first("dwmyqp"))


def _or_later(m: Match) -> Built:
    """An open end that follows its date, "2012 or later", "May 20 and after"."""
    word = m.first("lVE") if m.items[-1].alone else None
    return ("p", ranges.Open("starting", m.first("dwmyqp"))) if word in {"later", ""} else None


def _more_than(m: Match) -> Built:
    """Before the day, "more than two weeks ago"."""
    shifted = m.first("d")
    if not isinstance(shifted, ex.Shift):
        return None
    return "p", ranges.Open("before" if shifted.sign < 0 else "after", shifted)


def _less_than(m: Match) -> Built:
    """The days up to it, "less than two weeks from today"."""
    shifted = m.first("d")
    if not isinstance(shifted, ex.Shift):
        return None
    base = shifted.base or ex.Offset(0)
    return "p", ranges.Between(base, shifted) if shifted.sign > 0 else ranges.Between(shifted, base)


def _day_of_month(m: Match) -> Built:
    return ("d", ex.Calendar(day=m.first("O"))) if m.items[-1].alone else None


COUNTED: Final = Level(
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
)
PARTS: Final = Level(Rule(r"t?E[-o]?t?[dwmyqp]|t?et?[dwmyqp]", _part))
RANGES: Final = Level(
    Rule(r"B[dwmyqpn][&G-][dwmyqpn]|F?[dwmyqpn][G-][dwmyqpn]", _between),
    Rule(r"[FB]t?[NO][G&]d", _number_to_date),
    Rule(r"[FB]t?O[G&-]t?O", _days_and_days),
)
OPEN_ENDS: Final = Level(
    Rule(r">d", _more_than),
    Rule(r"<d", _less_than),
    Rule(r"Z[dwmyqp]", _open("since")),
    Rule(r"[KG][dwmyqp]", _open("until")),
    Rule(r"J[dwmyqp]", _open("before")),
    Rule(r"V[dwmyqp]", _open("after")),
    Rule(r"[dwmyqp][|&][lVE]", _or_later),
    Rule(r"F?[dwmyqp]\+", _onward),
    Rule(r"(?<=[IKGZFV~])tO", _day_of_month),
)
