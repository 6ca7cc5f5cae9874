"""Which place each name means: chosen by the whole document, before persons and bodies are found.

The gazetteer gives every entry of a form. Here each mention gets the reading that its document speaks for
("Georgia" beside Atlanta is the state), with a confidence; names of persons are taken off the list of
places, and places without a table that the text itself explains ("in Clarkston, Georgia") put on it. Where
no reading is clear, the country stays and the coordinates go.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from dragoman.knowledge import Entry
from dragoman.resolve.actors_scan import COUNTRY_KINDS, Scan, TokenHit
from dragoman.resolve.places_context import Context
from dragoman.resolve.places_dateline import resolve_dateline
from dragoman.resolve.places_evidence import DATELINE_MENTIONS, Choice, Evidence, choose
from dragoman.resolve.places_readings import READABLE, Reading, find_readings
from dragoman.resolve.places_towns import find_towns, misplaced, with_towns
from dragoman.resolve.places_unlisted import local_entry
from dragoman.resolve.places_vetoes import is_no_place, lacks_support

SURE = 0.9
"""Confidence from which an ambiguous name is evidence for the others."""
ELSEWHERE = 0.8
"""Share of what the words beside one mention say that goes to the other mentions of the same form."""
UNLISTED_SIZE = 2_000.0
"""Weight of an unlisted namesake among the listed ones, in inhabitants."""
UNLISTED_SHARE = 0.3
"""Share of a document's mentions from which a country may have one."""
Readings = tuple[Reading, ...]


@dataclass(slots=True)
class _Unsure:
    """A mention with several readings; `beside` are the scores of the words beside it, one a reading."""

    number: int
    name: str
    sentence: int
    readings: Readings
    beside: list[float] = field(default_factory=list)


def settle_places(scan: Scan) -> None:
    """Choose among the places of every form, drop what is none, add what the text explains.

    Changes `scan`: each hit's likeliest entry comes first, with `confidence`; `scan.document` has its
    dateline's country and, where clear, coordinates.

    Args:
        scan: A document with its parse and its hits as the gazetteer gives them.
    """
    kept = [hit for hit in scan.hits if not is_no_place(scan, hit)]
    if len(kept) < len(scan.hits):
        scan.set_hits(kept)
    context, evidence = Context(scan), Evidence()
    unsure = _gather(scan, evidence)
    scan.document, origin = resolve_dateline(scan.document, scan.knowledge, evidence)
    if origin is not None:
        evidence.add(origin, None, DATELINE_MENTIONS)
    chosen = _choose(context, evidence, unsure)
    hits = []
    for k, hit in enumerate(scan.hits):
        other = misplaced(scan, context, evidence, hit)
        if other is not None:
            hits.append(other)
        elif not lacks_support(scan, context, evidence, hit):
            hits.append(_settled(hit, chosen[k]) if k in chosen else hit)
    scan.set_hits(hits)
    towns = find_towns(scan, context, evidence)
    if towns:
        scan.set_hits(list(with_towns(hits, towns)))


def _gather(scan: Scan, evidence: Evidence) -> list[_Unsure]:
    """Count the sure names; the others are handed back."""
    unsure = []
    for number, hit in enumerate(scan.hits):
        readings = find_readings(hit.entries)
        name, sentence = scan.text(hit.first, hit.last), scan.tree.sent[hit.first]
        if len(readings) > 1:
            unsure.append(_Unsure(number, name, sentence, readings))
        elif readings and name not in scan.knowledge.doubtful:
            evidence.add(readings[0], sentence)
        elif not readings and hit.entry.kind in COUNTRY_KINDS:  # a building that stands for its government
            seat = Reading(hit.entries, "country", hit.entry.country, 0.0, frozenset())
            evidence.add(seat, sentence)
    return unsure


def _with_unlisted(name: str, readings: Readings, evidence: Evidence) -> Readings:
    """The readings, and unlisted namesakes in the countries that the document mostly speaks of.

    A form that several towns share ("Santa Rosa") has more bearers than a table of cities.
    """
    if any(r.level != "local" or any(entry.kind == "capital" for entry in r.entries) for r in readings):
        return readings
    more = tuple(
        Reading((local_entry(name, country),), "local", country, math.log(UNLISTED_SIZE), frozenset())
        for country in evidence.leading(UNLISTED_SHARE)
        if all(reading.country != country for reading in readings)
    )
    return readings + more


def _choose(context: Context, evidence: Evidence, unsure: list[_Unsure]) -> dict[int, Choice]:
    """Choose for each mention, by the number of its hit.

    What became sure in the first round is evidence in the second.
    """
    widest: dict[str, Readings] = {}
    elsewhere: dict[str, list[float]] = {}
    for mention in unsure:
        if mention.name not in widest:
            widest[mention.name] = _with_unlisted(mention.name, mention.readings, evidence)
        mention.readings = widest[mention.name]
        mention.beside = context.score(context.scan.hits[mention.number], mention.readings)
        best = elsewhere.get(mention.name, mention.beside)
        elsewhere[mention.name] = [max(pair) for pair in zip(best, mention.beside, strict=True)]
    chosen: dict[int, Choice] = {}
    for _ in range(2):
        waiting = [m for m in unsure if m.number not in chosen or chosen[m.number].confidence < SURE]
        support = {
            name: [reading.prior + evidence.support(reading) for reading in widest[name]]
            for name in dict.fromkeys(mention.name for mention in waiting)
        }
        for mention in waiting:
            scores = [
                general + max(here, ELSEWHERE * there) + evidence.in_sentence(reading, mention.sentence)
                for reading, general, here, there in zip(
                    mention.readings,
                    support[mention.name],
                    mention.beside,
                    elsewhere[mention.name],
                    strict=True,
                )
            ]
            chosen[mention.number] = choose(mention.readings, scores)
        for mention in waiting:
            choice = chosen[mention.number]
            if choice.confidence >= SURE:
                evidence.add(choice.reading, mention.sentence)
    return chosen


def _settled(hit: TokenHit, choice: Choice) -> TokenHit:
    """The hit with the chosen reading's entries first, the other readings' gone.

    Where none is clear one entry stays, without coordinates.
    """
    reading = choice.reading
    rest = tuple(entry for entry in hit.entries if entry.kind not in READABLE)
    entries = reading.entries
    if not choice.is_clear and reading.level == "local":
        entries = (_blurred(entries[0]),)
    return replace(hit, entries=(*entries, *rest), confidence=round(choice.confidence, 3))


def _blurred(entry: Entry) -> Entry:
    """The entry of a town that could be one of several: its name and country, no coordinates, no key."""
    if entry.kind == "capital":
        return entry._replace(lat=None, lon=None)
    return local_entry(entry.name, entry.country)._replace(kind=entry.kind)
