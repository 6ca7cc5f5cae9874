"""A capital's name: the city, or the government that sits in it?

"in Bishkek" is a place; "Bishkek said", "Bishkek's policy" and "talks with Bishkek" are the government.
"""

from __future__ import annotations

from dragoman.resolve.actors_scan import HYPHENS, Scan, TokenHit
from dragoman.resolve.actors_words import word_set

WITH_WORDS = word_set("with between by against toward towards")
ACTS = word_set(
    """accept accuse acknowledge act agree aim announce appeal approve argue ask back ban blame block
    boycott call cancel claim condemn consider criticize criticise declare decide decline defend demand deny
    deploy dismiss expel express fear hope impose insist invite lift move need object oppose order plan
    pledge propose protest provide push raise reaffirm recall recognize recognise refuse reject remain reply
    request respond retaliate say seek send sever sign stop summon support suspect suspend think threaten
    try urge view vow voice wait want warn welcome withdraw"""
)
"""What a government does and a city does not."""

ADDRESSED = word_set(
    """accuse advise ask assure back blame call condemn congratulate criticise criticize deter invite
    pressure pressurise sanction support thank threaten urge warn"""
)
"""What is done to a government and not to a city."""

OF_STATE = word_set(
    """accusation aid alliance allies ally ambassador ambition army attack authorities claim concern
    cooperation decision demand diplomacy embassy envoy forces foreign goal government influence interest
    interests intention intervention invasion leadership military missile move nuclear offer participation
    plan plans policy policies position proposal reaction refusal relations relationship rejection reply
    request response role sanctions side stance strategy support threat ties troops view war warning"""
)
"""What a government owns and a city does not."""


def is_government(scan: Scan, hit: TokenHit) -> bool:
    """Whether a capital's name stands for the government."""
    tree = scan.tree
    i = hit.last - 1
    dep, governor = tree.dep[i], tree.head[i]
    if dep in {"nsubj", "agent"}:
        return tree.lemma[governor] in ACTS
    if dep == "dobj":
        return tree.lemma[governor] in ADDRESSED
    if dep == "poss" or dep in {"compound", "amod", "nmod"}:
        return tree.lower[governor] in OF_STATE or tree.lemma[governor] in OF_STATE or _in_pair(scan, hit)
    if dep == "pobj":
        return tree.lower[governor] in WITH_WORDS
    if dep == "conj":
        return _first_is_government(scan, governor)
    return _in_pair(scan, hit)


def _in_pair(scan: Scan, hit: TokenHit) -> bool:
    """Whether another name is joined by a hyphen: "Beijing-Moscow ties"."""
    tree, j = scan.tree, hit.last
    return j + 1 < len(tree) and tree.words[j] in HYPHENS and scan.hit_at[j + 1] >= 0


def _first_is_government(scan: Scan, governor: int) -> bool:
    """A list is of one sort: "between Ankara and Athens"."""
    first = scan.hit(governor)
    if first is None or first.entry.kind != "capital" or scan.tree.head[governor] == governor:
        return False
    return is_government(scan, first)
