"""`dragoman export`: records or a lake → what other programs read."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Layout(StrEnum):
    """What `--to` takes."""

    POLECAT = "polecat"
    ICEWS = "icews"
    GDELT = "gdelt"
    GEOJSON = "geojson"
    FTM = "ftm"
    CSV = "csv"


def export_command(
    given: Annotated[
        str,
        typer.Argument(metavar="RECORDS", help="What `dragoman code` wrote, a lake, or - for stdin."),
    ],
    to: Annotated[Layout, typer.Option("--to", help="The layout to write.")],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is stdout.")
    ] = "-",
    status: Annotated[
        list[str] | None,
        typer.Option(
            "--status",
            help="Only events of this status; may be given several times.",
            show_default="occurred, ongoing, planned; all for geojson, ftm and csv",
        ),
    ] = None,
    *,
    daily: Annotated[
        bool,
        typer.Option("--one-a-day", help="One event a day of each type between the same two actors."),
    ] = False,
) -> None:
    """Write events as POLECAT, ICEWS or GDELT rows, GeoJSON, FollowTheMoney entities, or CSV.

    What a layout cannot hold is counted on stderr.
    """
    raise typer.Exit(export(given, to, output, frozenset(status or ()), daily=daily))


def export(given: str, to: Layout, output: str, statuses: frozenset[str], *, daily: bool) -> int:
    """Write the events of `given` in a layout, and say on stderr what it cannot hold.

    Raises:
        UsageError: If a status does not exist.
        InputError: If `given` cannot be read.
        OutputError: If the result cannot be written.
    """
    from dragoman.cli.exits import ExitCode
    from dragoman.cli.output import open_output
    from dragoman.cli.reports import iter_given
    from dragoman.cli.streams import say, silence_stdout
    from dragoman.exchange import Losses
    from dragoman.exchange.pairs import check_statuses
    from dragoman.export import EVENT_EXPORTERS
    from dragoman.link.daily import iter_daily

    check_statuses(statuses)
    losses = Losses()
    write, default = EVENT_EXPORTERS[to.value]
    reports = iter_given(given)
    try:
        with open_output(output) as sink:
            write(
                iter_daily(reports) if daily else reports,
                sink,
                statuses=statuses or default,
                losses=losses,
            )
    except BrokenPipeError:
        silence_stdout()
        return ExitCode.BROKEN_PIPE
    for sentence in losses.sentences():
        say(sentence)
    return ExitCode.CODED
