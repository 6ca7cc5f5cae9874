"""People and organizations across documents: whose record is whose.

An entity that the knowledge tables know has their key. Of the others those meet that have the same name, and
whose countries, and offices where both are told, agree. A single word is no name to meet by.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

LINKED_KINDS = frozenset({"person", "organization"})

KNOWN, NAME_AND_OFFICE, NAME_AND_COUNTRY, NAME = 1.0, 0.95, 0.9, 0.7
"""Scores, by what agrees. Authored; the reason says which."""

_PARTICLE = re.compile(r"^(?:mr|mrs|ms|dr|prof|sir|dame|the)\.? ", re.IGNORECASE)
_WORDS = re.compile(r"[^\W_]+")
_NUMERAL = re.compile(r"[ivx]+")
_PATRONYMIC = frozenset(
    {"bin", "ibn", "bint", "binti", "ben", "ould", "mint", "ogly", "oglu", "kyzy", "uulu"}
)
"""Son or daughter of."""


@dataclass(frozen=True, slots=True)
class Known:
    """An entity in one document."""

    document: str
    entity: str
    kind: str
    name: str
    country: str | None = None
    offices: tuple[str, ...] = ()
    """Titles, such as "Foreign Minister"."""
    identity: str | None = None


@dataclass(frozen=True, slots=True)
class IdentityLink:
    """Whose record an entity is."""

    document: str
    entity: str
    key: str
    """The same for all records of one person or organization."""
    score: float
    reason: str


def name_key(name: str) -> str:
    """A name without accents, titles, case and punctuation, its words in alphabetical order.

    "Çavuşoğlu, Mevlüt" and "Mevlut Cavusoglu" are one. A patronymic keeps its order, as Zayid bin Sultan and
    Sultan bin Zayid are two. Empty where no two words are left; a sovereign's number is no word.
    """
    plain = unicodedata.normalize("NFKD", _PARTICLE.sub("", name).casefold().replace("ı", "i"))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    family, comma, given = bare.partition(",")
    words = _WORDS.findall(f"{given} {family}" if comma else bare)
    if sum(_NUMERAL.fullmatch(word) is None for word in words) < 2:
        return ""
    return " ".join(words if _PATRONYMIC & set(words) else sorted(words))


def link_identities(entities: Iterable[Known]) -> Iterator[IdentityLink]:
    """Say whose records entities are.

    Args:
        entities: People and organizations of any number of documents; other kinds are left out, as the
            gazetteer's keys tell them apart already.

    Yields:
        One link for each entity that has a key; those without one are known by their document alone.
    """
    by_name: dict[tuple[str, str], list[Known]] = defaultdict(list)
    for one in entities:
        if one.kind not in LINKED_KINDS:
            continue
        if one.identity:
            yield IdentityLink(one.document, one.entity, one.identity, KNOWN, "the knowledge tables know it")
        elif key := name_key(one.name):
            by_name[one.kind, key].append(one)
    for (kind, key), group in sorted(by_name.items()):
        yield from _of_name(kind, key, group)


def _of_name(kind: str, key: str, group: Sequence[Known]) -> Iterator[IdentityLink]:
    """Split bearers of one name by country; those without join when there is one country, or one office.

    Where there are several, one without a country or office to tell by is left out.
    """
    offices: dict[str, set[str]] = defaultdict(set)
    for one in group:
        if one.country:
            offices[one.country] |= {office.casefold() for office in one.offices}
    countries = sorted(offices)
    for one in group:
        country, score, reason = _country_of(one, countries, offices)
        if country is None and countries:
            continue  # it may be either of them
        yield IdentityLink(
            one.document, one.entity, f"{kind}:{country or '?'}:{key.replace(' ', '-')}", score, reason
        )


def _country_of(
    one: Known, countries: Sequence[str], offices: Mapping[str, Set[str]]
) -> tuple[str | None, float, str]:
    own = {office.casefold() for office in one.offices}
    if one.country:
        if own & offices[one.country]:
            return one.country, NAME_AND_OFFICE, "the same name, country and office"
        return one.country, NAME_AND_COUNTRY, "the same name and country"
    by_office = [country for country in countries if own & offices[country]]
    if len(by_office) == 1:
        return by_office[0], NAME_AND_OFFICE, "the same name and office"
    if len(countries) == 1:
        return countries[0], NAME, "the same name; no country told"
    return None, NAME, "the same name; no country told"
