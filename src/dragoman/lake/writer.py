"""Appending: batches that are whole or not there, whoever dies when.

A batch goes `begin` → rows into each data table → `append`, the single step that makes it count. A document
that another writer brought in meanwhile stays theirs: our rows of it are marked dead in the same step. Dead
rows and those of writers that died are taken out of the tables afterwards (`cleaning.py`); until then readers
leave them out.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, WriterProperties, write_deltalake
from deltalake.exceptions import CommitFailedError, DeltaError

from dragoman.errors import LakeWriteError
from dragoman.lake.cleaning import abort_left_behind, clean
from dragoman.lake.commits import Commits, Pair, State, new_batch, paired, pinned
from dragoman.lake.presence import Presence
from dragoman.lake.rows import arrow_of, rows_of
from dragoman.lake.tables import DATA_TABLES, PARTS, SORTED_BY
from dragoman.records import Coded

BATCH_DOCUMENTS = 1000
BATCH_CHARACTERS = 4_000_000
"""A batch is written when it holds this many documents or this much text: memory stays flat."""
BATCH_SECONDS = 10.0
"""Or when it is this old, and another document comes: what is coded slowly waits no longer than this."""

ROW_GROUP_ROWS = 2048
"""Small row groups, so that a pair's rows in a sorted file are found without reading the others."""

MAX_COMMIT_RETRIES = 100
"""How often an append gives way to other appends to the same table."""

MAX_TRIES = 50
"""How often a batch is written anew because a rewrite of a table came between."""

CLEAN_DOCUMENTS = 100_000
"""So many replaced documents are cleaned away at once; fewer wait for the end of the run."""

DATA_PROPERTIES = WriterProperties(compression="ZSTD", max_row_group_size=ROW_GROUP_ROWS)

Tables = Mapping[str, pa.Table]
"""Table → rows of a batch with the columns of `DATA_TABLES`; what `completed` adds may be null."""

MakeTables = Callable[[Sequence[str], str], Tables]
"""From ids of documents and a batch, their rows."""

T = TypeVar("T")


@dataclass(frozen=True)
class Appended:
    """One acknowledged batch: from here on it is in the lake, whatever happens."""

    batch: str | None
    """None where nothing was new."""
    added: tuple[str, ...]
    """Ids of documents that were not there."""
    replaced: tuple[str, ...]
    """Ids of documents whose earlier records were replaced."""
    unchanged: tuple[str, ...]
    """Ids of documents that were there already."""


class _FencedError(Exception):
    """The batch cannot count any more; it is written again under another name.

    A table was rewritten under it, or somebody took this writer for dead.
    """


