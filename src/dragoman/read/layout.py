"""Text → layout: which part is title, byline, stamp, dateline, heading, paragraph, contact.

The head is read line by line until prose begins; what follows are paragraphs, list items, turns of a
transcript, headings, and the contacts and credits at the foot. The segments are in text order and do not
overlap. They cover every visible character but three kinds of mark: the label of a turn and its colon (the
label is the `speaker` of the turn's paragraphs), and the mark before a list item or a Markdown heading.
"""

from __future__ import annotations

from typing import NamedTuple

from dragoman.read.blocks import MARK, Block
from dragoman.read.contacts import is_contact
from dragoman.read.datelines import match_dateline
from dragoman.read.facts import Facts, Rank
from dragoman.read.furniture import is_end_mark, read_foot_line
from dragoman.read.head import Body, read_head
from dragoman.read.outline import Outline, outline
from dragoman.read.transcript import Label, is_notice
from dragoman.records import Segment, Span


class Layout(NamedTuple):
    """The segments of a text and what its head says."""

    segments: tuple[Segment, ...]
    facts: Facts


MAX_HEADING_CHARS = 100
MAX_HEADINGS = 2
"""A heading and one under it."""

FOOT_BLOCKS = 8
"""Credits and dates are looked for among so many last blocks."""


def lay_out(text: str) -> Layout:
    """Lay out a cleaned text that is not blank, in time linear in its length."""
    parts = outline(text)
    head, body = read_head(parts)
    segments = [*head.segments, *_BodyReader(parts, head.facts).read(body)]
    return Layout(tuple(segments), head.facts)


class _BodyReader:
    """Reads the blocks after the head. It holds whose turn it is."""

    def __init__(self, parts: Outline, facts: Facts) -> None:
        self.parts = parts
        self.blocks = parts.blocks
        self.leads = parts.leads
        self.facts = facts
        self.speaker: Span | None = None

    def read(self, body: Body) -> list[Segment]:
        """Segments from the body's first character to the end of the text."""
        segments: list[Segment | None] = []
        for number in range(body.block, len(self.blocks)):
            block = self.blocks[number]
            if number == body.block and body.start > block.start:
                segments.append(Segment("paragraph", body.start, block.end))
            else:
                segments.append(self._segment(number, block, self.leads[number]))
        return [segment for segment in segments if segment is not None]

    def _segment(self, number: int, block: Block, lead: str) -> Segment | None:
        label = self.parts.labels[number]
        if label is not None:
            return self._turn(number, block, label)
        furniture = self._furniture(number, block, lead) if self.parts.is_whole(number) else None
        return furniture or self._prose(number, block, lead)

    def _furniture(self, number: int, block: Block, lead: str) -> Segment | None:
        if is_end_mark(lead):
            self.speaker = None
            return Segment("stamp", block.start, block.end)
        if is_contact(lead):
            return Segment("contact", block.start, block.end)
        return self._foot(block, lead) if number >= len(self.blocks) - FOOT_BLOCKS else None

    def _foot(self, block: Block, lead: str) -> Segment | None:
        found = read_foot_line(lead)
        if found is not None:
            self.facts.add_furniture(found, block.start, foot=True)
            return Segment(found.kind, block.start, block.end)
        dateline = match_dateline(lead)
        if dateline is not None and dateline.day is not None and dateline.end == len(lead):
            self.facts.add_dateline(dateline, block.start, Rank.FOOT)
            return Segment("dateline", block.start, block.end)
        return None

    def _turn(self, number: int, block: Block, label: Label) -> Segment | None:
        """The speech after a label; None where it begins with the next block."""
        start = block.start + label.speech
        if start >= block.end and number + 1 == len(self.blocks):  # a label and no speech
            return Segment("paragraph", block.start, block.end)
        self.speaker = Span(block.start, block.start + label.end)
        return Segment("paragraph", start, block.end, self.speaker) if start < block.end else None

    def _prose(self, number: int, block: Block, lead: str) -> Segment:
        mark = MARK.match(lead)
        start = block.start + mark.end() if mark and mark.end() < len(lead) else block.start
        heading = mark is not None and mark.group().startswith("#")
        if self.speaker is None and (heading or self._is_heading(number)):
            return Segment("heading", start, block.end)
        aside = lead.startswith("(") and lead.endswith(".)")  # "(The briefing was concluded at 3:09 p.m.)"
        return Segment("paragraph", start, block.end, None if aside else self.speaker)

    def _is_heading(self, number: int) -> bool:
        """A short line without a full stop before prose; three and more in a row are a list."""
        first, after = number, number + 1
        if not self._stands_alone(number):
            return False
        while first > max(0, number - MAX_HEADINGS) and self._stands_alone(first - 1):
            first -= 1
        while after < min(len(self.blocks), number + MAX_HEADINGS + 1) and self._stands_alone(after):
            after += 1
        return after - first <= MAX_HEADINGS and after < len(self.blocks)

    def _stands_alone(self, number: int) -> bool:
        lead = self.leads[number]
        if len(lead) > MAX_HEADING_CHARS or not (lead[0].isupper() or lead[0].isdigit()) or MARK.match(lead):
            return False
        if is_notice(lead):
            return False
        bare = lead.rstrip("\"”’')")
        if bare.endswith(":"):
            return all(word[0].isupper() or len(word) <= 3 for word in bare.split())
        return not bare.endswith((".", "!", "?", ";", ",", "—", "–", "-", "…"))
