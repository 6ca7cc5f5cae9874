"""A lake: a folder of Delta tables that holds what was coded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from deltalake import DeltaTable
from deltalake.exceptions import DeltaError

from dragoman import __version__
from dragoman.errors import LakeSchemaError, NoLakeError
from dragoman.lake.commits import Commits
from dragoman.lake.snapshot import Snapshot
from dragoman.lake.tables import COMMIT_SCHEMA, COMMITS, DATA_TABLES, LAKE_SCHEMA, SCHEMA_PROPERTY
from dragoman.lake.writer import Appended, Writer, writing
from dragoman.records import Coded

_FOREVER = "interval 36500 days"

_CONFIGURATION = {
    "delta.logRetentionDuration": _FOREVER,
    "delta.deletedFileRetentionDuration": _FOREVER,
    SCHEMA_PROPERTY: str(LAKE_SCHEMA),
}
"""History is kept until somebody vacuums."""


class Lake:
    """A lake in a folder. `Lake.open` and `Lake.create` make one; reading never writes.

    Args:
        path: Its folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._commits = Commits(path)

    @classmethod
    def open(cls, path: str | Path) -> Lake:
        """Open a lake that is there.

        Raises:
            NoLakeError: If the folder holds none.
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
            LakeWriteError: If it cannot be made.
            LakeSchemaError: If there is one of another version.
        """
        folder = Path(path)
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

    def snapshot(self, *, as_of: int | dt.datetime | None = None) -> Snapshot:
        """The lake as it is now, or as it was.

        Args:
            as_of: The number of a commit, or a time with a zone; None is now.
        """
        return Snapshot(self.path, self._commits.state(as_of=as_of))


def schema_of(folder: Path) -> int:
    """The version of a lake's tables.

    Raises:
        NoLakeError: If the folder holds none.
    """
    try:
        table = DeltaTable(folder / COMMITS)
    except (DeltaError, OSError) as error:
        raise NoLakeError(str(folder)) from error
    return int(table.metadata().configuration[SCHEMA_PROPERTY])


def _make(path: Path, schema: object, partition_by: list[str] | None) -> None:
    DeltaTable.create(
        path,
        schema=schema,  # type: ignore[arg-type]  # any object with an Arrow schema does
        mode="ignore",
        partition_by=partition_by,
        configuration=_CONFIGURATION,
        raise_if_key_not_exists=False,
    )
