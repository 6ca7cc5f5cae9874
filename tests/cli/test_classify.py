"""`dragoman classify` as users run it."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = str(Path(sys.executable).with_name("dragoman"))
HEAD = "id\tsentence\twho\twhom\n"
ROWS = (
    "1\tThe Kenyan police arrested two opposition lawmakers in Mombasa on Friday.\tThe Kenyan police\t"
    "two opposition lawmakers\n"
    "2\tThe Dutch prime minister met the king of Jordan in Amman to discuss water.\t"
    "The Dutch prime minister\tthe king of Jordan\n"
    "3\tFrance condemned the coup in Gabon.\tFrance\tthe coup in Peru\n"
)


def classify(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COMMAND, "classify", *arguments], capture_output=True, check=False, timeout=120, text=True
    )


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("classify") / "acts.tsv"
    path.write_text(HEAD + ROWS, encoding="utf-8")
    return path


def test_table_with_acts(table: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.tsv"
    arguments = ("--text", "sentence", "--source", "who", "--target", "whom", "-o", str(out))
    done = classify(str(table), *arguments)
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8")), delimiter="\t"))
    assert [row["id"] for row in rows] == ["1", "2", "3"]
    assert [row["type"] for row in rows] == ["COERCE", "CONSULT", "ACCUSE"]
    assert rows[0]["mode"] == "arrest"
    assert all(0 <= float(row["confidence"]) <= float(row["event"]) + 1e-4 <= 1.0001 for row in rows)
    assert "1 row: the target is not in the text, classified without it (row 4)" in done.stderr


def test_table_from_stdin_with_a_ragged_row(table: Path) -> None:
    given = table.read_text("utf-8").replace("whom\n", "whom\n9\tTogo left.\tTogo\tMali\tOman\n", 1)
    done = subprocess.run(
        [COMMAND, "classify", "-", "--text", "sentence"],
        input=given, capture_output=True, check=False, timeout=120, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(io.StringIO(done.stdout), delimiter="\t"))
    assert [row["id"] for row in rows] == ["9", "1", "2", "3"]
    assert rows[0]["whom"] == "Mali\tOman"
    assert "1 row: more cells than the head, the surplus kept in the last one (row 2)" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("nothing.tsv", "--text", "sentence"), 1, "no such file"),
        (("TABLE", "--text", "words"), 2, "has no column 'words'; it has 'id', 'sentence'"),
        (("TABLE",), 2, "--text"),
        (("TABLE", "--text", "sentence", "-o", "/nowhere/out.tsv"), 3, "cannot be written"),
    ],
)
def test_wrong_usage(table: Path, arguments: tuple[str, ...], code: int, says: str) -> None:
    done = classify(*(str(table) if one == "TABLE" else one for one in arguments))
    assert done.returncode == code, done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr
