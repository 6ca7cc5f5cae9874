from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.export.dates import basis_words, date_words
from dragoman.records import Date, DateBasis, Precision, Span

DAY = dt.date(2024, 5, 20)

WORDS = [
    # id, start, end, precision, expected
    ("day", DAY, DAY, "day", "Mon 20 May 2024"),
    ("range in a month", dt.date(2024, 5, 17), DAY, "range", "Fri 17 – Mon 20 May 2024"),
    ("range over a month's end", dt.date(2024, 4, 29), dt.date(2024, 5, 2), "range",
     "Mon 29 April – Thu 2 May 2024"),
    ("range over a year's end", dt.date(2023, 12, 30), dt.date(2024, 1, 2), "range",
     "Sat 30 December 2023 – Tue 2 January 2024"),
    ("long range has no weekdays", dt.date(2024, 1, 1), dt.date(2024, 6, 30), "range",
     "1 January 2024 – 30 June 2024"),
    ("week", DAY, dt.date(2024, 5, 26), "week", "week of 20 May 2024"),
    ("month", dt.date(2024, 5, 1), dt.date(2024, 5, 31), "month", "May 2024"),
    ("quarter", dt.date(2024, 10, 1), dt.date(2024, 12, 31), "quarter", "fourth quarter of 2024"),
    ("year", dt.date(2024, 1, 1), dt.date(2024, 12, 31), "year", "2024"),
    ("years", dt.date(2021, 1, 1), dt.date(2024, 12, 31), "year", "2021 – 2024"),
    ("open end", DAY, None, "range", "since 20 May 2024"),
    ("open start", None, DAY, "range", "until 20 May 2024"),
    ("both open", None, None, "range", "no date"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"), [pytest.param(*row, id=name) for name, *row in WORDS]
)
def test_date_words(start: dt.date | None, end: dt.date | None, precision: Precision, expected: str) -> None:
    assert date_words(Date(start, end, precision, "text")) == expected


def test_clock_time_follows_the_day() -> None:
    assert date_words(Date(DAY, DAY, "day", "byline", time="14:25")) == "Mon 20 May 2024, 14:25"


@given(st.dates(), st.integers(0, 400))
def test_both_ends_of_a_range_are_said(start: dt.date, days: int) -> None:
    end = min(start, dt.date.max - dt.timedelta(days=400)) + dt.timedelta(days=days)
    words = date_words(Date(min(start, end), max(start, end), "range", "text"))
    for day in (start, end):
        assert str(day.day) in words
        assert str(day.year) in words


BASES = [
    # id, basis, evidence, expected
    ("words of the text", "text", Span(9, 18), "“on Friday”"),
    ("words reckoned from the dateline", "dateline", Span(9, 18), "“on Friday”, reckoned from the dateline"),
    ("no words", "url", None, "from the address"),
]


@pytest.mark.parametrize(
    ("basis", "evidence", "expected"), [pytest.param(*row, id=name) for name, *row in BASES]
)
def test_basis_words(basis: DateBasis, evidence: Span | None, expected: str) -> None:
    assert basis_words(Date(DAY, DAY, "day", basis, evidence), "They met\non Friday.") == expected
