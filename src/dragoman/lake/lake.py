"""A lake: a folder of Delta tables that holds what was coded."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Unpack

import pyarrow as pa
from deltalake import DeltaTable, write_deltalake

from dragoman import __version__
from dragoman.errors import LakeSchemaError, NoLakeError, UsageError
from dragoman.knowledge.countries import load_countries
from dragoman.lake.answer import Answer
from dragoman.lake.commits import Commits, pinned
from dragoman.lake.dossier import Country, Dossier, build_dossier
from dragoman.lake.inspection import Finding, Info, check, describe
from dragoman.lake.maintenance import Compaction, compact, vacuum
from dragoman.lake.query import ask
from dragoman.lake.search import Hit, search
from dragoman.lake.selection import ClaimFilter, EventFilter, select_claims, select_events
from dragoman.lake.snapshot import Snapshot, reading
from dragoman.lake.tables import COMMIT_SCHEMA, COMMITS, DATA_TABLES, INDEXED, LAKE_SCHEMA, SCHEMA_PROPERTY
from dragoman.lake.views import VIEWS
from dragoman.lake.writer import DATA_PROPERTIES, Appended, Writer, writing
from dragoman.records import Coded

_FOREVER = "interval 36500 days"

KEEP_HISTORY = {
    "delta.logRetentionDuration": _FOREVER,
    "delta.deletedFileRetentionDuration": _FOREVER,
}
"""History is kept until somebody vacuums."""

SKIPPING_PROPERTY = "delta.dataSkippingStatsColumns"
"""Delta table property that names the columns of which the log keeps ranges."""

_MISREAD = re.compile(r"[\[\]^|\\]|%[0-9A-Fa-f]{2}")
"""What delta-rs 1.6 decodes or refuses in a path."""

AsOf = int | dt.datetime | None


class Lake:
    """A lake in a folder. `Lake.open` and `Lake.create` make one.

    Reading never writes, but for the index of `search`.

    Args:
        path: Its folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with reading(path):
            self._commits = Commits(path)
        self._latest: Snapshot | None = None

    @classmethod
    def open(cls, path: str | Path) -> Lake:
        """Open a lake that is there.

        Raises:
            NoLakeError: If the folder holds none.
            LakeDamageError: If it cannot be read.
            LakeSchemaError: If its tables are of another version.
        """
        folder = Path(path)
        found = schema_of(folder)
        if found != LAKE_SCHEMA:
            raise LakeSchemaError(str(path), found, LAKE_SCHEMA)
        return cls(folder)

    @classmethod
    def create(cls, path: str | Path) -> Lake:
        """Open a lake, making it first where there is none.

        Raises:
            UsageError: If the path holds signs that Delta Lake misreads.
            LakeWriteError: If it cannot be made.
            LakeSchemaError: If there is one of another version.
        """
        folder = Path(path)
        if found := _MISREAD.search(str(folder.absolute())):
            raise UsageError(f"{path}: {found[0]} cannot stand in a lake's path. Choose another folder.")
        if not DeltaTable.is_deltatable(str(folder / COMMITS)):
            with writing(folder):
                folder.mkdir(parents=True, exist_ok=True)
                for name, schema in DATA_TABLES.items():
                    _make(folder / name, schema, ["year"])
                _make(folder / COMMITS, COMMIT_SCHEMA, None)  # last: from here on it is a lake
        return cls.open(folder)

    def writer(self) -> Writer:
        """A writer, which may append many times; close it, or use it in a `with` block.

        Raises:
            LakeWriteError: If the folder cannot be written.
        """
        return Writer(self.path)

    def append(
        self, coded: Iterable[Coded], *, coder: str = __version__, replace: bool = False
    ) -> list[Appended]:
        """Append documents' records; when it returns, they are in the lake to stay.

        A document that the same coder coded before is left as it is; one that another coder coded is
        replaced, and its earlier records stay readable with `as_of`.

        Args:
            coded: Documents' records; taken in batches, so that a stream of any length fits in memory.
            coder: What coded them; `dragoman`'s version.
            replace: Replace documents even where the same coder coded them.

        Returns:
            What became of them, batch by batch.

        Raises:
            LakeWriteError: If it cannot be written. What was written whole is there; run the same again.
        """
        with self.writer() as writer:
            return list(writer.append(coded, coder=coder, replace=replace))

    def snapshot(self, *, as_of: AsOf = None) -> Snapshot:
        """The lake as it is now, or as it was.

        Args:
            as_of: The number of a commit, or a time with a zone; None is now.

        Raises:
            UsageError: If `as_of` is before the lake was made, a commit that is not there, has no zone, or
                its files were vacuumed.
        """
        if isinstance(as_of, dt.datetime) and as_of.tzinfo is None:
            raise UsageError(f"{as_of} has no time zone. Add one, such as +00:00.")
        with reading(self.path):
            state = self._commits.state() if as_of is None else self._commits.state_as_of(as_of)
        if as_of is None:
            if self._latest is None or self._latest.state.seq != state.seq:
                self._latest = Snapshot(self.path, state)
            return self._latest
        if isinstance(as_of, int) and as_of > state.seq:
            raise UsageError(f"{self.path}: there is no commit {as_of}; the last is {state.seq}.")
        moment = as_of if isinstance(as_of, dt.datetime) else state.at
        if moment is None or state.at is None or (state.vacuumed and moment < state.vacuumed):
            raise UsageError(
                f"{self.path}: nothing is kept as of {as_of}. See: dragoman lake info {self.path}"
            )
        return Snapshot(self.path, state)

    def events(self, *, as_of: AsOf = None, **which: Unpack[EventFilter]) -> Answer:
        """Events by who, whom, what and when.

        Args:
            as_of: As in `snapshot`.
            which: See `EventFilter`.

        Returns:
            Rows of `events` by date, undated ones last.

        Raises:
            UsageError: If a country is no alpha-3 code.
        """
        return select_events(self.snapshot(as_of=as_of), which)

    def claims(self, *, as_of: AsOf = None, **which: Unpack[ClaimFilter]) -> Answer:
        """Claims by who, to whom, about what and when.

        Args:
            as_of: As in `snapshot`.
            which: See `ClaimFilter`.

        Returns:
            Rows of `claims` by date, undated ones last.

        Raises:
            UsageError: If a country is no alpha-3 code.
        """
        return select_claims(self.snapshot(as_of=as_of), which)

    def query(self, sql: str, *, as_of: AsOf = None) -> Answer:
        """Answer one SELECT over the tables and views; it can neither write nor reach anything else.

        Raises:
            QueryError: If it is wrong, with the place, or not allowed.
        """
        return ask(self.snapshot(as_of=as_of), sql)

    def search(self, words: str, *, limit: int = 10) -> list[Hit]:
        """Find texts and claims by their words, best first.

        Args:
            words: Words, in any form of them; phrases in double quotes; `+must`, `-not`, `a AND (b OR c)`.
            limit: How many to return at most.

        Raises:
            QueryError: If `words` cannot be read.
            LakeWriteError: If another process keeps writing the index.
        """
        return search(self.snapshot(), words, limit=limit)

    def dossier(
        self,
        one: str,
        other: str,
        *,
        start: dt.date | None = None,
        end: dt.date | None = None,
        as_of: AsOf = None,
    ) -> Dossier:
        """What two countries did, said and promised, and how their words changed.

        Args:
            one: A country, as ISO alpha-3 in any case.
            other: The other.
            start: The first day, included; None for all. What has no date is placed by its report's.
            end: The last day, included.
            as_of: As in `snapshot`.

        Raises:
            UsageError: If a country does not exist, or is named twice.
        """
        return build_dossier(
            self.snapshot(as_of=as_of), (_country(one), _country(other)), start=start, end=end
        )

    def derive(self, name: str, rows: pa.Table) -> int:
        """Write a table that follows from the others, such as links between documents.

        It takes the place of an earlier one of that name, and is there for queries like the tables it follows
        from; readers see the old one whole, then the new one whole.

        Args:
            name: Lower-case letters, digits and underscores; no name of a table or view that dragoman has.
            rows: All its rows.

        Returns:
            The number of the commit, for `as_of`.

        Raises:
            UsageError: If the name is taken or malformed.
            LakeWriteError: If it cannot be written.
        """
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or name in {*DATA_TABLES, *VIEWS, COMMITS, "stored"}:
            raise UsageError(f"{name} cannot name a derived table. Choose another name, in lower case.")
        with writing(self.path):
            write_deltalake(
                self.path / name,
                rows,
                mode="overwrite",
                schema_mode="overwrite",
                writer_properties=DATA_PROPERTIES,
                configuration=KEEP_HISTORY,
            )
            version = DeltaTable(self.path / name).version()
            row = {"kind": "derive", "versions": pinned({name: version})}
            return self._commits.add(lambda _: row) or 0

    def compact(self) -> Compaction:
        """Merge small files into sorted ones, and take out rows that don't count.

        Readers and writers may go on meanwhile. Earlier states stay readable until `vacuum`.

        Raises:
            LakeWriteError: If the lake cannot be written; it is as it was, or partly compacted.
        """
        return compact(self.path)

    def vacuum(self, *, keep_hours: int) -> int:
        """Delete files that no state of the last hours needs; `as_of` reaches no further back.

        Returns:
            The number of files deleted.

        Raises:
            UsageError: If fewer than 24 hours would be kept: batches may be in the making.
            LakeWriteError: If the lake cannot be written.
        """
        return vacuum(self.path, keep_hours)

    def check(self) -> list[Finding]:
        """Look for records that are lost, doubled, half there or unreadable; no finding is a sound lake."""
        return check(self.snapshot())

    def info(self) -> Info:
        """Say what the lake holds."""
        return describe(self.snapshot())


