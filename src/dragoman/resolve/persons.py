"""Persons: mentions of one human being put together, with country and offices.

Two people who share a surname stay two: a bare surname goes to the one whose title agrees, else to the only
one it suits, else to the nearest named before.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.knowledge import Tenure
from dragoman.records import Basis, Entity, Office
from dragoman.resolve.actors_scan import Scan
from dragoman.resolve.offices import Title
from dragoman.resolve.persons_find import PersonMention, person_mention
from dragoman.resolve.persons_names import name_end, name_words, suits


@dataclass(slots=True)
class Person:
    """One person of the document with everything said of them."""

    name: str
    words: tuple[str, ...]
    mentions: list[PersonMention] = field(default_factory=list)
    country: str | None = None
    country_basis: Basis = "text"
    country_origin: str | None = None
    gender: str | None = None
    foreign: bool = False
    """Whether the text says that the person acts for a body of many countries."""
    identity: str | None = None
    tenure: Tenure | None = None
    offices: list[Office] = field(default_factory=list)

    @property
    def titles(self) -> list[Title]:
        """Every title written with the name, in text order."""
        return [title for mention in self.mentions for title in mention.titles]

    def add(self, mention: PersonMention) -> None:
        """Take in a mention; a longer name becomes the person's name."""
        self.mentions.append(mention)
        longer = len(mention.words) > len(self.words)
        better_case = mention.words == self.words and self.name.isupper() and not mention.name.isupper()
        if longer or better_case:
            self.name, self.words = mention.name, mention.words
        self.country = self.country or mention.country
        self.gender = self.gender or mention.gender

    def infer(self, country: str, rule: str) -> None:
        """Note a country that a rule concluded."""
        self.country, self.country_basis, self.country_origin = country, "inferred", rule

    def sort(self) -> None:
        """Put the mentions in text order."""
        self.mentions.sort(key=lambda mention: mention.span)


def cluster(mentions: list[PersonMention]) -> list[Person]:
    """Persons in order of first mention."""
    persons: list[Person] = []
    for mention in sorted(mentions, key=lambda m: (-len(m.words), m.span)):
        person = choose(mention, [p for p in persons if suits(mention.words, p.words)])
        if person is None:
            person = Person(mention.name, mention.words)
            persons.append(person)
        person.add(mention)
    for person in persons:
        person.sort()
    persons.sort(key=lambda person: person.mentions[0].span)
    return persons


def choose(mention: PersonMention, fitting: list[Person]) -> Person | None:
    """Whom a name means where several people fit: by title, by country, else the nearest before."""
    fitting = [p for p in fitting if _compatible(mention, p)]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    heads = {title.word for title in mention.titles}
    for test in (
        lambda p: p.words == mention.words,
        lambda p: bool(heads & {title.word for title in p.titles}),
        lambda p: mention.country is not None and p.country == mention.country,
    ):
        kept = [p for p in fitting if test(p)]
        if len(kept) == 1:
            return kept[0]
        fitting = kept or fitting
    before = [(m.span, k) for k, p in enumerate(fitting) for m in p.mentions if m.span < mention.span]
    return fitting[max(before)[1]] if before else fitting[0]


def _compatible(mention: PersonMention, person: Person) -> bool:
    """A man is no woman, and two countries' officials are two people, where the text says so."""
    if mention.gender and person.gender and mention.gender != person.gender:
        return False
    different = mention.country and person.country and mention.country != person.country
    return not (different and mention.words != person.words)


def find_bare(scan: Scan, persons: list[Person]) -> None:
    """Find the names of known persons where they stand without a title: "Liu", "Japarov"."""
    taken = {i for person in persons for m in person.mentions for i in range(m.first or 0, m.last or 0)}
    bearers: dict[str, list[Person]] = {}
    for person in persons:
        for word in person.words:
            if len(word) > 1:
                bearers.setdefault(word, []).append(person)
    i, n = 0, len(scan.tree)
    while i < n:
        last = i + 1
        if scan.cap[i] and i not in taken and any(word in bearers for word in name_words(scan.tree.words[i])):
            last = max(last, _take_bare(scan, i, persons, taken))
        i = last
    for person in persons:
        person.sort()


def _take_bare(scan: Scan, i: int, persons: list[Person], taken: set[int]) -> int:
    """Give the name at token `i` to the person it suits; the longest reading first."""
    if scan.tree.lower[i] in scan.knowledge.common_words and not _acts(scan, i):
        return i
    for last in range(max(name_end(scan, i), i + 1), i, -1):
        if taken.intersection(range(i, last)) or not scan.tree.words[last - 1][-1].isalnum():
            continue
        mention = person_mention(scan, i, i, last)
        fitting = [p for p in persons if len(mention.words) <= len(p.words) and suits(mention.words, p.words)]
        if last - i == 1 and scan.hit_at[i] >= 0:
            fitting = [p for p in fitting if p.words[-1] == mention.words[-1]]
        person = choose(mention, fitting)
        if person is not None:
            person.add(mention)
            return last
    return i


def _acts(scan: Scan, i: int) -> bool:
    """Whether a common word is a name here; where a sentence starts, as its subject ("Moon greeted")."""
    if scan.tree.pos[i] != "PROPN":
        return False
    return i != scan.sentence_start(i) or scan.tree.dep[i] in {"nsubj", "nsubjpass", "poss"}


def person_entity(person: Person, number: int) -> Entity:
    """The record of a person."""
    forms = [m.name.title() if m.name.isupper() and len(m.name) > 3 else m.name for m in person.mentions]
    name = person.name.title() if person.name.isupper() and len(person.name) > 3 else person.name
    aliases = tuple(dict.fromkeys(form for form in forms if form != name))
    return Entity(
        id=f"e{number}",
        kind="person",
        name=name,
        aliases=aliases,
        country=person.country,
        sector=next((office.sector for office in person.offices if office.sector), None),
        offices=tuple(person.offices),
        identity=person.identity,
        basis=person.country_basis,
        origin=person.country_origin,
    )
