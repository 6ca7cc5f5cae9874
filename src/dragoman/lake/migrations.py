"""Bringing older lakes forward, one numbered step after the other.

A step rewrites each table in one Delta commit and finds out by itself which tables it has done, so that it
may be cut short and run again; the lake's number is raised last. States from before stay readable with
`as_of`: columns that they lack are null.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.fs
from deltalake import DeltaTable, write_deltalake

from dragoman.errors import LakeSchemaError, LakeWriteError
from dragoman.lake.commits import Commits, pinned
from dragoman.lake.lake import SKIPPING_PROPERTY, indexed, schema_of
from dragoman.lake.presence import Presence, anybody_else
from dragoman.lake.tables import COMMITS, DATA_TABLES, LAKE_SCHEMA, PARTS, SCHEMA_PROPERTY
from dragoman.lake.writer import DATA_PROPERTIES, writing

Step = Callable[[Path], None]


def migrate(folder: Path) -> tuple[int, int]:
    """Bring a lake to this version's tables.

    Returns:
        The version that it had, and the one that it has.

    Raises:
        NoLakeError: If the folder holds no lake.
        LakeSchemaError: If a newer dragoman made it.
        LakeWriteError: If it cannot be written, or somebody is writing to it.
    """
    before = schema_of(folder)
    if before > LAKE_SCHEMA:
        raise LakeSchemaError(str(folder), before, LAKE_SCHEMA)
    if before == LAKE_SCHEMA:
        return before, before
    with writing(folder):
        presence = Presence(folder)
        try:
            if anybody_else(folder, presence.name):
                raise LakeWriteError(str(folder), "another process is writing to it")
            for version in range(before, LAKE_SCHEMA):
                STEPS[version](folder)
            commits = Commits(folder, presence.name)
            versions = {name: DeltaTable(folder / name).version() for name in DATA_TABLES}
            commits.add(lambda _: {"kind": "migrate", "versions": pinned(versions), "detail": str(before)})
            _set_version(folder)
        finally:
            presence.close()
    return before, LAKE_SCHEMA


def _set_version(folder: Path) -> None:
    for name in (*DATA_TABLES, COMMITS):
        table = DeltaTable(folder / name)
        table.alter.set_table_properties(
            {SCHEMA_PROPERTY: str(LAKE_SCHEMA), SKIPPING_PROPERTY: indexed(table.schema().to_arrow())},
            raise_if_not_exists=False,
        )


def _filed_and_counted(folder: Path) -> None:
    """1 → 2: pairs that records are filed under, documents' counts of rows, and their heads beside pairs."""
    for table, pairs, key in (("events", "dyads", "event"), ("claims", "statements", "claim")):
        found = _stored(folder, pairs).select(["document", "batch", key, "pair"]).to_pylist()
        first = {(row["document"], row["batch"], row[key]): row["pair"] for row in reversed(found)}
        for name, id_column in ((table, "id"), (pairs, key)):
            rows = _stored(folder, name)
            keys = zip(
                *(rows[column].to_pylist() for column in ("document", "batch", id_column)), strict=True
            )
            _rewrite(folder, name, rows, {"filed_under": [first.get(key) for key in keys]})
    documents = _stored(folder, "documents")
    for pairs in ("dyads", "statements"):
        rows = _stored(folder, pairs)
        _rewrite(folder, pairs, rows, _heads(documents, rows))
    ids = list(zip(documents["id"].to_pylist(), documents["batch"].to_pylist(), strict=True))
    counts = {}
    for part in PARTS:
        rows = _stored(folder, part)
        held = Counter(zip(rows["document"].to_pylist(), rows["batch"].to_pylist(), strict=True))
        counts[f"n_{part}"] = [held[one] for one in ids]
    _rewrite(folder, "documents", documents, counts)


def _heads(documents: pa.Table, rows: pa.Table) -> dict[str, list[Any]]:
    known = documents.select(["id", "title", "source", "url", "uri"]).to_pylist()
    by_id = {row["id"]: (row["title"], row["source"], row["url"] or row["uri"]) for row in known}
    heads = [by_id[one] for one in rows["document"].to_pylist()]
    return {
        name: [head[place] for head in heads] for place, name in enumerate(("title", "publisher", "address"))
    }


STEPS: dict[int, Step] = {1: _filed_and_counted}
"""Version → what brings it to the next."""


def _stored(folder: Path, table: str) -> pa.Table:
    local = pyarrow.fs.SubTreeFileSystem(str(folder / table), pyarrow.fs.LocalFileSystem())
    return DeltaTable(folder / table).to_pyarrow_dataset(filesystem=local).to_table()


def _rewrite(folder: Path, table: str, rows: pa.Table, columns: dict[str, list[Any]]) -> None:
    """Write a table anew with added columns, unless it has them."""
    if set(columns) <= set(rows.column_names):
        return
    for name, values in columns.items():
        rows = rows.append_column(name, pa.array(values, DATA_TABLES[table].field(name).type))
    schema = pa.schema([field for field in DATA_TABLES[table] if field.name in rows.column_names])
    write_deltalake(
        folder / table,
        rows.select(schema.names).cast(schema),
        mode="overwrite",
        schema_mode="overwrite",
        partition_by=["year"],
        writer_properties=DATA_PROPERTIES,
    )
