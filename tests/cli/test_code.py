"""The command in this process, with a stand-in for the pipeline: what goes where, and how runs end."""

from __future__ import annotations

import errno
import io
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from dragoman import __version__, pipeline
from dragoman.cli.app import run
from dragoman.errors import StageError, TableError
from dragoman.records import Coded, Document


class StandIn:
    """Codes every document to nothing; a document that says "stumble" is one a stage fails on."""

    def stream(self, documents: Iterable[Document]) -> Iterator[Coded | StageError]:
        for document in documents:
            if "stumble" in document.text:
                yield StageError(document.uri, "resolve", "KeyError: 'x'")
            elif "interrupt" in document.text:
                raise KeyboardInterrupt
            elif "collapse" in document.text:
                raise ZeroDivisionError("by nought")
            else:
                yield Coded(document, (), (), (), ())


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "load", StandIn)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    (folder / "deeper").mkdir(parents=True)
    (folder / "a.txt").write_text("The envoys met.\n")
    (folder / "deeper" / "b.txt").write_text("The ministers spoke.\n")
    return folder


def uris(jsonl: str) -> list[str]:
    return [Path(json.loads(line)["document"]["uri"]).name for line in jsonl.splitlines()]


def test_folder_to_stdout(news: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["code", str(news)]) == 0
    out, err = capfd.readouterr()
    assert uris(out) == ["a.txt", "b.txt"]
    assert err == ""


def test_stdin(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The envoys met.")))
    assert run(["code", "-", "-o", "-"]) == 0
    assert json.loads(capfd.readouterr().out)["document"]["text"] == "The envoys met."


@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        pytest.param("out.jsonl", [], '{"document":', id="jsonl by its ending"),
        pytest.param("out", [], '{"document":', id="jsonl without an ending"),
        pytest.param("out.html", [], "<!DOCTYPE html>", id="html by its ending"),
        pytest.param("OUT.HTM", [], "<!DOCTYPE html>", id="ending in capitals"),
        pytest.param("out.txt", [], "━━", id="brief by its ending"),
        pytest.param("out.html", ["--format", "jsonl"], '{"document":', id="format outweighs the ending"),
    ],
)
def test_output_file(name: str, options: list[str], begins: str, news: Path, tmp_path: Path) -> None:
    target = tmp_path / name
    assert run(["code", str(news), "-o", str(target), *options]) == 0
    assert target.read_text("utf-8").startswith(begins)
    assert not target.with_name(f"{name}.part").exists()


def test_others_come_out_where_one_fails(news: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (news / "aa.txt").write_text("Here a stage will stumble.\n")
    (news / "empty.txt").write_text("  \n")
    assert run(["code", str(news), "nowhere.txt"]) == 1
    out, err = capfd.readouterr()
    assert uris(out) == ["a.txt", "b.txt"]
    told = sorted(err.splitlines())
    assert len(told) == 3
    assert all(line.startswith("dragoman: ") for line in told)
    assert "aa.txt: the resolve stage failed (KeyError: 'x')" in told[0]
    assert "empty.txt: the document is empty" in told[1]
    assert "nowhere.txt: no such file" in told[2]


def test_nothing_to_code_loads_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> StandIn:
        raise AssertionError("loaded for nothing")

    monkeypatch.setattr(pipeline, "load", refuse)
    assert run(["code", str(tmp_path)]) == 1
    assert "no documents here" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(["code"], "Missing argument", id="no path"),
        pytest.param(
            ["code", "x", "--format", "yaml"], "'yaml' is not one of 'jsonl', 'brief', 'html'.", id="format"
        ),
        pytest.param(["code", "x", "--hurry"], "No such option", id="option"),
        pytest.param(["cod"], "Did you mean 'code'?", id="command"),
    ],
)
def test_usage(arguments: list[str], says: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert says in err
    assert err.count("\n") == 1
    assert err.startswith("dragoman: ")
    command = "dragoman code" if arguments[0] == "code" else "dragoman"
    assert err.endswith(f"See '{command} --help'.\n")


def test_no_command_shows_the_help(capfd: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert "Usage: dragoman" in capfd.readouterr().out


def test_version(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capfd.readouterr().out == f"dragoman {__version__}\n"


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        pytest.param("no/such/folder/out.jsonl", "no such file or directory", id="folder missing"),
        pytest.param(".", "it is a folder", id="a folder"),
    ],
)
def test_output_that_cannot_be_opened(
    target: str,
    reason: str,
    news: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["code", str(news), "-o", target]) == 3
    assert capfd.readouterr().err == f"dragoman: {target}: cannot be written ({reason}). Choose another -o.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("format_", ["jsonl", "brief", "html"])
def test_full_disk(format_: str, news: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["code", str(news), "-o", "/dev/full", "-f", format_]) == 3
    assert "cannot be written (no space left on device)" in capfd.readouterr().err


def test_interrupted_run_keeps_the_earlier_result(
    news: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("earlier\n")
    (news / "b.txt").write_text("Here somebody will interrupt.\n")
    assert run(["code", str(news), "-o", str(target)]) == 130
    assert target.read_text() == "earlier\n"
    assert uris((tmp_path / "out.jsonl.part").read_text()) == ["a.txt"]
    assert capfd.readouterr().err == ""


def test_page_that_was_not_finished_leaves_nothing(news: Path, tmp_path: Path) -> None:
    (news / "b.txt").write_text("Here somebody will interrupt.\n")
    assert run(["code", str(news), "-o", str(tmp_path / "out.html")]) == 130
    assert sorted(path.name for path in tmp_path.iterdir()) == ["news"]


def test_fault_of_ours_is_one_sentence(
    news: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DRAGOMAN_TRACEBACK", raising=False)
    (news / "b.txt").write_text("Here all will collapse.\n")
    assert run(["code", str(news)]) == 70
    assert capfd.readouterr().err == (
        "dragoman: ZeroDivisionError: by nought. This is a fault of dragoman; please report it.\n"
    )


def test_damaged_installation(
    news: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged() -> StandIn:
        raise TableError("leaders.csv", "the file is missing")

    monkeypatch.setattr(pipeline, "load", damaged)
    assert run(["code", str(news)]) == 4
    assert "leaders.csv: the file is missing. Reinstall dragoman" in capfd.readouterr().err


def test_reader_that_goes_away_ends_the_run_quietly(
    news: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Gone(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:  # noqa: ARG002
            raise BrokenPipeError(errno.EPIPE, "Broken pipe")

        def fileno(self) -> int:
            return spare.fileno()

    with (news.parent / "spare").open("wb") as spare:
        gone = io.TextIOWrapper(io.BufferedWriter(Gone()))
        monkeypatch.setattr(sys, "stdout", gone)
        assert run(["code", str(news)]) == 141
        monkeypatch.undo()
        with pytest.raises(BrokenPipeError):
            gone.close()
    assert capfd.readouterr().err == ""


def test_message_cannot_drive_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    name = tmp_path / "a\x1b[31m\nb.txt"
    assert run(["code", str(name)]) == 1
    err = capfd.readouterr().err
    assert "\x1b" not in err
    assert err.count("\n") == 1
