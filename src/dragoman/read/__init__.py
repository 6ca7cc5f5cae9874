"""Bytes → `Document`: text and HTML files become one text with its layout and what its head says."""

from dragoman.read.document import DEFAULT_LIMIT_BYTES, read_bytes, read_text
from dragoman.read.inputs import READABLE_SUFFIXES, count_inputs, iter_inputs

__all__ = [
    "DEFAULT_LIMIT_BYTES",
    "READABLE_SUFFIXES",
    "count_inputs",
    "iter_inputs",
    "read_bytes",
    "read_text",
]
