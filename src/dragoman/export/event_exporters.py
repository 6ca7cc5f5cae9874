"""Every layout that events are written in, by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import Protocol

from dragoman.exchange import CODED_STATUSES, STATUSES, Losses, Report
from dragoman.export.flat import export_csv
from dragoman.export.ftm import export_ftm
from dragoman.export.gdelt import export_gdelt
from dragoman.export.geojson import export_geojson
from dragoman.export.icews import export_icews
from dragoman.export.polecat import export_polecat
from dragoman.export.sink import ByteSink


class EventExporter(Protocol):
    """Writes events; counts in `losses` what its layout cannot hold."""

    def __call__(
        self,
        reports: Iterable[Report],
        stream: ByteSink,
        *,
        statuses: Set[str] = ...,
        losses: Losses | None = None,
    ) -> None:
        """Write `reports` to `stream`."""


_ALL = frozenset(STATUSES)

EVENT_EXPORTERS: Mapping[str, tuple[EventExporter, frozenset[str]]] = {
    "polecat": (export_polecat, CODED_STATUSES),
    "icews": (export_icews, CODED_STATUSES),
    "gdelt": (export_gdelt, CODED_STATUSES),
    "geojson": (export_geojson, _ALL),
    "ftm": (export_ftm, _ALL),
    "csv": (export_csv, _ALL),
}
"""Name → its exporter, and the statuses that it writes unless told otherwise."""
