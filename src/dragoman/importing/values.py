"""Cells of foreign rows → values; an empty cell is unknown."""

from __future__ import annotations

import datetime as dt

from dragoman.exchange import Codes
from dragoman.records import Date, DateBasis, Place

QUADS = {
    "VERBAL COOPERATION": 1,
    "MATERIAL COOPERATION": 2,
    "VERBAL CONFLICT": 3,
    "MATERIAL CONFLICT": 4,
}
BASIS: DateBasis = "metadata"
"""How an imported date or place is known: the row says so."""


def text(cell: str) -> str | None:
    """A text; "None" is how POLECAT writes none."""
    cell = " ".join(cell.split())
    return cell if cell and cell != "None" else None


def number(cell: str) -> float | None:
    """A decimal number.

    Raises:
        ValueError: If the cell holds something else.
    """
    return float(cell) if cell.strip() else None


def items(cell: str, separator: str = ";") -> tuple[str, ...]:
    """A list, each value once."""
    return tuple(dict.fromkeys(value for part in cell.split(separator) if (value := text(part))))


def day(cell: str, pattern: str = "%Y-%m-%d") -> Date | None:
    """A day.

    Raises:
        ValueError: If the cell holds something else.
    """
    if not cell.strip():
        return None
    try:
        found = dt.datetime.strptime(cell.strip(), pattern).date()  # noqa: DTZ007  # a day has no zone
    except ValueError as error:
        raise ValueError(f"no day: {cell}") from error
    return Date(found, found, "day", BASIS)


def place(name: str | None, country: str | None, lat: str, lon: str, key: str | None) -> Place | None:
    """A place; None where nothing is known of it.

    Raises:
        ValueError: If a coordinate is no number.
    """
    name = name or country
    if name is None:
        return None
    return Place(name, country, number(lat), number(lon), key, BASIS, None)


def quad_of_code(code: str) -> int:
    """The class of a CAMEO code, by its root.

    Raises:
        ValueError: If it does not begin with a root.
    """
    root = int(code[:2])
    if not 1 <= root <= 20:
        raise ValueError(f"no CAMEO code: {code}")
    return 1 + (root > 5) + (root > 8) + (root > 13)


def country_of(cell: str, codes: Codes) -> str | None:
    """ISO code of POLECAT's country cell, which holds codes or names; None for classes such as IGO."""
    values = items(cell)
    if len(values) != 1:
        return None
    return values[0] if values[0] in codes.countries else codes.by_name.get(values[0])
