"""Noun phrases as things a pronoun may point to: kind, number, agreement and role of each.

A phrase is known by its head token alone: whether a pronoun lies inside it is asked of the parse.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.parse.tree import Tree
from dragoman.resolve.actors_words import word_set
from dragoman.resolve.coreference_binding import conjuncts
from dragoman.resolve.coreference_gender import (
    COUNTRY,
    GROUP,
    HE,
    IT,
    MANY,
    NAME,
    PERSON,
    PLACE,
    SHE,
    THEY,
    THING,
    TIME,
    WEAK,
    NounTable,
    name_gender,
    noun_kind,
    person_gender,
    person_mask,
    title_gender,
    words_gender,
)
from dragoman.resolve.resolved import Resolved, TokenMention

SUBJECT, OBJECT, OBLIQUE, NESTED, OWNER, MODIFIER, OTHER, MAIN = range(8)
"""Roles. MAIN is the subject of the sentence's main verb. OBLIQUE hangs on a verb's preposition, NESTED on
a noun's, OWNER is a possessive."""
ROLES = {
    "nsubj": SUBJECT, "nsubjpass": SUBJECT, "csubj": SUBJECT, "dobj": OBJECT, "dative": OBJECT,
    "attr": OBJECT, "oprd": OBJECT, "poss": OWNER, "compound": MODIFIER, "amod": MODIFIER, "nmod": MODIFIER,
}  # fmt: skip

GROUP_NAME_WORDS = word_set(
    """ministry department agency bank party council committee commission university college school
    institute group corporation company corp inc ltd union association organization organisation court
    parliament senate congress house army navy force forces police authority office bureau foundation
    federation league club front movement government administration team news times post society center
    centre service board band airlines airways motors television radio newspaper magazine network press
    church"""
)
"""Words that make a name one of a body."""

QUANTITIES = word_set(
    """percent % dollar euro pound yen yuan rouble ruble kilometre kilometer km mile metre meter hour minute
    second day week month year decade century ton tonne lot time way moment number half quarter"""
)
"""Measures: no pronoun stands for them."""
COLLECTIVE_PLURALS = word_set("people police troops personnel folk media cattle staff")

NOUN_DEPS = word_set(
    """nsubj nsubjpass dobj pobj dative attr appos conj ROOT poss npadvmod dep oprd nmod ccomp relcl advcl acl
    parataxis pcomp csubj xcomp meta intj"""
)
"""Labels of a token that heads a phrase of its own."""
NOMINAL = frozenset({"NOUN", "PROPN"})
DEFINITE = word_set("the this that these those his her its their our my your")

SOMEBODY = (PERSON, HE | SHE | THEY)
SEVERAL = (MANY, THEY)
SOMETHING = (THING, IT)
EITHER = (NAME, HE | SHE | IT)
INDEFINITES: Mapping[str, tuple[int, int]] = {
    **dict.fromkeys(word_set("someone somebody anyone anybody everyone everybody nobody"), SOMEBODY),
    **dict.fromkeys(word_set("two three four five"), SEVERAL),
    **dict.fromkeys(word_set("some others many several those these few most all both more"), SEVERAL),
    **dict.fromkeys(word_set("this that anything something everything"), SOMETHING),
    **dict.fromkeys(word_set("one another"), EITHER),
}
"""Words that head a phrase without being nouns: their kind and the pronouns that fit."""

ENTITIES: Mapping[str, tuple[int, int]] = {
    "country": (COUNTRY, IT | THEY << WEAK),
    "organization": (GROUP, IT | THEY),
    "place": (PLACE, IT),
    "venue": (PLACE, IT),
}
"""Kind of an entity → kind of its phrase and the pronouns that fit; anything else is a thing."""


@dataclass(slots=True)
class Phrase:
    """A noun phrase by its head token.

    `mask` holds the pronouns that fit, `mask >> WEAK` those that fit now and then. `entities` are indices
    into `Resolved.entities`, empty for a phrase that names nobody. `members` are the heads of a
    coordination. `group` and `sector` are those of its mention.
    """

    head: int
    kind: int
    plural: bool
    mask: int
    role: int
    entities: tuple[int, ...] = ()
    members: tuple[int, ...] = ()
    definite: bool = False
    group: bool = False
    sector: str | None = None


def find_phrases(resolved: Resolved, nouns: NounTable) -> list[Phrase]:
    """Every noun phrase and mention of the document, by head token.

    Returns:
        Phrases in text order. A coordination "A and B" gives one phrase for A, one for B, and before them one
        with both as `members`.
    """
    tree = resolved.tree
    by_head = {mention.head: mention for mention in resolved.mentions}
    genders: dict[int, str | None] = {}
    phrases: list[Phrase] = []
    mention_at, date_at = resolved.mention_at, resolved.date_at
    pos, dep, tag, lower = tree.pos, tree.dep, tree.tag, tree.lower
    for i in range(len(tree)):
        mention = by_head.get(i)
        if mention is not None:
            phrase = mention_phrase(resolved, mention, nouns, genders)
        elif dep[i] not in NOUN_DEPS or mention_at[i] >= 0 or date_at[i] >= 0:
            continue
        elif pos[i] in NOMINAL or tag[i] == "NN":
            phrase = noun_phrase(tree, i, nouns)
        elif lower[i] in INDEFINITES:
            kind, mask = INDEFINITES[lower[i]]
            phrase = Phrase(i, kind, plural=kind == MANY, mask=mask, role=role_of(tree, i))
        else:
            continue
        members = coordination(tree, i)
        if members:
            phrases.append(Phrase(i, MANY, plural=True, mask=THEY, role=phrase.role, members=members))
        phrases.append(phrase)
    return phrases


