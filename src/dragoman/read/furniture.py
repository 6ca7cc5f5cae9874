"""Lines that are no prose: stamps, bylines, letterheads, places, contacts, end marks.

A line is a stamp if nothing is left of it once dates, times, labels ("Published:", "Editor: …"), agencies and
section words are taken away.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.read.agencies import AGENCY
from dragoman.read.bylines import (
    Byline,
    has_organization_word,
    is_letterhead,
    is_name,
    read_byline,
    read_credits,
    read_signature,
)
from dragoman.read.datelines import natural_case
from dragoman.read.stamps import WEEKDAY, Clock, Day, find_clocks, find_days
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
    r"(?:#\s?){2,}|[-–—]\s?30\s?[-–—]|(?:\*\s?){3,}|[-–—_=~•.]{3,}|/{2,}|\(?(?:end(?:s|item)?|end (?:of )?text|fin|more|mtf)\)?[.:]?|begin text:?",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"(?:for )?immediate release|for release(?: on)?|embargoed(?: until)?|press (?:release|statement|note|briefing|communiqu[ée])|"
    r"media (?:release|note|advisory|statement)|news (?:release|flash)|statement|communiqu[ée]|readout|transcript|fact sheet|"
    r"via (?:teleconference|telephone|zoom|video(?:conference)?|translation|interpreter)|virtual(?: participation)?|"
    r"(?:as )?(?:prepared for delivery|delivered)|(?:no|nr|ref)\.?\s*[:.]?\s*[\w/\-]*\d[\w/\-]*|(?:full )?text:?|unofficial translation",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\b(source|editors?|edited by|agency|location|section|category|author)\s*:\s*([^|·•:]*?)(?=\s*(?:[|·•]|\s{2,}|\(|$|\d))",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"\b(?:first )?(?:published|posted|issued|released|publication|release|created|date)\b(?: (?:on|at|date))?",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:last |latest )?(?:updated?|modified|revised|edited)\b(?: (?:on|at))?", re.IGNORECASE
)
_FILLER = re.compile(
    rf"\b(?:{WEEKDAY}|on|at|local time|time|gmt|utc|e[sd]?t|ist|cest|cet|hrs|hours|h|min read|minutes? read|\d+\s*min(?:ute)?s?(?: read| ago)?|news|world|"
    r"politics|international|china|asia|europe|africa|americas|middle east|national|home|share|print|comments?|views?|photo|file photo|"
    r"opinion|business)\b",
    re.IGNORECASE,
)
_HOUSE = r"[A-ZÀ-Þ][\w.'’\-]*(?: [A-ZÀ-Þ][\w.'’\-]*){0,2}"
_BRACKETED = re.compile(rf"\(?\s*({_HOUSE})\s*\)|\(\s*({_HOUSE})\s*(?=\d)")
_WORDS = re.compile(r"[^\W\d_][\w'’.\-]*")
_PARTED = re.compile(r"[|·•/–—]|\s-\s")

_REACH = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|https?://|\bwww\.|(?<!\w)@\w{2,}|\+?\d[\d ()\-]{7,}\d"
    r"|\b(?:contact|e-?mail|visit|see|follow|call|click|write to|subscribe|reach|go to|read|check)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:(?:if you have|for|with|please direct|direct) (?:any |all |more |further |additional |other |press |media |general |interview |the |latest |full )*"
    r"(?:information|informations|inquir\w+|enquir\w+|quer(?:y|ies)|questions?|details?|interviews?|updates?|reading|background)\b"
    r"|(?:please |to learn more|follow (?:us|the|@)|like us|find us|subscribe|sign up|read more|learn more|click here|visit (?:us|our)|stay connected|join us)"
    r"|(?:media|press|public|news|editorial)?[ -]*(?:contacts?|inquir\w+|enquir\w+|relations|liaison)\b\s*(?:\([^)]*\)\s*)?(?:[:–—-]|$)"
    r"|(?:tel(?:ephone)?|phone|ph|fax|e-?mail|twitter|x|facebook|instagram|youtube|telegram|website|web|mobile|cell|address)\s*\.?:)",
    re.IGNORECASE,
)
_ADDRESS_ONLY = re.compile(
    r"(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://\S+|www\.\S+|@\w{2,30})(?:\s*[|,;/]?\s*(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://\S+|www\.\S+|@\w{2,30}))*"
)
_PLACE = re.compile(
    r"[A-ZÀ-Þ][\w.'’\-]*(?: (?:[A-ZÀ-Þ][\w.'’\-]*|de|del|la|of|the|and)){0,3}"
    r"(?:, (?:[A-ZÀ-Þ][\w.'’\-]*(?: (?:[A-ZÀ-Þ][\w.'’\-]*|of|the|and)){0,3}|D\.?C\.?)){1,2}"
)
_CITY = re.compile(r"[A-ZÀ-Þ][\w.'’\-]*(?:[ /][A-ZÀ-Þ][\w.'’\-]*){0,2}")


def read_contact(line: str) -> Furniture | None:
    """A line that says how to reach somebody or where to read on, and nothing else."""
    if len(line) > MAX_LINE_CHARS:
        return None
    if _ADDRESS_ONLY.fullmatch(line.rstrip(".")):
        return Furniture("contact")
    match = _CONTACT.match(line)
    if match is None:
        return None
    ends_in_colon = line[: match.end()].rstrip().endswith((":", "–", "—", "-"))
    return Furniture("contact") if ends_in_colon or match.end() == len(line) or _REACH.search(line) else None


def is_end_mark(line: str) -> bool:
    """ "###", "-30-", "ENDS", "End text." """
    return _MARK.fullmatch(line) is not None


def read_head_line(line: str, *, strict: bool) -> Furniture | None:
    """Read a line of the head.

    Args:
        line: One block, line ends inside it as spaces.
        strict: No title was seen yet, so that words next to a date may be one: "Press Briefing – 2 August 2021".
    """
    if len(line) > MAX_LINE_CHARS:
        return None
    if is_end_mark(line):
        return Furniture("stamp")
    byline = read_byline(_without_stamp(line))
    if byline is not None:
        return _with_stamp(line, byline)
    stamp = read_stamp(line, strict=strict)
    if stamp is not None:
        return stamp
    signature = read_signature(line)
    if signature is not None and (not strict or ", " in line or line.endswith(":")):
        return Furniture("byline", signature.authors, signature.source)
    if is_letterhead(line):
        return Furniture("byline", source=natural_case(line))
    return read_contact(line)


def read_foot_line(line: str) -> Furniture | None:
    """Read a line near the end: credits, "Published: …", a date alone."""
    if len(line) > 2 * MAX_LINE_CHARS:
        return None
    found = read_credits(line)
    if found is not None:
        return Furniture("byline", found.authors, found.source)
    return read_stamp(line, strict=True) if len(line) <= MAX_LINE_CHARS else None


def read_stamp(line: str, *, strict: bool) -> Furniture | None:
    """A line of dates, times, labels and little else; None if words are left over.

    Without `strict` up to four capitalised words may stand beside a date: a section, a paper, a name before a bar.
    """
    if line[:1] in '–—-“"' or line[-1:] in "?!":
        return None
    days, clocks = find_days(line), find_clocks(line)
    released = _RELEASE.search(line)
    labelled = _LABELLED.search(line)
    if not (days or clocks or released or labelled):
        return None
    rest, source = _residue(line, days, clocks)
    words = _WORDS.findall(rest)
    day = days[0] if days else None
    clock = clocks[0] if clocks else None
    stamp = Furniture(
        "stamp", (), source, day, clock, _ISSUED.search(line) is not None, _UPDATED.search(line) is not None
    )
    if not words:
        return stamp._replace(updated=stamp.updated and not stamp.issued)
    if (
        strict
        or not (day or clock)
        or len(words) > 4
        or not all(word[0].isupper() for word in words)
        or line.endswith(".")
    ):
        return None
    name = " ".join(words)
    if _PARTED.search(line) and len(words) > 1 and is_name(name):
        return stamp._replace(kind="byline", authors=(natural_case(name),))
    return stamp._replace(source=source or (name if has_organization_word(name) else None))


def read_place(line: str) -> tuple[str, int] | None:
    """ "Washington, D.C." alone on its line: the place's name and where it ends."""
    if len(line) <= 60 and _PLACE.fullmatch(line) and not has_organization_word(line):
        name = line.partition(",")[0]
        return natural_case(name), len(line)
    return None


