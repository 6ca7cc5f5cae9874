"""Bodies beside the patterns of capitals: firms named by their trade, and acronyms in brackets."""

from __future__ import annotations

from dragoman.resolve.actors_scan import BODY_KINDS, COUNTRY_KINDS, Scan
from dragoman.resolve.actors_words import CALENDAR, FUNCTION_WORDS
from dragoman.resolve.topics_projects import NamedThing
from dragoman.resolve.topics_words import COMPANY_NOUNS

LONGEST_NAME = 5


def find_companies(scan: Scan, taken: bytearray) -> list[NamedThing]:
    """Bodies after a noun that tells their trade: "Libyan company Hatif", "newspaper Haaretz"."""
    found = []
    tree, n = scan.tree, len(scan.tree)
    for i, lower in enumerate(tree.lower):
        if lower not in COMPANY_NOUNS or scan.cap[i] or i + 1 >= n or not scan.cap[i + 1] or taken[i + 1]:
            continue
        first, last = i + 1, i + 1
        end = scan.sentence_end(i)
        while (
            last < end
            and last - first < LONGEST_NAME
            and scan.cap[last]
            and not taken[last]
            and _fits(scan, last)
        ):
            last += 1
        if last == first or tree.sent[first] != tree.sent[i]:
            continue
        before = scan.hit(i - 1) if i > 0 else None
        country = before.entry.country if before is not None and before.entry.kind in COUNTRY_KINDS else None
        name = scan.text(first, last)
        found.append(NamedThing(first, last, last - 1, "organization", COMPANY_NOUNS[lower], country, name))
    return found


def _fits(scan: Scan, i: int) -> bool:
    lower = scan.tree.lower[i]
    hit = scan.hit(i)
    known = hit is not None and hit.entry.kind in COUNTRY_KINDS | BODY_KINDS
    return lower not in FUNCTION_WORDS and lower not in CALENDAR and not known


def find_acronyms(scan: Scan) -> list[tuple[int, int]]:
    """Acronyms in brackets, each with the token before the bracket: "Caribbean Community (CARICOM)".

    Returns:
        Pairs of the acronym's token and the last token of its long form.
    """
    words = scan.tree.words
    return [
        (i, i - 2)
        for i in range(2, len(words) - 1)
        if words[i - 1] == "(" and words[i + 1] == ")" and is_acronym(words[i]) and words[i - 2][-1].isalnum()
    ]


def is_acronym(word: str) -> bool:
    """Whether a word is written like an acronym: "CARPHA", "AfCFTA", "G20"."""
    capitals = sum(char.isupper() for char in word)
    figures = sum(char.isdigit() for char in word)
    return (
        2 <= len(word) <= 10
        and capitals + figures >= 2
        and capitals >= 1
        and capitals + figures >= len(word) / 2
    )
