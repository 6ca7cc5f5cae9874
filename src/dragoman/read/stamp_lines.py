"""Stamp lines: when, where and as what a text was published, and nothing else.

A line is a stamp if nothing is left of it once dates, times, labels ("Published:", "Editor: …"), agencies and
section words are taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from dragoman.read.agencies import AGENCY
from dragoman.read.bylines import has_organization_word, is_name
from dragoman.read.datelines import natural_case
from dragoman.read.patterns import CAPITALISED, any_of
from dragoman.read.stamps import WEEKDAY, Clock, Day, find_clocks, find_days


class StampLine(NamedTuple):
    """What a stamp says; offsets of `day` and `clock` count in the line."""

    source: str | None
    day: Day | None
    clock: Clock | None
    issued: bool
    """The line says that this is when it was published."""
    updated: bool
    """The line says that this is when it was last changed."""
    author: str | None = None
    """A name that stands beside the date, parted from it by a bar or a dash."""


MAX_STAMP_CHARS = 300
MAX_BESIDE_WORDS = 4
"""A section, a paper or a name beside a date has no more words; more are a headline."""

_RELEASE = re.compile(
    any_of(
        *(
            "(?:for )?immediate release",
            "for release(?: on)?",
            "embargoed(?: until)?",
            "statement",
            "readout",
        ),
        *(
            "press (?:release|statement|note|communiqu[ée])",
            "communiqu[ée]",
            "transcript",
            "fact sheet",
        ),
        *("media (?:release|note|advisory|statement)", "news (?:release|flash)", "unofficial translation"),
        *(
            "via (?:teleconference|telephone|zoom|video(?:conference)?|translation|interpreter)",
            "(?:full )?text:?",
        ),
        *("virtual(?: participation)?", "(?:as )?(?:prepared for delivery|delivered)"),
        r"(?:no|nr|ref)\.?\s*[:.]?\s*[\w/\-]*\d[\w/\-]*",
    ),
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\b(source|editors?|edited by|agency|location|section|category|author)\s*:\s*"
    r"([^|·•:]*?)(?=\s*(?:[|·•]|\s{2,}|\(|$|\d))",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"\b(?:first )?(?:published|posted|issued|released?|publication|created|date)\b(?: (?:on|at|date))?",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:last |latest )?(?:updated?|modified|revised|edited)\b(?: (?:on|at))?", re.IGNORECASE
)
_FILLER = re.compile(
    r"\b"
    + any_of(
        *(
            WEEKDAY,
            "on",
            "at",
            "local time",
            "time",
            "gmt",
            "utc",
            "e[sd]?t",
            "[ij]st",
            "cest",
            "cet",
            "hrs",
            "hours",
            "h",
        ),
        *(
            "min read",
            "minutes? read",
            r"\d+\s*min(?:ute)?s?(?: read| ago)?",
            "share",
            "print",
            "comments?",
            "views?",
        ),
        *(
            "news",
            "world",
            "politics",
            "international",
            "national",
            "home",
            "opinion",
            "business",
            "photo",
            "file photo",
        ),
        *("china", "asia", "europe", "africa", "americas", "middle east"),
    )
    + r"\b",
    re.IGNORECASE,
)
_HOUSE = rf"{CAPITALISED}(?: {CAPITALISED}){{0,2}}"
_BRACKETED = re.compile(rf"\(?\s*({_HOUSE})\s*\)|\(\s*({_HOUSE})\s*(?=\d)")
_ZONE = re.compile(r"(?:GMT|UTC)\b.*|[A-Z]{1,2}[SD]?T")
_WORDS = re.compile(r"[^\W\d_][\w'’.\-]*")
_PARTED = re.compile(r"[|·•/–—]|\s-\s")
_JOINTS = " \t|,·•(–—-:"
_LAST_WORD = re.compile(rf"(?<!\w)(?:published|posted|updated|last|on|at|{WEEKDAY})$", re.IGNORECASE)


def read_stamp(line: str, *, strict: bool) -> StampLine | None:
    """Read a stamp; None if words are left over.

    Args:
        line: One line, not empty.
        strict: Nothing else may stand in it. Otherwise up to four capitalised words may stand beside a date
            or time: a section, a paper, a name.
    """
    if len(line) > MAX_STAMP_CHARS or line[0] in '–—-“"' or line[-1] in "?!":
        return None
    days, clocks = find_days(line), find_clocks(line)
    if not (days or clocks or _RELEASE.search(line) or _LABELLED.search(line)):
        return None
    rest, source = _residue(_blanked(line, (*days, *clocks)))
    issued = _ISSUED.search(line) is not None
    updated = _UPDATED.search(line) is not None and not issued
    stamp = StampLine(source, days[0] if days else None, clocks[0] if clocks else None, issued, updated)
    beside = _WORDS.findall(rest)
    if not beside:
        return stamp
    return None if strict or not (days or clocks) else _with_words_beside(stamp, beside, line)


def before_stamp(line: str) -> str:
    """The line up to its first date or time: "By Jane Doe | Published May 3, 2023" gives "By Jane Doe"."""
    starts = [found.start for found in find_days(line)] + [found.start for found in find_clocks(line)]
    if not starts:
        return line
    line = line[: min(starts)].rstrip(_JOINTS)
    while match := _LAST_WORD.search(line):
        line = line[: match.start()].rstrip(_JOINTS)
    return line


def _with_words_beside(stamp: StampLine, words: list[str], line: str) -> StampLine | None:
    if len(words) > MAX_BESIDE_WORDS or not all(word[0].isupper() for word in words) or line.endswith("."):
        return None
    name = " ".join(words)
    if _PARTED.search(line) and is_name(name):
        return stamp._replace(author=natural_case(name))
    return stamp._replace(source=stamp.source or (name if has_organization_word(name) else None))


def _blanked(line: str, found: Iterable[Day | Clock]) -> str:
    for part in found:
        line = line[: part.start] + " " * (part.end - part.start) + line[part.end :]
    return line


def _residue(rest: str) -> tuple[str, str | None]:
    """What is left of a stamp without its known parts, and the source it names."""
    source = None
    for label in _LABELLED.finditer(rest):
        if label[1].lower() in {"source", "agency"}:
            source = source or label[2].strip() or None
    rest = _LABELLED.sub(" ", rest)
    bracketed = _BRACKETED.search(rest)
    if bracketed is not None:
        house = bracketed[1] or bracketed[2]
        source = source or (None if _ZONE.fullmatch(house) else house)
        rest = rest[: bracketed.start()] + " " + rest[bracketed.end() :]
    agency = AGENCY.search(rest)
    if agency is not None and not rest[agency.start() - 1 : agency.start()].isalnum():
        source = source or agency.group()
        rest = rest[: agency.start()] + " " + rest[agency.end() :]
    for pattern in (_RELEASE, _UPDATED, _ISSUED, _FILLER):
        rest = pattern.sub(" ", rest)
    return rest, source
