"""Bodies, venues, projects and initiatives that are known by their form alone.

A row gives the text and what is found in it, as "kind:name" or "kind:name:ISO3".
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.knowledge import Knowledge
from dragoman.parse import EnglishParser
from dragoman.records import Document, Entity, Segment
from dragoman.resolve.actors import find_actors
from dragoman.resolve.actors_scan import scan_document
from dragoman.resolve.organizations import is_acronym

THINGS = [
    # id, text, things
    ("mining project", "He toured the Karasu mining project .", {"project:Karasu mining project"}),
    (
        "institute at a university",
        "He visited the Tagore Institute at Osh Technical University .",
        {"venue:Tagore Institute at Osh Technical University:KGZ"},
    ),
    ("camp", "They went to the Al-Rashidiya camp .", {"venue:Al-Rashidiya camp"}),
    ("stadium", "The cup was held in Belmonte Stadium .", {"venue:Belmonte Stadium"}),
    ("hospital", "She opened the Vasquez Children's Hospital .", {"venue:Vasquez Children's Hospital"}),
    ("bridge", "Work on the Ndola Bridge began .", {"venue:Ndola Bridge:ZMB"}),
    (
        "renovation",
        "He inspected the renovation of the old harbour bridge .",
        {"project:renovation of the old harbour bridge"},
    ),
    (
        "renovation projects",
        "He saw the reconstruction projects of the city road network in Lima .",
        {"project:reconstruction projects of the city road network"},
    ),
    ("railway", "The Kisangani railway needs funds .", {"project:Kisangani railway:COD"}),
    (
        "ministry",
        "The Ministry of Health and Social Care replied .",
        {"organization:Ministry of Health and Social Care"},
    ),
    (
        "ministry of a country",
        "The Estonian Ministry of Culture replied .",
        {"organization:Estonian Ministry of Culture:EST"},
    ),
    (
        "ministry before its noun",
        "The Peruvian Foreign Ministry replied .",
        {"organization:Peruvian Foreign Ministry:PER"},
    ),
    ("party", "The Reform Alliance Party lost .", {"organization:Reform Alliance Party"}),
    ("bank", "The Banco Meridian Bank failed .", {"organization:Banco Meridian Bank"}),
    ("company by its trade", "Peruvian company Andatel won the contract .", {"organization:Andatel:PER"}),
    ("newspaper", "He told the newspaper Meridian Wire .", {"organization:Meridian Wire"}),
    ("accords", "They joined the Calliope Accords .", {"framework:Calliope Accords"}),
    ("small agreement", "The Zelmira agreement holds .", {"framework:Zelmira agreement"}),
    (
        "initiative in small letters",
        "She praised the Villa Serena initiative .",
        {"initiative:Villa Serena initiative"},
    ),
    ("mechanism", "They met under the Danube Five mechanism .", {"initiative:Danube Five mechanism"}),
    (
        "memorandum",
        "They signed a Memorandum of Understanding on Fisheries .",
        {"framework:Memorandum of Understanding on Fisheries"},
    ),
    (
        "resolution",
        "It recalls Security Council Resolutions 912 and 944 .",
        {"framework:Security Council Resolutions 912 and 944"},
    ),
    ("no name, no thing", "They signed an agreement at the hospital .", set()),
    ("a construction of words", "The construction of the sentence is odd .", set()),
    ("a common group", "European groups protested .", set()),
]


@pytest.fixture(scope="module")
def things(parser: EnglishParser, knowledge: Knowledge) -> Callable[[str], list[Entity]]:
    def read(text: str) -> list[Entity]:
        layout = (Segment("paragraph", 0, len(text)),)
        document = Document("", "t", None, None, None, (), "en", None, None, text, layout=layout)
        tree = next(iter(parser.parse([document])))
        return find_actors(scan_document(document, tree, knowledge))[0]

    return read


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for name, *row in THINGS])
def test_things_by_pattern(text: str, expected: set[str], things: Callable[[str], list[Entity]]) -> None:
    found = {
        f"{entity.kind}:{entity.name}" + (f":{entity.country}" if entity.country else "")
        for entity in things(text)
        if entity.identity is None and entity.kind != "place"
    }
    assert found == expected


def test_short_form_in_brackets_is_the_long_form(things: Callable[[str], list[Entity]]) -> None:
    entities = things("The Coastal Research Agency (CRAY) met in Nairobi. CRAY said the reefs are safe.")
    agency = next(entity for entity in entities if entity.name == "Coastal Research Agency")
    assert "CRAY" in agency.aliases


@pytest.mark.parametrize(
    ("word", "expected"),
    [("OSCE", True), ("AfCFTA", True), ("G20", True), ("Paris", False), ("I", False), ("NATO-led", True)],
)
def test_is_acronym(word: str, expected: bool) -> None:
    assert is_acronym(word) is expected


def test_a_known_body_at_a_university_is_one_venue(things: Callable[[str], list[Entity]]) -> None:
    entities = things("He visited the Confucius Institute at Osh Technical University on Friday.")
    assert [entity.name for entity in entities if entity.kind == "venue"] == [
        "Confucius Institute at Osh Technical University"
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("They spoke about issues related to Xinjiang .", "issue", id="as a matter"),
        pytest.param("He flew to Xinjiang on Friday .", "place", id="as a place"),
    ],
)
def test_a_region_in_dispute_is_an_issue_where_it_is_spoken_of_as_one(
    text: str, kind: str, things: Callable[[str], list[Entity]]
) -> None:
    assert [entity.kind for entity in things(text)] == [kind]
