"""Every error a caller may catch: documented, whole between processes, and one plain sentence."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from dragoman import errors
from dragoman.errors import DragomanError

DOCS = Path(__file__).resolve().parent.parent / "docs"

SAMPLES = [
    DragomanError("something failed. Try again."),
    errors.UsageError("no such codebook: OWN. Choose PLOVER."),
    errors.InputError("it cannot be read. Choose another file."),
    errors.MissingInputError("news/a.txt"),
    errors.NoDocumentsError("news", (".txt", ".html")),
    errors.EmptyDocumentError("a.txt"),
    errors.TooLargeError("a.txt", 70_000_000, 64_000_000),
    errors.ForeignRowsError("old.tab", 7, "9 cells under 20 columns"),
    errors.UnreadableDocumentError("a.bin", "it is not text"),
    errors.EvidenceError("span [3, 3) is empty or reversed"),
    errors.TableError("leaders.csv", "the file is missing"),
    errors.CodebookError("mine.yaml", 14, "type RAID", "there is no definition. Add one."),
    errors.OutputError("out.jsonl", "no space left on device"),
    errors.StageError("a.txt", "resolve", "KeyError: 'x'"),
    errors.MissingExtraError("tantivy", "dragoman[lake]"),
    errors.LakeError("nothing to do. Name another table."),
    errors.NoLakeError("news.lake"),
    errors.LakeSchemaError("news.lake", 1, 2),
    errors.LakeWriteError("news.lake", "no space left on device"),
    errors.LakeDamageError("news.lake", "events/part-0.parquet is missing"),
    errors.QueryError("there is no table evnts", 2, 15),
]


def subclasses(kind: type[DragomanError]) -> set[type[DragomanError]]:
    return {kind}.union(*(subclasses(sub) for sub in kind.__subclasses__()))


def test_every_error_has_a_sample() -> None:
    assert {type(error) for error in SAMPLES} == subclasses(DragomanError)


@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
def test_error_survives_pickling(error: DragomanError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own bytes
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
def test_error_is_one_line_that_names_its_facts(error: DragomanError) -> None:
    sentence = str(error)
    assert "\n" not in sentence
    for fact in vars(error).values():
        shown = ", ".join(fact) if isinstance(fact, tuple) else f"{fact:,}" if isinstance(fact, int) else fact
        assert shown in sentence


@pytest.mark.parametrize("kind", sorted(subclasses(DragomanError), key=lambda kind: kind.__name__))
def test_error_is_in_the_tree_and_in_the_manual(kind: type[DragomanError]) -> None:
    assert errors.__doc__ is not None
    assert kind.__name__ in errors.__doc__
    manual = "\n".join(path.read_text("utf-8") for path in sorted(DOCS.glob("*.md")))
    assert f"`{kind.__name__}`" in manual
    assert kind.__doc__
