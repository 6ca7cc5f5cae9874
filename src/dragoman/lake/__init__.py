"""The lake: tables that keep what was coded, to be joined, asked and handed on.

Needs the extra `lake`: pip install 'dragoman[lake]'.
"""

from dragoman.lake.extra import require

for _module in ("pyarrow", "deltalake", "duckdb"):
    require(_module, "dragoman[lake]")

from dragoman.lake.lake import Lake  # noqa: E402  # what is missing is named first
from dragoman.lake.snapshot import Snapshot  # noqa: E402
from dragoman.lake.writer import Appended, Writer  # noqa: E402

__all__ = ["Appended", "Lake", "Snapshot", "Writer"]
