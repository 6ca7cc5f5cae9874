"""Offices by pattern: a head noun, what stands before it, and what it is for.

"Acting Assistant Secretary for European and Eurasian Affairs" is head "Secretary", modifiers to the left, a
scope to the right. The hard part is where a scope ends and the name that follows begins ("Special Envoy for
Climate John Kerry"): the scope goes on through common words and known names, and ends at the first
capitalised word that is neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragoman.knowledge import Entry
from dragoman.records import Span
from dragoman.resolve.actors_scan import BODY_KINDS, COUNTRY_KINDS, HYPHENS, PLACE_KINDS, POSSESSIVES, Scan
from dragoman.resolve.actors_words import FUNCTION_WORDS, word_set
from dragoman.resolve.offices_scope import JOINERS, scope_end
from dragoman.resolve.offices_words import (
    AFTER_HEAD,
    FIELD_WORDS,
    FORMER_WORDS,
    GENERAL_HEADS,
    HEAD_SECTORS,
    HONORIFICS,
    MODIFIERS,
    OCCUPATIONS,
    OPENING_WORDS,
    PLURALS,
    SCOPE_PREPOSITIONS,
    SENDING_HEADS,
    SHORT_TITLES,
    TIME_WORDS,
)
from dragoman.resolve.topics_words import NOUN_KINDS

ALSO_VERBS = word_set(
    "author captain chair chairs coach coaches general head heads judge judges marshal major premier whip"
)
NOMINAL = frozenset({"NOUN", "PROPN"})
BODY_WORDS = word_set(
    """administration agency assembly authority bank board bureau command commission committee council court
    department ministry office parliament party union"""
)


@dataclass(slots=True)
class Title:
    """A title as tokens `[first, last)`; `start` also takes in the country or body before it.

    `word` is the head noun in the singular. `country` is the one whose office it is, `owned` says that a
    possessive before it gave the country, `foreign` that it is held in a body which is not a country's,
    `time` the "former" or "acting" before the country. `plural` titles are shared by several people. `text`
    is the title in canonical English and `span` its place in the document.
    """

    start: int
    first: int
    last: int
    head: int
    word: str
    plural: bool
    capital: bool
    country: str | None = None
    owned: bool = False
    organization: str | None = None
    body: Entry | None = None
    sector: str | None = None
    former: bool = False
    foreign: bool = False
    time: str | None = None
    text: str = ""
    span: Span = field(default_factory=lambda: Span(0, 1))

    @property
    def is_office(self) -> bool:
        """Whether it is an office and no mere occupation."""
        return self.word not in OCCUPATIONS


def head_word(scan: Scan, i: int) -> tuple[str, bool] | None:
    """The title head at token `i` in the singular, and whether it is plural; None where there is none."""
    lower = scan.tree.lower[i]
    if lower in HEAD_SECTORS:
        return lower, False
    if lower in PLURALS:
        return PLURALS[lower], True
    if lower in SHORT_TITLES and scan.cap[i]:
        full = SHORT_TITLES[lower].rsplit(" ", 1)[-1]
        return (full, False) if full in HEAD_SECTORS else (PLURALS[full], True) if full in PLURALS else None
    return None


def find_titles(scan: Scan) -> list[Title]:
    """Every title of the document, in text order; none overlap."""
    found: list[Title] = []
    i, n = 0, len(scan.tree)
    lower = scan.tree.lower
    while i < n:
        word = lower[i]
        if not (word in HEAD_SECTORS or word in PLURALS or word in SHORT_TITLES):
            i += 1
            continue
        title = None if scan.in_name(i) else _read_title(scan, i, found[-1].last if found else 0)
        if title is None:
            i += 1
            continue
        found.append(title)
        i = title.last
    return found


def _read_title(scan: Scan, head: int, floor: int) -> Title | None:
    word = head_word(scan, head)
    last = _after_head(scan, head)
    if word is None or last is None or not _is_noun(scan, head):
        return None
    title = Title(head, head, last, head, word[0], word[1], scan.cap[head])
    _extend_left(scan, title, max(floor, scan.sentence_start(head)))
    _extend_right(scan, title)
    title.former = any(scan.tree.lower[k] in FORMER_WORDS for k in range(title.start, title.head))
    title.sector = _sector(scan, title)
    title.text = _title_text(scan, title)
    title.span = Span(scan.tree.start[title.first], scan.tree.end[title.last - 1])
    return title


def _is_noun(scan: Scan, head: int) -> bool:
    """Trust the tagger only on words that are verbs too: it takes an unknown "oligarch" for a verb."""
    opens = head == scan.sentence_start(head)
    return (
        (scan.cap[head] and not opens)
        or scan.tree.pos[head] in NOMINAL
        or scan.tree.lower[head] not in ALSO_VERBS
    )


def _after_head(scan: Scan, head: int) -> int | None:
    """End of the head with what belongs to it; None where a later word is the head ("Major General")."""
    tree, n = scan.tree, scan.sentence_end(head)
    j = head + 1
    if j + 1 < n and tree.words[j] in HYPHENS and scan.glued[j]:
        return j + 2 if tree.lower[j + 1] in AFTER_HEAD else None
    if j < n and tree.words[j] in {"I", "II", "III"}:
        return j + 1  # "Minister of Foreign Affairs II"
    if j < n and tree.lower[j] in AFTER_HEAD:
        general = tree.lower[j] == "general"
        if not general or tree.lower[head] in GENERAL_HEADS:
            return j + 1
    if tree.lower[head] == "commander" and tree.lower[j : j + 2] == ["in", "chief"]:
        return j + 2
    word = SHORT_TITLES.get(tree.lower[head], tree.lower[head])
    return None if word in MODIFIERS and _leads_to_head(scan, head, n) else j


def _leads_to_head(scan: Scan, head: int, n: int) -> bool:
    """Whether another head follows through modifiers: "Deputy" in "Deputy Assistant Secretary"."""
    tree = scan.tree
    for j in range(head + 1, min(n, head + 5)):
        if scan.cap[j] != scan.cap[head]:
            return False
        if head_word(scan, j) is not None:
            return True
        if tree.lower[j] not in MODIFIERS and tree.lower[j] not in FIELD_WORDS:
            return False
    return False


# to the left


def _extend_left(scan: Scan, title: Title, floor: int) -> None:
    tree, j = scan.tree, title.head - 1
    while j >= floor:
        hit = scan.hit(j)
        if hit is not None and hit.last == j + 1 and hit.first >= floor and hit.entry.kind in COUNTRY_KINDS:
            _take_country(scan, title, hit.first, hit.entry)
            break
        place = hit is not None and hit.entry.kind in PLACE_KINDS and hit.entry.country is not None
        if (
            hit is not None
            and hit.last == j + 1
            and hit.first >= floor
            and (hit.entry.kind in BODY_KINDS or place)
        ):
            if place:
                title.country = title.country or hit.entry.country  # "Michigan Governor"
            else:
                _take_body(title, scan.body(hit))
            title.start = title.first = hit.first
            j = hit.first - 1
            continue
        step = _step_left(scan, title, j, floor)
        if step is None:
            if tree.lower[j] in POSSESSIVES and j > floor:
                _take_owner(scan, title, j - 1)
            break
        j = step
    if (
        title.country is None
        and j >= floor
        and scan.cap[j]
        and scan.tree.words[j].isupper()
        and len(scan.tree.words[j]) > 1
    ):
        title.foreign = True  # "OECD Secretary General": an acronym that no table knows
    _take_opening(scan, title, floor)


def _step_left(scan: Scan, title: Title, j: int, floor: int) -> int | None:
    """Token to go on with left of `j`, where `j` belongs to the title; None where it does not."""
    tree = scan.tree
    if j > floor and (_is_glue(scan, j) or _joins_fields(scan, title, j)):
        title.start = title.first = j - 1
        return j - 2
    if _is_modifier(scan, title, j):
        title.start = title.first = j
        return j - 1
    body = scan.cap[j] and tree.lower[j] in NOUN_KINDS and scan.hit_at[j] < 0
    if body and not (title.capital and (scan.titled[tree.sent[j]] or tree.lower[j] in MODIFIERS)):
        return _take_pattern(scan, title, j, floor)
    if tree.words[j] == ")" and title.country is None:
        return _before_parenthesis(scan, j, floor)
    return None


def _is_glue(scan: Scan, j: int) -> bool:
    """A hyphen within a word, or the full stop of an "Lt." that the tokenizer cut in two."""
    tree = scan.tree
    if tree.words[j] == ".":
        return scan.glued[j] and tree.lower[j - 1] + "." in SHORT_TITLES
    return tree.words[j] in HYPHENS and scan.glued[j] and scan.glued[j + 1]


def _take_pattern(scan: Scan, title: Title, j: int, floor: int) -> int:
    """Take the body in "National Assembly deputy", "Central Bank governor" that no table knows."""
    k = j
    while k > floor and scan.cap[k - 1] and scan.hit_at[k - 1] < 0 and _names_body(scan, k - 1):
        k -= 1
    title.start = title.first = k
    title.organization = scan.text(k, j + 1)
    return k - 1


def _names_body(scan: Scan, k: int) -> bool:
    """Whether a capital belongs to a body's name: "Stanford" in "Stanford Financial Group chairman"."""
    tree = scan.tree
    lower = tree.lower[k]
    opens = k == scan.sentence_start(k)
    plain = lower in scan.knowledge.common_words and lower not in FIELD_WORDS and lower not in NOUN_KINDS
    return (
        lower not in HONORIFICS
        and lower not in FUNCTION_WORDS
        and head_word(scan, k) is None
        and not (opens and plain)
    )


