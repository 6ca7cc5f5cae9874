"""Two processes write the same documents at once: each document is there once, whoever wins."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dragoman.lake import Lake
from dragoman.lake.commits import Commits
from dragoman.lake.writer import Writer

DOCUMENTS = 18


def test_two_processes(tmp_path: Path, serve: Callable[[], Any], appender: ModuleType) -> None:
    one, other = serve(), serve()
    one.start("append", 0, DOCUMENTS)
    other.start("append", 6, DOCUMENTS + 6)
    assert (one.finish(), other.finish()) == (0, 0)
    assert set(one.acknowledged) == set(range(DOCUMENTS))
    assert set(other.acknowledged) == set(range(6, DOCUMENTS + 6))
    snapshot = Lake.open(tmp_path / "lake").snapshot()
    expected = [appender.specimen(number, "first") for number in range(DOCUMENTS + 6)]
    assert len(snapshot.query("SELECT id FROM documents")) == len(expected)
    assert snapshot.coded([coded.document.id for coded in expected]) == expected
    assert Lake.open(tmp_path / "lake").check() == []


def test_one_codes_anew_while_the_other_compacts(
    tmp_path: Path, serve: Callable[[], Any], appender: ModuleType
) -> None:
    one, other = serve(), serve()
    assert one.run("append", 0, DOCUMENTS) == 0
    one.start("recode", 0, DOCUMENTS)
    assert other.run("compact") == 0
    assert one.finish() == 0
    lake = Lake.open(tmp_path / "lake")
    expected = [appender.specimen(number, "second") for number in range(DOCUMENTS)]
    assert lake.snapshot().coded([coded.document.id for coded in expected]) == expected
    assert lake.check() == []


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    return Lake.create(tmp_path / "lake")


def interrupted(
    monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[], object]
) -> Callable[[Any, Any, Any], dict[str, int]]:
    """A writer that, after its rows are written and before they count, lets something else happen once."""
    write, pending = Writer._write, [meanwhile]

    def interrupted_write(self: Any, tables: Any, batch: str) -> dict[str, int]:
        versions = write(self, tables, batch)
        if pending:
            pending.pop()()
        return versions

    monkeypatch.setattr(Writer, "_write", interrupted_write)
    return interrupted_write


def test_the_same_document_meanwhile(
    lake: Lake, appender: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    two = [appender.specimen(number, "first") for number in (1, 2)]
    interrupted(monkeypatch, lambda: Lake.open(lake.path).append(two[:1], coder="first"))
    [done] = lake.append(two, coder="first")
    assert [int(one) for one in (*done.added, *done.unchanged)] == [2, 1]
    assert lake.snapshot().coded([one.document.id for one in two]) == two
    assert lake.check() == []


def test_another_coder_meanwhile(lake: Lake, appender: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last one to append has the document."""
    mine, theirs = appender.specimen(1, "first"), appender.specimen(1, "second")
    interrupted(monkeypatch, lambda: Lake.open(lake.path).append([theirs], coder="second"))
    [done] = lake.append([mine], coder="first")
    assert [int(one) for one in done.replaced] == [1]
    assert lake.snapshot().coded([mine.document.id]) == [mine]
    assert lake.check() == []


def test_writer_taken_for_dead_writes_again(
    lake: Lake, appender: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def take_for_dead() -> None:
        commits = Commits(lake.path)
        [batch] = commits.state().writers
        commits.add(lambda _: {"kind": "abort", "batch": batch})

    one = appender.specimen(1, "first")
    interrupted(monkeypatch, take_for_dead)
    [done] = lake.append([one], coder="first")
    assert [int(key) for key in done.added] == [1]
    assert lake.snapshot().coded([one.document.id]) == [one]
    assert lake.check() == []


def test_reader_sees_no_batch_in_the_making(
    lake: Lake, appender: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = appender.specimen(1, "first"), appender.specimen(2, "first")
    seen = []

    def look() -> None:
        Lake.open(lake.path).append([other], coder="first")  # its versions hold our rows too
        snapshot = Lake.open(lake.path).snapshot()
        seen.append(snapshot.query("SELECT document FROM events").to_pylist())

    interrupted(monkeypatch, look)
    lake.append([one], coder="first")
    assert seen == [[{"document": other.document.id}]]
    before = lake.snapshot().state.seq - 1
    assert lake.query("SELECT document FROM events", as_of=before).to_pylist() == seen[0]
