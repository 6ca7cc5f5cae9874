"""Copies, edited versions and parts are linked; other stories are not."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.link import Text, link_documents
from dragoman.link.documents import MIN_SHARE
from dragoman.link.shingles import shingles_of, words_of

pytest.importorskip("rensa")

SENTENCES = (
    "Norway's fisheries minister arrived in Mombasa on Monday to open a training yard for coast guards.",
    "She told reporters that the yard would teach forty officers a year to board and search vessels.",
    "Kenya's coast guard has nine ships, of which five are older than twenty years.",
    "The two governments signed a paper on satellite pictures of fishing grounds in March.",
    "Fishermen on the northern coast say foreign trawlers cut their nets at night.",
    "Their union asked for a hotline to the coast guard and for lights on every buoy.",
    "The minister said Norway would pay for the lights, but not for the hotline.",
    "Opposition members of parliament called the yard a gift to shipbuilders in Bergen.",
    "A second yard is planned in Lamu, where the harbour has to be deepened first.",
    "Engineers expect the dredging to take fourteen months and to cost 12 million dollars.",
)
OTHER = (
    "Negotiators of Chad and Niger spent the week in Geneva over a map of wells along their border.",
    "Each side marked the wells that its herders had dug since the drought of the seventies.",
    "A mediator proposed that wells within a day's walk of the line be open to both.",
    "Neither delegation rejected the idea, though both wanted their own guards at the pumps.",
    "The talks go on in Agadez after the rains, when the tracks are dry enough for lorries.",
)
STORY = " ".join(SENTENCES)
OTHER_STORY = " ".join(OTHER)
LETTERS = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi"
FILLER = " ".join(f"Item {one} of the report lists measure {one} and its cost." for one in LETTERS.split())


def linked(*texts: str) -> list[tuple[str, str, str]]:
    found = link_documents(Text(str(number), text) for number, text in enumerate(texts))
    return [(link.one, link.other, link.relation) for link in found]


PAIRS = [
    # id, other text, relation or None
    ("copy", STORY, "copy"),
    ("case and line ends", STORY.upper().replace(". ", ".\n"), "copy"),
    ("numbers as words", STORY.replace("12 million", "12,000,000").replace("forty", "40"), "copy"),
    ("cut", " ".join(SENTENCES[:4]), "part"),
    ("other order", " ".join(reversed(SENTENCES)), "edited"),
    ("new lead", " ".join(OTHER[:2] + SENTENCES[3:]), "edited"),
    ("merged", f"{STORY} {OTHER_STORY}", "part"),
    ("inside a long report", f"{FILLER} {STORY} {FILLER.replace('Item', 'Point')}", "part"),
    ("another story", OTHER_STORY, None),
    ("one sentence quoted", f"{OTHER_STORY} {SENTENCES[7]}", None),
]  # fmt: skip


@pytest.mark.parametrize(("other", "relation"), [pytest.param(*row, id=name) for name, *row in PAIRS])
def test_pairs(other: str, relation: str | None) -> None:
    found = linked(STORY, other)
    if relation == "edited":  # how much is left decides between edited and part
        assert [pair[:2] for pair in found] == [("0", "1")]
        assert found[0][2] in {"edited", "part", "copy"}
    else:
        assert found == ([("0", "1", relation)] if relation else [])


def test_reason_gives_the_figures() -> None:
    [link] = link_documents([Text("a", STORY), Text("b", " ".join(SENTENCES[:4]))])
    assert link.score == 1.0
    assert 0 < link.jaccard < 1
    assert link.reason.endswith("word sequences stand in the other (100%)")


def test_only_near_days_are_compared() -> None:
    day = dt.date(2025, 3, 1)
    near, far = day + dt.timedelta(days=14), day + dt.timedelta(days=29)
    found = list(link_documents([Text("a", STORY, day), Text("b", STORY, near), Text("c", STORY, far)]))
    assert [(link.one, link.other) for link in found] == [("a", "b")]
    found = list(link_documents([Text("a", STORY, day), Text("b", STORY, near), Text("c", STORY)]))
    assert [(link.one, link.other) for link in found] == [("a", "b"), ("a", "c"), ("b", "c")]


def test_texts_without_words_are_left_out() -> None:
    assert linked("", "...", STORY, "***") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("5 million euros", "five million euros", id="words"),
        pytest.param("It cost $5,000,000.", "it cost 5 million", id="figures"),
        pytest.param("Çavuşoğlu’s visit", "ÇAVUŞOĞLU’S VISIT", id="case"),
    ],
)
def test_words_agree(one: str, other: str) -> None:
    assert words_of(one) == words_of(other)


@settings(deadline=None)  # the first example loads what others find loaded
@given(st.text())
def test_shingles_are_sequences_of_the_words(text: str) -> None:
    words = words_of(text)
    shingles = shingles_of(text)
    assert len(shingles) == (max(1, len(words) - 3) if words else 0)
    assert all(shingle.split(" ") == words[at : at + 4] for at, shingle in enumerate(shingles))


@settings(deadline=None)  # the first example loads what others find loaded
@given(st.integers(0, 10_000))
def test_links_are_the_same_either_way(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311  # a seeded draw
    one = " ".join(rng.sample(SENTENCES, 5))
    other = " ".join(rng.sample(SENTENCES + OTHER, 6))
    there = [(link.score, link.jaccard) for link in link_documents([Text("a", one), Text("b", other)])]
    back = [(link.score, link.jaccard) for link in link_documents([Text("b", other), Text("a", one)])]
    assert there == back
    assert all(score >= MIN_SHARE for score, _ in there)
