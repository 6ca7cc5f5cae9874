"""Reports made by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dragoman.exchange import Party, Report, Story
from dragoman.records import Coding, Date


def party(name: str, country: str | None = None, **more: Any) -> Party:
    return Party(name, country, **({"sector": "GOV"} | more))


def report(sources: str = "NOR", targets: str = "KEN", **more: Any) -> Report:
    """A report whose actors are countries, their codes written with spaces between."""
    day = dt.date(2025, 3, 10)
    values: dict[str, Any] = {
        "story": Story("s1", "s1.txt", source="Wire", published=Date(day, day, "day", "dateline")),
        "id": "e1",
        "type": "CONSULT",
        "mode": None,
        "coded_as": Coding("CONSULT", None),
        "sources": tuple(party(one, one) for one in sources.split()),
        "targets": tuple(party(one, one) for one in targets.split()),
        "date": Date(day, day, "day", "text"),
        "cameo": "040",
    }
    return Report(**(values | more))


@pytest.fixture
def make_report() -> Any:
    return report
