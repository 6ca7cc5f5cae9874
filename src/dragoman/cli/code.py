"""`dragoman code`: documents → records."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePath

from dragoman.cli.exits import ExitCode
from dragoman.cli.formats import Format
from dragoman.cli.output import STDOUT, open_output
from dragoman.cli.progress import Reporter
from dragoman.cli.streams import silence_stdout
from dragoman.codebooks import PLOVER, Codebook, load_codebook
from dragoman.errors import InputError, StageError
from dragoman.export import ByteSink, export_brief, export_html, export_jsonl, print_brief
from dragoman.read import count_inputs, iter_inputs
from dragoman.records import Coded, Document

Exporter = Callable[[Iterable[Coded], ByteSink], None]


SUFFIX_FORMATS = {".jsonl": Format.JSONL, ".html": Format.HTML, ".htm": Format.HTML, ".txt": Format.BRIEF}
"""The format that the name of an output file asks for."""

EXPORTERS: dict[Format, Exporter] = {
    Format.JSONL: export_jsonl,
    Format.BRIEF: export_brief,
    Format.HTML: export_html,
}


def code(paths: Sequence[str], output: str | None, chosen: Format | None, codebook: str = PLOVER) -> ExitCode:
    """Code what the paths name and write it; inputs that cannot be coded are named on stderr.

    Args:
        paths: Files, folders, or `-` for stdin.
        output: A file, `-` for stdout, or None: stdout, and the brief where that is a terminal.
        chosen: The format; None takes what the output's name asks for, else JSON Lines.
        codebook: Name or path of what counts as an event.

    Raises:
        CodebookError: If there is no such codebook, or its file has a slip.
        OutputError: If the result cannot be written.
        TableError: If a table of the installation is missing or malformed.
    """
    types = read_types(codebook)
    export = exporter_for(output, chosen)
    reporter = Reporter(lambda: count_inputs(paths), drawn=not is_terminal(output))
    try:
        with open_output(output or STDOUT) as sink, reporter:
            export(iter_coded(paths, reporter, types), sink)
    except BrokenPipeError:
        silence_stdout()
        return ExitCode.BROKEN_PIPE
    return ExitCode.SOME_NOT_CODED if reporter.failures else ExitCode.CODED


def is_terminal(output: str | None) -> bool:
    """Whether what is written is read on a terminal."""
    return (output or STDOUT) == STDOUT and sys.stdout is not None and sys.stdout.isatty()


def exporter_for(output: str | None, chosen: Format | None) -> Exporter:
    """What writes to `output`: in the chosen format, else the one that the output's name asks for."""
    on_terminal = is_terminal(output)
    wanted = chosen or _default_format(output, on_terminal=on_terminal)
    if wanted is Format.BRIEF and on_terminal:
        from rich.console import Console

        console = Console(highlight=False)
        return lambda coded, _: print_brief(coded, console)
    return EXPORTERS[wanted]


def _default_format(output: str | None, *, on_terminal: bool) -> Format:
    if output is None:
        return Format.BRIEF if on_terminal else Format.JSONL
    return SUFFIX_FORMATS.get(PurePath(output).suffix.lower(), Format.JSONL)


def read_types(codebook: str) -> Codebook | None:
    """The codebook, read before anything is coded so that a slip is told at once; None for PLOVER."""
    return None if codebook == PLOVER else load_codebook(codebook)


def iter_coded(
    paths: Sequence[str],
    reporter: Reporter,
    codebook: Codebook | None = None,
    is_wanted: Callable[[Document], bool] = lambda _: True,
) -> Iterator[Coded]:
    """Code what the paths name; whatever cannot be coded goes to the reporter.

    Args:
        paths: As in `code`.
        reporter: Counts, and says what failed.
        codebook: What counts as an event; None takes PLOVER.
        is_wanted: Whether a document that was read is to be coded.
    """
    documents = (one for one in _readable(paths, reporter) if is_wanted(one))
    first = next(documents, None)
    if first is None:  # nothing to code: the models need not be loaded
        return
    from dragoman.pipeline import load

    pipeline = load() if codebook is None else load(codebook)
    for result in pipeline.stream(itertools.chain([first], documents)):
        if isinstance(result, StageError):
            reporter.failed(result)
        else:
            reporter.advance()
            yield result


def _readable(paths: Sequence[str], reporter: Reporter) -> Iterator[Document]:
    stdin = sys.stdin.buffer if sys.stdin is not None else None
    for given in iter_inputs(paths, stdin):
        if isinstance(given, InputError):
            reporter.failed(given)
        else:
            yield given
