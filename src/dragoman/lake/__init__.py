"""The lake: tables that keep what was coded, to be joined, asked and handed on.

Needs the extra `lake`: pip install 'dragoman[lake]'.
"""

from dragoman.lake.extra import require

for _module in ("pyarrow", "deltalake", "duckdb"):
    require(_module, "dragoman[lake]")

from dragoman.lake.answer import Answer  # noqa: E402  # what is missing is named first
from dragoman.lake.inspection import Finding, Info, TableSize  # noqa: E402
from dragoman.lake.lake import Lake  # noqa: E402
from dragoman.lake.maintenance import Compaction  # noqa: E402
from dragoman.lake.query import ask  # noqa: E402
from dragoman.lake.rows import arrow_of, dyad_rows  # noqa: E402
from dragoman.lake.selection import ClaimFilter, EventFilter  # noqa: E402
from dragoman.lake.snapshot import Snapshot  # noqa: E402
from dragoman.lake.writer import Appended, Writer  # noqa: E402

__all__ = [
    "Answer",
    "Appended",
    "ClaimFilter",
    "Compaction",
    "EventFilter",
    "Finding",
    "Info",
    "Lake",
    "Snapshot",
    "TableSize",
    "Writer",
    "arrow_of",
    "ask",
    "dyad_rows",
]
