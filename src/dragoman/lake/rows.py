"""Records → rows, and back: `coded_of(rows_of([coded], …)) == [coded]`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
import pyarrow as pa

from dragoman.lake.tables import DATA_TABLES
from dragoman.records import Actor, Claim, Coded, Document, Entity, Event, Span

Row = dict[str, Any]
Rows = dict[str, list[Row]]

RELATIONS = ("partner", "addressee", "about")
"""What a country is to a claim, strongest first; a pair takes the strongest."""


def rows_of(coded: Iterable[Coded], batch: str, coder: str) -> Rows:
    """The rows of documents, table by table.

    Args:
        coded: Documents' records.
        batch: What to write in the column `batch`.
        coder: What to write in `documents.coder`.

    Returns:
        Table → rows with every column of `DATA_TABLES` that isn't null.
    """
    rows: Rows = {table: [] for table in DATA_TABLES}
    for one in coded:
        _add(rows, one, batch, coder)
    return rows


def arrow_of(rows: Rows) -> dict[str, pa.Table]:
    """Rows as Arrow tables; tables without rows are left out."""
    return {
        table: pa.Table.from_pylist(found, schema=DATA_TABLES[table])
        for table, found in rows.items()
        if found
    }


def _add(rows: Rows, coded: Coded, batch: str, coder: str) -> None:
    document = coded.document
    keys = {"document": document.id, "batch": batch, "year": _year(document)}
    plain = msgspec.to_builtins(coded, builtin_types=(dt.date,))
    own = {"batch": batch, "year": keys["year"], "coder": coder, "record_schema": coded.schema}
    rows["documents"].append(plain["document"] | own)
    for table in ("entities", "mentions"):
        rows[table] += [keys | row | {"position": i} for i, row in enumerate(plain[table])]
    entities = {entity.id: entity for entity in coded.entities}
    for position, (event, row) in enumerate(zip(coded.events, plain["events"], strict=True)):
        added = {"position": position, "evidence_text": _words(event.evidence, document)}
        rows["events"].append(keys | row | added)
        rows["dyads"] += [keys | dyad for dyad in _dyads(event, document)]
    for position, (claim, row) in enumerate(zip(coded.claims, plain["claims"], strict=True)):
        added = _claim_columns(claim, document, entities)
        rows["claims"].append(keys | row | added | {"position": position})
        rows["statements"] += [keys | statement for statement in _statements(claim, added, entities)]


def _year(document: Document) -> int | None:
    day = _reported(document)
    return day.year if day else None


def _reported(document: Document) -> dt.date | None:
    return (document.published.start or document.published.end) if document.published else None


def _words(span: Span | None, document: Document) -> str | None:
    return document.text[span.start : span.end] if span else None


def _countries(actors: Iterable[Actor]) -> list[str]:
    return list(dict.fromkeys(actor.country for actor in actors if actor.country))


def _pair(one: str, other: str) -> str:
    return "-".join(sorted((one, other)))


def directed_pairs(event: Event) -> list[tuple[str, str]]:
    """The pairs of countries, source first, that an event is about.

    A mutual event gives both directions, and where the text makes no sides, all pairs among its sources.
    """
    sources, targets = _countries(event.sources), _countries(event.targets)
    pairs = [(source, target) for source in sources for target in targets]
    if event.mutual:
        if not event.targets:
            pairs = [(one, other) for one in sources for other in sources if one != other]
        pairs += [(target, source) for source, target in pairs]
    return list(dict.fromkeys(pairs))


def _dyads(event: Event, document: Document) -> Iterator[Row]:
    date, place = event.date, event.place
    shared = {
        "event": event.id,
        "type": event.type,
        "mode": event.mode,
        "form": event.form,
        "contexts": event.contexts,
        "status": event.status,
        "mutual": event.mutual,
        "sources": [actor.name for actor in event.sources],
        "targets": [actor.name for actor in event.targets],
        "date_start": date.start if date else None,
        "date_end": date.end if date else None,
        "date_precision": date.precision if date else None,
        "reported": event.reported.start if event.reported else _reported(document),
        "place": place.name if place else None,
        "place_country": place.country if place else None,
        "part_of": event.part_of,
        "cameo": event.cameo,
        "goldstein": event.goldstein,
        "quad": event.quad,
        "confidence": event.confidence,
        "evidence_text": _words(event.evidence, document),
    }
    for source, target in directed_pairs(event):
        yield shared | {
            "pair": _pair(source, target),
            "source_country": source,
            "target_country": target,
        }


def _claim_columns(claim: Claim, document: Document, entities: Mapping[str, Entity]) -> Row:
    about = [entities[one] for one in claim.about if one in entities]
    return {
        "evidence_text": _words(claim.evidence, document),
        "action_text": _words(claim.action, document),
        "cue_text": _words(claim.cue, document),
        "about_names": [entity.name for entity in about],
        "about_keys": [entity.identity or f"{entity.kind}:{entity.name.casefold()}" for entity in about],
        "reported": _reported(document),
    }


def _statements(claim: Claim, added: Row, entities: Mapping[str, Entity]) -> Iterator[Row]:
    about = [entities[one] for one in claim.about if one in entities]
    others = {
        "partner": _countries(claim.partners),
        "addressee": _countries(claim.addressees),
        "about": [one.country for one in about if one.kind == "country" and one.country],
    }
    shared = added | {
        "claim": claim.id,
        "kind": claim.kind,
        "speakers": [actor.name for actor in claim.speakers],
        "stance": claim.stance,
        "topics": claim.topics,
        "strength": claim.strength,
        "quoted": claim.quoted,
        "negated": claim.negated,
        "date_start": claim.date.start if claim.date else None,
        "date_end": claim.date.end if claim.date else None,
        "confidence": claim.confidence,
    }
    seen: set[tuple[str, str]] = set()
    for speaker in _countries(claim.speakers):
        for relation in RELATIONS:
            for other in others[relation]:
                if other != speaker and (speaker, other) not in seen:
                    seen.add((speaker, other))
                    yield shared | {
                        "pair": _pair(speaker, other),
                        "speaker_country": speaker,
                        "other_country": other,
                        "relation": relation,
                    }


def coded_of(rows: Mapping[str, Sequence[Row]]) -> list[Coded]:
    """Documents' records from their rows, in the order of `rows["documents"]`.

    Args:
        rows: Rows of `documents`, `entities`, `mentions`, `events` and `claims`, in any order.

    Raises:
        msgspec.ValidationError: If a row isn't a record of this version, such as an imported row that has no
            evidence.
    """
    parts: dict[str, dict[str, list[Row]]] = {
        row["id"]: {"entities": [], "mentions": [], "events": [], "claims": []} for row in rows["documents"]
    }
    for table in ("entities", "mentions", "events", "claims"):
        for row in sorted(rows[table], key=lambda row: row["position"]):
            parts[row["document"]][table].append(row)
    return [
        msgspec.convert({"document": row, **parts[row["id"]], "schema": row["record_schema"]}, Coded)
        for row in rows["documents"]
    ]
