"""Towns that no table lists, found by how the text names them.

in Clarkston, Georgia    the villages of Imlil and Tamatert    the slum Dharavi    the Kiambu district
near Riyom

A name so found is found wherever the text has it.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.resolve.actors_scan import Scan, TokenHit
from dragoman.resolve.actors_words import FUNCTION_WORDS
from dragoman.resolve.offices_words import HEAD_SECTORS
from dragoman.resolve.places_context import Container, Context, holds
from dragoman.resolve.places_evidence import Evidence
from dragoman.resolve.places_features import find_feature
from dragoman.resolve.places_readings import Reading, find_readings
from dragoman.resolve.places_unlisted import (
    SAID,
    UNKNOWN,
    is_personal,
    local_hit,
    placed,
    run_end,
    run_start,
    surnames,
)
from dragoman.resolve.places_words import (
    ABSTRACT_GOVERNORS,
    FEATURES,
    FEATURES_BEFORE,
    SMALL_FEATURES,
    STRICT_WHERE,
    TOWN_NOUNS,
    WATERS,
    WHERE,
)

CLOSING = frozenset(
    {
        ",",
        ".",
        ";",
        ":",
        ")",
        "(",
        "-",
        "–",
        "—",
        "!",
        "?",
        '"',
        "”",
        "and",
        "or",
        "but",
        "on",
        "as",
        "when",
        "after",
        "where",
    }
)
"""What may stand after the Y of "X, Y"."""
NOMINAL = frozenset({"PROPN", "NOUN", "ADJ", "X"})
NEAR = frozenset({"in", "near", "outside"})
"""Prepositions after which an unknown name is a place, if its governor is no word like "faith"."""


TELLING = NEAR | TOWN_NOUNS | WATERS | FEATURES | FEATURES_BEFORE | SMALL_FEATURES | {",", "(", "of"}
"""Words at which the name of a place may be told."""


def find_towns(scan: Scan, context: Context, evidence: Evidence) -> list[TokenHit]:
    """Every place without a table, in text order; they may cover hits that are part of their names."""
    finder = _Finder(scan, context, evidence)
    found: list[TokenHit] = []
    done = 0
    for i, word in enumerate(scan.tree.lower):
        if word in TELLING and i >= done:
            for hit in finder.at(i):
                if hit.first >= done:
                    found.append(hit)
                    done = hit.last
    return _everywhere(scan, found)


def misplaced(scan: Scan, context: Context, evidence: Evidence, hit: TokenHit) -> TokenHit | None:
    """The hit as an unknown place, where the text says it lies where no table has it: "Moscow, Idaho"."""
    readings = find_readings(hit.entries)
    if not readings or not _is_located(scan, hit.first):
        return None
    firm, loose = context.after_comma(hit.last), context.inside(hit.last)
    if firm is not None and (not _is_closed(scan, firm) or _is_listed(scan, firm)):
        firm = None
    for container in (firm, loose):
        if container is None:
            continue
        outer = max(container.readings, key=lambda reading: reading.prior)
        if any(container.holds(reading) or holds(reading, outer) for reading in readings):
            return None
        if _is_elsewhere(container, outer, readings, evidence):
            return local_hit(scan, hit.first, hit.last, outer.country, SAID)
    return None


def _is_elsewhere(
    container: Container, outer: Reading, readings: tuple[Reading, ...], evidence: Evidence
) -> bool:
    """Whether "X, Y" names a town X of Y rather than two places of one list."""
    if any(reading.entries[0].kind == "region" for reading in readings):
        return False  # "Ontario, Quebec"
    if container.firm and outer.entries[0].kind == "region":
        return all(reading.level != "wide" for reading in readings)
    known = any(evidence.mentions(r.country) or r.entries[0].kind == "capital" for r in readings)
    return outer.level == "country" and not known and all(reading.level == "local" for reading in readings)


class _Finder:
    def __init__(self, scan: Scan, context: Context, evidence: Evidence) -> None:
        self.scan, self.context, self.evidence = scan, context, evidence
        self.surnames = surnames(scan)

    def at(self, i: int) -> Iterator[TokenHit]:
        """The places that the word at token `i` gives away."""
        scan = self.scan
        word, lower = scan.tree.lower[i], scan.tree.lower
        if word in {",", "("}:
            yield from self._before_comma(i)
        elif word == "of" and i and lower[i - 1] in TOWN_NOUNS and not scan.cap[i - 1]:
            yield from self._list(i + 1)
        elif word in NEAR and i + 1 < len(lower) and scan.cap[i + 1]:
            yield from self._after_preposition(i)
        elif scan.cap[i] and (word in WATERS or word in FEATURES or word in FEATURES_BEFORE):
            hit = find_feature(scan, self.context, self.evidence, i)
            if hit is not None:
                yield hit
        elif word in TOWN_NOUNS and not scan.cap[i] and i + 1 < len(lower) and scan.cap[i + 1]:
            yield from self._after_town(i + 1)
        elif word in SMALL_FEATURES and not scan.cap[i]:
            yield from self._before_noun(i)

    def _is_personal(self, first: int, last: int) -> bool:
        return is_personal(self.scan, first, last) or self.scan.tree.words[last - 1] in self.surnames

    def _before_comma(self, comma: int) -> Iterator[TokenHit]:
        """The X of "in X, Y"."""
        scan = self.scan
        first = run_start(scan, comma) if comma else comma
        if first == comma or not _is_located(scan, first):
            return
        container = self.context.after_comma(comma)
        if container is None or not _is_closed(scan, container):
            return
        if comma - first > 1 and self._is_personal(first, comma) and scan.tree.lower[first - 1] not in NEAR:
            return
        best = max(container.readings, key=lambda reading: reading.prior)
        yield local_hit(scan, first, comma, best.country, SAID)

    def _list(self, i: int) -> Iterator[TokenHit]:
        """The names of "the villages of X, Y and Z"."""
        scan, end = self.scan, self.scan.sentence_end(i - 1)
        plural = scan.tree.lower[i - 2].endswith("s")
        while i < end:
            last = run_end(scan, i)
            if last == i:
                return
            yield placed(scan, self.context, self.evidence, i, last)
            if not plural:
                return
            i = last
            while i < end and scan.tree.lower[i] in {",", "and", "or"}:
                i += 1
            if i == last:
                return

    def _after_preposition(self, prep: int) -> Iterator[TokenHit]:
        """The X of "near X": the whole object, and no person or thing that one can believe in."""
        scan, tree = self.scan, self.scan.tree
        first = prep + 1
        last = run_end(scan, first)
        if last == first or tree.pos[prep] != "ADP" or tree.head[last - 1] != prep:
            return
        if tree.lemma[tree.head[prep]] in ABSTRACT_GOVERNORS or self._is_personal(first, last):
            return
        if any(
            tree.pos[k] != "PROPN" or tree.lower[k] in scan.knowledge.common_words for k in range(first, last)
        ):
            return
        hit = placed(scan, self.context, self.evidence, first, last)
        if hit.confidence > UNKNOWN:
            yield hit

    def _after_town(self, i: int) -> Iterator[TokenHit]:
        """The X of "the slum X"."""
        last = run_end(self.scan, i)
        if last > i and self.scan.tree.pos[i] == "PROPN" and not self._is_personal(i, last):
            yield placed(self.scan, self.context, self.evidence, i, last)

    def _before_noun(self, noun: int) -> Iterator[TokenHit]:
        """The X of "the X district"."""
        scan, tree = self.scan, self.scan.tree
        first = run_start(scan, noun) if noun else noun
        if first == noun or first == scan.sentence_start(noun) or self._is_personal(first, noun):
            return
        if tree.lower[first - 1] not in {"the", "in", "of", "near", "from", "'s", "’s"}:
            return
        named = [k for k in range(first, noun) if scan.cap[k]]
        if all(tree.pos[k] in NOMINAL and tree.lower[k] not in scan.knowledge.common_words for k in named):
            yield placed(scan, self.context, self.evidence, first, noun)


def _is_located(scan: Scan, first: int, *, joined: bool = False) -> bool:
    """Whether a preposition of place or a noun for a town stands before, or before a place and an "and"."""
    lower, i = scan.tree.lower, first - 1
    floor = scan.sentence_start(first)
    if i < floor:
        return False
    if lower[i] in STRICT_WHERE or lower[i] in TOWN_NOUNS or lower[i] in {";", "—", "–"}:
        return True  # the last in lists: "Riyom, Nigeria; Bakuriani, Georgia"
    if lower[i] in WHERE:
        return scan.tree.words[first] not in scan.knowledge.given_names
    if lower[i] == "of":
        return i > floor and lower[i - 1] not in HEAD_SECTORS
    before = scan.hit(i - 1) if lower[i] == "and" and i > floor and not joined else None
    if before is None or not find_readings(before.entries):
        return False
    return _is_located(scan, before.first, joined=True)


def _is_closed(scan: Scan, container: Container) -> bool:
    """Whether the Y of "X, Y" ends there, and is no subject of a verb: "In Kyiv, Russia struck a bridge"."""
    i = container.last
    if i >= scan.sentence_end(container.first):
        return True
    dep = scan.tree.dep[container.last - 1]
    return scan.tree.lower[i] in CLOSING and dep not in {"nsubj", "nsubjpass"}


def _is_listed(scan: Scan, container: Container) -> bool:
    """Whether the Y of "X, Y" is followed by its like: "New York, California and Texas"."""
    i, end = container.last, scan.sentence_end(container.first)
    while i < end and scan.tree.lower[i] in {",", "and", "or", "&"}:
        i += 1
    after = scan.hit(i) if container.last < i < end else None
    if after is None:
        return False
    kinds = {reading.entries[0].kind for reading in find_readings(after.entries)}
    return not kinds.isdisjoint(reading.entries[0].kind for reading in container.readings)


def _everywhere(scan: Scan, found: list[TokenHit]) -> list[TokenHit]:
    """The places, and their names again wherever else the text has them."""
    if not found:
        return found
    words = scan.tree.words
    taken = {i for hit in found for i in range(hit.first, hit.last)}
    by_word: dict[str, list[TokenHit]] = {}
    for hit in found:
        by_word.setdefault(words[hit.first], []).append(hit)
    again = []
    for i, word in enumerate(words):
        for hit in by_word.get(word, ()):
            last = i + hit.last - hit.first
            if words[i:last] != words[hit.first : hit.last] or taken.intersection(range(i, last)):
                continue
            if any(scan.hit_at[k] >= 0 for k in range(i, last)) or not _stands_alone(scan, i, last):
                continue
            again.append(TokenHit(i, last, hit.entries, confidence=hit.confidence))
            taken.update(range(i, last))
            break
    return sorted(found + again, key=lambda hit: hit.first)


def _stands_alone(scan: Scan, first: int, last: int) -> bool:
    """Whether no capital beside the words makes them part of another name."""
    floor, end = scan.sentence_start(first), scan.sentence_end(first)
    if first > floor + 1 and scan.cap[first - 1] and scan.hit_at[first - 1] < 0:
        return False
    return last >= end or not scan.cap[last] or scan.tree.lower[last] in FUNCTION_WORDS


def with_towns(hits: list[TokenHit], towns: list[TokenHit]) -> Iterator[TokenHit]:
    """Hits and towns in text order; a town replaces the hits that it covers."""
    waiting = iter(towns)
    town = next(waiting, None)
    for hit in hits:
        while town is not None and town.last <= hit.first:
            yield town
            town = next(waiting, None)
        if town is None or hit.last <= town.first:
            yield hit
    while town is not None:
        yield town
        town = next(waiting, None)
