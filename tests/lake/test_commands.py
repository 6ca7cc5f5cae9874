"""The commands on a lake, as users run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from dragoman import __version__
from dragoman.cli.app import run
from dragoman.lake import Lake
from dragoman.pipeline import Pipeline

STORY = "HANOI, April 3, 2024 (Wire) -- Vietnam's Foreign Minister Tran Van Minh met his Lao counterpart."


@pytest.fixture
def lake(tmp_path: Path, appender: ModuleType) -> Path:
    Lake.create(tmp_path / "lake").append(
        [appender.specimen(number, "first") for number in range(3)], coder="first"
    )
    return tmp_path / "lake"


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(list(arguments))
    out, err = capsys.readouterr()
    return code, out, err


def test_code_fills_a_lake(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    pipeline: Pipeline,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("dragoman.pipeline.load", lambda: pipeline)
    story, lake = tmp_path / "story.txt", str(tmp_path / "lake")
    story.write_text(STORY)
    code, out, err = said(capsys, "code", str(story), "--lake", lake)
    assert (code, out, err) == (0, "", f"dragoman: {lake}: 1 documents added, 0 replaced, 0 were there.\n")
    assert Lake.open(lake).info().coders == {__version__: 1}
    _, _, err = said(capsys, "code", str(story), str(tmp_path / "missing.txt"), "--lake", lake)
    assert "0 documents added, 0 replaced, 1 were there" in err
    assert "no such file or folder" in err
    _, _, err = said(capsys, "code", str(story), "--lake", lake, "--recode")
    assert "0 documents added, 1 replaced, 0 were there" in err
    target = tmp_path / "out.jsonl"
    assert said(capsys, "code", str(story), "--lake", lake, "-o", str(target))[0] == 0
    written = json.loads(target.read_bytes())
    assert written["document"]["text"] == STORY
    [stored] = Lake.open(lake).snapshot().coded([written["document"]["id"]])
    assert json.loads(stored.to_json()) == written


def test_code_names_what_it_cannot_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = said(capsys, "code", str(tmp_path / "missing.txt"), "--lake", str(tmp_path / "lake"))
    assert code == 1
    assert "missing.txt: no such file or folder" in err


def test_query_writes_what_is_asked_for(
    lake: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sql = "SELECT source_country, count(*) AS n FROM dyads GROUP BY 1 ORDER BY 1"
    assert said(capsys, "query", str(lake), sql) == (0, '"source_country","n"\n"CHL",3\n"PER",3\n', "")
    assert json.loads(said(capsys, "query", str(lake), sql, "--format", "json")[1])[0] == {
        "source_country": "CHL",
        "n": 3,
    }
    target = tmp_path / "out.parquet"
    assert said(capsys, "query", str(lake), sql, "-o", str(target)) == (0, "", "")
    import pyarrow.parquet

    assert pyarrow.parquet.read_table(target).num_rows == 2


FAULTS = [
    # id, arguments (LAKE stands for a lake), exit code, words on stderr
    ("no lake", ["query", "nowhere", "SELECT 1"], 2, "nowhere: no lake here"),
    ("wrong SQL", ["query", "LAKE", "SELECT x FROM events"], 2, "line 1, column 8"),
    ("not allowed", ["query", "LAKE", "COPY events TO 'x'"], 2, "may only read the lake's tables"),
    (
        "no such time",
        ["query", "LAKE", "SELECT 1", "--as-of", "yesterday"],
        2,
        "--as-of yesterday is no time",
    ),
    ("before the lake", ["query", "LAKE", "SELECT 1", "--as-of", "2001-01-01"], 2, "nothing is kept as of"),
    ("no such format", ["query", "LAKE", "SELECT 1", "--format", "xls"], 2, "xls"),
    ("output that cannot be", ["query", "LAKE", "SELECT 1", "-o", "/nowhere/x.csv"], 3, "cannot be written"),
    ("no such country", ["dossier", "LAKE", "CHL", "Peru"], 2, "Peru is no country"),
    ("no such day", ["dossier", "LAKE", "CHL", "PER", "--from", "2024"], 2, "--from 2024 is no day"),
    ("unreadable search", ["lake", "search", "LAKE", '"Peru'], 2, "put quotes in pairs"),
]


@pytest.mark.parametrize(
    ("arguments", "code", "words"), [pytest.param(*row, id=name) for name, *row in FAULTS]
)
def test_faults_are_one_sentence(
    arguments: list[str], code: int, words: str, lake: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found, out, err = said(capsys, *(str(lake) if word == "LAKE" else word for word in arguments))
    assert (found, out) == (code, "")
    assert words in err
    assert err.count("\n") == 1


def test_dossier(lake: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(
        capsys, "dossier", str(lake), "CHL", "PER", "--from", "2021-01-01", "--to", "2021-12-31"
    )
    assert code == 0
    assert out.startswith("# Chile and Peru\n")
    assert out.count("meeting: Envoy") == 1
    page = tmp_path / "dossier.html"
    assert said(capsys, "dossier", str(lake), "CHL", "PER", "-o", str(page)) == (0, "", "")
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert (
        json.loads(said(capsys, "dossier", str(lake), "CHL", "PER", "-f", "json")[1])["countries"][0]["code"]
        == "CHL"
    )


def test_looking_after_a_lake(lake: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "coded by first: 3 documents" in said(capsys, "lake", "info", str(lake))[1]
    assert "once and whole" in said(capsys, "lake", "check", str(lake))[1]
    assert "21 files became 21" in said(capsys, "lake", "compact", str(lake))[1]
    assert "0 files deleted" in said(capsys, "lake", "compact", str(lake), "--forget-after", "1")[1]
    assert "up to date" in said(capsys, "lake", "migrate", str(lake))[1]
    assert "thanked Peru" in said(capsys, "lake", "search", str(lake), "thanked")[1]


def test_a_search_without_a_hit_says_so(lake: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "lake", "search", str(lake), "submarine")
    assert (code, out) == (0, "")
    assert err == f"dragoman: {lake}: no text or claim has these words: submarine\n"


def test_help_where_no_command_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "lake")
    assert (code, err) == (2, "")
    assert "compact" in out


def test_check_of_a_damaged_lake(lake: Path, capsys: pytest.CaptureFixture[str]) -> None:
    next((lake / "events").rglob("*.parquet")).unlink()
    code, out, _ = said(capsys, "lake", "check", str(lake))
    assert code == 5
    assert out.startswith("damage: ")
    code, out, err = said(capsys, "query", str(lake), "SELECT * FROM events")
    assert (code, out) == (5, "")
    assert "the lake is damaged" in err


def test_extra_that_is_missing_is_named(tmp_path: Path) -> None:
    """Without its packages the command says which extra brings them; `code` alone and `--help` need none."""
    blocked = (
        "import sys; sys.modules['deltalake'] = None; from dragoman.cli.app import run;"
        f"print(run(['--help']), run(['query', {str(tmp_path)!r}, 'SELECT 1']))"
    )
    done = subprocess.run([sys.executable, "-c", blocked], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("0 4\n")
    assert (
        done.stderr
        == "dragoman: this needs the package deltalake. Install it with: pip install 'dragoman[lake]'\n"
    )


def test_help_loads_no_table_format() -> None:
    heavy = "sorted({'pyarrow', 'duckdb', 'deltalake', 'tantivy', 'polars'} & set(sys.modules))"
    command = f"import sys; from dragoman.cli.app import run; run(['query', '--help']); print({heavy})"
    environment = {**os.environ, "COLUMNS": "100"}
    done = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.endswith("[]\n")
