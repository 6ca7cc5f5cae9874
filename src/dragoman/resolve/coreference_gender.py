"""What single words tell of whom they speak of: kind of a common noun, gender of a name.

Agreement is a bit mask over the pronouns HE, SHE, IT and THEY, so that comparing two costs one `&`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.knowledge.tables import read_csv
from dragoman.parse.tree import Tree
from dragoman.records import Entity
from dragoman.resolve.actors_words import word_set

HE, SHE, IT, THEY = 1, 2, 4, 8
"""Bits of the pronouns that may stand for something."""
WEAK = 4
"""A mask shifted by this many bits holds the pronouns that stand for it only now and then."""

PERSON, GROUP, COUNTRY, PLACE, THING, TIME, NAME, MANY = range(8)
"""Kinds: NAME is a name that nothing is known of, MANY a plural of things."""

CODES = {"person": PERSON, "group": GROUP, "place": PLACE, "time": TIME, "animal": THING, "thing": THING}
"""Kinds as `person_nouns` writes them."""
COUNTRY_NOUNS = frozenset({"country", "nation", "republic", "kingdom", "state"})
PERSON_ENDINGS = ("man", "woman", "person", "ist", "ian", "eer")
NOT_PERSONS = word_set("list mist twist fist waist gist beer deer career median")

MALE_WORDS = word_set(
    """mr mr. sir lord king prince emperor pope sheikh emir sultan duke count baron father brother imam
    ayatollah hojjatoleslam patriarch rabbi cardinal archbishop monsignor chairman congressman spokesman
    statesman"""
)
FEMALE_WORDS = word_set(
    """ms ms. mrs mrs. miss lady dame queen princess empress duchess countess baroness madam madame mme
    sister chairwoman congresswoman spokeswoman sheikha"""
)
"""Words beside a name that settle its gender."""

FAMILY_NAME_FIRST = word_set("CHN HKG MAC TWN KOR PRK VNM KHM MNG SGP LAO")
"""Countries whose names, as the press writes them, begin with the family name: no gender is read off the
first word."""
FEMALE_ENDINGS = ("ova", "eva", "skaya", "skaia", "yeva", "dottir", "dóttir")
MALE_ENDINGS = ("ov", "ev", "sky", "skiy", "skyi", "skyy", "ovich")
"""Ends of family names that carry gender: Slavic, Central Asian, Icelandic."""


@dataclass(frozen=True, slots=True)
class NounTable:
    """Kind and gender of a common noun, gender of a given name."""

    kind: Mapping[str, str]
    gender: Mapping[str, str]
    given: Mapping[str, str]


@cache
def load_nouns() -> NounTable:
    """The tables `person_nouns` and `given_names`; loaded once.

    Raises:
        TableError: If one is missing or malformed.
    """
    nouns = read_csv("person_nouns", ("noun", "kind", "gender"))
    given = read_csv("given_names", ("name", "gender", "origin"))
    return NounTable(
        kind={noun: kind for noun, kind, _ in nouns},
        gender={noun: gender for noun, _, gender in nouns if gender},
        given={name: gender for name, gender, _ in given},
    )


def person_mask(gender: str | None) -> int:
    """Pronouns for one person whose gender is "m", "f" or unknown."""
    return HE if gender == "m" else SHE if gender == "f" else HE | SHE


def noun_kind(lemma: str, nouns: NounTable) -> int:
    """Kind of a common noun; THING where no table and no ending tells."""
    if lemma in COUNTRY_NOUNS:
        return COUNTRY
    kind = nouns.kind.get(lemma)
    if kind:
        return CODES[kind]
    if "-" in lemma:
        return noun_kind(lemma.rsplit("-", 1)[1], nouns)
    if lemma.endswith(PERSON_ENDINGS) and lemma not in NOT_PERSONS:
        return PERSON
    return THING


def person_gender(entity: Entity, nouns: NounTable) -> str | None:
    """Gender of a named person by title, given name or family name; None where they don't tell."""
    for office in entity.offices:
        for word in office.title.lower().split():
            gender = title_gender(word)
            if gender:
                return gender
    return name_gender(entity.name.split(), nouns, family_first=entity.country in FAMILY_NAME_FIRST)


def name_gender(words: Sequence[str], nouns: NounTable, *, family_first: bool = False) -> str | None:
    """Gender that a name's words speak for; a lone family name tells little."""
    given = [] if family_first or len(words) < 2 else words[:-1]
    for word in given:
        gender = nouns.given.get(word) or nouns.given.get(word.split("-")[0])
        if gender:
            return gender
    last = words[-1].lower() if words else ""
    if last.endswith(FEMALE_ENDINGS):
        return "f"
    return "m" if last.endswith(MALE_ENDINGS) and len(last) > 5 else None


def words_gender(tree: Tree, first: int, last: int) -> str | None:
    """Gender by an honorific among the tokens `[first, last)` or right before them."""
    for i in range(max(first - 1, 0), last):
        gender = title_gender(tree.lower[i])
        if gender:
            return gender
    return None


def title_gender(word: str) -> str | None:
    """Gender that a title or honorific, in lower case, carries."""
    return "m" if word in MALE_WORDS else "f" if word in FEMALE_WORDS else None
