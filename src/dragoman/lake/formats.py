"""Answers as files: CSV, JSON, Parquet, Arrow, or a table to read."""

from __future__ import annotations

import datetime as dt
import io
import textwrap
from collections.abc import Callable, Sequence
from typing import Any, BinaryIO, Protocol, cast

import msgspec
import pyarrow as pa
import pyarrow.csv
import pyarrow.ipc
import pyarrow.parquet

from dragoman.lake.answer import Answer

SHOWN_ROWS = 200
"""A table to read shows so many rows."""

CELL_WIDTH = 40
"""Characters of a cell in a table to read; longer values are cut, with an ellipsis."""

_JSON = msgspec.json.Encoder(decimal_format="number")


class Sink(Protocol):
    """As much of a binary stream as writing needs."""

    def write(self, data: bytes, /) -> int:
        """Take all of `data`."""

    def flush(self) -> None:
        """Hand on everything taken so far."""


Write = Callable[[Answer, Sink], None]


def write_csv(answer: Answer, stream: Sink) -> None:
    """CSV in UTF-8 with a header; lists and structs are JSON in their cell, null is an empty cell."""
    table = answer.to_arrow()
    for place, field in enumerate(table.schema):
        if pa.types.is_nested(field.type):
            cells = [None if value is None else _plain(value) for value in table[field.name].to_pylist()]
            table = table.set_column(place, field.name, pa.array(cells, pa.string()))
    pyarrow.csv.write_csv(table, _file(stream))


def write_json(answer: Answer, stream: Sink) -> None:
    """One JSON array, an object a row, dates as "YYYY-MM-DD"."""
    first = True
    for batch in answer.to_arrow().to_batches(max_chunksize=1000):
        for row in batch.to_pylist():
            stream.write((b"[\n" if first else b",\n") + _JSON.encode(row))
            first = False
    stream.write(b"[]\n" if first else b"\n]\n")


def write_parquet(answer: Answer, stream: Sink) -> None:
    """Parquet, compressed with Zstandard."""
    pyarrow.parquet.write_table(answer.to_arrow(), _file(stream), compression="zstd")


def write_arrow(answer: Answer, stream: Sink) -> None:
    """The Arrow IPC file format, also known as Feather version 2."""
    table = answer.to_arrow()
    with pyarrow.ipc.new_file(_file(stream), table.schema) as writer:
        writer.write_table(table)


def write_table(answer: Answer, stream: Sink) -> None:
    """A table to read, its first `SHOWN_ROWS` rows."""
    rows = answer.to_arrow().slice(0, SHOWN_ROWS).to_pylist()
    cells = [answer.columns, *([_cell(row[name]) for name in answer.columns] for row in rows)]
    widths = [max(len(line[place]) for line in cells) for place in range(len(answer.columns))]
    lines = [_line(line, widths) for line in cells]
    lines.insert(1, "  ".join("-" * width for width in widths))
    if len(answer) > SHOWN_ROWS:
        lines.append(f"… {SHOWN_ROWS:,} of {len(answer):,} rows; write the others with -o FILE.csv")
    stream.write(("\n".join(lines) + "\n").encode())


FORMATS: dict[str, Write] = {
    "table": write_table,
    "csv": write_csv,
    "json": write_json,
    "parquet": write_parquet,
    "arrow": write_arrow,
}
"""Name → writer."""

SUFFIXES = {".csv": "csv", ".json": "json", ".parquet": "parquet", ".arrow": "arrow", ".feather": "arrow"}
"""The format that the name of a file asks for."""


def _file(stream: Sink) -> BinaryIO:
    """The stream as libraries want one: only writing is asked of it."""
    return cast("BinaryIO", _Writable(stream))


class _Writable(io.RawIOBase):
    def __init__(self, stream: Sink) -> None:
        self._stream = stream

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:  # noqa: ANN401  # any buffer
        self._stream.write(bytes(data))
        return len(data)


def _plain(value: object) -> str:
    return _JSON.encode(value).decode()


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case str():
            text = value
        case float():
            text = f"{value:.4g}"
        case dt.date():
            text = value.isoformat()
        case list() if all(isinstance(one, str) for one in value):
            text = ", ".join(value)
        case _:
            text = _plain(value)
    return (
        textwrap.shorten(text, CELL_WIDTH, placeholder="…")
        if len(text) > CELL_WIDTH
        else " ".join(text.split())
    )


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
