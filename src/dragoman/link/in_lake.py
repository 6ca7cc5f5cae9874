"""Linking a lake: three derived tables, made anew each time.

`document_links`, `event_links` and `identity_links` stand beside the records and change none of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

import pyarrow as pa

from dragoman.exchange.stored import iter_stored
from dragoman.lake import Lake, Snapshot
from dragoman.link.documents import DocumentLink, Text, link_documents
from dragoman.link.identities import IdentityLink, Known, link_identities
from dragoman.link.matching import EventLink, link_events

DOCUMENTS_A_READ = 1000

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
    schema = pa.schema([(field.name, _TYPES.get(field.name, pa.string())) for field in fields(kind)])
    return pa.Table.from_pylist([asdict(link) for link in links], schema=schema)


def _texts(snapshot: Snapshot) -> Iterator[Text]:
    """Documents with a text, by day, undated ones last."""
    days = snapshot.query(
        "SELECT id, published.start AS day FROM documents WHERE text IS NOT NULL ORDER BY day NULLS LAST, id"
    ).to_pylist()
    for start in range(0, len(days), DOCUMENTS_A_READ):
        part = days[start : start + DOCUMENTS_A_READ]
        rows = snapshot.query(
            "SELECT id, text FROM documents WHERE id IN (SELECT unnest($ids))",
            {"ids": [row["id"] for row in part]},
        ).to_pylist()
        texts = {row["id"]: row["text"] for row in rows}
        yield from (Text(row["id"], texts[row["id"]], _day(row["day"])) for row in part)


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
