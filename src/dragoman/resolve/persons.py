"""Persons: mentions of one human being put together, with country and offices.

Two people who share a surname stay two: a bare surname goes to the one whose title agrees, else to the only one it
suits, else to the nearest named before.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.records import Basis, Entity, Office, Span
from dragoman.resolve.actors_scan import Scan
from dragoman.resolve.offices import Title, title_text
from dragoman.resolve.persons_find import PersonMention, person_mention
from dragoman.resolve.persons_names import name_end, name_words, suits


@dataclass(slots=True)
class Person:
    """One person of the document with everything said of them."""

    name: str
    words: tuple[str, ...]
    mentions: list[PersonMention] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    country: str | None = None
    country_basis: Basis = "text"
    country_origin: str | None = None
    gender: str | None = None

    def add(self, mention: PersonMention) -> None:
        """Take in a mention; a longer name becomes the person's name."""
        self.mentions.append(mention)
        if len(mention.words) > len(self.words):
            self.name, self.words = mention.name, mention.words
        self.titles.extend(mention.titles)
        self.country = self.country or mention.country
        self.gender = self.gender or mention.gender


def cluster(scan: Scan, mentions: list[PersonMention]) -> list[Person]:
    """Persons in order of first mention."""
    persons: list[Person] = []
    for mention in sorted(mentions, key=lambda m: (-len(m.words), m.first)):
        fitting = [p for p in persons if suits(mention.words, p.words)]
        person = _choose(scan, mention, fitting)
        if person is None:
            person = Person(mention.name, mention.words)
            persons.append(person)
        person.add(mention)
    for person in persons:
        person.mentions.sort(key=lambda m: m.first)
    persons.sort(key=lambda p: p.mentions[0].first)
    return persons


def add_bare_names(scan: Scan, persons: list[Person]) -> None:
    """Find the names of known persons where they stand without title: "Liu", "Japarov"."""
    taken = {i for person in persons for m in person.mentions for i in range(m.first, m.last)}
    starts: dict[str, list[Person]] = {}
    for person in persons:
        for word in person.words:
            if len(word) > 1:
                starts.setdefault(word, []).append(person)
    i, n = 0, len(scan.tree)
    while i < n:
        last = i
        if i not in taken and scan.cap[i] and any(w in starts for w in name_words(scan.tree.words[i])):
            last = name_end(scan, i)
        if last > i and not taken.intersection(range(i, last)):
            mention = person_mention(scan, i, i, last)
            person = _choose(scan, mention, [p for p in persons if suits(mention.words, p.words)])
            if person is not None:
                person.add(mention)
        i = max(last, i + 1)
    for person in persons:
        person.mentions.sort(key=lambda m: m.first)


def _choose(scan: Scan, mention: PersonMention, fitting: list[Person]) -> Person | None:
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    heads = {title.word for title in mention.titles}
    same = [p for p in fitting if heads & {t.word for t in p.titles}]
    if len(same) == 1:
        return same[0]
    before = [p for p in fitting if any(m.first < mention.first for m in p.mentions)]
    return max(
        before or fitting,
        key=lambda p: max((m.first for m in p.mentions if m.first < mention.first), default=-1),
    )


def person_entity(scan: Scan, person: Person, number: int) -> Entity:
    """The record of a person."""
    offices = _offices(scan, person)
    aliases = tuple(dict.fromkeys(m.name for m in person.mentions if m.name != person.name))
    sector = next((o.sector for o in offices if o.sector), None)
    return Entity(
        id=f"p{number}",
        kind="person",
        name=person.name,
        aliases=aliases,
        country=person.country,
        sector=sector,
        offices=offices,
        basis=person.country_basis,
        origin=person.country_origin,
    )


def _offices(scan: Scan, person: Person) -> tuple[Office, ...]:
    found: dict[str, Office] = {}
    for title in sorted(person.titles, key=lambda t: t.first):
        text = title_text(scan, title)
        key = text.lower()
        if key in found or any(key in other for other in found):
            continue
        span = Span(scan.tree.start[title.first], scan.tree.end[title.last - 1])
        found[key] = Office(
            text,
            title.organization,
            person.country,
            None,
            None,
            "text",
            None,
            span,
            title.sector,
            title.former,
        )
    return tuple(found.values())