def read_city(line: str) -> str | None:
    """ "Jerusalem", "ANKARA": one to three capitalised words alone on their line, which the head must vouch for."""
    if len(line) <= 40 and _CITY.fullmatch(line) and not has_organization_word(line):
        return natural_case(line)
    return None


def _residue(line: str, days: list[Day], clocks: list[Clock]) -> tuple[str, str | None]:
    """What is left of a stamp without its known parts, and the source it names."""
    chars = list(line)
    for found in (*days, *clocks):
        chars[found.start : found.end] = " " * (found.end - found.start)
    rest = "".join(chars)
    source = next(
        (
            m[2].strip()
            for m in _LABELLED.finditer(rest)
            if m[1].lower() in {"source", "agency"} and m[2].strip()
        ),
        None,
    )
    rest = _LABELLED.sub(" ", rest)
    bracketed = _BRACKETED.search(rest) or _BRACKETED.search(line)
    if bracketed and not re.fullmatch(
        r"(?:GMT|UTC)\b.*|[A-Z]{1,2}[SD]?T", (bracketed[1] or bracketed[2]).strip()
    ):
        source = source or (bracketed[1] or bracketed[2]).strip()
        rest = rest.replace(bracketed[1] or bracketed[2], " ")
    agency = AGENCY.search(rest)
    if agency and (agency.start() == 0 or not rest[agency.start() - 1].isalnum()):
        source = source or agency.group()
        rest = rest[: agency.start()] + " " + rest[agency.end() :]
    for pattern in (_RELEASE, _UPDATED, _ISSUED, _FILLER):
        rest = pattern.sub(" ", rest)
    return rest, source


def _without_stamp(line: str) -> str:
    """The line up to its first date or time: "By Jane Doe | May 3, 2023"."""
    starts = [found.start for found in (*find_days(line), *find_clocks(line))]
    line = line[: min(starts)] if starts else line
    line = re.sub(
        rf"[\s|,·•(–—-]*(?:\b(?:published|posted|updated|last updated|on|at|{WEEKDAY})\b[\s:,]*)*$",
        "",
        line,
        flags=re.IGNORECASE,
    )
    return line.rstrip()


def _with_stamp(line: str, byline: Byline) -> Furniture:
    days, clocks = find_days(line), find_clocks(line)
    return Furniture(
        "byline", byline.authors, byline.source, days[0] if days else None, clocks[0] if clocks else None
    )
