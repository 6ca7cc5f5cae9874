"""Records → rows, and back: `coded_of(rows_of([coded], …)) == [coded]`.

Importers, which have rows of another make and no records, fill rows of `documents` and `events` themselves
and take their dyads from `dyad_rows`.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
import pyarrow as pa

from dragoman.errors import LakeError
from dragoman.exchange.reports import lead_end, sentence_ends, sentence_number
from dragoman.lake.tables import DATA_TABLES
from dragoman.records import Coded, Document, Entity, Span

Row = dict[str, Any]
Rows = dict[str, list[Row]]

RELATIONS = ("partner", "addressee", "about")
"""What a country is to a claim, strongest first; a pair of countries takes the strongest."""

_KEYS = ("document", "batch", "year")

_DYAD_COPIES = (
    *("type", "mode", "form", "contexts", "status", "mutual", "part_of"),
    *("cameo", "goldstein", "quad", "confidence", "evidence_text"),
)
_STATEMENT_COPIES = (
    *("kind", "stance", "about_names", "about_keys", "topics", "action_text", "strength", "cue_text"),
    *("quoted", "negated", "reported", "confidence", "evidence_text"),
)


def rows_of(coded: Iterable[Coded], batch: str, coder: str) -> Rows:
    """The rows of documents, table by table.

    Args:
        coded: Documents' records.
        batch: What to write in the column `batch`.
        coder: What to write in `documents.coder`.

    Returns:
        Table → rows with the columns of `DATA_TABLES` that aren't null; the writer adds the counts.
    """
    rows: Rows = {table: [] for table in DATA_TABLES}
    for one in coded:
        _add(rows, one, batch, coder)
    return rows


def arrow_of(rows: Rows) -> dict[str, pa.Table]:
    """Rows as Arrow tables, absent columns null; tables without rows are left out.

    Raises:
        pa.ArrowInvalid: If a value doesn't fit its column.
    """
    return {
        table: pa.Table.from_pylist(found, schema=DATA_TABLES[table])
        for table, found in rows.items()
        if found
    }


def dyad_rows(event: Row, reported: dt.date | None) -> list[Row]:
    """The rows of `dyads` for a row of `events`: one for each pair of countries, source first.

    A mutual event gives both directions, and where the text makes no sides, all pairs among its sources.

    Args:
        event: A row of `events` with its keys; without `filed_under`, which this sets.
        reported: The day of the report.
    """
    pairs = _directed_pairs(event)
    event["filed_under"] = _pair(*pairs[0]) if pairs else None
    if not pairs:
        return []
    date, place = event["date"] or {}, event["place"] or {}
    shared = {key: event.get(key) for key in (*_KEYS, *_DYAD_COPIES, "filed_under")} | {
        "event": event["id"],
        "sources": [actor["name"] for actor in event["sources"]],
        "targets": [actor["name"] for actor in event["targets"]],
        "date_start": date.get("start"),
        "date_end": date.get("end"),
        "date_precision": date.get("precision"),
        "reported": reported,
        "place": place.get("name"),
        "place_country": place.get("country"),
    }
    return [
        shared | {"pair": _pair(source, target), "source_country": source, "target_country": target}
        for source, target in pairs
    ]


def _directed_pairs(event: Row) -> list[tuple[str, str]]:
    sources, targets = _countries(event["sources"]), _countries(event["targets"])
    pairs = [(source, target) for source in sources for target in targets]
    if event["mutual"]:
        if not event["targets"]:
            pairs = [(one, other) for one in sources for other in sources if one != other]
        pairs += [(target, source) for source, target in pairs]
    return list(dict.fromkeys(pairs))


def _countries(actors: Iterable[Row]) -> list[str]:
    return list(dict.fromkeys(actor["country"] for actor in actors if actor["country"]))


def _pair(one: str, other: str) -> str:
    return "-".join(sorted((one, other)))


def statement_rows(claim: Row, about_countries: Sequence[str]) -> list[Row]:
    """The rows of `statements` for a row of `claims`: one for each country spoken for and country concerned.

    Args:
        claim: A row of `claims` with its keys; without `filed_under`, which this sets.
        about_countries: The countries among the entities that it is about.
    """
    others = {
        "partner": _countries(claim["partners"]),
        "addressee": _countries(claim["addressees"]),
        "about": about_countries,
    }
    relations: dict[tuple[str, str], str] = {}
    for relation, speaker in itertools.product(RELATIONS, _countries(claim["speakers"])):
        for other in others[relation]:
            if other != speaker:
                relations.setdefault((speaker, other), relation)
    claim["filed_under"] = _pair(*next(iter(relations))) if relations else None
    date = claim["date"] or {}
    shared = {key: claim.get(key) for key in (*_KEYS, *_STATEMENT_COPIES, "filed_under")} | {
        "claim": claim["id"],
        "speakers": [actor["name"] for actor in claim["speakers"]],
        "date_start": date.get("start"),
        "date_end": date.get("end"),
    }
    return [
        shared
        | {
            "pair": _pair(*pair),
            "speaker_country": pair[0],
            "other_country": pair[1],
            "relation": relation,
        }
        for pair, relation in relations.items()
    ]


def _add(rows: Rows, coded: Coded, batch: str, coder: str) -> None:
    document = coded.document
    reported = (document.published.start or document.published.end) if document.published else None
    keys = {"document": document.id, "batch": batch, "year": reported.year if reported else None}
    plain = msgspec.to_builtins(coded, builtin_types=(dt.date,))
    own = {"batch": batch, "year": keys["year"], "coder": coder, "record_schema": coded.schema}
    rows["documents"].append(plain["document"] | own)
    before = {table: len(rows[table]) for table in ("events", "claims")}
    for table in ("entities", "mentions", "events", "claims"):
        rows[table] += [keys | row | {"position": place} for place, row in enumerate(plain[table])]
    entities = {entity.id: entity for entity in coded.entities}
    ends, lead = sentence_ends(document.text), lead_end(document.text, document.layout)
    for event, row in zip(coded.events, rows["events"][before["events"] :], strict=True):
        row["place_text"] = _words(event.place.evidence, document) if event.place else None
        row["sentence"] = sentence_number(ends, event.evidence.start)
        row["lead"] = event.evidence.start < lead
        row["evidence_text"] = _words(event.evidence, document)
        rows["dyads"] += dyad_rows(row, reported)
    for claim, row in zip(coded.claims, rows["claims"][before["claims"] :], strict=True):
        about = [entities[one] for one in claim.about if one in entities]
        row["evidence_text"] = _words(claim.evidence, document)
        row["action_text"] = _words(claim.action, document)
        row["cue_text"] = _words(claim.cue, document)
        row["about_names"] = [entity.name for entity in about]
        row["about_keys"] = [key_of_entity(entity) for entity in about]
        row["reported"] = reported
        countries = [one.country for one in about if one.kind == "country" and one.country]
        rows["statements"] += statement_rows(row, countries)


def key_of_entity(entity: Entity) -> str:
    """What an entity is known by across documents: its identity, else its kind and name."""
    return entity.identity or f"{entity.kind}:{entity.name.casefold()}"


def _words(span: Span | None, document: Document) -> str | None:
    return document.text[span.start : span.end] if span else None


def coded_of(rows: Mapping[str, Sequence[Row]]) -> list[Coded]:
    """Documents' records from their rows, in the order of `rows["documents"]`.

    Args:
        rows: Rows of `documents`, `entities`, `mentions`, `events` and `claims`, in any order.

    Raises:
        LakeError: If a row isn't a record of this version, such as an imported one that has no evidence.
    """
    parts: dict[str, dict[str, list[Row]]] = {
        row["id"]: {"entities": [], "mentions": [], "events": [], "claims": []} for row in rows["documents"]
    }
    for table in ("entities", "mentions", "events", "claims"):
        for row in sorted(rows[table], key=lambda row: row["position"]):
            parts[row["document"]][table].append(row)
    return [_coded(row, parts[row["id"]]) for row in rows["documents"]]


def _coded(document: Row, parts: Mapping[str, list[Row]]) -> Coded:
    try:
        return msgspec.convert({"document": document, **parts, "schema": document["record_schema"]}, Coded)
    except msgspec.ValidationError as error:
        raise LakeError(
            f"document {document['id']}: coded by {document['coder']}, its rows aren't records"
            f" ({error}). Ask for its rows with `dragoman query`."
        ) from error
