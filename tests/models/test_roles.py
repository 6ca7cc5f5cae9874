"""Who acts on whom: spans are whole words of the text, pairs never overlap, plain sentences are read."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.models import RoleReader, load_classifier
from dragoman.models.classifier import FOLDER
from dragoman.models.encoder import MODEL, Array
from dragoman.models.roles import log_chances, spans
from dragoman.models.rows import unmark
from dragoman.models.wordpiece import Located
from dragoman.records import Span


@pytest.fixture(scope="module")
def reader() -> RoleReader:
    return load_classifier().reader


@pytest.mark.parametrize(
    "marked",
    [
        "<s>Turkish coast guards</s> seized <t>two Greek trawlers</t> on Monday.",
        "<t>Two Greek trawlers</t> were seized by <s>Turkish coast guards</s>.",
        "<s>Kenya</s> has sent forty nurses to <t>Malawi</t>.",
        "On Friday <s>the Peruvian government</s> expelled <t>Chile's consul</t>.",
        "<s>Protesters in Accra</s> marched against <t>the finance minister</t>.",
    ],
)
def test_plain_sentences_are_read(reader: RoleReader, marked: str) -> None:
    text, parties = unmark(marked)
    best = reader.read(text)[0]
    assert (best.source, best.target) == (parties["s"], parties["t"])


def test_a_text_without_parties_names_none(reader: RoleReader) -> None:
    best = reader.read("Simmer the lentils for forty minutes and season with cumin.")[0]
    assert (best.source, best.target) == (None, None)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=80))
def test_pairs_never_overlap_and_stand_in_the_text(reader: RoleReader, text: str) -> None:
    found = reader.read(text, limit=5)
    assert found
    assert sum(pair.chance for pair in found) <= 1.0001
    for pair in found:
        for span in (pair.source, pair.target):
            assert span is None or (span.of(text) and not span.of(text)[0].isspace())
        if pair.source and pair.target:
            assert pair.source.end <= pair.target.start or pair.target.end <= pair.source.start


def _located(*words: tuple[int, int] | None) -> Located:
    return Located(tuple(range(len(words))), tuple(word and Span(*word) for word in words))


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        # pieces: start token, "Togo", "un", "##happy", "met", end token
        (1, 1, Span(0, 4)),
        (2, 3, Span(5, 12)),
        (2, 2, Span(5, 12)),  # a span never ends within a word
        (3, 4, Span(5, 16)),  # nor begins there
        (0, 0, None),
    ],
)
def test_spans_are_of_whole_words(begin: int, end: int, expected: Span | None) -> None:
    located = _located(None, (0, 4), (5, 12), (5, 12), (13, 16), None)
    scores: Array = np.zeros((6, 2), dtype=np.float32)
    scores[begin, 0] = scores[end, 1] = 9
    if begin == 3:
        scores[2, 0] = 8
    if end == 2:
        scores[3, 1] = 8
    best = max(spans(located, log_chances(scores)), key=lambda one: one[0])
    assert best[2] == expected


def test_chances_of_a_column_sum_to_one() -> None:
    scores: Array = np.array([[0.0, 5.0], [2.0, 5.0]], dtype=np.float32)
    assert np.exp(log_chances(scores)).sum(axis=0) == pytest.approx([1, 1])


def test_the_graph_names_no_file_of_the_machine_that_made_it() -> None:
    graph = (FOLDER / MODEL).read_bytes()
    assert b"site-packages" not in graph
    assert b".py" not in graph
