"""Heads of state and government with their tenures: who held which office when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from dragoman.errors import TableError
from dragoman.knowledge.names import PersonName, bears, keys, name_words, natural_name, person_name
from dragoman.knowledge.tables import read_csv

Rank = Literal["principal", "representative", "deputy", "other"]
TENURE_COLUMNS = (
    "country", "name", "filing", "aka", "office", "role", "rank", "start", "end", "serving", "first_seen",
    "last_seen",
)  # fmt: skip
ALIAS_COLUMNS = ("country", "name", "alias")
_RANKS: tuple[Rank, ...] = get_args(Rank)
_PASSING = re.compile(
    r"^(?:(?:acting|interim|caretaker|transitional|transition|outgoing|incoming|provisional|former|then|ex)"
    r"[ -])+"
)
_ORDINAL = re.compile(r"^(?:first|second|third|executive|permanent|senior|1st|2nd) ")
_OFFICE_CLASSES = (
    ("prime minister", "premier", "taoiseach", "president of the government",
     "chairman of the council of ministers",
     "chairman of the cabinet of ministers", "president of the council of ministers", "chief minister"),
    ("deputy prime minister", "deputy premier", "vice premier", "vice prime minister", "tanaiste"),
    ("emir", "amir"),
    ("king", "monarch"),
    ("queen", "monarch"),
    ("governor general", "governor-general"),
    ("chancellor", "federal chancellor"),
    ("president", "federal president", "state president"),
)  # fmt: skip
"""Titles of one office; the first is the class."""
_CLASS = {title: titles[0] for titles in reversed(_OFFICE_CLASSES) for title in titles}
_ROLES: Mapping[str, str] = {
    "chief of state": "chief of state",
    "head of state": "chief of state",
    "head of government": "head of government",
    "leader": "",
}
"""Words for a role rather than an office; "" is in either role."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one office.

    `start` and `end` are the first and last known day, inclusive; None where not stated. `filing` is the
    part of the name people are filed under. `role` is "chief of state", "head of government" or both,
    parted by "; ". `first_seen` and `last_seen` bound the sightings in the source. `serving` says that the
    person was in office in the source's last state; where neither that nor `end` is known the tenure is
    vouched for until `last_seen` only. `rank` is `other` for members of a collective body, and for a
    sovereign in the countries besides the home one.
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
    serving: bool
    first_seen: date
    last_seen: date
    origin: str = "leaders"

    def covers(self, on: date) -> bool:
        """Whether the office was held on a day, as far as the source tells."""
        if on < (self.start or self.first_seen):
            return False
        return self.serving or on <= (self.end or self.last_seen)


