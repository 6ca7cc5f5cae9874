"""Who did it to whom, pair by pair: foreign layouts have one source and one target a row."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Set
from dataclasses import dataclass

from dragoman.errors import UsageError
from dragoman.exchange.layouts import Layout
from dragoman.exchange.reports import Party, Report, report_day

STATUSES = ("occurred", "ongoing", "planned", "hypothetical", "negated", "historical")

IMPORTED = "import:"
"""How the origin of imported events begins."""

ICEWS_STORY = "icews:"
"""Before the number of an ICEWS story in `Story.uri`."""


def is_from(report: Report, layout: Layout) -> bool:
    """Whether a report was imported from rows of a layout, so that its ids are that layout's own."""
    return report.origin == f"{IMPORTED}{layout}"


CODED_STATUSES = frozenset({"occurred", "ongoing", "planned"})
"""What event data sets code: what happened, and what is planned as the AGREE that it amounts to."""


@dataclass
class Losses:
    """What foreign layouts cannot say, counted, so that a user is told."""

    by_status: int = 0
    """Events left out for their status."""
    undated: int = 0
    """Rows that bear the day of the report, as the event has none."""
    rounded: int = 0
    """Rows that bear the first day of a week, month, quarter or year."""
    dateless: int = 0
    """Events left out, as neither they nor the report has a date."""
    uncoded: int = 0
    """Events left out, as the layout's codes have none for them."""
    alone: int = 0
    """Events left out, as they have no actor."""

    def sentences(self) -> Iterator[str]:
        """What there is to tell, a sentence each."""
        told = (
            (self.by_status, "left out for their status (choose with --status)"),
            (self.undated, "given the day of the report, as the text gives none"),
            (self.rounded, "given the first day of the week, month, quarter or year they are known to"),
            (self.dateless, "left out, as neither they nor the report has a date"),
            (self.uncoded, "left out, as this layout has no code for them"),
            (self.alone, "left out, as they have no actor"),
        )
        for number, what in told:
            if number:
                yield f"{number} event{'s' if number > 1 else ''} {what}."


def check_statuses(statuses: Set[str]) -> None:
    """Check that statuses exist.

    Raises:
        UsageError: If one does not.
    """
    unknown = sorted(statuses - set(STATUSES))
    if unknown:
        raise UsageError(f"no such status: {', '.join(unknown)}. There are {', '.join(STATUSES)}.")


def is_exportable(report: Report, statuses: Set[str], losses: Losses) -> bool:
    """Whether a layout of dated, coded events can hold it; why not, or what it loses, is counted."""
    if report.status not in statuses:
        losses.by_status += 1
        return False
    if not report.sources and not report.targets:
        losses.alone += 1
        return False
    if report_day(report) is None:
        losses.dateless += 1
        return False
    if report.date is None or (report.date.start or report.date.end) is None:
        losses.undated += 1
    elif report.date.precision not in {"day", "range"}:
        losses.rounded += 1
    return True


def iter_pairs(report: Report) -> Iterator[tuple[Party | None, Party | None]]:
    """Each source with each target, once; a mutual event whose sources make no sides pairs them up.

    One side may be None: who did it, or to whom, is not said.
    """
    if report.mutual and not report.targets:
        for number, source in enumerate(report.sources):
            for target in report.sources[number + 1 :]:
                yield source, target
        if len(report.sources) == 1:
            yield report.sources[0], None
        return
    sources: tuple[Party | None, ...] = report.sources or (None,)
    targets: tuple[Party | None, ...] = report.targets or (None,)
    yield from itertools.product(sources, targets)


def iter_directed(report: Report) -> Iterator[tuple[Party | None, Party | None, bool]]:
    """As `iter_pairs`, and mutual events and visits a second time the other way round.

    CAMEO data have a row for each direction of a meeting, and a "host a visit" for each "make a visit".
    The third value says whether the row is such a mirror.
    """
    imported = (report.origin or "").startswith(IMPORTED)  # each direction has its own row already
    mirrored = not imported and (report.mutual or report.cameo in MIRRORED_CODES)
    for source, target in iter_pairs(report):
        yield source, target, False
        if mirrored and source is not None and target is not None:
            yield target, source, True


MIRRORED_CODES = {"042": "043", "043": "042"}
"""CAMEO codes whose mirror has a code of its own: make a visit, host a visit."""


def mirrored_code(code: str, *, mirror: bool) -> str:
    """The CAMEO code of a row, or of its mirror."""
    return MIRRORED_CODES.get(code, code) if mirror else code