@functools.cache
def _names() -> dict[str, str]:
    return {code: country.name for code, country in load_countries().items()}


def _country(code: str) -> Country:
    name = _names().get(code.upper())
    if name is None:
        raise UsageError(f"{code} is no country. Give ISO alpha-3 codes, such as KGZ.")
    return Country(code.upper(), name)


def schema_of(folder: Path) -> int:
    """The version of a lake's tables.

    Raises:
        NoLakeError: If the folder holds none.
        LakeDamageError: If it cannot be read.
    """
    if not DeltaTable.is_deltatable(str(folder / COMMITS)):
        raise NoLakeError(str(folder))
    with reading(folder):
        properties = DeltaTable(folder / COMMITS).metadata().configuration
    if SCHEMA_PROPERTY not in properties:
        raise NoLakeError(str(folder))
    return int(properties[SCHEMA_PROPERTY])


def _make(path: Path, schema: pa.Schema, partition_by: list[str] | None) -> None:
    DeltaTable.create(
        path,
        schema=schema,
        mode="ignore",
        partition_by=partition_by,
        configuration={
            **KEEP_HISTORY,
            SCHEMA_PROPERTY: str(LAKE_SCHEMA),
            SKIPPING_PROPERTY: indexed(schema),
        },
        raise_if_key_not_exists=False,
    )


def indexed(schema: pa.Schema) -> str:
    """The value of `SKIPPING_PROPERTY` for a table of these columns."""
    return ",".join(name for name in INDEXED if name in schema.names)
