"""Who and what a document speaks of: persons, countries, bodies, venues, topics, and their mentions."""

from __future__ import annotations

from dragoman.knowledge import Entry
from dragoman.records import Entity, MentionForm
from dragoman.resolve.actors_capitals import is_government
from dragoman.resolve.actors_groups import find_groups
from dragoman.resolve.actors_registry import Registry
from dragoman.resolve.actors_scan import BODY_KINDS, COUNTRY_KINDS, Scan, TokenHit
from dragoman.resolve.actors_titles import find_title_mentions
from dragoman.resolve.offices import Title, find_titles
from dragoman.resolve.organizations import find_acronyms, find_companies
from dragoman.resolve.persons import Person, cluster, find_bare, person_entity
from dragoman.resolve.persons_bylines import find_in_lines
from dragoman.resolve.persons_counterparts import add_counterparts
from dragoman.resolve.persons_countries import add_countries
from dragoman.resolve.persons_find import PersonMention, find_titled
from dragoman.resolve.persons_issuer import issuing_country
from dragoman.resolve.persons_kin import add_kin_countries, find_relatives
from dragoman.resolve.persons_offices import add_offices
from dragoman.resolve.persons_roles import add_roles
from dragoman.resolve.persons_tenures import find_leaders
from dragoman.resolve.persons_untitled import find_untitled
from dragoman.resolve.resolved import TokenMention
from dragoman.resolve.topics import find_things
from dragoman.resolve.topics_projects import NamedThing

MATTERS = frozenset({"dispute", "issue", "matter", "question", "sovereignty", "status"})
FORMS: dict[str, MentionForm] = {"demonym": "demonym", "capital": "metonym", "metonym": "metonym"}


def find_actors(scan: Scan) -> tuple[list[Entity], list[TokenMention]]:
    """Entities and their mentions, the mentions in text order and none overlapping."""
    registry = Registry(scan)
    titles = find_titles(scan)
    titled = find_titled(scan, titles)
    things = _things(scan, titled)
    issuer = issuing_country(scan)
    for thing in things:
        thing.country = issuer if thing.own and thing.country is None else thing.country
    persons = _persons(scan, titles, titled, things)
    numbers = {id(person): _add_person(registry, person) for person in persons}
    for thing in things:
        if registry.free(thing.first, thing.last):
            registry.mention(thing.first, thing.last, "name", (registry.of_thing(thing),))
    _add_titles(registry, titles, persons, numbers)
    _add_groups(registry)
    for hit in scan.hits:
        if registry.free(hit.first, hit.last):
            _add_hit(registry, hit)
    _add_acronyms(registry)
    registry.mentions.sort(key=lambda mention: mention.first)
    return registry.entities, registry.mentions


def _things(scan: Scan, titled: list[PersonMention]) -> list[NamedThing]:
    """Names by pattern outside the names of persons."""
    taken = bytearray(len(scan.tree))
    for mention in titled:
        _mark(taken, mention.first, mention.last)
    things = find_things(scan, taken)
    for thing in things:
        _mark(taken, thing.first, thing.last)
    return things + find_companies(scan, taken)


def _persons(
    scan: Scan, titles: list[Title], titled: list[PersonMention], things: list[NamedThing]
) -> list[Person]:
    taken = bytearray(len(scan.tree))
    for thing in things:
        _mark(taken, thing.first, thing.last)
    relatives = find_relatives(scan, titled, taken)
    named = titled + find_in_lines(scan.document, scan) + [relative.mention for relative in relatives]
    named += find_untitled(scan, named, taken)
    persons = cluster(named + find_leaders(scan, named, taken))
    find_bare(scan, persons)
    add_roles(scan, titles, persons)
    add_countries(scan, persons, titles)
    add_kin_countries(persons, relatives)
    for person in persons:
        add_offices(person)
    add_counterparts(scan, persons)
    return persons


def _mark(taken: bytearray, first: int | None, last: int | None) -> None:
    if first is not None and last is not None:
        taken[first:last] = b"\x01" * (last - first)


def _add_person(registry: Registry, person: Person) -> int:
    number = registry.add_entity(person_entity(person, len(registry.entities)))
    for found in person.mentions:
        if found.first is not None and found.last is not None and registry.free(found.first, found.last):
            mention = registry.mention(found.first, found.last, "name", (number,))
            mention.office = found.titles[-1].text if found.titles else None
    return number


def _add_titles(
    registry: Registry, titles: list[Title], persons: list[Person], numbers: dict[int, int]
) -> None:
    for found in find_title_mentions(registry.scan, titles, persons, registry.taken):
        title = found.title
        if not registry.free(found.first, title.last):
            continue
        if found.person is not None:
            mention = registry.mention(found.first, title.last, "title", (numbers[id(found.person)],))
        elif found.country is not None:
            mention = registry.mention(
                found.first, title.last, "title", (registry.of_country(found.country),)
            )
            mention.sector, mention.group = title.sector or "GOV", True
        else:
            continue
        mention.office = title.text


def _add_groups(registry: Registry) -> None:
    for group in find_groups(registry.scan, registry.taken):
        who = tuple(dict.fromkeys(registry.of_country(entry.country or "") for entry in group.entries))
        mention = TokenMention(group.first, group.last, group.head, "noun", who, group.sector, group=True)
        mention.entry = group.entries[0]
        registry.add_mention(mention)


def _add_hit(registry: Registry, hit: TokenHit) -> None:
    who = tuple(dict.fromkeys(_of_entries(registry, hit, entries) for entries in (hit.entries, *hit.others)))
    form = FORMS.get(hit.entry.kind, "name")
    if hit.entry.kind == "capital" and registry.entities[who[0]].kind == "place":
        form = "name"
    mention = registry.mention(hit.first, hit.last, form, who)
    mention.entry, mention.confidence = hit.entry, hit.confidence


def _of_entries(registry: Registry, hit: TokenHit, entries: tuple[Entry, ...]) -> int:
    entry = entries[0]
    issue = next((other for other in entries if other.kind == "issue"), None)
    if issue is not None and _is_issue(registry.scan, hit):
        return registry.of_entry(issue)
    if entry.kind == "capital" and not is_government(registry.scan, hit):
        return registry.of_capital(hit, entries)
    if entry.kind in COUNTRY_KINDS and entry.country is not None:
        return registry.of_country(entry.country, entry)
    own = entries is hit.entries and entry.kind in BODY_KINDS
    return registry.of_entry(registry.scan.body(hit) if own else entry)


def _is_issue(scan: Scan, hit: TokenHit) -> bool:
    """Whether a region is spoken of as a matter in dispute: "issues related to Xinjiang"."""
    return any(scan.tree.lemma[k] in MATTERS for k in range(scan.sentence_start(hit.first), hit.first))


def _add_acronyms(registry: Registry) -> None:
    """Join the short form in brackets to the long form before it, and find it again where it stands alone."""
    scan = registry.scan
    for token, before in find_acronyms(scan):
        long_form = registry.at(before)
        if long_form is None or len(long_form.entities) != 1:
            continue
        number = long_form.entities[0]
        if registry.entities[number].kind in {"person", "place"}:
            continue
        word = scan.tree.words[token]
        registry.add_alias(number, word)
        for i, other in enumerate(scan.tree.words):
            if other == word and registry.free(i, i + 1):
                registry.mention(i, i + 1, "name", (number,))
