"""Names by pattern: bodies, venues, projects, initiatives and frameworks that no table lists.

A capitalised run that ends in a telling noun ("Altynken mining project", "Artemis Accords"), or begins with
one ("Ministry of Health", "Memorandum of Understanding on…"). One pass over the tokens; a noun in small
letters needs a name before it.
"""

from __future__ import annotations

from dragoman.records import EntityKind
from dragoman.resolve.actors_scan import (
    COUNTRY_KINDS,
    HYPHENS,
    POSSESSIVES,
    Scan,
)
from dragoman.resolve.actors_words import CALENDAR, FUNCTION_WORDS, OWNERS, word_set
from dragoman.resolve.offices_scope import scope_end
from dragoman.resolve.offices_words import FIELD_WORDS, HEAD_SECTORS, HONORIFICS, PLURALS
from dragoman.resolve.topics_projects import NamedThing, country_in, read_works
from dragoman.resolve.topics_words import HEAD_FIRST, NOUN_KINDS, SCHOOLS, WORKS, NounKind

PARTS = frozenset({"of", "for", "on", "against", "concerning", "in", "between"})
OF_A_COUNTRY = word_set("army cabinet congress forces government navy parliament police presidency senate")
"""Bodies that stand for their country: "Government of Peru", "Kenyan Police"."""
OWN_BODIES = word_set("administration bureau congress department treasury")
"""What an American release calls its own bodies."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
LONGEST = 12
"""Tokens of a name: past this the capitals are a headline."""


def find_things(scan: Scan, taken: bytearray) -> list[NamedThing]:
    """Every name by pattern that meets no taken token, left to right, none overlapping."""
    found: list[NamedThing] = []
    lower, n = scan.tree.lower, len(scan.tree)
    floor = i = 0
    while i < n:
        noun = NOUN_KINDS.get(lower[i])
        thing = None
        if noun is not None and not taken[i]:
            thing = _read(scan, i, noun, floor, taken)
        elif lower[i] in WORKS and not scan.cap[i]:
            thing = read_works(scan, i)
        elif lower[i] in {"resolution", "resolutions", "order"} and scan.cap[i]:
            thing = _numbered(scan, i, floor, taken)
        if thing is not None and not any(taken[thing.first : thing.last]):
            found.append(thing)
            floor = i = thing.last
        else:
            i += 1
    return found


def _read(scan: Scan, i: int, noun: NounKind, floor: int, taken: bytearray) -> NamedThing | None:
    """The name around the telling noun at token `i`; None where it names nothing."""
    capital = scan.cap[i]
    if not (capital or noun.small) or _known(scan, i) or _leads_on(scan, i):
        return None
    titled = scan.titled[scan.tree.sent[i]]
    floor = max(floor, scan.sentence_start(i))
    first = _run_start(scan, i, floor, taken, small=not capital)
    last = _run_end(scan, i, noun) if capital else i + 1
    bare = last == i + 1 and not any(_is_proper(scan, k, titled=titled) for k in range(first, i))
    if bare or last - first > LONGEST or (not capital and not _is_name(scan, first, i, noun)):
        return None
    if scan.tree.lower[i] in OF_A_COUNTRY and all(_is_country(scan, k) for k in range(first, last) if k != i):
        return None
    return _thing(scan, first, last, i, noun)


def _known(scan: Scan, i: int) -> bool:
    """Whether the noun lies in a name of several words that a table knows."""
    hit = scan.hit(i)
    if hit is None or hit.last - hit.first < 2:
        return False
    # "Goethe Institute at Osh Technical University": the venue is more than the body
    return not (scan.tree.lower[i] in SCHOOLS and scan.tree.lower[i + 1 : i + 2] == ["at"])


def _is_name(scan: Scan, first: int, i: int, noun: NounKind) -> bool:
    """Whether a noun in small letters has a name before it."""
    if noun.kind in {"organization", "issue"}:
        return _names_something(scan, first, i)
    return any(scan.cap[k] for k in range(first, i))


def _is_country(scan: Scan, k: int) -> bool:
    hit = scan.hit(k)
    return scan.tree.lower[k] in {"of", "the"} or (hit is not None and hit.entry.kind in COUNTRY_KINDS)


def _leads_on(scan: Scan, i: int) -> bool:
    """Whether another telling noun follows: "State University Hospital" is read at its last noun."""
    j = i + 1
    return j < scan.sentence_end(i) and scan.cap[j] and scan.tree.lower[j] in NOUN_KINDS and scan.cap[i]


def _run_start(scan: Scan, i: int, floor: int, taken: bytearray, *, small: bool) -> int:
    """First token of the capitals (and, before a small noun, the modifiers) that end at the noun `i`."""
    tree, first, j = scan.tree, i, i - 1
    titled = scan.titled[tree.sent[i]]
    while j >= floor and not taken[j]:
        hit = scan.hit(j)
        if hit is not None and hit.first >= floor and not taken[hit.first]:
            first = hit.first
            j = first - 1
            if small and hit.entry.kind in COUNTRY_KINDS:
                break
            continue
        if tree.words[j] in HYPHENS and j > floor and scan.glued[j] and scan.glued[j + 1]:
            first = j - 1
            j -= 2
            continue
        if tree.lower[j] in POSSESSIVES and j > floor and tree.lower[j - 1] in OWNERS and scan.cap[j - 1]:
            first = j - 1
            j -= 2
            continue
        if not _belongs(scan, j, i, titled=titled, small=small and first == j + 1):
            if tree.lower[j] in {"and", "&"} and j > floor and _joins(scan, j, i, first):
                first = j - 1
                j -= 2
                continue
            break
        first = j
        j -= 1
    while first < i and (not scan.cap[first] or _mere_adjective(scan, first, i)):
        first += 1
    return first


def _mere_adjective(scan: Scan, first: int, i: int) -> bool:
    """Whether a headline's word before a country is no part of the name: "Recent U.S. Government"."""
    tree = scan.tree
    plain = tree.lower[first] in scan.knowledge.common_words and tree.lower[first] not in FIELD_WORDS
    after = scan.hit(first + 1) if first + 1 < i else None
    return plain and after is not None and after.entry.kind in COUNTRY_KINDS


