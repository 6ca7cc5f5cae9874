"""Where `export` and `plot` take events from: a file of records, or a lake."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from dragoman.errors import ForeignRowsError, MissingInputError
from dragoman.exchange import Report, iter_reports
from dragoman.records import Coded

STDIN = "-"


def iter_given(given: str) -> Iterator[Report]:
    """Events of what `dragoman code` wrote, or of a lake.

    Args:
        given: A JSON Lines file, `-` for stdin, or a lake's folder.

    Raises:
        MissingInputError: If it is not there.
        ForeignRowsError: If a line holds no records.
        LakeError: If the folder is no lake, or of another version.
    """
    if given == STDIN:
        yield from _of_lines(sys.stdin.buffer, "stdin")
        return
    path = Path(given)
    if path.is_dir():
        yield from _of_lake(path)
        return
    try:
        stream: BinaryIO = path.open("rb")
    except FileNotFoundError as error:
        raise MissingInputError(given) from error
    except OSError as error:
        raise ForeignRowsError(given, 0, f"cannot be read ({error.strerror})") from error
    with stream:
        yield from _of_lines(stream, given)


def _of_lines(lines: Iterable[bytes], uri: str) -> Iterator[Report]:
    decoder = msgspec.json.Decoder(Coded)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            coded = decoder.decode(line)
        except msgspec.DecodeError as error:
            raise ForeignRowsError(uri, number, f"no record of `dragoman code` ({error})") from error
        yield from iter_reports(coded)


def _of_lake(path: Path) -> Iterator[Report]:
    from dragoman.exchange.stored import iter_stored
    from dragoman.lake import Lake

    return iter_stored(Lake.open(path).snapshot())
