"""Where a report comes from: the dateline's town, by its region and by what the report is about."""

from __future__ import annotations

import pytest

from dragoman.knowledge import Knowledge
from dragoman.parse import EnglishParser
from dragoman.read import read_text
from dragoman.records import Place
from dragoman.resolve import resolve
from dragoman.resolve.places_dateline import resolve_dateline
from dragoman.resolve.places_evidence import CLEAR, Evidence

PLACED = [
    # id, text, country, gazetteer id (None: no coordinates)
    ("capital", "OSLO, May 3 (Reuters) - Ministers met.", "NOR", "city:3143244"),
    ("country after the town", "GEORGETOWN, Guyana (AP) — Ministers met.", "GUY", "city:3378644"),
    ("abbreviated state", "ATHENS, Ga. (AP) — Students met.", "USA", "city:4180386"),
    ("nation", "CAMBRIDGE, England (AP) — Chemists met.", "GBR", "city:2653941"),
    ("American town", "CAMBRIDGE, Mass. (AP) — Chemists met.", "USA", "city:4931972"),
    ("seat of a body", "UNITED NATIONS, May 3 (Xinhua) -- Envoys met.", "USA", "city:5128581"),
    ("article", "THE HAGUE, May 3 (Xinhua) -- Judges met.", "NLD", "city:2747373"),
    ("hyphens", "PORT-AU-PRINCE, Haiti (AP) — Gangs attacked.", "HTI", "city:3718426"),
    ("town without a table", "MUNDARE, Alberta (CP) — Farmers met.", "CAN", None),
    (
        "two towns of the state",
        "KINGSTON, May 3 (Reuters) - Jamaica's premier met Jamaican farmers.",
        "JAM",
        "city:3489854",
    ),
    (
        "body support",
        "VALENCIA, May 3 (EFE) - Spain's king met Spanish farmers near Alicante.",
        "ESP",
        "region:ES-VC",
    ),
    (
        "other body support",
        "VALENCIA, May 3 (EFE) - Venezuelan troops left Caracas and Maracay.",
        "VEN",
        "city:3625549",
    ),
    ("nothing to go by", "SPRINGFIELD, May 3 (AP) - Farmers met.", "USA", None),
]


def placed(text: str, parser: EnglishParser, knowledge: Knowledge) -> Place:
    document = read_text(text, "t")
    dateline = resolve(document, next(iter(parser.parse([document]))), knowledge).document.dateline
    assert dateline is not None
    return dateline


@pytest.mark.parametrize(
    ("text", "country", "number"), [pytest.param(*row, id=name) for name, *row in PLACED]
)
def test_datelines(
    text: str, country: str, number: str | None, parser: EnglishParser, knowledge: Knowledge
) -> None:
    dateline = placed(text, parser, knowledge)
    assert dateline.country == country
    assert dateline.gazetteer_id == number
    assert (dateline.lat is None) == (dateline.lon is None) == (number is None)
    assert dateline.basis == "dateline"
    assert dateline.evidence is not None
    assert dateline.evidence.of(text).startswith(text[:4])


def test_dateline_is_evidence_for_the_text(parser: EnglishParser, knowledge: Knowledge) -> None:
    document = read_text("ATLANTA (AP) — The governor said Georgia would vote again.", "t")
    found = resolve(document, next(iter(parser.parse([document]))), knowledge)
    assert [entity.identity for entity in found.entities if entity.name == "Georgia"] == ["region:US-GA"]


def test_confidence_tells_a_clear_choice_from_a_guess(parser: EnglishParser, knowledge: Knowledge) -> None:
    assert placed("OSLO, May 3 (Reuters) - Ministers met.", parser, knowledge).confidence >= CLEAR
    assert placed("SPRINGFIELD, May 3 (AP) - Farmers met.", parser, knowledge).confidence < CLEAR


def test_document_without_a_dateline_is_handed_back(knowledge: Knowledge) -> None:
    document = read_text("Ministers met in Oslo.", "t")
    assert resolve_dateline(document, knowledge, Evidence()) == (document, None)


def test_placed_dateline_is_left_as_it_is(knowledge: Knowledge) -> None:
    document = read_text("OSLO, May 3 (Reuters) - Ministers met.", "t")
    once, _ = resolve_dateline(document, knowledge, Evidence())
    assert resolve_dateline(once, knowledge, Evidence()) == (once, None)


def test_unknown_name_stays_without_a_country(knowledge: Knowledge) -> None:
    document = read_text("QWERTYTOWN, May 3 (Reuters) - Ministers met.", "t")
    same, reading = resolve_dateline(document, knowledge, Evidence())
    assert reading is None
    assert same.dateline is not None
    assert same.dateline.country is None
