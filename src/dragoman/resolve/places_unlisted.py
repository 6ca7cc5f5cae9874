"""What places without a table have in common: their entries, the shape of their names, their country.

Their country is what they are said to lie in; without that, the one country that the sentence or those
before it name, or the one that the document mostly speaks of, with less confidence. They have no
coordinates.
"""

from __future__ import annotations

from dragoman.knowledge import Entry
from dragoman.resolve.actors_scan import HYPHENS, PARTICLES, Scan, TokenHit
from dragoman.resolve.actors_words import CALENDAR, FUNCTION_WORDS, word_set
from dragoman.resolve.offices_words import HEAD_SECTORS, HONORIFICS
from dragoman.resolve.persons_names import BODY_NOUNS
from dragoman.resolve.places_context import Context
from dragoman.resolve.places_evidence import Evidence
from dragoman.resolve.places_words import FEATURES, WATERS
from dragoman.resolve.topics_words import NOUN_KINDS

SAID, LIKELY, UNKNOWN = 0.9, 0.6, 0.5
"""Confidence in the country where the text says it, where its surroundings speak of one, and without one."""
DOMINANT = 0.6
"""Share of a document's mentions from which a country takes in its unknown places."""
LONGEST = 4
"""Tokens of an unknown place's name."""
NO_TOWNS = (BODY_NOUNS - WATERS - FEATURES) | frozenset(NOUN_KINDS) | frozenset(HEAD_SECTORS)
"""Words that a town's name does not end in."""
CONTINENTAL = word_set(
    """european african asian american arab arctic atlantic pacific mediterranean balkan baltic nordic
    western eastern northern southern central islamic christian jewish kurdish soviet
    olympic schengen"""
)
"""Adjectives of wider areas and of peoples: "the European area" has no name."""
LOCAL_ID = "local:"
"""What the keys of their entries begin with; no key goes out to the user."""


def local_entry(name: str, country: str | None) -> Entry:
    """The entry of a place without a table, or of one that several entries could be."""
    return Entry("city", f"{LOCAL_ID}{name}|{country or ''}", name, country, None, "places in text")


def local_hit(scan: Scan, first: int, last: int, country: str | None, confidence: float) -> TokenHit:
    """A hit on tokens `[first, last)` for a place without a table."""
    name = scan.text(first, last)
    return TokenHit(first, last, (local_entry(name, country),), confidence=confidence)


def placed(scan: Scan, context: Context, evidence: Evidence, first: int, last: int) -> TokenHit:
    """The place with the country that the words around it or the document give."""
    for container in context.containers(TokenHit(first, last, ())):
        country = max(container.readings, key=lambda reading: reading.prior).country
        if country is not None:
            return local_hit(scan, first, last, country, SAID)
    sentence = scan.tree.sent[first]
    for country in evidence.leading(DOMINANT):
        return local_hit(scan, first, last, country, LIKELY)
    here = evidence.sentences.get(sentence, set())
    if len(here) == 1:
        return local_hit(scan, first, last, next(iter(here)), LIKELY)
    before = evidence.sentences.get(sentence - 1, set())
    if not here and len(before) == 1:
        return local_hit(scan, first, last, next(iter(before)), LIKELY)
    return local_hit(scan, first, last, None, UNKNOWN)


def is_name(scan: Scan, i: int) -> bool:
    """Whether token `i` could be part of an unknown name by its looks."""
    tree = scan.tree
    word, lower = tree.words[i], tree.lower[i]
    if not scan.cap[i] or lower in FUNCTION_WORDS or lower in CALENDAR or lower in CONTINENTAL:
        return False
    if (
        scan.titled[tree.sent[i]]
        or not (word[-1].isalpha() or word == "St.")
        or (word.isupper() and len(word) > 1)
    ):
        return False
    return i != scan.sentence_start(i) or lower not in scan.knowledge.common_words


def run_end(scan: Scan, i: int) -> int:
    """End of the unknown name that begins at token `i`; `i` itself where none does."""
    end, last = scan.sentence_end(i), i
    while last < end and last - i < LONGEST and scan.hit_at[last] < 0:
        inside = last > i and (scan.tree.words[last] in HYPHENS or scan.tree.lower[last] in PARTICLES)
        if not (inside or is_name(scan, last)):
            break
        last += 1
    while last > i and not scan.cap[last - 1]:
        last -= 1
    return last if last > i and scan.tree.lower[last - 1] not in NO_TOWNS else i


def run_start(scan: Scan, end: int) -> int:
    """First token of the unknown name that ends at `end`; `end` itself where none does."""
    floor = scan.sentence_start(end - 1)
    first = end
    while first > floor and end - first < LONGEST and scan.hit_at[first - 1] < 0:
        k = first - 1
        inside = first < end and (scan.tree.words[k] in HYPHENS or scan.tree.lower[k] in PARTICLES)
        if not (inside or is_name(scan, k)):
            break
        first = k
    while first < end and not scan.cap[first]:
        first += 1
    return first if first < end and scan.tree.lower[end - 1] not in NO_TOWNS else end


def is_personal(scan: Scan, first: int, last: int) -> bool:
    """Whether the words look like a person's full name."""
    return last - first > 1 and scan.tree.words[first] in scan.knowledge.given_names


def surnames(scan: Scan) -> frozenset[str]:
    """The words that somewhere follow a given name or an honorific."""
    words, lower, given = scan.tree.words, scan.tree.lower, scan.knowledge.given_names
    return frozenset(
        words[i]
        for i in range(1, len(words))
        if scan.cap[i] and (words[i - 1] in given or lower[i - 1] in HONORIFICS)
    )
