"""The commands that hand events on and take them in: a person's way in and out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.cli.app import run
from dragoman.exchange import layout_columns
from dragoman.records import Coded


@pytest.fixture
def records(coded: Coded, tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_bytes(coded.to_json() + b"\n\n")
    return path


def test_export_writes_and_tells_what_is_lost(
    records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "events.tsv"
    assert run(["export", str(records), "--to", "polecat", "-o", str(target)]) == 0
    assert target.read_text("utf-8").split("\n")[0].split("\t") == list(layout_columns("polecat"))
    said = capsys.readouterr().err
    assert "1 event left out for their status" in said
    assert "given the day of the report" in said


def test_export_to_stdout(records: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["export", str(records), "--to", "csv", "--status", "negated"]) == 0
    assert capfdbinary.readouterr().out.count(b"\n") == 2


def test_one_a_day(records: Path, tmp_path: Path) -> None:
    sizes = []
    for more in ([], ["--one-a-day"]):
        assert run(["export", str(records), "--to", "gdelt", "-o", str(tmp_path / "rows"), *more]) == 0
        sizes.append(len((tmp_path / "rows").read_text("utf-8").splitlines()))
    assert sizes[1] < sizes[0], "she met two Kenyans on one day"


FAILURES = [
    # id, arguments, exit code, what is said
    ("no such file", ["export", "nowhere.jsonl", "--to", "csv"], 1, "nowhere.jsonl: no such file"),
    ("no records", ["export", "{notes}", "--to", "csv"], 1, "line 1: no record of `dragoman code`"),
    ("unknown status", ["export", "{records}", "--to", "csv", "--status", "imagined"], 2, "imagined"),
    ("unknown layout", ["export", "{records}", "--to", "xml"], 2, "xml"),
    (
        "foreign file of another layout",
        ["import", "{notes}", "--from", "icews", "--lake", "{lake}"],
        1,
        "no column",
    ),
    ("no lake", ["link", "{lake}"], None, "no lake here"),
    ("chart of no kind", ["plot", "{records}", "-o", "{lake}.gif"], 2, "not gif"),
    (
        "chart of nothing",
        ["plot", "{records}", "-o", "{lake}.png", "--country", "FJI"],
        2,
        "no events to draw",
    ),
]


@pytest.mark.parametrize(
    ("arguments", "code", "said"), [pytest.param(*row, id=name) for name, *row in FAILURES]
)
def test_failures_are_one_sentence(
    arguments: list[str],
    code: int | None,
    said: str,
    records: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "notes.txt").write_text("Minutes of a meeting\n")
    places = {"records": records, "notes": tmp_path / "notes.txt", "lake": tmp_path / "lake"}
    ended = run([argument.format(**places) for argument in arguments])
    assert ended == code if code is not None else ended not in {0, 70}
    told = capsys.readouterr().err
    assert said in told
    assert "Traceback" not in told


def rows_without_root(path: Path) -> list[list[str]]:
    """GDELT rows without IsRootEvent, for which a lake has no column."""
    at = layout_columns("gdelt").index("IsRootEvent")
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    return sorted(row[:at] + row[at + 1 :] for row in rows)


def test_from_records_to_a_lake_and_back(
    records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows, lake, back = tmp_path / "rows.tsv", tmp_path / "lake", tmp_path / "back.tsv"
    assert run(["export", str(records), "--to", "gdelt", "-o", str(rows)]) == 0
    assert run(["import", str(rows), "--from", "gdelt", "--lake", str(lake)]) == 0
    assert "9 events added, 0 there already" in capsys.readouterr().err
    assert run(["link", str(lake)]) == 0
    assert run(["export", str(lake), "--to", "gdelt", "-o", str(back)]) == 0
    assert rows_without_root(back) == rows_without_root(rows)
    assert run(["plot", str(lake), "-o", str(tmp_path / "chart.svg")]) == 0
    assert run(["plot", str(lake), "-o", str(tmp_path / "counts.csv"), "--between", "NOR", "KEN"]) == 0
    assert (tmp_path / "counts.csv").read_text("utf-8").count("KEN-NOR") == 1


def test_export_needs_no_extra(records: Path, tmp_path: Path) -> None:
    """The lake's packages are not touched by an export of records."""
    arguments = ["export", str(records), "--to", "csv", "-o", str(tmp_path / "events.csv"), "--one-a-day"]
    code = (
        "import sys; from dragoman.cli.app import run; "
        f"assert run({arguments}) == 0; "
        "print(sorted({'pyarrow', 'duckdb', 'deltalake', 'rensa', 'altair', 'spacy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
