"""Counts by week, month or year: how many events between whom, of what class, how cooperative.

Works on the lake's table `dyads`, or on one like it made from any events. An event counts once for each pair
of countries, whatever its number of actors; a mutual one once, not once a direction.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import duckdb
import pyarrow as pa

from dragoman.errors import UsageError
from dragoman.exchange import Report
from dragoman.exchange.pairs import iter_pairs
from dragoman.exchange.reports import first_day

Period = Literal["week", "month", "quarter", "year"]
PERIODS: Mapping[str, tuple[str, ...]] = {
    "week": ("day", "range", "week"),
    "month": ("day", "range", "week", "month"),
    "quarter": ("day", "range", "week", "month", "quarter"),
    "year": ("day", "range", "week", "month", "quarter", "year"),
}
"""Period → how precisely an event's date must be known to be counted in one. It counts where it begins."""

HAPPENED = frozenset({"occurred", "ongoing"})

COLUMNS = pa.schema(
    [
        ("document", pa.string()),
        ("event", pa.string()),
        ("pair", pa.string()),
        ("source_country", pa.string()),
        ("target_country", pa.string()),
        ("type", pa.string()),
        ("mode", pa.string()),
        ("status", pa.string()),
        ("date_start", pa.date32()),
        ("date_precision", pa.string()),
        ("reported", pa.date32()),
        ("goldstein", pa.float64()),
        ("quad", pa.int32()),
        ("confidence", pa.float64()),
    ]
)
"""What is read of `dyads`."""

SERIES = """
WITH chosen AS (
    SELECT document, event, type, mode, quad, goldstein, confidence,
           CASE WHEN $directed THEN source_country || '>' || target_country ELSE pair END AS dyad,
           coalesce(date_start, reported) AS day, date_start IS NULL AS by_report,
           coalesce(date_precision, 'day') AS precision
    FROM dyads
    WHERE list_contains($statuses, status)
      AND ($pair IS NULL OR pair = $pair)
      AND ($country IS NULL OR source_country = $country OR target_country = $country)
),
dated AS (
    SELECT * FROM chosen
    WHERE day IS NOT NULL AND list_contains($precisions, precision)
      AND ($start IS NULL OR day >= $start) AND ($end IS NULL OR day <= $end)
),
once AS (
    SELECT * FROM dated
    QUALIFY row_number() OVER (PARTITION BY document, event, dyad ORDER BY day) = 1
),
daily AS (
    SELECT * FROM once
    QUALIFY NOT $one_a_day
        OR row_number() OVER (PARTITION BY dyad, day, type, mode
                              ORDER BY confidence DESC NULLS LAST, document, event) = 1
),
counted AS (
    SELECT dyad, date_trunc($period, day)::DATE AS period,
           count(*) AS n_events, count(*) FILTER (by_report) AS n_by_report,
           avg(goldstein) AS goldstein_mean,
           count(*) FILTER (quad = 1) AS n_verbal_cooperation,
           count(*) FILTER (quad = 2) AS n_material_cooperation,
           count(*) FILTER (quad = 3) AS n_verbal_conflict,
           count(*) FILTER (quad = 4) AS n_material_conflict
    FROM daily
    GROUP BY ALL
)
SELECT dyad, period, n_events, n_by_report, goldstein_mean,
       n_verbal_cooperation, n_material_cooperation, n_verbal_conflict, n_material_conflict,
       (n_verbal_cooperation + n_verbal_conflict) / nullif(n_classed, 0) AS share_verbal,
       (n_material_cooperation + n_material_conflict) / nullif(n_classed, 0) AS share_material,
       (n_verbal_conflict + n_material_conflict) / nullif(n_classed, 0) AS share_conflict
FROM (SELECT *, n_verbal_cooperation + n_material_cooperation + n_verbal_conflict + n_material_conflict
             AS n_classed FROM counted)
ORDER BY dyad, period
"""


class Tables(Protocol):
    """Something to ask with SQL that has a table `dyads`, such as a lake's snapshot."""

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None) -> pa.Table:
        """The rows of a query; parameters are bound by name."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which events, and how they are counted."""

    period: Period = "month"
    between: tuple[str, str] | None = None
    """Two countries (alpha-3), either way."""
    country: str | None = None
    """One country, with anybody."""
    start: dt.date | None = None
    end: dt.date | None = None
    """First and last day, inclusive."""
    statuses: Collection[str] = HAPPENED
    directed: bool = False
    """Count who acts on whom apart: `CHN>KGZ` and `KGZ>CHN`, in place of `CHN-KGZ`."""
    one_a_day: bool = True
    """Count a type and mode once a day for each dyad, so that coverage is not counted."""


def series(tables: Tables, choice: Choice) -> pa.Table:
    """Count events.

    Args:
        tables: Where `dyads` is.
        choice: Which events.

    Returns:
        A row for each dyad and period with events: `dyad`, `period` (its first day), `n_events`,
        `n_by_report` (of these, dated by the day of the report), `goldstein_mean` (-10 to 10), counts of the
        four classes, and `share_verbal`, `share_material`, `share_conflict` of the events that have a class
        (0 to 1).

    Raises:
        UsageError: If the period does not exist.
    """
    if choice.period not in PERIODS:
        raise UsageError(f"no such period: {choice.period}. There are {', '.join(PERIODS)}.")
    return tables.query(
        SERIES,
        {
            "directed": choice.directed,
            "statuses": sorted(choice.statuses),
            "pair": "-".join(sorted(choice.between)) if choice.between else None,
            "country": choice.country,
            "precisions": list(PERIODS[choice.period]),
            "start": choice.start,
            "end": choice.end,
            "one_a_day": choice.one_a_day,
            "period": choice.period,
        },
    )


class Dyads:
    """A table `dyads` of events that are in no lake.

    Args:
        reports: The events.
    """

    def __init__(self, reports: Iterable[Report]) -> None:
        rows = [row for report in reports for row in _rows(report)]
        self._con = duckdb.connect()
        self._con.register("dyads", pa.Table.from_pylist(rows, schema=COLUMNS))

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None) -> pa.Table:
        """The rows of a query; parameters are bound by name."""
        return self._con.sql(sql, params=dict(parameters or {})).to_arrow_table()


def _rows(report: Report) -> Iterable[dict[str, Any]]:
    pairs = {
        (source.country, target.country)
        for source, target in iter_pairs(report)
        if source and target and source.country and target.country
    }
    if report.mutual:
        pairs |= {(target, source) for source, target in pairs}
    for source, target in sorted(pairs):
        yield {
            "document": report.story.id,
            "event": report.id,
            "pair": "-".join(sorted((source, target))),
            "source_country": source,
            "target_country": target,
            "type": report.type,
            "mode": report.mode,
            "status": report.status,
            "date_start": first_day(report.date),
            "date_precision": report.date.precision if report.date else None,
            "reported": first_day(report.reported),
            "goldstein": report.goldstein,
            "quad": report.quad,
            "confidence": report.confidence,
        }
