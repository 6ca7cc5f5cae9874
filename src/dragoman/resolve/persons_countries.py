"""The country that a person acts for: the words beside the name, then tables, then the neighbours.

Each answer says how it is known. A body of many countries gives none: its officials stay without a country.
"""

from __future__ import annotations

import re

from dragoman.knowledge import Tenure
from dragoman.resolve.actors_scan import Scan
from dragoman.resolve.offices import Title
from dragoman.resolve.persons import Person
from dragoman.resolve.persons_issuer import (
    add_dateline,
    add_issuer,
    add_same_title,
    add_speakers,
)
from dragoman.resolve.persons_neighbours import add_lone_titles, add_places, add_signed_for, carry_over
from dragoman.resolve.persons_story import add_story
from dragoman.resolve.persons_tenures import RECENT, tenures_of

LEADING = frozenset({"president", "minister", "leader", "king", "premier", "chancellor", "ruler"})
"""Titles under which texts speak of leaders whatever their office is called."""


def add_countries(scan: Scan, persons: list[Person], titles: list[Title]) -> None:
    """Fill country, basis and origin of every person, and the identity of those a table knows.

    Args:
        scan: The document.
        persons: Its persons, each with the country that stands beside the name.
        titles: All titles of the document; those without a name tell of offices too.
    """
    for person in persons:
        _match_tenure(scan, person)
        body = next((title.body for title in person.titles if title.body is not None), None)
        if person.country is None and body is not None and body.country is not None:
            person.infer(body.country, "body")
    carry_over(scan, persons)
    add_signed_for(scan, persons)
    add_lone_titles(persons, titles)
    add_issuer(scan, persons)
    carry_over(scan, persons)
    add_places(scan, persons)
    carry_over(scan, persons)
    add_same_title(persons)
    add_speakers(scan, persons)
    add_dateline(scan, persons)
    add_story(scan, persons)


def _match_tenure(scan: Scan, person: Person) -> None:
    """Look the person up among heads of state and government; title and name must agree."""
    heads = {title.word for title in person.titles if title.is_office}
    bare = next((m.leader for m in person.mentions if m.leader is not None), None)
    if bare is not None and not heads:
        person.country = None
        _identify(person, bare)
        return
    if not heads and len(person.words) < 2:
        return
    known = tenures_of(scan, person.name, country=person.country, within=RECENT)
    tenures = _fitting(scan, person, known, heads)
    if tenures and len({tenure.country for tenure in tenures}) == 1:
        _identify(person, tenures[0])


def _fitting(scan: Scan, person: Person, known: list[Tenure], heads: set[str]) -> list[Tenure]:
    """Of the tenures of people so named, those that the person's titles allow."""
    if not heads:
        return known if known and known[0].rank == "principal" else []
    tenures = [tenure for tenure in known if heads & set(re.split(r"[\s-]+", tenure.office.lower()))]
    if not tenures and heads & LEADING:
        # a prime minister of before, now president-elect: a full name tells, else the country has to
        named = len(person.words) > 1 or {tenure.country for tenure in known} <= scan.countries
        tenures = known if named else []
    if len({tenure.country for tenure in tenures}) > 1:
        tenures = [tenure for tenure in tenures if tenure.country in scan.countries]
    return tenures


def _identify(person: Person, tenure: Tenure) -> None:
    person.identity = f"leader:{tenure.country}:{tenure.name}"
    person.tenure = tenure
    if person.country is None:
        person.country, person.country_basis, person.country_origin = tenure.country, "knowledge", "leaders"
