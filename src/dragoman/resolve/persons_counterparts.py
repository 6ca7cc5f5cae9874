"""The office of a counterpart: "the Peruvian minister met his Chilean counterpart, Ana Rojas"."""

from __future__ import annotations

from dragoman.records import Office
from dragoman.resolve.actors_scan import Scan
from dragoman.resolve.persons import Person
from dragoman.resolve.persons_find import skip_honorifics

OWNING = frozenset({"his", "her", "their", "its"})


def add_counterparts(scan: Scan, persons: list[Person]) -> None:
    """Give whoever is called a counterpart the office of the person named before in the sentence.

    Runs once every office that the text itself tells is known. The office is inferred, with the rule
    "counterpart", and held for the counterpart's own country; one that the text names is kept.
    """
    placed = sorted(
        ((m.name_first, person) for person in persons for m in person.mentions if m.first is not None),
        key=lambda pair: pair[0],
    )
    at: dict[int, Person] = {}
    for first, person in placed:
        at.setdefault(first, person)
    for i, lemma in enumerate(scan.tree.lower):
        if lemma != "counterpart" or not _owned(scan, i):
            continue
        n = scan.sentence_end(i)
        named = at.get(skip_honorifics(scan, i + 1 + (scan.tree.lower[i + 1 : i + 2] == [","]), n))
        if named is None or named.offices:
            continue
        floor = scan.sentence_start(i)
        before = [p for first, p in placed if floor <= first < i and p is not named and p.offices]
        if before:
            named.offices.append(_like(before[0].offices[0], named.country))


def _owned(scan: Scan, i: int) -> bool:
    """Whether "his", "her" or "their" stands before the noun, a demonym between them."""
    return any(scan.tree.lower[j] in OWNING for j in range(max(scan.sentence_start(i), i - 3), i))


def _like(office: Office, country: str | None) -> Office:
    """The same office for another country; its body is the first one's own."""
    title = office.title if office.organization is None else office.title.split(" of the ")[0]
    return Office(title, None, country, None, None, "inferred", "counterpart", None, office.sector)
