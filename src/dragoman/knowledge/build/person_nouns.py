"""Build `person_nouns.csv`: what a common noun denotes, for pronouns and nominals that point back to it.

The kind is that of WordNet's lexicographer file which holds the noun's most frequent senses; where the sense
counts know nothing, the first sense. Gender is written here: WordNet has none.

    python -m dragoman.knowledge.build.person_nouns --wordnet DIR

DIR is WordNet's folder `dict`, such as Debian's package `wordnet-base` installs.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from dragoman.knowledge.build.writing import Source, write_table

KINDS = {"18": "person", "14": "group", "15": "place", "28": "time", "05": "animal"}
"""WordNet's lexicographer file → kind; every other noun is a thing and stays out."""

SHARE = 0.5
"""Least share of the tagged senses that the kind must hold."""

FEMALE = """actress alderwoman assemblywoman aunt baroness bride bridesmaid businesswoman chairwoman
    congresswoman councilwoman countess daughter duchess empress gentlewoman girl girlfriend goddess
    godmother granddaughter grandma grandmother granny headmistress heiress heroine horsewoman
    hostess housewife lady landlady ma'am madam maid matriarch midwife mistress mom mother mum niece
    noblewoman nun policewoman priestess princess queen saleswoman schoolgirl servicewoman sister
    spokeswoman sportswoman stateswoman stepdaughter stepmother stewardess waitress widow wife woman"""
MALE = """alderman archbishop archduke assemblyman ayatollah baron bishop bloke boy boyfriend bridegroom
    brother businessman cameraman cardinal chairman chap clergyman congressman councilman count
    cowboy czar dad dude duke emir emperor father fellow fireman fisherman friar gentleman godfather
    grandfather grandpa grandson groom gunman guy headmaster hitman horseman husband imam king lad
    landlord man monk monsignor mullah nephew nobleman patriarch policeman pope priest prince
    salesman schoolboy serviceman shah sheikh sir son spokesman sportsman statesman stepfather
    stepson strongman sultan tsar uncle waiter widower"""

OVERRIDES = {
    "person": """adult agent baby candidate chair chairperson child civilian contractor counterpart
        defender delegate demonstrator detainee diplomat driver elder envoy expert fan fighter
        folk goalkeeper head host hostage human individual kid lawmaker member militant national
        neighbor neighbour official operator other participant partner passenger people person
        personnel prisoner protester provider rebel refugee seeker spokespeople spokesperson
        star survivor teen teenager troop user veteran victim volunteer youth""",
    "group": """administration agency airline alliance army audience authority band bank bloc bureau
        cabinet charity church club coalition college commission committee community company
        corporation council couple court crew crowd delegation department duo embassy family
        firm force foundation generation government group hospital institute institution
        majority military ministry minority navy network newspaper opposition organisation
        organization pair parliament party police public regime school secretariat senate side
        staff team trio union university""",
    "place": """base country homeland kingdom nation province republic state world""",
    "thing": """age back case cause character collection contact data end figure following game line
        link list medium model number point position power range series set source structure
        subject system variety""",
}
"""Nouns whose sense in the news is another than the most frequent one."""

SOURCE = Source(
    producer="Princeton University; authored here",
    title="WordNet 3.0, nouns by lexicographer file; genders and exceptions written here",
    url="https://wordnet.princeton.edu/",
    licence="WordNet 3.0 licence (free use with its notice); Apache-2.0 (authored columns)",
    accessed="2026-11-24",
    built_by="build/person_nouns.py",
    min_rows=6_000,
    max_rows=14_000,
)


def main() -> None:
    """Write the table and its source file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wordnet", type=Path, required=True, help="WordNet's folder of data files")
    kinds = dict(noun_kinds(parser.parse_args().wordnet)) | {
        noun: kind for kind, nouns in OVERRIDES.items() for noun in nouns.split()
    }
    genders = dict.fromkeys(FEMALE.split(), "f") | dict.fromkeys(MALE.split(), "m")
    kinds |= dict.fromkeys(genders, "person")
    rows = [(noun, kind, genders.get(noun, "")) for noun, kind in kinds.items()]
    print("person_nouns.csv:", write_table("person_nouns", ("noun", "kind", "gender"), rows, SOURCE), "nouns")


def noun_kinds(folder: Path) -> Iterator[tuple[str, str]]:
    """Every common noun of one word whose senses are mostly of one of the kinds."""
    file_of, common = read_synsets(folder / "data.noun")
    counts = read_counts(folder / "cntlist.rev")
    for line in (folder / "index.noun").read_text(encoding="ascii").splitlines():
        noun, *fields = line.split()
        if not noun.isalpha() or noun not in common:
            continue
        senses = fields[-int(fields[1]) :]
        weight: dict[str, float] = defaultdict(float)
        weight[file_of[senses[0]]] = 0.5
        for (word, file), count in (
            (key, counts[key]) for key in {(noun, file_of[sense]) for sense in senses}
        ):
            if word == noun:
                weight[file] += count
        best = max(weight, key=lambda file: weight[file])
        known = sum(weight.values()) > 0.5
        kind = KINDS.get(best)
        if kind and weight[best] >= SHARE * sum(weight.values()) and (known or kind in {"person", "time"}):
            yield noun, kind


def read_synsets(path: Path) -> tuple[dict[str, str], set[str]]:
    """Lexicographer file of each synset, and the words that are written in lower case in one."""
    file_of: dict[str, str] = {}
    common: set[str] = set()
    for line in path.read_text(encoding="ascii").splitlines():
        if line.startswith(" "):
            continue
        offset, file, _, size, *fields = line.split()
        file_of[offset] = file
        words = fields[0 : 2 * int(size, 16) : 2]
        common.update(word for word in words if word.islower())
    return file_of, common


def read_counts(path: Path) -> dict[tuple[str, str], int]:
    """How often each noun was tagged with a sense of each lexicographer file."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for line in path.read_text(encoding="ascii").splitlines():
        key, _, count = line.split()
        word, _, sense = key.partition("%")
        part, file, *_ = sense.split(":")
        if part == "1":
            counts[word, file] += int(count)
    return counts


if __name__ == "__main__":
    main()
