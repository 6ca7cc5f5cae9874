"""Names of places that are none here: parts of persons' names, words, money, parts of other places.

"Victoria Nuland", "Jack London", "Mr. Washington"; "Nice work", "Reading the report"; "US$ 3 million"; the
Georgia of "New Georgia". Names of bodies and venues ("Paris Agreement") are found by their own patterns.
"""

from __future__ import annotations

from dragoman.resolve.actors_scan import Scan, TokenHit
from dragoman.resolve.actors_words import CALENDAR, FUNCTION_WORDS, word_set
from dragoman.resolve.offices_words import HEAD_SECTORS, HONORIFICS
from dragoman.resolve.persons_names import BODY_NOUNS
from dragoman.resolve.places_context import Context
from dragoman.resolve.places_evidence import Evidence
from dragoman.resolve.places_readings import COUNTRY_LEVEL, READABLE, find_readings
from dragoman.resolve.places_words import FEATURES, PREFIXES, REGION_NOUNS, WATERS, WHERE
from dragoman.resolve.topics_words import NOUN_KINDS

MONEY = frozenset("$€£¥")
DISEASES = word_set("virus ebolavirus hantavirus strain syndrome fever flu disease")
JOINING = word_set("de del do da dos du")
"""Particles between the words of a place's name."""
UNISEX = frozenset({"Jordan", "Kenya"})
"""Countries that are given names of both genders, which the table of given names leaves out."""
NOT_SURNAMES = BODY_NOUNS | FEATURES | WATERS | REGION_NOUNS | frozenset(NOUN_KINDS) | frozenset(HEAD_SECTORS)


def is_no_place(scan: Scan, hit: TokenHit) -> bool:
    """Whether the words around a hit make it something other than its place."""
    if hit.entry.kind not in READABLE or hit.entry.kind == "demonym":
        return False
    if _is_money(scan, hit) or _is_longer_place(scan, hit) or _names_disease(scan, hit):
        return True
    if hit.last - hit.first > 1 or scan.titled[scan.tree.sent[hit.first]]:
        return False
    return _opens_person(scan, hit) or _ends_person(scan, hit)


def lacks_support(scan: Scan, context: Context, evidence: Evidence, hit: TokenHit) -> bool:
    """Whether a form that is as often a word or a name stands without anything that makes it a place."""
    tree, i = scan.tree, hit.first
    if tree.words[i] not in scan.knowledge.doubtful or hit.last - i > 1 or context.containers(hit):
        return False
    if i > scan.sentence_start(i) and tree.lower[i - 1] in WHERE and tree.pos[i] == "PROPN":
        return False
    if hit.entry.kind in {"capital", "country"}:
        return False
    if tree.pos[i] != "PROPN" or (
        i == scan.sentence_start(i) and tree.lower[i] in scan.knowledge.common_words
    ):
        return True
    return not any(evidence.mentions(reading.country) for reading in find_readings(hit.entries))


def _is_money(scan: Scan, hit: TokenHit) -> bool:
    """The US of "US$" and "US $ 3 million"."""
    if MONEY.intersection(scan.tree.words[hit.last - 1]):
        return True
    return (
        hit.last < len(scan.tree) and scan.tree.words[hit.last] in MONEY and hit.entry.kind in COUNTRY_LEVEL
    )


def _is_longer_place(scan: Scan, hit: TokenHit) -> bool:
    """Whether the name is part of another place's: "Fort Washington", "Cruz de Malta"."""
    lower, i, floor = scan.tree.lower, hit.first - 1, scan.sentence_start(hit.first)
    k = hit.last + 1
    if k < scan.sentence_end(hit.first) and scan.cap[k] and scan.hit_at[k] < 0 and lower[k - 1] in JOINING:
        return True
    if i < floor or scan.hit_at[i] >= 0:
        return False
    if not scan.cap[i]:
        return lower[i] in JOINING and i > floor and scan.cap[i - 1] and scan.hit_at[i - 1] < 0
    return lower[i] in PREFIXES and not (i == floor and lower[i] in {"new", "point"})


def _names_disease(scan: Scan, hit: TokenHit) -> bool:
    """The Marburg of "Marburg virus"."""
    return (
        hit.entry.kind in {"city", "region"}
        and not DISEASES.isdisjoint(scan.tree.lower[hit.last : hit.last + 2])
        and scan.tree.dep[hit.last - 1] in {"compound", "nmod", "amod"}
    )


def _opens_person(scan: Scan, hit: TokenHit) -> bool:
    """Whether it is a given name before a surname: "Victoria Nuland"."""
    tree, i, j = scan.tree, hit.first, hit.last
    given = tree.words[i] in scan.knowledge.given_names or tree.words[i] in UNISEX
    if not given or j >= scan.sentence_end(i):
        return False
    if not _could_be_surname(scan, j):
        return False
    after = scan.hit(j)
    if after is not None and (after.entry.kind not in {"city", "region"} or tree.dep[i] != "compound"):
        return False
    if hit.entry.kind not in {"country", "capital"} or i == 0:
        return True
    titled = tree.lower[i - 1] == "of" and scan.cap[i - 2]  # "Minister of Defence of Cuba Pedro Soto"
    return not (titled or tree.lower[i - 1] == "in")


def _could_be_surname(scan: Scan, j: int) -> bool:
    word, lower = scan.tree.words[j], scan.tree.lower[j]
    if not scan.cap[j] or not word.isalpha() or word.isupper() or scan.tree.pos[j] not in {"PROPN", "NOUN"}:
        return False
    if lower in FUNCTION_WORDS or lower in CALENDAR or lower in NOT_SURNAMES:
        return False
    return lower not in scan.knowledge.common_words or word in scan.knowledge.given_names


def _ends_person(scan: Scan, hit: TokenHit) -> bool:
    """Whether it is a surname after a given name, an initial or an honorific: "Mr. Washington"."""
    tree, i = scan.tree, hit.first
    floor = scan.sentence_start(i)
    if i == floor:
        return False
    before = tree.lower[i - 1]
    if before in HONORIFICS and scan.cap[i - 1]:
        return True
    if len(before) == 2 and before[1] == "." and scan.cap[i - 1] and i - 2 >= floor and scan.cap[i - 2]:
        return scan.hit_at[i - 2] < 0
    word = tree.words[i - 1]
    if word not in scan.knowledge.given_names or before in scan.knowledge.common_words or before in CALENDAR:
        return False
    return scan.hit_at[i - 1] < 0 or tree.dep[i - 1] == "compound"
