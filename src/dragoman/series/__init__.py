"""Events over time: counts, scores and shares by dyad, and charts of them. Needs the extra `lake`."""

from dragoman.lake.extra import require

for _module in ("pyarrow", "duckdb"):
    require(_module, "dragoman[lake]")

from dragoman.series.counts import Choice, Dyads, series  # noqa: E402  # what is missing is named first
from dragoman.series.plots import chart, render  # noqa: E402

__all__ = ["Choice", "Dyads", "chart", "render", "series"]
