"""The manual of the lake: its SQL and Python run, its tables and views are those there are."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest
from deltalake import DeltaTable

from dragoman.lake import Lake
from dragoman.lake.tables import COMMITS, DATA_TABLES
from dragoman.lake.views import VIEWS

MANUAL = (Path(__file__).resolve().parent.parent.parent / "docs" / "lake.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", MANUAL, re.MULTILINE | re.DOTALL)


@pytest.fixture
def lake(tmp_path: Path, appender: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Lake:
    """The manual's `news.lake`, in the working directory."""
    monkeypatch.chdir(tmp_path)
    made = Lake.create("news.lake")
    made.append([appender.specimen(1, "first")], coder="first")
    return made


def test_sql_of_the_manual_runs(lake: Lake) -> None:
    for sql in blocks("sql"):
        assert lake.query(sql).columns


@pytest.mark.usefixtures("lake")
def test_python_of_the_manual_runs() -> None:
    pytest.importorskip("polars")
    assert len(blocks("python")) == 2
    for block in blocks("python"):
        exec(compile(block, "lake.md", "exec"), {})  # noqa: S102  # our own manual


@pytest.mark.parametrize("name", [*DATA_TABLES, COMMITS, *VIEWS])
def test_table_and_view_is_in_the_manual(name: str) -> None:
    assert re.search(rf"^\| `{name}` \|", MANUAL, re.MULTILINE)


@pytest.mark.parametrize("name", DATA_TABLES)
def test_tables_ask_nothing_special_of_readers(name: str, lake: Lake) -> None:
    protocol = DeltaTable(lake.path / name).protocol()
    assert (protocol.min_reader_version, protocol.reader_features) == (1, None)
