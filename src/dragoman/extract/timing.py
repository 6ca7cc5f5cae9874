"""Which date belongs to which act, and what a date says about its status."""

from __future__ import annotations

import datetime as dt

import msgspec

from dragoman.extract.clauses import clause_verb
from dragoman.records import Date, Status
from dragoman.resolve.resolved import DateMention, Resolved

HISTORICAL_AFTER = dt.timedelta(days=365)
"""An act dated this long before the report is background (issue of the codebook: "historical")."""
OWN, CLAUSE, ABOVE = 3, 2, 1
"""How closely a date is tied to a trigger: its own modifier, its clause's, or that of a clause above it."""


class Timing:
    """Attaches the date expressions of one document to triggers."""

    def __init__(self, resolved: Resolved) -> None:
        self.resolved = resolved
        self.tree = resolved.tree
        self.published = resolved.document.published
        self._by_sentence: dict[int, list[tuple[int, DateMention]]] = {}
        for mention in resolved.dates:
            if mention.last > mention.first:
                sentence = self.tree.sent[mention.first]
                self._by_sentence.setdefault(sentence, []).append((self._governor(mention), mention))

    def date(self, trigger: int) -> Date | None:
        """The date of the act that `trigger` denotes, or None where its sentence gives none for it."""
        found = self.date_mention(trigger)
        return found.date if found is not None else None

    def date_mention(self, trigger: int) -> DateMention | None:
        """The date expression tied most closely to `trigger`; a clause above lends only single days."""
        best: tuple[int, int] | None = None
        chosen: DateMention | None = None
        for governor, mention in self._by_sentence.get(self.tree.sent[trigger], ()):
            tie = self._tie(governor, trigger)
            if tie == 0 or (tie == ABOVE and mention.date.start != mention.date.end):
                continue
            rank = (tie, -abs(mention.first - trigger))
            if best is None or rank > best:
                best, chosen = rank, mention
        return chosen

    def status(self, status: Status, date: Date | None) -> Status:
        """Correct the grammar's status by the date: "travels on 6 June", printed on 4 June, is planned."""
        published = self.published.start if self.published is not None else None
        if published is None or date is None or status in {"negated", "hypothetical"}:
            return status
        start, end = date.start, date.end
        if status in {"occurred", "ongoing"} and start is not None and start > published:
            return "planned"
        if (
            status == "ongoing"
            and end is not None
            and (end < published or (end == published and start != end))
        ):
            return "occurred"
        if status == "occurred" and end is not None and published - end > HISTORICAL_AFTER:
            return "historical"
        return status

    def reported(self) -> Date | None:
        """When the document reported: its publication date without the clock time."""
        if self.published is None:
            return None
        return msgspec.structs.replace(self.published, time=None)

    def _governor(self, mention: DateMention) -> int:
        tree = self.tree
        i = mention.last - 1
        for token in range(mention.first, mention.last):
            if not mention.first <= tree.head[token] < mention.last:
                i = token
                break
        i = tree.head[i]
        while tree.pos[i] in {"ADP", "NUM", "PUNCT", "ADV"} and tree.head[i] != i:
            i = tree.head[i]
        return i

    def _tie(self, governor: int, trigger: int) -> int:
        tree = self.tree
        if governor == trigger:
            return OWN
        if trigger in tree.ancestors(governor) and clause_verb(tree, governor) in {
            trigger,
            clause_verb(tree, trigger),
        }:
            return CLAUSE
        own_verb = clause_verb(tree, trigger)
        if own_verb == governor and tree.pos[trigger] not in {"VERB", "AUX"}:
            return CLAUSE
        verb = clause_verb(tree, governor)
        if (
            verb is not None
            and own_verb is not None
            and (verb == own_verb or verb in tree.ancestors(own_verb))
        ):
            return ABOVE
        return 0
