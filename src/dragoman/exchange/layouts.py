"""The columns of foreign layouts, as their publishers have them, and a check of rows against them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Literal

from dragoman.errors import UsageError
from dragoman.exchange.tables import read_table

Layout = Literal["polecat", "icews", "gdelt"]
LAYOUTS: tuple[Layout, ...] = ("polecat", "icews", "gdelt")
COLUMNS = ("name", "type", "meaning")


@cache
def layout_columns(layout: Layout) -> tuple[str, ...]:
    """Names of the columns, in order.

    Raises:
        TableError: If the layout's table is missing or malformed.
    """
    return tuple(name for name, _, _ in read_table(f"layouts/{layout}", COLUMNS))


@cache
def layout_types(layout: Layout) -> Mapping[str, str]:
    """Column → type, in words, such as "integer YYYYMMDD"."""
    return {name: kind for name, kind, _ in read_table(f"layouts/{layout}", COLUMNS)}


def _is_day(cell: str, pattern: str) -> bool:
    try:
        dt.datetime.strptime(cell, pattern)  # noqa: DTZ007  # checks digits, makes no moment
    except ValueError:
        return False
    return True


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


_CHECKS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("integer YYYYMMDDHHMMSS", lambda cell: len(cell) == 14 and _is_day(cell, "%Y%m%d%H%M%S")),
    ("integer YYYYMMDD", lambda cell: len(cell) == 8 and _is_day(cell, "%Y%m%d")),
    ("integer YYYYMM", lambda cell: len(cell) == 6 and _is_day(cell, "%Y%m")),
    ("date YYYY-MM-DD", lambda cell: len(cell) == 10 and _is_day(cell, "%Y-%m-%d")),
    ("integer", lambda cell: re.fullmatch(r"-?\d+", cell) is not None),
    ("decimal", _is_number),
    ("number", _is_number),
    ("code", lambda cell: re.fullmatch(r"[A-Z]{3}", cell) is not None),
    ("text, upper case", lambda cell: cell == cell.upper()),
)
"""Beginning of a type → whether a cell is of it; the first that fits counts. Other types are text."""


def fits(kind: str, cell: str) -> bool:
    """Whether a cell is of a column's type; an empty cell is of any."""
    check = next((check for start, check in _CHECKS if kind.startswith(start)), None)
    limits = re.match(r"integer (\d+)(?:-|/)(\d+)$", kind)
    if not cell or check is None:
        return True
    return check(cell) and (limits is None or int(limits[1]) <= int(cell) <= int(limits[2]))


def check_row(layout: Layout, row: Sequence[str]) -> None:
    """Check a row against its layout.

    Raises:
        UsageError: If it has too few or too many cells, or one of another type; names the column.
    """
    types = layout_types(layout)
    if len(row) != len(types):
        raise UsageError(f"a row of {layout} has {len(types)} cells, not {len(row)}.")
    for (name, kind), cell in zip(types.items(), row, strict=True):
        if not fits(kind, cell):
            raise UsageError(f"column {name} of {layout} is {kind}, not {cell!r}.")
