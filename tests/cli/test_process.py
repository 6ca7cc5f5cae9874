"""The command as users run it: in a process of its own, with real models, on good and bad input."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from dragoman.read import DEFAULT_LIMIT_BYTES

COMMAND = str(Path(sys.executable).with_name("dragoman"))

STORY = "HANOI, April 3, 2024 (Wire) -- Vietnam's Foreign Minister Tran Van Minh met his Lao peer on Tuesday."

SENTENCE = (
    "The envoy of Chile said that " + "trade and fishing and mining and " * 1700 + "peace would follow."
)


def dragoman(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([COMMAND, *arguments], capture_output=True, check=False, timeout=120, **options)


def environment(**changes: str) -> Mapping[str, str]:
    return {**os.environ, **changes}


INPUTS = [
    # id, file name, bytes, what is said of it (None: it is coded without a word)
    ("good", "good.txt", STORY.encode(), None),
    ("mixed line ends", "mixed.txt", STORY.encode() + b"\r\n\r\nThey spoke.\rThey left.\n", None),
    (
        "right-to-left marks",
        "marks.txt",
        STORY.replace("met", "\u200fmet\u200e").encode(),
        "warning: 2 invisible",
    ),
    ("one sentence of 10,000 words", "long.txt", SENTENCE.encode(), None),
    ("wrong encoding", "latin.txt", f"{STORY} São Tomé".encode("latin-1"), "warning: not valid UTF-8"),
    ("NULs", "nul.txt", STORY.replace("met", "m\0et").encode(), "warning: 1 invisible"),
    ("empty", "empty.txt", b"", "error: the document is empty. Check that it was saved."),
    ("white space", "blank.txt", b" \n\t\r\n", "error: the document is empty. Check that it was saved."),
    ("binary", "binary.txt", bytes(range(256)) * 40, "error: . Give plain text or HTML."),
    ("too large", "huge.txt", None, "error: Split it into articles."),
]


@pytest.fixture(scope="module")
def run_over_bad_inputs(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[int, dict[str, Any], dict[str, str]]:
    """One run over all inputs, an empty folder and a missing path: exit code, coded, errors."""
    folder = tmp_path_factory.mktemp("inputs")
    (folder / "nothing").mkdir()
    (folder / "nothing" / "table.csv").write_text("a,b\n")
    for _, name, data, _ in INPUTS:
        with (folder / name).open("wb") as stream:
            if data is None:
                stream.truncate(DEFAULT_LIMIT_BYTES + 1)
            else:
                stream.write(data)
    done = dragoman(
        "code", *(str(folder / name) for _, name, *_ in INPUTS), str(folder / "nothing"), "missing.txt"
    )
    coded = {
        Path(record["document"]["uri"]).name: record for record in map(json.loads, done.stdout.splitlines())
    }
    errors = {}
    for line in done.stderr.decode().splitlines():
        assert line.startswith("dragoman: "), line
        path, sentence = line.removeprefix("dragoman: ").split(": ", 1)
        errors[Path(path).name] = sentence
    return done.returncode, coded, errors


def test_run_ends_with_the_code_for_some_not_coded(run_over_bad_inputs: Any) -> None:
    assert run_over_bad_inputs[0] == 1


@pytest.mark.parametrize(
    ("name", "said"), [pytest.param(name, said, id=one) for one, name, _, said in INPUTS]
)
def test_each_input_has_its_end(name: str, said: str | None, run_over_bad_inputs: Any) -> None:
    _, coded, errors = run_over_bad_inputs
    kind, _, words = (said or "").partition(": ")
    if kind == "error":
        assert name not in coded
        assert words in errors[name]
    else:
        assert name not in errors
        warnings = coded[name]["document"]["warnings"]
        assert any(words in warning for warning in warnings) if said else True


@pytest.mark.parametrize(
    ("name", "said"),
    [("nothing", "no documents here. Put .txt"), ("missing.txt", "no such file or folder. Check the path.")],
)
def test_path_without_documents(name: str, said: str, run_over_bad_inputs: Any) -> None:
    assert said in run_over_bad_inputs[2][name]


def test_offsets_of_every_coded_input_fit(run_over_bad_inputs: Any) -> None:
    for record in run_over_bad_inputs[1].values():
        text = record["document"]["text"]
        assert "\r" not in text
        for mention in record["mentions"]:
            assert 0 <= mention["start"] < mention["end"] <= len(text)
        for event in record["events"]:
            assert text[event["evidence"]["start"] : event["evidence"]["end"]].strip()


def test_unreadable_file_is_named(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read every file")
    locked = tmp_path / "locked.txt"
    locked.write_text(STORY)
    locked.chmod(0)
    done = dragoman("code", str(locked))
    assert done.returncode == 1
    assert b"locked.txt: it cannot be read (permission denied)" in done.stderr


SURROUNDINGS = [
    # id, environment
    ("another time zone", {"TZ": "Pacific/Kiritimati"}),
    ("another locale", {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONUTF8": "0"}),
    ("no locale", {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    ("another hash seed", {"PYTHONHASHSEED": "4711"}),
]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("story") / "story.txt"
    path.write_text(
        f"{STORY}\n\nPresident José Núñez of Peru will visit İzmir next month, he said.\n", "utf-8"
    )
    return path


@pytest.fixture(scope="module")
def expected(story: Path) -> bytes:
    done = dragoman("code", str(story), env=environment(PYTHONHASHSEED="1", TZ="UTC"))
    assert done.returncode == 0
    return done.stdout


@pytest.mark.parametrize("changes", [pytest.param(changes, id=name) for name, changes in SURROUNDINGS])
def test_bytes_are_the_same_in(changes: dict[str, str], story: Path, expected: bytes, tmp_path: Path) -> None:
    done = dragoman("code", str(story), env=environment(**changes), cwd=tmp_path)
    assert done.stderr == b""
    assert done.stdout == expected


def test_empty_home_suffices(story: Path, expected: bytes, tmp_path: Path) -> None:
    bare = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    done = dragoman("code", str(story), env=bare, cwd=tmp_path)
    assert (done.returncode, done.stderr, done.stdout) == (0, b"", expected)
    assert not list(tmp_path.iterdir())


def test_reader_that_goes_away(story: Path) -> None:
    """As in `dragoman code news | head -1`: the reader ends, and so does the run, without a word."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [COMMAND, "code", str(story)], stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def wait_until_idle(process: int) -> None:
    """Wait until a process has used no processor time for half a second, half a minute at most."""
    stat, before = Path(f"/proc/{process}/stat"), ["?"]
    for _ in range(60):
        time.sleep(0.5)
        if not stat.exists():  # no such file system here
            continue
        now = stat.read_text("ascii").rpartition(")")[2].split()[11:13]
        if now == before != ["0", "0"]:
            return
        before = now


