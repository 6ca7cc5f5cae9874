"""Where results go: stdout, or a file that is only there once it is whole."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import OutputError
from dragoman.export import ByteSink

STDOUT = "-"


class Sink:
    """A binary stream whose failures are `OutputError`s, but for a reader that goes away."""

    def __init__(self, stream: BinaryIO, target: str) -> None:
        self._stream = stream
        self._target = target

    def write(self, data: bytes, /) -> int:
        """Write all of `data`."""
        with _as_output_error(self._target):
            return self._stream.write(data)

    def flush(self) -> None:
        """Hand everything written to the system."""
        with _as_output_error(self._target):
            self._stream.flush()


@contextmanager
def open_output(target: str) -> Iterator[ByteSink]:
    """Open where results go.

    A file is written as `<target>.part` and takes its name when all is written, so that an earlier result
    stands until there is a new one. After an error or Ctrl-C, what was written stays in the `.part` file.

    Args:
        target: A path, or `-` for stdout.

    Raises:
        OutputError: If it cannot be opened, or written to.
        BrokenPipeError: If whoever reads it went away.
    """
    if target == STDOUT:
        if sys.stdout is None:
            raise OutputError("stdout", "it is closed")
        yield Sink(sys.stdout.buffer, "stdout")
        return
    path = Path(target).resolve()
    if path.exists() and not path.is_file() and not path.is_dir():  # a device or a pipe
        with _opened(path, target) as stream:
            yield Sink(stream, target)
        return
    if path.is_dir():
        raise OutputError(target, "it is a folder")
    part = path.with_name(f"{path.name}.part")
    try:
        with _opened(part, target) as stream:
            yield Sink(stream, target)
        with _as_output_error(target):
            part.replace(path)
    finally:
        if part.exists() and not part.stat().st_size:
            part.unlink()


@contextmanager
def _opened(path: Path, target: str) -> Iterator[BinaryIO]:
    with _as_output_error(target):
        stream = path.open("wb")
    try:
        yield stream
    finally:
        with _as_output_error(target):
            stream.close()


@contextmanager
def _as_output_error(target: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(target, (error.strerror or str(error)).lower()) from error
