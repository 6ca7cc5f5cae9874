"""`dragoman code --lake`: documents → records → a lake."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman import __version__
from dragoman.cli.code import exporter_for, is_terminal, iter_coded, read_types
from dragoman.cli.exits import ExitCode
from dragoman.cli.formats import Format
from dragoman.cli.output import open_output
from dragoman.cli.progress import Reporter
from dragoman.cli.streams import say, silence_stdout
from dragoman.codebooks import PLOVER
from dragoman.lake import Appended, Lake, batches
from dragoman.read import count_inputs
from dragoman.records import Coded, Document


@dataclass
class _Tally:
    added: int = 0
    replaced: int = 0
    unchanged: int = 0

    def take(self, done: Appended) -> None:
        self.added += len(done.added)
        self.replaced += len(done.replaced)
        self.unchanged += len(done.unchanged)

    def __str__(self) -> str:
        return f"{self.added:,} documents added, {self.replaced:,} replaced, {self.unchanged:,} were there"


def code_into_lake(
    paths: Sequence[str],
    folder: str,
    output: str | None,
    chosen: Format | None,
    *,
    codebook: str = PLOVER,
    recode: bool,
) -> ExitCode:
    """Code what the paths name, append it to a lake, and write it too where an output is named.

    What this version coded before is not coded again, unless it is to be written, or `recode` says so. Cut
    short, the same command goes on where it ended.

    Args:
        paths: As in `code`.
        folder: The lake's folder; it is made where there is none.
        output: As in `code`; None writes nothing but the lake.
        chosen: As in `code`.
        codebook: As in `code`. A document is held as one codebook coded it; another one's records replace it.
        recode: Whether to code again what the lake holds from this version.

    Raises:
        LakeError: If the folder cannot be written, or holds a lake of another version.
        OutputError: If the result cannot be written.
    """
    types = read_types(codebook)
    coder = __version__ if types is None else f"{__version__}+{types.name}-{types.version}"
    reporter = Reporter(lambda: count_inputs(paths), drawn=output is None or not is_terminal(output))
    tally = _Tally()
    with Lake.create(folder).writer() as writer, reporter:

        def is_wanted(document: Document) -> bool:
            if recode or output is not None or writer.coder_of(document.id) != coder:
                return True
            tally.unchanged += 1
            reporter.advance()
            return False

        documents = iter_coded(paths, reporter, types, is_wanted)
        coded = _appended(
            documents, tally, lambda batch: writer.append_batch(batch, coder=coder, replace=recode)
        )
        try:
            _hand_on(coded, output, chosen)
        except BrokenPipeError:
            silence_stdout()
            return ExitCode.BROKEN_PIPE
    say(f"{folder}: {tally}.")
    return ExitCode.SOME_NOT_CODED if reporter.failures else ExitCode.CODED


def _appended(
    coded: Iterable[Coded], tally: _Tally, append: Callable[[Sequence[Coded]], Appended]
) -> Iterator[Coded]:
    """Records, once they are in the lake."""
    for batch in batches(coded):
        tally.take(append(batch))
        yield from batch


def _hand_on(coded: Iterator[Coded], output: str | None, chosen: Format | None) -> None:
    if output is None:
        for _ in coded:
            pass
        return
    export = exporter_for(output, chosen)
    with open_output(output) as sink:
        export(coded, sink)
