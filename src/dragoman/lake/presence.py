"""Who is writing: a locked file for each writer, which the system unlocks when the process ends.

A wrong answer costs time, never data: a batch can only be aborted before it counts, and a writer whose batch
was aborted under it writes it again.
"""

from __future__ import annotations

import fcntl
import os
import uuid
from pathlib import Path

FOLDER = "_writers"


class Presence:
    """Holds this writer's file.

    Args:
        folder: The lake's folder.

    Raises:
        OSError: If the file cannot be made.
    """

    def __init__(self, folder: Path) -> None:
        place = folder / FOLDER
        place.mkdir(exist_ok=True)
        while True:
            self.name = uuid.uuid4().hex
            self._path = place / self.name
            self._file = os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666)
            if _lock(self._file) and os.fstat(self._file).st_nlink:
                return
            os.close(self._file)  # somebody took the new file for one left behind

    def close(self) -> None:
        """Take the file away."""
        if self._file >= 0:
            self._path.unlink(missing_ok=True)
            os.close(self._file)
            self._file = -1


def is_present(folder: Path, writer: str) -> bool:
    """Whether a writer's process lives; a file that was left behind is taken away.

    Raises:
        OSError: If the file is there and may not be opened or removed.
    """
    path = folder / FOLDER / writer
    try:
        file = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        if not _lock(file):
            return True
        path.unlink(missing_ok=True)
        return False
    finally:
        os.close(file)


def anybody_else(folder: Path, writer: str) -> bool:
    """Whether a writer other than this one lives.

    Raises:
        OSError: If the folder cannot be read.
    """
    others = [path.name for path in (folder / FOLDER).iterdir() if path.name != writer]
    return any(is_present(folder, other) for other in others)


def _lock(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