def _is_modifier(scan: Scan, title: Title, j: int) -> bool:
    lower = SHORT_TITLES.get(scan.tree.lower[j], scan.tree.lower[j])
    if lower in HONORIFICS or (lower == "under" and title.word != "secretary"):
        return False
    if scan.cap[j] == title.capital:
        fits = lower in MODIFIERS or (lower in FIELD_WORDS and (title.capital or scan.tree.pos[j] == "NOUN"))
        return (fits or _is_capital_noun(scan, j)) and not (scan.cap[j] and scan.hit_at[j] >= 0)
    opens = j == scan.sentence_start(j)
    return lower in TIME_WORDS or (lower in MODIFIERS and (opens or title.first == title.head))


def _is_capital_noun(scan: Scan, j: int) -> bool:
    """A common noun with a capital inside a sentence: "Inclusion" in "Chief Inclusion Officer"."""
    tree = scan.tree
    inside = j > scan.sentence_start(j) and scan.cap[j] and not scan.titled[tree.sent[j]]
    return inside and tree.pos[j] in {"NOUN", "PROPN"} and tree.lower[j] in scan.knowledge.common_words


def _joins_fields(scan: Scan, title: Title, j: int) -> bool:
    """Tell "Trade and Industry Minister" from two titles: both neighbours name fields, neither is a head."""
    lower = scan.tree.lower
    if lower[j] not in JOINERS or title.first != j + 1:
        return False
    fields = all(lower[k] in FIELD_WORDS or _is_capital_noun(scan, k) for k in (j - 1, j + 1))
    return (
        fields
        and scan.cap[j - 1] == scan.cap[j + 1]
        and head_word(scan, j - 1) is None
        and j + 1 < title.head
    )


