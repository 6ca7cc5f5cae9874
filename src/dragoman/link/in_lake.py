"""Linking a lake: three derived tables, made anew each time.

`document_links`, `event_links` and `identity_links` stand beside the records and change none of them.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

import pyarrow as pa

from dragoman.exchange.stored import iter_stored
from dragoman.lake import Lake, Snapshot
from dragoman.link.documents import DocumentLink, Text, link_documents
from dragoman.link.identities import IdentityLink, Known, link_identities
from dragoman.link.matching import EventLink, link_events

DOCUMENTS_A_READ = 5000
LINKS_AT_ONCE = 10_000

_TYPES: Mapping[str, pa.DataType] = {"score": pa.float64(), "jaccard": pa.float64()}


@dataclass(frozen=True, slots=True)
class Linked:
    """How many links were found."""

    documents: int
    events: int
    identities: int


def link_lake(lake: Lake) -> Linked:
    """Link the documents, events and identities of a lake as it is now.

    Raises:
        LakeWriteError: If the lake cannot be written.
        MissingExtraError: If the extra `lake` is not installed.
    """
    snapshot = lake.snapshot()
    documents = _table(DocumentLink, link_documents(_texts(snapshot)))
    events = _table(EventLink, link_events(iter_stored(snapshot)))
    identities = _table(IdentityLink, link_identities(_entities(snapshot)))
    lake.derive("document_links", documents)
    lake.derive("event_links", events)
    lake.derive("identity_links", identities)
    return Linked(documents.num_rows, events.num_rows, identities.num_rows)


def _table(kind: type[Any], links: Iterable[Any]) -> pa.Table:
    """Links as rows; only some are Python objects at a time."""
    schema = pa.schema([(field.name, _TYPES.get(field.name, pa.string())) for field in fields(kind)])
    given = iter(links)
    parts = []
    while some := list(itertools.islice(given, LINKS_AT_ONCE)):
        parts.append(pa.RecordBatch.from_pylist([asdict(link) for link in some], schema=schema))
    return pa.Table.from_batches(parts, schema)


def _texts(snapshot: Snapshot) -> Iterator[Text]:
    """Documents with a text, by day, undated ones last."""
    found = snapshot.query(
        "SELECT id, published.start AS day, year FROM documents WHERE text IS NOT NULL "
        "ORDER BY day NULLS LAST, year, id"
    ).to_pylist()
    for year, rows in itertools.groupby(found, key=lambda row: row["year"]):
        of_year = list(rows)
        for start in range(0, len(of_year), DOCUMENTS_A_READ):
            yield from _read(snapshot, year, of_year[start : start + DOCUMENTS_A_READ])


def _read(snapshot: Snapshot, year: int | None, wanted: Sequence[Mapping[str, Any]]) -> Iterator[Text]:
    """Their texts; `year` is the part of the table where they lie."""
    within = "year IS NULL" if year is None else f"year = {year}"
    rows = snapshot.query(
        f"SELECT id, text FROM documents WHERE {within} AND id IN (SELECT unnest($ids))",  # noqa: S608
        {"ids": [row["id"] for row in wanted]},
    )
    texts = dict(zip(rows["id"].to_pylist(), rows["text"].to_pylist(), strict=True))
    yield from (Text(row["id"], texts[row["id"]], _day(row["day"])) for row in wanted)


def _day(value: Any) -> dt.date | None:  # noqa: ANN401  # a column's value
    return value if isinstance(value, dt.date) else None


def _entities(snapshot: Snapshot) -> Iterator[Known]:
    rows = snapshot.query(
        "SELECT document, id, kind, name, country, identity, "
        "list_transform(offices, lambda o: o.title) AS titles "
        "FROM entities WHERE kind IN ('person', 'organization') ORDER BY document, position"
    )
    for batch in rows.to_batches():
        for row in batch.to_pylist():
            yield Known(
                document=row["document"],
                entity=row["id"],
                kind=row["kind"],
                name=row["name"],
                country=row["country"],
                offices=tuple(title for title in row["titles"] or () if title),
                identity=row["identity"],
            )
