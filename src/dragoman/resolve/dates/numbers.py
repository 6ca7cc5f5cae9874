"""Numbers in words: "twenty-first", "two thousand and eighteen", "nineteen ninety-nine"."""

from __future__ import annotations

from dragoman.resolve.dates.ambiguity import ends_phrase
from dragoman.resolve.dates.lexer import Item


def merge_numbers(run: list[Item], text: str) -> list[Item]:
    """The run with each stretch of number words made one item: a year (Y), an ordinal (O) or a number (C)."""
    if not any(item.kind == "C" for item in run):
        return run
    out: list[Item] = []
    at = 0
    while at < len(run):
        item, at = _longest(run, at, _stretch(run, at))
        if item.kind == "Y":
            item.alone = ends_phrase(text, item.end) and bool(out) and out[-1].kind in _YEAR_LEADS
        out.append(item)
    return out


_YEAR_LEADS = frozenset("IFGZKJVBUo&-")
"""Kinds after which a number in words may be a year: "in two thousand", not "two thousand"."""


def _longest(run: list[Item], at: int, end: int) -> tuple[Item, int]:
    """The longest readable number from `at`: of "twenty-one two thousand eighteen" the day, then the year."""
    for stop in range(end, at + 1, -1):
        made = _read(run[at:stop]) if run[stop - 1].kind in "COR" else None
        if made is not None:
            return made, stop
    return run[at], at + 1


def _stretch(run: list[Item], at: int) -> int:
    """End of the number words that begin at `at`."""
    if run[at].kind != "C":
        return at + 1
    end = at + 1
    while end < len(run):
        joined = run[end].kind in "-&" and end + 1 < len(run)
        ahead = run[end + 1] if joined else run[end]
        if (
            ahead.kind not in "RCO"
            or (ahead.kind == "R" and ahead.value > 90)
            or (ahead.kind == "O" and ahead.value > 9)
        ):
            break
        end += 1 + joined
        if ahead.kind != "C":
            break
    return end


def _read(items: list[Item]) -> Item | None:
    words = [item for item in items if item.kind in "COR"]
    values = [int(word.value) for word in words]
    start, end = items[0].start, items[-1].end
    if words[-1].kind == "O":
        if len(values) == 2 and values[0] in {20, 30} and values[0] + values[1] <= 31:
            return Item("O", values[0] + values[1], start, end)
        return None
    if words[-1].kind == "R":
        head = _century(values[:-1])
        return None if head is None else Item("R", head + values[-1] % 100, start, end)
    year = _year(values)
    if year is not None:
        return Item("Y", year, start, end)
    small = _below_hundred(values)
    return None if small is None else Item("C", small, start, end)


def _century(values: list[int]) -> int | None:
    """The first year before a decade's name: 1900 of "nineteen seventies"."""
    if len(values) == 1 and 10 <= values[0] <= 20:
        return values[0] * 100
    return 2000 if values == [2, 1000] else None


def _year(values: list[int]) -> int | None:
    if 1000 in values:
        at = values.index(1000)
        head, tail = _below_hundred(values[:at]), _below_thousand(values[at + 1 :])
        if head in {1, 2} and tail is not None:
            return head * 1000 + tail
        return None
    if 10 <= values[0] <= 20 and len(values) > 1:
        tail = _below_hundred(values[1:])
        if tail is not None and (tail >= 10 or values[1] == 0):
            return values[0] * 100 + tail
    return None


def _below_thousand(values: list[int]) -> int | None:
    if 100 in values:
        at = values.index(100)
        head, tail = _below_hundred(values[:at]), _below_hundred(values[at + 1 :])
        return head * 100 + tail if head is not None and tail is not None and 1 <= head <= 9 else None
    return _below_hundred(values)


def _below_hundred(values: list[int]) -> int | None:
    if not values:
        return 0
    if len(values) == 1:
        return values[0] if values[0] < 100 else None
    if len(values) == 2 and (values[0] == 0 or values[0] >= 20) and values[0] < 100 and 0 < values[1] < 10:
        return values[0] + values[1]
    return None
