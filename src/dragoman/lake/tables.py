"""The tables of a lake: their columns and how they are laid out on disk.

Columns that hold records are derived from `dragoman.records`, so that a table cannot drift from the record it
keeps; `LAKE_SCHEMA` must rise with every change (a test pins the layout). What a lake adds to the records:

- `document`: the id of the document a row came from; ids of entities, events and claims are unique within it.
- `batch`: which append wrote the row; only rows whose batch is in `commits` count (see `commits.py`).
- `position`: of a record among those of its document and table, from 0.
- `year`: of the document's publication, the partition; null where it is unknown.
- `n_entities` and so on: how many rows of a document the other tables must hold.
- `filed_under`: the first of the pairs of countries that an event or claim is about: its place in sorted
  files.
- words and names that would otherwise take a join: `evidence_text`, `place_text`, `about_names`,
  `about_keys`, `title`, `publisher`, `address`.
- where an event stands in its text: `sentence` and `lead`, which imported rows know without a text.

`dyads` and `statements` hold nothing new: they repeat events and claims once for each pair of countries,
sorted by pair, so that what two countries did and said is read without touching the rest.
"""

from __future__ import annotations

from typing import Any

import msgspec
import pyarrow as pa

from dragoman.records import Claim, Document, Entity, Event, Mention

LAKE_SCHEMA = 3
"""Version of the tables' layout; every change raises it and gets a migration."""

SCHEMA_PROPERTY = "dragoman.lakeSchema"
"""Delta table property that holds `LAKE_SCHEMA`."""

COMMITS = "commits"

_TEXT, _TEXTS, _DATE = pa.string(), pa.list_(pa.string()), pa.date32()


def arrow_type(kind: msgspec.inspect.Type) -> pa.DataType:  # noqa: PLR0911  # a table of types
    """The Arrow type of a record's field: structs, lists, text, whole numbers (32 bits), floats, dates."""
    match kind:
        case msgspec.inspect.UnionType(types=types):
            [one] = [one for one in types if not isinstance(one, msgspec.inspect.NoneType)]
            return arrow_type(one)
        case msgspec.inspect.StructType(fields=fields):
            return pa.struct([(field.name, arrow_type(field.type)) for field in fields])
        case msgspec.inspect.VarTupleType(item_type=item):
            return pa.list_(arrow_type(item))
        case msgspec.inspect.TupleType(item_types=(first, *_)):
            return pa.list_(arrow_type(first))
        case msgspec.inspect.StrType() | msgspec.inspect.LiteralType():
            return pa.string()
        case msgspec.inspect.IntType():
            return pa.int32()
        case msgspec.inspect.FloatType():
            return pa.float64()
        case msgspec.inspect.BoolType():
            return pa.bool_()
        case msgspec.inspect.DateType():
            return pa.date32()
    raise TypeError(f"no column type for {kind}")


def _record_columns(record: type[msgspec.Struct]) -> list[tuple[str, pa.DataType]]:
    info: Any = msgspec.inspect.type_info(record)
    return [(field.name, arrow_type(field.type)) for field in info.fields]


_KEYS = [("document", _TEXT), ("batch", _TEXT), ("year", pa.int32())]
_PLACE = [*_KEYS, ("position", pa.int32())]

_FILED = [("filed_under", _TEXT), ("evidence_text", _TEXT)]

_HEAD = [("title", _TEXT), ("publisher", _TEXT), ("address", _TEXT)]  # of the document

_DYAD = [
    ("pair", _TEXT),  # both countries in alphabetical order, "CHN-KGZ"
    ("filed_under", _TEXT),  # `filed_under` of the event
    ("source_country", _TEXT),
    ("target_country", _TEXT),
    ("event", _TEXT),
    ("type", _TEXT),
    ("mode", _TEXT),
    ("form", _TEXT),
    ("contexts", _TEXTS),
    ("status", _TEXT),
    ("mutual", pa.bool_()),
    ("sources", _TEXTS),  # names
    ("targets", _TEXTS),
    ("date_start", _DATE),
    ("date_end", _DATE),
    ("date_precision", _TEXT),
    ("reported", _DATE),
    ("place", _TEXT),
    ("place_country", _TEXT),
    ("part_of", _TEXT),
    ("cameo", _TEXT),
    ("goldstein", pa.float64()),
    ("quad", pa.int32()),
    ("confidence", pa.float64()),
    ("evidence_text", _TEXT),
]

