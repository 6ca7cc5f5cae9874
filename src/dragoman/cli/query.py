"""`dragoman query`: one SELECT over a lake → rows."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path, PurePath
from typing import Annotated

import typer


class AnswerFormat(StrEnum):
    """What `--format` of `query` takes."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    PARQUET = "parquet"
    ARROW = "arrow"


def query_command(
    lake: Annotated[Path, typer.Argument(metavar="LAKE", help="A lake's folder.")],
    sql: Annotated[str, typer.Argument(metavar="SQL", help="One SELECT; - reads it from stdin.")],
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write; - is stdout.", show_default="stdout"
        ),
    ] = None,
    chosen: Annotated[
        AnswerFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="How to write the rows.",
            show_default="what FILE's ending says; else csv, or table on a terminal",
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="WHEN", help="The lake as it was: a commit's number, or a time (UTC)."
        ),
    ] = None,
) -> None:
    """Ask a lake in SQL.

    There are tables (documents, entities, mentions, events, claims, dyads, statements) and views over them
    (visits, meetings, pledges, positions, wording_changes, timeline, goldstein_weekly).

    A query can read the lake and nothing else, and writes nothing.
    """
    raise typer.Exit(query(lake, sql, output, chosen, as_of))


def query(folder: Path, sql: str, output: str | None, chosen: AnswerFormat | None, as_of: str | None) -> int:
    """Answer one question and write the rows.

    Raises:
        LakeError: If the folder is no lake, or the query is wrong.
        OutputError: If the answer cannot be written.
    """
    import sys

    from dragoman.cli.exits import ExitCode
    from dragoman.cli.moments import moment_of
    from dragoman.cli.output import STDOUT, open_output
    from dragoman.cli.streams import silence_stdout
    from dragoman.lake import Lake
    from dragoman.lake.formats import FORMATS

    if sql == "-":
        sql = sys.stdin.read()
    answer = Lake.open(folder).query(sql, as_of=moment_of(as_of))
    write = FORMATS[(chosen or _default_format(output)).value]
    try:
        with open_output(output or STDOUT) as sink:
            write(answer, sink)
    except BrokenPipeError:
        silence_stdout()
        return ExitCode.BROKEN_PIPE
    return ExitCode.CODED


def _default_format(output: str | None) -> AnswerFormat:
    import sys

    from dragoman.lake.formats import SUFFIXES

    if output is None and sys.stdout is not None and sys.stdout.isatty():
        return AnswerFormat.TABLE
    return AnswerFormat(SUFFIXES.get(PurePath(output or "").suffix.lower(), "csv"))
