"""Dates and clock times as heads write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.read import read_text
from dragoman.read.stamps import find_clocks, find_days, to_date

DAYS = [
    # text, year, month, day
    ("May 20, 2024", 2024, 5, 20),
    ("MAY 20, 2024", 2024, 5, 20),
    ("May 20 2024", 2024, 5, 20),
    ("20 May 2024", 2024, 5, 20),
    ("20th May, 2024", 2024, 5, 20),
    ("the 20th of May 2024", 2024, 5, 20),
    ("Sept. 3, 2021", 2021, 9, 3),
    ("3-Sep-2021", 2021, 9, 3),
    ("Jan. 15", None, 1, 15),
    ("15 January", None, 1, 15),
    ("2024-05-20", 2024, 5, 20),
    ("2024/5/20", 2024, 5, 20),
    ("20.05.2024", 2024, 5, 20),
    ("20/05/2024", 2024, 5, 20),
    ("05/20/2024", 2024, 5, 20),
    ("05/05/2024", 2024, 5, 5),
    ("14:25, May 20, 2024", 2024, 5, 20),
    ("14:25 May 20, 2024", 2024, 5, 20),
    ("May 2024", 2024, 5, None),
    ("29 February 2024", 2024, 2, 29),
    ("29 February", None, 2, 29),
]


@pytest.mark.parametrize(("text", "year", "month", "day"), DAYS)
def test_find_days(text: str, year: int | None, month: int, day: int | None) -> None:
    (found,) = find_days(text)
    assert (found.year, found.month, found.day, found.ambiguous) == (year, month, day, False)


@pytest.mark.parametrize(
    "text",
    [
        "30 February 2024",
        "29 February 2023",
        "Marching 20 miles",
        "maybe 20",
        "32 May",
        "0 May",
        "version 1.2.2024.5",
        "20:05",
        "2024",
        "12/2023",
        "99.99.2024",
        "Mays 20",
    ],
)
def test_no_day(text: str) -> None:
    assert find_days(text) == []


def test_numbers_that_could_be_two_days_are_ambiguous() -> None:
    (found,) = find_days("03/04/2021")
    assert found.ambiguous
    assert to_date(found) is None


CLOCKS = [
    ("14:25", "14:25"),
    ("14:25:33", "14:25"),
    ("2024-05-20T14:25:33Z", "14:25"),
    ("2:24 p.m. EDT", "14:24"),
    ("12:05 a.m.", "00:05"),
    ("12 p.m.", "12:00"),
    ("9 AM", "09:00"),
    ("2.05pm", "14:05"),
    ("14.05 GMT", "14:05"),
    ("1405 GMT", "14:05"),
    ("0905 hrs", "09:05"),
    ("14h25", "14:25"),
]


@pytest.mark.parametrize(("text", "time"), CLOCKS)
def test_find_clocks(text: str, time: str) -> None:
    assert [clock.time for clock in find_clocks(text)] == [time]


@pytest.mark.parametrize(
    "text", ["3.05", "25:10", "14:65", "13 p.m.", "ratio 1:2", "2405 GMT", "v10:20:30:40"]
)
def test_no_clock(text: str) -> None:
    assert find_clocks(text) == []


WAYS = [
    "{d:%B} {day}, {d:%Y}",
    "{day} {d:%B} {d:%Y}",
    "{d:%Y-%m-%d}",
    "{d:%d.%m.%Y}",
    "{d:%A}, {d:%b} {day}, {d:%Y}",
    "{d:%B} {day} {d:%Y}",
]


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(WAYS))
def test_every_date_comes_back(date: dt.date, way: str) -> None:
    text = way.format(d=date, day=date.day)
    found = [to_date(day) for day in find_days(text)]
    assert found == [date]


@given(st.text(max_size=80))
def test_offsets_fit_and_dates_exist(text: str) -> None:
    for found in (*find_days(text), *find_clocks(text)):
        assert 0 <= found.start < found.end <= len(text)


BODY = (
    "The ministers agreed on Monday to reopen the crossing.\n\nThey meet again in June, as on 4 March 2019."
)


@pytest.mark.parametrize(
    ("head", "warning"),
    [
        pytest.param("DAKAR, June 7 (AFP) - ", "has no year", id="dateline without year"),
        pytest.param("Crossing to reopen\n\nJune 7, 14:05\n\n", "has no year", id="stamp without year"),
        pytest.param("Crossing to reopen\n\n03/04/2021\n\n", "two days", id="ambiguous stamp"),
    ],
)
def test_date_that_cannot_be_used_is_warned_of(head: str, warning: str) -> None:
    document = read_text(head + BODY, "x.txt")
    assert document.published is None
    assert any(warning in found for found in document.warnings), document.warnings


def test_month_is_a_month() -> None:
    published = read_text(f"Crossing to reopen\n\nFebruary 2024\n\n{BODY}", "x.txt").published
    assert published is not None
    assert (str(published.start), str(published.end), published.precision) == (
        "2024-02-01",
        "2024-02-29",
        "month",
    )


def test_clock_on_its_own_line_joins_the_date() -> None:
    published = read_text(
        f"Press Briefing\n\nMay 3, 2023\n\n2:05 p.m. EDT\n\nMR DOE: Good afternoon.\n\n{BODY}", "x.txt"
    ).published
    assert published is not None
    assert (str(published.start), published.time) == ("2023-05-03", "14:05")


def test_address_gives_the_date_a_dateline_lacks() -> None:
    published = read_text(
        f"DAKAR, June 7 (AFP) - {BODY}", "https://example.org/2022/06/07/crossing"
    ).published
    assert published is not None
    assert (str(published.start), published.basis, published.evidence) == ("2022-06-07", "url", None)
