"""The events of a dossier, each with its participants as the record has them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence, Set
from functools import cache
from typing import Any

import msgspec

from dragoman.codebooks import load_codebook
from dragoman.lake.snapshot import Snapshot

Key = tuple[str, str]
"""A document and an event or claim of it."""

VERBAL_QUADS = frozenset({1, 3})
"""PLOVER's quad classes of words: verbal cooperation and verbal conflict."""


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
    """The number, in the list of sources, of the document that the line is from."""
    also_in: tuple[int, ...]
    """Numbers of the others that tell the same event, by `event_links`."""
    event: str


_DEEDS = """
SELECT coalesce(date_start, date_end, reported) AS day, date_end AS "end",
       date_start IS NULL AND date_end IS NULL AS is_reported,
       coalesce(form, lower(type) || coalesce(' (' || mode || ')', ''), 'CAMEO ' || cameo, 'event') AS what,
       form, type, status, mutual, source_country, target_country, place, part_of,
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
       list_transform(targets, lambda a: {'name': a.name, 'country': a.country}) AS targets,
       coalesce(claims, []) AS claims
FROM events
WHERE filed_under IN (SELECT unnest($filed)) AND document IN (SELECT unnest($documents))
"""

LINKS = "event_links"
"""The table of `dragoman link` that says which records are one event."""

_LINKED = """
SELECT document, event, other_document, other_event FROM event_links
WHERE document IN (SELECT unnest($documents)) AND other_document IN (SELECT unnest($documents))
ORDER BY score DESC, document, event, other_document, other_event
"""


def read_deeds(snapshot: Snapshot, which: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows of `dyads` of a pair of countries, by day; a mutual event has one for each direction.

    Args:
        snapshot: What to read.
        which: The `pair`, the `first` country of the dossier, and the days `start` and `end`, or None.
    """
    rows: list[dict[str, Any]] = snapshot.query(_DEEDS, which).to_pylist()
    return rows


def read_actors(snapshot: Snapshot, deeds: Sequence[Mapping[str, Any]]) -> dict[Key, dict[str, list[Any]]]:
    """The `sources` and `targets` of events, each with its own country, and the ids of their `claims`.

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
        (row["document"], row["event"]): {name: row[name] for name in ("sources", "targets", "claims")}
        for row in rows
    }


def one_of_each(snapshot: Snapshot, deeds: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """One row for each event, with the documents that tell the same in `copies`.

    Of linked records the one that gives the event's own date stands for all, then the surest, then the first.
    Two records of one document are never one event, however they are linked.

    Args:
        snapshot: What to read; where it holds no `event_links`, nothing is joined.
        deeds: A row for each record, in order.
    """
    groups: dict[Key, dict[str, Key]] = {
        (row["document"], row["event"]): {row["document"]: (row["document"], row["event"])} for row in deeds
    }
    for one, other in _links(snapshot, groups):
        mine, others = groups[one], groups[other]
        if mine is not others and not mine.keys() & others.keys():
            mine |= others
            groups |= dict.fromkeys(mine.values(), mine)
    rows = {(row["document"], row["event"]): row for row in deeds}
    place = {key: number for number, key in enumerate(rows)}
    heads = {
        min(
            group.values(),
            key=lambda key: (rows[key]["is_reported"], -(rows[key]["confidence"] or 0), place[key]),
        ): group
        for group in groups.values()
    }
    return [
        {**rows[head], "copies": sorted(heads[head].keys() - {head[0]})}
        for head in sorted(heads, key=place.__getitem__)
    ]


def _links(snapshot: Snapshot, among: Collection[Key]) -> list[tuple[Key, Key]]:
    """Links between records that are among these, the best first."""
    if LINKS not in snapshot.derived:
        return []
    rows = snapshot.query(_LINKED, {"documents": sorted({document for document, _ in among})}).to_pylist()
    pairs = [((row["document"], row["event"]), (row["other_document"], row["other_event"])) for row in rows]
    return [(one, other) for one, other in pairs if one in among and other in among]


def section(row: Mapping[str, Any], told: Set[Key]) -> str | None:
    """Where an event stands: in `engagements`, `deeds` or `words`; None if a claim of the dossier tells it.

    Planned aid is coded as the agreement that it amounts to, but is aid here: the type decides, and the quad
    class only where the type is of another codebook or unknown.

    Args:
        row: A row of `read_deeds` with its `claims`.
        told: Documents and ids of the claims that the dossier shows.
    """
    if row["form"]:
        return "engagements"
    if _quads().get(row["type"], row["quad"]) not in VERBAL_QUADS:
        return "deeds"
    return None if any((row["document"], claim) in told for claim in row["claims"]) else "words"


@cache
def _quads() -> Mapping[str, int | None]:
    return {name: kind.quad for name, kind in load_codebook().types.items()}
