"""How a comparison reads in English: verdicts, changes, counts. Text and page draw the same phrases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dragoman.compare.comparison import Change, ClaimMatch, Comparison, Engagement, Party, Side, Statement
from dragoman.compare.engagements import days

LABELS = {
    "stance": "stance", "negation": "denied", "strength": "pledge", "wording": "words", "kind": "told as",
    "deadline": "deadline", "amount": "amount", "speakers": "speakers", "form": "told as", "status": "status",
    "day": "day", "place": "place", "participants": "only there",
}  # fmt: skip
NOTHING = "–"
"""Stands for what one side does not say."""
KIND_VERBS = {
    "pledge": "pledges", "position": "takes a position", "assessment": "judges", "request": "asks",
    "accusation": "accuses", "report": "reports",
}  # fmt: skip
SEVERAL_VERBS = {
    "pledge": "pledge", "position": "take a position", "assessment": "judge", "request": "ask",
    "accusation": "accuse", "report": "report",
}  # fmt: skip


def verdict(match: ClaimMatch) -> str:
    """What became of the words from A to B: firmer, softer, reversed, changed or alike.

    A reversal outranks all else; strength and wording never go opposite ways, for a statement has one level.
    """
    directions = [change.direction for change in match.changes if change.direction]
    if "reversed" in directions:
        return "reversed"
    return directions[0] if directions else "changed" if match.changes else "alike"


def change_phrase(change: Change) -> str:
    """One change: "pledge: ready → agreed, 2 steps firmer"."""
    phrase = f"{LABELS[change.what]}: {change.a or NOTHING} → {change.b or NOTHING}"
    if change.direction is None:
        return phrase
    if change.steps is None:
        return f"{phrase}, {change.direction}"
    steps = abs(change.steps)
    return f"{phrase}, {steps} {'step' if steps == 1 else 'steps'} {change.direction}"


def statement_phrase(statement: Statement) -> str:
    """Who says what to whom: "Grace Mulenga asks, to Tanzania: lift the ban on maize exports"."""
    verbs = KIND_VERBS if len(statement.speakers) == 1 else SEVERAL_VERBS
    others = [other for other in statement.others if other not in statement.speakers]
    toward = f", {'to' if statement.kind == 'request' else 'with'} {party_names(others)}" if others else ""
    denied = " not" if statement.negated else ""
    return f"{party_names(statement.speakers)} {verbs[statement.kind]}{denied}{toward}: {statement.content}"


def engagement_phrase(engagement: Engagement) -> str:
    """What took place: "meeting, 2025-03-13, Dodoma: Grace Mulenga, Hamisi Mrema"."""
    status = engagement.status if engagement.status != "occurred" else ""
    told = (engagement.form, status, days(engagement), engagement.place or "")
    return f"{', '.join(part for part in told if part)}: {party_names(engagement.parties)}"


def party_names(some: Sequence[Party]) -> str:
    """Names, each once."""
    return ", ".join(dict.fromkeys(party.name for party in some))


def summary(comparison: Comparison) -> str:
    """The counts in one sentence."""
    verdicts = Counter(verdict(match) for match in comparison.claims)
    parts = [f"{verdicts[name]} {name} in B" for name in ("firmer", "softer", "reversed") if verdicts[name]]
    told = f" ({', '.join(parts)})" if parts else ""
    return (
        f"In both: {counted(len(comparison.engagements), 'engagement')}, "
        f"{counted(len(comparison.claims), 'claim')}{told}. "
        f"Only in A: {_alone(comparison.a)}. Only in B: {_alone(comparison.b)}."
    )


def head(side: Side) -> str:
    """Publisher, day and address of a document."""
    published = side.published.isoformat() if side.published else None
    return " · ".join(part for part in (side.source, published, side.uri) if part)


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def one_line(text: str) -> str:
    """Text in one line, without control characters."""
    shown = (c if c.isprintable() or c.isspace() else "\N{REPLACEMENT CHARACTER}" for c in text)
    return " ".join("".join(shown).split())


def _alone(side: Side) -> str:
    return f"{counted(len(side.engagements), 'engagement')}, {counted(len(side.claims), 'claim')}"


def changes_line(changes: Iterable[Change]) -> str:
    """All changes of a match."""
    return "; ".join(map(change_phrase, changes))
