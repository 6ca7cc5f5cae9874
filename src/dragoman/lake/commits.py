"""What counts: the table `commits`, the one source of truth of a lake.

An append writes to seven tables, and a process may die between any two. So every row carries its batch, and a
batch counts once `commits` says so. Each row here is one Delta commit at the version the writer expected
(compare and swap): whoever loses the race reads again what has changed and decides anew.

    create   the lake was made
    begin    a batch is about to be written
    append   a batch is whole; `documents` are in it; `dead` rows of earlier batches no longer count
    abort    a batch will never be whole; its writer died
    clean    the rows of `dead` pairs and of the aborted `batch` are gone from the tables
    compact  tables were rewritten without a change of content
    derive   a derived table was rewritten
    vacuum   files that only times before `detail` need may be gone
    migrate  the layout changed

`versions` are the versions of Delta tables that hold what the row speaks of. A reader takes the highest
version that any row names, less the batches that are begun and not appended. A batch's begin stands before
its data, and its data before the append that names their versions: whatever a reader's versions hold, its
`commits` know.
"""

from __future__ import annotations

import datetime as dt
import random
import time
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds
from deltalake import CommitProperties, DeltaTable, WriterProperties, write_deltalake
from deltalake.exceptions import CommitFailedError

from dragoman.lake.tables import COMMIT_SCHEMA, COMMITS

MAX_TRIES = 200
"""Lost races before a writer gives up. Each try waits up to `PAUSE_SECONDS`."""
PAUSE_SECONDS = 0.05

COMPACT_EVERY = 64
"""`commits` is compacted when its sequence passes a multiple of this, so that opening a lake stays quick."""

Pair = tuple[str, str]
"""A document's id and a batch: the rows of that document in that batch."""

_PROPERTIES = WriterProperties(compression="ZSTD")
_STATE_COLUMNS = [name for name in COMMIT_SCHEMA.names if name != "documents"]


@dataclass(frozen=True)
class State:
    """What `commits` says up to one of its rows."""

    seq: int
    """The last row's number; 0 is the creation."""
    at: dt.datetime | None
    versions: Mapping[str, int]
    """Table → the version to read."""
    hidden: frozenset[str]
    """Batches whose rows don't count: begun and not appended."""
    aborted: frozenset[str]
    """Those of `hidden` that never will be. They stay so: a writer wrongly taken for dead may write on."""
    unclean: frozenset[str]
    """Those of `aborted` whose rows may be in the tables."""
    writers: Mapping[str, str]
    """Batch of `hidden`, not aborted → its writer."""
    dead: frozenset[Pair]
    """Rows that were replaced and are still in the tables."""
    vacuumed: dt.datetime | None
    """Before this, files may be gone."""
    batches: int
    """How many batches count."""


@dataclass
class _Fold:
    """The state, as row after row is taken in."""

    seq: int = 0
    at: dt.datetime | None = None
    versions: dict[str, int] = field(default_factory=dict)
    writers: dict[str, str] = field(default_factory=dict)
    aborted: set[str] = field(default_factory=set)
    cleaned: set[str] = field(default_factory=set)
    dead: set[Pair] = field(default_factory=set)
    vacuumed: dt.datetime | None = None
    batches: int = 0

    def take(self, row: Mapping[str, Any]) -> None:
        kind, batch = row["kind"], row["batch"]
        self.seq, self.at = row["seq"], row["at"]
        for pinned in row["versions"] or ():
            table = pinned["table"]
            self.versions[table] = max(self.versions.get(table, -1), pinned["version"])
        pairs = {(pair["document"], pair["batch"]) for pair in row["dead"] or ()}
        if kind == "begin":
            self.writers[batch] = row["writer"]
        elif kind == "append":
            self.writers.pop(batch, None)
            self.dead |= pairs
            self.batches += 1
        elif kind == "abort":
            self.aborted.add(batch)
            self.writers.pop(batch, None)
        elif kind == "clean":
            self.dead -= pairs
            self.cleaned |= {batch} & self.aborted
        elif kind == "vacuum":
            self.vacuumed = dt.datetime.fromisoformat(row["detail"])

    def state(self, future: Iterable[str] = ()) -> State:
        """The state, with the batches hidden that were appended only later."""
        return State(
            seq=self.seq,
            at=self.at,
            versions=dict(self.versions),
            hidden=frozenset(self.writers) | self.aborted | frozenset(future),
            aborted=frozenset(self.aborted),
            unclean=frozenset(self.aborted - self.cleaned),
            writers=dict(self.writers),
            dead=frozenset(self.dead),
            vacuumed=self.vacuumed,
            batches=self.batches,
        )


