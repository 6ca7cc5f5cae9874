"""Lines that are no prose: stamps, bylines, letterheads, places, contacts, end marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.read.bylines import (
    Byline,
    has_organization_word,
    is_letterhead,
    read_byline,
    read_credits,
    read_signature,
)
from dragoman.read.contacts import is_contact
from dragoman.read.datelines import natural_case
from dragoman.read.patterns import CAPITALISED, any_of
from dragoman.read.stamp_lines import StampLine, before_stamp, read_stamp
from dragoman.read.stamps import Clock, Day, find_clocks, find_days
from dragoman.records import SegmentKind


class Furniture(NamedTuple):
    """What a line of the head or the foot says; offsets of `day` and `clock` count in the line."""

    kind: SegmentKind
    authors: tuple[str, ...] = ()
    source: str | None = None
    day: Day | None = None
    clock: Clock | None = None
    issued: bool = False
    """The line says that this is when it was published."""
    updated: bool = False
    """The line says that this is when it was last changed."""


MAX_LINE_CHARS = 300
"""Furniture is short; a longer block is prose."""

_MARK = re.compile(
    any_of(
        *(r"(?:#\s?){2,}", r"[-–—]\s?30\s?[-–—]", r"(?:\*\s?){3,}", r"[-–—_=~•.]{3,}", "/{2,}"),
        *(r"\(?(?:ends?|enditem|end (?:of )?text|fin|more|mtf)\)?[.:]?", "begin text:?"),
    ),
    re.IGNORECASE,
)
_NAME = rf"{CAPITALISED}(?: (?:{CAPITALISED}|de|del|la|of|the|and)){{0,3}}"
_PLACE = re.compile(rf"{_NAME}(?:, {_NAME}){{1,2}}")
_CITY = re.compile(rf"{CAPITALISED}(?:[ /]{CAPITALISED}){{0,2}}")


def is_end_mark(line: str) -> bool:
    """Whether a line is "###", "-30-", "ENDS", "Begin text:" or the like."""
    return _MARK.fullmatch(line) is not None


def read_head_line(line: str, *, strict: bool) -> Furniture | None:
    """Read a line of the head; None if it is none of the kinds above.

    Args:
        line: One block, line ends inside it as spaces.
        strict: No title was seen yet: words beside a date may be one, as in "Press Briefing – 2 August".
    """
    if len(line) > MAX_LINE_CHARS:
        return None
    if is_end_mark(line):
        return Furniture("stamp")
    if (byline := read_byline(before_stamp(line))) is not None:
        return _dated(byline, line)
    if (stamp := read_stamp(line, strict=strict)) is not None:
        return _stamped(stamp)
    return _read_issuer(line, strict=strict) or (Furniture("contact") if is_contact(line) else None)


def read_foot_line(line: str) -> Furniture | None:
    """Read a line near the end: credits, "Published: …", a date alone."""
    found = read_credits(line)
    if found is not None:
        return Furniture("byline", found.authors, found.source)
    stamp = read_stamp(line, strict=True)
    return None if stamp is None else _stamped(stamp)


def read_place(line: str) -> str | None:
    """The place's name in "Washington, D.C." alone on its line."""
    if len(line) <= 60 and _PLACE.fullmatch(line) and not has_organization_word(line):
        return natural_case(line.partition(",")[0])
    return None


def read_city(line: str) -> str | None:
    """The city in "Jerusalem" or "ANKARA" alone on its line, which the head must vouch for."""
    if len(line) <= 40 and _CITY.fullmatch(line) and not has_organization_word(line):
        return natural_case(line)
    return None


def _read_issuer(line: str, *, strict: bool) -> Furniture | None:
    signature = read_signature(line)
    # "Foreign Minister Jane Doe" could be a title; with a comma or a colon it could not
    if signature is not None and (not strict or ", " in line or line.endswith(":")):
        return Furniture("byline", signature.authors, signature.source)
    return Furniture("byline", source=natural_case(line)) if is_letterhead(line) else None


def _dated(byline: Byline, line: str) -> Furniture:
    days, clocks = find_days(line), find_clocks(line)
    day, clock = (days[0] if days else None), (clocks[0] if clocks else None)
    return Furniture("byline", byline.authors, byline.source, day, clock)


def _stamped(stamp: StampLine) -> Furniture:
    authors = (stamp.author,) if stamp.author else ()
    kind: SegmentKind = "byline" if authors else "stamp"
    return Furniture(kind, authors, stamp.source, stamp.day, stamp.clock, stamp.issued, stamp.updated)
