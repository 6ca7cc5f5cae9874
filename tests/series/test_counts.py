"""Counts by period: what is counted once, what is dated by its report, and what the shares are of."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dragoman.errors import UsageError
from dragoman.exchange import Party, Report, Story
from dragoman.records import Coding, Date
from dragoman.series import Choice, Dyads, series


def day(month: int, number: int, precision: str = "day") -> Date:
    date = dt.date(2025, month, number)
    return Date(date, date, precision, "text")  # type: ignore[arg-type]


def report(number: int, sources: str = "NOR", targets: str = "KEN", **more: Any) -> Report:
    values: dict[str, Any] = {"type": "CONSULT", "quad": 1, "goldstein": 2.0, "date": day(3, 10)}
    values |= more
    coded = Coding(values["type"], None)
    parties = (tuple(Party(one, one) for one in side.split()) for side in (sources, targets))
    return Report(Story(f"s{number}", ""), f"e{number}", values.pop("type"), None, coded, *parties, **values)


def counted(reports: list[Report], **choice: Any) -> list[dict[str, Any]]:
    return series(Dyads(reports), Choice(**choice)).to_pylist()


def numbers(reports: list[Report], **choice: Any) -> dict[tuple[str, str], int]:
    return {(row["dyad"], row["period"].isoformat()): row["n_events"] for row in counted(reports, **choice)}


MARCH = ("KEN-NOR", "2025-03-01")

COUNTS = [
    # id, events, choice, what is counted
    ("two days", [report(1), report(2, date=day(3, 12))], {}, {MARCH: 2}),
    ("either way is one dyad", [report(1), report(2, "KEN", "NOR", type="AID")], {}, {MARCH: 2}),
    ("a mutual event counts once", [report(1, mutual=True)], {}, {MARCH: 1}),
    ("repeats of a day count once", [report(1), report(2)], {}, {MARCH: 1}),
    ("repeats on demand", [report(1), report(2)], {"one_a_day": False}, {MARCH: 2}),
    ("several actors of a country count once", [report(1, "NOR NOR", "KEN")], {}, {MARCH: 1}),
    ("weeks begin on Monday", [report(1, date=day(3, 9)), report(2)], {"period": "week"},
     {("KEN-NOR", "2025-03-03"): 1, ("KEN-NOR", "2025-03-10"): 1}),
    ("a month is too coarse for weeks", [report(1, date=day(3, 1, "month"))], {"period": "week"}, {}),
    ("a month is fine for months", [report(1, date=day(3, 1, "month"))], {}, {MARCH: 1}),
    ("denied", [report(1, status="negated")], {}, {}),
    ("planned on demand", [report(1, status="planned")], {"statuses": ["planned"]}, {MARCH: 1}),
    ("directed", [report(1), report(2, "KEN", "NOR")], {"directed": True},
     {("KEN>NOR", "2025-03-01"): 1, ("NOR>KEN", "2025-03-01"): 1}),
    ("between two", [report(1), report(2, "UGA", "KEN")], {"between": ("NOR", "KEN")}, {MARCH: 1}),
    ("one country", [report(1), report(2, "UGA", "TZA")], {"country": "KEN"}, {MARCH: 1}),
    ("days", [report(1), report(2, date=day(5, 1))], {"start": dt.date(2025, 4, 1)},
     {("KEN-NOR", "2025-05-01"): 1}),
    ("no day at all", [report(1, date=None)], {}, {}),
    ("no countries", [report(1, "", "KEN")], {}, {}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("events", "choice", "expected"), [pytest.param(*row, id=name) for name, *row in COUNTS]
)
def test_counts(events: list[Report], choice: dict[str, Any], expected: dict[tuple[str, str], int]) -> None:
    assert numbers(events, **choice) == expected


def test_shares_and_mean() -> None:
    events = [
        report(1, quad=1, goldstein=2.0),
        report(2, type="AID", quad=2, goldstein=7.0),
        report(3, type="ACCUSE", quad=3, goldstein=-2.0),
        report(4, type="COERCE", quad=4, goldstein=-7.0),
        report(5, type="SUPPORT", quad=1, goldstein=None),
    ]
    [row] = counted(events)
    assert row["n_events"] == 5
    assert row["goldstein_mean"] == 0.0
    assert (row["share_verbal"], row["share_material"], row["share_conflict"]) == (0.6, 0.4, 0.4)


def test_events_dated_by_their_report_are_told() -> None:
    [row] = counted([report(1), report(2, type="AID", date=None, reported=day(3, 11))])
    assert (row["n_events"], row["n_by_report"]) == (2, 1)


def test_unknown_period_is_refused() -> None:
    with pytest.raises(UsageError, match="fortnight"):
        counted([report(1)], period="fortnight")
