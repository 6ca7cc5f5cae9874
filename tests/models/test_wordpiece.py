"""Pieces and marks: what the encoder reads."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import TableError
from dragoman.models.wordpiece import MARKS, WordPiece, plain
from dragoman.records import Span

VOCABULARY = [
    "[PAD]", *MARKS, "[UNK]", "[CLS]", "[SEP]", "the", "envoy", "un", "##happy", "met", "in", "lome", ".",
    "-", "_",
    *"abcdefghijklmnopqrstuvwxyz", *(f"##{c}" for c in "abcdefghijklmnopqrstuvwxyz"),
]  # fmt: skip
PIECES = WordPiece(VOCABULARY)


def shown(ids: tuple[int, ...] | list[int]) -> str:
    return " ".join(VOCABULARY[number] for number in ids)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The envoy met.", "the envoy met ."),
        ("UNHAPPY", "un ##happy"),
        ("Lomé", "lome"),
        ("un-happy", "un - h ##a ##p ##p ##y"),
        ("the_envoy", "the _ envoy"),
        ("the 東 envoy", "the [UNK] envoy"),
        ("x" * 101, "[UNK]"),
        ("", ""),
    ],
)
def test_pieces(text: str, pieces: str) -> None:
    assert shown(PIECES.pieces(text)) == pieces


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ((0, 9), (17, 21), "[CLS] [unused1] the envoy [unused2] met in [unused3] lome [unused4] . [SEP]"),
        ((17, 21), (0, 9), "[CLS] [unused3] the envoy [unused4] met in [unused1] lome [unused2] . [SEP]"),
        (None, (17, 21), "[CLS] the envoy met in [unused3] lome [unused4] . [SEP]"),
        (None, None, "[CLS] the envoy met in lome . [SEP]"),
    ],
)
def test_marks(source: tuple[int, int] | None, target: tuple[int, int] | None, expected: str) -> None:
    text = "The envoy met in Lomé."
    encoded = PIECES.encode(text, source and Span(*source), target and Span(*target), 64)
    assert shown(encoded.ids) == expected
    for span, position, mark in ((source, encoded.source, MARKS[0]), (target, encoded.target, MARKS[2])):
        assert (VOCABULARY[encoded.ids[position]] == mark) if span else position == 0


@given(st.text(max_size=60), st.integers(8, 40), st.data())
def test_cut_keeps_size_and_marks(text: str, longest: int, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=0, max_size=4)))
    source = Span(cuts[0], cuts[1]) if len(cuts) > 1 else None
    target = Span(cuts[2], cuts[3]) if len(cuts) > 3 else None
    encoded = PIECES.encode(text, source, target, longest)
    assert len(encoded.ids) <= longest
    assert encoded.ids[0] == VOCABULARY.index("[CLS]")
    assert encoded.ids[-1] == VOCABULARY.index("[SEP]")
    if encoded.source:
        assert VOCABULARY[encoded.ids[encoded.source]] == MARKS[0]
    if encoded.target:
        assert VOCABULARY[encoded.ids[encoded.target]] == MARKS[2]


def test_far_marks_survive_a_cut() -> None:
    text = "the " * 50 + "envoy met lome" + " the" * 50
    encoded = PIECES.encode(text, Span(200, 205), Span(210, 214), 32)
    assert encoded.source
    assert encoded.target


@given(st.text(max_size=80))
def test_pieces_are_numbers_of_the_vocabulary(text: str) -> None:
    assert all(0 <= number < len(PIECES) for number in PIECES.pieces(text))
    assert PIECES.pieces(plain(text)) == PIECES.pieces(text)


def test_vocabulary_without_marks() -> None:
    with pytest.raises(TableError, match=r"unused1"):
        WordPiece(["[UNK]", "[CLS]", "[SEP]"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy met.", [None, "The", "envoy", "met", ".", None]),
        ("UNHAPPY Lomé", [None, "UNHAPPY", "UNHAPPY", "Lomé", None]),
        ("the_envoy", [None, "the", "_", "envoy", None]),
        ("", [None, None]),
    ],
)
def test_located_pieces_know_their_words(text: str, expected: list[str | None]) -> None:
    located = PIECES.locate(text, 64)
    assert [word and word.of(text) for word in located.words] == expected


@given(st.text(max_size=60), st.integers(8, 40))
def test_located_pieces_are_those_of_the_text(text: str, longest: int) -> None:
    located = PIECES.locate(text, longest)
    assert len(located.ids) == len(located.words) <= longest
    # what stands between two words of the text has no piece
    assert list(located.ids[1:-1]) == PIECES.pieces(" ".join(re.findall(r"[^\W_]+|\S", text)))[: longest - 2]
    for word in located.words[1:-1]:
        assert word is not None
        assert not any(c.isspace() for c in word.of(text))
