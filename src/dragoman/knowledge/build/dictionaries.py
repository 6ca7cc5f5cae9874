"""Reading the actor dictionaries of the Open Event Data Alliance.

A block is a head phrase, its synonyms (`+PHRASE`) and code lines (`[KGZGOV 910831-050324]`). Phrases are in
capitals with `_` for blanks; a date is `YYMMDD` or `YYYYMMDD`, `<` stands for "before" and `>` for "from".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from dragoman.errors import TableError
from dragoman.knowledge.build.writing import SHARED

ACTORS = "Phoenix.Countries.actors.txt"
INTERNATIONAL = "Phoenix.International.actors.txt"
NON_STATE = "Phoenix.MilNonState.actors.txt"
AGENTS = "Phoenix.agents.txt"
LAST_YEAR = 18
"""The dictionaries end in 2018: a year of two digits above it is of the 20th century."""
SECTORS = {
    "GOV": "GOV", "MIL": "MIL", "OPP": "OPP", "LEG": "LEG", "JUD": "JUD", "SPY": "SPY", "COP": "COP",
    "REB": "REB",
    "ELI": "ELI", "MED": "JRN", "BUS": "BUS", "EDU": "EDU", "REL": "REL", "CVL": "CVL", "LAB": "LAB",
    "HLH": "MED",
    "AGR": "AGR", "CRM": "CRM", "PTY": "PTY", "REF": "REF", "JRN": "JRN", "SEP": "REB", "INS": "REB",
    "UAF": "UAF",
    "MOD": "", "RAD": "REB", "DEV": "", "ENV": "SOC", "HRI": "SOC",
}  # fmt: skip
"""CAMEO role codes → PLOVER sectors; "" where PLOVER has none."""

_CODE = re.compile(r"\[([^\]]*)\]")
_RANGE = re.compile(
    r"^(?P<from>\d{6,8})\s*-\s*(?P<to>\d{6,8})$|^>\s*(?P<since>\d{6,8})$|^<\s*(?P<until>\d{6,8})$"
)


@dataclass(frozen=True)
class Coding:
    """One code with the days it is valid, both ends inclusive; None where open."""

    code: str
    start: date | None = None
    end: date | None = None
    dated: bool = False


@dataclass
class Block:
    """One actor of a dictionary."""

    phrases: list[str] = field(default_factory=list)
    codings: list[Coding] = field(default_factory=list)
    note: str = ""


def read_blocks(name: str) -> Iterator[Block]:
    """Every block of a dictionary, in its order.

    Raises:
        TableError: If the file is not there.
    """
    path: Path = SHARED / "data" / "dictionaries" / name
    if not path.exists():
        raise TableError(name, f"not found below {SHARED}; the source data must lie beside the repository")
    block = Block()
    for raw in path.read_text(encoding="utf-8", errors="replace").splitlines():
        line = raw.split("#", 1)[0]
        line, _, note = line.partition(";")
        phrase = _CODE.sub("", line).strip()
        codings = [coding for found in _CODE.findall(line) if (coding := _coding(found)) is not None]
        if phrase:
            if block.codings and not phrase.startswith("+"):
                yield block
                block = Block()
            block.phrases.append(_tidy(phrase))
        block.codings += codings
        block.note = block.note or note.strip()
    if block.codings:
        yield block


def _tidy(phrase: str) -> str:
    return re.sub(r"\s+", " ", phrase.lstrip("+").replace("_", " ")).strip()


def _coding(text: str) -> Coding | None:
    code, _, when = text.strip().partition(" ")
    if not re.fullmatch(r"[A-Z~]{3,}", code):
        return None
    when = when.strip()
    if not when:
        return Coding(code)
    found = _RANGE.match(when)
    if found is None:
        return None
    start, end = found["from"] or found["since"], found["to"] or found["until"]
    first = _day(start) if start else None
    last = _day(end) if end else None
    if (start and first is None) or (end and last is None) or (first and last and last < first):
        return None
    if found["until"] and last is not None:
        last -= timedelta(days=1)
    return Coding(code, first, last, dated=True)


def _day(text: str) -> date | None:
    """`910831` is 31 August 1991; None where there is no such day."""
    if len(text) == 6:
        year = int(text[:2])
        text = f"{20 if year <= LAST_YEAR else 19}{text}"
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        return None
