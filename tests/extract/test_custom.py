"""Events of a codebook of one's own: found by cue and by likeness, with sides, status and reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from dragoman.codebooks import Codebook, load_codebook
from dragoman.extract.custom_lexicon import load_custom_lexicon
from dragoman.models.cues import CueWords, stem
from dragoman.models.examples import (
    ExampleClassifier,
    best_threshold,
    fit_logistic,
    load_examples,
    sure_threshold,
)

if TYPE_CHECKING:
    from dragoman.knowledge import Knowledge
    from dragoman.parse import EnglishParser
    from dragoman.pipeline import Pipeline
    from dragoman.records import Event


@pytest.fixture(scope="module")
def elections() -> Codebook:
    return load_codebook("election_violence")


@pytest.fixture(scope="module")
def examples(elections: Codebook) -> ExampleClassifier:
    return load_examples(elections)


@pytest.fixture(scope="module")
def code(parser: EnglishParser, knowledge: Knowledge, elections: Codebook) -> Pipeline:
    from dragoman.pipeline import Pipeline

    return Pipeline(parser, knowledge, elections)


HEAD = "NAIROBI, March 3, 2024 (Wire) -- "

TOLD = [
    # id, text, type, source's name, target's name (None: nobody), status
    ("cue verb", "Gunmen snatched ballot boxes from a school in Kisumu.", "BALLOT-DESTRUCTION", "gunmen", ...,
     "occurred"),
    ("passive", "An opposition candidate for the senate was assassinated by gunmen.", "CANDIDATE-ATTACK",
     "gunmen", "candidate", "occurred"),
    ("mutual", "Supporters of the defeated candidate clashed with riot police over the disputed result.",
     "POST-ELECTION-CLASH", "supporters", "riot police", "occurred"),
    ("noun", "The intimidation of voters by party youths went on in Kisumu, election observers said.",
     "VOTER-INTIMIDATION", "youths", "voters", "occurred"),
    ("two-word noun", "Post-election violence between opposition activists and police goes on.",
     "POST-ELECTION-CLASH", "opposition activists", ..., "occurred"),
    ("planned", "Police will arrest opposition leaders ahead of the election, the minister said.",
     "OPPOSITION-CRACKDOWN", "police", ..., "planned"),
    ("negated", "Gunmen did not intimidate voters at the polling stations.", "VOTER-INTIMIDATION", "gunmen",
     "voters", "negated"),
]  # fmt: skip

SILENT = [
    pytest.param("The election commission thanked the voters of Kisumu for their patience.", id="near miss"),
    pytest.param("Kenya's president met his Ugandan counterpart in Entebbe.", id="engagement of PLOVER"),
    pytest.param(
        "The bakery in Kisumu sells bread to voters and candidates alike.", id="people without an act"
    ),
    pytest.param("Kenya's minister demanded that police arrest opposition candidates.", id="demanded"),
]


def only(events: tuple[Event, ...], type_: str) -> Event:
    found = [event for event in events if event.type == type_]
    assert len(found) == 1, [(event.type, event.origin) for event in events]
    return found[0]


@pytest.mark.parametrize(
    ("text", "type_", "source", "target", "status"), [pytest.param(*row, id=name) for name, *row in TOLD]
)
def test_event_with_its_sides(code: Pipeline, text: str, type_: str, source, target, status: str) -> None:
    coded = code(HEAD + text)
    event = only(coded.events, type_)
    assert source in {actor.name for actor in event.sources}
    if target is not ...:
        assert target in {actor.name for actor in event.targets + event.sources}
    assert event.status == status
    assert coded.document.text[event.evidence.start : event.evidence.end] == text


@pytest.mark.parametrize("text", SILENT)
def test_nothing_of_the_types_happened(code: Pipeline, text: str) -> None:
    assert [event.type for event in code(HEAD + text).events] == []


def test_the_reason_names_cue_and_example(code: Pipeline) -> None:
    (event,) = code(HEAD + "Gunmen burned ballots in Kisumu.").events
    assert event.origin is not None
    assert re.fullmatch(
        r"cue: [a-z ]+; like example \d+ of BALLOT-DESTRUCTION (?:\.\d\d|1\.00)", event.origin
    )
    assert 0 < event.confidence <= 1
    assert (event.quad, event.goldstein, event.cameo) == (4, -6, None)


def test_claims_and_people_are_found_as_ever(code: Pipeline, pipeline: Pipeline) -> None:
    text = HEAD + "Kenya's president, William Ruto, said that the vote had been fair."
    mine, plovers = code(text), pipeline(text)
    # topics are told by the codebook's own contexts
    assert [replace(c, topics=()) for c in mine.claims] == [replace(c, topics=()) for c in plovers.claims]
    assert mine.entities == plovers.entities


def test_an_examples_own_type_is_nearest(examples: ExampleClassifier) -> None:
    right = [name for name in examples.types for _ in examples.codebook.types[name].examples]
    found = [examples.types[int(near.scores[:-1].argmax())] for near in examples.near(examples.texts)]
    assert sum(a == b for a, b in zip(found, right, strict=True)) >= 0.95 * len(right)


def test_the_nearest_example_of_an_example_is_itself(examples: ExampleClassifier) -> None:
    near = examples.near(examples.texts[20:40])  # those of the second type
    assert [one.example[1] for one in near] == list(range(1, 21))
    assert all(one.likeness[1] > 0.95 for one in near)


def test_leaving_out_tells_more_than_chance(examples: ExampleClassifier) -> None:
    assert examples.left_out > 0.6
    assert examples.threshold <= examples.sure


def test_chance_grows_with_the_lead(examples: ExampleClassifier) -> None:
    chances = [examples.chance(lead) for lead in (-1.0, 0.0, 1.0, 2.0)]
    assert chances == sorted(set(chances))


def test_no_texts_no_answers(examples: ExampleClassifier) -> None:
    assert examples.near([]) == []
    assert examples.classify([]) == []


def test_cues_become_verbs_and_nouns(elections: Codebook) -> None:
    lexicon = load_custom_lexicon(elections)
    assert {frame.type for _, frame in lexicon.verbs["burn"]} == {"BALLOT-DESTRUCTION"}
    assert [particle for particle, _ in lexicon.verbs["turn"]] == ["away"]
    assert "election violence" in lexicon.nouns
    assert lexicon.people["voter"] == "CVL"


@pytest.mark.parametrize(
    "forms",
    [
        ("intimidate", "intimidated", "intimidation", "intimidating", "intimidates"),
        ("attack", "attacks", "attackers", "attacking"),
        ("rob", "robbed", "robbing"),
        ("carry", "carries", "carried"),
        ("candidate", "candidates", "candidate's"),
    ],
    ids=lambda forms: forms[0],
)
def test_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len(set(map(stem, forms))) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They stole all the ballots at night.", None),
        ("Ballots were counted; nobody could steal them.", "ballot"),
        ("Men stormed the only polling station.", "storm polling station"),
        ("The station stormed.", None),
    ],
)
def test_a_cue_of_several_words_stands_in_order(elections: Codebook, text: str, found: str | None) -> None:
    kinds = list(elections.types)
    cues = CueWords(elections).found(text)
    wanted = "POLLING-DISRUPTION" if "station" in text else "BALLOT-DESTRUCTION"
    expected = found if "stole" not in text else "steal ballot"
    assert cues[kinds.index(wanted)] in {expected, "ballot"}


def test_threshold_parts_what_can_be_parted() -> None:
    import numpy as np

    leads = np.array([2.0, 1.5, 1.0, -1.0, -2.0])
    right = np.array([True, True, True, False, False])
    assert -1 < best_threshold(leads, right) < 1
    assert sure_threshold(leads, right) == 1.0


def test_logistic_fit_finds_slope_and_offset() -> None:
    import numpy as np

    random = np.random.default_rng(3)
    leads = random.normal(size=4000)
    right = random.random(4000) < 1 / (1 + np.exp(-(2 * leads - 0.5)))
    slope, offset = fit_logistic(leads, right)
    assert abs(slope - 2) < 0.2
    assert abs(offset + 0.5) < 0.15
