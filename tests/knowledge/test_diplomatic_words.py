"""The scales of diplomatic words: what a sentence reaches, and what is firmer."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from dragoman.errors import TableError
from dragoman.knowledge.diplomatic_words import (
    SCALES,
    DiplomaticWords,
    Level,
    are_opposed,
    load_diplomatic_words,
    step,
)

LADDERS = [
    # id, sentences, the softest first
    (
        "for",
        [
            "Peru takes note of the ceasefire",
            "Peru welcomes the ceasefire",
            "Peru appreciates the ceasefire",
            "Peru supports the ceasefire",
            "Peru firmly supports the ceasefire",
        ],
    ),
    (
        "against",
        [
            "Peru took note of the embargo",
            "Peru is concerned about the embargo",
            "Peru is deeply and gravely concerned about the embargo",
            "Peru regrets the embargo",
            "Peru deplores the embargo",
            "Peru condemns the embargo",
            "Peru strongly condemns the embargo",
            "Peru condemns the embargo in the strongest possible terms",
        ],
    ),
    ("opposition", ["Peru opposes the dam", "Peru resolutely opposes the dam"]),
    (
        "request",
        [
            "Peru invited Chile to join",
            "Peru encourages Chile to join",
            "Peru called on Chile to join",
            "Peru asked Chile to join",
            "Peru urges Chile to join",
            "Peru demanded that Chile join",
        ],
    ),
]


@pytest.mark.parametrize(("scale", "sentences"), LADDERS, ids=[scale for scale, _ in LADDERS])
def test_ladder(scale: str, sentences: list[str]) -> None:
    table = load_diplomatic_words()
    found = [table.find(sentence, 5, len(sentence), (scale,)) for sentence in sentences]  # type: ignore[arg-type]
    levels = [one.level for one in found if one is not None]
    assert len(levels) == len(sentences)
    for soft, firm in itertools.pairwise(levels):
        forth, back = step(soft, firm), step(firm, soft)
        assert forth is not None
        assert forth > 0
        assert back == -forth


WORDS = [
    ("modifier before", "He voiced Peru's deep concern over it", "deep concern"),
    (
        "phrase behind",
        "He condemned the raid in the strongest terms.",
        "condemned the raid in the strongest terms",
    ),
    ("modifier of another word", "A firm promise; Peru supports it", "supports"),
    ("phrase of the next sentence", "He condemned it. In the strongest terms, he left.", "condemned"),
    ("part of a word", "He backpedalled and left", None),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for name, *row in WORDS])
def test_words_found(text: str, expected: str | None) -> None:
    found = load_diplomatic_words().find(text, 0, len(text), ("for", "against"))
    assert (text[found.start : found.end] if found else None) == expected


def documented() -> list[list[str]]:
    """Rows of the manual's table: scale and rank, example, kind, stance."""
    text = (Path(__file__).parents[2] / "docs" / "claims.md").read_text("utf-8")
    section = text.split("## How strong other words are\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize("row", documented(), ids=lambda row: row[0])
def test_the_manual_shows_the_table(row: list[str]) -> None:
    scale, rank = row[0].split(", ")
    found = load_diplomatic_words().find(row[1], 5, len(row[1]), (scale,))  # type: ignore[arg-type]
    assert found is not None
    assert (found.level.scale, found.level.rank) == (scale, int(rank))


def test_what_cannot_be_compared() -> None:
    support, condemn = Level("for", 3, "supports"), Level("against", 5, "condemns")
    oppose, ask = Level("opposition", 1, "opposes"), Level("request", 4, "asks")
    assert step(support, condemn) is None
    assert step(condemn, oppose) is None
    assert step(ask, support) is None
    assert are_opposed(support, condemn)
    assert are_opposed(oppose, support)
    assert not are_opposed(condemn, oppose)
    assert not are_opposed(ask, condemn)


def test_a_scale_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(TableError, match="scale"):
        DiplomaticWords([["loudness", "1", "whispers", "whisper", "", "authored"]])


def test_every_scale_begins_at_one_and_has_no_gap() -> None:
    from dragoman.knowledge.diplomatic_words import DIPLOMATIC_COLUMNS
    from dragoman.knowledge.tables import read_csv

    rows = read_csv("diplomatic_words", DIPLOMATIC_COLUMNS)
    for scale in SCALES:
        ranks = {int(row[1]) for row in rows if row[0] == scale}
        assert ranks == ({0} if scale == "neutral" else set(range(1, max(ranks) + 1)))
    assert {row[5] for row in rows} == {"authored", "gruenberg-2009"}
