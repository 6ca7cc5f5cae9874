"""Where a document quotes: the stretches between its quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right

from dragoman.records import Document

MARKS = re.compile("[\"“”„«»]|``|''")
OPENING, CLOSING = frozenset({"“", "„", "«", "``"}), frozenset({"”", "»", "''"})
EDGE = " \t\n,.;:!?\"“”„«»`'"
"""What may stand at the ends of a claim's words outside the marks."""


class Quotations:
    """The quotations of one document, paragraph by paragraph.

    A straight mark opens and closes in turn. A quotation that its paragraph leaves open runs to the
    paragraph's end, as quotations over several paragraphs are set.
    """

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._spans = sorted(
            span for part in document.layout for span in _quoted(document.text, part.start, part.end)
        )

    def holds(self, start: int, end: int) -> bool:
        """Whether all words between two code points stand within one quotation."""
        while start < end and self._text[start] in EDGE:
            start += 1
        while end > start and self._text[end - 1] in EDGE:
            end -= 1
        number = bisect_right(self._spans, (start, len(self._text))) - 1
        return number >= 0 and start < end <= self._spans[number][1]


def _quoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches between marks, the marks left out."""
    out = []
    opened: int | None = None
    for mark in MARKS.finditer(text, start, end):
        word = mark.group()
        if opened is None and word not in CLOSING:
            opened = mark.end()
        elif opened is not None and word not in OPENING:
            out.append((opened, mark.start()))
            opened = None
    if opened is not None:
        out.append((opened, end))
    return out
