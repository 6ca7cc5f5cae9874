"""`dragoman lake`: what a lake holds, whether it is whole, and keeping it fast."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.exits import ExitCode

lake_app = typer.Typer(
    help="Look after a lake: the folder that `dragoman code --lake` fills.",
    rich_markup_mode=None,
)

Folder = Annotated[Path, typer.Argument(metavar="LAKE", help="The lake's folder.")]


@lake_app.callback(invoke_without_command=True)
def lake_command(context: typer.Context) -> None:
    """Show the help where no command is given."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(ExitCode.USAGE)


@lake_app.command("info", short_help="Say what a lake holds.")
def info_command(lake: Folder) -> None:
    """Say what a lake holds."""
    from dragoman.lake import Lake

    info = Lake.open(lake).info()
    first, last = info.reported
    typer.echo(f"{info.path}: version {info.schema}, commit {info.commit}, {info.batches:,} batches")
    typer.echo(f"published {first or '?'} to {last or '?'}; history kept since {_moment(info.kept_since)}")
    for coder, n_documents in info.coders.items():
        typer.echo(f"coded by {coder}: {n_documents:,} documents")
    for table in info.tables:
        size = f"{table.files:,} files, {table.size_bytes / 1e6:,.1f} MB"
        typer.echo(f"{table.name:<11}{table.rows:>13,} rows  {size}")
    if info.derived:
        typer.echo(f"derived: {', '.join(info.derived)}")
    if info.unfinished or info.replaced_rows:
        typer.echo(f"unfinished batches: {info.unfinished}; replaced, not cleaned: {info.replaced_rows}")


@lake_app.command("check", short_help="Look for records lost, doubled or half there.")
def check_command(lake: Folder) -> None:
    """Look for records that are lost, doubled, half there or unreadable.

    Exits 0 if there are none, 5 if there are.
    """
    from dragoman.lake import Lake

    findings = Lake.open(lake).check()
    for finding in findings:
        typer.echo(f"{'damage' if finding.severe else 'note'}: {finding.text}")
    if any(finding.severe for finding in findings):
        raise typer.Exit(ExitCode.LAKE)
    typer.echo(f"{lake}: every acknowledged document is there once and whole")


@lake_app.command("compact", short_help="Merge and sort files; forget old states.")
def compact_command(
    lake: Folder,
    forget: Annotated[
        int | None,
        typer.Option(
            "--forget-after",
            metavar="DAYS",
            min=1,
            help="Also delete what only states older than so many days need; --as-of reaches no further.",
        ),
    ] = None,
) -> None:
    """Merge small files into sorted ones, and take out rows that don't count.

    Others may read and write meanwhile.
    """
    from dragoman.lake import Lake

    opened = Lake.open(lake)
    done = opened.compact()
    typer.echo(f"{lake}: {done.files_before:,} files became {done.files_after:,}")
    if forget is not None:
        typer.echo(f"{lake}: {opened.vacuum(keep_hours=24 * forget):,} files deleted")


@lake_app.command("migrate", short_help="Bring an older lake forward.")
def migrate_command(lake: Folder) -> None:
    """Bring a lake that an older dragoman made to this one's tables. Nobody may write meanwhile.

    It may be cut short and run again.
    """
    from dragoman.lake.migrations import migrate

    done = migrate(lake)
    typer.echo(f"{lake}: version {done[0]} became {done[1]}" if done[0] != done[1] else f"{lake}: up to date")


@lake_app.command("search", short_help="Find texts and claims by words.")
def search_command(
    lake: Folder,
    words: Annotated[str, typer.Argument(metavar="WORDS", help='Words to find; "in quotes" as a phrase.')],
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many to show.")] = 10,
) -> None:
    """Find texts and claims by their words, best first. The index is made and kept up to date as needed."""
    from dragoman.lake import Lake

    hits = Lake.open(lake).search(words, limit=limit)
    if not hits:
        typer.echo(f"dragoman: {lake}: no text or claim has these words: {words}", err=True)
    for hit in hits:
        where = f"{hit.document} {hit.claim}" if hit.claim else hit.document
        typer.echo(f"{hit.score:.2f}  {hit.reported or 'undated'}  {where}  {hit.title or ''}")
        typer.echo(f"      {hit.excerpt}")


def _moment(moment: object) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC" if moment else "?"
