"""Who the nouns of a deed stand for: named actors, and people without a name ("riot police", "protesters").

People without a name become entities of the document when an act needs them. Their sector is the noun's;
their country that of a place in the phrase ("police in Harare") or of the act's other side, never the
dateline's.
"""

from __future__ import annotations

import re

import msgspec

from dragoman.extract.clauses import iter_preps
from dragoman.extract.deeds_nouns import NOUNS, Nouns
from dragoman.extract.drafts import EventDraft
from dragoman.extract.lexicon import Lexicon
from dragoman.extract.participants import Participants
from dragoman.records import Actor, Entity

POLITICAL = frozenset({"GOV", "MIL", "COP", "REB", "PRM", "UAF", "JUD", "LEG", "SPY", "OPP", "PTY", "PRE"})
"""Sectors whose actors make an act political."""
PRIVATE = frozenset({"BUS", "EDU", "MED", "JRN", "AGR", "CVL", "LAB", "REF", "CRM", "ELI", "UNK", "REL"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod"})
OWNER_PREPS = frozenset({"of", "from"})
SITE_PREPS = OWNER_PREPS | {"in", "at", "outside", "near", "around", "inside"}
SEAT_PREPS = frozenset({"in", "of", "from", "at", "outside", "near"})
BENEFIT = frozenset({"benefit", "support", "help"})
GOVERNMENTS = frozenset({"government", "regime", "junta", "administration", "authority", "leadership"})
"""Nouns for those who rule a country as such: they stand for it."""
SINGULARS = {
    "parties": "party", "men": "man", "women": "woman", "children": "child", "authorities": "authority",
    "ministries": "ministry", "embassies": "embassy", "policemen": "police",
}  # fmt: skip
"""Plurals that are more than their singular with an "s"."""
PEOPLE = re.compile(r"(er|or|ist|ant|ee|ian|man|woman|youth|mate)s?$|men$|folk$|people$")
"""Endings of nouns for people, for those that no table has."""
WRITTEN_FORMS = frozenset({"name", "metonym", "demonym"})

Actors = tuple[Actor, ...]


class Cast:
    """Reads actors off the tokens of one document."""

    def __init__(self, participants: Participants, lexicon: Lexicon) -> None:
        self.participants = participants
        self.resolved = participants.resolved
        self.tree = participants.tree
        self.lexicon = lexicon
        self.nouns = Nouns(participants, lexicon)
        self._groups: dict[tuple[str, str | None], Entity] = {}
        self._group_keys: dict[str, tuple[str, str | None]] = {}
        self._group_names: dict[str, str] = {}
        self._by_id: dict[str, Entity] = {}

    def actors(self, token: int, *, sited: bool = False) -> Actors:
        """Actors of the noun phrase at `token`, coordination expanded, people without a name included.

        Args: token: Head of the phrase. sited: Whether a thing stands for the country it is in, as for what
            is hit: "a depot outside Belgorod".
        """
        found: dict[str, Actor] = {}
        for head in self.tree.conjuncts(token):
            content = self.nouns.content(head)
            for actor in self._phrase(content) or (
                self.owner(content, sited=sited) if self._is_noun(content) else ()
            ):
                found.setdefault(actor.entity, actor)
        return tuple(found.values())

    def standing(self, token: int) -> Actors:
        """Actors that a phrase names or denotes, else the countries of its places."""
        return self.actors(token) or self.place_countries(token)

    def party(self, token: int) -> Actors:
        """Actors of a phrase that stands for a party: also names that no table has, and nouns for people.

        Empty where a thing stands for it ("the building") and nothing says whose it is.
        """
        found = self.standing(token)
        if found or not self._is_noun(token):
            return found
        if self.tree.pos[token] == "PROPN":
            return (self._unknown(token),)
        if PEOPLE.search(self.tree.lower[token]):
            return (self._group(token, None, self._seat(token)),)
        return ()

    def _unknown(self, token: int) -> Actor:
        """A party by a name that no table has."""
        tree, first = self.tree, token
        while first and tree.pos[first - 1] == "PROPN" and tree.sent[first - 1] == tree.sent[token]:
            first -= 1
        span = (tree.start[first], tree.end[token])
        entity = self._entity(self.resolved.document.text[slice(*span)], None, self._seat(token))
        return Actor(entity.id, entity.name, entity.country, None, None, (span,))

    def _is_noun(self, token: int) -> bool:
        return self.tree.pos[token] in NOUNS

    def _phrase(self, token: int) -> Actors:
        """Actors that a noun names or denotes by itself."""
        named = self.participants.actors(token)
        if named:
            return self._as_written(token, named)
        sector = self.nouns.sector(token) if self._is_noun(token) else None
        if sector is None:
            return ()
        owner = self.owner(token)
        if owner and owner[0].country is not None and owner[0].sector in {None, "GOV"}:
            return (msgspec.structs.replace(owner[0], sector=sector),)
        return (self._group(token, sector, self._seat(token)),)

    def _as_written(self, token: int, named: Actors) -> Actors:
        """Named actors with the sector of their noun: "Israeli troops" are Israel's military."""
        mention = self.resolved.mention(token)
        if mention is not None and mention.group and mention.head != token:
            return tuple(msgspec.structs.replace(actor, sector=None) for actor in named)
        sector = self.nouns.sector(token)
        if sector is not None and len(named) == 1 and self._is_country(named[0]):
            return (msgspec.structs.replace(named[0], sector=sector),)
        return named

    def owner(self, token: int, *, sited: bool = False) -> Actors:
        """Whose a thing is: its possessor's, else a modifier's ("Greek tanker"), else its "of" phrase's.

        With `sited`, a thing that stands somewhere is also that place's.
        """
        tree = self.tree
        for child in tree.kids(token, "poss"):
            found = self._phrase(child) or self.owner(child)
            if found:
                return found
        for child in tree.children[token]:
            if tree.dep[child] in MODIFIERS and child < token:
                found = self.participants.actors(child)
                if found:
                    return found
        preps = SITE_PREPS if sited and self.nouns.keys(token) & self.lexicon.sited else OWNER_PREPS
        for prep, obj in iter_preps(tree, token):
            if tree.lower[prep] in preps:
                found = self.participants.actors(obj) or self.participants.countries_of_places(obj)
                if found:
                    return found
        return self._beneficiary(token)

    def _beneficiary(self, token: int) -> Actors:
        """Whom a thing serves: "assistance that benefits the Malian army"."""
        tree = self.tree
        for clause in tree.kids(token, "relcl"):
            served = tree.kid(clause, "dobj")
            if tree.lemma[clause] in BENEFIT and served is not None:
                found = self.participants.actors(served)
                return found or self._served_places(clause, served)
        return ()

    def _served_places(self, clause: int, served: int) -> Actors:
        """Where a thing serves: "assistance that will support recovery in Gaza"."""
        for governor in (served, clause):
            for prep, obj in iter_preps(self.tree, governor):
                if self.tree.lower[prep] == "in":
                    found = self.participants.countries_of_places(obj)
                    if found:
                        return found
        return ()

    def place_countries(self, token: int) -> Actors:
        """Countries of the places that a phrase names."""
        return self.participants.countries_of_places(token)

    # people without a name

    def crowd(self, token: int, country: str | None) -> Actor:
        """The people whom a word such as "protest" implies, as of a country."""
        entity = self._entity("protesters", "CVL", country)
        span = (self.tree.start[token], self.tree.end[token])
        return Actor(entity.id, entity.name, entity.country, "CVL", None, (span,))

    def in_country(self, actor: Actor, country: Actor) -> Actor:
        """A nameless group as one of that country; anybody else unchanged."""
        key = self._group_keys.get(actor.entity)
        if key is None or actor.country is not None:
            return actor
        if key[0] in GOVERNMENTS:
            span = actor.spans[0] if actor.spans else country.spans[0]
            state = self.participants.country_actor(country.country or "", span)
            return msgspec.structs.replace(state, sector=actor.sector)
        placed = self._entity(key[0], actor.sector, country.country)
        return msgspec.structs.replace(actor, entity=placed.id, country=placed.country)

    def is_nameless(self, actor: Actor) -> bool:
        """Whether the actor is a group that was made from a common noun."""
        return actor.entity in self._group_keys

    def noun_of(self, actor: Actor) -> str | None:
        """The common noun that a nameless group was made from; None for anybody else."""
        key = self._group_keys.get(actor.entity)
        return None if key is None else key[0]

    def _group(self, token: int, sector: str | None, country: str | None) -> Actor:
        tree = self.tree
        form = self.nouns.people_form(token)
        two_words = form is not None and token > 0 and form.startswith(f"{tree.lower[token - 1]} ")
        first = token - 1 if two_words else token
        entity = self._entity(" ".join(tree.lower[first : token + 1]), sector, country)
        span = (tree.start[first], tree.end[token])
        return Actor(entity.id, entity.name, entity.country, sector, None, (span,))

    def _entity(self, noun: str, sector: str | None, country: str | None) -> Entity:
        """The group of a noun, as of a country; one for "protester" and "protesters"."""
        key = (self._stem(noun), country)
        known = self._groups.get(key)
        if known is None:
            known = Entity(
                id=f"group:{len(self._groups)}",
                kind="organization",
                name=self._group_names.setdefault(key[0], noun),
                aliases=(),
                country=country,
                sector=sector,
                offices=(),
                basis="text" if country is None else "inferred",
                origin=None if country is None else "place or other side of the act",
            )
            self._groups[key] = known
            self._group_keys[known.id] = key
        return known

    def _stem(self, noun: str) -> str:
        """The form by which a noun recurs; a table of people gives its singular."""
        singular = noun.removesuffix("s")
        return singular if singular in self.lexicon.people else SINGULARS.get(noun, noun)

    def enter(self, drafts: list[EventDraft]) -> None:
        """Give the groups that acts need a place among the document's entities.

        A group of no known country is that of the one country as whose the same noun occurs elsewhere.
        """
        homes: dict[str, set[str]] = {}
        used = {actor.entity for draft in drafts for actor in draft.actors()} & self._group_keys.keys()
        for group in sorted(used):
            noun, country = self._group_keys[group]
            homes.setdefault(noun, set()).update({country} if country is not None else ())
        entered: dict[tuple[str, str | None], Entity] = {}

        def settle(actor: Actor) -> Actor:
            if actor.entity not in self._group_keys:
                return actor
            noun, country = self._group_keys[actor.entity]
            if country is None and len(homes[noun]) == 1:
                (country,) = homes[noun]
            if (noun, country) not in entered:
                entered[noun, country] = self._enter_one(self._groups[noun, country])
            entity = entered[noun, country]
            return msgspec.structs.replace(actor, entity=entity.id, country=country)

        for draft in drafts:
            draft.sources = tuple(map(settle, draft.sources))
            draft.targets = tuple(map(settle, draft.targets))

    def _enter_one(self, group: Entity) -> Entity:
        entities = self.resolved.entities
        entity = msgspec.structs.replace(group, id=f"e{len(entities) + 1}")
        entities.append(entity)
        return entity

    def _seat(self, token: int) -> str | None:
        """Country of the place in the phrase: "police in Harare", "workers at the port of Aden"."""
        for prep, obj in iter_preps(self.tree, token):
            if self.tree.lower[prep] in SEAT_PREPS:
                placed = self.participants.countries_of_places(obj)
                if placed:
                    return placed[0].country
        return self._only_country(token)

    def _only_country(self, token: int) -> str | None:
        """The one possessor country in a phrase's clause: "leaders who block Mali's transition"."""
        tree = self.tree
        owners = [
            i
            for clause in tree.kids(token, "relcl", "acl")
            for i in tree.subtree(clause)
            if tree.dep[i] == "poss"
        ]
        found = {a.country for i in owners for a in self.participants.actors(i) if self._is_country(a)}
        return next(iter(found)) if len(found) == 1 else None

    # kinds of actors

    def is_political(self, actor: Actor) -> bool:
        """Whether the actor alone makes an act political: a state, an office-holder, a body, armed people."""
        if actor.sector in PRIVATE:
            return False
        if actor.sector in POLITICAL or actor.office is not None:
            return True
        entity = self._known(actor)
        return (
            entity is not None and entity.kind in {"country", "organization"} and not self.is_nameless(actor)
        )

    def is_state(self, actor: Actor) -> bool:
        """Whether the actor is a country as such, not its police or people."""
        return actor.sector in {None, "GOV"} and self._is_country(actor)

    def is_bare(self, actor: Actor) -> bool:
        """Whether a country is written by its name or a place in it, and not by a noun ("the government")."""
        if not actor.spans or not self.is_state(actor):
            return False
        token = self.tree.token_at(actor.spans[0][0])
        mention = self.resolved.mention(token) if token is not None else None
        return mention is not None and not mention.group and mention.form in WRITTEN_FORMS

    def _is_country(self, actor: Actor) -> bool:
        entity = self._known(actor)
        return entity is not None and entity.kind == "country"

    def _known(self, actor: Actor) -> Entity | None:
        entities = self.resolved.entities
        if len(self._by_id) != len(entities):  # groups and countries are added on the way
            self._by_id = {entity.id: entity for entity in entities}
        key = self._group_keys.get(actor.entity)
        return self._by_id.get(actor.entity) if key is None else self._groups[key]
