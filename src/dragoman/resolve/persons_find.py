"""Where the text names a person beside a title: after it, in apposition to it, or after an honorific."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.knowledge import Tenure
from dragoman.records import Span
from dragoman.resolve.actors_scan import COUNTRY_KINDS, PARTICLES, PLACE_KINDS, POSSESSIVES, Scan
from dragoman.resolve.actors_words import FUNCTION_WORDS
from dragoman.resolve.offices import Title
from dragoman.resolve.offices_words import (
    FEMALE_TITLES,
    HEAD_SECTORS,
    HONORIFIC_LEADS,
    HONORIFICS,
    MALE_TITLES,
    MODIFIERS,
    OPENING_WORDS,
    WEAK_HEADS,
)
from dragoman.resolve.persons_names import BODY_NOUNS, SUFFIXES, could_be_name, name_end, name_words

LIST_LINKS = frozenset({",", "and", "&", ";"})
APPOSITION_LEADS = frozenset(
    {
        "the",
        "a",
        "an",
        "also",
        "then",
        "currently",
        "now",
        "who",
        "is",
        "was",
        "as",
        "its",
        "their",
        "his",
        "her",
    }
)
OF_SOMEBODY = frozenset(
    {"administration", "government", "regime", "cabinet", "presidency", "doctrine", "family"}
)
"""After a name these make it the name of something else: "the Lukashenka regime"."""


@dataclass(slots=True)
class PersonMention:
    """A named person: the mention's tokens `[first, last)`, the bare name and its place in the document.

    `first` and `last` are None where the name stands outside the parsed text (a byline). `titles` are the
    offices written with the name, `country` what the words beside it say, `gender` what an honorific or a
    title tells.
    """

    span: Span
    name: str
    words: tuple[str, ...]
    first: int | None
    last: int | None
    name_first: int
    titles: list[Title] = field(default_factory=list)
    country: str | None = None
    gender: str | None = None
    byline: bool = False
    leader: Tenure | None = None


def person_mention(scan: Scan, start: int, first: int, last: int) -> PersonMention:
    """A mention from token `start` whose name is `[first, last)`."""
    name = scan.text(first, last).removesuffix(",")
    span = Span(scan.tree.start[first], scan.tree.end[last - 1])
    return PersonMention(span, name, name_words(name), start, last, first)


def find_titled(scan: Scan, titles: list[Title]) -> list[PersonMention]:
    """Every person named with a title or an honorific, in text order."""
    found: list[PersonMention] = []
    taken = bytearray(len(scan.tree))
    title_first: set[int] = set()
    for number, title in enumerate(titles):
        for mention in _after_title(scan, title) or _beside_title(scan, title, title_first):
            if taken[mention.name_first]:
                continue
            if mention.name_first > title.head:
                title_first.add(mention.name_first)
            _join_coordinated(scan, titles, number, mention)
            _take(mention, taken)
            found.append(mention)
    for i, lower in enumerate(scan.tree.lower):
        if lower in HONORIFICS and scan.cap[i] and not taken[i]:
            mention_or_none = _after_honorific(scan, i)
            if mention_or_none is not None and not taken[mention_or_none.name_first]:
                _take(mention_or_none, taken)
                found.append(mention_or_none)
    found.sort(key=lambda mention: mention.name_first)
    return found


def _take(mention: PersonMention, taken: bytearray) -> None:
    if mention.first is not None and mention.last is not None:
        for i in range(mention.first, mention.last):
            taken[i] = 1


def skip_honorifics(scan: Scan, i: int, n: int) -> int:
    """First token from `i` on that is no honorific and no word that leads to one ("His Majesty")."""
    j = i
    while j < n:
        lower = scan.tree.lower[j]
        if lower in HONORIFICS and scan.cap[j]:
            i = j = j + 1
        elif lower in HONORIFIC_LEADS and j < i + 3 and (scan.cap[j] or lower == "the"):
            j += 1
        elif scan.tree.words[j] == "." and j == i and i > 0 and scan.tree.lower[i - 1] in HONORIFICS:
            i = j = j + 1
        else:
            break
    return i


# after a title


def _after_title(scan: Scan, title: Title) -> list[PersonMention]:
    n = scan.sentence_end(title.head)
    first = skip_honorifics(scan, title.last, n)
    if first >= n:
        return []
    last = name_end(scan, first)
    if last == first or not _is_holder(scan, title, first, last, n):
        return []
    mention = _titled(scan, title, title.start, first, last)
    mention.gender = mention.gender or _honorific_gender(scan, title.last, first)
    found = [mention]
    if title.plural:
        found += _more_names(scan, title, last, n)
    return found


def _is_holder(scan: Scan, title: Title, first: int, last: int, n: int) -> bool:
    """Whether the capitals after a title name its holder and not a thing: "Foreign Ministers Meeting"."""
    tree = scan.tree
    lower = tree.lower[first]
    if not title.is_office and title.capital and tree.lower[title.start - 1 : title.start] == ["the"]:
        return False  # "the Singer Laren museum"
    if last < n and (tree.lower[last] in OF_SOMEBODY or _leads_to_body(scan, last, n)):
        return False
    if last - first > 1 and tree.words[first + 1] != "-":
        return not (lower in scan.knowledge.common_words and scan.titled[tree.sent[first]])
    if lower in MODIFIERS or lower in BODY_NOUNS or lower in HEAD_SECTORS:
        return scan.given(first)
    return not _is_known_place(scan, title, first, last, n) and _is_surname(scan, title, first, last, n)


def _leads_to_body(scan: Scan, j: int, n: int) -> bool:
    """Whether the capitals from `j` on end in a body's noun: "Holocaust Memorial Museum"."""
    lower = scan.tree.lower
    if scan.titled[scan.tree.sent[j]]:
        return scan.cap[j] and lower[j] in BODY_NOUNS
    while j < n and scan.cap[j] and lower[j] not in FUNCTION_WORDS:
        if lower[j] in BODY_NOUNS:
            return True
        j += 1
    return False