def test_interrupt_is_quiet() -> None:
    running = subprocess.Popen(
        [COMMAND, "code", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # a run of the tests in the background ignores Ctrl-C, and its children would inherit that
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  # no threads here
    )
    wait_until_idle(running.pid)  # until it waits for its input
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (130, b"", b"")


def test_no_streams_at_all(story: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    shell = f'exec "{COMMAND}" code "{story}" -o "{target}" <&- >&- 2>&-'
    assert subprocess.run(["sh", "-c", shell], check=False, timeout=60).returncode == 0
    assert json.loads(target.read_bytes())["document"]["uri"] == str(story)


def test_terminal_gets_the_brief(story: Path) -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [COMMAND, "code", str(story)],
        stdout=theirs,
        stderr=theirs,
        env=environment(TERM="xterm", COLUMNS="80"),
    )
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:  # the way a terminal says that nobody writes any more
        pass
    assert running.wait(timeout=60) == 0
    assert b"Warning: " not in shown
    assert b"PEOPLE" in shown
    assert b"\x1b[4m" in shown  # underlined evidence


def test_no_socket_is_opened(pipeline: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert pipeline(STORY).document.text == STORY


def test_page_and_brief_of_real_records(story: Path, tmp_path: Path) -> None:
    page, brief = tmp_path / "brief.html", tmp_path / "brief.txt"
    assert dragoman("code", str(story), "-o", str(page)).returncode == 0
    assert dragoman("code", str(story), "-o", str(brief)).returncode == 0
    assert "José Núñez" in page.read_text("utf-8")
    assert "José Núñez" in brief.read_text("utf-8")


def test_python_runs_the_package() -> None:
    called = [sys.executable, "-m", "dragoman", "--version"]
    done = subprocess.run(called, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (0, dragoman("--version").stdout)