def _take_country(scan: Scan, title: Title, first: int, entry: Entry) -> None:
    title.start = first
    title.country = entry.country
    if entry.kind == "demonym" and _is_community(scan, first, title.first, entry):
        title.first = first
        return
    before = scan.hit(first - 1) if first > 0 else None
    if before is not None and before.last == first and before.entry.kind == entry.kind == "demonym":
        title.start = title.first = before.first  # "Turkish Cypriot leader": both words belong to the title


def _is_community(scan: Scan, first: int, last: int, entry: Entry) -> bool:
    """Whether an adjective names a people within a country: "Turkish" is another's than "Turkish Cypriot"."""
    others = scan.knowledge.gazetteer.get(scan.tree.words[first]) if last - first == 2 else ()
    return any(other.kind == "demonym" and other.country != entry.country for other in others)


def _take_body(title: Title, entry: Entry) -> None:
    title.organization, title.body = entry.name, entry
    title.foreign = entry.kind == "igo" or entry.country is None
    title.country = title.country or entry.country


def _take_owner(scan: Scan, title: Title, j: int) -> None:
    """Read the owner in "Mali's president": it gives the country but stays a mention of its own."""
    hit = scan.hit(j)
    if hit is None:
        return
    if hit.entry.kind in COUNTRY_KINDS:
        title.country, title.owned = title.country or hit.entry.country, True
    elif hit.entry.kind in BODY_KINDS:
        _take_body(title, scan.body(hit))


