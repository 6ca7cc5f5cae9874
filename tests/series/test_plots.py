"""Charts come out offline, and a page loads nothing."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from typing import Any

import pytest

from dragoman.errors import UsageError
from dragoman.exchange import Party, Report, Story
from dragoman.records import Coding, Date
from dragoman.series import Choice, Dyads, chart, render, series

pytest.importorskip("altair")
pytest.importorskip("vl_convert")


class Tags(HTMLParser):
    """Tags of a page with the names of their attributes; what stands in scripts is none."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, set[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name for name, _ in attrs}))


@pytest.fixture(scope="module")
def table() -> Any:
    import datetime as dt

    reports = [
        Report(
            Story(f"s{month}", ""), "e1", "CONSULT", None, Coding("CONSULT", None), (Party("Norway", "NOR"),),
            (Party(other, other),), date=Date(day, day, "day", "text"), goldstein=float(month),
            quad=1 + month % 4,
        )
        for month in range(1, 7)
        for day in [dt.date(2025, month, 3)]
        for other in ("KEN", "UGA")[: 1 + month % 2]
    ]  # fmt: skip
    return series(Dyads(reports), Choice())


@pytest.mark.parametrize("measure", ["counts", "goldstein", "shares"])
def test_png(table: Any, measure: Any) -> None:
    content = render(chart(table, measure, period="month", title="Norway"), "png")
    assert content.startswith(b"\x89PNG")
    assert len(content) > 10_000


def test_svg_shows_title_and_dyads(table: Any) -> None:
    content = render(chart(table, "counts", period="month", title="Norway and its partners"), "svg")
    words = " ".join(ET.fromstring(content).itertext())  # noqa: S314  # our own
    for word in ("Norway and its partners", "KEN-NOR", "NOR-UGA", "verbal cooperation"):
        assert word in words


def test_page_loads_nothing(table: Any) -> None:
    page = render(chart(table, "shares", period="month", title="Norway"), "html").decode()
    tags = Tags()
    tags.feed(page)
    assert "script" in dict(tags.found)
    assert not [(tag, names) for tag, names in tags.found if {"src", "href"} & names]
    assert len(page) > 500_000, "the drawing library is in the page"


def test_specification_is_vega_lite(table: Any) -> None:
    spec = json.loads(render(chart(table, "goldstein", period="week", title="Norway"), "json"))
    assert "vega-lite" in spec["$schema"]


def test_nothing_to_draw_is_told(table: Any) -> None:
    with pytest.raises(UsageError, match="no events"):
        chart(table.slice(0, 0), "counts", period="month", title="")
    with pytest.raises(UsageError, match="gif"):
        render(chart(table, "counts", period="month", title=""), "gif")  # type: ignore[arg-type]
