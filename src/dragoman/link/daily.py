"""One event a day: the filter that users of event data expect before they count.

Wire services tell one meeting in many stories. Counting rows counts coverage, so event data sets keep one
event of each type a day for each pair of actors.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import structs

from dragoman.exchange import Party, Report, report_day
from dragoman.exchange.pairs import iter_pairs

Key = tuple[object, ...]


def iter_daily(reports: Iterable[Report]) -> Iterator[Report]:
    """Leave out repeats of a type on a day between the same two actors.

    Actors are the same if their countries are, or, where one has none, their identities or names. A mutual
    event is the same from either side. Events of several pairs keep those pairs that are new. Events without
    any day pass, as nothing says that they repeat.

    Args:
        reports: Events; the first of equals stays.

    Yields:
        Reports in order; one with several pairs of which some are repeats comes out as one report a pair.
    """
    seen: set[Key] = set()
    for report in reports:
        day = report_day(report)
        if day is None:
            yield report
            continue
        pairs = list(iter_pairs(report))
        fresh = []
        for pair in pairs:
            key = (day, *_pair_key(report, *pair))
            if key not in seen:
                seen.add(key)
                fresh.append(pair)
        if len(fresh) == len(pairs):
            yield report
        else:
            yield from (_of_pair(report, number, *pair) for number, pair in enumerate(fresh))


def _pair_key(report: Report, source: Party | None, target: Party | None) -> Key:
    actors = [_actor_key(source), _actor_key(target)]
    coded = (report.coded_as.type, report.coded_as.mode) if report.coded_as else report.cameo
    return (*(sorted(actors) if report.mutual else actors), coded, report.status)


def _actor_key(party: Party | None) -> str:
    if party is None:
        return ""
    return party.country or party.identity or party.name.casefold()


def _of_pair(report: Report, number: int, source: Party | None, target: Party | None) -> Report:
    return structs.replace(
        report,
        id=report.id if number == 0 else f"{report.id}.{number}",
        sources=(source,) if source else (),
        targets=(target,) if target else (),
    )
