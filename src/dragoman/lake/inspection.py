"""What a lake holds, and whether it is whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.lake.commits import Commits
from dragoman.lake.presence import is_present
from dragoman.lake.snapshot import Snapshot
from dragoman.lake.tables import DATA_TABLES, LAKE_SCHEMA, PARTS


@dataclass(frozen=True)
class TableSize:
    """One table as it is now, without history."""

    name: str
    rows: int
    files: int
    size_bytes: int


@dataclass(frozen=True)
class Info:
    """What a lake holds."""

    path: str
    schema: int
    commit: int
    """The number of the last commit."""
    written: dt.datetime | None
    """When it was."""
    kept_since: dt.datetime | None
    """How far back `as_of` reaches."""
    batches: int
    coders: dict[str, int]
    """What coded how many documents."""
    reported: tuple[dt.date | None, dt.date | None]
    """The first and the last day of publication."""
    tables: tuple[TableSize, ...]
    derived: tuple[str, ...]
    replaced_rows: int
    """Documents whose replaced rows are still in the tables."""
    unfinished: int
    """Batches that somebody is writing, or was when they died."""


@dataclass(frozen=True)
class Finding:
    """Something that `check` found."""

    severe: bool
    """Whether records are lost, doubled or unreadable; else the next append or compaction mends it."""
    text: str


def describe(snapshot: Snapshot) -> Info:
    """Say what a lake holds."""
    [span] = snapshot.query(
        "SELECT min(published.start) AS first, max(published.start) AS last FROM documents"
    ).to_pylist()
    coders = snapshot.query(
        "SELECT coder, count(*) AS n FROM documents GROUP BY coder ORDER BY coder"
    ).to_pylist()
    rows = Commits(snapshot.folder).rows()
    state = snapshot.state
    return Info(
        path=str(snapshot.folder),
        schema=LAKE_SCHEMA,
        commit=state.seq,
        written=state.at,
        kept_since=state.vacuumed or (rows[0]["at"] if rows else None),
        batches=state.batches,
        coders={row["coder"]: row["n"] for row in coders},
        reported=(span["first"], span["last"]),
        tables=tuple(_size(snapshot, name) for name in DATA_TABLES),
        derived=tuple(snapshot.derived),
        replaced_rows=len(state.dead),
        unfinished=len(state.writers),
    )


def _size(snapshot: Snapshot, table: str) -> TableSize:
    [row] = snapshot.query(f"SELECT count(*) AS n FROM {table}").to_pylist()  # noqa: S608  # our names
    files = snapshot.files(table)
    return TableSize(table, row["n"], len(files), sum(size for _, size in files))


def check(snapshot: Snapshot) -> list[Finding]:
    """Look for records that are lost, doubled, half there or unreadable.

    Reads the keys of every row; the rest of a row is trusted to Parquet's own checks.
    """
    missing = list(_missing_files(snapshot))
    if missing:
        return missing  # the tables cannot be read
    return [
        *_documents_against_commits(snapshot),
        *(finding for table in PARTS for finding in _parts_against_documents(snapshot, table)),
        *_left_over(snapshot),
    ]


def _missing_files(snapshot: Snapshot) -> Iterator[Finding]:
    for table in DATA_TABLES:
        for path, size in snapshot.files(table):
            if not path.exists():
                yield Finding(severe=True, text=f"{path}: the file is missing")
            elif path.stat().st_size != size:
                yield Finding(severe=True, text=f"{path}: the file has another size than it was written with")


def _documents_against_commits(snapshot: Snapshot) -> Iterator[Finding]:
    commits = Commits(snapshot.folder)
    acknowledged = {document for row in commits.appends_since(0) for document in row["documents"]}
    counts = snapshot.query("SELECT id, count(*) AS n FROM documents GROUP BY id").to_pylist()
    there = {row["id"] for row in counts}
    for document in sorted(acknowledged - there):
        yield Finding(severe=True, text=f"document {document}: acknowledged, and not there")
    for document in sorted(there - acknowledged):
        yield Finding(severe=True, text=f"document {document}: there, and never acknowledged")
    for row in counts:
        if row["n"] > 1:
            yield Finding(severe=True, text=f"document {row['id']}: there {row['n']} times")


def _parts_against_documents(snapshot: Snapshot, table: str) -> Iterator[Finding]:
    differing = snapshot.query(f"""
        WITH held AS (SELECT document, count(*) AS n FROM {table} GROUP BY document)
        SELECT coalesce(held.document, documents.id) AS id, coalesce(held.n, 0) AS n, n_{table} AS expected
        FROM documents FULL JOIN held ON held.document = documents.id
        WHERE coalesce(held.n, 0) IS DISTINCT FROM coalesce(n_{table}, -1)
    """)  # noqa: S608  # our names
    for row in differing.to_pylist():
        yield Finding(
            severe=True,
            text=f"document {row['id']}: {row['n']} rows in {table}, {row['expected'] or 0} were written",
        )


def _left_over(snapshot: Snapshot) -> Iterator[Finding]:
    state = snapshot.state
    dead = [batch for batch, writer in state.writers.items() if not is_present(snapshot.folder, writer)]
    if dead:
        yield Finding(severe=False, text=f"{len(dead)} batches were cut short; their rows are left out")
    if state.dead:
        yield Finding(
            severe=False, text=f"replaced rows of {len(state.dead)} documents wait to be cleaned away"
        )
    strays = [table for table in DATA_TABLES if _strays(snapshot, table)]
    if strays:
        yield Finding(
            severe=False, text=f"rows of aborted batches lie in {', '.join(strays)}; they are left out"
        )


def _strays(snapshot: Snapshot, table: str) -> bool:
    if not snapshot.state.aborted:
        return False
    found: Any = snapshot.query(
        f"SELECT count(*) AS n FROM stored.{table} WHERE batch IN (SELECT unnest($aborted))",  # noqa: S608
        {"aborted": sorted(snapshot.state.aborted)},
    )
    return bool(found["n"][0].as_py())
