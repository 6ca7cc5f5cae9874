"""Why two records of two documents were taken as one, as data and as a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

ReasonKind = Literal["speakers", "parties", "day", "about", "kind", "form"]
LONGEST_QUOTE = 60
"""Code points of a quoted phrase; the middle of a longer one is left out."""
PLURALS = {
    "pledge": "pledges", "position": "positions", "assessment": "assessments", "request": "requests",
    "accusation": "accusations", "report": "reports", "visit": "visits", "site visit": "site visits",
    "meeting": "meetings", "call": "calls", "negotiation": "negotiations", "mediation": "mediations",
    "summit": "summits", "signing": "signings",
}  # fmt: skip


class Reason(msgspec.Struct, frozen=True):
    """Why two were matched: both sides' values, and how alike they are, 0 to 1, where that is measured."""

    kind: ReasonKind
    a: str
    b: str
    value: float | None = None


def explain(reasons: Iterable[Reason]) -> str:
    """The reasons as words: "same speaker (…); about “trade” / “commerce” .83; both pledges"."""
    return "; ".join(_explained(reason) for reason in reasons)


def _explained(reason: Reason) -> str:
    same = reason.a == reason.b
    match reason.kind:
        case "speakers":
            return (
                f"{'same speakers' if ', ' in reason.a else 'same speaker'} ({reason.a})"
                if same
                else f"speakers {reason.a} / {reason.b}"
            )
        case "parties":
            return f"same parties ({reason.a})" if same else f"parties {reason.a} / {reason.b}"
        case "day":
            return f"same day ({reason.a})" if same else f"days {reason.a} / {reason.b}"
        case "about":
            value = "" if reason.value is None else f" {reason.value:.2f}".replace(" 0.", " .")
            return (
                f"both about {_quoted(reason.a)}"
                if same
                else (f"about {_quoted(reason.a)} / {_quoted(reason.b)}{value}")
            )
        case "kind" | "form":
            return f"both {PLURALS[reason.a]}" if same else f"{reason.a} / {reason.b}"


def _quoted(text: str) -> str:
    if len(text) > LONGEST_QUOTE:
        half = LONGEST_QUOTE // 2
        text = f"{text[:half].rsplit(' ', 1)[0]} … {text[-half:].split(' ', 1)[-1]}"
    return f"“{text}”"