def coordination(tree: Tree, i: int) -> tuple[int, ...]:
    """Heads of "A, B and C" where `i` is A; empty where nothing is coordinated by "and"."""
    dep = tree.dep
    if dep[i] == "conj" or not any(
        dep[c] == "conj" and tree.pos[c] in {"NOUN", "PROPN", "PRON"} for c in tree.children[i]
    ):
        return ()
    heads = tuple(conjuncts(tree, i))
    for h in heads:
        for c in tree.children[h]:
            if dep[c] == "cc" and tree.lower[c] in {"and", "&"}:
                return heads
    return ()


def mention_phrase(
    resolved: Resolved, mention: TokenMention, nouns: NounTable, genders: dict[int, str | None]
) -> Phrase:
    """The phrase of a mention: its entity's kind and agreement.

    Args:
        resolved: The document.
        mention: One of its mentions.
        nouns: The word tables.
        genders: Gender of each person met so far; filled here, and corrected by honorifics.
    """
    tree, head, numbers = resolved.tree, mention.head, mention.entities
    role = role_of(tree, head)
    if mention.form == "demonym" and tree.tag[head] in {"NNS", "NNPS"}:
        # "Moroccans" are people, not Morocco
        return Phrase(head, PERSON, plural=True, mask=THEY, role=role, definite=True)
    entity = resolved.entities[numbers[0]]
    if len(numbers) > 1 or mention.group:
        kind = COUNTRY if entity.kind == "country" and not mention.group else PERSON
        phrase = Phrase(head, kind, plural=True, mask=THEY, role=role, entities=numbers, definite=True)
        phrase.group, phrase.sector = mention.group, mention.sector
        return phrase
    if entity.kind == "person":
        if numbers[0] not in genders:
            genders[numbers[0]] = person_gender(entity, nouns)
        gender = words_gender(tree, mention.first, mention.last) or genders[numbers[0]]
        genders[numbers[0]] = gender
        kind, mask = PERSON, person_mask(gender)
    else:
        kind, mask = ENTITIES.get(entity.kind, (THING, IT))
    phrase = Phrase(head, kind, plural=False, mask=mask, role=role, entities=numbers, definite=True)
    phrase.sector = mention.sector
    return phrase


def noun_phrase(tree: Tree, i: int, nouns: NounTable) -> Phrase:
    """The phrase of a common noun or an unknown name."""
    if tree.pos[i] == "PROPN":
        return _name_phrase(tree, i, nouns)
    lemma, role = tree.lemma[i], role_of(tree, i)
    kind = noun_kind(lemma, nouns)
    plural = tree.tag[i] == "NNS" or tree.lower[i] in COLLECTIVE_PLURALS
    definite = any(tree.lower[c] in DEFINITE for c in tree.children[i] if tree.dep[c] in {"det", "poss"})
    if lemma in QUANTITIES or kind == TIME:
        return Phrase(i, TIME, plural=plural, mask=0, role=role)
    if plural:
        kind = kind if kind in {PERSON, GROUP, COUNTRY} else MANY
        return Phrase(i, kind, plural=True, mask=THEY, role=role, definite=definite)
    if kind == PERSON:
        gender = nouns.gender.get(lemma)
        # "a student … they": of somebody unnamed
        mask = person_mask(gender) | (0 if gender else THEY << WEAK)
    else:
        mask = IT | THEY if kind == GROUP else IT | THEY << WEAK if kind == COUNTRY else IT
    return Phrase(i, kind, plural=False, mask=mask, role=role, definite=definite)


def _name_phrase(tree: Tree, i: int, nouns: NounTable) -> Phrase:
    """A name outside the tables: read from its words what it can be."""
    role = role_of(tree, i)
    words = [tree.words[c] for c in tree.children[i] if c < i and tree.dep[c] == "compound"]
    words.append(tree.words[i])
    if tree.tag[i] == "NNPS":
        return Phrase(i, MANY, plural=True, mask=THEY | IT << WEAK, role=role, definite=True)
    lower = [word.lower() for word in words]
    if any(word.strip(".,") in GROUP_NAME_WORDS for word in lower) or (
        len(words) == 1 and words[0].isupper()
    ):
        return Phrase(i, GROUP, plural=False, mask=IT | THEY, role=role, definite=True)
    gender = next(filter(None, map(title_gender, lower)), None) or name_gender(words, nouns)
    if gender:
        return Phrase(i, PERSON, plural=False, mask=person_mask(gender), role=role, definite=True)
    return Phrase(i, NAME, plural=False, mask=HE | SHE | IT | THEY << WEAK, role=role, definite=True)


def role_of(tree: Tree, i: int) -> int:
    """Grammatical role of the phrase headed by `i`; a coordinated phrase has its first member's."""
    dep, head = tree.dep, tree.head
    while dep[i] == "conj":
        i = head[i]
    if dep[i] != "pobj":
        role = ROLES.get(dep[i], OTHER)
        if role != SUBJECT:
            return role
        verb = head[i]
        while dep[verb] == "conj":
            verb = head[verb]
        return MAIN if dep[verb] == "ROOT" else SUBJECT
    preposition = head[i]
    if dep[preposition] == "agent":
        return OBJECT
    return NESTED if tree.pos[head[preposition]] in {"NOUN", "PROPN", "PRON", "NUM"} else OBLIQUE
