"""Unnamed sources: officials, diplomats and witnesses who speak without a name or a country.

"Two diplomats familiar with the talks said" has a speaker, though nobody knows who. Each such noun phrase is
an entity of its own, named by its words, so that the claim can be kept; "the official" goes on with the last
one of that noun.
"""

from __future__ import annotations

from dragoman.extract.participants import Participants
from dragoman.records import Actor, Entity, Span

SOURCES = frozenset({
    "official", "diplomat", "source", "aide", "adviser", "advisor", "spokesman", "spokeswoman",
    "spokesperson", "negotiator", "envoy", "analyst", "expert", "witness", "resident", "activist", "lawmaker",
    "insider", "officer", "commander", "lawyer", "person", "people",
})  # fmt: skip
"""Nouns of people who are quoted without a name."""
TELLING_PERSON = frozenset({"familiar", "briefed", "close", "aware", "involved", "informed", "knowledge"})
"""Words by which "people" or "a person" are a source: "people familiar with the matter"."""
DEFINITE = frozenset({"the", "that", "this", "these", "those"})
MAX_WORDS = 5


class Sources:
    """The unnamed sources of one document."""

    def __init__(self, participants: Participants) -> None:
        self.participants = participants
        self.tree = participants.tree
        self._last: dict[str, tuple[Actor, ...]] = {}
        self._labels: dict[str, Actor] = {}
        self._made: dict[str, Entity] = {}

    def keep(self, speakers: tuple[Actor, ...]) -> None:
        """Add unnamed speakers to the document's entities: called once a claim is theirs."""
        known = self.participants.resolved.entities
        for actor in speakers:
            entity = self._made.get(actor.entity)
            if entity is not None and entity not in known:
                known.append(entity)

    def remember(self, head: int, actors: tuple[Actor, ...]) -> None:
        """Keep who spoke under a source noun ("a senior Omani official"), for "the official" later."""
        if actors and self.tree.lemma[head] in SOURCES:
            self._last[self.tree.lemma[head]] = actors

    def at(self, head: int) -> tuple[Actor, ...]:
        """The source that a noun phrase names, () where its head is no such noun.

        Args:
            head: Token number of the subject or object that speaks.
        """
        tree = self.tree
        noun = tree.lemma[head]
        if noun not in SOURCES or tree.pos[head] != "NOUN":
            return ()
        if noun in {"person", "people"} and not self._tells_person(head):
            return ()
        definite = any(tree.lower[c] in DEFINITE for c in tree.children[head])
        if definite and noun in self._last:
            return self._last[noun]
        actor = self._unnamed(head)
        self._last[noun] = (actor,)
        return (actor,)

    def labelled(self, label: Span) -> Actor | None:
        """The source that a transcript's label names: "SENIOR OFFICIAL TWO:"; None for "QUESTION:"."""
        resolved = self.participants.resolved
        name = " ".join(label.of(resolved.document.text).split()).title()
        if name in self._labels:
            return self._labels[name]
        if not {word.removesuffix("s") for word in name.casefold().split()} & SOURCES:
            return None
        country = None
        for mention in resolved.mentions:
            start = self.tree.start[mention.first]
            if label.start <= start < label.end:
                country = country or self.participants.entity(mention).country
        self._labels[name] = self._add(name, country, (label.start, label.end))
        return self._labels[name]

    def _tells_person(self, head: int) -> bool:
        """Whether "people" are qualified as a source: "briefed on the plan", "with knowledge of"."""
        tree = self.tree
        return any(tree.lower[i] in TELLING_PERSON for i in tree.subtree(head) if i > head)

    def _unnamed(self, head: int) -> Actor:
        tree = self.tree
        first = max(tree.left_edge(head), head - MAX_WORDS + 1)
        while first < head and tree.pos[first] in {"DET", "PUNCT", "CCONJ"}:
            first += 1
        span = (tree.start[first], tree.end[head])
        return self._add(" ".join(tree.words[first : head + 1]), None, span)

    def _add(self, name: str, country: str | None, span: tuple[int, int]) -> Actor:
        entity = Entity(
            id=f"u{len(self._made) + 1}",
            kind="person",
            name=name,
            aliases=(),
            country=country,
            sector=None,
            offices=(),
            identity=None,
            basis="text",
            origin="unnamed source",
        )
        self._made[entity.id] = entity
        return Actor(entity.id, entity.name, country, None, None, (span,))
