"""Persons by the form of their names and by what stands around them: surnames in capitals, titles in a row.

A row says what the text is and every person it names, as "Name/ISO3/office; office", "-" where nothing tells.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from dragoman.knowledge import Knowledge
from dragoman.parse import EnglishParser
from dragoman.records import Date, Document, Entity, Segment
from dragoman.resolve.actors import find_actors
from dragoman.resolve.actors_scan import scan_document

DAY = dt.date(2024, 3, 6)

CAPITALS = [
    # id, text, persons
    ("family name first, short", "Mr. SEO Minjun met the press .", {"SEO Minjun/-/-"}),
    (
        "family name first, after an office",
        "South Korean President BAEK Jun Seok visited Oslo .",
        {"BAEK Jun Seok/KOR/President"},
    ),
    (
        "family name first, after a scope",
        "Minister of Foreign Affairs ONO Keita signed it .",
        {"ONO Keita/-/Minister of Foreign Affairs"},
    ),
    (
        "family name last, given name of either gender",
        "French Foreign Minister Camille RENARD met Mr. Tomas Ivo KRAL .",
        {"Camille RENARD/FRA/Foreign Minister", "Tomas Ivo KRAL/-/-"},
    ),
    (
        "surname alone later",
        "Japanese Minister ONO Keita spoke . ONO thanked them .",
        {"ONO Keita/JPN/Minister"},
    ),
    ("an acronym is no surname", "President MOU Signing Ceremony", set()),
    ("a tax is no surname", "The Prime Minister VAT plan failed .", set()),
]

ARTICLES = [
    (
        "people's name before the article",
        "Iraqi Prime Minister Hassan Shia Al Jaberi met them .",
        {"Hassan Shia Al Jaberi/IRQ/Prime Minister"},
    ),
    ("a people stays one", "Hassan Karimi spoke of Shia Islam .", {"Hassan Karimi/-/-"}),
]

ROWS = [
    (
        "title and name, twice, with honorifics",
        "At the invitation of the President of Chile, H.E. Pablo Rivas, the Prime Minister of the Republic "
        "of Fiji, H.E. Jone Vula paid a visit .",
        {"Pablo Rivas/CHL/President of Chile", "Jone Vula/FJI/Prime Minister of the Republic of Fiji"},
    ),
    (
        "title and name, twice, without",
        "The President of Chile, Pablo Rivas, the Prime Minister of Fiji, Jone Vula, and others came .",
        {"Pablo Rivas/CHL/President of Chile", "Jone Vula/FJI/Prime Minister of Fiji"},
    ),
    (
        "name and title, twice",
        "Pablo Rivas, the President of Chile, and Jone Vula, the Prime Minister of Fiji, came .",
        {"Pablo Rivas/CHL/President of Chile", "Jone Vula/FJI/Prime Minister of Fiji"},
    ),
    (
        "adviser of another",
        "Arthur N. Whitlow, the President's adviser, left .",
        {"Arthur N. Whitlow/-/adviser"},
    ),
    (
        "adviser of another, two words",
        "Arthur Whitlow, the Prime Minister's spokesman, left .",
        {"Arthur Whitlow/-/spokesman"},
    ),
]

COUNTRIES = [
    (
        "no American minister",
        "U.S. Secretary of State Carl Benning and Foreign Minister Jaro Brezina met .",
        {"Carl Benning/USA/Secretary of State", "Jaro Brezina/-/Foreign Minister"},
    ),
    (
        "one country's list",
        "Slovak President Jaro Brezina and Foreign Minister Ivan Kral met .",
        {"Jaro Brezina/SVK/President", "Ivan Kral/SVK/Foreign Minister"},
    ),
    (
        "minister tells of a pledge",
        "Chile pledged funds to Fiji, Foreign Minister Ana Rojas said .",
        {"Ana Rojas/CHL/Foreign Minister"},
    ),
    (
        "minister tells of another's attack",
        "Chile attacked Fiji, Foreign Minister Ana Rojas said .",
        {"Ana Rojas/-/Foreign Minister"},
    ),
    (
        "minister speaks in the capital",
        "Foreign Minister Ana Rojas said in Santiago that the talks would go on .",
        {"Ana Rojas/CHL/Foreign Minister"},
    ),
    (
        "counterpart",
        "Peruvian Defence Minister Eva Tello met her Chilean counterpart, Ana Rojas, in Lima .",
        {"Eva Tello/PER/Defence Minister", "Ana Rojas/CHL/Defence Minister"},
    ),
    (
        "counterpart of somebody without an office",
        "Eva Tello met her Chilean counterpart, Ana Rojas, in Lima .",
        {"Eva Tello/-/-", "Ana Rojas/CHL/-"},
    ),
]

Actors = Callable[[str], list[Entity]]


@pytest.fixture(scope="module")
def persons(parser: EnglishParser, knowledge: Knowledge) -> Actors:
    def read(text: str) -> list[Entity]:
        day = Date(DAY, DAY, "day", "metadata")
        layout = (Segment("paragraph", 0, len(text)),)
        document = Document("", "t", None, None, None, (), "en", day, None, text, layout=layout)
        tree = next(iter(parser.parse([document])))
        entities, _ = find_actors(scan_document(document, tree, knowledge))
        return [entity for entity in entities if entity.kind == "person"]

    return read


def _line(person: Entity) -> str:
    offices = "; ".join(office.title for office in person.offices)
    return f"{person.name}/{person.country or '-'}/{offices or '-'}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=name)
        for name, text, expected in CAPITALS + ARTICLES + ROWS + COUNTRIES
    ],
)
def test_names_countries_and_offices(text: str, expected: set[str], persons: Actors) -> None:
    assert {_line(person) for person in persons(text)} == expected
