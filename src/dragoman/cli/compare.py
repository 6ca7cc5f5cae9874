"""`dragoman compare`: two readouts of one event, or two years' speeches, side by side."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import InputError, UsageError

if TYPE_CHECKING:
    from dragoman.records import Document


class ComparisonFormat(StrEnum):
    """What `--format` of `compare` takes."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def compare_command(
    a: Annotated[str, typer.Argument(metavar="A", help="One document; - is stdin.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other; changes are told from A to B.")],
    chosen: Annotated[
        ComparisonFormat | None,
        typer.Option(
            "--format", "-f", help="How to write it.", show_default="what FILE's ending says; else text"
        ),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is stdout.")
    ] = "-",
) -> None:
    """Compare two documents: what both report, what only one does, and where the words are firmer or softer.

    Engagements and claims are matched one to one; each match says why, and quotes both sides with offsets.
    Exits 0 if they were compared, 1 if one of them could not be read or coded.
    """
    raise typer.Exit(compare_documents(a, b, chosen, output))


def compare_documents(a: str, b: str, chosen: ComparisonFormat | None, output: str) -> int:
    """Code two documents, compare them and write the comparison.

    Raises:
        UsageError: If one of the paths names a folder or both are stdin.
        InputError: If a document cannot be read.
        StageError: If a document cannot be coded.
        OutputError: If the result cannot be written.
        TableError: If a table or model of the installation is missing or malformed.
    """
    from dragoman.cli.exits import ExitCode
    from dragoman.cli.output import open_output
    from dragoman.cli.streams import say, silence_stdout
    from dragoman.compare import compare, comparison_html, comparison_json, comparison_text
    from dragoman.pipeline import load

    documents = [_read(path) for path in _checked(a, b)]
    pipeline = load()
    comparison = compare(*(pipeline(document) for document in documents))
    writers = {"text": comparison_text, "json": comparison_json, "html": comparison_html}
    page = writers[(chosen or _default_format(output)).value](comparison)
    for note in comparison.notes:
        say(note)
    try:
        with open_output(output) as sink:
            sink.write(page)
    except BrokenPipeError:
        silence_stdout()
        return ExitCode.BROKEN_PIPE
    return ExitCode.CODED


def _checked(a: str, b: str) -> tuple[str, str]:
    if a == b == "-":
        raise UsageError("both documents can't be stdin; name at least one file")
    for path in (a, b):
        if path and Path(path).is_dir():
            raise UsageError(f"{path} is a folder; compare takes two documents")
    return a, b


def _read(path: str) -> Document:
    from dragoman.read import iter_inputs

    stdin = sys.stdin.buffer if sys.stdin is not None else None
    given = next(iter_inputs([path], stdin))
    if isinstance(given, InputError):
        raise given
    return given


def _default_format(output: str) -> ComparisonFormat:
    suffix = PurePath(output).suffix.lower().removeprefix(".")
    return {
        "htm": ComparisonFormat.HTML,
        "html": ComparisonFormat.HTML,
        "json": ComparisonFormat.JSON,
    }.get(suffix, ComparisonFormat.TEXT)
