"""How values are written in foreign layouts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from dragoman.exchange import Party, Report
from dragoman.exchange.codes import CameoCode, Codes

QUADS = {
    1: "VERBAL COOPERATION",
    2: "MATERIAL COOPERATION",
    3: "VERBAL CONFLICT",
    4: "MATERIAL CONFLICT",
}


def text(value: str | None) -> str:
    """A text in one line, without NULs, at which readers in C end a cell; empty where unknown."""
    return " ".join(value.replace("\x00", "").split()) if value else ""


def number(value: float | None) -> str:
    """A number without needless zeros; empty where unknown."""
    return f"{value:.6f}".rstrip("0").rstrip(".") if value is not None else ""


def joined(values: Iterable[str], separator: str = "; ") -> str:
    """A list in one cell, each value once; a separator within a value becomes a comma."""
    own = separator.strip()
    return separator.join(dict.fromkeys(text(value).replace(own, ",") for value in values if value))


def stable_integer(key: str) -> int:
    """A whole number below 2**53 that a key always gets.

    53 bits stay exact in every reader, JavaScript and spreadsheets included; among a million keys the chance
    that any two collide is one in 18,000.
    """
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big") >> 11


def is_international(party: Party | None) -> bool:
    """Whether a participant is an organization of several states."""
    return party is not None and bool(party.identity) and str(party.identity).startswith("igo:")


def place_key(report: Report) -> str:
    """The gazetteer's key of the event's place, such as `city:1528675`; empty where it has none."""
    return (report.place.gazetteer_id or "") if report.place else ""


def is_city(report: Report) -> bool:
    """Whether the event's place is a city of a gazetteer."""
    return place_key(report).startswith("city:")


def is_region(report: Report) -> bool:
    """Whether it is a first-order division."""
    return place_key(report).startswith("region:")


def cameo_of(report: Report, codes: Codes) -> tuple[str, CameoCode] | None:
    """The CAMEO code to write for an event, and what the table says of it; None where there is none."""
    code = report.cameo
    if code is None and report.type is not None:
        code = codes.codebook.cameo_code(report.type, report.mode)
    return (code, codes.cameo[code]) if code is not None and code in codes.cameo else None
