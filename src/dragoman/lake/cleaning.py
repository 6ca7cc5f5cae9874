"""Taking rows that don't count out of the tables: of replaced documents, and of batches whose writer died.

Readers leave such rows out by themselves; cleaning keeps the tables right for programs that read them
directly, and fast for everybody. It may be cut short at any point and done twice.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from deltalake import CommitProperties, DeltaTable
from deltalake.exceptions import CommitFailedError

from dragoman.lake.commits import Commits, Pair, State, paired, pinned
from dragoman.lake.presence import is_present
from dragoman.lake.tables import DATA_TABLES, key_of, quoted

MAX_TRIES = 20
"""A delete that other writers' rewrites keep overtaking is given up for now after so many tries."""

PAIRS_A_DELETE = 100_000
"""So many (document, batch) pairs go into one delete's condition."""


def abort_left_behind(folder: Path, commits: Commits) -> None:
    """Abort the batches whose writers are gone, so that their rows can be cleaned away.

    Raises:
        OSError: If the folder cannot be written.
        CommitFailedError: If other writers keep winning.
    """
    for batch, writer in commits.state().writers.items():
        if not is_present(folder, writer):
            commits.add(functools.partial(_abort, batch))


def _abort(batch: str, state: State) -> dict[str, Any] | None:
    return {"kind": "abort", "batch": batch} if batch in state.writers else None


def clean(folder: Path, commits: Commits) -> None:
    """Delete rows that don't count, and say so in `commits`."""
    state = commits.state()
    for dead in _chunks(sorted(state.dead, key=lambda pair: pair[1])):
        versions = _delete(folder, {name: _of_pairs(name, dead) for name in DATA_TABLES})
        commits.add(functools.partial(_cleaned, dead, None, versions))
    for batch in state.unclean:
        versions = _delete(folder, dict.fromkeys(DATA_TABLES, f"batch = '{batch}'"))
        commits.add(functools.partial(_cleaned, (), batch, versions))


def _cleaned(dead: Iterable[Pair], batch: str | None, versions: dict[str, int], _: State) -> dict[str, Any]:
    return {"kind": "clean", "batch": batch, "dead": paired(dead), "versions": pinned(versions)}


def _chunks(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    iterator = iter(pairs)
    while chunk := list(itertools.islice(iterator, PAIRS_A_DELETE)):
        yield chunk


def _of_pairs(table: str, dead: Iterable[Pair]) -> str:
    """The condition for the rows of the pairs, batch by batch: a document lives on in its new batch."""
    parts = []
    for batch, pairs in itertools.groupby(dead, key=lambda pair: pair[1]):
        ids = ", ".join(quoted(document) for document, _ in pairs)
        parts.append(f"(batch = {quoted(batch)} AND {key_of(table)} IN ({ids}))")
    return " OR ".join(parts)


def _delete(folder: Path, conditions: dict[str, str]) -> dict[str, int]:
    versions = {}
    for name, condition in conditions.items():
        for attempt in range(MAX_TRIES):
            table = DeltaTable(folder / name)
            try:
                table.delete(condition, commit_properties=CommitProperties(max_commit_retries=MAX_TRIES))
            except CommitFailedError:
                if attempt + 1 == MAX_TRIES:
                    raise
            else:
                versions[name] = table.version()
                break
    return versions
