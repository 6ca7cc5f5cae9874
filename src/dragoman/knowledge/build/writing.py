"""Writing a table with its source beside it."""

from __future__ import annotations

import csv
import hashlib
import io
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from dragoman.errors import TableError
from dragoman.knowledge.tables import FOLDER

ACCESSED = "2026-11-24"
"""Day the sources were last read."""
DICTIONARIES = "Open Event Data Alliance"
SHARED = Path(__file__).resolve().parents[5] / "shared"
"""Source data, beside the repository."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a table comes from and how many rows it may have; written as `<name>.source.yaml`."""

    producer: str
    title: str
    url: str
    licence: str
    accessed: str
    built_by: str
    min_rows: int
    max_rows: int


def write_table(name: str, columns: Sequence[str], rows: Iterable[Sequence[str]], source: Source) -> int:
    """Write `<name>.csv`, sorted, and `<name>.source.yaml`.

    Returns:
        The number of rows.

    Raises:
        TableError: If the rows are fewer or more than the source allows; nothing is written then.
    """
    table = sorted({tuple(row) for row in rows})
    if not source.min_rows <= len(table) <= source.max_rows:
        raise TableError(name, f"{len(table)} rows, expected {source.min_rows} to {source.max_rows}")
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(table)
    content = text.getvalue().encode()
    (FOLDER / f"{name}.csv").write_bytes(content)
    about = {
        "producer": source.producer,
        "title": source.title,
        "url": source.url,
        "licence": source.licence,
        "accessed": source.accessed,
        "built_by": source.built_by,
        "sha256": hashlib.sha256(content).hexdigest(),
        "rows": {"min": source.min_rows, "max": source.max_rows},
    }
    (FOLDER / f"{name}.source.yaml").write_text(
        yaml.safe_dump(about, sort_keys=False, allow_unicode=True, width=100)
    )
    return len(table)


def read_source(*parts: str) -> list[dict[str, str]]:
    """Rows of a CSV file of the source data, by its path below `shared/data`.

    Raises:
        TableError: If it is not there.
    """
    path = SHARED.joinpath("data", *parts)
    if not path.exists():
        raise TableError(
            "/".join(parts), f"not found below {SHARED}; the source data must lie beside the repository"
        )
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(name: str) -> str:
    """A name without case, accents and signs, for comparing spellings of two sources."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    return "".join(char for char in folded if char.isalnum())
