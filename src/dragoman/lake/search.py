"""Finding texts and claims by their words.

The index lies in the lake's folder and is made from the tables, never the other way: it may be deleted at any
time, and what was appended since it was made is added before each search. Where it cannot be written, it is
made in memory.
"""

from __future__ import annotations

import datetime as dt
import shutil
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import tantivy

from dragoman.errors import LakeWriteError, QueryError
from dragoman.lake.commits import Commits
from dragoman.lake.snapshot import Snapshot
from dragoman.lake.tables import quoted

FOLDER = "_search-1"
"""The number rises with every change of the index's fields: an older index is left alone and made anew."""

_SEQ = "seq"
"""A file beside the index: the commit up to which it is complete."""

DOCUMENTS_A_READ = 500
EXCERPT_CHARACTERS = 240
MEMORY_BYTES = 64_000_000
BUSY_SECONDS = 10.0
"""How long to wait while another process brings the index up to date."""


@dataclass(frozen=True)
class Hit:
    """A text or claim that was found."""

    score: float
    """BM25; higher is better."""
    document: str
    claim: str | None
    """The claim's id; None where it was found in the text."""
    title: str | None
    reported: dt.date | None
    excerpt: str


def search(snapshot: Snapshot, words: str, *, limit: int) -> list[Hit]:
    """Find texts and claims, best first.

    Args:
        snapshot: The lake as it is now.
        words: Words, in any form of them; phrases in double quotes; `+must`, `-not`, `a AND (b OR c)`.
        limit: How many to return at most.

    Raises:
        QueryError: If `words` cannot be read.
    """
    index = _fresh_index(snapshot)
    try:
        query = index.parse_query(words, ["title", "body"])
    except ValueError as error:
        raise QueryError(f"{error}; put quotes in pairs, and signs in quotes") from error
    return list(_hits(snapshot, index, query, limit))


def _hits(snapshot: Snapshot, index: tantivy.Index, query: tantivy.Query, limit: int) -> Iterator[Hit]:
    searcher = index.searcher()
    found = [(score, searcher.doc(address)) for score, address in searcher.search(query, limit).hits]
    snippets = tantivy.SnippetGenerator.create(searcher, query, index.schema, "body")
    snippets.set_max_num_chars(EXCERPT_CHARACTERS)
    heads = _heads(snapshot, {str(one.get_first("document")) for _, one in found})
    for score, one in found:
        document = str(one.get_first("document"))
        title, reported = heads[document]
        words = snippets.snippet_from_doc(one).fragment() or str(one.get_first("body"))[:EXCERPT_CHARACTERS]
        claim = one.get_first("claim")
        yield Hit(score, document, str(claim) if claim else None, title, reported, " ".join(words.split()))


def _heads(snapshot: Snapshot, documents: Iterable[str]) -> dict[str, tuple[str | None, dt.date | None]]:
    names = ", ".join(map(quoted, documents)) or "NULL"
    rows = snapshot.query(
        f"SELECT id, title, published.start AS reported FROM documents WHERE id IN ({names})"  # noqa: S608
    ).to_pylist()
    return {row["id"]: (row["title"], row["reported"]) for row in rows}


def _fresh_index(snapshot: Snapshot) -> tantivy.Index:
    """The index, brought up to the snapshot."""
    path = snapshot.folder / FOLDER
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            index, seq = _open(path)
        except OSError:
            index, seq = _in_memory(), 0
        if seq == snapshot.state.seq:
            return index
        try:
            _bring_up(index, snapshot, seq)
        except ValueError as error:  # tantivy's word for a lock that another process holds
            if time.monotonic() > deadline:
                raise LakeWriteError(
                    str(path), f"the index is being written by another process: {error}"
                ) from error
            time.sleep(0.2)
            continue
        if path.is_dir():
            _note(path, snapshot.state.seq)
        index.reload()
        return index


def _open(path: Path) -> tuple[tantivy.Index, int]:
    """The index in a folder and the commit that it reaches; one that cannot be read is made anew.

    Raises:
        OSError: If the folder cannot be written.
    """
    path.mkdir(exist_ok=True)
    try:
        return tantivy.Index(_schema(), path=str(path)), _noted(path)
    except ValueError:
        shutil.rmtree(path)
        path.mkdir()
        return tantivy.Index(_schema(), path=str(path)), 0


def _in_memory() -> tantivy.Index:
    return tantivy.Index(_schema())


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("document", stored=True, tokenizer_name="raw")
    builder.add_text_field("claim", stored=True, tokenizer_name="raw")
    builder.add_text_field("title", tokenizer_name="en_stem")
    builder.add_text_field("body", stored=True, tokenizer_name="en_stem")
    return builder.build()


def _noted(path: Path) -> int:
    try:
        return int((path / _SEQ).read_text("ascii"))
    except (FileNotFoundError, ValueError):
        return 0


def _note(path: Path, seq: int) -> None:
    part = path / f"{_SEQ}.part"
    part.write_text(str(seq), "ascii")
    part.replace(path / _SEQ)


def _bring_up(index: tantivy.Index, snapshot: Snapshot, seq: int) -> None:
    """Index the documents that were appended after a commit, in place of what there is of them."""
    appended = [
        row for row in Commits(snapshot.folder).appends_since(seq) if row["seq"] <= snapshot.state.seq
    ]
    documents = list(dict.fromkeys(document for row in appended for document in row["documents"]))
    writer = index.writer(MEMORY_BYTES, 1)
    try:
        for start in range(0, len(documents), DOCUMENTS_A_READ):
            _index(writer, snapshot, documents[start : start + DOCUMENTS_A_READ])
        writer.commit()
    finally:
        writer.wait_merging_threads()


def _index(writer: tantivy.IndexWriter, snapshot: Snapshot, documents: Iterable[str]) -> None:
    names = ", ".join(map(quoted, documents))
    for document in documents:
        writer.delete_documents_by_term("document", document)
    rows = snapshot.query(f"""
        SELECT id AS document, NULL AS claim, title, text AS body FROM documents WHERE id IN ({names})
        UNION ALL
        SELECT document, id, NULL, evidence_text FROM claims WHERE document IN ({names})
    """)  # noqa: S608  # quoted
    for row in rows.to_pylist():
        writer.add_document(
            tantivy.Document(**{name: value for name, value in row.items() if value is not None})
        )
