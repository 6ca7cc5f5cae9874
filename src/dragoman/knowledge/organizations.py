"""Bodies: organizations of states and others, parties, legislatures, armed groups, media, companies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from dragoman.errors import TableError
from dragoman.knowledge.countries import Country
from dragoman.knowledge.gazetteer import Entry, EntryKind
from dragoman.knowledge.spelling import spellings
from dragoman.knowledge.tables import read_csv

ORGANIZATION_COLUMNS = ("kind", "id", "name", "country", "sector", "forms")
ORGANIZATION_TABLES = ("organizations", "dictionary_organizations")
"""Authored and built; the first has the better names."""
_KINDS: Mapping[str, EntryKind] = {kind: kind for kind in get_args(EntryKind)}


def organization_forms(countries: Mapping[str, Country]) -> Iterator[tuple[str, Entry]]:
    """Every form of every body with its gazetteer entry; acronym and full name share one identity.

    A body without a country is one of many countries (`igo`, most of `ngo`), or a word for such a body in any
    country ("Supreme Court").

    Raises:
        TableError: If a table is missing or malformed, or names a country or kind that does not exist.
    """
    for table in ORGANIZATION_TABLES:
        for kind, key, name, country, sector, forms in read_csv(table, ORGANIZATION_COLUMNS):
            if kind not in _KINDS or (country and country not in countries):
                raise TableError(f"{table}.csv", f"unknown kind {kind} or country {country} of {name}")
            entry = Entry(_KINDS[kind], f"{kind}:{key}", name, country or None, sector or None, table)
            for form in (name, *forms.split("|")) if forms else (name,):
                for spelling in spellings(form):
                    yield spelling, entry
