"""Relatives: "Okello's wife, Miriam Achieng, and his children, Ruth, Amos and Joy"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.resolve.actors_scan import POSSESSIVES, Scan
from dragoman.resolve.actors_words import word_set
from dragoman.resolve.persons import Person
from dragoman.resolve.persons_find import PersonMention, person_mention
from dragoman.resolve.persons_names import could_be_name, name_end, name_words, suits

KIN_GENDER: Mapping[str, str | None] = {
    **dict.fromkeys(
        word_set(
            """boyfriend brother brother-in-law brothers father father-in-law fiancé grandfather grandson
            half-brother husband nephew son son-in-law sons stepfather stepson uncle widower"""
        ),
        "m",
    ),
    **dict.fromkeys(
        word_set(
            """aunt daughter daughter-in-law daughters fiancée girlfriend granddaughter grandmother
            half-sister mother mother-in-law niece sister sister-in-law sisters stepdaughter stepmother
            widow wife"""
        ),
        "f",
    ),
    **dict.fromkeys(word_set("child children cousin cousins grandchildren parents siblings spouse twins")),
}
"""Relative → "m" or "f" where the word tells."""

PLURAL_KIN = word_set("sons brothers daughters sisters children parents siblings cousins twins grandchildren")
OWN = word_set("his her their")


@dataclass(slots=True)
class Relative:
    """A named relative, and the person (by name words) whose relative it is; None where a pronoun says so."""

    mention: PersonMention
    of: tuple[str, ...] | None


def find_relatives(scan: Scan, titled: list[PersonMention], taken: bytearray) -> list[Relative]:
    """Every relative who is named beside the word for the kinship, in text order.

    Args:
        scan: The document.
        titled: Persons already found; a relative with a title is one of them.
        taken: Tokens that belong to something else.
    """
    found: list[Relative] = []
    known = {m.name_first for m in titled}
    tree = scan.tree
    i, n = 0, len(tree)
    while i < n:
        if tree.lower[i] not in KIN_GENDER:
            i += 1
            continue
        end = scan.sentence_end(i)
        kin = _coordinated(scan, i, end)
        names = _names(scan, kin[-1] + 1, end, many=len(kin) > 1 or tree.lower[kin[-1]] in PLURAL_KIN)
        owner = _owner(scan, i)
        if owner is not None or _owned_by_pronoun(scan, i):
            for number, (first, last) in enumerate(names):
                if first in known or any(taken[first:last]):
                    continue
                mention = person_mention(scan, first, first, last)
                mention.gender = KIN_GENDER[tree.lower[kin[number if number < len(kin) else -1]]]
                found.append(Relative(mention, owner))
        i = max(kin[-1] + 1, names[-1][1] if names else 0)
    return found


def _coordinated(scan: Scan, i: int, end: int) -> list[int]:
    """The words for kin in "wife and son"."""
    lower, kin = scan.tree.lower, [i]
    while kin[-1] + 2 < end and lower[kin[-1] + 1] == "and" and lower[kin[-1] + 2] in KIN_GENDER:
        kin.append(kin[-1] + 2)
    return kin


def add_kin_countries(persons: list[Person], relatives: list[Relative]) -> None:
    """Give relatives without a country that of the person they belong to."""
    by_mention = {id(mention): person for person in persons for mention in person.mentions}
    for relative in relatives:
        person = by_mention.get(id(relative.mention))
        if person is None or person.country is not None:
            continue
        owner = _person_named(persons, relative, person)
        if owner is not None and owner.country is not None:
            person.country, person.country_basis, person.country_origin = (
                owner.country,
                "inferred",
                "relative",
            )


def _person_named(persons: list[Person], relative: Relative, person: Person) -> Person | None:
    """The owner by name, else, after "his" or "her", whoever was mentioned last before."""
    if relative.of is not None:
        return next((p for p in persons if p is not person and suits(relative.of, p.words)), None)
    at = relative.mention.span
    before = [
        (m.span, k) for k, p in enumerate(persons) for m in p.mentions if m.span < at and p is not person
    ]
    return persons[max(before)[1]] if before else None


def _names(scan: Scan, j: int, end: int, *, many: bool) -> list[tuple[int, int]]:
    """Names after the kinship: one, or a list; after a comma one name must be closed off."""
    tree = scan.tree
    comma = j < end and tree.lower[j] == ","
    j += comma
    names: list[tuple[int, int]] = []
    while j < end:
        plain = could_be_name(scan, j) and scan.hit_at[j] < 0
        last = name_end(scan, j) if plain or _given(scan, j) else j
        if last == j:
            break
        names.append((j, last))
        j = last
        if not many:
            break
        while j < end and tree.lower[j] in {",", "and"}:
            j += 1
    if comma and not many and names and j < end and tree.lower[j] not in {",", ".", ";", ")", "and"}:
        return []
    return names


def _given(scan: Scan, j: int) -> bool:
    return could_be_name(scan, j) and scan.given(j)


def _owner(scan: Scan, i: int) -> tuple[str, ...] | None:
    tree = scan.tree
    for k in range(i - 1, max(scan.sentence_start(i), i - 4) - 1, -1):
        if tree.lower[k] in POSSESSIVES and k > 0 and scan.cap[k - 1]:
            return name_words(tree.words[k - 1])
        if tree.pos[k] not in {"ADJ", "NUM"}:
            return None
    return None


def _owned_by_pronoun(scan: Scan, i: int) -> bool:
    tree = scan.tree
    for k in range(i - 1, max(scan.sentence_start(i), i - 4) - 1, -1):
        if tree.lower[k] in OWN:
            return True
        if tree.pos[k] not in {"ADJ", "NUM"}:
            return False
    return False
