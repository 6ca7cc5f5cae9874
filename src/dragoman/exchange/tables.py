"""Reading the tables of this folder, with an error that names the file."""

from __future__ import annotations

import csv
from pathlib import Path

from dragoman.errors import TableError

FOLDER = Path(__file__).parent


def read_table(name: str, columns: tuple[str, ...]) -> list[list[str]]:
    """Rows of `<name>.csv`, without its header.

    Args:
        name: The table's name below this folder, without its ending.
        columns: The columns it must have, in order.

    Raises:
        TableError: If the file is missing, has other columns, or a row of another length.
    """
    path = FOLDER / f"{name}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = list(csv.reader(file)) or [[]]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise TableError(path.name, f"cannot be read ({error})") from error
    if tuple(header) != columns or any(len(row) != len(columns) for row in rows):
        raise TableError(path.name, f"columns must be {', '.join(columns)}, in every row")
    return rows
