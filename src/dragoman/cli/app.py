"""The `dragoman` command: its options, and how every failure ends in one sentence and an exit code.

Only what `--help` and `--version` need is imported here; models and tables wait until they are needed.
"""

from __future__ import annotations

import os
import sys
import traceback
from typing import Annotated, NoReturn

import typer

from dragoman import __version__
from dragoman.cli.classify import classify_command
from dragoman.cli.compare import compare_command
from dragoman.cli.dossier import dossier_command
from dragoman.cli.exits import ExitCode, exit_code
from dragoman.cli.export import export_command
from dragoman.cli.formats import Format
from dragoman.cli.import_ import import_command
from dragoman.cli.lake import lake_app
from dragoman.cli.link import link_command
from dragoman.cli.plot import plot_command
from dragoman.cli.query import query_command
from dragoman.cli.streams import say
from dragoman.errors import DragomanError

TRACEBACK_VARIABLE = "DRAGOMAN_TRACEBACK"
"""Set to anything, it shows the traceback of a fault of ours."""

app = typer.Typer(
    name="dragoman",
    help="Read news and official readouts offline; get events, engagements and claims with evidence.",
    epilog="Exit codes: 0 all done, 1 some documents not coded, 2 wrong usage, 3 not written, 4 installation "
    "damaged, 5 lake damaged, 70 a fault of dragoman.",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # a help that Rich draws takes twice as long to come
)


def _show_version(wanted: bool) -> None:  # noqa: FBT001  # the signature of an option's callback
    if wanted:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001, FBT002  # a flag, answered by its callback
        bool,
        typer.Option("--version", help="Print the version and end.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """Show the help where no command is given."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(ExitCode.USAGE)


@app.command("code", short_help="Code documents into records with evidence.")
def code_command(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files, or folders to search for them; - is stdin.")
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write; - is stdout.", show_default="stdout"
        ),
    ] = None,
    chosen: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="jsonl: the records, a document a line. brief: to read in a terminal. html: a page to read.",
            show_default="what FILE's ending says; else jsonl, or brief on a terminal",
        ),
    ] = None,
    lake: Annotated[
        str | None,
        typer.Option(
            "--lake",
            metavar="DIR",
            help="Append to the lake in this folder, made where there is none; nothing goes to stdout then.",
        ),
    ] = None,
    codebook: Annotated[
        str,
        typer.Option(
            "--codebook",
            metavar="NAME|FILE",
            help="What counts as an event: a codebook that ships, or a .yaml file of your own types.",
        ),
    ] = "plover",
    *,
    recode: Annotated[
        bool, typer.Option("--recode", help="With --lake: code again what this version coded before.")
    ] = False,
) -> None:
    """Code documents into events, engagements, claims and entities, each with its evidence.

    Exits 0 if every document was coded, 1 if some were not (each is named on stderr, the rest come out),
    2 on wrong usage, 3 if the result cannot be written.
    """
    from dragoman.cli.code import code

    if lake is not None:
        from dragoman.cli.code_lake import code_into_lake

        raise typer.Exit(code_into_lake(paths, lake, output, chosen, codebook=codebook, recode=recode))
    raise typer.Exit(code(paths, output, chosen, codebook))


app.command("classify", short_help="Say what was done in sentences whose actors are given.")(classify_command)
app.command("compare", short_help="Set two readouts side by side.")(compare_command)
app.command("dossier", short_help="What two countries did, said and promised.")(dossier_command)
app.command("export", short_help="Write events for other programs.")(export_command)
app.command("import", short_help="Put foreign event data into a lake.")(import_command)
app.command("link", short_help="Find copies, repeated events and identities in a lake.")(link_command)
app.command("plot", short_help="Draw events over time.")(plot_command)
app.command("query", short_help="Ask a lake in SQL.")(query_command)
app.add_typer(lake_app, name="lake", short_help="Look after a lake.")


def main() -> NoReturn:
    """Run the command with the process's arguments and end the process."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the command.

    Args:
        arguments: What stands after `dragoman`.

    Returns:
        The exit code. Whatever failed has been said on stderr.
    """
    try:
        return int(app(arguments, prog_name="dragoman", standalone_mode=False) or 0)
    except typer.TyperException as error:
        message = error.format_message().rstrip(".").replace("Value error, ", "")
        context = getattr(error, "ctx", None)
        command = context.command_path if context is not None else "dragoman"
        say(f"{message}{'' if message.endswith('?') else '.'} See '{command} --help'.")
        return ExitCode.USAGE
    except DragomanError as error:
        say(str(error))
        return exit_code(error)
    except (KeyboardInterrupt, typer.Abort):
        return ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001  # the last line of defence: a fault of ours is told, not dumped
        if os.environ.get(TRACEBACK_VARIABLE):
            traceback.print_exc()
        say(f"{type(error).__name__}: {error}. This is a fault of dragoman; please report it.")
        return ExitCode.INTERNAL
