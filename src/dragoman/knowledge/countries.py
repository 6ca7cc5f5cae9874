"""Countries and territories: codes, every form of their names, demonyms and capitals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.errors import TableError
from dragoman.knowledge.gazetteer import Entry, EntryKind
from dragoman.knowledge.tables import read_csv

COUNTRY_COLUMNS = ("iso3", "iso2", "name", "formal", "state", "capital", "lat", "lon", "geonames_id")
FORM_COLUMNS = ("iso3", "kind", "form", "start", "end", "origin")
FORM_KINDS = frozenset({"name", "formal", "short", "former", "adjective", "people", "capital", "metonym"})
"""`name` and `short` stand for the country today, `former` for it between two years; `adjective` ("Kyrgyz") and
`people` ("Kyrgyzstanis") are demonyms; `capital` and `metonym` stand for its government."""


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name a country no longer bears, with the first and last year it did (None: not stated)."""

    name: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory.

    `state` is the code events are coded with: a dependency's is that of its state (Guam: USA), Hong Kong, Palestine,
    Kosovo and Antarctica stand alone as PLOVER has it. `lat` and `lon` are the capital's, in degrees.
    """

    iso3: str
    iso2: str
    name: str
    state: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    lat: float | None
    lon: float | None
    formal: str | None
    former: tuple[FormerName, ...]


def load_countries() -> dict[str, Country]:
    """Every country and territory, by ISO 3166-1 alpha-3 code (XKX for Kosovo).

    Raises:
        TableError: If a table is missing or malformed.
    """
    forms: dict[str, list[list[str]]] = {}
    for row in read_csv("country_names", FORM_COLUMNS):
        forms.setdefault(row[0], []).append(row)
    return {row[0]: _country(row, forms.get(row[0], [])) for row in read_csv("countries", COUNTRY_COLUMNS)}


def _country(row: list[str], forms: list[list[str]]) -> Country:
    iso3, iso2, name, formal, state, capital, lat, lon, _ = row

    def of(*kinds: str) -> tuple[str, ...]:
        return tuple(form[2] for form in forms if form[1] in kinds)

    former = tuple(
        FormerName(form[2], _year(form[3]), _year(form[4])) for form in forms if form[1] == "former"
    )
    return Country(
        iso3=iso3,
        iso2=iso2,
        name=name,
        state=state,
        names=(name, *(form for form in of("name", "formal", "short") if form != name)),
        demonyms=of("adjective", "people"),
        capital=capital or None,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        formal=formal or None,
        former=former,
    )


def _year(text: str) -> int | None:
    return int(text) if text else None


ENTRY_KINDS: Mapping[str, tuple[EntryKind, str | None]] = {
    "name": ("country", None),
    "formal": ("country", None),
    "short": ("country", None),
    "former": ("country", None),
    "adjective": ("demonym", None),
    "people": ("demonym", None),
    "capital": ("capital", "GOV"),
    "metonym": ("metonym", "GOV"),
}
"""What each kind of form is in the gazetteer, and the sector it speaks for."""


def country_forms(countries: Mapping[str, Country]) -> Iterator[tuple[str, Entry]]:
    """Every form of every country with its gazetteer entry.

    Raises:
        TableError: If a form names a country or a kind that does not exist.
    """
    for iso3, kind, form, _start, _end, origin in read_csv("country_names", FORM_COLUMNS):
        country = countries.get(iso3)
        if country is None or kind not in ENTRY_KINDS:
            raise TableError("country_names.csv", f"unknown country {iso3} or kind {kind}")
        entry_kind, sector = ENTRY_KINDS[kind]
        yield (
            form,
            Entry(
                entry_kind,
                f"country:{iso3}",
                country.name,
                country.state,
                sector,
                origin,
                country.lat,
                country.lon,
            ),
        )
