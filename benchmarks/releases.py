"""The State Department's releases of May to August 2021, as the documents that a reader would print out.

Shared by the benchmarks that read `../shared/data/statedept`.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.read import read_text
from dragoman.read.metadata import Metadata
from dragoman.records import Date, Document

SHARED = Path(__file__).resolve().parents[2] / "shared"
RELEASES = SHARED / "data" / "statedept" / "statedept_2021.jsonl"
READOUTS = SHARED / "gold" / "dev.jsonl"


@dataclass(frozen=True, slots=True)
class Release:
    """A release: its feed id, the day of publication in Washington, its address and its document."""

    id: str
    day: dt.date
    url: str
    document: Document


def releases() -> Iterator[Release]:
    """Every release, in the feed's order; nothing where the data is absent."""
    if not RELEASES.is_file():
        return
    for line in RELEASES.read_text("utf-8").splitlines():
        row = json.loads(line)
        day = dt.date.fromisoformat(row["date"])
        known = Metadata(title=row["title"], published=Date(day, day, "day", "metadata"))
        document = read_text(printed(row, day), row["id"], metadata=known)
        yield Release(row["id"], day, row["url"], document)


def printed(row: dict[str, str], day: dt.date) -> str:
    """A row as text: title, date, issuing office and paragraphs, a blank line between."""
    head = [row["title"], f"{day:%B} {day.day}, {day.year}"]
    return "\n\n".join([*head, *row["text"].splitlines()]) + "\n"


def annotated() -> frozenset[str]:
    """Addresses of the releases that are annotated readouts, so that others can be drawn without them."""
    if not READOUTS.is_file():
        return frozenset()
    return frozenset(json.loads(line)["url"] for line in READOUTS.read_text("utf-8").splitlines())
