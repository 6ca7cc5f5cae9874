"""What an office is for: where "for European and Eurasian Affairs" ends and the holder's name begins."""

from __future__ import annotations

from dragoman.resolve.actors_scan import HYPHENS, PARTICLES, POSSESSIVES, Scan
from dragoman.resolve.actors_words import OWNERS, PEOPLES, word_set
from dragoman.resolve.offices_words import FIELD_WORDS, HEAD_SECTORS, PLURALS, SCOPE_PREPOSITIONS
from dragoman.resolve.persons_names import surname_in_capitals
from dragoman.resolve.topics_words import NOUN_KINDS

JOINERS = frozenset({"and", "&"})
DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her"})
ADJECTIVAL = word_set(
    """arab central constitutional democratic eastern economic electoral european federal foreign general
    global great high higher human international islamic joint judicial legal legislative local medical
    military municipal national naval new northern nuclear political provincial public regional
    revolutionary royal rural social southern special state supreme united upper western"""
)
"""Words that a noun must follow: no scope ends in one."""
SMALL_SCOPES = word_set(
    """affairs agency agriculture air armed army bank board cabinet central church city commission committee
    communications congress council country culture defence defense delegation department district economy
    education energy finance force forces foreign government health human information intelligence interior
    justice labor labour ministry mission nation navy office operations opposition parliament party police
    policy province public region republic research resources rights security sports staff state tourism
    trade transport university war"""
)
"""What may follow a preposition in small letters: "minister of foreign affairs", "member of parliament"."""


def scope_end(scan: Scan, i: int, n: int, *, capital: bool, preposition: str) -> int | None:
    """End of the noun phrase that begins at token `i`.

    Args:
        scan: The document.
        i: Token after the preposition.
        n: End of the sentence.
        capital: Whether the title's head is written with a capital.
        preposition: The word before: "to" may open a verb ("to Defeat ISIS").

    Returns:
        The end; None where the phrase names no field, body or place.
    """
    j = i
    end: int | None = None
    while j < n:
        hit = scan.hit(j)
        wanted = scan.cap[j] and end == j and _wants_noun(scan, i, j)  # "State Archive"
        if hit is not None:
            j = end = hit.last
        elif end == j and _is_general(scan, j, n):
            end = j = j + 2
        elif wanted or _is_field(scan, j, opens=end is None, capital=capital):
            end = j = j + 1
        elif _links(scan, j, end) or (end == j and _goes_on(scan, j, n, preposition)):
            j += 1
        else:
            break
    return end


def _is_general(scan: Scan, j: int, n: int) -> bool:
    """Whether "-General" follows: "of the Secretary-General"."""
    tree = scan.tree
    return j + 1 < n and tree.words[j] in HYPHENS and tree.lower[j + 1] in {"general", "elect", "designate"}


def _links(scan: Scan, j: int, end: int | None) -> bool:
    """Whether `j` is a determiner that opens the phrase or a part of it."""
    return scan.tree.lower[j] in DETERMINERS and (end is None or end < j)


def _wants_noun(scan: Scan, i: int, j: int) -> bool:
    """Whether the word before `j` ends no scope; "State" without an article does ("Secretary of State")."""
    lower = scan.tree.lower[j - 1]
    adjective = lower in ADJECTIVAL and scan.hit_at[j - 1] < 0
    return adjective and (lower != "state" or scan.tree.lower[i] == "the")


def _is_field(scan: Scan, j: int, *, opens: bool, capital: bool) -> bool:
    lower = scan.tree.lower[j]
    if not scan.cap[j]:
        return lower in SMALL_SCOPES
    if lower in HEAD_SECTORS or lower in PLURALS:
        # "Office of the President": a title may be what an office is for
        return opens and scan.tree.lower[j - 1] in DETERMINERS
    acronym = _is_acronym(scan, j) and (opens or not surname_in_capitals(scan, j))
    if lower in FIELD_WORDS or lower in NOUN_KINDS or lower in PEOPLES or acronym:
        return True
    if lower in scan.knowledge.common_words and (opens or not scan.given(j)):
        return lower not in PARTICLES
    if _before_field(scan, j):
        return True
    return opens and capital and _is_place_like(scan, j)


def _before_field(scan: Scan, j: int) -> bool:
    """Whether an unknown word modifies a field: "Oceanian Affairs"."""
    tree = scan.tree
    inside = j + 1 < scan.sentence_end(j) and scan.cap[j] and scan.cap[j + 1] and not scan.given(j)
    return inside and tree.lower[j + 1] in {"affairs", "issues", "relations", "policy", "cooperation"}


def _is_acronym(scan: Scan, j: int) -> bool:
    word = scan.tree.words[j]
    return word.isupper() and len(word) > 1 and word.isalpha() and not scan.shouted[scan.tree.sent[j]]


def _is_place_like(scan: Scan, j: int) -> bool:
    """An unknown name right after the preposition: "Governor of Hasakah"; a given name opens no place."""
    word = scan.tree.words[j]
    return word[-1].isalnum() and not scan.given(j) and scan.tree.lower[j] not in PARTICLES


def _goes_on(scan: Scan, j: int, n: int, preposition: str) -> bool:
    """Whether the scope goes on past the joiner at `j`."""
    tree = scan.tree
    lower = tree.lower[j]
    if lower in {"-", "–"} or (lower in POSSESSIVES and tree.lower[j - 1] in OWNERS):
        return j + 1 < n and scan.cap[j + 1]
    if lower not in JOINERS and lower not in SCOPE_PREPOSITIONS and lower != ",":
        return False
    k = j + 1
    while k < n and tree.lower[k] in {"the", "and", "&"}:
        k += 1
    if k >= n:
        return False
    plain = tree.lower[k] in FIELD_WORDS or tree.lower[k] in scan.knowledge.common_words
    known = scan.hit_at[k] >= 0 or plain or _before_field(scan, k)
    if not known or (not scan.cap[k] and tree.lower[k] not in SMALL_SCOPES) or _title_ahead(scan, k, n):
        return False
    if lower == ",":
        return _is_list(scan, k, n)
    return lower != "to" or preposition != "to"


def _title_ahead(scan: Scan, k: int, n: int) -> bool:
    """Whether the capitals from `k` on end in a title: "…and Acting Counterterrorism Coordinator"."""
    while k < n and scan.cap[k]:
        if scan.tree.lower[k] in HEAD_SECTORS or scan.tree.lower[k] in PLURALS:
            return True
        k += 1
    return False


def _is_list(scan: Scan, k: int, n: int) -> bool:
    """After "Trade," a field is meant only where a list of fields follows: "Trade, Industry and Energy"."""
    tree = scan.tree
    for m in range(k, min(n, k + 8)):
        lower = tree.lower[m]
        if lower in JOINERS:
            return (
                m + 1 < n
                and scan.cap[m + 1]
                and lower not in HEAD_SECTORS
                and tree.lower[m + 1] in FIELD_WORDS
            )
        if lower != "," and not (
            scan.cap[m] and (lower in FIELD_WORDS or lower in scan.knowledge.common_words)
        ):
            return False
    return False
