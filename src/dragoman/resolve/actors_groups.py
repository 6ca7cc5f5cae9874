"""People who act for a country without a name: "senior Israeli officials", "the people of Mali", "Libyans".

Such a group is a mention of the country, with the sector of its noun; the mention takes in the country's
name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.knowledge import Entry
from dragoman.resolve.actors_scan import COUNTRY_KINDS, HYPHENS, POSSESSIVES, Scan, TokenHit
from dragoman.resolve.actors_words import word_set
from dragoman.resolve.offices_words import HEAD_SECTORS, PLURALS

_PEOPLE: Mapping[str, str] = {
    "GOV": """administration authorities cabinet counterpart counterparts delegation delegations diplomats
        embassy government governments junta leader leaders leadership ministers ministry negotiators
        official officials presidency regime representatives side sides""",
    "CVL": """children citizen citizens civilian civilians detainees families hostages national nationals
        people peoples population prisoners public residents voters women""",
    "MIL": """airmen army commanders commandos forces jets marines military navy peacekeepers servicemen
        soldier soldiers troops warplane warplanes warships""",
    "LEG": "congress lawmakers legislature parliament parliamentarians senate senators",
    "COP": "police policemen",
    "REF": "migrants refugees",
    "OPP": "opposition",
    "JUD": "court courts judges judiciary",
}
PEOPLE: Mapping[str, str] = {word: sector for sector, text in _PEOPLE.items() for word in text.split()}
"""Nouns of people beside those of the agents table → sector."""

NOT_PEOPLE = word_set(
    """actor actors agencies agency bank banks bloc body bodies business businesses channel channels club
    companies company conglomerate corporation court firm firms group groups hand head industry institution
    institutions market media newspaper organisation organisations organization organizations partner
    partners party parties press school schools team teams union unions university website world state
    states country countries element elements figure figures force member members power powers president
    minister premier secretary ambassador envoy chancellor"""
)
"""Nouns of the agents table that are bodies or titles: read elsewhere, or mere adjectival uses."""

INSIDE = frozenset({"ADJ", "NOUN", "PROPN"})
REACH = 5
"""Tokens between a country's adjective and the noun it governs."""


@dataclass(slots=True)
class Group:
    """Tokens `[first, last)` with the noun at `head` and the hits whose countries it stands for."""

    first: int
    last: int
    head: int
    entries: tuple[Entry, ...]
    sector: str | None


def find_groups(scan: Scan, taken: bytearray) -> list[Group]:
    """Every group of the document that meets no taken token; none overlap."""
    found: list[Group] = []
    floor = 0
    for hit in scan.hits:
        if hit.first < floor or any(taken[hit.first : hit.last]) or not _names_country(hit):
            continue
        group = (
            _adjectival(scan, hit, taken) or _of_country(scan, hit, floor, taken) or _plain_plural(scan, hit)
        )
        if group is None or group.first < floor or any(taken[group.first : group.last]):
            continue
        found.append(group)
        floor = group.last
    return found


def _names_country(hit: TokenHit) -> bool:
    return hit.entry.kind in COUNTRY_KINDS and hit.entry.country is not None and not hit.others


def sector_of(scan: Scan, i: int) -> tuple[bool, str | None]:
    """Whether token `i` is a noun of people, and its sector."""
    lower = scan.tree.lower[i]
    if lower in PEOPLE:
        return True, PEOPLE[lower]
    if lower in NOT_PEOPLE:
        return False, None
    if lower not in PLURALS and lower not in HEAD_SECTORS and scan.tree.tag[i] != "NNS":
        return False, None
    sector = scan.knowledge.agents.get(lower)
    return sector is not None, sector


