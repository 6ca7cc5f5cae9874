"""The flat copy of `initiatives.yaml` that is loaded: reading YAML takes ten times as long."""

from __future__ import annotations

from typing import Any

from dragoman.errors import TableError
from dragoman.knowledge.build.writing import ACCESSED, Source, write_table
from dragoman.knowledge.initiatives import INITIATIVE_COLUMNS
from dragoman.knowledge.tables import read_yaml

SOURCE = Source(
    producer="authored here",
    title="Initiatives, frameworks, treaties, summits and issues: flat copy of initiatives.yaml",
    url="",
    licence="Apache-2.0",
    accessed=ACCESSED,
    built_by="build/initiatives.py",
    min_rows=400,
    max_rows=3_000,
)


def build() -> dict[str, int]:
    """Write initiative_forms.csv; returns its row count.

    Raises:
        TableError: If an entry lacks a field or holds one of another kind.
    """
    rows = [initiative_row(item) for item in read_yaml("initiatives")["entries"]]
    return {"initiative_forms": write_table("initiative_forms", INITIATIVE_COLUMNS, rows, SOURCE)}


def initiative_row(item: dict[str, Any]) -> tuple[str, ...]:
    """One row of initiative_forms.csv from one entry of initiatives.yaml."""
    try:
        lat, lon = item.get("coords") or ("", "")
        forms = [form for form in dict.fromkeys(item["forms"]) if form != item["name"]]
        return (
            item["kind"], item["id"], item["name"], item["country"] or "", str(lat), str(lon),
            "|".join(forms),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError) as error:
        raise TableError("initiatives.yaml", f"malformed entry {item!r} ({error!r})") from error
