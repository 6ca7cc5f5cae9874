"""Titles without a name: "the Secretary", "the Iranian foreign minister", "Mr. President".

Such a title speaks of the person who holds that office in the document; where nobody named does, of the
country. No person is made for an office whose holder has no name in the text.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.resolve.actors_scan import Scan
from dragoman.resolve.offices import Title
from dragoman.resolve.offices_words import HONORIFICS
from dragoman.resolve.persons import Person
from dragoman.resolve.persons_offices import RANKS

INDEFINITE = frozenset({"a", "an", "any", "another", "every", "each", "no", "next", "new", "some", "first"})


@dataclass(slots=True)
class TitleMention:
    """A title without a name; `person` is who holds it, None where it stands for `country`."""

    title: Title
    first: int
    person: Person | None
    country: str | None


def find_title_mentions(
    scan: Scan, titles: list[Title], persons: list[Person], taken: bytearray
) -> list[TitleMention]:
    """Every title that stands alone and whose holder or country is known, in text order."""
    found = []
    for title in titles:
        if title.plural or title.word == "official" or any(taken[title.start : title.last]):
            continue  # people without a name are read as groups
        first = title.start
        if (
            first > 0
            and scan.cap[first - 1]
            and scan.tree.lower[first - 1] in HONORIFICS
            and not taken[first - 1]
        ):
            first -= 1
        before = scan.tree.lower[first - 1] if first > scan.sentence_start(title.head) else ""
        person = None
        if before not in INDEFINITE:
            person = _holder(scan, title, persons)
        if person is None and not (title.country is not None and title.is_office):
            continue
        if (
            person is None
            and title.sector is None
            and title.word not in {"leader", "representative", "chief"}
        ):
            continue
        found.append(TitleMention(title, first, person, title.country))
    return found


def _holder(scan: Scan, title: Title, persons: list[Person]) -> Person | None:
    """Who bears the title: the words must agree, the country too where given; the latest mentioned wins."""
    if not title.is_office or not (
        title.capital or title.country is not None or title.word in {"president", "minister"}
    ):
        return None
    wanted = set(title.text.lower().split())
    at = scan.tree.start[title.first]
    fitting: list[tuple[bool, int, int]] = []
    for number, person in enumerate(persons):
        if title.country is not None and person.country not in {None, title.country}:
            continue
        held = [
            t for t in person.titles if t.word == title.word and _fits(wanted, set(t.text.lower().split()))
        ]
        if not held:
            continue
        exact = any(set(t.text.lower().split()) == wanted for t in held)
        before = max((m.span.start for m in person.mentions if m.span.start < at), default=-1)
        fitting.append((exact, before, number))
    return persons[max(fitting)[2]] if fitting else None


def _fits(wanted: set[str], held: set[str]) -> bool:
    """Whether a title may be short for another: "Mayor" fits "Mayor of Riga", not "Deputy Mayor"."""
    return wanted <= held and not (held - wanted) & RANKS
