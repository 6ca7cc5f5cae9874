"""Where the text names a person: after a title, after an honorific, in apposition to an office."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.resolve.actors_scan import COUNTRY_KINDS, Scan
from dragoman.resolve.offices import JOINERS, Title
from dragoman.resolve.offices_words import FEMALE_TITLES, HONORIFICS, MALE_TITLES
from dragoman.resolve.persons_names import name_end, name_words


@dataclass(slots=True)
class PersonMention:
    """A named person in tokens: the mention `[first, last)` and the bare name within it.

    `gender` is what an honorific or a title tells. `titles` are the offices written with the name.
    """

    first: int
    last: int
    name_first: int
    name_last: int
    name: str
    words: tuple[str, ...]
    titles: list[Title] = field(default_factory=list)
    country: str | None = None
    gender: str | None = None


def find_named(scan: Scan, titles: list[Title]) -> list[PersonMention]:
    """Every person named with a title or an honorific, in text order."""
    found: list[PersonMention] = []
    taken: set[int] = set()
    for number, title in enumerate(titles):
        for mention in _after_title(scan, title):
            _join_coordinated(scan, titles, number, mention)
            found.append(mention)
            taken.update(range(mention.name_first, mention.name_last))
    for i in range(len(scan.tree)):
        if i not in taken and scan.cap[i] and scan.tree.lower[i] in HONORIFICS:
            honoured = _after_honorific(scan, i)
            if honoured is not None and honoured.name_first not in taken:
                found.append(honoured)
                taken.update(range(honoured.name_first, honoured.name_last))
    found.sort(key=lambda mention: mention.first)
    return found


def person_mention(scan: Scan, start: int, first: int, last: int) -> PersonMention:
    """A mention from token `start` whose name is `[first, last)`."""
    name = scan.text(first, last)
    return PersonMention(start, last, first, last, name, name_words(name))


def skip_honorifics(scan: Scan, i: int) -> int:
    """First token from `i` on that is no honorific."""
    n = scan.sentence_end(i) if i < len(scan.tree) else i
    while i < n and scan.cap[i] and scan.tree.lower[i] in HONORIFICS:
        i += 1
    return i


def _after_title(scan: Scan, title: Title) -> list[PersonMention]:
    if title.last >= len(scan.tree) or scan.tree.sent[title.last] != scan.tree.sent[title.head]:
        return []
    first = skip_honorifics(scan, title.last)
    last = name_end(scan, first) if first < len(scan.tree) else first
    if last == first or scan.tree.sent[first] != scan.tree.sent[title.head]:
        return []
    mention = person_mention(scan, title.start, first, last)
    mention.titles.append(title)
    mention.country = title.country
    mention.gender = title_gender(title.word) or _honorific_gender(scan, title.last, first)
    _of_country(scan, mention)
    found = [mention]
    if title.plural:
        found += _more_names(scan, title, last)
    return found


def _more_names(scan: Scan, title: Title, j: int) -> list[PersonMention]:
    """ "Foreign Ministers Wang Yi and Sergei Lavrov": the names after the first."""
    found = []
    n = scan.sentence_end(title.head)
    while j < n:
        k = j
        while k < n and scan.tree.lower[k] in {",", "and", "&"}:
            k += 1
        if k == j:
            break
        first = skip_honorifics(scan, k)
        last = name_end(scan, first) if first < n else first
        if last == first:
            break
        mention = person_mention(scan, first, first, last)
        mention.titles.append(title)
        mention.country = title.country
        found.append(mention)
        j = last
    return found


def _of_country(scan: Scan, mention: PersonMention) -> None:
    """ "King Abdullah II of Jordan": the country after the name."""
    tree, j = scan.tree, mention.last
    if j + 1 >= scan.sentence_end(mention.first) or tree.lower[j] not in {"of", "from"}:
        return
    k = j + 1 + (tree.lower[j + 1] == "the")
    hit = scan.hit(k) if k < len(tree) else None
    if hit is not None and hit.entry.kind in COUNTRY_KINDS and mention.country is None:
        mention.country = hit.entry.country


def _join_coordinated(scan: Scan, titles: list[Title], number: int, mention: PersonMention) -> None:
    """ "Deputy Prime Minister and Foreign Minister Ayman Safadi": the title before belongs to the same person."""
    while number > 0:
        title, before = titles[number], titles[number - 1]
        between = [scan.tree.lower[k] for k in range(before.last, title.start)]
        if between not in (["and"], ["&"]) or before.plural:
            return
        if (
            before.start > 0
            and scan.tree.lower[before.start - 1] in {"the", "a"}
            and scan.tree.lower[title.start] != "the"
        ):
            return
        mention.titles.insert(0, before)
        mention.first = min(mention.first, before.start)
        mention.country = mention.country or before.country
        number -= 1


def _after_honorific(scan: Scan, i: int) -> PersonMention | None:
    first = skip_honorifics(scan, i)
    last = name_end(scan, first) if first < len(scan.tree) else first
    if last == first or scan.tree.sent[first] != scan.tree.sent[i]:
        return None
    mention = person_mention(scan, i, first, last)
    mention.gender = _honorific_gender(scan, i, first)
    return mention


def _honorific_gender(scan: Scan, first: int, last: int) -> str | None:
    for i in range(first, last):
        gender = HONORIFICS.get(scan.tree.lower[i])
        if gender:
            return gender
    return None


def title_gender(word: str) -> str | None:
    """The gender a title tells: "King" is a man, "spokeswoman" a woman, "minister" says nothing."""
    if word in MALE_TITLES:
        return "male"
    return "female" if word in FEMALE_TITLES else None


__all__ = ["JOINERS", "PersonMention", "find_named", "person_mention", "skip_honorifics", "title_gender"]
