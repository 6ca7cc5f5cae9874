"""`dragoman classify`: a table of sentences whose actors are given → the same table with their acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dragoman.models.rows import Columns


def classify_command(
    table: Annotated[
        str,
        typer.Argument(metavar="FILE", help="Tab-separated, or with commas if it ends in .csv; - is stdin."),
    ],
    text: Annotated[str, typer.Option("--text", metavar="COL", help="Column of the sentences.")],
    source: Annotated[
        str | None,
        typer.Option(
            "--source",
            metavar="COL",
            help="Column of who acts, in the sentence's own words.",
            show_default="<s>…</s> marks it in the text",
        ),
    ] = None,
    target: Annotated[
        str | None,
        typer.Option(
            "--target",
            metavar="COL",
            help="Column of the other party.",
            show_default="<t>…</t> marks it in the text",
        ),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is stdout.")
    ] = "-",
    codebook: Annotated[
        str,
        typer.Option("--codebook", metavar="NAME|FILE", help="Types to choose from: see docs/codebooks.md."),
    ] = "plover",
) -> None:
    """Say what one party did to another in each sentence of a table.

    Every column is kept; type, mode, contexts, status, confidence, event and root are added. `type` is the
    likeliest of the 16 PLOVER types and `confidence` its chance; `event` is the chance that anything happened
    between the two at all; `root` is the type under the CAMEO conversion of 2021. Actors that are not found
    in their sentence are named on stderr, and the sentence is classified without them.

    With a codebook of one's own, `type` is the one whose examples are nearest, `confidence` and `event` the
    chance that it is right; `root` stays empty.
    """
    from dragoman.models.rows import Columns

    raise typer.Exit(classify(table, Columns(text, source, target), output, codebook))


def classify(table: str, columns: Columns, output: str, codebook: str = "plover") -> int:
    """Classify a table's sentences and write it with the new columns.

    Raises:
        CodebookError: If there is no such codebook, or its file has a slip.
        UsageError: If a column is missing, or has the name of one that is added.
        InputError: If the table cannot be read.
        OutputError: If the result cannot be written.
        TableError: If the model is missing or damaged.
    """
    import csv
    import io

    from dragoman.classify import load_sentence_classifier
    from dragoman.cli.exits import ExitCode
    from dragoman.cli.output import open_output
    from dragoman.cli.streams import say, silence_stdout
    from dragoman.codebooks import load_codebook
    from dragoman.errors import UsageError
    from dragoman.models.examples import load_examples
    from dragoman.models.rows import ADDED, RowClassifier, read_rows

    types = load_codebook(codebook)
    head, rows, ragged = read_rows(table, columns)
    taken = [name for name in ADDED if name in head]
    if taken:
        raise UsageError(f"{table} already has a column {taken[0]!r}; rename it")
    chosen = load_examples(types) if types.by_examples else load_sentence_classifier()
    rower = RowClassifier(chosen, columns, roots=not types.by_examples)
    rower.warn("more cells than the head, the surplus kept in the last one", ragged)
    try:
        with open_output(output) as sink:
            buffer = io.StringIO()
            delimiter = "," if (output if output != "-" else table).lower().endswith(".csv") else "\t"
            writer = csv.DictWriter(buffer, [*head, *ADDED], delimiter=delimiter, lineterminator="\n")
            writer.writeheader()
            for row in rower.classify(rows):
                writer.writerow(row)
                sink.write(buffer.getvalue().encode())
                buffer.seek(0)
                buffer.truncate()
            sink.write(buffer.getvalue().encode())
    except BrokenPipeError:
        silence_stdout()
        return ExitCode.BROKEN_PIPE
    for sentence in rower.warnings():
        say(sentence)
    return ExitCode.CODED
