"""One pass over a text for every known name.

An automaton over all names of all tables finds candidates; boundaries and the longest match decide. The
caller gets *all* entries that share the matched form ("Georgia" is a country and a US state): choosing
between them needs the document, so it is not done here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

import ahocorasick_rs

EntryKind = Literal[
    "country", "demonym", "capital", "metonym", "city", "region", "organization", "party", "legislature",
    "armed_group",
    "military", "court", "company", "ngo", "igo", "initiative", "framework", "treaty", "summit", "issue",
    "place",
]  # fmt: skip


class Entry(NamedTuple):
    """One thing a name may stand for."""

    kind: EntryKind
    identity: str
    """Stable key: `country:KGZ`, `city:1528675`, `igo:NATO`, `initiative:belt-and-road`."""
    name: str
    """Canonical English name."""
    country: str | None
    """ISO alpha-3; for a metonym or demonym the country meant; None for bodies of many countries."""
    sector: str | None
    """PLOVER sector code, where the table says one."""
    origin: str
    """The table it comes from."""
    lat: float | None = None
    lon: float | None = None
    weight: float = 0.0
    """Population or another size, for ranking entries that share a form."""
    region: str | None = None
    """Code of the first-level region that a city lies in ("US-GA")."""


_RANK: Final[dict[EntryKind, int]] = {"country": 0, "metonym": 1, "demonym": 1, "issue": 3}
"""Kinds that come before or after the rest (2) where they share a form; within a rank weight decides."""


def _likelihood(entry: Entry) -> tuple[int, float]:
    """Sorts entries of one form: a country before its namesakes, an issue after the place of its name."""
    return _RANK.get(entry.kind, 2), -entry.weight


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found: code points `[start, end)` and every entry it may stand for, likeliest first."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class Gazetteer:
    """All names of the knowledge tables in one automaton.

    Matching is case-sensitive, and does not tell straight apostrophes from typographic ones; a form must
    begin and end at a word boundary. Overlapping hits are resolved in favour of the longest, then the
    leftmost.
    """

    def __init__(self, forms: Iterable[tuple[str, Entry]]) -> None:
        table: dict[str, list[Entry]] = {}
        for form, entry in forms:
            entries = table.setdefault(form.replace("’", "'"), [])
            if entry not in entries:
                entries.append(entry)
        self._forms = list(table)
        self._entries = [
            tuple(sorted(entries, key=_likelihood)) if len(entries) > 1 else (entries[0],)
            for entries in table.values()
        ]
        # this kind is built the fastest; finding is a small part of the work on a document with any
        kind = ahocorasick_rs.Implementation.NoncontiguousNFA
        self._automaton = ahocorasick_rs.AhoCorasick(self._forms, store_patterns=False, implementation=kind)

    def __len__(self) -> int:
        return len(self._forms)

    def find(self, text: str) -> list[Hit]:
        """Every known name in the text, left to right, none overlapping."""
        found = []
        size = len(text)
        straight = text.replace("’", "'")
        for number, start, end in self._automaton.find_matches_as_indexes(straight, overlapping=True):
            if start and text[start - 1].isalnum() and text[start].isalnum():
                continue
            if end < size and text[end].isalnum() and text[end - 1].isalnum():
                continue
            found.append((start - end, start, end, number))
        found.sort()
        taken = bytearray(size)
        hits = []
        for _, start, end, number in found:
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\x01" * (end - start)
            hits.append(Hit(start, end, self._entries[number]))
        hits.sort(key=lambda hit: hit.start)
        return hits

    def get(self, form: str) -> tuple[Entry, ...]:
        """Entries of one exact form; empty where it is unknown."""
        hits = self.find(form)
        return hits[0].entries if len(hits) == 1 and hits[0].end - hits[0].start == len(form) else ()
