"""The place that a report comes from: the dateline's town, by its region, else by the report's subject."""

from __future__ import annotations

import msgspec

from dragoman.knowledge import Knowledge
from dragoman.records import Document, Place
from dragoman.resolve.places_context import FIRM, holds
from dragoman.resolve.places_evidence import Choice, Evidence, choose, gain
from dragoman.resolve.places_readings import Reading, find_readings, find_state
from dragoman.resolve.places_unlisted import SAID

SEATS = {"United Nations": "New York City"}
"""Bodies whose name in a dateline is that of their seat, and the town it lies in."""
CITY_BONUS = 1.0
"""Reports come from towns, seldom from a region of the same name."""


def resolve_dateline(
    document: Document, knowledge: Knowledge, evidence: Evidence
) -> tuple[Document, Reading | None]:
    """Fill in country and coordinates of the document's dateline.

    Args:
        document: A read document; without a dateline it is handed back as it is.
        knowledge: The tables.
        evidence: What the report surely speaks of.

    Returns: The document, and what the dateline stands for where a table knows it. Coordinates are given
    where the choice
        among the places of that name is clear, with the probability of the choice as `confidence`.
    """
    dateline = document.dateline
    if dateline is None or dateline.country is not None:
        return document, None
    written = dateline.evidence.of(document.text) if dateline.evidence is not None else dateline.name
    outer = _region(written, dateline.name, knowledge)
    readings = _readings(dateline.name, knowledge)
    inside = tuple(r for r in readings if any(holds(o, r) or o.country == r.country for o in outer))
    if outer and not inside:
        country = max(outer, key=lambda reading: reading.prior).country
        place = msgspec.structs.replace(dateline, country=country, confidence=SAID)
        return msgspec.structs.replace(document, dateline=place), None
    readings = inside or readings
    if not readings:
        return document, None
    choice = choose(readings, [_score(reading, outer, evidence) for reading in readings])
    return msgspec.structs.replace(document, dateline=_place(document, choice)), choice.reading


def _score(reading: Reading, outer: tuple[Reading, ...], evidence: Evidence) -> float:
    score = reading.prior + evidence.support(reading) + gain(evidence.mentions(reading.country))
    score += CITY_BONUS if any(entry.kind in {"city", "capital"} for entry in reading.entries) else 0.0
    return score + (FIRM if any(holds(region, reading) for region in outer) else 0.0)


def _readings(name: str, knowledge: Knowledge) -> tuple[Reading, ...]:
    """What a dateline's name may stand for; read in the case of a title where it is unknown as it stands."""
    for form in (SEATS.get(name, name), name.title(), f"The {name}"):
        found = find_readings(knowledge.gazetteer.get(form))
        if found:
            return found
    return ()


def _region(written: str, name: str, knowledge: Knowledge) -> tuple[Reading, ...]:
    """Readings of the region after the town: "GEORGETOWN, Guyana", "ATHENS, Ga.", "Kingston [Jamaica]"."""
    rest = written[len(name) :].strip(" ,[]()")
    if not rest or "/" in written:
        return ()
    state = find_state(rest, knowledge.gazetteer)
    if state is not None:
        return (state,)
    hits = knowledge.gazetteer.find(rest)
    return find_readings(hits[-1].entries) if hits else ()


def _place(document: Document, choice: Choice) -> Place:
    reading, dateline = choice.reading, document.dateline
    assert dateline is not None  # noqa: S101  # the caller looked
    entries = [entry for entry in reading.entries if entry.kind not in {"capital", "country"}]
    point = reading.point if choice.is_clear else None
    lat, lon = point if point is not None else (None, None)
    return msgspec.structs.replace(
        dateline,
        country=reading.country,
        lat=lat,
        lon=lon,
        gazetteer_id=entries[0].identity if entries and choice.is_clear else None,
        confidence=round(choice.confidence, 3),
    )
