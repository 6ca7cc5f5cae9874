"""What a document's head says about it, and which of several dates is the publication's."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from dragoman.read.datelines import Dateline
from dragoman.read.furniture import Furniture
from dragoman.read.stamps import Clock, Day, to_date
from dragoman.records import Date, DateBasis, Place, Span


class Rank(IntEnum):
    """Which date to believe first; within a rank, the one that stands first."""

    ISSUED = 0
    """A stamp that says "published", "released"."""
    STAMP = 1
    """A date on its own line or beside a byline."""
    DATELINE = 2
    METADATA = 3
    URL = 4
    UPDATED = 5
    FOOT = 6
    """A date alone near the end of the text."""


@dataclass(slots=True)
class Facts:
    """The head's findings. Offsets in it count in the document's text."""

    title: str | None = None
    dateline: Place | None = None
    authors: list[str] = field(default_factory=list)
    source: str | None = None
    letterhead: str | None = None
    dates: list[tuple[Rank, Date]] = field(default_factory=list)
    clock: str | None = None
    yearless: list[tuple[Rank, Day, Span]] = field(default_factory=list)
    """Dates without a year, waiting for one."""
    warnings: list[str] = field(default_factory=list)

    def add_furniture(self, found: Furniture, start: int, *, foot: bool = False) -> None:
        """Take over what a line says; `start` is where the line begins in the text."""
        self.authors += [name for name in found.authors if name not in self.authors]
        if found.source is not None:
            if found.kind == "byline" and not found.authors and found.day is None:
                self.letterhead = self.letterhead or found.source
            else:
                self.source = self.source or found.source
        if found.day is not None:
            rank = (
                Rank.ISSUED
                if found.issued
                else Rank.UPDATED
                if found.updated
                else Rank.FOOT
                if foot
                else Rank.STAMP
            )
            self.add_day(rank, found.day, start, found.clock)
        elif found.clock is not None and not foot:
            self.clock = self.clock or found.clock.time

    def add_dateline(self, found: Dateline, start: int, rank: Rank) -> None:
        """Take over a dateline that was read in the line that begins at `start` in the text."""
        if found.place is not None:
            self.add_place(found.place, Span(start + found.place_start, start + found.place_end))
        self.source = self.source or found.agency
        if found.day is not None:
            self.add_day(rank, found.day, start, basis="dateline")

    def add_place(self, name: str, evidence: Span) -> None:
        """Note where the text was written; the first place named stays."""
        if self.dateline is None:
            self.dateline = Place(name, None, None, None, None, "dateline", evidence)

    def add_day(
        self, rank: Rank, day: Day, start: int, clock: Clock | None = None, *, basis: DateBasis = "byline"
    ) -> None:
        """Note a date found in the text, or warn why it cannot be used."""
        evidence = Span(start + day.start, start + day.end)
        if day.ambiguous:
            self.warnings.append(
                "a date in the head is written in numbers that could mean two days: not used"
            )
            return
        if day.year is None:
            self.yearless.append((rank, day, evidence))
            return
        made = make_date(day, basis, evidence, clock)
        if made is not None:
            self.dates.append((rank, made))

    def published(self) -> Date | None:
        """The best date; one without a year is not used, with a warning if it was all there was."""
        best = min(self.dates, key=lambda ranked: ranked[0], default=None)
        if best is None:
            if self.yearless:
                self.warnings.append(
                    "the date in the head has no year and nothing else gives one: no publication date"
                )
            return None
        date = best[1]
        return date if date.time or self.clock is None or date.precision != "day" else _at(date, self.clock)


def make_date(day: Day, basis: DateBasis, evidence: Span | None, clock: Clock | None = None) -> Date | None:
    """A `Day` with a year as a `Date`: one day, or a whole month where no day is written."""
    first = to_date(day)
    if first is None:
        return None
    if day.day is None:
        last = first.replace(day=28)
        while (following := last.fromordinal(last.toordinal() + 1)).month == first.month:
            last = following
        return Date(first, last, "month", basis, evidence)
    return Date(first, first, "day", basis, evidence, clock.time if clock else None)


def _at(date: Date, time: str) -> Date:
    return Date(date.start, date.end, date.precision, date.basis, date.evidence, time)
