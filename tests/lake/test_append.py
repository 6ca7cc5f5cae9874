"""Appending in one process: once, again, by a newer coder, and what was before."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.errors import NoLakeError, UsageError
from dragoman.lake import Lake, writer
from dragoman.records import Coded


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    return Lake.create(tmp_path / "lake")


def some(appender: ModuleType, *numbers: int, coder: str = "first") -> list[Coded]:
    return [appender.specimen(number, coder) for number in numbers]


def numbers(ids: tuple[str, ...]) -> list[int]:
    return [int(one) for one in ids]


def rows(lake: Lake, as_of: int | None = None) -> list[tuple[int, str]]:
    answer = lake.query("SELECT id, coder FROM documents ORDER BY id", as_of=as_of).to_pylist()
    return [(int(row["id"]), row["coder"]) for row in answer]


def test_no_lake(tmp_path: Path) -> None:
    with pytest.raises(NoLakeError, match="no lake here"):
        Lake.open(tmp_path)
    assert not list(tmp_path.iterdir())


def test_new_lake_is_empty_and_can_be_asked(lake: Lake) -> None:
    assert rows(lake) == []
    assert len(lake.events()) == len(lake.query("SELECT * FROM timeline")) == 0
    assert lake.check() == []


def test_appended_records_come_back(lake: Lake, appender: ModuleType) -> None:
    coded = some(appender, 1, 2, 3)
    [done] = lake.append(coded, coder="first")
    assert numbers(done.added) == [1, 2, 3]
    assert lake.snapshot().coded([one.document.id for one in coded]) == coded
    assert Lake.open(lake.path).snapshot().coded([coded[2].document.id, "unknown"]) == [coded[2]]


def test_same_coder_changes_nothing(lake: Lake, appender: ModuleType) -> None:
    lake.append(some(appender, 1, 2), coder="first")
    before = lake.snapshot().state.seq
    [done] = lake.append(some(appender, 1, 2), coder="first")
    assert (done.batch, numbers(done.unchanged)) == (None, [1, 2])
    assert lake.snapshot().state.seq == before


def test_new_coder_replaces_and_history_stays(lake: Lake, appender: ModuleType) -> None:
    lake.append(some(appender, 1, 2), coder="first")
    before = lake.snapshot().state.seq
    [done] = lake.append(some(appender, 2, 3, coder="second"), coder="second")
    assert (numbers(done.added), numbers(done.replaced)) == ([3], [2])
    assert rows(lake) == [(1, "first"), (2, "second"), (3, "second")]
    assert rows(lake, as_of=before) == [(1, "first"), (2, "first")]
    two = [f"{2:032d}"]
    assert lake.snapshot().coded(two) == some(appender, 2, coder="second")
    assert lake.snapshot(as_of=before).coded(two) == some(appender, 2)


def test_as_of_a_time(lake: Lake, appender: ModuleType) -> None:
    lake.append(some(appender, 1), coder="first")
    then = lake.snapshot().state.at
    assert then is not None
    lake.append(some(appender, 1, coder="second"), coder="second")
    assert lake.snapshot(as_of=then).coded([f"{1:032d}"]) == some(appender, 1)
    assert (
        len(lake.query("SELECT * FROM documents", as_of=then.astimezone(dt.timezone(dt.timedelta(hours=9)))))
        == 1
    )


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        (dt.datetime(2001, 1, 1, tzinfo=dt.UTC), "nothing is kept as of 2001-01-01"),
        (dt.datetime(2101, 1, 1), "no time zone"),  # noqa: DTZ001  # the fault under test
        (0, "nothing is kept as of 0"),
        (99, "there is no commit 99; the last is 2"),
    ],
)
def test_as_of_no_time_of_the_lake(
    lake: Lake, appender: ModuleType, as_of: int | dt.datetime, said: str
) -> None:
    lake.append(some(appender, 1), coder="first")
    with pytest.raises(UsageError, match=said):
        lake.snapshot(as_of=as_of)


def test_replace_by_the_same_coder(lake: Lake, appender: ModuleType) -> None:
    lake.append(some(appender, 1), coder="first")
    [done] = lake.append(some(appender, 1, coder="second"), coder="first", replace=True)
    assert numbers(done.replaced) == [1]
    assert lake.snapshot().coded([f"{1:032d}"]) == some(appender, 1, coder="second")


def test_document_twice_in_a_stream(lake: Lake, appender: ModuleType) -> None:
    [done] = lake.append(some(appender, 1, 1, 2, 1), coder="first")
    assert numbers(done.added) == [1, 2]
    assert lake.check() == []


def test_stream_goes_in_batches(lake: Lake, appender: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "BATCH_DOCUMENTS", 2)
    asked = []

    def stream() -> object:
        for number in range(5):
            asked.append(number)
            yield appender.specimen(number, "first")

    with lake.writer() as opened:
        done = opened.append(stream(), coder="first")  # type: ignore[arg-type]
        assert numbers(next(done).added) == [0, 1]
        assert asked == [0, 1]
        assert rows(lake) == [(0, "first"), (1, "first")]
        assert [numbers(one.added) for one in done] == [[2, 3], [4]]


def test_a_snapshot_does_not_move(lake: Lake, appender: ModuleType) -> None:
    lake.append(some(appender, 1), coder="first")
    snapshot = lake.snapshot()
    lake.append(some(appender, 1, 2, coder="second"), coder="second")
    lake.compact()
    assert snapshot.coded([f"{1:032d}", f"{2:032d}"]) == some(appender, 1)


def test_undated_documents(lake: Lake, appender: ModuleType) -> None:
    import msgspec

    one = appender.specimen(1, "first")
    undated = msgspec.structs.replace(one, document=msgspec.structs.replace(one.document, published=None))
    lake.append([undated], coder="first")
    lake.append(some(appender, 2), coder="first")
    lake.compact()
    assert lake.query("SELECT year FROM documents ORDER BY id").to_pylist() == [
        {"year": None},
        {"year": 2022},
    ]
    assert lake.snapshot().coded([undated.document.id]) == [undated]


def test_derived_table(lake: Lake, appender: ModuleType) -> None:
    import pyarrow as pa

    lake.append(some(appender, 1), coder="first")
    before = lake.derive("stories", pa.table({"document": ["a"], "story": [1]}))
    lake.derive("stories", pa.table({"document": ["a", "b"], "score": [0.5, None]}))
    assert lake.query("SELECT document, score FROM stories ORDER BY 1").to_pylist() == [
        {"document": "a", "score": 0.5},
        {"document": "b", "score": None},
    ]
    assert lake.query("SELECT * FROM stories", as_of=before).to_pylist() == [{"document": "a", "story": 1}]


@pytest.mark.parametrize("name", ["events", "visits", "commits", "Stories", "a-b", "../x", "stored", ""])
def test_derived_table_needs_a_name_of_its_own(lake: Lake, name: str) -> None:
    import pyarrow as pa

    with pytest.raises(UsageError, match="cannot name a derived table"):
        lake.derive(name, pa.table({"a": [1]}))
