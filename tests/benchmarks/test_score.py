"""The guard of the scores: what counts as a fall, and what explains one."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "score.py"

PRINTED = """persons              P 0.900  R 0.750  F1 0.818   (9 right of 10 predicted, 12 gold)
events deeds         P 0.000  R 0.000  F1 0.000   (0 right of 0 predicted, 0 gold)
"""


@pytest.fixture(scope="module")
def score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmarks_score", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_rows_of_the_scorer_are_read(score: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(score, "run_tool", lambda *_: PRINTED)
    layers = score.score(Path("gold"), Path("coded"))
    assert layers == {"persons": score.Score(0.818, 9, 10, 12), "events deeds": score.Score(0.0, 0, 0, 0)}
    assert score.cell(layers["persons"]) == "0.818 (9 of 10, 12)"
    assert score.cell(layers["events deeds"]) == "–"


FALLS = [
    # id, floor, f1 now, right, predicted, gold, whether it is a fall
    ("lower", 0.800, 0.790, 9, 10, 12, True),
    ("within the tolerance", 0.800, 0.7985, 9, 10, 12, False),
    ("as before", 0.800, 0.800, 9, 10, 12, False),
    ("higher", 0.800, 0.900, 9, 10, 12, False),
    ("a record where none was to be found", 1.0, 0.0, 0, 1, 0, True),
    ("nothing where none was to be found", 1.0, 0.0, 0, 0, 0, False),
]


@pytest.mark.parametrize(
    ("floor", "f1", "right", "predicted", "gold", "is_fall"),
    [pytest.param(*row, id=name) for name, *row in FALLS],
)
def test_fall(
    floor: float, f1: float, right: int, predicted: int, gold: int, is_fall: bool, score: ModuleType
) -> None:
    scores = {"dev": {"visits": score.Score(f1, right, predicted, gold)}}
    assert bool(score.find_falls(scores, {"dev": {"visits": floor}})) == is_fall


def test_layer_that_is_gone_is_a_fall(score: ModuleType) -> None:
    assert score.find_falls({"dev": {}}, {"dev": {"visits": 0.5}}) == [score.Fall("dev", "visits", 0.5, 0.0)]


REASONS = [
    # id, line, whether it explains the fall of dev visits from 0.800 to 0.790
    ("the printed line and a reason", "{line}trips of ships are no visits now", True),
    ("the printed line alone", "{line}", False),
    ("two words", "{line}see commit", False),
    (
        "another layer",
        "- 2026-01-31 · dev · claims strict · 0.800 → 0.790: trips of ships are no visits",
        False,
    ),
    ("an older fall", "- 2026-01-31 · dev · visits · 0.850 → 0.800: trips of ships are no visits", False),
    ("no date", "dev · visits · 0.800 → 0.790: trips of ships are no visits", False),
]


@pytest.mark.parametrize(("line", "explains"), [pytest.param(*row, id=name) for name, *row in REASONS])
def test_reason(line: str, explains: bool, score: ModuleType) -> None:
    fall = score.Fall("dev", "visits", 0.8, 0.79)
    assert fall.is_explained(["# Scores", line.format(line=fall.reason_line())]) == explains


def test_without_the_gold_there_is_nothing_to_score(
    score: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(score, "SHARED", tmp_path)
    monkeypatch.setattr(sys, "argv", ["score.py"])
    assert score.main() == 0
    assert "nothing to score" in capsys.readouterr().out


def test_made_up_news_is_the_same_every_time() -> None:
    spec = importlib.util.spec_from_file_location("news", SCRIPT.with_name("news.py"))
    assert spec is not None
    assert spec.loader is not None
    news = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(news)
    texts = news.make_news(3)
    assert texts == news.make_news(3)
    assert len(set(texts)) == 3
    assert not any("{" in text for text in texts)