def _before_parenthesis(scan: Scan, j: int, floor: int) -> int | None:
    """Token before the bracket in "Republic of the Congo (DRC) President"; None before no short form."""
    for k in range(j - 1, max(floor, j - 4), -1):
        if scan.tree.words[k] == "(":
            return k - 1 if scan.hit(k - 1) is not None else None
    return None


def _take_opening(scan: Scan, title: Title, floor: int) -> None:
    """Take "visiting" and "newly elected" into the mention, not into the title."""
    tree, j = scan.tree, title.start - 1
    while j >= floor and tree.lower[j] in OPENING_WORDS | TIME_WORDS and tree.pos[j] != "ADV":
        if scan.cap[j] and j != floor and tree.lower[j] not in TIME_WORDS:
            break
        if tree.lower[j] in TIME_WORDS:
            title.time = tree.lower[j]  # "former Bulgarian minister"
        title.start = j
        j -= 1


# to the right


def _extend_right(scan: Scan, title: Title) -> None:
    tree, n = scan.tree, scan.sentence_end(title.head)
    j = title.last
    if j + 1 >= n or tree.lower[j] not in SCOPE_PREPOSITIONS:
        return
    end = scope_end(scan, j + 1, n, capital=title.capital, preposition=tree.lower[j])
    if end is not None:
        _note_scope(scan, title, tree.lower[j], j + 1, end)
        title.last = end


def _note_scope(scan: Scan, title: Title, preposition: str, first: int, last: int) -> None:
    j = first
    while j < last:
        hit = scan.hit(j)
        if hit is None:
            j += 1
            continue
        entry = hit.entry
        if entry.kind in BODY_KINDS:
            _take_body(title, scan.body(hit))
        elif entry.country is not None:
            # an envoy is sent "to" or "for" another country than his own
            matter = preposition in {"for", "on", "at"} and title.word in SENDING_HEADS
            own = preposition in {"of", "in", "from"} or entry.kind == "demonym"
            if own and preposition != "to" and not matter:
                title.country = title.country or entry.country
        j = hit.last
    named = (scan.cap[k] and scan.tree.lower[k] in BODY_WORDS for k in range(first, last))
    if title.organization is None and any(named):
        title.organization = scan.text(first + (scan.tree.lower[first] == "the"), last)


def _sector(scan: Scan, title: Title) -> str | None:
    heads = scan.knowledge.titles.heads
    words = scan.text(title.first, title.head + 1).lower().split()
    words[-1] = title.word
    for k in range(len(words)):
        sector = heads.get(" ".join(words[k:]))
        if sector is not None:
            return sector
    sector = HEAD_SECTORS[title.word]
    return title.body.sector if sector is None and title.body is not None else sector


def _title_text(scan: Scan, title: Title) -> str:
    """The title as written, in the singular, short forms in full, the country before it left out."""
    tree = scan.tree
    before = scan.text(title.first, title.head) if title.first < title.head else ""
    after = scan.text(title.head + 1, title.last) if title.head + 1 < title.last else ""
    word = tree.words[title.head]
    if title.plural or word.lower() in SHORT_TITLES:
        full = title.word if title.plural else SHORT_TITLES[word.lower()]
        word = full.title() if word[0].isupper() else full
    words = [
        SHORT_TITLES[w.lower()].title() if w.lower() in SHORT_TITLES else w
        for w in (*before.split(), word, *after.split())
    ]
    if title.time is not None and words[0].lower() != title.time:
        words.insert(0, title.time)
    text = re.sub(r" ?([-‐‑–]) ?", r"\1", " ".join(words))
    return _in_title_case(text) if text.isupper() and len(text) > 3 else text


def _in_title_case(text: str) -> str:
    small = SCOPE_PREPOSITIONS | JOINERS | {"the"}
    return " ".join(word.lower() if word.lower() in small else word.title() for word in text.split())
