"""Persons named without a title: found by what stands around the name, each sign with its weight.

A capitalised run that no table knows may be a person, a firm or a village. Given names, ages, relatives, occupations
("oligarch Vassil Bojkov"), what it does and what is done to it speak for a person; articles, prepositions of place and
nouns it modifies speak against. The weights and the threshold were set on the development texts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dragoman.resolve.actors_scan import PLACE_KINDS, Scan
from dragoman.resolve.actors_words import word_set
from dragoman.resolve.offices_words import HEAD_SECTORS, PLURALS
from dragoman.resolve.persons_find import LIST_LINKS, PersonMention, person_mention
from dragoman.resolve.persons_names import BODY_NOUNS, could_be_name, name_end
from dragoman.resolve.persons_tenures import tenures_of

THRESHOLD = 2.0
WIDE = dt.timedelta(days=20 * 365)
"""A former leader's full name tells a person for long."""
LONGEST = 6

SPEECH = word_set(
    """add admit agree allege announce answer argue ask assert believe claim comment confess declare deny describe
    explain express hope insist joke know note praise recall remember reply say speak state suggest talk tell testify
    think thank tweet urge want warn wonder write"""
)
HUMAN_ACTS = word_set(
    """appear arrive attend born call campaign defeat die fly flee greet head join lead leave live marry meet move play
    plead receive represent resign retire return score serve sign sing step study succeed take travel visit vow walk
    wear win work"""
)
DONE_TO_PEOPLE = word_set(
    """abduct accuse acquit appoint arrest assassinate beat behead charge convict deport detain elect execute extradite
    fine free hospitalise hospitalize imprison indict inaugurate injure interview jail kidnap kill murder name nominate
    oust pardon poison prosecute re-elect release replace rescue sentence shoot stab succeed sue summon suspend swear
    torture wound"""
)
NOUNS_OF_PEOPLE = word_set(
    """appointment arrest assassination birth body conviction death detention election execution extradition family
    funeral home imprisonment indictment inauguration killing lawyer lawyers murder nomination release resignation
    sentencing supporters trial victory widow"""
)
PLACE_WORDS = word_set("in at near across around outside inside through via toward into onto")
AGENT_ENDINGS = ("er", "or", "ist", "ian", "ant", "man", "woman", "ee")


def find_untitled(scan: Scan, known: list[PersonMention], taken: bytearray) -> list[PersonMention]:
    """Every person named without a title, in text order.

    Args:
        scan: The document.
        known: The persons already found.
        taken: Tokens that belong to something else.
    """
    persons = {i for m in known if m.first is not None and m.last is not None for i in range(m.first, m.last)}
    surnames = {m.words[-1] for m in known if m.words}
    candidates = list(_candidates(scan, persons, taken))
    found: list[PersonMention] = []
    for first, last in candidates:
        mention = person_mention(scan, first, first, last)
        if mention.words and _weight(scan, first, last) + 1.5 * (mention.words[-1] in surnames) >= THRESHOLD:
            found.append(mention)
            persons.update(range(first, last))
    for first, last in candidates:
        if first not in persons and _in_list(scan, first, last, persons) and _weight(scan, first, last) >= THRESHOLD - 1.5:
            found.append(person_mention(scan, first, first, last))
            persons.update(range(first, last))
    found.sort(key=lambda mention: mention.name_first)
    return found


def _candidates(scan: Scan, persons: set[int], taken: bytearray) -> Iterator[tuple[int, int]]:
    """Runs of two to six name tokens that meet nothing found so far."""
    i, n = 0, len(scan.tree)
    cap = scan.cap
    while i < n:
        if not cap[i] or taken[i] or i in persons or not could_be_name(scan, i):
            i += 1
            continue
        if scan.tree.lower[i] in scan.knowledge.common_words and scan.tree.words[i] not in scan.knowledge.given_names:
            i = _skip_run(scan, i)
            continue
        last = name_end(scan, i)
        if 2 <= last - i <= LONGEST and not any(taken[i:last]) and not persons.intersection(range(i, last)):
            yield i, last
        i = max(last, i + 1)


def _skip_run(scan: Scan, i: int) -> int:
    """Past the capitals that a common word opens, unless it opens the sentence ("Yesterday Amara Diallo")."""
    if i == scan.sentence_start(i):
        return i + 1
    n = scan.sentence_end(i)
    while i < n and scan.cap[i]:
        i += 1
    return i


def _weight(scan: Scan, first: int, last: int) -> float:
    return _shape(scan, first, last) + _before(scan, first) + _after(scan, last) + _role(scan, first, last)


