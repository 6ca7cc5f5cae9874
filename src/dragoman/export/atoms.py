"""Overlapping spans → stretches that don't overlap, each knowing every record that covers it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.export.wording import event_kind
from dragoman.records import Coded, Segment, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text that one record rests on.

    `kind` is the record's: `engagement`, `deed`, `word`, a claim's kind, or an entity's kind for a mention.
    """

    span: Span
    record: str
    kind: str
    mention: bool = False


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch of text covered by the same marks from end to end.

    `records` are all records it belongs to, the shortest span first. `kind` is that of the shortest event or
    claim over it, `entity_kind` that of the mention, each None without one.
    """

    start: int
    text: str
    records: tuple[str, ...] = ()
    kind: str | None = None
    entity_kind: str | None = None
    target: str | None = None
    """The record it leads to: the event or claim of the shortest span."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the layout with its atoms."""

    kind: str
    atoms: tuple[Atom, ...]


def split_blocks(
    text: str, layout: Iterable[Segment], marks: Iterable[Mark], cuts: Iterable[int] = ()
) -> Iterator[Block]:
    """Lay a document out in blocks that together hold every visible character of it.

    Args:
        text: The document's text.
        layout: Its segments, which don't overlap; what lies between them becomes a paragraph.
        marks: Spans in any order; they may overlap, nest and cross segments.
        cuts: Other offsets to cut at.

    Yields:
        Blocks in text order.
    """
    atoms = split(text, marks, cuts)
    at = 0
    for kind, start, end in _stretches(text, layout):
        own: list[Atom] = []
        while at < len(atoms) and atoms[at].start + len(atoms[at].text) <= start:
            at += 1
        number = at
        while number < len(atoms) and atoms[number].start < end:
            own.append(_cropped(atoms[number], start, end))
            number += 1
        yield Block(kind, tuple(own))


def split(text: str, marks: Iterable[Mark], cuts: Iterable[int] = ()) -> list[Atom]:
    """Cut a text at every edge of every mark, and at `cuts`.

    Returns:
        Atoms in order; their texts joined are the text.
    """
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.span.start, []).append(mark)
        closing.setdefault(mark.span.end, []).append(mark)
    edges = sorted({0, len(text), *opening, *closing, *cuts})
    atoms: list[Atom] = []
    active: list[Mark] = []
    for start, end in itertools.pairwise(edges):
        for mark in closing.get(start, ()):
            active.remove(mark)
        active += opening.get(start, ())
        atoms.append(_atom(text, start, end, active))
    return atoms


def document_marks(coded: Coded) -> Iterator[Mark]:
    """Everything to colour in a document: mentions, triggers and status cues, actions and claim cues."""
    entities = {entity.id: entity.kind for entity in coded.entities}
    for mention in coded.mentions:
        span = Span(mention.start, mention.end)
        for entity in dict.fromkeys((mention.entity, *mention.entities)):
            yield Mark(span, entity, entities.get(entity, "issue"), mention=True)
    for event in coded.events:
        kind = event_kind(event)
        for cue in (event.trigger, event.cue):
            if cue is not None:
                yield Mark(cue, event.id, kind)
    for claim in coded.claims:
        spans = [span for span in (claim.cue, claim.action) if span is not None]
        for span in spans or [claim.evidence]:
            yield Mark(span, claim.id, claim.kind)


def _atom(text: str, start: int, end: int, active: Iterable[Mark]) -> Atom:
    ranked = sorted(active, key=lambda mark: (mark.span.end - mark.span.start, mark.span.start))
    # What saying so did is coloured as what was said, where both are marked.
    told = min(
        (mark for mark in ranked if not mark.mention), key=lambda mark: mark.kind == "word", default=None
    )
    named = next((mark for mark in ranked if mark.mention), None)
    return Atom(
        start=start,
        text=text[start:end],
        records=tuple(dict.fromkeys(mark.record for mark in ranked)),
        kind=told.kind if told else None,
        entity_kind=named.kind if named else None,
        target=told.record if told else named.record if named else None,
    )


def _stretches(text: str, layout: Iterable[Segment]) -> Iterator[tuple[str, int, int]]:
    """Kind and range of each block: segments in one line are one block, of the last one's kind."""
    kind, start, at = "", 0, 0
    for segment in sorted(layout, key=lambda segment: segment.start):
        gap = text[at : segment.start]
        if kind and "\n" in gap:
            yield kind, start, at
            kind = ""
        if not kind:
            if gap.strip():
                yield "paragraph", at, segment.start
            start = segment.start
        kind, at = segment.kind, max(at, segment.end)
    if kind:
        yield kind, start, at
    if text[at:].strip():
        yield "paragraph", at, len(text)


def _cropped(atom: Atom, start: int, end: int) -> Atom:
    first, last = max(start - atom.start, 0), end - atom.start
    return Atom(
        atom.start + first, atom.text[first:last], atom.records, atom.kind, atom.entity_kind, atom.target
    )
