"""Who the nouns of a deed stand for: named actors, and people without a name ("riot police", "protesters").

People without a name become entities of the document when an act needs them: `sector` from the noun, `country`
from a place in the phrase ("police in Harare") or from the act's other side, never from the dateline.
"""

from __future__ import annotations

import msgspec

from dragoman.extract.clauses import iter_preps
from dragoman.extract.lexicon import Keys, Lexicon
from dragoman.extract.participants import Participants
from dragoman.records import Actor, Entity
from dragoman.resolve.resolved import TokenMention

ARMED = frozenset({"GOV", "MIL", "COP", "REB", "PRM", "UAF", "JUD", "LEG", "SPY", "OPP", "PTY", "PRE"})
"""Sectors whose actors make an act political."""
PRIVATE = frozenset({"BUS", "EDU", "MED", "JRN", "AGR", "CVL", "LAB", "REF", "CRM", "ELI", "UNK", "REL"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
OWNER_PREPS = frozenset({"of", "from"})
SITE_PREPS = OWNER_PREPS | {"in", "at", "outside", "near", "around", "inside"}
BENEFIT = frozenset({"benefit", "support", "help"})
PRONOUNS = frozenset({"PRON"})
NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
MAX_DESCENT = 3


class Cast:
    """Reads actors and word keys off the tokens of one document."""

    def __init__(self, participants: Participants, lexicon: Lexicon) -> None:
        self.participants = participants
        self.resolved = participants.resolved
        self.tree = participants.tree
        self.lexicon = lexicon
        self._keys: dict[int, Keys] = {}
        self._groups: dict[tuple[str, str | None], Entity] = {}

    # words

    def content(self, token: int) -> int:
        """The noun that a counting noun counts: "dozens of protesters" gives the protesters."""
        tree = self.tree
        for _ in range(MAX_DESCENT):
            if tree.lemma[token] not in self.lexicon.partitives or self.participants.at(token) is not None:
                return token
            inner = next((o for p, o in iter_preps(tree, token) if tree.lower[p] == "of"), None)
            if inner is None:
                return token
            token = inner
        return token

    def keys(self, token: int) -> Keys:
        """What a condition may match of a noun phrase: its words, two-word forms, and kinds of mention.

        Coordinated heads count too: "arrested a writer and two soldiers" holds `soldier`.
        """
        found = self._keys.get(token)
        if found is None:
            out: set[str] = set()
            for head in self.tree.conjuncts(token):
                self._add_keys(self.content(head), out)
            if token != self.content(token):
                out.add(self.tree.lemma[token])
            found = self._keys[token] = frozenset(out)
        return found

    def _add_keys(self, token: int, out: set[str]) -> None:
        tree = self.tree
        out.update(noun_forms(self, token))
        mention = self.resolved.mention(token)
        if mention is not None:
            entity = self.resolved.entities[mention.entities[0]]
            plain = not mention.group and mention.form not in {"demonym"}
            if plain or tree.pos[token] in PRONOUNS:
                out.add(f"@{entity.kind}")
            sector = mention.sector or entity.sector
            if sector is not None and (mention.group or entity.kind != "country"):
                out.add(f"@{sector}")
            if entity.country in {"IGO", "UNO", "EUR", "NGO"}:
                out.add(f"@{entity.country}")
        sector = self.sector(token)
        if sector is not None:
            out.add(f"@{sector}")

    def sector(self, token: int) -> str | None:
        """The sector of a common noun for people, None for any other word."""
        form = self._people_form(token)
        if form is not None:
            return self.lexicon.people[form]
        if self.tree.pos[token] != "NOUN" or self._named(token):
            return None
        return self.participants.knowledge.agents.get(self.tree.lower[token])

    def _people_form(self, token: int) -> str | None:
        """The longest form of a noun that the lexicon's people list: "riot police"."""
        pos = self.tree.pos[token]
        if pos not in NOUNS or self._named(token):
            return None
        for form in noun_forms(self, token):
            sector = self.lexicon.people.get(form)
            if sector is not None:
                return form if pos != "ADJ" or sector in {"REB", "PRM"} else None  # "a militant attack"
        return None

    def _named(self, token: int) -> bool:
        mention = self.resolved.mention(token)
        return mention is not None and not mention.group and mention.form != "noun"

    # actors

    def actors(self, token: int, *, sited: bool = False) -> tuple[Actor, ...]:
        """Actors of the noun phrase at `token`, coordination expanded, people without a name included.

        Args:
            token: Head of the phrase.
            sited: Whether a thing stands for the country it is in, as for what is hit ("a depot outside Belgorod").
        """
        found: dict[str, Actor] = {}
        for head in self.tree.conjuncts(token):
            for actor in self._phrase(self.content(head), sited):
                found.setdefault(actor.entity, actor)
        return tuple(found.values())

    def _phrase(self, token: int, sited: bool) -> tuple[Actor, ...]:  # noqa: FBT001  # handed on from `actors`
        tree = self.tree
        named = self.participants.actors(token)
        mention = self.resolved.mention(token)
        if named and mention is not None and mention.group and mention.head != token:
            return tuple(msgspec.structs.replace(actor, sector=None) for actor in named)
        if named:
            sector = self.sector(token)
            if sector is not None and len(named) == 1 and self._is_country(named[0]):
                return (msgspec.structs.replace(named[0], sector=sector),)
            return named
        if tree.pos[token] not in NOUNS:
            return ()
        sector = self.sector(token)
        if sector is not None:
            owner = self.owner(token)
            if owner and self._is_state(owner[0]):
                return (msgspec.structs.replace(owner[0], sector=sector),)
            return (self._group(token, sector, self._seat(token)),)
        return self.owner(token, sited=sited)

    def owner(self, token: int, *, sited: bool = False) -> tuple[Actor, ...]:
        """Whose a thing is: its possessor, else the country or body in its modifiers, else its "of" phrase.

        With `sited`, a thing that stands somewhere is also that place's.
        """
        tree = self.tree
        for child in tree.children[token]:
            if tree.dep[child] == "poss":
                found = self._phrase(child, False)
                if found:
                    return found
        for child in tree.children[token]:
            if tree.dep[child] in MODIFIERS and child < token and tree.dep[child] != "poss":
                found = self.participants.actors(child)
                if found:
                    return found
        preps = SITE_PREPS if sited and self.keys(token) & self.lexicon.sited else OWNER_PREPS
        for prep, obj in iter_preps(tree, token):
            if tree.lower[prep] in preps:
                found = self.participants.actors(obj) or self.participants.countries_of_places(obj)
                if found:
                    return found
        return self._beneficiary(token)

    def _beneficiary(self, token: int) -> tuple[Actor, ...]:
        """Whom a thing serves: "assistance that benefits the Malian army"."""
        tree = self.tree
        for clause in tree.kids(token, "relcl"):
            if tree.lemma[clause] in BENEFIT:
                for obj in tree.kids(clause, "dobj"):
                    return self.participants.actors(obj)
        return ()

    def place_countries(self, token: int) -> tuple[Actor, ...]:
        """Countries of the places that a phrase names."""
        return self.participants.countries_of_places(token)

    def in_country(self, actor: Actor, country: Actor) -> Actor:
        """A nameless group as one of that country; anybody else unchanged."""
        if not self.is_nameless(actor) or actor.country is not None:
            return actor
        key = next(key for key, entity in self._groups.items() if entity.id == actor.entity)
        placed = self._entity(key[0], actor.sector, country.country)
        return msgspec.structs.replace(actor, entity=placed.id, country=placed.country)

    def is_nameless(self, actor: Actor) -> bool:
        """Whether the actor is a group that was made from a common noun."""
        return any(entity.id == actor.entity for entity in self._groups.values())

    def crowd(self, token: int, country: str | None) -> Actor:
        """The people whom a word such as "protest" implies, as of a country."""
        entity = self._entity("protesters", "CVL", country)
        span = (self.tree.start[token], self.tree.end[token])
        return Actor(entity.id, entity.name, entity.country, "CVL", None, (span,))

    def is_political(self, actor: Actor) -> bool:
        """Whether the actor alone makes an act political: a state, an office-holder, a body, armed people."""
        if actor.sector in PRIVATE:
            return False
        if actor.sector in ARMED or actor.office is not None:
            return True
        entity = next((e for e in self.resolved.entities if e.id == actor.entity), None)
        return (
            entity is not None and entity.kind in {"country", "organization"} and not self.is_nameless(actor)
        )

    def _group(self, token: int, sector: str, country: str | None) -> Actor:
        tree = self.tree
        form = self._people_form(token)
        two_words = form is not None and " " in form and form.split()[0] == tree.lower[token - 1]
        first = token - 1 if two_words else token
        noun = " ".join(tree.lower[first : token + 1])
        entity = self._entity(noun, sector, country)
        span = (tree.start[first], tree.end[token])
        return Actor(entity.id, entity.name, entity.country, sector, None, (span,))

    def _entity(self, noun: str, sector: str | None, country: str | None) -> Entity:
        key = (noun, country)
        known = self._groups.get(key)
        if known is None:
            entities = self.resolved.entities
            known = Entity(
                id=f"e{len(entities) + 1}",
                kind="organization",
                name=noun,
                aliases=(),
                country=country,
                sector=sector,
                offices=(),
                basis="text" if country is None else "inferred",
                origin=None if country is None else "place or other side of the act",
            )
            entities.append(known)
            self._groups[key] = known
        return known

    def _seat(self, token: int) -> str | None:
        """Country of the place in the phrase: "police in Harare", "workers at the port of Aden"."""
        tree = self.tree
        for prep, obj in iter_preps(tree, token):
            if tree.lower[prep] in {"in", "of", "from", "at", "outside", "near"}:
                placed = self.participants.countries_of_places(obj)
                if placed:
                    return placed[0].country
        return self._only_country(token)

    def _only_country(self, token: int) -> str | None:
        """The country that a phrase names anywhere within: "leaders who block Mali's transition"."""
        tree = self.tree
        found = {
            actor.country
            for clause in tree.kids(token, "relcl", "acl")
            for i in tree.subtree(clause)
            if tree.dep[i] == "poss"
            for actor in self.participants.actors(i)
            if self._is_country(actor)
        }
        return next(iter(found)) if len(found) == 1 else None

    def is_state(self, actor: Actor) -> bool:
        """Whether the actor is a country as such, not its police or people."""
        return actor.sector in {None, "GOV"} and self._is_country(actor)

    def _is_country(self, actor: Actor) -> bool:
        return any(e.id == actor.entity and e.kind == "country" for e in self.resolved.entities)

    def _is_state(self, actor: Actor) -> bool:
        return actor.country is not None and actor.sector in {None, "GOV"}

    def mention(self, token: int) -> TokenMention | None:
        """The mention that covers the token."""
        return self.resolved.mention(token)


def noun_forms(cast: Cast, token: int) -> list[str]:
    """Forms by which tables know a noun, longest first: "war of words", "rubber bullet", "bullet", "bullets"."""
    tree = cast.tree
    lemma, lower = tree.lemma[token], tree.lower[token]
    out = []
    of = next((o for p, o in iter_preps(tree, token) if tree.lower[p] == "of"), None)
    if of is not None:
        out.append(f"{lemma} of {tree.lemma[of]}")
    if token and tree.sent[token - 1] == tree.sent[token]:
        before = tree.lower[token - 1]
        if token > 1 and before == "-":
            before = tree.lower[token - 2] + "-"
        out.append(f"{before} {lemma}")
        if lower != lemma:
            out.append(f"{before} {lower}")
    out.append(lemma)
    if lower != lemma:
        out.append(lower)
    if lower.endswith("s") and lower[:-1] != lemma:  # where the lemmatizer errs ("doses") or the tagger ("Rebels")
        out.append(lower[:-1])
    return out
