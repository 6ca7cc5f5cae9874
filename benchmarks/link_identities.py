"""How well people are told apart across documents: `python benchmarks/link_identities.py [--wrong]`.

The heads of state and government of the World Factbook (`dragoman/knowledge/leaders.csv`) each appear in
several documents, under seeded variants of their names, with and without country and office. Their keys in
the knowledge tables are withheld, so that what is measured is `link.identities` by name, country and office.

A link is right if everybody under its key is one person of the table. The table has the same person under
several spellings now and then, and they count as different: `--wrong` prints what was joined, to be read.
"""

from __future__ import annotations

import argparse
import itertools
import random
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.knowledge.leaders import Tenure, load_leaders
from dragoman.link import Known, link_identities

SEED = 20211124
RECORDS = 6
"""Documents that name each person."""
NAMESAKES = 0.1
"""Share of the people who get a namesake in another country, with an office of somebody there."""
COUNTRY_TOLD, OFFICE_TOLD = 0.7, 0.5
"""How often a document tells a person's country, and office."""


@dataclass(frozen=True)
class Person:
    """Somebody of the table."""

    country: str
    name: str
    offices: tuple[str, ...]
    aka: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """One record of a person, and how the name was varied."""

    person: Person
    variant: str
    known: Known


def plain(name: str) -> str:
    """Without accents."""
    return "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))


def family_first(name: str) -> str:
    """The last word first, with a comma."""
    *given, family = name.split()
    return f"{family}, {' '.join(given)}"


def without_initials(name: str) -> str:
    """Single letters between the first and the last word left out."""
    first, *middle, last = name.split()
    return " ".join([first, *(word for word in middle if len(word.strip(".")) > 1), last])


def hyphenated(name: str) -> str:
    """The first two words joined by a hyphen, as wires differ."""
    return name.replace(" ", "-", 1)


VARIANTS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "without accents": plain,
    "capitals": str.upper,
    "family name first": family_first,
    "with a courtesy title": "Mr. {}".format,
    "without initials": without_initials,
    "with a hyphen": hyphenated,
}


def people() -> list[Person]:
    """Everybody of the table whose name has two words."""
    tenures: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in load_leaders().tenures:
        if len(tenure.name.split()) > 1:
            tenures[tenure.country, tenure.name].append(tenure)
    return [
        Person(
            country,
            name,
            tuple(dict.fromkeys(one.office for one in own)),
            tuple(dict.fromkeys(spelling for one in own for spelling in one.aka)),
        )
        for (country, name), own in sorted(tenures.items())
    ]


def namesakes(persons: Sequence[Person], rng: random.Random) -> list[Person]:
    """People who never were: the name of one, the country and office of another."""
    made = []
    for person in persons:
        if rng.random() < NAMESAKES:
            other = rng.choice(persons)
            if other.country != person.country:
                made.append(Person(other.country, person.name, other.offices, ()))
    return made


def records(persons: Sequence[Person], rng: random.Random) -> Iterator[Told]:
    """Each person's records: one as the table has it, the others varied by lot."""
    number = itertools.count()
    for person in persons:
        varied = rng.choices(list(VARIANTS), k=RECORDS - 1)
        drawn = [("as it is", person.name)]
        drawn += [(variant, VARIANTS[variant](person.name)) for variant in varied]
        drawn += [("another spelling of the table", one) for one in person.aka]
        for variant, name in drawn:
            known = Known(
                document=f"d{next(number)}",
                entity="n1",
                kind="person",
                name=name,
                country=person.country if rng.random() < COUNTRY_TOLD else None,
                offices=(rng.choice(person.offices),) if rng.random() < OFFICE_TOLD else (),
            )
            yield Told(person, variant, known)


def pairs(sizes: Sequence[int]) -> int:
    """Pairs within groups of these sizes."""
    return sum(size * (size - 1) // 2 for size in sizes)


def report(told: Sequence[Told], keys: Mapping[str, str]) -> list[set[Person]]:
    """Print precision and recall of pairs, and recall by variant; returns the groups of several persons."""
    groups: dict[str, list[Person]] = defaultdict(list)
    for one in told:
        if one.known.document in keys:
            groups[keys[one.known.document]].append(one.person)
    linked = pairs([len(own) for own in groups.values()])
    right = sum(pairs([own.count(person) for person in set(own)]) for own in groups.values())
    of_person: dict[Person, int] = defaultdict(int)
    for one in told:
        of_person[one.person] += one.variant != "another spelling of the table"
    base = {one.person: keys.get(one.known.document) for one in reversed(told) if one.variant == "as it is"}
    print(f"{len(of_person)} people, {len(told)} records, {linked} pairs linked")
    print(f"  precision {right / linked:.4f} ({linked - right} pairs of different people)")
    for variant in [*VARIANTS, "another spelling of the table"]:
        own = [one for one in told if one.variant == variant]
        met = sum(keys.get(one.known.document) == base[one.person] is not None for one in own)
        print(f"  {variant:<30} {len(own):>5} records, {met / len(own):.4f} with the key of the plain one")
    return [set(own) for own in groups.values() if len(set(own)) > 1]


def measured(persons: Sequence[Person], rng: random.Random) -> list[set[Person]]:
    """Link the persons' records and report."""
    told = list(records(persons, rng))
    keys = {link.document: link.key for link in link_identities(one.known for one in told)}
    return report(told, keys)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="How well people are told apart across documents.")
    parser.add_argument("--wrong", action="store_true", help="print the persons that share a key")
    options = parser.parse_args()
    rng, persons = random.Random(SEED), people()  # noqa: S311  # a seeded experiment
    joined = measured(persons, rng)
    print("with namesakes:")
    measured(persons + namesakes(persons, rng), rng)
    if options.wrong:
        for group in joined:
            print("; ".join(f"{one.name} ({one.country}: {', '.join(one.offices)})" for one in group))


if __name__ == "__main__":
    main()
