"""The twelve pairs of readouts, coded once."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.pipeline import Pipeline
    from dragoman.records import Coded

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "compare.py"


@pytest.fixture(scope="session")
def benchmark() -> ModuleType:
    """benchmarks/compare.py, which reads and measures the pairs."""
    spec = importlib.util.spec_from_file_location("benchmarks_compare", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def pairs(pipeline: Pipeline, benchmark: ModuleType) -> dict[str, tuple[Coded, Coded]]:
    """Both sides of each pair, by the pair's name."""
    found: dict[str, tuple[Coded, Coded]] = benchmark.code(pipeline, benchmark.read_pairs())
    return found
