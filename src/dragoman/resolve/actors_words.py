"""Sets of words as constants."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text, which is how a table of words stays readable and within the line."""
    return frozenset(text.split())
