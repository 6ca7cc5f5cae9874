"""Reading the tables of this folder: CSV and YAML, with an error that names the file."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import yaml

from dragoman.errors import TableError

FOLDER = Path(__file__).parent
"""Where the tables lie."""

_SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_csv(name: str, columns: tuple[str, ...]) -> list[list[str]]:
    """Rows of `<name>.csv`, without its header.

    Args:
        name: The table's name, without its ending.
        columns: The columns it must have, in order.

    Raises:
        TableError: If the file is missing, has other columns, or a row of another length.
    """
    path = FOLDER / f"{name}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise TableError(path.name, f"cannot be read ({error})") from error
    if not rows or tuple(rows[0]) != columns:
        raise TableError(path.name, f"columns must be {', '.join(columns)}")
    width = len(columns)
    for number, row in enumerate(rows, start=1):
        if len(row) != width:
            raise TableError(path.name, f"line {number} has {len(row)} fields, not {width}")
    return rows[1:]


def read_yaml(name: str) -> dict[str, Any]:
    """The mapping in `<name>.yaml`.

    Raises:
        TableError: If the file is missing, is no YAML, or holds no mapping.
    """
    path = FOLDER / f"{name}.yaml"
    try:
        with path.open(encoding="utf-8") as file:
            content = yaml.load(file, Loader=_SafeLoader)  # noqa: S506  # a safe loader, by its C name
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise TableError(path.name, f"cannot be read ({error})") from error
    if not isinstance(content, dict):
        raise TableError(path.name, "must hold a mapping")
    return content
