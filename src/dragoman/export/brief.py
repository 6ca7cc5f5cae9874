"""One document's records as a person wants to read them: who met whom, who said what, what else happened.

A `Brief` holds words and record ids and no layout: `brief_text` and `brief_html` draw the same one.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.export.evidence import Piece


@dataclass(frozen=True, slots=True)
class Word:
    """Part of a headline: `entity` is whom it names, `country` its ISO code unless it is a country."""

    text: str
    entity: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value, with how it is known."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """An event: what is said of it, what it rests on, and the events within it."""

    record: str
    kind: str
    """`engagement`, `deed` or `word`."""
    words: tuple[Word, ...]
    tags: tuple[str, ...]
    facts: tuple[Fact, ...]
    code: str
    confidence: float
    excerpt: tuple[Piece, ...]
    children: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Aspect:
    """One claim of a point: what it is about."""

    record: str
    about: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One thing pledged, asked or judged, in the text's own words; several claims may share them."""

    words: str | None
    aspects: tuple[Aspect, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """Claims made in one breath: one sentence, one kind, one cue."""

    kind: str
    words: tuple[Word, ...]
    """What sort of statement it is, and toward whom: "ready to", "supports China on"."""
    firmness: int | None
    """Of a pledge: 1 (a wish) to 7 (done)."""
    tags: tuple[str, ...]
    facts: tuple[Fact, ...]
    points: tuple[Point, ...]
    excerpt: tuple[Piece, ...]

    @property
    def records(self) -> tuple[str, ...]:
        """Ids of all its claims."""
        return tuple(aspect.record for point in self.points for aspect in point.aspects)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it, what was said, and the events that saying it made."""

    words: tuple[Word, ...]
    roles: tuple[str, ...]
    statements: tuple[Statement, ...]
    acts: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named, with the offices the document or the tables know."""

    record: str
    name: str
    country: str | None
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """One document."""

    title: str
    head: tuple[Fact, ...]
    warnings: tuple[str, ...]
    engagements: tuple[Line, ...]
    speakers: tuple[Speaker, ...]
    deeds: tuple[Line, ...]
    people: tuple[Person, ...]
    others: tuple[tuple[str, tuple[Word, ...]], ...]
    """Everything else that is named: heading and names."""
