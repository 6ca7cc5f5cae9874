"""How well a referent suits a pronoun: features and their weights.

A referent's score is the sum of the weights of the features that hold. The model is a log-linear ranking of
the candidates (Denis and Baldridge 2007, "A ranking approach to pronoun resolution"), fitted on the odd
documents of GUM's training split by `benchmarks/coreference.py --fit`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.parse.tree import Tree
from dragoman.resolve.coreference_discourse import Referent
from dragoman.resolve.coreference_gender import HE, IT, MANY, PLACE, SHE, THEY, THING, TIME
from dragoman.resolve.coreference_phrases import MAIN, OBJECT, SUBJECT
from dragoman.resolve.coreference_weights import WEIGHTS

CLASS_OF = {HE: 0, SHE: 0, IT: 1, THEY: 2}
CLASS_NAMES = ("he", "it", "they")
"""Classes of pronouns: "he" stands for "she" as well."""
ROLE_NAMES = ("subject", "object", "oblique", "nested", "owner", "modifier", "other", "main")
KIND_NAMES = ("person", "group", "country", "place", "thing", "time", "name", "many")
STEPS = ("0", "1", "2", "3", "4")
COUNTS = ("1", "2", "3", "5")
GAPS = ("5", "10", "20", "more")
CLASS_FLAGS = (
    "subject before", "parallel", "pronominal", "named", "definite", "indefinite", "owner of subject",
    "matrix subject", "weak", "parts", "opening subject", "topic", "acts, thing",
    "member",
)  # fmt: skip
FLAGS = (
    "speech chain", "both quoted", "quoted, antecedent not", "antecedent quoted", "first sentence", "fronted",
    "judged", "adjunct subject", "object parallel", "reported", "reported noun",
)  # fmt: skip


def _names() -> tuple[str, ...]:
    names = [f"{c} distance {d}" for c in CLASS_NAMES for d in STEPS]
    names += [f"{c} rank {r}" for c in CLASS_NAMES for r in STEPS]
    names += [f"{c} kind {k}{n}" for c in CLASS_NAMES for n in ("", " plural") for k in KIND_NAMES]
    names += [f"{where} role {r}" for where in ("same", "previous", "earlier") for r in ROLE_NAMES]
    names += [f"count {n}" for n in COUNTS]
    names += [f"gap {g}" for g in GAPS]
    names += [f"{c} {flag}" for c in CLASS_NAMES for flag in CLASS_FLAGS]
    return (*names, *FLAGS)


NAMES = _names()
"""Every feature, by its number."""
INDEX = {name: number for number, name in enumerate(NAMES)}

_RANK = INDEX["he rank 0"]
_KIND = INDEX["he kind person"]
_ROLE = INDEX["same role subject"]
_COUNT = INDEX["count 1"]
_GAP = INDEX["gap 5"]
_CLASS = INDEX[f"he {CLASS_FLAGS[0]}"]
_PARALLEL, _PRONOMINAL, _NAMED, _DEFINITE, _INDEFINITE, _OWNER, _MATRIX = range(1, 8)
_WEAK, _PARTS, _OPENING, _TOPIC, _ACTS = range(8, 13)
_SPEECH = INDEX[FLAGS[0]]
_BOTH_QUOTED, _QUOTED, _ANTECEDENT_QUOTED, _FIRST_SENTENCE = range(_SPEECH + 1, _SPEECH + 5)
_FRONTED, _JUDGED, _ADJUNCT, _OBJECTS, _REPORTED = range(_SPEECH + 5, _SPEECH + 10)
SUBJECTS = frozenset({SUBJECT, MAIN})
MEMBER = {bit: INDEX[f"{CLASS_NAMES[c]} member"] for bit, c in CLASS_OF.items()}
"""Number of the feature that a candidate was last named as a part of another, by pronoun."""
INANIMATE = frozenset({PLACE, THING, TIME, MANY})


@cache
def weight_vector() -> tuple[float, ...]:
    """The weights in the order of `NAMES`; a feature without one counts nothing."""
    return tuple(WEIGHTS.get(name, 0.0) for name in NAMES)


@dataclass(slots=True)
class Site:
    """A pronoun and what the parse says of its surroundings, found once for all candidates.

    `governing` is the subject of its clause where it is no subject itself, `matrix` the subject of the
    clause above, `fronted` the subject that a fronted phrase belongs to, `judged` who is thanked or blamed
    for what is the pronoun's. `speaks`: it is the subject of a verb of speech; `reports`: of one that
    follows what is said; `acts`: of a verb of human action; `opens`: it stands among the sentence's first
    words.
    """

    token: int
    bit: int
    sentence: int
    role: int
    quote: int
    governing: int | None
    matrix: int | None
    fronted: int | None
    judged: int | None
    speaks: bool
    reports: bool
    acts: bool
    opens: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """What the document says of its tokens: quotation of each, or -1, and the heads that say something."""

    tree: Tree
    quote_at: list[int]
    speakers: frozenset[int]


def features(setting: Setting, site: Site, referent: Referent, rank: int) -> list[int]:
    """Numbers of the features that hold of a pronoun and a candidate mentioned before it.

    Args:
        setting: The document.
        site: The pronoun.
        referent: The candidate.
        rank: How many candidates that agree were mentioned since.
    """
    sent = setting.tree.sent
    last, role, count = referent.heads[-1], referent.roles[-1], len(referent.heads)
    distance = site.sentence - sent[last]
    c = CLASS_OF[site.bit]
    near = distance if distance < 2 else 2
    out = [
        5 * c + (distance if distance < 4 else 4),
        _RANK + 5 * c + (rank if rank < 4 else 4),
        _KIND + 16 * c + referent.kind + (8 if referent.plural else 0),
        _ROLE + 8 * near + role,
        _COUNT + (count - 1 if count < 3 else 2 if count < 5 else 3),
    ]
    flag = _CLASS + len(CLASS_FLAGS) * c
    if distance == 0:
        gap = site.token - last
        out.append(_GAP + (0 if gap < 5 else 1 if gap < 10 else 2 if gap < 20 else 3))
        if site.reports:
            out.append(_REPORTED if referent.named or referent.pronominal else _REPORTED + 1)
    if distance < 2:
        _recent_mentions(sent, site, referent, flag, out)
    _likeness(site, referent, role, flag, out)
    if site.opens and role in SUBJECTS and distance == 1:
        out.append(flag + _OPENING)
    if site.speaks and last in setting.speakers:
        out.append(_SPEECH)
    if site.quote >= 0:
        out.append(_BOTH_QUOTED if setting.quote_at[last] == site.quote else _QUOTED)
    elif setting.quote_at[last] >= 0:
        out.append(_ANTECEDENT_QUOTED)
    if sent[last] == 0 and distance:
        out.append(_FIRST_SENTENCE)
    return out


def _recent_mentions(sent: list[int], site: Site, referent: Referent, flag: int, out: list[int]) -> None:
    """What the mentions in the pronoun's own sentence and the one before it are to the pronoun."""
    heads, roles = referent.heads, referent.roles
    newest = len(heads) - 1
    before = site.sentence - 1
    for k in range(newest, -1, -1):
        h = heads[k]
        if sent[h] < before:
            break
        if sent[h] == before:
            if roles[k] in SUBJECTS:
                out.append(flag)
                break
        elif h == site.governing:
            out.append(flag + _OWNER)
        elif h == site.matrix:
            out.append(flag + _MATRIX)
        elif h == site.judged:
            out.append(_JUDGED)
        elif h == site.fronted:
            out.append(_FRONTED)
        elif roles[k] in SUBJECTS and k == newest:
            out.append(_ADJUNCT)


def _likeness(site: Site, referent: Referent, role: int, flag: int, out: list[int]) -> None:
    """What the referent is, whatever its place."""
    if role in SUBJECTS and site.role in SUBJECTS:
        out.append(flag + _PARALLEL)
    elif role == site.role == OBJECT:
        out.append(_OBJECTS)
    if referent.pronominal:
        out.append(flag + _PRONOMINAL)
    out.append(flag + (_NAMED if referent.named else _DEFINITE if referent.definite else _INDEFINITE))
    if not referent.mask & site.bit:
        out.append(flag + _WEAK)
    if referent.parts:
        out.append(flag + _PARTS)
    elif site.acts and referent.kind in INANIMATE:
        out.append(flag + _ACTS)
    if referent.named and len(referent.heads) > 2:
        out.append(flag + _TOPIC)
