"""Who the document speaks of: countries, bodies, persons and topics, and every mention of them."""

from __future__ import annotations

from dragoman.knowledge import Entry
from dragoman.records import Entity, EntityKind, MentionForm
from dragoman.resolve.actors_scan import BODY_KINDS, COUNTRY_KINDS, Scan, TokenHit
from dragoman.resolve.offices import find_titles
from dragoman.resolve.persons import Person, cluster, find_bare, person_entity
from dragoman.resolve.persons_bylines import find_in_lines
from dragoman.resolve.persons_countries import add_countries
from dragoman.resolve.persons_find import find_titled
from dragoman.resolve.persons_offices import add_offices
from dragoman.resolve.resolved import TokenMention

ENTITY_KINDS: dict[str, EntityKind] = {
    "country": "country", "demonym": "country", "capital": "country", "metonym": "country", "city": "place",
    "region": "place", "place": "place", "initiative": "initiative", "framework": "framework", "treaty": "framework",
    "summit": "initiative", "issue": "issue",
}  # fmt: skip
FORMS: dict[str, MentionForm] = {"demonym": "demonym", "capital": "metonym", "metonym": "metonym"}


class Registry:
    """Entities and mentions as they are found."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.entities: list[Entity] = []
        self.mentions: list[TokenMention] = []
        self._known: dict[str, int] = {}
        self._taken = bytearray(len(scan.tree))

    def free(self, first: int, last: int) -> bool:
        """Whether no mention covers any of the tokens."""
        return not any(self._taken[first:last])

    def add_entity(self, entity: Entity) -> int:
        """The number of a new entity."""
        self.entities.append(entity)
        return len(self.entities) - 1

    def of_entry(self, entry: Entry) -> int:
        """The number of the entity a table entry stands for, made at its first use."""
        found = self._known.get(entry.identity)
        if found is None:
            kind = ENTITY_KINDS.get(entry.kind, "organization")
            found = self.add_entity(
                Entity(
                    f"e{len(self.entities)}", kind, entry.name, (), entry.country, entry.sector if kind != "country" else None,
                    (), entry.identity, "knowledge", entry.origin, entry.lat, entry.lon,
                )
            )  # fmt: skip
            self._known[entry.identity] = found
        return found

    def add_mention(self, mention: TokenMention) -> None:
        """Take in a mention whose tokens are free."""
        for i in range(mention.first, mention.last):
            self._taken[i] = 1
        self.mentions.append(mention)


def find_actors(scan: Scan) -> tuple[list[Entity], list[TokenMention]]:
    """Entities and their mentions by name, in text order."""
    registry = Registry(scan)
    titles = find_titles(scan)
    persons = cluster(find_titled(scan, titles) + find_in_lines(scan.document, scan))
    find_bare(scan, persons)
    add_countries(scan, persons)
    for person in persons:
        add_offices(person)
        _add_person(registry, person)
    for hit in scan.hits:
        if registry.free(hit.first, hit.last):
            _add_hit(registry, hit)
    registry.mentions.sort(key=lambda m: m.first)
    return registry.entities, registry.mentions


def _add_person(registry: Registry, person: Person) -> None:
    number = registry.add_entity(person_entity(person, len(registry.entities)))
    for found in person.mentions:
        if found.first is not None and found.last is not None and registry.free(found.first, found.last):
            office = found.titles[-1].text if found.titles else None
            head = head_token(registry.scan, found.first, found.last)
            registry.add_mention(TokenMention(found.first, found.last, head, "name", (number,), office=office))


def _add_hit(registry: Registry, hit: TokenHit) -> None:
    numbers = tuple(dict.fromkeys(registry.of_entry(e[0]) for e in (hit.entries, *hit.others)))
    form = FORMS.get(hit.entry.kind, "name")
    head = head_token(registry.scan, hit.first, hit.last)
    registry.add_mention(TokenMention(hit.first, hit.last, head, form, numbers, entry=hit.entry))


def head_token(scan: Scan, first: int, last: int) -> int:
    """The token of `[first, last)` through which the parse governs it: of those governed from outside, the highest."""
    tree = scan.tree
    best, depth = last - 1, len(tree)
    for i in range(last - 1, first - 1, -1):
        if not first <= tree.head[i] < last or tree.head[i] == i:
            up = len(tree.ancestors(i))
            if up < depth:
                best, depth = i, up
    return best


__all__ = ["BODY_KINDS", "COUNTRY_KINDS", "Registry", "find_actors", "head_token"]
