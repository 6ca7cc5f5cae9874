"""From a token to the actors it stands for.

Lists of names are the parser's weak side ("President A, Prime Minister B, Foreign Minister C and other
officials"), so a list is read off the surface: mentions that follow each other with nothing but commas, "and"
and determiners between them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from dragoman.knowledge import Knowledge
from dragoman.records import Actor, Entity, Place, Span
from dragoman.resolve.resolved import Resolved, TokenMention

LINKS = frozenset({
    ",", ";", "and", "&", "as", "well", "with", "both", "the", "his", "her", "their", "its", "a", "an",
    "also", "including", "or",
})  # fmt: skip
"""Words that may stand between two members of a list."""
JOINERS = frozenset({",", ";", "and", "&", "well", "or"})
ACTOR_KINDS = frozenset({"person", "country", "organization"})
FIRMS = frozenset({"BUS", "MNC"})
"""Sectors of companies: a contract between two stands for their states, one with a government does not."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
MAX_GAP = 5


class Participants:
    """Finds the actors behind tokens of one resolved document."""

    def __init__(self, resolved: Resolved, knowledge: Knowledge) -> None:
        self.resolved = resolved
        self.tree = resolved.tree
        self.knowledge = knowledge

    def actors(self, token: int, *, on: dt.date | None = None) -> tuple[Actor, ...]:
        """Actors that the noun phrase headed by (or covering) `token` denotes.

        Args:
            token: A token number, usually a subject or object.
            on: The day the office should hold on; None takes the office as written.

        Returns:
            One actor an entity, in text order, coordination expanded; empty where no actor is known.
        """
        mentions = self.listed(token)
        return self.build(mentions, on=on)

    def build(self, mentions: Iterable[TokenMention], *, on: dt.date | None = None) -> tuple[Actor, ...]:
        """Actors of the mentions, one an entity, spans joined."""
        found: dict[int, list[TokenMention]] = {}
        for mention in mentions:
            for entity in mention.entities:
                if self.resolved.entities[entity].kind in ACTOR_KINDS:
                    found.setdefault(entity, []).append(mention)
        return tuple(self._actor(entity, own, on) for entity, own in found.items())

    def listed(self, token: int) -> list[TokenMention]:
        """Mentions of the list that begins at `token`; the token's own mention where no list follows."""
        first = self.at(token)
        if first is None:
            return self._fallback(token)
        out = [*self._before_in_list(first, token), *self._shared_noun(first), first]
        current = first
        while True:
            following = self._next_in_list(current, first)
            if following is None:
                break
            out.append(following)
            current = following
        known = {id(m) for m in out}
        for conjunct in self._conjuncts(first):
            mention = self.at(conjunct)
            if mention is not None and id(mention) not in known:
                out.append(mention)
                known.add(id(mention))
        return out

    def _before_in_list(self, mention: TokenMention, token: int) -> list[TokenMention]:
        """Earlier members of a list whose last one the parser made its head ("A and [B] signed")."""
        tree = self.tree
        edge = tree.left_edge(token)
        out: list[TokenMention] = []
        i, joined = mention.first - 1, False
        while i >= edge:
            if tree.lower[i] in JOINERS:
                joined = True
            elif tree.lower[i] not in LINKS:
                other = self.at(i)
                if (
                    other is None
                    or not joined
                    or tree.dep[other.head] == "poss"
                    or (other.form == "demonym" and not other.group)
                ):
                    break
                out.append(other)
                i, joined = other.first, False
            i -= 1
        return out[::-1]

    def _shared_noun(self, mention: TokenMention) -> list[TokenMention]:
        """The demonyms before the one with the noun: "her Emirati, Omani and Saudi counterparts"."""
        if not mention.group:
            return []
        tree = self.tree
        out: list[TokenMention] = []
        i = mention.first - 1
        first = tree.sents[tree.sent[mention.first]][0]
        while i >= first:
            if tree.lower[i] in {",", "and"}:
                i -= 1
                continue
            other = self.at(i)
            if other is None or other.form != "demonym" or other.group or i == mention.first - 1:
                break
            out.append(
                TokenMention(
                    other.first, other.last, mention.head, "noun", other.entities, mention.sector, group=True
                )
            )
            i = other.first - 1
        return out[::-1]

    def at(self, token: int) -> TokenMention | None:
        """The actor mention that covers the token."""
        mention = self.resolved.mention(token)
        if mention is None:
            return None
        kinds = {self.resolved.entities[e].kind for e in mention.entities}
        return mention if kinds & ACTOR_KINDS else None

    def entity(self, mention: TokenMention) -> Entity:
        """First entity of a mention."""
        return self.resolved.entities[mention.entities[0]]

    def countries_of_places(self, token: int) -> tuple[Actor, ...]:
        """Countries of the places listed from `token` on: "Tbilisi, Baku and Yerevan" gives three."""
        found: dict[str, Actor] = {}
        for mention in self.places(token):
            entity = self.entity(mention)
            if entity.country is not None:
                span = (self.tree.start[mention.first], self.tree.end[mention.last - 1])
                actor = self.country_actor(entity.country, span)
                found.setdefault(actor.entity, actor)
        return tuple(found.values())

    def places(self, token: int) -> list[TokenMention]:
        """Mentions of places and countries in the list that begins at `token`."""
        out: list[TokenMention] = []
        seen: set[int] = set()
        for conjunct in self.tree.conjuncts(token):
            mention = self.resolved.mention(conjunct)
            if mention is not None and self.is_place(mention) and id(mention) not in seen:
                out.append(mention)
                seen.add(id(mention))
        return out

    def place(self, mention: TokenMention) -> Place:
        """A mentioned place as a record, with the mention as its evidence."""
        entity = self.entity(mention)
        span = Span(self.tree.start[mention.first], self.tree.end[mention.last - 1])
        return Place(entity.name, entity.country, entity.lat, entity.lon, entity.identity, "text", span)

    def country_actor(self, country: str, span: tuple[int, int]) -> Actor:
        """The country as an actor, its entity added where the text names only a place in it."""
        identity = f"country:{country}"
        for entity in self.resolved.entities:
            if entity.identity == identity:
                break
        else:
            known = self.knowledge.countries.get(country)
            entity = Entity(
                id=f"e{len(self.resolved.entities) + 1}",
                kind="country",
                name=known.name if known is not None else country,
                aliases=(),
                country=country,
                sector="GOV",
                offices=(),
                identity=identity,
                basis="inferred",
                origin="country of a place",
            )
            self.resolved.entities.append(entity)
        return Actor(entity.id, entity.name, entity.country, "GOV", None, (span,))

    def body_of(self, actor: Actor) -> Actor:
        """The body that a person without a country acts for ("EU High Representative X"); else the actor."""
        person = next(
            (e for e in self.resolved.entities if e.id == actor.entity and e.kind == "person"), None
        )
        if person is None:
            return actor
        served = " ".join(
            f"{office.organization or ''} {office.title}" for office in person.offices
        ).casefold()
        words = set(served.replace(",", " ").split())
        # the name may stand inside the title, where it is no mention of its own
        for mention in self.resolved.mentions:
            first, last = self.tree.start[mention.first], self.tree.end[mention.last - 1]
            if (first, last) == actor.spans[0]:
                words |= {w.casefold() for w in self.tree.words[mention.first : mention.last]}
        for entity in self.resolved.entities:
            if entity.kind == "organization" and entity.country is None:
                names = (entity.name, *entity.aliases)
                if any(n.casefold() in served or n.casefold() in words for n in names):
                    return Actor(entity.id, entity.name, None, entity.sector, None, actor.spans)
        for name in sorted(words, key=len, reverse=True):
            entries = self.knowledge.gazetteer.get(name.upper())
            if entries and entries[0].kind == "igo":
                return self.organization_actor(entries[0].name, entries[0].identity, actor.spans[0])
        return actor

    def organization_actor(self, name: str, identity: str, span: tuple[int, int]) -> Actor:
        """An international body as an actor, its entity added where the text names it only inside a title."""
        for entity in self.resolved.entities:
            if entity.identity == identity:
                break
        else:
            entity = Entity(
                id=f"e{len(self.resolved.entities) + 1}",
                kind="organization",
                name=name,
                aliases=(),
                country=None,
                sector=None,
                offices=(),
                identity=identity,
                basis="knowledge",
                origin="body that an office belongs to",
            )
            self.resolved.entities.append(entity)
        return Actor(entity.id, entity.name, None, entity.sector, None, (span,))

    def as_states(self, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Parties to a text: people and ministries stand for their states where two states sign."""
        countries = {actor.country for actor in actors}
        firms = [actor for actor in actors if actor.sector in FIRMS]
        if None in countries or len(countries) < 2 or 0 < len(firms) < len(actors):
            return actors
        found: dict[str, Actor] = {}
        for actor in actors:
            if actor.country is not None:
                state = self.country_actor(actor.country, actor.spans[0])
                found.setdefault(state.entity, state)
        return tuple(found.values())

    def is_place(self, mention: TokenMention) -> bool:
        """Whether a mention names a place, a country or a venue, and nobody."""
        if mention.form == "demonym" or mention.group:
            return False
        return self.entity(mention).kind in {"place", "country", "issue", "venue"}

    def _conjuncts(self, mention: TokenMention) -> list[int]:
        tree = self.tree
        out: list[int] = []
        for i in range(mention.first, mention.last):
            if tree.head[i] < mention.first or tree.head[i] >= mention.last or tree.head[i] == i:
                out.extend(c for c in tree.conjuncts(i)[1:] if not mention.first <= c < mention.last)
        return [c for c in out if tree.pos[c] in {"NOUN", "PROPN", "PRON", "ADJ"}]

    def _next_in_list(self, current: TokenMention, first: TokenMention) -> TokenMention | None:
        tree = self.tree
        i = current.last
        joined = False
        last = tree.sents[tree.sent[current.first]][1]
        limit = min(last, current.last + MAX_GAP)
        while i < limit:
            mention = self.at(i)
            if mention is not None:
                return mention if joined and self._continues(mention, first) else None
            word = tree.lower[i]
            if word in JOINERS:
                joined = True
            elif word not in LINKS and not (tree.pos[i] == "ADJ" and joined):
                return None
            i += 1
        return None

    def _continues(self, mention: TokenMention, first: TokenMention) -> bool:
        tree = self.tree
        if mention.form == "demonym" and not mention.group:
            return False
        head = mention.head
        if tree.dep[head] == "poss":
            return False
        return not (
            tree.dep[head] in SUBJECTS and tree.head[head] > head and tree.head[head] != tree.head[first.head]
        )

    def _fallback(self, token: int) -> list[TokenMention]:
        """A noun without a mention of its own: "the delegation from Oman", "leaders of Libya"."""
        tree = self.tree
        if tree.pos[token] not in {"NOUN", "PROPN"}:
            return []
        sector = self.knowledge.agents.get(tree.lower[token])
        if sector is None and tree.pos[token] != "PROPN":
            return []
        for child in tree.children[token]:
            candidate: int | None = child
            if tree.dep[child] == "prep" and tree.lower[child] in {"of", "from", "in"}:
                candidate = tree.kid(child, "pobj")
            elif tree.dep[child] not in {"poss", "amod", "compound", "nmod"}:
                continue
            mention = self.at(candidate) if candidate is not None else None
            if mention is not None and self.entity(mention).kind in {"country", "organization"}:
                group = TokenMention(
                    min(token, mention.first),
                    max(token + 1, mention.last),
                    token,
                    "noun",
                    mention.entities,
                    sector,
                    group=True,
                )
                return [group]
        return []

    def _actor(self, number: int, mentions: list[TokenMention], on: dt.date | None) -> Actor:
        entity = self.resolved.entities[number]
        tree = self.tree
        spans = tuple((tree.start[m.first], tree.end[m.last - 1]) for m in mentions)
        sector = next((m.sector for m in mentions if m.sector), entity.sector)
        return Actor(entity.id, entity.name, entity.country, sector, office_on(entity, on), spans)


def office_on(entity: Entity, on: dt.date | None) -> str | None:
    """Title of the office that the entity holds on a day; the first one written where no tenure decides."""
    if not entity.offices:
        return None
    if on is not None:
        for office in entity.offices:
            if office.start is not None and office.start <= on and (office.end is None or on <= office.end):
                return office.title
    return entity.offices[0].title