def _belongs(scan: Scan, j: int, noun: int, *, titled: bool, small: bool) -> bool:
    tree = scan.tree
    lower = tree.lower[j]
    if not scan.cap[j]:
        return (
            small
            and tree.pos[j] in {"NOUN", "ADJ"}
            and tree.tag[j] != "NNS"
            and not any(scan.cap[j + 1 : noun])
        )
    if lower in FUNCTION_WORDS or lower in HONORIFICS or lower in CALENDAR or not tree.words[j][-1].isalnum():
        return tree.words[j][-1] == "." and len(tree.words[j]) > 1 and lower not in HONORIFICS
    if lower in HEAD_SECTORS or lower in PLURALS:
        return False
    if titled:
        return tree.dep[j] in {"compound", "amod", "nmod"} and j < tree.head[j] <= noun
    opens = j == scan.sentence_start(j)
    return not (
        opens and lower in scan.knowledge.common_words and tree.pos[j] not in {"PROPN", "ADJ", "NOUN"}
    )


def _joins(scan: Scan, j: int, noun: int, first: int) -> bool:
    """Tell "Security and Defense Forces" from two names: both neighbours are common words in capitals."""
    common = scan.knowledge.common_words
    before, after = scan.tree.lower[j - 1], scan.tree.lower[j + 1]
    inside = first == j + 1 and first < noun and scan.cap[j - 1]
    return (
        inside
        and before in common
        and after in common
        and before not in NOUN_KINDS
        and before not in HEAD_SECTORS
    )


def _run_end(scan: Scan, i: int, noun: NounKind) -> int:
    """End of "of Health and Social Welfare" after a noun that begins a name."""
    tree, n = scan.tree, scan.sentence_end(i)
    lower = tree.lower[i]
    j = i + 1
    if j < n and tree.words[j].isdigit() and noun.kind == "framework":
        return j + 1
    if lower not in HEAD_FIRST or j + 1 >= n:
        return j
    if tree.lower[j] in PARTS - {"in"} or (tree.lower[j] == "at" and noun.kind == "venue"):
        end = scope_end(scan, j + 1, n, capital=True, preposition=tree.lower[j])
        if end is not None and scan.cap[end - 1]:
            return end
    if tree.lower[j] == "at" and noun.kind == "venue":
        return j
    return j


def _is_proper(scan: Scan, k: int, *, titled: bool) -> bool:
    """Whether a capital names something; in a headline a common word does not: "Important Partnership"."""
    lower = scan.tree.lower[k]
    if not scan.cap[k] or lower in FUNCTION_WORDS:
        return False
    return (
        not titled or scan.hit_at[k] >= 0 or lower in FIELD_WORDS or lower not in scan.knowledge.common_words
    )


def _names_something(scan: Scan, first: int, i: int) -> bool:
    """Before a small "group" or "war" an unknown name is wanted; "European group" names nothing."""
    return any(
        scan.cap[k] and (scan.hit_at[k] < 0 or scan.hits[scan.hit_at[k]].entry.kind not in COUNTRY_KINDS)
        and scan.tree.lower[k] not in scan.knowledge.common_words
        for k in range(first, i)
    )  # fmt: skip


def _thing(scan: Scan, first: int, last: int, head: int, noun: NounKind) -> NamedThing:
    kind: EntityKind = noun.kind
    if kind == "venue" and scan.tree.lower[head] in SCHOOLS and scan.tree.dep[head] in SUBJECTS:
        kind = "organization"
    country = country_in(scan, first, last)
    if country is None and first > 1 and scan.tree.lower[first - 1] in POSSESSIVES:
        owner = scan.hit(first - 2)
        country = owner.entry.country if owner is not None and owner.entry.kind in COUNTRY_KINDS else None
    own = (
        country is None
        and scan.tree.lower[head] in OWN_BODIES
        and scan.tree.lower[first - 1 : first] == ["the"]
    )
    return NamedThing(first, last, head, kind, noun.sector, country, scan.text(first, last), own)


def _numbered(scan: Scan, i: int, floor: int, taken: bytearray) -> NamedThing | None:
    """Read "UN Security Council Resolutions 550 and 789", "Executive Order 13818"."""
    tree, n = scan.tree, scan.sentence_end(i)
    j = i + 1
    if j >= n or not tree.words[j][0].isdigit():
        return None
    j += 1
    while j + 1 < n and tree.lower[j] in {"and", ",", "&"} and tree.words[j + 1][0].isdigit():
        j += 2
    floor = max(floor, scan.sentence_start(i))
    first = _run_start(scan, i, floor, taken, small=False)
    if first == i > floor and tree.lower[i - 1] == "executive":
        first -= 1
    return NamedThing(first, j, i, "framework", None, None, scan.text(first, j))
