"""Who with whom: sides, mutual events, mirrors, and what a layout cannot hold."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dragoman.errors import UsageError
from dragoman.exchange import CODED_STATUSES, Losses
from dragoman.exchange.pairs import check_statuses, is_exportable, iter_directed, iter_pairs, mirrored_code
from dragoman.records import Date

PAIRS = [
    # id, sources, targets, mutual, cameo, origin, pairs, directed
    ("one to one", "NOR", "KEN", False, "020", None, "NOR>KEN", "NOR>KEN"),
    ("visit is hosted", "NOR", "KEN", False, "042", None, "NOR>KEN", "NOR>KEN KEN>NOR"),
    ("meeting goes both ways", "NOR", "KEN", True, "040", None, "NOR>KEN", "NOR>KEN KEN>NOR"),
    ("imported visit has its own mirror", "NOR", "KEN", False, "042", "import:gdelt", "NOR>KEN", "NOR>KEN"),
    ("two targets", "NOR", "KEN UGA", False, "020", None, "NOR>KEN NOR>UGA", "NOR>KEN NOR>UGA"),
    ("no sides", "NOR KEN UGA", "", True, "040", None, "NOR>KEN NOR>UGA KEN>UGA",
     "NOR>KEN KEN>NOR NOR>UGA UGA>NOR KEN>UGA UGA>KEN"),
    ("nobody told to whom", "NOR", "", False, "020", None, "NOR>-", "NOR>-"),
    ("nobody told by whom", "", "KEN", False, "020", None, "->KEN", "->KEN"),
    ("alone in a mutual event", "NOR", "", True, "040", None, "NOR>-", "NOR>-"),
]  # fmt: skip


def shown(pairs: Any) -> str:
    return " ".join(f"{a.name if a else '-'}>{b.name if b else '-'}" for a, b, *_ in pairs)


@pytest.mark.parametrize(
    ("sources", "targets", "mutual", "cameo", "origin", "pairs", "directed"),
    [pytest.param(*row, id=name) for name, *row in PAIRS],
)
def test_pairs(
    sources: str,
    targets: str,
    mutual: bool,
    cameo: str,
    origin: str | None,
    pairs: str,
    directed: str,
    make_report: Any,
) -> None:
    report = make_report(sources, targets, mutual=mutual, cameo=cameo, origin=origin)
    assert shown(iter_pairs(report)) == pairs
    assert shown(iter_directed(report)) == directed


def test_mirrors_have_codes_of_their_own_only_for_visits() -> None:
    assert mirrored_code("042", mirror=True) == "043"
    assert mirrored_code("043", mirror=True) == "042"
    assert mirrored_code("042", mirror=False) == "042"
    assert mirrored_code("040", mirror=True) == "040"


MONTH = Date(dt.date(2025, 3, 1), dt.date(2025, 3, 31), "month", "text")

LOSSES = [
    # id, changes, exportable, what is counted
    ("whole", {}, True, None),
    ("denied", {"status": "negated"}, False, "by_status"),
    ("no actor", {"sources": "", "targets": ""}, False, "alone"),
    ("no date at all", {"date": None}, False, "dateless"),
    ("day of the report", {"date": None, "reported": MONTH}, True, "undated"),
    ("month", {"date": MONTH}, True, "rounded"),
]


@pytest.mark.parametrize(
    ("changes", "exportable", "counted"), [pytest.param(*row, id=name) for name, *row in LOSSES]
)
def test_losses(changes: dict[str, Any], exportable: bool, counted: str | None, make_report: Any) -> None:
    losses = Losses()
    assert is_exportable(make_report(**changes), CODED_STATUSES, losses) is exportable
    assert [name for name, number in vars(losses).items() if number] == ([counted] if counted else [])
    assert len(list(losses.sentences())) == (1 if counted else 0)


def test_unknown_status_is_refused() -> None:
    with pytest.raises(UsageError, match="imagined"):
        check_statuses({"occurred", "imagined"})
