"""The offices of a person: the titles written with the name, each once, the fullest form of each."""

from __future__ import annotations

import msgspec

from dragoman.knowledge import Tenure
from dragoman.records import Office
from dragoman.resolve.offices import Title
from dragoman.resolve.persons import Person

RANKS = frozenset(
    {"deputy", "vice", "assistant", "acting", "former", "interim", "under", "associate", "first"}
)
"""Words that make another office of a title, not a fuller form of the same."""


def add_offices(person: Person) -> None:
    """Fill `person.offices` from the titles of the mentions, in text order."""
    kept: list[Title] = []
    for title in person.titles:
        if not title.is_office:
            continue
        same = next((k for k, other in enumerate(kept) if _same_office(title, other)), None)
        if same is None:
            kept.append(title)
        elif len(title.text) > len(kept[same].text):
            kept[same] = title
    person.offices.extend(_office(title, person) for title in kept)
    if person.tenure is not None:
        _add_tenure(person, person.tenure)


def _same_office(a: Title, b: Title) -> bool:
    """Whether two titles are one office: "Mayor" and "Mayor of Riga" are, "Deputy Mayor" is another."""
    if a.word != b.word:
        return False
    short, full = sorted((set(a.text.lower().split()), set(b.text.lower().split())), key=len)
    return short <= full and not (full - short) & RANKS


def _add_tenure(person: Person, tenure: Tenure) -> None:
    """Date the office that the table knows; where the text gives none, add it."""
    held = set(tenure.office.lower().split())
    for number, office in enumerate(person.offices):
        words = set(office.title.lower().split())
        if words & held and not words & RANKS and not office.former:
            person.offices[number] = msgspec.structs.replace(
                office, start=tenure.start, end=tenure.end, origin="leaders"
            )
            return
    if not person.offices:
        country, sector = tenure.country, "GOV"
        person.offices.append(
            Office(
                tenure.office, None, country, tenure.start, tenure.end, "knowledge", "leaders", None, sector
            )
        )


def _office(title: Title, person: Person) -> Office:
    return Office(
        title=title.text,
        organization=title.organization,
        country=title.country or person.country,
        start=None,
        end=None,
        basis="text",
        origin=None,
        evidence=title.span,
        sector=title.sector,
        former=title.former,
    )
