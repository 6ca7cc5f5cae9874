"""What a form may stand for: a table's entries that are one place seen several ways make one reading.

"Tripoli" has four entries and two readings: Libya's capital, which is a government's seat, a city and a
region, and the city in Lebanon.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from dragoman.knowledge import Entry, Gazetteer
from dragoman.resolve.places_words import ABBREVIATIONS

Level = Literal["country", "local", "wide"]
"""A country (or what stands for one), a place in one country, or a place in several."""

COUNTRY_LEVEL = frozenset({"country", "demonym"})
LOCAL_LEVEL = frozenset({"capital", "city", "region", "place"})
SEATS = frozenset({"capital", "country"})
"""Kinds whose entries carry the coordinates of their country's capital."""
READABLE = COUNTRY_LEVEL | LOCAL_LEVEL
ONE_PLACE_KM = 80.0
"""Entries of one name and country this near are one place: a city and the region around it."""
COUNTRY_BONUS = 3.0
"""How much likelier, in nats, a country is than a place with as many people."""
BESIDE_SEAT = 3.0
"""How much less likely, in nats, a place is that shares its name with its own country's capital
(Washington)."""
AUTHORED_REGION = 1_000_000.0
AUTHORED_PLACE = 100_000.0
"""Stand-ins for the size of places of the authored table, which has none."""
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Reading:
    """One place that a form may stand for; its entries in the order of the table, the first leads.

    `prior` is the log of its size; `regions` are the codes of regions that it is or lies in, `region` that of
    the one it is; `point` gives degrees of latitude and longitude.
    """

    entries: tuple[Entry, ...]
    level: Level
    country: str | None
    prior: float
    regions: frozenset[str]
    point: tuple[float, float] | None = None
    region: str | None = None


@lru_cache(maxsize=20_000)
def find_readings(entries: tuple[Entry, ...]) -> tuple[Reading, ...]:
    """The readings of a form's entries, in the order of the table; those of other kinds are left out."""
    groups: list[list[Entry]] = []
    for entry in entries:
        if entry.kind not in READABLE:
            continue
        home = next((group for group in groups if _is_same(group, entry)), None)
        if home is None:
            groups.append([entry])
        else:
            home.append(entry)
    readings = [_reading(tuple(group)) for group in groups]
    seats = {reading.country for reading in readings if reading.entries[0].kind == "capital"}
    return tuple(
        replace(r, prior=r.prior - BESIDE_SEAT)
        if r.country in seats and r.entries[0].kind != "capital"
        else r
        for r in readings
    )


def find_state(abbreviation: str, gazetteer: Gazetteer) -> Reading | None:
    """The state that news shortens so ("Ga."); None where it is no such abbreviation."""
    name = ABBREVIATIONS.get(abbreviation)
    if name is None:
        return None
    readings = [reading for reading in find_readings(gazetteer.get(name)) if reading.region is not None]
    return next((reading for reading in readings if reading.country in {"USA", "CAN", "AUS"}), None)


def region_code(entry: Entry) -> str | None:
    """ISO 3166-2 code of a region's entry."""
    return entry.identity.removeprefix("region:") if entry.identity.startswith("region:") else None


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two points in degrees (haversine)."""
    lat, lon, lat2, lon2 = map(math.radians, (*a, *b))
    square = (
        math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(square)))


def _is_same(group: list[Entry], entry: Entry) -> bool:
    lead = group[0]
    if entry.country != lead.country or (entry.kind in COUNTRY_LEVEL) != (lead.kind in COUNTRY_LEVEL):
        return lead.kind == "country" and entry.country == lead.country and entry.kind in LOCAL_LEVEL
    if lead.kind == "capital" and entry.kind == "city" and all(other.kind in SEATS for other in group):
        return True  # a seat's coordinates are the official capital's: Abidjan is not where Yamoussoukro is
    for other in group:
        if None in (other.lat, other.lon, entry.lat, entry.lon):
            return True
        apart = distance_km((other.lat or 0.0, other.lon or 0.0), (entry.lat or 0.0, entry.lon or 0.0))
        if apart <= ONE_PLACE_KM or (entry.region and region_code(other) == entry.region):
            return True
        if other.region and region_code(entry) == other.region:
            return True
    return False


def _reading(entries: tuple[Entry, ...]) -> Reading:
    lead = entries[0]
    level: Level = "country" if lead.kind in COUNTRY_LEVEL else "local"
    if lead.country is None:
        level = "wide"
    regions = {code for e in entries for code in (region_code(e), e.region) if code}
    prior = math.log(_size_of(entries)) + (COUNTRY_BONUS if level == "country" else 0.0)
    region = next((region_code(e) for e in entries if e.kind == "region"), None)
    return Reading(entries, level, lead.country, prior, frozenset(regions), _point(entries), region)


def _point(entries: tuple[Entry, ...]) -> tuple[float, float] | None:
    """A town's own point before the one that the tables give for its country."""
    points = [(e.kind not in SEATS, e.lat, e.lon) for e in entries if e.lat is not None]
    _, lat, lon = max(points, key=lambda point: point[0], default=(False, None, None))
    return (lat, lon) if lat is not None and lon is not None else None


def _size_of(entries: tuple[Entry, ...]) -> float:
    """People of a place; a capital counts for the geometric mean of its town and its country."""
    sizes = [_size(entry) for entry in entries]
    if entries[0].kind == "capital" and len(entries) > 1:
        return math.sqrt(sizes[0] * max(sizes[1:]))
    return max(sizes)


def _size(entry: Entry) -> float:
    if entry.weight >= 1.0:
        return entry.weight
    if entry.origin != "places":
        return 1.0
    return AUTHORED_REGION if entry.kind == "region" else AUTHORED_PLACE
