"""Whose record is whose: by key, by name with country and office, and never by a single word."""

from __future__ import annotations

import pytest

from dragoman.link import Known, link_identities
from dragoman.link.identities import name_key

NAMES = [
    ("accents", "Mevlüt Çavuşoğlu", "Mevlut Cavusoglu", True),
    ("order", "Vik, Ingrid", "Ingrid Vik", True),
    ("title", "Dr. Ingrid Vik", "Ingrid Vik", True),
    ("case", "INGRID VIK", "Ingrid Vik", True),
    ("patronymic", "Rashid bin Omar", "Omar bin Rashid", False),
    ("patronymic, family name first", "Al Hariq, Rashid bin Omar", "Rashid bin Omar Al-Hariq", True),
    ("a sovereign's number", "Olav II Haraldsson", "Haraldsson, Olav II", True),
    ("another given name", "Astrid Vik", "Ingrid Vik", False),
]


@pytest.mark.parametrize(("one", "other", "same"), [pytest.param(*row, id=name) for name, *row in NAMES])
def test_name_key(one: str, other: str, same: bool) -> None:
    assert (name_key(one) == name_key(other)) is same


@pytest.mark.parametrize("name", ["Vik", "Mr. Vik", "", "…", "Olav II", "Olav, XVI"])
def test_one_word_is_no_key(name: str) -> None:
    assert name_key(name) == ""


def keys(*known: Known) -> dict[str, str]:
    return {link.document: link.key for link in link_identities(known)}


def person(
    document: str, name: str, country: str | None = None, *offices: str, identity: str | None = None
) -> Known:
    return Known(document, "n1", "person", name, country, offices, identity)


def test_the_same_name_and_country_meet() -> None:
    found = keys(person("a", "Ingrid Vik", "NOR"), person("b", "VIK Ingrid", "NOR"))
    assert found["a"] == found["b"] == "person:NOR:ingrid-vik"


def test_namesakes_of_two_countries_stay_apart() -> None:
    found = keys(
        person("a", "John Smith", "USA"), person("b", "John Smith", "GBR"), person("c", "John Smith")
    )
    assert found == {"a": "person:USA:john-smith", "b": "person:GBR:john-smith"}


def test_a_name_without_any_country_meets_itself() -> None:
    assert len(set(keys(person("a", "John Smith"), person("b", "John Smith")).values())) == 1


def test_office_tells_namesakes_apart() -> None:
    found = keys(
        person("a", "John Smith", "USA", "Secretary of Energy"),
        person("b", "John Smith", "GBR", "Foreign Secretary"),
        person("c", "John Smith", None, "Foreign Secretary"),
    )
    assert found["c"] == found["b"] != found["a"]


def test_one_without_a_country_joins_the_only_one() -> None:
    links = list(link_identities([person("a", "Ingrid Vik", "NOR"), person("b", "Ingrid Vik")]))
    assert {link.key for link in links} == {"person:NOR:ingrid-vik"}
    assert [(link.score, link.reason) for link in links if link.document == "b"] == [
        (0.7, "the same name; no country told")
    ]


def test_known_ones_keep_their_key() -> None:
    [link] = link_identities([person("a", "Ingrid Vik", "NOR", identity="person:Q1")])
    assert (link.key, link.score) == ("person:Q1", 1.0)


def test_surnames_and_places_are_left_out() -> None:
    assert keys(person("a", "Vik", "NOR"), Known("b", "n1", "place", "New Oslo", "NOR")) == {}


def test_people_and_organizations_stay_apart() -> None:
    found = keys(person("a", "Amal Saad", "LBN"), Known("b", "n1", "organization", "Amal Saad", "LBN"))
    assert found["a"] != found["b"]
