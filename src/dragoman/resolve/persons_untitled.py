"""Persons named without a title: found by what stands around the name, each sign with its weight.

A capitalised run that no table knows may be a person, a firm or a village. Given names, ages, relatives,
occupations ("oligarch Vassil Bojkov"), what it does and what is done to it speak for a person; articles,
prepositions of place and nouns it modifies speak against. The weights and the threshold were set on the
development texts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dragoman.resolve.actors_scan import HYPHENS, PLACE_KINDS, Scan
from dragoman.resolve.actors_words import word_set
from dragoman.resolve.offices_words import HEAD_SECTORS, PLURALS
from dragoman.resolve.persons_find import LIST_LINKS, PersonMention, note_origin, person_mention
from dragoman.resolve.persons_names import BODY_NOUNS, FAMILY_NAMES, could_be_name, name_end
from dragoman.resolve.persons_tenures import tenures_of

THRESHOLD = 1.5
COMPANY = 1.5
"""Weight of a relative of the same surname, or of a person beside it in a list."""
WIDE = dt.timedelta(days=20 * 365)
"""A former leader's full name tells a person for long."""
LONGEST = 6

SPEECH = word_set(
    """add admit agree allege announce answer argue ask assert believe claim comment confess declare deny
    describe explain express hope insist joke know note praise recall remember reply say speak state suggest
    talk tell testify think thank tweet urge want warn wonder write"""
)
HUMAN_ACTS = word_set(
    """appear become arrive attend born call campaign defeat die fly flee greet head join lead leave live
    marry meet move play plead receive represent resign retire return score serve sign sing step study
    succeed take travel visit vow walk wear win work"""
)
DONE_TO_PEOPLE = word_set(
    """abduct accuse acquit appoint arrest assassinate beat behead charge convict deport detain elect
    execute extradite fine free hospitalise hospitalize imprison indict inaugurate injure interview jail
    kidnap kill murder name nominate oust pardon poison prosecute re-elect release replace rescue sentence
    shoot stab succeed sue summon suspend swear torture wound"""
)
NOUNS_OF_PEOPLE = word_set(
    """appointment arrest assassination birth body conviction death detention election execution extradition
    family funeral home imprisonment indictment inauguration killing lawyer lawyers murder nomination
    release resignation sentencing supporters trial victory widow"""
)
PLACE_WORDS = word_set("in at near across around outside inside through via toward into onto")
PREPOSITION_WEIGHTS = {"by": 0.75, "with": 0.5, "against": 0.5, "for": 0.5, "to": 0.5}
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
    left = []
    for first, last in candidates:
        mention = person_mention(scan, first, first, last)
        weight = _weight(scan, first, last) + COMPANY * (
            mention.words[-1:] != () and mention.words[-1] in surnames
        )
        if len(mention.words) > 1 and weight >= THRESHOLD:
            note_origin(scan, mention, last)
            mention.country = mention.country or _demonym_before(scan, first)
            found.append(mention)
            persons.update(range(first, last))
        elif weight + COMPANY >= THRESHOLD:
            left.append(mention)
    for mention in left:
        first, last = mention.name_first, mention.last or mention.name_first
        if _in_list(scan, first, last, persons):
            found.append(mention)
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
        if _is_common(scan, i) and not _opens_name(scan, i, n):
            i += 1
            continue
        last = name_end(scan, i)
        if 2 <= last - i <= LONGEST and not any(taken[i:last]) and not persons.intersection(range(i, last)):
            yield i, last
        i = max(last, i + 1)


def _opens_name(scan: Scan, i: int, n: int) -> bool:
    """Whether a common word at the start of a sentence may be a name's first: "Ram Nath Kovind"."""
    if i != scan.sentence_start(i) or i + 1 >= n or not scan.cap[i + 1] or _is_common(scan, i + 1):
        return False
    return not scan.given(i + 1) and _occupation(scan, i) <= 0.0


def _demonym_before(scan: Scan, first: int) -> str | None:
    """The country in "Uruguayan striker Luis Prado": an adjective before what somebody is."""
    tree = scan.tree
    for j in range(first - 1, max(scan.sentence_start(first), first - 5) - 1, -1):
        hit = scan.hit(j)
        if hit is not None:
            return hit.entry.country if hit.entry.kind == "demonym" and j < first - 1 else None
        if scan.cap[j] or tree.pos[j] not in {"NOUN", "ADJ", "NUM"}:
            return None
    return None


def _is_common(scan: Scan, i: int) -> bool:
    lower = scan.tree.lower[i]
    if lower not in scan.knowledge.common_words or scan.given(i):
        return False
    return lower not in FAMILY_NAMES


def _weight(scan: Scan, first: int, last: int) -> float:
    return _shape(scan, first, last) + _before(scan, first) + _after(scan, last) + _role(scan, first, last)


