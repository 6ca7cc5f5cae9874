"""Offices told apart from the name: "for his work as chairman", "was elected president", "respectively"."""

from __future__ import annotations

from dragoman.resolve.actors_scan import POSSESSIVES, Scan
from dragoman.resolve.actors_words import word_set
from dragoman.resolve.offices import Title
from dragoman.resolve.persons import Person
from dragoman.resolve.persons_find import PersonMention

BETWEEN = frozenset({",", "and", ";", "the", "&"})
INSTALLING = word_set(
    """appoint choose confirm crown declare designate elect inaugurate install name nominate re-elect reelect
    select swear sworn"""
)
ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her"})

Placed = list[tuple[int, int, Person, PersonMention]]
"""Person mentions with tokens: first, last, who, which."""


def add_roles(scan: Scan, titles: list[Title], persons: list[Person]) -> None:
    """Give each title that stands without a name to the person whom the sentence says it of."""
    used = {id(title) for person in persons for title in person.titles}
    free = [title for title in titles if id(title) not in used and not title.plural and title.is_office]
    if not free:
        return
    placed: Placed = sorted(
        (
            (m.first, m.last, person, m)
            for person in persons
            for m in person.mentions
            if m.first is not None and m.last is not None
        ),
        key=lambda item: item[0],
    )
    free = _respectively(scan, free, placed)
    for title in free:
        if scan.tree.lower[title.last : title.last + 1] and scan.tree.lower[title.last] in POSSESSIVES:
            continue
        for rule in (_apposed, _after_as, _predicate, _installed):
            found = rule(scan, title, placed)
            if found is not None:
                found.titles.append(title)
                break


def _respectively(scan: Scan, free: list[Title], placed: Placed) -> list[Title]:
    """Pair titles and names of a sentence with "respectively"; the titles left over."""
    left = list(free)
    for i, lower in enumerate(scan.tree.lower):
        if lower != "respectively":
            continue
        row = _title_row(
            scan, [t for t in free if t.last <= i and scan.tree.sent[t.head] == scan.tree.sent[i]], i
        )
        names = _name_row(scan, placed, i)
        if len(row) > 1 and len(row) == len(names):
            for title, mention in zip(row, names, strict=True):
                mention.titles.append(title)
            left = [t for t in left if t not in row]
    return left


def _title_row(scan: Scan, titles: list[Title], i: int) -> list[Title]:
    """The list of titles that ends right before token `i`."""
    row: list[Title] = []
    end = i
    for title in reversed(titles):
        if any(word not in BETWEEN for word in scan.tree.lower[title.last : end]):
            break
        row.insert(0, title)
        end = title.start
    return row


def _name_row(scan: Scan, placed: Placed, i: int) -> list[PersonMention]:
    """The list of names right after "respectively,", else the last one before the titles."""
    names: list[PersonMention] = []
    at = i + 1
    for first, last, _, mention in placed:
        if first < at or scan.tree.sent[first] != scan.tree.sent[i]:
            continue
        if any(word not in BETWEEN for word in scan.tree.lower[at:first]):
            break
        names.append(mention)
        at = last
    return names


def _apposed(scan: Scan, title: Title, placed: Placed) -> PersonMention | None:
    """Read "Liu, also a member of the Council,": the name right before the comma."""
    lower, floor, j = scan.tree.lower, scan.sentence_start(title.head), title.start - 1
    while j > floor and (lower[j] in ARTICLES or lower[j] in {"also", "then", "now", "currently"}):
        j -= 1
    closed = lower[title.last : title.last + 1] in ([","], ["."], [";"], [")"], ["–"], ["—"])
    if j <= floor or lower[j] != "," or not closed:
        return None  # "Matt, the Secretary has spoken to that": the name is called
    return next((m for _, last, _, m in placed if last == j), None)


def _after_as(scan: Scan, title: Title, placed: Placed) -> PersonMention | None:
    """Read "as Chairperson": of the person before; after "in his capacity as", of the one that follows."""
    tree, j = scan.tree, title.start - 1
    floor = scan.sentence_start(title.head)
    while j > floor and tree.lower[j] in ARTICLES:
        j -= 1
    if (
        j <= floor
        or tree.lower[j] != "as"
        or tree.lower[j - 1] in {"much", "well", "many", "soon", "long", "far"}
    ):
        return None
    sent = tree.sent[title.head]
    capacity = tree.lower[j - 1].startswith("capacit")
    before = [m for first, last, _, m in placed if last <= j and tree.sent[first] == sent]
    after = [m for first, _, _, m in placed if first >= title.last and tree.sent[first] == sent]
    if capacity and not before:
        return after[0] if after else None
    return before[-1] if before else None


def _predicate(scan: Scan, title: Title, placed: Placed) -> PersonMention | None:
    """Read "Sall is the chairperson", "was elected president", "named Obi ambassador"."""
    tree, i = scan.tree, title.head
    if tree.dep[i] not in {"attr", "oprd"}:
        return None
    verb = tree.head[i]
    who = tree.kid(verb, "dobj") or tree.kid(verb, "nsubj", "nsubjpass")
    if who is None or tree.kid(verb, "neg") is not None:
        return None
    return next((m for first, last, _, m in placed if first <= who < last), None)


def _installed(scan: Scan, title: Title, placed: Placed) -> PersonMention | None:
    """Read "is sworn in President of Greece", "elected Obi speaker": the verb of taking office is near."""
    tree, floor = scan.tree, scan.sentence_start(title.head)
    j = title.start - 1
    while j >= floor and tree.lower[j] in ARTICLES | {"in", "as", "new"}:
        j -= 1
    before = [m for first, last, _, m in placed if last <= j + 1 and first >= floor]
    if j < floor or not before:
        return None
    if tree.lemma[j] in INSTALLING:
        return before[-1]
    beside = before[-1].last == j + 1 and j + 1 == title.start
    first = before[-1].first or 0
    return before[-1] if beside and first > floor and tree.lemma[first - 1] in INSTALLING else None
