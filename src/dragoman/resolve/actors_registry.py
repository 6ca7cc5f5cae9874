"""Entities and mentions as they are found; every token belongs to one mention at most."""

from __future__ import annotations

import msgspec

from dragoman.knowledge import Entry
from dragoman.records import Entity, EntityKind, MentionForm
from dragoman.resolve.actors_scan import Scan, TokenHit
from dragoman.resolve.resolved import TokenMention
from dragoman.resolve.topics_projects import NamedThing

ENTITY_KINDS: dict[str, EntityKind] = {
    "country": "country", "demonym": "country", "capital": "country", "metonym": "country", "city": "place",
    "region": "place", "place": "place", "initiative": "initiative", "framework": "framework",
    "treaty": "framework", "summit": "initiative", "issue": "issue",
}  # fmt: skip
"""Kind of a table's entry → kind of the entity; every other kind is an organization."""

UNLISTED = ("capital:", "local:")
"""What the keys of places begin with that no table lists, or that could be several that one lists."""
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})


class Registry:
    """Collects a document's entities and mentions."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.entities: list[Entity] = []
        self.mentions: list[TokenMention] = []
        self.taken = bytearray(len(scan.tree))
        self._known: dict[str, int] = {}
        self._at: dict[int, TokenMention] = {}

    def free(self, first: int, last: int) -> bool:
        """Whether no mention covers any of the tokens."""
        return not any(self.taken[first:last])

    def at(self, i: int) -> TokenMention | None:
        """The mention that covers token `i`."""
        return self._at.get(i)

    # entities

    def add_entity(self, entity: Entity) -> int:
        """The number of a new entity."""
        self.entities.append(entity)
        return len(self.entities) - 1

    def of_entry(self, entry: Entry) -> int:
        """The number of the entity that a table's entry stands for, made at its first use."""
        kind = ENTITY_KINDS.get(entry.kind, "organization")
        return self._made(entry.identity, kind, entry.name, entry.country, entry)

    def of_country(self, country: str, entry: Entry | None = None) -> int:
        """The number of a country's one entity; `entry` gives its coordinates."""
        known = self.scan.knowledge.countries.get(country)
        name = known.name if known is not None else country
        return self._made(f"country:{country}", "country", name, country, entry)

    def of_capital(self, hit: TokenHit, entries: tuple[Entry, ...]) -> int:
        """The number of a capital as a city: the city's entry where a table has one, else the capital's."""
        for entry in entries:
            if entry.kind in {"city", "place"}:
                return self.of_entry(entry)
        name = self.scan.text(hit.first, hit.last)
        return self._made(f"capital:{entries[0].country}", "place", name, entries[0].country, entries[0])

    def of_thing(self, thing: NamedThing) -> int:
        """The number of the entity that a name by pattern stands for; one name is one entity."""
        key = f"name:{thing.name.lower()}"
        found = self._known.get(key)
        if found is None:
            found = self.add_entity(
                Entity(
                    self._next_id(),
                    thing.kind,
                    thing.name,
                    (),
                    thing.country,
                    thing.sector,
                    (),
                    None,
                    "text",
                    None,
                )
            )
            self._known[key] = found
        return found

    def add_alias(self, number: int, alias: str) -> None:
        """Note another name of an entity."""
        entity = self.entities[number]
        if alias != entity.name and alias not in entity.aliases:
            self.entities[number] = msgspec.structs.replace(entity, aliases=(*entity.aliases, alias))

    def _made(
        self, identity: str, kind: EntityKind, name: str, country: str | None, entry: Entry | None
    ) -> int:
        found = self._known.get(identity)
        if found is not None:
            return found
        sector = entry.sector if entry is not None and kind not in {"country", "place"} else None
        number = self.add_entity(
            Entity(
                id=self._next_id(),
                kind=kind,
                name=name,
                aliases=(),
                country=country,
                sector=sector,
                offices=(),
                identity=None if identity.startswith(UNLISTED) else identity,
                basis="inferred" if identity.startswith("local:") else "knowledge",
                origin=entry.origin if entry is not None else "countries",
                lat=entry.lat if entry is not None else None,
                lon=entry.lon if entry is not None else None,
            )
        )
        self._known[identity] = number
        return number

    def _next_id(self) -> str:
        return f"e{len(self.entities)}"

    # mentions

    def mention(self, first: int, last: int, form: MentionForm, entities: tuple[int, ...]) -> TokenMention:
        """Add a mention of the free tokens `[first, last)`; its head is found in the parse."""
        mention = TokenMention(first, last, head_token(self.scan, first, last), form, entities)
        self.add_mention(mention)
        return mention

    def add_mention(self, mention: TokenMention) -> None:
        """Take in a mention whose tokens are free, and its wording as an alias where it is a name."""
        for i in range(mention.first, mention.last):
            self.taken[i] = 1
            self._at[i] = mention
        self.mentions.append(mention)
        named = mention.form == "name" and len(mention.entities) == 1
        if named and self.entities[mention.entities[0]].kind != "person":
            self.add_alias(mention.entities[0], self.scan.text(mention.first, mention.last))


def head_token(scan: Scan, first: int, last: int) -> int:
    """The token through which the parse governs `[first, last)`: the highest governed from outside."""
    tree = scan.tree
    head = tree.head
    outside = [i for i in range(first, last) if not first <= head[i] < last or head[i] == i]
    if len(outside) == 1:
        return outside[0]
    return min(
        reversed(outside),
        key=lambda i: (tree.pos[i] not in NOMINAL, len(tree.ancestors(i))),
        default=last - 1,
    )
