"""Reading: one consistent state of all tables, however many writers are at work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.fs
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
"""A query sees the tables and nothing else: no file, no network, no variable of the program."""


class Snapshot:
    """A lake at one moment. Nothing written later shows. Make one with `Lake.snapshot()`.

    Args:
        folder: The lake's folder.
        state: What counts.
    """

    def __init__(self, folder: Path, state: State) -> None:
        self.folder = folder
        self.state = state

    @cached_property
    def con(self) -> duckdb.DuckDBPyConnection:
        """A DuckDB connection in memory with a view for each table; it can read nothing else.

        Take a `cursor()` of it for each thread.
        """
        con = duckdb.connect()
        dead = [{"document": document, "batch": batch} for document, batch in self.state.dead]
        con.execute("CREATE SCHEMA stored")
        con.execute("CREATE TABLE stored.dead (document VARCHAR, batch VARCHAR)")
        if dead:
            table = pa.Table.from_pylist(dead)
            con.from_arrow(table).insert_into("stored.dead")
        for name in DATA_TABLES:
            self._store(con, name)
            con.execute(f"CREATE VIEW {name} AS {self._live(name)}")
        for name in self.derived:
            self._store(con, name)
            con.execute(f"CREATE VIEW {name} AS SELECT * FROM stored.{name}")  # noqa: S608  # a checked name
        for name, sql in VIEWS.items():
            con.execute(f"CREATE VIEW {name} AS {sql}")
        for name, value in _SETTINGS.items():
            con.execute(f"SET {name} = {value}")
        return con

    def _store(self, con: duckdb.DuckDBPyConnection, table: str) -> None:
        con.execute("USE stored")
        con.from_arrow(self.dataset(table)).create_view(table)
        con.execute("USE main")

    @property
    def derived(self) -> list[str]:
        """The derived tables there are; `Lake.derive` writes them."""
        return sorted(set(self.state.versions) - set(DATA_TABLES))

    def dataset(self, table: str) -> ds.Dataset:
        """The stored rows of a table at this snapshot's version: also those that don't count."""
        path = self.folder / table
        local = pyarrow.fs.SubTreeFileSystem(str(path), pyarrow.fs.LocalFileSystem())
        with reading(self.folder):
            delta = DeltaTable(path, version=self.state.versions.get(table, 0))
            return delta.to_pyarrow_dataset(filesystem=local, schema=DATA_TABLES.get(table))

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None) -> pa.Table:
        """Run SQL of a program over the tables; SQL of users goes through `dragoman.lake.ask`.

        Args:
            sql: One SELECT.
            parameters: What `$name` in it stands for.
        """
        with reading(self.folder):
            return self.con.cursor().sql(sql, params=parameters).to_arrow_table()

    def coded(self, documents: Sequence[str]) -> list[Coded]:
        """Documents' records as they were appended, in the order of the ids; unknown ids are left out.

        Raises:
            LakeError: If a document was imported: its rows are no records.
        """
        if not documents:
            return []
        ids = ", ".join(quoted(one) for one in documents)
        rows = {
            table: self.query(f"SELECT * FROM {table} WHERE {key_of(table)} IN ({ids})").to_pylist()  # noqa: S608
            for table in ("documents", *RECORD_TABLES)
        }
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


@contextmanager
def reading(folder: Path) -> Iterator[None]:
    """Turn failures to read the lake's files into `LakeDamageError`."""
    try:
        yield
    except (OSError, DeltaError, pa.ArrowException, duckdb.IOException) as error:
        raise LakeDamageError(str(folder), " ".join(str(error).split())) from error
