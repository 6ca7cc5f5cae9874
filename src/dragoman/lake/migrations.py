"""Bringing older lakes forward, one numbered step after the other.

A step rewrites each table in one Delta commit and finds out by itself which tables it has done, so that it
may be cut short and run again; the lake's number is raised last. States from before stay readable with
`as_of`: columns that they lack are null.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.fs
from deltalake import DeltaTable, write_deltalake

from dragoman.errors import LakeSchemaError, LakeWriteError
from dragoman.exchange.reports import lead_end, sentence_ends, sentence_number
from dragoman.lake.commits import Commits, pinned
from dragoman.lake.lake import SKIPPING_PROPERTY, indexed, schema_of
from dragoman.lake.presence import Presence, anybody_else
from dragoman.lake.tables import COMMITS, DATA_TABLES, LAKE_SCHEMA, PARTS, SCHEMA_PROPERTY
from dragoman.lake.writer import DATA_PROPERTIES, writing
from dragoman.records import Segment

DOCUMENTS_A_READ = 1000

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
    ids = list(_pairs(documents, "id"))
    counts = {}
    for part in PARTS:
        held = Counter(_pairs(_stored(folder, part), "document"))
        counts[f"n_{part}"] = [held[one] for one in ids]
    _rewrite(folder, "documents", documents, counts)


def _heads(documents: pa.Table, rows: pa.Table) -> dict[str, list[Any]]:
    known = documents.select(["id", "title", "source", "url", "uri"]).to_pylist()
    by_id = {row["id"]: (row["title"], row["source"], row["url"] or row["uri"]) for row in known}
    heads = [by_id[one] for one in rows["document"].to_pylist()]
    return {
        name: [head[place] for head in heads] for place, name in enumerate(("title", "publisher", "address"))
    }


def _placed_in_texts(folder: Path) -> None:
    """2 → 3: each event's sentence, paragraph and words for its place; null where a row has no text."""
    before = pa.schema(DeltaTable(folder / "events").schema().to_arrow())
    if {"place_text", "sentence", "lead"} <= set(before.names):
        return
    schema = _wanted("events", {*before.names, "place_text", "sentence", "lead"})
    documents, events = (_dataset(folder, name) for name in ("documents", "events"))
    batches = (
        batch
        for year in _years(folder, "events")  # one after the other, so that memory holds a year
        for batch in _with_places(documents, events, year).select(schema.names).cast(schema).to_batches()
    )
    _overwrite(folder, "events", pa.RecordBatchReader.from_batches(schema, batches))


def _with_places(documents: ds.Dataset, stored: ds.Dataset, year: int | None) -> pa.Table:
    of_year = ds.field("year").is_null() if year is None else ds.field("year") == year
    events = stored.to_table(filter=of_year)
    wanted: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, key in enumerate(_pairs(events, "document")):
        wanted[key].append(number)
    spans = events.select(["evidence", "place"]).combine_chunks()
    words: list[str | None] = [None] * len(events)
    sentences: list[int | None] = [None] * len(events)
    leads: list[bool | None] = [None] * len(events)
    for row in _texts(documents, of_year):
        layout = msgspec.convert(row["layout"] or (), tuple[Segment, ...])
        ends, lead = sentence_ends(row["text"]), lead_end(row["text"], layout)
        for number in wanted[row["id"], row["batch"]]:
            evidence, place = (spans[name][number].as_py() for name in ("evidence", "place"))
            sentences[number] = sentence_number(ends, evidence["start"])
            leads[number] = evidence["start"] < lead
            if place and (at := place["evidence"]):
                words[number] = row["text"][at["start"] : at["end"]]
    added: dict[str, list[Any]] = {"place_text": words, "sentence": sentences, "lead": leads}
    return _with_columns("events", events, added)


def _texts(documents: ds.Dataset, which: ds.Expression) -> Iterator[dict[str, Any]]:
    rows = documents.to_table(columns=["id", "batch", "text", "layout"], filter=which)
    for batch in rows.to_batches(max_chunksize=DOCUMENTS_A_READ):
        yield from (row for row in batch.to_pylist() if row["text"] is not None)


def _pairs(rows: pa.Table, key: str) -> Iterator[tuple[str, str]]:
    """The document and batch of each row."""
    return zip(rows[key].to_pylist(), rows["batch"].to_pylist(), strict=True)


STEPS: dict[int, Step] = {1: _filed_and_counted, 2: _placed_in_texts}
"""Version → what brings it to the next."""


def _dataset(folder: Path, table: str) -> ds.Dataset:
    """A table's rows, also those that don't count."""
    local = pyarrow.fs.SubTreeFileSystem(str(folder / table), pyarrow.fs.LocalFileSystem())
    return DeltaTable(folder / table).to_pyarrow_dataset(filesystem=local)


def _stored(folder: Path, table: str) -> pa.Table:
    return _dataset(folder, table).to_table()


def _years(folder: Path, table: str) -> list[int | None]:
    files = pa.table(DeltaTable(folder / table).get_add_actions(flatten=True))
    return list(dict.fromkeys(files["partition.year"].to_pylist() if files.num_rows else ()))


def _rewrite(folder: Path, table: str, rows: pa.Table, columns: dict[str, list[Any]]) -> None:
    """Write a table anew with added columns, unless it has them."""
    if set(columns) <= set(rows.column_names):
        return
    rows = _with_columns(table, rows, columns)
    schema = _wanted(table, rows.column_names)
    _overwrite(folder, table, rows.select(schema.names).cast(schema))


def _with_columns(table: str, rows: pa.Table, columns: dict[str, list[Any]]) -> pa.Table:
    for name, values in columns.items():
        rows = rows.append_column(name, pa.array(values, DATA_TABLES[table].field(name).type))
    return rows


def _wanted(table: str, names: Collection[str]) -> pa.Schema:
    """Of a table's columns of today, those named, in their order."""
    return pa.schema([field for field in DATA_TABLES[table] if field.name in names])


def _overwrite(folder: Path, table: str, rows: pa.Table | pa.RecordBatchReader) -> None:
    write_deltalake(
        folder / table,
        rows,
        mode="overwrite",
        schema_mode="overwrite",
        partition_by=["year"],
        writer_properties=DATA_PROPERTIES,
    )
