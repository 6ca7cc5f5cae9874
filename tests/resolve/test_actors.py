"""Countries, groups, bodies and the mentions of them.

A row of MENTIONS lists what a text speaks of, each as "words → entity (form)", with the sector of a group
behind it.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.knowledge import Knowledge
from dragoman.parse import EnglishParser
from dragoman.records import Document, Entity, Segment
from dragoman.resolve.actors import find_actors
from dragoman.resolve.actors_scan import scan_document
from dragoman.resolve.resolved import TokenMention

Read = Callable[[str], tuple[list[Entity], list[TokenMention], list[str]]]

MENTIONS = [
    # id, text, mentions
    ("country", "Ghana voted .", ["Ghana → Ghana (name)"]),
    (
        "two names, one country",
        "The Republic of Chad thanked Chad .",
        ["Republic of Chad → Chad (name)", "Chad → Chad (name)"],
    ),
    ("demonym as an adjective", "Peruvian exports rose .", ["Peruvian → Peru (demonym)"]),
    (
        "a pair of countries",
        "Kyrgyz-China relations grew .",
        ["Kyrgyz → Kyrgyzstan (demonym)", "China → China (name)"],
    ),
    ("officials", "He met senior Israeli officials .", ["senior Israeli officials → Israel (noun) GOV"]),
    ("government", "The Ghanaian government agreed .", ["Ghanaian government → Ghana (noun) GOV"]),
    ("people of", "They greeted the people of Mali .", ["people of Mali → Mali (noun) CVL"]),
    ("government of", "The Government of Peru agreed .", ["Government of Peru → Peru (noun) GOV"]),
    ("possessive", "Libya 's leaders agreed .", ["Libya 's leaders → Libya (noun) GOV"]),
    ("troops", "Russian troops withdrew .", ["Russian troops → Russia (noun) MIL"]),
    ("police", "Kenyan police fired .", ["Kenyan police → Kenya (noun) COP"]),
    ("lawmakers", "Polish lawmakers voted .", ["Polish lawmakers → Poland (noun) LEG"]),
    (
        "two countries, one noun",
        "U.S. and Iraqi forces advanced .",
        ["U.S. and Iraqi forces → United States, Iraq (noun) MIL"],
    ),
    ("plural demonym", "Libyans voted .", ["Libyans → Libya (noun) -"]),
    ("officials from", "Officials from Oman agreed .", ["Officials from Oman → Oman (noun) GOV"]),
    ("companies are an adjectival use", "Chinese companies invested .", ["Chinese → China (demonym)"]),
    ("capital as a place", "They met in Bishkek .", ["Bishkek → Bishkek (name)"]),
    (
        "capital as a government",
        "Bishkek accused Tashkent of lying .",
        ["Bishkek → Kyrgyzstan (metonym)", "Tashkent → Uzbekistan (metonym)"],
    ),
    ("capital that owns a policy", "Tehran 's nuclear policy is unchanged .", ["Tehran → Iran (metonym)"]),
    (
        "talks between capitals",
        "Talks between Ankara and Athens failed .",
        ["Ankara → Turkey (metonym)", "Athens → Greece (metonym)"],
    ),
    ("building", "The Kremlin denied it .", ["Kremlin → Russia (metonym)"]),
    (
        "person with title",
        "Kenyan Foreign Minister Grace Wanjiru spoke .",
        ["Kenyan Foreign Minister Grace Wanjiru → Grace Wanjiru (name)"],
    ),
    (
        "visiting",
        "Ghana greeted visiting Kenyan Foreign Minister Grace Wanjiru .",
        ["Ghana → Ghana (name)", "visiting Kenyan Foreign Minister Grace Wanjiru → Grace Wanjiru (name)"],
    ),
    (
        "title of somebody named",
        "Secretary Hobson spoke . The Secretary left .",
        ["Secretary Hobson → Hobson (name)", "Secretary → Hobson (title)"],
    ),
    (
        "title of nobody named",
        "The Iranian foreign minister left .",
        ["Iranian foreign minister → Iran (title) GOV"],
    ),
    ("title without anything", "A spokesman declined to comment .", []),
    (
        "deputy is not the chief",
        "Deputy Secretary Hobson spoke . The Secretary left .",
        ["Deputy Secretary Hobson → Hobson (name)"],
    ),
    ("known body", "NATO agreed .", ["NATO → NATO (name)"]),
    (
        "known initiative",
        "The Belt and Road Initiative grew .",
        ["Belt and Road Initiative → Belt and Road Initiative (name)"],
    ),
]


@pytest.fixture(scope="module")
def read(parser: EnglishParser, knowledge: Knowledge) -> Read:
    def run(text: str) -> tuple[list[Entity], list[TokenMention], list[str]]:
        layout = (Segment("paragraph", 0, len(text)),)
        document = Document("", "t", None, None, None, (), "en", None, None, text, layout=layout)
        tree = next(iter(parser.parse([document])))
        entities, mentions = find_actors(scan_document(document, tree, knowledge))
        return entities, mentions, tree.words

    return run


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for name, *row in MENTIONS])
def test_mentions(text: str, expected: list[str], read: Read) -> None:
    entities, mentions, words = read(text)
    found = []
    for mention in mentions:
        who = ", ".join(SHORT.get(entities[k].name, entities[k].name) for k in mention.entities)
        line = f"{' '.join(words[mention.first : mention.last])} → {who} ({mention.form})"
        found.append(line + (f" {mention.sector or '-'}" if mention.group else ""))
    assert found == expected


SHORT = {
    "Türkiye": "Turkey",
    "United States of America": "United States",
    "North Atlantic Treaty Organization": "NATO",
}
"""The tables' canonical names may be the formal ones."""


@pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in MENTIONS])
def test_mentions_never_overlap_and_hold_their_head(text: str, read: Read) -> None:
    _, mentions, words = read(text)
    taken: set[int] = set()
    for mention in mentions:
        tokens = set(range(mention.first, mention.last))
        assert tokens
        assert not tokens & taken
        assert mention.head in tokens
        assert mention.last <= len(words)
        taken |= tokens


def test_one_country_is_one_entity(read: Read) -> None:
    entities, _, _ = read("Ghana and the Ghanaian government thanked Ghanaians in the Republic of Ghana .")
    assert [entity.identity for entity in entities] == ["country:GHA"]


def test_empty_tree_gives_nothing(read: Read) -> None:
    assert read(" ") == ([], [], [])


@pytest.mark.parametrize(
    ("text", "country"),
    [
        pytest.param("Congress voted on Monday .", None, id="anybody's"),
        pytest.param("In the United States , Congress voted on Monday .", "USA", id="of the country named"),
    ],
)
def test_a_body_with_a_plain_name_needs_its_country(text: str, country: str | None, read: Read) -> None:
    (body,) = [entity for entity in read(text)[0] if entity.kind == "organization"]
    assert body.country == country
