"""Heads of state and government with their tenures: who held which office when.

A name is compared without case, accents, hyphens and apostrophes. The part people are filed under (the source's
CAPITALS) must agree; given names only have to be compatible (equal, or one the initial of the other).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from dragoman.errors import TableError
from dragoman.knowledge.tables import read_csv

Rank = Literal["principal", "representative", "deputy", "other"]
TENURE_COLUMNS = (
    "country", "name", "filing", "aka", "office", "role", "rank", "start", "end", "last_seen", "origin",
)  # fmt: skip
_RANKS: frozenset[str] = frozenset(get_args(Rank))
_SEPARATORS = re.compile(r"[\s\-‐-―_.,'’‘`\"“”()]+")


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one office.

    `start` and `end` are the first and last known day, inclusive; None where not stated. `last_seen` is the last day
    a source still named the person in office: past it an open tenure is not vouched for. `filing` is the part of the
    name people are filed under.
    """

    country: str
    name: str
    filing: str
    aka: tuple[str, ...]
    office: str
    role: str
    rank: Rank
    start: date | None
    end: date | None
    last_seen: date | None
    origin: str

    def covers(self, on: date) -> bool:
        """Whether the office was held on a day, as far as the source tells."""
        if self.start is not None and on < self.start:
            return False
        return self.end is None or on <= self.end


def name_words(name: str) -> tuple[str, ...]:
    """A name's words without case, accents, hyphens and apostrophes, for comparing."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    return tuple(word for word in _SEPARATORS.split(plain) if word)


class Leaders:
    """Tenures, found by name or by office."""

    def __init__(self, tenures: Iterable[Tenure]) -> None:
        self.tenures = tuple(tenures)
        self._by_word: dict[str, list[int]] = {}
        self._by_country: dict[str, list[Tenure]] = {}
        for number, tenure in enumerate(self.tenures):
            self._by_country.setdefault(tenure.country, []).append(tenure)
            words = {word for form in (tenure.filing, *tenure.aka) for word in name_words(form)}
            for word in words:
                self._by_word.setdefault(word, []).append(number)

    def __len__(self) -> int:
        return len(self.tenures)

    def held(self, name: str, *, country: str | None = None, on: date | None = None) -> tuple[Tenure, ...]:
        """Tenures of whoever bears this name.

        Args:
            name: A surname or a full name in any order of its parts.
            country: ISO alpha-3 to keep to; None for all.
            on: Keep only tenures that cover this day; None for all.

        Returns:
            Likeliest first: principals before deputies, then the latest start; empty where nobody is known.
        """
        words = name_words(name)
        numbers = {number for word in words for number in self._by_word.get(word, ())}
        found = [
            tenure
            for tenure in (self.tenures[number] for number in sorted(numbers))
            if (country is None or tenure.country == country)
            and (on is None or tenure.covers(on))
            and _bears(tenure, words)
        ]
        found.sort(key=_likelihood)
        return tuple(found)

    def holder(self, country: str, office: str, on: date) -> Tenure | None:
        """Who held an office on a day.

        Args:
            country: ISO alpha-3.
            office: Words of the office ("president", "prime minister") or a role ("chief of state", "head of government").
            on: The day.

        Returns:
            The tenure; None where none covers the day or two different people share the office.
        """
        wanted = name_words(office)
        found = [
            tenure
            for tenure in self._by_country.get(country, ())
            if tenure.covers(on) and (office.casefold() in tenure.role or name_words(tenure.office) == wanted)
        ]
        found.sort(key=_likelihood)
        if not found or (
            len(found) > 1 and found[1].rank == found[0].rank and found[1].name != found[0].name
        ):
            return None
        return found[0]


def _bears(tenure: Tenure, words: tuple[str, ...]) -> bool:
    """Whether a person may be called by these words: the filing part in full, the rest compatible."""
    for form in (tenure.name, *tenure.aka):
        own = name_words(form)
        filed = set(name_words(tenure.filing)) or set(own)
        if not filed & set(words):
            continue
        if all(any(word == mine or (len(word) == 1 and mine[0] == word) for mine in own) for word in words):
            return True
    return False


def _likelihood(tenure: Tenure) -> tuple[int, int]:
    order = {"principal": 0, "deputy": 1, "representative": 2, "other": 3}
    return order[tenure.rank], -(tenure.start or date.min).toordinal()


def load_leaders() -> Leaders:
    """Every tenure of the table.

    Raises:
        TableError: If the table is missing or malformed.
    """
    return Leaders(_tenure(row) for row in read_csv("leaders", TENURE_COLUMNS))


def _tenure(row: list[str]) -> Tenure:
    country, name, filing, aka, office, role, rank, start, end, last_seen, origin = row
    if rank not in _RANKS:
        raise TableError("leaders.csv", f"unknown rank {rank!r} of {name}")
    return Tenure(
        country=country,
        name=name,
        filing=filing,
        aka=tuple(aka.split("|")) if aka else (),
        office=office,
        role=role,
        rank=rank,  # type: ignore[arg-type]  # checked against the literal's values above
        start=date.fromisoformat(start) if start else None,
        end=date.fromisoformat(end) if end else None,
        last_seen=date.fromisoformat(last_seen) if last_seen else None,
        origin=origin,
    )
