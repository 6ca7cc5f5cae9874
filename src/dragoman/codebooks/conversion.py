"""Acts → roots of the CAMEO-to-PLOVER conversion of 2021, in which older data and test sets are labelled.

`conversion_2021.csv` holds the places where that conversion and the manual of 2024 differ, each with the
CAMEO codes that make the difference; everything else keeps its type. Some of those codes share a type and
mode of the manual with others, so that words of their CAMEO labels tell them apart.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec

from dragoman.errors import TableError
from dragoman.records import Status

PATH = Path(__file__).with_name("conversion_2021.csv")


class Difference(msgspec.Struct, frozen=True):
    """One row: acts of one of `types` (and `mode`, `status`, `words`, where given) have the root `root`."""

    types: frozenset[str]
    mode: str
    status: str
    words: str
    """Regular expression that the text must match, in any case."""
    root: str
    cameo: str
    """The CAMEO codes that the row rests on."""


def root_2021(type: str, mode: str | None, status: Status, text: str) -> str:
    """The root of an act in the conversion of 2021; CONCEDE and RETREAT are one root, YIELD.

    Args:
        type: PLOVER type of the manual of 2024.
        mode: Its mode.
        status: Whether it took place.
        text: The sentence.

    Raises:
        TableError: If the table is missing or malformed.
    """
    for row in read_differences():
        fits = type in row.types and row.mode in {"", mode} and row.status in {"", status}
        if fits and (not row.words or re.search(row.words, text, re.IGNORECASE)):
            return row.root
    return type


@cache
def read_differences() -> Sequence[Difference]:
    """The table's rows; the first that fits decides."""
    try:
        with PATH.open(encoding="utf-8", newline="") as handle:
            return tuple(
                msgspec.convert({**row, "types": row["type"].split()}, Difference)
                for row in csv.DictReader(handle)
            )
    except (OSError, UnicodeDecodeError, csv.Error, KeyError, msgspec.ValidationError) as error:
        raise TableError(PATH.name, f"cannot be read ({error})") from error
