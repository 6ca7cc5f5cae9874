"""A lake with hand-made documents, and the process that writes to one until it is killed."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("deltalake", reason="needs the extra lake")

APPENDER = Path(__file__).with_name("appender.py")


@pytest.fixture(scope="session")
def appender() -> ModuleType:
    """The module `appender`: `specimen(number, coder)` makes records."""
    spec = importlib.util.spec_from_file_location("appender", APPENDER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Server:
    """Runs commands of `appender.py`, each in a process of its own.

    Attributes:
        acknowledged: Document number → the coder with which the last command acknowledged it.
    """

    def __init__(self, lake: Path) -> None:
        self.acknowledged: dict[int, str] = {}
        self._lake = lake
        self._process = subprocess.Popen(
            [sys.executable, str(APPENDER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        assert self._line() == "ready"

    def start(self, verb: str, first: int = 0, last: int = 0, *, kill_after: float = 0) -> None:
        """Start a command; 0 seconds lets it end."""
        assert self._process.stdin is not None
        self.acknowledged = {}
        self._process.stdin.write(f"{verb} {self._lake} {first} {last} {kill_after}\n")

    def finish(self) -> int:
        """Wait for the command's end, noting what was acknowledged; returns its exit status."""
        while not (line := self._line()).startswith("end "):
            _, number, coder = line.split()
            self.acknowledged[int(number)] = coder
        return int(line.removeprefix("end "))

    def run(self, verb: str, first: int = 0, last: int = 0, *, kill_after: float = 0) -> int:
        """Carry out a command; returns its exit status, -9 where it was killed."""
        self.start(verb, first, last, kill_after=kill_after)
        return self.finish()

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=20)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[], Server]]:
    """Starts processes that write to the lake in `tmp_path / "lake"`."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(closing(Server(tmp_path / "lake")))
