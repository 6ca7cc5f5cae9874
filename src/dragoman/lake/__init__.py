"""The lake: tables that keep what was coded, to be joined, asked and handed on.

Needs the extra `lake`: pip install 'dragoman[lake]'.
"""

from dragoman.lake.extra import require

for _module in ("pyarrow", "deltalake", "duckdb", "tantivy"):
    require(_module, "dragoman[lake]")

from dragoman.lake.answer import Answer  # noqa: E402  # what is missing is named first
from dragoman.lake.dossier import Dossier  # noqa: E402
from dragoman.lake.dossier_page import dossier_html, dossier_json, dossier_markdown  # noqa: E402
from dragoman.lake.inspection import Finding, Info, TableSize  # noqa: E402
from dragoman.lake.lake import Lake  # noqa: E402
from dragoman.lake.maintenance import Compaction  # noqa: E402
from dragoman.lake.query import ask  # noqa: E402
from dragoman.lake.rows import arrow_of, dyad_rows  # noqa: E402
from dragoman.lake.search import Hit  # noqa: E402
from dragoman.lake.selection import ClaimFilter, EventFilter  # noqa: E402
from dragoman.lake.snapshot import Snapshot  # noqa: E402
from dragoman.lake.writer import Appended, Writer, batches  # noqa: E402

__all__ = [
    "Answer",
    "Appended",
    "ClaimFilter",
    "Compaction",
    "Dossier",
    "EventFilter",
    "Finding",
    "Hit",
    "Info",
    "Lake",
    "Snapshot",
    "TableSize",
    "Writer",
    "arrow_of",
    "ask",
    "batches",
    "dossier_html",
    "dossier_json",
    "dossier_markdown",
    "dyad_rows",
]
