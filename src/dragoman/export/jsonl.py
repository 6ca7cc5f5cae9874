"""JSON Lines: one object a document, as the records are."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.export.sink import ByteSink
from dragoman.records import Coded


def export_jsonl(coded: Iterable[Coded], stream: ByteSink) -> None:
    """Write records as UTF-8 JSON, one document a line.

    Args:
        coded: Documents' records; each line is flushed before the next document is asked for.
        stream: Where to write.
    """
    for one in coded:
        stream.write(one.to_json() + b"\n")
        stream.flush()
