"""`dragoman plot`: events over time, as a chart or a table."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dragoman.series import Choice


class Measure(StrEnum):
    """What `--what` takes."""

    COUNTS = "counts"
    GOLDSTEIN = "goldstein"
    SHARES = "shares"


class Period(StrEnum):
    """What `--by` takes."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


def plot_command(  # noqa: PLR0913  # one parameter an option
    given: Annotated[
        str, typer.Argument(metavar="RECORDS", help="What `dragoman code` wrote, a lake, or - for stdin.")
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="FILE.png, .svg, .html, .json or .csv.")
    ],
    *,
    between: Annotated[
        tuple[str, str] | None,
        typer.Option("--between", metavar="ISO ISO", help="Two countries."),
    ] = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="ISO", help="One country, with anybody.")
    ] = None,
    what: Annotated[
        Measure,
        typer.Option("--what", help="Events by class, their mean Goldstein score, or shares of classes."),
    ] = Measure.COUNTS,
    by: Annotated[Period, typer.Option("--by", help="How long a bar or point is.")] = Period.MONTH,
    start: Annotated[
        dt.datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], metavar="DAY", help="First day.")
    ] = None,
    end: Annotated[
        dt.datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], metavar="DAY", help="Last day.")
    ] = None,
    directed: Annotated[bool, typer.Option("--directed", help="Tell who acts on whom apart.")] = False,
    repeats: Annotated[
        bool, typer.Option("--repeats", help="Count repeats of a type between two countries on a day.")
    ] = False,
) -> None:
    """Draw events over time by pair of countries, or write the numbers as CSV.

    Counts a type once a day for each pair unless told otherwise. Needs no network, nor do the pages it
    writes.
    """
    from dragoman.series import Choice

    choice = Choice(
        period=by.value,
        between=between,
        country=country,
        start=start.date() if start else None,
        end=end.date() if end else None,
        directed=directed,
        one_a_day=not repeats,
    )
    raise typer.Exit(plot(given, output, choice, what))


def plot(given: str, output: str, choice: Choice, what: Measure) -> int:
    """Write a chart, or the numbers where the file's name ends in `.csv`.

    Raises:
        UsageError: If there is nothing to draw, or the ending names no kind of file.
        InputError: If `given` cannot be read.
        OutputError: If the result cannot be written.
    """
    from dragoman.cli.exits import ExitCode
    from dragoman.cli.output import open_output
    from dragoman.series import chart, render, series

    table = series(_tables(given), choice)
    kind = PurePath(output).suffix.lower().removeprefix(".")
    if kind == "csv":
        import pyarrow as pa
        from pyarrow import csv

        sink = pa.BufferOutputStream()
        csv.write_csv(table, sink)
        content = sink.getvalue().to_pybytes()
    else:
        content = render(chart(table, what.value, period=choice.period, title=_title(choice)), kind)  # type: ignore[arg-type]  # checked there
    with open_output(output) as stream:
        stream.write(content)
    return ExitCode.CODED


def _tables(given: str):  # type: ignore[no-untyped-def]  # noqa: ANN202  # a lake's snapshot, or the like
    from pathlib import Path

    from dragoman.cli.reports import iter_given
    from dragoman.series import Dyads

    if Path(given).is_dir():
        from dragoman.lake import Lake

        return Lake.open(given).snapshot()
    return Dyads(iter_given(given))


def _title(choice: Choice) -> str:
    who = " – ".join(choice.between) if choice.between else choice.country or "All pairs"
    return f"{who}, by {choice.period}"
