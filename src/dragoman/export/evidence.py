"""Evidence in its context: which characters a record rests on, and the sentence around them.

All offsets are code points into the document's text, half-open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.records import Actor, Claim, Event, Mention, Segment, Span

CONTEXT = 160
"""The most code points shown on either side of the evidence, where its sentence is longer."""
LONGEST_GAP = 240
"""Between two marks, more unmarked text than this is cut out of the middle."""
KEPT_OF_GAP = 90
"""What is kept next to each mark of a gap that is cut."""

_STOP = re.compile(r"(?<![.\s])[.!?]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9]|\s*\Z)\s*")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sen|Rep|Gov|St|Jr|Sr|No|vs)\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an excerpt, in one line; `marked` where the record rests on it."""

    text: str
    marked: bool


def event_marks(event: Event) -> list[Span]:
    """What an event rests on: its trigger and status cue, and who, when and where inside its evidence."""
    marks = [event.trigger]
    if event.cue is not None:
        marks.append(event.cue)
    marks += _actor_spans((*event.sources, *event.targets), event.evidence)
    known = (event.date.evidence if event.date else None, event.place.evidence if event.place else None)
    marks += [span for span in known if span and span != event.evidence and _inside(span, event.evidence)]
    return marks


def claim_marks(claim: Claim, mentions: Iterable[Mention]) -> list[Span]:
    """What a claim rests on: its cue with its action, else with what it is about, else its whole evidence."""
    marks = [claim.cue] if claim.cue is not None else []
    if claim.action is not None:
        return [*marks, claim.action]
    spans = [Span(mention.start, mention.end) for mention in mentions if mention.entity in claim.about]
    about = [span for span in spans if _inside(span, claim.evidence)]
    return [*marks, *about] if about else [*marks, claim.evidence]


def excerpt(text: str, layout: Iterable[Segment], evidence: Span, marks: Iterable[Span]) -> tuple[Piece, ...]:
    """Cut the evidence out of the text with the sentence it stands in.

    Args:
        text: The document's text.
        layout: Its segments; context never crosses one.
        evidence: What to show.
        marks: What to mark. Marks may overlap and may reach past the evidence, which then grows; those far
            from it are left out.

    Returns:
        Pieces in text order, marked and unmarked ones alternating; white space runs are one space and an
        ellipsis stands where something was left out.
    """
    near = Span(max(evidence.start - CONTEXT, 0), evidence.end + CONTEXT)
    merged = merge(text, [mark for mark in marks if _inside(mark, near)])
    start = min([evidence.start, *(mark.start for mark in merged)])
    end = max([evidence.end, *(mark.end for mark in merged)])
    left, right = _context(text, layout, start, end)
    pieces: list[Piece] = []
    at = left
    for mark in merged:
        pieces.append(Piece(_gap(text[at : mark.start], first=not pieces, last=False), marked=False))
        pieces.append(Piece(_one_line(mark.of(text)), marked=True))
        at = mark.end
    pieces.append(Piece(_gap(text[at:right], first=not merged, last=True), marked=False))
    return tuple(piece for piece in pieces if piece.text)


def merge(text: str, spans: Iterable[Span]) -> list[Span]:
    """Spans in text order, where those that overlap or have only white space between them are made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and not text[merged[-1].end : span.start].strip():
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _actor_spans(actors: Iterable[Actor], evidence: Span) -> list[Span]:
    spans = (Span(start, end) for actor in actors for start, end in actor.spans)
    return [span for span in spans if _inside(span, evidence)]


def _inside(span: Span, evidence: Span) -> bool:
    return evidence.start <= span.start and span.end <= evidence.end


def _context(text: str, layout: Iterable[Segment], start: int, end: int) -> tuple[int, int]:
    """The sentence around `[start, end)`, at most `CONTEXT` to either side and cut between words."""
    low, high = 0, len(text)
    for segment in layout:
        if segment.start <= start < segment.end:
            low = segment.start
        if segment.start < end <= segment.end:
            high = segment.end
    first, last = max(low, start - CONTEXT), min(high, end + CONTEXT)
    # The characters after a stop tell whether it ends a sentence, so a few of the evidence are read too.
    stops = [stop for stop in _stops(text, first, min(start + 3, high)) if stop <= start]
    left = stops[-1] if stops else first
    if not stops and first > low:
        left = text.find(" ", first, start) + 1 or start
    stops = [stop for stop in _stops(text, max(low, end - 4), min(last + 3, high)) if stop >= end]
    right = stops[0] if stops else last
    if not stops and last < high:
        right = max(text.rfind(" ", end, last), end)
    return left, right


def _stops(text: str, start: int, end: int) -> list[int]:
    """Where sentences that end within `[start, end)` are over, the white space after them included."""
    found = (stop for stop in _STOP.finditer(text[start:end]))
    return [
        start + stop.end() for stop in found if not _ABBREVIATION.search(text, start, start + stop.start())
    ]


def _gap(text: str, *, first: bool, last: bool) -> str:
    line = _one_line(text)
    if first or last or len(line) <= LONGEST_GAP:
        return line
    head, tail = line[:KEPT_OF_GAP].rsplit(" ", 1)[0], line[-KEPT_OF_GAP:].split(" ", 1)[-1]
    return f"{head} … {tail}"


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
