"""The events of a dossier, each with its participants as the record has them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from dragoman.lake.snapshot import Snapshot

Key = tuple[str, str]
"""Document and event."""


class Participant(msgspec.Struct, frozen=True):
    """Who took part, and for which country; None where none is known."""

    name: str
    country: str | None


class Deed(msgspec.Struct, frozen=True):
    """An event between the two."""

    day: dt.date | None
    end: dt.date | None
    is_reported: bool
    """Whether `day` is that of the report, since the text gives none."""
    what: str
    """Its form, else its type and mode, else its CAMEO code, which imported rows without a type have."""
    status: str
    mutual: bool
    sources: tuple[Participant, ...]
    targets: tuple[Participant, ...]
    """Empty where the text makes no sides: all of them are sources then."""
    place: str | None
    part_of: str | None
    goldstein: float | None
    confidence: float | None
    """None where it was imported."""
    words: str | None
    """The evidence; None where it was imported."""
    source: int
    """The document's number in the list of sources."""
    event: str


_DEEDS = """
SELECT coalesce(date_start, date_end, reported) AS day, date_end AS "end",
       date_start IS NULL AND date_end IS NULL AS is_reported,
       coalesce(form, lower(type) || coalesce(' (' || mode || ')', ''), 'CAMEO ' || cameo, 'event') AS what,
       form, status, mutual, source_country, target_country, place, part_of,
       goldstein, quad, confidence, evidence_text AS words, document, event, filed_under,
       title, publisher, reported AS published, address
FROM dyads
WHERE pair = $pair AND source_country != target_country
  AND ($start IS NULL OR coalesce(date_end, date_start, reported) >= $start)
  AND ($end IS NULL OR coalesce(date_start, date_end, reported) <= $end)
ORDER BY day NULLS LAST, document, event, source_country != $first
"""

_ACTORS = """
SELECT document, id AS event,
       list_transform(sources, lambda a: {'name': a.name, 'country': a.country}) AS sources,
       list_transform(targets, lambda a: {'name': a.name, 'country': a.country}) AS targets
FROM events
WHERE filed_under IN (SELECT unnest($filed)) AND document IN (SELECT unnest($documents))
"""


def read_deeds(snapshot: Snapshot, which: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows of `dyads` of a pair of countries, by day; a mutual event has one for each direction.

    Args:
        snapshot: What to read.
        which: The `pair`, the `first` country of the dossier, and the days `start` and `end`, or None.
    """
    rows: list[dict[str, Any]] = snapshot.query(_DEEDS, which).to_pylist()
    return rows


def read_actors(
    snapshot: Snapshot, deeds: Sequence[Mapping[str, Any]]
) -> dict[Key, dict[str, list[dict[str, str | None]]]]:
    """The `sources` and `targets` of events, each with its own country.

    `dyads` has the two countries of a row, and a mutual event the other way round too: they do not say whose
    country is which.
    """
    if not deeds:
        return {}
    rows = snapshot.query(
        _ACTORS,
        {
            "filed": sorted({row["filed_under"] for row in deeds}),
            "documents": sorted({row["document"] for row in deeds}),
        },
    ).to_pylist()
    return {
        (row["document"], row["event"]): {"sources": row["sources"], "targets": row["targets"]}
        for row in rows
    }
