"""What a question to the lake gives: Arrow, and from there whatever the caller works with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from dragoman.lake.extra import require

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl


class Answer:
    """Rows in columns. Every library that reads Arrow takes it as it is.

    Args:
        table: The rows.
    """

    def __init__(self, table: pa.Table) -> None:
        self._table = table

    def __len__(self) -> int:
        """The number of rows."""
        return int(self._table.num_rows)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._table.__arrow_c_stream__(requested_schema)

    @property
    def columns(self) -> list[str]:
        """The columns' names, in order."""
        return list(self._table.column_names)

    def to_arrow(self) -> pa.Table:
        """As a pyarrow table."""
        return self._table

    def to_pylist(self) -> list[dict[str, Any]]:
        """As a list of dicts, a row each."""
        rows: list[dict[str, Any]] = self._table.to_pylist()
        return rows

    def to_polars(self) -> pl.DataFrame:
        """As a Polars data frame.

        Raises:
            MissingExtraError: If Polars is not installed.
        """
        frame: pl.DataFrame = require("polars", "polars").from_arrow(self._table)
        return frame

    def to_pandas(self) -> pd.DataFrame:
        """As a pandas data frame.

        Raises:
            MissingExtraError: If pandas is not installed.
        """
        require("pandas", "pandas")
        frame: pd.DataFrame = self._table.to_pandas()
        return frame
