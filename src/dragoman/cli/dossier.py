"""`dragoman dossier`: what two countries did, said and promised, from a lake."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path, PurePath
from typing import Annotated

import typer


class DossierFormat(StrEnum):
    """What `--format` of `dossier` takes."""

    MD = "md"
    HTML = "html"
    JSON = "json"


def dossier_command(  # noqa: PLR0913, PLR0917  # an option a parameter
    lake: Annotated[Path, typer.Argument(metavar="LAKE", help="A lake's folder.")],
    one: Annotated[str, typer.Argument(metavar="COUNTRY", help="A country, as ISO alpha-3: CHN.")],
    other: Annotated[str, typer.Argument(metavar="COUNTRY", help="The other: KGZ.")],
    start: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="The first day, 2026-01-31; without it, all.")
    ] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="DAY", help="The last day.")] = None,
    chosen: Annotated[
        DossierFormat | None,
        typer.Option(
            "--format", "-f", help="How to write it.", show_default="what FILE's ending says; else md"
        ),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is stdout.")
    ] = "-",
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="WHEN", help="The lake as it was: a commit's number, or a time (UTC)."
        ),
    ] = None,
) -> None:
    """Gather what two countries did, said and promised, and how their words changed.

    Every line names its source and quotes the words that it rests on.
    """
    from dragoman.cli.exits import ExitCode
    from dragoman.cli.moments import day_of, moment_of
    from dragoman.cli.output import open_output
    from dragoman.cli.streams import silence_stdout
    from dragoman.lake import Lake
    from dragoman.lake.dossier_page import dossier_html, dossier_json, dossier_markdown

    writers = {"md": dossier_markdown, "html": dossier_html, "json": dossier_json}
    dossier = Lake.open(lake).dossier(
        one,
        other,
        start=day_of(start, "--from"),
        end=day_of(end, "--to"),
        as_of=moment_of(as_of),
    )
    page = writers[(chosen or _default_format(output)).value](dossier)
    try:
        with open_output(output) as sink:
            sink.write(page)
    except BrokenPipeError:
        silence_stdout()
        raise typer.Exit(ExitCode.BROKEN_PIPE) from None


def _default_format(output: str) -> DossierFormat:
    suffix = PurePath(output).suffix.lower().removeprefix(".")
    return {"htm": DossierFormat.HTML, "html": DossierFormat.HTML, "json": DossierFormat.JSON}.get(
        suffix, DossierFormat.MD
    )