class Leaders:
    """Tenures, found by name or by office."""

    def __init__(self, tenures: Iterable[Tenure], aliases: Iterable[tuple[str, str, str]] = ()) -> None:
        self.tenures = tuple(tenures)
        self._aliases: dict[tuple[str, str], list[str]] = {}
        for country, name, alias in aliases:
            self._aliases.setdefault((country, name), []).append(alias)
        self._names: list[tuple[PersonName, ...]] = []
        self._by_key: dict[str, list[int]] = {}
        self._by_country: dict[str, list[Tenure]] = {}

    def __len__(self) -> int:
        return len(self.tenures)

    def held(self, name: str, *, country: str | None = None, on: date | None = None) -> tuple[Tenure, ...]:
        """Tenures of whoever bears this name.

        Args:
            name: A surname or a full name in any order of its parts, without titles.
            country: ISO alpha-3 to keep to; None for all. With it, another romanization of the surname is
                enough ("Gaddafi" for Qadhafi); without it, the given names must agree too.
            on: Keep only tenures that cover this day; None for all.

        Returns:
            Likeliest first: whoever's filing part is named in full, principals before deputies, then the
            latest start; empty where nobody is known.
        """
        if not self._by_key:
            self._index()
        words = name_words(name)
        numbers = {number for key in keys(words) for number in self._by_key.get(key, ())}
        found = []
        for number in sorted(numbers):
            tenure = self.tenures[number]
            if country is not None and tenure.country != country:
                continue
            if on is not None and not tenure.covers(on):
                continue
            shares = [
                share
                for own in self._names[number]
                if (share := bears(own, words, loosely=country is not None))
            ]
            if shares:
                found.append((-max(shares), *_likelihood(tenure), number))
        return tuple(self.tenures[found_number] for *_, found_number in sorted(found))

    def holder(self, country: str, office: str, on: date) -> Tenure | None:
        """Who held an office on a day.

        Args:
            country: ISO alpha-3.
            office: The office as texts have it ("president", "premier") or a role ("head of state",
                "leader").
            on: The day.

        Returns:
            The tenure; None where none covers the day, or several people share the office.
        """
        if not self._by_country:
            for tenure in self.tenures:
                self._by_country.setdefault(tenure.country, []).append(tenure)
        wanted = office.casefold().strip()
        role = _ROLES.get(wanted)
        asked = office_classes(wanted)
        found = [
            tenure
            for tenure in self._by_country.get(country, ())
            if tenure.covers(on)
            and (role in tenure.role if role is not None else asked & office_classes(tenure.office))
        ]
        found.sort(key=_likelihood)
        rank = 1 if wanted == "leader" else 2
        rivals = [
            tenure for tenure in found[1:] if _likelihood(tenure)[:rank] == _likelihood(found[0])[:rank]
        ]
        if not found or any(tenure.name != found[0].name for tenure in rivals):
            return None
        return found[0]

    def _index(self) -> None:
        for number, tenure in enumerate(self.tenures):
            forms = [(tenure.name, tenure.filing)]
            forms += [natural_name(alias) for alias in tenure.aka]
            forms += [natural_name(alias) for alias in self._aliases.get((tenure.country, tenure.name), ())]
            names = tuple(person_name(*form) for form in forms)
            self._names.append(names)
            for key in {key for name in names for key in keys(name.filed)}:
                self._by_key.setdefault(key, []).append(number)


def office_classes(office: str) -> frozenset[str]:
    """What an office is at bottom: `Acting President of the Republic` is president, `Premier` prime minister.

    Two offices in one hand are two classes: `Crown Prince and Prime Minister`.
    """
    return frozenset(_office_class(part) for part in office.casefold().strip().split(" and "))


def _office_class(office: str) -> str:
    plain = _PASSING.sub("", office)
    while plain not in _CLASS and " of " in plain:
        plain = plain.rpartition(" of ")[0]
    plain = _CLASS.get(plain, plain)
    ordinal = _ORDINAL.sub("", plain)
    return _CLASS.get(ordinal, ordinal)


def _likelihood(tenure: Tenure) -> tuple[int, int]:
    return _RANKS.index(tenure.rank), -(tenure.start or tenure.first_seen).toordinal()


def load_leaders() -> Leaders:
    """Every tenure of the table.

    Raises:
        TableError: If a table is missing or malformed.
    """
    aliases = [(country, name, alias) for country, name, alias in read_csv("leader_aliases", ALIAS_COLUMNS)]
    try:
        return Leaders([_tenure(row) for row in read_csv("leaders", TENURE_COLUMNS)], aliases)
    except (ValueError, KeyError) as error:
        raise TableError("leaders.csv", f"malformed date or rank ({error})") from error


def _tenure(row: list[str]) -> Tenure:
    country, name, filing, aka, office, role, rank, start, end, serving, first_seen, last_seen = row
    day = date.fromisoformat
    return Tenure(
        country=country,
        name=name,
        filing=filing,
        aka=tuple(aka.split("|")) if aka else (),
        office=office,
        role=role,
        rank=_RANK_OF[rank],
        start=day(start) if start else None,
        end=day(end) if end else None,
        serving=serving == "yes",
        first_seen=day(first_seen),
        last_seen=day(last_seen),
    )


_RANK_OF: Mapping[str, Rank] = {rank: rank for rank in _RANKS}
