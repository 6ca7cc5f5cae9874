"""Bytes or text → `Document`: the stage's front door."""

from __future__ import annotations

import hashlib
from typing import Literal

from dragoman.errors import EmptyDocumentError, TooLargeError
from dragoman.read.decode import decode
from dragoman.records import Document, Segment

Format = Literal["text", "html"]

DEFAULT_LIMIT_BYTES = 64 * 1024 * 1024
"""The largest document read: a year of a newspaper in one file is not one document."""


def read_bytes(
    data: bytes, uri: str, *, format: Format | None = None, limit_bytes: int = DEFAULT_LIMIT_BYTES
) -> Document:
    if len(data) > limit_bytes:
        raise TooLargeError(uri, len(data), limit_bytes)
    decoded = decode(data, uri)
    return read_text(decoded.text, uri, warnings=decoded.warnings)


def read_text(text: str, uri: str, *, warnings: tuple[str, ...] = ()) -> Document:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")
    if not text.strip():
        raise EmptyDocumentError(uri)
    segments = []
    at = 0
    for block in text.split("\n\n"):
        inner = block.strip()
        if inner:
            start = at + block.index(inner[0])
            segments.append(Segment("paragraph", start, start + len(inner)))
        at += len(block) + 2
    return Document(
        id=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32],
        uri=uri, source=None, url=None, title=None, authors=(), language="en", published=None, dateline=None,
        text=text, warnings=warnings, layout=tuple(segments),
    )
