"""Reading: one consistent state of all tables, however many writers are at work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from deltalake import DeltaTable
from deltalake.exceptions import DeltaError

from dragoman.errors import LakeDamageError
from dragoman.lake.commits import State
from dragoman.lake.rows import coded_of
from dragoman.lake.tables import DATA_TABLES, key_of, quoted
from dragoman.lake.views import VIEWS
from dragoman.records import Coded

RECORD_TABLES = ("entities", "mentions", "events", "claims")

_SETTINGS = {
    "temp_directory": "''",
    "errors_as_json": "true",
    "python_enable_replacements": "false",
    "enable_external_access": "false",
    "lock_configuration": "true",
}
"""A query sees the tables' files and nothing else: no other file, no network, no variable of the program."""

_SQL_TYPES = {pa.string(): "VARCHAR", pa.int32(): "INTEGER", pa.bool_(): "BOOLEAN"}
"""Of columns that were added to tables."""


class Snapshot:
    """A lake at one moment. Nothing written later shows. Make one with `Lake.snapshot()`.

    Args:
        folder: The lake's folder.
        state: What counts.
    """

    def __init__(self, folder: Path, state: State) -> None:
        self.folder = folder
        self.state = state
        self._tables: dict[str, DeltaTable] = {}

    @cached_property
    def con(self) -> duckdb.DuckDBPyConnection:
        """A DuckDB connection in memory with a view for each table; it can read nothing else.

        Take a `cursor()` of it for each thread.
        """
        con = duckdb.connect()
        con.execute("SET GLOBAL parquet_metadata_cache = true")
        con.execute("CREATE SCHEMA stored")
        con.execute("CREATE TABLE stored.dead (document VARCHAR, batch VARCHAR)")
        if self.state.dead:
            columns = dict(zip(("document", "batch"), zip(*self.state.dead, strict=True), strict=True))
            con.from_arrow(pa.table(columns)).insert_into("stored.dead")
        files = [file for name in (*DATA_TABLES, *self.derived) for file in self._store(con, name)]
        for name in DATA_TABLES:
            con.execute(f"CREATE VIEW {name} AS {self._live(name)}")
        for name in self.derived:
            con.execute(f"CREATE VIEW {name} AS SELECT * FROM stored.{name}")  # noqa: S608  # a checked name
        for name, sql in VIEWS.items():
            con.execute(f"CREATE VIEW {name} AS {sql}")
        con.execute(f"SET GLOBAL allowed_paths = [{', '.join(map(quoted, files))}]")
        for name, value in _SETTINGS.items():
            con.execute(f"SET GLOBAL {name} = {value}")
        return con

    def files(self, table: str) -> list[tuple[Path, int]]:
        """The files of a table at this snapshot's version, and their sizes in bytes."""
        with reading(self.folder):
            actions = pa.table(self._delta(table).get_add_actions(flatten=True))
        rows = actions.select(["path", "size_bytes"]).to_pylist()
        return [(self.folder / table / row["path"], row["size_bytes"]) for row in rows]

    def _delta(self, table: str) -> DeltaTable:
        if table not in self._tables:
            version = self.state.versions.get(table, 0)
            self._tables[table] = DeltaTable(self.folder / table, version=version)
        return self._tables[table]

    def _store(self, con: duckdb.DuckDBPyConnection, table: str) -> list[str]:
        """Give the connection a table's stored rows, also those that don't count; returns their files."""
        files = [str(path.absolute()) for path, _ in self.files(table)]
        with reading(self.folder):
            stored = pa.schema(self._delta(table).schema().to_arrow())
            wanted = DATA_TABLES.get(table, stored)
            if files:
                con.execute(f"CREATE VIEW stored.{table} AS {_select_files(files, stored, wanted)}")
            else:
                con.execute("USE stored")
                con.from_arrow(wanted.empty_table()).create(table)
                con.execute("USE main")
        return files

    @property
    def derived(self) -> list[str]:
        """The derived tables there are; `Lake.derive` writes them."""
        return sorted(set(self.state.versions) - set(DATA_TABLES))

    def query(
        self,
        sql: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        tables: Mapping[str, pa.Table] | None = None,
    ) -> pa.Table:
        """Run SQL of a program over the tables; SQL of users goes through `dragoman.lake.ask`.

        Args:
            sql: One SELECT.
            parameters: What `$name` in it stands for.
            tables: Tables of the caller's that it may name.

        Raises:
            LakeDamageError: If files of the lake are missing or unreadable.
        """
        con = self.con.cursor()
        for name, table in (tables or {}).items():
            con.register(name, table)
        with reading(self.folder):
            return con.sql(sql, params=parameters).to_arrow_table()

    def coded(self, documents: Sequence[str]) -> list[Coded]:
        """Documents' records as they were appended, in the order of the ids; unknown ids are left out.

        Raises:
            LakeError: If a document was imported: its rows are no records.
        """
        if not documents:
            return []
        ids = ", ".join(quoted(one) for one in documents)
        rows = {"documents": self.query(f"SELECT * FROM documents WHERE id IN ({ids})").to_pylist()}  # noqa: S608
        years = {row["year"] for row in rows["documents"]}  # parts lie in the same years: skip the others
        within = (
            " OR ".join("year IS NULL" if year is None else f"year = {year}" for year in years) or "false"
        )
        for table in RECORD_TABLES:
            sql = f"SELECT * FROM {table} WHERE ({within}) AND document IN ({ids})"  # noqa: S608
            rows[table] = self.query(sql).to_pylist()
        order = {one: place for place, one in enumerate(documents)}
        return sorted(coded_of(rows), key=lambda one: order[one.document.id])

    def _live(self, table: str) -> str:
        conditions = []
        if self.state.hidden:
            names = ", ".join(f"'{batch}'" for batch in sorted(self.state.hidden))
            conditions.append(f"batch NOT IN ({names})")
        if self.state.dead:
            live = f"({key_of(table)}, batch) NOT IN (SELECT (document, batch) FROM stored.dead)"  # noqa: S608
            conditions.append(live)
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        return f"SELECT * EXCLUDE (batch) FROM stored.{table}{where}"  # noqa: S608  # our names


def _select_files(files: Sequence[str], stored: pa.Schema, wanted: pa.Schema) -> str:
    """SQL for the rows of a table's files; columns that an older version lacks are null."""
    columns = [
        f'"{field.name}"'
        if field.name in stored.names
        else f'NULL::{_SQL_TYPES[field.type]} AS "{field.name}"'
        for field in wanted
    ]
    names = ", ".join(map(quoted, files))
    year = "hive_partitioning = true, hive_types = {'year': INTEGER}"
    partitions = year if "year" in stored.names else "hive_partitioning = false"
    return f"SELECT {', '.join(columns)} FROM read_parquet([{names}], {partitions})"  # noqa: S608  # our names


@contextmanager
def reading(folder: Path) -> Iterator[None]:
    """Turn failures to read the lake's files into `LakeDamageError`."""
    try:
        yield
    except (OSError, DeltaError, pa.ArrowException) as error:
        raise LakeDamageError(str(folder), " ".join(str(error).split())) from error
    except duckdb.Error as error:
        if ".parquet" not in str(error):  # the fault of a query
            raise
        raise LakeDamageError(str(folder), " ".join(str(error).split())) from error
