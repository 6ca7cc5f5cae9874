"""The things a document has spoken of so far, most recent last."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.parse.tree import Tree
from dragoman.resolve.actors_words import word_set
from dragoman.resolve.coreference_gender import COUNTRY, GROUP, MANY, NAME, PERSON, THEY
from dragoman.resolve.coreference_phrases import Phrase, role_of

ACTING = frozenset({PERSON, COUNTRY, GROUP})
ENCOUNTERS = word_set(
    """meet speak talk confer converse discuss negotiate consult hold host receive welcome greet join visit
    call marry wed accompany exchange agree sign dine debate travel partner cooperate work"""
)
"""Verbs whose subject and partner go on as "they"."""
ENCOUNTER_NOUNS = word_set("meeting call talk talks conversation discussion encounter dinner lunch")
"""Nouns whose owner and partner do."""
PARTNER_PREPOSITIONS = frozenset({"with", "to", "alongside"})
MODIFIERS = frozenset({"amod", "compound", "nummod", "poss", "nmod"})


@dataclass(slots=True, eq=False)
class Referent:
    """Somebody or something spoken of, with its mentions so far.

    `heads` and `roles` run in text order. `parts` are the referents that a plural sums up.
    """

    kind: int
    plural: bool
    mask: int
    entities: tuple[int, ...]
    parts: tuple[Referent, ...] = ()
    heads: list[int] = field(default_factory=list)
    roles: list[int] = field(default_factory=list)
    named: bool = False
    definite: bool = False
    pronominal: bool = False
    group: bool = False
    sector: str | None = None

    def all_entities(self) -> tuple[int, ...]:
        """Entities it stands for, those of its parts where it has any."""
        if not self.parts:
            return self.entities
        found = tuple(dict.fromkeys(e for part in self.parts for e in part.all_entities()))
        return found if all(part.all_entities() for part in self.parts) else ()


class Discourse:
    """Referents as the text brings them up."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.of_head: dict[int, Referent] = {}
        """Head token of a mention → its referent."""
        self.groups: dict[int, Referent] = {}
        """Head token of a coordination → the referent of the whole."""
        self.recent: dict[int, Referent] = {}
        """All referents by `id`, the one mentioned last at the end."""
        self._entities: dict[tuple[tuple[int, ...], str | None, str], Referent] = {}
        self._nouns: dict[str, Referent] = {}
        self._sums: dict[tuple[int, ...], Referent] = {}

    def touch(self, referent: Referent, head: int, role: int, *, pronoun: bool = False) -> None:
        """Take in one more mention."""
        referent.heads.append(head)
        referent.roles.append(role)
        referent.pronominal = pronoun
        key = id(referent)
        self.recent.pop(key, None)
        self.recent[key] = referent
        self.of_head[head] = referent

    def entity_referent(self, phrase: Phrase) -> Referent:
        """The referent of a mention's entities."""
        key = (phrase.entities, phrase.sector, self.tree.lemma[phrase.head] if phrase.group else "")
        found = self._entities.get(key)
        if found is None:
            found = Referent(
                phrase.kind, phrase.plural, phrase.mask, phrase.entities, named=True, definite=True
            )
            found.group, found.sector = phrase.group, phrase.sector
            self._entities[key] = found
        elif phrase.kind == PERSON and not phrase.plural:
            found.mask &= phrase.mask or found.mask
        return found

    def entity_of(self, number: int, kind: int, mask: int) -> Referent:
        """The referent of one entity, made if nothing has spoken of it yet."""
        key = ((number,), None, "")
        found = self._entities.get(key)
        if found is None:
            found = self._entities[key] = Referent(
                kind, plural=False, mask=mask, entities=(number,), named=True, definite=True
            )
        return found

    def refer(self, phrase: Phrase) -> Referent:
        """The referent of a phrase, old or new; the phrase becomes its mention."""
        tree, i = self.tree, phrase.head
        if phrase.members:
            return self._refer_group(phrase)
        if phrase.entities:
            referent = self.entity_referent(phrase)
            self._take_over(referent, i)
        else:
            referent = self._predicated(phrase) or self._repeated(phrase) or self._new(phrase)
            if tree.pos[i] == "NOUN":
                self._nouns[tree.lemma[i]] = referent
            elif tree.pos[i] == "PROPN":
                self._nouns[tree.words[i]] = referent
        self.touch(referent, i, phrase.role)
        return referent

    def _new(self, phrase: Phrase) -> Referent:
        named = self.tree.pos[phrase.head] == "PROPN"
        return Referent(phrase.kind, phrase.plural, phrase.mask, (), named=named, definite=phrase.definite)

    def _refer_group(self, phrase: Phrase) -> Referent:
        """A coordination; `close_group` gives it its parts once they have been read."""
        referent = Referent(MANY, plural=True, mask=THEY, entities=(), definite=True)
        self.groups[phrase.head] = referent
        return referent

    def close_group(self, phrase: Phrase) -> None:
        """Give a coordination its parts, once its last member was read."""
        referent = self.groups[phrase.head]
        parts = [self.of_head[h] for h in phrase.members if h in self.of_head]
        referent.parts = tuple(dict.fromkeys(parts))
        kinds = {part.kind for part in parts}
        if len(parts) == len(phrase.members) > 1 and all(part.mask for part in parts):
            referent.kind = kinds.pop() if len(kinds) == 1 else MANY
            referent.heads.append(phrase.head)
            referent.roles.append(phrase.role)
            self.recent[id(referent)] = referent

    def sum_of(self, parts: tuple[Referent, ...], kind: int, mask: int) -> Referent:
        """The referent that sums up others, the same one each time."""
        key = tuple(id(part) for part in parts)
        found = self._sums.get(key)
        if found is None:
            found = self._sums[key] = Referent(
                kind, plural=True, mask=mask, entities=(), parts=parts, definite=True
            )
        return found

    def pair(self, head: int) -> None:
        """Take in "X met Y" or "X spoke with Y", once Y at `head` has been read: "they" may be both."""
        subject = partner_of(self.tree, head)
        if subject is None:
            return
        one = self.groups.get(subject) or self.of_head.get(subject)
        other = self.groups.get(head) or self.of_head.get(head)
        if one is None or other is None or one is other or one.kind != other.kind or one.kind not in ACTING:
            return
        parts = tuple(part for side in (one, other) for part in (side.parts or (side,)))
        both = self.sum_of(parts, one.kind, THEY)
        both.heads.append(subject)
        both.roles.append(role_of(self.tree, subject))
        self.recent.pop(id(both), None)
        self.recent[id(both)] = both

    def _predicated(self, phrase: Phrase) -> Referent | None:
        """Apposition and "X is a Y" speak of the same thing."""
        tree, i = self.tree, phrase.head
        d = tree.dep[i]
        if d == "appos":
            found = self.of_head.get(tree.head[i])
        elif d == "attr" and tree.lemma[tree.head[i]] in {"be", "become", "remain"}:
            subject = tree.kid(tree.head[i], "nsubj")
            found = None if subject is None or subject > i else self.of_head.get(subject)
        else:
            return None
        if found is not None and found.plural == phrase.plural and _compatible(found, phrase):
            if not found.named:
                found.mask = found.mask & phrase.mask or found.mask
            return found
        return None

    def _take_over(self, referent: Referent, i: int) -> None:
        """The noun before an apposed name speaks of who is named: "his counterpart Wang Yi"."""
        tree = self.tree
        d = tree.dep[i]
        if d == "appos":
            head = tree.head[i]
        elif d == "attr" and tree.lemma[tree.head[i]] == "be":
            subject = tree.kid(tree.head[i], "nsubj")
            if subject is None:
                return
            head = subject
        else:
            return
        old = self.of_head.get(head)
        if old is None or old is referent or old.entities or old.named or old.plural != referent.plural:
            return
        if old.kind != referent.kind or not old.mask & referent.mask:
            return
        for h, role in zip(old.heads, old.roles, strict=True):
            self.of_head[h] = referent
            referent.heads.append(h)
            referent.roles.append(role)
        self.recent.pop(id(old), None)

    def _repeated(self, phrase: Phrase) -> Referent | None:
        """The same noun again, with "the" or the like, and nothing that tells it apart."""
        tree, i = self.tree, phrase.head
        if tree.pos[i] == "PROPN":
            return self._same_name(phrase)
        found = self._nouns.get(tree.lemma[i])
        if found is None or not phrase.definite or found.plural != phrase.plural:
            return None
        own = self._modifiers(i)
        return (
            found
            if own <= self._modifiers(found.heads[0]) or own <= self._modifiers(found.heads[-1])
            else None
        )

    def _same_name(self, phrase: Phrase) -> Referent | None:
        """A name by its last word; another first name makes another person."""
        i = phrase.head
        found = self._nouns.get(self.tree.words[i])
        if found is None or found.plural != phrase.plural:
            return None
        own, old = self._first_names(i), self._first_names(found.heads[0])
        if own and old and not own & old:
            return None
        if found.kind in {PERSON, NAME} and phrase.kind in {PERSON, NAME}:
            found.mask = found.mask & phrase.mask or found.mask
            found.kind = min(found.kind, phrase.kind)
        return found

    def _first_names(self, i: int) -> set[str]:
        tree = self.tree
        return {
            tree.words[c] for c in tree.children[i] if tree.dep[c] == "compound" and tree.pos[c] == "PROPN"
        }

    def _modifiers(self, i: int) -> set[str]:
        tree = self.tree
        return {tree.lower[c] for c in tree.children[i] if tree.dep[c] in MODIFIERS}


def _compatible(referent: Referent, phrase: Phrase) -> bool:
    kinds = {referent.kind, phrase.kind}
    return len(kinds) == 1 or NAME in kinds or bool(kinds <= {GROUP, MANY})


def partner_of(tree: Tree, head: int) -> int | None:
    """Head token of the subject whose partner in an encounter stands at `head`; None if it is no partner."""
    d = tree.dep[head]
    verb = tree.head[head]
    if d == "pobj":
        if tree.lower[verb] not in PARTNER_PREPOSITIONS:
            return None
        verb = tree.head[verb]
        if tree.pos[verb] == "NOUN":
            # "X's call with Y", "X held talks with Y"
            owner = tree.kid(verb, "poss")
            if owner is not None and tree.lemma[verb] in ENCOUNTER_NOUNS:
                return owner
            verb = tree.head[verb] if tree.dep[verb] == "dobj" else verb
    elif d != "dobj":
        return None
    return tree.kid(verb, "nsubj") if tree.lemma[verb] in ENCOUNTERS else None
