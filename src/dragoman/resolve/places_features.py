"""Natural features and counties that no table lists: "Lake Ohrid", "the Napa Valley", "Essex County"."""

from __future__ import annotations

from dragoman.resolve.actors_scan import Scan, TokenHit
from dragoman.resolve.places_context import Context
from dragoman.resolve.places_evidence import Evidence
from dragoman.resolve.places_readings import READABLE
from dragoman.resolve.places_unlisted import SAID, is_name, local_hit, placed
from dragoman.resolve.places_words import (
    BORDERLESS_BEFORE,
    FEATURES,
    FEATURES_BEFORE,
    NEVER_BEFORE_FEATURE,
    WATERS,
)
from dragoman.resolve.topics_words import NOUN_KINDS

LONGEST = 3
"""Tokens of the name beside the noun."""


def find_feature(scan: Scan, context: Context, evidence: Evidence, noun: int) -> TokenHit | None:
    """The place whose name the capitalised noun at token `noun` opens or ends.

    Rivers, seas, lakes and mountains may lie in several countries and get none; islands, valleys and
    counties get that of their surroundings.
    """
    lower = scan.tree.lower[noun]
    hit = _opened(scan, context, evidence, noun) if lower in FEATURES_BEFORE else None
    if hit is None and (lower in WATERS or lower in FEATURES):
        hit = _ended(scan, context, evidence, noun)
    return hit


def _ended(scan: Scan, context: Context, evidence: Evidence, noun: int) -> TokenHit | None:
    """Read "the Ohio River"."""
    tree = scan.tree
    whole = scan.hit(noun)
    if (whole is not None and whole.last - whole.first > 1) or scan.titled[tree.sent[noun]]:
        return None
    if _body_follows(scan, noun + 1):
        return None  # "Essex County Court"
    first, floor = noun, scan.sentence_start(noun)
    while first > floor and noun - first < LONGEST:
        before = scan.hit(first - 1)
        if before is not None and (before.entry.kind not in READABLE or before.entry.kind == "demonym"):
            break
        if not is_name(scan, first - 1) or tree.lower[first - 1] in NEVER_BEFORE_FEATURE:
            break
        first -= 1
    if first == noun:
        return None
    if tree.lower[noun] in WATERS:
        return local_hit(scan, first, noun + 1, None, SAID)
    return placed(scan, context, evidence, first, noun + 1)


def _opened(scan: Scan, context: Context, evidence: Evidence, noun: int) -> TokenHit | None:
    """Read "Lake Ohrid", "Fort Bragg"."""
    tree, i = scan.tree, noun + 1
    if i >= scan.sentence_end(noun) or scan.hit_at[noun] >= 0 or not is_name(scan, i):
        return None
    if noun > scan.sentence_start(noun) and tree.words[noun - 1] in scan.knowledge.given_names:
        return None  # "Veronica Lake"
    if _body_follows(scan, i):
        return None
    hit = scan.hit(i)
    last = hit.last if hit is not None else i + 1
    if tree.lower[noun] in BORDERLESS_BEFORE:
        return local_hit(scan, noun, last, None, SAID)
    return placed(scan, context, evidence, noun, last)


def _body_follows(scan: Scan, i: int) -> bool:
    """Whether the capitals from token `i` on tell a body or a venue: "Essex County Court"."""
    end = scan.sentence_end(i) if i < len(scan.tree) else i
    while i < end and scan.cap[i]:
        if scan.tree.lower[i] in NOUN_KINDS:
            return True
        i += 1
    return False
