"""Projects told by what is done to a site, and what a name by pattern is."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records import EntityKind
from dragoman.resolve.actors_scan import HYPHENS, Scan
from dragoman.resolve.actors_words import word_set

BIG_CITY = 100_000
"""Inhabitants from which a city's name stands for that city."""
BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM"})
SITES = word_set(
    """airport bridge building canal cathedral center centre church dam embassy facility grid highway hospital
    house housing line metro mosque museum network palace pipeline plant port railway reservoir road roads
    school schools square stadium station street system temple terminal theater theatre university"""
)
"""What is built and renovated."""


@dataclass(slots=True)
class NamedThing:
    """A name found by pattern: tokens `[first, last)`, the noun at `head`, what it stands for."""

    first: int
    last: int
    head: int
    kind: EntityKind
    sector: str | None
    country: str | None
    name: str
    own: bool = False
    """Whether the document takes it for its own government's: "the Department of the Treasury"."""


def country_in(scan: Scan, first: int, last: int) -> str | None:
    """The country that a name speaks of, by itself, its adjective, a region or a big city."""
    for k in range(first, last):
        hit = scan.hit(k)
        if hit is None or hit.entry.country is None:
            continue
        if hit.entry.kind not in {"city", "place"} or hit.entry.weight >= BIG_CITY:
            return hit.entry.country
    return None


def read_works(scan: Scan, i: int) -> NamedThing | None:
    """The project that token `i` begins: "renovation projects of the municipal road network"."""
    tree, n = scan.tree, scan.sentence_end(i)
    j = i + 1
    if j < n and tree.lower[j] in {"project", "projects", "works", "work"}:
        j += 1
    if j >= n or tree.lower[j] != "of" or (j == i + 1 and not _site_follows(scan, j + 1, n)):
        return None
    end = _phrase_end(scan, j + 1, n)
    if end is None:
        return None
    country = country_in(scan, j, end)
    return NamedThing(i, end, j - 1 if j > i + 1 else i, "project", None, country, scan.text(i, end))


def _site_follows(scan: Scan, j: int, n: int) -> bool:
    nouns = (k for k in range(j, min(n, j + 7)) if scan.tree.pos[k] in {"NOUN", "PROPN"})
    return any(scan.tree.lower[k] in SITES for k in nouns)


def _phrase_end(scan: Scan, j: int, n: int) -> int | None:
    """End of the noun phrase at `j`, up to its noun; what follows in "in Bishkek" stays out."""
    tree, end = scan.tree, None
    for k in range(j, min(n, j + 9)):
        if tree.pos[k] in {"NOUN", "PROPN"}:
            end = k + 1
        elif tree.pos[k] not in BEFORE_NOUN and tree.words[k] not in HYPHENS and tree.tag[k] != "VBN":
            break
    return end