def _is_known_place(scan: Scan, title: Title, first: int, last: int, n: int) -> bool:
    """Whether the one capitalised word after a title is a place: "chief Istanbul prosecutor"."""
    hit = scan.hit(first)
    if hit is None:
        return False
    if hit.entry.kind in COUNTRY_KINDS or not (title.capital or title.is_office):
        return True
    return hit.entry.kind in PLACE_KINDS and last < n and scan.tree.pos[last] == "NOUN"


def _is_surname(scan: Scan, title: Title, first: int, last: int, n: int) -> bool:
    """Whether one capitalised word after a title may be a surname; a common word needs to act like a name."""
    tree = scan.tree
    titled = scan.titled[tree.sent[first]]
    if last < n and tree.words[last][0].isdigit():
        return False  # "Executive Order 14001"
    if tree.lower[first] not in scan.knowledge.common_words:
        return not (titled and title.word in WEAK_HEADS)
    named = scan.given(first) or tree.dep[first] in {"nsubj", "nsubjpass", "poss"}
    return named and not titled and tree.pos[first] == "PROPN"


def _titled(scan: Scan, title: Title, start: int, first: int, last: int) -> PersonMention:
    mention = person_mention(scan, start, first, last)
    mention.titles.append(title)
    mention.country = title.country
    mention.gender = title_gender(title.word)
    note_origin(scan, mention, last)
    return mention


def note_origin(scan: Scan, mention: PersonMention, last: int) -> None:
    """Take the country after the name: "King Abdullah II of Jordan"."""
    tree = scan.tree
    if mention.country is not None or last + 1 >= scan.sentence_end(mention.name_first):
        return
    if tree.lower[last] not in {"of", "from"}:
        return
    k = last + 1 + (tree.lower[last + 1] == "the")
    hit = scan.hit(k) if k < len(tree) else None
    if hit is not None and hit.entry.kind in COUNTRY_KINDS:
        mention.country = hit.entry.country


def _more_names(scan: Scan, title: Title, j: int, n: int) -> list[PersonMention]:
    """The names after the first in "Foreign Ministers Wang Yi and Sergei Lavrov"."""
    found = []
    while j < n:
        k = j
        while k < n and scan.tree.lower[k] in LIST_LINKS:
            k += 1
        first = skip_honorifics(scan, k, n)
        last = name_end(scan, first) if k > j and first < n else first
        if last == first or _opens_title(scan, first, last):
            break
        mention = _titled(scan, title, first, first, last)
        found.append(mention)
        j = last
    return found


def _opens_title(scan: Scan, first: int, last: int) -> bool:
    lower = scan.tree.lower
    return lower[first] in scan.knowledge.common_words and last - first == 1


def _join_coordinated(scan: Scan, titles: list[Title], number: int, mention: PersonMention) -> None:
    """Give "Deputy Prime Minister and Foreign Minister Ayman Safadi" the first title too."""
    lower = scan.tree.lower
    while number > 0 and mention.titles and titles[number] is mention.titles[0]:
        title, before = titles[number], titles[number - 1]
        between = lower[before.last : title.start]
        if scan.tree.sent[before.head] != scan.tree.sent[title.head]:
            return
        if (
            between not in ([], ["and"], ["&"], ["/"], [",", "and"])
            or before.plural
            or before.capital != title.capital
        ):
            return
        if before.start > 0 and lower[before.start - 1] in {"the", "a"}:
            return  # "the Secretary and Foreign Minister Lavrov" are two
        mention.titles.insert(0, before)
        mention.first = min(before.start, title.start if mention.first is None else mention.first)
        mention.country = mention.country or before.country
        number -= 1


# in apposition


def _beside_title(scan: Scan, title: Title, title_first: set[int]) -> list[PersonMention]:
    """The name before the title or after it; `title_first` are names that follow a title of their own.

    In "the mayor of A, Mr. X, the mayor of B, Mr. Y," the second title opens the second pair.
    """
    if title.plural:
        return []
    mention = _before_title(scan, title)
    if mention is None or mention.name_first in title_first:
        mention = _after_comma(scan, title) or mention
    return [mention] if mention is not None else []


