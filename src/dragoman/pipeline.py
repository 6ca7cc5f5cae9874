"""The stages in order; streams and batches.

This is the one place that knows the order: read → parse → resolve → extract.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.codebooks import PLOVER, Codebook, load_codebook
from dragoman.errors import DragomanError, StageError
from dragoman.extract import extract
from dragoman.knowledge import Knowledge, load_knowledge
from dragoman.parse import EnglishParser, Tree
from dragoman.read import read_text
from dragoman.records import Coded, Document
from dragoman.resolve import resolve

BATCH_CHARACTERS = 200_000
"""Text handed to the parser at once. Memory stays flat however long the stream is."""
BATCH_DOCUMENTS = 64


class Pipeline:
    """Codes documents. Make one with `dragoman.load()` and keep it: loading takes about two seconds."""

    def __init__(self, parser: EnglishParser, knowledge: Knowledge, codebook: Codebook) -> None:
        self._parser = parser
        self._knowledge = knowledge
        self._codebook = codebook

    def __call__(self, document: Document | str, *, uri: str = "text") -> Coded:
        """Code one document.

        Args:
            document: A read document, or its plain text.
            uri: What to call a plain text.

        Returns:
            Its records; offsets are code points into `Coded.document.text`.

        Raises:
            InputError: If a plain text is empty.
            StageError: If a stage fails on it.
        """
        if isinstance(document, str):
            document = read_text(document, uri)
        result = next(self.stream([document]))
        if isinstance(result, StageError):
            raise result
        return result

    def stream(self, documents: Iterable[Document]) -> Iterator[Coded | StageError]:
        """Code documents one after the other, in order; memory does not grow with their number.

        A document that a stage fails on comes out as a `StageError`; the others are coded all the same.
        """
        for batch in _batches(documents):
            trees = self._trees(batch)
            for document, tree in zip(batch, trees, strict=True):
                yield tree if isinstance(tree, StageError) else self._code(document, tree)

    def _trees(self, batch: list[Document]) -> list[Tree | StageError]:
        try:
            return list(self._parser.parse(batch))
        except Exception as error:  # noqa: BLE001  # one document's fault must not take its batch along
            if len(batch) == 1:
                return [_stage_error(batch[0], "parse", error)]
            return list(itertools.chain.from_iterable(self._trees([document]) for document in batch))

    def _code(self, document: Document, tree: Tree) -> Coded | StageError:
        stage = "resolve"
        try:
            resolved = resolve(document, tree, self._knowledge)
            stage = "extract"
            return extract(resolved, self._knowledge, self._codebook)
        except Exception as error:  # noqa: BLE001  # the loop over documents: record, name the stage, go on
            return _stage_error(document, stage, error)


def load(codebook: str | Path | Codebook = PLOVER) -> Pipeline:
    """Load models and tables and return a `Pipeline`.

    Args:
        codebook: What counts as an event: the name of a codebook that ships ("plover", "election_violence"),
            the path of a YAML file of one's own (docs/codebooks.md), or a codebook that is loaded.

    Raises:
        CodebookError: If there is no such codebook, or its file has a slip.
        TableError: If a table of the installation is missing or malformed.
    """
    chosen = codebook if isinstance(codebook, Codebook) else load_codebook(codebook)
    if chosen.by_examples:
        from dragoman.models.examples import load_examples  # noqa: PLC0415  # other runs are spared it

        load_examples(chosen)  # what is wrong with the model is told now, not at the first document
    return Pipeline(EnglishParser(), load_knowledge(), chosen)


def _stage_error(document: Document, stage: str, error: Exception) -> StageError:
    text = str(error) if isinstance(error, DragomanError) else f"{type(error).__name__}: {error}"
    return StageError(document.uri, stage, text)


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if size >= BATCH_CHARACTERS or len(batch) >= BATCH_DOCUMENTS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
