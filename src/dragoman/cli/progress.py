"""Progress and errors on stderr. Nothing is drawn unless stderr is a terminal and the work takes long."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from dragoman.cli.streams import say
from dragoman.errors import DragomanError

LONG_SECONDS = 2.0
"""Work that is done by then shows no bar."""


class Reporter:
    """Counts documents as they come out and names those that don't.

    Args:
        count: Says how many documents are to be coded; asked once a bar is drawn.
        drawn: Whether a bar may be drawn; without it only errors are written.
    """

    def __init__(self, count: Callable[[], int], *, drawn: bool) -> None:
        self.failures = 0
        self._count = count
        self._done = 0
        self._drawn = drawn and sys.stderr is not None and sys.stderr.isatty()
        self._begun = time.monotonic()
        self._progress: Progress | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._progress is not None:
            self._progress.stop()

    def failed(self, error: DragomanError) -> None:
        """Say why an input was not coded."""
        self.failures += 1
        self.advance()
        if self._progress is not None:
            self._progress.console.print(f"dragoman: {error}", markup=False, highlight=False, soft_wrap=True)
        else:
            say(str(error))

    def advance(self) -> None:
        """Count one more input as done."""
        self._done += 1
        if self._progress is not None:
            self._progress.update(self._progress.task_ids[0], completed=self._done)
        elif self._drawn and time.monotonic() - self._begun > LONG_SECONDS:
            self._progress = Progress(
                TextColumn("coding"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self._progress.add_task("coding", total=self._count(), completed=self._done)
            self._progress.start()
