"""Columns are those of the layouts, and cells of another type are refused by name."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest
import yaml

from dragoman.errors import UsageError
from dragoman.exchange import LAYOUTS, Layout, build, check_row, layout_columns
from dragoman.exchange.layouts import fits, layout_types
from dragoman.exchange.tables import FOLDER

TABLES = sorted(FOLDER.rglob("*.csv"))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_columns_are_those_of_the_codebook(layout: Layout, shared: Path) -> None:
    path = shared / "design" / "codebook" / f"{layout}_columns.csv"
    if not path.exists():
        pytest.skip(f"needs {path.name} in ../shared/design/codebook")
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row.get("table", "events") == "events"]
    assert list(layout_columns(layout)) == [row["name"] for row in rows]
    assert [int(row["position"]) for row in rows] == list(range(1, len(rows) + 1))
    for row in rows:
        assert fits(layout_types(layout)[row["name"]], row["example"]), row["name"]


FITS = [
    ("day", "integer YYYYMMDD", "20240611", True),
    ("day that is none", "integer YYYYMMDD", "20240631", False),
    ("month", "integer YYYYMM", "202406", True),
    ("second", "integer YYYYMMDDHHMMSS", "20240612041500", True),
    ("second without clock", "integer YYYYMMDDHHMMSS", "20240612", False),
    ("date", "date YYYY-MM-DD", "2024-06-11", True),
    ("date the other way", "date YYYY-MM-DD", "11-06-2024", False),
    ("class", "integer 1-4", "4", True),
    ("class out of range", "integer 1-4", "5", False),
    ("flag", "integer 0/1", "1", True),
    ("decimal", "decimal", "-2.5", True),
    ("word for a number", "decimal", "many", False),
    ("upper case", "text, upper case", "CONSULT", True),
    ("lower case", "text, upper case", "Consult", False),
    ("empty", "decimal", "", True),
    ("list", "list, semicolons", "a; b", True),
]


@pytest.mark.parametrize(("kind", "cell", "expected"), [pytest.param(*row, id=name) for name, *row in FITS])
def test_fits(kind: str, cell: str, expected: bool) -> None:
    assert fits(kind, cell) is expected


def test_check_row_names_the_column() -> None:
    row = [""] * len(layout_columns("gdelt"))
    check_row("gdelt", row)
    row[layout_columns("gdelt").index("QuadClass")] = "9"
    with pytest.raises(UsageError, match="QuadClass"):
        check_row("gdelt", row)
    with pytest.raises(UsageError, match="61 cells, not 60"):
        check_row("gdelt", row[1:])


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_table_has_its_source(table: Path) -> None:
    source = yaml.safe_load(table.with_suffix(".source.yaml").read_text("utf-8"))
    assert source["producer"]
    assert source["licence"]
    assert source["sha256"] == hashlib.sha256(table.read_bytes()).hexdigest()
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    assert source["rows"]["min"] <= len(rows) <= source["rows"]["max"]
    assert len({row[0] for row in rows}) == len(rows)


@pytest.mark.parametrize("name", ["country_codes", "icews_sectors"])
def test_table_is_what_is_built(name: str, shared: Path) -> None:
    if not (shared / "data" / "cameo" / "icews").is_dir():
        pytest.skip("needs data/cameo/icews in ../shared")
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    assert getattr(build, f"build_{name}")() == rows
