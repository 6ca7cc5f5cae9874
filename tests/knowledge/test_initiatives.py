"""The table of initiatives, frameworks, treaties, summits and issues, and how it is found in running text."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import Any

import pytest

from dragoman.knowledge.countries import load_countries
from dragoman.knowledge.gazetteer import Entry, Gazetteer
from dragoman.knowledge.tables import FOLDER, read_yaml

KINDS = {"initiative", "framework", "treaty", "summit", "issue"}
KEYS = {"id", "name", "kind", "category", "forms", "country", "year", "place"}
OPTIONAL = {"year", "place"}


@pytest.fixture(scope="module")
def table() -> dict[str, Any]:
    return read_yaml("initiatives")


@pytest.fixture(scope="module")
def entries(table) -> list[dict[str, Any]]:
    return table["entries"]


@pytest.fixture(scope="module")
def gazetteer(entries) -> Gazetteer:
    return Gazetteer(
        (form, Entry(item["kind"], item["id"], item["name"], item["country"], None, "initiatives"))
        for item in entries
        for form in item["forms"]
    )


def test_source_names_producer_and_licence(table):
    assert table["source"] | {"accessed": str(table["source"]["accessed"])} == {
        "producer": "authored here",
        "title": "Initiatives, frameworks, treaties, summits and issues",
        "licence": "Apache-2.0",
        "accessed": "2026-11-24",
    }


def test_source_file_fits_the_table(entries):
    about = read_yaml("initiatives.source")
    assert about["rows"]["min"] <= len(entries) <= about["rows"]["max"]
    assert about["sha256"] == hashlib.sha256((FOLDER / "initiatives.yaml").read_bytes()).hexdigest()


def test_entries_have_the_fields(entries):
    assert [item["id"] for item in entries if not KEYS - OPTIONAL <= item.keys() <= KEYS] == []


def test_ids_are_kebab_case_unique_and_sorted(entries):
    ids = [item["id"] for item in entries]
    assert ids == sorted(set(ids))
    assert [key for key in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)] == []


def test_kinds_are_the_five(entries):
    assert {item["kind"] for item in entries} == KINDS


def test_categories_are_those_documented_and_all_used(table, entries):
    assert {item["category"] for item in entries} == set(table["categories"])


def test_countries_are_iso3(entries):
    known = load_countries()
    assert [
        item["id"] for item in entries if item["country"] is not None and item["country"] not in known
    ] == []


def test_years_are_plausible(entries):
    # The Treaty of Utrecht is the oldest that news still names.
    years = {item["id"]: item["year"] for item in entries if "year" in item}
    assert {
        key: year for key, year in years.items() if type(year) is not int or not 1713 <= year <= 2026
    } == {}


def test_place_marks_only_true(entries):
    assert {item["place"] for item in entries if "place" in item} == {True}


def test_no_form_stands_for_two_things(entries):
    owners = Counter(form for item in entries for form in item["forms"])
    assert [form for form, count in owners.items() if count > 1] == []


def test_the_name_is_the_first_form(entries):
    plain = {item["id"]: item["forms"][0].replace("–", "-") for item in entries}
    assert [item["id"] for item in entries if plain[item["id"]] != item["name"]] == []


def test_forms_are_clean(entries):
    odd = re.compile(r"^\s|\s$|\s\s|[‘’“”\n]|^(the|a|an) ", re.IGNORECASE)
    known = {"The Hague Group"}
    assert [
        form for item in entries for form in item["forms"] if odd.search(form) and form not in known
    ] == []


def test_no_form_is_one_small_word(entries):
    # One word in small letters would fire in any text; these few name nothing else.
    allowed = {
        "antisemitism",
        "anti-Semitism",
        "al-Hol",
        "al-Hawl",
        "al-Aqsa",
        "al-Fashaga",
        "al-Fashqa",
        "iCET",
    }
    allowed |= {"de-dollarisation", "de-dollarization", "mini-Schengen", "FONOPs"}
    found = {form for item in entries for form in item["forms"] if form[0].islower() and " " not in form}
    assert found <= allowed


def test_a_country_name_is_a_form_only_of_a_place(entries):
    names = {country.name for country in load_countries().values()}
    assert [item["id"] for item in entries if names & set(item["forms"]) and "place" not in item] == []


IN_TEXT = {
    "hyphen": (
        "Both sides praised the Belt and Road Initiative and the China-Central Asia mechanism.",
        ["belt-and-road", "china-central-asia"],
    ),
    "en dash": ("They met within the China–Central Asia mechanism.", ["china-central-asia"]),
    "peace": (
        "She backed a two-state solution; he rejected the Abraham Accords.",
        ["two-state-solution", "abraham-accords"],
    ),
    "sentence start": ("Two-state solution talks stalled.", ["two-state-solution"]),
    "islands, one side": ("Tokyo calls them the Senkaku Islands.", ["diaoyu-senkaku"]),
    "islands, other side": ("Beijing calls them Diaoyu Dao.", ["diaoyu-senkaku"]),
    "popular name": ("Ships left under the Black Sea grain deal.", ["black-sea-grain-initiative"]),
    "acronym": ("COP28 ended with the UAE Consensus.", ["climate-cop", "uae-consensus"]),
    "initials": (
        "The envoy praised the GSI and the Global Civilization Initiative.",
        ["global-security-initiative", "global-civilization-initiative"],
    ),
    "longest wins": (
        "They built a China-Kyrgyzstan community with a shared future.",
        ["china-kyrgyzstan-community-shared-future"],
    ),
    "common words": ("He ran a framework and a compact for the quad bikes.", []),
    "inside words": ("INFO on the NPTX and STARTING lists", []),
    "numbered": ("New START, the INF Treaty and START I", ["new-start", "inf-treaty", "start-i"]),
}


@pytest.mark.parametrize(("text", "found"), IN_TEXT.values(), ids=IN_TEXT)
def test_forms_are_found_in_running_text(gazetteer, text, found):
    assert [hit.entries[0].identity for hit in gazetteer.find(text)] == found
