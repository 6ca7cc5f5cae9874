"""The training corpus keeps its form and its quotas; a slip is named with its line."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.codebooks import load_codebook

CODEBOOK = load_codebook()


@pytest.fixture(scope="module")
def corpus(repository: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("training_corpus", repository / "training" / "corpus.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_every_line_is_well_formed_and_quotas_are_met(corpus: ModuleType) -> None:
    examples = corpus.read_corpus()
    types = Counter(example.type for example in examples)
    modes = Counter((example.type, example.mode) for example in examples)
    assert len(examples) >= 8000
    assert types[corpus.NOTHING] >= 2000
    assert min(types[name] for name in CODEBOOK.types) >= 60
    assert min(modes[name, mode] for name, kind in CODEBOOK.types.items() for mode in kind.modes) >= 60


def test_no_labelled_sentence_stands_in_two_batches(corpus: ModuleType) -> None:
    where: dict[str, set[str]] = {}
    for example in corpus.read_corpus():
        where.setdefault(example.text, set()).add(example.batch)
    assert not [text for text, batches in where.items() if len(batches) > 1]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("AGREE|||occurred", "4 fields"),
        ("MEET|||occurred|<s>Togo</s> met Mali.", "no MEET/"),
        ("CONSULT|walk||occurred|<s>Togo</s> met Mali.", "no CONSULT/walk"),
        ("CONSULT|phone||done|<s>Togo</s> rang Mali.", "status 'done'"),
        ("CONSULT|phone|gossip|occurred|<s>Togo</s> rang Mali.", "contexts 'gossip'"),
        ("NONE|||occurred|Togo is small.", "takes no mode"),
        ("CONSULT|||occurred|Togo met Mali.", "neither actor"),
        ("CONSULT|||occurred|<s>Togo met Mali.", "not closed"),
        ("CONSULT|||occurred|<s>Togo <t>met</t></s> Mali.", "inside another"),
        ("CONSULT|||occurred|Togo</s> met Mali.", "closes nothing"),
    ],
)
def test_a_slip_is_named(corpus: ModuleType, line: str, says: str) -> None:
    with pytest.raises(corpus.CorpusError, match=says) as caught:
        corpus.parse_line(line, "batch", 7, CODEBOOK)
    assert "batch, line 7" in str(caught.value)


def test_spans_are_those_of_the_bare_sentence(corpus: ModuleType) -> None:
    line = "ASSAULT|drone|military|occurred|<t>Two barges</t> were sunk by <s>a Togolese drone</s>."
    example = corpus.parse_line(line, "batch", 1, CODEBOOK)
    assert example.text == "Two barges were sunk by a Togolese drone."
    assert example.source.of(example.text) == "a Togolese drone"
    assert example.target.of(example.text) == "Two barges"
