"""Keeping a lake fast and small: sorted files, no rows that don't count, no history beyond what is wanted."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
from deltalake import DeltaTable
from deltalake.exceptions import CommitFailedError

from dragoman.errors import UsageError
from dragoman.lake.cleaning import abort_left_behind, clean
from dragoman.lake.commits import Commits, State, pinned
from dragoman.lake.presence import Presence
from dragoman.lake.tables import COMMITS, DATA_TABLES, SORTED_BY
from dragoman.lake.writer import DATA_PROPERTIES, writing

MAX_TRIES = 5
"""A rewrite that deletes keep overtaking is given up after so many tries; the next compaction does it."""

MIN_KEEP_HOURS = 24
"""Vacuum keeps at least this much: younger files may belong to batches that are being written."""


@dataclass(frozen=True)
class Compaction:
    """What compaction did."""

    files_before: int
    files_after: int


def compact(folder: Path) -> Compaction:
    """Merge small files into sorted ones, year by year; take out rows that don't count.

    Readers and writers may go on meanwhile. Earlier versions stay readable, so that the folder grows until
    `vacuum`. A year that holds one file already is left alone.

    Raises:
        LakeWriteError: If the lake cannot be written; it is as it was, or partly compacted.
    """
    with writing(folder):
        presence = Presence(folder)
        try:
            commits = Commits(folder, presence.name)
            abort_left_behind(folder, commits)
            clean(folder, commits)
            before = _n_files(folder)
            versions = {name: _sort(folder / name, SORTED_BY[name]) for name in DATA_TABLES}
            commits.add(lambda _: {"kind": "compact", "versions": pinned(versions)})
            return Compaction(before, _n_files(folder))
        finally:
            presence.close()


def vacuum(folder: Path, keep_hours: int) -> int:
    """Delete files that no state of the last `keep_hours` needs; `as_of` reaches no further back.

    Args:
        folder: The lake's folder.
        keep_hours: How much history to keep, at least `MIN_KEEP_HOURS`.

    Returns:
        The number of files deleted.

    Raises:
        UsageError: If `keep_hours` is too few.
        LakeWriteError: If the lake cannot be written.
    """
    if keep_hours < MIN_KEEP_HOURS:
        raise UsageError(f"{keep_hours} hours is too little history. Keep at least {MIN_KEEP_HOURS}.")
    with writing(folder):
        presence = Presence(folder)
        try:
            commits = Commits(folder, presence.name)
            kept = dt.datetime.now(dt.UTC) - dt.timedelta(hours=keep_hours)
            commits.add(lambda _: {"kind": "vacuum", "detail": kept.isoformat()})
            state = commits.state()
            return sum(_vacuum(folder / name, version, keep_hours) for name, version in _all(state).items())
        finally:
            presence.close()


def _all(state: State) -> dict[str, int | None]:
    return {**dict.fromkeys((*DATA_TABLES, COMMITS)), **state.versions}


def _vacuum(path: Path, version: int | None, keep_hours: int) -> int:
    table = DeltaTable(path)
    gone = table.vacuum(
        keep_hours,
        dry_run=False,
        enforce_retention_duration=False,
        full=True,  # also files that a killed writer never got to name
        keep_versions=None if version is None else [version],
    )
    return len(gone)


def _n_files(folder: Path) -> int:
    return sum(len(DeltaTable(folder / name).file_uris()) for name in DATA_TABLES)


def _sort(path: Path, column: str) -> int:
    """Rewrite each year of a table that has several files as one sorted run; returns the version."""
    for _ in range(MAX_TRIES):
        table = DeltaTable(path)
        files = Counter(_years(table))
        try:
            for year in (year for year, n_files in files.items() if n_files > 1):
                table.optimize.z_order(
                    [column],
                    partition_filters=[("year", "=", "" if year is None else str(year))],
                    writer_properties=DATA_PROPERTIES,
                )
        except CommitFailedError:
            continue
        if table.version() > 0:
            table.create_checkpoint()
        return int(table.version())
    return int(DeltaTable(path).version())


def _years(table: DeltaTable) -> list[int | None]:
    """The year of each file."""
    files = pa.table(table.get_add_actions(flatten=True))
    years: list[int | None] = files["partition.year"].to_pylist() if files.num_rows else []
    return years
