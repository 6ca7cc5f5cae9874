"""The country of a person from what stands around: lists, places of meeting, whom somebody signs for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dragoman.resolve.actors_scan import COUNTRY_KINDS, PLACE_KINDS, Scan, TokenHit
from dragoman.resolve.actors_words import word_set
from dragoman.resolve.offices import Title
from dragoman.resolve.persons import Person
from dragoman.resolve.persons_find import LIST_LINKS, PersonMention

HOST_TITLES = word_set(
    """admiral attorney chancellor chief colonel commander deputy emir general governor judge justice king
    lawmaker leader mayor minister mp premier president prince princess prosecutor queen senator speaker
    spokesman spokeswoman sultan taoiseach"""
)
"""Titles whose bearers are at home where they are met; envoys and secretaries travel."""

LINKS = LIST_LINKS | {"the", "as", "well", "with", "his", "her"}
PLACE_AFTER = "place after"
REACH = 20
"""Tokens between a place and the official met there."""
MEETING = word_set(
    "call consult discuss engage greet hold host interview join meet meeting receive see speak talk"
)
"""What one does with an official where he is at home."""
TRAVEL = frozenset({"arrive", "fly", "stop", "travel", "trip", "visit"})
GUESSED = frozenset({"issuer", "Secretary of State"})
"""Rules that read a country out of one title: it says nothing of the next one in a list."""
SIGNING = frozenset({"led", "leads", "sign", "signed", "signing", "signs", "speaks", "spoke"})


def carry_over(scan: Scan, persons: list[Person]) -> None:
    """Give the country of a list's first member to the others: "Israeli President A, Prime Minister B"."""
    placed = [(m, p) for p in persons for m in p.mentions if m.first is not None]
    placed.sort(key=lambda pair: pair[0].span)
    for (before, first), (mention, person) in pairwise(placed):
        if person.country is not None or first.country is None or first is person or not mention.titles:
            continue
        shared = mention.titles[0] in before.titles and before.titles[0].country is None
        apart = shared or person.foreign or any(title.foreign for title in person.titles)
        apart = apart or first.country_origin in GUESSED
        # the United States call their ministers secretaries
        apart = apart or (first.country == "USA" and any(t.word == "minister" for t in mention.titles))
        if not apart and _listed(scan, before, mention):
            person.infer(first.country, "list")
    for (mention, person), (before, first) in pairwise(reversed(placed)):
        told = person.country if person.country_origin == PLACE_AFTER else None
        if first.country is None and told is not None and _listed(scan, before, mention):
            first.infer(told, PLACE_AFTER)


def add_lone_titles(persons: list[Person], titles: list[Title]) -> None:
    """Read "Foreign Minister Wang Yi" and elsewhere "China's foreign minister": one office, one country."""
    named = {id(title) for person in persons for title in person.titles}
    lone: dict[str, set[str]] = {}
    for title in titles:
        if id(title) not in named and title.country is not None and not title.plural:
            lone.setdefault(title.text.lower(), set()).add(title.country)
    held = {(title.text.lower(), p.country) for p in persons for title in p.titles if p.country is not None}
    for person in persons:
        for title in person.titles:
            countries = lone.get(title.text.lower(), set())
            free = [country for country in countries if (title.text.lower(), country) not in held]
            if person.country is None and len(free) == 1 == len(countries) and not title.foreign:
                person.infer(free[0], "title elsewhere")


def _listed(scan: Scan, before: PersonMention, mention: PersonMention) -> bool:
    if before.last is None or mention.first is None:
        return False
    if scan.tree.sent[before.last - 1] != scan.tree.sent[mention.first]:
        return False
    between = scan.tree.lower[before.last : mention.first]
    return bool(between) and all(word in LINKS for word in between)


def add_places(scan: Scan, persons: list[Person]) -> None:
    """Read "travelled to Cairo to meet with President A": the host's country is that of the place."""
    for person in persons:
        if person.country is not None:
            continue
        for mention in person.mentions:
            if mention.first is None or not any(title.word in HOST_TITLES for title in mention.titles):
                continue
            after = _place_after(scan, mention)
            before = _place_before(scan, mention) if after is None else None
            if after or before:
                person.infer(after or before or "", PLACE_AFTER if after else "place of meeting")
                break


def _place_after(scan: Scan, mention: PersonMention) -> str | None:
    """The country in "Prime Minister Shtayyeh in the West Bank"."""
    tree, j = scan.tree, mention.last or 0
    if j + 1 >= len(tree) or tree.lower[j] != "in":
        return None
    hit = scan.hit(j + 1 + (tree.lower[j + 1] == "the")) if j + 2 < len(tree) else None
    return hit.entry.country if hit is not None and _is_place(hit) else None


def _place_before(scan: Scan, mention: PersonMention) -> str | None:
    """The country of the last place before somebody who is not the subject, and so no traveller."""
    tree, first = scan.tree, mention.first or 0
    tokens = range(first, mention.last or first)
    if any(tree.dep[k] in {"nsubj", "nsubjpass"} for k in tokens):
        return None
    for j in range(first - 1, max(scan.sentence_start(first), first - REACH), -1):
        hit = scan.hit(j)
        if hit is not None and _is_place(hit) and tree.lower[hit.first - 1] in {"in", "to", "at", ","}:
            met = any(tree.lemma[k] in MEETING for k in range(hit.last, first))
            gone = hit.entry.kind in {"capital", "country"} or _travels(scan, first)
            return hit.entry.country if met and gone else None
    return None


def _travels(scan: Scan, i: int) -> bool:
    """Whether the sentence tells of a journey before token `i`: who met in a town need not live there."""
    return any(scan.tree.lemma[k] in TRAVEL for k in range(scan.sentence_start(i), i))


def _is_place(hit: TokenHit) -> bool:
    return hit.entry.kind in PLACE_KINDS | COUNTRY_KINDS and hit.entry.kind != "demonym"


def add_signed_for(scan: Scan, persons: list[Person]) -> None:
    """Read "A signed for Ghana", "spoke on behalf of Ghana": the side is named after the verb."""
    placed = [(m.first, p) for p in persons for m in p.mentions if m.first is not None]
    placed.sort(key=lambda pair: pair[0])
    for j, country in _sides(scan):
        before = [p for first, p in placed if first < j and scan.tree.sent[first] == scan.tree.sent[j]]
        if not before or before[-1].country is not None:
            continue
        if country is None:
            before[-1].foreign = True
        else:
            before[-1].infer(country, "signed for")


def _sides(scan: Scan) -> Iterator[tuple[int, str | None]]:
    """Token of the verb, or of "behalf", and the country it names; None where it names a body of many."""
    lower, n = scan.tree.lower, len(scan.tree)
    for j, word in enumerate(lower):
        if lower[j + 1 : j + 2] == ["of" if word == "behalf" else "for"] and word in SIGNING | {"behalf"}:
            k = j + 2
        elif word in SIGNING and lower[j + 1 : j + 3] == ["it", "for"]:
            k = j + 3
        else:
            continue
        k += lower[k : k + 1] == ["the"]
        hit = scan.hit(k) if k < n else None
        if hit is not None and hit.entry.kind in {"country", "metonym", "igo"}:
            yield j, hit.entry.country
