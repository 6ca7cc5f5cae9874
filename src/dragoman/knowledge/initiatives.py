"""What states do together or disagree about: initiatives, frameworks, treaties, summits and issues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from dragoman.errors import TableError
from dragoman.knowledge.countries import Country
from dragoman.knowledge.gazetteer import Entry, EntryKind
from dragoman.knowledge.spelling import spellings
from dragoman.knowledge.tables import read_csv

INITIATIVE_COLUMNS = ("kind", "id", "name", "country", "lat", "lon", "forms")
_KINDS: Mapping[str, EntryKind] = {kind: kind for kind in get_args(EntryKind)}


def initiative_forms(countries: Mapping[str, Country]) -> Iterator[tuple[str, Entry]]:
    """Every form of every initiative with its gazetteer entry, from the flat copy of `initiatives.yaml`.

    Raises:
        TableError: If the table is missing or malformed, or names a country or kind that does not exist.
    """
    for kind, key, name, country, lat, lon, forms in read_csv("initiative_forms", INITIATIVE_COLUMNS):
        if kind not in _KINDS or (country and country not in countries):
            raise TableError("initiative_forms.csv", f"unknown kind {kind} or country {country} of {name}")
        point = (float(lat), float(lon)) if lat else (None, None)
        entry = Entry(_KINDS[kind], f"{kind}:{key}", name, country or None, None, "initiatives", *point)
        for form in (name, *forms.split("|")) if forms else (name,):
            for spelling in spellings(form):
                yield spelling, entry
