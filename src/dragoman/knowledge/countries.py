"""Countries and territories: codes, every form of their names, demonyms and capitals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.errors import TableError
from dragoman.knowledge.gazetteer import Entry, EntryKind
from dragoman.knowledge.spelling import spellings
from dragoman.knowledge.tables import read_csv

COUNTRY_COLUMNS = (
    "iso3", "iso2", "name", "formal", "state", "capital", "lat", "lon", "geonames_id", "population",
)  # fmt: skip
FORM_COLUMNS = ("iso3", "kind", "form", "sector", "start", "end")
FORM_TABLES = ("country_forms", "country_names")
"""Authored and built."""
ENTRY_KINDS: Mapping[str, EntryKind] = {
    "name": "country",
    "formal": "country",
    "short": "country",
    "former": "country",
    "adjective": "demonym",
    "people": "demonym",
    "capital": "capital",
    "metonym": "metonym",
}
"""Kinds of forms, and what each is in the gazetteer. `former` names stand for the country between two
years; `adjective` ("Kyrgyz") and `people` ("Kyrgyzstanis") are demonyms; `capital` (any seat of government)
and `metonym` (a building) stand for the government."""


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name a country no longer bears, with the first and last year it did (None: not stated)."""

    name: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory.

    `state` is the code events are coded with: a dependency's is that of its state (Guam: USA); Hong Kong,
    Palestine, Kosovo and Antarctica stand alone, as in PLOVER's codebook. `lat` and `lon` are the
    capital's, in degrees. `population` counts the people of the country's cities: a size for ranking, not a
    census.
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
    population: int
    formal: str | None
    former: tuple[FormerName, ...]


def load_countries() -> dict[str, Country]:
    """Every country and territory, by ISO 3166-1 alpha-3 code (XKX for Kosovo).

    Raises:
        TableError: If a table is missing or malformed.
    """
    forms: dict[str, list[list[str]]] = {}
    for row in _form_rows():
        forms.setdefault(row[0], []).append(row)
    try:
        return {
            row[0]: _country(row, forms.get(row[0], [])) for row in read_csv("countries", COUNTRY_COLUMNS)
        }
    except ValueError as error:
        raise TableError("countries.csv", f"a number is malformed ({error})") from error


def _form_rows() -> Iterator[list[str]]:
    for table in FORM_TABLES:
        yield from read_csv(table, FORM_COLUMNS)


def _country(row: list[str], forms: Iterable[list[str]]) -> Country:
    iso3, iso2, name, formal, state, capital, lat, lon, _, population = row
    by_kind: dict[str, list[str]] = {}
    for _, kind, form, *_rest in forms:
        by_kind.setdefault(kind, []).append(form)
    others = [form for kind in ("name", "formal", "short") for form in by_kind.get(kind, ()) if form != name]
    return Country(
        iso3=iso3,
        iso2=iso2,
        name=name,
        state=state,
        names=(name, *others),
        demonyms=(*by_kind.get("adjective", ()), *by_kind.get("people", ())),
        capital=capital or None,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        population=int(population),
        formal=formal or None,
        former=tuple(
            FormerName(form[2], _year(form[4]), _year(form[5])) for form in forms if form[1] == "former"
        ),
    )


def _year(text: str) -> int | None:
    return int(text) if text else None


def country_forms(countries: Mapping[str, Country]) -> Iterator[tuple[str, Entry]]:
    """Every form of every country with its gazetteer entry.

    Raises:
        TableError: If a form names a country or a kind that does not exist.
    """
    for table in FORM_TABLES:
        for iso3, kind, form, sector, _start, _end in read_csv(table, FORM_COLUMNS):
            country = countries.get(iso3)
            entry_kind = ENTRY_KINDS.get(kind)
            if country is None or entry_kind is None:
                raise TableError(f"{table}.csv", f"unknown country {iso3} or kind {kind}")
            entry = Entry(
                kind=entry_kind,
                identity=f"country:{iso3}",
                name=country.name,
                country=country.state,
                sector=sector or None,
                origin=table,
                lat=country.lat,
                lon=country.lon,
                weight=float(country.population),
            )
            # "Malé" is not "Male": capitals that are written without accents too are listed with both
            for spelling in (form,) if kind == "capital" else spellings(form):
                yield spelling, entry
