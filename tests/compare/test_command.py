"""`dragoman compare` in a process of its own: its three formats, and bad input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

COMMAND = str(Path(sys.executable).with_name("dragoman"))
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "compare"
ZAMBIA, TANZANIA = str(EXAMPLES / "border-talks-zambia.txt"), str(EXAMPLES / "border-talks-tanzania.txt")


def run(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [COMMAND, "compare", *arguments], capture_output=True, check=False, timeout=300, **options
    )


def test_text_goes_to_stdout() -> None:
    done = run(ZAMBIA, TANZANIA)
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "pledge: ready → agreed, 2 steps firmer" in text
    assert "words: urges → asks, 1 step softer" in text
    assert "amount: $40 million → 35 million US dollars" in text
    assert "ONLY IN B" in text
    assert "about “border trade” / “cross-border commerce”" in text or "“expand border trade" in text


@pytest.mark.parametrize(
    ("name", "start"), [("c.json", b"{"), ("c.html", b"<!DOCTYPE html>"), ("c.txt", b"A ")]
)
def test_file_s_ending_chooses_the_format(name: str, start: bytes, tmp_path: Path) -> None:
    done = run(ZAMBIA, TANZANIA, "-o", str(tmp_path / name))
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (tmp_path / name).read_bytes().startswith(start)


def test_json_has_evidence_of_both_sides() -> None:
    done = run(ZAMBIA, TANZANIA, "--format", "json")
    found = json.loads(done.stdout)
    texts = {side: Path(path).read_text("utf-8") for side, path in (("a", ZAMBIA), ("b", TANZANIA))}
    assert found["claims"]
    for match in (*found["claims"], *found["engagements"]):
        assert match["why"]
        for side, text in texts.items():
            words = match[side]["evidence"]
            assert text[words["span"]["start"] : words["span"]["end"]] == words["text"]


def test_stdin_is_a_document() -> None:
    done = run("-", TANZANIA, input=Path(ZAMBIA).read_bytes())
    assert done.returncode == 0
    assert b"stdin" in done.stdout


def test_one_document_twice_is_said() -> None:
    done = run(ZAMBIA, ZAMBIA)
    assert done.returncode == 0
    assert b"Both are the same text: nothing can differ." in done.stdout
    assert b"Both are the same text" in done.stderr


NOTED = [
    # id, text beside the Zambian readout, what is said of the two
    (
        "unrelated",
        "OSLO, May 2, 2024 -- Norwegian Minister Kari Lunde said Norway will close two mines on Svalbard.",
        "These documents seem unrelated: no engagement and no claim is in both, and they name no country",
    ),
    (
        "no claims",
        "LUSAKA, March 14, 2025 -- The rains came late in Zambia this year.",
        "no claims were found, so that nothing said can be compared",
    ),
]


@pytest.mark.parametrize(("text", "note"), [pytest.param(*row, id=name) for name, *row in NOTED])
def test_what_must_be_known_first(text: str, note: str, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(text, "utf-8")
    done = run(ZAMBIA, str(other))
    assert done.returncode == 0
    assert note in " ".join(done.stdout.decode().split())
    assert note in done.stderr.decode()


REFUSED = [
    # id, arguments, exit code, what is said
    ("no such file", [ZAMBIA, "absent.txt"], 1, "absent.txt: no such file or folder"),
    ("a folder", [ZAMBIA, str(EXAMPLES)], 2, "is a folder; compare takes two documents"),
    ("stdin twice", ["-", "-"], 2, "can't be stdin"),
    ("one document", [ZAMBIA], 2, "Missing argument 'B'"),
    ("another format", [ZAMBIA, TANZANIA, "-f", "pdf"], 2, "pdf"),
    ("nowhere to write", [ZAMBIA, TANZANIA, "-o", "absent/c.html"], 3, "cannot be written"),
]


@pytest.mark.parametrize(
    ("arguments", "code", "said"), [pytest.param(*row, id=name) for name, *row in REFUSED]
)
def test_refused(arguments: list[str], code: int, said: str, tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == code
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


def test_empty_document_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n")
    done = run("empty.txt", ZAMBIA, cwd=tmp_path)
    assert done.returncode == 1
    assert b"empty.txt: the document is empty" in done.stderr
