"""What results may be written as."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """What `--format` takes."""

    JSONL = "jsonl"
    """The records, a document a line."""
    BRIEF = "brief"
    """Text to read in a terminal."""
    HTML = "html"
    """A page to read in a browser."""
