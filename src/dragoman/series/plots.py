"""Series → charts, offline: PNG, SVG, a page that loads nothing, or the Vega-Lite specification."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal

import pyarrow as pa

from dragoman.errors import UsageError
from dragoman.lake.extra import require
from dragoman.series.counts import Period

Measure = Literal["counts", "goldstein", "shares"]
MEASURES: tuple[Measure, ...] = ("counts", "goldstein", "shares")
Image = Literal["png", "svg", "html", "json"]
IMAGES: tuple[Image, ...] = ("png", "svg", "html", "json")

EXTRA = "dragoman[lake]"
SCALE = 2
"""Pixels of a PNG for each of the chart's."""
WIDTH, HEIGHT = 640, 220
UNITS = {"month": "utcyearmonth", "quarter": "utcyearquarter", "year": "utcyear"}

CLASSES: Mapping[str, str] = {
    "n_verbal_cooperation": "verbal cooperation",
    "n_material_cooperation": "material cooperation",
    "n_verbal_conflict": "verbal conflict",
    "n_material_conflict": "material conflict",
}
COLORS = ["#9ecae1", "#2171b5", "#fcbba1", "#cb181d"]
"""Blue for cooperation, red for conflict; words light, deeds dark."""


def chart(table: pa.Table, measure: Measure, *, period: Period, title: str) -> Any:  # noqa: ANN401  # an Altair chart
    """Draw a series.

    Args:
        table: What `series` returns, with a period for a bar or point.
        measure: `counts`: events by class, stacked. `goldstein`: their mean score. `shares`: verbal,
            material and
            conflict among them.
        period: How long each is.
        title: Above the chart.

    Raises:
        UsageError: If the measure does not exist, or there is nothing to draw.
        MissingExtraError: If the extra `lake` is not installed.
    """
    altair = require("altair", EXTRA)
    if not table.num_rows:
        raise UsageError("no events to draw. Choose other countries, days or statuses.")
    if measure not in MEASURES:
        raise UsageError(f"no such measure: {measure}. There are {', '.join(MEASURES)}.")
    rows = _rows(table, measure)
    draw = {"counts": _counts, "goldstein": _goldstein, "shares": _shares}[measure]
    drawn = draw(altair, altair.Data(values=rows), _axis(altair, period)).properties(
        width=WIDTH, height=HEIGHT
    )
    dyads = sorted({row["dyad"] for row in rows})
    if len(dyads) > 1:
        drawn = drawn.facet(row=altair.Row("dyad:N", title=None, header=altair.Header(labelAngle=0)))
    return drawn.properties(title=title)


def render(drawn: Any, image: Image) -> bytes:  # noqa: ANN401  # an Altair chart
    """A chart as a file's content; needs no network, and neither does the page that it may be.

    Raises:
        UsageError: If there is no such kind of image.
        MissingExtraError: If the extra `lake` is not installed.
    """
    if image not in IMAGES:
        raise UsageError(f"charts are written as {', '.join(IMAGES)}, not {image}.")
    spec = drawn.to_dict()
    if image == "json":
        return json.dumps(spec, ensure_ascii=False, indent=1).encode() + b"\n"
    convert = require("vl_convert", EXTRA)
    if image == "png":
        return bytes(convert.vegalite_to_png(spec, scale=SCALE))
    if image == "svg":
        return str(convert.vegalite_to_svg(spec)).encode()
    return str(convert.vegalite_to_html(spec, bundle=True)).encode()


def _rows(table: pa.Table, measure: Measure) -> list[dict[str, Any]]:
    names: Mapping[str, str] = {
        "counts": CLASSES,
        "goldstein": {"goldstein_mean": "mean score"},
        "shares": {"share_verbal": "verbal", "share_material": "material", "share_conflict": "conflict"},
    }[measure]
    return [
        {"dyad": row["dyad"], "period": row["period"].isoformat(), "what": what, "value": row[column]}
        for row in table.to_pylist()
        for column, what in names.items()
        if row[column] is not None
    ]


def _axis(altair: Any, period: Period) -> Any:  # noqa: ANN401
    """Time in UTC, as days are without a zone; Vega's weeks begin on Sunday, ours on Monday."""
    if period == "week":
        return altair.X("period:T", title=None, scale=altair.Scale(type="utc"))
    return altair.X(f"{UNITS[period]}(period):T", title=None)


def _counts(altair: Any, data: Any, time: Any) -> Any:  # noqa: ANN401
    order = list(CLASSES.values())
    return (
        altair.Chart(data)
        .mark_bar()
        .encode(
            x=time,
            y=altair.Y("value:Q", title="events", axis=altair.Axis(tickMinStep=1)),
            color=altair.Color("what:N", title=None, scale=altair.Scale(domain=order, range=COLORS)),
            order=altair.Order("what:N", sort="descending"),
            tooltip=["period:T", "what:N", "value:Q"],
        )
    )


def _goldstein(altair: Any, data: Any, time: Any) -> Any:  # noqa: ANN401
    return (
        altair.Chart(data)
        .mark_line(point=True)
        .encode(
            x=time,
            y=altair.Y("value:Q", title="mean Goldstein score", scale=altair.Scale(domain=[-10, 10])),
            tooltip=["period:T", altair.Tooltip("value:Q", format=".2f")],
        )
    )


def _shares(altair: Any, data: Any, time: Any) -> Any:  # noqa: ANN401
    return (
        altair.Chart(data)
        .mark_line(point=True)
        .encode(
            x=time,
            y=altair.Y("value:Q", title="share of events", axis=altair.Axis(format="%")),
            color=altair.Color("what:N", title=None),
            tooltip=["period:T", "what:N", altair.Tooltip("value:Q", format=".0%")],
        )
    )
