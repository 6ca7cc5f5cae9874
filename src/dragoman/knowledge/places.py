"""Cities, first-level regions and other places, with coordinates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.errors import TableError
from dragoman.knowledge.countries import Country
from dragoman.knowledge.gazetteer import Entry, EntryKind
from dragoman.knowledge.spelling import spellings
from dragoman.knowledge.tables import read_csv

CITY_COLUMNS = ("geonames_id", "name", "country", "region", "lat", "lon", "population", "forms")
REGION_COLUMNS = ("code", "name", "country", "lat", "lon", "weight", "forms")
PLACE_FORM_COLUMNS = ("identity", "form")
PLACE_COLUMNS = ("id", "name", "kind", "country", "parts", "forms")
STOP_COLUMNS = ("scope", "form", "use", "reason")
PLACE_KINDS: Mapping[str, EntryKind] = {
    "place": "place",
    "region": "region",
    "city": "city",
    "demonym": "demonym",
}


def place_forms(countries: Mapping[str, Country]) -> Iterator[tuple[str, Entry]]:
    """Every form of every city, region and place with its gazetteer entry.

    Raises:
        TableError: If a table is missing or malformed, or names a country or place that does not exist.
    """
    states = {iso3: country.state for iso3, country in countries.items()}
    entries: dict[str, Entry] = {}
    try:
        yield from _cities(states, entries)
        yield from _regions(states, entries)
        for identity, form in read_csv("place_forms", PLACE_FORM_COLUMNS):
            yield form, entries[identity]
        yield from _others(states, entries)
    except (KeyError, ValueError) as error:
        raise TableError("places", f"unknown code or number ({error})") from error


def doubtful_forms() -> frozenset[str]:
    """Forms of cities and regions that are as often a personal name or a word.

    Raises:
        TableError: If the table is missing or malformed.
    """
    return frozenset(row[1] for row in read_csv("place_stops", STOP_COLUMNS) if row[2] == "doubtful")


def _cities(states: Mapping[str, str], entries: dict[str, Entry]) -> Iterator[tuple[str, Entry]]:
    for number, name, country, region, lat, lon, population, forms in read_csv("cities", CITY_COLUMNS):
        identity = "city:" + number
        point = float(lat), float(lon)
        entry = Entry(
            "city", identity, name, states[country], None, "cities", *point, float(population), region or None
        )
        entries[identity] = entry
        for form in forms.split("|") if forms else (name,):
            yield form, entry


def _regions(states: Mapping[str, str], entries: dict[str, Entry]) -> Iterator[tuple[str, Entry]]:
    for code, name, country, lat, lon, weight, forms in read_csv("regions", REGION_COLUMNS):
        identity = "region:" + code
        entry = Entry(
            "region", identity, name, states[country], None, "regions", float(lat), float(lon), float(weight)
        )
        entries[identity] = entry
        for form in forms.split("|") if forms else ():
            yield form, entry


def _others(states: Mapping[str, str], entries: Mapping[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """The authored places; their point is the middle of the cities and regions they name as parts."""
    for key, name, kind, country, parts, forms in read_csv("places", PLACE_COLUMNS):
        points = [entries[part] for part in parts.split("|")] if parts else []
        lat, lon, weight = _middle(points)
        state = states[country] if country else None
        entry = Entry(PLACE_KINDS[kind], f"place:{key}", name, state, None, "places", lat, lon, weight)
        if kind == "region" and len(points) == 1 and points[0].kind == "region":
            entry = points[0]
        for form in forms.split("|") if kind == "demonym" else (name, *filter(None, forms.split("|"))):
            for spelling in spellings(form):
                yield spelling, entry


def _middle(points: list[Entry]) -> tuple[float | None, float | None, float]:
    """Mean of points by weight, in degrees; no region here crosses the 180th meridian."""
    weight = sum(point.weight for point in points)
    if not weight:
        return None, None, 0.0
    lat = sum((point.lat or 0.0) * point.weight for point in points) / weight
    lon = sum((point.lon or 0.0) * point.weight for point in points) / weight
    return round(lat, 4), round(lon, 4), weight
