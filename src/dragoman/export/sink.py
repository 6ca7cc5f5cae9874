"""Where an exporter writes."""

from __future__ import annotations

from typing import Protocol


class ByteSink(Protocol):
    """As much of a binary stream as exporters need; every file opened with "wb" is one."""

    def write(self, data: bytes, /) -> int:
        """Take all of `data`."""

    def flush(self) -> None:
        """Hand on everything taken so far."""
