"""Reading foreign tables: tab-separated text, plain or compressed, with or without a header."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TextIO, cast

from dragoman.errors import ForeignRowsError, MissingInputError
from dragoman.exchange import Layout, layout_columns

Cells = Mapping[str, str]

RENAMED: Mapping[str, str] = {"Event Intensity": "Intensity"}
"""Names that some releases use, and ours."""

OPTIONAL: Mapping[Layout, frozenset[str]] = {
    "polecat": frozenset({"Wikipedia Actor ID", "Wikipedia Recipient ID", "Feature Type", "Raw Placename"}),
    "icews": frozenset(),
    "gdelt": frozenset(),
}
"""Columns that not every release has."""

csv.field_size_limit(10_000_000)


def iter_rows(path: Path, layout: Layout) -> Iterator[tuple[int, Cells]]:
    """Rows of a file, with the line each ends on.

    Args:
        path: A tab-separated file as published; `.gz` and `.zip` (its first member) are unpacked.
        layout: How its columns are named. GDELT's files have no header, the others do, in any order.

    Yields:
        Line number from 1, and column → cell. Cells past the layout's columns are left out.

    Raises:
        MissingInputError: If it is not there.
        ForeignRowsError: If it is not readable as such a table, or a row has too few cells.
    """
    with _opened(path) as stream:
        if layout == "gdelt":
            yield from _split_rows(path, stream, layout_columns("gdelt"))
        else:
            yield from _quoted_rows(path, stream, layout)


def _split_rows(path: Path, stream: TextIO, columns: tuple[str, ...]) -> Iterator[tuple[int, Cells]]:
    for number, line in enumerate(stream, start=1):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) < len(columns):
            raise ForeignRowsError(
                str(path), number, f"{len(cells)} cells, where GDELT 2.0 events have {len(columns)}"
            )
        yield number, dict(zip(columns, cells, strict=False))


def _quoted_rows(path: Path, stream: TextIO, layout: Layout) -> Iterator[tuple[int, Cells]]:
    reader = csv.reader(stream, delimiter="\t")
    header = [RENAMED.get(name.strip(), name.strip()) for name in next(reader, [])]
    missing = [name for name in layout_columns(layout) if name not in header and name not in OPTIONAL[layout]]
    if missing:
        raise ForeignRowsError(str(path), 1, f"no column {', '.join(missing[:3])}; is it a file of {layout}?")
    try:
        for cells in reader:
            if not cells:
                continue
            if len(cells) < len(header):
                raise ForeignRowsError(
                    str(path), reader.line_num, f"{len(cells)} cells under {len(header)} columns"
                )
            yield (
                reader.line_num,
                dict.fromkeys(OPTIONAL[layout], "") | dict(zip(header, cells, strict=False)),
            )
    except csv.Error as error:
        raise ForeignRowsError(str(path), reader.line_num, str(error)) from error


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    try:
        with (
            _binary(path) as binary,
            io.TextIOWrapper(binary, encoding="utf-8-sig", errors="replace", newline="") as stream,
        ):
            yield stream
    except FileNotFoundError as error:
        raise MissingInputError(str(path)) from error
    except (OSError, EOFError, zipfile.BadZipFile) as error:
        raise ForeignRowsError(str(path), 0, f"cannot be read ({error})") from error


@contextmanager
def _binary(path: Path) -> Iterator[IO[bytes]]:
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
            if not names:
                raise zipfile.BadZipFile("it is empty")
            with archive.open(names[0]) as member:
                yield member
    elif path.suffix == ".gz":
        with gzip.open(path) as unpacked:
            yield cast("IO[bytes]", unpacked)
    else:
        with path.open("rb") as stream:
            yield stream
