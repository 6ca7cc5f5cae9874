"""Reports of foreign rows → the lake's tables, without evidence.

Each foreign row is a document of its own in the lake, without text: its id is that of the layout and the row,
so that importing a file again, or another file with the same row, changes nothing. `documents.coder` and
`events.origin` say `import:` and the layout; `trigger`, `evidence` and `confidence` are null.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from dragoman.errors import ForeignRowsError
from dragoman.exchange import Codes, Layout, Party, Report, Story, load_codes, report_day
from dragoman.exchange.reports import first_day
from dragoman.importing.gdelt import gdelt_report
from dragoman.importing.icews import icews_report
from dragoman.importing.polecat import polecat_report
from dragoman.importing.table_files import Cells, iter_rows
from dragoman.lake import Lake
from dragoman.lake.rows import Rows, arrow_of, dyad_rows
from dragoman.lake.tables import DATA_TABLES
from dragoman.lake.writer import Tables
from dragoman.records import SCHEMA

BATCH_ROWS = 20_000
"""Rows appended in one step: memory stays below some 200 MB."""

READERS: Mapping[Layout, Callable[[Cells, Codes], Report]] = {
    "polecat": polecat_report,
    "icews": icews_report,
    "gdelt": gdelt_report,
}


@dataclass
class Imported:
    """What became of a file's rows."""

    added: int = 0
    unchanged: int = 0
    """Rows that were in the lake already."""
    refused: list[ForeignRowsError] = field(default_factory=list)
    """Rows that could not be read, up to `SHOWN`; see `n_refused`."""
    n_refused: int = 0


SHOWN = 20
"""Unreadable rows that are kept to be told."""


def import_file(path: Path, layout: Layout, lake: Lake) -> Imported:
    """Import a file of foreign rows.

    Args:
        path: The file, as its publisher gives it.
        layout: Whose rows they are.
        lake: Where they go.

    Returns:
        What became of them. A row that cannot be read is counted and left out; the others go in.

    Raises:
        MissingInputError: If the file is not there.
        ForeignRowsError: If it is not a file of that layout.
        LakeWriteError: If the lake cannot be written; run the same again.
    """
    told = Imported()
    reports = iter_reports_of(path, layout, told)
    with lake.writer() as writer:
        while batch := list(itertools.islice(reports, BATCH_ROWS)):
            by_id = {document_id(layout, report): report for report in batch}

            def make(ids: Sequence[str], name: str, by_id: Mapping[str, Report] = by_id) -> Tables:
                return arrow_of(lake_rows(((one, by_id[one]) for one in ids), name, f"import:{layout}"))

            done = writer.append_tables(list(by_id), make, coder=f"import:{layout}")
            told.added += len(done.added)
            told.unchanged += len(batch) - len(done.added)
    return told


def iter_reports_of(path: Path, layout: Layout, told: Imported | None = None) -> Iterator[Report]:
    """Reports of a file's rows, in order.

    Args:
        path: The file.
        layout: Whose rows they are.
        told: Counts the rows that cannot be read.

    Raises:
        MissingInputError: If the file is not there.
        ForeignRowsError: If it is not a file of that layout, or, where `told` is None, a row cannot be read.
    """
    codes = load_codes()
    read = READERS[layout]
    for line, cells in iter_rows(path, layout):
        try:
            yield read(cells, codes)
        except ValueError as error:
            refused = ForeignRowsError(str(path), line, str(error))
            if told is None:
                raise refused from error
            told.n_refused += 1
            told.refused += [refused] if told.n_refused <= SHOWN else []


def document_id(layout: Layout, report: Report) -> str:
    """The id of the document that stands for a foreign row."""
    return hashlib.blake2b(f"{layout} {report.id}".encode(), digest_size=16).hexdigest()


def lake_rows(reports: Iterable[tuple[str, Report]], batch: str, coder: str) -> Rows:
    """The rows of reports, table by table.

    Args:
        reports: Documents' ids and reports.
        batch: What to write in the column `batch`.
        coder: What to write in `documents.coder`.
    """
    rows: Rows = {table: [] for table in DATA_TABLES}
    for document, report in reports:
        story = report.story
        year = getattr(story.published.start if story.published else report_day(report), "year", None)
        keys = {"document": document, "batch": batch, "year": year}
        rows["documents"].append(
            {
                "id": document,
                "uri": story.uri,
                "source": story.source,
                "url": story.url,
                "language": story.language,
                "published": _plain(story.published),
                "authors": [],
                "warnings": [],
                "layout": [],
                "batch": batch,
                "year": year,
                "coder": coder,
                "record_schema": SCHEMA,
            }
        )
        rows["entities"] += [keys | row for row in _entity_rows(report)]
        event = keys | _event_row(report)
        published = story.published or report.reported
        rows["dyads"] += dyad_rows(event, first_day(published))
        rows["events"].append(event)
    return rows


def _event_row(report: Report) -> dict[str, Any]:
    return {
        "position": 0,
        "id": report.id,
        "type": report.type,
        "mode": report.mode,
        "form": report.form,
        "contexts": list(report.contexts),
        "status": report.status,
        "coded_as": _plain(report.coded_as),
        "sources": [_actor(party, f"s{number}") for number, party in enumerate(report.sources)],
        "targets": [_actor(party, f"t{number}") for number, party in enumerate(report.targets)],
        "mutual": report.mutual,
        "date": _plain(report.date),
        "reported": _plain(report.reported),
        "place": _plain(report.place),
        "claims": [],
        "cameo": report.cameo,
        "goldstein": report.goldstein,
        "quad": report.quad,
        "place_text": report.place_raw,
        "sentence": report.sentence,
        "lead": report.lead,
        "origin": report.origin,
    }


def _entity_rows(report: Report) -> Iterator[dict[str, Any]]:
    """An entity for each participant, and for each person, organization and place that the story names.

    Foreign rows seldom say of which kind participants are.
    """
    sides = (("s", report.sources), ("t", report.targets))
    found = [(f"{side}{number}", party) for side, own in sides for number, party in enumerate(own)]
    for kind, names in _named(report.story):
        found += [(f"{kind}{number}", Party(name, kind=kind)) for number, name in enumerate(names)]
    for position, (entity, party) in enumerate(found):
        yield {
            "position": position,
            "id": entity,
            "kind": party.kind,
            "name": party.name,
            "aliases": [party.raw] if party.raw else [],
            "country": party.country,
            "sector": party.sector,
            "offices": [],
            "identity": party.identity,
            "origin": report.origin,
        }


def _named(story: Story) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (("person", story.people), ("organization", story.organizations), ("place", story.places))


def _actor(party: Party, entity: str) -> dict[str, Any]:
    return {
        "entity": entity,
        "name": party.name,
        "country": party.country,
        "sector": party.sector,
        "office": party.office,
        "spans": [],
    }


def _plain(value: object) -> Any:  # noqa: ANN401  # a mapping for a struct, None for None
    return msgspec.to_builtins(value, builtin_types=(dt.date,))