class Commits:
    """The table `commits` of one lake.

    Args:
        folder: The lake's folder.
        writer: This process's name in the rows it adds.
    """

    def __init__(self, folder: Path, writer: str = "") -> None:
        self._path = folder / COMMITS
        self._writer = writer
        self._table = DeltaTable(self._path)
        self._fold = _Fold()
        self._read = -1

    def state(self) -> State:
        """What counts now."""
        self.refresh()
        if self._table.version() != self._read:
            for row in self._rows(_STATE_COLUMNS, after=self._fold.seq):
                self._fold.take(row)
            self._read = self._table.version()
        return self._fold.state()

    def state_as_of(self, moment: int | dt.datetime) -> State:
        """What counted when a row was added, by its number, or at a time.

        Batches that were appended only later are hidden.
        """
        self.refresh()
        rows = self._rows(_STATE_COLUMNS)
        until = next((place for place, row in enumerate(rows) if _later(row, moment)), len(rows))
        fold = _Fold()
        for row in rows[:until]:
            fold.take(row)
        vacuums = [row["detail"] for row in rows[until:] if row["kind"] == "vacuum"]
        state = fold.state(row["batch"] for row in rows[until:] if row["kind"] == "append")
        return replace(state, vacuumed=dt.datetime.fromisoformat(vacuums[-1])) if vacuums else state

    def refresh(self) -> None:
        """Learn of rows that were added since."""
        self._table.update_incremental()

    def appends_since(self, seq: int) -> list[dict[str, Any]]:
        """`seq`, `batch`, `coder` and `documents` of the batches appended after row `seq`, in order.

        As `commits` was when last refreshed.
        """
        rows = self._rows(["seq", "kind", "batch", "coder", "documents"], after=seq)
        return [row for row in rows if row["kind"] == "append"]

    def documents_since(self, seq: int) -> set[str]:
        """Ids of the documents in batches appended after row `seq`."""
        return {document for row in self.appends_since(seq) for document in row["documents"]}

    def rows(self) -> list[dict[str, Any]]:
        """Every row, in order."""
        self.refresh()
        return self._rows(COMMIT_SCHEMA.names)

    def add(self, make: Callable[[State], Mapping[str, Any] | None]) -> int | None:
        """Add one row, deciding anew each time another writer was faster.

        Args:
            make: From the state, the row's values without `seq`, `at` and `writer`; or None to add nothing.

        Returns:
            The row's number; None where `make` chose to add nothing.

        Raises:
            CommitFailedError: After `MAX_TRIES` lost races.
        """
        for attempt in range(MAX_TRIES):
            values = make(self.state())
            if values is None:
                return None
            seq = self._table.version() + 1
            try:
                self._write(seq, values)
            except CommitFailedError:
                if attempt + 1 == MAX_TRIES:
                    raise
                time.sleep(random.uniform(0, PAUSE_SECONDS))  # noqa: S311  # spreads writers out, no secret
            else:
                if seq % COMPACT_EVERY == 0:
                    self._compact()
                return seq
        return None

    def _rows(self, columns: Iterable[str], after: int = -1) -> list[dict[str, Any]]:
        dataset = self._table.to_pyarrow_dataset()
        found = dataset.to_table(columns=list(columns), filter=ds.field("seq") > after)
        rows: list[dict[str, Any]] = found.sort_by("seq").to_pylist()
        return rows

    def _write(self, seq: int, values: Mapping[str, Any]) -> None:
        row = {"seq": seq, "at": dt.datetime.now(dt.UTC), "writer": self._writer, **values}
        write_deltalake(
            self._table,
            pa.Table.from_pylist([row], schema=COMMIT_SCHEMA),
            mode="append",
            writer_properties=_PROPERTIES,
            commit_properties=CommitProperties(max_commit_retries=0),
        )

    def _compact(self) -> None:
        try:
            self._table.optimize.compact(writer_properties=_PROPERTIES)
        except CommitFailedError:
            return  # another writer's row came between; the next multiple will do


def new_batch() -> str:
    """A name for a batch that no other writer will choose."""
    return uuid.uuid4().hex


def pinned(versions: Mapping[str, int]) -> list[dict[str, Any]]:
    """Versions as the column `versions` holds them."""
    return [{"table": table, "version": version} for table, version in versions.items()]


def paired(dead: Iterable[Pair]) -> list[dict[str, str]]:
    """Pairs as the column `dead` holds them."""
    return [{"document": document, "batch": batch} for document, batch in sorted(dead)]


def _later(row: Mapping[str, Any], moment: int | dt.datetime) -> bool:
    return bool(row["at"] > moment if isinstance(moment, dt.datetime) else row["seq"] > moment)
