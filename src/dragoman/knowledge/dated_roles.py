"""Officials of older news: who was in whose government, army or court when.

The table says the sector and, at times, the field (a portfolio), not the title; titles come from the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.errors import TableError
from dragoman.knowledge.names import bears, keys, name_words, person_name
from dragoman.knowledge.tables import read_csv

ROLE_COLUMNS = ("country", "name", "keys", "field", "sector", "start", "end")
LAST_DAY = date(2014, 1, 30)
"""The source's own date: a term without an end is vouched for until then."""
SURNAME_FIRST = frozenset({"CHN", "TWN", "HKG", "KOR", "PRK", "VNM", "KHM", "SGP", "MMR"})


@dataclass(frozen=True, slots=True)
class DatedRole:
    """One person in one role.

    `field` is the CAMEO code of a portfolio ("MIL" defence, "BUS" economy), None where the source has none.
    `start` and `end` are inclusive; `end` is None where the source says no end.
    """

    country: str
    name: str
    field: str | None
    sector: str
    start: date
    end: date | None
    origin: str = "dated_roles"

    def covers(self, on: date) -> bool:
        """Whether the role was held on a day, as far as the source tells."""
        return self.start <= on <= (self.end or LAST_DAY)


class DatedRoles:
    """The table, read at its first use: it serves older news only."""

    def __init__(self) -> None:
        self._rows: list[list[str]] = []
        self._by_key: dict[str, list[int]] = {}

    def held(self, name: str, *, country: str | None = None, on: date | None = None) -> tuple[DatedRole, ...]:
        """Roles of whoever bears this name.

        Args:
            name: A full name, without titles; a surname alone needs `country`.
            country: ISO alpha-3 to keep to; None for all.
            on: Keep only roles that cover this day; None for all.

        Returns:
            Latest start first; empty where nobody is known, or where a surname alone comes without a country.

        Raises:
            TableError: If the table is missing or malformed.
        """
        words = name_words(name)
        if len(words) < 2 and country is None:
            return ()
        if not self._rows:
            self._read()
        found = []
        for number in {number for key in keys(words) for number in self._by_key.get(key, ())}:
            role = _role(self._rows[number])
            if (country is not None and role.country != country) or (on is not None and not role.covers(on)):
                continue
            own = person_name(role.name, " ".join(filing_words(role.name, role.country)))
            if bears(own, words, loosely=country is not None):
                found.append(role)
        return tuple(sorted(found, key=lambda role: (-role.start.toordinal(), role.name, role.country)))

    def _read(self) -> None:
        rows = read_csv("dated_roles", ROLE_COLUMNS)
        for number, row in enumerate(rows):
            for key in row[2].split(" "):
                self._by_key.setdefault(key, []).append(number)
        self._rows = rows


def filing_words(name: str, country: str) -> tuple[str, ...]:
    """The surname, as words for comparing: the last word, or the first where surnames come first."""
    words = name.split()
    return name_words(words[0] if country in SURNAME_FIRST else words[-1])


def _role(row: list[str]) -> DatedRole:
    country, name, _, field, sector, start, end = row
    day = date.fromisoformat
    try:
        return DatedRole(country, name, field or None, sector, day(start), day(end) if end else None)
    except ValueError as error:
        raise TableError("dated_roles.csv", f"malformed date of {name} ({error})") from error
