"""The parts of coreference: gender, quotations, empty "it", binding; and what holds of every text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.knowledge import Knowledge
from dragoman.parse import EnglishParser
from dragoman.parse.tree import Tree
from dragoman.records import Document, Entity, Segment
from dragoman.resolve import resolve
from dragoman.resolve.coreference_binding import forbidden, fronted_to, judged_for, matrix_subject
from dragoman.resolve.coreference_gender import (
    GROUP,
    PERSON,
    PLACE,
    THING,
    TIME,
    load_nouns,
    name_gender,
    noun_kind,
    person_gender,
)
from dragoman.resolve.coreference_pleonastic import is_pleonastic
from dragoman.resolve.coreference_quotes import find_quotes
from dragoman.resolve.coreference_ranking import INDEX
from dragoman.resolve.coreference_weights import WEIGHTS


def parse(text: str, parser: EnglishParser) -> Tree:
    layout, offset = [], 0
    for paragraph in text.split("\n\n"):
        layout.append(Segment("paragraph", offset, offset + len(paragraph)))
        offset += len(paragraph) + 2
    document = Document("d", "d", None, None, None, (), "en", None, None, text, (), tuple(layout))
    return next(iter(parser.parse([document])))


GENDERS = [
    # name, expected
    ("Elena Petrescu", "f"),
    ("Karim Haddad", "m"),
    ("Jean-Pierre Moreau", "m"),
    ("Sergei Ivanov", "m"),
    ("K. Zheleva", "f"),
    ("Aidar Bekbolatov", "m"),
    ("Andrea Conti", None),
    ("Haddad", None),
    ("Popov", None),
]


@pytest.mark.parametrize(("name", "gender"), GENDERS)
def test_name_gender(name: str, gender: str | None) -> None:
    assert name_gender(name.split(), load_nouns()) == gender


def test_family_name_first_tells_nothing() -> None:
    entity = Entity("e0", "person", "Li Mary", (), "CHN", None, ())
    assert person_gender(entity, load_nouns()) is None
    assert name_gender(["Mary", "Li"], load_nouns()) == "f"


KINDS = [
    ("minister", PERSON),
    ("fisherman", PERSON),
    ("asylum-seeker", PERSON),
    ("spokesperson", PERSON),
    ("ministry", GROUP),
    ("bloc", GROUP),
    ("decade", TIME),
    ("province", PLACE),
    ("list", THING),
    ("treaty", THING),
]


@pytest.mark.parametrize(("noun", "kind"), KINDS)
def test_noun_kind(noun: str, kind: int) -> None:
    assert noun_kind(noun, load_nouns()) == kind


EMPTY_IT = [
    # id, text with one "it", expected
    ("clear that", "It is clear that the road is closed.", True),
    ("important to", "It is important to rest.", True),
    ("difficult for", "It was difficult for them to leave.", True),
    ("seems that", "It seems that the talks failed.", True),
    ("announced that", "It was announced that the talks had failed.", True),
    ("cleft", "It was the envoy who spoke.", True),
    ("weather", "Yesterday it snowed.", True),
    ("time", "It is late.", True),
    ("made it clear", "The envoy made it clear that talks would go on.", True),
    ("found it hard", "The envoy found it hard to agree.", True),
    ("a subject that acts", "It signed the treaty.", False),
    ("a predicate alone", "It is a long road.", False),
    ("an object", "The envoy signed it.", False),
    ("announced something", "It announced a truce.", False),
    ("made it", "The factory made it in May.", False),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for name, *row in EMPTY_IT])
def test_pleonastic(text: str, expected: bool, parser: EnglishParser) -> None:
    tree = parse(text, parser)
    assert is_pleonastic(tree, tree.lower.index("it")) is expected


QUOTES = [
    # id, text, speaker of each quotation
    ("after", '"The road is open," said Dahl.', ["Dahl"]),
    ("before", 'Dahl said: "The road is open."', ["Dahl"]),
    ("around", '"The road," Dahl said, "is open at last."', ["Dahl", "Dahl"]),
    ("second sentence", '"The road is open," said Dahl. "It will stay so."', ["Dahl", "Dahl"]),
    ("sentence before", 'Dahl told reporters of the plan. "The road is open again."', ["Dahl"]),
    ("typographic marks", "“The road is open again,” Dahl added.", ["Dahl"]),
    ("according to", 'The road is "open again", according to Dahl.', ["Dahl"]),
    ("nobody", '"The road is open again."', [None]),
    ("a word in quotation marks", 'The "road" is open.', []),
]


@pytest.mark.parametrize(("text", "speakers"), [pytest.param(*row, id=name) for name, *row in QUOTES])
def test_quotes(text: str, speakers: list[str | None], parser: EnglishParser) -> None:
    tree = parse(text, parser)
    found = [None if q.speaker is None else tree.words[q.speaker] for q in find_quotes(tree)]
    assert found == speakers


BANNED = [
    # id, text, pronoun, words it cannot stand for, words it may
    ("object of its subject", "Dahl thanked him.", "him", {"Dahl"}, set()),
    ("object of a preposition", "Dahl spoke with him.", "him", {"Dahl"}, set()),
    ("possessive is free", "Dahl thanked his guests.", "his", {"guests"}, {"Dahl"}),
    ("clause below is free", "Dahl said he would go.", "he", set(), {"Dahl"}),
    ("relative clause", "Dahl met Brandt, who thanked him.", "him", {"Brandt"}, {"Dahl"}),
    ("what it is a part of", "The owner of its rights left.", "its", {"rights", "owner"}, set()),
    ("its partner", "Dahl and he left.", "he", {"Dahl"}, set()),
]


@pytest.mark.parametrize(
    ("text", "pronoun", "banned", "free"), [pytest.param(*row, id=name) for name, *row in BANNED]
)
def test_binding(text: str, pronoun: str, banned: set[str], free: set[str], parser: EnglishParser) -> None:
    tree = parse(text, parser)
    i = tree.lower.index(pronoun)
    words = {tree.words[k] for k in forbidden(tree, i, possessive=tree.tag[i] == "PRP$")}
    assert banned <= words
    assert not free & words


def test_subjects_around_a_pronoun(parser: EnglishParser) -> None:
    tree = parse("Dahl said he would go.", parser)
    assert matrix_subject(tree, tree.lower.index("he")) == tree.words.index("Dahl")
    tree = parse("During his stay, Dahl toured the port.", parser)
    assert fronted_to(tree, tree.lower.index("his")) == tree.words.index("Dahl")
    tree = parse("Dahl thanked Brandt for his help.", parser)
    assert judged_for(tree, tree.lower.index("his")) == tree.words.index("Brandt")
    tree = parse("Dahl met Brandt at his house.", parser)
    assert judged_for(tree, tree.lower.index("his")) is None


def test_weights_are_of_known_features() -> None:
    assert set(WEIGHTS) <= set(INDEX)


SENTENCES = [
    "President Karim Haddad met with Chancellor Jonas Weber on Monday.",
    "They discussed gas.",
    "He praised the talks.",
    "The two leaders will meet again, she said.",
    '"We are ready," Foreign Minister Ingrid Dahl told reporters.',
    "Norway and Morocco signed a treaty.",
    "Both sides welcomed it.",
    "It is clear that its ports will reopen.",
    "The visiting minister thanked his counterpart.",
    "Her own government was silent, and nobody knew why.",
]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.lists(st.sampled_from(SENTENCES), max_size=8))
def test_laws(order: list[str], parser: EnglishParser, knowledge: Knowledge) -> None:
    text = " ".join(order)
    tree = parse(text, parser)
    document = Document("d", "d", None, None, None, (), "en", None, None, text, ())
    resolved = resolve(document, tree, knowledge)
    mentions = resolved.mentions
    assert [m.first for m in mentions] == sorted(m.first for m in mentions)
    assert all(a.last <= b.first for a, b in pairwise(mentions))
    assert all(
        m.entities and 0 <= min(m.entities) <= max(m.entities) < len(resolved.entities) for m in mentions
    )
    assert all(m.first <= m.head < m.last for m in mentions)
    again = resolve(document, tree, knowledge)
    assert [(m.first, m.entities) for m in again.mentions] == [(m.first, m.entities) for m in mentions]
