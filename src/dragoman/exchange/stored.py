"""Rows of a lake → reports, imported rows among them, which have neither text nor evidence."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

import msgspec

from dragoman.exchange.reports import Party, Report, Story
from dragoman.records import Coding, Date, Place

Row = Mapping[str, Any]

DOCUMENTS_A_READ = 5000
"""Events lie in files sorted by countries, so that each read looks at all of a year's: few reads, then."""

ROWS_AT_ONCE = 2000
"""Rows that are Python objects at a time; the others of a read are Arrow's."""

IDS_SQL = "SELECT id, year FROM documents WHERE $coder IS NULL OR coder = $coder ORDER BY year NULLS LAST, id"
DOCUMENTS_SQL = "SELECT * FROM documents WHERE {year} AND id BETWEEN $first AND $last ORDER BY id"
ROWS_SQL = """
SELECT * FROM {table} WHERE {year} AND document BETWEEN $first AND $last ORDER BY document, position
"""

_NAMED = {"person": "people", "organization": "organizations", "place": "places", "venue": "places"}


class Arrow(Protocol):
    """As much of an Arrow table as is read here."""

    def to_pylist(self) -> list[dict[str, Any]]:
        """Its rows."""

    def to_batches(self, max_chunksize: int | None = None) -> list[Arrow]:
        """The same in parts."""


class Tables(Protocol):
    """Something to ask with SQL, such as a lake's snapshot."""

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Arrow:
        """The rows of a query; parameters are bound by name."""


def iter_stored(tables: Tables, *, coder: str | None = None) -> Iterator[Report]:
    """Every event of a lake, story by story, by the year of publication and the stories' ids.

    Args:
        tables: The lake's snapshot.
        coder: Only what this coder or importer brought in.
    """
    found = tables.query(IDS_SQL, {"coder": coder}).to_pylist()
    for year, rows in itertools.groupby(found, key=lambda row: row["year"]):
        ids = [row["id"] for row in rows]
        for start in range(0, len(ids), DOCUMENTS_A_READ):
            yield from _reports(tables, ids[start : start + DOCUMENTS_A_READ], year)


def _reports(tables: Tables, ids: Sequence[str], year: int | None) -> Iterator[Report]:
    bound = {"first": ids[0], "last": ids[-1]}
    within = "year IS NULL" if year is None else f"year = {year}"
    parts = (
        _of_each(ids, _rows(tables.query(ROWS_SQL.format(table=table, year=within), bound)))
        for table in ("entities", "events")
    )
    wanted = frozenset(ids)
    read = _rows(tables.query(DOCUMENTS_SQL.format(year=within), bound))
    documents = (row for row in read if row["id"] in wanted)
    for document, own, events in zip(documents, *parts, strict=True):
        entities = {row["id"]: row for row in own}
        story = _story(document, own)
        for event in events:
            yield report_of_rows(event, document, story, entities)


def _rows(table: Arrow) -> Iterator[Row]:
    for part in table.to_batches(max_chunksize=ROWS_AT_ONCE):
        yield from part.to_pylist()


def _of_each(ids: Iterable[str], rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows of each document; both sorted by it. Rows of other documents are left out."""
    groups = itertools.groupby(rows, key=lambda row: str(row["document"]))
    none: tuple[str, Iterable[Row]] = ("", ())
    document, own = next(groups, none)
    for one in ids:
        while own and document < one:
            document, own = next(groups, none)
        if document == one:
            yield list(own)
            document, own = next(groups, none)
        else:
            yield []


def report_of_rows(event: Row, document: Row, story: Story, entities: Mapping[str, Row]) -> Report:
    """One event's report.

    Args:
        event: Its row.
        document: The row of its document.
        story: The document's story.
        entities: The document's entity rows by id.
    """
    text = document["text"]
    return Report(
        story=story,
        sources=_parties(event["sources"], entities, text),
        targets=_parties(event["targets"], entities, text),
        coded_as=_convert(event["coded_as"], Coding),
        contexts=tuple(event["contexts"] or ()),
        mutual=bool(event["mutual"]),
        date=_convert(event["date"], Date),
        reported=_convert(event["reported"], Date),
        place=_convert(event["place"], Place),
        place_raw=event["place_text"],
        evidence=event["evidence_text"],
        **{name: event[name] for name in _AS_THEY_ARE},
    )


_AS_THEY_ARE = (
    "id", "type", "mode", "form", "status", "part_of", "cameo", "goldstein", "quad", "confidence",
    "sentence", "lead", "origin",
)  # fmt: skip


def _convert(value: Any, kind: type[Any]) -> Any:  # noqa: ANN401  # a struct of that kind, or None
    return None if value is None else msgspec.convert(value, kind)


def _parties(
    actors: Sequence[Row] | None, entities: Mapping[str, Row], text: str | None
) -> tuple[Party, ...]:
    return tuple(_party(actor, entities.get(actor["entity"] or ""), text) for actor in actors or ())


def _party(actor: Row, entity: Row | None, text: str | None) -> Party:
    return Party(
        name=actor["name"],
        country=actor["country"],
        sector=actor["sector"],
        office=actor["office"],
        raw=_raw(actor, entity, text),
        kind=entity["kind"] if entity else None,
        identity=entity["identity"] if entity else None,
        entity=actor["entity"],
    )


def _raw(actor: Row, entity: Row | None, text: str | None) -> str | None:
    """The words that name an actor; an imported one has no text and keeps them as its alias."""
    if text is None:
        return entity["aliases"][0] if entity and entity["aliases"] else None
    spans = actor["spans"] or ()
    return text[spans[0][0] : spans[0][1]] if spans else None


def _story(document: Row, entities: Sequence[Row]) -> Story:
    names: dict[str, dict[str, None]] = {group: {} for group in _NAMED.values()}
    for entity in entities:
        if entity["kind"] in _NAMED:
            names[_NAMED[entity["kind"]]][entity["name"]] = None
    return Story(
        id=document["id"],
        uri=document["uri"],
        url=document["url"],
        source=document["source"],
        title=document["title"],
        language=document["language"],
        published=_convert(document["published"], Date),
        length=len(document["text"]) if document["text"] else None,
        people=tuple(names["people"]),
        organizations=tuple(names["organizations"]),
        places=tuple(names["places"]),
    )
