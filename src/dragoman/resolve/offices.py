"""Offices by pattern: a head noun, what stands before it, and what it is for.

"Acting Assistant Secretary for European and Eurasian Affairs" is head "Secretary", modifiers to the left, a scope to
the right. The hard part is where a scope ends and the name that follows begins ("Special Envoy for Climate John
Kerry"): the scope goes on through words that name fields and bodies and through known names, and ends at the first
capitalised word that is neither.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.knowledge import Entry
from dragoman.resolve.actors_scan import BODY_KINDS, COUNTRY_KINDS, HYPHENS, Scan
from dragoman.resolve.offices_words import (
    ABBREVIATIONS,
    FORMER_WORDS,
    HEAD_SECTORS,
    MODIFIERS,
    PLURALS,
    PRE_WORDS,
    SCOPE_PREPOSITIONS,
    SCOPE_WORDS,
    SENDING_HEADS,
)

AFTER_HEAD = frozenset(
    {"general", "designate", "elect", "emeritus", "at-large", "plenipotentiary", "extraordinary"}
)
GENERAL_HEADS = frozenset(
    "secretary attorney consul governor director solicitor inspector auditor surgeon commissioner prosecutor".split()
)
JOINERS = frozenset({"and", "&"})


@dataclass(slots=True)
class Title:
    """A title as tokens `[first, last)`; `start` also takes in the country or body before it.

    `country` is the one whose office it is, `receiving` the one an envoy is sent to. `organization` is the body
    written with it. `plural` titles are shared by several people.
    """

    start: int
    first: int
    last: int
    head: int
    word: str
    plural: bool
    country: str | None = None
    receiving: str | None = None
    organization: str | None = None
    body: Entry | None = None
    sector: str | None = None
    former: bool = False
    capital: bool = False


def head_word(scan: Scan, i: int) -> tuple[str, bool] | None:
    """The title head at token `i` in the singular, and whether it is plural; None where there is none."""
    lower = scan.tree.lower[i]
    lower = ABBREVIATIONS.get(lower, lower).rsplit(" ", 1)[-1]
    if lower in HEAD_SECTORS:
        return lower, False
    if lower in PLURALS:
        return PLURALS[lower], True
    return None


def find_titles(scan: Scan) -> list[Title]:
    """Every title of the document, in text order; none overlap."""
    found: list[Title] = []
    i, n = 0, len(scan.tree)
    while i < n:
        if head_word(scan, i) is None or _in_body(scan, i):
            i += 1
            continue
        title = read_title(scan, i, found[-1].last if found else 0)
        if title is None:
            i += 1
            continue
        found.append(title)
        i = title.last
    return found


def _in_body(scan: Scan, i: int) -> bool:
    """Inside a known name: "President of the Security Council" is a title, "Secretary General Bank" is none."""
    hit = scan.hit(i)
    return hit is not None and hit.last - hit.first > 1


def read_title(scan: Scan, head: int, floor: int) -> Title | None:
    """The title around the head noun at token `head`, reaching no further left than `floor`."""
    tree = scan.tree
    floor = max(floor, scan.sentence_start(head))
    last = _after_head(scan, head)
    if last is None:
        return None
    at = head_word(scan, head)
    assert at is not None  # noqa: S101  # the caller found it
    title = Title(head, head, last, head, at[0], at[1], capital=scan.cap[head])
    _extend_left(scan, title, floor)
    _extend_right(scan, title)
    title.former = any(tree.lower[k] in FORMER_WORDS for k in range(title.first, title.head))
    title.sector = _sector(scan, title)
    return title


def _after_head(scan: Scan, head: int) -> int | None:
    """End of the head with what is glued to it; None where the next word is the real head ("Secretary General")."""
    tree, n = scan.tree, scan.sentence_end(head)
    j = head + 1
    if j < n and tree.words[j] in HYPHENS and scan.glued[j] and j + 1 < n:
        return j + 2 if tree.lower[j + 1] in AFTER_HEAD or tree.lower[j + 1] == "general" else None
    if (
        j < n
        and tree.lower[j] in AFTER_HEAD
        and (tree.lower[j] != "general" or tree.lower[head] in GENERAL_HEADS)
    ):
        return j + 1
    if (
        j < n
        and head_word(scan, j) is not None
        and tree.lower[head] in MODIFIERS
        and scan.cap[head] == scan.cap[j]
    ):
        return None  # "Minister Counselor", "Major General": the last noun is the head
    return j


def _extend_left(scan: Scan, title: Title, floor: int) -> None:
    tree, j = scan.tree, title.head - 1
    while j >= floor:
        lower, hit = tree.lower[j], scan.hit(j)
        if hit is not None and hit.first >= floor and hit.entry.kind in COUNTRY_KINDS:
            _take_country(scan, title, hit.first, hit.entry)
            break
        if hit is not None and hit.first >= floor and hit.entry.kind in BODY_KINDS:
            title.organization, title.body = hit.entry.name, hit.entry
            title.country = title.country or hit.entry.country
            title.start = title.first = hit.first
            j = hit.first - 1
        elif tree.words[j] in HYPHENS and scan.glued[j] and scan.glued[j + 1] and j > floor:
            title.start = title.first = j - 1
            j -= 2
        elif _is_modifier(scan, title, j):
            title.start = title.first = j
            j -= 1
        elif lower in JOINERS and j - 1 >= floor and _joins_scope(scan, title, j):
            title.start = title.first = j - 1
            j -= 2
        elif lower in {"'s", "’s", "'", "’"} and j - 1 >= floor:
            _take_owner(scan, title, j - 1)
            break
        elif (
            lower in PRE_WORDS
            and lower not in MODIFIERS
            and tree.tag[j] not in {"DT", "PRP$", "WDT"}
            and not scan.cap[j]
        ):
            title.start = j
            j -= 1
        elif tree.words[j] == ")" and title.country is None:
            j = _skip_parenthesis(scan, j, floor)
            if j < 0:
                break
        else:
            break


def _is_modifier(scan: Scan, title: Title, j: int) -> bool:
    lower = scan.tree.lower[j]
    if scan.cap[j] != title.capital and not (title.capital and lower in MODIFIERS and j + 1 < title.head):
        early = lower in {
            "former",
            "acting",
            "interim",
            "outgoing",
            "incoming",
            "late",
            "deputy",
            "then",
            "caretaker",
        }
        if not early and not (scan.cap[j] and j == scan.sentence_start(j)):
            return False
    if lower in MODIFIERS:
        return True
    return lower in SCOPE_WORDS and scan.cap[j] and title.capital


def _joins_scope(scan: Scan, title: Title, j: int) -> bool:
    """ "Trade and Industry Minister": the words on both sides name fields, and neither is a title of its own."""
    before, after = scan.tree.lower[j - 1], scan.tree.lower[j + 1]
    both = before in SCOPE_WORDS and after in SCOPE_WORDS and scan.cap[j - 1] and scan.cap[j + 1]
    return both and title.first == j + 1 and head_word(scan, j - 1) is None and j + 1 != title.head


def _take_country(scan: Scan, title: Title, first: int, entry: Entry) -> None:
    title.start = first
    title.country = entry.country
    if first > 0:
        before = scan.hit(first - 1)
        # "Turkish Cypriot leader": the first demonym belongs to the title
        if (
            before is not None
            and before.entry.kind == "demonym"
            and before.last == first
            and entry.kind == "demonym"
        ):
            title.start = title.first = before.first


def _take_owner(scan: Scan, title: Title, j: int) -> None:
    """ "Mali's president": the owner gives the country but stays a mention of its own."""
    hit = scan.hit(j)
    if hit is None:
        return
    if hit.entry.kind in COUNTRY_KINDS:
        title.country = hit.entry.country
    elif hit.entry.kind in BODY_KINDS:
        title.organization, title.body = hit.entry.name, hit.entry
        title.country = hit.entry.country


def _skip_parenthesis(scan: Scan, j: int, floor: int) -> int:
    """Token before "(DRC)" in "Democratic Republic of the Congo (DRC) President"; -1 where it is no short form."""
    for k in range(j - 1, max(floor, j - 5), -1):
        if scan.tree.words[k] == "(":
            hit = scan.hit(k - 1) if k > floor else None
            return k - 1 if hit is not None else -1
    return -1


def _extend_right(scan: Scan, title: Title) -> None:
    tree, n = scan.tree, scan.sentence_end(title.head)
    j = title.last
    while j < n and tree.lower[j] in SCOPE_PREPOSITIONS and not title.plural:
        preposition = tree.lower[j]
        end = _scope_end(scan, j + 1, n, capital=title.capital)
        if end is None:
            break
        _note_scope(scan, title, preposition, j + 1, end)
        title.last = j = end


def _scope_end(scan: Scan, i: int, n: int, *, capital: bool) -> int | None:
    """End of the noun phrase that begins at `i`; None where it names no field, body or place."""
    tree, j, end = scan.tree, i, None
    while j < n:
        lower, hit = tree.lower[j], scan.hit(j)
        if hit is not None:
            j = end = hit.last
        elif (scan.cap[j] or not capital) and lower in SCOPE_WORDS:
            j += 1
            end = j
        elif scan.cap[j] and end is None and tree.words[j][-1].isalnum():
            j += 1
            end = j
        elif lower in {"the", "a", "an", "its", "their"} and (
            end is None or tree.lower[j - 1] in SCOPE_PREPOSITIONS | JOINERS
        ):
            j += 1
        elif (
            end == j
            and lower in JOINERS | SCOPE_PREPOSITIONS | {",", "-", "–", "'s", "’s"}
            and _scope_follows(scan, j, n)
        ):
            j += 1
        else:
            break
    return end


def _scope_follows(scan: Scan, j: int, n: int) -> bool:
    """Whether the scope goes on past a joiner at `j`."""
    tree, k = scan.tree, j + 1
    while k < n and tree.lower[k] in {"the", "and", "&"}:
        k += 1
    if k >= n:
        return False
    if head_word(scan, k) is not None:
        return False
    known = scan.hit(k) is not None or (tree.lower[k] in SCOPE_WORDS and scan.cap[k])
    if tree.lower[j] == ",":
        return known and _list_goes_on(scan, k, n)
    if tree.lower[j] in JOINERS:
        # "…and Acting Counterterrorism Coordinator": a second title, no second field
        return known and not _title_ahead(scan, k, n)
    return known


def _title_ahead(scan: Scan, k: int, n: int) -> bool:
    while k < n and scan.cap[k]:
        if head_word(scan, k) is not None:
            return True
        k += 1
    return False


def _list_goes_on(scan: Scan, k: int, n: int) -> bool:
    """After "Trade," a field is meant only when a list follows: "Trade, Industry and Energy"."""
    for m in range(k, min(n, k + 5)):
        if scan.tree.lower[m] in {"and", "&"}:
            return m + 1 < n and scan.tree.lower[m + 1] in SCOPE_WORDS and scan.cap[m + 1]
        if not scan.cap[m] and scan.tree.lower[m] != ",":
            return False
    return False


def _note_scope(scan: Scan, title: Title, preposition: str, first: int, last: int) -> None:
    j = first
    while j < last:
        hit = scan.hit(j)
        if hit is None:
            j += 1
            continue
        entry = hit.entry
        if entry.kind in BODY_KINDS:
            title.organization, title.body = entry.name, entry
            title.country = title.country or entry.country
        elif entry.kind in COUNTRY_KINDS or entry.country:
            sent = preposition == "to" or (preposition == "for" and title.word in SENDING_HEADS)
            if sent:
                title.receiving = title.receiving or entry.country
            elif preposition in {"of", "in"} or entry.kind == "demonym":
                title.country = title.country or entry.country
        j = hit.last
    if title.organization is None and last - first > 1:
        title.organization = _body_in_scope(scan, first, last)


def _body_in_scope(scan: Scan, first: int, last: int) -> str | None:
    """ "Director of the State Agency for Bulgarians Abroad": the body as written."""
    tree = scan.tree
    body = {
        "ministry",
        "department",
        "agency",
        "bureau",
        "office",
        "council",
        "committee",
        "commission",
        "party",
        "bank",
    }
    if any(tree.lower[k] in body for k in range(first, last)):
        start = first + (tree.lower[first] == "the")
        return scan.text(start, last)
    return None


def _sector(scan: Scan, title: Title) -> str | None:
    heads = scan.knowledge.titles.heads
    text = scan.text(title.first, title.head + 1).lower()
    while text:
        if text in heads:
            return heads[text]
        if " " not in text:
            break
        text = text.split(" ", 1)[1]
    sector = HEAD_SECTORS[title.word]
    if sector is None and title.body is not None:
        return title.body.sector
    return sector


def title_text(scan: Scan, title: Title) -> str:
    """The title in canonical English: as written, singular, short forms in full, the country before it left out."""
    text = scan.text(title.first, title.last)
    if title.plural:
        word = scan.tree.words[title.head]
        single = title.word.capitalize() if word[0].isupper() else title.word
        before = scan.text(title.first, title.head) + " " if title.first < title.head else ""
        text = before + single
    for short, full in ABBREVIATIONS.items():
        if text.lower().startswith(short + " ") or text.lower() == short:
            text = full.title() + text[len(short) :]
            break
    return text
