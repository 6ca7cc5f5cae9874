"""One event a day of a type between two actors."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dragoman.exchange import Party, Report, Story
from dragoman.link import iter_daily
from dragoman.records import Coding, Date


def report(number: int, sources: str, targets: str, **more: Any) -> Report:
    day = dt.date(2025, 3, more.pop("day", 10))
    values: dict[str, Any] = {
        "type": "REQUEST", "mode": None, "mutual": False, "status": "occurred",
        "date": Date(day, day, "day", "text"),
    }  # fmt: skip
    values |= more
    parties = (tuple(Party(one, one) for one in side.split()) for side in (sources, targets))
    coded = Coding(values["type"], values["mode"])
    kind, mode = values.pop("type"), values.pop("mode")
    return Report(Story(f"s{number}", ""), f"e{number}", kind, mode, coded, *parties, **values)


REPEATS = [
    # id, changes of the second, kept
    ("the same", {}, 1),
    ("another day", {"day": 11}, 2),
    ("another type", {"type": "ACCUSE"}, 2),
    ("another mode", {"mode": "assist"}, 2),
    ("planned", {"status": "planned"}, 2),
    ("no day", {"date": None}, 2),
]


@pytest.mark.parametrize(("changes", "kept"), [pytest.param(*row, id=name) for name, *row in REPEATS])
def test_repeats(changes: dict[str, Any], kept: int) -> None:
    assert len(list(iter_daily([report(1, "NOR", "KEN"), report(2, "NOR", "KEN", **changes)]))) == kept


def test_direction_counts_unless_mutual() -> None:
    assert len(list(iter_daily([report(1, "NOR", "KEN"), report(2, "KEN", "NOR")]))) == 2
    both = [report(1, "NOR", "KEN", mutual=True), report(2, "KEN", "NOR", mutual=True)]
    assert [one.id for one in iter_daily(both)] == ["e1"]


def test_new_pairs_of_a_repeat_stay() -> None:
    first, *rest = iter_daily([report(1, "NOR", "KEN"), report(2, "NOR", "KEN UGA TZA")])
    assert first.id == "e1"
    assert [(one.id, [party.name for party in one.targets]) for one in rest] == [
        ("e2", ["UGA"]),
        ("e2.1", ["TZA"]),
    ]
