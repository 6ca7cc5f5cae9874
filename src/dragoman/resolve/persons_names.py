"""The shape of a person's name: where it ends, how two names agree.

Names are compared as word tuples without case, accents, hyphens and the Arabic article, so that "Abdel Fattah
Al Sisi", "el-Sisi" and "Sisi" can meet.
"""

from __future__ import annotations

import re
import unicodedata

from dragoman.resolve.actors_scan import BODY_KINDS, HYPHENS, PARTICLES, TOPIC_KINDS, Scan
from dragoman.resolve.offices_words import HEAD_SECTORS, HONORIFICS, PLURALS, SCOPE_WORDS

SUFFIXES = frozenset(
    {"jr.", "jr", "sr.", "sr", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xiv", "xvi", "esq."}
)

CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.""".split()
)

NEVER_NAMES = frozenset(
    """the a an this that these those his her its their our my your he she it they we you i in on at of for to from with by as
    and or but if when while after before since during under over also both all some many most no not new more
    today yesterday tomorrow meanwhile however moreover furthermore earlier later according despite amid following
    what who why how where there here then now only such other another each every
    administration regime foundation street avenue road square airport university institute mr mrs ms dr
    covid covid-19 internet ramadan christmas easter eid god bible quran koran
    government party ministry army police committee council agreement accord treaty act bill law resolution""".split()
)
"""Capitalised words (small letters here) that end a name or never begin one."""

_SEPARATORS = re.compile(r"[\s\-‐‑–—_.,'’‘`]+")
_ARTICLES = frozenset({"al", "el", "ul", "ur", "as", "ash", "ad", "an"})


def name_words(name: str) -> tuple[str, ...]:
    """A name's words for comparing: no case, accents, hyphens, apostrophes, suffixes or Arabic article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    words = [word for word in _SEPARATORS.split(plain) if word and word not in {"jr", "sr"}]
    if len(words) > 1:
        words = [word for word in words if word not in _ARTICLES] or words
    return tuple(words)


def is_name_token(scan: Scan, i: int) -> bool:
    """Whether token `i` could be part of a person's name, by its looks and the tables."""
    word = scan.tree.words[i]
    if not scan.cap[i] or (not word[-1].isalpha() and word[-1] not in ".’'"):
        return False
    lower = scan.tree.lower[i]
    if lower in CALENDAR or lower in NEVER_NAMES or lower in HONORIFICS:
        return False
    hit = scan.hit(i)
    return hit is None or not (
        hit.entry.kind in BODY_KINDS or hit.entry.kind in TOPIC_KINDS or hit.entry.kind == "demonym"
    )


def name_end(scan: Scan, i: int) -> int:
    """End (exclusive) of the name that begins at token `i`; `i` itself where none does."""
    tree, n = scan.tree, scan.sentence_end(i)
    if i >= n or not (is_name_token(scan, i) or _opens_with_particle(scan, i, n)):
        return i
    first, j = i, i
    while j < n:
        step = _name_step(scan, first, j, n)
        if step == j:
            break
        j = step
    while (
        j > first and (tree.lower[j - 1] in PARTICLES or tree.words[j - 1] in HYPHENS) and not scan.cap[j - 1]
    ):
        j -= 1
    return j


def _name_step(scan: Scan, first: int, j: int, n: int) -> int:
    """The next token after a name's token `j`, or `j` itself where the name does not go on."""
    tree = scan.tree
    lower = tree.lower[j]
    if tree.words[j] in HYPHENS:
        return (
            j + 2
            if j > first
            and j + 1 < n
            and scan.glued[j]
            and scan.glued[j + 1]
            and tree.words[j + 1][0].isalpha()
            else j
        )
    if j > first and lower in SUFFIXES:
        return j + 1
    if j > first and lower == "," and j + 1 < n and tree.lower[j + 1] in {"jr.", "sr.", "jr", "sr"}:
        return j + 2
    if not scan.cap[j]:
        return j + 1 if lower in PARTICLES and _particle_goes_on(scan, j, n) else j
    if j > first and (lower in HEAD_SECTORS or lower in PLURALS) and not _is_last_of_run(scan, j, n):
        return j
    if not is_name_token(scan, j):
        return j
    if j > first and lower in SCOPE_WORDS and len(lower) > 2:
        return j
    return j + 1


def _is_last_of_run(scan: Scan, j: int, n: int) -> bool:
    return j + 1 >= n or not scan.cap[j + 1]


def _particle_goes_on(scan: Scan, j: int, n: int) -> bool:
    k = j + 1
    while k < n and k < j + 3 and (scan.tree.lower[k] in PARTICLES or scan.tree.words[k] in HYPHENS):
        k += 1
    return k < n and is_name_token(scan, k)


def _opens_with_particle(scan: Scan, i: int, n: int) -> bool:
    return scan.tree.lower[i] in PARTICLES and _particle_goes_on(scan, i, n)


def suits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `short` may call the person whose full name is `full`.

    A surname (the last words), a family name that comes first ("Liu" for Liu Guozhong), a given name with the surname
    where a middle name is left out, and initials all do.
    """
    if not short or not full:
        return False
    if short == full:
        return True
    if len(short) > len(full):
        return suits(full, short) if len(full) > 1 else False
    if full[-len(short) :] == short or full[: len(short)] == short:
        return True
    return len(short) > 1 and _in_order(short, full)


def _in_order(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Every word of `short` found in `full` in order, initials counting; the surname must be there in full."""
    at = 0
    for word in short:
        while at < len(full) and not _same_word(word, full[at]):
            at += 1
        if at == len(full):
            return False
        at += 1
    return any(len(word) > 1 and word in full[1:] for word in short)


def _same_word(a: str, b: str) -> bool:
    return a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))
