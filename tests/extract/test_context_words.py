"""Contexts by all the words of a sentence: the shipped table, plain sentences, slips in a table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dragoman.codebooks import load_codebook
from dragoman.errors import TableError
from dragoman.extract.context_cues import ContextFinder
from dragoman.extract.context_words import PATH, ContextWords, Weights, context_words, features, read_weights

FINDER = ContextFinder(load_codebook())


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("A court in Lima jailed the mayor for taking bribes.", {"legal", "corruption"}, {"military"}),
        ("The army shelled villages on the disputed border.", {"military", "territory"}, {"election"}),
        ("Voters accused the electoral commission of stuffing ballots.", {"election"}, {"military"}),
        ("Nurses walked out of three hospitals over unpaid wages.", {"health", "economic"}, {"military"}),
        ("The foreign ministers of Chad and Sudan met in Cairo.", {"diplomatic"}, {"crime", "military"}),
        ("Police opened fire on unarmed demonstrators.", {"repression"}, {"election"}),
    ],
)  # fmt: skip
def test_contexts_of_plain_sentences(text: str, wanted: set[str], unwanted: set[str]) -> None:
    model = context_words(load_codebook())
    assert model is not None
    (scores,) = model.scores([text])
    found = {name for name, score in zip(FINDER.names, scores, strict=True) if score > 0}
    assert wanted <= found
    assert not unwanted & found


def test_weights_add_up_and_each_feature_counts_once() -> None:
    bias = np.full(len(FINDER.names), 0.5, dtype=np.float32)
    rows = {"spy": "0:100", "a spy": "0:25", "@intelligence2": "1:200"}
    weights = Weights(FINDER.names, bias, rows)
    (scores,) = ContextWords(weights, FINDER).scores(["A spy met a spy."])
    assert scores[0] == pytest.approx(1.75)
    assert scores[1] == pytest.approx(2.5)


def test_features_are_words_pairs_stems_and_cues() -> None:
    found = features("Parliament met in 1998.", FINDER.cues("Parliament met in 1998."), FINDER.names)
    assert {"parliament", "met", "0", ".", "met in", "parlia*"} <= found
    assert any(feature.startswith("@legislative") for feature in found)


def test_contexts_of_ones_own_have_no_model() -> None:
    codebook = load_codebook()
    few = dict(list(codebook.contexts.items())[:3])
    assert context_words(replace(codebook, contexts=few)) is None


@pytest.mark.parametrize("content", [b"", b"military\n", b"military:x\n", b"military:3\nspy\n", b"\xff"])
def test_a_slip_in_a_table_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "words.tsv"
    path.write_bytes(content)
    with pytest.raises(TableError, match=r"words\.tsv"):
        read_weights(path)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"gone\.tsv"):
        read_weights(tmp_path / "gone.tsv")


@pytest.mark.parametrize("row", ["0", "0:x", "99:3", ""])
def test_a_slip_in_a_row_is_named(row: str) -> None:
    weights = Weights(FINDER.names, np.zeros(len(FINDER.names), dtype=np.float32), {"spy": row})
    with pytest.raises(TableError, match="'spy'"):
        weights.of("spy")


def test_every_row_of_the_shipped_table_can_be_read() -> None:
    weights = read_weights(PATH)
    assert weights.contexts == FINDER.names
    assert all(weights.of(feature) for feature in weights.rows)
