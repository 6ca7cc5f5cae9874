"""GUM's mentions as the resolver's phrases: what the resolver does when nothing before it errs."""

from __future__ import annotations

from coreference_gum import GoldMention, GumDocument
from dragoman.parse.tree import Tree
from dragoman.resolve.coreference_gender import (
    COUNTRY,
    GROUP,
    IT,
    MANY,
    PERSON,
    PLACE,
    THEY,
    THING,
    TIME,
    WEAK,
    NounTable,
    name_gender,
    person_mask,
    words_gender,
)
from dragoman.resolve.coreference_phrases import (
    INDEFINITES,
    NOMINAL,
    Phrase,
    coordination,
    noun_phrase,
    role_of,
)
from dragoman.resolve.resolved import Resolved

KINDS = {"person": PERSON, "organization": GROUP, "place": PLACE, "time": TIME}
"""GUM's types; every other is a thing."""


def gold_resolved(gum: GumDocument) -> Resolved:
    """A document without entities of its own."""
    return Resolved(gum.document, gum.tree, [], [], [])


def gold_phrases(gum: GumDocument, nouns: NounTable) -> list[Phrase]:
    """A phrase a gold mention that is no pronoun; names of one chain share an entity: the chain's number."""
    tree = gum.tree
    phrases: dict[int, Phrase] = {}
    for mention in gum.mentions:
        head = head_of(tree, mention)
        if head in phrases:
            continue
        if tree.pos[head] not in NOMINAL and tree.lower[head] in INDEFINITES:
            kind, mask = INDEFINITES[tree.lower[head]]
            phrases[head] = Phrase(head, kind, plural=kind == MANY, mask=mask, role=role_of(tree, head))
        elif not mention.pronoun:
            phrases[head] = _typed(tree, mention, head, nouns)
    groups = []
    for head, phrase in phrases.items():
        members = coordination(tree, head) if tree.dep[head] != "conj" else ()
        if members:
            groups.append(Phrase(head, MANY, plural=True, mask=THEY, role=phrase.role, members=members))
    return sorted([*groups, *phrases.values()], key=lambda phrase: (phrase.head, not phrase.members))


def head_of(tree: Tree, mention: GoldMention) -> int:
    """The token of a mention's minimal span that the parse puts highest."""
    return min(sorted(mention.core, reverse=True), key=lambda i: len(tree.ancestors(i)))


def _typed(tree: Tree, mention: GoldMention, head: int, nouns: NounTable) -> Phrase:
    """A noun phrase of GUM's type."""
    phrase = noun_phrase(tree, head, nouns)
    kind = KINDS.get(mention.kind, THING)
    if mention.named and kind in {PERSON, GROUP, PLACE} and tree.pos[head] == "PROPN":
        if phrase.plural:
            mask = THEY
        elif kind == PERSON:
            words = [tree.words[i] for i in sorted(mention.core)]
            gender = words_gender(tree, mention.first, mention.last) or name_gender(words, nouns)
            mask = person_mask(gender)
        else:
            mask = IT | THEY if kind == GROUP else IT | THEY << WEAK
        return Phrase(head, kind, phrase.plural, mask, phrase.role, (mention.chain,), (), definite=True)
    if phrase.plural:
        phrase.mask = 0 if kind == TIME else THEY
        phrase.kind = kind if phrase.kind == MANY and kind in {PERSON, GROUP} else phrase.kind
    elif kind not in {phrase.kind, PLACE if phrase.kind == COUNTRY else kind}:
        phrase.kind = kind
        gender = nouns.gender.get(tree.lemma[head])
        phrase.mask = {PERSON: person_mask(gender), GROUP: IT | THEY, TIME: 0}.get(kind, IT)
    return phrase
