"""Compaction, vacuum, info, and lakes of older versions."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from deltalake import DeltaTable

from dragoman.errors import LakeSchemaError, LakeWriteError, UsageError
from dragoman.lake import Lake, migrations
from dragoman.lake.commits import Commits
from dragoman.lake.migrations import STEPS, migrate
from dragoman.lake.tables import COMMIT_SCHEMA, DATA_TABLES, LAKE_SCHEMA

LAYOUT = "3d1aa2726a3c3238"
"""SHA-256 of the columns. Has it changed? Raise `LAKE_SCHEMA`, write the step, keep a lake from before."""


@pytest.fixture
def lake(tmp_path: Path, appender: ModuleType) -> Lake:
    made = Lake.create(tmp_path / "lake")
    for number in range(9):
        made.append([appender.specimen(number, "first")], coder="first")
    return made


def expected(appender: ModuleType, coder: str = "first") -> list[object]:
    return [appender.specimen(number, coder) for number in range(9)]


def ids() -> list[str]:
    return [f"{number:032d}" for number in range(9)]


def test_compaction_changes_files_alone(lake: Lake, appender: ModuleType) -> None:
    before = lake.snapshot()
    done = lake.compact()
    assert (done.files_before, done.files_after) == (9 * 7, 3 * 7)  # a file for each of three years
    assert lake.snapshot().coded(ids()) == before.coded(ids()) == expected(appender)
    assert lake.check() == []
    assert lake.compact().files_after == 3 * 7


def test_compacted_files_are_sorted(lake: Lake) -> None:
    lake.compact()
    pairs = lake.query("SELECT pair FROM dyads").to_pylist()
    assert pairs == sorted(pairs, key=lambda row: row["pair"])


def test_history_stands_after_compaction(lake: Lake, appender: ModuleType) -> None:
    before = lake.snapshot().state.seq
    lake.append([appender.specimen(3, "second")], coder="second")
    lake.compact()
    assert lake.snapshot(as_of=before).coded(ids()) == expected(appender)


def test_vacuum_forgets_what_is_old(
    lake: Lake, appender: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.lake.maintenance.MIN_KEEP_HOURS", 0)
    old = lake.snapshot().state
    lake.append([appender.specimen(3, "second")], coder="second")
    lake.compact()
    assert lake.vacuum(keep_hours=0) > 9
    assert lake.check() == []
    wanted = [appender.specimen(number, "second" if number == 3 else "first") for number in range(9)]
    assert Lake.open(lake.path).snapshot().coded(ids()) == wanted
    with pytest.raises(UsageError, match="nothing is kept"):
        lake.snapshot(as_of=old.seq)
    files = {path for path in lake.path.rglob("*.parquet") if "_delta_log" not in path.parts}
    live = {path for table in DATA_TABLES for path, _ in lake.snapshot().files(table)}
    assert {path for path in files if path.parent.name.startswith("year=")} == live


def test_vacuum_keeps_what_may_be_in_the_making(lake: Lake) -> None:
    with pytest.raises(UsageError, match="Keep at least 24"):
        lake.vacuum(keep_hours=1)


def test_vacuum_keeps_the_last_day(lake: Lake, appender: ModuleType) -> None:
    before = lake.snapshot().state.seq
    lake.compact()
    assert lake.vacuum(keep_hours=24) == 0
    assert lake.snapshot(as_of=before).coded(ids()) == expected(appender)


def test_commits_stay_few_files(
    tmp_path: Path, appender: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.lake.commits.COMPACT_EVERY", 4)
    lake = Lake.create(tmp_path / "lake")
    for number in range(6):
        lake.append([appender.specimen(number, "first")], coder="first")
    assert len(DeltaTable(lake.path / "commits").file_uris()) <= 5
    assert [row["kind"] for row in Commits(lake.path).rows()] == ["begin", "append"] * 6
    assert Lake.open(lake.path).check() == []


def test_info(lake: Lake, appender: ModuleType) -> None:
    lake.append([appender.specimen(3, "second")], coder="second")
    info = lake.info()
    assert info.coders == {"first": 8, "second": 1}
    assert info.reported == (dt.date(2020, 1, 1), dt.date(2022, 9, 9))
    assert {table.name: table.rows for table in info.tables} == {
        "documents": 9, "entities": 18, "mentions": 18, "events": 9, "claims": 9, "dyads": 18,
        "statements": 9,
    }  # fmt: skip
    assert (info.schema, info.batches, info.unfinished, info.replaced_rows) == (LAKE_SCHEMA, 10, 0, 0)
    assert all(table.size_bytes > 1000 for table in info.tables)


def test_batch_of_a_dead_writer_is_noted_and_mended(lake: Lake, appender: ModuleType) -> None:
    Commits(lake.path, "gone").add(lambda _: {"kind": "begin", "batch": "b", "coder": "first"})
    [finding] = lake.check()
    assert (finding.severe, finding.text) == (False, "1 batches were cut short; their rows are left out")
    lake.append([appender.specimen(20, "first")], coder="first")
    assert lake.check() == []


def older_lake(version: int, folder: Path) -> Path:
    with zipfile.ZipFile(Path(__file__).parent / "lakes" / f"version-{version}.zip") as archive:
        archive.extractall(folder)
    return folder


@pytest.mark.parametrize("version", range(1, LAKE_SCHEMA))
def test_older_lake_is_brought_forward(version: int, tmp_path: Path, appender: ModuleType) -> None:
    """Made by that version: documents 0, 3 and 6 by the first coder, then 3 by the second.

    From version 2 on there is a row of GDELT's too.
    """
    folder = older_lake(version, tmp_path)
    with pytest.raises(LakeSchemaError, match="Run: dragoman lake migrate"):
        Lake.open(folder)
    assert migrate(folder) == (version, LAKE_SCHEMA)
    assert migrate(folder) == (LAKE_SCHEMA, LAKE_SCHEMA)
    lake = Lake.open(folder)
    assert lake.check() == []
    found = lake.snapshot().coded([f"{number:032d}" for number in (0, 3, 6)])
    assert [one.document.text for one in found] == [
        appender.specimen(n, "first").document.text for n in (0, 3, 6)
    ]
    assert [one.claims[0].origin for one in found] == ["first", "second", "first"]
    assert len(lake.events(between=("CHL", "PER"))) == 3
    assert len(lake.query("SELECT * FROM events", as_of=2)) == 3
    [done] = lake.append([appender.specimen(number, "first") for number in (0, 1, 3)], coder="first")
    assert [int(one) for one in (*done.added, *done.replaced, *done.unchanged)] == [1, 3, 0]


@pytest.mark.parametrize("version", range(1, LAKE_SCHEMA))
def test_migrated_rows_are_those_of_today(version: int, tmp_path: Path) -> None:
    """They are what appending the same records gives now."""
    folder = older_lake(version, tmp_path / "older")
    migrate(folder)
    migrated, today = Lake.open(folder), Lake.create(tmp_path / "today")
    for coder, numbers in (("first", (0, 6)), ("second", (3,))):
        records = migrated.snapshot().coded([f"{number:032d}" for number in numbers])
        assert len(records) == len(numbers)
        today.append(records, coder=coder)
    for table in DATA_TABLES:
        sql = f"SELECT * FROM {table} WHERE year < 2025 ORDER BY ALL"  # noqa: S608  # our names
        assert migrated.query(sql).to_pylist() == today.query(sql).to_pylist(), table


def test_migrated_row_without_a_text(tmp_path: Path) -> None:
    folder = older_lake(2, tmp_path)
    migrate(folder)
    [row] = Lake.open(folder).query("SELECT * FROM events WHERE origin = 'import:gdelt'").to_pylist()
    assert (row["cameo"], row["sentence"], row["lead"], row["place_text"]) == ("042", None, None, None)


def test_migration_that_was_cut_short_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = older_lake(1, tmp_path)
    rewrite, done = migrations._rewrite, []

    def failing(*arguments: object) -> None:
        if len(done) == 2:
            raise OSError("no space left on device")
        rewrite(*arguments)  # type: ignore[arg-type]
        done.append(arguments)

    monkeypatch.setattr(migrations, "_rewrite", failing)
    with pytest.raises(LakeWriteError, match="no space left"):
        migrate(folder)
    monkeypatch.undo()
    with pytest.raises(LakeSchemaError):
        Lake.open(folder)
    assert migrate(folder) == (1, LAKE_SCHEMA)
    assert Lake.open(folder).check() == []


def test_nobody_writes_during_a_migration(tmp_path: Path) -> None:
    from dragoman.lake.presence import Presence

    folder = older_lake(1, tmp_path)
    presence = Presence(folder)
    with pytest.raises(LakeWriteError, match="another process is writing"):
        migrate(folder)
    presence.close()


def test_lake_of_a_newer_dragoman(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.lake.lake.LAKE_SCHEMA", LAKE_SCHEMA - 1)
    monkeypatch.setattr("dragoman.lake.migrations.LAKE_SCHEMA", LAKE_SCHEMA - 1)
    with pytest.raises(LakeSchemaError, match="Use a newer dragoman"):
        Lake.open(lake.path)
    with pytest.raises(LakeSchemaError, match="Use a newer dragoman"):
        migrate(lake.path)


def test_layout_has_its_number() -> None:
    columns = {name: schema.to_string() for name, schema in {**DATA_TABLES, "commits": COMMIT_SCHEMA}.items()}
    digest = hashlib.sha256(json.dumps(columns, sort_keys=True).encode()).hexdigest()
    assert (LAKE_SCHEMA, digest[:16]) == (3, LAYOUT)
    assert set(STEPS) == set(range(1, LAKE_SCHEMA))


def test_tables_are_read_by_others_as_they_are(lake: Lake, appender: ModuleType) -> None:
    """Polars scans the folders; DuckDB reads the files that the log names; neither knows of dragoman."""
    import duckdb

    pl = pytest.importorskip("polars")
    lake.append([appender.specimen(3, "second")], coder="second")
    lake.compact()
    events = pl.scan_delta(str(lake.path / "events"))
    by_country = (
        events.select(
            pl.col("sources").list.get(0).struct.field("country"), pl.col("date").struct.field("start")
        )
        .group_by("country")
        .agg(pl.len().alias("n"), pl.col("start").max())
        .collect()
    )
    assert by_country.to_dicts() == [{"country": "CHL", "n": 9, "start": dt.date(2022, 9, 9)}]
    files = DeltaTable(lake.path / "dyads").file_uris()
    scan = f"read_parquet({files}, hive_partitioning = true)"
    rows = duckdb.sql(f"SELECT year, count(*) FROM {scan} GROUP BY ALL ORDER BY 1").fetchall()  # noqa: S608
    assert rows == [(2020, 6), (2021, 6), (2022, 6)]
    arrow = DeltaTable(lake.path / "claims").to_pyarrow_dataset().to_table(columns=["document", "stance"])
    assert sorted(arrow["document"].to_pylist()) == ids()


def test_reading_writes_nothing(lake: Lake) -> None:
    before = {path: path.stat().st_mtime_ns for path in lake.path.rglob("*")}
    opened = Lake.open(lake.path)
    opened.check()
    opened.info()
    opened.query("SELECT * FROM timeline")
    opened.events(between=("CHL", "PER"))
    assert {path: path.stat().st_mtime_ns for path in lake.path.rglob("*")} == before
