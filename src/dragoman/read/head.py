"""The head: everything before the first sentence of the body.

Blocks are read in order. Each is a title, a byline, a stamp, a place, a contact, or the end of the head. A
short block that is none of these ("Officials hope for a deal", a deck) may stand between the title and more
furniture.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from dragoman.read.blocks import MARK, Block
from dragoman.read.bylines import has_organization_word, is_name
from dragoman.read.datelines import Dateline, match_dateline, natural_case
from dragoman.read.facts import Facts, Rank
from dragoman.read.furniture import Furniture, read_city, read_head_line, read_place
from dragoman.read.outline import Outline
from dragoman.read.stamp_lines import read_stamp
from dragoman.read.transcript import is_notice
from dragoman.records import Segment, SegmentKind, Span


class Body(NamedTuple):
    """Where the body begins: the block, and the character in it, which lies past a dateline."""

    block: int
    start: int


@dataclass(slots=True)
class Head:
    """Segments and findings of the head."""

    segments: list[Segment] = field(default_factory=list)
    facts: Facts = field(default_factory=Facts)


HEAD_BLOCKS = 14
"""A head has fewer lines than this."""

MAX_TITLE_CHARS = 220
MAX_DECK_CHARS = 300
MAX_VENUE_WORDS = 10

_OCCASION = re.compile(
    r"\b(?:Remarks|Statement|Briefing|Interview|Joint|Meeting|Call|Readout|Opening|Press Avail\w+)\b"
)
_ENDS_SENTENCE = re.compile(r"(?<!\b[A-Z])[.;,:]$|[.,][\"”’']$|…$")


def read_head(parts: Outline) -> tuple[Head, Body]:
    """Read the blocks up to the body. A text of one block is all body, but for a dateline."""
    reader = _HeadReader(parts)
    n_blocks = min(HEAD_BLOCKS, len(parts.blocks))
    for number in range(n_blocks):
        body = reader.read(number)
        if body is not None:
            return reader.head, body
    at_end = n_blocks == len(parts.blocks)
    return reader.head, Body(n_blocks, len(parts.text) if at_end else parts.blocks[n_blocks].start)


def _is_occasion(lead: str) -> bool:
    """Whether a short line is a title, "Remarks to the Press", and not a venue, "Press Briefing Room"."""
    return _OCCASION.search(lead) is not None and not has_organization_word(lead.rpartition(" ")[2])


class _HeadReader:
    """Reads the blocks of a head. It holds what was found so far, and whether a person has signed."""

    def __init__(self, parts: Outline) -> None:
        self.parts = parts
        self.blocks = parts.blocks
        self.leads = parts.leads
        self.has_turns = any(label is not None for label in parts.labels)
        self.head = Head()
        self.signed = False

    def read(self, number: int) -> Body | None:
        """Take one block into the head, or say that the body begins in it."""
        block, lead = self.blocks[number], self.leads[number]
        if self.parts.labels[number] is not None:
            return Body(number, block.start)
        if number + 1 == len(self.blocks) and not self.head.segments:
            return self._lone(number)
        dateline = match_dateline(lead, colon=not self.has_turns)
        if dateline is not None and not self._is_headline_with_place(number, dateline):
            return self._take_dateline(number, dateline)
        whole = self.parts.is_whole(number)
        if whole and (self._take_furniture(number) or self._take_place(number) or self._take_title(number)):
            return None
        if whole and self._is_deck(number):
            self._add("heading" if self._is_title_like(lead) else "paragraph", block)
            return None
        return Body(number, block.start)

    def _lone(self, number: int) -> Body:
        """The only block of a text is its body, but for a dateline."""
        dateline = match_dateline(self.leads[number])
        if dateline is not None and dateline.end < len(self.leads[number]):
            body = self._take_dateline(number, dateline)
            if body is not None:
                return body
        return Body(number, self.blocks[number].start)

    def _add(self, kind: SegmentKind, block: Block) -> None:
        self.head.segments.append(Segment(kind, block.start, block.end))

    def _is_headline_with_place(self, number: int, dateline: Dateline) -> bool:
        """A first line without a full stop: "IRAN - Talks resume", "Press Briefing, 2 August 2021"."""
        if number > 0 or dateline.agency is not None or not self._is_title_like(self.leads[number]):
            return False
        return dateline.day is None or has_organization_word(dateline.place or "")

    def _take_dateline(self, number: int, found: Dateline) -> Body | None:
        block, facts = self.blocks[number], self.head.facts
        facts.add_dateline(found, block.start, Rank.DATELINE)
        whole = block.end - block.start
        rest = self.leads[number][found.end :]
        if found.end >= whole or (
            whole <= 120 and found.day is not None and len(rest.split()) <= 4 and not rest.endswith(".")
        ):
            self._add("dateline", block)
            facts.letterhead = facts.letterhead or (rest if rest else None)
            return None
        end = block.start + len(self.leads[number][: found.end].rstrip())
        self.head.segments.append(Segment("dateline", block.start, end))
        return Body(number, block.start + found.end)

    def _take_furniture(self, number: int) -> bool:
        block, facts = self.blocks[number], self.head.facts
        found = read_head_line(self.leads[number], strict=facts.title is None and not self.signed)
        if found is None and self._is_name_above_date(number):
            found = Furniture("byline", (natural_case(self.leads[number]),))
        if found is None and self._is_kicker(number):
            found = Furniture("stamp")
        if found is None or (number == 0 and found.kind == "contact"):
            return False
        facts.add_furniture(found, block.start)
        self.signed = self.signed or bool(found.authors)
        self._add(found.kind, block)
        return True

    def _is_name_above_date(self, number: int) -> bool:
        if self.head.facts.title is None or number + 1 == len(self.blocks) or not is_name(self.leads[number]):
            return False
        below = read_stamp(self.leads[number + 1], strict=True)
        return below is not None and below.day is not None

    def _is_kicker(self, number: int) -> bool:
        """A section above the title: "WORLD NEWS"."""
        if number > 0 or len(self.leads) < 3 or not self.leads[0].isupper() or len(self.leads[0].split()) > 3:
            return False
        below = self.leads[1]
        return self._is_title_like(below) and len(below.split()) >= 4 and match_dateline(below) is None

    def _take_place(self, number: int) -> bool:
        """Place and venue lines after title or byline or before a turn: "Washington, D.C.", "Treaty Room"."""
        block, lead, facts = self.blocks[number], self.leads[number], self.head.facts
        turn_near = any(label is not None for label in self.parts.labels[number + 1 : number + 4])
        begun = facts.title is not None or self.signed
        place = read_place(lead) if facts.dateline is None and (begun or turn_near) else None
        if place is None and not self._is_venue(number, turn_near=turn_near):
            return False
        if facts.dateline is None and (place := place or read_city(lead)) is not None:
            facts.add_place(place, Span(block.start, block.end))
        self._add("dateline", block)
        return True

    def _is_venue(self, number: int, *, turn_near: bool) -> bool:
        """A short line before a turn or below a place, or a city in capitals before prose."""
        lead = self.leads[number]
        if number + 1 == len(self.leads) or MARK.match(lead) or not self._is_title_like(lead):
            return False
        below_place = bool(self.head.segments) and self.head.segments[-1].kind == "dateline"
        if len(lead.split()) > (MAX_VENUE_WORDS if below_place else 6) or _is_occasion(lead):
            return False
        if turn_near:
            return self.signed or below_place
        city = self.head.facts.title is not None and lead.isupper() and read_city(lead) is not None
        return below_place or (city and not self._is_title_like(self.leads[number + 1]))

    def _take_title(self, number: int) -> bool:
        block, lead, facts = self.blocks[number], self.leads[number], self.head.facts
        if facts.title is not None or number + 1 == len(self.blocks) or not self._is_title_like(lead):
            return False
        if self.signed and len(lead.split()) < 5:
            return False
        mark = MARK.match(lead)
        start = mark.end() if mark and mark.group().startswith("#") else 0
        facts.title = " ".join(lead[start:].split())
        self.head.segments.append(Segment("title", block.start + start, block.end))
        return True

    def _is_title_like(self, lead: str) -> bool:
        if not 2 <= len(lead) <= MAX_TITLE_CHARS or lead[0] in "-–—•*(" or lead[0].islower():
            return False
        return not _ENDS_SENTENCE.search(lead) and not is_notice(lead)

    def _is_deck(self, number: int) -> bool:
        """A short block under the title with furniture or a dateline below it, and more text after that."""
        if self.head.facts.title is None or len(self.leads[number]) > MAX_DECK_CHARS:
            return False
        below = number + 1
        if (
            below < len(self.leads)
            and not self._is_strong(self.leads[below])
            and self._is_title_like(self.leads[below])
        ):
            below += 1
        return below + 1 < len(self.leads) and self._is_strong(self.leads[below])

    def _is_strong(self, lead: str) -> bool:
        found = read_head_line(lead, strict=True)
        stamped = found is not None and (found.day is not None or bool(found.authors))
        return stamped or match_dateline(lead) is not None
