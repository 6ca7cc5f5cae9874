"""Which way a wording goes, told in SQL as `dragoman compare` tells it."""

from __future__ import annotations

from typing import get_args

import duckdb
import pytest

from dragoman.lake.wording import direction_sql
from dragoman.records import Strength

Wording = tuple[str | None, str | None, str, bool, str]

WORDINGS: list[tuple[str, Wording, Wording, str | None]] = [
    # id, the earlier and the later one (stance, strength, cue, negated, evidence), direction
    (
        "firm support",
        ("support", None, "welcomes", False, "welcomes the ceasefire"),
        ("support", None, "reiterated", False, "reiterated firm support for the ceasefire"),
        "firmer",
    ),
    (
        "the strongest terms",
        (None, None, "condemned", False, "condemned it in the strongest possible terms"),
        (None, None, "deplored", False, "deplored it"),
        "softer",
    ),
    (
        "deep concern",
        ("oppose", None, "concerned", False, "concerned about it"),
        ("oppose", None, "expressed", False, "expressed deep concern about it"),
        "firmer",
    ),
    ("pledges", (None, "will", "will", False, "open"), (None, "willing", "willing", False, "open"), "softer"),
    (
        "for and against",
        ("support", None, "supports", False, "supports it"),
        ("oppose", None, "regrets", False, "regrets it"),
        "reversed",
    ),
    ("denied", (None, "will", "will", False, "open"), (None, "will", "will", True, "open"), "reversed"),
    (
        "the first word counts",
        ("support", None, "thanked", False, "thanked Chile for its firm support"),
        ("support", None, "supports", False, "supports Chile"),
        "firmer",
    ),
    (
        "two scales",
        ("oppose", None, "opposes", False, "opposes it"),
        ("oppose", None, "regrets", False, "regrets it"),
        None,
    ),
    ("no word", (None, None, "said", False, "said so"), (None, None, "supports", False, "supports it"), None),
]


@pytest.mark.parametrize(
    ("before", "after", "direction"), [pytest.param(*row, id=name) for name, *row in WORDINGS]
)
def test_direction(before: Wording, after: Wording, direction: str | None) -> None:
    columns = ("stance", "strength", "cue", "negated", "evidence_text")
    values = {
        f"{side}{column}": value
        for side, wording in (("previous_", before), ("", after))
        for column, value in zip(columns, wording, strict=True)
    }
    told = ", ".join(f"${name}::{'BOOLEAN' if 'negated' in name else 'VARCHAR'} AS {name}" for name in values)
    sql = f"SELECT {direction_sql('previous_', '', get_args(Strength))} FROM (SELECT {told})"  # noqa: S608  # our SQL
    assert duckdb.connect().execute(sql, values).fetchall() == [(direction,)]