class Writer:
    """Writes one lake from one thread of one process. Make one with `Lake.writer()`.

    Args:
        folder: The lake's folder.

    Raises:
        LakeWriteError: If the folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with writing(folder):
            self._presence = Presence(folder)
            self._commits = Commits(folder, self._presence.name)
            self._tables = {name: DeltaTable(folder / name) for name in DATA_TABLES}
            self._known: dict[str, Pair] = {}
            self._seq = 0
            abort_left_behind(folder, self._commits)
            self._catch_up()

    def close(self) -> None:
        """Clean up what was replaced, and say that this writer is gone.

        Raises:
            LakeWriteError: If the cleaning cannot be written; nothing is lost, the next writer cleans.
        """
        try:
            with writing(self._folder):
                clean(self._folder, self._commits)
        finally:
            self._presence.close()

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if error is None:
            self.close()
        else:
            self._presence.close()

    def coder_of(self, document: str) -> str | None:
        """What coded a document that is in the lake; None for one that isn't."""
        found = self._known.get(document)
        return found[0] if found else None

    def append(self, coded: Iterable[Coded], *, coder: str, replace: bool = False) -> Iterator[Appended]:
        """Append documents' records, batch by batch.

        Args:
            coded: Documents' records.
            coder: What coded them; documents that it coded before are left as they are.
            replace: Replace documents even where the same coder coded them.

        Yields:
            Each batch once it is in the lake to stay.

        Raises:
            LakeWriteError: If it cannot be written; batches yielded before stand.
        """
        for documents in batches(coded):
            yield self.append_batch(documents, coder=coder, replace=replace)

    def append_batch(self, coded: Sequence[Coded], *, coder: str, replace: bool = False) -> Appended:
        """Append documents' records in one batch, as `append` does.

        Raises:
            LakeWriteError: If it cannot be written.
        """
        by_id: dict[str, Coded] = {}
        for one in coded:
            by_id.setdefault(one.document.id, one)

        def make(ids: Sequence[str], batch: str) -> Tables:
            return arrow_of(rows_of((by_id[one] for one in ids), batch, coder))

        return self.append_tables(list(by_id), make, coder=coder, replace=replace)

    def append_tables(
        self, ids: Sequence[str], make: MakeTables, *, coder: str, replace: bool = False
    ) -> Appended:
        """Append one batch of rows that `make` builds: for importers, whose rows are no records.

        Args:
            ids: The documents' ids.
            make: Builds the rows of those ids that are not there yet.
            coder: As in `append`.
            replace: As in `append`.

        Raises:
            LakeWriteError: If it cannot be written.
        """
        added: list[str] = []
        replaced: list[str] = []
        batch = None
        with writing(self._folder):
            for _ in range(MAX_TRIES):
                wanted = self._wanted(ids, coder, replace=replace)
                if not wanted:
                    break
                before = dict.fromkeys(one for one in wanted if one in self._known)
                try:
                    batch, mine = self._append(wanted, make, coder)
                except _FencedError:
                    continue
                replaced += [one for one in mine if one in before]
                added += [one for one in mine if one not in before]
                if replace or len(mine) == len(wanted):
                    break
            else:
                raise LakeWriteError(str(self._folder), "other writers keep coming between")
            if len(self._commits.state().dead) >= CLEAN_DOCUMENTS:
                clean(self._folder, self._commits)
        done = {*added, *replaced}
        return Appended(batch, tuple(added), tuple(replaced), tuple(one for one in ids if one not in done))

    def _wanted(self, ids: Sequence[str], coder: str, *, replace: bool) -> list[str]:
        self._catch_up()
        return [one for one in dict.fromkeys(ids) if replace or self.coder_of(one) != coder]

    def _append(self, wanted: Sequence[str], make: MakeTables, coder: str) -> tuple[str, list[str]]:
        """Write a batch; returns it with the ids that are now ours."""
        batch, seq = new_batch(), self._seq
        self._commits.add(lambda _: {"kind": "begin", "batch": batch, "coder": coder})
        try:
            versions = self._write(make(wanted, batch), batch)
        except CommitFailedError as error:
            self._commits.add(lambda _: {"kind": "abort", "batch": batch})
            raise _FencedError from error
        mine: list[str] = []

        def decide(state: State) -> dict[str, Any] | None:
            if batch not in state.hidden:
                return None  # the step was taken, though the system reported a failure
            if batch in state.aborted:
                raise _FencedError
            theirs = self._commits.documents_since(seq)
            mine[:] = [one for one in wanted if one not in theirs]
            dead = {(one, self._known[one][1]) for one in mine if one in self._known}
            dead |= {(one, batch) for one in wanted if one in theirs}
            return {
                "kind": "append",
                "batch": batch,
                "coder": coder,
                "documents": mine,
                "dead": paired(dead),
                "versions": pinned(versions),
            }

        self._commits.add(decide)
        self._catch_up()
        return batch, mine

    def _write(self, tables: Tables, batch: str) -> dict[str, int]:
        """Append rows to the data tables; returns the version of each that holds them."""
        versions = {}
        for name, rows in completed(tables).items():
            table = self._tables[name]
            table.update_incremental()
            write_deltalake(
                table,
                rows.sort_by(SORTED_BY[name]),
                mode="append",
                writer_properties=DATA_PROPERTIES,
                commit_properties=CommitProperties(
                    custom_metadata={"batch": batch}, max_commit_retries=MAX_COMMIT_RETRIES
                ),
            )
            versions[name] = table.version()
        return versions

    def _catch_up(self) -> None:
        """Learn which documents were appended since last time, by anybody."""
        self._commits.refresh()
        for row in self._commits.appends_since(self._seq):
            self._seq = row["seq"]
            self._known.update(dict.fromkeys(row["documents"], (row["coder"], row["batch"])))


def completed(tables: Tables) -> dict[str, pa.Table]:
    """The tables with what repeats other tables: the counts in `documents`, documents' heads in the pairs."""
    documents = tables["documents"]
    ids = documents["id"].to_pylist()
    whole = dict(tables)
    for part in PARTS:
        held = Counter(tables[part]["document"].to_pylist() if part in tables else ())
        documents = _with_column(documents, f"n_{part}", [held[one] for one in ids])
    whole["documents"] = documents
    urls, uris = documents["url"].to_pylist(), documents["uri"].to_pylist()
    heads = {
        "title": dict(zip(ids, documents["title"].to_pylist(), strict=True)),
        "publisher": dict(zip(ids, documents["source"].to_pylist(), strict=True)),
        "address": {one: url or uri for one, url, uri in zip(ids, urls, uris, strict=True)},
    }
    for name in {"dyads", "statements"} & set(whole):
        of_rows = whole[name]["document"].to_pylist()
        for column, of_document in heads.items():
            whole[name] = _with_column(whole[name], column, [of_document[one] for one in of_rows])
    return whole


def _with_column(table: pa.Table, name: str, values: Sequence[object]) -> pa.Table:
    place = table.schema.get_field_index(name)
    field = table.schema.field(place)
    return table.set_column(place, field, pa.array(values, field.type))


def batches(coded: Iterable[Coded]) -> Iterator[list[Coded]]:
    """Cut a stream into batches of bounded number, length and age."""
    batch: list[Coded] = []
    size, begun = 0, time.monotonic()
    for one in coded:
        batch.append(one)
        size += len(one.document.text)
        old = time.monotonic() - begun >= BATCH_SECONDS
        if old or len(batch) >= BATCH_DOCUMENTS or size >= BATCH_CHARACTERS:
            yield batch
            batch, size, begun = [], 0, time.monotonic()
    if batch:
        yield batch


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turn failures of the file system into `LakeWriteError`."""
    try:
        yield
    except (OSError, DeltaError) as error:
        raise LakeWriteError(str(folder), " ".join(str(error).split())) from error