def _shape(scan: Scan, first: int, last: int) -> float:
    """What the words themselves say."""
    tree = scan.tree
    if all(len(tree.words[k]) <= 2 and tree.words[k][-1] == "." for k in range(first, last)):
        return -4.0  # "H. R."
    weight = _by_names(scan, first, last) + _by_tables(scan, first, last)
    if any(len(tree.words[k]) == 2 and tree.words[k][1] == "." for k in range(first + 1, last)):
        weight += 1.5  # a middle initial
    if any(tree.words[k].isupper() and len(tree.words[k]) > 2 for k in range(first, last)):
        weight -= 1.0
    if scan.titled[tree.sent[first]]:
        weight -= 1.0
    return weight


def _by_names(scan: Scan, first: int, last: int) -> float:
    """Given names and family names speak for a person, common words against one."""
    tree, common = scan.tree, scan.knowledge.common_words
    given = [k for k in range(first, last) if scan.given(k)]
    if given and given[0] == first and tree.lower[first] not in common:
        return 1.5
    weight = 0.75 if given else 1.5 if tree.lower[first] in FAMILY_NAMES and last - first <= 4 else 0.0
    if any(tree.lower[k] in common and k not in given for k in range(first, last)):
        weight -= 0.75
    if last - first == 3 and tree.words[first + 1] in HYPHENS and not given:
        weight -= 1.0
    return weight


def _by_tables(scan: Scan, first: int, last: int) -> float:
    """A leader's name speaks for a person, a place's against one."""
    weight = 3.0 if tenures_of(scan, scan.text(first, last), country=None, within=WIDE) else 0.0
    hit = scan.hit(first)
    if hit is not None and hit.last >= last:
        weight -= 4.0
    elif hit is not None and not any(scan.given(k) for k in range(first, last)):
        weight -= 1.5
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
    if scan.cap[j] and j != scan.sentence_start(j):
        return max(-1.0, _occupation(scan, j) - 1.0)
    return _occupation(scan, j)


def _occupation(scan: Scan, j: int) -> float:
    """Whether token `j` says what somebody is: "biochemist", "defenseman"."""
    tree = scan.tree
    lower = tree.lower[j]
    if lower in HEAD_SECTORS or lower in PLURALS or lower in scan.knowledge.agents:
        return 2.0
    if lower.endswith(AGENT_ENDINGS) and len(lower) > 4 and tree.pos[j] in {"NOUN", "PROPN", "ADJ"}:
        return 1.0
    return -0.5 if tree.pos[j] == "NOUN" else 0.0


def _after(scan: Scan, last: int) -> float:
    """What the words after say."""
    tree, n = scan.tree, len(scan.tree)
    if last >= n or last >= scan.sentence_end(last - 1):
        return 0.0
    lower = tree.lower[last]
    if scan.cap[last]:
        # "Amelia Hart Foundation", "Davis Brody Bond": the capitals go on
        return -4.0 if lower in BODY_NOUNS else -1.0 if could_be_name(scan, last) else 0.0
    if lower in {",", "("} and last + 1 < n:
        return _after_comma(scan, last)
    if lower == "who":
        return 2.0
    if lower == "of" and _is_place(scan, last + 1):
        return 0.75  # "Linn Grant of Sweden"
    modifies = tree.dep[last - 1] in {"compound", "nmod"} and tree.head[last - 1] >= last
    return -1.5 if modifies and tree.pos[last] == "NOUN" else 0.0


def _after_comma(scan: Scan, comma: int) -> float:
    """An age, "who", what somebody is; or the country that a town lies in."""
    tree, n = scan.tree, scan.sentence_end(comma)
    j = comma + 1
    if j >= n:
        return 0.0
    if _is_place(scan, j):
        return -2.0  # "Port Harcourt, Nigeria"
    closed = j + 1 < n and tree.words[j + 1] in {",", ")"}
    age = tree.words[j].isdigit() and closed and 5 < int(tree.words[j]) < 110
    described = tree.lower[j] in {"a", "an", "the", "former", "one", "himself", "herself"} and any(
        _occupation(scan, k) >= 1.0 for k in range(j, min(n, j + 7)) if tree.pos[k] == "NOUN"
    )
    return 2.0 if age or described or tree.lower[j] in {"who", "whose", "aged"} else 0.0


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
        of_people = lemma == "of" and tree.lemma[tree.head[governor]] in NOUNS_OF_PEOPLE
        return 1.0 if of_people else PREPOSITION_WEIGHTS.get(lemma, 0.0)
    return 0.5 if dep == "appos" else 0.0


def _in_list(scan: Scan, first: int, last: int, persons: set[int]) -> bool:
    """Whether a person stands next to it in a list."""
    lower = scan.tree.lower
    before = first > 1 and lower[first - 1] in LIST_LINKS
    after = last + 1 < len(scan.tree) and lower[last] in LIST_LINKS
    if before and (first - 2 in persons or (lower[first - 2] in LIST_LINKS and first - 3 in persons)):
        return True
    return after and (last + 1 in persons or (lower[last + 1] in LIST_LINKS and last + 2 in persons))
