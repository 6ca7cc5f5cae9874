"""How the tests of extraction write records down: one line each, as a reader would note them.

An engagement is "form: sources > targets (status)", a visit adds its days, a claim is "kind/degree speakers:
what | partners"; areas of
one action stand behind "→". States are written by their code, everybody else by the last word of their name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.pipeline import Pipeline
    from dragoman.records import Actor, Claim, Coded, Event

DATELINE = "OSLO, May 3, 2024 (NTB) -- "
"""A Friday. Texts of a table are reports from Oslo unless they bring their own head."""

Code = Callable[[str], "Notes"]


class Notes:
    """The records of one text as lines."""

    def __init__(self, coded: Coded) -> None:
        self.coded = coded
        self._entities = {entity.id: entity for entity in coded.entities}

    def engagements(self) -> list[str]:
        """Every engagement but visits, sorted."""
        return sorted(
            f"{e.form}: {self._sides(e)}{self._status(e)}"
            for e in self.coded.events
            if e.form not in {None, "visit", "site visit"}
        )

    def visits(self) -> list[str]:
        """Every visit with its days and stops, sorted; stops outside a visit begin with "site"."""
        lines = []
        for event in self.coded.events:
            stops = [
                e.place.name for e in self.coded.events if e.part_of == event.id and e.form == "site visit"
            ]
            if event.form == "visit":
                via = f" via {', '.join(stops)}" if stops else ""
                lines.append(f"{self._sides(event)}{self._days(event)}{self._status(event)}{via}")
            elif event.form == "site visit" and event.part_of is None:
                lines.append(f"site {event.place.name}: {self._sides(event)}{self._status(event)}")
        return sorted(lines)

    def claims(self) -> list[str]:
        """Every claim, in text order."""
        lines = [self._claim(claim) for claim in self.coded.claims]
        doubled = {line for line in lines if lines.count(line) > 1}
        return [
            self._claim(claim, areas=line in doubled)
            for claim, line in zip(self.coded.claims, lines, strict=True)
        ]

    def who(self, actors: tuple[Actor, ...]) -> str:
        """Codes of states, last words of other names."""
        kinds = [self._entities[a.entity].kind for a in actors]
        return "+".join(
            a.country if kind == "country" and a.country else a.name.split()[-1]
            for a, kind in zip(actors, kinds, strict=True)
        )

    def _claim(self, claim: Claim, *, areas: bool = False) -> str:
        text = self.coded.document.text
        told = claim.action.of(text) if claim.kind == "pledge" and claim.action else None
        about = "; ".join(self._entities[entity].name for entity in claim.about)
        what = f"{told} → {about}" if told and areas else told or about
        degree = claim.strength or claim.stance
        kind = f"{'not ' if claim.negated else ''}{claim.kind}{f'/{degree}' if degree else ''}"
        partners = f" | {self.who(claim.partners)}" if claim.partners else ""
        return f"{kind} {self.who(claim.speakers)}: {what}{partners}"

    def _sides(self, event: Event) -> str:
        return " > ".join(self.who(side) for side in (event.sources, event.targets) if side)

    def _status(self, event: Event) -> str:
        return "" if event.status == "occurred" else f" ({event.status})"

    def _days(self, event: Event) -> str:
        if event.date is None or event.date.start is None or event.date.end is None:
            return ""
        start, end = f"{event.date.start:%m-%d}", f"{event.date.end:%m-%d}"
        return f" {start}" if start == end else f" {start}..{end}"


@pytest.fixture(scope="session")
def code(pipeline: Pipeline) -> Code:
    """Code a text, as a report from Oslo where it has no head, and note its records down."""

    def coded(text: str) -> Notes:
        headed = "\n" in text or " -- " in text
        return Notes(pipeline(text if headed else DATELINE + text))

    return coded
