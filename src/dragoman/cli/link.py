"""`dragoman link`: copies, repeated events and identities in a lake."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def link_command(
    lake: Annotated[Path, typer.Argument(metavar="LAKE", help="A lake's folder.")],
) -> None:
    """Find copies of documents, events told in several documents, and whose records are whose.

    Writes the tables `document_links`, `event_links` and `identity_links` into the lake, each row with a
    score and its reason; records stay as they are. Running it again makes the tables anew.
    """
    raise typer.Exit(link(lake))


def link(folder: Path) -> int:
    """Link a lake and say on stderr what was found.

    Raises:
        LakeError: If the lake cannot be opened or written.
    """
    from dragoman.cli.exits import ExitCode
    from dragoman.cli.streams import say
    from dragoman.lake import Lake
    from dragoman.link.in_lake import link_lake

    found = link_lake(Lake.open(folder))
    say(
        f"{folder}: {found.documents:,} pairs of documents, {found.events:,} pairs of events, "
        f"{found.identities:,} identities."
    )
    return ExitCode.CODED
