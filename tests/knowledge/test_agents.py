"""Nouns for people and words of titles."""

from __future__ import annotations

import pytest

AGENTS = [
    ("minister", "GOV"), ("ministers", "GOV"), ("police", "COP"), ("policemen", "COP"), ("troops", "MIL"),
    ("rebels", "REB"), ("protesters", "CVL"), ("protestors", "CVL"), ("lawmakers", "LEG"),
    ("opposition", "OPP"),
    ("journalists", "JRN"), ("farmers", "AGR"), ("refugees", "REF"), ("gunmen", "UAF"), ("militia", "PRM"),
    ("spy agency", "SPY"), ("clerics", "REL"), ("union leader", "LAB"), ("former president", "ELI"),
    ("drug traffickers", "CRM"), ("nurses", "MED"), ("students", "EDU"), ("aid workers", "SOC"),
    ("judges", "JUD"),
    ("members of parliament", "LEG"), ("secretaries of state", "GOV"), ("companies", "BUS"),
    ("parties", "PTY"),
]  # fmt: skip


@pytest.mark.parametrize(("noun", "sector"), AGENTS, ids=[row[0] for row in AGENTS])
def test_agents(noun, sector, knowledge):
    assert knowledge.agents[noun] == sector


@pytest.mark.parametrize(
    "word", ["helicopter", "missile", "barracks", "table", "water", "meeting", "private"]
)
def test_things_are_no_agents(word, knowledge):
    assert word not in knowledge.agents


TITLES = [
    ("president", "GOV"), ("foreign minister", "GOV"), ("chief cabinet secretary", "GOV"),
    ("vice premier", "GOV"),
    ("taoiseach", "GOV"), ("ambassadors", "GOV"), ("secretaries-general", "GOV"),
    ("chargé d'affaires", "GOV"),
    ("senator", "LEG"), ("mps", "LEG"), ("lt. gen.", "MIL"), ("chiefs of staff", "GOV"),
    ("chief justice", "JUD"),
    ("attorneys general", "JUD"), ("police chief", "COP"), ("opposition leader", "OPP"),
    ("grand mufti", "REL"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "sector"), TITLES, ids=[row[0] for row in TITLES])
def test_titles(title, sector, knowledge):
    assert knowledge.titles.heads[title] == sector


def test_modifiers_and_honorifics(knowledge):
    assert {
        "deputy",
        "vice",
        "acting",
        "interim",
        "former",
        "chief",
        "special",
        "permanent",
    } <= knowledge.titles.modifiers
    assert {"mr", "ms.", "sheikh", "sir", "his excellency"} <= knowledge.titles.honorifics
    assert "he" not in knowledge.titles.honorifics


@pytest.mark.parametrize("word", ["director", "chairman", "head", "leader", "adviser", "member"])
def test_heads_whose_body_decides_have_no_sector(word, knowledge):
    assert word not in knowledge.titles.heads
