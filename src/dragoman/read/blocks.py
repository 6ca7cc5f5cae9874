"""Text → blocks: one for each paragraph, list item or line that stands alone.

Blank lines part blocks. Within a run of lines there are two habits: one paragraph a line, and paragraphs
broken by hand to fit a width. A text is of the second kind if its lines are short and several fill the same
width; a line break there is mere wrapping if the next word would not have fitted.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from dragoman.read.clean import SPACES
from dragoman.read.transcript import match_label


class Block(NamedTuple):
    """A paragraph's range, white space trimmed; `after_blank` says that a blank line stands before it."""

    start: int
    end: int
    after_blank: bool


class _Line(NamedTuple):
    start: int
    end: int
    after_blank: bool

    @property
    def length(self) -> int:
        return self.end - self.start


MAX_WRAP_WIDTH = 100
"""Lines broken by hand are at most this long: 72 in mail, 80 in terminals, up to 100 in converted
documents."""

MAX_LONG_SHARE = 0.1
"""If more of the text than this stands in longer lines, its lines are paragraphs."""

NEAR_WIDTH = 0.8
"""A wrapped paragraph's inner lines fill at least this share of the width."""

MARK = re.compile(
    r"(?:[•●▪◦‣∙·■□➢►○]|[-–—*](?=\s)|#{1,6}(?=\s+[^\s#])|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}\.(?=\s))\s*"
)
"""The mark before a list item or a Markdown heading."""

_ENDED = re.compile(r"[.!?:;][\"”’')\]]*$")
_OPEN_WORD = re.compile(r"(?:,|\b(?:of|the|and|for|in|on|to|with|a|an|by|at|from|as|or|between))$")


def split_blocks(text: str) -> list[Block]:
    """Part a text into blocks, in order, in time linear in its length."""
    lines = _lines(text)
    width = _wrap_width(lines, text)
    blocks: list[Block] = []
    for number, line in enumerate(lines):
        if (
            blocks
            and not line.after_blank
            and _continues(text, lines[number - 1], line, width, first=number == 1)
        ):
            blocks[-1] = blocks[-1]._replace(end=line.end)
        else:
            blocks.append(Block(*line))
    return blocks


def _lines(text: str) -> list[_Line]:
    lines = []
    at, after_blank = 0, True
    for raw in text.split("\n"):
        line = raw.strip(SPACES)
        if line:
            start = at + raw.find(line[0]) if raw[0] in SPACES else at
            lines.append(_Line(start, start + len(line), after_blank))
        after_blank = not line
        at += len(raw) + 1
    return lines


def _wrap_width(lines: list[_Line], text: str) -> int | None:
    """The width that a hand-wrapped text was broken at; None for a text with one paragraph a line."""
    lengths = [line.length for line in lines]
    if sum(length for length in lengths if length > MAX_WRAP_WIDTH) > MAX_LONG_SHARE * len(text):
        return None
    followed = [
        line.length
        for line, after in pairwise(lines)
        if line.length <= MAX_WRAP_WIDTH and not after.after_blank
    ]
    width = max(followed, default=0)
    return (
        width
        if sum(length >= NEAR_WIDTH * width for length in followed) >= 2 or _breaks_sentences(lines, text)
        else None
    )


def _breaks_sentences(lines: list[_Line], text: str) -> bool:
    """A break before a small letter: even a single one is wrapping."""
    return any(
        not after.after_blank
        and text[after.start].islower()
        and not _ENDED.search(text, line.start, line.end)
        for line, after in pairwise(lines)
    )


def _continues(text: str, before: _Line, line: _Line, width: int | None, *, first: bool) -> bool:
    """Whether `line` goes on with the paragraph of the line before it."""
    if (width is None and not first) or before.length > MAX_WRAP_WIDTH:
        return False
    lead = text[line.start : min(line.end, line.start + MAX_WRAP_WIDTH)]
    if MARK.match(lead) or match_label(lead):
        return False
    tail = text[max(before.start, before.end - 40) : before.end]
    ended = _ENDED.search(tail) is not None
    if not ended and (lead[0].islower() or _OPEN_WORD.search(tail)):
        return True  # in a text with one paragraph a line too, where the first line is a title in two
    if width is None or before.length < NEAR_WIDTH * width:
        return False
    first_word = lead.split(None, 1)[0]
    return before.length + 1 + len(first_word) > width or not (first or ended)