def _adjectival(scan: Scan, hit: TokenHit, taken: bytearray) -> Group | None:
    """Read "Israeli officials", "Libya's leaders", "U.S. and Israeli troops"."""
    tree, n = scan.tree, scan.sentence_end(hit.first)
    entries = [hit.entry]
    j = hit.last
    second = _second_country(scan, j, n)
    if second is not None and hit.entry.kind != "capital":
        entries.append(second.entry)
        j = second.last
    if j < n and tree.lower[j] in POSSESSIVES:
        j += 1
    head = None
    for k in range(j, min(n, j + REACH)):
        if taken[k] or (scan.hit_at[k] >= 0 and scan.hits[scan.hit_at[k]].entry.kind in COUNTRY_KINDS):
            break
        if tree.pos[k] in INSIDE or tree.words[k] in HYPHENS or tree.tag[k] in {"VBN", "CC"}:
            if tree.tag[k] == "CC" and not (k + 1 < n and tree.pos[k + 1] in INSIDE and head is None):
                break
            if tree.pos[k] in {"NOUN", "PROPN"}:
                head = k if sector_of(scan, k)[0] else None
        else:
            break
    if head is None:
        return None
    first = _with_adjectives(scan, hit.first, taken)
    return Group(first, head + 1, head, tuple(entries), sector_of(scan, head)[1])


def _second_country(scan: Scan, j: int, n: int) -> TokenHit | None:
    tree = scan.tree
    if j + 1 >= n or tree.lower[j] not in {"and", "or"}:
        return None
    hit = scan.hit(j + 1)
    good = (
        hit is not None
        and hit.first == j + 1
        and hit.entry.kind in {"demonym", "country"}
        and _names_country(hit)
    )
    return hit if good else None


def _with_adjectives(scan: Scan, first: int, taken: bytearray) -> int:
    """Take in "senior" before "Israeli officials"; determiners and numbers stay out."""
    tree, floor = scan.tree, scan.sentence_start(first)
    while first > floor and tree.pos[first - 1] == "ADJ" and not scan.cap[first - 1] and not taken[first - 1]:
        if tree.lower[first - 1] in {"other", "many", "several", "such", "more", "most", "own", "same"}:
            break
        first -= 1
    return first


def _of_country(scan: Scan, hit: TokenHit, floor: int, taken: bytearray) -> Group | None:
    """Read "people of Mali", "Government of the Republic of Chad", "officials from Oman"."""
    tree, floor = scan.tree, max(floor, scan.sentence_start(hit.first))
    if hit.entry.kind in {"demonym", "metonym"}:
        return None
    j = hit.first - 1
    if j > floor and tree.lower[j] == "the":
        j -= 1
    if j <= floor or tree.lower[j] not in {"of", "from"}:
        return None
    head = j - 1
    if head < floor or taken[head] or tree.pos[head] not in {"NOUN", "PROPN"}:
        return None
    people, sector = sector_of(scan, head)
    if not people or (tree.lower[j] == "from" and hit.entry.kind == "capital"):
        return None
    first = head
    while (
        first > floor
        and tree.head[first - 1] == head
        and tree.pos[first - 1] in INSIDE
        and not taken[first - 1]
    ):
        if scan.hit_at[first - 1] >= 0:
            return None  # "US troops from Iraq": the group is another country's
        first -= 1
    return Group(first, hit.last, head, (hit.entry,), sector)


def _plain_plural(scan: Scan, hit: TokenHit) -> Group | None:
    """Read "Libyans", "the Chinese said": people named by the demonym alone."""
    tree, i = scan.tree, hit.last - 1
    if hit.entry.kind != "demonym":
        return None
    plural = tree.tag[i] in {"NNPS", "NNS"} or (
        tree.lower[i].endswith("s") and tree.pos[i] in {"NOUN", "PROPN"}
    )
    determined = hit.first > 0 and tree.lower[hit.first - 1] == "the"
    standing = tree.dep[i] in {"nsubj", "nsubjpass", "pobj", "dobj"} and tree.head[i] != i
    if plural and tree.lower[i].endswith(("s", "men")) and tree.dep[i] not in {"compound", "amod"}:
        return Group(hit.first, hit.last, i, (hit.entry,), None)
    if determined and standing and tree.dep[i] in {"nsubj", "nsubjpass"}:
        return Group(hit.first, hit.last, i, (hit.entry,), None)
    return None
