"""Rows of text cells → separated values, UTF-8."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterable, Sequence
from typing import Literal

from dragoman.export.sink import ByteSink

Separator = Literal["\t", ","]

ROWS_A_WRITE = 500
_BREAKS = str.maketrans({"\t": " ", "\n": " ", "\r": " ", "\x00": ""})


def write_rows(
    rows: Iterable[Sequence[str]],
    stream: ByteSink,
    *,
    header: Sequence[str] | None,
    separator: Separator,
    quoted: bool = True,
) -> None:
    """Write rows, a line each.

    Args:
        rows: Cells; an unknown one is empty.
        stream: Where to write.
        header: Names of the columns; None for layouts whose files have none.
        separator: What stands between cells.
        quoted: Put cells that hold a separator or a quote in double quotes. Else every cell is written as it
            is, tabs and line ends turned into spaces, as readers of such files split at tabs alone.
    """
    lines = iter(rows)
    first = [header] if header is not None else []
    rest = itertools.chain(first, lines)
    while chunk := list(itertools.islice(rest, ROWS_A_WRITE)):
        stream.write(_encoded(chunk, separator, quoted=quoted))
        stream.flush()


def _encoded(rows: Iterable[Sequence[str]], separator: Separator, *, quoted: bool) -> bytes:
    if not quoted:
        return "".join("\t".join(cell.translate(_BREAKS) for cell in row) + "\n" for row in rows).encode()
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=separator, lineterminator="\n").writerows(rows)
    return buffer.getvalue().encode()