def _shape(scan: Scan, first: int, last: int) -> float:
    """What the words themselves say."""
    tree, knowledge = scan.tree, scan.knowledge
    weight = 0.0
    given = [k for k in range(first, last) if tree.words[k] in knowledge.given_names]
    if tree.words[first] in knowledge.given_names:
        weight += 1.5
    elif given:
        weight += 0.75
    if any(len(tree.words[k]) == 2 and tree.words[k][1] == "." for k in range(first + 1, last)):
        weight += 1.5
    if tenures_of(scan, scan.text(first, last), country=None, within=WIDE):
        weight += 3.0
    hit = scan.hit(first)
    if hit is not None and hit.last >= last:
        weight -= 4.0  # the whole run is a known name
    elif hit is not None and not given:
        weight -= 1.5
    if any(tree.words[k].isupper() and len(tree.words[k]) > 2 for k in range(first, last)):
        weight -= 1.0
    if any(tree.lower[k] in knowledge.common_words for k in range(first, last)):
        weight -= 0.75
    if scan.titled[tree.sent[first]]:
        weight -= 1.0
    return weight


def _before(scan: Scan, first: int) -> float:
    """What the word before says."""
    tree = scan.tree
    if first == scan.sentence_start(first):
        return 0.0
    j = first - 1
    lower = tree.lower[j]
    if lower in {"the", "this", "that", "a", "an"}:
        return -3.0
    if lower in PLACE_WORDS and tree.pos[j] == "ADP":
        return -1.5
    if scan.cap[j]:
        return -1.0 if could_be_name(scan, j) else 0.0
    if tree.pos[j] == "NOUN":
        if lower in HEAD_SECTORS or lower in PLURALS or lower in scan.knowledge.agents:
            return 2.0
        return 1.0 if lower.endswith(AGENT_ENDINGS) or lower.endswith("year-old") else -0.5
    return 0.0


def _after(scan: Scan, last: int) -> float:
    """What the words after say."""
    tree, n = scan.tree, len(scan.tree)
    if last >= n or last >= scan.sentence_end(last - 1):
        return 0.0
    lower = tree.lower[last]
    if scan.cap[last] and lower in BODY_NOUNS:
        return -4.0
    if lower == "who" or (lower == "," and last + 1 < n and tree.lower[last + 1] in {"who", "whose"}):
        return 2.0
    if lower in {",", "("} and last + 2 < n and tree.words[last + 1].isdigit() and tree.words[last + 2] in {",", ")"}:
        return 2.0 if 5 < int(tree.words[last + 1]) < 110 else 0.0
    if tree.pos[last] == "NOUN" and tree.dep[last - 1] in {"compound", "nmod"} and tree.head[last - 1] >= last:
        return -1.5
    if lower == "," and _is_place(scan, last + 1):
        return -2.0  # "Port Harcourt, Nigeria"
    return 0.0


def _is_place(scan: Scan, i: int) -> bool:
    hit = scan.hit(i) if i < len(scan.tree) else None
    return hit is not None and (hit.entry.kind in PLACE_KINDS or hit.entry.kind == "country")


def _role(scan: Scan, first: int, last: int) -> float:
    """What it does, and what is done to it."""
    tree = scan.tree
    head = next((k for k in range(last - 1, first - 1, -1) if not first <= tree.head[k] < last), last - 1)
    dep, governor = tree.dep[head], tree.head[head]
    lemma = tree.lemma[governor]
    if dep == "nsubj":
        return 1.5 if lemma in SPEECH else 1.0 if lemma in HUMAN_ACTS else 0.25
    if dep in {"nsubjpass", "dobj"}:
        return 1.5 if lemma in DONE_TO_PEOPLE else 0.0
    if dep == "poss":
        return 1.0 if lemma in NOUNS_OF_PEOPLE else 0.25
    if dep == "pobj":
        above = tree.lemma[tree.head[governor]]
        if lemma == "by":
            return 0.75
        if lemma == "of" and above in NOUNS_OF_PEOPLE:
            return 1.0
        return 0.5 if lemma in {"with", "against", "for", "to"} else 0.0
    if dep == "appos":
        return 0.5
    return 0.0


def _in_list(scan: Scan, first: int, last: int, persons: set[int]) -> bool:
    """Whether a person stands next to it in a list."""
    lower = scan.tree.lower
    before = first > 1 and lower[first - 1] in LIST_LINKS
    after = last + 1 < len(scan.tree) and lower[last] in LIST_LINKS
    return (
        before and (first - 2 in persons or (lower[first - 2] in LIST_LINKS and first - 3 in persons))
    ) or (after and (last + 1 in persons or (lower[last + 1] in LIST_LINKS and last + 2 in persons)))
