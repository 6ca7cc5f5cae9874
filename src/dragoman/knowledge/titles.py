"""Words that make a title: the office's head noun and what may stand before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.knowledge.tables import read_csv

TITLE_COLUMNS = ("title", "kind", "sector")


@dataclass(frozen=True, slots=True)
class Titles:
    """Title words as data.

    `heads` gives the PLOVER sector of a head noun or multiword head, in lower case, singular and plural
    ("foreign minister": GOV). `modifiers` are the words that may stand before a head and change the rank or
    the time, not the sector ("deputy", "acting", "former"). `honorifics` say nothing of an office ("Mr.",
    "Sheikh").
    """

    heads: Mapping[str, str]
    modifiers: frozenset[str]
    honorifics: frozenset[str]


def load_titles() -> Titles:
    """The title words.

    Raises:
        TableError: If the table is missing or malformed.
    """
    rows = read_csv("titles", TITLE_COLUMNS)
    return Titles(
        heads={title: sector for title, kind, sector in rows if kind == "head"},
        modifiers=frozenset(title for title, kind, _ in rows if kind == "modifier"),
        honorifics=frozenset(title for title, kind, _ in rows if kind == "honorific"),
    )