def _before_title(scan: Scan, title: Title) -> PersonMention | None:
    """The name in "Kwaku Sarpong, Deputy Minister for Foreign Affairs," and "Liu, also a member of"."""
    tree, j = scan.tree, title.start - 1
    floor = scan.sentence_start(title.head)
    if tree.lower[title.last : title.last + 1] and tree.lower[title.last] in POSSESSIVES:
        return None  # "X, the president's adviser": the office is another's
    if j > floor and tree.lower[j] in POSSESSIVES and (title.owned or tree.lower[j - 1] in HEAD_SECTORS):
        j = _before_owner(scan, j - 1, floor)  # "X, Libya's foreign minister"
    while (
        j >= floor
        and (tree.lower[j] in APPOSITION_LEADS or tree.lower[j] in OPENING_WORDS)
        and not scan.cap[j]
    ):
        j -= 1
    comma = j >= floor and tree.words[j] in {",", "(", "–", "—", "-"}
    verb = j + 1 < title.start and tree.lower[j + 1] in {"is", "was"}
    if not comma and not verb:
        return None
    if comma:
        j -= 1
        j = _before_age(scan, j, floor)
    first = _name_start(scan, j, floor)
    if first is None or name_end(scan, first) != j + 1:
        return None
    if first > floor and tree.lower[first - 1] == "the":
        return None
    mention = _titled(scan, title, first, first, j + 1)
    mention.first = _honorific_start(scan, first, floor)
    return mention


def _before_owner(scan: Scan, j: int, floor: int) -> int:
    """Token before an owner, which is a word, or an office of several: "the prime minister's adviser"."""
    lower = scan.tree.lower
    if lower[j] in HEAD_SECTORS:
        while j - 1 >= floor and lower[j - 1] in MODIFIERS | {"prime", "foreign"}:
            j -= 1
    return j - 1


def _before_age(scan: Scan, j: int, floor: int) -> int:
    """Token before an age: "X, 61, the mayor of"."""
    if j - 1 >= floor and scan.tree.words[j].isdigit() and scan.tree.words[j - 1] == ",":
        return j - 2
    return j


def _name_start(scan: Scan, j: int, floor: int) -> int | None:
    """First token of the name that ends with token `j`."""
    lower = scan.tree.lower
    if j < floor or not (could_be_name(scan, j) or lower[j] in SUFFIXES):
        return None
    first = j
    while first > floor and _belongs_before(scan, first - 1):
        if lower[first - 1] in scan.knowledge.common_words and first - 1 == floor and not scan.given(floor):
            break
        first -= 1
    if j == first and (scan.hit_at[j] >= 0 or lower[j] in scan.knowledge.common_words):
        return None
    return first


def _belongs_before(scan: Scan, k: int) -> bool:
    tree = scan.tree
    return could_be_name(scan, k) or tree.lower[k] in PARTICLES or (tree.words[k] == "-" and scan.glued[k])


def _honorific_start(scan: Scan, first: int, floor: int) -> int:
    while first > floor and scan.tree.lower[first - 1] in HONORIFICS and scan.cap[first - 1]:
        first -= 1
    return first


def _after_comma(scan: Scan, title: Title) -> PersonMention | None:
    """The name in "the country's foreign minister, Wang Yi, said": it must be closed off."""
    tree, n = scan.tree, scan.sentence_end(title.head)
    j = title.last
    if j + 1 >= n or tree.words[j] not in {",", ":"}:
        return None
    first = skip_honorifics(scan, j + 1, n)
    last = name_end(scan, first) if first < n else first
    if last == first or scan.hit_at[first] >= 0 or tree.lower[first] in scan.knowledge.common_words:
        return None
    closed = (
        last >= n
        or tree.words[last] in {",", ".", ";", ":", ")", "–", "—"}
        or tree.pos[last] in {"VERB", "AUX"}
    )
    determined = title.owned or (
        title.start > 0 and tree.lower[title.start - 1] in {"the", "its", "their", "his", "her"}
    )
    if not closed or not (determined or title.country):
        return None
    if last - first == 1 and not determined:
        return None
    return _titled(scan, title, first, first, last)


def _after_honorific(scan: Scan, i: int) -> PersonMention | None:
    n = scan.sentence_end(i)
    first = skip_honorifics(scan, i, n)
    last = name_end(scan, first) if first < n else first
    if last == first or (last < n and scan.cap[last] and scan.tree.lower[last] in BODY_NOUNS):
        return None
    if scan.tree.lower[first] in HEAD_SECTORS or scan.tree.lower[first] in MODIFIERS:
        return None  # "Mr. Secretary", "Their Royal Highnesses the Grand Duke"
    if scan.tree.lower[i] in {"right", "father", "sister", "lady", "lord"} and (
        last - first == 1 and scan.tree.lower[first] in scan.knowledge.common_words
    ):
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
    """The gender a title tells, "m" or "f": "King" and "spokeswoman" do, "minister" does not."""
    if word in MALE_TITLES:
        return "m"
    return "f" if word in FEMALE_TITLES else None
