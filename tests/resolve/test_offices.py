"""Offices: how a title reads, whose it is, and where its scope ends.

A row of TITLES gives the one title of a text as "title|country|organization|sector"; "-" stands for unknown.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.knowledge import Knowledge
from dragoman.parse import EnglishParser
from dragoman.records import Document, Entity, Segment
from dragoman.resolve.actors import find_actors
from dragoman.resolve.actors_scan import scan_document
from dragoman.resolve.offices import Title, find_titles

TITLES = [
    # id, text, title
    ("plain", "Peruvian President Ana Quispe spoke .", "President|PER|-|GOV"),
    ("deputy", "Deputy Foreign Minister Pavlo Sirko spoke .", "Deputy Foreign Minister|-|-|GOV"),
    (
        "acting with scope",
        "Acting Assistant Secretary for Near Eastern Affairs Lena Roth spoke .",
        "Acting Assistant Secretary for Near Eastern Affairs|-|-|GOV",
    ),
    (
        "coordinated modifiers",
        "Trade and Industry Minister Seo Jun-ha spoke .",
        "Trade and Industry Minister|-|-|GOV",
    ),
    (
        "list of fields",
        "the Minister of Trade, Industry and Energy Seo Jun-ha spoke .",
        "Minister of Trade, Industry and Energy|-|-|GOV",
    ),
    (
        "envoy's matter is not the own country",
        "Special Envoy for Yemen Carl Thorsen spoke .",
        "Special Envoy for Yemen|-|-|GOV",
    ),
    (
        "ambassador's host is not the own country",
        "Irish Ambassador to Chad Nora Byrne spoke .",
        "Ambassador to Chad|IRL|-|GOV",
    ),
    ("of a country", "Prime Minister of Latvia Juris Kalnins spoke .", "Prime Minister of Latvia|LVA|-|GOV"),
    (
        "small letters",
        "the deputy health minister , Juris Kalnins , spoke .",
        "deputy health minister|-|-|GOV",
    ),
    (
        "member of parliament",
        "Juris Kalnins , a member of parliament , spoke .",
        "member of parliament|-|-|-",
    ),
    ("rank in short", "Lt. Gen. Otto Brandl spoke .", "Lieutenant General|-|-|MIL"),
    ("senator in short", "Sen. Walter Finch spoke .", "Senator|-|-|LEG"),
    ("secretary general", "Secretary General Piet de Graaf spoke .", "Secretary General|-|-|GOV"),
    ("hyphenated", "Vice-President Chanda Mulenga spoke .", "Vice-President|-|-|GOV"),
    ("elect", "President-elect Chanda Mulenga spoke .", "President-elect|-|-|GOV"),
    ("commander in chief", "Commander in Chief Otto Brandl spoke .", "Commander in Chief|-|-|MIL"),
    ("chief justice", "Chief Justice Hilda Owen spoke .", "Chief Justice|-|-|JUD"),
    ("bishop", "Archbishop Hilda Owen spoke .", "Archbishop|-|-|REL"),
    (
        "former before the country",
        "former Bulgarian Finance Minister Stefan Radev spoke .",
        "former Finance Minister|BGR|-|GOV",
    ),
    (
        "former after the country",
        "Bulgarian former minister Stefan Radev spoke .",
        "former minister|BGR|-|GOV",
    ),
    (
        "body before",
        "National Assembly deputy Stefan Radev spoke .",
        "National Assembly deputy|-|National Assembly|LEG",
    ),
    (
        "body after",
        "the Director of the State Agency for Reserves , Stefan Radev , spoke .",
        "Director of the State Agency for Reserves|-|State Agency for Reserves|-",
    ),
    ("title in capitals", "FOREIGN MINISTER LANGE spoke .", "Foreign Minister|-|-|GOV"),
    ("possessive owner", "Latvia 's interior minister Juris Kalnins spoke .", "interior minister|LVA|-|GOV"),
    (
        "plural made single",
        "Foreign Ministers Li Guowei and Anton Melnikov spoke .",
        "Foreign Minister|-|-|GOV",
    ),
]

NO_TITLES = [
    ("adjective", "The general strike ended ."),
    ("verb", "They head north and lead the race ."),
    ("within a bigger rank", "Major roads were closed ."),
]

OFFICES = [
    # id, text, every office of the one person
    (
        "two titles",
        "Omani Deputy Prime Minister and Defense Minister Salim Said met them .",
        {"Deputy Prime Minister", "Defense Minister"},
    ),
    (
        "second title shares the preposition",
        "U.S. Special Envoy and Ambassador to Chad Carol Hobson flew in .",
        {"Special Envoy", "Ambassador to Chad"},
    ),
    (
        "later apposition",
        "Irish Premier Niall Roche spoke . Roche , also a member of the Council of State , left .",
        {"Premier", "member of the Council of State"},
    ),
    (
        "as",
        "She thanked President Chanda Mulenga for his work as African Union Chairperson .",
        {"President", "African Union Chairperson"},
    ),
    ("in his capacity as", "In his capacity as deputy mayor , Juris Kalnins signed .", {"deputy mayor"}),
    ("is", "Juris Kalnins is the mayor of Riga .", {"mayor of Riga"}),
    ("sworn in", "Juris Kalnins was sworn in as governor .", {"governor"}),
    ("elected", "Juris Kalnins was elected speaker .", {"speaker"}),
    (
        "short form and full form are one",
        "Secretary of State Carol Hobson spoke . Secretary Hobson left .",
        {"Secretary of State"},
    ),
    (
        "deputy and chief are two",
        "Deputy Mayor Juris Kalnins spoke . Mayor Kalnins left .",
        {"Deputy Mayor", "Mayor"},
    ),
    ("an occupation is no office", "Latvian poet Juris Kalnins spoke .", set()),
    ("a neighbour's office is not his", "Juris Kalnins met the mayor of Riga .", set()),
]

RESPECTIVELY = (
    "In their roles as Minister of Culture, Director of the State Archive, and Governor of Varna, "
    "respectively, Radev, Petkov, and Ilieva signed. Bulgarian officials Stefan Radev, Boyan Petkov, and "
    "Vesela Ilieva agreed."
)

Read = Callable[[str], tuple[list[Title], list[Entity]]]


@pytest.fixture(scope="module")
def read(parser: EnglishParser, knowledge: Knowledge) -> Read:
    def run(text: str) -> tuple[list[Title], list[Entity]]:
        layout = (Segment("paragraph", 0, len(text)),)
        document = Document("", "t", None, None, None, (), "en", None, None, text, layout=layout)
        scan = scan_document(document, next(iter(parser.parse([document]))), knowledge)
        return find_titles(scan), [entity for entity in find_actors(scan)[0] if entity.kind == "person"]

    return run


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for name, *row in TITLES])
def test_title(text: str, expected: str, read: Read) -> None:
    titles, _ = read(text)
    found = [f"{t.text}|{t.country or '-'}|{t.organization or '-'}|{t.sector or '-'}" for t in titles]
    assert found == [expected]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NO_TITLES])
def test_no_title(text: str, read: Read) -> None:
    assert read(text)[0] == []


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for name, *row in OFFICES])
def test_offices(text: str, expected: set[str], read: Read) -> None:
    (person,) = read(text)[1]
    assert {office.title for office in person.offices} == expected


def test_respectively_pairs_titles_and_names(read: Read) -> None:
    persons = read(RESPECTIVELY)[1]
    offices = {person.name: {office.title for office in person.offices} for person in persons}
    assert "Minister of Culture" in offices["Stefan Radev"]
    assert "Director of the State Archive" in offices["Boyan Petkov"]
    assert "Governor of Varna" in offices["Vesela Ilieva"]


def test_evidence_is_the_title_as_written(read: Read) -> None:
    text = "Peruvian Deputy Prime Minister Ana Quispe spoke."
    (person,) = read(text)[1]
    evidence = person.offices[0].evidence
    assert evidence is not None
    assert evidence.of(text) == "Deputy Prime Minister"
