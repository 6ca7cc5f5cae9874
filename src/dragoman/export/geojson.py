"""GeoJSON (RFC 7946): a feature an event, at the event's place.

Events without a place, or with one whose coordinates are not known, are features without geometry, which the
format calls unlocated: nothing is left out, and nothing is put at a country's middle.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import Any

import msgspec

from dragoman.exchange import STATUSES, Losses, Report
from dragoman.export.flat import COLUMNS as PROPERTIES
from dragoman.export.flat import csv_rows
from dragoman.export.sink import ByteSink

NUMBERS = frozenset({"goldstein", "confidence", "quad"})
ELSEWHERE = frozenset({"lat", "lon"})
"""In the geometry, not among the properties."""


def export_geojson(
    reports: Iterable[Report],
    stream: ByteSink,
    *,
    statuses: Set[str] = frozenset(STATUSES),
    losses: Losses | None = None,
) -> None:
    """Write one FeatureCollection, a feature a line.

    Args:
        reports: Events.
        stream: Where to write.
        statuses: Which events to write.
        losses: Counts events left out.
    """
    counted = losses or Losses()
    stream.write(b'{"type": "FeatureCollection", "features": [')
    between = b"\n"
    for report in reports:
        for row in csv_rows([report], statuses=statuses, losses=counted):
            stream.write(between + msgspec.json.encode(_feature(report, row)))
            between = b",\n"
    stream.write(b"\n]}\n")
    stream.flush()


def _feature(report: Report, row: list[str]) -> dict[str, Any]:
    place = report.place
    located = place is not None and place.lat is not None and place.lon is not None
    return {
        "type": "Feature",
        "id": f"{report.story.id}:{report.id}",
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if place and located else None,
        "properties": {
            name: _value(name, cell)
            for name, cell in zip(PROPERTIES, row, strict=True)
            if name not in ELSEWHERE
        },
    }


def _value(name: str, cell: str) -> Any:  # noqa: ANN401  # whatever JSON holds
    if not cell:
        return None
    if name == "mutual":
        return cell == "true"
    return float(cell) if name in NUMBERS else cell