_STATEMENT = [
    ("pair", _TEXT),
    ("filed_under", _TEXT),  # `filed_under` of the claim
    ("speaker_country", _TEXT),
    ("other_country", _TEXT),
    ("relation", _TEXT),  # what the other country is to the claim: partner, addressee or about
    ("claim", _TEXT),
    ("kind", _TEXT),
    ("speakers", _TEXTS),  # names
    ("stance", _TEXT),
    ("about_names", _TEXTS),
    ("about_keys", _TEXTS),
    ("topics", _TEXTS),
    ("action_text", _TEXT),
    ("strength", _TEXT),
    ("cue_text", _TEXT),
    ("quoted", pa.bool_()),
    ("negated", pa.bool_()),
    ("date_start", _DATE),
    ("date_end", _DATE),
    ("reported", _DATE),
    ("confidence", pa.float64()),
    ("evidence_text", _TEXT),
]

PARTS = ("entities", "mentions", "events", "claims", "dyads", "statements")
"""The tables that hold parts of documents."""

DATA_TABLES: dict[str, pa.Schema] = {
    "documents": pa.schema(
        [
            *_record_columns(Document),
            ("batch", _TEXT),
            ("year", pa.int32()),
            ("coder", _TEXT),  # what coded it: dragoman's version, or an importer
            ("record_schema", pa.int32()),
            *((f"n_{table}", pa.int32()) for table in PARTS),  # rows of the document in that table
        ]
    ),
    "entities": pa.schema([*_PLACE, *_record_columns(Entity)]),
    "mentions": pa.schema([*_PLACE, *_record_columns(Mention)]),
    "events": pa.schema(
        [
            *_PLACE,
            *_record_columns(Event),
            *_FILED,
            ("place_text", _TEXT),
            ("sentence", pa.int32()),  # the number of its sentence in the text, from 1
            ("lead", pa.bool_()),  # whether it stands in the first paragraph; GDELT's root event
        ]
    ),
    "claims": pa.schema(
        [
            *_PLACE,
            *_record_columns(Claim),
            *_FILED,
            ("action_text", _TEXT),
            ("cue_text", _TEXT),
            ("about_names", _TEXTS),
            ("about_keys", _TEXTS),
            ("reported", _DATE),
        ]
    ),
    "dyads": pa.schema([*_KEYS, *_DYAD, *_HEAD]),
    "statements": pa.schema([*_KEYS, *_STATEMENT, *_HEAD]),
}
"""Table → its columns. Every row carries `batch` and `year`."""


def key_of(table: str) -> str:
    """The column of a data table that holds the document's id."""
    return "id" if table == "documents" else "document"


def quoted(value: str) -> str:
    """A text as SQL writes it."""
    return "'" + value.replace("'", "''") + "'"


SORTED_BY = {
    "documents": "id",
    "entities": "document",
    "mentions": "document",
    "events": "filed_under",
    "claims": "filed_under",
    "dyads": "pair",
    "statements": "pair",
}
"""Table → the column that its files are sorted by."""

INDEXED = ("seq", "batch", "document", "id", "pair", "filed_under", "date_start")
"""Columns whose range in each file the Delta log keeps, where a table has them: files can be skipped."""

COMMIT_SCHEMA = pa.schema(
    [
        ("seq", pa.int64()),
        ("kind", _TEXT),
        ("batch", _TEXT),
        ("at", pa.timestamp("us", tz="UTC")),
        ("writer", _TEXT),
        ("coder", _TEXT),
        ("documents", _TEXTS),
        ("dead", pa.list_(pa.struct([("document", _TEXT), ("batch", _TEXT)]))),
        ("versions", pa.list_(pa.struct([("table", _TEXT), ("version", pa.int64())]))),
        ("detail", _TEXT),
    ]
)
