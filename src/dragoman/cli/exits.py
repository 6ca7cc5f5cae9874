"""What the command's exit codes mean; docs/cli.md lists them for users."""

from __future__ import annotations

from enum import IntEnum

from dragoman.errors import (
    CodebookError,
    DragomanError,
    LakeDamageError,
    LakeSchemaError,
    LakeWriteError,
    MissingExtraError,
    NoLakeError,
    OutputError,
    QueryError,
    TableError,
    UsageError,
)


class ExitCode(IntEnum):
    """Why the command ended."""

    CODED = 0
    SOME_NOT_CODED = 1
    USAGE = 2
    OUTPUT = 3
    """The result could not be written."""
    INSTALLATION = 4
    """A table or model of the installation is missing or malformed."""
    LAKE = 5
    """A lake is damaged."""
    INTERNAL = 70
    """A fault of dragoman itself; the number is sysexits.h's for software errors."""
    INTERRUPTED = 130
    """Ctrl-C, as shells report it: 128 and the signal's number."""
    BROKEN_PIPE = 141
    """Whoever read the output went away."""


def exit_code(error: DragomanError) -> ExitCode:
    """The exit code for an error that ends a run."""
    match error:
        case UsageError() | CodebookError() | QueryError() | NoLakeError() | LakeSchemaError():
            return ExitCode.USAGE
        case OutputError() | LakeWriteError():
            return ExitCode.OUTPUT
        case LakeDamageError():
            return ExitCode.LAKE
        case TableError() | MissingExtraError():
            return ExitCode.INSTALLATION
        case _:
            return ExitCode.SOME_NOT_CODED
