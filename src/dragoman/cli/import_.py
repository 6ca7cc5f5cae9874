"""`dragoman import`: foreign event data → a lake."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class ForeignLayout(StrEnum):
    """What `--from` takes."""

    POLECAT = "polecat"
    ICEWS = "icews"
    GDELT = "gdelt"


def import_command(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE", help="Files as published, packed or not.")],
    layout: Annotated[ForeignLayout, typer.Option("--from", help="Whose rows they are.")],
    lake: Annotated[Path, typer.Option("--lake", metavar="DIR", help="The lake; made if it is not there.")],
) -> None:
    """Put POLECAT, ICEWS or GDELT 2.0 rows into a lake, beside what dragoman codes.

    They have no evidence; their origin says where they are from. Importing a file again changes nothing.
    Exits 1 if some rows could not be read (the first are named on stderr, the others go in).
    """
    raise typer.Exit(import_files(paths, layout, lake))


def import_files(paths: list[Path], layout: ForeignLayout, folder: Path) -> int:
    """Import files and say on stderr what became of their rows.

    Raises:
        InputError: If a file is not there or not of the layout.
        LakeError: If the lake cannot be opened or written.
    """
    from dragoman.cli.exits import ExitCode
    from dragoman.cli.streams import say
    from dragoman.errors import MissingInputError
    from dragoman.importing import import_file
    from dragoman.lake import Lake

    for path in paths:
        if not path.exists():
            raise MissingInputError(str(path))  # before a lake is made for nothing
    lake = Lake.create(folder)
    refused = 0
    for path in paths:
        done = import_file(path, layout.value, lake)
        refused += done.n_refused
        for error in done.refused:
            say(str(error))
        if done.n_refused > len(done.refused):
            say(f"{path}: {done.n_refused - len(done.refused):,} more rows that cannot be read.")
        say(f"{path}: {done.added:,} events added, {done.unchanged:,} there already.")
    return ExitCode.SOME_NOT_CODED if refused else ExitCode.CODED
