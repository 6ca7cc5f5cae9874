"""Paths → documents, one at a time: files, folders, stdin. One bad file never stops the others."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import (
    InputError,
    MissingInputError,
    NoDocumentsError,
    TooLargeError,
    UnreadableDocumentError,
)
from dragoman.read.document import DEFAULT_LIMIT_BYTES, read_bytes
from dragoman.records import Document

READABLE_SUFFIXES = (".txt", ".text", ".md", ".html", ".htm", ".xhtml")
"""What a folder is searched for; a file named directly is read whatever its suffix."""

STDIN_URI = "stdin"


def iter_inputs(
    paths: Sequence[str], stdin: BinaryIO | None = None, *, limit_bytes: int = DEFAULT_LIMIT_BYTES
) -> Iterator[Document | InputError]:
    """Read what the paths name, in their order.

    Args:
        paths: Files, folders (searched recursively, in sorted order, hidden ones skipped) or `-`.
        stdin: Where `-` reads from; without it, `-` is a missing input.
        limit_bytes: The largest document read.

    Yields:
        A `Document`, or the `InputError` that says why there is none. Nothing is raised for a bad input.
    """
    for path in paths:
        if path == "-":
            yield _from_stdin(stdin, limit_bytes)
        elif not path:  # Path("") would be the working directory
            yield MissingInputError(path)
        elif _is_folder(path):
            yield from _from_folder(path, limit_bytes)
        else:
            yield _from_file(path, limit_bytes)


def count_inputs(paths: Sequence[str]) -> int:
    """How many documents the paths name, as `iter_inputs` finds them; nothing is read."""
    return sum(sum(1 for _ in _walk(path)) or 1 if path and _is_folder(path) else 1 for path in paths)


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):  # a loop of links, a NUL: reading it as a file says which
        return False


def _from_stdin(stdin: BinaryIO | None, limit_bytes: int) -> Document | InputError:
    if stdin is None:
        return MissingInputError(STDIN_URI)
    try:
        return read_bytes(stdin.read(limit_bytes + 1), STDIN_URI, limit_bytes=limit_bytes)
    except InputError as error:
        return error
    except OSError as error:
        return UnreadableDocumentError(STDIN_URI, f"it cannot be read ({error.strerror})")


def _from_folder(folder: str, limit_bytes: int) -> Iterator[Document | InputError]:
    found = False
    for path in _walk(folder):
        found = True
        yield _from_file(path, limit_bytes)
    if not found:
        yield NoDocumentsError(folder, READABLE_SUFFIXES)


def _walk(folder: str) -> Iterator[str]:
    """Readable files below a folder, sorted; links to folders are not followed, for they may circle."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and name.lower().endswith(READABLE_SUFFIXES):
                yield str(Path(parent) / name)


def _from_file(path: str, limit_bytes: int) -> Document | InputError:
    try:
        size_bytes = Path(path).stat().st_size
        if size_bytes > limit_bytes:
            return TooLargeError(path, size_bytes, limit_bytes)
        return read_bytes(Path(path).read_bytes(), path, limit_bytes=limit_bytes)
    except InputError as error:
        return error
    except FileNotFoundError:
        return MissingInputError(path)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return UnreadableDocumentError(path, f"it cannot be read ({reason.lower()})")
